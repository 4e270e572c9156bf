// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/recipe/recipetext.h"
#include "media/recipe/splice.h"

namespace media {

// The items in an MP4's or MOV's moov/udta/meta/ilst: `prompt` and `rushes` (the document) as
// free-form items, and the prompt as the comment (or, where the file has another, the description),
// which players show. Where the index
// stands before the pictures, it stays there, and what it says of their places is corrected.

tl::expected<Splices, QString> mp4Splices(QFile &file, const RecipeText &recipe);
FoundTexts mp4Texts(QFile &file);

} // namespace media
