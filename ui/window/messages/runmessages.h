// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QList>
#include <QObject>

namespace ui {

class BatchDocument;
class MessageBar;
class RunSession;

/// What the window says of a run while it goes on and when it has ended: why it pauses and what
/// can be done about it, what was left out of it, what failed, and where the files of deleted jobs
/// went.
class RunMessages : public QObject
{
    Q_OBJECT
public:
    RunMessages(const BatchDocument *document, RunSession *session, MessageBar *bar,
                QObject *parent);

signals:
    // A button in a line was pressed.
    void preferencesWanted();
    void budgetWanted();

private:
    void tellLeftOut(const QList<batch::JobId> &jobs);
    void tellPause();
    void tellEnd();
    void tellStrays();

    const BatchDocument *m_document;
    RunSession *m_session;
    MessageBar *m_bar;
};

} // namespace ui
