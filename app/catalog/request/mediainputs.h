// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/problem.h"
#include "catalog/model.h"
#include "catalog/request/commonnames.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

/// The files that a job gives its model to start from, as addresses in its request.
namespace catalog {

/// What a parameter takes the address of.
enum class InputKind {
    Image,
    Video,
    Audio,
    Any, ///< some file: the schema doesn't say which
};

/// What a parameter that takes addresses of files takes; nothing: it takes none. Schemas seldom
/// say so: its name tells ("image", "end_image_url", "reference_videos"), or the format "uri".
std::optional<InputKind> inputKind(const Parameter &parameter);

/// An address in a request that is none on the web yet: `job:NAME`, or a file of this computer
/// (batch/references.h).
struct MediaInput
{
    QString address; ///< as the job writes it
    InputKind kind = InputKind::Any;
    batch::Field field = batch::Field::Params; ///< where the job says it
    QString parameter;                         ///< the model's

    friend bool operator==(const MediaInput &, const MediaInput &) = default;
};

/// All of them, in the request's order; the same one in two places is there twice. A reference
/// counts in every text of the job's `params`, a path only where the parameter takes a file. What
/// is called as things are that may be said in words, too (a voice, an end frame), and isn't known
/// to take addresses, takes a file where the text can be nothing else.
QList<MediaInput> mediaInputs(const batch::Job &job, const Model *model);

/// The parameters with what `link` says in place of each of these addresses.
Parameters withLinks(Parameters parameters, const Model *model,
                     const std::function<QString(const MediaInput &)> &link);
/// The same with links as they may look, for what is asked of a value's form.
Parameters withStandIns(Parameters parameters, const Model *model);

} // namespace catalog
