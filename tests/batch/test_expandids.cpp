// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::Job;
using batch::JobSource;

/// By its id a job is known while its entry is edited, and by its name from one run to the next.
class TestExpandIds : public QObject
{
    Q_OBJECT

private slots:
    void idsStay();
    void idsOfAListThatShrinks();
    void idsOfAListThatIsRenamed();
    void namesThatMeet_data();
    void namesThatMeet();
};

namespace {

JobSource entry(const QString &name, const QString &prompt)
{
    Job job;
    job.name = name;
    job.model = u"m"_s;
    job.prompt = prompt;
    return job;
}

BatchSource sourceOf(const QList<JobSource> &entries)
{
    BatchSource source;
    source.jobs = entries;
    return source;
}

/// The ids of what a source makes, by name, from one expansion to the next.
class MadeIds
{
public:
    QMap<QString, batch::JobId> of(const BatchSource &source)
    {
        QMap<QString, batch::JobId> result;
        const QList<Job> jobs = batch::expand(source, m_ids).plainJobs();
        QSet<batch::JobId> seen;
        for (const Job &job : jobs) {
            result.insert(job.name, job.id);
            seen.insert(job.id);
        }
        if (seen.size() != jobs.size())
            qFatal("two jobs have one id");
        return result;
    }

private:
    batch::VariationIds m_ids;
};

} // namespace

void TestExpandIds::idsStay()
{
    MadeIds made;
    BatchSource source = sourceOf({entry(u"hero"_s, u"{x}"_s)});
    JobSource &hero = source.jobs[0];
    hero.matrix = {{u"x"_s, {u"a"_s}}};
    QCOMPARE(made.of(source)[u"hero a"_s], hero.id()); // the first, and alone
    hero.matrix[0].values = {u"b"_s, u"a"_s};
    const auto two = made.of(source);
    QCOMPARE(two[u"hero a"_s], hero.id()); // still what it was
    QVERIFY(two[u"hero b"_s] != hero.id());
    hero.count = 2;
    QCOMPARE(made.of(source)[u"hero b"_s], two[u"hero b"_s]);
    QCOMPARE(made.of(source)[u"hero a"_s], hero.id());
    hero.job.name = u"villain"_s; // a new name is no new job
    QCOMPARE(made.of(source)[u"villain b"_s], two[u"hero b"_s]);
    hero.count.reset();
    hero.matrix[0].values = {u"b"_s}; // nor is it one that it is alone now
    QCOMPARE(made.of(source)[u"villain b"_s], two[u"hero b"_s]);
    hero.matrix[0].values = {u"b"_s, u"a"_s};
    const auto again = made.of(source);
    QCOMPARE(again[u"villain b"_s], two[u"hero b"_s]);
    QCOMPARE(again[u"villain a"_s], hero.id());
}

void TestExpandIds::idsOfAListThatShrinks()
{
    MadeIds made;
    BatchSource source = sourceOf({entry(u"hero"_s, u"{x}"_s)});
    JobSource &hero = source.jobs[0];
    hero.matrix = {{u"x"_s, {u"a"_s, u"b"_s}}};
    const auto two = made.of(source);
    QVERIFY(!two.values().contains(hero.id())); // neither is what it made without the list
    hero.matrix[0].values = {u"a"_s};
    QCOMPARE(made.of(source)[u"hero a"_s], two[u"hero a"_s]);
    hero.matrix.clear();
    hero.job.prompt = u"p"_s;
    QCOMPARE(made.of(source)[u"hero"_s], hero.id());
    hero.matrix = {{u"x"_s, {u"b"_s}}};
    hero.job.prompt = u"{x}"_s;
    QCOMPARE(made.of(source)[u"hero b"_s], two[u"hero b"_s]);
    hero.matrix[0].values = {u"c"_s};
    QCOMPARE(made.of(source)[u"hero c"_s], hero.id());
    hero.matrix[0].values = {u"d"_s};
    QVERIFY(made.of(source)[u"hero d"_s] != hero.id()); // which is another's by now
}

void TestExpandIds::idsOfAListThatIsRenamed()
{
    MadeIds made;
    BatchSource source = sourceOf({entry(u"hero"_s, u"{colour}"_s)});
    JobSource &hero = source.jobs[0];
    hero.matrix = {{u"colour"_s, {u"red"_s, u"blue"_s}}};
    hero.count = 2;
    const auto before = made.of(source);
    QCOMPARE(before.size(), 4);
    hero.matrix[0].name = u"color"_s;
    QVERIFY(made.of(source).isEmpty()); // no text names it yet
    hero.job.prompt = u"{color}"_s;
    QCOMPARE(made.of(source), before);
    hero.matrix[0].values = {u"red"_s};
    hero.count.reset();
    QCOMPARE(made.of(source)[u"hero red"_s], before[u"hero red"_s]);
    // One that was gone when the list got its name is found by its own.
    hero.matrix[0].name = u"shade"_s;
    hero.job.prompt = u"{shade}"_s;
    QCOMPARE(made.of(source)[u"hero red"_s], before[u"hero red"_s]);
    hero.matrix[0].values = {u"green"_s, u"red"_s, u"blue"_s};
    hero.count = 2;
    const auto grown = made.of(source);
    QCOMPARE(grown.size(), 6);
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        QCOMPARE(grown[it.key()], *it);
}

void TestExpandIds::namesThatMeet_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<int>("fewTakes");
    QTest::addColumn<int>("manyTakes");
    QTest::newRow("a value like a take's number")
        << u"hero"_s << QStringList{u"a"_s, u"a 2"_s} << 1 << 2;
    QTest::newRow("the same, the other way round")
        << u"hero"_s << QStringList{u"a 3"_s, u"a"_s, u"a 2"_s} << 1 << 4;
    QTest::newRow("a number without a space")
        << u"{x}{take}"_s << QStringList{u"a"_s, u"a1"_s} << 3 << 12;
    QTest::newRow("values that look alike")
        << u"hero"_s << QStringList{u"a b"_s, u"a  b"_s} << 1 << 3;
}

void TestExpandIds::namesThatMeet()
{
    QFETCH(QString, name);
    QFETCH(QStringList, values);
    QFETCH(int, fewTakes);
    QFETCH(int, manyTakes);
    BatchSource source = sourceOf({entry(name, u"{x}"_s)});
    source.jobs[0].matrix = {{u"x"_s, values}};
    source.jobs[0].count = fewTakes;
    const auto madeOf = [&source] {
        QMap<QString, std::pair<QString, std::optional<qint64>>> made; // prompt and seed by name
        for (const Job &job : batch::expand(source).plainJobs())
            made.insert(job.name, {job.prompt, job.seed});
        return made;
    };
    const auto few = madeOf();
    QCOMPARE(few.size(), values.size() * fewTakes);
    source.jobs[0].count = manyTakes;
    const auto many = madeOf();
    QCOMPARE(many.size(), values.size() * manyTakes); // each has a name of its own
    // A name that two would have belongs to none; it never passes to another job.
    for (auto it = few.cbegin(); it != few.cend(); ++it)
        QVERIFY2(many.value(it.key(), *it) == *it, qPrintable(it.key()));
}

QTEST_GUILESS_MAIN(TestExpandIds)
#include "test_expandids.moc"
