// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "batch/bill.h"
#include "batch/references/references.h"
#include "catalog/catalog.h"
#include "catalog/estimate.h"
#include "engine/progress.h"
#include "engine/resume/history.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>

#include <functional>
#include <optional>

namespace ui {

/// The takes of a document's jobs: what was asked for when a job last ran, and how that stands.
/// Money that went into earlier takes, and into jobs that are no longer there, stays counted.
///
/// A reference in a take (`job:NAME`) means the job that it meant when it was begun, whatever that
/// one is called by now; where it is no longer there, it means what its words say.
class Takes
{
public:
    /// The job of the document with that id; null where there is none.
    using Find = std::function<const batch::Job *(batch::JobId)>;

    /// Without `find`, those of no document: to be restored from.
    explicit Takes(Find find = {});

    /// What the ledger knows of a batch, as takes. `atWork`: another program is running the batch,
    /// so what is under way there goes on; else it was left, and can be taken up. May be called on
    /// any thread.
    struct Surroundings
    {
        catalog::Catalog catalog;
        double timeScale = 1;
        bool atWork = false;
        QDateTime now;
        batch::JobNames names; ///< of the document
    };
    static Takes of(const engine::History &history, const Surroundings &surroundings);

    /// Takes over what the ledger says in place of what was known, but for failures and
    /// cancellations that are newer than what it has to say of their jobs. Answers the jobs that
    /// stand otherwise now.
    QList<batch::JobId> restore(Takes past);
    /// The same while a run of ours is under way, which knows better about all that it has: only
    /// what the ledger has made for jobs that came since, or that ask for it again, is taken over.
    /// `inRun` are those that the run was given.
    QList<batch::JobId> restoreDuringRun(Takes past, const QSet<batch::JobId> &inRun);

    /// A run begins with the job, as it reads now; an earlier take of it moves to the past. One
    /// that was paid for and not fetched goes on instead.
    /// `usual` is what its model makes of what it doesn't say.
    void begin(const batch::Job &job, double timeScale, const batch::Usual &usual = {},
               const batch::JobNames &names = {});
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
    /// The job, as it reads now, asks for something else than its latest take.
    bool asksAnew(const batch::Job &job) const;
    /// A Run would begin it, or take it up where an earlier run left it: nothing of it is under
    /// way, held, or there already.
    bool wantsRun(const batch::Job &job) const;
    /// It was paid for, and is there to be fetched.
    bool isParked(batch::JobId job) const;
    /// Jobs of the document whose latest take is paid for or under way, and that ask for something
    /// else by now.
    QSet<batch::JobId> outdated() const;
    /// Those of these jobs of the document for which the same is on its way, or held, under the id
    /// of one that is no longer there.
    QSet<batch::JobId> underWayElsewhere(const QList<batch::Job> &jobs) const;
    /// The job's latest take came to nothing before anything of it was submitted; or there is none.
    bool wasNeverSubmitted(batch::JobId job) const;

    /// What was asked for with the job's latest take, as it read then; null where there is none.
    const batch::Job *jobOf(batch::JobId job) const;
    /// The request of that take as it was sent, where it comes from the ledger; else empty.
    QJsonObject requestOf(batch::JobId job) const;
    /// Of all takes, those of jobs that are no longer in the document among them.
    QList<batch::JobId> ids() const { return m_takes.keys(); }

    /// What stands for each job, under its present name: the result of its latest take; or, where
    /// that came to nothing, of the one before, if it asked for the same and was made.
    QList<batch::JobResult> results() const;
    /// What the other takes have cost, or may have.
    batch::Cost pastCosts() const;
    /// The same, and what stands for these jobs.
    batch::Cost pastCostsWith(const QSet<batch::JobId> &jobs) const;
    /// What a job will cost; nothing where a run would not begin it.
    using Price = std::function<std::optional<catalog::Estimate>(const batch::Job &job)>;
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
        batch::Usual usual;        ///< what its model makes of what a job doesn't say
        batch::JobNames sources;   ///< the jobs that its references mean
        /// Of an earlier take that asked for the same: it stands as long as this one has come to
        /// nothing. Its money is among the past's.
        std::optional<batch::JobResult> good = {};

        bool isUnderWay() const; ///< or held by a person's decision, or there to be fetched
        bool standsByGood() const;
        void standInFor(const Take &earlier);
        void rememberFrom(const Take &known);
    };

    bool isAskedFor(const Take &take, const batch::Job &job) const;
    bool outlasts(const Take &known, const Take *fromLedger, const batch::Job *job) const;
    bool givesWay(const Take &known, const Take &fromLedger, const batch::Job *job) const;
    const batch::Job *find(batch::JobId job) const { return m_find ? m_find(job) : nullptr; }

    /// Another takes its place: its money goes to the past.
    void replace(const batch::JobResult &result);

    Find m_find;
    QHash<batch::JobId, Take> m_takes;
    batch::Bill m_past; ///< money of takes that were replaced
};

} // namespace ui
