// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/rowproblem.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sheet::RowProblem)
};

QString text(const QString &rows, const RowProblem &problem)
{
    if (problem.column.isEmpty())
        //: Rows of a sheet, and what is wrong: "Row 7: The prompt is empty."
        return Words::tr("%1: %2").arg(rows, problem.message);
    return Words::tr("%1, %2: %3").arg(rows, problem.column, problem.message);
}

QString rowText(int row, int line)
{
    return row == line ? Words::tr("Row %L1").arg(row)
                       : Words::tr("Row %L1 (line %L2)").arg(row).arg(line);
}

QString rowsText(const QList<int> &rows)
{
    constexpr qsizetype mostNamed = 4;
    QStringList named;
    for (const int row : rows.first(std::min(rows.size(), mostNamed)))
        named.append(QLocale().toString(row));
    const QString list = named.join(u", "_s);
    const int others = int(rows.size() - named.size());
    return others == 0 ? Words::tr("Rows %1").arg(list)
                       : Words::tr("Rows %1 and %Ln more", nullptr, others).arg(list);
}

/// A problem, and all rows that have it.
struct Shared
{
    RowProblem first;
    QList<int> rows;
};

} // namespace

QString RowProblem::toText() const
{
    return text(rowText(row, line), *this);
}

QStringList toTexts(const QList<RowProblem> &problems)
{
    QList<Shared> all;
    QHash<std::pair<QString, QString>, qsizetype> index;
    for (const RowProblem &problem : problems) {
        const std::pair key(problem.column, problem.message);
        const auto found = index.constFind(key);
        if (found == index.constEnd()) {
            index.insert(key, all.size());
            all.append({problem, {problem.row}});
        } else if (all[*found].rows.last() != problem.row) {
            all[*found].rows.append(problem.row);
        }
    }
    QStringList texts;
    for (const Shared &shared : std::as_const(all)) {
        texts.append(shared.rows.size() == 1 ? shared.first.toText()
                                             : text(rowsText(shared.rows), shared.first));
    }
    return texts;
}

} // namespace sheet
