// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/replies.h"
#include "atlas/transfer/upload.h"
#include "atlas/transfer/uploadbody.h"
#include "uploadtrial.h"

#include <QCryptographicHash>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using atlas::ErrorKind;

namespace {

/// The parts of a form's body between its boundaries.
struct Form
{
    QByteArray head;
    QByteArray content;
};

/// Reads a form of one part, and nothing looser than the service's own.
std::optional<Form> formIn(const HttpScript::Request &request)
{
    const QByteArray type = request.header("Content-Type");
    const QByteArray opening = "multipart/form-data; boundary=";
    if (!type.startsWith(opening))
        return {};
    const QByteArray mark = "--" + type.sliced(opening.size());
    const QByteArray &body = request.body;
    const qsizetype headEnd = body.indexOf("\r\n\r\n");
    if (!body.startsWith(mark + "\r\n") || headEnd < 0 || !body.endsWith("\r\n" + mark + "--\r\n"))
        return {};
    const qsizetype contentEnd = body.size() - mark.size() - 6;
    if (body.indexOf("\r\n" + mark) != contentEnd)
        return {};
    return Form{body.sliced(mark.size() + 2, headEnd - mark.size() - 2),
                body.sliced(headEnd + 4, contentEnd - headEnd - 4)};
}

} // namespace

class TestUpload : public QObject
{
    Q_OBJECT
private slots:
    void looksAtAFile();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void refusesAFileThatIsTooLarge();
    void sendsTheFileAsAForm_data();
    void sendsTheFileAsAForm();
    void fileNames_data();
    void fileNames();
    void readsEveryReply_data();
    void readsEveryReply();
    void tellsHowFarItIs();
    void keyGoesToTheServerAlone();
    void manyAtOnceWaitForNoOther();
};

void TestUpload::looksAtAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a photo.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content = noise(700'000);
    file.write(content);
    file.close();

    const auto found = atlas::inspectUpload(file.fileName());
    QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
    QCOMPARE(found->path, file.fileName());
    QCOMPARE(found->name, u"a photo.bin"_s);
    QCOMPARE(found->size, content.size());
    QCOMPARE(found->type, u"image/png"_s);
    QCOMPARE(found->digest.toLatin1(),
             QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());

    QVERIFY(QFile::link(file.fileName(), folder.filePath(u"link"_s)));
    QCOMPARE(atlas::inspectUpload(folder.filePath(u"link"_s)).value().digest, found->digest);
}

void TestUpload::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("inMessage");
    QTest::newRow("missing") << u"missing.png"_s << u"is not there"_s;
    QTest::newRow("folder") << u"folder"_s << u"is a folder"_s;
    QTest::newRow("empty") << u"empty.png"_s << u"is empty"_s;
    QTest::newRow("pipe") << u"pipe"_s << u"no file that can be uploaded"_s;
    QTest::newRow("link to nowhere") << u"dangling"_s << u"is not there"_s;
    QTest::newRow("nothing") << QString() << u"is a folder"_s; // the folder itself
}

void TestUpload::refusesWhatIsNoFile()
{
    QFETCH(QString, what);
    QFETCH(QString, inMessage);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
    QFile empty(folder.filePath(u"empty.png"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(u"pipe"_s)).constData(), 0600), 0);
    QVERIFY(QFile::link(folder.filePath(u"gone"_s), folder.filePath(u"dangling"_s)));

    const auto found = atlas::inspectUpload(folder.filePath(what));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Refused);
    QCOMPARE(found.error().httpStatus, 0);
    QVERIFY(!found.error().mayRetry && !found.error().mayHaveBeenAccepted);
    QVERIFY2(found.error().message.contains(inMessage), qPrintable(found.error().message));
    QVERIFY2(found.error().message.contains(what), qPrintable(found.error().message));
}

void TestUpload::refusesAFileThatIsTooLarge()
{
    HttpScript server([](const HttpScript::PeerPtr &peer) { peer->json(200, "{}"); });
    UploadTrial trial(server);
    QFile file(trial.write("GIF89a", u"vast.gif"_s));
    QVERIFY(file.resize(50 * 1024 * 1024 + 1)); // sparse
    const auto found = atlas::inspectUpload(file.fileName());
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains(u"vast.gif"_s)
                 && found.error().message.contains(u"50 MiB"_s),
             qPrintable(found.error().message));

    // With the form around it, a file of just that size is too large as well.
    const UploadResult result =
        trial.upload({file.fileName(), u"vast.gif"_s, u"image/gif"_s, file.size() - 1, u"00"_s});
    QVERIFY(!result);
    QVERIFY(file.resize(50 * 1024 * 1024));
    const auto full = atlas::inspectUpload(file.fileName());
    QVERIFY(full);
    const UploadResult refused = trial.upload(*full);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QVERIFY2(refused.error().message.contains(u"50 MiB"_s), qPrintable(refused.error().message));
    QVERIFY(server.requests().isEmpty());
}

void TestUpload::sendsTheFileAsAForm_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("one byte") << "x"_ba;
    QTest::newRow("a picture") << noise(1200);
    QTest::newRow("line ends at its end") << noise(1000) + "\r\n\r\n--\r\n";
    QTest::newRow("zeros") << QByteArray(70'000, '\0');
    QTest::newRow("large") << noise(9'000'001);
}

void TestUpload::sendsTheFileAsAForm()
{
    QFETCH(QByteArray, content);
    HttpScript server([](const HttpScript::PeerPtr &peer) {
        peer->json(200, keptAt("https://cdn.example/u/1.png"));
    });
    UploadTrial trial(server);
    const atlas::UploadFile file = trial.inspected(content);
    const UploadResult result = trial.upload(file);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->link, QUrl(u"https://cdn.example/u/1.png"_s));

    QCOMPARE(server.requests().size(), 1);
    const HttpScript::Request &request = server.requests().first();
    QCOMPARE(request.method, "POST"_ba);
    QCOMPARE(request.target, "/api/v1/model/uploadMedia"_ba);
    QCOMPARE(request.header("Authorization"), "Bearer sk-upload"_ba);
    QCOMPARE(request.header("Content-Length").toLongLong(), request.body.size());
    QVERIFY(!request.hasHeader("Transfer-Encoding"));
    const auto form = formIn(request);
    QVERIFY2(form, request.body.first(qMin<qsizetype>(400, request.body.size())).constData());
    QVERIFY(form->content == content);
    QCOMPARE(form->head,
             "Content-Disposition: form-data; name=\"file\"; filename=\"cat.png\"\r\n"
             "Content-Type: "
                 + file.type.toLatin1());
}

void TestUpload::fileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("inHeader");
    QTest::newRow("plain") << u"cat.png"_s << "cat.png"_ba;
    QTest::newRow("quotes") << u"the \"cat\".png"_s << "the %22cat%22.png"_ba;
    QTest::newRow("Chinese") << u"貓 🐈.png"_s << "貓 🐈.png"_ba;
    QTest::newRow("line feed") << u"cat\nX-Evil: 1.png"_s << "cat%0AX-Evil: 1.png"_ba;
    QTest::newRow("line end") << u"cat\r\n\r\n.png"_s << "cat%0D%0A%0D%0A.png"_ba;
    QTest::newRow("semicolon") << u"a;b=\"c\".png"_s << "a;b=%22c%22.png"_ba;
    QTest::newRow("control") << u"a\tb\u0001.png"_s << "a_b_.png"_ba;
    QTest::newRow("backslash") << u"a\\b.png"_s << "a\\b.png"_ba;
    QTest::newRow("none") << QString() << "file"_ba;
}

void TestUpload::fileNames()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, inHeader);
    HttpScript server([](const HttpScript::PeerPtr &peer) {
        peer->json(200, keptAt("https://cdn.example/u/1.png"));
    });
    UploadTrial trial(server);
    atlas::UploadFile file = trial.inspected(noise(1200));
    if (!name.isEmpty()) // a file of that very name
        file = trial.inspected(noise(1200), name);
    file.name = name;
    QVERIFY(trial.upload(file));
    const auto form = formIn(server.requests().first());
    QVERIFY(form);
    const QList<QByteArray> lines = form->head.split('\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first().trimmed(),
             "Content-Disposition: form-data; name=\"file\"; filename=\"" + inHeader + '"');
}

void TestUpload::readsEveryReply_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("link");
    QTest::newRow("live") << keptAt("https://a.example/1.png") << u"https://a.example/1.png"_s;
    QTest::newRow("code as text")
        << R"({"code":"200","data":{"download_url":"https://a.example/1"}})"_ba
        << u"https://a.example/1"_s;
    QTest::newRow("url inside") << R"({"code":200,"data":{"url":"https://a.example/1"}})"_ba
                                << u"https://a.example/1"_s;
    QTest::newRow("flat url") << R"({"url":"https://a.example/1?a=b%20c&d"})"_ba
                              << u"https://a.example/1?a=b%20c&d"_s;
    QTest::newRow("flat download_url")
        << R"({"download_url":"https://a.example/1"})"_ba << u"https://a.example/1"_s;
    QTest::newRow("data is the link")
        << R"({"code":200,"data":"https://a.example/1"})"_ba << u"https://a.example/1"_s;
    QTest::newRow("flat beside a null")
        << R"({"url":"http://a.example/1","data":null})"_ba << u"http://a.example/1"_s;
    QTest::newRow("with a mark in front")
        << "\xEF\xBB\xBF{\"url\":\"https://a.example/1\"}"_ba << u"https://a.example/1"_s;
}

void TestUpload::readsEveryReply()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, link);
    const auto uploaded = atlas::readUploaded({200, body, u"r-1"_s, {}});
    QVERIFY2(uploaded, qPrintable(uploaded ? QString() : uploaded.error().message));
    QCOMPARE(uploaded->link, QUrl(link));
}

void TestUpload::tellsHowFarItIs()
{
    HttpScript server([](const HttpScript::PeerPtr &peer) {
        peer->json(200, keptAt("https://cdn.example/u/1.png"));
    });
    UploadTrial trial(server);
    const atlas::UploadFile file = trial.inspected(noise(12'000'000));
    atlas::UploadCall *call = trial.client.upload(file);
    QSignalSpy progress(call, &atlas::UploadCall::progress);
    QSignalSpy finished(call, &atlas::UploadCall::finished);
    QVERIFY(progress.isEmpty() && finished.isEmpty()); // never from within the call
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(!progress.isEmpty());
    qint64 before = 0;
    for (const QList<QVariant> &step : progress) {
        const qint64 sent = step.at(0).toLongLong();
        QVERIFY(sent > before && sent <= file.size);
        QCOMPARE(step.at(1).toLongLong(), file.size);
        before = sent;
    }
    QCOMPARE(before, file.size);
}

void TestUpload::keyGoesToTheServerAlone()
{
    HttpScript other([](const HttpScript::PeerPtr &peer) { peer->json(200, "{}"); });
    HttpScript server([&other](const HttpScript::PeerPtr &peer) {
        peer->reply(307, {}, {{"Location", other.url(u"/take"_s).toEncoded()}});
    });
    UploadTrial trial(server);
    const UploadResult result = trial.upload(trial.inspected(noise(1200)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Redirect);
    QCOMPARE(server.count("POST"), 1);
    QVERIFY(other.requests().isEmpty());

    // Nor unencrypted to a host that isn't this machine, nor anywhere where the address is none.
    for (const QString &base : {u"http://api.example/v1"_s, u"no address"_s}) {
        atlas::Connection connection = UploadTrial::connectionTo(server);
        connection.baseUrl = QUrl(base);
        atlas::Client client(connection);
        QSignalSpy finished(client.upload(trial.inspected(noise(1200))),
                            &atlas::UploadCall::finished);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!finished.first().first().value<UploadResult>());
    }
    QCOMPARE(server.count("POST"), 1);
}

void TestUpload::manyAtOnceWaitForNoOther()
{
    QList<HttpScript::PeerPtr> peers;
    HttpScript server([&peers](const HttpScript::PeerPtr &peer) { peers.append(peer); });
    UploadTrial trial(server);
    const atlas::UploadFile file = trial.inspected(noise(30'000));
    int ended = 0;
    for (int i = 0; i < 12; ++i)
        connect(trial.client.upload(file), &atlas::UploadCall::finished, this,
                [&ended](const UploadResult &result) { ended += result ? 1 : 0; });
    QTRY_COMPARE(peers.size(), 12); // none is answered yet
    for (const auto &peer : peers)
        peer->json(200, keptAt("https://cdn.example/u/1.png"));
    QTRY_COMPARE(ended, 12);
}

Q_DECLARE_METATYPE(UploadResult)

QTEST_GUILESS_MAIN(TestUpload)
#include "test_upload.moc"
