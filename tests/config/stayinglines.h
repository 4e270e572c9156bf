// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"

#include <QByteArray>

#include <optional>

/// What an edit of a file has no business with, worked out from the tree of its text.
namespace staying {

struct Span
{
    qsizetype begin = 0; ///< bytes
    qsizetype end = 0;
};

/// Where `now` says only one key otherwise than the file, of itself or of one entry: the bytes that
/// may be written anew for that, with the comments that are the key's own where it goes. Nothing
/// where more is different, or where anchors and aliases carry the change elsewhere.
std::optional<Span> spanOfOnlyChange(const config::BatchFile &file, const batch::BatchSource &now);

/// The first line that an edit to `now` had to leave alone and that `written` has not, in its
/// order, as it was; nothing: all are there. Left out are the lines of what changed, key by key,
/// of entries that went or moved, and, where a file has anchors, those that define and use them.
std::optional<QByteArray> lostLine(const config::BatchFile &file, const batch::BatchSource &now,
                                   const QByteArray &written);

} // namespace staying
