// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/sourcediff.h"

#include "batch/jobjson.h"
#include "batch/problem.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A text among others in a line: quoted where it could be taken for several, or for none.
QString listed(const QString &text)
{
    static const QRegularExpression needsQuotes(u"^$|^\\s|\\s$|[,\"\\n\\r]"_s);
    if (!text.contains(needsQuotes))
        return text;
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    return u'"' + escaped.replace(u'\r', u"\\r"_s) + u'"';
}

QString listed(const QStringList &texts)
{
    QStringList each;
    for (const QString &text : texts)
        each.append(listed(text));
    return each.join(u", "_s);
}

/// What a version says, in the order of the file's keys.
class Sayings
{
public:
    void say(const QString &key, const QString &text)
    {
        if (!m_texts.contains(key))
            m_keys.append(key);
        m_texts.insert(key, text);
    }
    void say(const QString &key, const QJsonValue &value) { say(key, textOf(value)); }
    template <typename Number>
    void sayNumber(const QString &key, const std::optional<Number> &number)
    {
        if (number)
            say(key, QString::number(*number));
    }
    void sayAll(const QString &prefix, const QJsonObject &values)
    {
        for (auto it = values.begin(); it != values.end(); ++it)
            say(prefix + it.key(), typedTextOf(*it));
    }
    void sayAll(const QString &prefix, const batch::Variables &values)
    {
        for (auto it = values.begin(); it != values.end(); ++it)
            say(prefix + it.key(), *it);
    }
    void sayJob(const QString &prefix, const batch::Job &job, bool saysType);

    static QList<ValueDifference> compared(const Sayings &theirs, const Sayings &ours);

private:
    static QString textOf(const QJsonValue &value);
    /// A text that would read as a number or a switch is quoted: it is another value than these.
    static QString typedTextOf(const QJsonValue &value);

    QStringList m_keys;
    QHash<QString, QString> m_texts;
};

QString Sayings::textOf(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

QString Sayings::typedTextOf(const QJsonValue &value)
{
    const QString text = textOf(value);
    if (!value.isString())
        return text;
    bool isNumber = false;
    text.toDouble(&isNumber);
    const bool quoted = isNumber || text == u"true" || text == u"false" || text.startsWith(u'"')
        || text.startsWith(u'[') || text.startsWith(u'{');
    return quoted ? u'"' + text + u'"' : text;
}

void Sayings::sayJob(const QString &prefix, const batch::Job &job, bool saysType)
{
    QJsonObject json = batch::toJson(job);
    if (!saysType)
        json.remove(batch::toKey(batch::Field::Type));
    const QString params = batch::toKey(batch::Field::Params);
    for (int i = 0; i <= static_cast<int>(batch::Field::MaxRetries); ++i) {
        const QString key = batch::toKey(static_cast<batch::Field>(i));
        const QJsonValue value = json.take(key);
        if (key == params)
            sayAll(prefix + key + u'.', value.toObject());
        else if (!value.isUndefined() && value != QJsonValue(QString()))
            say(prefix + key, value);
    }
    sayAll(prefix, json);
}

QList<ValueDifference> Sayings::compared(const Sayings &theirs, const Sayings &ours)
{
    QStringList keys = ours.m_keys;
    for (const QString &key : theirs.m_keys) {
        if (!ours.m_texts.contains(key))
            keys.append(key);
    }
    QList<ValueDifference> differences;
    for (const QString &key : std::as_const(keys)) {
        const ValueDifference value{key, theirs.m_texts.value(key), ours.m_texts.value(key)};
        if (value.theirs != value.ours || !theirs.m_texts.contains(key)
            || !ours.m_texts.contains(key))
            differences.append(value);
    }
    return differences;
}

QString textOf(const batch::Combination &combination)
{
    QStringList parts;
    for (auto it = combination.values.begin(); it != combination.values.end(); ++it)
        parts.append(u"%1: %2"_s.arg(listed(it.key()), listed(*it)));
    if (combination.take)
        parts.append(u"take: %1"_s.arg(*combination.take));
    return parts.join(u", "_s);
}

Sayings sayingsOf(const batch::JobSource &entry)
{
    Sayings says;
    says.sayJob({}, entry.job, entry.saysType);
    says.sayAll(u"vars."_s, entry.vars);
    QStringList axes;
    for (const batch::Axis &axis : entry.matrix)
        axes.append(axis.name);
    if (axes.size() > 1) // in which order they change
        says.say(u"matrix"_s, listed(axes));
    for (const batch::Axis &axis : entry.matrix)
        says.say(u"matrix."_s + axis.name, listed(axis.values));
    says.sayNumber(u"count"_s, entry.count);
    QStringList exclude;
    for (const batch::Combination &combination : entry.exclude)
        exclude.append(textOf(combination));
    if (!exclude.isEmpty())
        says.say(u"exclude"_s, exclude.join(u'\n'));
    return says;
}

QString textOf(const batch::Polling &polling)
{
    return u"initial: %1, factor: %2, max: %3"_s.arg(polling.initial)
        .arg(polling.factor)
        .arg(polling.max);
}

QJsonObject toJson(const batch::ModelOverride &model)
{
    QJsonObject json = model.extra;
    const auto price = [&json](const QString &key, const std::optional<batch::Cost> &cost) {
        if (cost)
            json.insert(key, cost->toDecimal());
    };
    if (model.type)
        json.insert(u"type"_s, batch::toKey(*model.type));
    if (model.name)
        json.insert(u"name"_s, *model.name);
    price(u"price_per_second"_s, model.pricePerSecond);
    price(u"price_per_image"_s, model.pricePerImage);
    price(u"price_per_generation"_s, model.pricePerGeneration);
    QJsonObject byResolution;
    for (auto it = model.priceByResolution.begin(); it != model.priceByResolution.end(); ++it)
        byResolution.insert(it.key(), it->toDecimal());
    if (!byResolution.isEmpty())
        json.insert(u"price_by_resolution"_s, byResolution);
    return json;
}

void sayDefaults(Sayings &says, const QString &prefix, const batch::JobDefaults &defaults)
{
    says.sayJob(prefix, defaults.job, defaults.saysType);
    says.sayAll(prefix + u"vars."_s, defaults.vars);
}

/// All but its entries.
Sayings sayingsOf(const batch::BatchSource &source)
{
    Sayings says;
    const batch::BatchSettings &settings = source.settings;
    if (!source.include.isEmpty())
        says.say(u"include"_s, listed(source.include));
    if (settings.outputDir)
        says.say(u"output_dir"_s, *settings.outputDir);
    says.sayNumber(u"max_workers"_s, settings.maxWorkers);
    if (settings.polling)
        says.say(u"polling"_s, textOf(*settings.polling));
    if (settings.baseUrl)
        says.say(u"base_url"_s, *settings.baseUrl);
    if (settings.budget)
        says.say(u"budget"_s, settings.budget->toDecimal());
    says.sayNumber(u"max_variations"_s, source.maxVariations);
    for (auto it = settings.models.begin(); it != settings.models.end(); ++it)
        says.say(u"models."_s + it.key(), QJsonValue(toJson(*it)));
    says.sayAll(u"vars."_s, source.vars);
    sayDefaults(says, u"defaults."_s, source.defaults.all);
    sayDefaults(says, u"defaults.image."_s, source.defaults.image);
    sayDefaults(says, u"defaults.video."_s, source.defaults.video);
    says.sayAll({}, settings.extra);
    return says;
}

} // namespace

QList<ValueDifference> differences(const batch::JobSource &theirs, const batch::JobSource &ours)
{
    return Sayings::compared(sayingsOf(theirs), sayingsOf(ours));
}

SourceDifferences differences(const batch::BatchSource &theirs, const batch::BatchSource &ours)
{
    SourceDifferences all;
    all.settings = Sayings::compared(sayingsOf(theirs), sayingsOf(ours));
    QHash<batch::JobId, qsizetype> places;
    for (qsizetype i = 0; i < theirs.jobs.size(); ++i)
        places.insert(theirs.jobs.at(i).id(), i);
    qsizetype last = -1;
    for (const batch::JobSource &entry : ours.jobs) {
        const qsizetype place = places.value(entry.id(), -1);
        if (place < 0) {
            all.entries.append({entry.job.name, std::nullopt, entry,
                                Sayings::compared(Sayings(), sayingsOf(entry))});
            continue;
        }
        places.remove(entry.id());
        all.isReordered = all.isReordered || place < last;
        last = place;
        const batch::JobSource &other = theirs.jobs.at(place);
        if (!entry.sameContent(other))
            all.entries.append({entry.job.name, other, entry, differences(other, entry)});
    }
    QList<qsizetype> added = places.values();
    std::ranges::sort(added);
    for (const qsizetype place : std::as_const(added)) {
        const batch::JobSource &entry = theirs.jobs.at(place);
        all.entries.append(
            {entry.job.name, entry, std::nullopt, Sayings::compared(sayingsOf(entry), Sayings())});
    }
    return all;
}

} // namespace ui
