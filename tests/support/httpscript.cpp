// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/httpscript.h"

#include <sys/socket.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

struct HttpScript::Reading
{
    int connection = 0;
    QByteArray bytes;
    qsizetype request = -1; ///< index of the request whose body is being read
    qint64 bodySize = 0;
    bool handled = false; ///< it was handed to the handler before its body was whole
};

QByteArray HttpScript::Request::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool HttpScript::Request::hasHeader(const QByteArray &name) const
{
    return std::any_of(headers.begin(), headers.end(), [&name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

HttpScript::Peer::Peer(QTcpSocket *socket, Request request)
    : m_socket(socket)
    , m_request(std::move(request))
{
}

void HttpScript::Peer::send(const QByteArray &bytes)
{
    if (m_socket) {
        m_socket->write(bytes);
        m_socket->flush();
    }
}

void HttpScript::Peer::reply(int status, const QByteArray &body, const Headers &headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    send(head + body);
}

HttpScript::Headers HttpScript::Peer::jsonHeaders()
{
    return {{"Content-Type", "application/json"}};
}

void HttpScript::Peer::close()
{
    if (m_socket)
        m_socket->disconnectFromHost();
}

void HttpScript::Peer::reset()
{
    if (m_socket)
        resetConnection(m_socket);
}

HttpScript::HttpScript(Handler handler, When when, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
    , m_when(when)
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpScript::accept);
    m_server.setListenBacklogSize(200);
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        qFatal("The test server can't listen: %s", qPrintable(m_server.errorString()));
    m_port = m_server.serverPort();
}

HttpScript::~HttpScript()
{
    for (QTcpSocket *socket : m_reading.keys())
        socket->disconnect(this);
}

void HttpScript::setOnConnection(std::function<void(QTcpSocket *)> onConnection)
{
    m_onConnection = std::move(onConnection);
}

void HttpScript::goAway()
{
    m_server.close();
    for (QTcpSocket *socket : m_reading.keys())
        socket->abort();
}

void HttpScript::comeBack()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("The test server can't listen again: %s", qPrintable(m_server.errorString()));
}

QUrl HttpScript::url(const QString &path) const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

int HttpScript::count(const QByteArray &method) const
{
    return static_cast<int>(
        std::count_if(m_requests.begin(), m_requests.end(),
                      [&method](const Request &request) { return request.method == method; }));
}

void HttpScript::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        auto reading = std::make_shared<Reading>();
        reading->connection = m_connections;
        m_reading.insert(socket, reading);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_reading.remove(socket);
            socket->deleteLater();
        });
        if (m_onConnection)
            m_onConnection(socket);
        if (m_reading.contains(socket))
            read(socket);
    }
}

void HttpScript::read(QTcpSocket *socket)
{
    const auto reading = m_reading.value(socket);
    if (!reading)
        return;
    reading->bytes += socket->readAll();
    while (m_reading.contains(socket) && takeRequest(socket, *reading)) { }
}

/// Whether it took one whole and there may be another.
bool HttpScript::takeRequest(QTcpSocket *socket, Reading &reading)
{
    if (reading.request < 0) {
        const qsizetype end = reading.bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QList<QByteArray> lines = reading.bytes.left(end).replace("\r\n", "\n").split('\n');
        reading.bytes.remove(0, end + 4);
        const QList<QByteArray> first = lines.first().split(' ');
        Request request;
        request.connection = reading.connection;
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
        }
        reading.bodySize = request.header("Content-Length").toLongLong();
        reading.handled = false;
        reading.request = m_requests.size();
        m_requests.append(request);
    }

    Request &request = m_requests[reading.request];
    const qint64 missing = reading.bodySize - request.body.size();
    request.body += reading.bytes.left(missing);
    reading.bytes.remove(0, std::min<qint64>(missing, reading.bytes.size()));
    const qint64 wanted = m_when == When::Whole ? reading.bodySize
        : m_when == When::HeadOnly              ? 0
                                                : reading.bodySize / 2;
    const bool whole = request.body.size() >= reading.bodySize;
    const bool handle = !reading.handled && request.body.size() >= wanted;
    if (whole)
        reading.request = -1;
    if (handle) {
        reading.handled = true;
        m_handler(std::make_shared<Peer>(socket, request));
    }
    return whole;
}

void resetConnection(QTcpSocket *socket)
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                 sizeof now);
    socket->abort();
}
