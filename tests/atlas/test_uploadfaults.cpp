// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploadtrial.h"

#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using atlas::ErrorKind;
using When = HttpScript::When;

Q_DECLARE_METATYPE(HttpScript::When)
Q_DECLARE_METATYPE(atlas::ErrorKind)

namespace {

constexpr qsizetype large = 8'000'000; // bytes; more than the system's buffers take at once

/// A file that is under way for a while.
const QByteArray &largeFile()
{
    static const QByteArray content = noise(large);
    return content;
}

void rewrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

/// Whether a whole body came to the server.
bool isWhole(const HttpScript::Request &request)
{
    return request.body.size() == request.header("Content-Length").toLongLong();
}

} // namespace

/// What goes wrong with an upload: on the way, at the server, and with the file itself.
class TestUploadFaults : public QObject
{
    Q_OBJECT
private slots:
    void serversErrors_data();
    void serversErrors();
    void answersThatSayNothing_data();
    void answersThatSayNothing();
    void brokenConnections_data();
    void brokenConnections();
    void anAnswerBeforeTheEndOfTheFile();
    void noAnswer();
    void noServer();
    void fileIsGone();
    void fileChangedBefore_data();
    void fileChangedBefore();
    void fileChangesOnTheWay_data();
    void fileChangesOnTheWay();
    void fileDeletedOnTheWayIsStillWhole();
    void givenUp();
    void clientGoes();
    void keyIsHidden();
};

void TestUploadFaults::serversErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("mayRetry");
    QTest::addColumn<QString>("message");
    const auto words = [](int code) {
        return R"({"code":)" + QByteArray::number(code) + R"(,"msg":"in its words","data":null})";
    };
    QTest::newRow("400") << 400 << words(400) << ErrorKind::Refused << false << u"in its words"_s;
    QTest::newRow("401") << 401 << words(401) << ErrorKind::Key << false << u"in its words"_s;
    QTest::newRow("401 without words")
        << 401 << ""_ba << ErrorKind::Key << false << u"API key (401)"_s;
    QTest::newRow("402") << 402 << words(402) << ErrorKind::Balance << false << u"in its words"_s;
    QTest::newRow("413") << 413 << words(413) << ErrorKind::Refused << false << u"in its words"_s;
    QTest::newRow("413 of a gateway") << 413 << "<html>Too Large</html>"_ba << ErrorKind::Refused
                                      << false << u"too large for the server (413)"_s;
    QTest::newRow("429") << 429 << words(429) << ErrorKind::RateLimited << true
                         << u"in its words"_s;
    QTest::newRow("500") << 500 << words(500) << ErrorKind::Internal << true << u"in its words"_s;
    QTest::newRow("502") << 502 << ""_ba << ErrorKind::Gateway << true << u"(502)"_s;
    QTest::newRow("503") << 503 << words(503) << ErrorKind::Busy << true << u"in its words"_s;
    QTest::newRow("504") << 504 << ""_ba << ErrorKind::Gateway << true << u"(504)"_s;
    QTest::newRow("401 inside a 200")
        << 200 << words(401) << ErrorKind::Key << false << u"in its words"_s;
    QTest::newRow("500 inside a 200")
        << 200 << words(500) << ErrorKind::Internal << true << u"in its words"_s;
}

void TestUploadFaults::serversErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, mayRetry);
    QFETCH(QString, message);
    HttpScript server([&](const HttpScript::PeerPtr &peer) {
        peer->reply(status, body, {{"X-Request-ID", "r-9"}});
    });
    UploadTrial trial(server);
    const UploadResult result = trial.upload(trial.inspected(noise(1200)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().mayRetry, mayRetry);
    QVERIFY(!result.error().mayHaveBeenAccepted); // it is no submission
    QCOMPARE(result.error().requestId, u"r-9"_s);
    QVERIFY2(result.error().message.contains(message), qPrintable(result.error().message));
    QCOMPARE(server.count("POST"), 1);
}

void TestUploadFaults::answersThatSayNothing_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << ""_ba << u"can't be read"_s;
    QTest::newRow("a page") << "<html><body>upstream</body></html>"_ba << u"can't be read"_s;
    QTest::newRow("half of it") << R"({"code":200,"data":{"downl)"_ba << u"can't be read"_s;
    QTest::newRow("a list") << R"(["https://a.example/1"])"_ba << u"can't be read"_s;
    QTest::newRow("no link") << R"({"code":200,"data":{"filename":"a","size":3}})"_ba
                             << u"names no address"_s;
    QTest::newRow("an empty one") << R"({"code":200,"data":{"download_url":""}})"_ba
                                  << u"names no address"_s;
    QTest::newRow("null") << R"({"url":null})"_ba << u"names no address"_s;
    QTest::newRow("a number") << R"({"url":17})"_ba << u"names no address"_s;
    QTest::newRow("a path") << R"({"url":"/uploads/1.png"})"_ba << u"names no address"_s;
    QTest::newRow("a local file") << R"({"url":"file:///etc/passwd"})"_ba << u"names no address"_s;
    QTest::newRow("no host") << R"({"url":"https:///1.png"})"_ba << u"names no address"_s;
}

void TestUploadFaults::answersThatSayNothing()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    HttpScript server([&](const HttpScript::PeerPtr &peer) { peer->json(200, body); });
    UploadTrial trial(server);
    const UploadResult result = trial.upload(trial.inspected(noise(1200)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::BadReply);
    QVERIFY(result.error().mayRetry && !result.error().mayHaveBeenAccepted);
    QVERIFY2(result.error().message.contains(message), qPrintable(result.error().message));
}

void TestUploadFaults::brokenConnections_data()
{
    QTest::addColumn<When>("when");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("closed half way through") << When::HalfBody << false << ""_ba;
    QTest::newRow("reset half way through") << When::HalfBody << true << ""_ba;
    QTest::newRow("closed after the head") << When::HeadOnly << false << ""_ba;
    QTest::newRow("reset after the head") << When::HeadOnly << true << ""_ba;
    QTest::newRow("closed after the body") << When::Whole << false << ""_ba;
    QTest::newRow("reset after the body") << When::Whole << true << ""_ba;
    QTest::newRow("closed in the answer")
        << When::Whole << false
        << "HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"code\":200,\"da"_ba;
}

/// Not even an upload is sent again by itself: the second body would begin in the middle.
void TestUploadFaults::brokenConnections()
{
    QFETCH(When, when);
    QFETCH(bool, reset);
    QFETCH(QByteArray, before);
    HttpScript server(
        [&](const HttpScript::PeerPtr &peer) {
            peer->send(before);
            if (reset)
                peer->reset();
            else
                peer->close();
        },
        when);
    UploadTrial trial(server);
    const atlas::UploadFile file = trial.inspected(largeFile());
    const UploadResult result = trial.upload(file);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY(result.error().mayRetry && !result.error().mayHaveBeenAccepted);
    QVERIFY2(result.error().message.contains(u"127.0.0.1"_s), qPrintable(result.error().message));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.connections(), 1);

    // The caller may: and then it is the whole file.
    server.setHandler([](const HttpScript::PeerPtr &peer) {
        if (isWhole(peer->request()))
            peer->json(200, keptAt("https://cdn.example/u/1.png"));
    });
    if (when == When::Whole) {
        const UploadResult again = trial.upload(file);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
    }
}

void TestUploadFaults::anAnswerBeforeTheEndOfTheFile()
{
    HttpScript server(
        [](const HttpScript::PeerPtr &peer) {
            peer->reply(413, R"({"code":413,"msg":"over 50 MB"})", {{"Connection", "close"}});
        },
        When::HeadOnly);
    UploadTrial trial(server);
    const UploadResult result = trial.upload(trial.inspected(largeFile()));
    QVERIFY(!result);
    QCOMPARE(result.error().httpStatus, 413);
    QCOMPARE(result.error().kind, ErrorKind::Refused);
    QCOMPARE(result.error().message, u"over 50 MB"_s);
}

void TestUploadFaults::noAnswer()
{
    HttpScript server([](const HttpScript::PeerPtr &) {});
    atlas::Connection connection = UploadTrial::connectionTo(server);
    connection.uploadTimeout = 200ms;
    atlas::Client client(connection);
    const UploadTrial trial(server);
    std::optional<UploadResult> result;
    connect(client.upload(trial.inspected(noise(1200))), &atlas::UploadCall::finished, this,
            [&result](const UploadResult &given) { result = given; });
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    QCOMPARE(result->error().kind, ErrorKind::Network);
    QVERIFY(result->error().mayRetry && !result->error().mayHaveBeenAccepted);
}

void TestUploadFaults::noServer()
{
    HttpScript server([](const HttpScript::PeerPtr &) {});
    server.goAway();
    UploadTrial trial(server);
    const UploadResult result = trial.upload(trial.inspected(noise(1200)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Network);
    QVERIFY(result.error().mayRetry);
}

void TestUploadFaults::fileIsGone()
{
    HttpScript server([](const HttpScript::PeerPtr &peer) { peer->json(200, "{}"); });
    UploadTrial trial(server);
    const atlas::UploadFile file = trial.inspected(noise(1200));
    QVERIFY(QFile::remove(file.path));
    const UploadResult result = trial.upload(file);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Refused);
    QCOMPARE(result.error().httpStatus, 0);
    QVERIFY(!result.error().mayRetry);
    QVERIFY2(result.error().message.contains(u"cat.png"_s), qPrintable(result.error().message));
    QVERIFY(server.requests().isEmpty());
}

void TestUploadFaults::fileChangedBefore_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("shorter") << noise(1199);
    QTest::newRow("longer") << noise(1201);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another of the same size") << QByteArray(1200, 'x');
    QTest::newRow("its last byte") << noise(1199) + '!';
}

void TestUploadFaults::fileChangedBefore()
{
    QFETCH(QByteArray, content);
    HttpScript server([](const HttpScript::PeerPtr &peer) {
        peer->json(200, keptAt("https://cdn.example/u/1.png"));
    });
    UploadTrial trial(server);
    const atlas::UploadFile file = trial.inspected(noise(1200));
    rewrite(file.path, content);
    const UploadResult result = trial.upload(file);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Refused);
    QCOMPARE(result.error().httpStatus, 0);
    QVERIFY2(result.error().message.contains(u"cat.png"_s)
                 && result.error().message.contains(u"changed"_s),
             qPrintable(result.error().message));
    // The service has no whole form of the wrong file.
    for (const HttpScript::Request &request : server.requests())
        QVERIFY(!isWhole(request));
}

void TestUploadFaults::fileChangesOnTheWay_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("isWritten");
    QTest::newRow("cut short") << qint64(large / 4) << false;
    QTest::newRow("emptied") << qint64(0) << false;
    QTest::newRow("grown") << qint64(large + 1) << false;
    QTest::newRow("written into") << qint64(large) << true;
}

void TestUploadFaults::fileChangesOnTheWay()
{
    QFETCH(qint64, size);
    QFETCH(bool, isWritten);
    QString path;
    HttpScript server(
        [&](const HttpScript::PeerPtr &) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(size));
            if (isWritten)
                QVERIFY(file.seek(size - 5) && file.write("other") == 5);
        },
        When::HeadOnly);
    // It takes nothing in meanwhile, so that most of the file is still to be read.
    server.setOnConnection([](QTcpSocket *socket) { socket->setReadBufferSize(4096); });
    UploadTrial trial(server);
    const atlas::UploadFile file = trial.inspected(largeFile());
    path = file.path;
    const UploadResult result = trial.upload(file);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Refused);
    QVERIFY2(result.error().message.contains(u"changed"_s), qPrintable(result.error().message));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(!isWhole(server.requests().first()));
}

void TestUploadFaults::fileDeletedOnTheWayIsStillWhole()
{
    QString path;
    HttpScript server(
        [&](const HttpScript::PeerPtr &peer) {
            QVERIFY(QFile::remove(path));
            peer->json(200, keptAt("https://cdn.example/u/1.png"));
        },
        When::HalfBody);
    UploadTrial trial(server);
    const atlas::UploadFile file = trial.inspected(largeFile());
    path = file.path;
    const UploadResult result = trial.upload(file);
    // It was answered early; what matters is that its bytes are the file's.
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
}

void TestUploadFaults::givenUp()
{
    bool isClosed = false;
    HttpScript server([](const HttpScript::PeerPtr &) {}, When::HeadOnly);
    server.setOnConnection([&](QTcpSocket *socket) {
        connect(socket, &QTcpSocket::disconnected, this, [&isClosed] { isClosed = true; });
    });
    UploadTrial trial(server);
    QPointer<atlas::UploadCall> call = trial.client.upload(trial.inspected(largeFile()));
    QSignalSpy finished(call, &atlas::UploadCall::finished);
    QTRY_COMPARE(server.requests().size(), 1);
    call->abort();
    QTRY_VERIFY(!call);
    QTRY_VERIFY(isClosed);
    QVERIFY(finished.isEmpty());
    QVERIFY(!isWhole(server.requests().first()));
}

void TestUploadFaults::clientGoes()
{
    HttpScript server([](const HttpScript::PeerPtr &) {}, When::HeadOnly);
    auto trial = std::make_unique<UploadTrial>(server);
    QPointer<atlas::UploadCall> call = trial->client.upload(trial->inspected(largeFile()));
    QTRY_COMPARE(server.requests().size(), 1);
    trial.reset();
    QVERIFY(!call);
}

void TestUploadFaults::keyIsHidden()
{
    HttpScript server([](const HttpScript::PeerPtr &peer) {
        peer->json(400, R"({"code":400,"msg":"Bearer sk-upload may not upload"})");
    });
    UploadTrial trial(server);
    const UploadResult result = trial.upload(trial.inspected(noise(1200)));
    QVERIFY(!result);
    QVERIFY(!result.error().message.contains(u"sk-upload"_s));
    QVERIFY(result.error().message.contains(u"may not upload"_s));
}

QTEST_GUILESS_MAIN(TestUploadFaults)
#include "test_uploadfaults.moc"
