// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/merging/adoption.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace batch {

namespace {

/// Gives entries that were read the ids of those that are known, each taken once.
class Adoption
{
public:
    Adoption(QList<JobSource> &read, const QList<JobSource> &known)
        : m_read(read)
        , m_isAdopted(size_t(read.size()))
    {
        for (const JobSource &entry : known) {
            m_free[entry.job.name].append(&entry);
            m_known.insert(entry.id(), &entry);
        }
    }

    void bySameContent()
    {
        byName([](const JobSource &a, const JobSource &b) { return a.sameContent(b); });
    }

    void byName()
    {
        byName([](const JobSource &, const JobSource &) { return true; });
    }

    /// Those that `alike`, the same entries, have already.
    void byId(const QList<JobSource> &alike)
    {
        for (qsizetype i = 0; i < m_read.size(); ++i) {
            const JobSource *entry = m_known.value(alike[i].id());
            const auto candidates = entry ? m_free.find(entry->job.name) : m_free.end();
            if (!m_isAdopted[size_t(i)] && candidates != m_free.end()
                && candidates->removeOne(entry))
                take(i, *entry);
        }
    }

    /// One that was renamed and nothing else.
    void byAllButName()
    {
        QHash<QString, QList<const JobSource *>> renamed;
        for (const QList<const JobSource *> &entries : std::as_const(m_free)) {
            for (const JobSource *entry : entries)
                renamed[entry->job.model + u'\n' + entry->job.prompt].append(entry);
        }
        for (qsizetype i = 0; i < m_read.size(); ++i) {
            const JobSource &entry = m_read[i];
            const auto candidates = renamed.find(entry.job.model + u'\n' + entry.job.prompt);
            if (m_isAdopted[size_t(i)] || candidates == renamed.end() || candidates->isEmpty())
                continue;
            JobSource unnamed = entry;
            const auto found = std::ranges::find_if(*candidates, [&](const JobSource *candidate) {
                unnamed.job.name = candidate->job.name;
                return unnamed.sameContent(*candidate);
            });
            if (found == candidates->end())
                continue;
            take(i, **found);
            candidates->erase(found);
        }
    }

    /// What has the id of one that another was given is a new one.
    void finish()
    {
        for (qsizetype i = 0; i < m_read.size(); ++i) {
            if (!m_isAdopted[size_t(i)] && m_taken.contains(m_read[i].id()))
                m_read[i].job.id = newJobId();
        }
    }

private:
    template <typename Fits>
    void byName(const Fits &fits)
    {
        for (qsizetype i = 0; i < m_read.size(); ++i) {
            const JobSource &entry = m_read[i];
            const auto candidates = m_free.find(entry.job.name);
            if (m_isAdopted[size_t(i)] || candidates == m_free.end())
                continue;
            const auto found = std::ranges::find_if(
                *candidates, [&](const JobSource *candidate) { return fits(entry, *candidate); });
            if (found == candidates->end())
                continue;
            take(i, **found);
            candidates->erase(found);
        }
    }

    void take(qsizetype i, const JobSource &known)
    {
        m_read[i].job.id = known.id();
        m_isAdopted[size_t(i)] = true;
        m_taken.insert(known.id());
    }

    QList<JobSource> &m_read;
    std::vector<bool> m_isAdopted;
    QHash<QString, QList<const JobSource *>> m_free;
    QHash<JobId, const JobSource *> m_known;
    QSet<JobId> m_taken;
};

void adopt(QList<JobSource> &read, const QList<JobSource> &known)
{
    Adoption adoption(read, known);
    adoption.bySameContent();
    adoption.byName();
    adoption.byAllButName();
    adoption.finish();
}

} // namespace

void adoptIds(BatchSource &read, const BatchSource &known)
{
    adopt(read.jobs, known.jobs);
    adoptIncludedIds(read.included, known.included);
}

void adoptIds(BatchSource &read, const BatchSource &known, const BatchSource &base)
{
    QList<JobSource> alike = read.jobs;
    adopt(alike, base.jobs);
    Adoption adoption(read.jobs, known.jobs);
    adoption.bySameContent();
    adoption.byId(alike);
    adoption.byName();
    adoption.byAllButName();
    adoption.finish();
    adoptIncludedIds(read.included, known.included);
}

void adoptIncludedIds(QList<Included> &read, const QList<Included> &known)
{
    QHash<QString, QList<const Included *>> free;
    for (const Included &file : known)
        free[file.path].append(&file);
    for (Included &file : read) {
        QList<const Included *> &same = free[file.path];
        if (same.isEmpty())
            continue;
        const Included *before = same.takeFirst();
        adopt(file.jobs, before->jobs);
        adoptIncludedIds(file.included, before->included);
    }
}

} // namespace batch
