// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/node.h"
#include "config/writing/scalars/scalarstyle.h"

#include <QByteArray>

namespace config {

/// Where a scalar is about to be written.
struct ScalarPlace
{
    int column = 0;      ///< of its key or dash
    bool inList = false; ///< behind a dash
    bool inFlow = false; ///< between brackets
};

/// A scalar in two parts: a comment can stand between them.
struct ScalarText
{
    QByteArray first; ///< what stands behind the key or dash, and a space
    QByteArray below; ///< further lines, each ended by `\n`; mostly empty
};

/// A value that is no list or mapping as YAML, in the style asked for, or the nearest that can say
/// it: each is read again before it is taken.
ScalarText scalarText(const Node &value, const ScalarStyle &style, const ScalarPlace &place);

} // namespace config
