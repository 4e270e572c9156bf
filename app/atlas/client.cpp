// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/client.h"

#include "atlas/addresses.h"
#include "atlas/exchange.h"
#include "atlas/httperror.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>

#include <functional>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace atlas {

namespace {

/// A server may well repeat in an error what it was sent.
void hideKey(QString &text, const ApiKey &key)
{
    if (key.isEmpty())
        return;
    const QString hidden = u"[API key]"_s;
    for (const QString &secret :
         {QString::fromUtf8(key.secret()), QString::fromUtf8(key.secret().toPercentEncoding())}) {
        text.replace(secret, hidden);
        // Long texts are cut, and the cut may go through the key.
        for (qsizetype length = secret.size() - 1; length >= 4; --length) {
            if (text.endsWith(QStringView(secret).first(length))) {
                text.chop(length);
                text += hidden;
                break;
            }
        }
    }
}

void hideKey(Error &error, const ApiKey &key)
{
    hideKey(error.message, key);
    hideKey(error.requestId, key);
}

/// What all calls do alike: hold back requests that must not leave, run exchanges one after the
/// other, and end once.
template <typename Base, typename Result>
class RunningCall : public Base
{
public:
    RunningCall(ApiKey key, QObject *parent)
        : Base(parent)
        , m_key(std::move(key))
    {
    }

    void abort() override
    {
        m_ended = true;
        delete m_exchange;
        m_exchange = nullptr;
        this->deleteLater();
    }

protected:
    const ApiKey &key() const { return m_key; }

    /// Begins an exchange by `send`, and hands what comes of it to `then`; or ends the call at
    /// once with the reason why nothing may be sent.
    void exchange(const QUrl &url, const std::function<void(Exchange &)> &send,
                  const std::function<void(const Outcome &)> &then)
    {
        if (const auto obstacle = obstacleTo(url, m_key)) {
            endLater(*obstacle);
            return;
        }
        m_exchange = new Exchange(this);
        QObject::connect(m_exchange, &Exchange::finished, this, [this, then](const Outcome &o) {
            m_exchange->deleteLater();
            m_exchange = nullptr;
            then(o);
        });
        send(*m_exchange);
    }

    void endLater(const Error &error)
    {
        QMetaObject::invokeMethod(
            this, [this, error] { end(tl::unexpected(error)); }, Qt::QueuedConnection);
    }

    void end(tl::expected<Result, Error> result)
    {
        if (std::exchange(m_ended, true))
            return;
        if (!result)
            hideKey(result.error(), m_key);
        if constexpr (std::is_same_v<Result, Prediction>) {
            if (result)
                hideKey(result->error, m_key);
        }
        // First, since a receiver may delete the client and this with it.
        this->deleteLater();
        emit this->finished(result);
    }

private:
    ApiKey m_key;
    Exchange *m_exchange = nullptr;
    bool m_ended = false;
};

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
