// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/keys/mapwords.h"

#include "batch/wording.h"

namespace config {

QString MapWords::found(const Node &node)
{
    switch (node.kind) {
    case Node::Kind::Null:
        return tr("nothing");
    case Node::Kind::Plain:
        if (isNumber(node.text))
            return tr("the number %1").arg(node.text);
        return tr("\"%1\"").arg(batch::shortened(node.text));
    case Node::Kind::Text:
        if (node.text.trimmed().isEmpty())
            return tr("an empty text");
        if (isNumber(node.text))
            return tr("the text \"%1\" in quotes").arg(node.text);
        return tr("\"%1\"").arg(batch::shortened(node.text));
    case Node::Kind::List:
        return tr("a list");
    case Node::Kind::Map:
        return tr("a mapping of keys to values");
    }
    return {};
}

QString MapWords::expected(const QString &what, const Node &node)
{
    return tr("Expected %1, but found %2.").arg(what, found(node));
}

QString MapWords::missing(const QString &key, const QString &what)
{
    return tr("%1 is missing. Expected %2.").arg(key, what);
}

QString MapWords::wrongKey(const QString &key, const QString &what)
{
    return tr("Expected %1, but found \"%2\".").arg(what, batch::shortened(key));
}

QString MapWords::oneValue()
{
    return tr("one value, such as a text or a number");
}

QString MapWords::combination()
{
    return tr("a mapping, such as {size: small, take: 2}");
}

QString MapWords::withoutQuotes()
{
    return tr("Numbers are written without quotes.");
}

QString MapWords::tooSmall(const QString &amount)
{
    return tr("%1 counts as $0: an amount has six decimals at most.").arg(amount);
}

QString MapWords::repeated(const QString &key, int firstLine)
{
    return tr("%1 stands twice: first on line %2. Take one out.").arg(key).arg(firstLine);
}

QString MapWords::unknown(const QString &key, const QString &whose, const QString &meant)
{
    if (meant.isEmpty())
        return tr("%1 is no key of %2. It is kept and has no effect.").arg(key, whose);
    return tr("%1 is no key of %2; did you mean %3? It is kept and has no effect.")
        .arg(key, whose, meant);
}

} // namespace config
