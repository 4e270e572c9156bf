// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batchlock.h"

#include <QLockFile>
#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace store {

/// One lock file, held for as long as this lives: a QLockFile that never counts as stale by its
/// age, and that is taken over when its program has died here, also where QLockFile by itself
/// can't tell: when the program was killed before it had written its name, or when another
/// Rushes has its process number by now.
class LockFile
{
public:
    struct Failure
    {
        QString path;
        std::optional<LockOwner> owner; ///< who has it
        std::optional<QString> detail;  ///< it can't be written; the system's words
    };

    /// Waits up to 3 s for a file that has no name in it yet, and for nothing else.
    static tl::expected<LockFile, Failure> take(const QString &path);
    /// Who has it, by what stands in the file and by the table of processes. Takes nothing, not
    /// for an instant: a program that begins meanwhile isn't disturbed.
    static std::optional<LockOwner> livingOwner(const QString &path);

    LockFile() = default;

private:
    std::unique_ptr<QLockFile> m_file;
};

} // namespace store
