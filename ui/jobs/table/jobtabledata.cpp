// SPDX-License-Identifier: GPL-3.0-or-later
// What JobTableModel shows: its reading half.
#include "jobs/jobsize.h"
#include "jobs/jobstanding.h"
#include "jobs/jobtext.h"
#include "jobs/table/jobtablemodel.h"
#include "look/icons.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <QTextDocument>

namespace ui {

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobState;
using Kind = JobRow::Kind;

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
        return role == Qt::AccessibleTextRole ? QVariant(displayText(section, NameColumn))
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
    const auto column = static_cast<Column>(index.column());
    if (role == FromDefaultsRole)
        return isFromDefaults(index.row(), column);
    if (role >= Qt::UserRole && role != SortRole && role != SeverityRole && role != ProblemsRole)
        return rowData(index.row(), role);
    return cellData(index.row(), column, role);
}

QVariant JobTableModel::rowData(int row, int role) const
{
    const JobRow &of = m_rows.at(row);
    switch (role) {
    case JobIdRole:
        return QVariant::fromValue(of.id);
    case RowKindRole:
        return static_cast<int>(of.kind);
    case MediaTypeRole:
        return static_cast<int>(shownAt(row).type);
    case EnabledRole:
        return isEnabled(row);
    case CostMicrosRole:
        return costAt(row).cost.micros();
    case CostGuessRole:
        return costAt(row).guess;
    case StateRole:
        return static_cast<int>(stateAt(row));
    case FractionRole:
        return fractionAt(row);
    case DetailRole:
        return detailAt(row);
    case DetailIsErrorRole:
        return detailIsError(row);
    case JobCountRole:
        return jobCountText(row);
    case OpenRole:
        return canOpen(row) ? QVariant(isOpen(row)) : QVariant();
    case IndentRole:
        return int(m_folds) + int(!of.isHeading());
    default:
        return {};
    }
}

QVariant JobTableModel::cellData(int row, Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == EnabledColumn ? QVariant() : displayText(row, column);
    case Qt::EditRole:
        return editData(row, column);
    case Qt::CheckStateRole:
        return column == EnabledColumn ? checkState(row) : QVariant();
    case Qt::DecorationRole:
        if (column != TypeColumn || m_rows.at(row).kind == Kind::File)
            return {};
        return icon(shownAt(row).type == batch::MediaType::Image ? u"image"_s : u"film"_s,
                    Tone::Muted);
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

QVariant JobTableModel::editData(int row, Column column) const
{
    const int entry = m_rows.at(row).kind == Kind::Entry ? entryOf(row) : -1;
    const Job job = entry >= 0 ? m_document->job(entry) : shownAt(row);
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
        return QVariant::fromValue(sizeOf(job, modelOf(shownAt(row))));
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
    switch (column) {
    case EnabledColumn:
        return isEnabled(row) ? 0 : 1;
    case TypeColumn:
        return static_cast<int>(shownAt(row).type);
    case SizeColumn: {
        const Job job = shownAt(row);
        return sizeOrder(sizeOf(job, modelOf(job)), job.type);
    }
    case CostColumn:
        return costAt(row).cost.micros();
    case StateColumn:
        return static_cast<int>(stateAt(row));
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
    const Job *job = jobAt(row);
    if (!job)
        return summedText(row, column);
    switch (column) {
    case EnabledColumn:
        return job->enabled ? tr("Yes") : tr("No");
    case NameColumn:
        return job->name;
    case TypeColumn:
        return jobtext::type(job->type);
    case ModelColumn:
        return jobtext::model(m_document->catalog(), job->model);
    case PromptColumn:
        return job->prompt;
    case SizeColumn:
        return jobtext::size(*job, modelOf(*job));
    case CostColumn:
        return jobtext::cost(costAt(row));
    case StateColumn:
        return batch::toDisplay(stateAt(row));
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
                  {DetailIsErrorRole, "detailIsError"},
                  {RowKindRole, "rowKind"},
                  {JobCountRole, "jobCount"},
                  {OpenRole, "open"},
                  {IndentRole, "indent"},
                  {FromDefaultsRole, "fromDefaults"}});
    return names;
}

} // namespace ui
