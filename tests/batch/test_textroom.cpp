// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"
#include "batch/expansion/textroom.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::Expansion;
using batch::JobSource;
using batch::TextRoom;

/// Few lines that stand for very much: their entries make no jobs and say why, before the memory
/// and the time are spent. All others are made.
class TestTextRoom : public QObject
{
    Q_OBJECT

private slots:
    void tooMuch_data();
    void tooMuch();
    void aHundredThousandTakes();
    void longPicturesStay();
    void theNextEntryHasRoom();
    void manyNamesToGuessFrom();
};

namespace {

JobSource entry(const QString &prompt)
{
    JobSource entry;
    entry.job.name = u"a"_s;
    entry.job.model = u"m"_s;
    entry.job.prompt = prompt;
    return entry;
}

BatchSource many(const JobSource &each, int count)
{
    BatchSource source;
    for (int i = 0; i < count; ++i) {
        JobSource copy = each;
        copy.job.id = batch::newJobId();
        source.jobs.append(copy);
    }
    return source;
}

QJsonObject manyParams(int count, const QJsonValue &value)
{
    QJsonArray list;
    for (int i = 0; i < count; ++i)
        list.append(value);
    return {{u"seed"_s, 1}, {u"list"_s, list}};
}

/// Characters of all texts that were made.
qint64 sizeOf(const Expansion &expansion)
{
    qint64 size = 0;
    for (const batch::MadeJob &made : expansion.jobs)
        size += made.job.prompt.size() + made.job.name.size() + made.key.size();
    return size;
}

} // namespace

void TestTextRoom::tooMuch_data()
{
    QTest::addColumn<BatchSource>("source");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("contains");
    const auto row = [](const char *name, const BatchSource &source, const QString &key,
                        const QString &contains) {
        QTest::newRow(name) << source << key << contains;
    };
    const QString one = u"1,000,000 characters"_s;
    const QString all = u"64,000,000 characters"_s;
    const QString large = u"x"_s.repeated(900'000);

    BatchSource source = many(entry(u"{v}"_s.repeated(200'000)), 1);
    source.vars = {{u"v"_s, large}};
    row("a long variable very often", source, u"prompt"_s, one);
    source = many(entry({}), 1000);
    source.defaults.all.job.prompt = large.repeated(8);
    row("a very long default prompt", source, u"prompt"_s, one);
    source.defaults.all.job.prompt = large + u"{a|b}"_s;
    row("a long default prompt with a choice", source, u"prompt"_s, all);
    source = many(entry({}), 10'000);
    source.vars = {{u"v"_s, {}}};
    source.defaults.all.job.prompt = u"{v}"_s.repeated(300'000);
    row("a long default prompt of nothing", source, u"prompt"_s, all);
    source = many(entry(u"p"_s), 10'000);
    source.defaults.all.job.params = manyParams(10'000, 1);
    row("many default parameters", source, u"prompt"_s, all);

    JobSource takes = entry(u"p {v}"_s);
    takes.count = 1000;
    source = many(takes, 1);
    source.vars = {{u"v"_s, large}};
    row("takes of a long text", source, u"prompt"_s, all);
    takes.job.prompt = u"p"_s;
    takes.job.name = u"{v}"_s;
    source.jobs = {takes};
    row("takes with a long name", source, u"name"_s, all);
    takes.job.name = u"a"_s;
    takes.job.params = manyParams(10'000, u"{v}"_s);
    source.jobs = {takes};
    row("takes with long parameters", source, u"params"_s, all);
    takes.job.params = manyParams(100'000, 1);
    source.jobs = {takes};
    row("takes with many parameters", source, u"params"_s, all);
    takes.job.params = {};
    takes.matrix = {{u"text"_s, {large}}};
    source.jobs = {takes};
    row("takes of a long value", source, u"matrix"_s, all);
    takes.matrix.clear();
    for (int i = 0; i < 5000; ++i)
        takes.matrix.append({u"a%1"_s.arg(i), {u"v"_s}});
    takes.matrix.append({u"b"_s, {u"1"_s, u"2"_s, u"3"_s}});
    takes.count.reset();
    takes.matrix.last().values.clear();
    for (int i = 0; i < 1000; ++i)
        takes.matrix.last().values.append(QString::number(i));
    source.jobs = {takes};
    row("axes of one value", source, u"matrix"_s, all);
}

void TestTextRoom::tooMuch()
{
    QFETCH(BatchSource, source);
    QFETCH(QString, key);
    QFETCH(QString, contains);
    source.jobs.append(entry(u"Plain"_s));
    QElapsedTimer timer;
    timer.start();
    const Expansion made = batch::expand(source);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    const auto error = std::ranges::find_if(made.problems, [](const batch::EntryProblem &each) {
        return each.problem.severity == batch::Severity::Error;
    });
    QVERIFY(error != made.problems.end());
    QCOMPARE(error->key, key);
    QVERIFY2(error->problem.message.contains(contains), qPrintable(error->problem.message));
    QVERIFY(sizeOf(made) <= TextRoom::most);
    // The entry makes all of its jobs or none.
    for (const batch::MadeJob &job : made.jobs)
        QVERIFY(job.entry != error->entry);
}

void TestTextRoom::aHundredThousandTakes()
{
    JobSource takes = entry(u"A lake at dawn, mist above the water. "_s.repeated(10) + u"{v}"_s);
    takes.count = 100'000;
    BatchSource source = many(takes, 1);
    source.vars = {{u"v"_s, u"red"_s}};
    source.maxVariations = 100'000;
    const Expansion made = batch::expand(source);
    QVERIFY(made.problems.isEmpty());
    QCOMPARE(made.jobs.size(), 100'000);
}

void TestTextRoom::longPicturesStay()
{
    JobSource picture = entry(u"p"_s);
    picture.job.image = u"data:image/png;base64,"_s + u"A"_s.repeated(4'000'000);
    const Expansion made = batch::expand(many(picture, 2));
    QVERIFY(made.problems.isEmpty());
    QCOMPARE(made.jobs[1].job.image, picture.job.image);
}

void TestTextRoom::theNextEntryHasRoom()
{
    JobSource takes = entry(u"{v}"_s.repeated(100));
    takes.count = 900;
    BatchSource source = many(takes, 1);
    source.vars = {{u"v"_s, u"x"_s.repeated(5000)}, {u"w"_s, u"x"_s}}; // 450 MB
    JobSource few = entry(u"{w}"_s);
    few.count = 900;
    source.jobs.append(few);
    const Expansion made = batch::expand(source);
    // The jobs that were not made don't count for the limit on them either.
    QCOMPARE(made.problems.size(), 1);
    QCOMPARE(made.problems.first().entry, 0);
    QCOMPARE(made.jobs.size(), 900);
}

void TestTextRoom::manyNamesToGuessFrom()
{
    BatchSource source = many(entry(u"{misspelled}"_s), 200);
    for (int i = 0; i < 50'000; ++i)
        source.vars.insert(u"misspeled%1"_s.arg(i), {});
    source.jobs.append(entry(u"{misspeled1}"_s));
    const Expansion made = batch::expand(source);
    // In the end nobody guesses any more, and what is right is made all the same.
    QCOMPARE(made.problems.size(), 200);
    QVERIFY(made.problems.first().problem.message.contains(u"did you mean"_s));
    QVERIFY(!made.problems.last().problem.message.contains(u"did you mean"_s));
    QCOMPARE(made.jobs.size(), 1);
}

QTEST_GUILESS_MAIN(TestTextRoom)
#include "test_textroom.moc"
