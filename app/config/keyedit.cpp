// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/keyedit.h"

#include "batch/problem.h"
#include "batch/wording.h"
#include "config/reading/tree/jsontext.h"
#include "config/reading/tree/yamltree.h"
#include "config/sourcetext.h"
#include "config/writing/batchcontent.h"
#include "config/writing/edit/spans.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace config {

namespace {

using Expected = tl::expected<batch::JobSource, QString>;

QStringList jobKeys()
{
    QStringList keys{u"enabled"_s, u"vars"_s, u"matrix"_s, u"count"_s, u"exclude"_s};
    for (int field = 0; field <= int(batch::Field::MaxRetries); ++field)
        keys.append(batch::toKey(batch::Field(field)));
    return keys;
}

/// Not JSON's own: they are read as text whatever they look like.
bool takesText(const QString &key)
{
    static const QStringList keys{u"name"_s,   u"type"_s,         u"model"_s,
                                  u"prompt"_s, u"aspect_ratio"_s, u"resolution"_s,
                                  u"image"_s,  u"image_url"_s,    u"negative_prompt"_s};
    return keys.contains(key) || key.startsWith(u"vars."_s);
}

/// A number as JSON writes it, which knows neither +5 nor .5 nor 5.
QString jsonNumber(QString number)
{
    if (number.startsWith(u'+'))
        number.remove(0, 1);
    if (const qsizetype dot = number.indexOf(u'.'); dot >= 0) {
        if (dot + 1 == number.size() || !number[dot + 1].isDigit())
            number.insert(dot + 1, u'0');
        if (dot == 0 || !number[dot - 1].isDigit())
            number.insert(dot, u'0');
    }
    return number;
}

/// The digits of a number without the zeros around them, and the power of ten that they count.
std::pair<QString, qint64> digitsOf(QStringView number)
{
    const qsizetype e = number.indexOf(u'e', 0, Qt::CaseInsensitive);
    qint64 power = e < 0 ? 0 : number.sliced(e + 1).toLongLong();
    QString digits;
    bool isFraction = false;
    for (const QChar c : e < 0 ? number : number.first(e)) {
        isFraction = isFraction || c == u'.';
        if (!c.isDigit())
            continue;
        digits += c;
        power -= isFraction ? 1 : 0;
    }
    while (digits.endsWith(u'0')) {
        digits.chop(1);
        ++power;
    }
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    return {digits, digits.isEmpty() ? 0 : power};
}

/// Whether a parameter can hold the number as it was typed: a long one would lose its last digits.
bool isExact(const QString &number)
{
    bool isWhole = false;
    number.toLongLong(&isWhole);
    return isWhole || digitsOf(number) == digitsOf(numberText(number.toDouble()));
}

NodePtr plainInJson(const Node &word)
{
    const QJsonValue value = toJson(word);
    if (value.isBool())
        return plainNode(value.toBool() ? u"true"_s : u"false"_s);
    return isNumber(word.text) ? plainNode(jsonNumber(word.text)) : textNode(word.text);
}

/// JSON knows no text without quotes.
NodePtr inJsonsWords(const Node &value)
{
    if (value.kind == Node::Kind::Plain)
        return plainInJson(value);
    const auto within = [](const Node &inner) {
        const bool isLost =
            inner.kind == Node::Kind::Plain && isNumber(inner.text) && !isExact(inner.text);
        return isLost ? textNode(inner.text) : inJsonsWords(inner);
    };
    auto node = std::make_shared<Node>(value);
    for (NodePtr &item : node->items)
        item = within(*item);
    for (Entry &entry : node->entries)
        entry.value = within(*entry.value);
    return node;
}

/// Whether a parameter's value was typed as a number, a switch, a list and so on, all of it. What
/// else YAML makes of a text, such as a comment of what is behind a #, nobody meant.
bool isMeantAsYaml(const QString &typed, const Node &root)
{
    static const QStringList nothing{u"~"_s, u"null"_s, u"Null"_s, u"NULL"_s};
    if (root.kind == Node::Kind::Null)
        return nothing.contains(typed.trimmed());
    if (root.kind == Node::Kind::Plain) {
        const bool isWhole = root.text == typed.trimmed();
        return isWhole && isTyped(root.text) && (!isNumber(root.text) || isExact(root.text));
    }
    const QByteArray text = typed.toUtf8();
    const bool isAll = QByteArrayView(text).first(root.at).trimmed().isEmpty();
    const bool isClosed = root.kind == Node::Kind::Text || root.flow;
    if (!isAll || !isClosed || !QByteArrayView("[{\"'").contains(text[root.at]))
        return false;
    try {
        return QByteArrayView(text).sliced(Spans(text).end(root)).trimmed().isEmpty();
    } catch (const LostTrack &) {
        return false;
    }
}

/// The first key that stands twice in a mapping in there.
QString repeatedKey(const Node &node)
{
    if (!node.repeats().empty())
        return node.repeats().front().key;
    for (const NodePtr &item : node.items) {
        if (item->hasRepeats)
            return repeatedKey(*item);
    }
    for (const Entry &entry : node.entries) {
        if (entry.value->hasRepeats)
            return repeatedKey(*entry.value);
    }
    return {};
}

/// The mapping with the value at `path` set; null takes it out, and what is empty by that.
NodePtr with(const Node *map, const QStringList &path, const NodePtr &value)
{
    std::vector<Entry> entries =
        map && map->kind == Node::Kind::Map ? map->entries : std::vector<Entry>();
    const auto found = std::ranges::find(entries, path.first(), &Entry::key);
    const Node *inner = found == entries.end() ? nullptr : found->value.get();
    NodePtr now = path.size() == 1 ? value : with(inner, path.sliced(1), value);
    const bool isGone = !now || (!value && now->entries.empty());
    if (isGone && found != entries.end())
        entries.erase(found);
    else if (!isGone && found != entries.end())
        found->value = now;
    else if (!isGone)
        entries.push_back({path.first(), now, 0});
    return mapNode(std::move(entries));
}

const Node *find(const Node *node, const QStringList &path)
{
    for (const QString &key : path) {
        const Entry *entry = node && node->kind == Node::Kind::Map ? node->find(key) : nullptr;
        node = entry ? entry->value.get() : nullptr;
    }
    return node;
}

/// "params.a.b" is the parameter a.b: names of parameters and variables may have dots.
QStringList pathOf(const QString &key)
{
    const qsizetype dot = key.indexOf(u'.');
    return dot < 0 ? QStringList{key} : QStringList{key.first(dot), key.sliced(dot + 1)};
}

class KeyEdit
{
    Q_DECLARE_TR_FUNCTIONS(config::KeyEdit)

public:
    explicit KeyEdit(const batch::JobSource &entry)
        : m_entry(entry)
    {
        // With defaults that say everything, nothing need be said that isn't.
        batch::BatchSource anywhere;
        anywhere.defaults.all.job.model = anywhere.defaults.all.job.prompt = u"-"_s;
        std::vector<Entry> entries;
        for (const Content &content : contentOf(entry, anywhere)) {
            if (!content.implied)
                entries.push_back({content.key, content.value, 0});
        }
        m_map = mapNode(std::move(entries));
    }

    Expected set(const QString &key, const QString &typed) const
    {
        const auto value = valueOf(key, typed);
        if (!value)
            return tl::unexpected(value.error());
        return read(with(m_map.get(), pathOf(key), *value), key);
    }

    Expected unset(const QString &key) const
    {
        if (!find(m_map.get(), pathOf(key)))
            return tl::unexpected(tr("The job says nothing of %1.").arg(key));
        return read(with(m_map.get(), pathOf(key), nullptr), key);
    }

private:
    static tl::expected<NodePtr, QString> valueOf(const QString &key, const QString &typed)
    {
        if (takesText(key))
            return textNode(typed);
        const auto tree = parseYaml(typed.toUtf8());
        // What is no YAML is a text, such as "a: b: c".
        if (!tree || !tree->root)
            return textNode(typed);
        if (key.startsWith(u"params."_s) && !isMeantAsYaml(typed, *tree->root))
            return textNode(typed);
        if (tree->root->hasRepeats) {
            return tl::unexpected(
                tr("%1: %2 stands twice. Take one out.").arg(key, repeatedKey(*tree->root)));
        }
        return inJsonsWords(*tree->root);
    }

    Expected read(const NodePtr &map, const QString &key) const
    {
        auto jobs = std::make_shared<Node>();
        jobs->kind = Node::Kind::List;
        jobs->items.push_back(map);
        const QByteArray text = jsonValue(*mapNode({{u"jobs"_s, jobs, 0}}), {});
        const auto file = readSource(text, Format::Json);
        if (!file)
            return tl::unexpected(file.error().first().message);
        if (!file->jobErrors.isEmpty())
            return tl::unexpected(messageOf(file->jobErrors.first()));
        batch::JobSource entry = file->source.jobs.first();
        if (entry.job.extra != m_entry.job.extra) {
            const QString meant = batch::nearMiss(pathOf(key).first(), jobKeys());
            return tl::unexpected(
                meant.isEmpty() ? tr("%1 is no key of a job.").arg(key)
                                : tr("%1 is no key of a job; did you mean %2?").arg(key, meant));
        }
        entry.job.id = m_entry.job.id;
        return entry;
    }

    static QString messageOf(const Diagnostic &error)
    {
        const QString key = QString(error.key).remove(u"jobs[0]."_s);
        return key.isEmpty() ? error.message : key + u": "_s + error.message;
    }

    const batch::JobSource &m_entry;
    NodePtr m_map;
};

} // namespace

Expected withKey(const batch::JobSource &entry, const QString &key, const QString &value)
{
    return KeyEdit(entry).set(key, value);
}

Expected withoutKey(const batch::JobSource &entry, const QString &key)
{
    return KeyEdit(entry).unset(key);
}

} // namespace config
