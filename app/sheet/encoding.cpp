// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/encoding.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

struct Known
{
    Encoding encoding;
    const char *title;
    const char *key;
    const char *codec;     ///< Qt's name
    const char *otherKeys; ///< with spaces around each
};

constexpr std::array<Known, 7> all{{
    {Encoding::Utf8, QT_TRANSLATE_NOOP("sheet::Encoding", "Unicode (UTF-8)"), "utf-8", "UTF-8",
     " utf8 utf-8-sig unicode ascii "},
    {Encoding::Utf16Le, QT_TRANSLATE_NOOP("sheet::Encoding", "Unicode (UTF-16 LE)"), "utf-16le",
     "UTF-16LE", " utf16 utf-16 utf16le ucs-2 "},
    {Encoding::Utf16Be, QT_TRANSLATE_NOOP("sheet::Encoding", "Unicode (UTF-16 BE)"), "utf-16be",
     "UTF-16BE", " utf16be "},
    {Encoding::Big5, QT_TRANSLATE_NOOP("sheet::Encoding", "Traditional Chinese (Big5)"), "big5",
     "Big5", " big-5 cp950 ms950 windows-950 "},
    {Encoding::Gb18030, QT_TRANSLATE_NOOP("sheet::Encoding", "Simplified Chinese (GB18030)"),
     "gb18030", "GB18030", " gbk gb2312 cp936 ms936 windows-936 "},
    {Encoding::ShiftJis, QT_TRANSLATE_NOOP("sheet::Encoding", "Japanese (Shift-JIS)"), "shift-jis",
     "Shift_JIS", " shift_jis sjis cp932 ms932 windows-31j "},
    {Encoding::Windows1252, QT_TRANSLATE_NOOP("sheet::Encoding", "Western Europe (Latin-1)"),
     "windows-1252", "windows-1252", " cp1252 latin1 latin-1 iso-8859-1 "},
}};

const Known &known(Encoding encoding)
{
    return *std::find_if(all.begin(), all.end(),
                         [encoding](const Known &one) { return one.encoding == encoding; });
}

QByteArrayView withoutMark(QByteArrayView bytes, Encoding encoding)
{
    const auto drop = [&bytes](QByteArrayView mark) {
        if (bytes.startsWith(mark))
            bytes = bytes.sliced(mark.size());
    };
    switch (encoding) {
    case Encoding::Utf16Le:
        drop("\xFF\xFE");
        break;
    case Encoding::Utf16Be:
        drop("\xFE\xFF");
        break;
    case Encoding::Gb18030:
        drop("\x84\x31\x95\x33");
        [[fallthrough]];
    default:
        // No text of another encoding begins with these three bytes.
        drop("\xEF\xBB\xBF");
    }
    return bytes;
}

/// ICU stands for what it can't read by U+FFFD, by ASCII's SUB, or by a character for private
/// use: no text has one of these.
bool isNoCharacter(QChar c)
{
    return c == u'\x1A' || (c >= u'\xE000' && c <= u'\xF8FF') || (c >= u'\x80' && c < u'\xA0');
}

} // namespace

QList<Encoding> encodings()
{
    QList<Encoding> list;
    for (const Known &one : all)
        list.append(one.encoding);
    return list;
}

QString displayName(Encoding encoding)
{
    return QCoreApplication::translate("sheet::Encoding", known(encoding).title);
}

QString toKey(Encoding encoding)
{
    return QString::fromLatin1(known(encoding).key);
}

std::optional<Encoding> encodingFromKey(const QString &key)
{
    const QString word = key.trimmed().toLower();
    if (word.isEmpty() || word.contains(u' '))
        return std::nullopt;
    for (const Known &one : all) {
        if (word == QLatin1StringView(one.key)
            || QLatin1StringView(one.otherKeys).contains(u' ' + word + u' '))
            return one.encoding;
    }
    return std::nullopt;
}

bool isSupported(Encoding encoding)
{
    return QStringDecoder(known(encoding).codec).isValid();
}

QString decoded(QByteArrayView bytes, Encoding encoding)
{
    QStringDecoder decode(known(encoding).codec, QStringConverter::Flag::Stateless);
    if (!decode.isValid())
        return {};
    const QByteArrayView content = withoutMark(bytes, encoding);
    const bool isLegacy = encoding == Encoding::Big5 || encoding == Encoding::Gb18030
        || encoding == Encoding::ShiftJis;
    if (!isLegacy) {
        QString text = decode(content);
        const bool isPaired = encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
        if (isPaired && content.size() % 2 == 1 && !text.endsWith(QChar::ReplacementCharacter))
            text += QChar::ReplacementCharacter;
        return text;
    }
    // ICU keeps half a character at the end for later; behind a line break there is none.
    QString text = decode(content.toByteArray() + '\n');
    text.chop(1);
    std::replace_if(text.begin(), text.end(), isNoCharacter, QChar::ReplacementCharacter);
    return text;
}

} // namespace sheet
