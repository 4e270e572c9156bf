// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/bill.h"
#include "sheet/mapping.h"
#include "sheet/table.h"
#include "sheet/tojobs.h"
#include "sheets/importcontext.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

/// The work behind an import, for the thread pool: values in, values out.
namespace ui {

/// A sheet as it was read.
struct SheetReading
{
    sheet::Dialect dialect;
    std::shared_ptr<const sheet::Table> table; ///< null: see `fault`
    sheet::Mapping guess;                      ///< what its columns most likely are
    QString fault;                             ///< why it can't be read, for people
};

/// Without a dialect, the one that the bytes most likely have.
SheetReading readSheet(const QByteArray &bytes, const std::optional<sheet::Dialect> &dialect);

/// One job as the table of jobs will show it.
struct PreviewRow
{
    QString name;
    QString prompt;
    QString size;
    QString cost; ///< "$0.04"; a guess is "≈ $0.05"
    QString row;  ///< of the sheet, as a spreadsheet counts
    QStringList problems;
    bool enabled = true;
    bool isRefused = false; ///< one of the problems is an error: a run would leave it out

    friend bool operator==(const PreviewRow &, const PreviewRow &) = default;
};

struct ImportQuestion
{
    std::shared_ptr<const sheet::Table> table;
    sheet::Mapping mapping;
    sheet::Template pattern;
    ImportContext context;
};

/// What an import would bring.
struct ImportAnswer
{
    QList<batch::JobSource> jobs; ///< to insert; rows that make none are not among them
    int made = 0;                 ///< how many jobs these make
    int refused = 0;              ///< of those: with errors that their models' checks found
    int warned = 0;               ///< of those: with warnings alone
    int rowsLeftOut = 0;
    QList<PreviewRow> preview; ///< the first of the made jobs
    QStringList problems;      ///< of the rows that are left out, and of jobs
    batch::Bill bill;
    QString obstacle; ///< why none of it can be taken, for people; else empty

    bool canBeTaken() const { return made > 0 && obstacle.isEmpty(); }
};

/// How many jobs a preview has at most.
inline constexpr int previewLength = 100;

ImportAnswer importAnswer(const ImportQuestion &question);

} // namespace ui
