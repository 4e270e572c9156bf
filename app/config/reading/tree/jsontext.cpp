// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/tree/jsontext.h"

using namespace Qt::StringLiterals;

namespace config {

namespace {

QByteArray bracketed(char open, const QList<QByteArray> &parts, char close,
                     const JsonHabits &habits, const QByteArray &indent)
{
    if (parts.isEmpty())
        return QByteArray(1, open) + close;
    if (habits.step.isEmpty())
        return open + parts.join(habits.hasSpaces ? ", " : ",") + close;
    const QByteArray line = '\n' + indent + habits.step;
    return open + line + parts.join(',' + line) + '\n' + indent + close;
}

} // namespace

QByteArray jsonQuoted(const QString &text, const JsonHabits &habits)
{
    QString result = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\' + QString(c);
        else if (c == u'\n')
            result += u"\\n"_s;
        else if (c == u'\t')
            result += u"\\t"_s;
        else if (c < u' ' || c == QChar(0x7F) || (habits.isAscii && c > QChar(0x7F)))
            result += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            result += c;
    }
    return (result + u'"').toUtf8();
}

QByteArray jsonValue(const Node &node, const JsonHabits &habits, const QByteArray &indent)
{
    const QByteArray inner = indent + habits.step;
    QList<QByteArray> parts;
    switch (node.kind) {
    case Node::Kind::Null:
        return "null";
    case Node::Kind::Plain:
        return node.text.toUtf8();
    case Node::Kind::Text:
        return jsonQuoted(node.text, habits);
    case Node::Kind::List:
        for (const NodePtr &item : node.items)
            parts.append(jsonValue(*item, habits, inner));
        return bracketed('[', parts, ']', habits, indent);
    case Node::Kind::Map:
        for (const Entry &entry : node.entries) {
            parts.append(jsonQuoted(entry.key, habits) + (habits.hasSpaces ? ": " : ":")
                         + jsonValue(*entry.value, habits, inner));
        }
        return bracketed('{', parts, '}', habits, indent);
    }
    return {};
}

} // namespace config
