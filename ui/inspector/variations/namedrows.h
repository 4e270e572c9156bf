// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

class QLineEdit;
class QVBoxLayout;
class QWidget;

namespace ui {

/// Where rows that stand for names go when the names change: for each of `after` the place of the
/// row in `before` that shows it from now on; -1 for a new one. A row stays with its name. Rows
/// whose names are gone stand for the new names: something was called otherwise.
QList<qsizetype> followedRows(const QStringList &before, const QStringList &after);

/// Puts a row in its place, where it doesn't stand there already.
void placeRow(QVBoxLayout *layout, int place, QWidget *row);

/// Shows the text, but takes nothing from a person who is typing: what was typed since the last
/// time is left alone.
void showUntyped(QLineEdit *line, const QString &text);

} // namespace ui
