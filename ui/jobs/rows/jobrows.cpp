// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/rows/jobrows.h"

#include "session/document/batchdocument.h"

#include <QSet>

#include <algorithm>

namespace ui {

using Kind = JobRow::Kind;

namespace {

constexpr int mostOpenAtFirst = 12;

} // namespace

JobRows::JobRows(const BatchDocument *document)
    : m_document(document)
{
}

void JobRows::index() const
{
    if (!m_entryRows.isEmpty() || !m_jobRows.isEmpty())
        return;
    m_entryRows.reserve(m_rows.size());
    for (int row = 0; row < count(); ++row) {
        const JobRow &each = m_rows.at(row);
        if (each.kind == Kind::Entry)
            m_entryRows.insert(each.id, row);
        else if (each.kind != Kind::File)
            m_jobRows.insert(each.id, row);
    }
}

int JobRows::rowOfEntry(batch::JobId id) const
{
    index();
    return m_entryRows.value(id, -1);
}

int JobRows::rowOfJob(batch::JobId id) const
{
    index();
    return m_jobRows.value(id, -1);
}

int JobRows::blockEnd(int row) const
{
    const Kind below = m_rows.at(row).kind == Kind::File ? Kind::Included : Kind::Made;
    int end = row + 1;
    while (m_rows.at(row).isHeading() && end < count() && m_rows.at(end).kind == below)
        ++end;
    return end;
}

int JobRows::headingOf(int row) const
{
    while (row > 0 && !m_rows.at(row).isHeading())
        --row;
    return row;
}

int JobRows::rowOfFile(const MadeJobs::IncludedFile &file) const
{
    const JobRow heading{Kind::File, {}, file.path, file.number};
    // They stand at the top.
    for (int row = 0; row < count() && m_rows.at(row).kind != Kind::Entry; ++row) {
        if (m_rows.at(row) == heading)
            return row;
    }
    return -1;
}

const MadeJobs::IncludedFile *JobRows::fileOf(int row) const
{
    const JobRow &of = m_rows.at(row);
    for (const MadeJobs::IncludedFile &file : m_document->includedFiles()) {
        if (file.path == of.file && file.number == of.number)
            return &file;
    }
    return nullptr;
}

bool JobRows::canOpen(int row) const
{
    const JobRow &heading = m_rows.at(row);
    if (heading.kind == Kind::File) {
        const MadeJobs::IncludedFile *file = fileOf(row);
        return file && file->made.count > 0;
    }
    if (heading.kind != Kind::Entry)
        return false;
    const int entry = m_document->rowOf(heading.id);
    return entry >= 0 && m_document->made(entry).count > 1;
}

bool JobRows::isOpen(int row) const
{
    const JobRow &heading = m_rows.at(row);
    return canOpen(row)
        && (heading.kind == Kind::File ? m_openFiles.value({heading.file, heading.number})
                                       : m_open.value(heading.id));
}

bool JobRows::hasFolds() const
{
    bool any = !m_document->includedFiles().isEmpty();
    for (int entry = 0; !any && entry < m_document->jobCount(); ++entry)
        any = m_document->made(entry).count > 1;
    return any;
}

bool JobRows::isOpenAtFirst(int jobs) const
{
    return jobs <= mostOpenAtFirst;
}

QList<JobRow> JobRows::wanted() const
{
    QList<JobRow> rows;
    const QList<batch::Job> &jobs = m_document->batch().jobs;
    for (const MadeJobs::IncludedFile &file : m_document->includedFiles()) {
        rows.append({Kind::File, {}, file.path, file.number});
        const std::pair key(file.path, file.number);
        if (!m_openFiles.contains(key))
            m_openFiles.insert(key, isOpenAtFirst(file.made.count));
        if (!m_openFiles.value(key))
            continue;
        for (int i = file.made.first; i < file.made.first + file.made.count; ++i)
            rows.append({Kind::Included, jobs.at(i).id, file.path, file.number});
    }
    rows.reserve(rows.size() + m_document->jobCount());
    for (int entry = 0; entry < m_document->jobCount(); ++entry)
        rows += wantedFor(entry);
    return rows;
}

QList<JobRow> JobRows::wantedFor(int entry) const
{
    const batch::JobId id = m_document->entry(entry).id();
    QList<JobRow> rows{{Kind::Entry, id}};
    const MadeJobs::Range made = m_document->made(entry);
    if (made.count < 2)
        return rows;
    if (!m_open.contains(id))
        m_open.insert(id, isOpenAtFirst(made.count));
    if (!m_open.value(id))
        return rows;
    rows.reserve(made.count + 1);
    for (int i = made.first; i < made.first + made.count; ++i)
        rows.append({Kind::Made, m_document->batch().jobs.at(i).id});
    return rows;
}

void JobRows::setOpen(int row, bool open)
{
    const JobRow &heading = m_rows.at(row);
    if (heading.kind == Kind::File)
        m_openFiles.insert({heading.file, heading.number}, open);
    else
        m_open.insert(heading.id, open);
}

void JobRows::replace(const QList<JobRow> &rows)
{
    m_rows = rows;
    forgetIndex();
}

void JobRows::insert(int row, const QList<JobRow> &rows)
{
    if (row == count()) {
        m_rows += rows;
    } else {
        m_rows.insert(row, rows.size(), {});
        std::copy(rows.begin(), rows.end(), m_rows.begin() + row);
    }
    forgetIndex();
}

void JobRows::remove(int row, int count)
{
    m_rows.remove(row, count);
    forgetIndex();
}

RowSplice spliceOf(const QList<JobRow> &before, const QList<JobRow> &after)
{
    const qsizetype most = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < most && before.at(head) == after.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < most - head
           && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    return {static_cast<int>(head), static_cast<int>(before.size() - head - tail),
            after.mid(head, after.size() - head - tail)};
}

namespace {

QList<RowSteps::Removal> removalsOf(const QList<JobRow> &rows, const QSet<JobRow> &staying)
{
    QList<RowSteps::Removal> removals;
    for (int row = static_cast<int>(rows.size()) - 1; row >= 0; --row) {
        if (staying.contains(rows.at(row)))
            continue;
        if (!removals.isEmpty() && removals.constLast().at == row + 1) {
            --removals.last().at;
            ++removals.last().count;
        } else {
            removals.append({row, 1});
        }
    }
    return removals;
}

QList<RowSteps::Insertion> insertionsOf(const QList<JobRow> &rows, const QSet<JobRow> &there)
{
    QList<RowSteps::Insertion> insertions;
    bool continues = false;
    for (int row = 0; row < rows.size(); ++row) {
        const bool isNew = !there.contains(rows.at(row));
        if (isNew && continues)
            insertions.last().rows.append(rows.at(row));
        else if (isNew)
            insertions.append({row, {rows.at(row)}});
        continues = isNew;
    }
    return insertions;
}

QList<JobRow> commonRows(const QList<JobRow> &rows, const QSet<JobRow> &others)
{
    QList<JobRow> common;
    for (const JobRow &row : rows) {
        if (others.contains(row))
            common.append(row);
    }
    return common;
}

} // namespace

RowSteps stepsBetween(const QList<JobRow> &before, const QList<JobRow> &after)
{
    const QSet<JobRow> earlier(before.begin(), before.end());
    const QSet<JobRow> later(after.begin(), after.end());
    RowSteps steps{removalsOf(before, later), {}, insertionsOf(after, earlier)};
    const QList<JobRow> ordered = commonRows(after, earlier);
    if (commonRows(before, later) != ordered)
        steps.reordered = ordered;
    return steps;
}

} // namespace ui
