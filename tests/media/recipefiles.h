// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/recipe/recipe.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

/// The recipe of a picture with that prompt.
media::Recipe recipeWith(const QString &prompt);
/// The prompts that have made other programs stumble, by a name for each.
QList<std::pair<const char *, QString>> hardPrompts();

QByteArray contentOf(const QString &path);
/// Whether it could be written.
bool writeFile(const QString &path, const QByteArray &content);
/// A picture of many colours in that format of Qt's. Whether it could be written.
bool writePicture(const QString &path, const char *format, int quality = -1);

/// The most memory that this program ever had, in MB.
qint64 peakMegabytes();
/// What a program writes to its standard output; its complaint where it fails.
QString outputOf(const QString &program, const QStringList &arguments);
/// A hash of each stream's packets, as they stand in a video.
QString packetsOf(const QString &path);
/// A video's tags, as ffprobe shows them.
QJsonObject tagsOf(const QString &path);
/// A tag of any file's, as exiftool shows it.
QString shownByExiftool(const QString &path, const QString &tag);
