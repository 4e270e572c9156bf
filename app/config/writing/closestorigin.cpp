// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchfile.h"
#include "config/writing/batchcontent.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace config {

namespace {

/// How many keys of `now` are not in `before`.
qsizetype newKeys(const std::vector<Content> &before, const std::vector<Content> &now)
{
    QSet<QString> known;
    for (const Content &content : before) {
        if (!content.implied)
            known.insert(content.key);
    }
    qsizetype count = 0;
    for (const Content &content : now)
        count += content.implied || known.contains(content.key) ? 0 : 1;
    return count;
}

/// How many keys would have to be written to `version` that it says nothing of.
qsizetype newKeys(const batch::BatchSource &version, const batch::BatchSource &source)
{
    QHash<batch::JobId, const batch::JobSource *> entries;
    entries.reserve(version.jobs.size());
    for (const batch::JobSource &entry : version.jobs)
        entries.insert(entry.id(), &entry);
    qsizetype count = newKeys(contentOf(version), contentOf(source));
    for (const batch::JobSource &entry : source.jobs) {
        const batch::JobSource *before = entries.value(entry.id());
        if (!before)
            count += newKeys({}, contentOf(entry, source));
        else if (!entry.sameContent(*before))
            count += newKeys(contentOf(*before, version), contentOf(entry, source));
    }
    return count;
}

} // namespace

qsizetype closestOrigin(const batch::BatchSource &source, const QList<BatchFile> &versions)
{
    qsizetype best = -1;
    qsizetype fewest = 0;
    for (qsizetype i = versions.size() - 1; i >= 0; --i) {
        if (batch::sameContent(source, versions[i].source))
            return i;
        const qsizetype count = newKeys(versions[i].source, source);
        if (best < 0 || count < fewest) {
            best = i;
            fewest = count;
        }
    }
    return best;
}

} // namespace config
