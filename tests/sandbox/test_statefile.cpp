// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::Append) && file.write(bytes) == bytes.size();
}

constexpr qint64 tooOld = 8 * 24 * 3600; // s; longer than a state file keeps anything

} // namespace

/// The file that a sandbox keeps its state in: torn, shared, old, or not to be written.
class TestStateFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    sandbox::Options m_options;

    Service restarted() const { return Service(m_options); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_options = hurried();
        m_options.stateFile = m_folder->filePath(u"state"_s);
        m_options.logFile = m_folder->filePath(u"log"_s);
    }

    void aTornLineIsPassedOver()
    {
        const QString first = restarted().accepted(smallImage(u"one"_s));
        QVERIFY(append(m_options.stateFile, "{\"accepted\":\"0123456789abcdef\",\"at\":17"));
        QString second;
        {
            const Service service = restarted();
            QCOMPARE(service.poll(first).status, 200);
            QCOMPARE(service.poll(u"0123456789abcdef"_s).status, 404);
            second = service.accepted(smallImage(u"two"_s));
        }
        const Service service = restarted();
        QCOMPARE(service.poll(first).status, 200);
        QCOMPARE(service.poll(second).status, 200);
        QCOMPARE(service.tally().accepted, 2);
    }

    void twoShareAFile()
    {
        const Service one = restarted();
        const Service two = restarted();
        const QString byOne = one.accepted(smallImage(u"one"_s));
        const QString byTwo = two.accepted(smallImage(u"two"_s));
        QVERIFY(byOne != byTwo);
        QCOMPARE(two.fetch(two.fileOf(byOne)).status, 200);
        QCOMPARE(one.fetch(one.fileOf(byTwo)).status, 200);
        QVERIFY(one.get(u"/public/v1/balance"_s).body.contains("125.400000"));
        QVERIFY(two.get(u"/public/v1/balance"_s).body.contains("125.400000"));
        one.submit(smallImage(u"two"_s));
        QCOMPARE(one.tally().doubleCharges, 1);
        QCOMPARE(one.poll(u"0123456789abcdef"_s).status, 404);
    }

    void manyWriteAtOnce()
    {
        {
            const Service one = restarted();
            const Service two = restarted();
            std::vector<std::unique_ptr<QTcpSocket>> sockets;
            for (int i = 0; i < 40; ++i) {
                sockets.push_back((i % 2 == 0 ? one : two)
                                      .begin("POST", u"/api/v1/model/generateImage"_s,
                                             QJsonDocument(smallImage(u"no. %1"_s.arg(i))).toJson(),
                                             {{"Authorization", "Bearer a-key"}}));
            }
            for (const auto &socket : sockets)
                QCOMPARE(Service::read(*socket).status, 200);
        }
        const Service service = restarted();
        QCOMPARE(service.tally().accepted, 40);
        QCOMPARE(service.tally().doubleCharges, 0);
    }

    void theOldIsDropped()
    {
        const QString old = restarted().accepted(smallImage(u"old"_s));
        QVERIFY(letPass(m_options.stateFile, tooOld));
        QString fresh;
        {
            const Service service = restarted();
            QCOMPARE(contentOf(m_options.stateFile), QByteArray());
            fresh = service.accepted(smallImage(u"fresh"_s));
            QCOMPARE(service.poll(old).status, 404);
        }
        QCOMPARE(restarted().poll(fresh).status, 200);
        QCOMPARE(contentOf(m_options.stateFile).count('\n'), 1);
    }

    void nothingIsDroppedUnderAnother()
    {
        const QString old = restarted().accepted(smallImage(u"old"_s));
        const Service other = restarted();
        QVERIFY(letPass(m_options.stateFile, tooOld));
        const Service service = restarted();
        QCOMPARE(service.poll(old).status, 200);
        const QString fresh = service.accepted(smallImage(u"fresh"_s));
        QCOMPARE(other.poll(fresh).status, 200);
    }

    void saysWhenTheStateCannotBeKept()
    {
        m_options.stateFile = u"/nowhere/at/all/state"_s;
        sandbox::Sandbox sandbox(m_options);
        const auto started = sandbox.start();
        QVERIFY(!started);
        QVERIFY2(started.error().contains("/nowhere/at/all/state"_L1), qPrintable(started.error()));
    }

    void nothingIsAcceptedThatCannotBeKept()
    {
        m_options.stateFile = u"/dev/full"_s;
        const Service service = restarted();
        QCOMPARE(service.submit(smallImage()).status, 500);
        QCOMPARE(service.tally().accepted, 0);
        QCOMPARE(service.tally().charged, batch::Cost());
        QVERIFY(logLines(m_options.logFile, u"accepted"_s).isEmpty());
    }
};

QTEST_MAIN(TestStateFile)
#include "test_statefile.moc"
