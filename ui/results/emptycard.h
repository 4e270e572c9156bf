// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

/// What stands in the preview while a batch has no results: a few empty frames and where results
/// will come from.
class EmptyCard : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyCard(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
