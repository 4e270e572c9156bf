// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace sandbox {

/// A file as a form sends it.
struct FormFile
{
    QString name;
    QByteArray contentType;
    QByteArray content;
};

/// The file in that field of a multipart/form-data body. Nothing where there is none.
std::optional<FormFile> readFormFile(const QByteArray &contentType, const QByteArray &body,
                                     const QByteArray &field);

} // namespace sandbox
