// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/jobsplice.h"

#include "config/writing/yamljob.h"

#include <QHash>

#include <algorithm>

namespace config {

namespace {

class JobSplice
{
public:
    JobSplice(SpliceText &out, const QList<batch::Job> &before, const Node &list,
              const std::vector<TextBlock> &items)
        : m_out(out)
        , m_before(before)
        , m_list(list)
        , m_items(items)
        , m_column(int(items.front().begin - items.front().line))
    {
        for (size_t i = 0; i < items.size(); ++i)
            m_indexOf.insert(before[qsizetype(i)].id, i);
    }

    void append(const QList<batch::Job> &jobs)
    {
        for (const batch::Job &job : jobs) {
            const bool isFirst = &job == &jobs.first();
            // Taken out, so that a job that stands twice is new the second time.
            const auto found = m_indexOf.constFind(job.id);
            if (found == m_indexOf.constEnd()) {
                appendBlankLines(nullptr, isFirst);
                appendWhole(job, *m_list.items.front(), nullptr, nullptr);
                continue;
            }
            const size_t index = *found;
            m_indexOf.erase(found);
            const TextBlock &item = m_items[index];
            appendBlankLines(&item, isFirst);
            m_out.appendLines(blankEnd(item), item.line);
            if (job.sameContent(m_before[qsizetype(index)]))
                m_out.appendLines(item.line, item.end);
            else
                appendChanged(job, index);
        }
    }

private:
    qsizetype blankEnd(const TextBlock &item) const
    {
        return endOfBlankLines(m_out.source(), item.lead, item.line);
    }

    /// A job keeps the blank lines above it, unless it comes to be the first or no longer is.
    void appendBlankLines(const TextBlock *item, bool isFirst)
    {
        const TextBlock *first = &m_items.front();
        if (isFirst)
            m_out.appendLines(first->lead, blankEnd(*first));
        else if (item && item != first)
            m_out.appendLines(item->lead, blankEnd(*item));
        else if (m_items.size() > 1)
            m_out.appendLines(m_items[1].lead, blankEnd(m_items[1]));
        else
            m_out.appendNew("\n");
    }

    void appendWhole(const batch::Job &job, const Node &neighbour, const Node *node,
                     const batch::Job *before)
    {
        m_out.appendNew(
            yamlJob(job, m_column, promptStyle(m_out.source(), neighbour), node, before));
    }

    void appendChanged(const batch::Job &job, size_t index)
    {
        const Node &node = *m_list.items[index];
        const batch::Job &before = m_before[qsizetype(index)];
        const TextBlock &item = m_items[index];
        const QByteArray &source = m_out.source();

        std::vector<qsizetype> starts;
        for (const Entry &entry : node.entries)
            starts.push_back(entry.at);
        const qsizetype first = starts.front();
        const auto column = int(first - lineBegin(source, first));
        const auto keys = cutBlocks(source, starts, column, first, item.end);
        const bool isBesideDash = lineBegin(source, first) == item.line;
        if (node.flow || !keys || !isBesideDash) {
            appendWhole(job, node, &node, &before);
            return;
        }

        const auto style = promptStyle(source, node);
        m_out.appendLines(item.line, first);
        bool isFirst = true;
        for (const Piece &piece : arrange(&node, contentOf(before), contentOf(job))) {
            const TextBlock *block =
                piece.origin ? &(*keys)[size_t(piece.origin - node.entries.data())] : nullptr;
            if (!isFirst) {
                if (block)
                    m_out.appendLines(block->lead, block->line);
                m_out.appendNew(QByteArray(column, ' '));
            }
            isFirst = false;
            m_out.appendEntry(piece, block, column, styleFor(piece, style));
        }
        m_out.appendLines(keys->back().end, item.end);
    }

    SpliceText &m_out;
    const QList<batch::Job> &m_before;
    const Node &m_list;
    const std::vector<TextBlock> &m_items;
    const int m_column;
    QHash<batch::JobId, size_t> m_indexOf;
};

/// The whole entry anew, for a list that has no layout to follow.
void appendFresh(SpliceText &out, const QList<batch::Job> &jobs)
{
    out.appendNew(jobs.isEmpty() ? "jobs: []\n" : "jobs:\n");
    for (const batch::Job &job : jobs) {
        if (&job != &jobs.first())
            out.appendNew("\n");
        out.appendNew(yamlJob(job, 2, std::nullopt));
    }
}

} // namespace

bool spliceJobs(SpliceText &out, const batch::Batch &batch, const BatchFile &origin,
                const Node &list, const TextBlock &block)
{
    if (list.items.empty() || batch.jobs.isEmpty()) {
        appendFresh(out, batch.jobs);
        return true;
    }
    const QByteArray &source = out.source();
    const qsizetype headEnd = source.indexOf('\n', block.begin) + 1;
    if (list.flow || headEnd == 0 || list.at < headEnd)
        return false;

    const qsizetype column = list.at - lineBegin(source, list.at);
    std::vector<qsizetype> dashes;
    for (const NodePtr &item : list.items) {
        // An item stands behind its dash, in the same line.
        dashes.push_back(lineBegin(source, item->at) + column);
        if (dashes.back() >= source.size() || source[dashes.back()] != '-'
            || item->kind != Node::Kind::Map || item->entries.empty())
            return false;
    }
    const auto items = cutBlocks(source, dashes, column, headEnd, block.end);
    if (!items || qsizetype(items->size()) != origin.batch.jobs.size())
        return false;
    out.appendLines(block.begin, headEnd);
    JobSplice(out, origin.batch.jobs, list, *items).append(batch.jobs);
    out.appendLines(items->back().end, block.end);
    return true;
}

} // namespace config
