// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/exitcode.h"
#include "cli/output/terminal.h"

#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Validate)
};

} // namespace

int validateBatch(const Options &options)
{
    const auto input = readInput(options);
    const auto diagnostics = input ? input->diagnostics : input.error();
    printDiagnostics(diagnostics);

    const auto jobs = input ? input->file.batch.jobs.size() : 0;
    const int warnings = input ? input->warnings() : 0;
    const auto errors = diagnostics.size() - warnings;
    if (options.json) {
        printJson({{u"file"_s, options.file},
                   {u"valid"_s, errors == 0},
                   {u"jobs"_s, jobs},
                   {u"errors"_s, errors},
                   {u"warnings"_s, warnings},
                   {u"diagnostics"_s, toJson(diagnostics)}});
    } else {
        print(Words::tr("%1: jobs read: %2, errors: %3, warnings: %4")
                  .arg(options.file)
                  .arg(jobs)
                  .arg(errors)
                  .arg(warnings));
    }
    return errors == 0 ? Succeeded : BadInput;
}

} // namespace cli
