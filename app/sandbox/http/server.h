// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/wire.h"
#include "sandbox/journal.h"
#include "sandbox/links.h"
#include "sandbox/models/shelf.h"
#include "sandbox/predictions.h"
#include "sandbox/studio/studio.h"

#include <QHttpServer>
#include <QObject>
#include <QUrl>

namespace sandbox {

/// The HTTP side: its routes, keys and faults. Lives in the sandbox's thread.
class Server : public QObject
{
    Q_OBJECT
public:
    /// `options` and `journal` must outlive it.
    Server(const Options &options, Journal &journal, Shelf shelf);

    /// Listens on 127.0.0.1; returns the port. The error is for people.
    tl::expected<quint16, QString> listen();
    /// Other models than before, from the next request on.
    void setShelf(const Shelf &shelf) { m_shelf = shelf; }

private:
    /// A request that is being answered.
    struct Call
    {
        const QHttpServerRequest &request;
        QTcpSocket *socket;
        QString id; ///< for X-Request-ID

        QByteArray header(const QByteArray &name) const { return request.value(name); }
        bool hasKey() const { return !header("Authorization").isEmpty(); }
    };

    void addRoutes();
    Call call(const QHttpServerRequest &request, const QHttpServerResponder &responder) const;
    void answer(const Call &call, Reply reply) const;
    /// For an answer that comes after the request is gone.
    void answer(QTcpSocket *socket, const QString &requestId, Reply reply) const;
    void refuse(const Call &call, int status, const QString &message) const;
    /// Whether the request has a key that is accepted and a body that isn't too large; answers it
    /// if not.
    bool admit(const Call &call) const;
    bool isKeyAccepted(const QByteArray &authorization) const;

    void submit(const Call &call, batch::MediaType type);
    void logSubmission(const Call &call, int status, QJsonObject more) const;
    void poll(const Call &call, const QString &id);
    void logPoll(const QString &id, int status, QJsonObject more) const;
    void tell(QTcpSocket *socket, const QString &requestId, const Prediction &prediction) const;
    void upload(const Call &call);
    void balance(const Call &call);
    void download(const Call &call, const QString &token);
    void schema(const Call &call, const QString &name) const;
    void wrongPath(const Call &call) const;

    QUrl url(const QString &path) const;
    QUrl fileUrl(const QString &token) const;

    const Options &m_options;
    Journal &m_journal;
    Shelf m_shelf;
    Chance m_chance;
    Links m_links;
    Studio m_studio;
    Predictions m_predictions;
    QHttpServer m_http;
    quint16 m_port = 0;
};

} // namespace sandbox
