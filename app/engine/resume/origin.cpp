// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/origin.h"

#include "batch/jobjson.h"
#include "store/manifest.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace engine {

namespace {

/// Several batches may share an output folder, and the manifest there is the last one's. If that
/// one's file stands beside ours now, the folder of both was moved, and ours was beside it before.
QString formerNameOf(const QString &batchName, const QString &owner)
{
    const QFileInfo ours(batchName);
    const QFileInfo theirs(owner);
    const bool together = ours.path() != theirs.path() && ours.fileName() != theirs.fileName()
        && ours.dir().exists(theirs.fileName());
    return together ? theirs.dir().filePath(ours.fileName()) : owner;
}

/// Recognises submissions of a batch by its jobs.
class Likeness
{
public:
    explicit Likeness(const batch::Batch &batch)
    {
        for (const batch::Job &job : batch.jobs) {
            m_names.insert(job.name);
            m_digests.insert(batch::requestDigest(job));
        }
    }

    bool isIn(const QList<store::Submission> &submissions, const Origin &origin) const
    {
        const auto isAlike = [&](const store::Submission &one) {
            const bool sameName = origin.isGone && m_names.contains(one.job.name);
            return one.batch == origin.batch
                && (sameName || m_digests.contains(batch::requestDigest(one.job)));
        };
        return std::any_of(submissions.begin(), submissions.end(), isAlike);
    }

private:
    QSet<QString> m_names;
    QSet<QByteArray> m_digests;
};

} // namespace

tl::expected<std::optional<Origin>, store::LedgerError> originOf(store::Ledger &ledger,
                                                                 const QString &batchName,
                                                                 const QString &outputDir,
                                                                 const batch::Batch &batch)
{
    const QStringList predictions =
        QDir::isAbsolutePath(batchName) ? store::predictionsIn(outputDir) : QStringList();
    if (predictions.isEmpty())
        return std::nullopt;
    // On whatever server: the next run elsewhere writes a manifest of its own in place of this one.
    const auto owners = ledger.batchesOf(predictions);
    if (!owners)
        return tl::unexpected(owners.error());
    const Likeness likeness(batch);
    for (const store::Ledger::BatchAt &owner : *owners) {
        if (owner.batch == batchName)
            return std::nullopt;
        if (!QDir::isAbsolutePath(owner.batch))
            continue;
        const QString former = formerNameOf(batchName, owner.batch);
        const Origin origin{former, !QFileInfo::exists(former)};
        const auto submissions = ledger.submissions(former, owner.server);
        if (!submissions)
            return tl::unexpected(submissions.error());
        if (likeness.isIn(*submissions, origin))
            return origin;
    }
    return std::nullopt;
}

} // namespace engine
