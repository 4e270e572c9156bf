// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "batch/bill.h"
#include "batch/result.h"
#include "catalog/catalog.h"
#include "store/submission.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace engine {

/// How one job stands by what was submitted for it in the past.
struct Standing
{
    /// As it read when it was submitted, under the id of the batch's job; references to jobs that
    /// were renamed since have the present names.
    batch::Job submitted;
    batch::JobResult result;
    QJsonObject request; ///< as it was sent
    batch::Usual usual;  ///< what its model makes, as of now, of what a job doesn't say
    /// Files of a result that are gone from the disk: it stands as Downloading, and is fetched
    /// again for nothing.
    QStringList missingFiles;
};

/// What the ledger knows of a batch, job by job.
///
/// A submission belongs to the job of its name. Where no job of that name asks for it any more, it
/// belongs to one that asks for the very same and has no such submission of its own: that one was
/// renamed, also where jobs have taken each other's names. A reference (`job:NAME`) is no other for
/// its job having been renamed so: where a name in it was one job's and is another's by now, either
/// may be meant, and what was made stands.
/// Of several, an unresolved one stands before all others (a person must decide), then one that
/// was paid for and not fetched, then the newest that made what the job asks for now, then the
/// newest of all.
struct History
{
    /// By the batch's jobs; jobs without a submission are not in it.
    QHash<batch::JobId, Standing> jobs;
    /// Paid for and not fetched, or unresolved, and no job of the batch asks for it any more.
    QList<Standing> orphans;
    /// What all other submissions have cost, or may have.
    batch::Bill others;

    /// Null where nothing was ever submitted for it.
    const Standing *of(batch::JobId job) const;
    /// Of a job or an orphan; null where that submission stands for none.
    const Standing *ofSubmission(const QString &submission) const;
    /// Paid for and not fetched, orphans among them.
    int unfetched() const;
    int unresolved() const;
};

/// Whether what was submitted is what the job, as it reads now, asks for.
bool isAskedFor(const Standing &standing, const batch::Job &job);
/// Whether the standing's result is what the job, as it reads now, asks for; or whether, being
/// paid for or unresolved, it must be dealt with first.
bool stillHolds(const Standing &standing, const batch::Job &job);

/// Sorts submissions out: those of the batch of that name, and those of the one that it was saved
/// from, which stand for a job only if they asked for the very same, unless that one had no file
/// of its own. `atWork`: a program is running the batch at this moment; else a submission without
/// an answer is unresolved, as is any without a prediction's id. `models` says what holds where a
/// job doesn't say it. `gone` were in the batch before, and may come back: what no job of the batch
/// asks for is theirs.
History historyOf(const batch::Batch &batch, const QString &batchName,
                  const QList<store::Submission> &submissions, bool atWork,
                  const catalog::Catalog &models, const QList<batch::Job> &gone = {});
/// Looks whether the files of finished results are on the disk and whole. One whose folder is gone
/// counts as there, at its new place, if it stands whole under the same subfolder and name in the
/// present output folder: the folder was moved or renamed. Blocks on the disk.
void verifyFiles(History &history, const QString &outputDir);

} // namespace engine
