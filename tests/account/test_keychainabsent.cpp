// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/secretservice.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

int warnings = 0;

void countWarnings(QtMsgType, const QMessageLogContext &, const QString &)
{
    ++warnings;
}

} // namespace

/// Without a keychain, or with one that is of no use. The tests stand in the order in which a
/// process can meet them: there is one session bus in its life.
class TestKeychainAbsent : public QObject
{
    Q_OBJECT

    support::SecretService m_service;
    QTemporaryDir m_home;

    void expectNoService()
    {
        QElapsedTimer time;
        time.start();
        const auto handler = qInstallMessageHandler(countWarnings);
        const auto read = support::readKeychain();
        const auto written = support::writeKeychain("homeless-key");
        const auto removed = support::emptyKeychain();
        const atlas::ApiKey waitedFor = account::keyFromKeychain(20s);
        qInstallMessageHandler(handler);

        QVERIFY(!read && read.error().noService);
        QVERIFY(!written && written.error().noService);
        QVERIFY(!removed && removed.error().noService);
        for (const QString &message :
             {read.error().message, written.error().message, removed.error().message})
            QVERIFY2(message.contains("no keychain service"_L1), qUtf8Printable(message));
        QVERIFY(waitedFor.isEmpty());
        QVERIFY2(time.elapsed() < 5'000, "It is known at once.");
        QCOMPARE(warnings, 0);
        QVERIFY2(support::contentOf(m_home.path()).isEmpty(), "Nothing is written elsewhere.");
    }

private slots:
    void initTestCase()
    {
        for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"})
            qputenv(variable, m_home.path().toLocal8Bit());
        // A bus would be started where there is a display.
        qputenv("DISPLAY", ":987654");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
    }

    void withoutABus() { expectNoService(); }

    void withABusAndNoService()
    {
        QVERIFY(m_service.startBus());
        expectNoService();
    }

    void withAServiceThatNeverAnswers()
    {
        support::MuteService mute;
        QVERIFY(mute.start());

        QElapsedTimer time;
        time.start();
        QVERIFY(account::keyFromKeychain(500ms).isEmpty());
        QVERIFY(time.elapsed() >= 500);
        QVERIFY(time.elapsed() < 10'000);
        QTRY_VERIFY(mute.wasAsked());
    }
};

QTEST_GUILESS_MAIN(TestKeychainAbsent)
#include "test_keychainabsent.moc"
