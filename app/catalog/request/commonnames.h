// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/problem.h"
#include "catalog/model.h"

#include <QJsonObject>
#include <QList>
#include <QString>

/// The one place where a job's common names (prompt, width and height, aspect_ratio, duration,
/// resolution, image, seed, negative_prompt) become a model's own parameters, and back.
namespace catalog {

/// One parameter of a request.
struct Filled
{
    QString name;
    QJsonValue value;
    batch::Field field = batch::Field::Params; ///< what of the job it comes from
    bool said = true;                          ///< the job says so; else it is a default

    friend bool operator==(const Filled &, const Filled &) = default;
};

/// Something that the job says and that doesn't reach the model. (A value that the model has a
/// parameter for but doesn't allow is filled in all the same: fault() says what is wrong with it.)
struct Unplaced
{
    batch::Field field = batch::Field::Params;
    /// The parameter that would take it, but is filled by something else that the job says; empty:
    /// there is none.
    QString parameter;

    friend bool operator==(const Unplaced &, const Unplaced &) = default;
};

/// A request's parameters, all but `model`.
struct Parameters
{
    QList<Filled> filled;
    QList<Unplaced> unplaced;

    QJsonObject toJson() const;
};

/// What the job asks the model for. `model` may be null, or have no schema: then the names are the
/// article's (width and height for an image, duration and resolution for a video; image or
/// image_url as the job writes it, image where it writes both), with its defaults, and what is for
/// the other kind is left out.
///
/// With a schema, each common name becomes the first of its counterparts that the schema has, in
/// the form that it asks for: width and height as `width`, `height`, or `size` ("1024*1024" or
/// "1024x1024", as its enum or default writes it), or the offered `aspect_ratio` or `ratio` that
/// is within 1 % of it; an aspect ratio as itself, or the offered `size` of that shape (coders
/// round: at most 5 % off), or a width and height of it; a duration as a number or a text, and as
/// the enum writes it; a resolution in the enum's own case, or as the `size` of that height, 16:9
/// for a video where the job doesn't say; a picture as `image_url`, `image`, … or as the one
/// element of `images`, `image_urls`, ….
///
/// Of length and frame, what the job doesn't say is sent as the schema's own default, so that what
/// was counted on is asked for whatever the service's default is by then; where the schema has
/// none, as the article's (images 1024×1024, videos 5 s at 1080p), if it has such a parameter that
/// allows that value. It is left out where something that the job says speaks of the same. `params`
/// go through as they are, but for `model`, and win.
Parameters parametersFor(const batch::Job &job, const Model *model);

/// The length that the model will make and the bill will count, s. Where the model is left to
/// choose (-1 or 0), the longest that it makes: no bill is to come dearer than was said.
double durationFor(const batch::Job &job, const Model *model);
/// The resolution that the bill goes by; empty: not known.
QString resolutionFor(const batch::Job &job, const Model *model);

/// The field of a job that fills a parameter: Field::Params for all that have no common name.
batch::Field fieldOf(const Model &model, const Parameter &parameter);
/// What the job says of a parameter, in the parameter's own form, wherever it says it; undefined:
/// nothing.
QJsonValue valueOf(const batch::Job &job, const Model &model, const Parameter &parameter);
/// What holds for a parameter that the job says nothing of; undefined: nobody knows.
QJsonValue defaultOf(const batch::Job &job, const Model &model, const Parameter &parameter);
/// Whether a job says a value that would hold anyway.
enum class Saying {
    AsNeeded, ///< no: it is taken away
    Always,   ///< because something else says another one, such as a batch file's defaults
};
/// The job with that value for the parameter: in the common field where it has one and can hold
/// it, else in `params`. Undefined takes it away.
batch::Job withValue(batch::Job job, const Model &model, const Parameter &parameter,
                     const QJsonValue &value, Saying saying = Saying::AsNeeded);

} // namespace catalog
