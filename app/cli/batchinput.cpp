// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/batchinput.h"

#include "batch/jobcheck.h"
#include "batch/references/references.h"
#include "catalog/cache.h"
#include "catalog/modelcheck.h"
#include "catalog/referencecheck.h"
#include "cli/exitcode.h"
#include "cli/models/modelserver.h"
#include "cli/output/terminal.h"
#include "config/keylines.h"
#include "engine/inputs/inputfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace cli {

using namespace Qt::StringLiterals;
using batch::Severity;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::BatchInput)
};

/// Where a problem is marked: the key as the batch file writes it.
QString keyOf(const batch::Problem &problem)
{
    const QString key = batch::toKey(problem.field);
    const bool inParams = problem.field == batch::Field::Params && !problem.parameter.isEmpty();
    return inParams ? key + u'.' + problem.parameter : key;
}

/// Whether one of these would be wrong with the job whatever its model: some need no prompt.
/// `references` is what is wrong with those to other jobs.
bool isWrongForAnyModel(const batch::Job &job, const QList<batch::Problem> &problems,
                        const QList<batch::Problem> &references)
{
    const QList<batch::Problem> general = batch::check(job) + references;
    return std::ranges::any_of(general, [&problems](const batch::Problem &each) {
        return each.severity == Severity::Error && problems.contains(each);
    });
}

/// Checks the enabled jobs: what is wrong with them goes to the input's diagnostics, each at the
/// line of its key. The files that they start from are looked at only where `files` says so: one
/// that is missing fails its job when it is run.
void checkJobs(BatchInput &input, bool files)
{
    const config::BatchFile &file = input.file;
    const auto names = batch::checkReferences(file.batch.jobs);
    const auto references = catalog::checkReferences(input.catalog, file.batch.jobs);
    const auto missing = files
        ? engine::checkFiles(input.catalog, file.batch.jobs, QFileInfo(file.path).absolutePath())
        : QHash<batch::JobId, QList<batch::Problem>>();
    std::optional<config::KeyLines> lines;
    for (qsizetype i = 0; i < file.batch.jobs.size(); ++i) {
        const batch::Job &job = file.batch.jobs[i];
        if (!job.enabled)
            continue;
        const QList<batch::Problem> problems =
            catalog::check(input.catalog, job) + references.value(job.id) + missing.value(job.id);
        const QString included = file.jobFiles.value(i);
        RefusedJob refused;
        refused.job = job.id;
        refused.name = job.name;
        refused.model = job.model;
        refused.file = included.isEmpty() ? file.path : included;
        refused.line = file.jobLines.value(i);
        for (const batch::Problem &problem : problems) {
            if (!lines)
                lines.emplace(file);
            config::Diagnostic diagnostic;
            diagnostic.severity = problem.severity;
            diagnostic.file = refused.file;
            diagnostic.key = keyOf(problem);
            diagnostic.line = lines->lineOf(i, diagnostic.key);
            diagnostic.job = job.name;
            diagnostic.message = problem.message;
            input.diagnostics.append(diagnostic);
            if (problem.severity == Severity::Error)
                refused.reasons.append(problem.message);
        }
        if (isWrongForAnyModel(job, problems, names.value(job.id)))
            input.isSound = false;
        else if (!refused.reasons.isEmpty())
            input.refused.append(refused);
    }
}

QString nothingWasDone()
{
    return Words::tr("Nothing was done, because the batch file has errors.");
}

int countOf(const QList<config::Diagnostic> &diagnostics, Severity severity)
{
    return static_cast<int>(
        std::ranges::count(diagnostics, severity, &config::Diagnostic::severity));
}

} // namespace

int BatchInput::errors() const
{
    return countOf(diagnostics, Severity::Error);
}

int BatchInput::warnings() const
{
    return countOf(diagnostics, Severity::Warning);
}

batch::Batch BatchInput::acceptedBatch() const
{
    batch::Batch batch = file.batch;
    QSet<batch::JobId> ids;
    for (const RefusedJob &job : refused)
        ids.insert(job.job);
    for (batch::Job &job : batch.jobs)
        job.enabled = job.enabled && !ids.contains(job.id);
    return batch;
}

tl::expected<BatchInput, QList<config::Diagnostic>> readInput(const Options &options)
{
    auto file = config::readBatchFile(options.file);
    if (!file)
        return tl::unexpected(file.error());

    BatchInput input;
    input.file = *std::move(file);
    input.diagnostics = input.file.warnings + input.file.jobErrors + input.file.expansionErrors;
    input.isSound = input.file.jobErrors.isEmpty() && input.file.expansionErrors.isEmpty();
    input.catalog =
        catalog::knownModels(modelServer(options)).withOverrides(input.file.batch.settings.models);
    checkJobs(input, options.command == Command::Validate);
    std::ranges::stable_sort(input.diagnostics, {}, [&](const config::Diagnostic &each) {
        const bool isOwn = each.file == input.file.path;
        return std::pair(isOwn ? QString() : each.file, each.line);
    });

    batch::BatchSettings &settings = input.file.batch.settings;
    if (options.concurrency)
        settings.maxWorkers = options.concurrency;
    if (!options.outputDir.isEmpty())
        settings.outputDir = QDir::current().absoluteFilePath(options.outputDir);
    return input;
}

tl::expected<BatchInput, int> readSoundInput(const Options &options)
{
    auto input = readInput(options);
    if (!input || !input->isSound) {
        const auto diagnostics = input ? input->diagnostics : input.error();
        return tl::unexpected(failForErrors(options, diagnostics, nothingWasDone()));
    }
    printDiagnostics(input->diagnostics);
    return *std::move(input);
}

tl::expected<BatchInput, int> readKnownInput(const Options &options)
{
    auto input = readInput(options);
    if (input)
        return *std::move(input);
    return tl::unexpected(failForErrors(options, input.error(), nothingWasDone()));
}

void printDiagnostics(const QList<config::Diagnostic> &diagnostics)
{
    for (const config::Diagnostic &diagnostic : diagnostics) {
        const bool warning = diagnostic.severity == Severity::Warning;
        printError(warning ? Words::tr("warning: %1").arg(diagnostic.toText())
                           : diagnostic.toText());
    }
}

QJsonArray toJson(const QList<config::Diagnostic> &diagnostics)
{
    QJsonArray array;
    for (const config::Diagnostic &diagnostic : diagnostics) {
        const bool warning = diagnostic.severity == Severity::Warning;
        array.append(QJsonObject{{u"severity"_s, warning ? u"warning"_s : u"error"_s},
                                 {u"file"_s, diagnostic.file},
                                 {u"line"_s, diagnostic.line},
                                 {u"column"_s, diagnostic.column},
                                 {u"key"_s, diagnostic.key},
                                 {u"job"_s, diagnostic.job},
                                 {u"message"_s, diagnostic.message}});
    }
    return array;
}

int fail(const Options &options, int code, const QString &message, QJsonObject details)
{
    printError(message);
    if (options.json) {
        details.insert(u"error"_s, message);
        details.insert(u"exit_code"_s, code);
        printJson(details);
    }
    return code;
}

int failForErrors(const Options &options, const QList<config::Diagnostic> &diagnostics,
                  const QString &words)
{
    const QJsonObject details{{u"diagnostics"_s, toJson(diagnostics)}};
    const bool isUnread = diagnostics.size() == 1 && diagnostics.first().line == 0
        && diagnostics.first().key.isEmpty();
    if (isUnread)
        return fail(options, BadInput, diagnostics.first().toText(), details);
    printDiagnostics(diagnostics);
    return fail(options, BadInput, words, details);
}

} // namespace cli
