// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QDialog>
#include <QList>

class QLabel;
class QPushButton;
class QTableView;

namespace ui {

class BatchDocument;
class HeldDetails;
class HeldModel;
class RunSession;

/// Where a person decides about submissions that nobody knows the fate of: each with its time and
/// its request, to be submitted again or forgotten, one by one or several at once. Follows the
/// session while it is open, and closes when nothing is held any more.
class HeldDialog : public QDialog
{
    Q_OBJECT
public:
    HeldDialog(BatchDocument *document, RunSession *session, QWidget *parent = nullptr);

private:
    QLayout *choices();
    void refresh();
    void showSelected();
    QList<batch::JobId> selectedJobs() const;

    RunSession *m_session;
    HeldModel *m_model;
    QTableView *m_list;
    HeldDetails *m_details;
    QPushButton *m_submit;
    QPushButton *m_forget;
    bool m_filled = false;
};

} // namespace ui
