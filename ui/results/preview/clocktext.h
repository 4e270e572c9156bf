// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// A length or position in a clip as players write it: "0:03", "12:40", "1:02:03". Counts whole
/// seconds that have passed; negative counts as 0.
QString clockText(qint64 milliseconds);

} // namespace ui
