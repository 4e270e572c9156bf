// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace engine {

/// Where one output of a job goes: its folder, the job's file stem, and which of the job's
/// outputs it is, from 0.
///
/// The first output of "opening" becomes opening.png, the second opening-2.png. A file that is
/// there already, whoever made it, is never written over: the new one is then opening-take2.png,
/// opening-take3.png, … A stem has no hyphen (batch::fileStem), so that no other job's file can
/// have such a name.
struct ResultFile
{
    QString folder; ///< absolute
    QString stem;
    int output = 0;
    /// Tells the part files of one prediction from all others, and from files of a person.
    QString partTag;

    /// Where it is while it is downloaded: opening.1f3a9c07.part.
    QString partPath() const;
    QString path(int take, const QString &extension) const;
    /// The first name that nothing has.
    QString freePath(const QString &extension) const;

    /// A file under one of the names that holds the very bytes of the part: fetched by an earlier
    /// program that could not write down that it had. Empty where there is none.
    QString sameFile(const QString &extension) const;

    /// Gives the downloaded part that name. False where something has it by now; the error is for
    /// people.
    tl::expected<bool, QString> keep(const QString &target) const;
    /// Whether the part is the beginning of a picture or a video, so that a download can go on
    /// from there.
    bool partIsSound() const;
    void removePart() const;
};

/// The tag of a prediction's part files.
QString partTagOf(const QString &predictionId);

/// What is wrong with a downloaded file, for people; nothing if it is a whole picture or video.
/// `extension` is set to the one that its content asks for.
QString flawOf(const QString &path, QString &extension);

} // namespace engine
