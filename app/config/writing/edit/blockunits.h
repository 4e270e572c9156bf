// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/writing/edit/spans.h"

#include <vector>

namespace config {

/// One item or entry of a list or mapping in block style, with the lines that belong to it.
struct BlockUnit
{
    Part part;
    qsizetype gap = 0;  ///< begin of the blank lines and comments above it that are not its own
    qsizetype lead = 0; ///< begin of its own comments
    qsizetype line = 0; ///< begin of its first line; of one beside a dash, of the entry itself
    qsizetype end = 0;  ///< behind its last line
    bool hasSection = false; ///< a comment stands in the gap
};

/// A list or mapping in block style, cut into lines:
///
///     # A section.            gap: stays where it is, whatever becomes of the unit below
///
///     # What this one is.     own comment: goes and comes with the unit
///     - name: a
///         # deeper than the dash: belongs to the unit above
///
/// Comments directly above a unit are its own, those that a blank line parts from it are not.
struct BlockUnits
{
    std::vector<BlockUnit> units;
    qsizetype end = 0;     ///< behind the last unit; what follows up to the region's end stays
    int column = 0;        ///< of dashes or keys
    bool isInline = false; ///< the first unit stands behind a dash, on its line
};

/// Cuts what stands between `begin` and `end`. The comments above the first unit of a whole file
/// (`isFile`) are about the file.
BlockUnits cutBlock(const Spans &spans, const Node &node, qsizetype begin, qsizetype end,
                    bool isFile);

/// Only the blank lines of lines.
QByteArray blankLinesOf(QByteArrayView lines);
/// How many bytes the blank lines take that lines begin with.
qsizetype blankLinesAbove(QByteArrayView lines);

} // namespace config
