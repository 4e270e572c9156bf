// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/variations/namedrows.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

QList<qsizetype> followedRows(const QStringList &before, const QStringList &after)
{
    QList<qsizetype> rows(after.size(), -1);
    QList<qsizetype> free;
    for (qsizetype i = 0; i < before.size(); ++i)
        free.append(i);
    for (qsizetype i = 0; i < after.size(); ++i) {
        const auto same = std::ranges::find_if(
            free, [&](qsizetype place) { return before.at(place) == after.at(i); });
        if (same == free.end())
            continue;
        rows[i] = *same;
        free.erase(same);
    }
    for (qsizetype &row : rows) {
        if (row < 0 && !free.isEmpty())
            row = free.takeFirst();
    }
    return rows;
}

void placeRow(QVBoxLayout *layout, int place, QWidget *row)
{
    if (layout->indexOf(row) != place)
        layout->insertWidget(place, row);
    row->show();
}

void showUntyped(QLineEdit *line, const QString &text)
{
    if (!line->isModified() && line->text() != text)
        line->setText(text);
}

} // namespace ui
