// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/error.h"

#include <QMetaType>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace atlas {

/// The largest body that the service takes, bytes: 50 MB (docs/atlas-api.md: "Uploads"), the form's
/// few hundred bytes around the file included.
inline constexpr qint64 largestUploadBody = 50 * 1024 * 1024;

/// A local file that is to be uploaded, as it was when it was read through.
struct UploadFile
{
    QString path;    ///< absolute
    QString name;    ///< as the server is told; need not be fit for a header
    QString type;    ///< by its content: "image/png"; "application/octet-stream" where unknown
    qint64 size = 0; ///< bytes
    QString digest;  ///< SHA-256 of its bytes: 64 hex digits, lower case

    friend bool operator==(const UploadFile &, const UploadFile &) = default;
};

/// Reads through a file. Blocks for as long as the disk takes; safe in any thread. An error is the
/// file's, in words that name it: not there, a folder, unreadable, empty, or larger than the
/// service takes. Such an error is ErrorKind::Refused without an HTTP status.
tl::expected<UploadFile, Error> inspectUpload(const QString &path);

/// Where the service keeps an uploaded file, for use as an input. The link is temporary.
struct Uploaded
{
    QUrl link;

    friend bool operator==(const Uploaded &, const Uploaded &) = default;
};

} // namespace atlas

Q_DECLARE_METATYPE(atlas::Uploaded)
