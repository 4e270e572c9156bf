// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace sheet {

/// A table for spreadsheets as CSV by RFC 4180: UTF-8 with a byte order mark (Excel reads it
/// wrongly without one), CRLF, quotes where a cell needs them. Cells that a spreadsheet would
/// take for a formula are guarded().
QByteArray toCsv(const QStringList &header, const QList<QStringList> &rows);

/// The same for the clipboard: tabs, no byte order mark, no header where it is empty. Cells with
/// tabs, line breaks or quotes are quoted, as spreadsheets do it themselves.
QString toTsv(const QStringList &header, const QList<QStringList> &rows);

/// A text that a spreadsheet shows and never runs: one that begins with = + - @, a tab or a
/// line break, and is no plain number, gets an apostrophe before it (which is how a person
/// would type it). One that begins with apostrophes and then such a character gets one more, so
/// that unguarded() always gives the first text back.
QString guarded(const QString &text);
/// Without the apostrophe that guarded() or a person put there.
QString unguarded(const QString &text);

} // namespace sheet
