// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Faults;

/// Every fault, as a client meets it.
class TestFaulty : public QObject
{
    Q_OBJECT
private slots:
    void submissions_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("429") << "429" << 429 << false;
        QTest::newRow("500") << "500" << 500 << false;
        QTest::newRow("503") << "503" << 503 << false;
        QTest::newRow("reset before") << "reset-before" << 0 << false;
        QTest::newRow("reset after") << "reset-after" << 0 << true;
        QTest::newRow("dropped reply") << "dropped-reply" << 0 << true;
    }
    void submissions()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(bool, accepted);
        const QTemporaryDir folder;
        sandbox::Options options = with(fault);
        options.logFile = folder.filePath(u"log"_s);
        const Service service(options);
        const bool isDropped = fault == "dropped-reply"_L1;
        const auto socket = service.begin("POST", u"/api/v1/model/generateImage"_s,
                                          QJsonDocument(smallImage()).toJson(),
                                          {{"Authorization", "Bearer a-key"}});
        const Answer answer = Service::read(*socket, isDropped ? 300 : 10'000);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.closed, status == 0 && !isDropped);
        QVERIFY(answer.header("Retry-After").isEmpty());
        if (status != 0)
            QVERIFY(!answer.json().value("msg"_L1).toString().isEmpty());

        QCOMPARE(service.tally().submissions, 1);
        QCOMPARE(service.tally().accepted, accepted ? 1 : 0);
        QCOMPARE(service.tally().charged.isZero(), !accepted);
        const auto lines = logLines(options.logFile, u"submit"_s);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().value("status"_L1).toInt(), status);
        QCOMPARE(lines.first().contains("prediction"_L1), accepted);
        QCOMPARE(logLines(options.logFile, u"accepted"_s).size(), accepted ? 1 : 0);
    }

    void aDroppedReplyEndsWithTheClient()
    {
        const Service service(with(u"dropped-reply"_s));
        for (int i = 0; i < 20; ++i) {
            const auto socket = service.begin("POST", u"/api/v1/model/generateImage"_s,
                                              QJsonDocument(smallImage()).toJson(),
                                              {{"Authorization", "Bearer a-key"}});
            QTRY_COMPARE(service.tally().accepted, i + 1);
            socket->abort();
        }
        QCOMPARE(service.get(u"/api/v1/models"_s).status, 200);
    }

    void eachRequestIsDrawnAnew()
    {
        sandbox::Options options = hurried();
        options.faults = *Faults::parse({u"429=0.3"_s});
        const auto refused = [](const sandbox::Options &given) {
            const Service service(given);
            QList<int> statuses;
            for (int i = 0; i < 100; ++i)
                statuses.append(service.submit(smallImage()).status);
            return statuses;
        };
        const QList<int> first = refused(options);
        const auto count = first.count(429);
        QVERIFY2(count > 15 && count < 45, qPrintable(QString::number(count)));
        QCOMPARE(refused(options), first);
        options.seed = 2;
        QVERIFY(refused(options) != first);
    }

    void pollErrorsOfEveryKind()
    {
        const Service service(with(u"poll-error"_s));
        const QString id = service.accepted(smallImage());
        QSet<int> seen;
        for (int i = 0; i < 60; ++i) {
            const Answer answer = service.poll(id);
            QCOMPARE(answer.closed, answer.status == 0);
            seen.insert(answer.status);
        }
        QCOMPARE(seen, (QSet<int>{0, 500, 502, 503}));
    }

    void pollGarbageOfEveryKind()
    {
        const Service service(with(u"poll-garbage"_s));
        const QString id = service.accepted(smallImage());
        QSet<QByteArray> seen;
        for (int i = 0; i < 60; ++i) {
            const Answer answer = service.poll(id);
            QCOMPARE(answer.status, 200);
            QVERIFY(!answer.data().contains("status"_L1) && !answer.json().contains("status"_L1));
            seen.insert(answer.body.left(1));
        }
        QCOMPARE(seen, (QSet<QByteArray>{"<", "{", ""}));
    }

    void warmUpEnds()
    {
        sandbox::Options options = with(u"warm-up"_s);
        options.speed = 8; // unknown for more than half a second
        const Service service(options);
        const QString id = service.accepted(smallImage());
        QCOMPARE(service.poll(id).status, 404);
        QCOMPARE(service.pollUntil(id, u"completed"_s).status, 200);
    }

    void failedGenerationsAreRefunded_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("failed") << "generation-fails";
        QTest::newRow("moderated") << "moderated";
    }
    void failedGenerationsAreRefunded()
    {
        QFETCH(QString, fault);
        const QTemporaryDir folder;
        sandbox::Options options = with(fault);
        options.logFile = folder.filePath(u"log"_s);
        const Service service(options);
        service.pollUntil(service.accepted(smallImage()), u"failed"_s);
        QCOMPARE(service.tally().refunded, 1);
        QVERIFY(service.tally().charged.isZero());
        QCOMPARE(logLines(options.logFile, u"refunded"_s).size(), 1);
        QVERIFY(service.get(u"/public/v1/balance"_s).body.contains("125.500000"));
        // Refunded, so that asking for the same again is no double charge.
        service.submit(smallImage());
        QCOMPARE(service.tally().doubleCharges, 0);
    }

    void someNeverFinish()
    {
        const Service service(with(u"never-finishes"_s));
        const QString id = service.accepted(smallImage());
        const QString other = service.accepted(smallImage(u"another"_s));
        for (int i = 0; i < 40; ++i) {
            QCOMPARE(service.poll(id).data().value("status"_L1).toString(), u"processing"_s);
            QCOMPARE(service.poll(other).data().value("status"_L1).toString(), u"processing"_s);
        }
    }

    void linksDieForGood_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("403") << 403;
        QTest::newRow("404") << 404;
    }
    void linksDieForGood()
    {
        QFETCH(int, status);
        sandbox::Options options = hurried();
        options.faults = *Faults::parse({u"download-%1=0.5"_s.arg(status)});
        const Service service(options);
        const QString id = service.accepted(smallImage());
        QString file = service.fileOf(id);
        int renewed = 0;
        Answer answer;
        for (int i = 0; i < 40; ++i) {
            answer = service.fetch(file);
            if (answer.status == 200)
                continue;
            QCOMPARE(answer.status, status);
            QCOMPARE(service.fetch(file).status, status);
            const QString fresh = service.fileOf(id);
            QVERIFY(fresh != file);
            file = fresh;
            ++renewed;
        }
        QVERIFY(renewed > 5 && renewed < 35);
    }

    void brokenDownloads_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("truncated") << "truncated";
        QTest::newRow("reset") << "download-reset";
    }
    void brokenDownloads()
    {
        QFETCH(QString, fault);
        const Service service(with(fault));
        QJsonObject order = smallImage();
        order["width"_L1] = 1500;
        order["height"_L1] = 1500;
        const QString file = service.fileOf(service.accepted(order));
        for (int i = 0; i < 10; ++i) {
            const Answer answer = service.fetch(file);
            QVERIFY(answer.closed);
            // A reset may overtake what was sent before it.
            if (fault == "download-reset"_L1 && answer.status == 0)
                continue;
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.body.size() < answer.header("Content-Length").toLongLong());
        }
    }

    void otherDownloadFaults()
    {
        const Service broken(with(u"download-500"_s));
        QCOMPARE(broken.fetch(broken.fileOf(broken.accepted(smallImage()))).status, 500);

        const Service wrong(with(u"wrong-content"_s));
        const Answer page = wrong.fetch(wrong.fileOf(wrong.accepted(smallImage())));
        QCOMPARE(page.status, 200);
        QCOMPARE(page.header("Content-Type"), "text/html"_ba);
        QVERIFY(page.body.startsWith("<html>"));
    }

private:
    /// A hurried sandbox that always does this.
    static sandbox::Options with(const QString &fault)
    {
        sandbox::Options options = hurried();
        options.faults = *Faults::parse({fault + "=1"_L1});
        return options;
    }
};

QTEST_MAIN(TestFaulty)
#include "test_faulty.moc"
