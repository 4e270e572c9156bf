// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace batch {

// Two people changed one batch file: one in an open window, another on disk. What only one of
// them changed is taken from that one; where both changed the same, a person chooses.

/// Something that both changed, each differently.
struct Conflict
{
    enum class Side { Ours, Theirs };
    /// The `name` of the entries' order, where both moved some.
    static constexpr QStringView orderKey = u"jobs";

    /// An entry; where there is none, it is about a setting or the order of the entries.
    std::optional<JobId> entry;
    QString name; ///< the entry's, or the setting's key: "max_workers", "vars.brand"
    /// An entry as it is on either side; nothing where that side took it out.
    std::optional<JobSource> ours;
    std::optional<JobSource> theirs;
};

struct Merge
{
    BatchSource base;
    BatchSource ours;
    BatchSource theirs;
    QList<Conflict> conflicts; ///< settings, the order, then entries in the order of the result
    int oursAlone = 0;         ///< changes that only we made
    int theirsAlone = 0;       ///< that only they made

    /// The batch with all changes, and of each conflict the side that `choose` names.
    BatchSource merged(const std::function<Conflict::Side(const Conflict &)> &choose) const;
};

/// What `ours` and `theirs` made of `base`. Entries are the same where their ids are (see
/// adoption.h), or where both added them under one name and with the same content.
Merge merge(const BatchSource &base, const BatchSource &ours, const BatchSource &theirs);

} // namespace batch
