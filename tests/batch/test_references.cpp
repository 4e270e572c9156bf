// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/references/references.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Field;
using batch::Job;
using batch::JobId;
using batch::Problem;

namespace {

Job jobNamed(const QString &name, const QString &image = {})
{
    Job job;
    job.name = name;
    if (!image.isEmpty())
        job.image = image;
    return job;
}

/// "name: field message", in the jobs' order.
QStringList linesOf(const QList<Job> &jobs)
{
    const QHash<JobId, QList<Problem>> problems = batch::checkReferences(jobs);
    QStringList lines;
    for (const Job &job : jobs) {
        const QList<Problem> own = problems.value(job.id);
        for (const Problem &each : own)
            lines.append(u"%1: %2 %3"_s.arg(job.name, batch::toKey(each.field), each.message));
    }
    return lines;
}

} // namespace

class TestReferences : public QObject
{
    Q_OBJECT

private slots:
    void otherNames()
    {
        Job job = jobNamed(u"film"_s, u"job: hero "_s);
        job.imageUrl = u"a.png"_s;
        job.params = {{u"refs"_s, QJsonArray{u"job:villain"_s, u"https://a.example"_s}},
                      {u"video"_s, QJsonObject{{u"url"_s, u"job:hero"_s}}},
                      {u"seed"_s, 7}};
        QStringList asked;
        const Job renamed = batch::withReferences(job, [&asked](const QString &name) {
            asked.append(name);
            return name == "hero"_L1 ? u"Held"_s : name;
        });
        QStringList order;
        for (const batch::Reference &each : batch::referencesOf(job))
            order.append(each.job);
        QCOMPARE(asked, order);
        QCOMPARE(renamed.image, u"job:Held"_s);
        QCOMPARE(renamed.imageUrl, u"a.png"_s);
        QCOMPARE(renamed.params,
                 (QJsonObject{{u"refs"_s, QJsonArray{u"job:villain"_s, u"https://a.example"_s}},
                              {u"video"_s, QJsonObject{{u"url"_s, u"job:Held"_s}}},
                              {u"seed"_s, 7}}));
        // What is not another name stays as it was written.
        QCOMPARE(batch::withReferences(job, [](const QString &name) { return name; }), job);
    }

    void names()
    {
        const QList<Job> jobs{jobNamed(u"hero"_s), jobNamed(u"twin"_s), jobNamed(u"twin"_s),
                              jobNamed(u"twin"_s)};
        const batch::JobNames names = batch::jobsByName(jobs);
        QCOMPARE(names, (batch::JobNames{{u"hero"_s, jobs.at(0).id}}));
        Job film = jobNamed(u"film"_s, u"job:hero"_s);
        film.params = {{u"end_image"_s, u"job:twin"_s}};
        QCOMPARE(batch::sourcesOf(film, names), names);
        QVERIFY(batch::sourcesOf(jobs.at(0), names).isEmpty());
    }

    void followers()
    {
        const QList<Job> jobs{jobNamed(u"next"_s, u"job:film"_s),
                              jobNamed(u"film"_s, u"job:hero"_s),
                              jobNamed(u"hero"_s),
                              jobNamed(u"made"_s, u"job:hero"_s),
                              jobNamed(u"of made"_s, u"job:made"_s),
                              jobNamed(u"a"_s, u"job:b"_s),
                              jobNamed(u"b"_s, u"job:a"_s)};
        const auto idsOf = [&jobs](const QList<int> &rows) {
            QSet<JobId> ids;
            for (const int row : rows)
                ids.insert(jobs.at(row).id);
            return ids;
        };
        const auto all = [](const Job &) { return true; };
        QCOMPARE(batch::followersOf(jobs, idsOf({2}), all), idsOf({0, 1, 3, 4}));
        QCOMPARE(batch::followersOf(jobs, idsOf({5}), all), idsOf({6}));
        QVERIFY(batch::followersOf(jobs, {}, all).isEmpty());
        const auto notMade = [](const Job &job) { return job.name != "made"_L1; };
        QCOMPARE(batch::followersOf(jobs, idsOf({2}), notMade), idsOf({0, 1}));
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("job");
        QTest::addColumn<QString>("file");
        const auto row = [](const char *name, const QString &address, const QString &job,
                            const QString &file) { QTest::newRow(name) << address << job << file; };
        row("a job", u"job:hero"_s, u"hero"_s, {});
        row("a job of two words", u" job: hero shot "_s, u"hero shot"_s, {});
        row("a job with a colon", u"job:a:b"_s, u"a:b"_s, {});
        row("nobody", u"job:"_s, u""_s, {});
        row("https", u"https://example.org/a.png"_s, {}, {});
        row("HTTP", u"HTTP://example.org/a.png"_s, {}, {});
        row("data", u"data:image/png;base64,AAAA"_s, {}, {});
        row("an asset of the service", u"asset://a-1"_s, {}, {});
        row("nothing", u"  "_s, {}, {});
        row("a name", u"a.png"_s, {}, u"/batch/a.png"_s);
        row("a path", u"../stills/ä b.png"_s, {}, u"/stills/ä b.png"_s);
        row("an absolute path", u"/tmp/a.png"_s, {}, u"/tmp/a.png"_s);
        row("a path with a colon", u"take 1: a.png"_s, {}, u"/batch/take 1: a.png"_s);
        row("a file URL", u"file:///tmp/a%20b.png"_s, {}, u"/tmp/a b.png"_s);
        row("a relative file URL", u"file:a.png"_s, {}, u"/batch/a.png"_s);
        row("a name that begins like one", u"jobs/a.png"_s, {}, u"/batch/jobs/a.png"_s);
        row("a picture's content", u"/9j/"_s + QString(5000, u'A'), {}, {});
    }

    void addresses()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, job);
        QFETCH(const QString, file);
        const auto name = batch::referredJob(address);
        QCOMPARE(name.has_value(), !job.isNull());
        QCOMPARE(name.value_or(QString()), job);
        QCOMPARE(batch::isLocalFile(address), !file.isEmpty());
        if (!file.isEmpty())
            QCOMPARE(batch::localFile(address, u"/batch"_s), file);
    }

    void referenceIsReadAgain()
    {
        QCOMPARE(batch::referredJob(batch::referenceTo(u"hero 2"_s)), u"hero 2"_s);
    }

    void everyPlaceCounts()
    {
        Job job = jobNamed(u"film"_s, u"job:a"_s);
        job.imageUrl = u"job:b"_s;
        job.prompt = u"job:no"_s;
        job.params = {{u"end_image"_s, u"job:c"_s},
                      {u"images"_s, QJsonArray{u"job:a"_s, u"d.png"_s, u"job:d"_s, 4}},
                      {u"more"_s, QJsonObject{{u"url"_s, u"job:e"_s}}}};
        QCOMPARE(batch::referredJobs(job), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
        QCOMPARE(batch::referencesOf(job).at(2),
                 (batch::Reference{u"c"_s, Field::Params, u"end_image"_s}));
    }

    void chainsAndDiamondsAreSound()
    {
        Job last = jobNamed(u"last"_s, u"job:left"_s);
        last.params = {{u"end_image"_s, u"job:right"_s}, {u"mask_image"_s, u"job:still"_s}};
        QCOMPARE(linesOf({last, jobNamed(u"left"_s, u"job:still"_s),
                          jobNamed(u"right"_s, u"job:still"_s), jobNamed(u"still"_s)}),
                 QStringList());
    }

    void faults_data()
    {
        QTest::addColumn<QList<Job>>("jobs");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("unknown") << QList<Job>{jobNamed(u"film"_s, u"job:hero"_s)}
                                 << QStringList{
                                        u"film: image There is no job “hero” to start from."_s};
        QTest::newRow("nearly right")
            << QList<Job>{jobNamed(u"Hero  shot"_s), jobNamed(u"film"_s, u"job:hero shot"_s)}
            << QStringList{u"film: image There is no job “hero shot” to start from; did you mean "
                           "“Hero  shot”?"_s};
        QTest::newRow("without a name")
            << QList<Job>{jobNamed(u"film"_s, u"job:"_s)}
            << QStringList{u"film: image job: must be followed by the name of a job."_s};
        QTest::newRow("several of that name")
            << QList<Job>{jobNamed(u"a"_s), jobNamed(u"a"_s), jobNamed(u"film"_s, u"job:a"_s)}
            << QStringList{u"film: image 2 jobs are called “a”, and job: must name a single one. "
                           "Give them different names."_s};
        QTest::newRow("itself") << QList<Job>{jobNamed(u"a"_s, u"job:a"_s)}
                                << QStringList{
                                       u"a: image This job can't start from its own result."_s};
        QTest::newRow("in a circle, and one that leads into it")
            << QList<Job>{jobNamed(u"a"_s, u"job:b"_s), jobNamed(u"b"_s, u"job:c"_s),
                          jobNamed(u"c"_s, u"job:a"_s), jobNamed(u"d"_s, u"job:a"_s)}
            << QStringList{u"a: image “b” waits in turn for this job: neither could ever begin."_s,
                           u"b: image “c” waits in turn for this job: neither could ever begin."_s,
                           u"c: image “a” waits in turn for this job: neither could ever begin."_s};
    }

    void faults()
    {
        QFETCH(const QList<Job>, jobs);
        QFETCH(const QStringList, lines);
        QCOMPARE(linesOf(jobs), lines);
    }

    void saysWhichParameter()
    {
        Job job = jobNamed(u"film"_s);
        job.params = {{u"end_image"_s, u"job:no"_s}};
        const Problem problem = batch::checkReferences({job}).value(job.id).value(0);
        QCOMPARE(problem.field, Field::Params);
        QCOMPARE(problem.parameter, u"end_image"_s);
        QCOMPARE(problem.severity, batch::Severity::Error);
    }

    void disabledOnesMayBeReferredTo()
    {
        Job still = jobNamed(u"still"_s);
        still.enabled = false;
        QCOMPARE(linesOf({still, jobNamed(u"film"_s, u"job:still"_s)}), QStringList());
    }

    /// Each waits for the next, so that the whole chain hangs on the first: no recursion bears it.
    void longChain()
    {
        constexpr int count = 100'000;
        QList<Job> jobs;
        for (int i = 0; i < count; ++i)
            jobs.append(jobNamed(QString::number(i), u"job:%1"_s.arg(i + 1)));
        jobs.append(jobNamed(QString::number(count)));
        QCOMPARE(linesOf(jobs).size(), 0);
        jobs.last().image = u"job:0"_s;
        QCOMPARE(batch::checkReferences(jobs).size(), count + 1);
    }
};

QTEST_GUILESS_MAIN(TestReferences)
#include "test_references.moc"
