// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtablemodel.h"

#include "jobs/jobedits.h"
#include "jobs/jobsize.h"
#include "jobs/jobtext.h"
#include "look/icons.h"
#include "session/batchdocument.h"
#include "session/runsession.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>
#include <chrono>
#include <tuple>

namespace ui {

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobId;

namespace {

constexpr auto tickInterval = std::chrono::milliseconds(250);
const QString rowsMimeType = u"application/x-rushes-rows"_s;

std::pair<Job, QList<catalog::Dropped>> parts(const catalog::ModelChange &change)
{
    return {change.job, change.dropped};
}

} // namespace

JobTableModel::JobTableModel(BatchDocument *document, RunSession *session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_session(session)
{
    watchDocument();
    if (m_session)
        watchSession();
}

void JobTableModel::watchDocument()
{
    connect(m_document, &BatchDocument::aboutToReset, this, [this] { beginResetModel(); });
    connect(m_document, &BatchDocument::wasReset, this, [this] {
        m_active.clear();
        endResetModel();
    });
    connect(m_document, &BatchDocument::jobChanged, this,
            [this](int row) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); });
    // Names, sizes, costs and problems.
    connect(m_document, &BatchDocument::catalogChanged, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
    connect(m_document, &BatchDocument::jobsAboutToBeInserted, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(m_document, &BatchDocument::jobsInserted, this, [this] { endInsertRows(); });
    connect(m_document, &BatchDocument::jobsAboutToBeRemoved, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(m_document, &BatchDocument::jobsRemoved, this, [this] { endRemoveRows(); });
    connect(m_document, &BatchDocument::jobsAboutToBeReordered, this, &JobTableModel::saveOrder);
    connect(m_document, &BatchDocument::jobsReordered, this, &JobTableModel::restoreOrder);
}

void JobTableModel::watchSession()
{
    m_ticker.setInterval(tickInterval);
    connect(&m_ticker, &QTimer::timeout, this, &JobTableModel::tick);
    connect(m_session, &RunSession::jobChanged, this, &JobTableModel::updateJob);
    connect(m_session, &RunSession::jobsChanged, this, &JobTableModel::updateAll);
}

void JobTableModel::saveOrder()
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_persistent.clear();
    for (const QModelIndex &each : persistentIndexList())
        m_persistent.append(m_document->job(each.row()).id);
}

void JobTableModel::restoreOrder()
{
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(m_document->rowOf(m_persistent.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    m_persistent.clear();
    emit layoutChanged({}, VerticalSortHint);
}

void JobTableModel::updateJob(JobId id)
{
    const int row = m_document->rowOf(id);
    if (row < 0)
        return;
    noteActive(id);
    emit dataChanged(index(row, CostColumn), index(row, StateColumn));
}

void JobTableModel::updateAll()
{
    m_active.clear();
    for (const Job &job : m_document->batch().jobs)
        noteActive(job.id);
    if (m_document->jobCount() > 0)
        emit dataChanged(index(0, CostColumn), index(m_document->jobCount() - 1, StateColumn));
}

void JobTableModel::noteActive(JobId id)
{
    const engine::JobProgress *progress = m_session->progressOf(id);
    if (progress && !progress->parked && m_session->stateOf(id) == batch::JobState::Generating) {
        m_active.insert(id);
        if (!m_ticker.isActive())
            m_ticker.start();
    } else {
        m_active.remove(id);
    }
}

void JobTableModel::tick()
{
    if (m_active.isEmpty())
        m_ticker.stop();
    for (const JobId id : std::as_const(m_active)) {
        const int row = m_document->rowOf(id);
        if (row >= 0)
            emit dataChanged(index(row, StateColumn), index(row, StateColumn));
    }
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_document->jobCount();
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool JobTableModel::hasSize(const Job &job) const
{
    return !sizeChoices(job.type, modelOf(job)).isEmpty();
}

Qt::ItemFlags JobTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between rows, never onto one
    Qt::ItemFlags flags =
        Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == EnabledColumn)
        flags |= Qt::ItemIsUserCheckable;
    else if (index.column() != CostColumn && index.column() != StateColumn
             && (index.column() != SizeColumn || hasSize(m_document->job(index.row()))))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool JobTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    const bool checks = index.column() == EnabledColumn;
    if (role != (checks ? Qt::CheckStateRole : Qt::EditRole))
        return false;

    Job job = m_document->job(index.row());
    const catalog::Catalog &catalog = m_document->catalog();
    QString text;
    QList<catalog::Dropped> dropped;
    switch (static_cast<Column>(index.column())) {
    case EnabledColumn:
        job.enabled = value.toInt() == Qt::Checked;
        text = job.enabled ? tr("Switch job on") : tr("Switch job off");
        break;
    case NameColumn:
        job.name = value.toString().simplified();
        text = tr("Rename job");
        break;
    case TypeColumn:
        std::tie(job, dropped) =
            parts(withType(job, static_cast<batch::MediaType>(value.toInt()), catalog));
        text = tr("Change type");
        break;
    case ModelColumn:
        std::tie(job, dropped) =
            parts(catalog::changeModel(catalog, job, value.toString().trimmed()));
        text = tr("Change model");
        break;
    case PromptColumn:
        job.prompt = value.toString();
        text = tr("Edit prompt");
        break;
    case SizeColumn:
        if (!value.canConvert<JobSize>())
            return false;
        job = withSize(job, value.value<JobSize>(), modelOf(job));
        text = job.type == batch::MediaType::Image ? tr("Change size") : tr("Change length");
        break;
    case CostColumn:
    case StateColumn:
    case ColumnCount:
        return false;
    }
    m_document->changeJob(index.row(), job, text);
    if (!dropped.isEmpty()) {
        emit parametersDropped(
            jobtext::dropped(dropped, job.name, jobtext::model(catalog, job.model)));
    }
    return true;
}

void JobTableModel::toggleEnabled(const QList<int> &rows)
{
    const bool allOn = std::all_of(rows.begin(), rows.end(),
                                   [this](int row) { return m_document->job(row).enabled; });
    QHash<int, Job> changed;
    for (const int row : rows) {
        Job job = m_document->job(row);
        job.enabled = !allOn;
        changed.insert(row, job);
    }
    const auto count = static_cast<int>(changed.size());
    if (count == 1)
        m_document->changeJobs(changed, allOn ? tr("Switch job off") : tr("Switch job on"));
    else
        m_document->changeJobs(changed,
                               allOn ? tr("Switch %n jobs off", nullptr, count)
                                     : tr("Switch %n jobs on", nullptr, count));
}

QStringList JobTableModel::mimeTypes() const
{
    return {rowsMimeType};
}

QMimeData *JobTableModel::mimeData(const QModelIndexList &indexes) const
{
    QList<int> rows;
    for (const QModelIndex &each : indexes)
        rows.append(each.row());
    std::sort(rows.begin(), rows.end());
    rows.resize(std::unique(rows.begin(), rows.end()) - rows.begin());
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << rows;
    auto *data = new QMimeData;
    data->setData(rowsMimeType, bytes);
    return data;
}

bool JobTableModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                    const QModelIndex &) const
{
    return action == Qt::MoveAction && data->hasFormat(rowsMimeType);
}

bool JobTableModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                 const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    QList<int> rows;
    QDataStream stream(data->data(rowsMimeType));
    stream >> rows;
    int before = row >= 0 ? row : rowCount();
    if (row < 0 && parent.isValid())
        before = parent.row();
    m_document->moveJobs(rows, before);
    return true;
}

} // namespace ui
