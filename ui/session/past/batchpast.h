// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/past/orderedtasks.h"
#include "session/past/pastreading.h"
#include "store/ledger.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace ui {

/// The window's dealings with the ledger and with the locks: reads what was submitted for a batch
/// in the past, takes the batch for a run and gives it back, watches another program that runs it
/// or waits for its end, and writes down what a person decides. Everything happens on a thread of
/// its own, in the order in which it was asked for; answers come by signals, on the window's.
class BatchPast : public QObject
{
    Q_OBJECT
public:
    /// `query` says at any moment which batch it is.
    explicit BatchPast(std::function<PastQuery()> query, QObject *parent = nullptr);
    ~BatchPast() override;

    /// Asks how the batch stands: wasRead. An earlier question that is still open is dropped.
    /// Does nothing while the batch is ours: who runs it knows better.
    void read();
    /// The same while the batch is ours: reviewed, or problemChanged. It tells of jobs that were
    /// made in the past and came into the document since; what a run has under way looks as if that
    /// one had died.
    void review();
    /// Asks for the batch, in order to run it: claimed, or takenBy, or refused, or problemChanged.
    void claim();
    bool isClaiming() const { return m_claiming; }
    /// Gives the batch back after claimed.
    void release(std::shared_ptr<store::BatchLock> lock);
    /// Another batch is asked for from now on: open questions are dropped, nothing is watched.
    void drop();

    /// Another program that runs the batch, as far as was seen.
    const std::optional<store::LockOwner> &owner() const { return m_owner; }
    /// Reads the batch every second while that program runs it.
    void watch();
    bool isWatching() const { return m_mode == Mode::Watching; }
    /// Asks for the batch every two seconds until it is free.
    void wait();
    bool isWaiting() const { return m_mode == Mode::Waiting; }
    /// Neither of both any more.
    void giveUp();

    /// What is wrong with the ledger, since the last time that it was used.
    const std::optional<store::LedgerError> &problem() const { return m_problem; }
    /// Moves a damaged ledger aside and begins a new one: keptAside, or refused.
    void keepLedgerAside();

    /// Asks what all batches have cost on this server in this calendar month: monthRead.
    void readMonth();

    /// Writes down that a person gave up these submissions, and reads anew. Takes the batch for
    /// that, unless a run of ours has it; refused while another program does.
    void forget(const QStringList &submissions);
    /// The batch was saved under another path; `ownName` is its name where it had none.
    void continueAs(const QString &fromPath, const QString &ownName, const QString &toPath);

signals:
    void wasRead(const std::shared_ptr<ui::PastReading> &reading);
    void reviewed(const std::shared_ptr<ui::PastReading> &reading);
    void claimed(const std::shared_ptr<ui::ClaimedBatch> &batch);
    /// A claim came to nothing, since that program has the batch: see owner().
    void takenBy(const store::LockOwner &owner);
    /// What was asked for can't be done; for people.
    void refused(const QString &message);
    void keptAside(const QString &keptAs, int submissions);
    void problemChanged();
    void monthRead(batch::Cost spent);
    /// Watching, waiting, claiming or the other program changed.
    void stateChanged();

private:
    enum class Mode { Quiet, Watching, Waiting };

    void readDone(const tl::expected<PastReading, store::LedgerError> &reading);
    void claimDone(const tl::expected<ClaimedBatch, engine::ClaimError> &batch);
    void setMode(Mode mode);
    void setOwner(const std::optional<store::LockOwner> &owner);
    void setProblem(const std::optional<store::LedgerError> &problem);
    void look();
    void lookLater();
    void askForOwner();
    void giveBack(std::shared_ptr<store::BatchLock> lock);

    const std::function<PastQuery()> m_query;
    Mode m_mode = Mode::Quiet;
    bool m_claiming = false;
    bool m_isOurs = false;
    std::optional<store::LockOwner> m_owner;
    std::optional<store::LedgerError> m_problem;
    QTimer m_look;
    QElapsedTimer m_readSince;
    quint64 m_reading = 0; ///< counts questions, so that only the latest one's answer is taken
    quint64 m_review = 0;
    quint64 m_claim = 0;
    OrderedTasks m_tasks;
};

} // namespace ui
