// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// The job table as spreadsheets get it, from a file or through the clipboard.
namespace ui {

class BatchDocument;
class RunSession;

/// A row of the job table as values.
struct ExportRow
{
    batch::Job job;                  ///< as it is made: variables are in the texts
    QString state;                   ///< in the interface language, as the table shows it
    std::optional<batch::Cost> cost; ///< what it cost, or will; nothing: not known
    bool guess = false;              ///< that figure is a guess
    QString resultFile;              ///< path; empty: none
};

/// What the table shows of a job that the document makes. The session may be null.
ExportRow exportRow(const BatchDocument &document, const RunSession *session,
                    const batch::Job &job);

/// The columns of an exported table: name, type, model, prompt, size (width, height, aspect
/// ratio, resolution), duration, seed, negative prompt, image, state, cost in USD, result file.
/// The ones that no row fills are left out, but for name, type, model, prompt, state and cost.
/// Headings are in the interface language and such that an import finds the fields again.
struct ExportTable
{
    QStringList header;
    QList<QStringList> rows;
};

ExportTable exportTable(const QList<ExportRow> &rows);

/// `File → Export as CSV…`.
QByteArray exportCsv(const QList<ExportRow> &rows);
/// Writes that to a file, whole or not at all: the answer says why not, and is empty otherwise.
/// Blocks on the disk: not for the window's thread.
QString saveExport(const QList<ExportRow> &rows, const QString &path);

/// Rows for the clipboard, with the header: pasted into a spreadsheet they are a table. Cells that
/// would run as a formula are guarded in both (sheet::guarded).
QString exportTsv(const ExportTable &table);
QString exportHtml(const ExportTable &table);

} // namespace ui
