// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "batch/bill.h"
#include "catalog/catalog.h"
#include "engine/progress.h"

#include <QElapsedTimer>
#include <QHash>

namespace ui {

/// The takes of a document's jobs: what was asked for when a job last ran, and how that stands.
/// Money that went into earlier takes, and into jobs that are no longer there, stays counted.
class Takes
{
public:
    /// A run begins with the job, as it reads now; an earlier take of it moves to the past. One
    /// that was paid for and not fetched goes on instead.
    void begin(const batch::Job &job, double timeScale);
    /// The job as a run is to get it: as it was submitted, where that was paid for and not fetched.
    batch::Job toRun(const batch::Job &job) const;
    /// A run didn't take the job after all.
    void withdraw(batch::JobId job);
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

    /// Of the latest takes.
    QList<batch::JobResult> results() const;
    /// What the takes before those have cost, or may have.
    batch::Cost pastCosts() const { return m_past.all.total(); }
    batch::Bill bill(const catalog::Catalog &catalog, const batch::Batch &batch) const;

private:
    struct Take
    {
        batch::Job job;
        engine::JobProgress progress;
        double timeScale = 1;
        QElapsedTimer sinceUpdate;
        bool showsEarlier = false; ///< its outputs are those of the take before
    };

    QHash<batch::JobId, Take> m_takes;
    batch::Bill m_past; ///< money of takes that were replaced
};

} // namespace ui
