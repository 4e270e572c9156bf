// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

/// An HTTP server whose every byte a test decides: what it answers, when, and how its connections
/// end. It knows just enough HTTP to record what it was sent. Listens on a free loopback port.
class HttpScript : public QObject
{
    Q_OBJECT
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    struct Request
    {
        QByteArray method;
        QByteArray target; ///< as it stood in the request line, still percent-encoded
        Headers headers;
        QByteArray body;    ///< as far as it came
        int connection = 0; ///< counts from 1

        /// Empty where there is none; names compare without case.
        QByteArray header(const QByteArray &name) const;
        bool hasHeader(const QByteArray &name) const;
    };

    /// One request on its connection; may be kept to be answered later.
    class Peer
    {
    public:
        Peer(QTcpSocket *socket, Request request);

        const Request &request() const { return m_request; }
        void send(const QByteArray &bytes);
        /// Status line, Content-Length, the headers and the body.
        void reply(int status, const QByteArray &body, const Headers &headers = {});
        void json(int status, const QByteArray &body) { reply(status, body, jsonHeaders()); }
        /// Ends the connection in order, after what was sent.
        void close();
        /// Ends it at once, with a TCP reset.
        void reset();

    private:
        static Headers jsonHeaders();

        QPointer<QTcpSocket> m_socket;
        Request m_request;
    };
    using PeerPtr = std::shared_ptr<Peer>;
    using Handler = std::function<void(const PeerPtr &)>;

    /// When a request is handed to the handler: when its body is whole, or as soon as that many
    /// bytes of it are there.
    enum class When { Whole, HeadOnly, HalfBody };

    explicit HttpScript(Handler handler, When when = When::Whole, QObject *parent = nullptr);
    ~HttpScript() override;

    /// Called for each new connection before anything is read from it.
    void setOnConnection(std::function<void(QTcpSocket *)> onConnection);
    void setHandler(Handler handler) { m_handler = std::move(handler); }

    /// Breaks every connection and takes no more, as if the network were gone; and listens on the
    /// same port again.
    void goAway();
    void comeBack();

    QUrl url(const QString &path = {}) const;
    quint16 port() const { return m_port; }
    /// In the order in which their heads arrived.
    const QList<Request> &requests() const { return m_requests; }
    int count(const QByteArray &method) const;
    int connections() const { return m_connections; }

private:
    struct Reading; // a connection's bytes that are not read yet

    void accept();
    void read(QTcpSocket *socket);
    bool takeRequest(QTcpSocket *socket, Reading &reading);

    QTcpServer m_server;
    quint16 m_port = 0;
    Handler m_handler;
    When m_when;
    std::function<void(QTcpSocket *)> m_onConnection;
    QHash<QTcpSocket *, std::shared_ptr<Reading>> m_reading;
    QList<Request> m_requests;
    int m_connections = 0;
};

/// Closes a connection with a TCP reset instead of an orderly end.
void resetConnection(QTcpSocket *socket);
