// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace cli {

/// Prints a line, or several, to stdout. Control characters that could move the cursor or worse
/// (job names and servers' words come from anybody) are left out.
void print(const QString &text);
/// The same to stderr.
void printError(const QString &text);
/// Prints a JSON document to stdout.
void printJson(const QJsonObject &document);

/// Replaces what stands in the terminal's present line (stderr) by `text`, or by nothing.
void redrawLine(const QString &text);

/// Whether a person watches stderr, on a terminal that can redraw a line.
bool isInteractive();
/// Columns of the terminal behind stderr; 80 where that can't be told.
int terminalWidth();

/// `text` without control characters other than line breaks.
QString printable(const QString &text);
/// How many columns `text` takes: two for each wide (East Asian) character.
int columnsOf(QStringView text);
/// `text` with blanks up to that many columns, at its end or before its beginning.
QString padded(const QString &text, int columns);
QString paddedLeft(const QString &text, int columns);
/// `text`, cut with an ellipsis where it takes more columns than that.
QString fitted(const QString &text, int columns);

} // namespace cli
