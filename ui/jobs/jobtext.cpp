// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtext.h"

#include <QCoreApplication>
#include <QLocale>

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

} // namespace

QString type(batch::MediaType type)
{
    return type == batch::MediaType::Image ? Words::tr("Image") : Words::tr("Video");
}

QString model(const catalog::Catalog &catalog, const QString &modelId)
{
    const catalog::Model *known = catalog.find(modelId);
    return known ? known->displayName : modelId;
}

QString size(const batch::Job &job)
{
    if (job.type == batch::MediaType::Image)
        return u"%1 × %2"_s.arg(job.effectiveWidth()).arg(job.effectiveHeight());
    //: Length and resolution of a video. The space before "s" does not break.
    return Words::tr("%1\u00a0s · %2")
        .arg(number(job.effectiveDuration()), job.effectiveResolution());
}

QString cost(const catalog::Estimate &estimate)
{
    const QString amount = estimate.cost.toDisplay();
    return estimate.guess ? u"≈\u00a0%1"_s.arg(amount) : amount;
}

QString price(const catalog::Model &model)
{
    if (!model.price)
        return {};
    const QString amount = model.price->each.toDisplay();
    //: A price for each second of video.
    return model.price->unit == catalog::PriceUnit::Second ? Words::tr("%1 / s").arg(amount)
                                                           : amount;
}

QString typicalTime(const catalog::Model &model)
{
    if (!model.typicalTime)
        return {};
    //: From the least to the most seconds that something usually takes.
    return Words::tr("%1–%2\u00a0s")
        .arg(number(model.typicalTime->least), number(model.typicalTime->most));
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
    case JobState::Succeeded:
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
        break;
    }
    return progress ? progress->note : QString();
}

} // namespace ui::jobtext
