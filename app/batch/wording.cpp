// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/wording.h"

#include <algorithm>
#include <vector>

namespace batch {

namespace {

QString bare(const QString &key)
{
    QString letters = key.toLower();
    return letters.remove(u'_').remove(u'-').remove(u' ');
}

} // namespace

QString nearMiss(const QString &key, const QStringList &known)
{
    const QString word = bare(key);
    if (word.size() > 40)
        return {};
    QString best;
    int bestDistance = 3;
    for (const QString &candidate : known) {
        const QString other = bare(candidate);
        // A third of a word may be wrong; beyond that it is another word.
        const int allowed = std::min(2, int(std::max(word.size(), other.size()) / 3));
        const int steps = editDistance(word, other);
        if (steps <= allowed && steps < bestDistance) {
            best = candidate;
            bestDistance = steps;
        }
    }
    return best;
}

int editDistance(const QString &a, const QString &b)
{
    const auto width = size_t(b.size()) + 1;
    std::vector<int> rows((size_t(a.size()) + 1) * width);
    const auto cell = [&rows, width](qsizetype i, qsizetype j) -> int & {
        return rows[size_t(i) * width + size_t(j)];
    };
    for (qsizetype i = 0; i <= a.size(); ++i) {
        for (qsizetype j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cell(i, j) = int(i + j);
                continue;
            }
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            cell(i, j) =
                std::min({cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cell(i, j) = std::min(cell(i, j), cell(i - 2, j - 2) + 1);
        }
    }
    return cell(a.size(), b.size());
}

QString shortened(const QString &text)
{
    constexpr qsizetype most = 40;
    const QString line = text.simplified();
    if (line.size() <= most)
        return line;
    // Half a character would be none.
    const qsizetype end = line[most - 2].isHighSurrogate() ? most - 2 : most - 1;
    return line.first(end) + u'…';
}

} // namespace batch
