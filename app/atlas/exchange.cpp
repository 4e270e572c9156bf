// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/exchange.h"

#include "atlas/oncebody.h"
#include "atlas/transfer/uploadbody.h"

#include <QCoreApplication>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(atlas::Client)
};

HttpAnswer answerOf(QNetworkReply &reply)
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.isOpen()) // a reply that timed out is not
        answer.body = reply.readAll();
    answer.requestId = QString::fromUtf8(reply.rawHeader("X-Request-ID")).trimmed();
    const QUrl target = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!target.isEmpty())
        answer.location = reply.url().resolved(target).toString();
    return answer;
}

QString messageFor(const QNetworkReply &reply)
{
    const QString host = reply.url().host();
    switch (reply.error()) {
    case QNetworkReply::OperationCanceledError: // only the transfer timeout does this here
    case QNetworkReply::TimeoutError:
        return Text::tr("No answer from %1 in time.").arg(host);
    case QNetworkReply::ConnectionRefusedError:
        return Text::tr("%1 refused the connection.").arg(host);
    case QNetworkReply::HostNotFoundError:
        return Text::tr("The server %1 was not found. Check the network and the base URL.")
            .arg(host);
    case QNetworkReply::SslHandshakeFailedError:
        return Text::tr("The connection to %1 is not safe: %2.").arg(host, reply.errorString());
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return Text::tr("%1 closed the connection before it had answered.").arg(host);
    default:
        return Text::tr("The connection to %1 broke: %2.").arg(host, reply.errorString());
    }
}

/// Below HTTP's own errors lie those of the connection, the proxy and the protocol; a reply with a
/// status and an error of the former kind came only in part.
bool brokeOff(const QNetworkReply &reply, int status)
{
    const QNetworkReply::NetworkError error = reply.error();
    if (error == QNetworkReply::NoError)
        return false;
    if (status == 0)
        return true;
    return error < QNetworkReply::ProxyConnectionRefusedError
        || error == QNetworkReply::ProtocolFailure || error == QNetworkReply::ContentReSendError
        || error == QNetworkReply::UnknownNetworkError;
}

Error brokenError(const QNetworkReply &reply, int status, bool bodyLeft)
{
    Error error;
    const bool tls = reply.error() == QNetworkReply::SslHandshakeFailedError;
    error.kind = tls ? ErrorKind::Tls : ErrorKind::Network;
    error.httpStatus = status;
    error.message = messageFor(reply);
    error.requestId = QString::fromUtf8(reply.rawHeader("X-Request-ID")).trimmed();
    error.mayHaveBeenAccepted = bodyLeft;
    error.mayRetry = !tls && !bodyLeft;
    return error;
}

Error tooLargeError(const QNetworkReply &reply, qint64 largest)
{
    Error error;
    error.kind = ErrorKind::BadReply;
    error.message = Text::tr("The answer of %1 is larger than %2 and was given up.")
                        .arg(reply.url().host(), QLocale().formattedDataSize(largest, 0));
    error.requestId = QString::fromUtf8(reply.rawHeader("X-Request-ID")).trimmed();
    return error;
}

} // namespace

QNetworkRequest apiRequest(const QUrl &url, const ApiKey &key, std::chrono::milliseconds timeout)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(timeout.count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Rushes/" RUSHES_VERSION ""_s);
    request.setRawHeader("Accept", "application/json");
    if (!key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + key.secret());
    return request;
}

Exchange::~Exchange()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void Exchange::get(QNetworkAccessManager *manager, const QNetworkRequest &request, qint64 largest)
{
    m_largest = largest;
    begin(manager->get(request));
    if (m_largest > 0)
        connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::take);
}

void Exchange::postOnce(QNetworkAccessManager *manager, QNetworkRequest request,
                        const QByteArray &body)
{
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    auto *once = new OnceBody(body);
    m_body = once;
    begin(post(manager, request, once));
}

void Exchange::postForm(QNetworkAccessManager *manager, QNetworkRequest request, UploadBody *body)
{
    request.setHeader(QNetworkRequest::ContentTypeHeader, body->contentType());
    m_form = body;
    begin(post(manager, request, body));
    connect(m_reply, &QNetworkReply::uploadProgress, this, &Exchange::sent);
}

QNetworkReply *Exchange::post(QNetworkAccessManager *manager, QNetworkRequest request,
                              QIODevice *body)
{
    request.setHeader(QNetworkRequest::ContentLengthHeader, body->size());
    // Without these, QNetworkAccessManager keeps a copy of the body that it can send again.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setRawHeader("Connection", "close");
    QNetworkReply *reply = manager->post(request, body);
    body->setParent(reply);
    return reply;
}

void Exchange::begin(QNetworkReply *reply)
{
    m_reply = reply;
    connect(reply, &QNetworkReply::finished, this, &Exchange::conclude);
}

void Exchange::take()
{
    // Counted as it is read, since what is compressed grows on the way here.
    m_taken += m_reply->read(m_largest - m_taken.size() + 1);
    if (m_taken.size() <= m_largest)
        return;
    m_tooLarge = true;
    m_reply->abort(); // concludes
}

void Exchange::conclude()
{
    QNetworkReply *reply = m_reply;
    Outcome outcome;
    outcome.answer = answerOf(*reply);
    outcome.answer.body.prepend(m_taken);
    if (m_tooLarge || (m_largest > 0 && outcome.answer.body.size() > m_largest))
        outcome = {{}, tooLargeError(*reply, m_largest)};
    else if (m_form && !m_form->fault().isEmpty())
        outcome = {{}, localFault(m_form->fault())};
    else if (brokeOff(*reply, outcome.answer.status))
        outcome.broken = brokenError(*reply, outcome.answer.status, m_body && m_body->wasTouched());
    m_reply.clear();
    reply->disconnect(this);
    reply->deleteLater();
    emit finished(outcome);
}

} // namespace atlas
