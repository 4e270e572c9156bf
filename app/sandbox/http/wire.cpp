// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/wire.h"

#include <QJsonDocument>
#include <QTimer>

#include <sys/socket.h>

namespace sandbox {

namespace {

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 206:
        return "Partial Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 413:
        return "Content Too Large";
    case 416:
        return "Range Not Satisfiable";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

} // namespace

Reply Reply::json(const QJsonObject &object, int status)
{
    Reply reply;
    reply.status = status;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

QByteArray head(int status, const QByteArray &contentType, qint64 length, const Headers &headers)
{
    QByteArray lines = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n";
    const auto add = [&lines](const QByteArray &name, const QByteArray &value) {
        lines += name + ": " + value + "\r\n";
    };
    add("Content-Length", QByteArray::number(length));
    if (!contentType.isEmpty())
        add("Content-Type", contentType);
    for (const auto &[name, value] : headers)
        add(name, value);
    return lines + "\r\n";
}

void send(QTcpSocket *socket, const Reply &reply)
{
    socket->write(head(reply.status, reply.contentType, reply.body.size(), reply.headers)
                  + reply.body);
}

void breakConnection(QTcpSocket *socket)
{
    // Not from within the HTTP server's own handling of this socket.
    QTimer::singleShot(0, socket, [socket] {
        const linger atOnce{1, 0};
        setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                   sizeof atOnce);
        socket->abort();
    });
}

} // namespace sandbox
