// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/node.h"

#include <QByteArray>

namespace config {

/// How a text is set that fits on one line: behind its key, or as a block (`>`) below it. Texts
/// of several lines are always blocks where YAML can say them so.
enum class TextStyle { Line, Block };

/// `key: value` as block-style YAML, from the key on (its first line is not indented) to the line
/// break at the end; the key stands at `column`, from 0.
QByteArray yamlEntry(const QString &key, const Node &value, int column,
                     TextStyle style = TextStyle::Line);

} // namespace config
