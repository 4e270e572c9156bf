// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/wire.h"
#include "sandbox/studio/studio.h"

#include <QFile>
#include <QObject>
#include <QTcpSocket>

#include <optional>

namespace sandbox {

/// A part of a file, as a `Range` header asks for it.
struct ByteRange
{
    qint64 from = 0;
    qint64 length = 0;
};

/// What a `Range` header asks of a file of that size: nothing for the whole file (no header, or
/// none that is understood), a range of length 0 for one that can't be answered (416).
std::optional<ByteRange> readRange(const QByteArray &header, qint64 size);

/// Sends a file, in pieces as fast as the client takes them. A child of the socket: it ends with
/// the connection, or when all is sent.
class FileSender : public QObject
{
    Q_OBJECT
public:
    enum class End {
        Whole,
        Truncated, ///< stops on the way and closes
        Broken,    ///< stops on the way and breaks the connection
    };
    /// `share` (0 to 1) of the bytes are sent where the end isn't Whole.
    FileSender(QTcpSocket *socket, const QString &path, ByteRange range, End end, double share);

    /// Answers with a file: 200, 206 or 416, which it returns; 500 if it can't be read.
    static int answer(QTcpSocket *socket, const Work &work, const QByteArray &range,
                      const QByteArray &ifRange, const Headers &headers, End end, double share);

private:
    void sendMore();
    void finish();

    QTcpSocket *m_socket;
    QFile m_file;
    qint64 m_left; ///< bytes still to be sent
    End m_end;
};

} // namespace sandbox
