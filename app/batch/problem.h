// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace batch {

/// The parts of a job that a problem can be about.
enum class Field {
    Name,
    Type,
    Model,
    Prompt,
    Width,
    Height,
    AspectRatio,
    Duration,
    Resolution,
    Image,
    ImageUrl,
    Seed,
    NegativePrompt,
    Params,
    MaxWait,
    MaxRetries,
};

/// The key of the field in a batch file: "name", "image_url", "max_wait", …
QString toKey(Field field);

enum class Severity {
    Warning, ///< worth a look; the job can run
    Error,   ///< the job would be refused or make nothing sensible; a run leaves it out
};

/// Something wrong with a job: which field, what, how bad. The message is for people: what is
/// wrong and what is allowed, in the interface language.
struct Problem
{
    Field field = Field::Name;
    Severity severity = Severity::Error;
    QString message;
    /// The model's parameter that it is about, by the schema's name; empty where it is none.
    QString parameter = {};

    friend bool operator==(const Problem &, const Problem &) = default;
};

bool hasError(const QList<Problem> &problems);

} // namespace batch

Q_DECLARE_METATYPE(batch::Problem)
