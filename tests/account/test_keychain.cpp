// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/secretservice.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::emptyKeychain;
using support::readKeychain;
using support::writeKeychain;

/// The keychain, with GNOME Keyring behind it.
class TestKeychain : public QObject
{
    Q_OBJECT

    support::SecretService m_service;

    static QByteArray keptKey()
    {
        const auto key = readKeychain();
        return key ? key->secret() : "error: " + key.error().message.toUtf8();
    }

    /// The error's words; none where it went well.
    static QString keep(const QByteArray &key)
    {
        const auto done = writeKeychain(key);
        return done ? QString() : done.error().message;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_service.startBus());
        QVERIFY(m_service.startKeyring());
    }
    void cleanup() { emptyKeychain(); }

    void noneIsKeptAtFirst() { QCOMPARE(keptKey(), QByteArray()); }

    void keepsReplacesAndRemoves()
    {
        QCOMPARE(keep("first-key"), QString());
        QCOMPARE(keptKey(), "first-key");
        QCOMPARE(keep("second-key"), QString());
        QCOMPARE(keptKey(), "second-key");
        QVERIFY(emptyKeychain().has_value());
        QCOMPARE(keptKey(), QByteArray());
    }

    void removingNothingIsNoError() { QVERIFY(emptyKeychain().has_value()); }

    void otherProgramsFindItByServiceAndHost()
    {
        QCOMPARE(keep("found-key"), QString());
        QCOMPARE(
            m_service.itemsWith({{u"server"_s, u"Rushes"_s}, {u"user"_s, u"api.atlascloud.ai"_s}}),
            1);
    }

    void nothingIsWrittenInClear()
    {
        QCOMPARE(keep("recognisable-key"), QString());
        const QByteArray written = m_service.everythingWritten();
        QVERIFY(written.size() > 1000);
        QVERIFY(!written.contains("recognisable-key"));
    }

    void answersInTheOrderOfTheCalls()
    {
        account::Keychain keychain;
        QByteArrayList answers;
        keychain.write(atlas::ApiKey("ordered-key"),
                       [&](const auto &done) { answers += done ? "written" : "error"; });
        keychain.read([&](const auto &key) { answers += key ? key->secret() : "error"; });
        keychain.remove([&](const auto &done) { answers += done ? "removed" : "error"; });
        keychain.read([&](const auto &key) { answers += key ? key->secret() : "error"; });
        QVERIFY(answers.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 4, 20'000);
        QCOMPARE(answers, QByteArrayList({"written", "ordered-key", "removed", ""}));
    }

    void whoIsGoneHearsNothing()
    {
        QCOMPARE(keep("unheard-key"), QString());
        bool heard = false;
        {
            account::Keychain keychain;
            keychain.read([&heard](const auto &) { heard = true; });
        }
        {
            // This one is gone after the bus has been asked, and before the keychain has.
            account::Keychain keychain;
            keychain.read([&heard](const auto &) { heard = true; });
            QCoreApplication::processEvents();
        }
        QCOMPARE(keptKey(), "unheard-key");
        QVERIFY(!heard);
    }

    void aTerminalWaitsForIt()
    {
        QVERIFY(account::keyFromKeychain(20s).isEmpty());
        QCOMPARE(keep("terminal-key"), QString());
        QCOMPARE(account::keyFromKeychain(20s).secret(), "terminal-key");
    }

    /// The last: nobody is here to unlock it.
    void aLockedKeychainGivesNothing()
    {
        QCOMPARE(keep("locked-key"), QString());
        QVERIFY(m_service.lock());

        QElapsedTimer time;
        time.start();
        QVERIFY(account::keyFromKeychain(20s).isEmpty());
        QVERIFY(time.elapsed() < 19'000);
        const auto done = writeKeychain("other-key");
        QVERIFY(!done);
        QVERIFY(done.error().noService);
        QVERIFY(done.error().message.contains("locked"_L1));
        QVERIFY(!done.error().message.contains("other-key"_L1));
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "test_keychain.moc"
