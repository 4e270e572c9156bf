// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"
#include "uploadtrial.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>

using namespace Qt::StringLiterals;
using sandbox::Dialect;

Q_DECLARE_METATYPE(Dialect)

/// The client's form, read by a service that shares no code with it.
class TestUploadService : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    sandbox::Options m_options;

    atlas::Connection connection() const
    {
        atlas::Connection connection;
        connection.baseUrl = m_sandbox->baseUrl();
        connection.key = atlas::ApiKey("a-key");
        return connection;
    }
    void serve()
    {
        m_options.logFile = m_folder->filePath(u"log"_s);
        m_sandbox = std::make_unique<sandbox::Sandbox>(m_options);
        const auto started = m_sandbox->start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    }
    atlas::UploadFile write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The test can't write %s", qPrintable(file.fileName()));
        file.close();
        return atlas::inspectUpload(file.fileName()).value();
    }
    static UploadResult upload(atlas::Client &client, const atlas::UploadFile &file)
    {
        std::optional<UploadResult> result;
        connect(client.upload(file), &atlas::UploadCall::finished, &client,
                [&result](const UploadResult &given) { result = given; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 30'000); }();
        return result.value_or(tl::unexpected(atlas::Error()));
    }
    static QByteArray fetched(const QUrl &link)
    {
        QNetworkAccessManager manager;
        const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(link)));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        [&] { QVERIFY(finished.wait(20'000)); }();
        return reply->readAll();
    }
    QJsonObject lastUpload() const
    {
        QFile log(m_options.logFile);
        if (!log.open(QIODevice::ReadOnly))
            return {};
        QJsonObject last;
        for (const QByteArray &line : log.readAll().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            if (event.value("event"_L1).toString() == "upload"_L1)
                last = event;
        }
        return last;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_options = {};
        m_options.speed = 10'000;
    }
    void cleanup() { m_sandbox.reset(); }

    void aFileComesBackAsItWas_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("size");
        QTest::newRow("live") << Dialect::Live << u"cat.png"_s << 1200;
        QTest::newRow("article") << Dialect::Article << u"cat.png"_s << 1200;
        QTest::newRow("quotes") << Dialect::Live << u"a \"cat\"; name=\"x\".png"_s << 1200;
        QTest::newRow("Chinese") << Dialect::Live << u"產品 貓 🐈.png"_s << 1200;
        QTest::newRow("line feed") << Dialect::Live << u"cat\r\n\r\n--x.png"_s << 1200;
        QTest::newRow("large") << Dialect::Live << u"large.png"_s << 8'000'000;
    }
    void aFileComesBackAsItWas()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, name);
        QFETCH(int, size);
        m_options.dialect = dialect;
        serve();
        atlas::Client client(connection());
        const QByteArray content = noise(size);
        const atlas::UploadFile file = write(name, content);
        const UploadResult result = upload(client, file);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QVERIFY(fetched(result->link) == content);
        const QJsonObject event = lastUpload();
        QCOMPARE(event.value("file"_L1).toString(), name);
        QCOMPARE(event.value("digest"_L1).toString(), file.digest);
        QCOMPARE(event.value("link"_L1).toString(), result->link.toString());
    }

    void theLinkIsAnInput()
    {
        serve();
        atlas::Client client(connection());
        const UploadResult result = upload(client, write(u"cat.png"_s, noise(1200)));
        QVERIFY(result);
        const auto submitted = [&] {
            const QJsonObject body{{u"model"_s, u"a/model"_s},
                                   {u"prompt"_s, u"it moves"_s},
                                   {u"image"_s, result->link.toString()}};
            tl::expected<atlas::Accepted, atlas::Error> answer;
            bool isAnswered = false;
            connect(client.submit({atlas::Endpoint::GenerateImage, body}),
                    &atlas::SubmitCall::finished, &client, [&](const auto &given) {
                        answer = given;
                        isAnswered = true;
                    });
            [&] { QTRY_VERIFY(isAnswered); }();
            return answer;
        };
        QVERIFY(submitted().has_value());
        m_sandbox->expireLinks();
        const auto refused = submitted();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, atlas::ErrorKind::Refused);
        QCOMPARE(refused.error().httpStatus, 400);
        QVERIFY2(refused.error().message.contains(u"image could not be fetched"_s),
                 qPrintable(refused.error().message));
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<atlas::ErrorKind>("kind");
        QTest::addColumn<int>("kept");
        QTest::newRow("500") << u"upload-500=1"_s << atlas::ErrorKind::Internal << 0;
        QTest::newRow("reset") << u"upload-reset=1"_s << atlas::ErrorKind::Network << 1;
    }
    void faults()
    {
        QFETCH(QString, fault);
        QFETCH(atlas::ErrorKind, kind);
        QFETCH(int, kept);
        m_options.faults = *sandbox::Faults::parse({fault});
        serve();
        atlas::Client client(connection());
        const UploadResult result = upload(client, write(u"cat.png"_s, noise(1200)));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
        QVERIFY(result.error().mayRetry && !result.error().mayHaveBeenAccepted);
        QCOMPARE(m_sandbox->tally().uploads, kept);
    }

    void aKeyThatIsRefused()
    {
        m_options.keys = {"another"};
        serve();
        atlas::Client client(connection());
        const UploadResult result = upload(client, write(u"cat.png"_s, noise(1200)));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, atlas::ErrorKind::Key);
        QCOMPARE(result.error().httpStatus, 401);
    }
};

QTEST_MAIN(TestUploadService)
#include "test_uploadservice.moc"
