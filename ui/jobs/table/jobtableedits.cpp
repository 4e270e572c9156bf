// SPDX-License-Identifier: GPL-3.0-or-later
// What JobTableModel lets a person change: its writing half.
#include "jobs/jobedits.h"
#include "jobs/jobsize.h"
#include "jobs/jobtext.h"
#include "jobs/table/jobtablemodel.h"
#include "session/document/batchdocument.h"
#include "session/jobmime.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>
#include <tuple>

namespace ui {

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobId;
using Kind = JobRow::Kind;

namespace {

const QString rowsMimeType = u"application/x-rushes-rows"_s;

std::pair<Job, QList<catalog::Dropped>> parts(const catalog::ModelChange &change)
{
    return {change.job, change.dropped};
}

/// The keys of an entry that a column is about.
QStringList keysOf(JobTableModel::Column column)
{
    switch (column) {
    case JobTableModel::TypeColumn:
        return {u"type"_s};
    case JobTableModel::ModelColumn:
        return {u"model"_s};
    case JobTableModel::SizeColumn:
        return {u"width"_s, u"height"_s, u"aspect_ratio"_s, u"duration"_s, u"resolution"_s};
    default:
        return {};
    }
}

} // namespace

bool JobTableModel::hasSize(const Job &job) const
{
    return !sizeChoices(job.type, modelOf(job)).isEmpty();
}

bool JobTableModel::canEdit(int row, Column column) const
{
    const int entry = entryOf(row);
    if (m_rows.at(row).kind != Kind::Entry || entry < 0 || column == EnabledColumn
        || column == CostColumn || column == StateColumn) {
        return false;
    }
    // What an axis says is edited there.
    const QStringList keys = keysOf(column);
    for (const batch::Axis &axis : m_document->entry(entry).matrix) {
        if (keys.contains(axis.name))
            return false;
    }
    return column != SizeColumn || hasSize(shownAt(row));
}

bool JobTableModel::canSwitch(int row) const
{
    const int entry = entryOf(row);
    if (entry < 0)
        return false;
    // One that an entry makes which is switched off as a whole follows that.
    return m_rows.at(row).kind == Kind::Entry || m_document->entry(entry).job.enabled;
}

Qt::ItemFlags JobTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between rows
    const int row = index.row();
    const auto column = static_cast<Column>(index.column());
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (m_rows.at(row).kind == Kind::Entry)
        flags |= Qt::ItemIsDragEnabled;
    if (column == EnabledColumn && canSwitch(row))
        flags |= Qt::ItemIsUserCheckable;
    if (canEdit(row, column))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool JobTableModel::change(int row, Column column, const QVariant &value, Job *job, QString *text,
                           QList<catalog::Dropped> *dropped) const
{
    const catalog::Catalog &catalog = m_document->catalog();
    switch (column) {
    case NameColumn:
        job->name = value.toString().simplified();
        *text = tr("Rename job");
        return true;
    case TypeColumn:
        std::tie(*job, *dropped) =
            parts(withType(*job, static_cast<batch::MediaType>(value.toInt()), catalog));
        *text = tr("Change type");
        return true;
    case ModelColumn:
        *text = tr("Change model");
        // To say none is to leave it to the defaults.
        if (value.toString().trimmed().isEmpty())
            job->model.clear();
        else
            std::tie(*job, *dropped) =
                parts(catalog::changeModel(catalog, *job, value.toString().trimmed()));
        return true;
    case PromptColumn:
        job->prompt = value.toString();
        *text = tr("Edit prompt");
        return true;
    case SizeColumn:
        if (!value.canConvert<JobSize>())
            return false;
        *job = withSize(*job, value.value<JobSize>(), modelOf(shownAt(row)));
        *text = job->type == batch::MediaType::Image ? tr("Change size") : tr("Change length");
        return true;
    case EnabledColumn:
    case CostColumn:
    case StateColumn:
    case ColumnCount:
        break;
    }
    return false;
}

bool JobTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    const int row = index.row();
    const auto column = static_cast<Column>(index.column());
    const bool checks = column == EnabledColumn;
    if (role != (checks ? Qt::CheckStateRole : Qt::EditRole)
        || !(checks ? canSwitch(row) : canEdit(row, column))) {
        return false;
    }
    const int entry = entryOf(row);
    if (checks) {
        const bool on = value.toInt() == Qt::Checked;
        if (m_rows.at(row).kind == Kind::Made)
            m_document->setMadeEnabled({m_rows.at(row).id}, on);
        else
            m_document->setEnabled({entry}, {}, on);
        return true;
    }
    Job job = m_document->job(entry);
    QString text;
    QList<catalog::Dropped> dropped;
    if (!change(row, column, value, &job, &text, &dropped))
        return false;
    m_document->changeJob(entry, job, text);
    const QList<catalog::Dropped> still = takeStillSaid(&dropped, m_document->job(entry));
    const QString model = jobtext::model(m_document->catalog(), job.model);
    QStringList words{jobtext::dropped(dropped, job.name, model),
                      jobtext::stillSaid(still, job.name, model)};
    words.removeAll(QString());
    if (!words.isEmpty())
        emit parametersDropped(words.join(u' '));
    return true;
}

void JobTableModel::toggleEnabled(const QList<int> &rows)
{
    QList<int> entries;
    QSet<int> whole;
    QList<JobId> made;
    bool allOn = true;
    for (const int row : rows) {
        if (!canSwitch(row))
            continue;
        allOn = allOn && isEnabled(row);
        if (m_rows.at(row).kind == Kind::Entry) {
            entries.append(entryOf(row));
            whole.insert(entries.constLast());
        } else if (!whole.contains(entryOf(row))) { // it goes with its entry
            made.append(m_rows.at(row).id);
        }
    }
    if (!entries.isEmpty() || !made.isEmpty())
        m_document->setEnabled(entries, made, !allOn);
}

QStringList JobTableModel::mimeTypes() const
{
    return {rowsMimeType, jobmime::type};
}

QMimeData *JobTableModel::mimeData(const QModelIndexList &indexes) const
{
    QList<int> entries;
    for (const QModelIndex &each : indexes) {
        if (m_rows.at(each.row()).kind == Kind::Entry)
            entries.append(entryOf(each.row()));
    }
    std::sort(entries.begin(), entries.end());
    entries.resize(std::unique(entries.begin(), entries.end()) - entries.begin());
    // Ids, as the rows may be others when they are dropped.
    QList<quint64> ids;
    for (const int entry : std::as_const(entries))
        ids.append(static_cast<quint64>(m_document->entry(entry).id()));
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << ids;
    auto *data = new QMimeData;
    data->setData(rowsMimeType, bytes);
    return data;
}

bool JobTableModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                    const QModelIndex &parent) const
{
    if (data->hasFormat(rowsMimeType))
        return action == Qt::MoveAction;
    const auto result = jobmime::resultIn(data);
    if (!result || row >= 0 || !parent.isValid())
        return false;
    // Onto an entry that makes something else.
    const int entry = entryOf(parent.row());
    return m_rows.at(parent.row()).kind == Kind::Entry && entry >= 0
        && m_document->rowOf(result->job) != entry;
}

bool JobTableModel::dropResult(const QString &address, int row)
{
    const int entry = entryOf(row);
    Job job = m_document->job(entry);
    job.setPicture(address);
    m_document->changeJob(entry, job, tr("Use a result as the picture"));
    return true;
}

bool JobTableModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                 const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    if (!data->hasFormat(rowsMimeType))
        return dropResult(jobmime::resultIn(data)->address, parent.row());
    QList<quint64> ids;
    QDataStream stream(data->data(rowsMimeType));
    stream >> ids;
    // Those that are gone since the drag began have no row.
    QList<int> entries;
    for (const quint64 id : std::as_const(ids))
        entries.append(m_document->rowOf(JobId{id}));
    entries.removeAll(-1);
    int before = row >= 0 ? row : rowCount();
    if (row < 0 && parent.isValid())
        before = parent.row();
    // Between what an entry makes there is no place: below it is the next.
    while (before < rowCount() && m_rows.at(before).kind != Kind::Entry)
        ++before;
    m_document->moveJobs(entries, before < rowCount() ? entryOf(before) : m_document->jobCount());
    return true;
}

} // namespace ui
