// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/runoutcome.h"

#include "cli/exitcode.h"
#include "cli/output/modelname.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

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

bool mayStillCost(const batch::JobResult &result)
{
    return batch::isActive(result.state) || result.state == JobState::Unresolved;
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
    case PauseReason::Store:
        return u"store"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

int RunOutcome::exitCode() const
{
    if (interrupted)
        return Interrupted;
    if (stoppedBy == PauseReason::Key)
        return NoKey;
    if (stoppedBy == PauseReason::Balance || stoppedBy == PauseReason::Budget)
        return NoMoney;
    return manifest.count(JobState::Succeeded) == manifest.results.size() ? Succeeded : JobsFailed;
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
        sum += mayStillCost(result) ? result.cost : batch::Cost();
    return sum;
}

QString RunOutcome::toText() const
{
    const auto total = static_cast<int>(manifest.results.size());
    const int succeeded = manifest.count(JobState::Succeeded);
    const int failed = manifest.count(JobState::Failed);
    const int cancelled = manifest.count(JobState::Cancelled) + manifest.count(JobState::Waiting);
    const int unresolved = manifest.count(JobState::Unresolved);
    const int open = total - succeeded - failed - cancelled - unresolved;

    const QString rule(ruleColumns, u'=');
    QStringList lines{rule,
                      Words::tr("PIPELINE SUMMARY"),
                      rule,
                      Words::tr("Total jobs: %1").arg(total),
                      Words::tr("Succeeded: %1").arg(succeeded),
                      Words::tr("Failed: %1").arg(failed)};
    if (cancelled > 0)
        lines += Words::tr("Not submitted: %1").arg(cancelled);
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
    for (const auto &[model, cost] : costByModel().asKeyValueRange())
        lines += "  "_L1 + shortModelName(model) + ": "_L1 + amount(cost);
    lines += {rule, Words::tr("Results: %1").arg(QDir::toNativeSeparators(outputDir))};
    return lines.join(u'\n');
}

QJsonObject RunOutcome::toJson() const
{
    QJsonObject models;
    for (const auto &[model, cost] : costByModel().asKeyValueRange())
        models.insert(model, cost.usd());

    QJsonObject summary{{u"exit_code"_s, exitCode()},
                        {u"currency"_s, u"USD"_s},
                        {u"committed"_s, committed().usd()},
                        {u"cost_by_model"_s, models},
                        {u"elapsed"_s, static_cast<double>(elapsed.count()) / 1000},
                        {u"output_dir"_s, outputDir},
                        {u"manifest"_s, QDir(outputDir).filePath(store::manifestName.toString())},
                        {u"stopped_by"_s, QJsonValue::Null}};
    if (interrupted) {
        summary.insert("stopped_by"_L1, u"interrupt"_s);
    } else if (stoppedBy) {
        summary.insert("stopped_by"_L1, toKey(*stoppedBy));
        summary.insert("message"_L1, stopMessage);
    }

    QJsonObject document = QJsonDocument::fromJson(manifest.toJson(outputDir)).object();
    document.insert(u"summary"_s, summary);
    return document;
}

} // namespace cli
