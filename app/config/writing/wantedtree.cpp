// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/wantedtree.h"

#include "config/reading/tree/keyindex.h"
#include "config/writing/batchcontent.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

namespace {

std::vector<Content> contentsOf(const Node &map)
{
    std::vector<Content> contents;
    for (const Entry &entry : map.entries)
        contents.push_back({entry.key, entry.value});
    return contents;
}

/// A key that takes its value with quotes and without gets it as it stood.
NodePtr spelledAs(const NodePtr &old, const NodePtr &before, const NodePtr &now)
{
    if (old->kind == Node::Kind::Text && before->kind == Node::Kind::Plain
        && now->kind == Node::Kind::Plain)
        return textNode(now->text);
    if (old->kind == Node::Kind::Plain && before->kind == Node::Kind::Text
        && now->kind == Node::Kind::Text && isTyped(old->text) && isTyped(now->text))
        return plainNode(now->text);
    return now;
}

class Comparison
{
public:
    WantedTree wanted;

    /// A value: the old node where it says what is wanted.
    NodePtr value(const NodePtr &old, const NodePtr &before, const NodePtr &now)
    {
        if (sameValue(*before, *now))
            return old;
        if (old->kind == Node::Kind::Map && before->kind == Node::Kind::Map
            && now->kind == Node::Kind::Map)
            return map(old, contentsOf(*before), contentsOf(*now));
        if (now->kind == Node::Kind::List && old->kind == Node::Kind::List)
            return list(old, before, now);
        // One file to include may stand as a list of one.
        if (old->kind == Node::Kind::List && old->items.size() == 1
            && before->kind == Node::Kind::Text && now->kind == Node::Kind::Text) {
            auto result = std::make_shared<Node>(*old);
            result->alias = false;
            result->items.front() = value(old->items.front(), before, now);
            wanted.oldItem.emplace(result->items.front().get(), 0);
            return result;
        }
        return spelledAs(old, before, now);
    }

    NodePtr map(const NodePtr &old, const std::vector<Content> &before,
                const std::vector<Content> &now)
    {
        const KeyIndex wasSaid(before);
        const KeyIndex isSaid(now);
        std::vector<Entry> entries;
        bool isChanged = false;
        for (const Entry &entry : old->entries) {
            const Content *was = wasSaid.find(entry.key);
            const Content *is = isSaid.find(entry.key);
            if (was && (!is || goesWithout(entry, *was, *is))) {
                isChanged = true;
                continue;
            }
            const NodePtr value =
                was ? this->value(entry.value, was->value, is->value) : entry.value;
            isChanged = isChanged || value != entry.value;
            if (was && isImpliedNow(entry, *was, *is))
                wanted.dispensable.insert(value.get());
            entries.push_back({entry.key, value, entry.at});
        }
        const KeyIndex stands(old->entries);
        for (const Content &content : now) {
            if (content.implied || stands.find(content.key))
                continue;
            // What was read though it isn't written goes on so, such as the rest of `polling`.
            const Content *was = wasSaid.find(content.key);
            if (was && !was->implied && sameValue(*was->value, *content.value))
                continue;
            entries.push_back({content.key, content.value});
            isChanged = true;
        }
        return isChanged ? mapNode(std::move(entries)) : old;
    }

private:
    /// What says no more now than its absence does. Where a merge key brought it, it must be said
    /// all the same.
    static bool isImpliedNow(const Entry &entry, const Content &was, const Content &is)
    {
        return is.implied && !was.implied && !entry.merged && !sameValue(*was.value, *is.value);
    }

    /// A mapping or a text that was emptied. A job that is on again is dispensable: it may have a
    /// comment.
    static bool goesWithout(const Entry &entry, const Content &was, const Content &is)
    {
        return isImpliedNow(entry, was, is) && is.value->kind != Node::Kind::Plain;
    }

    /// Items that are the same at the beginning and the end stay; those between are matched in
    /// their order, as far as there are old ones.
    NodePtr list(const NodePtr &old, const NodePtr &before, const NodePtr &now)
    {
        std::vector<NodePtr> was = before->items;
        // One file to include, before, stands for a list of one.
        if (before->kind != Node::Kind::List)
            was = {before};
        auto result = std::make_shared<Node>();
        result->kind = Node::Kind::List;
        result->items = now->items;
        std::vector<NodePtr> &items = result->items;
        if (was.size() != old->items.size())
            return result;
        size_t head = 0;
        while (head < std::min(was.size(), items.size()) && sameValue(*was[head], *items[head])) {
            items[head] = old->items[head];
            ++head;
        }
        size_t tail = 0;
        while (tail < std::min(was.size(), items.size()) - head
               && sameValue(*was[was.size() - 1 - tail], *items[items.size() - 1 - tail])) {
            items[items.size() - 1 - tail] = old->items[was.size() - 1 - tail];
            ++tail;
        }
        for (size_t i = head; i < items.size() - tail; ++i) {
            if (i >= was.size() - tail) {
                if (!was.empty())
                    items[i] = spelledAs(old->items.back(), was.back(), items[i]);
                continue;
            }
            items[i] = value(old->items[i], was[i], items[i]);
            wanted.oldItem.emplace(items[i].get(), i);
        }
        return result;
    }
};

/// The entries of `jobs`.
class JobComparison
{
public:
    JobComparison(Comparison &comparison, const batch::BatchSource &before,
                  const batch::BatchSource &now)
        : m_comparison(comparison)
        , m_before(before)
        , m_now(now)
    {
        for (qsizetype i = 0; i < before.jobs.size(); ++i)
            m_indexOf.insert(before.jobs[i].id(), size_t(i));
    }

    NodePtr list(const NodePtr &old)
    {
        auto result = std::make_shared<Node>();
        result->kind = Node::Kind::List;
        bool isChanged = m_now.jobs.size() != m_before.jobs.size();
        for (const batch::JobSource &entry : m_now.jobs) {
            const NodePtr node = item(*old, entry);
            isChanged = isChanged || node != old->items[result->items.size()];
            result->items.push_back(node);
        }
        return isChanged ? result : old;
    }

private:
    NodePtr item(const Node &old, const batch::JobSource &entry)
    {
        const auto found = m_indexOf.constFind(entry.id());
        if (found == m_indexOf.constEnd())
            return fresh(entry);
        const size_t index = *found;
        m_indexOf.erase(found); // what stands twice is new the second time
        const batch::JobSource &before = m_before.jobs[qsizetype(index)];
        const NodePtr &node = old.items[index];
        if (entry.sameContent(before))
            return node;
        const NodePtr changed =
            m_comparison.map(node, contentOf(before, m_before), contentOf(entry, m_now));
        if (changed != node)
            m_comparison.wanted.oldItem.emplace(changed.get(), index);
        return changed;
    }

    NodePtr fresh(const batch::JobSource &entry) const
    {
        std::vector<Entry> entries;
        for (const Content &content : contentOf(entry, m_now)) {
            if (!content.implied)
                entries.push_back({content.key, content.value});
        }
        return mapNode(std::move(entries));
    }

    Comparison &m_comparison;
    const batch::BatchSource &m_before;
    const batch::BatchSource &m_now;
    QHash<batch::JobId, size_t> m_indexOf;
};

} // namespace

std::optional<WantedTree> wantedTree(const NodePtr &old, const batch::BatchSource &before,
                                     const batch::BatchSource &now)
{
    const Entry *jobs = old ? old->find(u"jobs") : nullptr;
    const bool hasJobs = jobs && jobs->value->kind == Node::Kind::List
        && jobs->value->items.size() == size_t(before.jobs.size());
    if (!old || old->kind != Node::Kind::Map || (!hasJobs && !before.jobs.isEmpty()))
        return std::nullopt;
    Comparison comparison;
    const NodePtr settings = comparison.map(old, contentOf(before), contentOf(now));
    JobComparison list(comparison, before, now);
    std::vector<Entry> entries = settings->entries;
    for (Entry &entry : entries) {
        if (entry.key == u"jobs" && hasJobs)
            entry.value = list.list(entry.value);
    }
    if (!jobs && !now.jobs.isEmpty()) {
        auto none = std::make_shared<Node>();
        none->kind = Node::Kind::List;
        entries.push_back({u"jobs"_s, list.list(none)});
    }
    comparison.wanted.root = mapNode(std::move(entries));
    return comparison.wanted;
}

} // namespace config
