// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/prediction.h"
#include "batch/job.h"
#include "catalog/model.h"

namespace engine {

/// The request for a job: `model` and `prompt`; for an image its `width` and `height`, for a
/// video its `duration` (s; a whole number where it is one) and `resolution`; `image_url`; then
/// the job's `params`, which win over everything but the model.
///
/// The names are the article's. Where the model's schema is known and lacks one of them but has
/// the live dialect's counterpart, that is used: `size` ("1024*1024") or `aspect_ratio` or
/// `ratio` ("16:9", if the model offers the very ratio) for width and height, `image` or `images`
/// for `image_url`. `model` may be null.
atlas::Submission requestFor(const batch::Job &job, const catalog::Model *model);

} // namespace engine
