// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/references/renames.h"
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/commands/editing/fileedit.h"
#include "cli/exitcode.h"
#include "config/keyedit.h"

#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Set)
};

} // namespace

int setKey(const Options &options)
{
    const auto file = readToEdit(options);
    if (!file)
        return file.error();
    const auto at = entryNamed(options, *file, options.job);
    if (!at)
        return at.error();
    const batch::JobSource &entry = file->source.jobs[*at];
    const auto edited = options.unsets ? config::withoutKey(entry, options.key)
                                       : config::withKey(entry, options.key, options.value);
    if (!edited) {
        return fail(options, BadInput,
                    u"%1:%2: %3: %4"_s.arg(options.file)
                        .arg(file->entryLines.value(*at))
                        .arg(options.job, edited.error()));
    }
    const batch::BatchSource source = batch::withEntry(file->source, *at, *edited);
    if (const QString name = takenName(file->source, source, entry.id()); !name.isEmpty())
        return failForName(options, name);
    return saveEdit(options, *file, source,
                    options.unsets ? Words::tr("%1: %2 is gone.").arg(options.job, options.key)
                                   : Words::tr("%1: %2 is set.").arg(options.job, options.key),
                    {{u"job"_s, edited->job.name}, {u"key"_s, options.key}});
}

} // namespace cli
