// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/recipe/recipe.h"

#include <QByteArray>

namespace media {

/// More than this no recipe has; what is longer in a file is not read.
inline constexpr qint64 mostRecipeBytes = 8 << 20;
/// Why a longer one isn't written, for people.
QString tooLong();

/// A recipe as the texts that a file takes.
struct RecipeText
{
    QByteArray prompt;   ///< UTF-8, without what can't be written down (NUL, half characters)
    QByteArray document; ///< JSON in one line, UTF-8
};

/// The same recipe always has the same text.
RecipeText textOf(const Recipe &recipe);
/// Nothing where that is no recipe's document.
std::optional<Recipe> recipeFromDocument(const QByteArray &json);

/// What a file was found to say.
struct FoundTexts
{
    QByteArray document; ///< ours
    /// Prompts of other programs, in the order of preference.
    QStringList prompts;

    /// The document's recipe; else one of a prompt alone.
    std::optional<Recipe> recipe() const;
};

/// The prompt of the text that Stable Diffusion's programs write as `parameters`: what stands
/// before the line of the negative prompt and that of the settings.
QString promptOfParameters(const QString &parameters);

/// Whether a prompt of another program is one: a graph of nodes is called so too.
bool isInWords(const QString &prompt);

/// Nothing where there is none, or something else of its name.
std::optional<Recipe> readSidecar(const QString &sidecar);

} // namespace media
