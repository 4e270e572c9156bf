// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/exitcode.h"
#include "cli/output/filetext.h"
#include "config/batchfile.h"

#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Expand)
};

/// A batch without variables, variations and includes that makes the same jobs. It counts paths
/// from the same folder.
batch::BatchSource plainSource(const batch::Batch &batch)
{
    batch::BatchSource source;
    source.settings = batch.settings;
    for (const batch::Job &job : batch.jobs)
        source.jobs.append(batch::asEntry(job));
    return source;
}

} // namespace

int expandBatch(const Options &options)
{
    const auto file = config::readBatchFile(options.file);
    const QList<config::Diagnostic> errors =
        file ? file->jobErrors + file->expansionErrors : file.error();
    printDiagnostics(file ? file->warnings + errors : errors);
    if (!errors.isEmpty()) {
        return fail(options, BadInput,
                    Words::tr("Nothing was printed, because the batch file has errors."),
                    {{u"diagnostics"_s, toJson(errors)}});
    }
    printFileText(config::cleanText(plainSource(file->batch),
                                    options.json ? config::Format::Json : config::Format::Yaml));
    return Succeeded;
}

} // namespace cli
