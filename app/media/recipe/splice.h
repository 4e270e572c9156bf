// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace media {

/// A piece of a file that is replaced by other bytes; either may be empty.
struct Splice
{
    qint64 at = 0;
    qint64 removed = 0; ///< bytes
    QByteArray inserted;
};

/// What turns a file into the same with a recipe; nothing where the file has no place for one.
using Splices = std::optional<QList<Splice>>;

/// Copies the file with its splices, which must not overlap, to a new file of that name, which the
/// disk has in full then. What was written of it is removed on failure. The error is the disk's.
tl::expected<void, QString> copySpliced(QFile &from, QList<Splice> splices, const QString &to);

/// A file of that format that doesn't hold to its format's rules.
tl::unexpected<QString> damaged();

} // namespace media
