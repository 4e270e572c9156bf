// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"
#include "config/batchfile.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <tl/expected.hpp>

namespace cli {

/// A batch file, with everything that is wrong with it: what the file says wrongly, and what the
/// models don't allow.
struct BatchInput
{
    config::BatchFile file; ///< the options' concurrency and folder are in its settings
    QList<config::Diagnostic> diagnostics; ///< in the order of the file

    int errors() const;
    int warnings() const;
    /// The jobs that a run makes.
    QList<batch::Job> enabledJobs() const;
};

/// Reads and checks the options' file. A file that can't be read at all comes as the error.
tl::expected<BatchInput, QList<config::Diagnostic>> readInput(const Options &options);

/// The same for commands that need a file without errors: prints what is wrong to stderr (and
/// with --json as the document), and gives the code to leave with as the error.
tl::expected<BatchInput, int> readSoundInput(const Options &options);

/// The same for commands that only look at what became of the jobs: single jobs may have errors.
tl::expected<BatchInput, int> readKnownInput(const Options &options);

/// Prints them to stderr, one a line.
void printDiagnostics(const QList<config::Diagnostic> &diagnostics);
QJsonArray toJson(const QList<config::Diagnostic> &diagnostics);

/// Ends a command that can't do its work: the words to stderr, and with --json as a document of
/// `error` and `details`.
int fail(const Options &options, int code, const QString &message, QJsonObject details = {});

} // namespace cli
