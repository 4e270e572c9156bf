// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/batchinput.h"

#include "batch/jobcheck.h"
#include "catalog/cache.h"
#include "catalog/modelcheck.h"
#include "cli/exitcode.h"
#include "cli/models/modelserver.h"
#include "cli/output/terminal.h"
#include "config/keylines.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

#include <algorithm>
#include <optional>

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
bool isWrongForAnyModel(const batch::Job &job, const QList<batch::Problem> &problems)
{
    const QList<batch::Problem> general = batch::check(job);
    return std::ranges::any_of(general, [&problems](const batch::Problem &each) {
        return each.severity == Severity::Error && problems.contains(each);
    });
}

/// Checks the enabled jobs: what is wrong with them goes to the input's diagnostics, each at the
/// line of its key.
void checkJobs(BatchInput &input)
{
    const config::BatchFile &file = input.file;
    std::optional<config::KeyLines> lines;
    for (qsizetype i = 0; i < file.batch.jobs.size(); ++i) {
        const batch::Job &job = file.batch.jobs[i];
        if (!job.enabled)
            continue;
        const QList<batch::Problem> problems = catalog::check(input.catalog, job);
        RefusedJob refused{job.id, job.name, job.model, file.jobLines.value(i), {}};
        for (const batch::Problem &problem : problems) {
            if (!lines)
                lines.emplace(file);
            config::Diagnostic diagnostic;
            diagnostic.severity = problem.severity;
            diagnostic.file = file.path;
            diagnostic.key = keyOf(problem);
            diagnostic.line = lines->lineOf(i, diagnostic.key);
            diagnostic.job = job.name;
            diagnostic.message = problem.message;
            input.diagnostics.append(diagnostic);
            if (problem.severity == Severity::Error)
                refused.reasons.append(problem.message);
        }
        if (isWrongForAnyModel(job, problems))
            input.isSound = false;
        else if (!refused.reasons.isEmpty())
            input.refused.append(refused);
    }
}

int countOf(const QList<config::Diagnostic> &diagnostics, Severity severity)
{
    return static_cast<int>(
        std::ranges::count(diagnostics, severity, &config::Diagnostic::severity));
}

int failForErrors(const Options &options, const QList<config::Diagnostic> &diagnostics)
{
    return fail(options, BadInput,
                Words::tr("Nothing was done, because the batch file has errors."),
                {{u"diagnostics"_s, toJson(diagnostics)}});
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
    input.diagnostics = input.file.warnings + input.file.jobErrors;
    input.isSound = input.file.jobErrors.isEmpty();
    input.catalog =
        catalog::knownModels(modelServer(options)).withOverrides(input.file.batch.settings.models);
    checkJobs(input);
    std::ranges::stable_sort(input.diagnostics, {}, &config::Diagnostic::line);

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
    const auto diagnostics = input ? input->diagnostics : input.error();
    printDiagnostics(diagnostics);
    if (input && input->isSound)
        return *std::move(input);
    return tl::unexpected(failForErrors(options, diagnostics));
}

tl::expected<BatchInput, int> readKnownInput(const Options &options)
{
    auto input = readInput(options);
    if (input)
        return *std::move(input);
    printDiagnostics(input.error());
    return tl::unexpected(failForErrors(options, input.error()));
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

} // namespace cli
