// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/edit/treeeditor.h"

#include "config/writing/scalars/quoting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

/// `key: value` of a mapping in block style, from the key on.
QByteArray TreeEditor::newEntry(const Slot &slot, const Node &map, int column)
{
    const std::optional<ScalarStyle> style = styleForKey(slot.key, *slot.value);
    const char first = m_spans.at(m_spans.content(map));
    QByteArray key = yamlKey(slot.key);
    if (first == '"')
        key = doubleQuoted(slot.key);
    else if (first == '\'' && fitsSingleQuotes(slot.key))
        key = singleQuoted(slot.key);
    return key + ':' + yamlValue(*slot.value, column, false, m_habits, style);
}

QByteArray TreeEditor::newFlowValue(const Node &value, const ScalarStyle &style) const
{
    if (!m_isJson)
        return yamlLine(value, style);
    JsonHabits habits = m_jsonHabits;
    if (!m_isOnLines) {
        habits.step.clear();
        return jsonValue(value, habits);
    }
    const qsizetype line = m_out.lastIndexOf('\n') + 1;
    qsizetype indent = line;
    while (indent < m_out.size() && (m_out[indent] == ' ' || m_out[indent] == '\t'))
        ++indent;
    return jsonValue(value, habits, m_out.sliced(line, indent - line));
}

/// How an old text stands there; of an alias, how the text that it stands for does.
ScalarStyle TreeEditor::styleOf(const Node &scalar, int column) const
{
    ScalarStyle usual;
    usual.kind = m_habits.texts;
    if (scalar.alias) {
        const NodePtr definition = m_anchors.definitionOf(scalar);
        return definition ? styleOf(*definition, columnOf(*definition)) : usual;
    }
    if (!isScalar(scalar))
        return usual;
    const qsizetype begin = m_spans.content(scalar);
    return ScalarStyle::of(QByteArrayView(m_text).sliced(begin, m_spans.end(scalar) - begin),
                           column);
}

/// The column of the key that a value stands behind.
int TreeEditor::columnOf(const Node &value) const
{
    const qsizetype line = m_spans.lineBegin(value.at);
    qsizetype key = line;
    while (m_spans.at(key) == ' ' || (m_spans.at(key) == '-' && m_spans.at(key + 1) == ' '))
        ++key;
    return int(key - line);
}

/// The style for a new key: as the nearest neighbours have it that have the key.
ScalarStyle TreeEditor::styleForKey(const QString &key, const Node &value) const
{
    constexpr size_t farthest = 64;
    const size_t count = m_siblings ? m_siblings->items.size() : 0;
    for (size_t distance = 1; distance <= std::min(count, farthest); ++distance) {
        for (const size_t index : {m_sibling - distance, m_sibling + distance}) {
            const Entry *entry = index < count ? m_siblings->items[index]->find(key) : nullptr;
            if (entry && !entry->merged && !entry->value->alias && isScalar(*entry->value)
                && entry->value->flow == false)
                return styleOf(*entry->value, columnOf(*entry->value));
        }
    }
    if (key == u"prompt")
        return promptStyle(value.text);
    ScalarStyle style;
    style.kind = value.text.contains(u'\n') ? ScalarStyle::Kind::Literal : m_habits.texts;
    return style;
}

bool TreeEditor::hasKeyAnchor(const Part &part) const
{
    return !part.key.isEmpty() && (m_spans.at(part.begin) == '&' || m_spans.at(part.begin) == '*');
}

void TreeEditor::defineKeyAnchor(const Part &part)
{
    if (part.key.isEmpty() || m_spans.at(part.begin) != '&')
        return;
    const qsizetype end = m_spans.propertyEnd(part.begin);
    m_anchors.define(m_text.sliced(part.begin + 1, end - part.begin - 1), textNode(part.key));
}

/// What the file is like where it could have been otherwise.
void TreeEditor::learnHabits(const Tree &tree)
{
    const Entry *jobs = tree.root->find(u"jobs");
    if (m_isJson) {
        const qsizetype newline = m_text.indexOf('\n', tree.root->at);
        const qsizetype indent = newline < 0 ? newline : newline + 1;
        m_jsonHabits.step.clear();
        if (indent >= 0)
            m_jsonHabits.step = m_text.sliced(indent, m_spans.skipSpaces(indent) - indent);
        m_jsonHabits.hasSpaces = m_text.contains("\": ") || !m_text.contains("\":");
        m_jsonHabits.isAscii = m_text.contains("\\u")
            && std::all_of(m_text.begin(), m_text.end(), [](char c) { return (c & 0x80) == 0; });
        return;
    }
    if (!jobs || jobs->value->kind != Node::Kind::List || jobs->value->alias
        || jobs->value->items.empty())
        return;
    const Node &list = *jobs->value;
    if (!list.flow) {
        const qsizetype dash = m_spans.content(list);
        m_habits.listIndent = int(dash - m_spans.lineBegin(dash));
        m_habits.step = m_habits.listIndent > 0 ? m_habits.listIndent : 2;
    }
    // Where no text goes without quotes, none will.
    int plain = 0;
    for (const Entry &entry : list.items.front()->entries) {
        if (entry.merged || entry.value->alias || !isScalar(*entry.value) || entry.key == u"prompt")
            continue;
        const ScalarStyle style = styleOf(*entry.value, 0);
        if (entry.value->kind == Node::Kind::Plain)
            plain += isNumber(entry.value->text) ? 0 : 1;
        else if (!style.isBlock())
            m_habits.texts = style.kind;
    }
    if (plain > 0)
        m_habits.texts = ScalarStyle::Kind::Plain;
}

} // namespace config
