// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/exporttable.h"

#include "jobs/jobstanding.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"
#include "sheet/mapping.h"
#include "sheet/writing.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ui::ExportTable", text);
}

QString number(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'g', 12) : QString();
}

template <typename Whole>
QString whole(const std::optional<Whole> &value)
{
    return value ? QString::number(*value) : QString();
}

struct ExportColumn
{
    QString heading;
    QString (*cell)(const ExportRow &);
    bool always; ///< else only where a row fills it
};

QList<ExportColumn> columns()
{
    const auto field = [](const char *key) { return sheet::fieldTitle(QString::fromLatin1(key)); };
    using Row = const ExportRow &;
    return {
        {field("name"), [](Row row) { return row.job.name; }, true},
        {field("type"), [](Row row) { return batch::toKey(row.job.type); }, true},
        {field("model"), [](Row row) { return row.job.model; }, true},
        {field("prompt"), [](Row row) { return row.job.prompt; }, true},
        {field("negative_prompt"),
         [](Row row) { return row.job.negativePrompt.value_or(QString()); }, false},
        {field("width"), [](Row row) { return whole(row.job.width); }, false},
        {field("height"), [](Row row) { return whole(row.job.height); }, false},
        {field("aspect_ratio"), [](Row row) { return row.job.aspectRatio.value_or(QString()); },
         false},
        {field("duration"), [](Row row) { return number(row.job.duration); }, false},
        {field("resolution"), [](Row row) { return row.job.resolution.value_or(QString()); },
         false},
        {field("image"), [](Row row) { return row.job.picture().value_or(QString()); }, false},
        {field("seed"), [](Row row) { return whole(row.job.seed); }, false},
        {field("enabled"), [](Row row) { return row.job.enabled ? QString() : u"false"_s; }, false},
        {words(QT_TRANSLATE_NOOP("ui::ExportTable", "State")), [](Row row) { return row.state; },
         true},
        {words(QT_TRANSLATE_NOOP("ui::ExportTable", "Cost (USD)")),
         [](Row row) { return row.cost ? row.cost->toDecimal() : QString(); }, true},
        {words(QT_TRANSLATE_NOOP("ui::ExportTable", "Cost is a guess")),
         [](Row row) { return row.guess ? u"true"_s : QString(); }, false},
        {words(QT_TRANSLATE_NOOP("ui::ExportTable", "Result")),
         [](Row row) { return row.resultFile; }, false},
    };
}

} // namespace

ExportRow exportRow(const BatchDocument &document, const RunSession *session, const batch::Job &job)
{
    const batch::JobState state = stateOf(session, job);
    const catalog::Estimate cost = costOf(document, session, job);
    ExportRow row{job, batch::toDisplay(state), cost.cost, cost.guess, {}};
    const engine::JobProgress *progress = session ? session->progressOf(job.id) : nullptr;
    if (progress && state == batch::JobState::Succeeded && !progress->result.outputs.isEmpty())
        row.resultFile = progress->result.outputs.first().path;
    return row;
}

ExportTable exportTable(const QList<ExportRow> &rows)
{
    QList<ExportColumn> shown = columns();
    shown.removeIf([&rows](const ExportColumn &column) {
        return !column.always && std::all_of(rows.begin(), rows.end(), [&column](const auto &row) {
            return column.cell(row).isEmpty();
        });
    });
    ExportTable table;
    for (const ExportColumn &column : std::as_const(shown))
        table.header.append(column.heading);
    for (const ExportRow &row : rows) {
        QStringList cells;
        for (const ExportColumn &column : std::as_const(shown))
            cells.append(column.cell(row));
        table.rows.append(cells);
    }
    return table;
}

QByteArray exportCsv(const QList<ExportRow> &rows)
{
    const ExportTable table = exportTable(rows);
    return sheet::toCsv(table.header, table.rows);
}

QString saveExport(const QList<ExportRow> &rows, const QString &path)
{
    const QByteArray table = exportCsv(rows);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(table) == table.size() && file.commit())
        return {};
    return file.errorString();
}

QString exportTsv(const ExportTable &table)
{
    return sheet::toTsv(table.header, table.rows);
}

QString exportHtml(const ExportTable &table)
{
    const auto line = [](const QStringList &cells, const QString &tag) {
        QString html = u"<tr>"_s;
        for (const QString &cell : cells) {
            // Spreadsheets take a break that is marked so as one within the cell.
            const QString text =
                sheet::guarded(cell.trimmed())
                    .toHtmlEscaped()
                    .replace(u'\n', u"<br style=\"mso-data-placement:same-cell\">"_s);
            html += u'<' + tag + u'>' + text + u"</"_s + tag + u'>';
        }
        return html + u"</tr>\n"_s;
    };
    QString html = u"<table>\n"_s + line(table.header, u"th"_s);
    for (const QStringList &row : table.rows)
        html += line(row, u"td"_s);
    return html + u"</table>"_s;
}

} // namespace ui
