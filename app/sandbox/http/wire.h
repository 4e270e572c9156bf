// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QTcpSocket>

#include <utility>

namespace sandbox {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// An answer in full.
struct Reply
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    Headers headers;

    static Reply json(const QJsonObject &object, int status = 200);
};

/// The status line and headers of an answer whose body has that length.
QByteArray head(int status, const QByteArray &contentType, qint64 length, const Headers &headers);

void send(QTcpSocket *socket, const Reply &reply);

/// Breaks the connection: the other side sees a reset, not an end.
void breakConnection(QTcpSocket *socket);

} // namespace sandbox
