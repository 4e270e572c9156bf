// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobjson.h"

#include "batch/problem.h"
#include "batch/wholenumber.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace batch {

using namespace Qt::StringLiterals;

namespace {

template <typename Value>
void put(QJsonObject &json, Field field, const std::optional<Value> &value)
{
    if (value)
        json.insert(toKey(field), *value);
}

std::optional<double> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

/// Also a number or a flag, in the words that the batch file has for it: a file says
/// `aspect_ratio: 1.5`, and where that was an unknown key it was kept as a number.
std::optional<QString> text(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

} // namespace

QJsonObject toJson(const Job &job)
{
    QJsonObject json = job.extra;
    json.insert(toKey(Field::Name), job.name);
    json.insert(toKey(Field::Type), toKey(job.type));
    json.insert(toKey(Field::Model), job.model);
    json.insert(toKey(Field::Prompt), job.prompt);
    put(json, Field::Width, job.width);
    put(json, Field::Height, job.height);
    put(json, Field::AspectRatio, job.aspectRatio);
    put(json, Field::Duration, job.duration);
    put(json, Field::Resolution, job.resolution);
    put(json, Field::Image, job.image);
    put(json, Field::ImageUrl, job.imageUrl);
    put(json, Field::Seed, job.seed);
    put(json, Field::NegativePrompt, job.negativePrompt);
    put(json, Field::MaxWait, job.maxWait);
    put(json, Field::MaxRetries, job.maxRetries);
    if (!job.params.isEmpty())
        json.insert(toKey(Field::Params), job.params);
    if (!job.enabled)
        json.insert("enabled"_L1, false);
    return json;
}

Job jobFromJson(const QJsonObject &json)
{
    QJsonObject left = json;
    const auto take = [&left](Field field) { return left.take(toKey(field)); };
    Job job;
    job.name = take(Field::Name).toString();
    job.type = mediaTypeFromKey(take(Field::Type).toString()).value_or(MediaType::Image);
    job.model = take(Field::Model).toString();
    job.prompt = take(Field::Prompt).toString();
    job.width = smallNumber(wholeNumber(take(Field::Width)));
    job.height = smallNumber(wholeNumber(take(Field::Height)));
    job.aspectRatio = text(take(Field::AspectRatio));
    job.duration = number(take(Field::Duration));
    job.resolution = text(take(Field::Resolution));
    job.image = text(take(Field::Image));
    job.imageUrl = text(take(Field::ImageUrl));
    job.seed = wholeNumber(take(Field::Seed));
    job.negativePrompt = text(take(Field::NegativePrompt));
    job.maxWait = number(take(Field::MaxWait));
    job.maxRetries = smallNumber(wholeNumber(take(Field::MaxRetries)));
    job.params = take(Field::Params).toObject();
    job.enabled = left.take("enabled"_L1).toBool(true);
    job.extra = left;
    return job;
}

QByteArray requestDigest(const Job &job, const Usual &usual)
{
    QJsonObject asked{{toKey(Field::Type), toKey(job.type)},
                      {toKey(Field::Model), job.model},
                      {toKey(Field::Prompt), job.prompt},
                      {toKey(Field::Params), job.params}};
    // Under the key that it always had, so that what was paid for before is known again.
    put(asked, Field::ImageUrl, job.picture());
    put(asked, Field::AspectRatio, job.aspectRatio);
    put(asked, Field::Seed, job.seed);
    put(asked, Field::NegativePrompt, job.negativePrompt);
    put(asked, Field::Duration, job.askedDuration(usual));
    const Job::Frame frame = job.askedFrame(usual);
    put(asked, Field::Width, frame.width);
    put(asked, Field::Height, frame.height);
    put(asked, Field::Resolution, frame.resolution);
    // QJsonObject keeps its keys in order, so that the same request makes the same bytes.
    const QByteArray bytes = QJsonDocument(asked).toJson(QJsonDocument::Compact);
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace batch
