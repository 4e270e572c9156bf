// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "sheet/mapping.h"
#include "sheet/rowproblem.h"
#include "sheet/table.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace sheet {

/// What rows become where no column says otherwise.
struct Template
{
    /// Type, model, a prompt with `{variables}`, …. Without a name, rows are called "Row 12".
    batch::JobSource job;
    /// The parameters of a model whose values stay texts, even where they read like a number or
    /// true/false: its schema says so. Null: of no model.
    std::function<QStringList(const QString &model)> textParameters;
};

/// The entries that a sheet becomes in a batch, and the rows that become none.
struct Import
{
    /// One job that the entries make.
    struct Made
    {
        batch::Job job;
        int row = 0;  ///< that it comes from, as a spreadsheet counts
        int line = 0; ///< of that row
    };

    QList<batch::JobSource> jobs; ///< the entries, to be added to the batch
    QList<Made> made;             ///< what they make in the batch
    QList<RowProblem> problems;   ///< in the order of the sheet; one row may have several
    int rowsLeftOut = 0;
};

/// One entry for each row, to stand behind all that the batch has. A cell that is empty says
/// nothing: what the template says holds, or the batch's defaults and variables. A cell that
/// can't be what its column is (letters in a width), that has characters which the encoding
/// doesn't know, or a row that is longer than the header, is a problem; the row is left out. So is
/// a row that has no prompt or model from anywhere, and one of which the batch can make no job: it
/// names a variable that nobody knows, or there would be more variations than the batch allows.
///
/// What a cell says is taken literally: braces in it are no variables and no choices, unless they
/// name another column's variable or one of the batch. (An apostrophe that guards a formula is
/// taken off: writing.h.) A column that becomes a key is a variable as well where a text of the
/// template or of the defaults names it by its heading.
///
/// Names come from the name column, else from the template, with the row's variables in it, else
/// "Row 12"; where a job has such a name already, they get a number: "lamp 2"
/// (batch::NewEntries).
Import toJobs(const Table &table, const Mapping &mapping, const Template &pattern,
              const batch::BatchSource &batch = {});

} // namespace sheet
