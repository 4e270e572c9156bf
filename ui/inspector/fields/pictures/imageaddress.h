// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QMimeData;

namespace ui {

/// How the address of a picture is written in a batch file: a URL, a `data:` URI, or a path, which
/// counts from the batch file's folder where it is relative. `folder` is that folder, or empty
/// while the batch has none.

/// The file that it names, absolute; empty where it names none on this computer.
QString localImage(const QString &address, const QString &folder);
/// The address for a file: relative where it lies within the folder.
QString addressOf(const QString &file, const QString &folder);
/// The pictures that are dragged or pasted, as addresses; empty where there are none.
QStringList imagesIn(const QMimeData *data, const QString &folder);
/// The endings of files that hold pictures: "png", …
QStringList imageEndings();

} // namespace ui
