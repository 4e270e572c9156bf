// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/recipes.h"

#include "batch/jobjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <atomic>
#include <optional>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr auto copyMark = ".recipe-"_L1;

/// Whether what stands under that name lets somebody in: keys, passwords, signatures of links.
bool isSecret(const QString &name)
{
    static const QStringList last{u"key"_s,     u"token"_s,     u"auth"_s, u"pwd"_s, u"sig"_s,
                                  u"session"_s, u"sessionid"_s, u"jwt"_s,  u"hmac"_s};
    static const QStringList part{
        u"apikey"_s,        u"accesskey"_s,     u"privatekey"_s,  u"keypairid"_s,
        u"secret"_s,        u"password"_s,      u"passwd"_s,      u"passphrase"_s,
        u"credential"_s,    u"signature"_s,     u"accesstoken"_s, u"authtoken"_s,
        u"securitytoken"_s, u"authorization"_s, u"bearer"_s,      u"cookie"_s};
    QString plain = name.toLower();
    plain.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    const auto endsName = [&plain](const QString &word) { return plain.endsWith(word); };
    const auto isInName = [&plain](const QString &word) { return plain.contains(word); };
    return plain == u"sid"_s || std::any_of(last.begin(), last.end(), endsName)
        || std::any_of(part.begin(), part.end(), isInName);
}

/// The items of a link's query or fragment, percent-encoded, without those that are secret.
QString withoutSecretItems(const QString &items)
{
    static const QRegularExpression ends(u"[&;]"_s);
    QStringList kept = items.split(ends);
    const auto removed = kept.removeIf([](const QString &item) {
        return isSecret(QUrl::fromPercentEncoding(item.section(u'=', 0, 0).toUtf8()));
    });
    return removed == 0 ? items : kept.join(u'&');
}

bool isLink(QStringView text)
{
    static const QRegularExpression scheme(u"^\\s*[A-Za-z][A-Za-z0-9+.-]*://"_s);
    return scheme.match(text).hasMatch();
}

/// Nothing for one whose parts can't be told apart: a password may be in any of them.
std::optional<QString> withoutSecrets(const QString &link)
{
    QUrl url(link.trimmed(), QUrl::StrictMode);
    if (!url.isValid())
        url.setUrl(link.trimmed(), QUrl::TolerantMode);
    const bool mayHoldSecrets = link.contains(u'@') || link.contains(u'?') || link.contains(u'#');
    if (!url.isValid())
        return mayHoldSecrets ? std::nullopt : std::optional(link);
    const QString query = url.query(QUrl::FullyEncoded);
    const QString fragment = url.fragment(QUrl::FullyEncoded);
    // `https://me:12#34@host/`: the password goes on behind what looks like the port.
    if (url.port() >= 0 && (query.contains(u'@') || fragment.contains(u'@')))
        return {};
    const QString plainQuery = withoutSecretItems(query);
    const QString plainFragment = withoutSecretItems(fragment);
    if (url.userInfo().isEmpty() && plainQuery == query && plainFragment == fragment)
        return link;
    url.setUserInfo({});
    url.setQuery(plainQuery.isEmpty() ? QString() : plainQuery, QUrl::StrictMode);
    url.setFragment(plainFragment.isEmpty() ? QString() : plainFragment, QUrl::StrictMode);
    return url.toString(QUrl::FullyEncoded);
}

QJsonObject cleaned(const QJsonObject &object);
QJsonArray cleaned(const QJsonArray &array);

/// Nothing for what doesn't go into a recipe at all: pictures that stand in the job itself, and
/// links that can't be freed of their secrets.
std::optional<QJsonValue> cleaned(const QJsonValue &value)
{
    if (value.isObject())
        return cleaned(value.toObject());
    if (value.isArray())
        return cleaned(value.toArray());
    const QString text = value.toString();
    if (QStringView(text).trimmed().startsWith("data:"_L1, Qt::CaseInsensitive))
        return {};
    if (!isLink(text))
        return value;
    const auto plain = withoutSecrets(text);
    return plain ? std::optional<QJsonValue>(*plain) : std::nullopt;
}

QJsonObject cleaned(const QJsonObject &object)
{
    QJsonObject clean;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto value = isSecret(it.key()) ? std::nullopt : cleaned(QJsonValue(*it));
        if (value)
            clean.insert(it.key(), *value);
    }
    return clean;
}

QJsonArray cleaned(const QJsonArray &array)
{
    QJsonArray clean;
    for (const QJsonValue &entry : array) {
        if (const auto value = cleaned(entry))
            clean.append(*value);
    }
    return clean;
}

} // namespace

media::Recipe recipeOf(const batch::Job &job, const batch::JobResult &result)
{
    batch::Job asked = job;
    asked.enabled = true;
    asked.maxWait.reset();
    asked.maxRetries.reset();
    const QJsonObject said = batch::toJson(asked);
    QJsonObject written = cleaned(said);
    // These are no links, whatever they begin with.
    for (const auto key : {"name"_L1, "prompt"_L1, "negative_prompt"_L1}) {
        if (said.contains(key))
            written.insert(key, said.value(key));
    }
    QJsonObject document{{u"rushes"_s, 1},
                         {u"job"_s, written},
                         {u"model"_s, job.model},
                         {u"prediction"_s, result.predictionId}};
    if (result.submittedAt.isValid())
        document.insert(u"created"_s, result.submittedAt.toUTC().toString(Qt::ISODate));
    if (job.seed)
        document.insert(u"seed"_s, *job.seed);
    return {job.prompt, document};
}

media::Recipe forOutput(media::Recipe recipe, qsizetype output)
{
    if (output > 0)
        recipe.document.insert(u"output"_s, output + 1);
    return recipe;
}

RecipeCopy::~RecipeCopy()
{
    QFile::remove(m_path);
}

RecipeWriting writeRecipeOf(const QString &file, const media::Recipe &recipe)
{
    static std::atomic_int number = 0;
    // A name for each: an earlier delivery of the same file may still be at its copy.
    const auto copy = std::make_shared<RecipeCopy>(
        file + copyMark
        + u"%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(number.fetch_add(1)));
    const auto place = media::writeRecipe(file, copy->path(), recipe);
    if (!place)
        return {{}, true, place.error()};
    if (*place == media::RecipePlace::Nowhere)
        return {{}, true, {}};
    return {copy, false, {}};
}

void removeRecipeCopies(const QString &file)
{
    const QFileInfo info(file);
    QDir folder = info.dir();
    for (const QString &copy : folder.entryList({info.fileName() + copyMark + u'*'}, QDir::Files))
        folder.remove(copy);
}

} // namespace engine
