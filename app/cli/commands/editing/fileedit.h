// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"
#include "config/batchfile.h"

#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

namespace cli {

// How a command changes a batch file: through the same editor of the text as the window, so that
// only the lines that must change do. Nothing is written that would leave the file with an error
// that it didn't have. Errors are the codes to leave with, the words said.

/// The file to change. A file that has errors can't be changed; one that isn't there begins as an
/// empty batch where `mayBeNew`.
tl::expected<config::BatchFile, int> readToEdit(const Options &options, bool mayBeNew = false);

/// The one entry with that name, by its place in the file's `source`.
tl::expected<qsizetype, int> entryNamed(const Options &options, const config::BatchFile &file,
                                        const QString &name);

/// A name that the entry or one of its jobs has `now` together with another job, and didn't share
/// `before`; empty: none. Two jobs of one name can't be told apart by scripts, nor by "job:NAME".
QString takenName(const batch::BatchSource &before, const batch::BatchSource &now,
                  batch::JobId entry);
/// Ends a command that would make such a one.
int failForName(const Options &options, const QString &name);

/// The text that saveEdit() would write, after the same checks.
tl::expected<QByteArray, int> editedText(const Options &options, const config::BatchFile &file,
                                         const batch::BatchSource &source);

/// Writes it and says `words`; with --json a document of `details`, `file` and `changed`. The
/// answer is the code to leave with.
int saveEdit(const Options &options, const config::BatchFile &file,
             const batch::BatchSource &source, const QString &words, QJsonObject details);

} // namespace cli
