// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace sandbox {

/// A file that a request names.
struct Reference
{
    enum class Kind { Image, Video, Audio, Any };

    QString parameter; ///< "image", "images[1]"
    QString text;      ///< an address, or the file itself as Base64 or data: URL
    Kind kind = Kind::Any;
};

/// The files that a request names: what stands in parameters that are called for files (`image`,
/// `last_image`, `image_url`, `reference_videos`, …), and addresses on this machine anywhere but
/// in prompts.
QList<Reference> referencesIn(const QJsonObject &request);

/// Where a reference leads, as far as the sandbox has to do with it.
struct Target
{
    enum class Place {
        Elsewhere, ///< the web, or the file itself: taken unseen, for the sandbox is offline
        Here,      ///< this machine
        Nowhere,   ///< a service can't fetch it
    };
    Place place = Place::Elsewhere;
    QString token; ///< of a sandbox's link, for Here; may be empty
};
Target targetOf(const QString &text);

/// Whether a file of that type fits the parameter.
bool fits(Reference::Kind kind, const QByteArray &contentType);
/// "an image"
QString toWords(Reference::Kind kind);

} // namespace sandbox
