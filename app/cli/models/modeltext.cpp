// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/models/modeltext.h"

#include "catalog/estimate.h"
#include "catalog/schemawords.h"
#include "cli/output/terminal.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;
using catalog::Model;
using catalog::Parameter;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Models)
};

QString withUnit(const QString &amount, const Model &model)
{
    if (model.price->unit == catalog::PriceUnit::Second)
        return Words::tr("%1 a second").arg(amount);
    return model.type == batch::MediaType::Image ? Words::tr("%1 an image").arg(amount)
                                                 : Words::tr("%1 a video").arg(amount);
}

QStringList heading(const Model &model)
{
    QStringList lines{model.displayName.isEmpty() ? model.id : model.displayName, model.id};
    if (!model.listed)
        lines += Words::tr("The service no longer lists it.");
    return lines;
}

QStringList priceLines(const Model &model, const QDateTime &now)
{
    if (!model.price)
        return {priceText(model)};
    QStringList lines{
        Words::tr("%1 (%2)").arg(priceText(model), catalog::originText(*model.price, now))};
    for (const auto &[resolution, cost] : model.price->byResolution.asKeyValueRange())
        lines += u"%1: %2"_s.arg(resolution, withUnit(cost.toDisplay(), model));
    return lines;
}

QStringList factLines(const Model &model, const QDateTime &now)
{
    QList<std::pair<QString, QString>> facts{
        {Words::tr("Provider"), model.organization},
        {Words::tr("Kind"), catalog::toKey(model.kind)},
    };
    for (const QString &line : priceLines(model, now))
        facts.append({facts.size() == 2 ? Words::tr("Price") : QString(), line});
    facts.append({Words::tr("Typical time"), timeText(model)});
    facts.append({Words::tr("Length"), lengthText(model)});
    facts.append({Words::tr("Resolutions"), model.resolutions().join(u", "_s)});

    int columns = 0;
    for (const auto &fact : facts)
        columns = std::max(columns, columnsOf(fact.first));
    QStringList lines;
    for (const auto &[name, value] : facts) {
        if (!value.isEmpty())
            lines += padded(name, columns + 2) + value;
    }
    return lines;
}

QStringList parameterLines(const Model &model)
{
    if (!model.hasSchema)
        return {Words::tr("Its parameters are not known. --refresh fetches them.")};
    int columns = 0;
    for (const Parameter &parameter : model.parameters)
        columns = std::max(columns, columnsOf(parameter.name));
    QStringList lines{Words::tr("Parameters:")};
    for (const Parameter &parameter : model.parameters) {
        lines += "  "_L1 + padded(parameter.name, columns + 2) + parameterText(parameter);
        if (const QString what = catalog::inInterfaceLanguage(parameter.description).simplified();
            !what.isEmpty())
            lines += QString(columns + 4, u' ') + what;
    }
    return lines;
}

} // namespace

QString priceText(const Model &model)
{
    if (!model.price)
        return Words::tr("not known");
    batch::Cost least = model.price->each;
    batch::Cost most = model.price->each;
    // Where every resolution has a price of its own, the one beside them holds for none.
    if (!model.price->byResolution.isEmpty()) {
        const auto [low, high] = std::ranges::minmax(model.price->byResolution.values());
        least = low;
        most = high;
    }
    const QString each = least == most
        ? least.toDisplay()
        : Words::tr("%1–%2").arg(least.toDisplay(), most.toDisplay());
    return withUnit(each, model);
}

QString timeText(const Model &model)
{
    if (!model.typicalTime)
        return Words::tr("not known");
    const auto [least, most] = *model.typicalTime;
    return least == most ? Words::tr("about %1 s").arg(least)
                         : Words::tr("%1–%2 s").arg(least).arg(most);
}

QString lengthText(const Model &model)
{
    const auto least = model.minDuration();
    const auto most = model.maxDuration();
    if (least && most) {
        return *least == *most ? Words::tr("%1 s").arg(*most)
                               : Words::tr("%1–%2 s").arg(*least).arg(*most);
    }
    return most ? Words::tr("at most %1 s").arg(*most) : QString();
}

QStringList modelSheet(const Model &model, const QDateTime &now)
{
    QStringList lines = heading(model) + QStringList(QString()) + factLines(model, now);
    if (const QString profile = model.profile.trimmed(); !profile.isEmpty())
        lines += {QString(), profile};
    return lines + QStringList(QString()) + parameterLines(model);
}

} // namespace cli
