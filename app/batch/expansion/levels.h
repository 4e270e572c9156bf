// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace batch {

/// A job with everything that the levels below it say, its texts as they were written.
struct Merged
{
    Job job;
    // The folders of the files that say these, as seen from the batch file's.
    QString imageFolder;
    QString imageUrlFolder;
    QHash<QString, QString> paramFolders; ///< by parameter; those of the batch file are not in it
};

/// What holds for the jobs of one file: its defaults and variables, and those of the files that it
/// includes. It refers to the source, which must outlive it.
///
/// A key comes from the first that says it: an axis of that name, the entry, the file's defaults
/// for the type, its defaults for all, then those of the files it includes, the last one first. Of
/// `params` and `vars` each key counts for itself. Who says an aspect ratio hides the width and
/// height of those below, and the other way round; `image` and `image_url` hide each other so.
class Levels
{
public:
    /// For the jobs of the batch file itself.
    explicit Levels(const BatchSource &source);
    /// For those of an included file. `outer` are the variables of those that include it, the
    /// outermost first: they win over the file's own.
    Levels(const Included &file, QList<const Variables *> outer);

    /// Whether the defaults say a type.
    bool sayType() const;
    /// The type that the entry or the defaults say.
    MediaType typeOf(const JobSource &entry) const;
    /// `axes`: what axes called like keys say, above the entry; null where there are none.
    Merged merged(const JobSource &entry, const JobDefaults *axes = nullptr) const;
    /// All that its texts may name, but for axes, choices and takes.
    Variables variables(const JobSource &entry, MediaType type) const;
    /// The same but for the entry's own.
    const Variables &fileVariables(MediaType type) const;
    /// What it takes to put the defaults below an entry, and to read them there (TextRoom).
    qint64 weight() const { return m_weight; }

private:
    struct Level
    {
        const Defaults *defaults = nullptr;
        const Variables *vars = nullptr;
        QString folder;
    };

    void addIncluded(const QList<Included> &files);
    void noteDefaults();

    QList<Level> m_levels; ///< the file's own first
    QList<const Variables *> m_outer;
    bool m_hasDefaults = false;
    qint64 m_weight = 0;
    mutable std::array<std::optional<Variables>, 2> m_fileVariables; ///< by type
};

} // namespace batch
