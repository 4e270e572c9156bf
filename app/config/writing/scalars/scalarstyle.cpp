// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/scalars/scalarstyle.h"

#include "config/reading/tree/node.h"
#include "config/writing/scalars/folding.h"

#include <algorithm>

namespace config {

namespace {

ScalarStyle::Kind kindOf(QByteArrayView scalar)
{
    switch (scalar.isEmpty() ? '\0' : scalar.front()) {
    case '\'':
        return ScalarStyle::Kind::Single;
    case '"':
        return ScalarStyle::Kind::Double;
    case '|':
        return ScalarStyle::Kind::Literal;
    case '>':
        return ScalarStyle::Kind::Folded;
    default:
        return ScalarStyle::Kind::Plain;
    }
}

qsizetype indentOf(QStringView line)
{
    qsizetype spaces = 0;
    while (spaces < line.size() && line[spaces] == u' ')
        ++spaces;
    return spaces;
}

/// What stands between the sign of a block and its text: digit, `+` or `-`, comment.
void readHeader(ScalarStyle &style, QByteArrayView header)
{
    qsizetype at = 1;
    while (at < header.size() && QByteArrayView("+-0123456789").contains(header[at])) {
        style.keepsEnd = style.keepsEnd || header[at] == '+';
        style.saysIndent = style.saysIndent || (header[at] >= '0' && header[at] <= '9');
        ++at;
    }
    const QByteArrayView rest = header.sliced(at);
    if (rest.trimmed().startsWith('#')) {
        style.comment = rest.toByteArray();
        if (style.comment.endsWith('\r'))
            style.comment.chop(1);
    }
}

} // namespace

ScalarStyle ScalarStyle::of(QByteArrayView scalar, int column)
{
    ScalarStyle style;
    style.kind = kindOf(scalar);
    const qsizetype newline = scalar.indexOf('\n');
    if (style.isBlock())
        readHeader(style, newline < 0 ? scalar : scalar.first(newline));
    if (newline < 0)
        return style;

    QStringList lines = textFromUtf8(scalar.sliced(newline + 1)).split(u'\n');
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    const auto first = std::find_if(lines.begin(), lines.end(),
                                    [](const QString &line) { return !line.trimmed().isEmpty(); });
    const qsizetype indent = first == lines.end() ? 0 : indentOf(*first);
    style.indent = std::max(1, int(indent) - column);
    for (const QString &line : lines) {
        style.width = std::max(style.width, columnsOf(line));
        style.lines.append(line.sliced(std::min(indent, indentOf(line))));
    }
    return style;
}

} // namespace config
