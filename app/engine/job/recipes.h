// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/result.h"
#include "media/recipe/recipe.h"

#include <QString>

#include <memory>

namespace engine {

/// The recipe of what a job's prediction made. The same prediction always has the same one, also
/// in a later run: what is only the run's (whether the job is enabled, how patient it is) isn't in
/// it. Neither are keys, signatures and passwords, also those in links, and pictures that stand in
/// the job itself (`data:`). A link that can't be told apart from its password is left out.
media::Recipe recipeOf(const batch::Job &job, const batch::JobResult &result);
/// That of one output of a prediction, from 0.
media::Recipe forOutput(media::Recipe recipe, qsizetype output);

/// A copy of a downloaded file with its recipe in it: beside the file, gone with this object
/// unless it was given another name.
class RecipeCopy
{
public:
    explicit RecipeCopy(QString path)
        : m_path(std::move(path))
    {
    }
    ~RecipeCopy();
    Q_DISABLE_COPY_MOVE(RecipeCopy)

    const QString &path() const { return m_path; }

private:
    QString m_path;
};

/// What came of writing a recipe.
struct RecipeWriting
{
    std::shared_ptr<RecipeCopy> copy; ///< null: the file stays as it was downloaded
    bool isBeside = false;            ///< a sidecar is to be written
    QString flaw; ///< why, where it is not for want of a place in the format; for people
};

/// Writes the copy of a file. Takes as long as copying it: for the thread pool.
RecipeWriting writeRecipeOf(const QString &file, const media::Recipe &recipe);
/// Removes copies of that file that an earlier program left when it died.
void removeRecipeCopies(const QString &file);

} // namespace engine
