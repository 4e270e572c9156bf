// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace sandbox {

/// The first picture of a video file; RGB32. Null where there is none that can be read.
QImage firstFrame(const QString &path);

} // namespace sandbox
