// SPDX-License-Identifier: GPL-3.0-or-later
// What JobTableModel says beyond its cells' texts: problems, tool tips, words for screen readers.
#include "jobs/jobtablemodel.h"

#include "jobs/jobstanding.h"
#include "jobs/jobtext.h"
#include "session/batchdocument.h"
#include "session/runsession.h"

#include <QDateTime>

namespace ui {

using namespace Qt::StringLiterals;
using batch::Field;
using batch::Job;
using batch::JobState;

namespace {

JobTableModel::Column columnOf(Field field)
{
    switch (field) {
    case Field::Name:
        return JobTableModel::NameColumn;
    case Field::Type:
        return JobTableModel::TypeColumn;
    case Field::Model:
    case Field::Image:
    case Field::ImageUrl:
    case Field::Seed:
    case Field::Params:
        return JobTableModel::ModelColumn;
    case Field::Prompt:
    case Field::NegativePrompt:
        return JobTableModel::PromptColumn;
    case Field::Width:
    case Field::Height:
    case Field::AspectRatio:
    case Field::Duration:
    case Field::Resolution:
        return JobTableModel::SizeColumn;
    case Field::MaxWait:
    case Field::MaxRetries:
        break;
    }
    return JobTableModel::StateColumn;
}

} // namespace

QString JobTableModel::accessibleText(int row, Column column) const
{
    const QString header = headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    QString value = displayText(row, column);
    if (column == StateColumn) {
        const QVariant fraction = fractionOf(m_session, m_document->job(row));
        if (fraction.isValid())
            value += u", "_s + jobtext::percent(fraction.toDouble());
        const QString detail = detailOf(*m_document, m_session, row);
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
    const Job &job = m_document->job(row);
    QStringList lines{problemText(row, column)};
    switch (column) {
    case EnabledColumn:
        lines.append(job.enabled ? tr("Part of the run") : tr("Left out of the run"));
        break;
    case NameColumn:
        lines.append(job.name);
        break;
    case ModelColumn:
        lines += modelDetails(job);
        break;
    case PromptColumn:
        lines.append(job.prompt);
        if (job.negativePrompt && !job.negativePrompt->isEmpty())
            lines.append(tr("Not to be seen: %1").arg(*job.negativePrompt));
        break;
    case SizeColumn:
        if (const catalog::Model *model = modelOf(job); model && model->hasSchema) {
            const QString sent = jobtext::sizeAsSent(job, *model);
            lines.append(sent.isEmpty() ? tr("The model decides by itself.")
                                        : tr("Asked for as %1").arg(sent));
        }
        break;
    case CostColumn:
        lines += costDetails(job);
        break;
    case StateColumn: {
        const QString detail = detailOf(*m_document, m_session, row);
        if (!lines.contains(detail))
            lines.append(detail);
        break;
    }
    case TypeColumn:
    case ColumnCount:
        break;
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
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

QStringList JobTableModel::costDetails(const Job &job) const
{
    if (stateOf(m_session, job) == JobState::Succeeded) {
        return {costOf(*m_document, m_session, job).guess
                    ? tr("The price of this model is not known: this is a guess.")
                    : tr("Charged")};
    }
    QStringList lines;
    const catalog::Model *model = modelOf(job);
    const QString calculation = model ? jobtext::calculation(job, *model) : QString();
    if (!calculation.isEmpty())
        lines.append(tr("Estimated: %1").arg(calculation));
    const catalog::Estimate estimate = catalog::estimate(m_document->catalog(), job);
    //: Where a price comes from and how old it is.
    lines.append(
        tr("Price: %1").arg(catalog::originText(estimate, QDateTime::currentDateTimeUtc())));
    return lines;
}

QList<batch::Problem> JobTableModel::problemsAt(int row, Column column) const
{
    QList<batch::Problem> problems = m_document->problems(row);
    problems.removeIf(
        [column](const batch::Problem &problem) { return columnOf(problem.field) != column; });
    return problems;
}

QString JobTableModel::problemText(int row, Column column) const
{
    QStringList lines;
    for (const batch::Problem &problem : problemsAt(row, column))
        lines.append(problem.message);
    return lines.join(u'\n');
}

QVariant JobTableModel::severity(int row, Column column) const
{
    const QList<batch::Problem> problems = problemsAt(row, column);
    if (problems.isEmpty())
        return {};
    return static_cast<int>(batch::hasError(problems) ? batch::Severity::Error
                                                      : batch::Severity::Warning);
}

} // namespace ui
