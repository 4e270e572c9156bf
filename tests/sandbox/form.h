// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/service.h"

#include <QBuffer>
#include <QImage>

/// A form with one file, and the upload of it.
inline QByteArray formOf(const QByteArray &content,
                         const QByteArray &fileName = QByteArrayLiteral("a.png"))
{
    return "--B1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
        + "\"\r\nContent-Type: image/png\r\n\r\n" + content + "\r\n--B1--\r\n";
}

inline Answer postForm(const Service &service, const QByteArray &body)
{
    return service.post(QStringLiteral("/api/v1/model/uploadMedia"), body,
                        {{"Content-Type", "multipart/form-data; boundary=B1"}});
}

/// The link of an upload that must be taken in (live dialect).
inline QString uploaded(const Service &service, const QByteArray &content)
{
    return postForm(service, formOf(content)).data().value(u"download_url").toString();
}

/// A PNG of one colour.
inline QByteArray plainPicture(const QColor &colour, QSize size = {64, 48})
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}
