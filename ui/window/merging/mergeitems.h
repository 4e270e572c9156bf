// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/merging/merge.h"
#include "session/document/sourcediff.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace ui {

/// Something that was changed here, in the file, or in both.
struct MergeItem
{
    enum class Kind {
        Conflict, ///< both changed it, each differently
        Ours,     ///< only here
        Theirs,   ///< only in the file
    };

    Kind kind = Kind::Conflict;
    QString name; ///< for people: the entry's, a key, "The order of the jobs"
    std::optional<batch::JobId> entry;
    QString key; ///< of a setting; of the order Conflict::orderKey
    // An entry as it is on either side (of a change of one side alone: before, and now on that
    // side); nothing where it isn't there.
    std::optional<batch::JobSource> theirs;
    std::optional<batch::JobSource> ours;
};

/// What a merge is about, for a person to look through. Values in, values out.
class MergeItems
{
public:
    explicit MergeItems(const batch::Merge &merge);

    /// Conflicts first, one for each of the merge's and in their order; then what only we changed,
    /// then what only they changed.
    const QList<MergeItem> &all() const { return m_items; }
    /// What stands on either side of an item: what both say differently, or of a change of one
    /// side alone what was there before (`theirs`) and is now (`ours`).
    QList<ValueDifference> values(const MergeItem &item) const;
    /// Where in all() a conflict of the merge is.
    qsizetype placeOf(const batch::Conflict &conflict) const;

private:
    void addConflicts();
    void addAlone(MergeItem::Kind kind, const SourceDifferences &changes,
                  const SourceDifferences &others);
    QList<ValueDifference> entryValues(const MergeItem &item) const;
    QList<ValueDifference> settingValues(const MergeItem &item) const;

    const batch::Merge &m_merge;
    const SourceDifferences m_ourChanges;   ///< from the base
    const SourceDifferences m_theirChanges; ///< likewise
    QList<MergeItem> m_items;
    QHash<batch::JobId, qsizetype> m_entries; ///< conflicts
    QHash<QString, qsizetype> m_settings;     ///< likewise
    QHash<batch::JobId, const batch::JobSource *> m_base;
};

} // namespace ui
