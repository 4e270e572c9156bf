// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/client.h"
#include "support/httpscript.h"

#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using atlas::ErrorKind;
using Peer = HttpScript::PeerPtr;
using Result = tl::expected<QByteArray, atlas::Error>;

namespace {

constexpr qint64 largest = 64 * 1024;

atlas::Connection connectionTo(const HttpScript &server)
{
    atlas::Connection connection;
    connection.baseUrl = server.url(u"/api/v1"_s);
    connection.key = atlas::ApiKey("sk-secret");
    connection.pollTimeout = 10s;
    return connection;
}

Result resultOf(atlas::FetchCall *call)
{
    std::optional<Result> result;
    QObject::connect(call, &atlas::FetchCall::finished, call,
                     [&result](const Result &r) { result = r; });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20000))
        qFatal("The call never ended.");
    return *result;
}

} // namespace

/// The list of models and the schemas: fetched without a key, and never more than is wanted.
class TestFetch : public QObject
{
    Q_OBJECT

private slots:
    void noKeyIsSent()
    {
        HttpScript server([](const Peer &peer) { peer->json(200, R"({"x": 1})"); });
        atlas::Client client(connectionTo(server));
        QCOMPARE(resultOf(client.fetchModels(largest)), QByteArray(R"({"x": 1})"));
        QCOMPARE(resultOf(client.fetchSchema(server.url(u"/s/a.json"_s), largest)),
                 QByteArray(R"({"x": 1})"));
        QUrl named = server.url(u"/s/b.json"_s);
        named.setUserInfo(u"name:word"_s);
        named.setQuery(u"v=2"_s);
        named.setFragment(u"part"_s);
        QVERIFY(resultOf(client.fetchSchema(named, largest)));

        QList<QByteArray> targets;
        for (const HttpScript::Request &request : server.requests()) {
            targets += request.target;
            QVERIFY(!request.hasHeader("Authorization"));
            QVERIFY(!request.hasHeader("Cookie"));
        }
        QCOMPARE(targets, (QList<QByteArray>{"/api/v1/models", "/s/a.json", "/s/b.json?v=2"}));
    }

    void whatComesWithA200IsForItsReader_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("an error") << QByteArray(R"({"code": "500", "msg": "internal"})");
        QTest::newRow("a page") << QByteArray("<!doctype html><title>Hello</title>");
        QTest::newRow("nothing") << QByteArray("");
    }

    void whatComesWithA200IsForItsReader()
    {
        QFETCH(const QByteArray, body);
        HttpScript server([&body](const Peer &peer) { peer->reply(200, body); });
        atlas::Client client(connectionTo(server));
        const Result result = resultOf(client.fetchModels(largest));
        QVERIFY(result);
        QCOMPARE(*result, body);
    }

    void itsSizeIsLimited_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("announced");
        QTest::addColumn<bool>("fits");
        QTest::newRow("just fits") << largest << true << true;
        QTest::newRow("one byte more") << largest + 1 << true << false;
        QTest::newRow("10 MB") << qint64(10'000'000) << true << false;
        QTest::newRow("just fits, unannounced") << largest << false << true;
        QTest::newRow("one byte more, unannounced") << largest + 1 << false << false;
        QTest::newRow("10 MB, unannounced") << qint64(10'000'000) << false << false;
    }

    void itsSizeIsLimited()
    {
        QFETCH(const qint64, size);
        QFETCH(const bool, announced);
        QFETCH(const bool, fits);
        const QByteArray body(size, 'x');
        HttpScript server([&](const Peer &peer) {
            if (announced) {
                peer->reply(200, body);
            } else {
                peer->send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body);
                peer->close();
            }
        });
        atlas::Client client(connectionTo(server));
        const Result list = resultOf(client.fetchModels(largest));
        const Result schema = resultOf(client.fetchSchema(server.url(u"/s.json"_s), largest));
        for (const Result &result : {list, schema}) {
            QCOMPARE(result.has_value(), fits);
            if (fits) {
                QCOMPARE(*result, body);
                continue;
            }
            QCOMPARE(result.error().kind, ErrorKind::BadReply);
            QVERIFY(!result.error().mayRetry);
            QVERIFY2(result.error().message.contains(u"larger than 64 KiB"_s),
                     qUtf8Printable(result.error().message));
        }
    }

    void anEndlessAnswerIsGivenUpAsItComesIn()
    {
        bool hungUp = false;
        HttpScript server([](const Peer &peer) {
            // It never ends: the connection stays open.
            peer->send("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(largest + 1, 'x'));
        });
        server.setOnConnection([&hungUp](QTcpSocket *socket) {
            QObject::connect(socket, &QTcpSocket::disconnected, [&hungUp] { hungUp = true; });
        });
        atlas::Client client(connectionTo(server));
        QCOMPARE(resultOf(client.fetchModels(largest)).error().kind, ErrorKind::BadReply);
        QTRY_VERIFY(hungUp);
    }

    void halfAnAnswerIsNone()
    {
        HttpScript server([](const Peer &peer) {
            peer->send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\": []}");
            peer->close();
        });
        atlas::Client client(connectionTo(server));
        QCOMPARE(resultOf(client.fetchModels(largest)).error().kind, ErrorKind::Network);
    }

    void errorsInTheServersWords()
    {
        HttpScript server([](const Peer &peer) { peer->json(503, R"({"msg": "full house"})"); });
        atlas::Client client(connectionTo(server));
        const Result result = resultOf(client.fetchSchema(server.url(u"/s.json"_s), largest));
        QCOMPARE(result.error().kind, ErrorKind::Busy);
        QCOMPARE(result.error().message, u"full house"_s);
    }

    void redirectsAreNotFollowed()
    {
        HttpScript other([](const Peer &peer) { peer->json(200, "{}"); });
        HttpScript server([&other](const Peer &peer) {
            peer->reply(302, {}, {{"Location", other.url(u"/there"_s).toEncoded()}});
        });
        atlas::Client client(connectionTo(server));
        QCOMPARE(resultOf(client.fetchModels(largest)).error().kind, ErrorKind::Redirect);
        QCOMPARE(resultOf(client.fetchSchema(server.url(u"/s"_s), largest)).error().kind,
                 ErrorKind::Redirect);
        QCOMPARE(other.connections(), 0);
    }

    void schemasComeOverHttpsOrFromHere_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("http elsewhere") << u"http://192.0.2.1/s.json"_s;
        QTest::newRow("a name that begins like ours") << u"http://localhost.example/s.json"_s;
        QTest::newRow("a file") << u"file:///etc/hostname"_s;
        QTest::newRow("data") << u"data:application/json,{}"_s;
        QTest::newRow("ftp") << u"ftp://127.0.0.1/s.json"_s;
        QTest::newRow("a resource") << u"qrc:/catalog.json"_s;
        QTest::newRow("relative") << u"/s.json"_s;
        QTest::newRow("no host") << u"https:///s.json"_s;
        QTest::newRow("empty") << QString();
    }

    void schemasComeOverHttpsOrFromHere()
    {
        QFETCH(const QString, address);
        HttpScript server([](const Peer &peer) { peer->json(200, "{}"); });
        atlas::Client client(connectionTo(server));
        const Result result = resultOf(client.fetchSchema(QUrl(address), largest));
        QCOMPARE(result.error().kind, ErrorKind::Refused);
        QVERIFY(!result.error().message.isEmpty());
        QCOMPARE(server.connections(), 0);
    }

    void anAbortedFetchSaysNothing()
    {
        QList<Peer> waiting;
        HttpScript server([&waiting](const Peer &peer) { waiting.append(peer); });
        atlas::Client client(connectionTo(server));
        const QPointer<atlas::FetchCall> call =
            client.fetchSchema(server.url(u"/s.json"_s), largest);
        int ended = 0;
        connect(call, &atlas::FetchCall::finished, this, [&ended] { ++ended; });
        QTRY_COMPARE(waiting.size(), 1);
        call->abort();
        waiting.first()->json(200, "{}");
        QTRY_VERIFY(!call);
        QCOMPARE(ended, 0);
    }
};

QTEST_GUILESS_MAIN(TestFetch)
#include "test_fetch.moc"
