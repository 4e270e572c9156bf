// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace cli {

/// Prints a file's text to stdout, byte for byte: it may go to a file.
void printFileText(const QByteArray &text);

} // namespace cli
