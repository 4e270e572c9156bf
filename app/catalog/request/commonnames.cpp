// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/commonnames.h"

#include "catalog/reading/numbers.h"
#include "catalog/request/filling.h"
#include "catalog/request/forms.h"

#include <algorithm>

namespace catalog {

using namespace Qt::StringLiterals;
using batch::Field;

namespace {

bool isVideo(const batch::Job &job)
{
    return job.type == batch::MediaType::Video;
}

Field pictureField(const batch::Job &job)
{
    return job.image || !job.imageUrl ? Field::Image : Field::ImageUrl;
}

void fillPrompt(Filling &filling, const batch::Job &job, const Model &model)
{
    const Parameter *own = counterpart(model, CommonName::Prompt);
    if (own && !job.prompt.isEmpty())
        filling.fill(own->name, textForm(*own, job.prompt), Field::Prompt);
    else if (!own && !job.prompt.trimmed().isEmpty())
        filling.leave(Field::Prompt);
}

void fillDuration(Filling &filling, const batch::Job &job, const Model &model)
{
    const Parameter *own = counterpart(model, CommonName::Duration);
    if (job.duration && own)
        filling.fill(own->name, durationForm(*own, *job.duration), Field::Duration);
    else if (job.duration)
        filling.leave(Field::Duration);
    else if (own && isVideo(job))
        filling.fillDefault(*own, durationForm(*own, batch::defaults::duration), Field::Duration);
}

void fillPicture(Filling &filling, const batch::Job &job, const Model &model)
{
    const QString address = job.picture().value_or(QString());
    if (address.isEmpty())
        return;
    if (const Parameter *own = counterpart(model, CommonName::Image))
        filling.fill(own->name, pictureForm(*own, address), pictureField(job));
    else
        filling.leave(pictureField(job));
}

void fillSeed(Filling &filling, const batch::Job &job, const Model &model)
{
    if (!job.seed)
        return;
    if (const Parameter *own = counterpart(model, CommonName::Seed))
        filling.fill(own->name, seedForm(*own, *job.seed), Field::Seed);
    else
        filling.leave(Field::Seed);
}

void fillNegativePrompt(Filling &filling, const batch::Job &job, const Model &model)
{
    if (!job.negativePrompt)
        return;
    if (const Parameter *own = counterpart(model, CommonName::NegativePrompt))
        filling.fill(own->name, textForm(*own, *job.negativePrompt), Field::NegativePrompt);
    else if (!job.negativePrompt->isEmpty())
        filling.leave(Field::NegativePrompt);
}

/// Under the article's names.
void fillAll(Filling &filling, const batch::Job &job)
{
    filling.fill(u"prompt"_s, job.prompt, Field::Prompt);
    fillFrame(filling, job);
    if (isVideo(job) && job.duration)
        filling.fill(u"duration"_s, asNumber(*job.duration), Field::Duration);
    else if (isVideo(job) && !filling.isInParams(CommonName::Duration))
        filling.fillDefault(u"duration"_s, asNumber(batch::defaults::duration), Field::Duration);
    else if (job.duration && !filling.isInParams(CommonName::Duration))
        filling.leave(Field::Duration);
    const QString address = job.picture().value_or(QString());
    if (!address.isEmpty())
        filling.fill(job.image ? u"image"_s : u"image_url"_s, address, pictureField(job));
    if (job.seed)
        filling.fill(u"seed"_s, *job.seed, Field::Seed);
    if (job.negativePrompt)
        filling.fill(u"negative_prompt"_s, *job.negativePrompt, Field::NegativePrompt);
}

const Filled *find(const Parameters &parameters, const QString &name)
{
    const auto it = std::find_if(parameters.filled.begin(), parameters.filled.end(),
                                 [&name](const Filled &each) { return each.name == name; });
    return it == parameters.filled.end() ? nullptr : &*it;
}

/// What is sent under one of the names, or else is the schema's default of the model's own; null
/// if it says nothing.
QJsonValue valueOf(CommonName name, const Parameters &parameters, const Model *model)
{
    const bool known = model && model->hasSchema;
    const Parameter *own = known ? counterpart(*model, name) : nullptr;
    if (own) {
        const Filled *filled = find(parameters, own->name);
        return filled && !filled->value.isNull() ? filled->value : own->defaultValue;
    }
    if (!known) {
        for (const QString &each : namesOf(name)) {
            if (const Filled *filled = find(parameters, each))
                return filled->value;
        }
    }
    return {};
}

/// Width and height in one text, or one by one; what is sent comes before a default.
std::optional<QSize> sidesOf(const Parameters &parameters, const Model *model)
{
    const QStringList &sizes = namesOf(CommonName::Size);
    const bool sizeIsSent = std::any_of(sizes.begin(), sizes.end(), [&](const QString &each) {
        return find(parameters, each) != nullptr;
    });
    const auto width = toNumber(valueOf(CommonName::Width, parameters, model));
    const auto height = toNumber(valueOf(CommonName::Height, parameters, model));
    if (width && height && !sizeIsSent)
        return sidesIn(u"%1x%2"_s.arg(*width, 0, 'f', 0).arg(*height, 0, 'f', 0));
    return sidesIn(valueOf(CommonName::Size, parameters, model).toString());
}

} // namespace

QJsonObject Parameters::toJson() const
{
    QJsonObject object;
    for (const Filled &each : filled)
        object.insert(each.name, each.value);
    return object;
}

Parameters parametersFor(const batch::Job &job, const Model *model)
{
    Filling filling(job);
    if (!model || !model->hasSchema) {
        fillAll(filling, job);
        return filling.parameters();
    }
    fillPrompt(filling, job, *model);
    fillFrame(filling, job, *model);
    fillDuration(filling, job, *model);
    fillPicture(filling, job, *model);
    fillSeed(filling, job, *model);
    fillNegativePrompt(filling, job, *model);
    return filling.parameters();
}

double durationFor(const batch::Job &job, const Model *model)
{
    const QJsonValue value = valueOf(CommonName::Duration, parametersFor(job, model), model);
    if (const auto seconds = secondsIn(value))
        return *seconds;
    // -1 or 0: as long as the model likes, which may be as long as it can.
    return (model ? model->maxDuration() : std::nullopt).value_or(batch::defaults::duration);
}

QString resolutionFor(const batch::Job &job, const Model *model)
{
    const Parameters parameters = parametersFor(job, model);
    const QJsonValue value = valueOf(CommonName::Resolution, parameters, model);
    if (value.isString() && !value.toString().isEmpty())
        return value.toString();
    if (value.isDouble())
        return u"%1p"_s.arg(value.toDouble());
    const auto sides = sidesOf(parameters, model);
    return sides ? u"%1p"_s.arg(std::min(sides->width(), sides->height())) : QString();
}

} // namespace catalog
