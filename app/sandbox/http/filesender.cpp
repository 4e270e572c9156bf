// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/filesender.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 piece = 64 * 1024; // bytes
}

std::optional<ByteRange> readRange(const QByteArray &header, qint64 size)
{
    static const QRegularExpression form(u"^bytes=(\\d*)-(\\d*)$"_s);
    const auto match = form.match(QString::fromLatin1(header).remove(u' '));
    const QString first = match.captured(1);
    const QString last = match.captured(2);
    if (!match.hasMatch() || (first.isEmpty() && last.isEmpty()))
        return {};
    if (first.isEmpty()) {
        const qint64 length = std::min(last.toLongLong(), size);
        return ByteRange{size - length, length};
    }
    const qint64 from = first.toLongLong();
    const qint64 to = last.isEmpty() ? size - 1 : std::min(last.toLongLong(), size - 1);
    if (!last.isEmpty() && last.toLongLong() < from)
        return {};
    return ByteRange{from, from < size ? to - from + 1 : 0};
}

int FileSender::answer(QTcpSocket *socket, const Work &work, const QByteArray &range,
                       const QByteArray &ifRange, const Headers &headers, End end, double share)
{
    const QFileInfo file(work.path);
    if (!file.isReadable()) {
        send(socket, Reply{500, {}, {}, headers});
        return 500;
    }
    const qint64 size = file.size();
    Headers all = headers;
    all.emplaceBack("Accept-Ranges", "bytes");
    all.emplaceBack("ETag", work.tag);
    const bool isSameFile = ifRange.isEmpty() || ifRange == work.tag;
    const auto part = isSameFile ? readRange(range, size) : std::nullopt;
    if (part && part->length == 0) {
        all.emplaceBack("Content-Range", "bytes */" + QByteArray::number(size));
        send(socket, Reply{416, {}, {}, all});
        return 416;
    }
    const ByteRange sent = part.value_or(ByteRange{0, size});
    if (part) {
        all.emplaceBack("Content-Range",
                        "bytes " + QByteArray::number(sent.from) + '-'
                            + QByteArray::number(sent.from + sent.length - 1) + '/'
                            + QByteArray::number(size));
    }
    const int status = part ? 206 : 200;
    socket->write(head(status, work.contentType, sent.length, all));
    new FileSender(socket, work.path, sent, end, share);
    return status;
}

FileSender::FileSender(QTcpSocket *socket, const QString &path, ByteRange range, End end,
                       double share)
    : QObject(socket)
    , m_socket(socket)
    , m_file(path)
    , m_left(range.length)
    , m_end(end)
{
    if (end != End::Whole)
        m_left = std::min(m_left - 1, static_cast<qint64>(static_cast<double>(m_left) * share));
    if (!m_file.open(QIODevice::ReadOnly) || !m_file.seek(range.from)) {
        m_left = 0;
        m_end = End::Broken;
    }
    connect(socket, &QTcpSocket::bytesWritten, this, &FileSender::sendMore);
    // Once the HTTP server is done with the request.
    QTimer::singleShot(0, this, &FileSender::sendMore);
}

void FileSender::sendMore()
{
    while (m_left > 0 && m_socket->bytesToWrite() < 4 * piece) {
        const QByteArray bytes = m_file.read(std::min(piece, m_left));
        if (bytes.isEmpty()) {
            m_left = 0;
            m_end = End::Broken;
            break;
        }
        m_socket->write(bytes);
        m_left -= bytes.size();
    }
    if (m_left == 0 && m_socket->bytesToWrite() == 0)
        finish();
}

void FileSender::finish()
{
    disconnect(m_socket, nullptr, this, nullptr);
    if (m_end == End::Truncated)
        m_socket->disconnectFromHost();
    else if (m_end == End::Broken)
        breakConnection(m_socket);
    deleteLater();
}

} // namespace sandbox
