// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/recipe/recipetext.h"

namespace media {

// XMP (ISO 16684-1), the RDF that JPEG and WebP files take their notes in. A recipe is an
// rdf:Description of its own: `rushes:recipe`, the document, and the prompt as `dc:description`,
// or as `rushes:prompt` where somebody else has described the file.

/// The packet (empty: none yet) with the recipe in place of any earlier one and all else as it
/// was; nothing for a packet that can't be read.
std::optional<QByteArray> xmpWithRecipe(const QByteArray &packet, const RecipeText &recipe);
FoundTexts xmpTexts(const QByteArray &packet);
/// Whether it holds a recipe and nothing else.
bool xmpIsRecipeAlone(const QByteArray &packet);

/// The packet without a recipe, and with the note that there is more in the extension of that id.
std::optional<QByteArray> xmpWithNote(const QByteArray &packet, const QByteArray &extension);
std::optional<QByteArray> xmpWithoutNote(const QByteArray &packet);

} // namespace media
