// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/heldtext.h"

#include "cli/output/commandtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;
using batch::JobResult;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Held)
};

QList<JobResult> having(const QList<JobResult> &results, bool (*isIt)(const JobResult &))
{
    QList<JobResult> found;
    std::ranges::copy_if(results, std::back_inserter(found), isIt);
    return found;
}

} // namespace

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s)
                          : Words::tr("at an unknown time");
}

QStringList heldLines(const QList<JobResult> &results, const Options &options)
{
    const QList<JobResult> held = having(results, [](const JobResult &result) {
        return result.state == batch::JobState::Unresolved;
    });
    if (held.isEmpty())
        return {};
    QStringList lines{
        Words::tr("Nobody knows whether the server accepted these; they are not sent again by "
                  "themselves:")};
    for (const JobResult &result : held) {
        lines += u"  "_s
            + Words::tr("%1 -- submitted %2 -- may have cost USD%3")
                  .arg(result.name, timeText(result.submittedAt), result.cost.toDecimal());
    }
    const auto sameName = [&](const JobResult &other) { return other.name == held.first().name; };
    // Where the name says too little, the id says it.
    const bool clear = std::ranges::count_if(results, sameName) == 1;
    const QString job = clear ? held.first().name : held.first().submission;
    lines += Words::tr("Decide for each, for example:");
    lines += "  "_L1 + commandText(options, u"resolve"_s, {job, u"--submit-again"_s});
    lines += "  "_L1 + commandText(options, u"resolve"_s, {job, u"--forget"_s});
    return lines;
}

QStringList unfetchedLines(const QList<JobResult> &results, const Options &options)
{
    const auto count = std::ranges::count_if(
        results, [](const JobResult &result) { return batch::isActive(result.state); });
    if (count == 0)
        return {};
    return {Words::tr("Submitted and not fetched yet: %1. They are still generated or wait at the "
                      "server; to fetch them, for nothing more:")
                .arg(count),
            "  "_L1 + commandText(options, u"resume"_s)};
}

} // namespace cli
