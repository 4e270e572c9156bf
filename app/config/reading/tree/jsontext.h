// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/node.h"

#include <QByteArray>

namespace config {

/// How a JSON file lays out what is new in it.
struct JsonHabits
{
    QByteArray step = "  "; ///< what a level is indented by; empty: all on one line
    bool hasSpaces = true;  ///< behind colons and, on one line, commas
    bool isAscii = false;   ///< other characters are escaped
};

/// A value with the keys in the order of the tree; its further lines begin with `indent` and more.
/// Plain nodes are numbers or booleans.
QByteArray jsonValue(const Node &node, const JsonHabits &habits, const QByteArray &indent = {});

/// A text or key in quotes.
QByteArray jsonQuoted(const QString &text, const JsonHabits &habits);

} // namespace config
