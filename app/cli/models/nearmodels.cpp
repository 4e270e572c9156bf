// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/models/nearmodels.h"

#include "batch/wording.h"

#include <algorithm>
#include <vector>

namespace cli {

namespace {

constexpr qsizetype mostSuggestions = 5;

} // namespace

QStringList nearModels(const catalog::Catalog &catalog, const QString &id)
{
    const QString wanted = id.trimmed().toLower();
    std::vector<std::pair<int, QString>> found;
    for (const catalog::Model &model : catalog.models()) {
        const QString known = model.id.toLower();
        const int steps = known.contains(wanted) ? 0 : batch::editDistance(wanted, known);
        // A third of an id may be wrong; beyond that it is another model.
        if (model.listed && steps <= std::max(wanted.size(), known.size()) / 3)
            found.emplace_back(steps, model.id);
    }
    std::ranges::sort(found);
    QStringList ids;
    for (const auto &[steps, each] : found) {
        if (ids.size() < mostSuggestions)
            ids.append(each);
    }
    return ids;
}

} // namespace cli
