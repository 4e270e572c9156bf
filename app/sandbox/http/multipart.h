// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace sandbox {

/// A file as a form sends it.
struct FormFile
{
    QString name; ///< never a path to be used: it is the client's
    QByteArray content;
};

/// The file in that field of a multipart/form-data body (RFC 7578), read strictly: every part has
/// its headers and ends in its boundary, the last one in the closing one, and nothing stands
/// outside of them; the field is there once, and has a name of a file. The error is the service's.
tl::expected<FormFile, QString> readFormFile(const QByteArray &contentType, const QByteArray &body,
                                             const QByteArray &field);

} // namespace sandbox
