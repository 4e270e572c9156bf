// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/scalars/scalartext.h"

#include "config/reading/tree/yamltree.h"
#include "config/writing/scalars/folding.h"
#include "config/writing/scalars/quoting.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace config {

namespace {

constexpr qsizetype leastWidth = 20;

/// Whether another reading of what was written gives the same text, with something behind it.
bool readsBack(const ScalarText &text, const QString &value, const ScalarPlace &place)
{
    const QByteArray indent(place.inFlow ? 1 : place.column, ' ');
    QByteArray yaml = indent.isEmpty() ? QByteArray() : QByteArray("outer:\n");
    if (place.inFlow)
        yaml += indent + '[' + text.first + ", x]\n";
    else if (place.inList)
        yaml += indent + "- " + text.first + '\n' + text.below + indent + "- x\n";
    else
        yaml += indent + "k: " + text.first + '\n' + text.below + indent + "z: x\n";
    const auto tree = parseYaml(yaml);
    const Node *node = tree ? tree->root.get() : nullptr;
    if (node && !indent.isEmpty() && node->entries.size() == 1)
        node = node->entries.front().value.get();
    if (!node || node->items.size() + node->entries.size() != 2)
        return false;
    const Node &read = node->items.empty() ? *node->entries[0].value : *node->items[0];
    return (read.kind == Node::Kind::Text || read.kind == Node::Kind::Plain) && read.text == value;
}

class Writer
{
public:
    Writer(const QString &text, const ScalarStyle &style, const ScalarPlace &place)
        : m_text(text)
        , m_style(style)
        , m_place(place)
        , m_indent(place.column + (style.indent > 0 ? style.indent : 2), ' ')
        , m_width(std::max(style.width > 0 ? style.width : usualWidth, m_indent.size() + leastWidth)
                  - m_indent.size())
    {
    }

    std::optional<ScalarText> as(ScalarStyle::Kind kind) const
    {
        std::optional<ScalarText> result;
        switch (kind) {
        case ScalarStyle::Kind::Plain:
            result = plain();
            break;
        case ScalarStyle::Kind::Single:
            if (fitsSingleQuotes(m_text))
                result = onLines(singleQuoted(m_text));
            break;
        case ScalarStyle::Kind::Double:
            result = onLines(doubleQuoted(m_text));
            break;
        case ScalarStyle::Kind::Literal:
            result = block('|', m_text.split(u'\n'));
            break;
        case ScalarStyle::Kind::Folded:
            result = folded();
            break;
        }
        if (result && !readsBack(*result, m_text, m_place))
            return std::nullopt;
        return result;
    }

private:
    std::optional<ScalarText> plain() const
    {
        if (!(m_place.inFlow ? isPlainSafeInFlow(m_text) : isPlainSafe(m_text)))
            return std::nullopt;
        return onLines(m_text.toUtf8());
    }

    /// On several lines where the old text stood on several.
    ScalarText onLines(const QByteArray &text) const
    {
        if (m_style.width == 0 || m_style.isBlock() || m_place.inFlow)
            return {text, {}};
        const QStringList lines = config::folded(QString::fromUtf8(text), m_width);
        ScalarText result{lines.first().toUtf8(), {}};
        for (const QString &line : lines.mid(1))
            result.below += m_indent + line.toUtf8() + '\n';
        return result;
    }

    std::optional<ScalarText> block(char sign, QStringList lines) const
    {
        if (m_place.inFlow || m_text.trimmed().isEmpty()
            || !std::all_of(m_text.begin(), m_text.end(),
                            [](QChar c) { return isPrintable(c) || c == u'\n' || c == u'\t'; }))
            return std::nullopt;
        const bool endsLine = m_text.endsWith(u'\n');
        const bool endsBlank = m_text.endsWith(u"\n\n"_s);
        // Blank lines at the end would run into those below: only where they did so before.
        if (endsBlank && !m_style.keepsEnd)
            return std::nullopt;
        if (endsLine)
            lines.removeLast();
        ScalarText result{QByteArray(1, sign), {}};
        const auto first =
            std::find_if(lines.begin(), lines.end(), [](const QString &s) { return !s.isEmpty(); });
        const qsizetype digit = m_indent.size() - m_place.column;
        if (first->startsWith(u' ') || first->startsWith(u'\t') || m_style.saysIndent) {
            if (digit > 9)
                return std::nullopt;
            result.first += QByteArray::number(digit);
        }
        if (!endsLine)
            result.first += '-';
        else if (endsBlank)
            result.first += '+';
        for (const QString &line : std::as_const(lines))
            result.below += (line.isEmpty() ? QByteArray() : m_indent + line.toUtf8()) + '\n';
        return result;
    }

    /// A line that begins with a space: in a folded block it stays as it is, and so do the breaks
    /// around it.
    static bool isIndented(const QString &line)
    {
        return line.startsWith(u' ') || line.startsWith(u'\t');
    }

    /// A break of the text is a blank line here.
    std::optional<ScalarText> folded() const
    {
        const qsizetype end = m_text.size() - (m_text.endsWith(u'\n') ? 1 : 0);
        const QStringList paragraphs = m_text.first(end).split(u'\n');
        QStringList lines;
        bool isFolded = false; // a break below is folded away
        for (const QStringList &paragraph : linesOf(paragraphs)) {
            const bool isBlank = paragraph.join(QString()).isEmpty();
            if (!isBlank && isFolded && !isIndented(paragraph.first()))
                lines.append(QString());
            if (!isBlank)
                isFolded = !isIndented(paragraph.first());
            lines += paragraph;
        }
        if (m_text.endsWith(u'\n'))
            lines.append(QString());
        return block('>', lines);
    }

    /// The lines for each paragraph: those that stood there, where it is the same.
    QList<QStringList> linesOf(const QStringList &paragraphs) const
    {
        const QList<QStringList> before = paragraphsBefore();
        const auto isSame = [&](qsizetype now, qsizetype old) {
            return before[old].join(u' ') == paragraphs[now];
        };
        const qsizetype fewer = std::min(before.size(), paragraphs.size());
        qsizetype head = 0;
        while (head < fewer && isSame(head, head))
            ++head;
        const qsizetype more = paragraphs.size() - before.size();
        qsizetype tail = paragraphs.size();
        while (tail > head && tail - more > head && isSame(tail - 1, tail - 1 - more))
            --tail;
        QList<QStringList> result;
        for (qsizetype i = 0; i < paragraphs.size(); ++i) {
            if (i < head)
                result.append(before[i]);
            else if (i >= tail)
                result.append(before[i - more]);
            else if (isIndented(paragraphs[i]))
                result.append(QStringList(paragraphs[i]));
            else
                result.append(refolded(paragraphs[i], before.value(i), m_width));
        }
        return result;
    }

    /// The lines of each paragraph that the old folded text had.
    QList<QStringList> paragraphsBefore() const
    {
        QList<QStringList> paragraphs;
        if (m_style.kind != ScalarStyle::Kind::Folded)
            return paragraphs;
        bool isFolded = false;
        qsizetype blank = 0;
        for (const QString &line : m_style.lines) {
            if (line.isEmpty()) {
                ++blank;
                continue;
            }
            const bool isJoined = isFolded && !isIndented(line);
            if (blank > 0 || !isJoined) {
                for (qsizetype i = isJoined ? 1 : 0; i < blank; ++i)
                    paragraphs.append(QStringList(QString()));
                paragraphs.append(QStringList());
            }
            paragraphs.last().append(line);
            isFolded = !isIndented(line);
            blank = 0;
        }
        return paragraphs;
    }

    const QString &m_text;
    const ScalarStyle &m_style;
    const ScalarPlace &m_place;
    const QByteArray m_indent;
    const qsizetype m_width;
};

/// The styles to try, the nearest first.
std::vector<ScalarStyle::Kind> stylesLike(const ScalarStyle &style, const QString &text)
{
    using Kind = ScalarStyle::Kind;
    if (style.kind == Kind::Folded)
        return {Kind::Folded, Kind::Literal, Kind::Plain, Kind::Double};
    if (style.kind == Kind::Literal)
        return {Kind::Literal, Kind::Plain, Kind::Double};
    if (text.contains(u'\n') && style.kind == Kind::Plain)
        return {Kind::Literal, Kind::Double};
    if (style.kind == Kind::Single)
        return {Kind::Single, Kind::Double};
    if (style.kind == Kind::Double)
        return {Kind::Double};
    return {Kind::Plain, Kind::Double};
}

} // namespace

ScalarText scalarText(const Node &value, const ScalarStyle &style, const ScalarPlace &place)
{
    if (value.kind == Node::Kind::Null)
        return {"null", {}};
    if (value.kind != Node::Kind::Text)
        return {value.text.toUtf8(), {}};
    const Writer writer(value.text, style, place);
    for (const ScalarStyle::Kind kind : stylesLike(style, value.text)) {
        if (const auto text = writer.as(kind))
            return *text;
    }
    return {doubleQuoted(value.text), {}};
}

} // namespace config
