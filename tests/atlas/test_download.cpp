// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/transfer/download.h"
#include "atlas/transfer/partorigins.h"
#include "support/httpscript.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = atlas::DownloadError::Kind;
using Peer = HttpScript::PeerPtr;
using Headers = HttpScript::Headers;
using Result = tl::expected<qint64, atlas::DownloadError>;

Q_DECLARE_METATYPE(atlas::DownloadError::Kind)

namespace {

/// Bytes of which no two stretches are alike.
QByteArray contentOf(qsizetype size, char seed = 1)
{
    QByteArray content(size, Qt::Uninitialized);
    quint32 state = static_cast<quint32>(seed) * 2654435761U + 1;
    for (char &byte : content) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24);
    }
    return content;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Announces the whole and sends its first half.
void sendHalf(const Peer &peer, const QByteArray &content, const QByteArray &headers)
{
    peer->send("HTTP/1.1 200 OK\r\n" + headers
               + "Content-Length: " + QByteArray::number(content.size()) + "\r\n\r\n"
               + content.left(content.size() / 2));
    peer->close();
}

void sendRange(const Peer &peer, const QByteArray &content, qint64 from, const Headers &headers)
{
    Headers all = headers;
    all.append({"Content-Range",
                "bytes " + QByteArray::number(from) + '-' + QByteArray::number(content.size() - 1)
                    + '/' + QByteArray::number(content.size())});
    peer->reply(206, content.mid(from), all);
}

} // namespace

class TestDownload : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void wholeFile_data();
    void wholeFile();
    void asksForNothingOfOurs();
    void resumes_data();
    void resumes();
    void startsOver_data();
    void startsOver();
    void resumesOnlyWhatItKnows_data();
    void resumesOnlyWhatItKnows();
    void resumesTwice();
    void partChangedMeanwhile();
    void partOfAnotherProcess();
    void partOfAnotherAddress();
    void renewedLinkResumes();
    void completeAlready_data();
    void completeAlready();
    void wrongRangeTwice();
    void statusErrors_data();
    void statusErrors();
    void statusErrorKeepsThePart();
    void cutOff_data();
    void cutOff();
    void timesOut();
    void refusedConnection();
    void packedAnswer();
    void redirects();
    void redirectToNowhere();
    void redirectWithoutEnd();
    void noWebAddress();
    void folderMissing();
    void fullDisk();
    void progressIsBounded();
    void memoryIsBounded();
    void abortKeepsThePart();
    void mayBeDeletedInAnAnswer();
    void contentRanges();

private:
    Result download(const QUrl &url, std::chrono::milliseconds timeout = 10s);
    QString part() const { return m_folder->filePath(u"cat.part"_s); }
    /// Leaves half of `content` in the part, as an earlier download of `path` does.
    void leaveHalf(HttpScript &server, const QByteArray &content, const QByteArray &headers);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

void TestDownload::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_manager = std::make_unique<QNetworkAccessManager>();
}

Result TestDownload::download(const QUrl &url, std::chrono::milliseconds timeout)
{
    std::optional<Result> result;
    auto *download = new atlas::Download(m_manager.get(), url, part(), timeout, m_manager.get());
    connect(download, &atlas::Download::finished, this, [&result](const Result &r) { result = r; });
    download->start();
    const bool atOnce = result.has_value();
    const bool ended = QTest::qWaitFor([&result] { return result.has_value(); }, 20000);
    if (!ended || atOnce)
        qFatal("The download never ended, or from within start().");
    return *result;
}

void TestDownload::leaveHalf(HttpScript &server, const QByteArray &content,
                             const QByteArray &headers)
{
    server.setHandler([&](const Peer &peer) { sendHalf(peer, content, headers); });
    const Result result = download(server.url(u"/cat.png"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Incomplete);
    QCOMPARE(bytesOf(part()), content.left(content.size() / 2));
}

void TestDownload::wholeFile_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("empty") << 0;
    QTest::newRow("a byte") << 1;
    QTest::newRow("the buffer's size") << 512 * 1024;
    QTest::newRow("large") << 5000001;
}

void TestDownload::wholeFile()
{
    QFETCH(int, size);
    const QByteArray content = contentOf(size);
    HttpScript server([&content](const Peer &peer) { peer->reply(200, content); });
    const Result result = download(server.url(u"/cat.png"_s));
    QVERIFY(result);
    QCOMPARE(*result, size);
    QCOMPARE(bytesOf(part()), content);

    server.setHandler([&content](const Peer &peer) {
        peer->send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + content);
        peer->close();
    });
    QCOMPARE(download(server.url(u"/no-length.png"_s)), size);
    QCOMPARE(bytesOf(part()), content);
}

void TestDownload::asksForNothingOfOurs()
{
    HttpScript server([](const Peer &peer) {
        peer->reply(200, "x", {{"Set-Cookie", "a=b; Path=/"}});
    });
    QVERIFY(download(server.url(u"/1"_s)));
    QVERIFY(download(server.url(u"/2"_s)));
    for (const HttpScript::Request &request : server.requests()) {
        QVERIFY(!request.hasHeader("Authorization"));
        QVERIFY(!request.hasHeader("Cookie"));
        QVERIFY(!request.hasHeader("Range"));
        QCOMPARE(request.header("Accept-Encoding"), "identity");
    }
}

void TestDownload::resumes_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("ifRange");
    QTest::newRow("strong ETag") << QByteArray("ETag: \"v1\"\r\n") << QByteArray("\"v1\"");
    QTest::newRow("settled Last-Modified")
        << QByteArray("Last-Modified: Sat, 03 May 2025 10:00:00 GMT\r\n"
                      "Date: Sat, 03 May 2025 11:00:00 GMT\r\n")
        << QByteArray("Sat, 03 May 2025 10:00:00 GMT");
}

void TestDownload::resumes()
{
    QFETCH(QByteArray, headers);
    const QByteArray content = contentOf(100001);
    HttpScript server([](const Peer &) {});
    leaveHalf(server, content, headers);

    server.setHandler([&content](const Peer &peer) { sendRange(peer, content, 50000, {}); });
    const Result result = download(server.url(u"/cat.png"_s));
    QCOMPARE(result, content.size());
    QCOMPARE(bytesOf(part()), content);
    const HttpScript::Request &request = server.requests().last();
    QCOMPARE(request.header("Range"), "bytes=50000-");
    QTEST(request.header("If-Range"), "ifRange");
    QCOMPARE(server.requests().size(), 2);
}

void TestDownload::startsOver_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentRange");
    QTest::addColumn<QByteArray>("etag");
    QTest::addColumn<int>("requests");
    QTest::newRow("another file: 200") << 200 << QByteArray() << QByteArray("\"v2\"") << 1;
    QTest::newRow("no ranges: 200") << 200 << QByteArray() << QByteArray("\"v1\"") << 1;
    QTest::newRow("206 from elsewhere")
        << 206 << QByteArray("bytes 49999-99999/100000") << QByteArray("\"v1\"") << 2;
    QTest::newRow("206 from the beginning")
        << 206 << QByteArray("bytes 0-99999/100000") << QByteArray("\"v1\"") << 2;
    QTest::newRow("206 of another size")
        << 206 << QByteArray("bytes 50000-99999/200000") << QByteArray("\"v1\"") << 2;
    QTest::newRow("206 of another file")
        << 206 << QByteArray("bytes 50000-99999/100000") << QByteArray("\"v2\"") << 2;
    QTest::newRow("206 without a range") << 206 << QByteArray() << QByteArray("\"v1\"") << 2;
    QTest::newRow("206 with garbage") << 206 << QByteArray("lines 1-2/3") << QByteArray() << 2;
    QTest::newRow("416") << 416 << QByteArray("bytes */100") << QByteArray() << 2;
    QTest::newRow("416 of the part's size, which is not the file's")
        << 416 << QByteArray("bytes */50000") << QByteArray() << 2;
    QTest::newRow("416 without a range") << 416 << QByteArray() << QByteArray() << 2;
}

/// Whatever the server does to a resumed download, the file is the other one, whole, and no
/// mixture.
void TestDownload::startsOver()
{
    QFETCH(int, status);
    QFETCH(QByteArray, contentRange);
    QFETCH(QByteArray, etag);
    const QByteArray content = contentOf(100000);
    const QByteArray other = contentOf(100000, 2);
    HttpScript server([](const Peer &) {});
    leaveHalf(server, content, "ETag: \"v1\"\r\n");
    const qsizetype before = server.requests().size();

    server.setHandler([&](const Peer &peer) {
        if (!peer->request().hasHeader("Range") || status == 200) {
            peer->reply(200, other, {{"ETag", etag}});
            return;
        }
        Headers headers;
        if (!contentRange.isEmpty())
            headers.append({"Content-Range", contentRange});
        if (!etag.isEmpty())
            headers.append({"ETag", etag});
        peer->reply(status, other.mid(50000), headers);
    });
    QCOMPARE(download(server.url(u"/cat.png"_s)), other.size());
    QCOMPARE(bytesOf(part()), other);
    QTEST(int(server.requests().size() - before), "requests");
}

void TestDownload::resumesOnlyWhatItKnows_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("no validator") << QByteArray();
    QTest::newRow("weak ETag") << QByteArray("ETag: W/\"v1\"\r\n");
    QTest::newRow("fresh Last-Modified")
        << QByteArray("Last-Modified: Sat, 03 May 2025 10:00:00 GMT\r\n"
                      "Date: Sat, 03 May 2025 10:00:01 GMT\r\n");
    QTest::newRow("Last-Modified without a Date")
        << QByteArray("Last-Modified: Sat, 03 May 2025 10:00:00 GMT\r\n");
    QTest::newRow("garbage") << QByteArray("ETag: v1\r\nLast-Modified: soon\r\nDate: now\r\n");
}

void TestDownload::resumesOnlyWhatItKnows()
{
    QFETCH(QByteArray, headers);
    const QByteArray content = contentOf(1000);
    HttpScript server([](const Peer &) {});
    leaveHalf(server, content, headers);
    server.setHandler([&content](const Peer &peer) { peer->reply(200, content); });
    QCOMPARE(download(server.url(u"/cat.png"_s)), content.size());
    QVERIFY(!server.requests().last().hasHeader("Range"));
    QVERIFY(!server.requests().last().hasHeader("If-Range"));
    QCOMPARE(bytesOf(part()), content);
}

void TestDownload::resumesTwice()
{
    const QByteArray content = contentOf(90000);
    HttpScript server([](const Peer &) {});
    leaveHalf(server, content, "ETag: \"v1\"\r\n");
    server.setHandler([&content](const Peer &peer) {
        peer->send("HTTP/1.1 206 Partial\r\nContent-Range: bytes 45000-89999/90000\r\n"
                   "Content-Length: 45000\r\n\r\n"
                   + content.mid(45000, 5000));
        peer->close();
    });
    const Result cut = download(server.url(u"/cat.png"_s));
    QCOMPARE(cut.error().kind, Kind::Incomplete);
    QVERIFY(cut.error().message.contains(u"90000"_s));
    QCOMPARE(bytesOf(part()), content.left(50000));

    server.setHandler([&content](const Peer &peer) { sendRange(peer, content, 50000, {}); });
    QCOMPARE(download(server.url(u"/cat.png"_s)), content.size());
    QCOMPARE(server.requests().last().header("Range"), "bytes=50000-");
    QCOMPARE(bytesOf(part()), content);
}

void TestDownload::partChangedMeanwhile()
{
    const QByteArray content = contentOf(1000);
    HttpScript server([](const Peer &) {});
    leaveHalf(server, content, "ETag: \"v1\"\r\n");
    QFile file(part());
    QVERIFY(file.resize(499));
    server.setHandler([&content](const Peer &peer) { peer->reply(200, content); });
    QVERIFY(download(server.url(u"/cat.png"_s)));
    QVERIFY(!server.requests().last().hasHeader("Range"));
    QCOMPARE(bytesOf(part()), content);
}

void TestDownload::partOfAnotherProcess()
{
    const QByteArray content = contentOf(1000);
    QFile file(part());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contentOf(5000, 7)); // longer than the new one, too
    file.close();
    HttpScript server([&content](const Peer &peer) {
        peer->reply(200, content, {{"ETag", "\"v1\""}});
    });
    QCOMPARE(download(server.url(u"/cat.png"_s)), content.size());
    QVERIFY(!server.requests().last().hasHeader("Range"));
    QCOMPARE(bytesOf(part()), content);
}

void TestDownload::partOfAnotherAddress()
{
    const QByteArray content = contentOf(1000);
    HttpScript server([](const Peer &) {});
    leaveHalf(server, contentOf(1000, 9), "ETag: \"v1\"\r\n");
    server.setHandler([&content](const Peer &peer) { peer->reply(200, content); });
    QVERIFY(download(server.url(u"/dog.png"_s)));
    QVERIFY(!server.requests().last().hasHeader("Range"));
    QCOMPARE(bytesOf(part()), content);
}

void TestDownload::renewedLinkResumes()
{
    const QByteArray content = contentOf(1000);
    HttpScript server([](const Peer &) {});
    leaveHalf(server, content, "ETag: \"v1\"\r\n");
    server.setHandler([&content](const Peer &peer) { sendRange(peer, content, 500, {}); });
    QUrl renewed = server.url(u"/cat.png"_s);
    renewed.setQuery(u"signature=another"_s);
    QCOMPARE(download(renewed), content.size());
    QCOMPARE(server.requests().last().header("Range"), "bytes=500-");
    QCOMPARE(bytesOf(part()), content);
}

void TestDownload::completeAlready_data()
{
    QTest::addColumn<QByteArray>("contentRange");
    QTest::addColumn<bool>("known");
    QTest::newRow("same size") << QByteArray("bytes */1000") << true;
    QTest::newRow("another size") << QByteArray("bytes */999") << false;
    QTest::newRow("no size") << QByteArray() << false;
}

/// All bytes came, and then the process that wanted to say so was interrupted.
void TestDownload::completeAlready()
{
    QFETCH(QByteArray, contentRange);
    QFETCH(bool, known);
    const QByteArray content = contentOf(1000);
    HttpScript server([&](const Peer &peer) {
        if (!peer->request().hasHeader("Range"))
            peer->reply(200, content, {{"ETag", "\"v1\""}});
        else
            peer->reply(416, "", {{"Content-Range", contentRange}});
    });
    QFile file(part());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const QUrl url = server.url(u"/cat.png"_s);
    atlas::PartOrigins::of(*m_manager).set(part(), {url, "\"v1\"", 1000, 1000});
    QCOMPARE(download(url), content.size());
    QCOMPARE(bytesOf(part()), content);
    QCOMPARE(server.requests().size(), known ? 1 : 2);
}

void TestDownload::wrongRangeTwice()
{
    HttpScript server([](const Peer &peer) {
        peer->reply(206, "abc", {{"Content-Range", "bytes 7-9/10"}});
    });
    const Result result = download(server.url(u"/cat.png"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Server);
    QCOMPARE(result.error().httpStatus, 206);
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!QFile::exists(part()));
}

void TestDownload::statusErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Kind>("kind");
    for (const int status : {401, 403, 404, 410})
        QTest::addRow("%d", status) << status << Kind::Expired;
    for (const int status : {400, 416, 429, 451, 500, 502, 503, 204, 203, 304})
        QTest::addRow("%d", status) << status << Kind::Server;
}

void TestDownload::statusErrors()
{
    QFETCH(int, status);
    HttpScript server([status](const Peer &peer) {
        peer->reply(status, status == 204 || status == 304 ? "" : "<Error>no</Error>");
    });
    const Result result = download(server.url(u"/cat.png"_s));
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QCOMPARE(result.error().httpStatus, status);
    QVERIFY(result.error().message.contains(QString::number(status)));
    QVERIFY(!QFile::exists(part())); // no byte of it, and no empty file
    QCOMPARE(server.requests().size(), 1);
}

void TestDownload::statusErrorKeepsThePart()
{
    const QByteArray content = contentOf(1000);
    HttpScript server([](const Peer &) {});
    leaveHalf(server, content, "ETag: \"v1\"\r\n");
    for (const int status : {403, 500}) {
        server.setHandler([status](const Peer &peer) { peer->reply(status, "<Error/>"); });
        QCOMPARE(download(server.url(u"/cat.png"_s)).error().httpStatus, status);
        QCOMPARE(bytesOf(part()), content.left(500));
    }
    server.setHandler([&content](const Peer &peer) { sendRange(peer, content, 500, {}); });
    QVERIFY(download(server.url(u"/cat.png"_s)));
    QCOMPARE(bytesOf(part()), content);
}

void TestDownload::cutOff_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<QList<Kind>>("kinds");
    QTest::addColumn<int>("kept");
    const auto row = [](const char *name, const QByteArray &sent, bool reset,
                        const QList<Kind> &kinds,
                        int kept) { QTest::newRow(name) << sent << reset << kinds << kept; };
    const QByteArray announced = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
    const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    row("at once", "", false, {Kind::Network}, 0);
    row("at once, reset", "", true, {Kind::Network}, 0);
    row("in the headers", "HTTP/1.1 200 OK\r\nConte", false, {Kind::Network}, 0);
    row("before the first byte", announced, false, {Kind::Incomplete}, 0);
    row("in the middle", announced + "abcde", false, {Kind::Incomplete}, 5);
    row("in a chunk", chunked + "5\r\nabc", false, {Kind::Network}, 3);
    row("between chunks", chunked + "3\r\nabc\r\n", false, {Kind::Network}, 3);
    // How many bytes arrive before a reset is the network's affair.
    row("in the middle, reset", announced + "abcde", true, {Kind::Incomplete, Kind::Network}, -1);
}

void TestDownload::cutOff()
{
    QFETCH(QByteArray, sent);
    QFETCH(bool, reset);
    QFETCH(QList<Kind>, kinds);
    QFETCH(int, kept);
    HttpScript server([&](const Peer &peer) {
        peer->send(sent);
        if (reset)
            peer->reset();
        else
            peer->close();
    });
    const Result result = download(server.url(u"/cat.png"_s));
    QVERIFY(!result);
    QVERIFY(kinds.contains(result.error().kind));
    QVERIFY(!result.error().message.isEmpty());
    if (kept >= 0)
        QCOMPARE(bytesOf(part()), QByteArray("abcde").left(kept));
    QCOMPARE(QFile::exists(part()), !bytesOf(part()).isEmpty());
}

void TestDownload::timesOut()
{
    HttpScript server([](const Peer &peer) {
        peer->send("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 10\r\n\r\nabcde");
    });
    const Result result = download(server.url(u"/cat.png"_s), 200ms);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Network);
    QVERIFY(result.error().message.contains(u"in time"_s));
    QCOMPARE(bytesOf(part()), "abcde");
    server.setHandler([](const Peer &peer) { sendRange(peer, "abcdefghij", 5, {}); });
    QCOMPARE(download(server.url(u"/cat.png"_s)), 10);
    QCOMPARE(bytesOf(part()), "abcdefghij");
}

void TestDownload::refusedConnection()
{
    QUrl url;
    {
        HttpScript server([](const Peer &) {});
        url = server.url(u"/cat.png"_s);
    }
    const Result result = download(url);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Network);
    QCOMPARE(result.error().httpStatus, 0);
    QVERIFY(!QFile::exists(part()));
}

/// Lengths would count packed bytes, and the file would hold them.
void TestDownload::packedAnswer()
{
    HttpScript server([](const Peer &peer) {
        peer->reply(200, "\x1F\x8B packed", {{"Content-Encoding", "gzip"}});
    });
    const Result result = download(server.url(u"/cat.png"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Server);
    QVERIFY(!QFile::exists(part()));
    server.setHandler([](const Peer &peer) {
        peer->reply(200, "plain", {{"Content-Encoding", "identity"}});
    });
    QCOMPARE(download(server.url(u"/cat.png"_s)), 5);
}

void TestDownload::redirects()
{
    const QByteArray content = contentOf(1000);
    HttpScript other([&content](const Peer &peer) { peer->reply(200, content); });
    HttpScript server([&other](const Peer &peer) {
        peer->reply(302, "look there", {{"Location", other.url(u"/real.png"_s).toEncoded()}});
    });
    QCOMPARE(download(server.url(u"/cat.png"_s)), content.size());
    QCOMPARE(bytesOf(part()), content);
    QVERIFY(!other.requests().last().hasHeader("Authorization"));
    QCOMPARE(other.requests().last().header("Accept-Encoding"), "identity");
}

void TestDownload::redirectToNowhere()
{
    HttpScript server([](const Peer &peer) { peer->reply(302, "where?"); });
    const Result result = download(server.url(u"/cat.png"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Server);
    QCOMPARE(result.error().httpStatus, 302);
}

void TestDownload::redirectWithoutEnd()
{
    HttpScript server([](const Peer &peer) { peer->reply(302, "", {{"Location", "/cat.png"}}); });
    const Result result = download(server.url(u"/cat.png"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Server);
}

void TestDownload::noWebAddress()
{
    for (const QString &address : {u"file:///etc/passwd"_s, u"data:image/png;base64,AAAA"_s,
                                   u"gopher://example/x"_s, QString()}) {
        const Result result = download(QUrl(address));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Kind::Server);
        QVERIFY(!QFile::exists(part()));
    }
}

void TestDownload::folderMissing()
{
    HttpScript server([](const Peer &peer) { peer->reply(200, "x"); });
    const QString path = m_folder->filePath(u"gone/cat.part"_s);
    std::optional<Result> result;
    auto *download = new atlas::Download(m_manager.get(), server.url(u"/cat.png"_s), path, 10s);
    connect(download, &atlas::Download::finished, this, [&result](const Result &r) { result = r; });
    download->start();
    QVERIFY(!result);
    QTRY_VERIFY(result);
    QCOMPARE(result->error().kind, Kind::Disk);
    QVERIFY(result->error().message.contains(path));
    QVERIFY(result->error().message.contains(u"No such file"_s));
    QCOMPARE(server.connections(), 0);
}

void TestDownload::fullDisk()
{
    QVERIFY(QFile::link(u"/dev/full"_s, part()));
    HttpScript server([](const Peer &peer) { peer->reply(200, contentOf(100000)); });
    const Result result = download(server.url(u"/cat.png"_s));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Disk);
    QVERIFY(result.error().message.contains(u"No space left"_s));
}

void TestDownload::progressIsBounded()
{
    const QByteArray content = contentOf(8000000);
    HttpScript server([&content](const Peer &peer) { peer->reply(200, content); });
    auto *download = new atlas::Download(m_manager.get(), server.url(u"/cat.mp4"_s), part(), 10s);
    QElapsedTimer clock;
    qint64 last = -1;
    int reports = 0;
    bool sound = true;
    connect(download, &atlas::Download::progress, this, [&](qint64 received, qint64 total) {
        sound = sound && total == content.size() && received > 0 && received <= total
            && (last < 0 || clock.elapsed() - last >= 99);
        last = clock.elapsed();
        ++reports;
    });
    bool ended = false;
    connect(download, &atlas::Download::finished, this, [&ended] { ended = true; });
    clock.start();
    download->start();
    QTRY_VERIFY_WITH_TIMEOUT(ended, 20000);
    QVERIFY(reports >= 1);
    QVERIFY(sound);
}

/// While nobody reads, the server can't send more than some buffers hold: the rest of the file
/// doesn't pile up in memory.
void TestDownload::memoryIsBounded()
{
    constexpr qint64 size = 64 * 1024 * 1024;
    QPointer<QTcpSocket> sender;
    HttpScript server([](const Peer &peer) {
        peer->send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n");
    });
    const QByteArray block = contentOf(1024 * 1024);
    server.setOnConnection([&sender](QTcpSocket *socket) { sender = socket; });
    auto *download = new atlas::Download(m_manager.get(), server.url(u"/cat.mp4"_s), part(), 10s);
    std::optional<Result> result;
    connect(download, &atlas::Download::finished, this, [&result](const Result &r) { result = r; });
    download->start();
    QTRY_VERIFY(server.count("GET") == 1);
    qint64 queued = 0;
    qint64 mostAhead = 0;
    while (queued < size && sender) {
        sender->write(block);
        queued += block.size();
        QTRY_VERIFY(sender->bytesToWrite() < 2 * block.size());
        mostAhead = qMax(mostAhead, queued - sender->bytesToWrite() - QFile(part()).size());
    }
    QTRY_VERIFY_WITH_TIMEOUT(result, 20000);
    QCOMPARE(*result, size);
    QVERIFY2(mostAhead < size / 2, QByteArray::number(mostAhead));
}

void TestDownload::abortKeepsThePart()
{
    HttpScript server([](const Peer &peer) {
        peer->send("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 10\r\n\r\nabcde");
    });
    const QUrl url = server.url(u"/cat.png"_s);
    QPointer<atlas::Download> download =
        new atlas::Download(m_manager.get(), url, part(), 10s, m_manager.get());
    bool ended = false;
    connect(download, &atlas::Download::finished, this, [&ended] { ended = true; });
    download->start();
    QTRY_COMPARE(bytesOf(part()), "abcde");
    download->abort();
    QTRY_VERIFY(!download);
    QVERIFY(!ended);
    QCOMPARE(bytesOf(part()), "abcde");
    server.setHandler([](const Peer &peer) { sendRange(peer, "abcdefghij", 5, {}); });
    QCOMPARE(this->download(url), 10);
    QCOMPARE(bytesOf(part()), "abcdefghij");
}

void TestDownload::mayBeDeletedInAnAnswer()
{
    HttpScript server([](const Peer &peer) { peer->reply(200, "abc"); });
    auto *download = new atlas::Download(m_manager.get(), server.url(u"/c"_s), part(), 10s);
    bool ended = false;
    connect(download, &atlas::Download::finished, this, [&] {
        ended = true;
        delete download;
    });
    download->start();
    QTRY_VERIFY(ended);
}

void TestDownload::contentRanges()
{
    const auto range = atlas::parseContentRange("bytes 5-9/10");
    QVERIFY(range && range->first == 5 && range->last == 9 && range->total == 10);
    QCOMPARE(atlas::parseContentRange("Bytes  0-0/*")->total, -1);
    for (const QByteArray &bad :
         {QByteArray(), QByteArray("bytes 9-5/10"), QByteArray("bytes 5-10/10"),
          QByteArray("bytes -5/10"), QByteArray("bytes */10"), QByteArray("bytes 5-9"),
          QByteArray("items 5-9/10"), QByteArray("bytes 5-99999999999999999999/*")})
        QVERIFY2(!atlas::parseContentRange(bad), bad);
    QCOMPARE(atlas::parseUnsatisfiedRange("bytes */10"), std::optional<qint64>(10));
    QVERIFY(!atlas::parseUnsatisfiedRange("bytes */*"));
    QVERIFY(!atlas::parseUnsatisfiedRange("bytes 5-9/10"));
}

QTEST_GUILESS_MAIN(TestDownload)
#include "test_download.moc"
