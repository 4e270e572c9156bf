// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Faults;

namespace {

QJsonObject smallVideo()
{
    QJsonObject order = smallImage(u"a red boat at sea"_s);
    order["duration"_L1] = 1;
    return order;
}

QString statusOf(const Answer &answer)
{
    return answer.data().value("status"_L1).toString();
}

QString firstOutput(const Answer &answer)
{
    return answer.data().value("outputs"_L1).toArray().at(0).toString();
}

} // namespace

/// A sandbox that ends, and another that goes on with its state file.
class TestRestart : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    sandbox::Options m_options;

    Service restarted() const { return Service(m_options); }
    void setFault(const QString &fault) { m_options.faults = *Faults::parse({fault + "=1"_L1}); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_options = hurried();
        m_options.stateFile = m_folder->filePath(u"state"_s);
        m_options.logFile = m_folder->filePath(u"log"_s);
    }

    void withoutAStateFileAllIsForgotten()
    {
        m_options.stateFile.clear();
        const QString id = restarted().accepted(smallImage());
        QCOMPARE(restarted().poll(id).status, 404);
    }

    void aGenerationGoesOn()
    {
        m_options.speed = 20; // 10 to 30 s become 0.5 to 1.5 s
        QElapsedTimer timer;
        timer.start();
        const QString id = restarted().accepted(smallImage());
        const Service service = restarted();
        QCOMPARE(statusOf(service.poll(id)), u"processing"_s);
        QCOMPARE(service.fetch(service.fileOf(id)).status, 200);
        QVERIFY2(timer.elapsed() >= 480, qPrintable(QString::number(timer.elapsed())));
    }

    void timePassesMeanwhile()
    {
        m_options.speed = 1;
        const QString id = restarted().accepted(smallImage());
        QVERIFY(letPass(m_options.stateFile, 5));
        QCOMPARE(statusOf(restarted().poll(id)), u"processing"_s);
        QVERIFY(letPass(m_options.stateFile, 26));
        // What was completed never seems to be under way again: the answer waits for the file.
        const Service service = restarted();
        const Answer answer = service.poll(id);
        QCOMPARE(statusOf(answer), u"completed"_s);
        QCOMPARE(service.fetch(firstOutput(answer)).status, 200);
    }

    void theSameFileIsDrawnAgain_data()
    {
        QTest::addColumn<bool>("video");
        QTest::newRow("image") << false;
        QTest::newRow("video") << true;
    }
    void theSameFileIsDrawnAgain()
    {
        QFETCH(bool, video);
        QString id;
        QString link;
        Answer before;
        {
            const Service service = restarted();
            id = service.accepted(video ? smallVideo() : smallImage(), video);
            link = service.fileOf(id);
            before = service.fetch(link);
            QCOMPARE(before.status, 200);
        }
        const Service service = restarted();
        QCOMPARE(service.fetch(link).status, 404);
        const Answer after = service.fetch(firstOutput(service.poll(id)));
        QCOMPARE(after.status, 200);
        QVERIFY(after.body == before.body);
        QCOMPARE(after.header("ETag"), before.header("ETag"));
        QCOMPARE(service.poll(id).status, 200);
    }

    void manyAskForOneThatIsDrawnAgain()
    {
        const QString id = restarted().accepted(smallVideo(), true);
        QVERIFY(letPass(m_options.stateFile, 600));
        const Service service = restarted();
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 5; ++i) {
            sockets.push_back(service.begin("GET", u"/api/v1/model/prediction/"_s + id, {},
                                            {{"Authorization", "Bearer a-key"}}));
        }
        sockets.front()->abort(); // one doesn't wait
        sockets.erase(sockets.begin());
        for (const auto &socket : sockets)
            QCOMPARE(statusOf(Service::read(*socket)), u"completed"_s);
    }

    void theMoneyCarriesOn()
    {
        m_options.balance = batch::Cost::fromMicros(120'000);
        QCOMPARE(restarted().submit(smallImage(u"one"_s)).status, 200);
        {
            const Service service = restarted();
            QCOMPARE(service.tally().charged, batch::Cost::fromMicros(50'000));
            QCOMPARE(service.tally().accepted, 1);
            QCOMPARE(service.submit(smallImage(u"two"_s)).status, 200);
        }
        const Service service = restarted();
        QVERIFY(service.get(u"/public/v1/balance"_s).body.contains("0.020000"));
        QCOMPARE(service.submit(smallImage(u"three"_s)).status, 402);
    }

    void aDoubleSubmissionIsSeen()
    {
        QCOMPARE(restarted().submit(smallImage()).status, 200);
        {
            const Service service = restarted();
            QCOMPARE(service.submit(smallImage(u"another"_s)).status, 200);
            QCOMPARE(service.tally().doubleCharges, 0);
            QCOMPARE(service.submit(smallImage()).status, 200);
            QCOMPARE(service.tally().doubleCharges, 1);
        }
        QCOMPARE(restarted().tally().doubleCharges, 1);
        QCOMPARE(logLines(m_options.logFile, u"accepted"_s).last().value("double"_L1).toBool(),
                 true);
    }

    void aFailureComesMeanwhile_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("code");
        QTest::newRow("failed") << "generation-fails" << 0;
        QTest::newRow("moderated") << "moderated" << 1039;
    }
    void aFailureComesMeanwhile()
    {
        QFETCH(const QString, fault);
        QFETCH(const int, code);
        setFault(fault);
        m_options.speed = 1;
        const QString id = restarted().accepted(smallImage());
        QVERIFY(letPass(m_options.stateFile, 31));
        m_options.faults = {}; // it was decided when it was accepted
        for (int life = 0; life < 2; ++life) {
            const Service service = restarted();
            const Answer answer = service.poll(id);
            QCOMPARE(statusOf(answer), u"failed"_s);
            QCOMPARE(answer.data().value("error_code"_L1).toInt(), code);
            QVERIFY(!answer.data().value("error"_L1).toString().isEmpty());
            QCOMPARE(service.tally().refunded, 1);
            QCOMPARE(service.tally().charged, batch::Cost());
            QVERIFY(service.get(u"/public/v1/balance"_s).body.contains("125.500000"));
        }
        QCOMPARE(logLines(m_options.logFile, u"refunded"_s).size(), 1);
        // What was refunded may be sent again.
        const Service service = restarted();
        QCOMPARE(service.submit(smallImage()).status, 200);
        QCOMPARE(service.tally().doubleCharges, 0);
    }

    void whatNeverFinishesNeverDoes()
    {
        setFault(u"never-finishes"_s);
        const QString id = restarted().accepted(smallImage());
        m_options.faults = {};
        QVERIFY(letPass(m_options.stateFile, 3600));
        QCOMPARE(statusOf(restarted().poll(id)), u"processing"_s);
    }

    void whatWarmsUpIsUnknownAtFirst()
    {
        setFault(u"warm-up"_s);
        m_options.speed = 1;
        const QString id = restarted().accepted(smallImage());
        QCOMPARE(restarted().poll(id).status, 404);
        QVERIFY(letPass(m_options.stateFile, 6));
        QCOMPARE(restarted().poll(id).status, 200);
    }

    void theSamePortAtOnce()
    {
        QString id;
        std::unique_ptr<QTcpSocket> open;
        {
            const Service service = restarted();
            m_options.port = service.port();
            id = service.accepted(smallImage());
            // The server closes it, so that its side of the connection lingers.
            open = service.begin("GET", u"/api/v1/models"_s, {}, {});
            QCOMPARE(Service::read(*open).status, 200);
        }
        for (int i = 0; i < 3; ++i) {
            const Service service = restarted();
            QCOMPARE(service.port(), m_options.port);
            QCOMPARE(service.fetch(service.fileOf(id)).status, 200);
        }
    }
};

QTEST_MAIN(TestRestart)
#include "test_restart.moc"
