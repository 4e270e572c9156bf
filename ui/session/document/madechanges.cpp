// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the jobs of a document follow its entries.
#include "session/document/batchdocument.h"

#include <QSet>

#include <algorithm>

namespace ui {

namespace {

/// Rows that make other jobs move all that stands behind them, here and in every view: of more
/// than these, all is made anew, once.
constexpr qsizetype mostOneByOne = 50;

} // namespace

bool BatchDocument::remakeAll()
{
    m_made.makeAll(m_source);
    m_rows.clear();
    m_findings.clear();
    m_problems.clear();
    const bool otherModels = takeOverrides();
    for (const batch::Job &job : batch().jobs)
        m_findings.noteCame(job);
    m_findings.settleReferences(m_catalog, batch().jobs);
    return otherModels;
}

void BatchDocument::remake(QList<int> rows)
{
    std::ranges::sort(rows);
    const QList<EntryYield> yields = m_made.yieldsOf(m_source, rows);
    qsizetype others = 0;
    for (qsizetype i = 0; i < rows.size(); ++i)
        others += !m_made.makesSameJobs(rows.at(i), yields.at(i));
    if (others > mostOneByOne)
        return changeAll([] {});
    for (qsizetype i = 0; i < rows.size(); ++i) {
        takeYield(rows.at(i), yields.at(i));
        emit jobChanged(rows.at(i));
    }
}

void BatchDocument::takeYield(int row, const EntryYield &yield)
{
    const bool others = !m_made.makesSameJobs(row, yield);
    const MadeJobs::Range range = made(row);
    for (int i = 0; i < range.count; ++i) {
        const batch::Job &before = batch().jobs.at(range.first + i);
        if (others)
            m_findings.noteGone(before);
        else
            m_findings.noteChange(before, yield.jobs.at(i).job);
    }
    m_problems.remove(entry(row).id());
    m_made.replace(row, entry(row).id(), yield);
    if (!others)
        return;
    for (const batch::MadeJob &made : yield.jobs)
        m_findings.noteCame(made.job);
    m_rows.clear();
    emit madeChanged(row);
}

void BatchDocument::makeInserted(int row, int count)
{
    QList<int> rows;
    QList<batch::JobId> entries;
    rows.reserve(count);
    entries.reserve(count);
    for (int i = row; i < row + count; ++i) {
        rows.append(i);
        entries.append(entry(i).id());
    }
    const QList<EntryYield> yields = m_made.yieldsOf(m_source, rows);
    m_made.insert(row, entries, yields);
    for (const EntryYield &yield : yields) {
        for (const batch::MadeJob &made : yield.jobs)
            m_findings.noteCame(made.job);
    }
    m_rows.clear();
}

void BatchDocument::forgetRemoved(int row, const QList<batch::JobId> &entries)
{
    const int first = made(row).first;
    const MadeJobs::Range last = made(row + static_cast<int>(entries.size()) - 1);
    for (int index = first; index < last.first + last.count; ++index)
        m_findings.noteGone(batch().jobs.at(index));
    for (const batch::JobId each : entries)
        m_problems.remove(each);
    m_made.remove(row, entries);
    m_rows.clear();
}

void BatchDocument::settle()
{
    const QList<MadeJobs::Turn> turns = m_made.settleLimit(m_source);
    if (turns.size() > mostOneByOne) {
        changeAll([] {});
    } else {
        for (const MadeJobs::Turn &turn : turns) {
            takeYield(turn.row, turn.yield);
            emit jobChanged(turn.row);
        }
    }
    QSet<int> rows;
    for (const batch::JobId job : m_findings.settleReferences(m_catalog, batch().jobs)) {
        if (const int row = rowOf(job); row >= 0)
            rows.insert(row);
    }
    for (const int row : std::as_const(rows)) {
        m_problems.remove(entry(row).id());
        emit jobChanged(row);
    }
}

} // namespace ui
