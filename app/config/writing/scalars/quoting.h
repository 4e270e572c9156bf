// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace config {

/// Whether a text can stand without quotes in block-style YAML and is text for every reader of
/// YAML: no number, no `yes`, no date.
bool isPlainSafe(const QString &text);
/// The same between brackets.
bool isPlainSafeInFlow(const QString &text);

/// Whether YAML allows the character outside of double quotes.
bool isPrintable(QChar c);

/// The text in quotes, on one line.
QByteArray doubleQuoted(const QString &text);
QByteArray singleQuoted(const QString &text);
/// Whether single quotes can say it on one line.
bool fitsSingleQuotes(const QString &text);

} // namespace config
