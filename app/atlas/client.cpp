// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/client.h"

#include "atlas/addresses.h"
#include "atlas/exchange.h"
#include "atlas/runningcall.h"
#include "atlas/transfer/uploadbody.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace atlas {

namespace {

class RunningSubmit final : public RunningCall<SubmitCall, Accepted>
{
public:
    RunningSubmit(const Connection &connection, const Submission &submission, QObject *parent)
        : RunningCall(connection.key, parent)
    {
        const QUrl url = submitUrl(connection.baseUrl, submission.endpoint);
        const QNetworkRequest request = apiRequest(url, key(), connection.submitTimeout);
        const QByteArray body = QJsonDocument(submission.body).toJson(QJsonDocument::Compact);
        exchange(
            url,
            [this, &request, &body](Exchange &e) {
                // A manager for this one submission: no connection left over from another, and no
                // queue, in which it would wait with its timeout running.
                e.postOnce(new QNetworkAccessManager(this), request, body);
            },
            [this](const Outcome &outcome) { end(outcome.read(readAccepted)); });
    }
};

class RunningUpload final : public RunningCall<UploadCall, Uploaded>
{
public:
    RunningUpload(const Connection &connection, const UploadFile &file, QObject *parent)
        : RunningCall(connection.key, parent)
    {
        auto body = std::make_unique<UploadBody>(file);
        if (const auto fault = body->begin()) {
            endLater(localFault(*fault));
            return;
        }
        const QUrl url = uploadUrl(connection.baseUrl);
        const QNetworkRequest request = apiRequest(url, key(), connection.uploadTimeout);
        exchange(
            url,
            [this, &request, &body](Exchange &e) {
                connect(&e, &Exchange::sent, this,
                        [this, form = body.get()](qint64 bytes) { tell(*form, bytes); });
                // A manager of its own, as for a submission: many files at once are more than six
                // connections, and a poll must not wait for one.
                e.postForm(new QNetworkAccessManager(this), request, body.release());
            },
            [this](const Outcome &outcome) { end(outcome.read(readUploaded)); });
    }

private:
    void tell(const UploadBody &form, qint64 bytes)
    {
        const qint64 sent = form.ofFile(bytes);
        if (sent > std::exchange(m_sent, std::max(sent, m_sent)))
            emit progress(sent, form.fileSize());
    }

    qint64 m_sent = 0;
};

class RunningPoll final : public RunningCall<PollCall, Prediction>
{
public:
    /// `spoken` is the path that the server is known to speak, shared by all polls of a client.
    RunningPoll(QNetworkAccessManager *manager, const Connection &connection,
                const QString &predictionId, std::shared_ptr<std::optional<PollPath>> spoken,
                QObject *parent)
        : RunningCall(connection.key, parent)
        , m_manager(manager)
        , m_connection(connection)
        , m_id(predictionId)
        , m_spoken(std::move(spoken))
    {
        ask(m_spoken->value_or(PollPath::Live));
    }

private:
    void ask(PollPath path)
    {
        const QUrl url = pollUrl(m_connection.baseUrl, path, m_id);
        exchange(
            url,
            [this, &url](Exchange &e) {
                e.get(m_manager, apiRequest(url, key(), m_connection.pollTimeout));
            },
            [this, path](const Outcome &outcome) {
                take(path, outcome.read([this](const HttpAnswer &answer) {
                    return readPrediction(answer, m_id);
                }));
            });
    }

    void take(PollPath path, const tl::expected<Prediction, Error> &result)
    {
        if (result) {
            if (!*m_spoken)
                *m_spoken = path;
            end(result);
        } else if (m_firstError) {
            // Both paths said no. A wrong path answers 401, so any other word comes from the right
            // one: it was let in and routed.
            const bool fromFirst =
                result.error().kind == ErrorKind::Key && m_firstError->kind == ErrorKind::Refused;
            if (fromFirst)
                end(tl::unexpected(*m_firstError));
            else
                end(result);
        } else if (mayBeTheWrongPath(result.error()) && *m_spoken != path) {
            m_firstError = result.error();
            ask(m_spoken->value_or(PollPath::Article));
        } else {
            end(result);
        }
    }

    static bool mayBeTheWrongPath(const Error &error)
    {
        return error.kind == ErrorKind::Key || error.httpStatus == 404;
    }

    QNetworkAccessManager *m_manager;
    Connection m_connection;
    QString m_id;
    std::shared_ptr<std::optional<PollPath>> m_spoken;
    std::optional<Error> m_firstError;
};

class RunningBalance final : public RunningCall<BalanceCall, batch::Cost>
{
public:
    RunningBalance(QNetworkAccessManager *manager, const Connection &connection, QObject *parent)
        : RunningCall(connection.key, parent)
    {
        const QUrl url = balanceUrl(connection.baseUrl);
        exchange(
            url,
            [&](Exchange &e) { e.get(manager, apiRequest(url, key(), connection.pollTimeout)); },
            [this](const Outcome &outcome) { end(outcome.read(readBalance)); });
    }
};

/// Without a key.
class RunningFetch final : public RunningCall<FetchCall, QByteArray>
{
public:
    RunningFetch(QNetworkAccessManager *manager, const QUrl &url, std::chrono::milliseconds timeout,
                 qint64 largest, const std::optional<Error> &obstacle, QObject *parent)
        : RunningCall(ApiKey(), parent)
    {
        if (obstacle) {
            endLater(*obstacle);
            return;
        }
        exchange(
            url, [&](Exchange &e) { e.get(manager, apiRequest(url, ApiKey(), timeout), largest); },
            [this](const Outcome &outcome) {
                // Half a document is none.
                if (outcome.broken && outcome.answer.status / 100 == 2)
                    end(tl::unexpected(*outcome.broken));
                else
                    end(outcome.read(readDocument));
            });
    }
};

} // namespace

class Client::Private
{
public:
    Connection connection;
    QNetworkAccessManager *queries = nullptr;
    std::shared_ptr<std::optional<PollPath>> pollPath = std::make_shared<std::optional<PollPath>>();
};

Client::Client(Connection connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->connection = std::move(connection);
    d->queries = new QNetworkAccessManager(this);
}

Client::~Client()
{
    // Before the manager that their replies belong to.
    qDeleteAll(findChildren<Call *>(Qt::FindDirectChildrenOnly));
}

const Connection &Client::connection() const
{
    return d->connection;
}

void Client::setKey(const ApiKey &key)
{
    d->connection.key = key;
}

SubmitCall *Client::submit(const Submission &submission)
{
    return new RunningSubmit(d->connection, submission, this);
}

UploadCall *Client::upload(const UploadFile &file)
{
    return new RunningUpload(d->connection, file, this);
}

PollCall *Client::poll(const QString &predictionId)
{
    return new RunningPoll(d->queries, d->connection, predictionId, d->pollPath, this);
}

FetchCall *Client::fetchModels(qint64 largest)
{
    return new RunningFetch(d->queries, modelsUrl(d->connection.baseUrl), d->connection.pollTimeout,
                            largest, {}, this);
}

FetchCall *Client::fetchSchema(const QUrl &url, qint64 largest)
{
    const QUrl plain = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    return new RunningFetch(d->queries, plain, d->connection.pollTimeout, largest,
                            obstacleToFile(plain, d->connection.baseUrl), this);
}

BalanceCall *Client::fetchBalance()
{
    return new RunningBalance(d->queries, d->connection, this);
}

} // namespace atlas
