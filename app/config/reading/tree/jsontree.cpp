// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/tree/jsontree.h"

#include "config/reading/limits.h"
#include "config/reading/tree/keytexts.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/// Walks text that QJsonDocument has found to be valid, because that one forgets where values
/// stand, in which order, and that a key stood twice.
class JsonWalk
{
public:
    explicit JsonWalk(const QByteArray &text)
        : m_text(text)
    {
    }

    NodePtr value()
    {
        skipSpace();
        auto node = std::make_shared<Node>();
        node->at = int(m_at);
        switch (peek()) {
        case '{':
            readMap(*node);
            break;
        case '[':
            readList(*node);
            break;
        case '"':
            node->kind = Node::Kind::Text;
            node->text = string();
            break;
        default:
            node->text = word();
            node->kind = node->text == u"null" ? Node::Kind::Null : Node::Kind::Plain;
        }
        return node;
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
            ++m_at;
    }

    /// Past an opening bracket or a comma; false at the closing bracket, which is passed too.
    bool nextItem(char close)
    {
        ++m_at;
        skipSpace();
        if (peek() != close)
            return true;
        ++m_at;
        return false;
    }

    void readMap(Node &node)
    {
        node.kind = Node::Kind::Map;
        node.flow = true;
        QHash<QString, int> seen;
        while (nextItem('}')) {
            const int at = int(m_at);
            const QString key = this->key();
            skipSpace();
            ++m_at; // the colon
            const NodePtr item = value();
            skipSpace();
            node.size += item->size;
            node.hasRepeats = node.hasRepeats || item->hasRepeats;
            if (const auto first = seen.constFind(key); first != seen.constEnd()) {
                node.add(Node::Repeat{key, *first, at});
            } else {
                seen.insert(key, at);
                node.entries.push_back({key, item, at});
            }
            if (peek() == '}') {
                ++m_at;
                return;
            }
        }
    }

    void readList(Node &node)
    {
        node.kind = Node::Kind::List;
        node.flow = true;
        while (nextItem(']')) {
            node.items.push_back(value());
            node.size += node.items.back()->size;
            node.hasRepeats = node.hasRepeats || node.items.back()->hasRepeats;
            skipSpace();
            if (peek() == ']') {
                ++m_at;
                return;
            }
        }
    }

    QString word()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !QByteArrayView(" \t\r\n,]}").contains(m_text[m_at]))
            ++m_at;
        return QString::fromUtf8(m_text.sliced(start, m_at - start));
    }

    QString key()
    {
        const qsizetype end = m_text.indexOf('"', m_at + 1);
        const QByteArrayView utf8 = QByteArrayView(m_text).sliced(m_at + 1, end - m_at - 1);
        if (utf8.contains('\\'))
            return string();
        m_at = end + 1;
        return m_keys.of(utf8);
    }

    QString string()
    {
        QString result;
        qsizetype start = ++m_at;
        while (m_at < m_text.size() && peek() != '"') {
            if (peek() != '\\') {
                ++m_at;
                continue;
            }
            result += textFromUtf8(m_text.sliced(start, m_at - start));
            result += escape();
            start = m_at;
        }
        result += textFromUtf8(m_text.sliced(start, m_at - start));
        ++m_at;
        return result;
    }

    QChar escape()
    {
        const char letter = m_text.at(m_at + 1);
        m_at += 2;
        switch (letter) {
        case 'b':
            return u'\b';
        case 'f':
            return u'\f';
        case 'n':
            return u'\n';
        case 'r':
            return u'\r';
        case 't':
            return u'\t';
        case 'u': {
            const QByteArray digits = m_text.mid(m_at, 4);
            m_at += 4;
            return QChar(digits.toUShort(nullptr, 16));
        }
        default:
            return QLatin1Char(letter);
        }
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    KeyTexts m_keys;
};

/// The place behind so many values that no batch has as many; -1: there are fewer. Counts before
/// anything is parsed: Qt takes many times the memory of a text of commas.
qsizetype tooManyValuesAt(const QByteArray &text)
{
    qsizetype count = 0;
    bool isText = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isText && c == '\\')
            ++at;
        else if (c == '"')
            isText = !isText;
        else if (!isText && (c == ',' || c == ':' || c == '[' || c == '{')
                 && ++count > limits::nodes)
            return at;
    }
    return -1;
}

class SyntaxError
{
    Q_DECLARE_TR_FUNCTIONS(config::JsonTree)

public:
    static TreeError from(const QJsonParseError &error, const QByteArray &text)
    {
        const qsizetype at = placeOf(error, text);
        const qsizetype comma = commaBefore(text, at);
        if (comma >= 0)
            return {int(comma), tr("A comma stands before a closing bracket. Take it out.")};
        return {int(at), tr("This is no valid JSON (%1).").arg(error.errorString())};
    }

    static TreeError tooMany(qsizetype at)
    {
        return {int(at), tr("This file holds too many values.")};
    }

private:
    /// Qt counts to behind what it could not take, except at the ends of the text.
    static qsizetype placeOf(const QJsonParseError &error, const QByteArray &text)
    {
        const qsizetype at = std::clamp(qsizetype(error.offset), qsizetype(0), text.size());
        if (at == 0 || at == text.size() || error.error == QJsonParseError::GarbageAtEnd)
            return at;
        return skipSpace(text, at - 1, 1);
    }

    static qsizetype skipSpace(const QByteArray &text, qsizetype from, qsizetype step)
    {
        while (from >= 0 && from < text.size() && QByteArrayView(" \t\r\n").contains(text[from]))
            from += step;
        return from;
    }

    /// The place of a comma that stands right before a closing bracket near `at`; -1: none. Where
    /// Qt reports the mistake (at the comma, the bracket or behind it) differs by context.
    static qsizetype commaBefore(const QByteArray &text, qsizetype at)
    {
        const auto has = [&text](qsizetype where, QByteArrayView any) {
            return where >= 0 && where < text.size() && any.contains(text[where]);
        };
        for (qsizetype close :
             {skipSpace(text, at, 1), skipSpace(text, at + 1, 1), skipSpace(text, at - 1, -1)}) {
            const qsizetype comma = skipSpace(text, close - 1, -1);
            if (has(close, "]}") && has(comma, ","))
                return comma;
        }
        return -1;
    }
};

} // namespace

tl::expected<Tree, TreeError> parseJson(const QByteArray &text)
{
    if (text.trimmed().isEmpty())
        return Tree{};
    if (const qsizetype at = tooManyValuesAt(text); at >= 0)
        return tl::unexpected(SyntaxError::tooMany(at));
    QJsonParseError error;
    QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(SyntaxError::from(error, text));
    return Tree{JsonWalk(text).value(), false};
}

} // namespace config
