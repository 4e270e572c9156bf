// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/modeltext.h"

#include "catalog/estimate.h"
#include "jobs/jobtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::modeltext {

using namespace Qt::StringLiterals;

namespace {

/// Where the texts of this file stand among the translations.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::modeltext)
};

QString forUnit(batch::Cost cost, const catalog::Model &model)
{
    const QString amount = cost.toDisplay();
    if (model.price->unit == catalog::PriceUnit::Second)
        return Words::tr("%1 for a second of video").arg(amount);
    return model.type == batch::MediaType::Image ? Words::tr("%1 for an image").arg(amount)
                                                 : Words::tr("%1 for a video").arg(amount);
}

} // namespace

QString kind(catalog::ModelKind kind)
{
    using catalog::ModelKind;
    switch (kind) {
    case ModelKind::TextToImage:
        return Words::tr("Text to image");
    case ModelKind::ImageToImage:
        return Words::tr("Image to image");
    case ModelKind::TextToVideo:
        return Words::tr("Text to video");
    case ModelKind::ImageToVideo:
        return Words::tr("Image to video");
    case ModelKind::VideoToVideo:
        return Words::tr("Video to video");
    case ModelKind::Other:
        break;
    }
    return Words::tr("Other kind");
}

QString providerAndKind(const catalog::Model &model)
{
    QStringList parts{model.organization, kind(model.kind)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString price(const catalog::Model &model)
{
    return model.price ? jobtext::price(model) : Words::tr("Price unknown");
}

QString priceInFull(const catalog::Model &model)
{
    if (!model.price)
        return {};
    QStringList lines{forUnit(model.price->each, model)};
    const auto &others = model.price->byResolution;
    for (auto it = others.begin(); it != others.end(); ++it) {
        //: At a resolution, such as 720p: a price.
        lines.append(Words::tr("At %1: %2").arg(it.key(), forUnit(it.value(), model)));
    }
    if (model.price->unit == catalog::PriceUnit::Second) {
        // As long as the model makes it where a job doesn't say, which may be none of 5 s.
        const double length = model.usual.duration.value_or(batch::defaults::duration);
        const batch::Cost each = model.price->at(model.usual.resolution.value_or(QString()));
        //: A length: what a clip of it costs.
        lines.append(Words::tr("A clip of %1: %2")
                         .arg(jobtext::seconds(length), each.times(length).toDisplay()));
    }
    return lines.join(u'\n');
}

QString priceOrigin(const catalog::Model &model, const QDateTime &now)
{
    if (model.price)
        return catalog::originText(*model.price, now);
    catalog::Estimate guess;
    guess.guess = true;
    return catalog::originText(guess, now);
}

QString listOrigin(const catalog::Catalog &catalog, const QDateTime &now)
{
    catalog::Price price;
    price.source =
        catalog.fetchedAt().isValid() ? catalog::PriceSource::Live : catalog::PriceSource::BuiltIn;
    price.asOf = catalog.fetchedAt();
    if (price.source == catalog::PriceSource::BuiltIn) {
        const auto known = std::ranges::find_if(catalog.models(), [](const auto &model) {
            return model.price && model.price->source == catalog::PriceSource::BuiltIn;
        });
        if (known != catalog.models().end())
            price.asOf = known->price->asOf;
    }
    return catalog::originText(price, now);
}

QString change(const QString &before, const QString &after)
{
    //: What a figure is now, and what it would be.
    return Words::tr("%1 → %2").arg(before, after);
}

} // namespace ui::modeltext
