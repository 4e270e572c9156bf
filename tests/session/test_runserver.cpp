// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run/runserver.h"

#include "account/secretservice.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using account::KeySource;

/// Which key the window's jobs go with. The tests stand in the order in which a process can meet
/// them: first there is no keychain, then there is one.
class TestRunServer : public QObject
{
    Q_OBJECT

    support::SecretService m_service;

    /// Looks up, and waits for the end of it.
    static bool lookUp(ui::RunServer &server, const batch::BatchSettings &settings = {})
    {
        bool done = false;
        server.lookUp({}, settings, [&done] { done = true; });
        return QTest::qWaitFor([&done] { return done; }, 20'000);
    }
    static QByteArray keyOf(const ui::RunServer &server)
    {
        return server.keyFor(server.baseUrl()).secret();
    }

private slots:
    void initTestCase()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
    }
    void cleanup() { qunsetenv("ATLAS_CLOUD_API_KEY"); }

    void withoutAnyKeyThereIsTheSandbox()
    {
        ui::RunServer server{{}};
        QVERIFY(lookUp(server));
        QVERIFY(server.isSandbox());
        QCOMPARE(server.keySource(), KeySource::None);
    }

    void aSessionKeyComesAndGoes()
    {
        ui::RunServer server{{}};
        QVERIFY(lookUp(server));
        int heard = 0;
        server.setKeyListener([&heard] { ++heard; });

        server.setSessionKey(atlas::ApiKey("s"));
        QCOMPARE(heard, 1);
        QVERIFY(!server.isSandbox());
        QCOMPARE(server.keySource(), KeySource::Session);
        QCOMPARE(keyOf(server), "s");
        QVERIFY(lookUp(server));
        QCOMPARE(keyOf(server), "s");

        server.setSessionKey({});
        QCOMPARE(heard, 2);
        QVERIFY(server.isSandbox());
        QCOMPARE(server.keySource(), KeySource::None);
    }

    void theEnvironmentComesFirst()
    {
        qputenv("ATLAS_CLOUD_API_KEY", "e");
        ui::RunServer server{{}};
        server.setSessionKey(atlas::ApiKey("s"));
        QVERIFY(lookUp(server));
        QCOMPARE(server.keySource(), KeySource::Environment);
        QCOMPARE(keyOf(server), "e");
    }

    void aSessionKeyFollowsNoServerThatTheBatchNames()
    {
        batch::BatchSettings settings;
        settings.baseUrl = u"http://127.0.0.1:9/api/v1"_s;
        ui::RunServer server{{}};
        server.setSessionKey(atlas::ApiKey("s"));
        QVERIFY(lookUp(server, settings));
        QVERIFY(!server.isSandbox());
        QCOMPARE(keyOf(server), QByteArray());
        const auto connection = server.connect(catalog::Catalog());
        QVERIFY(!connection);
        QVERIFY2(connection.error().contains("127.0.0.1"_L1), qUtf8Printable(connection.error()));
    }

    void onlyTheLatestLookUpCounts()
    {
        ui::RunServer server{{}};
        QString done;
        server.lookUp({}, {}, [&done] { done += u'1'; });
        server.lookUp({}, {}, [&done] { done += u'2'; });
        QTRY_COMPARE(done, u"2"_s);
    }

    void theKeychainIsWaitedFor()
    {
        QVERIFY(m_service.startBus());
        QVERIFY(m_service.startKeyring());
        QVERIFY(support::writeKeychain("k"));
        ui::RunServer server{{}};
        QVERIFY(lookUp(server));
        QCOMPARE(server.keySource(), KeySource::Keychain);
        QCOMPARE(keyOf(server), "k");

        server.setSessionKey(atlas::ApiKey("s"));
        QCOMPARE(server.keySource(), KeySource::Session);
        server.setSessionKey({});
        QCOMPARE(keyOf(server), "k");
    }

    void aChangeInTheKeychainIsHeardOf()
    {
        QVERIFY(support::writeKeychain("k"));
        ui::RunServer server{{}};
        QVERIFY(lookUp(server));
        int heard = 0;
        server.setKeyListener([&heard] { ++heard; });
        QVERIFY(support::emptyKeychain());
        server.readKeychain();
        QTRY_COMPARE(heard, 1);
        QVERIFY(server.isSandbox());
    }

    void theSandboxNeedsNoKey()
    {
        QVERIFY(support::writeKeychain("k"));
        ui::RunOptions options;
        options.sandbox = true;
        ui::RunServer server{options};
        QVERIFY(lookUp(server));
        QVERIFY(server.isSandbox());
        QCOMPARE(server.keySource(), KeySource::None);
    }

    /// The last: a keychain that doesn't answer is not asked anything else.
    void aKeychainThatDoesntAnswerIsWaitedForOnce()
    {
        QVERIFY(m_service.stopKeyring());
        support::MuteService mute;
        QVERIFY(mute.start());
        ui::RunServer server{{}};
        int heard = 0;
        server.setKeyListener([&heard] { ++heard; });
        QVERIFY(lookUp(server));
        QVERIFY(mute.wasAsked());
        QVERIFY(server.isSandbox());
        QCOMPARE(heard, 0);

        QElapsedTimer time;
        time.start();
        QVERIFY(lookUp(server));
        QVERIFY(time.elapsed() < 2'500);
    }
};

QTEST_GUILESS_MAIN(TestRunServer)
#include "test_runserver.moc"
