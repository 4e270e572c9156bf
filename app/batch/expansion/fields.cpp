// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/fields.h"

#include "batch/references/references.h"

#include <QDir>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace batch {

namespace {

using Rewriting = std::function<QString(const QString &)>;

QJsonValue rewritten(const QJsonValue &value, const Rewriting &rewrite)
{
    if (value.isString())
        return rewrite(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array.append(rewritten(item, rewrite));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            member.value() = rewritten(member.value(), rewrite);
        return object;
    }
    return value;
}

void collectVariables(const QJsonValue &value, QStringList &names)
{
    QSet<QString> known(names.begin(), names.end());
    rewritten(value, [&](const QString &text) {
        for (const QString &name : BracedText(text, Braces::Names).variables()) {
            if (!known.contains(name)) {
                known.insert(name);
                names.append(name);
            }
        }
        return text;
    });
}

/// The path of a picture that a file of the folder names, as seen from the batch file's.
QString fromFolder(const QString &folder, const QString &address)
{
    if (folder.isEmpty() || address.isEmpty() || address.startsWith(u"file:")
        || !isLocalFile(address) || QDir::isAbsolutePath(address))
        return address;
    return QDir::cleanPath(folder + u'/' + address);
}

} // namespace

bool looksLikeMedia(const QString &text)
{
    static const QStringList endings = {u".png"_s,  u".jpg"_s, u".jpeg"_s, u".webp"_s,
                                        u".gif"_s,  u".bmp"_s, u".mp4"_s,  u".mov"_s,
                                        u".webm"_s, u".wav"_s, u".mp3"_s};
    return std::any_of(endings.begin(), endings.end(), [&text](const QString &ending) {
        return text.endsWith(ending, Qt::CaseInsensitive);
    });
}

QString textOf(const Job &job, Field field)
{
    switch (field) {
    case Field::Name:
        return job.name;
    case Field::Model:
        return job.model;
    case Field::Prompt:
        return job.prompt;
    case Field::NegativePrompt:
        return job.negativePrompt.value_or(QString());
    case Field::AspectRatio:
        return job.aspectRatio.value_or(QString());
    case Field::Resolution:
        return job.resolution.value_or(QString());
    case Field::Image:
        return job.image.value_or(QString());
    case Field::ImageUrl:
        return job.imageUrl.value_or(QString());
    default:
        return {};
    }
}

void setText(Job &job, Field field, const QString &text)
{
    switch (field) {
    case Field::Name:
        job.name = text;
        break;
    case Field::Model:
        job.model = text;
        break;
    case Field::Prompt:
        job.prompt = text;
        break;
    case Field::NegativePrompt:
        job.negativePrompt = text;
        break;
    case Field::AspectRatio:
        job.aspectRatio = text;
        break;
    case Field::Resolution:
        job.resolution = text;
        break;
    case Field::Image:
        job.image = text;
        break;
    case Field::ImageUrl:
        job.imageUrl = text;
        break;
    default:
        break;
    }
}

Field fieldOf(const QString &key)
{
    if (key == toKey(Field::Name))
        return Field::Name;
    const auto found = std::find_if(std::begin(bracedFields), std::end(bracedFields),
                                    [&key](Field field) { return toKey(field) == key; });
    return found == std::end(bracedFields) ? Field::Params : *found;
}

Braces bracesOf(Field field)
{
    return field == Field::Prompt ? Braces::NamesAndChoices : Braces::Names;
}

bool takeToRead(const Job &job, TextRoom &room)
{
    for (const Field field : bracedFields) {
        const qint64 size = textOf(job, field).size();
        const bool isImage = field == Field::Image || field == Field::ImageUrl;
        if (size > TextRoom::longest && !isImage && !room.take(size, toKey(field)))
            return false;
    }
    return true;
}

qint64 weightToRead(const Job &job)
{
    constexpr qint64 ofBrace = 40; // with what stands behind it
    qint64 weight = 0;
    for (const Field field : bracedFields) {
        const QString text = textOf(job, field);
        weight += text.size() + text.count(u'{') * ofBrace;
    }
    return weight;
}

bool hasBracedTexts(const QJsonObject &params)
{
    if (params.isEmpty())
        return false;
    bool found = false;
    rewritten(params, [&found](const QString &text) {
        found = found || text.contains(u'{');
        return text;
    });
    return found;
}

JobTexts::JobTexts(const Merged &merged, const QList<Field> &asTheyAre, TextRoom &room)
    : m_merged(merged)
    , m_hasBracedParams(hasBracedTexts(merged.job.params))
{
    readFields(asTheyAre, room);
}

JobTexts::JobTexts(const Merged &merged, const QList<Field> &asTheyAre)
    : m_merged(merged)
    , m_hasBracedParams(hasBracedTexts(merged.job.params))
{
    TextRoom room;
    readFields(asTheyAre, room);
}

void JobTexts::readFields(const QList<Field> &asTheyAre, TextRoom &room)
{
    if (!takeToRead(m_merged.job, room))
        return;
    for (const Field field : bracedFields) {
        const QString text = textOf(m_merged.job, field);
        if (!text.contains(u'{') || asTheyAre.contains(field))
            continue;
        BracedText braced(text, bracesOf(field));
        if (!braced.isPlain())
            m_texts.append({field, std::move(braced)});
    }
}

QList<QStringList> JobTexts::choices() const
{
    const auto prompt = std::find_if(m_texts.begin(), m_texts.end(), [](const Braced &braced) {
        return braced.field == Field::Prompt;
    });
    return prompt == m_texts.end() ? QList<QStringList>() : prompt->text.choices();
}

QList<std::pair<QString, QStringList>> JobTexts::variables() const
{
    QList<std::pair<QString, QStringList>> variables;
    for (const Braced &braced : m_texts)
        variables.append({toKey(braced.field), braced.text.variables()});
    if (!m_hasBracedParams)
        return variables;
    const QJsonObject &params = m_merged.job.params;
    for (auto param = params.begin(); param != params.end(); ++param) {
        QStringList names;
        collectVariables(param.value(), names);
        variables.append({toKey(Field::Params) + u'.' + param.key(), names});
    }
    return variables;
}

std::optional<Job> JobTexts::with(const Variables &values, TextRoom &room) const
{
    Job job = m_merged.job;
    for (const Braced &braced : m_texts) {
        if (!room.take(braced.text.sizeWith(values), toKey(braced.field)))
            return std::nullopt;
        setText(job, braced.field, braced.text.with(values));
    }
    if (m_hasBracedParams)
        job.params = paramsWith(values, room);
    if (room.isShort())
        return std::nullopt;
    seeFromBatch(job, m_merged);
    return job;
}

QJsonObject JobTexts::paramsWith(const Variables &values, TextRoom &room) const
{
    const QString key = toKey(Field::Params);
    if (!room.takeWeight(weightOf(m_merged.job.params), key))
        return {};
    return rewritten(m_merged.job.params,
                     [&](const QString &text) {
                         const BracedText braced(text, Braces::Names);
                         return room.take(braced.sizeWith(values), key) ? braced.with(values)
                                                                        : text;
                     })
        .toObject();
}

void seeFromBatch(Job &job, const Merged &folders)
{
    if (job.image)
        job.image = fromFolder(folders.imageFolder, *job.image);
    if (job.imageUrl)
        job.imageUrl = fromFolder(folders.imageUrlFolder, *job.imageUrl);
    for (const auto &[param, folder] : folders.paramFolders.asKeyValueRange()) {
        const QJsonValue value = job.params.value(param);
        job.params.insert(param, rewritten(value, [&where = folder](const QString &text) {
                              return looksLikeMedia(text) ? fromFolder(where, text) : text;
                          }));
    }
}

} // namespace batch
