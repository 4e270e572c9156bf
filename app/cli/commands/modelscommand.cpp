// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"
#include "cli/commands/commands.h"
#include "cli/exitcode.h"
#include "cli/output/terminal.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Models)
};

QJsonObject toJson(const catalog::Model &model)
{
    QJsonObject object{{u"model"_s, model.id},
                       {u"name"_s, model.displayName},
                       {u"type"_s, batch::toKey(model.type)},
                       {u"takes_image"_s, model.takesImage()}};
    if (model.price) {
        const bool perSecond = model.price->unit == catalog::PriceUnit::Second;
        object.insert(u"price"_s,
                      QJsonObject{{u"each"_s, model.price->each.usd()},
                                  {u"unit"_s, perSecond ? u"second"_s : u"generation"_s}});
    }
    if (model.typicalTime) {
        object.insert(u"typical_time"_s,
                      QJsonObject{{u"least"_s, model.typicalTime->least},
                                  {u"most"_s, model.typicalTime->most}});
    }
    if (const auto most = model.maxDuration())
        object.insert(u"max_duration"_s, *most);
    if (!model.resolutions().isEmpty())
        object.insert(u"resolutions"_s, QJsonArray::fromStringList(model.resolutions()));
    return object;
}

QString priceText(const catalog::Model &model)
{
    if (!model.price)
        return Words::tr("not known");
    const QString each = model.price->each.toDisplay();
    if (model.price->unit == catalog::PriceUnit::Second)
        return Words::tr("%1 a second").arg(each);
    return model.type == batch::MediaType::Image ? Words::tr("%1 an image").arg(each)
                                                 : Words::tr("%1 a video").arg(each);
}

QString timeText(const catalog::Model &model)
{
    if (!model.typicalTime)
        return Words::tr("not known");
    return Words::tr("%1–%2 s").arg(model.typicalTime->least).arg(model.typicalTime->most);
}

QString limitText(const catalog::Model &model)
{
    const auto most = model.maxDuration();
    return most ? Words::tr("at most %1 s").arg(*most) : QString();
}

} // namespace

int listModels(const Options &options)
{
    const QList<catalog::Model> &models = catalog::Catalog::builtIn().models();
    if (options.json) {
        QJsonArray array;
        for (const catalog::Model &model : models)
            array.append(toJson(model));
        printJson({{u"currency"_s, u"USD"_s}, {u"models"_s, array}});
        return Succeeded;
    }

    int idColumns = 0;
    int priceColumns = columnsOf(Words::tr("Price"));
    for (const catalog::Model &model : models) {
        idColumns = std::max(idColumns, columnsOf(model.id));
        priceColumns = std::max(priceColumns, columnsOf(priceText(model)));
    }
    const auto row = [&](const QString &id, const QString &price, const QString &time,
                         const QString &limit) {
        const QString line =
            padded(id, idColumns + 2) + padded(price, priceColumns + 2) + padded(time, 10) + limit;
        print(line.trimmed());
    };
    row(Words::tr("Model"), Words::tr("Price"), Words::tr("Time"), Words::tr("Length"));
    for (const catalog::Model &model : models)
        row(model.id, priceText(model), timeText(model), limitText(model));
    return Succeeded;
}

} // namespace cli
