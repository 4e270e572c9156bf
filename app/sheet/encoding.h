// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace sheet {

/// How the bytes of a sheet are to be read as text. A byte order mark is skipped: the encoding's
/// own, and that of UTF-8 with whichever but UTF-16.
enum class Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Big5,    ///< Traditional Chinese, as Windows writes it (code page 950)
    Gb18030, ///< Simplified Chinese; has GBK and GB 2312 in it
    ShiftJis,
    Windows1252, ///< Western Europe; has Latin-1 in it
};

/// All of them, in the order that a list shows them.
QList<Encoding> encodings();
/// What people call it, in the interface language: "Traditional Chinese (Big5)".
QString displayName(Encoding encoding);
/// The name for the command line and back: "utf-8", "utf-16le", "big5", …; also understands the
/// usual other names ("cp950", "gbk", "sjis", "latin1").
QString toKey(Encoding encoding);
std::optional<Encoding> encodingFromKey(const QString &key);

/// Whether this system's Qt can read it: the Asian encodings come with ICU.
bool isSupported(Encoding encoding);

/// The bytes as text, without a byte order mark. What the encoding has no character for becomes
/// U+FFFD. Empty where the encoding is not supported.
QString decoded(QByteArrayView bytes, Encoding encoding);

} // namespace sheet
