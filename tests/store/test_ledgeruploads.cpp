// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerfixture.h"

#include <QFile>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What was uploaded, by its content.
class LedgerUploadsTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void remembersAnUpload();
    void contentsAndServersAreApart_data();
    void contentsAndServersAreApart();
    void linksDie_data();
    void linksDie();
    void aNewerTakesItsPlace();
    void theDeadAreDropped();
    void forgetsTheLinkThatDied();
    void twoProgramsShareThem();
    void anotherProgramIsWriting();
    void aLinkThatIsNone_data();
    void aLinkThatIsNone();
    void firstVersionIsBroughtUp();
    void twoBringItUp();
    void damagedLedger();
    void keptAside();
    void aStoreThatRemembersNothing();

private:
    QString path() const { return m_dir->filePath(u"ledger.sqlite"_s); }

    std::optional<QTemporaryDir> m_dir;
    std::optional<store::Ledger> m_ledger;
};

void LedgerUploadsTest::init()
{
    m_dir.emplace();
    m_ledger.emplace(path());
}

void LedgerUploadsTest::cleanup()
{
    m_ledger.reset();
}

void LedgerUploadsTest::remembersAnUpload()
{
    const store::Upload upload = uploadOf(u"cat"_s);
    QVERIFY(!recall(*m_ledger, upload).value().has_value());
    QVERIFY(remember(*m_ledger, upload).has_value());
    QCOMPARE(recall(*m_ledger, upload).value().value(), upload);

    m_ledger.reset();
    m_ledger.emplace(path());
    const store::Upload found = recall(*m_ledger, upload).value().value();
    QCOMPARE(found, upload);
    QCOMPARE(found.at.timeSpec(), Qt::UTC);
    QCOMPARE(found.link.toEncoded(), "https://cdn.example/cat.png?sign=a%2Fb&x=1"_ba);
}

void LedgerUploadsTest::contentsAndServersAreApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("server");
    QTest::newRow("another content") << u"dog"_s << testServer.toString();
    QTest::newRow("another server") << u"cat"_s << u"https://other.example/v1"_s;
    QTest::newRow("the sandbox") << u"cat"_s << store::ownSandbox.toString();
}

void LedgerUploadsTest::contentsAndServersAreApart()
{
    QFETCH(QString, name);
    QFETCH(QString, server);
    const store::Upload first = uploadOf(u"cat"_s);
    store::Upload other = uploadOf(name);
    other.server = server;
    other.link = QUrl(u"https://cdn.example/other"_s);
    QVERIFY(remember(*m_ledger, first).has_value());
    QVERIFY(!recall(*m_ledger, other).value().has_value());
    QVERIFY(remember(*m_ledger, other).has_value());
    QCOMPARE(recall(*m_ledger, first).value().value(), first);
    QCOMPARE(recall(*m_ledger, other).value().value(), other);
    QVERIFY(forget(*m_ledger, other).has_value());
    QVERIFY(recall(*m_ledger, first).value().has_value());
}

void LedgerUploadsTest::linksDie_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<bool>("isFound");
    const qint64 life = std::chrono::milliseconds(store::uploadLife).count();
    QTest::newRow("at once") << qint64(0) << true;
    QTest::newRow("the last moment") << life - 1 << true;
    QTest::newRow("its end") << life << false;
    QTest::newRow("a week later") << life * 7 << false;
    QTest::newRow("before it was made") << qint64(-1) << false;
}

void LedgerUploadsTest::linksDie()
{
    QFETCH(qint64, ms);
    QFETCH(bool, isFound);
    const store::Upload upload = uploadOf(u"cat"_s);
    QVERIFY(remember(*m_ledger, upload).has_value());
    QCOMPARE(recall(*m_ledger, upload, upload.at.addMSecs(ms)).value().has_value(), isFound);
}

void LedgerUploadsTest::aNewerTakesItsPlace()
{
    const store::Upload first = uploadOf(u"cat"_s);
    store::Upload second = first;
    second.link = QUrl(u"https://cdn.example/second.png"_s);
    second.at = first.at.addSecs(60);
    second.until = first.until.addSecs(60);
    QVERIFY(remember(*m_ledger, first).has_value());
    QVERIFY(remember(*m_ledger, second).has_value());
    QCOMPARE(recall(*m_ledger, first, second.at).value().value(), second);
    QCOMPARE(runSql(path(), {u"SELECT COUNT(*) FROM uploads"_s}).toInt(), 1);
}

void LedgerUploadsTest::theDeadAreDropped()
{
    store::Upload old = uploadOf(u"old"_s);
    store::Upload living = uploadOf(u"living"_s);
    const store::Upload fresh = uploadOf(u"fresh"_s);
    old.until = fresh.at;
    living.until = fresh.at.addMSecs(1);
    for (const store::Upload &upload : {old, living, fresh})
        QVERIFY(remember(*m_ledger, upload).has_value());
    QCOMPARE(runSql(path(), {u"SELECT COUNT(*) FROM uploads"_s}).toInt(), 2);
    QVERIFY(recall(*m_ledger, living, fresh.at).value().has_value());
}

void LedgerUploadsTest::forgetsTheLinkThatDied()
{
    const store::Upload first = uploadOf(u"cat"_s);
    store::Upload second = first;
    second.link = QUrl(u"https://cdn.example/second.png"_s);
    QVERIFY(forget(*m_ledger, first).has_value()); // nothing to forget
    QVERIFY(remember(*m_ledger, first).has_value());
    QVERIFY(forget(*m_ledger, first).has_value());
    QVERIFY(!recall(*m_ledger, first).value().has_value());

    // Somebody was quicker, and has uploaded it anew.
    QVERIFY(remember(*m_ledger, second).has_value());
    QVERIFY(forget(*m_ledger, first).has_value());
    QCOMPARE(recall(*m_ledger, first).value().value(), second);
}

void LedgerUploadsTest::twoProgramsShareThem()
{
    store::Ledger other(path());
    const store::Upload cat = uploadOf(u"cat"_s);
    const store::Upload dog = uploadOf(u"dog"_s);
    QVERIFY(remember(*m_ledger, cat).has_value());
    QCOMPARE(recall(other, cat).value().value(), cat);
    QVERIFY(remember(other, dog).has_value());
    QCOMPARE(recall(*m_ledger, dog).value().value(), dog);
    QVERIFY(forget(other, cat).has_value());
    QVERIFY(!recall(*m_ledger, cat).value().has_value());
    // Both remember the same at once: the later one stays.
    store::Upload again = cat;
    again.link = QUrl(u"https://cdn.example/again.png"_s);
    QVERIFY(remember(*m_ledger, cat).has_value());
    QVERIFY(remember(other, again).has_value());
    QCOMPARE(recall(*m_ledger, cat).value().value(), again);
}

void LedgerUploadsTest::anotherProgramIsWriting()
{
    m_ledger.emplace(path(), 50ms);
    const store::Upload cat = uploadOf(u"cat"_s);
    QVERIFY(remember(*m_ledger, cat).has_value());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"writer"_s);
        database.setDatabaseName(path());
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s));
        const Answer kept = remember(*m_ledger, uploadOf(u"dog"_s));
        QVERIFY(!kept);
        QVERIFY2(kept.error().message.contains(u"Another program"_s),
                 qPrintable(kept.error().message));
        QVERIFY(!forget(*m_ledger, cat).has_value());
        QVERIFY(recall(*m_ledger, cat).value().has_value()); // reading goes on
    }
    QSqlDatabase::removeDatabase(u"writer"_s);
    QVERIFY(remember(*m_ledger, uploadOf(u"dog"_s)).has_value());
}

void LedgerUploadsTest::aLinkThatIsNone_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("empty") << QString();
    QTest::newRow("no address") << u"not an address"_s;
    QTest::newRow("no host") << u"https:///cat.png"_s;
    QTest::newRow("broken") << u"https://a.example:port/"_s;
}

/// Such as damage leaves it: it is uploaded again then.
void LedgerUploadsTest::aLinkThatIsNone()
{
    QFETCH(QString, link);
    const store::Upload upload = uploadOf(u"cat"_s);
    QVERIFY(remember(*m_ledger, upload).has_value());
    runSql(path(), {u"UPDATE uploads SET link = '%1'"_s.arg(link)});
    const Remembered found = recall(*m_ledger, upload);
    QVERIFY(found.has_value() && !found->has_value());
    QVERIFY(remember(*m_ledger, upload).has_value());
    QVERIFY(recall(*m_ledger, upload).value().has_value());
}

void LedgerUploadsTest::firstVersionIsBroughtUp()
{
    makeFirstVersion(path());
    const QString insert = uR"(INSERT INTO submissions
        (id, batch, server, state, prediction_id, cost_micros, submitted_at, job, request)
        VALUES ('%1', '%2', '%3', 'generating', 'p1', 40000, 1700000000000, '{"name":"Cat"}',
        '{"model":"m"}'))"_s;
    runSql(path(),
           {insert.arg(u"s1"_s, testBatch, testServer),
            u"INSERT INTO continues VALUES ('/batches/cats.yaml', '/batches/old.yaml')"_s,
            insert.arg(u"s2"_s, u"/batches/old.yaml", testServer)});

    const QList<store::Submission> before = submissionsOf(*m_ledger);
    QCOMPARE(runSql(path(), {u"PRAGMA user_version"_s}).toInt(), 2);
    QCOMPARE(before.size(), 2);
    QCOMPARE(before.first().result.predictionId, u"p1"_s);
    QCOMPARE(before.first().result.cost, batch::Cost::fromMicros(40'000));
    QVERIFY(remember(*m_ledger, uploadOf(u"cat"_s)).has_value());
    QVERIFY(recall(*m_ledger, uploadOf(u"cat"_s)).value().has_value());
    QVERIFY(keep(*m_ledger, intentOf(u"new"_s)).has_value());

    m_ledger.reset(); // once more: nothing is left to be done
    m_ledger.emplace(path());
    QCOMPARE(submissionsOf(*m_ledger).size(), 3);
    QVERIFY(recall(*m_ledger, uploadOf(u"cat"_s)).value().has_value());
}

void LedgerUploadsTest::twoBringItUp()
{
    makeFirstVersion(path());
    store::Ledger other(path());
    QVERIFY(m_ledger->open().has_value());
    QVERIFY(other.open().has_value());
    QVERIFY(remember(other, uploadOf(u"cat"_s)).has_value());
    QVERIFY(recall(*m_ledger, uploadOf(u"cat"_s)).value().has_value());
}

void LedgerUploadsTest::damagedLedger()
{
    m_ledger.reset();
    fill(path(), 400);
    overwrite(path(), 0, QByteArray(100, 'x'));
    const QByteArray before = contentsOf(path());
    m_ledger.emplace(path());
    const store::Upload upload = uploadOf(u"cat"_s);
    const Remembered found = recall(*m_ledger, upload);
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains(path()), qPrintable(found.error().message));
    QVERIFY(!remember(*m_ledger, upload).has_value());
    QVERIFY(!forget(*m_ledger, upload).has_value());
    QCOMPARE(contentsOf(path()), before);
}

/// What can be uploaded again isn't saved from a damaged ledger, and stands in nobody's way.
void LedgerUploadsTest::keptAside()
{
    m_ledger.reset();
    fill(path(), 400);
    m_ledger.emplace(path());
    QVERIFY(remember(*m_ledger, uploadOf(u"cat"_s)).has_value());
    m_ledger.reset();
    QVERIFY(QFile::resize(path(), 30 * 4096));
    const auto salvage = store::Ledger::keepAside(path());
    QVERIFY2(salvage.has_value(), qPrintable(salvage ? QString() : salvage.error()));
    QVERIFY(salvage->submissions > 0);
    m_ledger.emplace(path());
    QVERIFY(!recall(*m_ledger, uploadOf(u"cat"_s)).value().has_value());
    QVERIFY(remember(*m_ledger, uploadOf(u"cat"_s)).has_value());
    QVERIFY(recall(*m_ledger, uploadOf(u"cat"_s)).value().has_value());
}

void LedgerUploadsTest::aStoreThatRemembersNothing()
{
    store::UploadStore store;
    int answers = 0;
    const store::Upload upload = uploadOf(u"cat"_s);
    const auto isDone = [&answers](const Answer &answer) { answers += answer ? 1 : 0; };
    store.recordUpload(upload, isDone);
    store.forgetUpload(upload, isDone);
    store.findUpload(upload.digest, upload.server, upload.at,
                     [&](const Remembered &found) { answers += found && !*found ? 1 : 0; });
    QCOMPARE(answers, 3);
}

QTEST_GUILESS_MAIN(LedgerUploadsTest)
#include "test_ledgeruploads.moc"
