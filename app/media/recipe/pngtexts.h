// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/recipe/recipetext.h"
#include "media/recipe/splice.h"

namespace media {

// The text chunks of a PNG (W3C PNG, 11.3.3). Ours are iTXt; `prompt` has "Rushes" for its
// translated keyword, which tells it from those of other programs.

tl::expected<Splices, QString> pngSplices(QFile &file, const RecipeText &recipe);
/// All texts together are read, and unpacked, up to mostRecipeBytes and not further.
FoundTexts pngTexts(QFile &file);

} // namespace media
