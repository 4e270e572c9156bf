// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/delivery.h"

#include "media/recipefiles.h"
#include "support/hardship.h"
#include "support/httpscript.h"
#include "support/manualclock.h"

#include <QDir>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

#include <mutex>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using engine::Delivery;

namespace {

/// What this process has its disk take, for as long as it lives.
class Disk
{
public:
    Disk() { present = this; }
    ~Disk() { present = nullptr; }
    Q_DISABLE_COPY_MOVE(Disk)

    void fail(int error) { m_error = error; }
    QList<ino_t> synced() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_synced;
    }
    int take(int file)
    {
        const std::scoped_lock lock(m_mutex);
        struct stat status = {};
        if (m_error == 0 && ::fstat(file, &status) == 0) {
            m_synced.append(status.st_ino);
            return 0;
        }
        errno = m_error;
        return -1;
    }

    inline static std::atomic<Disk *> present = nullptr;

private:
    mutable std::mutex m_mutex;
    QList<ino_t> m_synced;
    std::atomic_int m_error = 0;
};

} // namespace

/// In the place of the C library's.
extern "C" int fdatasync(int file)
{
    Disk *disk = Disk::present;
    return disk ? disk->take(file) : ::fsync(file);
}

/// What becomes of a downloaded file before it has its name.
class TestDelivery : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesTheRecipe_data();
    void givesTheRecipe();
    void eachOutputItsOwn();
    void staysAsItCame_data();
    void staysAsItCame();
    void aFullDisk();
    void noPlaceAtAll();
    void aNameThatIsTakenMeanwhile();
    void takesWhatHasComeWhole_data();
    void takesWhatHasComeWhole();
    void halfIsFetchedAgain_data();
    void halfIsFetchedAgain();
    void isOnTheDiskBeforeItHasItsName_data();
    void isOnTheDiskBeforeItHasItsName();
    void aDiskThatFailsLate();
    void whatHasNoNameStays();
    void findsWhatIsThere_data();
    void findsWhatIsThere();
    void leftWhileThePoolWorks();
    void cutOffIsFetchedAgain();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QStringList files() const
    {
        return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    QByteArray made(const char *format) const;
    std::unique_ptr<Delivery> delivery(int outputs = 1);
    /// Keeps what comes until all is there.
    bool runs(Delivery &delivery);

    std::unique_ptr<QTemporaryDir> m_dir;
    QTemporaryDir m_elsewhere;
    ManualClock m_clock;
    engine::DownloadLine m_line;
    QByteArray m_file;
    std::unique_ptr<HttpScript> m_server;
    const media::Recipe m_recipe = recipeWith(u"月亮 🌕"_s);
};

void TestDelivery::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = made("png");
    m_server = std::make_unique<HttpScript>(
        [this](const HttpScript::PeerPtr &peer) { peer->reply(200, m_file); });
}

QByteArray TestDelivery::made(const char *format) const
{
    const QString file = m_elsewhere.filePath(u"made"_s);
    return writePicture(file, format) ? contentOf(file) : QByteArray();
}

std::unique_ptr<Delivery> TestDelivery::delivery(int outputs)
{
    QList<batch::Output> all;
    for (int i = 0; i < outputs; ++i)
        all.append({m_server->url(u"/%1"_s.arg(i)), {}});
    auto made = std::make_unique<Delivery>(m_line, m_clock,
                                           engine::ResultFile{m_dir->path(), u"cat"_s, 0, u"tag"_s},
                                           all, std::chrono::seconds(30));
    made->recipe = m_recipe;
    return made;
}

bool TestDelivery::runs(Delivery &delivery)
{
    connect(&delivery, &Delivery::aboutToKeep, &delivery, &Delivery::keep);
    QSignalSpy delivered(&delivery, &Delivery::delivered);
    delivery.start();
    return delivered.wait(20'000);
}

void TestDelivery::givesTheRecipe_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("PNG") << made("png") << QStringList{u"cat.png"_s};
    QTest::newRow("JPEG") << made("jpg") << QStringList{u"cat.jpg"_s};
    QTest::newRow("WebP") << made("webp") << QStringList{u"cat.webp"_s};
    QTest::newRow("GIF") << "GIF89a\1\0\1\0\0\0\0;"_ba
                         << QStringList{u"cat.gif"_s, u"cat.gif.recipe.json"_s};
}

void TestDelivery::givesTheRecipe()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, expected);
    m_file = content;
    const auto one = delivery();
    QSignalSpy failed(one.get(), &Delivery::recipeFailed);
    // The file is whole, and has no name yet, when the word about it is asked for.
    QStringList before;
    connect(one.get(), &Delivery::aboutToKeep, this, [&] { before = files(); });
    QVERIFY(runs(*one));
    QCOMPARE(before, QStringList{u"cat.tag.fetched"_s});
    QCOMPARE(files(), expected);
    QCOMPARE(media::readRecipe(one->outputs().constFirst().path).value(), m_recipe);
    QCOMPARE(failed.size(), 0);
}

void TestDelivery::eachOutputItsOwn()
{
    const auto all = delivery(3);
    QVERIFY(runs(*all));
    QCOMPARE(files(), (QStringList{u"cat-2.png"_s, u"cat-3.png"_s, u"cat.png"_s}));
    for (int i = 0; i < 3; ++i) {
        const auto recipe = media::readRecipe(all->outputs().at(i).path).value();
        QCOMPARE(recipe, engine::forOutput(m_recipe, i));
    }
}

void TestDelivery::staysAsItCame_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("hasRecipe");
    QByteArray odd = made("png");
    odd.replace("IHDR", "IHDX"); // whole, and no picture that anybody can read
    QTest::newRow("broken") << odd << true;
    QTest::newRow("nothing to write") << made("png") << false;
}

/// What no recipe can be written into is kept all the same: it was paid for. The recipe stands
/// beside it.
void TestDelivery::staysAsItCame()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, hasRecipe);
    m_file = content;
    const auto one = delivery();
    if (!hasRecipe)
        one->recipe = {};
    QSignalSpy failed(one.get(), &Delivery::recipeFailed);
    QVERIFY(runs(*one));
    QCOMPARE(files(),
             hasRecipe ? QStringList({u"cat.png"_s, u"cat.png.recipe.json"_s})
                       : QStringList{u"cat.png"_s});
    QCOMPARE(contentOf(path(u"cat.png"_s)), m_file);
    QCOMPARE(failed.size(), hasRecipe ? 1 : 0);
    if (!hasRecipe)
        return;
    QCOMPARE(media::readRecipe(path(u"cat.png"_s)).value(), m_recipe);
    const QString said = failed.first().first().toString();
    QVERIFY2(said.startsWith(u"Its recipe is in a file beside it."_s), qPrintable(said));
}

/// There is room for the file, and none for its copy with the recipe.
void TestDelivery::aFullDisk()
{
    const FileSizeLimit limit(static_cast<rlim_t>(m_file.size()));
    const auto one = delivery();
    QSignalSpy failed(one.get(), &Delivery::recipeFailed);
    QVERIFY(runs(*one));
    QCOMPARE(files(), (QStringList{u"cat.png"_s, u"cat.png.recipe.json"_s}));
    QCOMPARE(contentOf(path(u"cat.png"_s)), m_file);
    QCOMPARE(media::readRecipe(path(u"cat.png"_s)).value(), m_recipe);
    QCOMPARE(failed.size(), 1);
}

/// Something that is no recipe has the sidecar's name.
void TestDelivery::noPlaceAtAll()
{
    m_file = "GIF89a\1\0\1\0\0\0\0;"_ba;
    QVERIFY(writeFile(path(u"cat.gif.recipe.json"_s), "{}"));
    const auto one = delivery();
    QSignalSpy failed(one.get(), &Delivery::recipeFailed);
    QVERIFY(runs(*one));
    QCOMPARE(contentOf(path(u"cat.gif"_s)), m_file);
    QCOMPARE(contentOf(path(u"cat.gif.recipe.json"_s)), "{}"_ba);
    QCOMPARE(failed.size(), 1);
    const QString said = failed.first().first().toString();
    QVERIFY2(said.startsWith(u"It is kept without its recipe."_s), qPrintable(said));
}

/// Another program takes the name after it was written down: the sidecar goes where the file goes.
void TestDelivery::aNameThatIsTakenMeanwhile()
{
    m_file = "GIF89a\1\0\1\0\0\0\0;"_ba;
    const auto one = delivery();
    connect(one.get(), &Delivery::aboutToKeep, this,
            [this] { QVERIFY(writeFile(path(u"cat.gif"_s), "mine")); });
    QVERIFY(runs(*one));
    QCOMPARE(files(),
             (QStringList{u"cat-take2.gif"_s, u"cat-take2.gif.recipe.json"_s, u"cat.gif"_s}));
    QCOMPARE(contentOf(path(u"cat.gif"_s)), "mine"_ba);
}

void TestDelivery::takesWhatHasComeWhole_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("hasRecipe");
    QTest::newRow("before its recipe") << made("png") << false;
    QTest::newRow("with its recipe") << made("png") << true;
    QTest::newRow("of a format without a place") << "GIF89a\1\0\1\0\0\0\0;"_ba << false;
}

/// An earlier program died between the last byte and the name; by now the link leads nowhere.
void TestDelivery::takesWhatHasComeWhole()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, hasRecipe);
    const QString fetched = path(u"cat.tag.fetched"_s);
    QVERIFY(writeFile(fetched, content));
    if (hasRecipe) {
        QVERIFY(media::writeRecipe(fetched, path(u"copy"_s), m_recipe));
        QVERIFY(QFile::remove(fetched) && QFile::rename(path(u"copy"_s), fetched));
    }
    QVERIFY(writeFile(path(u"cat.tag.fetched.recipe-1-2"_s), "half a copy"));
    m_server->setHandler([](const HttpScript::PeerPtr &peer) { peer->reply(404, {}); });
    const auto later = delivery();
    later->mayBeThere = true;
    QVERIFY(runs(*later));
    QVERIFY(m_server->requests().isEmpty());
    const QString kept = later->outputs().constFirst().path;
    QCOMPARE(media::readRecipe(kept).value(), m_recipe);
    QVERIFY(files().filter(u".tag."_s).isEmpty());
}

void TestDelivery::halfIsFetchedAgain_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("what came half") << u"cat.tag.part"_s;
    // As a power failure may leave it.
    QTest::newRow("what was whole once") << u"cat.tag.fetched"_s;
    QTest::newRow("another prediction's") << u"cat.other.fetched"_s;
}

void TestDelivery::halfIsFetchedAgain()
{
    QFETCH(QString, name);
    const bool isAnothers = name.contains(u"other"_s);
    QVERIFY(writeFile(path(name), isAnothers ? m_file : m_file.chopped(40)));
    const auto later = delivery();
    later->mayBeThere = true;
    connect(later.get(), &Delivery::retrying, this, [this] {
        QTimer::singleShot(0, this, [this] { m_clock.advance(std::chrono::minutes(2)); });
    });
    QVERIFY(runs(*later));
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(media::readRecipe(path(u"cat.png"_s)).value(), m_recipe);
    QCOMPARE(files(),
             isAnothers ? QStringList({u"cat.other.fetched"_s, u"cat.png"_s})
                        : QStringList{u"cat.png"_s});
}

void TestDelivery::isOnTheDiskBeforeItHasItsName_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("with its recipe") << made("png");
    QTest::newRow("as it came") << "GIF89a\1\0\1\0\0\0\0;"_ba;
}

/// Else a power cut would leave a name that the ledger believes in, and nothing behind it.
void TestDelivery::isOnTheDiskBeforeItHasItsName()
{
    QFETCH(const QByteArray, content);
    m_file = content;
    const Disk disk;
    const auto one = delivery();
    QList<ino_t> synced;
    connect(one.get(), &Delivery::aboutToKeep, this, [&] { synced = disk.synced(); });
    QVERIFY(runs(*one));
    struct stat file = {};
    QCOMPARE(stat(qPrintable(one->outputs().constFirst().path), &file), 0);
    QVERIFY(synced.contains(file.st_ino));
}

/// What the disk was thought to have taken it has not: no file is said to be there.
void TestDelivery::aDiskThatFailsLate()
{
    const auto one = delivery();
    QSignalSpy gaveUp(one.get(), &Delivery::gaveUp);
    QSignalSpy about(one.get(), &Delivery::aboutToKeep);
    {
        Disk disk;
        disk.fail(EIO);
        one->start();
        QVERIFY(gaveUp.wait(20'000));
    }
    QVERIFY(gaveUp.first().at(1).toBool());
    QCOMPARE(about.size(), 0);
    QCOMPARE(files(), QStringList{u"cat.tag.fetched"_s});
    const auto later = delivery();
    later->mayBeThere = true;
    QVERIFY(runs(*later));
    QCOMPARE(m_server->requests().size(), 1);
}

/// The disk takes no name just now: what has come stays, for a later program to take.
void TestDelivery::whatHasNoNameStays()
{
    const auto one = delivery();
    connect(one.get(), &Delivery::aboutToKeep, one.get(), [this, &one] {
        QVERIFY(QFile::rename(path(u"cat.tag.fetched"_s), path(u"away"_s)));
        one->keep();
    });
    QSignalSpy gaveUp(one.get(), &Delivery::gaveUp);
    one->start();
    QVERIFY(gaveUp.wait(20'000));
    QVERIFY(QFile::rename(path(u"away"_s), path(u"cat.tag.fetched"_s)));
    one->discard();
    QCOMPARE(files(), QStringList{u"cat.tag.fetched"_s});
}

void TestDelivery::findsWhatIsThere_data()
{
    QTest::addColumn<bool>("hadRecipe");
    QTest::newRow("with its recipe") << true;
    QTest::newRow("without") << false;
}

/// An earlier program brought it home, and died before it could say so.
void TestDelivery::findsWhatIsThere()
{
    QFETCH(bool, hadRecipe);
    const auto earlier = delivery();
    if (!hadRecipe)
        earlier->recipe = {};
    QVERIFY(runs(*earlier));
    const QByteArray content = contentOf(path(u"cat.png"_s));
    // It was also about to write another one.
    QVERIFY(writeFile(path(u"cat.tag.fetched.recipe-1-2"_s), "half"));
    QVERIFY(writeFile(path(u"cat.other.fetched.recipe-1-2"_s), "another's"));

    const auto later = delivery();
    later->mayBeThere = true;
    QVERIFY(runs(*later));
    QCOMPARE(later->outputs().constFirst().path, path(u"cat.png"_s));
    QTRY_COMPARE(files(), (QStringList{u"cat.other.fetched.recipe-1-2"_s, u"cat.png"_s}));
    QCOMPARE(contentOf(path(u"cat.png"_s)), content);

    // Another prediction's file is another one, even with the same picture.
    const auto other = delivery();
    other->mayBeThere = true;
    other->recipe.document.insert(u"prediction"_s, u"p-2"_s);
    QVERIFY(runs(*other));
    QCOMPARE(other->outputs().constFirst().path,
             path(hadRecipe ? u"cat-take2.png"_s : u"cat.png"_s));
}

void TestDelivery::leftWhileThePoolWorks()
{
    // The pool has something else to do, until it is let go.
    QThreadPool *pool = QThreadPool::globalInstance();
    QSemaphore go;
    const int threads = pool->maxThreadCount();
    for (int i = 0; i < threads; ++i)
        pool->start([&go] { go.acquire(); });
    auto one = delivery();
    QSignalSpy kept(one.get(), &Delivery::aboutToKeep);
    one->start();
    QTRY_COMPARE(files(), QStringList{u"cat.tag.fetched"_s});
    one->leave();
    one.reset();
    go.release(threads);
    QVERIFY(pool->waitForDone(20'000));
    QCOMPARE(kept.size(), 0);
    QCOMPARE(files(), QStringList{u"cat.tag.fetched"_s});
    QCOMPARE(contentOf(path(u"cat.tag.fetched"_s)), m_file);
}

void TestDelivery::cutOffIsFetchedAgain()
{
    const QByteArray whole = m_file;
    m_file.chop(40);
    const auto one = delivery();
    connect(one.get(), &Delivery::aboutToKeep, one.get(), &Delivery::keep);
    QSignalSpy retrying(one.get(), &Delivery::retrying);
    QSignalSpy delivered(one.get(), &Delivery::delivered);
    one->start();
    QVERIFY(retrying.wait(20'000));
    QCOMPARE(files(), QStringList());
    m_file = whole;
    m_clock.advance(std::chrono::minutes(2));
    QVERIFY(delivered.wait(20'000));
    QCOMPARE(media::readRecipe(path(u"cat.png"_s)).value(), m_recipe);
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "test_delivery.moc"
