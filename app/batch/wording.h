// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// What messages about words of a person's need.
namespace batch {

/// The known key that a misspelled one most likely stands for ("resolutoin", "imageUrl"), or
/// nothing.
QString nearMiss(const QString &key, const QStringList &known);

/// Letters to add, drop, change or swap with their neighbour to get from one word to the other.
int editDistance(const QString &a, const QString &b);

/// A text as a message quotes it: one line, at most 40 characters.
QString shortened(const QString &text);

} // namespace batch
