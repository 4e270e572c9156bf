// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sheet {

// A text of which nobody says what it is: from the clipboard.

/// Whether it is rows of cells: some line has a tab within; or commas, semicolons or pipes cut all
/// rows into as many cells, two at least, and either the first row names fields of a job (a
/// prompt, or two of them), or a cell in quotes has several lines.
bool isTable(const QString &text);

/// The cells of a text that is one column: its lines, but where cells of several lines stand in
/// quotes, as spreadsheets write a column, each of those cells. Empty ones are left out, and so is
/// what surrounds a cell's text.
QStringList columnCells(const QString &text);

} // namespace sheet
