// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <cerrno>

#include <unistd.h>

namespace media {

/// Has the disk take what was written to an open file, so that it outlasts a power cut. Blocks for
/// as long as the disk takes. What went wrong, for people; empty: nothing. A file system that has
/// no such thing is none the worse.
inline QString syncToDisk(const QFile &file)
{
    int failed = 0;
    do
        failed = ::fdatasync(file.handle());
    while (failed != 0 && errno == EINTR);
    const bool isDone = failed == 0 || errno == EINVAL || errno == ENOTSUP;
    return isDone ? QString() : qt_error_string(errno);
}

} // namespace media
