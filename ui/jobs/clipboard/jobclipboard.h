// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "jobs/exporttable.h"

#include <QByteArray>
#include <QList>
#include <QString>

class QMimeData;

/// Jobs on their way through the clipboard: for Rushes whole, for text editors as the entries of a
/// batch file's `jobs`, for spreadsheets as a table.
namespace ui::jobclipboard {

/// The document that entries come from, or go to.
struct Place
{
    /// Names it for as long as it is open: pasted there again, entries go on counting on its
    /// defaults; anywhere else they say all by themselves.
    QByteArray document;
    QString folder; ///< of its file, absolute: relative paths count from it; empty: it has none
};

/// What is copied.
struct Copied
{
    /// As written, in `jobs`, with the defaults and variables that they count on.
    batch::BatchSource source;
    QList<ExportRow> made; ///< what they make: the rows of the table
    Place from;
};

/// The caller owns it.
QMimeData *toMimeData(const Copied &copied);

/// What is in the clipboard, as values: it is asked for in the window's thread.
struct Clip
{
    QByteArray entries; ///< JSON, as they are to be read in the place that they go to
    QString from;       ///< the folder that paths in these count from; empty: nobody knows
    QString to;         ///< the one that they are to count from; empty: none yet
    QString text;
    QString html;

    /// So much that reading it would be felt.
    bool isLarge() const;
};

bool canRead(const QMimeData *data);
/// For a paste to that place. `data` may be null.
Clip clipOf(const QMimeData *data, const Place &to);

/// What was found in the clipboard: entries, a table, or a problem.
struct Pasted
{
    QList<batch::JobSource> entries; ///< with new ids; their names may be taken already
    QByteArray table;                ///< a table's text, UTF-8: what its columns mean isn't known
    QString problem;                 ///< for people: why nothing is pasted
    QString note;                    ///< for people: what was not pasted with the entries
};

/// How many lines of text make jobs at once.
inline constexpr int mostPrompts = 10'000;

/// Entries as they were copied, or from the text of a batch file or of some of its entries; a
/// table; or from any other text an entry for each line, with that line as its prompt, its first
/// words as its name, and all else as in `pattern`. A column of a spreadsheet makes an entry for
/// each of its cells. Reads no file; may be called on any thread.
Pasted read(const Clip &clip, const batch::JobSource &pattern);

/// The text for whoever knows that it is a table, UTF-8; of a page that has no tabs, its first
/// table. Empty where there is no text. May be called on any thread.
QByteArray tableIn(const Clip &clip);

} // namespace ui::jobclipboard
