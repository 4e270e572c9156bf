// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cli {

/// A length of time as a person says it, rounded: "45 s", "3 min", "1 h 5 min".
QString durationText(double seconds);

} // namespace cli
