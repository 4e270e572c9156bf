// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>

namespace sandbox {

/// The picture behind the type: a landscape, ribbons of light or planets, with colours and forms
/// from the seed. Its left and right edges meet, so that a video can travel along it for ever.
/// RGB32; the same for the same seed and size.
QImage drawBackdrop(QSize size, quint32 seed);

} // namespace sandbox
