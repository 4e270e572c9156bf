// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/merging/merge.h"
#include "window/merging/mergeitems.h"

#include <QDialog>
#include <QList>

class QLayout;
class QTableView;

namespace ui {

class MergeDetails;
class MergeListModel;

/// A batch file was changed by others and in the window, too: what only one side changed is kept
/// from both, and where both changed the same, each stands beside the other and a person chooses.
/// Or takes all of one side.
class MergeDialog : public QDialog
{
    Q_OBJECT
public:
    MergeDialog(batch::Merge merge, const QString &fileName, QWidget *parent = nullptr);

signals:
    /// What the batch is to be from now on. Comes once, and not where the person has put it off.
    void decided(const batch::BatchSource &merged);

private:
    void setUpList();
    QLayout *choices();
    void showSelected();
    QList<int> selectedConflicts() const;
    batch::BatchSource merged() const;
    void decide(const batch::BatchSource &merged);

    const batch::Merge m_merge;
    const MergeItems m_items;
    MergeListModel *m_model;
    QTableView *m_list;
    MergeDetails *m_details;
};

} // namespace ui
