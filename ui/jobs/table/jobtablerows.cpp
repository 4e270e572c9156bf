// SPDX-License-Identifier: GPL-3.0-or-later
// What JobTableModel's rows stand for: one job, several, or an entry that makes none.
#include "jobs/jobstanding.h"
#include "jobs/table/jobtablemodel.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

namespace ui {

using batch::Job;
using batch::JobState;
using Kind = JobRow::Kind;

const Job *JobTableModel::jobAt(int row) const
{
    const JobRow &of = m_rows.at(row);
    if (of.kind == Kind::File)
        return nullptr;
    if (of.kind != Kind::Entry)
        return m_document->madeJob(of.id);
    const int entry = m_document->rowOf(of.id);
    if (entry < 0 || m_document->isVaried(entry))
        return nullptr;
    return &m_document->batch().jobs.at(m_document->made(entry).first);
}

Job JobTableModel::shownAt(int row) const
{
    if (const Job *job = jobAt(row))
        return *job;
    const int entry = entryOf(row);
    return entry >= 0 ? m_document->job(entry) : Job();
}

const RowSummary &JobTableModel::summaryAt(int row) const
{
    const JobRow &of = m_rows.at(row);
    const bool file = of.kind == Kind::File;
    RowSummary &summary = file ? m_fileSummaries[{of.file, of.number}] : m_summaries[of.id];
    if (summary.counted > 0)
        return summary;
    MadeJobs::Range range;
    if (file) {
        if (const MadeJobs::IncludedFile *included = m_rows.fileOf(row))
            range = included->made;
    } else if (const int entry = entryOf(row); entry >= 0) {
        range = m_document->made(entry);
    }
    summary = summaryOf(*m_document, m_session, range.first, range.count);
    return summary;
}

bool JobTableModel::isEnabled(int row) const
{
    if (const Job *job = jobAt(row))
        return job->enabled;
    const int entry = entryOf(row);
    if (entry < 0)
        return true;
    // One that excludes all that it makes is off, too.
    const RowSummary &summary = summaryAt(row);
    return summary.jobs > 0 ? summary.enabled > 0 : m_document->entry(entry).job.enabled;
}

QVariant JobTableModel::checkState(int row) const
{
    if (m_rows.at(row).kind == Kind::File)
        return {};
    const bool some =
        isSummed(row) && isEnabled(row) && summaryAt(row).enabled < summaryAt(row).jobs;
    if (some)
        return Qt::PartiallyChecked;
    return isEnabled(row) ? Qt::Checked : Qt::Unchecked;
}

JobState JobTableModel::stateAt(int row) const
{
    const Job *job = jobAt(row);
    return job ? stateOf(m_session, *job) : summaryAt(row).state();
}

catalog::Estimate JobTableModel::costAt(int row) const
{
    const Job *job = jobAt(row);
    return job ? costOf(*m_document, m_session, *job) : summaryAt(row).cost;
}

QVariant JobTableModel::fractionAt(int row) const
{
    if (const Job *job = jobAt(row))
        return fractionOf(m_session, *job);
    const RowSummary &summary = summaryAt(row);
    return summary.underWay + summary.waiting > 0 ? QVariant(summary.fraction()) : QVariant();
}

bool JobTableModel::isFromDefaults(int row, Column column) const
{
    const int entry = m_rows.at(row).kind == Kind::Entry ? entryOf(row) : -1;
    if (entry < 0)
        return false;
    const batch::JobSource &says = m_document->entry(entry);
    const auto saysSize = [](const Job &job) {
        return job.width || job.height || job.aspectRatio || job.duration || job.resolution;
    };
    switch (column) {
    case TypeColumn:
        return !says.saysType;
    case ModelColumn:
        return says.job.model.isEmpty() && !m_document->job(entry).model.isEmpty();
    case PromptColumn:
        return says.job.prompt.isEmpty() && !m_document->job(entry).prompt.isEmpty();
    case SizeColumn:
        return !saysSize(says.job) && saysSize(m_document->job(entry));
    default:
        return false;
    }
}

} // namespace ui
