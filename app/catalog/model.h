// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"
#include "catalog/valueschema.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace catalog {

/// What a price is for.
enum class PriceUnit {
    Generation, ///< an image, or a clip of any length
    Second,     ///< a second of video
};

/// Where a price was taken from; a later one wins over an earlier one.
enum class PriceSource {
    BuiltIn,   ///< the snapshot that Rushes is shipped with
    Live,      ///< the service's own list
    BatchFile, ///< the batch file's `models`
};

struct Price
{
    batch::Cost each; ///< where nothing below holds
    PriceUnit unit = PriceUnit::Generation;
    bool unitIsAssumed = false; ///< nobody says what it is for: a bill by it is a guess
    QMap<QString, batch::Cost> byResolution; ///< each, by resolution in lower case: "720p"
    PriceSource source = PriceSource::BuiltIn;
    QDateTime asOf; ///< when it was known to hold, UTC; invalid: not known

    /// At "720p", "4K", "1280x720", …: where that isn't listed, the price of what is as high, or
    /// of the next higher one, or of the highest. Without a known resolution it is `each`.
    batch::Cost at(const QString &resolution) const;

    friend bool operator==(const Price &, const Price &) = default;
};

/// How long a generation usually takes, s.
struct TypicalTime
{
    double least = 0;
    double most = 0;

    double middle() const { return (least + most) / 2; }

    friend bool operator==(const TypicalTime &, const TypicalTime &) = default;
};

/// One parameter of a model, from its schema (docs/atlas-api.md: "Models").
struct Parameter : ValueSchema
{
    QString name;
    QString title;           ///< for people; made from the name where the schema has none
    QString description;     ///< for people; may be empty
    QString format;          ///< "uri", "binary", …; may be empty
    QJsonValue defaultValue; ///< undefined where there is none
    /// The request must have it. One with a default need not be sent: the service fills it in.
    bool required = false;

    /// The schema says what holds where a request doesn't; null leaves it open.
    bool hasDefault() const { return !defaultValue.isUndefined() && !defaultValue.isNull(); }
};

/// What a model starts from and what it makes.
enum class ModelKind {
    TextToImage,
    ImageToImage, ///< also edits and tools that work on a picture
    TextToVideo,
    ImageToVideo,
    VideoToVideo,
    Other,
};

/// The key in a schema's document that says when it was fetched (ISO 8601); ours.
inline constexpr auto schemaFetchedAtKey = QLatin1StringView("x-fetched-at");

/// "text-to-image", as the service's ids and tags write it; "other".
QString toKey(ModelKind kind);
std::optional<ModelKind> modelKindFromKey(QStringView key);

/// What a search looks through, folded for it (search.h). Catalog fills it in.
struct SearchText
{
    QString name;
    QString id;
    QString provider;
    QString tags; ///< with the kind
    QString profile;
};

/// A model as the service describes it: its entry in `/models` and its schema.
struct Model
{
    QString id; ///< "google/veo3.1/text-to-video"
    batch::MediaType type = batch::MediaType::Image;
    ModelKind kind = ModelKind::Other;
    QString displayName;  ///< "Veo 3.1"
    QString organization; ///< "Google"
    QString profile;      ///< a sentence or more about it
    QStringList tags;     ///< the entry's tags and categories
    std::optional<Price> price;
    std::optional<TypicalTime> typicalTime;
    bool hasSchema = false;      ///< else nothing is known of its parameters
    QList<Parameter> parameters; ///< in the schema's order, without `model`
    batch::Usual usual;          ///< what it makes of what a job doesn't say
    bool listed = true;          ///< false: the service's list no longer has it
    QJsonObject entry;           ///< as the service sent it
    QJsonObject schema;          ///< the OpenAPI document as the service sent it; or empty
    SearchText searchText;

    const Parameter *parameter(QStringView name) const;
    /// The first of these names that the model has a parameter for.
    const Parameter *firstParameter(const QStringList &names) const;
    /// The names of those whose values are texts, also where one reads like a number.
    QStringList textParameters() const;
    /// The model starts from a picture.
    bool takesImage() const;
    /// The longest and shortest video it makes, s.
    std::optional<double> maxDuration() const;
    std::optional<double> minDuration() const;
    /// The resolutions it offers; empty: any.
    QStringList resolutions() const;
};

/// Whether both take the same parameters. When their schemas were fetched is no part of that.
bool haveSameParameters(const Model &a, const Model &b);

} // namespace catalog
