// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet/encoding.h"

#include <QByteArray>
#include <QChar>
#include <QList>
#include <QString>

namespace sheet {

/// How a sheet is written down.
struct Dialect
{
    Encoding encoding = Encoding::Utf8;
    QChar separator = u',';
    bool hasHeader = true; ///< the first row names the columns
    QChar quote = u'"';    ///< null: quotes are plain text

    friend bool operator==(const Dialect &, const Dialect &) = default;
};

/// Comma, semicolon, tab and pipe: what guessDialect() chooses from.
QList<QChar> separators();
/// "Comma  ,", "Tab", in the interface language.
QString displayName(QChar separator);

/// The dialect that the bytes are most likely written in. It looks at the first 256 KB. Encoding:
/// a byte order mark, else the zero bytes of UTF-16, else valid UTF-8, else whichever of the
/// others gives the most common characters of its language. Separator: Excel's `sep=;` line, else
/// the one that cuts the first rows into the same number of cells. Header: the first row is all
/// distinct texts and none of them is a number or looks like what stands below it.
Dialect guessDialect(const QByteArray &bytes);

} // namespace sheet
