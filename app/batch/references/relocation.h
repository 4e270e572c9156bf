// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QString>
#include <QStringList>

namespace batch {

/// A batch as a file in another folder says it.
struct Relocation
{
    BatchSource source;
    /// The names of jobs that start from other files there: a variable or a list has the whole
    /// path, and may stand for anything.
    QStringList otherwise;
};

/// The batch with its relative paths, to included files and to pictures and clips that jobs start
/// from, written such that in a file of the folder `to` they mean what they did in one of `from`.
/// Both are absolute; an empty `to` is of a batch without a file, which gets whole paths. Where
/// results go is no such path: that is beside the file.
Relocation relocated(const BatchSource &source, const QString &from, const QString &to);

} // namespace batch
