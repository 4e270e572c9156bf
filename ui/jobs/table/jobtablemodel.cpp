// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/table/jobtablemodel.h"

#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <chrono>

namespace ui {

using batch::Job;
using batch::JobId;
using Kind = JobRow::Kind;

namespace {

constexpr auto tickInterval = std::chrono::milliseconds(250);

} // namespace

JobTableModel::JobTableModel(BatchDocument *document, RunSession *session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_session(session)
    , m_rows(document)
{
    m_rows.replace(m_rows.wanted());
    m_folds = m_rows.hasFolds();
    watchDocument();
    if (m_session)
        watchSession();
}

void JobTableModel::watchDocument()
{
    connect(m_document, &BatchDocument::aboutToReset, this, [this] { beginResetModel(); });
    connect(m_document, &BatchDocument::wasReset, this, [this] {
        m_active.clear();
        m_summaries.clear();
        m_fileSummaries.clear();
        m_rows.forgetOpen();
        m_rows.replace(m_rows.wanted());
        endResetModel();
        noteFolds();
    });
    connect(m_document, &BatchDocument::allChanged, this, &JobTableModel::followAll);
    connect(m_document, &BatchDocument::madeChanged, this, &JobTableModel::followMade);
    connect(m_document, &BatchDocument::jobChanged, this, &JobTableModel::updateEntry);
    // Names, sizes, costs and problems.
    connect(m_document, &BatchDocument::catalogChanged, this, [this] {
        m_summaries.clear();
        m_fileSummaries.clear();
        tellRows(0, rowCount() - 1);
    });
    connect(m_document, &BatchDocument::jobsInserted, this, &JobTableModel::insertEntries);
    connect(m_document, &BatchDocument::jobsAboutToBeRemoved, this, &JobTableModel::removeEntries);
    connect(m_document, &BatchDocument::jobsRemoved, this, &JobTableModel::noteFolds);
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

void JobTableModel::tellRows(int first, int last, Column from, Column to)
{
    if (first <= last)
        emit dataChanged(index(first, from), index(last, to));
}

void JobTableModel::updateEntry(int entry)
{
    m_summaries.remove(m_document->entry(entry).id());
    const int row = rowOfEntry(entry);
    tellRows(row, m_rows.blockEnd(row) - 1);
}

void JobTableModel::updateJob(JobId id)
{
    const int entry = m_document->rowOf(id);
    const int index = m_document->madeIndexOf(id);
    if (index < 0) {
        m_active.remove(id);
        return;
    }
    noteActive(id);
    const int row = rowOfJob(id);
    if (row >= 0)
        tellRows(row, row, CostColumn);
    if (const MadeJobs::IncludedFile *file = m_document->includedFileOf(index)) {
        m_fileSummaries.remove({file->path, file->number});
        if (const int heading = m_rows.rowOfFile(*file); heading >= 0)
            tellRows(heading, heading, CostColumn);
    } else if (m_document->isVaried(entry)) {
        m_summaries.remove(m_document->entry(entry).id());
        const int heading = rowOfEntry(entry);
        tellRows(heading, heading, CostColumn);
    }
}

void JobTableModel::updateAll()
{
    m_active.clear();
    m_summaries.clear();
    m_fileSummaries.clear();
    for (const Job &job : m_document->batch().jobs)
        noteActive(job.id);
    tellRows(0, rowCount() - 1, CostColumn);
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
        const int row = rowOfJob(id);
        if (row >= 0)
            tellRows(row, row, StateColumn);
    }
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.count();
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int JobTableModel::entryOf(int row) const
{
    return m_document->rowOf(m_rows.at(row).id);
}

int JobTableModel::rowOfEntry(int entry) const
{
    const bool there = entry >= 0 && entry < m_document->jobCount();
    return there ? m_rows.rowOfEntry(m_document->entry(entry).id()) : -1;
}

int JobTableModel::rowOfJob(JobId job) const
{
    const int row = m_rows.rowOfJob(job);
    return row >= 0 ? row : rowOfEntry(m_document->rowOf(job));
}

QList<JobId> JobTableModel::jobsOf(int row) const
{
    const JobRow &of = m_rows.at(row);
    QList<JobId> ids;
    const QList<Job> &jobs = m_document->batch().jobs;
    switch (of.kind) {
    case Kind::File:
        if (const MadeJobs::IncludedFile *file = m_rows.fileOf(row)) {
            for (int i = file->made.first; i < file->made.first + file->made.count; ++i)
                ids.append(jobs.at(i).id);
        }
        break;
    case Kind::Entry:
        if (const int entry = m_document->rowOf(of.id); entry >= 0) {
            const MadeJobs::Range made = m_document->made(entry);
            for (int i = made.first; i < made.first + made.count; ++i)
                ids.append(jobs.at(i).id);
        }
        break;
    case Kind::Included:
    case Kind::Made:
        ids.append(of.id);
        break;
    }
    return ids;
}

} // namespace ui
