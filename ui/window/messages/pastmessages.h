// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace ui {

class BatchPast;
class MessageBar;
class RunSession;

/// What the window says of a batch's past: what is paid for and not fetched, what nobody knows
/// the fate of, who else is at work on it, and what is wrong with the ledger.
class PastMessages : public QObject
{
    Q_OBJECT
public:
    PastMessages(RunSession *session, MessageBar *bar, QObject *parent);

signals:
    /// The person wants to see the held submissions.
    void heldWanted();

private:
    void tellPast(int missingFiles, bool resuming);
    void tellUnfetched(int missingFiles);
    void tellHeld();
    void tellOwner();
    void tellProblem();
    void tellKeptAside(const QString &keptAs, int submissions);
    /// Lines that are no longer true go; figures follow.
    void followCounts();
    bool isBusy() const;

    RunSession *m_session;
    BatchPast *m_past;
    MessageBar *m_bar;
    QString m_ownerTold; ///< the last line about another program, closed or not
};

} // namespace ui
