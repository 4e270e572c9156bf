// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/writing/edit/spans.h"

#include <vector>

namespace config {

/// One item or entry between brackets, with what belongs to it. All offsets are bytes.
struct FlowUnit
{
    Part part;
    qsizetype lead = 0;   ///< begin of the space and comments before it
    qsizetype tail = 0;   ///< behind its comma and the comment on its line
    qsizetype comma = -1; ///< its comma; -1: none, or in the lead of the next
};

/// A list or mapping in brackets, cut at its commas.
struct FlowUnits
{
    std::vector<FlowUnit> units;
    qsizetype open = 0;  ///< behind the opening bracket and the comment on its line
    qsizetype close = 0; ///< the closing bracket
    bool endsWithComma = false;
};

FlowUnits cutFlow(const Spans &spans, const Node &node);

/// Whether comments stand between the brackets that stay where all items go: beside the opening
/// one, behind the last item, and those that head a section.
bool hasOwnComments(const Spans &spans, const Node &node);
/// Of the space and comments before an item, the comments that a blank line parts from it.
QByteArray sectionOf(const QByteArray &lead);

/// Text between the parts of a list in brackets, without its comments.
QByteArray withoutComments(QByteArrayView between);
/// The same without the comma that stands in it.
QByteArray withoutComma(QByteArray between);

} // namespace config
