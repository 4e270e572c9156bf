// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/estimate.h"
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/exitcode.h"
#include "cli/output/durationtext.h"
#include "cli/output/modelname.h"
#include "cli/output/terminal.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Estimate)
};

QJsonObject toJson(const batch::Batch &batch, const batch::Bill &bill, double seconds)
{
    QJsonArray models;
    for (const auto &[model, line] : bill.byModel.asKeyValueRange()) {
        models.append(QJsonObject{{u"model"_s, model},
                                  {u"jobs"_s, line.jobs},
                                  {u"cost"_s, line.total().usd()},
                                  {u"guess"_s, line.guess}});
    }
    QJsonObject document{{u"currency"_s, u"USD"_s},
                         {u"total_jobs"_s, bill.all.jobs},
                         {u"total_cost"_s, bill.all.total().usd()},
                         {u"guess"_s, bill.all.guess},
                         {u"models"_s, models},
                         {u"concurrency"_s, batch.settings.effectiveMaxWorkers()},
                         {u"typical_time"_s, seconds}};
    if (batch.settings.budget)
        document.insert(u"budget"_s, batch.settings.budget->usd());
    return document;
}

void printTable(const batch::Bill &bill)
{
    const QString total = Words::tr("Total");
    int nameColumns = columnsOf(total);
    for (auto it = bill.byModel.keyBegin(); it != bill.byModel.keyEnd(); ++it)
        nameColumns = std::max(nameColumns, columnsOf(shortModelName(*it)));

    const auto row = [&](const QString &name, const QString &jobs, const QString &cost,
                         const QString &note) {
        print(padded(name, nameColumns + 2) + paddedLeft(jobs, 6) + paddedLeft(cost, 12) + note);
    };
    row(Words::tr("Model"), Words::tr("Jobs"), Words::tr("Cost"), {});
    for (const auto &[model, line] : bill.byModel.asKeyValueRange()) {
        row(shortModelName(model), QString::number(line.jobs), line.total().toDisplay(),
            line.guess ? u"  "_s + Words::tr("a guess: the model's price isn't known") : QString());
    }
    row(total, QString::number(bill.all.jobs), bill.all.total().toDisplay(), {});
}

} // namespace

int estimateBatch(const Options &options)
{
    const auto input = readSoundInput(options);
    if (!input)
        return input.error();

    const catalog::Catalog &catalog = catalog::Catalog::builtIn();
    const batch::Batch &batch = input->file.batch;
    const batch::Bill bill = catalog::estimate(catalog, batch);
    const double seconds = catalog::typicalBatchTime(catalog, batch);
    if (options.json) {
        printJson(toJson(batch, bill, seconds));
        return Succeeded;
    }

    printTable(bill);
    print({});
    print(Words::tr("It takes about %1 with %2 jobs at once.")
              .arg(durationText(seconds))
              .arg(batch.settings.effectiveMaxWorkers()));
    if (batch.settings.budget && bill.all.total() > *batch.settings.budget) {
        print(Words::tr("This is more than the batch's budget of %1.")
                  .arg(batch.settings.budget->toDisplay()));
    }
    return Succeeded;
}

} // namespace cli
