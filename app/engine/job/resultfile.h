// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

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
    /// Where it is when it has come whole, until it has its name: opening.1f3a9c07.fetched. By that
    /// a later program knows that there is nothing more to be asked for.
    QString fetchedPath() const;
    QString path(int take, const QString &extension) const;
    /// The first name that nothing has.
    QString freePath(const QString &extension) const;

    /// A file under one of the names that holds the very bytes of one of `contents` (paths: what
    /// was fetched, or that with its recipe): fetched by an earlier program that could not write
    /// down that it had. Empty where there is none. Reads whole files: for the thread pool.
    QString sameFile(const QString &extension, const QStringList &contents) const;

    /// The part has come whole. The error is for people.
    tl::expected<void, QString> partIsFetched() const;
    /// Puts a copy of what was fetched, its recipe in it, in its place: at any moment there is one
    /// of them. Returns whether that went well; else it is as it was.
    bool replaceFetched(const QString &copy) const;
    /// Gives what was fetched that name. False where something has it by now; the error is for
    /// people.
    tl::expected<bool, QString> keep(const QString &target) const;
    /// Has the disk take what was fetched in full: it then outlasts a power cut. The error is for
    /// people. Takes as long as the disk: for the thread pool.
    tl::expected<void, QString> syncFetched() const;
    /// Whether the part is the beginning of a picture or a video, so that a download can go on
    /// from there.
    bool partIsSound() const;
    void removePart() const;
    void removeFetched() const;

private:
    QString underWay(const QString &extension) const;
};

/// The tag of a prediction's part files.
QString partTagOf(const QString &predictionId);

/// Removes what is in the folder of a prediction's outputs that haven't come whole: their parts,
/// and copies that were begun, whatever their jobs are called. What has come whole was paid for,
/// and nobody may be able to fetch it again: it stays.
void removePartsOf(const QString &predictionId, const QString &folder);

/// What is wrong with a downloaded file, for people; nothing if it is a whole picture or video.
/// `extension` is set to the one that its content asks for.
QString flawOf(const QString &path, QString &extension);

} // namespace engine
