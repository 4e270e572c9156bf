// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/batchinput.h"

#include "catalog/modelcheck.h"
#include "cli/exitcode.h"
#include "cli/output/terminal.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;
using batch::Severity;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::BatchInput)
};

/// What the models don't allow, at the line where the job begins.
QList<config::Diagnostic> modelDiagnostics(const config::BatchFile &file)
{
    QList<config::Diagnostic> found;
    for (qsizetype i = 0; i < file.batch.jobs.size(); ++i) {
        const batch::Job &job = file.batch.jobs[i];
        if (!job.enabled)
            continue;
        for (const batch::Problem &problem : catalog::check(catalog::Catalog::builtIn(), job)) {
            config::Diagnostic diagnostic;
            diagnostic.severity = problem.severity;
            diagnostic.file = file.path;
            diagnostic.line = file.jobLines.value(i);
            diagnostic.key = batch::toKey(problem.field);
            diagnostic.job = job.name;
            diagnostic.message = problem.message;
            found.append(diagnostic);
        }
    }
    return found;
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

QList<batch::Job> BatchInput::enabledJobs() const
{
    QList<batch::Job> jobs = file.batch.jobs;
    jobs.removeIf([](const batch::Job &job) { return !job.enabled; });
    return jobs;
}

tl::expected<BatchInput, QList<config::Diagnostic>> readInput(const Options &options)
{
    auto file = config::readBatchFile(options.file);
    if (!file)
        return tl::unexpected(file.error());

    BatchInput input;
    input.file = *std::move(file);
    input.diagnostics = input.file.warnings + input.file.jobErrors + modelDiagnostics(input.file);
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
    if (input && input->errors() == 0)
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
