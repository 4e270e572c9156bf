// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/samenames.h"

#include <QSet>

namespace config {

QList<SameName> sameNames(const batch::Expansion &expansion)
{
    QList<SameName> same;
    QHash<QString, batch::JobId> makers;
    makers.reserve(expansion.jobs.size());
    QSet<std::pair<batch::JobId, batch::JobId>> known;
    for (const batch::MadeJob &made : expansion.jobs) {
        const auto maker = makers.constFind(made.job.name);
        if (maker == makers.constEnd()) {
            makers.insert(made.job.name, made.source);
        } else if (const std::pair pair(*maker, made.source); !known.contains(pair)) {
            known.insert(pair);
            same.append({made.job.name, *maker, made.source});
        }
    }
    return same;
}

} // namespace config
