// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/mapreader.h"

#include "config/reading/nearmiss.h"

#include <QCoreApplication>

#include <climits>
#include <cmath>

using namespace Qt::StringLiterals;

namespace config {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(config::MapReader)

public:
    static QString found(const Node &node)
    {
        switch (node.kind) {
        case Node::Kind::Null:
            return tr("nothing");
        case Node::Kind::Plain:
            if (isNumber(node.text))
                return tr("the number %1").arg(node.text);
            return tr("\"%1\"").arg(shortened(node.text));
        case Node::Kind::Text:
            if (node.text.trimmed().isEmpty())
                return tr("an empty text");
            if (isNumber(node.text))
                return tr("the text \"%1\" in quotes").arg(node.text);
            return tr("\"%1\"").arg(shortened(node.text));
        case Node::Kind::List:
            return tr("a list");
        case Node::Kind::Map:
            return tr("a mapping of keys to values");
        }
        return {};
    }

    static QString expected(const QString &what, const Node &node)
    {
        return tr("Expected %1, but found %2.").arg(what, found(node));
    }
    static QString missing(const QString &key, const QString &what)
    {
        return tr("%1 is missing. Expected %2.").arg(key, what);
    }
    static QString withoutQuotes() { return tr("Numbers are written without quotes."); }
    static QString repeated(const QString &key, int firstLine)
    {
        return tr("%1 stands twice: first on line %2. Take one out.").arg(key).arg(firstLine);
    }
    static QString unknown(const QString &key, const QString &whose, const QString &meant)
    {
        if (meant.isEmpty())
            return tr("%1 is no key of %2. It is kept and has no effect.").arg(key, whose);
        return tr("%1 is no key of %2; did you mean %3? It is kept and has no effect.")
            .arg(key, whose, meant);
    }

private:
    static QString shortened(const QString &text)
    {
        const QString line = text.simplified();
        return line.size() <= 40 ? line : line.first(39) + u'…';
    }
};

} // namespace

MapReader::MapReader(const Node &map, Format format, const QString &path, Findings &findings)
    : m_map(map)
    , m_format(format)
    , m_path(path)
    , m_findings(findings)
{
    for (const Node::Repeat &repeat : map.repeats) {
        m_findings.error(repeat.again, m_path + repeat.key,
                         Words::repeated(repeat.key, m_findings.lineOf(repeat.first)));
    }
}

std::optional<QString> MapReader::text(const QString &key, const QString &expected)
{
    const Node *value = node(key);
    if (!value)
        return std::nullopt;
    // YAML needs no quotes, so a name such as 2024 is text there.
    if (value->kind == Node::Kind::Text
        || (value->kind == Node::Kind::Plain && m_format == Format::Yaml))
        return value->text;
    wrong(key, expected);
    return std::nullopt;
}

std::optional<int> MapReader::whole(const QString &key, const QString &expected)
{
    const auto result = largeWhole(key, expected);
    if (!result)
        return std::nullopt;
    if (*result >= INT_MIN && *result <= INT_MAX)
        return static_cast<int>(*result);
    wrong(key, expected);
    return std::nullopt;
}

std::optional<qint64> MapReader::largeWhole(const QString &key, const QString &expected)
{
    const Node *value = plain(key, expected);
    if (!value)
        return std::nullopt;
    bool ok = false;
    const qint64 result = value->text.toLongLong(&ok);
    if (ok && isNumber(value->text))
        return result;
    wrong(key, expected);
    return std::nullopt;
}

std::optional<double> MapReader::number(const QString &key, const QString &expected)
{
    const Node *value = plain(key, expected);
    if (!value)
        return std::nullopt;
    const double result = value->text.toDouble();
    if (isNumber(value->text) && std::isfinite(result))
        return result;
    wrong(key, expected);
    return std::nullopt;
}

std::optional<bool> MapReader::flag(const QString &key, const QString &expected)
{
    const Node *value = node(key);
    if (!value)
        return std::nullopt;
    if (value->kind == Node::Kind::Plain) {
        const QString word = value->text.toLower();
        if (word == u"true" || word == u"yes" || word == u"on")
            return true;
        if (word == u"false" || word == u"no" || word == u"off")
            return false;
    }
    wrong(key, expected);
    return std::nullopt;
}

std::optional<batch::Cost> MapReader::money(const QString &key, const QString &expected)
{
    const Node *value = node(key);
    if (!value)
        return std::nullopt;
    if (const auto cost = batch::Cost::fromDecimal(value->text))
        return cost;
    wrong(key, expected);
    return std::nullopt;
}

std::optional<QJsonObject> MapReader::object(const QString &key, const QString &expected)
{
    const Node *value = node(key);
    if (!value)
        return std::nullopt;
    if (value->kind != Node::Kind::Map) {
        wrong(key, expected);
        return std::nullopt;
    }
    reportRepeats(*value, m_path + key + u'.');
    return toJson(*value).toObject();
}

const Node *MapReader::node(const QString &key)
{
    m_known.append(key);
    const Entry *entry = m_map.find(key);
    return entry ? entry->value.get() : nullptr;
}

QString MapReader::requiredText(const QString &key, const QString &expected)
{
    if (!m_map.find(key)) {
        missing(key, expected);
        m_known.append(key);
        return {};
    }
    return text(key, expected).value_or(QString());
}

void MapReader::missing(const QString &key, const QString &expected)
{
    m_findings.error(m_map.at, m_path + key, Words::missing(key, expected));
}

void MapReader::wrong(const QString &key, const QString &expected)
{
    const Node &value = *m_map.find(key)->value;
    QString message = Words::expected(expected, value);
    if (value.kind == Node::Kind::Text && isNumber(value.text))
        message += u' ' + Words::withoutQuotes();
    m_findings.error(value.at, m_path + key, message);
}

QJsonObject MapReader::unknown(const QString &whose)
{
    QJsonObject result;
    for (const Entry &entry : m_map.entries) {
        if (m_known.contains(entry.key))
            continue;
        reportRepeats(*entry.value, m_path + entry.key + u'.');
        result.insert(entry.key, toJson(*entry.value));
        // A key that stands already can't have been meant.
        QStringList candidates = m_known;
        candidates.removeIf([this](const QString &known) { return m_map.find(known) != nullptr; });
        m_findings.warning(entry.at, m_path + entry.key,
                           Words::unknown(entry.key, whose, nearMiss(entry.key, candidates)));
    }
    return result;
}

QString MapReader::describe(const Node &node)
{
    return Words::found(node);
}

const Node *MapReader::plain(const QString &key, const QString &expected)
{
    const Node *value = node(key);
    if (!value || value->kind == Node::Kind::Plain)
        return value;
    wrong(key, expected);
    return nullptr;
}

void MapReader::reportRepeats(const Node &node, const QString &path)
{
    for (const Node::Repeat &repeat : node.repeats) {
        m_findings.error(repeat.again, path + repeat.key,
                         Words::repeated(repeat.key, m_findings.lineOf(repeat.first)));
    }
    for (const Entry &entry : node.entries)
        reportRepeats(*entry.value, path + entry.key + u'.');
    for (size_t i = 0; i < node.items.size(); ++i)
        reportRepeats(*node.items[i], path.chopped(1) + u'[' + QString::number(i) + u"]."_s);
}

} // namespace config
