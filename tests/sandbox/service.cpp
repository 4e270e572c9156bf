// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

Service::Service(sandbox::Options options)
    : m_dialect(options.dialect)
    , m_sandbox(std::move(options))
{
    const auto started = m_sandbox.start();
    if (!started)
        qFatal("%s", qPrintable(started.error()));
}

Headers Service::withKey(Headers headers) const
{
    if (!m_key.isEmpty())
        headers.emplaceBack("Authorization", "Bearer " + m_key);
    return headers;
}

std::unique_ptr<QTcpSocket> Service::begin(const QByteArray &method, const QString &path,
                                           const QByteArray &body, const Headers &headers) const
{
    const QString target = path.startsWith(u'/') ? path : QUrl(path).path(QUrl::FullyEncoded);
    QByteArray request = method + ' ' + target.toLatin1() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (method == "POST")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, port());
    socket->waitForConnected();
    socket->write(request + "\r\n" + body);
    return socket;
}

Answer Service::read(QTcpSocket &socket, int timeout)
{
    const QDeadlineTimer deadline(timeout);
    const auto remaining = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    QByteArray bytes;
    Answer answer;
    qsizetype bodyAt = -1;
    qint64 length = 0;
    while (!deadline.hasExpired()) {
        bytes += socket.readAll();
        if (bodyAt < 0 && bytes.contains("\r\n\r\n")) {
            bodyAt = bytes.indexOf("\r\n\r\n") + 4;
            QList<QByteArray> lines = bytes.first(bodyAt - 4).split('\n');
            answer.status = lines.takeFirst().split(' ').value(1).toInt();
            for (const QByteArray &line : lines) {
                const qsizetype colon = line.indexOf(':');
                answer.headers.insert(line.first(colon).toLower(),
                                      line.sliced(colon + 1).trimmed());
            }
            length = answer.header("Content-Length").toLongLong();
        }
        if (bodyAt >= 0 && bytes.size() - bodyAt >= length)
            break;
        if (socket.state() != QAbstractSocket::ConnectedState && socket.bytesAvailable() == 0) {
            answer.closed = true;
            break;
        }
        if (socket.bytesToWrite() > 0)
            socket.waitForBytesWritten(remaining());
        else
            socket.waitForReadyRead(remaining());
    }
    if (bodyAt >= 0)
        answer.body = bytes.sliced(bodyAt);
    return answer;
}

Answer Service::get(const QString &path, const Headers &headers) const
{
    return read(*begin("GET", path, {}, withKey(headers)));
}

Answer Service::post(const QString &path, const QByteArray &body, const Headers &headers) const
{
    return read(*begin("POST", path, body, withKey(headers)));
}

Answer Service::fetch(const QString &url, const Headers &headers) const
{
    return read(*begin("GET", url, {}, headers));
}

Answer Service::submit(const QJsonObject &body, bool video) const
{
    return post(video ? u"/api/v1/model/generateVideo"_s : u"/api/v1/model/generateImage"_s,
                QJsonDocument(body).toJson(), {{"Content-Type", "application/json"}});
}

QString Service::accepted(const QJsonObject &body, bool video) const
{
    const Answer answer = submit(body, video);
    return m_dialect == sandbox::Dialect::Live ? answer.data().value("id"_L1).toString()
                                               : answer.json().value("request_id"_L1).toString();
}

Answer Service::poll(const QString &id) const
{
    const QString path = u"/api/v1/model/prediction/"_s + id;
    return get(m_dialect == sandbox::Dialect::Live ? path : path + "/get"_L1);
}

Answer Service::pollUntil(const QString &id, const QString &state) const
{
    const QDeadlineTimer deadline(20'000);
    Answer answer;
    while (!deadline.hasExpired()) {
        answer = poll(id);
        const QJsonObject status =
            m_dialect == sandbox::Dialect::Live ? answer.data() : answer.json();
        if (status.value("status"_L1).toString() == state)
            break;
        QTest::qWait(5);
    }
    return answer;
}

QString Service::fileOf(const QString &id) const
{
    const Answer answer = pollUntil(id, u"completed"_s);
    if (m_dialect == sandbox::Dialect::Live)
        return answer.data().value("outputs"_L1).toArray().at(0).toString();
    const QJsonObject output = answer.json().value("output"_L1).toObject();
    return output.value(output.keys().value(0)).toString();
}

sandbox::Options hurried()
{
    sandbox::Options options;
    options.speed = 10'000;
    return options;
}

QJsonObject smallImage(const QString &prompt)
{
    return {
        {"model"_L1, "some/model"_L1}, {"prompt"_L1, prompt}, {"width"_L1, 96}, {"height"_L1, 64}};
}

QList<QJsonObject> logLines(const QString &file, const QString &event)
{
    QFile log(file);
    QList<QJsonObject> lines;
    if (!log.open(QIODevice::ReadOnly))
        return lines;
    for (const QByteArray &line : log.readAll().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.value("event"_L1).toString() == event)
            lines.append(object);
    }
    return lines;
}

bool letPass(const QString &state, qint64 seconds)
{
    QFile before(state);
    if (!before.open(QIODevice::ReadOnly))
        return false;
    QByteArray aged;
    for (const QByteArray &line : before.readAll().split('\n')) {
        QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.isEmpty())
            continue;
        if (object.contains("at"_L1))
            object["at"_L1] = object.value("at"_L1).toInteger() - seconds * 1000;
        aged += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    QFile file(state);
    return file.open(QIODevice::WriteOnly) && file.write(aged) == aged.size();
}
