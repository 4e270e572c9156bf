// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/yamltext.h"

#include "config/writing/scalars/quoting.h"
#include "config/writing/scalars/scalartext.h"

using namespace Qt::StringLiterals;

namespace config {

namespace {

ScalarStyle usualStyle(const Node &value, const YamlHabits &habits)
{
    ScalarStyle style;
    style.kind = value.text.contains(u'\n') ? ScalarStyle::Kind::Literal : habits.texts;
    return style;
}

/// The entries of a mapping, the first without indentation.
QByteArray mapText(const Node &map, int column, const YamlHabits &habits)
{
    QByteArray result;
    for (size_t i = 0; i < map.entries.size(); ++i) {
        if (i > 0)
            result += QByteArray(column, ' ');
        result += yamlEntry(map.entries[i].key, *map.entries[i].value, column, habits);
    }
    return result;
}

QByteArray listText(const Node &list, int column, const YamlHabits &habits)
{
    QByteArray result;
    for (const NodePtr &item : list.items)
        result += QByteArray(column, ' ') + '-' + yamlValue(*item, column, true, habits);
    return result;
}

} // namespace

QByteArray yamlValue(const Node &value, int column, bool inList, const YamlHabits &habits,
                     const std::optional<ScalarStyle> &style)
{
    if (value.kind == Node::Kind::List && isFilled(value))
        return '\n' + listText(value, column + (inList ? 2 : habits.listIndent), habits);
    if (value.kind == Node::Kind::Map && isFilled(value)) {
        if (inList)
            return ' ' + mapText(value, column + 2, habits);
        const int inner = column + habits.step;
        return '\n' + QByteArray(inner, ' ') + mapText(value, inner, habits);
    }
    if (value.kind == Node::Kind::List)
        return " []\n";
    if (value.kind == Node::Kind::Map)
        return " {}\n";
    const ScalarText text =
        scalarText(value, style.value_or(usualStyle(value, habits)), {column, inList, false});
    return ' ' + text.first + '\n' + text.below;
}

QByteArray yamlEntry(const QString &key, const Node &value, int column, const YamlHabits &habits,
                     const std::optional<ScalarStyle> &style)
{
    return yamlKey(key) + ':' + yamlValue(value, column, false, habits, style);
}

QByteArray yamlLine(const Node &value, const ScalarStyle &style)
{
    QByteArray inside;
    if (value.kind == Node::Kind::List) {
        for (const NodePtr &item : value.items)
            inside += (inside.isEmpty() ? "" : ", ") + yamlLine(*item, style);
        return '[' + inside + ']';
    }
    if (value.kind == Node::Kind::Map) {
        for (const Entry &entry : value.entries) {
            inside += (inside.isEmpty() ? "" : ", ") + yamlKey(entry.key) + ": "
                + yamlLine(*entry.value, style);
        }
        return '{' + inside + '}';
    }
    return scalarText(value, style, {0, false, true}).first;
}

QByteArray yamlKey(const QString &key)
{
    return isPlainSafeInFlow(key) ? key.toUtf8() : doubleQuoted(key);
}

ScalarStyle promptStyle(const QString &text)
{
    constexpr qsizetype longPrompt = 60;
    ScalarStyle style;
    const QStringView body = QStringView(text).chopped(text.endsWith(u'\n') ? 1 : 0);
    if (body.contains(u'\n'))
        style.kind = ScalarStyle::Kind::Literal;
    else if (text.size() > longPrompt || text.size() > body.size())
        style.kind = ScalarStyle::Kind::Folded;
    return style;
}

} // namespace config
