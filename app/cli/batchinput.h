// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "cli/options/options.h"
#include "cli/refusedjob.h"
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
    /// What is known of the models: the list of the person's server (modelServer), never of one
    /// that the file names, and what the file says itself.
    catalog::Catalog catalog;
    QList<config::Diagnostic> diagnostics; ///< in the order of the file, then of included ones
    QList<RefusedJob> refused;             ///< of the enabled jobs, in the file's order
    bool isSound = true;                   ///< no errors but those of `refused`

    int errors() const;
    int warnings() const;
    /// The batch without the refused jobs: they are disabled in it.
    batch::Batch acceptedBatch() const;
};

/// Reads and checks the options' file. A file that can't be read at all comes as the error.
tl::expected<BatchInput, QList<config::Diagnostic>> readInput(const Options &options);

/// The same for commands that make something of the file: prints what is wrong to stderr. A file
/// with errors ends them, but for jobs that only their models refuse: those are for the command to
/// leave out. The code to leave with comes as the error, with the words said.
tl::expected<BatchInput, int> readSoundInput(const Options &options);

/// The same for commands that only look at what became of the jobs: single jobs may have errors.
tl::expected<BatchInput, int> readKnownInput(const Options &options);

/// Prints them to stderr, one a line.
void printDiagnostics(const QList<config::Diagnostic> &diagnostics);
QJsonArray toJson(const QList<config::Diagnostic> &diagnostics);

/// Ends a command that can't do its work: the words to stderr, and with --json as a document of
/// `error` and `details`.
int fail(const Options &options, int code, const QString &message, QJsonObject details = {});

/// Ends a command because of what is wrong with its file: that, and the words. Where the file can't
/// be read at all, the reason says it alone.
int failForErrors(const Options &options, const QList<config::Diagnostic> &diagnostics,
                  const QString &words);

} // namespace cli
