// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace batch::expansionwords {

// What is wrong with an entry, in the words for people.

QString unknownVariable(const QString &name, const QStringList &known);
/// The text keeps the braces, because the entry has no variables at all.
QString bracesStay(const QString &name);

QString noValues(const QString &axis);
QString repeatedAxis(const QString &axis);
QString repeatedValue(const QString &axis, const QString &value);
QString repeatedChoice(const QString &value);
QString notAWord(const QString &axis);
QString reservedName(const QString &axis);
QString wrongValue(const QString &axis, const QString &value, const QString &expected);
QString typeExpected();
QString pixelsExpected();
QString secondsExpected();
QString wholeExpected();

QString idleAxis(const QString &axis, const QStringList &keys);
/// Two jobs of one entry that ask for the very same; those whose seeds the takes make so; those
/// that would be called the same, by what makes them.
QString sameRequest(const QString &name, const QString &other);
QString sameSeed(const QString &name, const QString &other, int takes);
QString sameName(const QString &name, const QString &one, const QString &other);
QString takeNumber(int take);

QString noSuchAxis(const QString &axis, const QStringList &known);
QString noSuchValue(const QString &axis, const QString &value);
QString noSuchTake(int take, int takes);
QString excludesNothing();

/// One text has more than so many characters; all of a batch have.
QString longText(qint64 most);
QString muchText(qint64 most);

/// `total` jobs, where the file allows `limit` and the entries before left `budget` of them.
QString tooMany(const QString &name, qint64 total, int limit, int budget);

} // namespace batch::expansionwords
