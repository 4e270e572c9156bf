// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"
#include "batch/references/references.h"
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/commands/editing/fileedit.h"
#include "cli/exitcode.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Remove)
};

/// The jobs that start from what one of these entries makes, and would have nothing to start from.
QStringList leftWithout(const batch::BatchSource &source, const QSet<batch::JobId> &removed)
{
    const QList<batch::MadeJob> made = batch::expand(source).jobs;
    QSet<QString> staying;
    for (const batch::MadeJob &job : made) {
        if (!removed.contains(job.source))
            staying.insert(job.job.name);
    }
    QSet<QString> going;
    for (const batch::MadeJob &job : made) {
        if (removed.contains(job.source) && !staying.contains(job.job.name))
            going.insert(job.job.name);
    }
    QStringList names;
    for (const batch::MadeJob &job : made) {
        const QStringList referred = batch::referredJobs(job.job);
        const bool isLeft = std::ranges::any_of(
            referred, [&going](const QString &name) { return going.contains(name); });
        if (isLeft && !removed.contains(job.source))
            names.append(job.job.name);
    }
    return names;
}

} // namespace

int removeJobs(const Options &options)
{
    const auto file = readToEdit(options);
    if (!file)
        return file.error();
    QSet<batch::JobId> ids;
    for (const QString &name : options.words) {
        const auto at = entryNamed(options, *file, name);
        if (!at)
            return at.error();
        ids.insert(file->source.jobs[*at].id());
    }
    batch::BatchSource source = file->source;
    if (const QStringList left = leftWithout(source, ids); !left.isEmpty()) {
        return fail(options, BadInput,
                    Words::tr("Nothing was taken out: %1 would have nothing to start from. Give "
                              "such jobs another image first, or take them out as well.")
                        .arg(left.join(u", "_s)),
                    {{u"jobs"_s, QJsonArray::fromStringList(left)}});
    }
    source.jobs.removeIf(
        [&ids](const batch::JobSource &entry) { return ids.contains(entry.id()); });
    return saveEdit(options, *file, source,
                    Words::tr("Taken out of %1: %2. What they made stays on the disk.")
                        .arg(options.file, options.words.join(u", "_s)),
                    {{u"jobs"_s, QJsonArray::fromStringList(options.words)}});
}

} // namespace cli
