// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/recipe/recipetext.h"
#include "media/recipe/splice.h"

namespace media {

// The XMP chunk of a WebP (RFC 9649). A file of the simple form becomes one of the extended form:
// its picture chunk stays as it is.

tl::expected<Splices, QString> webpSplices(QFile &file, const RecipeText &recipe);
FoundTexts webpTexts(QFile &file);

} // namespace media
