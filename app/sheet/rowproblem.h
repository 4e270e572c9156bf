// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/problem.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace sheet {

/// Something wrong with a row: where, what, and what to do, in the interface language.
struct RowProblem
{
    int row = 0;    ///< as a spreadsheet counts
    int line = 0;   ///< in the text, from 1
    QString column; ///< as people call it; empty: the row as a whole
    QString message;
    batch::Severity severity = batch::Severity::Error; ///< an error: the row makes no job

    /// "Row 7 (line 12), “Width”: …"; the line only where it is another number.
    QString toText() const;

    friend bool operator==(const RowProblem &, const RowProblem &) = default;
};

/// Their texts, one for all rows that share a problem: a slip in what all rows share is one line,
/// not a thousand. "Rows 2, 3, 4, 5 and 116 more: …". In the order of the first of each.
QStringList toTexts(const QList<RowProblem> &problems);

} // namespace sheet
