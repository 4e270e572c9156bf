// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/recipe/isoboxes.h"

namespace media {

/// What becomes of a file's places when its index grows.
struct Shift
{
    Box index;     ///< as it was
    qint64 by = 0; ///< bytes that all that stands behind it moves on

    /// Whether anything of that file moves.
    bool moves(const QList<Box> &boxes) const { return by != 0 && boxes.last().at > index.at; }
    /// Nothing for a place within the index: nobody can mean that.
    std::optional<quint64> moved(quint64 offset) const;
};

// Both answer that it can't be done (nothing, false) where a file tells places in a way that is
// not known here: its content lies in other files, is packed, sealed or listed by `iloc`.

/// Corrects the content of the index (its `stco` and `co64`).
bool shiftOffsets(QByteArray &index, const Shift &shift);
/// Corrects what stands outside of it: the fragments' `tfhd` and their index, `tfra`.
std::optional<QList<Splice>> shiftOffsets(QFile &file, const QList<Box> &boxes, const Shift &shift);

} // namespace media
