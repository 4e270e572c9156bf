// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace config {

/// How wide new lines become, in columns.
inline constexpr qsizetype usualWidth = 88;

/// How many columns a text takes on a screen: a Chinese character takes two.
qsizetype columnsOf(QStringView text);

/// One paragraph on several lines: a line break of a folded text is read as a space, so lines
/// can end only where a single space stands between two words.
QStringList folded(const QString &paragraph, qsizetype width);

/// The same where the paragraph stood on `before` and changed somewhere: the lines up to there
/// and from there on stay as they are.
QStringList refolded(const QString &paragraph, const QStringList &before, qsizetype width);

} // namespace config
