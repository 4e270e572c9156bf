// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/httperror.h"

#include "atlas/replies.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrl>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace atlas {

namespace {

// Far more than any sentence, far less than an HTML page that strayed into a message.
constexpr qsizetype longestMessage = 600;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(atlas::Client)
};

ErrorKind kindOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return ErrorKind::Key;
    case 402:
        return ErrorKind::Balance;
    case 425: // the server doesn't want it yet
        return ErrorKind::Busy;
    case 429:
        return ErrorKind::RateLimited;
    case 500:
        return ErrorKind::Internal;
    case 501:
    case 505:
        return ErrorKind::Refused;
    case 503:
        return ErrorKind::Busy;
    case 408: // somebody on the way, or the server, gave up waiting
        return ErrorKind::Gateway;
    default:
        break;
    }
    if (status >= 300 && status < 400)
        return ErrorKind::Redirect;
    return status >= 500 ? ErrorKind::Gateway : ErrorKind::Refused;
}

bool laterCanHelp(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::RateLimited:
    case ErrorKind::Internal:
    case ErrorKind::Busy:
    case ErrorKind::Gateway:
    case ErrorKind::Network:
    case ErrorKind::BadReply:
        return true;
    case ErrorKind::Refused:
    case ErrorKind::Key:
    case ErrorKind::Balance:
    case ErrorKind::Tls:
    case ErrorKind::Redirect:
        break;
    }
    return false;
}

QString ownWords(int status)
{
    switch (kindOf(status)) {
    case ErrorKind::Key:
        return Text::tr("The server refused the API key (%1). Check the key in the settings.");
    case ErrorKind::Balance:
        return Text::tr("The account's balance is used up (%1).");
    case ErrorKind::RateLimited:
        return Text::tr("The server asks for fewer requests (%1).");
    case ErrorKind::Internal:
        return Text::tr("The server had an internal error (%1).");
    case ErrorKind::Busy:
        return Text::tr("The server is busy (%1).");
    case ErrorKind::Gateway:
        return Text::tr("The server could not be reached through its gateway (%1).");
    default:
        break;
    }
    if (status == 404)
        return Text::tr("The server doesn't know what was asked for (%1).");
    if (status == 413)
        return Text::tr("The request is too large for the server (%1).");
    if (status == 451)
        return Text::tr("The server refuses this request in this region (%1).");
    return Text::tr("The server refused the request (%1).");
}

} // namespace

Error errorFromStatus(int status, const QString &words, const QString &requestId, Purpose purpose)
{
    Error error;
    error.kind = kindOf(status);
    error.httpStatus = status;
    error.requestId = requestId;
    error.message = words.isEmpty() ? ownWords(status).arg(status) : words;
    error.mayHaveBeenAccepted = purpose == Purpose::Submission && error.kind == ErrorKind::Gateway;
    error.mayRetry = laterCanHelp(error.kind) && !error.mayHaveBeenAccepted;
    return error;
}

Error redirectError(const HttpAnswer &answer)
{
    Error error;
    error.kind = ErrorKind::Redirect;
    error.httpStatus = answer.status;
    error.requestId = answer.requestId;
    const QUrl target(answer.location);
    if (answer.location.isEmpty() || !target.isValid())
        error.message = Text::tr("The server answered with a redirect (%1) that leads nowhere. "
                                 "Check the base URL.")
                            .arg(answer.status);
    else
        error.message =
            Text::tr(
                "The server answered with a redirect (%1) to %2. Nothing was sent there, so that "
                "the API key stays with the server that it is for. Check the base URL.")
                .arg(QString::number(answer.status),
                     target.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery
                                            | QUrl::RemoveFragment));
    return error;
}

Error badReply(const HttpAnswer &answer, const QString &message, Purpose purpose)
{
    Error error;
    error.kind = ErrorKind::BadReply;
    error.httpStatus = answer.status;
    error.requestId = answer.requestId;
    error.message = message;
    error.mayHaveBeenAccepted = purpose == Purpose::Submission;
    error.mayRetry = !error.mayHaveBeenAccepted;
    return error;
}

QString errorText(const QJsonValue &error)
{
    if (error.isString())
        return error.toString().simplified().left(longestMessage);
    if (error.isArray()) {
        const QJsonArray entries = error.toArray();
        for (const QJsonValue &entry : entries) {
            if (const QString text = errorText(entry); !text.isEmpty())
                return text;
        }
        return {};
    }
    if (!error.isObject())
        return {};
    const QJsonObject object = error.toObject();
    for (const auto key :
         {"message"_L1, "msg"_L1, "detail"_L1, "error"_L1, "reason"_L1, "type"_L1}) {
        if (const QString text = errorText(object.value(key)); !text.isEmpty())
            return text;
    }
    return {};
}

QString serverWords(const QJsonObject &body)
{
    const QJsonObject data = body.value("data"_L1).toObject();
    for (const QJsonValue &place :
         {body.value("msg"_L1), body.value("message"_L1), body.value("error"_L1),
          body.value("detail"_L1), data.value("error"_L1), data.value("message"_L1),
          data.value("msg"_L1)}) {
        if (const QString text = errorText(place); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace atlas
