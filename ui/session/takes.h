// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "batch/bill.h"
#include "catalog/catalog.h"
#include "catalog/estimate.h"
#include "engine/progress.h"
#include "engine/resume/history.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonObject>
#include <QList>

#include <functional>
#include <optional>

namespace ui {

/// The takes of a document's jobs: what was asked for when a job last ran, and how that stands.
/// Money that went into earlier takes, and into jobs that are no longer there, stays counted.
class Takes
{
public:
    /// What the ledger knows of a batch, as takes. `atWork`: another program is running the batch,
    /// so what is under way there goes on; else it was left, and can be taken up. May be called on
    /// any thread.
    struct Surroundings
    {
        catalog::Catalog catalog;
        double timeScale = 1;
        bool atWork = false;
        QDateTime now;
    };
    static Takes of(const engine::History &history, const Surroundings &surroundings);

    /// The job of the document with that id; null where there is none.
    using Find = std::function<const batch::Job *(batch::JobId)>;
    /// Takes over what the ledger says in place of what was known, but for failures and
    /// cancellations that are newer than what it has to say of their jobs. Answers the jobs that
    /// stand otherwise now.
    QList<batch::JobId> restore(Takes past, const Find &find);

    /// A run begins with the job, as it reads now; an earlier take of it moves to the past. One
    /// that was paid for and not fetched goes on instead.
    void begin(const batch::Job &job, double timeScale);
    /// The job as a run is to get it: as it was submitted, where that was paid for and not fetched.
    batch::Job toRun(const batch::Job &job) const;
    /// A run didn't take the job after all.
    void withdraw(batch::JobId job);
    /// A person gave up what nobody knows the fate of, or what was paid for and not fetched, which
    /// stays on the bill: the job is a Draft again.
    void forget(batch::JobId job);
    /// False where no run of this document knows the job.
    bool update(const engine::JobProgress &progress);
    void clear();

    /// How a job stands, as it reads now: a job whose request was changed since its take ended is
    /// a Draft again.
    batch::JobState stateOf(const batch::Job &job) const;
    /// Null for a job that no run knew.
    const engine::JobProgress *progressOf(batch::JobId job) const;
    double fractionOf(batch::JobId job) const;
    /// A Run would begin it, or take it up where an earlier run left it: nothing of it is under
    /// way, held, or there already.
    bool wantsRun(const batch::Job &job) const;
    /// It was paid for, and is there to be fetched.
    bool isParked(batch::JobId job) const;

    /// What was asked for with the job's latest take, as it read then; null where there is none.
    const batch::Job *jobOf(batch::JobId job) const;
    /// The request of that take as it was sent, where it comes from the ledger; else empty.
    QJsonObject requestOf(batch::JobId job) const;
    /// Of all takes, those of jobs that are no longer in the document among them.
    QList<batch::JobId> ids() const { return m_takes.keys(); }

    /// Of the latest takes.
    QList<batch::JobResult> results() const;
    /// What the takes before those have cost, or may have.
    batch::Cost pastCosts() const { return m_past.all.total(); }
    /// What the job of that row will cost; nothing where a run would not begin it.
    using Price = std::function<std::optional<catalog::Estimate>(int row)>;
    batch::Bill bill(const batch::Batch &batch, const Price &price) const;

private:
    struct Take
    {
        batch::Job job;
        engine::JobProgress progress;
        double timeScale = 1;
        QElapsedTimer sinceUpdate;
        bool showsEarlier = false; ///< its outputs are those of the take before
        QDateTime begun;           ///< UTC
        QJsonObject request;       ///< as the ledger has it; else empty
    };

    static bool outlasts(const Take &known, const Take *fromLedger, const batch::Job *job);

    QHash<batch::JobId, Take> m_takes;
    batch::Bill m_past; ///< money of takes that were replaced
};

} // namespace ui
