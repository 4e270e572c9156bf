// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/writing.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

/// What a text begins with behind its apostrophes.
QChar firstBehindApostrophes(QStringView text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u'\''; });
    return first == text.end() ? QChar() : *first;
}

bool startsFormula(QChar c)
{
    return !c.isNull() && u"=+-@\t\r\n"_s.contains(c);
}

bool isPlainNumber(const QString &text)
{
    static const QRegularExpression number(u"^[+-]?\\d+(\\.\\d+)?$"_s);
    return number.match(text).hasMatch();
}

QString cellText(const QString &text, QChar separator)
{
    QString cell = guarded(text);
    // Blanks at an end would be lost in many a reader.
    const bool quote = cell.contains(separator) || cell.contains(u'"') || cell.contains(u'\n')
        || cell.contains(u'\r') || cell.startsWith(u' ') || cell.endsWith(u' ');
    if (quote)
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell;
}

QString lineOf(const QStringList &cells, QChar separator, QLatin1StringView lineBreak)
{
    QStringList texts;
    texts.reserve(cells.size());
    for (const QString &cell : cells)
        texts.append(cellText(cell, separator));
    return texts.join(separator) + lineBreak;
}

} // namespace

QByteArray toCsv(const QStringList &header, const QList<QStringList> &rows)
{
    QByteArray bytes = "\xEF\xBB\xBF";
    bytes += lineOf(header, u',', "\r\n"_L1).toUtf8();
    for (const QStringList &row : rows)
        bytes += lineOf(row, u',', "\r\n"_L1).toUtf8();
    return bytes;
}

QString toTsv(const QStringList &header, const QList<QStringList> &rows)
{
    QString text;
    if (!header.isEmpty())
        text += lineOf(header, u'\t', "\n"_L1);
    for (const QStringList &row : rows)
        text += lineOf(row, u'\t', "\n"_L1);
    return text;
}

QString guarded(const QString &text)
{
    if (!startsFormula(firstBehindApostrophes(text)) || isPlainNumber(text))
        return text;
    return u'\'' + text;
}

QString unguarded(const QString &text)
{
    if (text.startsWith(u'\'') && startsFormula(firstBehindApostrophes(text)))
        return text.sliced(1);
    return text;
}

} // namespace sheet
