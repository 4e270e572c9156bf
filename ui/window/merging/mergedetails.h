// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/merging/mergeitems.h"

#include <QWidget>

class QLabel;
class QRadioButton;
class QScrollArea;

namespace ui {

class MutedLabel;

/// One thing that a merge is about, side by side; of a conflict with the choice between the sides.
class MergeDetails : public QWidget
{
    Q_OBJECT
public:
    explicit MergeDetails(QWidget *parent = nullptr);

    /// `side`: what is chosen of a conflict. `together`: how many conflicts the choice is for.
    void show(const MergeItem &item, const QList<ValueDifference> &values,
              batch::Conflict::Side side, int together);
    using QWidget::show;

signals:
    void sideChosen(batch::Conflict::Side side);

private:
    QWidget *newComparison(const MergeItem &item, const QList<ValueDifference> &values) const;

    QLabel *m_name;
    MutedLabel *m_words;
    QWidget *m_choice;
    QRadioButton *m_ours;
    QRadioButton *m_theirs;
    QScrollArea *m_area;
};

} // namespace ui
