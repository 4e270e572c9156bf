// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/tree/node.h"

#include <QJsonArray>
#include <QLocale>
#include <QMetaType>
#include <QRegularExpression>
#include <QVariant>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace config {

namespace {

QJsonValue plainToJson(const QString &text)
{
    if (text == u"true" || text == u"True" || text == u"TRUE")
        return true;
    if (text == u"false" || text == u"False" || text == u"FALSE")
        return false;
    if (!isNumber(text))
        return text;
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    return isWhole ? QJsonValue(whole) : QJsonValue(text.toDouble());
}

NodePtr numberNode(const QJsonValue &value)
{
    // A QJsonValue tells 3 from 3.0 when it compares, so the text must, too.
    const QVariant variant = value.toVariant();
    if (variant.typeId() != QMetaType::Double)
        return plainNode(QString::number(variant.toLongLong()));
    QString text = numberText(variant.toDouble());
    if (!text.contains(u'.') && !text.contains(u'e'))
        text += u".0"_s;
    return plainNode(text);
}

} // namespace

struct Node::Seldom
{
    std::vector<Repeat> repeats;
    std::vector<Merge> merges;
};

const std::vector<Node::Repeat> &Node::repeats() const
{
    static const std::vector<Repeat> none;
    return m_seldom ? m_seldom->repeats : none;
}

const std::vector<Node::Merge> &Node::merges() const
{
    static const std::vector<Merge> none;
    return m_seldom ? m_seldom->merges : none;
}

void Node::add(Repeat repeat)
{
    if (!m_seldom)
        m_seldom = std::make_shared<Seldom>();
    m_seldom->repeats.push_back(std::move(repeat));
    hasRepeats = true;
}

void Node::add(Merge merge)
{
    if (!m_seldom)
        m_seldom = std::make_shared<Seldom>();
    m_seldom->merges.push_back(std::move(merge));
}

const Entry *Node::find(QStringView key) const
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [key](const Entry &entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

QString textFromUtf8(QByteArrayView utf8)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    if (!utf8.startsWith(mark))
        return QString::fromUtf8(utf8);
    return QChar(QChar::ByteOrderMark) + QString::fromUtf8(utf8.sliced(mark.size()));
}

NodePtr plainNode(const QString &text)
{
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::Plain;
    node->text = text;
    return node;
}

NodePtr textNode(const QString &text)
{
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::Text;
    node->text = text;
    return node;
}

NodePtr mapNode(std::vector<Entry> entries)
{
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::Map;
    node->entries = std::move(entries);
    return node;
}

NodePtr nodeFromJson(const QJsonValue &value)
{
    auto node = std::make_shared<Node>();
    switch (value.type()) {
    case QJsonValue::Bool:
        return plainNode(value.toBool() ? u"true"_s : u"false"_s);
    case QJsonValue::Double:
        return numberNode(value);
    case QJsonValue::String:
        return textNode(value.toString());
    case QJsonValue::Array: {
        node->kind = Node::Kind::List;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            node->items.push_back(nodeFromJson(item));
        return node;
    }
    case QJsonValue::Object: {
        node->kind = Node::Kind::Map;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            node->entries.push_back({it.key(), nodeFromJson(it.value()), 0});
        return node;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return node;
}

QJsonValue toJson(const Node &node)
{
    switch (node.kind) {
    case Node::Kind::Null:
        return QJsonValue::Null;
    case Node::Kind::Plain:
        return plainToJson(node.text);
    case Node::Kind::Text:
        return node.text;
    case Node::Kind::List: {
        QJsonArray array;
        for (const NodePtr &item : node.items)
            array.append(toJson(*item));
        return array;
    }
    case Node::Kind::Map: {
        std::vector<const Entry *> entries;
        entries.reserve(node.entries.size());
        for (const Entry &entry : node.entries)
            entries.push_back(&entry);
        return toObject(std::move(entries));
    }
    }
    return {};
}

QJsonObject toObject(std::vector<const Entry *> entries)
{
    // A QJsonObject is sorted: what doesn't come at its end moves all that is behind it.
    std::ranges::sort(entries, {}, &Entry::key);
    QJsonObject object;
    for (const Entry *entry : entries)
        object.insert(entry->key, toJson(*entry->value));
    return object;
}

bool sameValue(const Node &a, const Node &b)
{
    return a.kind == b.kind && a.text == b.text
        && std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                      [](const NodePtr &x, const NodePtr &y) { return sameValue(*x, *y); })
        && std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                      [](const Entry &x, const Entry &y) {
                          return x.key == y.key && sameValue(*x.value, *y.value);
                      });
}

bool isScalar(const Node &node)
{
    return node.kind == Node::Kind::Plain || node.kind == Node::Kind::Text;
}

bool isFilled(const Node &node)
{
    return !node.items.empty() || !node.entries.empty();
}

bool isNumber(QStringView plain)
{
    static const QRegularExpression pattern(
        u"^[-+]?(?:(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?$"_s);
    return pattern.match(plain.toString()).hasMatch();
}

bool isTyped(const QString &plain)
{
    return !plainToJson(plain).isString();
}

std::optional<qint64> wholeNumber(const QString &number)
{
    constexpr double exact = 9007199254740992; // 2^53
    bool isWhole = false;
    if (const qint64 whole = number.toLongLong(&isWhole); isWhole)
        return whole;
    const double value = number.toDouble();
    if (std::floor(value) == value && std::abs(value) <= exact)
        return qint64(value);
    return std::nullopt;
}

QString numberText(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace config
