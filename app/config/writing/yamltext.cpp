// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/yamltext.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

namespace {

constexpr int step = 2;             // columns that a level is indented by
constexpr qsizetype lineWidth = 88; // in columns; a Chinese character takes two

bool isPrintable(QChar c)
{
    const char16_t code = c.unicode();
    return code >= 0x20 && code != 0x7F && !(code >= 0x80 && code < 0xA0) && code != 0x2028
        && code != 0x2029 && code != 0xFEFF;
}

/// Whether a character is as wide as two Latin ones: from the Korean letters on, nearly all are.
bool isWide(QChar c)
{
    return c.unicode() >= 0x1100 && !c.isMark();
}

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

QByteArray inlineText(const QString &text)
{
    return isPlainSafe(text) ? text.toUtf8() : doubleQuoted(text);
}

/// Whether a block scalar says this text and nothing else.
bool fitsBlock(const QString &text)
{
    if (text.trimmed().isEmpty() || text.front().isSpace() || text.endsWith(u"\n\n"_s))
        return false;
    const QStringList lines = text.split(u'\n');
    return std::all_of(lines.begin(), lines.end(), [](const QString &line) {
        return std::all_of(line.begin(), line.end(), isPrintable)
            && (line.isEmpty() || !line.back().isSpace());
    });
}

/// One paragraph on several lines: a line break of a folded block is read as a space, so lines
/// can end only where a single space stands between two words.
QStringList folded(const QString &paragraph, qsizetype width)
{
    QStringList lines;
    qsizetype begin = 0;
    qsizetype lastSpace = -1;
    qsizetype columns = 0;
    qsizetype columnsAtSpace = 0;
    for (qsizetype i = 1; i + 1 < paragraph.size(); ++i) {
        columns += isWide(paragraph[i]) ? 2 : 1;
        if (paragraph[i] == u' ' && !paragraph[i - 1].isSpace() && !paragraph[i + 1].isSpace()) {
            lastSpace = i;
            columnsAtSpace = columns;
        }
        if (columns >= width && lastSpace > begin) {
            lines.append(paragraph.sliced(begin, lastSpace - begin));
            begin = lastSpace + 1;
            columns -= columnsAtSpace;
        }
    }
    lines.append(paragraph.sliced(begin));
    return lines;
}

QByteArray blockText(const QString &text, int column)
{
    const bool endsLine = text.endsWith(u'\n');
    const QString body = endsLine ? text.chopped(1) : text;
    const bool isParagraph = !body.contains(u'\n');
    QByteArray result = isParagraph ? " >" : " |";
    if (!endsLine)
        result += '-';
    const QStringList lines =
        isParagraph ? folded(body, std::max<qsizetype>(lineWidth - column, 40)) : body.split(u'\n');
    for (const QString &line : lines) {
        result += '\n';
        if (!line.isEmpty())
            result += QByteArray(column, ' ') + line.toUtf8();
    }
    return result + '\n';
}

QByteArray valueText(const Node &value, int column, TextStyle style);

/// A list item or the value of a key, behind the dash or colon.
QByteArray mapText(const Node &map, int column)
{
    QByteArray result;
    for (size_t i = 0; i < map.entries.size(); ++i) {
        if (i > 0)
            result += QByteArray(column, ' ');
        result += yamlEntry(map.entries[i].key, *map.entries[i].value, column);
    }
    return result;
}

QByteArray listText(const Node &list, int column)
{
    QByteArray result;
    for (const NodePtr &item : list.items) {
        result += QByteArray(column, ' ') + '-';
        if (item->kind == Node::Kind::Map && !item->entries.empty())
            result += ' ' + mapText(*item, column + step);
        else
            result += valueText(*item, column, TextStyle::Line);
    }
    return result;
}

QByteArray valueText(const Node &value, int column, TextStyle style)
{
    switch (value.kind) {
    case Node::Kind::Null:
        return " null\n";
    case Node::Kind::Plain:
        return ' ' + value.text.toUtf8() + '\n';
    case Node::Kind::Text:
        if ((style == TextStyle::Block || value.text.contains(u'\n')) && fitsBlock(value.text))
            return blockText(value.text, column + step);
        return ' ' + inlineText(value.text) + '\n';
    case Node::Kind::List:
        return value.items.empty() ? QByteArray(" []\n") : '\n' + listText(value, column + step);
    case Node::Kind::Map:
        if (value.entries.empty())
            return " {}\n";
        return '\n' + QByteArray(column + step, ' ') + mapText(value, column + step);
    }
    return {};
}

} // namespace

QByteArray yamlEntry(const QString &key, const Node &value, int column, TextStyle style)
{
    return inlineText(key) + ':' + valueText(value, column, style);
}

} // namespace config
