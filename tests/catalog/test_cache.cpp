// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/cache.h"

#include "catalog/livelist.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using catalog::Cache;
using catalog::Catalog;

namespace {

const QUrl server(u"https://api.atlascloud.ai/api/v1"_s);

/// As long as it lives no file of this process may grow beyond that, as on a disk that is full.
class LargestFile
{
public:
    explicit LargestFile(rlim_t bytes)
        : m_signal(signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~LargestFile()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        signal(SIGXFSZ, m_signal);
    }
    Q_DISABLE_COPY_MOVE(LargestFile)

private:
    rlimit m_before{};
    void (*m_signal)(int);
};

bool put(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

class TestCache : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsKeptAtFirst();
    void keepsAList();
    void keepsItToItself();
    void namesServers_data();
    void namesServers();
    void serversDoNotMix();
    void saysThatItIsBroken_data();
    void saysThatItIsBroken();
    void saysThatItCannotBeRead();
    void saysThatItCannotBeWritten_data();
    void saysThatItCannotBeWritten();
    void aListThatCannotBeWrittenLeavesTheOld();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCache::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CACHE_HOME", m_folder->path().toUtf8());
}

void TestCache::nothingIsKeptAtFirst()
{
    const auto read = Cache(server).read();
    QVERIFY(read);
    QVERIFY(!*read);
    QCOMPARE(catalog::knownModels(server).toSnapshot(), Catalog::builtIn().toSnapshot());
    QVERIFY(QDir(m_folder->path()).isEmpty()); // and to look leaves no trace
}

void TestCache::keepsAList()
{
    const Catalog live = *livelist::read();
    const Cache cache(server);
    QVERIFY(cache.write(live));
    const auto read = cache.read();
    QVERIFY(read && *read);
    QCOMPARE((*read)->models().size(), live.models().size());
    QCOMPARE((*read)->fetchedAt(), livelist::fetchedAt);
    QVERIFY((*read)->find(u"odd/schema-pydantic"_s)->hasSchema);

    const Catalog known = catalog::knownModels(server);
    QCOMPARE(known.fetchedAt(), livelist::fetchedAt);
    QVERIFY(known.find(u"odd/twice"_s));
    QCOMPARE(known.find(u"odd/twice"_s)->price->source, catalog::PriceSource::Live);
    QVERIFY(known.models().size() >= live.models().size());
}

void TestCache::keepsItToItself()
{
    const Cache cache(server);
    QVERIFY(cache.path().startsWith(m_folder->path() + u"/rushes/models/"_s));
    QVERIFY(cache.write(*livelist::read()));
    const QFileInfo folder(QFileInfo(cache.path()).path());
    QVERIFY(!folder.permission(QFile::ReadGroup) && !folder.permission(QFile::ReadOther));
    QCOMPARE(QDir(folder.filePath()).entryList(QDir::Files).size(), 1); // nothing half done
}

void TestCache::namesServers_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("name");
    QTest::newRow("Atlas Cloud") << server << u"api.atlascloud.ai_api_v1.json"_s;
    QTest::newRow("with a slash") << QUrl(u"https://api.atlascloud.ai/api/v1/"_s)
                                  << u"api.atlascloud.ai_api_v1.json"_s;
    QTest::newRow("on loopback") << QUrl(u"http://127.0.0.1:40123/api/v1"_s)
                                 << u"http_127.0.0.1+40123_api_v1.json"_s;
    QTest::newRow("without a path") << QUrl(u"https://a.example"_s) << u"a.example.json"_s;
    QTest::newRow("with a name and a key")
        << QUrl(u"https://me:secret@a.example/x?key=y"_s) << u"a.example_x.json"_s;
    QTest::newRow("on its way up")
        << QUrl(u"https://a.example/%2E%2E/%2e%2e/etc"_s) << u"a.example_.._.._etc.json"_s;
}

void TestCache::namesServers()
{
    QFETCH(QUrl, url);
    QFETCH(QString, name);
    const QFileInfo file(Cache(url).path());
    QCOMPARE(file.fileName(), name);
    QCOMPARE(file.path(), m_folder->path() + u"/rushes/models"_s);
}

void TestCache::serversDoNotMix()
{
    QStringList paths;
    const QString longPath(300, u'x');
    for (const QString &url :
         {u"https://a.example/b"_s, u"http://a.example/b"_s, u"https://a.example:8443/b"_s,
          u"https://a.example/b/c"_s, u"https://a.example/b_c"_s, u"https://a.example/b+c"_s,
          QString(u"https://a.example/"_s + longPath),
          QString(u"https://a.example/"_s + longPath + u'y')}) {
        paths.append(Cache(QUrl(url)).path());
        QVERIFY(QFileInfo(paths.last()).fileName().size() < 200);
    }
    QCOMPARE(paths.removeDuplicates(), 0);
}

void TestCache::saysThatItIsBroken_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray whole = livelist::read()->toSnapshot();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << whole.left(whole.size() / 2);
    QTest::newRow("a page") << QByteArray("<html></html>");
    QTest::newRow("no list") << QByteArray("{}");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
}

void TestCache::saysThatItIsBroken()
{
    QFETCH(QByteArray, content);
    const Cache cache(server);
    QVERIFY(put(cache.path(), content));
    const auto read = cache.read();
    QVERIFY(!read);
    QVERIFY2(read.error().contains(cache.path()), qPrintable(read.error()));
    QCOMPARE(catalog::knownModels(server).toSnapshot(), Catalog::builtIn().toSnapshot());

    QVERIFY(cache.write(*livelist::read())); // the next one puts it right
    QVERIFY(*cache.read());
}

void TestCache::saysThatItCannotBeRead()
{
    const Cache cache(server);
    QVERIFY(QDir().mkpath(cache.path())); // a folder where the file should be
    const auto read = cache.read();
    QVERIFY(!read);
    QVERIFY(!read.error().isEmpty());
    QCOMPARE(catalog::knownModels(server).toSnapshot(), Catalog::builtIn().toSnapshot());
}

void TestCache::saysThatItCannotBeWritten_data()
{
    QTest::addColumn<QString>("inTheWay");
    QTest::newRow("a file for the folder") << u"/rushes"_s;
    QTest::newRow("a file for the inner folder") << u"/rushes/models"_s;
}

void TestCache::saysThatItCannotBeWritten()
{
    QFETCH(QString, inTheWay);
    QVERIFY(put(m_folder->path() + inTheWay, "here already"));
    const auto written = Cache(server).write(*livelist::read());
    QVERIFY(!written);
    QVERIFY2(written.error().contains(u"models"), qPrintable(written.error()));
}

void TestCache::aListThatCannotBeWrittenLeavesTheOld()
{
    const Cache cache(server);
    QVERIFY(cache.write(*livelist::read()));
    const QByteArray before = [&cache] {
        QFile file(cache.path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    const auto written = [&cache] {
        const LargestFile limit(100);
        return cache.write(Catalog::builtIn());
    }();
    QVERIFY(!written);
    QFile after(cache.path());
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), before);
}

QTEST_GUILESS_MAIN(TestCache)
#include "test_cache.moc"
