// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QMimeData;

namespace ui {

/// What stands behind the address of a picture (session/addresses.h). `folder` is the batch file's,
/// or empty while the batch has none.

/// The file that it names, absolute; empty where it names none on this computer.
QString localImage(const QString &address, const QString &folder);
/// The pictures that are dragged or pasted, as addresses; empty where there are none.
QStringList imagesIn(const QMimeData *data, const QString &folder);
/// The endings of files that hold pictures: "png", …
QStringList imageEndings();

} // namespace ui
