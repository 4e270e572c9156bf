// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/edit/treeeditor.h"

#include <algorithm>
#include <utility>

namespace config {

TreeEditor::TreeEditor(const QByteArray &text, bool isJson, const Tree &tree,
                       const WantedTree &wanted)
    : m_spans(text)
    , m_text(m_spans.text())
    , m_wanted(wanted)
    , m_root(tree.root)
    , m_isJson(isJson)
    , m_hasReferences(tree.references)
    , m_anchors(m_spans, m_hasReferences ? tree.root : nullptr)
{
    learnHabits(tree);
}

QByteArray TreeEditor::run()
{
    m_out.reserve(m_text.size() + m_text.size() / 8);
    if (m_spans.hasBrackets(*m_root)) {
        keep(0, m_spans.content(*m_root));
        flow(*m_root, *m_wanted.root);
        keep(m_spans.end(*m_root), m_text.size());
    } else {
        block(*m_root, *m_wanted.root, 0, m_text.size(), true);
    }
    return std::move(m_out);
}

/// Writes what follows a colon or dash: the value, and the rest of its lines up to `lineEnd`.
void TreeEditor::value(const Part &part, const NodePtr &now, const ScalarPlace &place,
                       qsizetype lineEnd)
{
    const Node &old = *part.node;
    const bool isLostAlias = old.alias && !m_anchors.says(m_spans.anchor(old), *now);
    if (!isLostAlias && staysCollection(old, *now))
        keepCollection(part, now, place, lineEnd);
    else if (!isLostAlias && (old.alias || isSame(old, *now)))
        keepValue(part, now, lineEnd);
    else if (place.inFlow)
        replaceInFlow(part, now);
    else
        replaceValue(part, now, place, lineEnd);
}

bool TreeEditor::isSame(const Node &old, const Node &now) const
{
    if (&old == &now || sameValue(old, now))
        return true;
    // A plain word may be meant as text, as most keys take it.
    return m_isCopy && old.kind == Node::Kind::Plain && now.kind == Node::Kind::Text
        && old.text == now.text && !isTyped(old.text);
}

/// Whether the old list or mapping is edited item by item.
bool TreeEditor::staysCollection(const Node &old, const Node &now) const
{
    if (old.alias || old.kind != now.kind || !isFilled(old))
        return false;
    const bool hasBrackets = m_spans.hasBrackets(old);
    if (isFilled(now))
        return !old.flow || hasBrackets;
    return !m_isCopy && hasBrackets && hasOwnComments(m_spans, old);
}

/// Where the items of a list or mapping in block style begin: below the line of the key with tag
/// and anchor, or, those of a mapping behind a dash, right there.
qsizetype TreeEditor::linesBegin(const Part &part) const
{
    return std::min(m_spans.nextLine(part.gap), m_spans.content(*part.node));
}

void TreeEditor::keepCollection(const Part &part, const NodePtr &now, const ScalarPlace &place,
                                qsizetype lineEnd)
{
    const Node &old = *part.node;
    if (old.flow) {
        m_out += properties(part, now, part.gap, m_spans.content(old));
        flow(old, *now);
        if (!m_isCopy)
            keep(part.end, lineEnd);
        else if (!place.inFlow)
            endLine(part.end);
        return;
    }
    const qsizetype begin = linesBegin(part);
    m_out += properties(part, now, part.gap, begin);
    block(old, *now, begin, lineEnd, false);
}

void TreeEditor::keepValue(const Part &part, const NodePtr &now, qsizetype lineEnd)
{
    const Node &old = *part.node;
    m_keepsBlankLines = m_spans.keepsBlankLines(old);
    const bool hasProperties = old.kind != Node::Kind::Null && !old.alias;
    const qsizetype content = hasProperties ? m_spans.content(old) : part.gap;
    m_out += properties(part, now, part.gap, content);
    if (!m_isCopy) {
        keep(content, lineEnd);
        return;
    }
    keep(content, part.end);
    if (lineEnd <= part.end)
        return;
    // The last of the blank lines that a text keeps is one of its own.
    if (m_keepsBlankLines)
        keep(part.end, m_spans.nextLine(part.end));
    endLine(part.end);
}

/// Tag and anchor with the space around them, as they are to stand before `now`.
QByteArray TreeEditor::properties(const Part &part, const NodePtr &now, qsizetype begin,
                                  qsizetype end)
{
    QByteArray text = m_text.sliced(begin, end - begin);
    if (m_isCopy) {
        const qsizetype newline = text.indexOf('\n');
        const bool isRestOfLine = newline < 0 ? end == m_text.size() : newline == text.size() - 1;
        text = withoutComments(text);
        if (isRestOfLine && !text.endsWith('\n'))
            text += lineBreakAt(begin);
    }
    if (part.node->alias || !m_hasReferences)
        return text;
    const QByteArray name = m_spans.anchor(*part.node);
    if (name.isEmpty())
        return text;
    if (!m_isCopy && !m_anchors.says(name, *now)) {
        m_anchors.define(name, now);
        return text;
    }
    // The new text has the anchor already, further up.
    const qsizetype at = text.indexOf('&' + name);
    qsizetype behind = at + 1 + name.size();
    while (behind < text.size() && text[behind] == ' ')
        ++behind;
    return at < 0 ? text : text.remove(at, behind - at);
}

void TreeEditor::keep(qsizetype begin, qsizetype end)
{
    if (begin < end)
        m_out += QByteArrayView(m_text).sliced(begin, end - begin);
}

void TreeEditor::add(const QByteArray &text, qsizetype near)
{
    // A file may be one long line.
    if (!text.contains('\n')) {
        m_out += text;
        return;
    }
    const QByteArray lineBreak = lineBreakAt(near);
    QByteArray lines = text;
    m_out += lineBreak == "\n" ? lines : lines.replace("\n", lineBreak);
}

void TreeEditor::endLine(qsizetype near)
{
    if (!m_out.isEmpty() && !m_out.endsWith('\n'))
        m_out += lineBreakAt(near);
}

QByteArray TreeEditor::lineBreakAt(qsizetype near) const
{
    qsizetype newline = m_text.indexOf('\n', near);
    if (newline < 0)
        newline = m_text.lastIndexOf('\n');
    return newline > 0 && m_text[newline - 1] == '\r' ? "\r\n" : "\n";
}

tl::expected<QByteArray, qsizetype> editedText(const QByteArray &text, bool isJson,
                                               const Tree &tree, const WantedTree &wanted)
{
    try {
        return TreeEditor(text, isJson, tree, wanted).run();
    } catch (const LostTrack &lost) {
        return tl::unexpected(lost.at);
    }
}

} // namespace config
