// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/batchstatus.h"

#include "cli/exitcode.h"
#include "cli/output/heldtext.h"
#include "cli/output/modelname.h"
#include "cli/output/ownertext.h"
#include "cli/output/terminal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace cli {

using namespace Qt::StringLiterals;
using batch::JobResult;
using batch::JobState;
using engine::Standing;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Status)
};

JobResult draftOf(const batch::Job &job)
{
    JobResult result;
    result.job = job.id;
    result.name = job.name;
    result.model = job.model;
    result.type = job.type;
    result.state = JobState::Draft;
    return result;
}

void addStanding(BatchStatus &status, const Standing &standing)
{
    status.manifest.results.append(standing.result);
    if (standing.result.state == JobState::Unresolved)
        status.requests.insert(standing.result.job, standing.request);
}

void addJob(BatchStatus &status, const batch::Job &job, const Standing *standing)
{
    if (!standing) {
        if (job.enabled)
            status.manifest.results.append(draftOf(job));
        return;
    }
    const JobResult &result = standing->result;
    const bool made = result.state == JobState::Succeeded;
    if (job.enabled && made && !engine::stillHolds(*standing, job)) {
        status.manifest.results.append(draftOf(job));
        status.changed.insert(job.id);
        status.others.add(result.cost, result.state, result.costIsGuess);
    } else if (job.enabled || made || batch::isOpen(result.state)) {
        Standing present = *standing;
        present.result.job = job.id;
        present.result.name = job.name;
        addStanding(status, present);
    }
}

/// What there is to say of a job that isn't simply done.
QString jobText(const BatchStatus &status, const JobResult &result)
{
    const QString time = timeText(result.submittedAt);
    switch (result.state) {
    case JobState::Draft:
        return status.changed.contains(result.job) ? Words::tr("changed since it was made")
                                                   : Words::tr("not submitted yet");
    case JobState::Submitting:
        return Words::tr("being submitted since %1").arg(time);
    case JobState::Generating:
        return Words::tr("generating since %1").arg(time);
    case JobState::Downloading:
        return status.running ? Words::tr("being fetched")
                              : Words::tr("generated, but not on the disk");
    case JobState::Failed:
        return Words::tr("failed: %1").arg(result.error);
    case JobState::Unresolved: {
        const QString prompt =
            status.requests.value(result.job).value("prompt"_L1).toString().simplified();
        return Words::tr(
                   "nobody knows whether it was accepted: submitted %1, about USD%2, %3, “%4”")
            .arg(time, result.cost.toDecimal(), shortModelName(result.model), fitted(prompt, 40));
    }
    case JobState::Waiting:
    case JobState::Cancelled:
    case JobState::Succeeded:
        break;
    }
    return batch::toDisplay(result.state);
}

QStringList countLines(const store::Manifest &manifest)
{
    QStringList lines{Words::tr("Total jobs: %1").arg(manifest.results.size()),
                      Words::tr("Succeeded: %1").arg(manifest.count(JobState::Succeeded)),
                      Words::tr("Failed: %1").arg(manifest.count(JobState::Failed))};
    if (const int drafts = manifest.count(JobState::Draft); drafts > 0)
        lines += Words::tr("To be made: %1").arg(drafts);
    const int active = manifest.count(JobState::Submitting) + manifest.count(JobState::Generating)
        + manifest.count(JobState::Downloading);
    if (active > 0)
        lines += Words::tr("Submitted but not fetched: %1").arg(active);
    if (const int unresolved = manifest.count(JobState::Unresolved); unresolved > 0)
        lines += Words::tr("Nobody knows whether accepted: %1").arg(unresolved);
    return lines;
}

QJsonValue usdOrNull(const std::optional<batch::Cost> &cost)
{
    return cost ? QJsonValue(cost->usd()) : QJsonValue(QJsonValue::Null);
}

} // namespace

BatchStatus statusOf(const batch::Batch &batch, const engine::Survey &survey,
                     const QString &outputDir)
{
    BatchStatus status;
    status.manifest.generatedAt = QDateTime::currentDateTime();
    status.running = survey.owner;
    status.outputDir = outputDir;
    status.budget = batch.settings.budget;
    status.others = survey.history.others.all;
    for (const batch::Job &job : batch.jobs)
        addJob(status, job, survey.history.of(job.id));
    for (const Standing &orphan : survey.history.orphans) {
        addStanding(status, orphan);
        status.orphans.insert(orphan.result.job);
    }
    return status;
}

batch::Cost BatchStatus::spent() const
{
    return manifest.totalCost() + others.spent;
}

batch::Cost BatchStatus::committed() const
{
    batch::Cost sum = others.committed;
    for (const JobResult &result : manifest.results)
        sum += batch::isOpen(result.state) ? result.cost : batch::Cost();
    return sum;
}

int BatchStatus::exitCode() const
{
    return manifest.count(JobState::Succeeded) == manifest.results.size() ? Succeeded : JobsFailed;
}

engine::BatchProgress BatchStatus::progress() const
{
    engine::BatchProgress progress;
    progress.total = static_cast<int>(manifest.results.size());
    progress.waiting = manifest.count(JobState::Draft);
    progress.submitting = manifest.count(JobState::Submitting);
    progress.generating = manifest.count(JobState::Generating);
    progress.downloading = manifest.count(JobState::Downloading);
    progress.succeeded = manifest.count(JobState::Succeeded);
    progress.failed = manifest.count(JobState::Failed);
    progress.unresolved = manifest.count(JobState::Unresolved);
    for (const JobResult &result : manifest.results)
        progress.bill.add(result.model, result.cost, result.state, result.costIsGuess);
    return progress;
}

QString BatchStatus::toText(const Options &options) const
{
    QStringList lines{options.file};
    lines += countLines(manifest);
    lines += Words::tr("Spent: USD%1, committed: USD%2")
                 .arg(spent().toDecimal(), committed().toDecimal());
    if (budget)
        lines += Words::tr("Budget: USD%1").arg(budget->toDecimal());
    lines += monthlyLimit ? Words::tr("This month, all batches: USD%1 of at most USD%2")
                                .arg(thisMonth.toDecimal(), monthlyLimit->toDecimal())
                          : Words::tr("This month, all batches: USD%1").arg(thisMonth.toDecimal());
    if (running)
        lines += Words::tr("At work on it: %1").arg(ownerText(*running));
    QStringList open;
    for (const JobResult &result : manifest.results) {
        if (result.state == JobState::Succeeded)
            continue;
        const QString name = orphans.contains(result.job)
            ? Words::tr("%1 (no longer in the batch)").arg(result.name)
            : result.name;
        open += u"%1: %2"_s.arg(name, jobText(*this, result));
    }
    if (!open.isEmpty())
        lines += QStringList(QString()) + open;
    for (const QStringList &more :
         {heldLines(manifest.results, options),
          running ? QStringList() : unfetchedLines(manifest.results, options)}) {
        if (!more.isEmpty())
            lines += QStringList(QString()) + more;
    }
    return lines.join(u'\n');
}

QJsonObject BatchStatus::toJson() const
{
    QJsonObject document = QJsonDocument::fromJson(manifest.toJson(outputDir)).object();
    QJsonArray results = document.value("results"_L1).toArray();
    for (qsizetype i = 0; i < results.size(); ++i) {
        const JobResult &result = manifest.results.at(i);
        QJsonObject job = results.at(i).toObject();
        job.insert("submission"_L1,
                   result.submission.isEmpty() ? QJsonValue(QJsonValue::Null)
                                               : QJsonValue(result.submission));
        job.insert("submitted_at"_L1,
                   result.submittedAt.isValid()
                       ? QJsonValue(result.submittedAt.toUTC().toString(Qt::ISODateWithMs))
                       : QJsonValue(QJsonValue::Null));
        if (requests.contains(result.job))
            job.insert("request"_L1, requests.value(result.job));
        if (changed.contains(result.job))
            job.insert("changed"_L1, true);
        if (orphans.contains(result.job))
            job.insert("orphan"_L1, true);
        results.replace(i, job);
    }
    document.insert("results"_L1, results);
    document.insert("draft"_L1, manifest.count(JobState::Draft));
    document.insert("running"_L1,
                    running ? QJsonValue(cli::toJson(*running)) : QJsonValue(QJsonValue::Null));
    document.insert("spent"_L1, spent().usd());
    document.insert("committed"_L1, committed().usd());
    document.insert("this_month"_L1, thisMonth.usd());
    document.insert("monthly_limit"_L1, usdOrNull(monthlyLimit));
    document.insert("budget"_L1, usdOrNull(budget));
    document.insert("currency"_L1, u"USD"_s);
    document.insert("output_dir"_L1, outputDir);
    document.insert("exit_code"_L1, exitCode());
    return document;
}

} // namespace cli
