// SPDX-License-Identifier: GPL-3.0-or-later
// What JobTableModel says of rows of several jobs, and beyond its cells' texts: tool tips, words
// for screen readers.
#include "jobs/jobstanding.h"
#include "jobs/jobtext.h"
#include "jobs/table/jobtablemodel.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace ui {

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobState;
using Kind = JobRow::Kind;

QString JobTableModel::makerOf(int row) const
{
    const JobRow &of = m_rows.at(row);
    if (!of.file.isEmpty())
        return QFileInfo(of.file).fileName();
    const int entry = entryOf(row);
    return entry >= 0 ? m_document->entry(entry).job.name : QString();
}

QString JobTableModel::jobCountText(int row) const
{
    if (!isSummed(row))
        return {};
    const RowSummary &summary = summaryAt(row);
    if (summary.jobs == 0)
        return tr("no jobs");
    if (summary.enabled == summary.jobs || summary.enabled == 0)
        return tr("%n jobs", nullptr, summary.jobs);
    //: Some of the jobs that an entry makes are switched off: "23 of 24 jobs".
    return tr("%1 of %n jobs", nullptr, summary.jobs).arg(summary.enabled);
}

QString JobTableModel::summedText(int row, Column column) const
{
    const RowSummary &summary = summaryAt(row);
    const bool file = m_rows.at(row).kind == Kind::File;
    const Job written = file ? Job() : shownAt(row);
    switch (column) {
    case EnabledColumn:
        return isEnabled(row) ? tr("Yes") : tr("No");
    case NameColumn:
        return file ? makerOf(row) : written.name;
    case TypeColumn:
        return file ? QString() : jobtext::type(written.type);
    case ModelColumn:
        if (summary.models > 1)
            return file ? QString() : tr("%n models", nullptr, summary.models);
        return jobtext::model(m_document->catalog(),
                              summary.models == 1 ? summary.model : written.model);
    case PromptColumn:
        return file ? QString() : written.prompt;
    case SizeColumn:
        if (summary.sizes > 1)
            return file ? QString() : tr("%n sizes", nullptr, summary.sizes);
        return summary.size;
    case CostColumn:
        return summary.jobs > 0 ? jobtext::cost(summary.cost) : QString();
    case StateColumn:
        if (summary.jobs == 0)
            return tr("No jobs");
        if (!summary.isBegun())
            return batch::toDisplay(JobState::Draft);
        return tr("%1 of %2 done").arg(summary.done).arg(summary.counted);
    case ColumnCount:
        break;
    }
    return {};
}

QString JobTableModel::detailAt(int row) const
{
    if (const Job *job = jobAt(row))
        return detailOf(*m_document, m_session, *job);
    const RowSummary &summary = summaryAt(row);
    QStringList parts;
    if (summary.failed > 0)
        parts.append(tr("%n failed", nullptr, summary.failed));
    if (summary.unresolved > 0)
        parts.append(tr("%n undecided", nullptr, summary.unresolved));
    if (!parts.isEmpty() || summary.underWay + summary.waiting > 0)
        return parts.join(u" · "_s);
    return summary.jobs == 0 ? firstError(problemsOf(row)) : summary.firstError;
}

bool JobTableModel::detailIsError(int row) const
{
    if (const Job *job = jobAt(row)) {
        const JobState state = stateOf(m_session, *job);
        return state == JobState::Failed
            || (isKeptFromRunning(state) && batch::hasError(m_document->problemsOf(job->id)));
    }
    const RowSummary &summary = summaryAt(row);
    return summary.failed > 0 || summary.kept > 0 || summary.jobs == 0;
}

QString JobTableModel::accessibleText(int row, Column column) const
{
    const QString header = headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    QStringList parts{displayText(row, column)};
    if (column == StateColumn) {
        const QVariant fraction = fractionAt(row);
        if (fraction.isValid())
            parts.append(jobtext::percent(fraction.toDouble()));
    }
    if (column == NameColumn) {
        parts.append(jobCountText(row));
        if (canOpen(row))
            parts.append(isOpen(row) ? tr("open") : tr("closed"));
        if (!m_rows.at(row).isHeading())
            parts.append(tr("made by %1").arg(makerOf(row)));
    }
    parts.removeAll(QString());
    QString value = parts.join(u", "_s);
    if (column == StateColumn) {
        const QString detail = detailAt(row);
        if (!detail.isEmpty())
            value += u". "_s + detail;
    } else if (value.isEmpty()) {
        value = tr("empty");
    }
    //: What a cell shows, for screen readers: the column's title and the cell's text.
    return tr("%1: %2").arg(header, value);
}

QString JobTableModel::toolTip(int row, Column column) const
{
    if (m_rows.at(row).kind == Kind::File) {
        QStringList lines{QDir::toNativeSeparators(m_rows.at(row).file), problemText(row, column)};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    QStringList lines{problemText(row, column)};
    lines += details(row, column);
    if (isFromDefaults(row, column))
        lines.append(tr("From the defaults"));
    lines.removeAll(QString());
    lines.removeDuplicates();
    return lines.join(u'\n');
}

QStringList JobTableModel::details(int row, Column column) const
{
    const Job job = shownAt(row);
    const int entry = m_rows.at(row).kind == Kind::Entry ? entryOf(row) : -1;
    QStringList lines;
    switch (column) {
    case EnabledColumn:
        if (!canSwitch(row) && entryOf(row) >= 0)
            return {tr("%1 is switched off as a whole").arg(makerOf(row))};
        return {isEnabled(row) ? tr("Part of the run") : tr("Left out of the run")};
    case NameColumn:
        lines.append(displayText(row, NameColumn));
        lines.append(jobCountText(row));
        if (entry >= 0 && m_document->entry(entry).job.name != job.name)
            lines.append(tr("Written as %1").arg(m_document->entry(entry).job.name));
        break;
    case ModelColumn:
        lines += modelDetails(job);
        break;
    case PromptColumn: {
        lines.append(job.prompt);
        const QString written = entry >= 0 ? m_document->job(entry).prompt : job.prompt;
        if (written != job.prompt)
            lines.append(tr("Written as %1").arg(written));
        if (job.negativePrompt && !job.negativePrompt->isEmpty())
            lines.append(tr("Not to be seen: %1").arg(*job.negativePrompt));
        break;
    }
    case SizeColumn:
        if (const catalog::Model *model = modelOf(job);
            model && model->hasSchema && !isSummed(row)) {
            const QString sent = jobtext::sizeAsSent(job, *model);
            lines.append(sent.isEmpty() ? tr("The model decides by itself.")
                                        : tr("Asked for as %1").arg(sent));
        }
        break;
    case CostColumn:
        lines += costDetails(row);
        break;
    case StateColumn:
        lines.append(detailAt(row));
        break;
    case TypeColumn:
    case ColumnCount:
        break;
    }
    return lines;
}

QStringList JobTableModel::modelDetails(const Job &job) const
{
    QStringList lines{job.model};
    if (const std::optional<QString> picture = job.picture(); picture && !picture->isEmpty())
        lines.append(tr("From the picture %1").arg(*picture));
    if (job.seed)
        lines.append(tr("Seed %1").arg(*job.seed));
    return lines;
}

QStringList JobTableModel::costDetails(int row) const
{
    const Job *job = jobAt(row);
    if (!job) {
        const RowSummary &summary = summaryAt(row);
        return {summary.counted == summary.jobs
                    ? tr("Of all %n jobs", nullptr, summary.jobs)
                    : tr("Of the %n jobs that are switched on", nullptr, summary.counted)};
    }
    const catalog::Estimate cost = costAt(row);
    if (stateOf(m_session, *job) == JobState::Succeeded) {
        return {cost.guess
                    ? tr("The price of this model is not known for certain: this is a guess.")
                    : tr("Charged")};
    }
    QStringList lines;
    const catalog::Model *model = modelOf(*job);
    const QString calculation = model ? jobtext::calculation(*job, *model) : QString();
    if (!calculation.isEmpty())
        lines.append(tr("Estimated: %1").arg(calculation));
    //: Where a price comes from and how old it is.
    lines.append(tr("Price: %1").arg(catalog::originText(cost, QDateTime::currentDateTimeUtc())));
    return lines;
}

} // namespace ui
