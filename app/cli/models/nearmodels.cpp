// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/models/nearmodels.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace cli {

namespace {

constexpr qsizetype mostSuggestions = 5;

/// Letters to add, drop or change to get from one to the other.
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (size_t j = 1; j < row.size(); ++j) {
            const int change = a[i - 1] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1;
            const int best = std::min({row[j] + 1, row[j - 1] + 1, diagonal + change});
            diagonal = std::exchange(row[j], best);
        }
    }
    return row.back();
}

} // namespace

QStringList nearModels(const catalog::Catalog &catalog, const QString &id)
{
    const QString wanted = id.trimmed().toLower();
    std::vector<std::pair<int, QString>> found;
    for (const catalog::Model &model : catalog.models()) {
        const QString known = model.id.toLower();
        const int steps = known.contains(wanted) ? 0 : distance(wanted, known);
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
