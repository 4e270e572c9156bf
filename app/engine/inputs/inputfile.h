// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/transfer/upload.h"
#include "batch/problem.h"
#include "catalog/catalog.h"
#include "catalog/request/mediainputs.h"

#include <QHash>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace engine {

/// A file of this computer that a job starts from.
struct InputFile
{
    QString path; ///< absolute
    /// What it must be.
    catalog::InputKind kind = catalog::InputKind::Any;
    /// It is a video, and its last picture is what is wanted.
    bool lastFrame = false;

    friend bool operator==(const InputFile &, const InputFile &) = default;
};

inline size_t qHash(const InputFile &file, size_t seed = 0) noexcept
{
    return qHashMulti(seed, file.path, static_cast<int>(file.kind), file.lastFrame);
}

/// Reads it through, so that it can be uploaded; a video's last picture is made a PNG in the folder
/// `scratch`, which must outlive the upload; empty: there is none, and that is an error. Blocks on
/// the disk, and for seconds on a long video; safe in any thread. The error, for people, says what
/// is wrong: it isn't there, a folder, unreadable, larger than the service takes, or of another
/// kind.
tl::expected<atlas::UploadFile, QString> inspectInput(const InputFile &file,
                                                      const QString &scratch);

/// What is wrong with the files of this computer that these jobs start from; relative ones count
/// from `folder`. By job; those without fault are not in it. Reads each file through, once: not
/// for a window's thread. References to other jobs are not looked at.
QHash<batch::JobId, QList<batch::Problem>> checkFiles(const catalog::Catalog &catalog,
                                                      const QList<batch::Job> &jobs,
                                                      const QString &folder);

} // namespace engine
