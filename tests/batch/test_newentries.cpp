// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/newentries.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::Expansion;
using batch::FreeNames;
using batch::JobSource;
using batch::NewEntries;

/// The names that entries get on their way into a batch.
class TestNewEntries : public QObject
{
    Q_OBJECT
private slots:
    void freeNamesAreKept();
    void numbersAreCountedOn();
    void whatTheBatchMakesIsTaken();
    void allThatAnEntryMakesCounts();
    void theLimitIsShared();
    void namelessEntriesStaySo();
    void tenThousandOfOneName();
};

namespace {

JobSource entry(const QString &name, int takes = 1)
{
    batch::Job job;
    job.name = name;
    job.model = u"m"_s;
    job.prompt = u"p"_s;
    JobSource source(job);
    if (takes > 1)
        source.count = takes;
    return source;
}

QStringList added(NewEntries &entries, JobSource source)
{
    QStringList names;
    for (const batch::MadeJob &made : entries.add(source).jobs)
        names.append(made.job.name);
    return names;
}

} // namespace

void TestNewEntries::freeNamesAreKept()
{
    FreeNames names;
    QCOMPARE(names.take(u"Cat"_s), u"Cat"_s);
    QCOMPARE(names.take(u"Cat"_s), u"Cat 2"_s);
    QCOMPARE(names.take(u"Cat 2"_s), u"Cat 3"_s);
    QCOMPARE(names.take(u"Dog 7"_s), u"Dog 7"_s);
    QCOMPARE(names.take(QString()), QString());
}

void TestNewEntries::numbersAreCountedOn()
{
    FreeNames names;
    names.note(u"Cat 2"_s);
    QCOMPARE(names.nextNumbered(u"Cat"_s), u"Cat 3"_s);
    QCOMPARE(names.nextNumbered(u"Cat"_s), u"Cat 4"_s);
}

void TestNewEntries::whatTheBatchMakesIsTaken()
{
    BatchSource batch;
    batch.jobs = {entry(u"Shoe"_s), entry(u"Hat"_s)};
    batch.jobs.first().matrix = {{u"colour"_s, {u"red"_s, u"blue"_s}}};
    batch.jobs.first().job.prompt = u"{colour}"_s;
    NewEntries entries(batch);
    QCOMPARE(added(entries, entry(u"Shoe red"_s)), QStringList{u"Shoe red 2"_s});
    QCOMPARE(added(entries, entry(u"Shoe"_s)), QStringList{u"Shoe 2"_s});
    QCOMPARE(added(entries, entry(u"Hat"_s)), QStringList{u"Hat 2"_s});
    NewEntries known(batch, batch::expand(batch).plainJobs());
    QCOMPARE(added(known, entry(u"Shoe red"_s)), QStringList{u"Shoe red 2"_s});
}

void TestNewEntries::allThatAnEntryMakesCounts()
{
    NewEntries entries{BatchSource()};
    QCOMPARE(added(entries, entry(u"lamp 2"_s)), QStringList{u"lamp 2"_s});
    // Its second take would be "lamp 2".
    QCOMPARE(added(entries, entry(u"lamp"_s, 2)), (QStringList{u"lamp 3"_s, u"lamp 3 2"_s}));
    QCOMPARE(added(entries, entry(u"lamp"_s)), QStringList{u"lamp"_s});
}

void TestNewEntries::theLimitIsShared()
{
    BatchSource batch;
    batch.maxVariations = 8;
    batch.jobs = {entry(u"shot"_s, 4)};
    NewEntries entries(batch);
    JobSource first = entry(u"a"_s, 3);
    QCOMPARE(entries.add(first).jobs.size(), 3);
    JobSource second = entry(u"b"_s, 3);
    const Expansion refused = entries.add(second);
    QVERIFY(refused.jobs.isEmpty());
    QCOMPARE(refused.problems.size(), 1);
    QCOMPARE(added(entries, entry(u"c"_s)), QStringList{u"c"_s});
}

void TestNewEntries::namelessEntriesStaySo()
{
    NewEntries entries{BatchSource()};
    QCOMPARE(added(entries, entry(QString())), QStringList{QString()});
    QCOMPARE(added(entries, entry(QString())), QStringList{QString()});
}

void TestNewEntries::tenThousandOfOneName()
{
    NewEntries entries{BatchSource()};
    QElapsedTimer clock;
    clock.start();
    QStringList last;
    for (int i = 0; i < 10'000; ++i)
        last = added(entries, entry(u"lamp"_s));
    QCOMPARE(last, QStringList{u"lamp 10000"_s});
    // Far beyond what it takes, also with sanitizers: it must not grow with the square.
    QVERIFY2(clock.elapsed() < 15'000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestNewEntries)
#include "test_newentries.moc"
