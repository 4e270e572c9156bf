// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRectF>
#include <QString>

namespace sandbox {

/// The type on a picture.
struct Lettering
{
    QString prompt;
    QString note; ///< a small line below: the model and the size
};

/// Sets the prompt and the note at the foot of the frame and the mark SANDBOX at its head. The
/// prompt wraps in any script, gets smaller until it fits, and ends with … if it can't.
void drawLettering(QPainter &painter, QSizeF frame, const Lettering &lettering);

} // namespace sandbox
