// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QList>
#include <QString>

#include <optional>

namespace ui {

/// Something that two versions of a batch say differently, as texts to stand side by side.
struct ValueDifference
{
    QString key;    ///< by the file's keys: "prompt", "params.seed", "vars.product", "matrix.style"
    QString theirs; ///< empty: not said
    QString ours;

    friend bool operator==(const ValueDifference &, const ValueDifference &) = default;
};

/// An entry that only one version has, or that they have differently.
struct EntryDifference
{
    QString name; ///< ours, where we have it
    std::optional<batch::JobSource> theirs;
    std::optional<batch::JobSource> ours;
    QList<ValueDifference> values; ///< where only one has it: all that it says
};

/// What two versions of a batch file say differently: the one that others saved, and the one here.
struct SourceDifferences
{
    QList<ValueDifference> settings; ///< all that is no entry
    /// In the order of ours; those that only they have at the end.
    QList<EntryDifference> entries;
    bool isReordered = false; ///< the entries that both have stand in another order

    bool isEmpty() const { return settings.isEmpty() && entries.isEmpty() && !isReordered; }
};

/// Entries are the same where their ids are: see batch::adoptIds. What included files hold is no
/// part of it.
SourceDifferences differences(const batch::BatchSource &theirs, const batch::BatchSource &ours);
/// In the order of the file's keys.
QList<ValueDifference> differences(const batch::JobSource &theirs, const batch::JobSource &ours);

} // namespace ui
