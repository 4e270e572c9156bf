// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/addresses.h"
#include "atlas/client.h"
#include "support/httpscript.h"

#include <QJsonDocument>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using atlas::ErrorKind;
using Peer = HttpScript::PeerPtr;

using SubmitResult = tl::expected<atlas::Accepted, atlas::Error>;
using PollResult = tl::expected<atlas::Prediction, atlas::Error>;
using FetchResult = tl::expected<QByteArray, atlas::Error>;
using BalanceResult = tl::expected<batch::Cost, atlas::Error>;

Q_DECLARE_METATYPE(atlas::ErrorKind)

namespace {

const QByteArray secret = "sk-very/secret+1";

atlas::Connection connectionTo(const QUrl &baseUrl)
{
    atlas::Connection connection;
    connection.baseUrl = baseUrl;
    connection.key = atlas::ApiKey(secret);
    connection.submitTimeout = 10s;
    connection.pollTimeout = 10s;
    return connection;
}

atlas::Connection connectionTo(const HttpScript &server)
{
    return connectionTo(server.url(u"/api/v1"_s));
}

atlas::Submission submission(atlas::Endpoint endpoint = atlas::Endpoint::GenerateImage)
{
    return {endpoint, {{u"model"_s, u"a/model"_s}, {u"prompt"_s, u"晨光 & tea"_s}}};
}

/// What a call ends with. It must not end within the function that began it.
template <typename Result, typename CallType>
Result resultOf(CallType *call)
{
    std::optional<Result> result;
    QObject::connect(call, &CallType::finished, call, [&result](const Result &r) { result = r; });
    const bool ended = QTest::qWaitFor([&result] { return result.has_value(); }, 20000);
    if (!ended)
        qFatal("The call never ended.");
    return *result;
}

SubmitResult submitted(atlas::Client &client)
{
    return resultOf<SubmitResult>(client.submit(submission()));
}

PollResult polled(atlas::Client &client, const QString &id = u"p1"_s)
{
    return resultOf<PollResult>(client.poll(id));
}

const QByteArray liveRunning =
    R"({"code": 200, "data": {"id": "p1", "status": "processing", "outputs": null}})";
const QByteArray articleRunning = R"({"status": "processing"})";

/// A gateway that speaks one path and answers 401 to any other, as the real one does.
HttpScript::Handler gateway(const QByteArray &path, int status, const QByteArray &body,
                            int elsewhere = 401)
{
    return [=](const Peer &peer) {
        if (peer->request().target == path)
            peer->json(status, body);
        else
            peer->json(elsewhere, R"({"code": 401, "msg": "unauthorized"})");
    };
}

QList<QByteArray> targetsOf(const HttpScript &server)
{
    QList<QByteArray> targets;
    for (const HttpScript::Request &request : server.requests())
        targets.append(request.target);
    return targets;
}

// A certificate that nobody signed, for 127.0.0.1, and its key: good for this test alone.
const QByteArray unsignedKey = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgGUOMJy8A7wTuC/IX
aCxw6l+Jj3plKkw1EHctaNVhViKhRANCAATlOn6ABL5bzEvRv9RReAbuI3HwD1Vx
k+4pqKgLJnjaa3rmC1ldeh67rnP3gMTkRNPWjJa84vGCM7hyQYAhRnJz
-----END PRIVATE KEY-----
)";
const QByteArray unsignedCertificate = R"(-----BEGIN CERTIFICATE-----
MIIBlDCCATqgAwIBAgIUa33YzzZNZr11fPMe1SKROmavOOkwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLcnVzaGVzLXRlc3QwIBcNMjYxMTIzMTkxNTM3WhgPMjEyNjEw
MzAxOTE1MzdaMBYxFDASBgNVBAMMC3J1c2hlcy10ZXN0MFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAE5Tp+gAS+W8xL0b/UUXgG7iNx8A9VcZPuKaioCyZ42mt65gtZ
XXoeu65z94DE5ETT1oyWvOLxgjO4ckGAIUZyc6NkMGIwHQYDVR0OBBYEFOkV1Uiv
eJHnCPsZ7wHVN5TgBq/WMB8GA1UdIwQYMBaAFOkV1UiveJHnCPsZ7wHVN5TgBq/W
MA8GA1UdEwEB/wQFMAMBAf8wDwYDVR0RBAgwBocEfwAAATAKBggqhkjOPQQDAgNI
ADBFAiAFIhhy7U3AZEPKKhJmtvwWaOV+5U7MHuLeg3HhGwP5bQIhAJQedtn18VV9
nxSLTgFAkt4T/zYi0nFaMSuAQI+0LT+6
-----END CERTIFICATE-----
)";

} // namespace

class TestClient : public QObject
{
    Q_OBJECT
private slots:
    void submits_data();
    void submits();
    void baseUrls_data();
    void baseUrls();
    void keyIsReadAtTheCall();
    void httpErrorsOverTheWire_data();
    void httpErrorsOverTheWire();
    void challengesAreNotAnswered();
    void keyIsHiddenInErrors();
    void keyIsHiddenWhereALongErrorIsCut();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void cookiesAreNotKept();
    void keyNeverTravelsInTheClear();
    void keyThatIsNoHeader();
    void badBaseUrl_data();
    void badBaseUrl();
    void refusedConnection();
    void unknownHost();
    void untrustedCertificate();
    void brokenHandshake();
    void submissionTimesOut();
    void pollTimesOut();
    void answerThatBreaksOffButMakesSense();
    void earlyRefusal();
    void pollPath_data();
    void pollPath();
    void pollPathIsRemembered_data();
    void pollPathIsRemembered();
    void pollPathIsNotGuessedFromErrors();
    void idsAreEncoded();
    void pollsOfBrokenConnectionsAreErrors();
    void models();
    void balance();
    void abortedCallsSayNothing();
    void clientMayBeDeletedInAnAnswer();
};

void TestClient::submits_data()
{
    QTest::addColumn<bool>("video");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("image") << false << QByteArray("/api/v1/model/generateImage");
    QTest::newRow("video") << true << QByteArray("/api/v1/model/generateVideo");
}

void TestClient::submits()
{
    QFETCH(bool, video);
    HttpScript server([](const Peer &peer) {
        peer->reply(200, R"({"request_id": "p1"})", {{"X-Request-ID", "trace-1"}});
    });
    atlas::Client client(connectionTo(server));
    const auto sent =
        submission(video ? atlas::Endpoint::GenerateVideo : atlas::Endpoint::GenerateImage);
    const auto result = resultOf<SubmitResult>(client.submit(sent));
    QVERIFY(result);
    QCOMPARE(*result, (atlas::Accepted{u"p1"_s, u"trace-1"_s}));

    QCOMPARE(server.requests().size(), 1);
    const HttpScript::Request &request = server.requests().first();
    QCOMPARE(request.method, "POST");
    QTEST(request.target, "target");
    QCOMPARE(request.header("Authorization"), "Bearer " + secret);
    QCOMPARE(request.header("Content-Type"), "application/json");
    QCOMPARE(request.header("User-Agent"), "Rushes/" RUSHES_VERSION);
    QCOMPARE(request.header("Content-Length").toInt(), request.body.size());
    QVERIFY(!request.hasHeader("Transfer-Encoding"));
    QVERIFY(!request.hasHeader("Cookie"));
    QCOMPARE(QJsonDocument::fromJson(request.body).object(), sent.body);
}

void TestClient::baseUrls_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("submit");
    QTest::addColumn<QString>("balance");
    QTest::newRow("as documented")
        << u"https://h.example/api/v1"_s << u"https://h.example/api/v1/model/generateImage"_s
        << u"https://h.example/public/v1/balance"_s;
    QTest::newRow("slash at the end")
        << u"https://h.example/api/v1/"_s << u"https://h.example/api/v1/model/generateImage"_s
        << u"https://h.example/public/v1/balance"_s;
    QTest::newRow("slashes at the end")
        << u"https://h.example/api/v1//"_s << u"https://h.example/api/v1/model/generateImage"_s
        << u"https://h.example/public/v1/balance"_s;
    QTest::newRow("no path") << u"https://h.example:8443"_s
                             << u"https://h.example:8443/model/generateImage"_s
                             << u"https://h.example:8443/public/v1/balance"_s;
    QTest::newRow("what doesn't belong there") << u"https://user:pw@h.example/api?x=1#y"_s
                                               << u"https://h.example/api/model/generateImage"_s
                                               << u"https://h.example/public/v1/balance"_s;
}

void TestClient::baseUrls()
{
    QFETCH(QString, base);
    QFETCH(QString, submit);
    QFETCH(QString, balance);
    QCOMPARE(atlas::submitUrl(QUrl(base), atlas::Endpoint::GenerateImage).toString(), submit);
    QCOMPARE(atlas::balanceUrl(QUrl(base)).toString(), balance);
}

void TestClient::keyIsReadAtTheCall()
{
    HttpScript server([](const Peer &peer) { peer->json(200, R"({"request_id": "p1"})"); });
    atlas::Client client(connectionTo(server));
    client.setKey(atlas::ApiKey("new-key"));
    QVERIFY(submitted(client));
    QCOMPARE(server.requests().last().header("Authorization"), "Bearer new-key");
    client.setKey(atlas::ApiKey());
    QVERIFY(submitted(client));
    QVERIFY(!server.requests().last().hasHeader("Authorization"));
}

void TestClient::httpErrorsOverTheWire_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("mayHaveBeenAccepted");
    const auto row = [](int status, ErrorKind kind, bool mayHaveBeenAccepted = false) {
        QTest::addRow("%d", status) << status << kind << mayHaveBeenAccepted;
    };
    for (const int status : {400, 404, 413, 422, 451})
        row(status, ErrorKind::Refused);
    row(401, ErrorKind::Key);
    row(403, ErrorKind::Key);
    row(402, ErrorKind::Balance);
    row(429, ErrorKind::RateLimited);
    row(500, ErrorKind::Internal);
    row(503, ErrorKind::Busy);
    row(502, ErrorKind::Gateway, true);
    row(504, ErrorKind::Gateway, true);
}

void TestClient::httpErrorsOverTheWire()
{
    QFETCH(int, status);
    HttpScript server([status](const Peer &peer) {
        peer->reply(status, R"({"code": 1, "msg": "the server's words", "data": null})",
                    {{"X-Request-ID", "trace-2"}});
    });
    atlas::Client client(connectionTo(server));
    const auto result = submitted(client);
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QTEST(result.error().mayHaveBeenAccepted, "mayHaveBeenAccepted");
    QCOMPARE(result.error().httpStatus, status);
    QCOMPARE(result.error().message, u"the server's words"_s);
    QCOMPARE(result.error().requestId, u"trace-2"_s);
    QCOMPARE(server.count("POST"), 1);
}

/// QNetworkAccessManager answers a WWW-Authenticate by itself where it can, by sending again.
void TestClient::challengesAreNotAnswered()
{
    for (const QByteArray &scheme : {QByteArray("Basic realm=\"x\""), QByteArray("Bearer"),
                                     QByteArray("Digest realm=\"x\", nonce=\"1\"")}) {
        HttpScript server([&scheme](const Peer &peer) {
            peer->reply(401, R"({"msg": "who are you"})", {{"WWW-Authenticate", scheme}});
        });
        atlas::Client client(connectionTo(server));
        const auto result = submitted(client);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Key);
        QVERIFY(!result.error().mayHaveBeenAccepted);
        QCOMPARE(result.error().message, u"who are you"_s);
        QCOMPARE(server.count("POST"), 1);
    }
}

void TestClient::keyIsHiddenInErrors()
{
    HttpScript server([](const Peer &peer) {
        const QByteArray body =
            "{\"msg\": \"bad key " + secret + " or " + secret.toPercentEncoding() + "\"}";
        if (peer->request().target.endsWith("done"))
            peer->json(200, R"({"status": "failed", "error": "your )" + secret + "\"}");
        else
            peer->reply(400, body, {{"X-Request-ID", secret}});
    });
    atlas::Client client(connectionTo(server));
    const auto refused = submitted(client);
    QVERIFY(refused.error().message.startsWith(u"bad key "_s));
    for (const QString &text : {refused.error().message, refused.error().requestId}) {
        QVERIFY(!text.contains(QString::fromUtf8(secret)));
        QVERIFY(!text.contains(QString::fromUtf8(secret.toPercentEncoding())));
    }
    const auto failed = polled(client, u"done"_s);
    QVERIFY(failed->error.startsWith(u"your "_s));
    QVERIFY(!failed->error.contains(QString::fromUtf8(secret)));
}

void TestClient::keyIsHiddenWhereALongErrorIsCut()
{
    // Wherever in the key the cut falls, no recognisable piece of it is left.
    for (qsizetype before = 560; before <= 600; ++before) {
        HttpScript server([before](const Peer &peer) {
            peer->reply(400, "{\"msg\": \"" + QByteArray(before, 'x') + secret + "\"}");
        });
        atlas::Client client(connectionTo(server));
        const QString message = submitted(client).error().message;
        QVERIFY(message.startsWith(u"xxxx"_s));
        QVERIFY2(!message.contains(QString::fromUtf8(secret.first(4))), qPrintable(message));
    }
}

void TestClient::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestClient::redirectsAreNotFollowed()
{
    QFETCH(int, status);
    HttpScript other([](const Peer &peer) { peer->json(200, R"({"request_id": "p1"})"); });
    HttpScript server([&](const Peer &peer) {
        peer->reply(status, "", {{"Location", other.url(u"/there"_s).toEncoded()}});
    });
    atlas::Client client(connectionTo(server));
    const auto result = submitted(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Redirect);
    QVERIFY(!result.error().mayHaveBeenAccepted);
    QVERIFY(result.error().message.contains(other.url(u"/there"_s).toString()));
    QCOMPARE(polled(client).error().kind, ErrorKind::Redirect);
    QCOMPARE(resultOf<FetchResult>(client.fetchModels(1024)).error().kind, ErrorKind::Redirect);
    QCOMPARE(other.connections(), 0);
}

void TestClient::cookiesAreNotKept()
{
    HttpScript server([](const Peer &peer) {
        peer->reply(200, R"({"status": "processing"})", {{"Set-Cookie", "a=b; Path=/"}});
    });
    atlas::Client client(connectionTo(server));
    QVERIFY(polled(client));
    QVERIFY(polled(client));
    QVERIFY(!server.requests().last().hasHeader("Cookie"));
}

void TestClient::keyNeverTravelsInTheClear()
{
    atlas::Client client(connectionTo(QUrl(u"http://192.0.2.1/api/v1"_s)));
    const auto result = submitted(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QVERIFY(!result.error().mayHaveBeenAccepted);
    QVERIFY(!result.error().mayRetry);
    QVERIFY(result.error().message.contains(u"192.0.2.1"_s));
    QCOMPARE(polled(client).error().kind, ErrorKind::Tls);

    const atlas::ApiKey key(secret);
    for (const QString &host :
         {u"127.0.0.1"_s, u"127.9.9.9"_s, u"[::1]"_s, u"localhost"_s, u"LOCALHOST"_s})
        QVERIFY(!atlas::obstacleTo(QUrl(u"http://"_s + host + u":8080/x"_s), key));
    for (const QString &host : {u"localhost.example"_s, u"10.0.0.1"_s, u"127.0.0.1.example"_s})
        QVERIFY(atlas::obstacleTo(QUrl(u"http://"_s + host + u"/x"_s), key));
    QVERIFY(!atlas::obstacleTo(QUrl(u"http://10.0.0.1/x"_s), atlas::ApiKey()));
}

void TestClient::keyThatIsNoHeader()
{
    HttpScript server([](const Peer &peer) { peer->json(200, R"({"request_id": "p1"})"); });
    atlas::Client client(connectionTo(server));
    client.setKey(atlas::ApiKey("abc\r\nX-Evil: 1"));
    const auto result = submitted(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Key);
    QVERIFY(!result.error().message.contains(u"Evil"_s));
    QCOMPARE(server.connections(), 0);
}

void TestClient::badBaseUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("none") << QString();
    QTest::newRow("no scheme") << u"api.example/v1"_s;
    QTest::newRow("another scheme") << u"ftp://api.example/v1"_s;
    QTest::newRow("no host") << u"https:///v1"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
}

void TestClient::badBaseUrl()
{
    QFETCH(QString, url);
    atlas::Client client(connectionTo(QUrl(url)));
    const auto result = submitted(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Refused);
    QVERIFY(!result.error().mayHaveBeenAccepted);
    QVERIFY(result.error().message.contains(u"base URL"_s));
}

void TestClient::refusedConnection()
{
    quint16 freePort = 0;
    {
        QTcpServer nobody;
        QVERIFY(nobody.listen(QHostAddress::LocalHost));
        freePort = nobody.serverPort();
    }
    atlas::Client client(connectionTo(QUrl(u"http://127.0.0.1:%1/api/v1"_s.arg(freePort))));
    const auto result = submitted(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY(!result.error().mayHaveBeenAccepted);
    QVERIFY(result.error().mayRetry);
    QCOMPARE(result.error().httpStatus, 0);
}

void TestClient::unknownHost()
{
    // RFC 6761: nobody answers for .invalid.
    atlas::Client client(connectionTo(QUrl(u"https://rushes.invalid/api/v1"_s)));
    const auto result = submitted(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY(!result.error().mayHaveBeenAccepted);
    QVERIFY(result.error().message.contains(u"rushes.invalid"_s));
}

void TestClient::untrustedCertificate()
{
    QSslServer server;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(unsignedCertificate));
    configuration.setPrivateKey(QSslKey(unsignedKey, QSsl::Ec));
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QSslServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this,
                [&received, socket] { received += socket->readAll(); });
    });
    atlas::Client client(
        connectionTo(QUrl(u"https://127.0.0.1:%1/api/v1"_s.arg(server.serverPort()))));
    const auto result = submitted(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QVERIFY(!result.error().mayHaveBeenAccepted);
    QVERIFY(!result.error().mayRetry);
    QCOMPARE(polled(client).error().kind, ErrorKind::Tls);
    QCOMPARE(received, "");
}

void TestClient::brokenHandshake()
{
    HttpScript server([](const Peer &) {});
    server.setOnConnection([](QTcpSocket *socket) {
        socket->write("220 this is no TLS\r\n");
        socket->disconnectFromHost();
    });
    QUrl url = server.url(u"/api/v1"_s);
    url.setScheme(u"https"_s);
    atlas::Client client(connectionTo(url));
    const auto result = submitted(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QVERIFY(!result.error().mayHaveBeenAccepted);
}

void TestClient::submissionTimesOut()
{
    HttpScript server([](const Peer &) {});
    atlas::Connection connection = connectionTo(server);
    connection.submitTimeout = 200ms;
    atlas::Client client(connection);
    const auto result = submitted(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY(result.error().mayHaveBeenAccepted);
    QVERIFY(result.error().message.contains(u"in time"_s));
    QCOMPARE(server.count("POST"), 1);
}

void TestClient::pollTimesOut()
{
    HttpScript server([](const Peer &peer) { peer->send("HTTP/1.1 200 OK\r\n"); });
    atlas::Connection connection = connectionTo(server);
    connection.pollTimeout = 200ms;
    atlas::Client client(connection);
    const auto result = polled(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY(result.error().mayRetry);
    QVERIFY(!result.error().mayHaveBeenAccepted);
}

/// An id that arrived is an id: it was paid for.
void TestClient::answerThatBreaksOffButMakesSense()
{
    HttpScript server([](const Peer &peer) {
        peer->send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"request_id\": \"p1\"}");
        peer->close();
    });
    atlas::Client client(connectionTo(server));
    const auto result = submitted(client);
    QVERIFY(result);
    QCOMPARE(result->predictionId, u"p1"_s);
}

/// A server may refuse a large body without reading it.
void TestClient::earlyRefusal()
{
    HttpScript server(
        [](const Peer &peer) {
            peer->reply(413, R"({"msg": "too large"})", {{"Connection", "close"}});
        },
        HttpScript::When::HeadOnly);
    atlas::Client client(connectionTo(server));
    atlas::Submission large = submission();
    large.body.insert(u"image"_s, QString(4000000, u'x'));
    const auto result = resultOf<SubmitResult>(client.submit(large));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Refused);
    QCOMPARE(result.error().httpStatus, 413);
    QVERIFY(!result.error().mayHaveBeenAccepted);
    QCOMPARE(server.count("POST"), 1);
}

void TestClient::pollPath_data()
{
    QTest::addColumn<int>("liveStatus");
    QTest::addColumn<int>("articleStatus");
    QTest::addColumn<int>("reported"); // 0: a prediction
    QTest::addColumn<int>("requests");
    QTest::newRow("live") << 200 << 401 << 0 << 1;
    QTest::newRow("article behind a gateway") << 401 << 200 << 0 << 2;
    QTest::newRow("article, 403") << 403 << 200 << 0 << 2;
    QTest::newRow("article, 404") << 404 << 200 << 0 << 2;
    QTest::newRow("key refused") << 401 << 401 << 401 << 2;
    QTest::newRow("key not allowed") << 401 << 403 << 403 << 2;
    QTest::newRow("live warms up, 404") << 404 << 401 << 404 << 2;
    QTest::newRow("live warms up, 400") << 400 << 401 << 400 << 1;
    QTest::newRow("article warms up, 404") << 401 << 404 << 404 << 2;
    QTest::newRow("article warms up, 400") << 401 << 400 << 400 << 2;
    QTest::newRow("nobody knows it") << 404 << 404 << 404 << 2;
    QTest::newRow("live is busy") << 503 << 200 << 503 << 1;
    QTest::newRow("article is busy") << 401 << 503 << 503 << 2;
    QTest::newRow("live has an error") << 500 << 401 << 500 << 1;
}

void TestClient::pollPath()
{
    QFETCH(int, liveStatus);
    QFETCH(int, articleStatus);
    QFETCH(int, reported);
    QFETCH(int, requests);
    HttpScript server([&](const Peer &peer) {
        const bool article = peer->request().target.endsWith("/get");
        const int status = article ? articleStatus : liveStatus;
        if (status == 200)
            peer->json(200, article ? articleRunning : liveRunning);
        else
            peer->json(status, R"({"msg": "no"})");
    });
    atlas::Client client(connectionTo(server));
    const auto result = polled(client);
    if (reported == 0) {
        QVERIFY(result);
        QCOMPARE(result->status, atlas::Prediction::Status::Running);
    } else {
        QVERIFY(!result);
        QCOMPARE(result.error().httpStatus, reported);
    }
    QCOMPARE(server.requests().size(), requests);
    for (const HttpScript::Request &request : server.requests())
        QCOMPARE(request.header("Authorization"), "Bearer " + secret);
}

void TestClient::pollPathIsRemembered_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("live") << QByteArray("/api/v1/model/prediction/p1") << liveRunning;
    QTest::newRow("article") << QByteArray("/api/v1/model/prediction/p1/get") << articleRunning;
}

void TestClient::pollPathIsRemembered()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    HttpScript server(gateway(path, 200, body));
    atlas::Client client(connectionTo(server));
    QVERIFY(polled(client));
    const qsizetype discovery = server.requests().size();
    QVERIFY(polled(client));
    QCOMPARE(server.requests().size(), discovery + 1);
    QCOMPARE(server.requests().last().target, path);

    // Errors on the path that is known are what they are.
    server.setHandler([](const Peer &peer) { peer->json(401, ""); });
    QCOMPARE(polled(client).error().kind, ErrorKind::Key);
    QCOMPARE(server.requests().size(), discovery + 2);
    QCOMPARE(server.requests().last().target, path);
}

void TestClient::pollPathIsNotGuessedFromErrors()
{
    HttpScript server([](const Peer &peer) { peer->json(404, ""); });
    atlas::Client client(connectionTo(server));
    QCOMPARE(polled(client).error().httpStatus, 404);
    QCOMPARE(polled(client).error().httpStatus, 404);
    QCOMPARE(targetsOf(server),
             (QList<QByteArray>{"/api/v1/model/prediction/p1", "/api/v1/model/prediction/p1/get",
                                "/api/v1/model/prediction/p1", "/api/v1/model/prediction/p1/get"}));
    server.setHandler(gateway("/api/v1/model/prediction/p1/get", 200, articleRunning));
    QVERIFY(polled(client));
    QVERIFY(polled(client));
    QCOMPARE(server.requests().size(), 7);
}

void TestClient::idsAreEncoded()
{
    HttpScript server([](const Peer &peer) { peer->json(200, liveRunning); });
    atlas::Client client(connectionTo(server));
    QVERIFY(polled(client, u"a/b ?#%2F..é"_s));
    QCOMPARE(server.requests().last().target,
             "/api/v1/model/prediction/a%2Fb%20%3F%23%252F..%C3%A9");
}

void TestClient::pollsOfBrokenConnectionsAreErrors()
{
    HttpScript server([](const Peer &peer) {
        peer->send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\": \"comp");
        peer->reset();
    });
    atlas::Client client(connectionTo(server));
    const auto result = polled(client);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY(result.error().mayRetry);
}

void TestClient::models()
{
    const QByteArray body = R"({"code": "200", "data": []})";
    HttpScript server([&body](const Peer &peer) { peer->json(200, body); });
    atlas::Client client(connectionTo(server));
    QCOMPARE(resultOf<FetchResult>(client.fetchModels(1024)), body);
    QCOMPARE(server.requests().last().target, "/api/v1/models");
    QVERIFY(!server.requests().last().hasHeader("Authorization"));
}

void TestClient::balance()
{
    HttpScript server([](const Peer &peer) {
        peer->json(200, R"({"available": {"value": "125.500000", "currency": "usd"}})");
    });
    atlas::Client client(connectionTo(server));
    QCOMPARE(resultOf<BalanceResult>(client.fetchBalance()), batch::Cost::fromMicros(125500000));
    QCOMPARE(server.requests().last().target, "/public/v1/balance");
    QCOMPARE(server.requests().last().header("Authorization"), "Bearer " + secret);

    server.setHandler([](const Peer &peer) {
        peer->json(403, R"({"error": {"type": "t", "code": "c", "message": "not yours"}})");
    });
    const auto refused = resultOf<BalanceResult>(client.fetchBalance());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Key);
    QCOMPARE(refused.error().message, u"not yours"_s);
}

void TestClient::abortedCallsSayNothing()
{
    QList<Peer> waiting;
    HttpScript server([&waiting](const Peer &peer) { waiting.append(peer); });
    atlas::Client client(connectionTo(server));
    int ended = 0;
    atlas::SubmitCall *submit = client.submit(submission());
    atlas::PollCall *poll = client.poll(u"p1"_s);
    atlas::FetchCall *atOnce = client.fetchModels(1024);
    connect(submit, &atlas::SubmitCall::finished, this, [&ended] { ++ended; });
    connect(poll, &atlas::PollCall::finished, this, [&ended] { ++ended; });
    connect(atOnce, &atlas::FetchCall::finished, this, [&ended] { ++ended; });
    atOnce->abort();
    QTRY_COMPARE(waiting.size(), 2);
    const QPointer<atlas::SubmitCall> goneSubmit = submit;
    const QPointer<atlas::PollCall> gonePoll = poll;
    submit->abort();
    poll->abort();
    for (const Peer &peer : waiting)
        peer->json(200, R"({"request_id": "p1", "status": "processing"})");
    QTRY_VERIFY(!goneSubmit && !gonePoll);
    server.setHandler([](const Peer &peer) { peer->json(200, liveRunning); });
    QVERIFY(polled(client));
    QCOMPARE(ended, 0);
    QCOMPARE(server.count("POST"), 1);
}

void TestClient::clientMayBeDeletedInAnAnswer()
{
    QList<Peer> waiting;
    HttpScript server([&waiting](const Peer &peer) {
        if (peer->request().method == "GET")
            peer->json(200, liveRunning);
        else
            waiting.append(peer);
    });
    auto *client = new atlas::Client(connectionTo(server));
    client->submit(submission());
    QTRY_COMPARE(waiting.size(), 1);
    bool answered = false;
    connect(client->poll(u"p1"_s), &atlas::PollCall::finished, this, [&] {
        answered = true;
        delete client;
    });
    QTRY_VERIFY(answered);
}

QTEST_GUILESS_MAIN(TestClient)
#include "test_client.moc"
