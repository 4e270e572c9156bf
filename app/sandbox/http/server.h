// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/multipart.h"
#include "sandbox/http/wire.h"
#include "sandbox/inputs/inputfolder.h"
#include "sandbox/inputs/references.h"
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
    /// See Sandbox::expireLinks.
    void expireLinks() { m_links.killAll(); }
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
    /// Keeps the file and gives it a link; the error is the system's.
    tl::expected<QString, QString> takeIn(const FormFile &file);
    /// The picture or video that a request starts from, as far as the sandbox has it; empty: none.
    /// Refuses one that names an input that can't be fetched, or that is of the wrong kind.
    tl::expected<QString, Refusal> findInput(const QJsonObject &request);
    tl::expected<Work, Refusal> fetchInput(const Reference &reference, const Target &target);
    /// Null where there is none; looks for one of another who shares the state file, too.
    const Links::Link *findLink(const QString &token);
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
    InputFolder m_inputs;
    Predictions m_predictions;
    QHttpServer m_http;
    quint16 m_port = 0;
};

} // namespace sandbox
