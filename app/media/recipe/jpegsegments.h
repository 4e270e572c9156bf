// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/recipe/recipetext.h"
#include "media/recipe/splice.h"

namespace media {

// The XMP segments of a JPEG (ISO 16684-3, 1.1.3): one packet of less than 64 KB, and what is too
// long for it in an extension of many.

tl::expected<Splices, QString> jpegSplices(QFile &file, const RecipeText &recipe);
FoundTexts jpegTexts(QFile &file);

} // namespace media
