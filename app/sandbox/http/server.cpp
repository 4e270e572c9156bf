// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/server.h"

#include "sandbox/http/replies.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTcpServer>
#include <QUuid>

#include <memory>
#include <utility>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 50 * 1024 * 1024; // of a request's body, docs/atlas-api.md

using Method = QHttpServerRequest::Method;

} // namespace

Server::Server(const Options &options, Journal &journal, Shelf shelf)
    : m_options(options)
    , m_journal(journal)
    , m_shelf(std::move(shelf))
    , m_chance(options.seed + 1)
    , m_links(options.resultLife, options.uploadLife)
    , m_predictions(options, journal, m_links, &m_studio)
{
    addRoutes();
}

tl::expected<quint16, QString> Server::listen()
{
    if (const auto checked = m_studio.check(); !checked)
        return tl::unexpected(checked.error());
    if (const auto opened = m_predictions.open(); !opened)
        return tl::unexpected(opened.error());
    const QString &state = m_options.stateFile;
    const QString inputs =
        state.isEmpty() ? m_studio.folder() + u"/inputs"_s : state + u".inputs"_s;
    m_inputs.open(inputs);
    auto tcp = std::make_unique<QTcpServer>();
    tcp->setListenBacklogSize(256);
    if (!tcp->listen(QHostAddress::LocalHost, m_options.port)) {
        return tl::unexpected(QCoreApplication::translate(
                                  "sandbox::Server", "The sandbox can't listen on port %1: %2.")
                                  .arg(m_options.port)
                                  .arg(tcp->errorString()));
    }
    m_port = tcp->serverPort();
    m_http.bind(tcp.release());
    return m_port;
}

void Server::addRoutes()
{
    using Request = const QHttpServerRequest &;
    using Responder = QHttpServerResponder &&;
    const auto api = [](const char *path) { return "/api/v1"_L1 + QLatin1StringView(path); };

    m_http.route(api("/model/generateImage"), Method::Post, [this](Request request, Responder out) {
        submit(call(request, out), batch::MediaType::Image);
    });
    m_http.route(api("/model/generateVideo"), Method::Post, [this](Request request, Responder out) {
        submit(call(request, out), batch::MediaType::Video);
    });
    m_http.route(api("/model/uploadMedia"), Method::Post,
                 [this](Request request, Responder out) { upload(call(request, out)); });
    const bool isArticle = m_options.dialect == Dialect::Article;
    m_http.route(api(isArticle ? "/model/prediction/<arg>/get" : "/model/prediction/<arg>"),
                 Method::Get, [this](const QString &id, Request request, Responder out) {
                     poll(call(request, out), id);
                 });
    m_http.route(api("/models"), Method::Get, [this](Request request, Responder out) {
        answer(call(request, out), Reply::json(m_shelf.list(url(u"/schemas/"_s))));
    });
    m_http.route(u"/schemas/<arg>"_s, Method::Get,
                 [this](const QString &name, Request request, Responder out) {
                     schema(call(request, out), name);
                 });
    m_http.route(u"/public/v1/balance"_s, Method::Get,
                 [this](Request request, Responder out) { balance(call(request, out)); });
    m_http.route(u"/files/<arg>/<arg>"_s, Method::Get,
                 [this](const QString &token, const QString &, Request request, Responder out) {
                     download(call(request, out), token);
                 });
    m_http.setMissingHandler(
        [this](Request request, Responder out) { wrongPath(call(request, out)); });
}

Server::Call Server::call(const QHttpServerRequest &request,
                          const QHttpServerResponder &responder) const
{
    QTcpSocket *socket = responder.socket();
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return {request, socket, QUuid::createUuid().toString(QUuid::WithoutBraces)};
}

void Server::answer(const Call &call, Reply reply) const
{
    answer(call.socket, call.id, std::move(reply));
}

void Server::answer(QTcpSocket *socket, const QString &requestId, Reply reply) const
{
    reply.headers.emplaceBack("X-Request-ID", requestId.toLatin1());
    send(socket, reply);
}

void Server::refuse(const Call &call, int status, const QString &message) const
{
    const bool isPublic = call.request.url().path().startsWith("/public/"_L1);
    answer(call,
           isPublic ? replies::publicError(status, message, call.id)
                    : replies::error(status, message, call.id));
}

bool Server::isKeyAccepted(const QByteArray &authorization) const
{
    if (!authorization.startsWith("Bearer "))
        return false;
    const QByteArray key = authorization.sliced(7).trimmed();
    return m_options.keys.isEmpty() ? !key.isEmpty() : m_options.keys.contains(key);
}

bool Server::admit(const Call &call) const
{
    if (!isKeyAccepted(call.header("Authorization"))) {
        refuse(call, 401, call.hasKey() ? u"Invalid API key"_s : u"Missing API key"_s);
        return false;
    }
    if (call.request.body().size() > mostBytes) {
        refuse(call, 413, u"The request body is over 50 MB"_s);
        return false;
    }
    return true;
}

void Server::wrongPath(const Call &call) const
{
    // The gateway authenticates before it routes, and knows no path that isn't a service's.
    refuse(call, 401, u"Unauthorized"_s);
}

void Server::balance(const Call &call)
{
    if (admit(call))
        answer(call, replies::balance(m_predictions.balance()));
}

void Server::schema(const Call &call, const QString &name) const
{
    const QJsonObject document = m_shelf.schemaNamed(name);
    if (document.isEmpty())
        refuse(call, 404, u"There is no such schema"_s);
    else
        answer(call, Reply::json(document));
}

QUrl Server::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

QUrl Server::fileUrl(const QString &token) const
{
    const Links::Link *link = m_links.find(token);
    if (!link)
        return {};
    return url(u"/files/%1/%2"_s.arg(token, QFileInfo(link->work.path).fileName()));
}

} // namespace sandbox
