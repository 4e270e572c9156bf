// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "config/diagnostic.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

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
    batch::BatchSource source;  ///< as written; ids tie its entries to `text`
    batch::Batch batch;         ///< what it makes (batch::expand)
    QList<Diagnostic> warnings; ///< unknown keys and the like
    /// Errors that cost single entries: they are not in `source`. A file read with such errors can
    /// be looked at but must not be written over: the broken entries would be gone.
    QList<Diagnostic> jobErrors;
    /// Errors of entries that can be read, and written, and make no jobs: an unknown variable, too
    /// many variations.
    QList<Diagnostic> expansionErrors;
    /// Where the entry of each job of `batch` begins, from 1, in the batch's order: in the text,
    /// or in the included file that it comes from. 0: that file was not read.
    QList<int> jobLines;
    /// The included file, absolute, of each job of `batch`; empty: it is this file's own.
    QStringList jobFiles;
    /// Where each entry of `source` begins in the text.
    QList<int> entryLines;
    /// The files that it includes, absolute; with those that they include.
    QStringList includedFiles;
};

/// Reads a batch file. Errors that concern the file as a whole (it can't be opened, is no YAML,
/// has no `jobs`) come as the error, all that were found; errors in single jobs don't hide the
/// others. Blocks on the disk: not for the window's thread.
tl::expected<BatchFile, QList<Diagnostic>> readBatchFile(const QString &path);
/// The same from text that is already in memory; `path` is for messages and relative paths.
tl::expected<BatchFile, QList<Diagnostic>> readBatch(const QByteArray &text, Format format,
                                                     const QString &path);

/// The text of `source`. Where `origin` is the file that it was read from, only what changed is
/// written anew, in the style that stands there; all else keeps its bytes. Where that can't be
/// done such that it reads back as `source`, or a file can't hold as much, the error says so, for
/// people; see needsCleanText. Reads no file: what included ones say is taken from `source`.
tl::expected<QByteArray, QString> writeBatch(const batch::BatchSource &source, Format format,
                                             const BatchFile *origin = nullptr);

/// The text of `source` from nothing, in the house's layout; of `origin` it keeps the comments that
/// the file begins with and the order of its keys.
QByteArray cleanText(const batch::BatchSource &source, Format format,
                     const BatchFile *origin = nullptr);
/// Whether it is the layout of `origin` alone that is in the way of writeBatch(): cleanText() says
/// what is meant.
bool needsCleanText(const batch::BatchSource &source, const BatchFile &origin);

/// Of some versions of a file that one edited after the other, the latest last, the one from which
/// writeBatch() has the least to write that stands nowhere: what was taken out and is back stands
/// in an earlier one, with its comments. -1: there are none. Entries are known by their ids.
qsizetype closestOrigin(const batch::BatchSource &source, const QList<BatchFile> &versions);

/// Whether a save changes only what must change, or begins from nothing.
enum class Layout { Kept, Clean };

/// Writes the file whole or not at all; the error says why, for people. The answer is the file as
/// it reads from now on: its entries have the ids of `source`'s, and of the included files it
/// holds what `source` does.
///
/// `over` is what the file must still say to be written over, empty: there must be none. It is
/// looked at in the last moment; a file that is gone is no reason not to write it again.
tl::expected<BatchFile, QString> saveBatchFile(const batch::BatchSource &source,
                                               const QString &path,
                                               const BatchFile *origin = nullptr,
                                               Layout layout = Layout::Kept,
                                               const std::optional<QByteArray> &over = {});

/// The absolute folder that a batch's results go to: relative ones count from the batch file's.
QString outputDirFor(const batch::BatchSettings &settings, const QString &batchPath);

} // namespace config
