// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/tree/keyindex.h"
#include "config/writing/edit/treeeditor.h"

#include <algorithm>
#include <unordered_map>

namespace config {

std::vector<TreeEditor::Slot> TreeEditor::slotsFor(const Node &old, const Node &now,
                                                   const std::vector<Part> &parts)
{
    return old.kind == Node::Kind::Map ? mapSlots(old, now, parts) : listSlots(old, now);
}

/// Entries stay in their order; new settings of a file stand above its jobs, all else new stands
/// at the end.
std::vector<TreeEditor::Slot> TreeEditor::mapSlots(const Node &old, const Node &now,
                                                   const std::vector<Part> &parts)
{
    const KeyIndex wanted(now.entries);
    std::vector<Entry> merged;
    bool keepsMerges = false;
    if (!old.merges().empty()) {
        if (const auto brought = m_anchors.merged(old)) {
            merged = *brought;
            keepsMerges = std::all_of(merged.begin(), merged.end(), [&wanted](const Entry &entry) {
                return wanted.find(entry.key) != nullptr;
            });
        }
    }

    std::vector<Slot> sequence;
    for (size_t i = 0; i < parts.size(); ++i) {
        const Part &part = parts[i];
        if (part.isMerge) {
            if (keepsMerges)
                sequence.push_back({int(i), -1, part.key, part.node});
        } else if (const Entry *entry = wanted.find(part.key)) {
            const bool isNeeded = !m_wanted.dispensable.contains(entry->value.get());
            if (isNeeded || hasComment(part))
                sequence.push_back({int(i), -1, part.key, entry->value});
        }
    }
    const auto jobs = std::find_if(sequence.begin(), sequence.end(), [&](const Slot &slot) {
        return &old == m_root.get() && slot.key == u"jobs";
    });
    const KeyIndex stands(old.entries);
    const KeyIndex brought(merged);
    std::vector<Slot> added;
    for (const Entry &entry : now.entries) {
        const Entry *own = stands.find(entry.key);
        if (own && !own->merged)
            continue;
        const Entry *same = brought.find(entry.key);
        if (!keepsMerges || !same || !meansTheSame(*same->value, *entry.value))
            added.push_back({-1, -1, entry.key, entry.value});
    }
    sequence.insert(jobs, added.begin(), added.end());
    return sequence;
}

/// Whether a comment stands behind an entry, on its line, or on the line above.
bool TreeEditor::hasComment(const Part &part) const
{
    const qsizetype next = m_spans.nextLine(part.end);
    const qsizetype line = m_spans.lineBegin(part.begin);
    const bool hasAbove =
        line > 0 && m_spans.at(m_spans.skipSpaces(m_spans.lineBegin(line - 1))) == '#';
    return hasAbove || QByteArrayView(m_text).sliced(part.end, next - part.end).contains('#');
}

std::vector<TreeEditor::Slot> TreeEditor::listSlots(const Node &old, const Node &now)
{
    std::unordered_map<const Node *, size_t> indexOf;
    for (size_t i = 0; i < old.items.size(); ++i)
        indexOf.emplace(old.items[i].get(), i);
    std::vector<bool> isTaken(old.items.size());
    std::vector<Slot> sequence;
    for (const NodePtr &item : now.items) {
        Slot slot{-1, -1, {}, item};
        const auto unchanged = indexOf.find(item.get());
        const auto changed = m_wanted.oldItem.find(item.get());
        if (m_isCopy && sequence.size() < old.items.size())
            slot.old = int(sequence.size());
        else if (!m_isCopy && unchanged != indexOf.end())
            slot.old = int(unchanged->second);
        else if (!m_isCopy && changed != m_wanted.oldItem.end())
            slot.old = int(changed->second);
        // What stands twice is new the second time.
        if (slot.old >= 0 && (size_t(slot.old) >= isTaken.size() || isTaken[size_t(slot.old)]))
            slot.old = -1;
        if (slot.old >= 0)
            isTaken[size_t(slot.old)] = true;
        sequence.push_back(slot);
    }
    for (size_t i = 0; i < sequence.size(); ++i) {
        if (sequence[i].isNew())
            sequence[i].pattern = patternFor(old, sequence, i);
    }
    return sequence;
}

/// The old item that a new one is written like: the one above it, else the one below, else the
/// first that is of its kind.
int TreeEditor::patternFor(const Node &old, const std::vector<Slot> &sequence, size_t index)
{
    const NodePtr &value = sequence[index].value;
    const auto fits = [&](int item) {
        const Node &node = *old.items[size_t(item)];
        return !node.alias && (node.kind == Node::Kind::Map) == (value->kind == Node::Kind::Map)
            && (node.kind == Node::Kind::List) == (value->kind == Node::Kind::List)
            && node.kind != Node::Kind::Null;
    };
    if (index > 0) {
        const Slot &above = sequence[index - 1];
        const int item = above.isNew() ? above.pattern : above.old;
        if (item >= 0 && fits(item))
            return item;
    }
    for (size_t below = index + 1; below < sequence.size(); ++below) {
        if (!sequence[below].isNew()) {
            if (fits(sequence[below].old))
                return sequence[below].old;
            break;
        }
    }
    for (int item = 0; item < int(old.items.size()); ++item) {
        if (fits(item))
            return item;
    }
    return -1;
}

/// Which of the old parts keep their order, as many as can: the others are taken to be moved.
std::vector<bool> TreeEditor::stable(const std::vector<Slot> &sequence)
{
    std::vector<size_t> ends; // of the best run of each length, its last slot
    std::vector<int> before(sequence.size(), -1);
    for (size_t i = 0; i < sequence.size(); ++i) {
        if (sequence[i].isNew())
            continue;
        const auto place = std::lower_bound(
            ends.begin(), ends.end(), sequence[i].old,
            [&sequence](size_t slot, int old) { return sequence[slot].old < old; });
        if (place != ends.begin())
            before[i] = int(*(place - 1));
        if (place == ends.end())
            ends.push_back(i);
        else
            *place = i;
    }
    std::vector<bool> result(sequence.size());
    for (int i = ends.empty() ? -1 : int(ends.back()); i >= 0; i = before[size_t(i)])
        result[size_t(i)] = true;
    return result;
}

} // namespace config
