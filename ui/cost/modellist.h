// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cost/billview.h"

#include <QTableWidget>

namespace ui {

/// The bill by model: name, number of jobs, cost. Scrolls when there are more than fit; names too
/// long for it lose their middle and are whole in the tool tip.
class ModelList : public QTableWidget
{
    Q_OBJECT
public:
    explicit ModelList(QWidget *parent = nullptr);

    void showModels(const QList<BillView::ModelLine> &models);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void setCell(int row, int column, const QString &text, const BillView::ModelLine &line);
};

} // namespace ui
