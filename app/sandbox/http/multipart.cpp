// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/multipart.h"

#include <QList>

namespace sandbox {

namespace {

/// The value of `name=` in a header's value, without quotes.
QByteArray attribute(const QByteArray &header, const QByteArray &name)
{
    for (const QByteArray &part : header.split(';')) {
        const QByteArray text = part.trimmed();
        if (!text.toLower().startsWith(name + '='))
            continue;
        QByteArray value = text.sliced(name.size() + 1);
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.sliced(1, value.size() - 2);
        return value;
    }
    return {};
}

QByteArray headerValue(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(name + ':'))
            return line.sliced(name.size() + 1).trimmed();
    }
    return {};
}

} // namespace

std::optional<FormFile> readFormFile(const QByteArray &contentType, const QByteArray &body,
                                     const QByteArray &field)
{
    const QByteArray boundary = attribute(contentType, "boundary");
    if (!contentType.trimmed().toLower().startsWith("multipart/form-data") || boundary.isEmpty())
        return {};
    const QByteArray mark = "--" + boundary;
    for (qsizetype at = body.indexOf(mark); at >= 0;) {
        const qsizetype headBegin = at + mark.size();
        const qsizetype headEnd = body.indexOf("\r\n\r\n", headBegin);
        const qsizetype next = body.indexOf("\r\n" + mark, headBegin);
        if (headEnd < 0 || next < headEnd)
            return {};
        const QByteArray head = body.sliced(headBegin, headEnd - headBegin);
        const QByteArray disposition = headerValue(head, "content-disposition");
        if (attribute(disposition, "name") == field) {
            return FormFile{QString::fromUtf8(attribute(disposition, "filename")),
                            headerValue(head, "content-type"),
                            body.sliced(headEnd + 4, next - headEnd - 4)};
        }
        at = next + 2;
    }
    return {};
}

} // namespace sandbox
