// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace store {

/// Who is at work on a batch.
struct LockOwner
{
    qint64 pid = 0;
    QString host;
    QString program;    ///< "rushes", "rushes-cli"
    bool isHere = true; ///< on this machine
    QString lockFile;

    /// "rushes-cli (process 4711)", "rushes (process 12 on studio-3)".
    QString toDisplay() const;
};

/// The right to run a batch: one program at a time has it for a batch file, and one for an output
/// folder. For as long as this lives. A lock whose program has died is taken over, where that can
/// be known (on this machine).
///
/// Two lock files (QLockFile, with pid, host and program): one for the batch in the user's data
/// folder, one in the output folder itself, `.rushes.lock`, which other machines see too. Blocks
/// for a few reads and writes of small files.
class BatchLock
{
public:
    struct Refusal
    {
        std::optional<LockOwner> owner; ///< nothing: the lock file can't be written
        QString message;                ///< for people: who has it, or why not, and what to do
    };

    /// `batch` is a store::batchName, `outputDir` an absolute path; makes the folder.
    static tl::expected<std::shared_ptr<BatchLock>, Refusal> acquire(const QString &batch,
                                                                     const QString &outputDir);
    /// Who has it now; nothing where it is free.
    static std::optional<LockOwner> owner(const QString &batch, const QString &outputDir);

    ~BatchLock();

private:
    BatchLock();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace store
