// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/jsontext.h"

using namespace Qt::StringLiterals;

namespace config {

namespace {

QByteArray quoted(const QString &text)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\' + QString(c);
        else if (c == u'\n')
            result += u"\\n"_s;
        else if (c == u'\t')
            result += u"\\t"_s;
        else if (c < u' ' || c == QChar(0x7F))
            result += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            result += c;
    }
    return (result + u'"').toUtf8();
}

QByteArray valueText(const Node &node, int indent, int depth)
{
    const QByteArray newline = '\n' + QByteArray(indent * (depth + 1), ' ');
    const QByteArray lastLine = '\n' + QByteArray(indent * depth, ' ');
    QByteArray result;
    switch (node.kind) {
    case Node::Kind::Null:
        return "null";
    case Node::Kind::Plain:
        return node.text.toUtf8();
    case Node::Kind::Text:
        return quoted(node.text);
    case Node::Kind::List:
        for (const NodePtr &item : node.items)
            result += (result.isEmpty() ? "" : ",") + newline + valueText(*item, indent, depth + 1);
        return node.items.empty() ? QByteArray("[]") : '[' + result + lastLine + ']';
    case Node::Kind::Map:
        for (const Entry &entry : node.entries) {
            result += (result.isEmpty() ? "" : ",") + newline + quoted(entry.key) + ": "
                + valueText(*entry.value, indent, depth + 1);
        }
        return node.entries.empty() ? QByteArray("{}") : '{' + result + lastLine + '}';
    }
    return {};
}

} // namespace

QByteArray jsonText(const Node &root, int indent)
{
    return valueText(root, indent, 0) + '\n';
}

} // namespace config
