// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/runoutcome.h"

#include "cli/exitcode.h"
#include "cli/output/heldtext.h"
#include "cli/output/modelname.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;
using batch::JobState;
using engine::PauseReason;

namespace {

constexpr int ruleColumns = 60; // the article's

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Summary)
};

/// As the article writes amounts in its summary.
QString amount(batch::Cost cost)
{
    return "USD"_L1 + QString::number(cost.usd(), 'f', 4);
}

QString toKey(PauseReason reason)
{
    switch (reason) {
    case PauseReason::Key:
        return u"key"_s;
    case PauseReason::Balance:
        return u"balance"_s;
    case PauseReason::Budget:
        return u"budget"_s;
    case PauseReason::MonthlyLimit:
        return u"monthly_limit"_s;
    case PauseReason::Store:
        return u"store"_s;
    case PauseReason::Disk:
        return u"disk"_s;
    case PauseReason::Network:
        return u"network"_s;
    }
    Q_UNREACHABLE();
}

bool isMoney(PauseReason reason)
{
    return reason == PauseReason::Balance || reason == PauseReason::Budget
        || reason == PauseReason::MonthlyLimit;
}

QStringList leftOutLines(const QList<RefusedJob> &jobs)
{
    if (jobs.isEmpty())
        return {};
    QStringList lines{Words::tr("Left out, because their models would refuse them:")};
    for (const RefusedJob &job : jobs)
        lines += u"  %1: %2"_s.arg(job.name, job.reasons.join(u' '));
    return lines;
}

QJsonArray heldToJson(const QList<batch::JobResult> &results)
{
    QJsonArray held;
    for (const batch::JobResult &result : results) {
        if (result.state != JobState::Unresolved)
            continue;
        held.append(QJsonObject{{u"name"_s, result.name},
                                {u"submission"_s, result.submission},
                                {u"submitted_at"_s, result.submittedAt.toString(Qt::ISODateWithMs)},
                                {u"committed"_s, result.cost.usd()}});
    }
    return held;
}

} // namespace

bool RunOutcome::isComplete() const
{
    return leftOut.isEmpty() && notBegun == 0
        && std::ranges::all_of(manifest.results, [this](const batch::JobResult &result) {
               const bool mayBeOutside = scope == Scope::Jobs
                   || (scope == Scope::Fetch && result.state == JobState::Failed);
               return result.state == JobState::Succeeded
                   || (mayBeOutside && kept.contains(result.job));
           });
}

int RunOutcome::keptCount() const
{
    const auto isKept = [this](const batch::JobResult &result) {
        return result.state == JobState::Succeeded && kept.contains(result.job);
    };
    return static_cast<int>(std::ranges::count_if(manifest.results, isKept));
}

int RunOutcome::exitCode() const
{
    const bool complete = isComplete();
    if (interrupted && !complete)
        return Interrupted;
    if (stoppedBy == PauseReason::Key)
        return NoKey;
    if (stoppedBy && isMoney(*stoppedBy))
        return NoMoney;
    return complete && unwritten.isEmpty() ? Succeeded : JobsFailed;
}

QMap<QString, batch::Cost> RunOutcome::costByModel() const
{
    QMap<QString, batch::Cost> costs;
    for (const batch::JobResult &result : manifest.results)
        costs[result.model] += result.state == JobState::Succeeded ? result.cost : batch::Cost();
    return costs;
}

batch::Cost RunOutcome::committed() const
{
    batch::Cost sum;
    for (const batch::JobResult &result : manifest.results)
        sum += batch::isOpen(result.state) ? result.cost : batch::Cost();
    return sum;
}

QString RunOutcome::toText(const Options &options) const
{
    const auto total = static_cast<int>(manifest.results.size());
    const int succeeded = manifest.count(JobState::Succeeded);
    const int failed = manifest.count(JobState::Failed);
    const int cancelled = manifest.count(JobState::Cancelled) + manifest.count(JobState::Waiting);
    const int unresolved = manifest.count(JobState::Unresolved);
    const int open = total - succeeded - failed - cancelled - unresolved;
    const int notSubmitted = cancelled + notBegun;

    const QString rule(ruleColumns, u'=');
    QStringList lines{rule,
                      Words::tr("PIPELINE SUMMARY"),
                      rule,
                      Words::tr("Total jobs: %1").arg(total),
                      Words::tr("Succeeded: %1").arg(succeeded),
                      Words::tr("Failed: %1").arg(failed)};
    if (keptCount() > 0)
        lines += Words::tr("Made before and kept: %1").arg(keptCount());
    if (notSubmitted > 0)
        lines += Words::tr("Not submitted: %1").arg(notSubmitted);
    if (!leftOut.isEmpty())
        lines += Words::tr("Left out: %1").arg(leftOut.size());
    if (unresolved > 0)
        lines += Words::tr("Nobody knows whether accepted: %1").arg(unresolved);
    if (open > 0)
        lines += Words::tr("Submitted but not fetched: %1").arg(open);
    lines += Words::tr("Total cost: %1").arg(amount(manifest.totalCost()));
    if (!committed().isZero())
        lines += Words::tr("May still be charged: %1").arg(amount(committed()));
    lines +=
        Words::tr("Total time: %1s").arg(static_cast<double>(elapsed.count()) / 1000, 0, 'f', 1);
    lines += {QString(), Words::tr("Cost by model:")};
    const auto costs = costByModel();
    for (const auto &[model, cost] : costs.asKeyValueRange())
        lines += "  "_L1 + modelNameAmong(costs.keys(), model) + ": "_L1 + amount(cost);
    lines += {rule, Words::tr("Results: %1").arg(QDir::toNativeSeparators(outputDir))};
    for (const QStringList &more : {leftOutLines(leftOut), heldLines(manifest.results, options),
                                    unfetchedLines(manifest.results, options)}) {
        if (!more.isEmpty())
            lines += QStringList(QString()) + more;
    }
    if (!unwritten.isEmpty())
        lines += {QString(), unwritten};
    return lines.join(u'\n');
}

QJsonObject RunOutcome::toJson() const
{
    QJsonObject models;
    for (const auto &[model, cost] : costByModel().asKeyValueRange())
        models.insert(model, cost.usd());

    QJsonObject summary{{u"exit_code"_s, exitCode()},
                        {u"kept"_s, keptCount()},
                        {u"held"_s, heldToJson(manifest.results)},
                        {u"left_out"_s, cli::toJson(leftOut)},
                        {u"currency"_s, u"USD"_s},
                        {u"committed"_s, committed().usd()},
                        {u"cost_by_model"_s, models},
                        {u"elapsed"_s, static_cast<double>(elapsed.count()) / 1000},
                        {u"output_dir"_s, outputDir},
                        {u"manifest"_s, store::manifestPath(outputDir)},
                        {u"stopped_by"_s, QJsonValue::Null}};
    if (interrupted) {
        summary.insert("stopped_by"_L1, u"interrupt"_s);
    } else if (stoppedBy) {
        summary.insert("stopped_by"_L1, toKey(*stoppedBy));
        summary.insert("message"_L1, stopMessage);
    }

    if (!unwritten.isEmpty())
        summary.insert("unwritten"_L1, unwritten);

    QJsonObject document = QJsonDocument::fromJson(manifest.toJson(outputDir)).object();
    document.insert(u"summary"_s, summary);
    return document;
}

} // namespace cli
