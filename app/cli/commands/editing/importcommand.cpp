// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"
#include "catalog/cache.h"
#include "catalog/estimate.h"
#include "catalog/modelcheck.h"
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/commands/editing/fileedit.h"
#include "cli/exitcode.h"
#include "cli/models/modelserver.h"
#include "cli/output/terminal.h"
#include "config/keyedit.h"
#include "sheet/tojobs.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Import)
};

/// A table and how it was read.
struct Sheet
{
    sheet::Dialect dialect;
    sheet::Table table;
    sheet::Mapping mapping;
};

tl::expected<QByteArray, int> readBytes(const Options &options)
{
    QFile file(options.table);
    const bool isOpen = options.table == u"-" ? file.open(stdin, QIODevice::ReadOnly)
                                              : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        return tl::unexpected(
            fail(options, BadInput,
                 Words::tr("%1 can't be read (%2).").arg(options.table, file.errorString())));
    }
    return file.read(sheet::maxSheetBytes + 1);
}

/// What a person says of the columns in place of what was found out: COLUMN=KEY, the column by its
/// heading or its number from 1, the key as ColumnUse::toKey writes it.
std::optional<QString> mapColumns(const Options &options, Sheet &sheet)
{
    for (const QString &each : options.columns) {
        const qsizetype equals = each.lastIndexOf(u'=');
        const QString column = each.first(equals);
        bool isNumber = false;
        const int number = column.toInt(&isNumber);
        qsizetype at = sheet.table.header.indexOf(column);
        if (at < 0 && isNumber && number >= 1 && number <= sheet.table.columnCount())
            at = number - 1;
        if (at < 0)
            return Words::tr("The table has no column called %1.").arg(column);
        const auto use = sheet::ColumnUse::fromKey(each.sliced(equals + 1));
        if (!use) {
            return Words::tr("%1 is nothing that a column can be. Expected a key such as prompt, "
                             "{variable}, params.name, or nothing.")
                .arg(each.sliced(equals + 1));
        }
        sheet.mapping[at] = *use;
    }
    const QString fault = sheet::faultOf(sheet.mapping, sheet.table);
    return fault.isEmpty() ? std::nullopt : std::optional<QString>(fault);
}

tl::expected<Sheet, int> readSheet(const Options &options)
{
    const auto bytes = readBytes(options);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Sheet sheet;
    sheet.dialect = sheet::guessDialect(*bytes);
    if (!options.encoding.isEmpty())
        sheet.dialect.encoding = *sheet::encodingFromKey(options.encoding);
    if (!options.separator.isNull())
        sheet.dialect.separator = options.separator;
    if (options.quote)
        sheet.dialect.quote = *options.quote;
    if (options.hasHeader)
        sheet.dialect.hasHeader = *options.hasHeader;
    auto table = sheet::readTable(*bytes, sheet.dialect);
    if (!table)
        return tl::unexpected(
            fail(options, BadInput, options.table + u": "_s + table.error().toText()));
    sheet.table = *std::move(table);
    sheet.mapping = sheet::guessMapping(sheet.table);
    if (const auto fault = mapColumns(options, sheet))
        return tl::unexpected(fail(options, BadInput, options.table + u": "_s + *fault));
    return sheet;
}

/// What is known of the models, with what the batch itself says of them.
catalog::Catalog modelsFor(const Options &options, const batch::BatchSource &source)
{
    return catalog::knownModels(modelServer(options))
        .withOverrides(batch::madeSettings(source).models);
}

/// What all rows share: the assignments.
tl::expected<sheet::Template, int> templateFor(const Options &options,
                                               const catalog::Catalog &catalog)
{
    sheet::Template pattern;
    pattern.job.saysType = false;
    for (const QString &assignment : options.assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        const auto edited =
            config::withKey(pattern.job, assignment.first(equals), assignment.sliced(equals + 1));
        if (!edited)
            return tl::unexpected(fail(options, BadInput, edited.error()));
        pattern.job = *edited;
    }
    pattern.textParameters = [catalog](const QString &id) {
        const catalog::Model *model = catalog.find(id);
        return model ? model->textParameters() : QStringList();
    };
    return pattern;
}

QJsonArray columnsOf(const Sheet &sheet)
{
    QJsonArray columns;
    for (qsizetype i = 0; i < sheet.mapping.size(); ++i) {
        columns.append(QJsonObject{{u"column"_s, sheet::columnTitle(sheet.table, i)},
                                   {u"becomes"_s, sheet.mapping[i].toKey()}});
    }
    return columns;
}

void printSheet(const Sheet &sheet)
{
    print(Words::tr("Read as %1, %2, %3")
              .arg(sheet::displayName(sheet.dialect.encoding),
                   sheet::displayName(sheet.dialect.separator),
                   sheet.dialect.hasHeader ? Words::tr("with a header")
                                           : Words::tr("without a header")));
    for (qsizetype i = 0; i < sheet.mapping.size(); ++i) {
        const QString use = sheet.mapping[i].toKey();
        print(u"  %1 → %2"_s.arg(sheet::columnTitle(sheet.table, i),
                                 use.isEmpty() ? Words::tr("left out") : use));
    }
}

/// What the new jobs come to.
struct Outcome
{
    QList<sheet::RowProblem> problems; ///< of the import, and what the models refuse
    int refused = 0;                   ///< jobs that a run would leave out
    batch::Bill bill;                  ///< of the others
};

Outcome outcomeOf(const sheet::Import &import, const catalog::Catalog &catalog)
{
    Outcome outcome{import.problems, 0, {}};
    batch::Batch accepted;
    for (const sheet::Import::Made &made : import.made) {
        const QList<batch::Problem> found = catalog::check(catalog, made.job);
        for (const batch::Problem &problem : found)
            outcome.problems.append({made.row, made.line, {}, problem.message, problem.severity});
        if (batch::hasError(found))
            ++outcome.refused;
        else
            accepted.jobs.append(made.job);
    }
    std::ranges::stable_sort(outcome.problems, {}, &sheet::RowProblem::row);
    outcome.bill = catalog::estimate(catalog, accepted);
    return outcome;
}

QJsonArray toJson(const QList<sheet::RowProblem> &problems)
{
    QJsonArray array;
    for (const sheet::RowProblem &each : problems) {
        const bool isError = each.severity == batch::Severity::Error;
        array.append(QJsonObject{{u"row"_s, each.row},
                                 {u"line"_s, each.line},
                                 {u"column"_s, each.column},
                                 {u"severity"_s, isError ? u"error"_s : u"warning"_s},
                                 {u"message"_s, each.message}});
    }
    return array;
}

QJsonObject describe(const Sheet &sheet, const sheet::Import &import, const Outcome &outcome)
{
    const QChar quote = sheet.dialect.quote;
    return {{u"encoding"_s, sheet::toKey(sheet.dialect.encoding)},
            {u"separator"_s, QString(sheet.dialect.separator)},
            {u"quotes"_s, quote.isNull() ? QString() : QString(quote)},
            {u"header"_s, sheet.dialect.hasHeader},
            {u"columns"_s, columnsOf(sheet)},
            {u"rows"_s, int(import.jobs.size())},
            {u"jobs"_s, int(import.made.size())},
            {u"rows_left_out"_s, import.rowsLeftOut},
            {u"jobs_refused"_s, outcome.refused},
            {u"cost"_s, outcome.bill.all.total().usd()},
            {u"guess"_s, outcome.bill.all.guess},
            {u"problems"_s, toJson(outcome.problems)}};
}

void printOutcome(const sheet::Import &import, const Outcome &outcome)
{
    const batch::BillLine &all = outcome.bill.all;
    print(Words::tr("Jobs: %1, rows left out: %2, cost: %3%4")
              .arg(import.made.size())
              .arg(import.rowsLeftOut)
              .arg(all.guess ? u"≈ "_s : QString(), all.total().toDisplay()));
    if (outcome.refused > 0) {
        print(Words::tr("%n of the jobs have errors: a run leaves them out.", nullptr,
                        outcome.refused));
    }
}

} // namespace

int importSheet(const Options &options)
{
    const auto file = readToEdit(options, true);
    if (!file)
        return file.error();
    const auto sheet = readSheet(options);
    if (!sheet)
        return sheet.error();
    const catalog::Catalog catalog = modelsFor(options, file->source);
    const auto pattern = templateFor(options, catalog);
    if (!pattern)
        return pattern.error();
    const sheet::Import import =
        sheet::toJobs(sheet->table, sheet->mapping, *pattern, file->source);
    const Outcome outcome = outcomeOf(import, catalog);
    for (const QString &problem : sheet::toTexts(outcome.problems))
        printError(options.table + u": "_s + problem);
    const QJsonObject details = describe(*sheet, import, outcome);
    if (import.jobs.isEmpty()) {
        return fail(options, BadInput, Words::tr("No row of %1 makes a job.").arg(options.table),
                    details);
    }
    if (!options.json) {
        printSheet(*sheet);
        printOutcome(import, outcome);
    }
    batch::BatchSource source = file->source;
    source.jobs += import.jobs;
    const int left = import.rowsLeftOut > 0 ? JobsFailed : Succeeded;
    if (options.onlyShows) {
        if (const auto text = editedText(options, *file, source); !text)
            return text.error();
        if (options.json)
            printJson(details);
        return left;
    }
    const int saved = saveEdit(
        options, *file, source,
        Words::tr("%n jobs were added to %1.", nullptr, int(import.made.size())).arg(options.file),
        details);
    return saved == Succeeded ? left : saved;
}

} // namespace cli
