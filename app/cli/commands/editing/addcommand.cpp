// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/commands/editing/fileedit.h"
#include "cli/exitcode.h"
#include "config/keyedit.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Add)
};

} // namespace

int addJob(const Options &options)
{
    const auto file = readToEdit(options, true);
    if (!file)
        return file.error();
    batch::BatchSource source = file->source;
    const bool isTaken = std::ranges::any_of(
        source.jobs, [&](const batch::JobSource &entry) { return entry.job.name == options.job; });
    if (isTaken) {
        return fail(options, BadInput,
                    Words::tr("%1 has a job called %2 already. “set” changes it.")
                        .arg(options.file, options.job));
    }
    batch::JobSource entry;
    entry.job.name = options.job;
    entry.saysType = false;
    for (const QString &assignment : options.assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        const QString key = assignment.first(equals);
        const auto edited = config::withKey(entry, key, assignment.sliced(equals + 1));
        if (!edited)
            return fail(options, BadInput, u"%1: %2"_s.arg(options.job, edited.error()));
        entry = *edited;
    }
    source.jobs.append(entry);
    if (const QString name = takenName(file->source, source, entry.id()); !name.isEmpty())
        return failForName(options, name);
    return saveEdit(options, *file, source,
                    Words::tr("%1 was added to %2.").arg(entry.job.name, options.file),
                    {{u"job"_s, entry.job.name}});
}

} // namespace cli
