// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/secretservice.h"
#include "catalog/catalog.h"
#include "cli/program.h"
#include "sandbox/sandbox.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::Variables;

/// rushes-cli and the keychain. The sandbox takes the kept key and no other.
class TestKeychainCli : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    support::SecretService m_service;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;

    /// A batch and a folder for each test: what another has made would be taken from the ledger.
    QStringList arguments(const QByteArray &settings = {})
    {
        const QString name = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        if (!clitest::writeFile(name + u".yaml"_s, clitest::imageBatch(1, settings)))
            return {};
        return {u"run"_s, name + u".yaml"_s, u"--time-scale"_s, u"60"_s, u"--output-dir"_s, name};
    }
    QStringList atSandbox() const { return {u"--base-url"_s, m_sandbox->baseUrl().toString()}; }

private slots:
    void initTestCase()
    {
        sandbox::Options options;
        options.models = catalog::Catalog::builtIn().toSnapshot();
        options.speed = 60;
        options.keys = {"kept-key-1234"};
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        QVERIFY(m_sandbox->start());
        QVERIFY(m_service.startBus());
        QVERIFY(m_service.startKeyring());
        QVERIFY(support::writeKeychain("kept-key-1234"));
    }

    void usesTheKeptKey()
    {
        const Outcome outcome = clitest::run(arguments() + atSandbox());
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QCOMPARE(m_sandbox->tally().accepted, 1);
    }

    void theEnvironmentComesFirst()
    {
        const Outcome outcome =
            clitest::run(arguments() + atSandbox(), {{u"ATLAS_CLOUD_API_KEY"_s, u"another-key"_s}});
        QCOMPARE(outcome.exitCode, 3);
    }

    void followsNoServerThatTheBatchNames()
    {
        const int before = m_sandbox->tally().submissions;
        const QByteArray server = m_sandbox->baseUrl().toEncoded();
        const Outcome outcome = clitest::run(arguments("base_url: " + server + "\n"));
        QCOMPARE(outcome.exitCode, 3);
        QCOMPARE(m_sandbox->tally().submissions, before);
    }

    void withoutAKeychain_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("no bus") << QString();
        QTest::newRow("no such bus") << u"unix:path=/nowhere/bus"_s;
        QTest::newRow("not an address") << u"disabled:"_s;
    }

    void withoutAKeychain()
    {
        QFETCH(const QString, address);
        QElapsedTimer time;
        time.start();
        const Outcome outcome = clitest::run(arguments() + atSandbox(),
                                             {{u"DBUS_SESSION_BUS_ADDRESS"_s, address},
                                              {u"XDG_RUNTIME_DIR"_s, m_folder.path()},
                                              {u"DISPLAY"_s, u":987654"_s}});
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY(time.elapsed() < 4'000);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains("keychain"), outcome.err.constData());
        QVERIFY2(outcome.err.trimmed().count('\n') == 0, outcome.err.constData());
    }

    /// The last: nobody is here to unlock it.
    void aLockedKeychainHoldsNobodyUp()
    {
        QVERIFY(m_service.lock());
        const Outcome outcome = clitest::run(arguments() + atSandbox());
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY2(outcome.err.trimmed().count('\n') == 0, outcome.err.constData());
    }
};

QTEST_MAIN(TestKeychainCli)
#include "test_keychaincli.moc"
