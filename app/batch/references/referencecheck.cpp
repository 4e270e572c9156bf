// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is wrong with the references among jobs.
#include "batch/references/references.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace batch {

namespace {

/// Which jobs wait for themselves in the end: those of the graph's strongly connected parts of
/// more than one (Tarjan), without recursion, as a chain may be as long as the batch.
class Circles
{
public:
    /// `waitsFor`: for each job the places of those that it waits for.
    explicit Circles(const QList<QList<qsizetype>> &waitsFor)
        : m_waitsFor(waitsFor)
        , m_nodes(waitsFor.size())
    {
        for (qsizetype i = 0; i < m_nodes.size(); ++i) {
            if (m_nodes[i].order < 0)
                explore(i);
        }
    }

    bool share(qsizetype a, qsizetype b) const { return m_nodes[a].part == m_nodes[b].part; }

private:
    struct Node
    {
        qsizetype order = -1; ///< in which it was met
        qsizetype low = 0;    ///< the earliest that it leads back to
        qsizetype next = 0;   ///< of those that it waits for
        qsizetype part = -1;
    };

    void meet(qsizetype node)
    {
        m_nodes[node].order = m_nodes[node].low = m_met++;
        m_open.append(node);
        m_path.append(node);
    }

    void explore(qsizetype first)
    {
        meet(first);
        while (!m_path.isEmpty()) {
            const qsizetype at = m_path.last();
            Node &node = m_nodes[at];
            if (node.next < m_waitsFor[at].size()) {
                const qsizetype to = m_waitsFor[at][node.next++];
                if (m_nodes[to].order < 0)
                    meet(to);
                else if (m_nodes[to].part < 0)
                    node.low = std::min(node.low, m_nodes[to].order);
                continue;
            }
            m_path.removeLast();
            if (!m_path.isEmpty())
                m_nodes[m_path.last()].low = std::min(m_nodes[m_path.last()].low, node.low);
            if (node.low == node.order)
                close(at);
        }
    }

    void close(qsizetype root)
    {
        qsizetype member = -1;
        do {
            member = m_open.takeLast();
            m_nodes[member].part = root;
        } while (member != root);
    }

    const QList<QList<qsizetype>> &m_waitsFor;
    QList<Node> m_nodes;
    QList<qsizetype> m_open;
    QList<qsizetype> m_path;
    qsizetype m_met = 0;
};

/// Goes through the references of all jobs once, and through the graph that they make once.
class ReferenceCheck
{
    Q_DECLARE_TR_FUNCTIONS(batch::References)
public:
    explicit ReferenceCheck(const QList<Job> &jobs)
        : m_jobs(jobs)
    {
        for (const Job &job : jobs)
            m_references.append(referencesOf(job));
        const bool none = std::all_of(m_references.begin(), m_references.end(),
                                      [](const auto &each) { return each.isEmpty(); });
        if (!none)
            run();
    }

    QHash<JobId, QList<Problem>> problems;

private:
    void run()
    {
        for (qsizetype i = 0; i < m_jobs.size(); ++i)
            m_byName[m_jobs.at(i).name].append(i);
        QList<QList<qsizetype>> waitsFor(m_jobs.size());
        for (qsizetype i = 0; i < m_jobs.size(); ++i) {
            for (const Reference &each : std::as_const(m_references[i])) {
                const QList<qsizetype> named = m_byName.value(each.job);
                if (named.size() == 1)
                    waitsFor[i].append(named.first());
            }
        }
        const Circles circles(waitsFor);
        for (qsizetype i = 0; i < m_jobs.size(); ++i) {
            for (const Reference &each : std::as_const(m_references[i]))
                check(i, each, circles);
        }
    }

    void check(qsizetype job, const Reference &reference, const Circles &circles)
    {
        const QList<qsizetype> named = m_byName.value(reference.job);
        if (named.isEmpty())
            report(job, reference, unknown(reference.job));
        else if (named.size() > 1)
            report(job, reference,
                   tr("%n jobs are called “%1”, and job: must name a single one. Give them "
                      "different names.",
                      nullptr, static_cast<int>(named.size()))
                       .arg(reference.job));
        else if (named.first() == job)
            report(job, reference, tr("This job can't start from its own result."));
        else if (circles.share(job, named.first()))
            report(job, reference,
                   tr("“%1” waits in turn for this job: neither could ever begin.")
                       .arg(reference.job));
    }

    QString unknown(const QString &name)
    {
        if (name.isEmpty())
            return tr("job: must be followed by the name of a job.");
        if (m_folded.isEmpty()) {
            for (const Job &each : m_jobs)
                m_folded.insert(each.name.simplified().toCaseFolded(), each.name);
        }
        const QString near = m_folded.value(name.simplified().toCaseFolded());
        return near.isEmpty()
            ? tr("There is no job “%1” to start from.").arg(name)
            : tr("There is no job “%1” to start from; did you mean “%2”?").arg(name, near);
    }

    void report(qsizetype job, const Reference &reference, const QString &message)
    {
        const Problem problem{reference.field, Severity::Error, message, reference.parameter};
        QList<Problem> &list = problems[m_jobs.at(job).id];
        if (!list.contains(problem))
            list.append(problem);
    }

    const QList<Job> &m_jobs;
    QList<QList<Reference>> m_references; ///< by job
    QHash<QString, QList<qsizetype>> m_byName;
    QHash<QString, QString> m_folded; ///< names by their folded form
};

} // namespace

QHash<JobId, QList<Problem>> checkReferences(const QList<Job> &jobs)
{
    return ReferenceCheck(jobs).problems;
}

} // namespace batch
