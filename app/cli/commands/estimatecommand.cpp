// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/estimate.h"
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/exitcode.h"
#include "cli/models/modeljson.h"
#include "cli/output/durationtext.h"
#include "cli/output/modelname.h"
#include "cli/output/terminal.h"
#include "cli/work/leftout.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;
using catalog::Estimate;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Estimate)
};

/// What a batch will cost, and where that is known from.
struct Forecast
{
    batch::Batch batch; ///< what a run would make is enabled
    batch::Bill bill;
    QMap<QString, Estimate> origins; ///< of the prices, by model
    double seconds = 0;              ///< it usually takes

    batch::Cost guessed() const
    {
        batch::Cost sum;
        for (const auto &[model, line] : bill.byModel.asKeyValueRange())
            sum += line.guess ? line.total() : batch::Cost();
        return sum;
    }
};

Forecast forecastOf(const BatchInput &input)
{
    Forecast forecast{input.acceptedBatch(), {}, {}, 0};
    forecast.bill = catalog::estimate(input.catalog, forecast.batch);
    forecast.seconds = catalog::typicalBatchTime(input.catalog, forecast.batch);
    for (const batch::Job &job : std::as_const(forecast.batch.jobs)) {
        if (job.enabled && !forecast.origins.contains(job.model))
            forecast.origins.insert(job.model, catalog::estimate(input.catalog, job));
    }
    return forecast;
}

QJsonArray modelsToJson(const Forecast &forecast)
{
    QJsonArray models;
    for (const auto &[model, line] : forecast.bill.byModel.asKeyValueRange()) {
        const Estimate origin = forecast.origins.value(model);
        const bool hasPrice = !origin.guess || origin.unitIsAssumed;
        models.append(QJsonObject{
            {u"model"_s, model},
            {u"jobs"_s, line.jobs},
            {u"cost"_s, line.total().usd()},
            {u"guess"_s, line.guess},
            {u"unit_assumed"_s, origin.unitIsAssumed},
            {u"source"_s, hasPrice ? toKey(origin.source) : QJsonValue(QJsonValue::Null)},
            {u"as_of"_s, momentOrNull(hasPrice ? origin.asOf : QDateTime())}});
    }
    return models;
}

QJsonObject toJson(const Forecast &forecast, const BatchInput &input)
{
    const batch::BatchSettings &settings = forecast.batch.settings;
    const batch::Bill &bill = forecast.bill;
    QJsonObject document{{u"currency"_s, u"USD"_s},
                         {u"total_jobs"_s, bill.all.jobs},
                         {u"total_cost"_s, bill.all.total().usd()},
                         {u"guess"_s, bill.all.guess},
                         {u"guessed_cost"_s, forecast.guessed().usd()},
                         {u"models"_s, modelsToJson(forecast)},
                         {u"left_out"_s, cli::toJson(input.refused)},
                         {u"concurrency"_s, settings.effectiveMaxWorkers()},
                         {u"typical_time"_s, forecast.seconds}};
    if (settings.budget)
        document.insert(u"budget"_s, settings.budget->usd());
    return document;
}

QString totalNote(const Forecast &forecast)
{
    const batch::BillLine &all = forecast.bill.all;
    if (!all.guess)
        return {};
    return forecast.guessed() == all.total()
        ? Words::tr("all of it a guess")
        : Words::tr("%1 of it a guess").arg(forecast.guessed().toDisplay());
}

void printTable(const Forecast &forecast)
{
    const batch::Bill &bill = forecast.bill;
    const QString total = Words::tr("Total");
    int nameColumns = columnsOf(total);
    const QStringList ids = bill.byModel.keys();
    for (const QString &id : ids)
        nameColumns = std::max(nameColumns, columnsOf(modelNameAmong(ids, id)));

    const auto row = [&](const QString &name, const QString &jobs, const QString &cost,
                         const QString &note) {
        const QString line =
            padded(name, nameColumns + 2) + paddedLeft(jobs, 6) + paddedLeft(cost, 12);
        print(note.isEmpty() ? line : line + "  "_L1 + note);
    };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    row(Words::tr("Model"), Words::tr("Jobs"), Words::tr("Cost"), Words::tr("Price from"));
    for (const auto &[model, line] : bill.byModel.asKeyValueRange()) {
        row(modelNameAmong(ids, model), QString::number(line.jobs), line.total().toDisplay(),
            catalog::originText(forecast.origins.value(model), now));
    }
    row(total, QString::number(bill.all.jobs), bill.all.total().toDisplay(), totalNote(forecast));
}

void printNotes(const Forecast &forecast, const BatchInput &input)
{
    const batch::BatchSettings &settings = forecast.batch.settings;
    print({});
    print(Words::tr("It takes about %1 with %2 jobs at once.")
              .arg(durationText(forecast.seconds))
              .arg(settings.effectiveMaxWorkers()));
    if (settings.budget && forecast.bill.all.total() > *settings.budget) {
        print(Words::tr("This is more than the batch's budget of %1.")
                  .arg(settings.budget->toDisplay()));
    }
    if (input.refused.isEmpty())
        return;
    QStringList names;
    for (const RefusedJob &job : input.refused)
        names += job.name;
    print(
        Words::tr("Left out, because their models would refuse them: %1").arg(names.join(u", "_s)));
}

} // namespace

int estimateBatch(const Options &options)
{
    const auto input = readSoundInput(options);
    if (!input)
        return input.error();
    const Forecast forecast = forecastOf(*input);
    if (forecast.bill.all.jobs == 0 && !input->refused.isEmpty())
        return failForRefused(options, *input, input->refused);
    if (options.json) {
        printJson(toJson(forecast, *input));
        return Succeeded;
    }
    printTable(forecast);
    printNotes(forecast, *input);
    return Succeeded;
}

} // namespace cli
