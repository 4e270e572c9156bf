// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/encoded.h"

#include <QStringEncoder>

using sheet::Encoding;

QByteArray encoded(const QString &text, Encoding encoding, bool mark)
{
    const auto codec = [encoding] {
        switch (encoding) {
        case Encoding::Utf8:
            return "UTF-8";
        case Encoding::Utf16Le:
            return "UTF-16LE";
        case Encoding::Utf16Be:
            return "UTF-16BE";
        case Encoding::Big5:
            return "windows-950";
        case Encoding::Gb18030:
            return "GB18030";
        case Encoding::ShiftJis:
            return "Shift_JIS";
        case Encoding::Windows1252:
            return "windows-1252";
        }
        return "";
    };
    QStringEncoder encode(codec());
    const QString whole = mark ? QChar(QChar::ByteOrderMark) + text : text;
    QByteArray bytes = encode(whole);
    if (!encode.isValid() || encode.hasError())
        qFatal("The text can't be written in %s", codec());
    return bytes;
}
