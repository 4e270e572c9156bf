// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/scalars/quoting.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/// Words that YAML readers, this one or another, take for something other than text.
bool looksTyped(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(?:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+.]?\\d.*|[-+]?\\.(?:inf|nan))$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

/// Whether a text that begins with a digit or sign is safe without quotes all the same, such as
/// 1080p or 8K 解析度.
bool isPlainDespiteDigit(const QString &text)
{
    static const QRegularExpression word(u"^\\d+[^\\d\\s.,:eExXoO_+-][^:]*$"_s);
    return word.match(text).hasMatch();
}

} // namespace

bool isPrintable(QChar c)
{
    const char16_t code = c.unicode();
    return code >= 0x20 && code != 0x7F && !(code >= 0x80 && code < 0xA0) && code != 0x2028
        && code != 0x2029 && code != 0xFEFF;
}

bool isPlainSafe(const QString &text)
{
    if (text.isEmpty() || text.front().isSpace() || text.back().isSpace())
        return false;
    if (u"-?:,[]{}#&*!|>'\"%@`"_s.contains(text.front()))
        return false;
    if (text.contains(u": "_s) || text.contains(u" #"_s) || text.endsWith(u':'))
        return false;
    if (!std::all_of(text.begin(), text.end(), isPrintable))
        return false;
    return !looksTyped(text) || isPlainDespiteDigit(text);
}

bool isPlainSafeInFlow(const QString &text)
{
    return isPlainSafe(text) && std::none_of(text.begin(), text.end(), [](QChar c) {
               return c == u',' || c == u'[' || c == u']' || c == u'{' || c == u'}';
           });
}

QByteArray doubleQuoted(const QString &text)
{
    QString quoted = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\' + QString(c);
        else if (c == u'\n')
            quoted += u"\\n"_s;
        else if (c == u'\t')
            quoted += u"\\t"_s;
        else if (!isPrintable(c))
            quoted += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            quoted += c;
    }
    return (quoted + u'"').toUtf8();
}

QByteArray singleQuoted(const QString &text)
{
    QString inside = text;
    return (u'\'' + inside.replace(u'\'', u"''"_s) + u'\'').toUtf8();
}

bool fitsSingleQuotes(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return isPrintable(c) || c == u'\t'; });
}

} // namespace config
