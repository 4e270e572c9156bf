// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox.h"

#include <QJsonObject>
#include <QTcpSocket>

#include <optional>

/// What came over the wire for one request, as it came.
struct Answer
{
    int status = 0;                        ///< 0: no answer
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool closed = false; ///< the connection ended before the body was whole

    QByteArray header(const QByteArray &name) const { return headers.value(name.toLower()); }
    QJsonObject json() const;
    QJsonObject data() const { return json().value(u"data").toObject(); }
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// A sandbox, and a client that sends what it is told and repeats nothing by itself.
class Service
{
public:
    explicit Service(sandbox::Options options);

    sandbox::Sandbox &operator*() { return m_sandbox; }
    sandbox::Sandbox::Tally tally() const { return m_sandbox.tally(); }
    quint16 port() const { return static_cast<quint16>(m_sandbox.baseUrl().port()); }
    void setKey(const QByteArray &key) { m_key = key; }

    /// A path such as "/api/v1/models", or a whole URL.
    Answer get(const QString &path, const Headers &headers = {}) const;
    Answer post(const QString &path, const QByteArray &body, const Headers &headers = {}) const;
    /// Without a key.
    Answer fetch(const QString &url, const Headers &headers = {}) const;
    Answer submit(const QJsonObject &body, bool video = false) const;
    /// The id of a submission that must be accepted.
    QString accepted(const QJsonObject &body, bool video = false) const;
    Answer poll(const QString &id) const;
    /// Polls until the prediction's state is that; the last answer.
    Answer pollUntil(const QString &id, const QString &state) const;
    /// Where the file of a completed prediction is.
    QString fileOf(const QString &id) const;

    /// Writes a request and leaves the answer to the caller.
    std::unique_ptr<QTcpSocket> begin(const QByteArray &method, const QString &path,
                                      const QByteArray &body, const Headers &headers) const;
    static Answer read(QTcpSocket &socket, int timeout = 10'000);

private:
    Headers withKey(Headers headers) const;

    sandbox::Dialect m_dialect;
    sandbox::Sandbox m_sandbox;
    QByteArray m_key = "a-key";
};

/// The options of a sandbox that hurries: any model, everything ready at once.
sandbox::Options hurried();
/// An order for a small picture, different for each prompt.
QJsonObject smallImage(const QString &prompt = QStringLiteral("a red boat"));
/// The lines of a log, parsed; only those of that event.
QList<QJsonObject> logLines(const QString &file, const QString &event);
/// Sets back the times of all that a state file says was accepted: as if so many seconds had
/// passed.
bool letPass(const QString &state, qint64 seconds);
