// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "config/diagnostic.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace config {

enum class Format { Yaml, Json };

/// The format that a file name asks for: `.json` is JSON, all else YAML.
Format formatFor(const QString &path);

/// A batch as it stood in its file, with what a save needs to leave alone what nobody changed.
struct BatchFile
{
    QString path;
    Format format = Format::Yaml;
    QByteArray text;            ///< the file's bytes
    batch::Batch batch;         ///< as read; job ids tie it to `text`
    QList<Diagnostic> warnings; ///< unknown keys and the like
    /// Errors that cost single jobs: those jobs are not in `batch`. A file read with such errors
    /// can be looked at but must not be written over: the broken jobs would be gone.
    QList<Diagnostic> jobErrors;
    /// Where each job of `batch` begins in the text, from 1, in the batch's order.
    QList<int> jobLines;
};

/// Reads a batch file. Errors that concern the file as a whole (it can't be opened, is no YAML,
/// has no `jobs`) come as the error, all that were found; errors in single jobs don't hide the
/// others. Blocks on the disk: not for the window's thread.
tl::expected<BatchFile, QList<Diagnostic>> readBatchFile(const QString &path);
/// The same from text that is already in memory; `path` is for messages and relative paths.
tl::expected<BatchFile, QList<Diagnostic>> readBatch(const QByteArray &text, Format format,
                                                     const QString &path);

/// The text of `batch`. Where `origin` is the file that it was read from, the text of what is
/// unchanged (settings, single jobs, the comments around them) is kept as it was written, and
/// changed parts keep the order of their keys.
QByteArray writeBatch(const batch::Batch &batch, Format format, const BatchFile *origin = nullptr);

/// Writes the file whole or not at all; the error says why, for people.
tl::expected<BatchFile, QString> saveBatchFile(const batch::Batch &batch, const QString &path,
                                               const BatchFile *origin = nullptr);

/// The absolute folder that a batch's results go to: relative ones count from the batch file's.
QString outputDirFor(const batch::BatchSettings &settings, const QString &batchPath);

} // namespace config
