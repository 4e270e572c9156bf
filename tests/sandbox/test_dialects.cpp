// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Dialect;

class TestDialects : public QObject
{
    Q_OBJECT
private slots:
    void liveImage()
    {
        const Service service(slow(Dialect::Live));
        const Answer reply = service.submit(smallImage());
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.header("X-Request-ID").isEmpty());
        QCOMPARE(reply.json().value("code"_L1), QJsonValue(200));
        const QString id = reply.data().value("id"_L1).toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(reply.data().value("status"_L1).toString(), u"starting"_s);
        QVERIFY(reply.data().value("outputs"_L1).isNull());

        const Answer running = service.poll(id);
        QCOMPARE(running.status, 200);
        QCOMPARE(running.json().value("code"_L1), QJsonValue(200));
        QCOMPARE(running.data().value("id"_L1).toString(), id);
        QCOMPARE(running.data().value("status"_L1).toString(), u"processing"_s);
        QVERIFY(running.data().value("outputs"_L1).isNull());

        const QJsonObject done = service.pollUntil(id, u"completed"_s).data();
        QCOMPARE(done.value("outputs"_L1).toArray().size(), 1);
        QVERIFY(done.value("outputs"_L1).toArray().at(0).isString());
        const double seconds =
            done.value("metrics"_L1).toObject().value("predict_time"_L1).toDouble();
        QVERIFY2(seconds >= 10 && seconds <= 30, qPrintable(QString::number(seconds)));
    }

    void articleImage()
    {
        const Service service(slow(Dialect::Article));
        const Answer reply = service.submit(smallImage());
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json().keys(), QStringList{u"request_id"_s});
        const QString id = reply.json().value("request_id"_L1).toString();

        QCOMPARE(service.poll(id).json(), (QJsonObject{{"status"_L1, "processing"_L1}}));
        const QJsonObject done = service.pollUntil(id, u"completed"_s).json();
        QVERIFY(done.value("output"_L1).toObject().value("image_url"_L1).isString());
    }

    void articleVideo()
    {
        sandbox::Options options = hurried();
        options.dialect = Dialect::Article;
        const Service service(options);
        const QString id = service.accepted(smallClip(), true);
        const QJsonObject done = service.pollUntil(id, u"completed"_s).json();
        QVERIFY(done.value("output"_L1).toObject().value("video_url"_L1).isString());
    }

    void failures_data() { dialects(); }
    void failures()
    {
        QFETCH(Dialect, dialect);
        for (const bool moderated : {false, true}) {
            sandbox::Options options = hurried();
            options.dialect = dialect;
            (moderated ? options.faults.moderated : options.faults.generationFails) = 1;
            const Service service(options);
            const Answer reply = service.pollUntil(service.accepted(smallImage()), u"failed"_s);
            QCOMPARE(reply.status, 200);
            const QJsonObject told = dialect == Dialect::Live ? reply.data() : reply.json();
            QCOMPARE(told.value("status"_L1).toString(), u"failed"_s);
            QVERIFY(!told.value("error"_L1).toString().isEmpty());
            QCOMPARE(told.value("error"_L1).toString().contains("moderation"_L1), moderated);
            QCOMPARE(told.value("error_code"_L1).toInt(),
                     moderated && dialect == Dialect::Live ? 1039 : 0);
        }
    }

    void theOtherPollPathIsRefused_data() { dialects(); }
    void theOtherPollPathIsRefused()
    {
        QFETCH(Dialect, dialect);
        sandbox::Options options = hurried();
        options.dialect = dialect;
        const Service service(options);
        const QString path = u"/api/v1/model/prediction/"_s + service.accepted(smallImage());
        const bool isLive = dialect == Dialect::Live;
        QCOMPARE(service.get(path).status, isLive ? 200 : 401);
        QCOMPARE(service.get(path + "/get"_L1).status, isLive ? 401 : 200);
    }

    void refusesWrongPathsAndKeys_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("status");
        QTest::newRow("no key") << "POST"_ba
                                << "/api/v1/model/generateImage"
                                << ""_ba << 401;
        QTest::newRow("wrong key") << "POST"_ba
                                   << "/api/v1/model/generateVideo"
                                   << "no"_ba << 401;
        QTest::newRow("upload") << "POST"_ba
                                << "/api/v1/model/uploadMedia"
                                << ""_ba << 401;
        QTest::newRow("poll") << "GET"_ba
                              << "/api/v1/model/prediction/1"
                              << ""_ba << 401;
        QTest::newRow("wrong path") << "GET"_ba
                                    << "/api/v1/nowhere"
                                    << "yes"_ba << 401;
        QTest::newRow("wrong method") << "GET"_ba
                                      << "/api/v1/model/generateImage"
                                      << "yes"_ba << 401;
        QTest::newRow("root") << "GET"_ba
                              << "/"
                              << "yes"_ba << 401;
        QTest::newRow("balance at the wrong root") << "GET"_ba
                                                   << "/api/v1/balance"
                                                   << "yes"_ba << 401;
        QTest::newRow("models need no key") << "GET"_ba
                                            << "/api/v1/models"
                                            << ""_ba << 200;
    }
    void refusesWrongPathsAndKeys()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, key);
        QFETCH(int, status);
        sandbox::Options options = hurried();
        options.keys = {"yes"};
        Service service(options);
        service.setKey(key);
        const Answer reply = method == "GET"
            ? service.get(path)
            : service.post(path, QJsonDocument(smallImage()).toJson());
        QCOMPARE(reply.status, status);
        QVERIFY(!reply.header("X-Request-ID").isEmpty());
        if (status == 200)
            return;
        const QJsonObject error = reply.json();
        QCOMPARE(error.value("code"_L1), QJsonValue(401));
        QVERIFY(!error.value("msg"_L1).toString().isEmpty());
        QCOMPARE(error.value("request_id"_L1).toString().toLatin1(), reply.header("X-Request-ID"));
        QVERIFY(error.value("data"_L1).isNull());
        QCOMPARE(service.tally().accepted, 0);
    }

    void balanceAndItsErrors()
    {
        sandbox::Options options = hurried();
        options.balance = batch::Cost::fromMicros(1'500'000);
        Service service(options);
        const QString path = u"/public/v1/balance"_s;
        const QJsonObject available = service.get(path).json().value("available"_L1).toObject();
        QCOMPARE(available.value("value"_L1).toString(), u"1.500000"_s);
        QCOMPARE(available.value("currency"_L1).toString(), u"usd"_s);

        service.setKey({});
        const Answer refused = service.get(path);
        QCOMPARE(refused.status, 401);
        const QJsonObject error = refused.json().value("error"_L1).toObject();
        for (const auto name : {"type"_L1, "code"_L1, "message"_L1, "param"_L1})
            QVERIFY2(error.contains(name), name.data());
        QVERIFY(!refused.json().value("request_id"_L1).toString().isEmpty());
    }

    void uploads_data() { dialects(); }
    void uploads()
    {
        QFETCH(Dialect, dialect);
        sandbox::Options options = hurried();
        options.dialect = dialect;
        options.faults.download403 = 1; // of results alone
        const Service service(options);
        const QByteArray content = "\x89PNG\r\n\x1a\n--B\r\nnot the end"_ba;
        const QByteArray body = "--B1\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nx"
                                "\r\n--B1\r\nContent-Disposition: form-data; name=\"file\"; "
                                "filename=\"../a b.png\"\r\nContent-Type: image/png\r\n\r\n"
            + content + "\r\n--B1--\r\n";
        const Answer reply =
            service.post(u"/api/v1/model/uploadMedia"_s, body,
                         {{"Content-Type", "multipart/form-data; boundary=\"B1\""}});
        QCOMPARE(reply.status, 200);
        QString address = reply.json().value("url"_L1).toString();
        if (dialect == Dialect::Live) {
            address = reply.data().value("download_url"_L1).toString();
            QCOMPARE(reply.data().value("filename"_L1).toString(), u"../a b.png"_s);
            QCOMPARE(reply.data().value("size"_L1).toInteger(), qint64(content.size()));
            QCOMPARE(reply.data().value("type"_L1).toString(), u"image/png"_s);
        }
        const Answer back = service.fetch(address);
        QCOMPARE(back.status, 200);
        QCOMPARE(back.body, content);
        QCOMPARE(back.header("Content-Type"), "image/png"_ba);

        QCOMPARE(service.post(u"/api/v1/model/uploadMedia"_s, "no form").status, 400);
    }

    void refusesTooLargeABody()
    {
        const Service service(hurried());
        QJsonObject order = smallImage();
        order["image"_L1] = QString(50 * 1024 * 1024, u'x');
        const Answer reply = service.submit(order);
        QCOMPARE(reply.status, 413);
        QVERIFY(reply.json().value("msg"_L1).toString().contains("50 MB"_L1));
        QCOMPARE(service.tally().accepted, 0);
    }

    void refusesInWords()
    {
        sandbox::Options options = hurried();
        options.models = R"({"data": [{"model": "only/one", "type": "Image"}]})";
        const Service service(options);
        const Answer reply = service.submit(smallImage());
        QCOMPARE(reply.status, 404);
        QVERIFY(reply.json().value("msg"_L1).toString().contains("some/model"_L1));
        QCOMPARE(service.submit({{"model"_L1, "only/one"_L1}}).status, 400);
        QCOMPARE(service.submit({{"model"_L1, "only/one"_L1}, {"prompt"_L1, "a"_L1}}, true).status,
                 400);
        QCOMPARE(service.poll(u"nobody"_s).status, 404);
    }

private:
    static sandbox::Options slow(Dialect dialect)
    {
        sandbox::Options options;
        options.dialect = dialect;
        options.speed = 12; // long enough to be seen while it runs
        return options;
    }
    static void dialects()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("article") << Dialect::Article;
        QTest::newRow("live") << Dialect::Live;
    }
    static QJsonObject smallClip()
    {
        return {{"model"_L1, "some/model"_L1},
                {"prompt"_L1, "a tram"_L1},
                {"duration"_L1, 1},
                {"size"_L1, "160x90"_L1}};
    }
};

QTEST_MAIN(TestDialects)
#include "test_dialects.moc"
