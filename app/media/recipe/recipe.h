// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace media {

/// What a result was made from, as the result itself carries it.
///
/// The document's keys: `rushes` (1, the version of this list), `job` (what batch::toJson gives:
/// the batch file's keys), `model`, `prediction` (the server's id), `created` (when the request
/// left, UTC, ISO 8601), and `seed` and `output` (from 2 on, of a prediction's several files)
/// where there is something to say. It holds no key and says nothing about this machine that the
/// job doesn't say itself.
struct Recipe
{
    QString prompt;
    /// Empty where another program made the file and only the prompt is known.
    QJsonObject document;

    /// The job under a new id; nothing where only the prompt is known. Of unknown keys it has none
    /// that make several jobs of one (`matrix`, `count`, …).
    std::optional<batch::Job> job() const;
    friend bool operator==(const Recipe &, const Recipe &) = default;
};

// Where a recipe stands in a file:
// - PNG: iTXt chunks `prompt` and `rushes` (the document), before the first IDAT.
// - JPEG, WebP: XMP, `dc:description` and `rushes:recipe`.
// - MP4, MOV: moov/udta/meta/ilst, the comment and the items `prompt` and `rushes`.
// - All others, and files whose makers have signed them (C2PA; a change would break the seal):
//   beside it, see sidecarPath.
// Each function reads the disk, and may be called from any thread; errors are for people and name
// the file.

/// Where the recipe of a file went.
enum class RecipePlace {
    InFile,
    Nowhere ///< the format has no place for it: a sidecar is to be written
};

/// Writes to `to`, which must not exist, a copy of the file that carries the recipe in place of any
/// earlier one. Pictures, sound and what other programs have noted are the same, byte for byte. The
/// copy was read again and checked, or there is none. Takes as long as copying; a video is never in
/// memory as a whole. The same file and recipe always give the same bytes. A recipe of more than
/// 8 MiB is an error: nothing reads such a long one.
tl::expected<RecipePlace, QString> writeRecipe(const QString &from, const QString &to,
                                               const Recipe &recipe);

/// What the file carries, or its sidecar says: nothing where neither does. A sidecar may be given
/// as well. Of the many files of other programs it understands a prompt that stands as text, in a
/// PNG chunk `prompt` or `parameters`. The error: the file can't be opened.
tl::expected<std::optional<Recipe>, QString> readRecipe(const QString &path);

/// opening.gif.recipe.json, beside opening.gif.
QString sidecarPath(const QString &path);
/// By its name, whatever the case of its letters.
bool isSidecar(const QString &path);
/// Writes the sidecar of a file, whole or not at all. One that is no recipe isn't written over, and
/// one that would be too long to be read again isn't written.
tl::expected<void, QString> writeSidecar(const QString &path, const Recipe &recipe);
/// Removes the sidecar of a file, if it is this recipe's.
void removeSidecar(const QString &path, const Recipe &recipe);

} // namespace media
