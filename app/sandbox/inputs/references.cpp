// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/inputs/references.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = Reference::Kind;

/// By the last word of a parameter's name: `last_image`, `image_urls`, but not `image_size`.
std::optional<Kind> kindOf(const QString &parameter)
{
    static const QRegularExpression form(
        u"(?:^|_)(image|video|audio|picture|frame)s?(?:_(?:url|uri)s?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(parameter);
    if (!match.hasMatch())
        return {};
    const QString word = match.captured(1).toLower();
    if (word == "video"_L1)
        return Kind::Video;
    return word == "audio"_L1 ? Kind::Audio : Kind::Image;
}

bool isHere(const QUrl &url)
{
    const QString host = url.host();
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0
        || QHostAddress(host).isLoopback();
}

void collect(const QString &name, const QJsonValue &value, std::optional<Kind> kind,
             QList<Reference> &references)
{
    if (value.isArray()) {
        const QJsonArray entries = value.toArray();
        for (qsizetype i = 0; i < entries.size(); ++i)
            collect(u"%1[%2]"_s.arg(name).arg(i), entries[i], kind, references);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const auto own = kindOf(it.key());
            collect(name + u'.' + it.key(), it.value(), own ? own : kind, references);
        }
    } else if (value.isString()) {
        const QString text = value.toString().trimmed();
        const bool isNamed = kind && !text.isEmpty();
        if (isNamed || targetOf(text).place == Target::Place::Here)
            references.append({name, text, kind.value_or(Kind::Any)});
    }
}

/// The content of a file, as far as it looks like that.
bool isBase64(const QString &text)
{
    static const QRegularExpression form(u"^[A-Za-z0-9+/_\\s-]+={0,2}\\s*$"_s);
    return text.size() >= 16 && form.match(text).hasMatch();
}

} // namespace

QList<Reference> referencesIn(const QJsonObject &request)
{
    QList<Reference> references;
    for (auto it = request.begin(); it != request.end(); ++it) {
        const bool isText = it.key() == "model"_L1 || it.key().endsWith("prompt"_L1);
        if (!isText)
            collect(it.key(), it.value(), kindOf(it.key()), references);
    }
    return references;
}

Target targetOf(const QString &text)
{
    using Place = Target::Place;
    if (text.startsWith("data:"_L1, Qt::CaseInsensitive))
        return {Place::Elsewhere, {}};
    const QUrl url(text, QUrl::StrictMode);
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return {isBase64(text) ? Place::Elsewhere : Place::Nowhere, {}};
    if (!url.isValid() || url.host().isEmpty())
        return {Place::Nowhere, {}};
    if (!isHere(url))
        return {Place::Elsewhere, {}};
    const QStringList parts = url.path().split(u'/');
    const bool isLink = parts.size() == 4 && parts[1] == "files"_L1;
    return {Place::Here, isLink ? parts[2] : QString()};
}

bool fits(Kind kind, const QByteArray &contentType)
{
    switch (kind) {
    case Kind::Image:
        return contentType.startsWith("image/");
    case Kind::Video:
        return contentType.startsWith("video/");
    case Kind::Audio:
        return contentType.startsWith("audio/");
    case Kind::Any:
        break;
    }
    return true;
}

QString toWords(Kind kind)
{
    switch (kind) {
    case Kind::Image:
        return u"an image"_s;
    case Kind::Video:
        return u"a video"_s;
    case Kind::Audio:
        return u"a sound"_s;
    case Kind::Any:
        break;
    }
    return u"a file"_s;
}

} // namespace sandbox
