// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/editing/fileedit.h"

#include "batch/expansion/expand.h"
#include "batch/jobcheck.h"
#include "batch/references/references.h"
#include "catalog/cache.h"
#include "catalog/modelcheck.h"
#include "cli/batchinput.h"
#include "cli/exitcode.h"
#include "cli/models/modelserver.h"
#include "cli/output/terminal.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::FileEdit)
};

/// What is wrong with a job whatever its model: some need no prompt, so that is asked, too.
QList<batch::Problem> errorsOf(const batch::Job &job, const catalog::Catalog &catalog)
{
    if (!job.enabled)
        return {};
    QList<batch::Problem> problems = batch::check(job);
    if (!problems.isEmpty()) {
        const QList<batch::Problem> byModel = catalog::check(catalog, job);
        problems.removeIf([&byModel](const batch::Problem &each) {
            return each.severity != batch::Severity::Error || !byModel.contains(each);
        });
    }
    return problems;
}

/// All that is wrong with a file, but for what single models don't take.
QList<config::Diagnostic> errorsOf(const config::BatchFile &file, const catalog::Catalog &catalog)
{
    QList<config::Diagnostic> errors = file.jobErrors + file.expansionErrors;
    const auto references = batch::checkReferences(file.batch.jobs);
    for (qsizetype i = 0; i < file.batch.jobs.size(); ++i) {
        const batch::Job &job = file.batch.jobs[i];
        for (const batch::Problem &problem : errorsOf(job, catalog) + references.value(job.id)) {
            config::Diagnostic error;
            error.file = file.jobFiles[i].isEmpty() ? file.path : file.jobFiles[i];
            error.line = file.jobLines[i];
            error.key = batch::toKey(problem.field);
            error.job = job.name;
            error.message = problem.message;
            errors.append(error);
        }
    }
    return errors;
}

/// What an error is about, wherever it stands and whatever its job is called: both change with an
/// edit that has nothing to do with it.
QString subjectOf(const config::Diagnostic &error)
{
    static const QRegularExpression entry(u"^jobs\\[[0-9]+\\]"_s);
    static const QRegularExpression number(u"[0-9]+"_s);
    QString message = error.message;
    if (!error.job.isEmpty())
        message.remove(error.job);
    return QString(error.key).remove(entry) + u'\n' + message.remove(number);
}

/// The errors that the file has now and did not have before.
QList<config::Diagnostic> newErrors(const Options &options, const config::BatchFile &before,
                                    const config::BatchFile &now)
{
    const catalog::Catalog known = catalog::knownModels(modelServer(options));
    const auto all = [&known](const config::BatchFile &file) {
        return errorsOf(file, known.withOverrides(file.batch.settings.models));
    };
    QHash<QString, int> old;
    for (const config::Diagnostic &error : all(before))
        ++old[subjectOf(error)];
    QList<config::Diagnostic> errors = all(now);
    errors.removeIf(
        [&old](const config::Diagnostic &error) { return --old[subjectOf(error)] >= 0; });
    return errors;
}

/// What a save leaves alone; null for a file that begins.
const config::BatchFile *originOf(const config::BatchFile &file)
{
    return file.text.isEmpty() ? nullptr : &file;
}

/// A file that begins is in the house's layout anyway.
config::Layout layoutFor(const Options &options, const config::BatchFile *origin)
{
    return options.clean && origin ? config::Layout::Clean : config::Layout::Kept;
}

/// What an entry and its jobs are called, and what all others are.
struct Names
{
    QStringList own; ///< in their order
    QSet<QString> others;
};

Names namesIn(const batch::BatchSource &source, batch::JobId entry)
{
    Names names;
    const auto take = [&](batch::JobId maker, const QString &name) {
        if (maker == entry)
            names.own.append(name);
        else
            names.others.insert(name);
    };
    for (const batch::JobSource &each : source.jobs)
        take(each.id(), each.job.name);
    for (const batch::MadeJob &made : batch::expand(source).jobs)
        take(made.source, made.job.name);
    return names;
}

} // namespace

tl::expected<config::BatchFile, int> readToEdit(const Options &options, bool mayBeNew)
{
    if (mayBeNew && !QFileInfo::exists(options.file)) {
        config::BatchFile empty;
        empty.path = options.file;
        empty.format = config::formatFor(options.file);
        return empty;
    }
    auto file = config::readBatchFile(options.file);
    const QList<config::Diagnostic> errors = file ? file->jobErrors : file.error();
    if (errors.isEmpty())
        return *std::move(file);
    return tl::unexpected(failForErrors(
        options, errors, Words::tr("Nothing was changed, because the batch file has errors.")));
}

tl::expected<qsizetype, int> entryNamed(const Options &options, const config::BatchFile &file,
                                        const QString &name)
{
    QList<qsizetype> found;
    QStringList lines;
    for (qsizetype i = 0; i < file.source.jobs.size(); ++i) {
        if (file.source.jobs[i].job.name != name)
            continue;
        found.append(i);
        lines.append(QString::number(file.entryLines.value(i)));
    }
    if (found.size() == 1)
        return found.first();
    if (found.size() > 1) {
        return tl::unexpected(fail(options, BadInput,
                                   Words::tr("Several jobs of %1 are called %2 (lines %3). Give "
                                             "them names of their own first.")
                                       .arg(options.file, name, lines.join(u", "_s))));
    }
    for (const batch::MadeJob &made : batch::expand(file.source).jobs) {
        if (made.job.name != name)
            continue;
        const QString words = made.entry < 0
            ? Words::tr("%1 comes from %2. Change it there.").arg(name, made.includedFrom)
            : Words::tr("%1 is one of the jobs that %2 makes (line %3). Change that one.")
                  .arg(name, file.source.jobs[made.entry].job.name)
                  .arg(file.entryLines[made.entry]);
        return tl::unexpected(fail(options, BadInput, words));
    }
    return tl::unexpected(
        fail(options, BadInput, Words::tr("No job of %1 is called %2.").arg(options.file, name)));
}

QString takenName(const batch::BatchSource &before, const batch::BatchSource &now,
                  batch::JobId entry)
{
    const Names old = namesIn(before, entry);
    const Names all = namesIn(now, entry);
    for (const QString &name : all.own) {
        const bool wasShared = old.own.contains(name) && old.others.contains(name);
        if (all.others.contains(name) && !wasShared)
            return name;
    }
    return {};
}

int failForName(const Options &options, const QString &name)
{
    return fail(
        options, BadInput,
        Words::tr("%1 has a job called %2 already. Choose another name.").arg(options.file, name));
}

tl::expected<QByteArray, int> editedText(const Options &options, const config::BatchFile &file,
                                         const batch::BatchSource &source)
{
    const config::BatchFile *origin = originOf(file);
    const auto text = layoutFor(options, origin) == config::Layout::Clean
        ? tl::expected<QByteArray, QString>(config::cleanText(source, file.format, origin))
        : config::writeBatch(source, file.format, origin);
    if (!text) {
        const bool cleanHelps = origin && config::needsCleanText(source, *origin);
        return tl::unexpected(fail(
            options, BadInput,
            u"%1: %2"_s.arg(options.file,
                            cleanHelps
                                ? text.error() + u' ' + Words::tr("The option --clean does so.")
                                : text.error())));
    }
    const auto read = config::readBatch(*text, file.format, options.file);
    const QList<config::Diagnostic> errors = read ? newErrors(options, file, *read) : read.error();
    if (!errors.isEmpty()) {
        return tl::unexpected(failForErrors(
            options, errors,
            Words::tr("Nothing was written: the file would have these errors then.")));
    }
    return *text;
}

int saveEdit(const Options &options, const config::BatchFile &file,
             const batch::BatchSource &source, const QString &words, QJsonObject details)
{
    const auto text = editedText(options, file, source);
    if (!text)
        return text.error();
    const bool changed = *text != file.text;
    if (changed) {
        const config::BatchFile *origin = originOf(file);
        const auto saved = config::saveBatchFile(source, options.file, origin,
                                                 layoutFor(options, origin), file.text);
        if (!saved)
            return fail(options, BadInput, u"%1: %2"_s.arg(options.file, saved.error()));
    }
    if (options.json) {
        details.insert(u"file"_s, options.file);
        details.insert(u"changed"_s, changed);
        printJson(details);
    } else {
        print(changed ? words : Words::tr("%1 says so already.").arg(options.file));
    }
    return Succeeded;
}

} // namespace cli
