// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace catalog {

/// What a price is for.
enum class PriceUnit {
    Generation, ///< an image, or a clip of any length
    Second,     ///< a second of video
};

struct Price
{
    batch::Cost each;
    PriceUnit unit = PriceUnit::Generation;

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

/// One parameter of a model, from its schema (ATLAS_API: `components.schemas.Input`).
struct Parameter
{
    QString name;
    QString type; ///< "string", "integer", "number", "boolean", "array", "object"
    QString description;
    QJsonValue defaultValue; ///< undefined where there is none
    QJsonArray allowed;      ///< `enum`; empty: anything of the type
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<int> minLength;
    std::optional<int> maxLength;
    bool required = false;

    friend bool operator==(const Parameter &, const Parameter &) = default;
};

/// A model as the service describes it: its entry in `/models` and its schema.
struct Model
{
    QString id; ///< "google/veo3.1/text-to-video"
    batch::MediaType type = batch::MediaType::Image;
    QString displayName; ///< "Veo 3.1"
    QString organization;
    QString profile; ///< a sentence about it
    std::optional<Price> price;
    std::optional<TypicalTime> typicalTime;
    QList<Parameter> parameters; ///< in the schema's order; empty: the schema isn't known

    const Parameter *parameter(QStringView name) const;
    /// The first of these names that the model has a parameter for.
    const Parameter *firstParameter(const QStringList &names) const;
    /// The model starts from a picture.
    bool takesImage() const;
    /// The longest video it makes, s.
    std::optional<double> maxDuration() const;
    std::optional<double> minDuration() const;
    /// The resolutions it offers; empty: any.
    QStringList resolutions() const;
};

} // namespace catalog
