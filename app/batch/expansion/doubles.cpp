// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/doubles.h"

#include "batch/expansion/axes.h"
#include "batch/expansion/names.h"
#include "batch/expansion/words.h"
#include "batch/wording.h"

#include <QMultiHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace batch {

namespace {

/// Nobody knows here what a model makes of what a job doesn't say.
const Usual &unknownUsual()
{
    static const Usual unknown{std::nullopt, std::nullopt, std::nullopt, std::nullopt};
    return unknown;
}

/// Hashes of requests. Jobs of one entry mostly share their parameters, which are hashed once then.
class RequestHash
{
public:
    size_t of(const Job &job)
    {
        if (job.params != m_params) {
            m_params = job.params;
            m_paramsHash = qHash(m_params);
        }
        const Job::Frame frame = job.askedFrame(unknownUsual());
        // A picture may be megabytes of text itself: of that the ends must do.
        constexpr qsizetype end = 100;
        const QString picture = job.picture().value_or(QString());
        return qHashMulti(
            m_paramsHash, int(job.type), job.model, job.prompt, frame.width.value_or(0),
            frame.height.value_or(0), frame.resolution.value_or(QString()),
            job.askedDuration(unknownUsual()).value_or(0), job.aspectRatio.value_or(QString()),
            job.seed.value_or(0), job.negativePrompt.value_or(QString()), picture.size(),
            QStringView(picture).left(end), QStringView(picture).right(end));
    }

private:
    QJsonObject m_params;
    size_t m_paramsHash = qHash(QJsonObject());
};

EntryProblem problemOf(const MadeJob &made, const MadeJob &other, int takes)
{
    const QString seed = toKey(Field::Seed);
    const auto seedOf = [&seed](const MadeJob &each) {
        return each.combination.values.value(seed);
    };
    EntryProblem problem;
    if (seedOf(made) != seedOf(other)) {
        problem.key = u"matrix."_s + seed;
        problem.problem = {Field::Seed, Severity::Error,
                           expansionwords::sameSeed(made.job.name, other.job.name, takes)};
    } else {
        problem.key = u"matrix"_s;
        problem.problem = {Field::Prompt, Severity::Warning,
                           expansionwords::sameRequest(made.job.name, other.job.name)};
    }
    return problem;
}

/// "size: big, colour: red, take 2".
QString wordsFor(const Combination &combination, const QList<Axis> &axes)
{
    QStringList words;
    for (const Axis &axis : axes) {
        const auto value = combination.values.constFind(axis.name);
        if (value != combination.values.constEnd())
            words.append(axis.name + u": \""_s + shortened(*value) + u'"');
    }
    if (combination.take)
        words.append(expansionwords::takeNumber(*combination.take));
    return words.join(u", "_s);
}

} // namespace

QList<EntryProblem> tellNamesApart(QList<MadeJob> &jobs, qsizetype first, const QList<Axis> &axes)
{
    QStringList plain;
    QStringList keys;
    for (qsizetype i = first; i < jobs.size(); ++i) {
        plain.append(jobs[i].job.name);
        keys.append(jobs[i].key);
    }
    QStringList names = plain;
    const QList<QList<qsizetype>> met = tellApart(names, keys);
    for (qsizetype i = 0; i < names.size(); ++i)
        jobs[first + i].job.name = names[i];
    QList<EntryProblem> problems;
    for (const QList<qsizetype> &bearers : met) {
        const Combination &one = jobs[first + bearers[0]].combination;
        const Combination &other = jobs[first + bearers[1]].combination;
        // What two combinations share is said of their first takes.
        if (one.take.value_or(1) > 1 && one.take == other.take)
            continue;
        if (problems.size() >= mostSaid)
            break;
        EntryProblem problem;
        problem.key = toKey(Field::Name);
        problem.problem = {Field::Name, Severity::Warning,
                           expansionwords::sameName(plain[bearers[0]], wordsFor(one, axes),
                                                    wordsFor(other, axes))};
        problems.append(problem);
    }
    return problems;
}

std::optional<EntryProblem> findSameRequest(const QList<MadeJob> &jobs, qsizetype first, int takes)
{
    std::optional<EntryProblem> found;
    QMultiHash<size_t, qsizetype> seen;
    seen.reserve(jobs.size() - first);
    RequestHash hashes;
    for (qsizetype i = first; i < jobs.size(); ++i) {
        const Job &job = jobs[i].job;
        if (!job.enabled)
            continue;
        const size_t hash = hashes.of(job);
        const auto [begin, end] = std::as_const(seen).equal_range(hash);
        const auto same = std::find_if(begin, end, [&](qsizetype other) {
            return job.sameRequest(jobs[other].job, unknownUsual());
        });
        if (same == end) {
            seen.insert(hash, i);
            continue;
        }
        const EntryProblem problem = problemOf(jobs[*same], jobs[i], takes);
        if (problem.problem.severity == Severity::Error)
            return problem;
        if (!found)
            found = problem;
    }
    return found;
}

} // namespace batch
