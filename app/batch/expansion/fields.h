// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/levels.h"
#include "batch/expansion/textroom.h"
#include "batch/expansion/texts.h"
#include "batch/problem.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace batch {

/// The fields whose texts may hold braces, but for the name; `params` beside them.
inline constexpr Field bracedFields[] = {
    Field::Model,      Field::Prompt, Field::NegativePrompt, Field::AspectRatio,
    Field::Resolution, Field::Image,  Field::ImageUrl};

/// The text of one of them, or the name's; empty where the job doesn't say.
QString textOf(const Job &job, Field field);
void setText(Job &job, Field field, const QString &text);
/// The field of one of their keys, "name" or "params.style".
Field fieldOf(const QString &key);
/// Only the prompt has choices.
Braces bracesOf(Field field);

/// Whether a job's texts can be read for braces; else one of them is too long, and `room` says so.
/// An image may be as long as it likes: it may be the picture itself.
bool takeToRead(const Job &job, TextRoom &room);
/// What it takes to read them (TextRoom).
qint64 weightToRead(const Job &job);

/// Whether a text among the parameters holds a brace.
bool hasBracedTexts(const QJsonObject &params);

/// The texts of a job that hold braces, and its pictures' paths, read once for all the jobs that
/// are made of it.
class JobTexts
{
public:
    /// The texts of the fields `asTheyAre` are values already and not read. Where `room` is short
    /// not all others are.
    JobTexts(const Merged &merged, const QList<Field> &asTheyAre, TextRoom &room);
    JobTexts(const Merged &merged, const QList<Field> &asTheyAre);

    /// The choices of the prompt.
    QList<QStringList> choices() const;
    /// Variables that the texts name, by the key where they stand ("prompt", "params.style").
    QList<std::pair<QString, QStringList>> variables() const;
    /// The job with `values` in all its texts but the name; nothing where there is no room for it.
    std::optional<Job> with(const Variables &values, TextRoom &room) const;

private:
    void readFields(const QList<Field> &asTheyAre, TextRoom &room);
    QJsonObject paramsWith(const Variables &values, TextRoom &room) const;

    struct Braced
    {
        Field field;
        BracedText text;
    };

    const Merged &m_merged;
    QList<Braced> m_texts;
    bool m_hasBracedParams = false;
};

/// Whether a parameter's text is the path of a picture or clip: which parameters take one is known
/// only to the catalog, so its ending must tell.
bool looksLikeMedia(const QString &text);
/// The pictures of a job, by the folders that they count from (Merged), as seen from the batch
/// file's.
void seeFromBatch(Job &job, const Merged &folders);

} // namespace batch
