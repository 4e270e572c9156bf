// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using batch::JobState;
using Kind = store::LedgerError::Kind;

namespace {

constexpr int pageSize = 4096;

/// Another connection to the ledger's file, in the middle of writing.
class Writer
{
public:
    explicit Writer(const QString &path)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"writer"_s);
        database.setDatabaseName(path);
        m_writing = database.open() && QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s);
    }
    ~Writer()
    {
        QSqlDatabase::database(u"writer"_s).close();
        QSqlDatabase::removeDatabase(u"writer"_s);
    }
    bool isWriting() const { return m_writing; }

private:
    bool m_writing = false;
};

} // namespace

class LedgerFaultsTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_dir.emplace(); }
    void damaged_data();
    void damaged();
    void damageDuringUse();
    void logWithoutItsLedger();
    void everyPage();
    void keptAsideKeepsTheChain();
    void keepAsideIsRefusedDuringUse();
    void keptAsideOverNothing();
    void crashWhileKeepingAside();
    void busy();
    void newerIsLeftAlone();
    void olderIsBroughtUp();
    void strangersFile();
    void nowhereToWrite_data();
    void nowhereToWrite();
    void movedDuringUse();

private:
    QString path() const { return m_dir->filePath(u"ledger.sqlite"_s); }

    std::optional<QTemporaryDir> m_dir;
};

void LedgerFaultsTest::damaged_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("cutTo");
    QTest::addColumn<bool>("canBeRead");
    QTest::newRow("garbage header") << qint64(0) << QByteArray(100, 'x') << qint64(-1) << false;
    QTest::newRow("page in the middle")
        << qint64(20 * pageSize) << QByteArray(pageSize, '\xaa') << qint64(-1) << true;
    QTest::newRow("zeros in the middle")
        << qint64(20 * pageSize) << QByteArray(pageSize, '\0') << qint64(-1) << true;
    QTest::newRow("cut short") << qint64(0) << QByteArray() << qint64(30 * pageSize) << true;
    QTest::newRow("cut within a page")
        << qint64(0) << QByteArray() << qint64(30 * pageSize + 100) << true;
    QTest::newRow("cut within the header") << qint64(0) << QByteArray() << qint64(50) << false;
    QTest::newRow("text") << qint64(0) << QByteArray("submissions: []\n") << qint64(16) << false;
}

void LedgerFaultsTest::damaged()
{
    QFETCH(qint64, offset);
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, cutTo);
    QFETCH(bool, canBeRead);
    fill(path(), 400);
    overwrite(path(), offset, bytes);
    if (cutTo >= 0)
        QVERIFY(QFile::resize(path(), cutTo));
    const QByteArray before = contentsOf(path());

    store::Ledger ledger(path());
    const auto opened = ledger.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Kind::Damaged);
    QVERIFY2(opened.error().message.contains(path()), qPrintable(opened.error().message));
    // Every use says so, nothing is submitted, and nothing takes the file's place.
    const Answer intent = keep(ledger, intentOf(u"new"_s));
    QVERIFY(!intent);
    QVERIFY2(intent.error().message.contains(path()), qPrintable(intent.error().message));
    const auto read = ledger.submissions(testBatch.toString(), testServer.toString());
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Kind::Damaged);
    QCOMPARE(contentsOf(path()), before);

    const auto salvage = store::Ledger::keepAside(path());
    QVERIFY2(salvage.has_value(), qPrintable(salvage ? QString() : salvage.error()));
    QCOMPARE(contentsOf(salvage->keptAs), before);
    QVERIFY2(QFileInfo(salvage->keptAs).fileName().startsWith(u"ledger.damaged-2"_s),
             qPrintable(salvage->keptAs));
    const QList<store::Submission> kept = submissionsOf(ledger);
    QCOMPARE(kept.size(), salvage->submissions);
    QVERIFY2(canBeRead ? !kept.isEmpty() : kept.isEmpty(),
             qPrintable(QString::number(kept.size())));
    for (const store::Submission &one : kept) {
        QCOMPARE(u's' + one.result.predictionId.mid(1), one.result.submission);
        QCOMPARE(one.job.prompt, u"a cat, 貓"_s);
    }
    QVERIFY(keep(ledger, intentOf(u"new"_s)).has_value());
    QCOMPARE(submissionsOf(ledger).last().result.submission, u"new"_s);
}

void LedgerFaultsTest::damageDuringUse()
{
    fill(path(), 10'000); // more than SQLite keeps in memory
    store::Ledger ledger(path());
    QVERIFY(ledger.open().has_value());
    const qint64 size = QFileInfo(path()).size();
    overwrite(path(), pageSize, QByteArray(size - pageSize, '\x55'));
    const auto read = ledger.submissions(testBatch.toString(), testServer.toString());
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Kind::Damaged);
    QVERIFY(!keep(ledger, intentOf(u"new"_s)).has_value());
    // Its own connection doesn't stand in the way of putting it right.
    QVERIFY(store::Ledger::keepAside(path()).has_value());
    QVERIFY(keep(ledger, intentOf(u"new"_s)).has_value());
}

void LedgerFaultsTest::logWithoutItsLedger()
{
    {
        store::Ledger ledger(path());
        QVERIFY(keep(ledger, intentOf(u"s1"_s)).has_value());
        QVERIFY(QFile::copy(path() + u"-wal"_s, m_dir->filePath(u"log"_s)));
    }
    QVERIFY(QFile::remove(path()));
    QVERIFY(QFile::rename(m_dir->filePath(u"log"_s), path() + u"-wal"_s));
    const QByteArray log = contentsOf(path() + u"-wal"_s);
    QVERIFY(!log.isEmpty());

    store::Ledger ledger(path());
    const auto opened = ledger.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Kind::Damaged);
    const auto salvage = store::Ledger::keepAside(path());
    QVERIFY2(salvage.has_value(), qPrintable(salvage ? QString() : salvage.error()));
    QCOMPARE(contentsOf(salvage->keptAs + u"-wal"_s), log);
    QVERIFY(ledger.open().has_value());
}

void LedgerFaultsTest::everyPage()
{
    constexpr int submissions = 300;
    const QString whole = m_dir->filePath(u"whole.sqlite"_s);
    fill(whole, submissions);
    const QByteArray good = contentsOf(whole);
    const auto pages = good.size() / pageSize;
    QVERIFY(pages > 40);
    int nearlyAll = 0;
    for (qsizetype page = 1; page < pages; ++page) {
        const QTemporaryDir dir;
        const QString one = dir.filePath(u"ledger.sqlite"_s);
        QByteArray bad = good;
        for (qsizetype i = 0; i < pageSize; ++i)
            bad[page * pageSize + i] = static_cast<char>((i * 37 + page) & 0xff);
        QFile file(one);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bad) == bad.size());
        file.close();

        const auto salvage = store::Ledger::keepAside(one);
        QVERIFY2(salvage.has_value(), qPrintable(salvage ? QString() : salvage.error()));
        store::Ledger ledger(one);
        const QList<store::Submission> kept = submissionsOf(ledger);
        QCOMPARE(kept.size(), salvage->submissions);
        QSet<QString> ids;
        for (const store::Submission &submission : kept) {
            QCOMPARE(u's' + submission.result.predictionId.mid(1), submission.result.submission);
            ids.insert(submission.result.submission);
        }
        QCOMPARE(ids.size(), kept.size());
        nearlyAll += kept.size() >= submissions - 20 ? 1 : 0;
    }
    // All but those few through which the way to the rows leads.
    QVERIFY2(nearlyAll >= pages - 3, qPrintable(u"%1 of %2 pages"_s.arg(nearlyAll).arg(pages - 1)));
}

void LedgerFaultsTest::keptAsideKeepsTheChain()
{
    fill(path(), 400);
    {
        store::Ledger ledger(path());
        QVERIFY(ledger.continueBatch(testBatch.toString(), u"/batches/new.yaml"_s).has_value());
    }
    overwrite(path(), 20 * pageSize, QByteArray(pageSize, '\xaa'));
    const auto salvage = store::Ledger::keepAside(path());
    QVERIFY(salvage.has_value());
    store::Ledger ledger(path());
    QCOMPARE(submissionsOf(ledger, u"/batches/new.yaml"_s).size(), salvage->submissions);
}

void LedgerFaultsTest::keepAsideIsRefusedDuringUse()
{
    store::Ledger ledger(path());
    QVERIFY(keep(ledger, intentOf(u"s1"_s)).has_value());
    const auto salvage = store::Ledger::keepAside(path());
    QVERIFY(!salvage);
    QVERIFY2(salvage.error().contains(path()), qPrintable(salvage.error()));
    QCOMPARE(submissionsOf(ledger).size(), 1);
    QVERIFY(QDir(m_dir->path()).entryList({u"*damaged*"_s, u"*salvaged*"_s}).isEmpty());
}

void LedgerFaultsTest::keptAsideOverNothing()
{
    QVERIFY(!store::Ledger::keepAside(path()));
    // Twice within a second: each under a name of its own.
    QSet<QString> names;
    for (int i = 0; i < 3; ++i) {
        QFile::remove(path());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("broken") == 6);
        file.close();
        const auto salvage = store::Ledger::keepAside(path());
        QVERIFY2(salvage.has_value(), qPrintable(salvage ? QString() : salvage.error()));
        QCOMPARE(contentsOf(salvage->keptAs), "broken"_ba);
        names.insert(salvage->keptAs);
    }
    QCOMPARE(names.size(), 3);
}

void LedgerFaultsTest::crashWhileKeepingAside()
{
    // What a crash before the two renamings leaves: half of a new ledger under its own name.
    fill(path(), 400);
    overwrite(path(), 20 * pageSize, QByteArray(pageSize, '\xaa'));
    QFile half(m_dir->filePath(u"ledger.salvaged.sqlite"_s));
    QVERIFY(half.open(QIODevice::WriteOnly) && half.write("half") == 4);
    half.close();
    const auto salvage = store::Ledger::keepAside(path());
    QVERIFY2(salvage.has_value(), qPrintable(salvage ? QString() : salvage.error()));
    QVERIFY(salvage->submissions > 300);
    QVERIFY(!half.exists());
}

void LedgerFaultsTest::busy()
{
    store::Ledger ledger(path(), 50ms);
    QVERIFY(keep(ledger, intentOf(u"s1"_s)).has_value());
    {
        const Writer writer(path());
        QVERIFY(writer.isWriting());
        const Answer second = keep(ledger, intentOf(u"s2"_s));
        QVERIFY(!second);
        QVERIFY2(second.error().message.contains(u"Another program"_s),
                 qPrintable(second.error().message));
        QVERIFY(!accept(ledger, u"s1"_s, u"p1"_s).has_value());
        const auto decided = ledger.decide(u"s1"_s, store::Decision::Forgotten);
        QVERIFY(!decided);
        QCOMPARE(decided.error().kind, Kind::Busy);
        QCOMPARE(submissionsOf(ledger).size(), 1); // reading goes on
    }
    QVERIFY(keep(ledger, intentOf(u"s2"_s)).has_value());
    QVERIFY(accept(ledger, u"s1"_s, u"p1"_s).has_value());
}

void LedgerFaultsTest::newerIsLeftAlone()
{
    fill(path(), 10);
    runSql(path(), {u"PRAGMA user_version = 99"_s});
    const QByteArray before = contentsOf(path());
    store::Ledger ledger(path());
    const auto opened = ledger.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Kind::Newer);
    QVERIFY2(opened.error().message.contains(path()), qPrintable(opened.error().message));
    QVERIFY(!keep(ledger, intentOf(u"new"_s)).has_value());
    QCOMPARE(contentsOf(path()), before);
}

void LedgerFaultsTest::olderIsBroughtUp()
{
    // An empty file, as a crash leaves one right after it was made.
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    {
        store::Ledger ledger(path());
        QVERIFY(keep(ledger, intentOf(u"s1"_s)).has_value());
    }
    QCOMPARE(runSql(path(), {u"PRAGMA user_version"_s}).toInt(), 2);
    // A database that has no schema yet.
    const QString other = m_dir->filePath(u"other.sqlite"_s);
    runSql(other, {u"PRAGMA application_id = 1"_s});
    QVERIFY(QFileInfo(other).size() > 0);
    store::Ledger ledger(other);
    QVERIFY(keep(ledger, intentOf(u"s1"_s)).has_value());
    QCOMPARE(runSql(other, {u"PRAGMA journal_mode"_s}).toString(), u"wal"_s);
}

void LedgerFaultsTest::strangersFile()
{
    // A database with a table of that name that isn't ours: nothing of it is changed.
    runSql(
        path(),
        {u"CREATE TABLE submissions (title TEXT)"_s, u"INSERT INTO submissions VALUES ('mine')"_s});
    store::Ledger ledger(path());
    const auto opened = ledger.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Kind::Damaged);
    QCOMPARE(runSql(path(), {u"SELECT title FROM submissions"_s}).toString(), u"mine"_s);
    QCOMPARE(runSql(path(), {u"PRAGMA user_version"_s}).toInt(), 0);
}

void LedgerFaultsTest::nowhereToWrite_data()
{
    // Rights don't bind root, so these are places where nobody can write.
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("canBePutRight");
    QTest::newRow("below a file") << u"file/ledger.sqlite"_s << false;
    QTest::newRow("deep below a file") << u"file/deep/down/ledger.sqlite"_s << false;
    QTest::newRow("proc") << u"/proc/rushes/ledger.sqlite"_s << false;
    QTest::newRow("a folder has its name") << u"folder/ledger.sqlite"_s << true;
}

void LedgerFaultsTest::nowhereToWrite()
{
    QFETCH(QString, place);
    QFETCH(bool, canBePutRight);
    QFile file(m_dir->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(QDir(m_dir->path()).mkpath(u"folder/ledger.sqlite"_s));
    const QString where = QDir(m_dir->path()).filePath(place); // an absolute one stays itself
    store::Ledger ledger(where);
    const auto opened = ledger.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Kind::Unwritable);
    QVERIFY2(opened.error().message.contains(where), qPrintable(opened.error().message));
    QVERIFY(!keep(ledger, intentOf(u"s1"_s)).has_value());
    QCOMPARE(store::Ledger::keepAside(where).has_value(), canBePutRight);
}

void LedgerFaultsTest::movedDuringUse()
{
    const QString elsewhere = m_dir->filePath(u"moved.sqlite"_s);
    const store::Intent first = intentOf(u"s1"_s);
    {
        store::Ledger ledger(path());
        QVERIFY(keep(ledger, first).has_value());
        QVERIFY(QFile::rename(path(), elsewhere));
        const Answer second = keep(ledger, intentOf(u"s2"_s));
        QVERIFY(!second);
        QVERIFY2(second.error().message.contains(path()), qPrintable(second.error().message));
        QVERIFY(!QFile::exists(path())); // none is begun in its place
        // What has left already is still written down where the ledger is now.
        QVERIFY(accept(ledger, u"s1"_s, u"p1"_s).has_value());
        QVERIFY(QFile::rename(elsewhere, path()));
        QVERIFY(keep(ledger, intentOf(u"s2"_s)).has_value());
    }
    store::Ledger ledger(path());
    QCOMPARE(submissionsOf(ledger).size(), 2);
    QCOMPARE(find(ledger, u"s1"_s)->result.predictionId, u"p1"_s);
}

QTEST_GUILESS_MAIN(LedgerFaultsTest)
#include "test_ledgerfaults.moc"
