// SPDX-License-Identifier: GPL-3.0-or-later
// What JobTableModel shows: its reading half.
#include "jobs/jobtablemodel.h"

#include "jobs/jobsize.h"
#include "jobs/jobstanding.h"
#include "jobs/jobtext.h"
#include "look/icons.h"
#include "session/batchdocument.h"
#include "session/runsession.h"

#include <QTextDocument>

namespace ui {

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobState;

namespace {

/// The number of pixels of an image, the seconds of a video.
double sizeOrder(const JobSize &size, batch::MediaType type)
{
    return type == batch::MediaType::Image ? static_cast<double>(size.width) * size.height
                                           : size.duration;
}

/// A tool tip that wraps, whatever is in the text.
QString asToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

} // namespace

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // The rows' header is hidden: its titles are for screen readers.
    if (orientation == Qt::Vertical)
        return role == Qt::AccessibleTextRole ? QVariant(m_document->job(section).name)
                                              : QVariant();
    if (role == Qt::TextAlignmentRole) {
        return section == CostColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                     : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    const bool spoken = role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !spoken)
        return {};
    switch (static_cast<Column>(section)) {
    case EnabledColumn:
        return spoken ? tr("Part of the run") : QString();
    case NameColumn:
        return tr("Name");
    case TypeColumn:
        return tr("Type");
    case ModelColumn:
        return tr("Model");
    case PromptColumn:
        return tr("Prompt");
    case SizeColumn:
        return spoken ? tr("Size or length") : tr("Size");
    case CostColumn:
        return role == Qt::ToolTipRole ? tr("Estimated cost") : tr("Cost");
    case StateColumn:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const Job &job = m_document->job(row);
    switch (role) {
    case JobIdRole:
        return QVariant::fromValue(job.id);
    case MediaTypeRole:
        return static_cast<int>(job.type);
    case EnabledRole:
        return job.enabled;
    case CostMicrosRole:
        return costOf(*m_document, m_session, job).cost.micros();
    case CostGuessRole:
        return costOf(*m_document, m_session, job).guess;
    case StateRole:
        return static_cast<int>(stateOf(m_session, job));
    case FractionRole:
        return fractionOf(m_session, job);
    case DetailRole:
        return detailOf(*m_document, m_session, row);
    case DetailIsErrorRole: {
        const JobState state = stateOf(m_session, job);
        return state == JobState::Failed
            || (isKeptFromRunning(state) && batch::hasError(m_document->problems(row)));
    }
    default:
        return cellData(row, static_cast<Column>(index.column()), role);
    }
}

QVariant JobTableModel::cellData(int row, Column column, int role) const
{
    const Job &job = m_document->job(row);
    switch (role) {
    case Qt::DisplayRole:
        return column == EnabledColumn ? QVariant() : displayText(row, column);
    case Qt::EditRole:
        return editData(job, column);
    case Qt::CheckStateRole:
        return column == EnabledColumn ? QVariant(job.enabled ? Qt::Checked : Qt::Unchecked)
                                       : QVariant();
    case Qt::DecorationRole:
        if (column != TypeColumn)
            return {};
        return icon(job.type == batch::MediaType::Image ? u"image"_s : u"film"_s, Tone::Muted);
    case Qt::TextAlignmentRole:
        return column == CostColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return asToolTip(toolTip(row, column));
    case Qt::AccessibleTextRole:
        return accessibleText(row, column);
    case Qt::AccessibleDescriptionRole:
    case ProblemsRole:
        return problemText(row, column);
    case SeverityRole:
        return severity(row, column);
    case SortRole:
        return sortData(row, column);
    default:
        return {};
    }
}

QVariant JobTableModel::editData(const Job &job, Column column) const
{
    switch (column) {
    case NameColumn:
        return job.name;
    case TypeColumn:
        return static_cast<int>(job.type);
    case ModelColumn:
        return job.model;
    case PromptColumn:
        return job.prompt;
    case SizeColumn:
        return QVariant::fromValue(sizeOf(job, modelOf(job)));
    case EnabledColumn:
    case CostColumn:
    case StateColumn:
    case ColumnCount:
        break;
    }
    return {};
}

QVariant JobTableModel::sortData(int row, Column column) const
{
    const Job &job = m_document->job(row);
    switch (column) {
    case EnabledColumn:
        return job.enabled ? 0 : 1;
    case TypeColumn:
        return static_cast<int>(job.type);
    case SizeColumn:
        return sizeOrder(sizeOf(job, modelOf(job)), job.type);
    case CostColumn:
        return costOf(*m_document, m_session, job).cost.micros();
    case StateColumn:
        return static_cast<int>(stateOf(m_session, job));
    default:
        return displayText(row, column);
    }
}

const catalog::Model *JobTableModel::modelOf(const Job &job) const
{
    return m_document->catalog().find(job.model);
}

QString JobTableModel::displayText(int row, Column column) const
{
    const Job &job = m_document->job(row);
    switch (column) {
    case EnabledColumn:
        return job.enabled ? tr("Yes") : tr("No");
    case NameColumn:
        return job.name;
    case TypeColumn:
        return jobtext::type(job.type);
    case ModelColumn:
        return jobtext::model(m_document->catalog(), job.model);
    case PromptColumn:
        return job.prompt;
    case SizeColumn:
        return jobtext::size(job, modelOf(job));
    case CostColumn:
        return jobtext::cost(costOf(*m_document, m_session, job));
    case StateColumn:
        return batch::toDisplay(stateOf(m_session, job));
    case ColumnCount:
        break;
    }
    return {};
}

QHash<int, QByteArray> JobTableModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{JobIdRole, "jobId"},
                  {SortRole, "sort"},
                  {SeverityRole, "severity"},
                  {ProblemsRole, "problems"},
                  {MediaTypeRole, "mediaType"},
                  {EnabledRole, "enabled"},
                  {CostMicrosRole, "costMicros"},
                  {CostGuessRole, "costGuess"},
                  {StateRole, "state"},
                  {FractionRole, "fraction"},
                  {DetailRole, "detail"},
                  {DetailIsErrorRole, "detailIsError"}});
    return names;
}

} // namespace ui
