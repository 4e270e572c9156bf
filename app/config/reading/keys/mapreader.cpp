// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/keys/mapreader.h"

#include "batch/wording.h"
#include "config/reading/keys/mapwords.h"

#include <climits>
#include <cmath>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/// Keys that stand twice in this mapping.
void sayRepeats(const Node &map, const QString &path, Findings &findings)
{
    for (const Node::Repeat &repeat : map.repeats()) {
        if (!findings.skipsError()) {
            findings.error(repeat.again, path + repeat.key,
                           MapWords::repeated(repeat.key, findings.lineOf(repeat.first)));
        }
    }
}

} // namespace

MapReader::MapReader(const Node &map, Format format, const QString &path, Findings &findings)
    : m_map(map)
    , m_index(map.entries)
    , m_format(format)
    , m_path(path)
    , m_findings(findings)
{
    sayRepeats(map, path, findings);
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
    if (const auto result = isNumber(value->text) ? wholeNumber(value->text) : std::nullopt)
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
    const QJsonValue flag = toJson(*value);
    if (flag.isBool())
        return flag.toBool();
    const QString word = flag.toString().toLower();
    if (word == u"yes" || word == u"on")
        return true;
    if (word == u"no" || word == u"off")
        return false;
    wrong(key, expected);
    return std::nullopt;
}

std::optional<batch::Cost> MapReader::money(const QString &key, const QString &expected)
{
    const Node *value = node(key);
    if (!value)
        return std::nullopt;
    // A number may be written as 1e-2 or .5, too.
    const bool isPlain =
        value->kind == Node::Kind::Plain && isNumber(value->text) && value->text.toDouble() >= 0;
    if (const auto cost = batch::Cost::fromDecimal(
            isPlain ? QString::number(value->text.toDouble(), 'f', 6) : value->text)) {
        const bool isLost = cost->isZero() && isPlain && value->text.toDouble() > 0;
        if (isLost && !m_findings.skipsWarning())
            m_findings.warning(value->at, m_path + key, MapWords::tooSmall(value->text));
        return cost;
    }
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

std::optional<QStringList> MapReader::scalars(const QString &key, const QString &expected)
{
    const Node *value = node(key);
    if (!value)
        return std::nullopt;
    if (value->kind != Node::Kind::List || value->items.empty()) {
        wrong(key, expected);
        return std::nullopt;
    }
    QStringList texts;
    for (size_t i = 0; i < value->items.size(); ++i) {
        texts.append(value->items[i]->text);
        if (!isScalar(*value->items[i]))
            wrongItem(key, qsizetype(i), MapWords::oneValue());
    }
    return texts;
}

std::optional<QStringList> MapReader::texts(const QString &key, const QString &expected)
{
    const Node *value = node(key);
    if (!value)
        return std::nullopt;
    if (value->kind != Node::Kind::List) {
        wrong(key, expected);
        return std::nullopt;
    }
    QStringList texts;
    for (size_t i = 0; i < value->items.size(); ++i) {
        const Node &item = *value->items[i];
        texts.append(item.text);
        const bool isText = item.kind == Node::Kind::Text
            || (item.kind == Node::Kind::Plain && m_format == Format::Yaml);
        if (!isText || item.text.trimmed().isEmpty())
            wrongItem(key, qsizetype(i), expected);
    }
    return texts;
}

std::optional<MapReader> MapReader::within(const QString &key, const QString &expected)
{
    const Node *value = node(key);
    if (!value)
        return std::nullopt;
    if (value->kind == Node::Kind::Map)
        return MapReader(*value, m_format, m_path + key + u'.', m_findings);
    wrong(key, expected);
    return std::nullopt;
}

std::vector<MapReader> MapReader::mappings(const QString &key, const QString &expected)
{
    std::vector<MapReader> readers;
    const Node *value = node(key);
    if (!value)
        return readers;
    if (value->kind != Node::Kind::List) {
        wrong(key, expected);
        return readers;
    }
    for (size_t i = 0; i < value->items.size(); ++i) {
        const Node &item = *value->items[i];
        if (item.kind == Node::Kind::Map && !item.entries.empty())
            readers.emplace_back(item, m_format, m_path + key + u"[%1]."_s.arg(i), m_findings);
        else
            wrongItem(key, qsizetype(i), MapWords::combination());
    }
    return readers;
}

const Node *MapReader::node(const QString &key)
{
    m_known.append(key);
    const Entry *entry = m_index.find(key);
    return entry ? entry->value.get() : nullptr;
}

QString MapReader::requiredText(const QString &key, const QString &expected)
{
    if (!has(key)) {
        missing(key, expected);
        m_known.append(key);
        return {};
    }
    return text(key, expected).value_or(QString());
}

void MapReader::missing(const QString &key, const QString &expected)
{
    if (!m_findings.skipsError())
        m_findings.error(m_map.at, m_path + key, MapWords::missing(key, expected));
}

void MapReader::wrong(const QString &key, const QString &expected)
{
    if (m_findings.skipsError())
        return;
    const Node &value = *m_index.find(key)->value;
    QString message = MapWords::expected(expected, value);
    if (value.kind == Node::Kind::Text && isNumber(value.text))
        message += u' ' + MapWords::withoutQuotes();
    m_findings.error(value.at, m_path + key, message);
}

void MapReader::wrongItem(const QString &key, qsizetype index, const QString &expected)
{
    if (m_findings.skipsError())
        return;
    const Node &item = *m_index.find(key)->value->items[size_t(index)];
    m_findings.error(item.at, m_path + key + u'[' + QString::number(index) + u']',
                     MapWords::expected(expected, item));
}

void MapReader::wrongKey(const QString &key, const QString &expected)
{
    if (!m_findings.skipsError())
        m_findings.error(m_index.find(key)->at, m_path + key, MapWords::wrongKey(key, expected));
}

QJsonObject MapReader::unknown(const QString &whose)
{
    // A key that stands already can't have been meant.
    QStringList meant = m_known;
    meant.removeIf([this](const QString &known) { return has(known); });
    std::vector<const Entry *> kept;
    for (const Entry &entry : m_map.entries) {
        if (m_known.contains(entry.key))
            continue;
        kept.push_back(&entry);
        reportRepeats(*entry.value, m_path + entry.key + u'.');
        if (!m_findings.skipsWarning())
            warnOfUnknown(entry, whose, meant);
    }
    return toObject(std::move(kept));
}

void MapReader::warnOfUnknown(const Entry &entry, const QString &whose, const QStringList &meant)
{
    m_findings.warning(entry.at, m_path + entry.key,
                       MapWords::unknown(entry.key, whose, batch::nearMiss(entry.key, meant)));
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
    if (!node.hasRepeats)
        return;
    sayRepeats(node, path, m_findings);
    for (const Entry &entry : node.entries)
        reportRepeats(*entry.value, path + entry.key + u'.');
    for (size_t i = 0; i < node.items.size(); ++i)
        reportRepeats(*node.items[i], path.chopped(1) + u'[' + QString::number(i) + u"]."_s);
}

} // namespace config
