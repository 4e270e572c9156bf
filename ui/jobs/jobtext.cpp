// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtext.h"

#include "catalog/request/commonnames.h"
#include "jobs/jobsize.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui::jobtext {

using namespace Qt::StringLiterals;

namespace {

/// Where the texts of this file stand among the translations.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::jobtext)
};

QString number(double value)
{
    return QLocale().toString(value, 'g', 6);
}

bool isOfSize(batch::Field field)
{
    using batch::Field;
    return field == Field::Width || field == Field::Height || field == Field::AspectRatio
        || field == Field::Duration || field == Field::Resolution;
}

} // namespace

QString seconds(double length)
{
    //: A length in seconds. The space before "s" does not break.
    return Words::tr("%1\u00a0s").arg(number(length));
}

QString parameterName(const QString &key)
{
    const std::pair<QStringView, QString> names[] = {
        {u"width", Words::tr("Width")},
        {u"height", Words::tr("Height")},
        {u"aspect_ratio", Words::tr("Aspect ratio")},
        {u"duration", Words::tr("Length")},
        {u"resolution", Words::tr("Resolution")},
        {u"image", Words::tr("Picture")},
        {u"image_url", Words::tr("Picture")},
        {u"seed", Words::tr("Seed")},
        {u"negative_prompt", Words::tr("Negative prompt")}};
    const auto found = std::ranges::find(names, key, &std::pair<QStringView, QString>::first);
    if (found != std::end(names))
        return found->second;
    constexpr QStringView further = u"params.";
    return key.startsWith(further) ? key.sliced(further.size()) : key;
}

QString type(batch::MediaType type)
{
    return type == batch::MediaType::Image ? Words::tr("Image") : Words::tr("Video");
}

QString model(const catalog::Catalog &catalog, const QString &modelId)
{
    const catalog::Model *known = catalog.find(modelId);
    return known ? known->displayName : modelId;
}

QString size(const batch::Job &job, const catalog::Model *model)
{
    const JobSize size = sizeOf(job, model);
    QStringList parts;
    if (job.type == batch::MediaType::Image) {
        const bool pixels = size.width > 0 && size.height > 0;
        if (!size.aspectRatio.isEmpty())
            parts.append(size.aspectRatio);
        else if (pixels)
            parts.append(pixelText(size.width, size.height));
        parts.append(size.resolution);
    } else {
        parts = {size.duration > 0 ? seconds(size.duration) : QString(), size.resolution};
    }
    parts.removeAll(QString());
    QString text = parts.join(u" · "_s);
    // Where the cell is narrow, the ratio stands on a line of its own.
    if (job.type == batch::MediaType::Video && job.aspectRatio && !job.aspectRatio->isEmpty())
        text += (text.isEmpty() ? QString() : u", "_s) + *job.aspectRatio;
    //: A size that the model chooses by itself.
    return text.isEmpty() ? Words::tr("Automatic") : text;
}

QString sizeAsSent(const batch::Job &job, const catalog::Model &model)
{
    QStringList parts;
    for (const catalog::Filled &each : catalog::parametersFor(job, &model).filled) {
        if (!isOfSize(each.field))
            continue;
        const QString value = each.value.isDouble() ? number(each.value.toDouble())
                                                    : each.value.toVariant().toString();
        parts.append(u"%1\u00a0%2"_s.arg(each.name, value));
    }
    return parts.join(u", "_s);
}

QString cost(const catalog::Estimate &estimate)
{
    return cost(estimate.cost, estimate.guess);
}

QString cost(batch::Cost cost, bool isGuess)
{
    const QString amount = cost.toDisplay();
    return isGuess ? u"≈\u00a0%1"_s.arg(amount) : amount;
}

QString calculation(const batch::Job &job, const catalog::Model &model)
{
    if (!model.price)
        return {};
    const QString each = model.price->at(catalog::resolutionFor(job, &model)).toDisplay();
    const bool perSecond =
        model.price->unit == catalog::PriceUnit::Second && job.type == batch::MediaType::Video;
    const int count = catalog::outputCount(job, model);
    QString one = each;
    if (perSecond) {
        //: A length times the price of a second.
        one = Words::tr("%1 × %2").arg(seconds(catalog::durationFor(job, &model)), each);
    }
    if (count > 1)
        return Words::tr("%1 × %2").arg(QString::number(count), one);
    //: A price for an image, or for a clip of any length.
    return perSecond ? one : Words::tr("%1 each").arg(each);
}

QString price(const catalog::Model &model)
{
    if (!model.price)
        return {};
    const QMap<QString, batch::Cost> &byResolution = model.price->byResolution;
    batch::Cost least = model.price->each;
    bool varies = false;
    if (!byResolution.isEmpty()) {
        const auto [low, high] = std::minmax_element(byResolution.begin(), byResolution.end());
        least = *low;
        varies = *low != *high;
    }
    QString amount = least.toDisplay();
    if (model.price->unit == catalog::PriceUnit::Second) {
        //: A price for each second of video.
        amount = Words::tr("%1 / s").arg(amount);
    }
    if (model.price->unitIsAssumed)
        amount.prepend(u"≈\u00a0"_s);
    //: The least of several prices.
    return varies ? Words::tr("from %1").arg(amount) : amount;
}

QString typicalTime(const catalog::Model &model)
{
    return model.typicalTime ? typicalTime(*model.typicalTime) : QString();
}

QString typicalTime(const catalog::TypicalTime &time)
{
    if (time.least == time.most)
        return Words::tr("%1\u00a0s").arg(number(time.least));
    //: From the least to the most seconds that something usually takes.
    return Words::tr("%1–%2\u00a0s").arg(number(time.least), number(time.most));
}

QString percent(double fraction)
{
    return u"%1\u00a0%"_s.arg(static_cast<int>(fraction * 100));
}

QString detail(batch::JobState state, const engine::JobProgress *progress)
{
    using batch::JobState;
    switch (state) {
    case JobState::Draft:
    case JobState::Cancelled:
        return {};
    case JobState::Failed:
        return progress ? progress->result.error : QString();
    case JobState::Unresolved:
        if (progress && !progress->result.error.isEmpty())
            return progress->result.error;
        return Words::tr("It may have been accepted; it is not sent again by itself.");
    case JobState::Waiting:
    case JobState::Submitting:
    case JobState::Generating:
    case JobState::Downloading:
    case JobState::Succeeded:
        break;
    }
    return progress ? progress->note : QString();
}

QString dropped(const QList<catalog::Dropped> &dropped, const QString &jobName,
                const QString &modelName)
{
    QStringList names;
    for (const catalog::Dropped &each : dropped)
        names.append(parameterName(each.name));
    names.removeDuplicates();
    if (names.isEmpty())
        return {};
    if (names.size() == 1) {
        //: %1 is a parameter such as "Seed", %2 a job's name, %3 a model's.
        return Words::tr("%1 was dropped from %2: %3 has none.")
            .arg(names.constFirst(), jobName, modelName);
    }
    //: %1 is a job's name, %2 several parameters such as "Width, Height", %3 a model's name.
    return Words::tr("Dropped from %1: %2. %3 has none of these.")
        .arg(jobName, names.join(u", "_s), modelName);
}

QString stillSaid(const QList<catalog::Dropped> &said, const QString &jobName,
                  const QString &modelName)
{
    QStringList names;
    for (const catalog::Dropped &each : said)
        names.append(parameterName(each.name));
    names.removeDuplicates();
    if (names.isEmpty())
        return {};
    //: %1 is a parameter such as "Seed", or several; %2 a job's name, %3 a model's.
    return Words::tr("%1 stays in %2, though %3 has none: the values for all jobs say it.")
        .arg(names.join(u", "_s), jobName, modelName);
}

} // namespace ui::jobtext
