// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/variations/entryedits.h"

#include <algorithm>

namespace ui {

using batch::JobSource;

namespace {

bool isComma(QChar character)
{
    return character == u',' || character == u'，' || character == u'、';
}

/// What ends the quotation marks that begin there; null where none do.
QChar closingMark(const QString &text, qsizetype start)
{
    const QChar opening = start < text.size() ? text.at(start) : QChar();
    return opening == u'"' ? opening : opening == u'“' ? QChar(u'”') : QChar();
}

/// Where the quotation marks that begin at `start` end; -1 where there are none, or none that are
/// around a whole value.
qsizetype closingQuote(const QString &text, qsizetype start)
{
    const QChar mark = closingMark(text, start);
    const qsizetype end = mark.isNull() ? -1 : text.indexOf(mark, start + 1);
    qsizetype next = end + 1;
    while (next < text.size() && text.at(next).isSpace())
        ++next;
    return end >= 0 && (next == text.size() || isComma(text.at(next))) ? end : -1;
}

/// What stands between commas, in turn; after the last one what is left, be it nothing.
QStringList betweenCommas(const QString &text)
{
    QStringList parts;
    qsizetype start = 0;
    while (start <= text.size()) {
        qsizetype begin = start;
        while (begin < text.size() && text.at(begin).isSpace())
            ++begin;
        const qsizetype quote = closingQuote(text, begin);
        qsizetype end = qMax(quote, begin);
        while (end < text.size() && !isComma(text.at(end)))
            ++end;
        const QString quoted = quote >= 0 ? text.mid(begin + 1, quote - begin - 1) : QString();
        // Quotation marks that nothing depends on may be part of the value.
        const bool needed = std::any_of(quoted.begin(), quoted.end(), isComma);
        parts.append((needed ? quoted : text.mid(start, end - start)).simplified());
        start = end + 1;
    }
    return parts;
}

bool opensQuote(const QString &part)
{
    const QChar mark = closingMark(part, 0);
    return !mark.isNull() && part.indexOf(mark, 1) < 0;
}

} // namespace

JobSource withAxisName(JobSource entry, qsizetype axis, const QString &name)
{
    const auto isTaken = [&name](const batch::Axis &other) { return other.name == name; };
    if (name.isEmpty() || std::any_of(entry.matrix.begin(), entry.matrix.end(), isTaken))
        return entry;
    const QString before = std::exchange(entry.matrix[axis].name, name);
    for (batch::Combination &each : entry.exclude) {
        if (each.values.contains(before))
            each.values.insert(name, each.values.take(before));
    }
    return entry;
}

JobSource withAxisValues(JobSource entry, qsizetype axis, QStringList values)
{
    values.removeDuplicates();
    const QString name = entry.matrix.at(axis).name;
    entry.exclude.removeIf([&](const batch::Combination &each) {
        return each.values.contains(name) && !values.contains(each.values.value(name));
    });
    if (values.isEmpty())
        entry.matrix.removeAt(axis);
    else
        entry.matrix[axis].values = values;
    return entry;
}

JobSource withNewAxis(JobSource entry, const QString &name, const QStringList &values)
{
    const auto isTaken = [&name](const batch::Axis &other) { return other.name == name; };
    if (!name.isEmpty() && !values.isEmpty()
        && std::none_of(entry.matrix.begin(), entry.matrix.end(), isTaken)) {
        entry.matrix.append({name, values});
        entry.matrix.last().values.removeDuplicates();
    }
    return entry;
}

JobSource withTakes(JobSource entry, int takes)
{
    entry.count.reset();
    if (takes > 1)
        entry.count = takes;
    entry.exclude.removeIf(
        [takes](const batch::Combination &each) { return each.take.value_or(1) > takes; });
    return entry;
}

QStringList valuesIn(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool column = trimmed.contains(u'\n') || trimmed.contains(u'\t');
    QStringList values;
    if (column) {
        for (const QString &line : trimmed.split(u'\n'))
            values.append(line.section(u'\t', 0, 0).simplified());
    } else {
        values = betweenCommas(trimmed);
    }
    values.removeAll(QString());
    values.removeDuplicates();
    return values;
}

bool endsAValue(const QString &text)
{
    // After a quotation mark that is still open a comma may be part of the value.
    const QStringList parts = betweenCommas(text);
    return !text.isEmpty() && isComma(text.back())
        && std::none_of(parts.begin(), parts.end(), opensQuote);
}

} // namespace ui
