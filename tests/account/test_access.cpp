// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/access.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using account::Access;

namespace {

using Variables = QList<std::pair<QString, QString>>;

QProcessEnvironment environmentOf(const Variables &variables)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    return environment;
}

const QProcessEnvironment withKey = environmentOf({{u"ATLAS_CLOUD_API_KEY"_s, u"k-env"_s}});

const account::StoredKey inKeychain{atlas::ApiKey("k"), account::KeySource::Keychain};

batch::BatchSettings settingsWith(const QString &baseUrl)
{
    batch::BatchSettings settings;
    settings.baseUrl = baseUrl;
    return settings;
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_batch;

    void writeDotEnv(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u".env"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_batch = m_folder.filePath(u"week.yaml"_s);
    }

    void cleanup() { QFile::remove(m_folder.filePath(u".env"_s)); }

    void key_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QByteArray>("dotEnv");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<Access::KeySource>("source");
        const QString article = u"ATLAS_CLOUD_API_KEY"_s;
        const QString atlas = u"ATLASCLOUD_API_KEY"_s;

        QTest::newRow("none") << Variables{} << QByteArray() << QByteArray()
                              << Access::KeySource::None;
        QTest::newRow("article's name") << Variables{{article, u"a"_s}} << QByteArray()
                                        << QByteArray("a") << Access::KeySource::Environment;
        QTest::newRow("Atlas's name") << Variables{{atlas, u"b"_s}} << QByteArray()
                                      << QByteArray("b") << Access::KeySource::Environment;
        QTest::newRow("both: the article's first")
            << Variables{{atlas, u"b"_s}, {article, u"a"_s}} << QByteArray() << QByteArray("a")
            << Access::KeySource::Environment;
        QTest::newRow("empty counts as not set")
            << Variables{{article, u"  "_s}, {atlas, u"b"_s}} << QByteArray() << QByteArray("b")
            << Access::KeySource::Environment;
        QTest::newRow("file") << Variables{} << QByteArray("ATLASCLOUD_API_KEY=f\n")
                              << QByteArray("f") << Access::KeySource::DotEnv;
        QTest::newRow("environment before file")
            << Variables{{atlas, u"b"_s}} << QByteArray("ATLAS_CLOUD_API_KEY=f\n")
            << QByteArray("b") << Access::KeySource::Environment;
        QTest::newRow("file without a key")
            << Variables{} << QByteArray("OTHER=f\n") << QByteArray() << Access::KeySource::None;
    }

    void key()
    {
        QFETCH(const Variables, variables);
        QFETCH(const QByteArray, dotEnv);
        if (!dotEnv.isEmpty())
            writeDotEnv(dotEnv);

        const Access found = account::findAccess(m_batch, {}, {}, environmentOf(variables));

        QTEST(found.connection.key.secret(), "key");
        QTEST(found.keySource, "source");
        QVERIFY(!found.isRefused());
        QCOMPARE(found.connection.baseUrl, atlas::defaultBaseUrl());
    }

    void aDocumentWithoutFileHasNoDotEnv()
    {
        const Access found = account::findAccess({}, {}, {}, {});
        QVERIFY(!found.hasKey());
        QCOMPARE(found.keySource, Access::KeySource::None);
    }

    void serverOrder()
    {
        const QString variable = account::baseUrlVariable();
        const batch::BatchSettings settings = settingsWith(u"http://127.0.0.1:3/c"_s);
        const QUrl override(u"https://a.example/v1"_s);
        const auto environment = environmentOf({{variable, u"https://b.example/v1"_s}});

        Access found = account::findAccess(m_batch, settings, override, environment);
        QCOMPARE(found.connection.baseUrl, override);
        QCOMPARE(found.urlSource, Access::UrlSource::Override);

        found = account::findAccess(m_batch, settings, {}, environment);
        QCOMPARE(found.connection.baseUrl, QUrl(u"https://b.example/v1"_s));
        QCOMPARE(found.urlSource, Access::UrlSource::Environment);

        found = account::findAccess(m_batch, settings, {}, {});
        QCOMPARE(found.connection.baseUrl, QUrl(u"http://127.0.0.1:3/c"_s));
        QCOMPARE(found.urlSource, Access::UrlSource::BatchFile);
    }

    void keyFollowsNoStranger_data()
    {
        QTest::addColumn<QString>("batchUrl");
        QTest::addColumn<bool>("allowed");

        QTest::newRow("own host") << u"https://api.atlascloud.ai/api/v2"_s << true;
        QTest::newRow("own host in capitals") << u"https://API.atlascloud.ai/api/v1"_s << true;
        QTest::newRow("loopback") << u"http://127.0.0.1:8080/api/v1"_s << true;
        QTest::newRow("localhost") << u"http://localhost:8080/api/v1"_s << true;
        QTest::newRow("loopback, IPv6") << u"http://[::1]:8080/api/v1"_s << true;
        QTest::newRow("another host") << u"https://gateway.example/api/v1"_s << false;
        QTest::newRow("another port") << u"https://api.atlascloud.ai:8443/api/v1"_s << false;
        QTest::newRow("own host unencrypted") << u"http://api.atlascloud.ai/api/v1"_s << false;
        QTest::newRow("looks like ours") << u"https://api.atlascloud.ai.example/api/v1"_s << false;
        QTest::newRow("looks like loopback") << u"http://127.0.0.1.example/api/v1"_s << false;
        QTest::newRow("user name as a mask")
            << u"https://api.atlascloud.ai@evil.example/api/v1"_s << false;
        QTest::newRow("no scheme") << u"api.atlascloud.ai/api/v1"_s << false;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("words") << u"not a server"_s << false;
    }

    void keyFollowsNoStranger()
    {
        QFETCH(const QString, batchUrl);
        QFETCH(const bool, allowed);
        // The key beside the batch is as much the person's own as the one in the environment.
        writeDotEnv("ATLAS_CLOUD_API_KEY=k-file\n");
        for (const QProcessEnvironment &environment : {withKey, QProcessEnvironment()}) {
            const Access found =
                account::findAccess(m_batch, settingsWith(batchUrl), {}, environment);
            QCOMPARE(!found.isRefused(), allowed);
            QCOMPARE(found.hasKey(), allowed);
        }
    }

    void aPersonMayNameAnyServer()
    {
        const batch::BatchSettings settings = settingsWith(u"https://gateway.example/api/v1"_s);
        const QUrl same(u"https://gateway.example/api/v1"_s);
        QCOMPARE(account::findAccess(m_batch, settings, same, withKey).connection.key.secret(),
                 QByteArray("k-env"));

        auto environment = withKey;
        environment.insert(account::baseUrlVariable(), same.toString());
        QVERIFY(account::findAccess(m_batch, settings, {}, environment).hasKey());
    }

    void neverUnencryptedToAnotherMachine()
    {
        const Access found =
            account::findAccess(m_batch, {}, QUrl(u"http://gateway.example/v1"_s), withKey);
        QVERIFY(found.isRefused());
        QVERIFY(!found.hasKey());
    }

    void storedKeyComesLast_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QByteArray>("dotEnv");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<Access::KeySource>("source");
        const Variables inEnvironment{{u"ATLASCLOUD_API_KEY"_s, u"e"_s}};
        const QByteArray inFile("ATLASCLOUD_API_KEY=f\n");

        QTest::newRow("alone") << Variables{} << QByteArray() << QByteArray("k")
                               << Access::KeySource::Keychain;
        QTest::newRow("after the file")
            << Variables{} << inFile << QByteArray("f") << Access::KeySource::DotEnv;
        QTest::newRow("after the environment")
            << inEnvironment << QByteArray() << QByteArray("e") << Access::KeySource::Environment;
        QTest::newRow("after both")
            << inEnvironment << inFile << QByteArray("e") << Access::KeySource::Environment;
    }

    void storedKeyComesLast()
    {
        QFETCH(const Variables, variables);
        QFETCH(const QByteArray, dotEnv);
        if (!dotEnv.isEmpty())
            writeDotEnv(dotEnv);

        const Access found = account::findAccess(m_batch, {}, {}, environmentOf(variables));
        const Access access = account::withStoredKey(found, inKeychain);

        QTEST(access.connection.key.secret(), "key");
        QTEST(access.keySource, "source");
        QCOMPARE(found.takesStoredKey(), access.keySource == Access::KeySource::Keychain);
        QVERIFY(!access.takesStoredKey());
    }

    void noStoredKeyIsNone()
    {
        const Access access = account::withStoredKey(account::findAccess({}, {}, {}, {}),
                                                     {{}, Access::KeySource::Keychain});
        QVERIFY(!access.hasKey());
        QCOMPARE(access.keySource, Access::KeySource::None);
        QVERIFY(access.takesStoredKey());
    }

    void whereTheStoredKeyMayGo_data()
    {
        QTest::addColumn<QString>("fromBatch");
        QTest::addColumn<QString>("fromEnvironment");
        QTest::addColumn<QString>("override");
        QTest::addColumn<bool>("goes");
        const QString own = u"https://api.atlascloud.ai/api/v2"_s;
        const QString ownOtherPort = u"https://api.atlascloud.ai:8443/api/v1"_s;
        const QString gateway = u"https://gateway.example/api/v1"_s;
        const QString plain = u"http://gateway.example/api/v1"_s;
        const QString here = u"http://127.0.0.1:8080/api/v1"_s;

        QTest::newRow("Atlas Cloud") << QString() << QString() << QString() << true;
        QTest::newRow("batch: Atlas Cloud") << own << QString() << QString() << true;
        QTest::newRow("batch: another port") << ownOtherPort << QString() << QString() << false;
        QTest::newRow("batch: a stranger") << gateway << QString() << QString() << false;
        QTest::newRow("batch: loopback") << here << QString() << QString() << false;
        QTest::newRow("environment: gateway") << QString() << gateway << QString() << true;
        QTest::newRow("environment: loopback") << QString() << here << QString() << true;
        QTest::newRow("environment: unencrypted") << QString() << plain << QString() << false;
        QTest::newRow("override: gateway") << QString() << QString() << gateway << true;
        QTest::newRow("override: loopback") << QString() << QString() << here << true;
        QTest::newRow("override: unencrypted") << QString() << QString() << plain << false;
        QTest::newRow("override goes before the batch") << gateway << QString() << own << true;
    }

    void whereTheStoredKeyMayGo()
    {
        QFETCH(const QString, fromBatch);
        QFETCH(const QString, fromEnvironment);
        QFETCH(const QString, override);
        QFETCH(const bool, goes);
        const auto environment = environmentOf({{account::baseUrlVariable(), fromEnvironment}});
        const Access found =
            account::findAccess(m_batch, settingsWith(fromBatch), QUrl(override), environment);

        for (const auto source : {Access::KeySource::Session, Access::KeySource::Keychain}) {
            const Access access = account::withStoredKey(found, {atlas::ApiKey("k"), source});
            QCOMPARE(found.takesStoredKey(), goes);
            QCOMPARE(access.hasKey(), goes);
            QCOMPARE(access.keySource, goes ? source : Access::KeySource::None);
            QCOMPARE(access.connection.baseUrl, found.connection.baseUrl);
        }
    }

    void refusalSaysWhatToDo()
    {
        const Access found = account::findAccess(
            m_batch, settingsWith(u"https://gateway.example/api/v1"_s), {}, withKey);
        QVERIFY(found.refusal.contains("gateway.example"_L1));
        QVERIFY(found.refusal.contains("--base-url"_L1));
        QVERIFY(!found.refusal.contains("k-env"_L1));
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "test_access.moc"
