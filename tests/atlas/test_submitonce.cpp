// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/client.h"
#include "atlas/oncebody.h"
#include "support/httpscript.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using atlas::ErrorKind;

using SubmitResult = tl::expected<atlas::Accepted, atlas::Error>;

namespace {

atlas::Connection connectionTo(const HttpScript &server)
{
    atlas::Connection connection;
    connection.baseUrl = server.url(u"/api/v1"_s);
    connection.key = atlas::ApiKey("sk-once");
    connection.submitTimeout = 10s;
    return connection;
}

atlas::Submission submissionOf(qsizetype promptSize = 40)
{
    return {atlas::Endpoint::GenerateImage,
            {{u"model"_s, u"a/model"_s}, {u"prompt"_s, QString(promptSize, u'x')}}};
}

/// Submits `count` times at once and waits for all to end.
QList<SubmitResult> submitted(atlas::Client &client, int count,
                              const atlas::Submission &submission = submissionOf())
{
    QList<SubmitResult> results;
    for (int i = 0; i < count; ++i) {
        QObject::connect(client.submit(submission), &atlas::SubmitCall::finished, &client,
                         [&results](const SubmitResult &result) { results.append(result); });
    }
    [&] { QTRY_COMPARE_WITH_TIMEOUT(results.size(), count, 30000); }();
    return results;
}

/// Lets whatever would still be sent again arrive: a round trip to the same server, made by a
/// connection that is opened after everything else.
void settle(HttpScript &server)
{
    for (int round = 0; round < 5; ++round) {
        QTcpSocket late;
        late.connectToHost(QHostAddress::LocalHost, server.port());
        const int before = server.count("FLUSH");
        late.write("FLUSH / HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(server.count("FLUSH") > before);
    }
}

} // namespace

Q_DECLARE_METATYPE(HttpScript::When)

/// Submissions leave exactly once, whatever happens to their connection.
class TestSubmitOnce : public QObject
{
    Q_OBJECT
private slots:
    void theTrapIsReal();
    void brokenConnection_data();
    void brokenConnection();
    void closedAtAccept_data();
    void closedAtAccept();
    void everySubmissionHasAConnectionOfItsOwn();
    void serverThatKeepsConnectionsIsNotReused();
    void manyWaitForNoOther();
    void bodyReadsOnce();
};

/// What the others guard against: a plain POST is sent again. Should a later Qt stop doing so,
/// this fails, and the guards may go.
void TestSubmitOnce::theTrapIsReal()
{
    HttpScript server([](const HttpScript::PeerPtr &peer) { peer->close(); });
    QNetworkAccessManager manager;
    QNetworkRequest request(server.url(u"/"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = manager.post(request, QByteArray("{}"));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(server.count("POST") > 1);
}

void TestSubmitOnce::brokenConnection_data()
{
    QTest::addColumn<HttpScript::When>("when");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("promptSize");
    QTest::addColumn<int>("count");

    using When = HttpScript::When;
    for (const int count : {1, 20}) {
        const auto row = [count](const char *name, When when, bool reset, QByteArray before,
                                 int promptSize) {
            QTest::addRow("%s, %d at once", name, count)
                << when << reset << before << promptSize << count;
        };
        row("closed after the body", When::Whole, false, "", 40);
        row("reset after the body", When::Whole, true, "", 40);
        row("closed after a large body", When::Whole, false, "", 300000);
        row("reset after a large body", When::Whole, true, "", 300000);
        row("closed half way through", When::HalfBody, false, "", 2000000);
        row("reset half way through", When::HalfBody, true, "", 2000000);
        row("closed in the status line", When::Whole, false, "HTTP/1.", 40);
        row("closed in the headers", When::Whole, false, "HTTP/1.1 200 OK\r\nContent-Le", 40);
        row("reset in the headers", When::Whole, true, "HTTP/1.1 200 OK\r\nContent-Le", 40);
        row("closed in the answer", When::Whole, false,
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"request_id", 40);
        row("reset in the answer", When::Whole, true,
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"request_id", 40);
        row("closed in a 500", When::Whole, false,
            "HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n{\"msg", 40);
    }
}

void TestSubmitOnce::brokenConnection()
{
    QFETCH(HttpScript::When, when);
    QFETCH(bool, reset);
    QFETCH(QByteArray, before);
    QFETCH(int, promptSize);
    QFETCH(int, count);
    HttpScript server(
        [&](const HttpScript::PeerPtr &peer) {
            if (!before.isEmpty())
                peer->send(before);
            if (reset)
                peer->reset();
            else
                peer->close();
        },
        when);
    atlas::Client client(connectionTo(server));

    const QList<SubmitResult> results = submitted(client, count, submissionOf(promptSize));
    settle(server);

    QCOMPARE(server.count("POST"), count);
    for (const SubmitResult &result : results) {
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Network);
        QVERIFY(result.error().mayHaveBeenAccepted);
        QVERIFY(!result.error().mayRetry);
        QVERIFY(!result.error().message.isEmpty());
    }
}

void TestSubmitOnce::closedAtAccept_data()
{
    QTest::addColumn<bool>("reset");
    QTest::addColumn<int>("count");
    QTest::newRow("closed") << false << 1;
    QTest::newRow("reset") << true << 1;
    QTest::newRow("closed, 20 at once") << false << 20;
    QTest::newRow("reset, 20 at once") << true << 20;
}

/// The server reads nothing. Whether the body was on its way by then is a race; what counts is
/// that it never leaves twice, and that the error is cautious when it may have left.
void TestSubmitOnce::closedAtAccept()
{
    QFETCH(bool, reset);
    QFETCH(int, count);
    int posts = 0;
    HttpScript server([&posts](const HttpScript::PeerPtr &) { ++posts; });
    server.setOnConnection([reset](QTcpSocket *socket) {
        if (reset)
            resetConnection(socket);
        else
            socket->abort();
    });
    atlas::Client client(connectionTo(server));

    const QList<SubmitResult> results = submitted(client, count);

    QCOMPARE(posts, 0);
    for (const SubmitResult &result : results) {
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Network);
        QCOMPARE(result.error().mayRetry, !result.error().mayHaveBeenAccepted);
    }
}

void TestSubmitOnce::everySubmissionHasAConnectionOfItsOwn()
{
    HttpScript server(
        [](const HttpScript::PeerPtr &peer) { peer->json(200, R"({"request_id":"p"})"); });
    atlas::Client client(connectionTo(server));
    for (int i = 0; i < 3; ++i)
        QVERIFY(submitted(client, 1).first());
    QCOMPARE(server.connections(), 3);
    for (const HttpScript::Request &request : server.requests())
        QCOMPARE(request.header("Connection").toLower(), "close");
}

/// A server that says nothing of closing, and closes a moment later: a second submission on that
/// connection would be lost, or worse.
void TestSubmitOnce::serverThatKeepsConnectionsIsNotReused()
{
    HttpScript server([](const HttpScript::PeerPtr &peer) {
        peer->reply(200, R"({"request_id":"p"})", {{"Connection", "keep-alive"}});
    });
    atlas::Client client(connectionTo(server));
    QVERIFY(submitted(client, 1).first());
    QVERIFY(submitted(client, 1).first());
    QCOMPARE(server.connections(), 2);
}

/// QNetworkAccessManager opens at most six connections to a host; a submission that waited for
/// one would have its timeout running.
void TestSubmitOnce::manyWaitForNoOther()
{
    QList<HttpScript::PeerPtr> waiting;
    HttpScript server([&waiting](const HttpScript::PeerPtr &peer) {
        waiting.append(peer);
        if (waiting.size() < 20)
            return;
        for (qsizetype i = 0; i < waiting.size(); ++i)
            waiting[i]->json(200, "{\"request_id\":\"p" + QByteArray::number(i) + "\"}");
    });
    atlas::Client client(connectionTo(server));
    const QList<SubmitResult> results = submitted(client, 20);
    QCOMPARE(server.count("POST"), 20);
    QSet<QString> ids;
    for (const SubmitResult &result : results) {
        QVERIFY(result);
        ids.insert(result->predictionId);
    }
    QCOMPARE(ids.size(), 20);
}

void TestSubmitOnce::bodyReadsOnce()
{
    atlas::OnceBody body("abcdef");
    QVERIFY(!body.wasTouched());
    QCOMPARE(body.read(4), "abcd");
    QVERIFY(body.wasTouched());
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QVERIFY(!body.atEnd());
    QCOMPARE(body.readAll(), "ef");
    QVERIFY(body.atEnd());
    QVERIFY(!body.reset());
    QCOMPARE(body.readAll(), "");
}

QTEST_GUILESS_MAIN(TestSubmitOnce)
#include "test_submitonce.moc"
