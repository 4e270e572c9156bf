// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

namespace ui {

/// What a batch file says ahead of its entries and they build on.
struct Premises
{
    QStringList include;
    /// What `include` brings: whoever changes that reads the files first, elsewhere.
    QList<batch::Included> included;
    batch::Variables vars;
    batch::Defaults defaults;
    std::optional<int> maxVariations;

    static Premises of(const batch::BatchSource &source)
    {
        return {source.include, source.included, source.vars, source.defaults,
                source.maxVariations};
    }
    /// Puts them in place of the source's own.
    void putInto(batch::BatchSource &source) const
    {
        source.include = include;
        source.included = included;
        source.vars = vars;
        source.defaults = defaults;
        source.maxVariations = maxVariations;
    }
    friend bool operator==(const Premises &, const Premises &) = default;
};

} // namespace ui
