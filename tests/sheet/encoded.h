// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet/encoding.h"

#include <QByteArray>
#include <QString>

/// The text in an encoding, as another program would have written it.
QByteArray encoded(const QString &text, sheet::Encoding encoding, bool mark = false);
