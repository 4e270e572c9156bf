// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/cache.h"
#include "catalog/estimate.h"
#include "catalog/search.h"
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/exitcode.h"
#include "cli/models/modeljson.h"
#include "cli/models/modelserver.h"
#include "cli/models/modeltext.h"
#include "cli/models/nearmodels.h"
#include "cli/output/terminal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <optional>

namespace cli {

using namespace Qt::StringLiterals;
using catalog::Catalog;
using catalog::Model;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Models)
};

/// What is known, and what went wrong when more was to be known.
struct Known
{
    Catalog catalog;
    QUrl server;
    QString problem; ///< for people; empty: none
};

/// The batch file whose models are meant, and these.
struct InUse
{
    batch::BatchSettings settings;
    QStringList models;
};

/// The code to leave with comes as the error, with the words said.
tl::expected<std::optional<InUse>, int> modelsInUse(const Options &options)
{
    if (options.file.isEmpty())
        return std::nullopt;
    const auto input = readKnownInput(options);
    if (!input)
        return tl::unexpected(input.error());
    InUse inUse{input->file.batch.settings, {}};
    QSet<QString> known;
    for (const batch::Job &job : input->file.batch.jobs) {
        if (!known.contains(job.model))
            inUse.models += job.model;
        known.insert(job.model);
    }
    return inUse;
}

/// The one word, where it could be a model's id.
QString idIn(const Options &options)
{
    return options.words.size() == 1 ? options.words.first().trimmed() : QString();
}

Known knownModels(const Options &options, const QStringList &inUse)
{
    Known known{{}, modelServer(options), {}};
    if (!options.refreshes) {
        known.catalog = catalog::knownModels(known.server);
        return known;
    }
    const auto refreshed = refreshModels(known.server, inUse + QStringList(idIn(options)));
    if (!refreshed) {
        known.catalog = catalog::knownModels(known.server);
        known.problem = refreshed.error();
    } else {
        known.catalog = refreshed->known;
        if (!refreshed->missingSchemas.isEmpty()) {
            known.problem = Words::tr("The parameters of %1 could not be fetched.")
                                .arg(refreshed->missingSchemas.join(u", "_s));
        }
    }
    if (!known.problem.isEmpty())
        printError(known.problem);
    return known;
}

/// When the list was made, as far as its prices tell.
catalog::Price ageOf(const Catalog &list)
{
    catalog::Price age;
    if (list.fetchedAt().isValid()) {
        age.source = catalog::PriceSource::Live;
        age.asOf = list.fetchedAt();
        return age;
    }
    for (const Model &model : list.models()) {
        if (model.price && (!age.asOf.isValid() || age.asOf < model.price->asOf))
            age.asOf = model.price->asOf;
    }
    return age;
}

QJsonObject document(const Known &known, const QJsonArray &models)
{
    const catalog::Price age = ageOf(known.catalog);
    QJsonObject document{{u"currency"_s, u"USD"_s},
                         {u"models"_s, models},
                         {u"list"_s,
                          QJsonObject{{u"server"_s, known.server.toDisplayString()},
                                      {u"source"_s, toKey(age.source)},
                                      {u"as_of"_s, momentOrNull(age.asOf)}}}};
    if (!known.problem.isEmpty())
        document.insert(u"error"_s, known.problem);
    return document;
}

void printTable(const Catalog &list, const QStringList &ids)
{
    const auto print = [](const QString &line) { cli::print(line.trimmed()); };
    int idColumns = columnsOf(Words::tr("Model"));
    int priceColumns = columnsOf(Words::tr("Price"));
    int timeColumns = columnsOf(Words::tr("Time"));
    for (const QString &id : ids) {
        const Model &model = *list.find(id);
        idColumns = std::max(idColumns, columnsOf(id));
        priceColumns = std::max(priceColumns, columnsOf(priceText(model)));
        timeColumns = std::max(timeColumns, columnsOf(timeText(model)));
    }
    const auto row = [&](const QString &id, const QString &price, const QString &time,
                         const QString &length) {
        print(padded(id, idColumns + 2) + padded(price, priceColumns + 2)
              + padded(time, timeColumns + 2) + length);
    };
    row(Words::tr("Model"), Words::tr("Price"), Words::tr("Time"), Words::tr("Length"));
    for (const QString &id : ids) {
        const Model &model = *list.find(id);
        row(id, priceText(model), timeText(model), lengthText(model));
    }
}

int showList(const Options &options, const Known &known, const std::optional<InUse> &inUse)
{
    catalog::ModelQuery query;
    query.words = options.words.join(u' ');
    query.type = options.type;
    query.kind = options.kind;
    query.unlisted = inUse.has_value();
    QStringList ids = catalog::search(known.catalog, query, options.order);
    if (inUse)
        ids.removeIf([&inUse](const QString &id) { return !inUse->models.contains(id); });
    if (options.json) {
        QJsonArray models;
        for (const QString &id : ids)
            models.append(toJson(*known.catalog.find(id)));
        printJson(document(known, models));
    } else if (!ids.isEmpty()) {
        printTable(known.catalog, ids);
        print({});
        print(Words::tr("Models: %1 (%2). --refresh fetches the live list.")
                  .arg(QString::number(ids.size()),
                       catalog::originText(ageOf(known.catalog), QDateTime::currentDateTimeUtc())));
    }
    if (ids.isEmpty()) {
        const QString said = query.words.trimmed();
        printError((said.isEmpty() ? Words::tr("No model fits.")
                                   : Words::tr("No model fits “%1”.").arg(said))
                   + u' ' + Words::tr("--refresh fetches the live list."));
    }
    return ids.isEmpty() || !known.problem.isEmpty() ? JobsFailed : Succeeded;
}

int showModel(const Options &options, const Known &known, const Model &model)
{
    if (options.json)
        printJson(document(known, {toFullJson(model)}));
    else
        print(modelSheet(model, QDateTime::currentDateTimeUtc()).join(u'\n'));
    return known.problem.isEmpty() ? Succeeded : JobsFailed;
}

int failForUnknown(const Options &options, const Known &known, const QString &id)
{
    const QStringList close = nearModels(known.catalog, id);
    QStringList lines{Words::tr("No model is called “%1”.").arg(id)};
    if (!close.isEmpty()) {
        lines += Words::tr("These are close to it:");
        for (const QString &each : close)
            lines += "  "_L1 + each;
    } else {
        lines += Words::tr("--refresh fetches the live list.");
    }
    return fail(options, JobsFailed, lines.join(u'\n'),
                {{u"near"_s, QJsonArray::fromStringList(close)}});
}

} // namespace

int listModels(const Options &options)
{
    const auto inUse = modelsInUse(options);
    if (!inUse)
        return inUse.error();
    Known known = knownModels(options, *inUse ? (*inUse)->models : QStringList());
    if (*inUse)
        known.catalog = known.catalog.withOverrides((*inUse)->settings.models);
    const QString id = idIn(options);
    if (const Model *model = known.catalog.find(id))
        return showModel(options, known, *model);
    if (id.contains(u'/'))
        return failForUnknown(options, known, id);
    return showList(options, known, *inUse);
}

} // namespace cli
