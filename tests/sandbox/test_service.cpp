// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include <QFile>
#include <QHttpMultiPart>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestService : public QObject
{
    Q_OBJECT
private slots:
    void saysWhenThePortIsTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        sandbox::Options options;
        options.port = other.serverPort();
        sandbox::Sandbox sandbox(options);
        const auto started = sandbox.start();
        QVERIFY(!started);
        QVERIFY2(started.error().contains(QString::number(other.serverPort())),
                 qPrintable(started.error()));
    }

    void saysWhenTheLogCannotBeWritten()
    {
        sandbox::Options options;
        options.logFile = u"/nowhere/at/all/log"_s;
        sandbox::Sandbox sandbox(options);
        const auto started = sandbox.start();
        QVERIFY(!started);
        QVERIFY2(started.error().contains("/nowhere/at/all/log"_L1), qPrintable(started.error()));
    }

    void takesThePortItIsTold()
    {
        quint16 port = 0;
        {
            QTcpServer finder;
            QVERIFY(finder.listen(QHostAddress::LocalHost));
            port = finder.serverPort();
        }
        sandbox::Options options;
        options.port = port;
        sandbox::Sandbox sandbox(options);
        QVERIFY(sandbox.start());
        QCOMPARE(sandbox.baseUrl(), QUrl(u"http://127.0.0.1:%1/api/v1"_s.arg(port)));
    }

    void twoAtOnce()
    {
        const Service one(hurried());
        const Service two(hurried());
        QVERIFY(one.port() != two.port());
        const QString id = one.accepted(smallImage());
        QCOMPARE(two.poll(id).status, 404);
        QCOMPARE(one.fetch(one.fileOf(id)).status, 200);
        QCOMPARE(two.tally().accepted, 0);
    }

    void chargesUntilTheBalanceIsUsedUp()
    {
        sandbox::Options options = hurried();
        options.balance = batch::Cost::fromMicros(120'000);
        const Service service(options);
        QCOMPARE(service.submit(smallImage(u"one"_s)).status, 200);
        QCOMPARE(service.submit(smallImage(u"two"_s)).status, 200);
        const Answer refused = service.submit(smallImage(u"three"_s));
        QCOMPARE(refused.status, 402);
        QVERIFY(!refused.json().value("msg"_L1).toString().isEmpty());
        QCOMPARE(service.tally().charged, batch::Cost::fromMicros(100'000));
        QVERIFY(service.get(u"/public/v1/balance"_s).body.contains("0.020000"));
    }

    void theLogTellsWhatHappened()
    {
        const QTemporaryDir folder;
        sandbox::Options options = hurried();
        options.logFile = folder.filePath(u"log"_s);
        Service service(options);
        service.setKey("a-very-secret-key");
        const QString id = service.accepted(smallImage());
        service.submit(smallImage());
        service.get(service.fileOf(id));
        service.setKey({});
        service.submit(smallImage());

        const auto accepted = logLines(options.logFile, u"accepted"_s);
        QCOMPARE(accepted.size(), 2);
        QCOMPARE(accepted[0].value("prediction"_L1).toString(), id);
        QCOMPARE(accepted[0].value("model"_L1).toString(), u"some/model"_s);
        QCOMPARE(accepted[0].value("prompt"_L1).toString(), u"a red boat"_s);
        QCOMPARE(accepted[0].value("charged"_L1).toString(), u"0.05"_s);
        QCOMPARE(accepted[0].value("digest"_L1), accepted[1].value("digest"_L1));
        QCOMPARE(accepted[0].value("double"_L1).toBool(), false);
        QCOMPARE(accepted[1].value("double"_L1).toBool(), true);
        QCOMPARE(service.tally().doubleCharges, 1);

        const auto submitted = logLines(options.logFile, u"submit"_s);
        QCOMPARE(submitted.size(), 3);
        QCOMPARE(submitted[0].value("key"_L1).toBool(), true);
        QCOMPARE(submitted[2].value("key"_L1).toBool(), false);
        QCOMPARE(submitted[2].value("status"_L1).toInt(), 401);

        const auto downloads = logLines(options.logFile, u"download"_s);
        QCOMPARE(downloads.size(), 1);
        QCOMPARE(downloads[0].value("authorization"_L1).toBool(), true);
        QCOMPARE(downloads[0].value("status"_L1).toInt(), 200);
        QCOMPARE(service.tally().downloads, 1);
        QCOMPARE(service.tally().keysAtDownloads, 1);
        QVERIFY(!logLines(options.logFile, u"poll"_s).isEmpty());

        QFile log(options.logFile);
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(!log.readAll().contains("secret"));
    }

    void theLogIsAddedTo()
    {
        const QTemporaryDir folder;
        sandbox::Options options = hurried();
        options.logFile = folder.filePath(u"log"_s);
        for (int i = 0; i < 2; ++i)
            Service(options).submit(smallImage());
        QCOMPARE(logLines(options.logFile, u"accepted"_s).size(), 2);
    }

    void keepsTheTypicalTime()
    {
        sandbox::Options options;
        options.speed = 20; // 10 to 30 s become 0.5 to 1.5 s
        const Service service(options);
        QElapsedTimer timer;
        timer.start();
        service.fileOf(service.accepted(smallImage()));
        QVERIFY2(timer.elapsed() >= 480, qPrintable(QString::number(timer.elapsed())));
    }

    void survivesClientsThatLeave()
    {
        const Service service(hurried());
        QJsonObject order = smallImage();
        order["width"_L1] = 3000;
        order["height"_L1] = 3000;
        const QString file = service.fileOf(service.accepted(order));
        for (int i = 0; i < 30; ++i) {
            const auto socket = service.begin("GET", file, {}, {});
            if (i % 3 != 0)
                socket->waitForReadyRead();
            if (i % 2 == 0)
                socket->abort();
        }
        for (int i = 0; i < 10; ++i) {
            const auto half = service.begin("POST", u"/api/v1/model/generateImage"_s,
                                            "{\"model\":", {{"Content-Length", "500"}});
            half->waitForBytesWritten();
            half->abort();
        }
        QCOMPARE(service.fetch(file).status, 200);
        QCOMPARE(service.tally().accepted, 1);
    }

    void endsInTheMiddleOfWork()
    {
        const Service service(hurried());
        for (int i = 0; i < 6; ++i) {
            service.submit(
                {{"model"_L1, "m"_L1}, {"prompt"_L1, u"clip %1"_s.arg(i)}, {"duration"_L1, 30}},
                true);
        }
        QCOMPARE(service.tally().accepted, 6);
    }

    void servesManyAtOnce()
    {
        const Service service(hurried());
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 60; ++i) {
            sockets.push_back(
                service.begin("POST", u"/api/v1/model/generateImage"_s,
                              QJsonDocument(smallImage(u"picture %1"_s.arg(i))).toJson(),
                              {{"Authorization", "Bearer a-key"}}));
        }
        QStringList ids;
        for (const auto &socket : sockets)
            ids.append(Service::read(*socket).data().value("id"_L1).toString());
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 60);
        for (const QString &id : ids)
            QCOMPARE(service.fetch(service.fileOf(id)).status, 200);
        QCOMPARE(service.tally().accepted, 60);
        QCOMPARE(service.tally().doubleCharges, 0);
    }

    void worksWithQtsOwnClient()
    {
        const Service service(hurried());
        QNetworkAccessManager manager;
        QNetworkRequest request(
            QUrl(u"http://127.0.0.1:%1/api/v1/model/uploadMedia"_s.arg(service.port())));
        request.setRawHeader("Authorization", "Bearer a-key");
        QHttpMultiPart form(QHttpMultiPart::FormDataType);
        QHttpPart part;
        part.setHeader(QNetworkRequest::ContentDispositionHeader,
                       u"form-data; name=\"file\"; filename=\"photo.jpg\""_s);
        part.setHeader(QNetworkRequest::ContentTypeHeader, u"image/jpeg"_s);
        part.setBody(QByteArray(3 * 1024 * 1024, 'j'));
        form.append(part);
        const std::unique_ptr<QNetworkReply> reply(manager.post(request, &form));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait(10'000));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        const QJsonObject data =
            QJsonDocument::fromJson(reply->readAll()).object().value("data"_L1).toObject();
        QCOMPARE(data.value("filename"_L1).toString(), u"photo.jpg"_s);

        // The same connection is used again and again.
        for (int i = 0; i < 5; ++i) {
            const std::unique_ptr<QNetworkReply> file(
                manager.get(QNetworkRequest(QUrl(data.value("download_url"_L1).toString()))));
            QSignalSpy fetched(file.get(), &QNetworkReply::finished);
            QVERIFY(fetched.wait(10'000));
            QCOMPARE(file->readAll(), QByteArray(3 * 1024 * 1024, 'j'));
        }
    }
};

QTEST_MAIN(TestService)
#include "test_service.moc"
