// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/clocktext.h"

using namespace Qt::StringLiterals;

namespace ui {

QString clockText(qint64 milliseconds)
{
    const qint64 seconds = qMax<qint64>(0, milliseconds) / 1000;
    const QString tail = u"%1"_s.arg(seconds % 60, 2, 10, '0'_L1);
    if (seconds < 3600)
        return u"%1:%2"_s.arg(seconds / 60).arg(tail);
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, '0'_L1).arg(tail);
}

} // namespace ui
