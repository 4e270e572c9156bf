// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/references/relocation.h"

#include "batch/expansion/expand.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::Job;
using batch::JobSource;
using batch::relocated;
using batch::Relocation;

/// A batch that is saved in another folder goes on meaning the same files.
class TestRelocation : public QObject
{
    Q_OBJECT

    static JobSource from(const QString &name, const QString &image)
    {
        Job job;
        job.name = name;
        job.prompt = u"A cup"_s;
        job.image = image;
        return job;
    }

private slots:
    void paths_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("moved");
        QTest::newRow("beside the file") << u"a.png"_s << u"../old/a.png"_s;
        QTest::newRow("below it") << u"in/a.png"_s << u"../old/in/a.png"_s;
        QTest::newRow("above it") << u"../a.png"_s << u"../a.png"_s;
        QTest::newRow("in the new folder") << u"../new/a.png"_s << u"a.png"_s;
        QTest::newRow("absolute") << u"/x/a.png"_s << u"/x/a.png"_s;
        QTest::newRow("a URL of a file") << u"file:///x/a.png"_s << u"file:///x/a.png"_s;
        QTest::newRow("on the web") << u"https://x.y/a.png"_s << u"https://x.y/a.png"_s;
        QTest::newRow("a job") << u"job:a.png"_s << u"job:a.png"_s;
        QTest::newRow("with a variable") << u"in/{what}.png"_s << u"../old/in/{what}.png"_s;
        QTest::newRow("all of it a variable") << u"{file}"_s << u"../old/{file}"_s;
        QTest::newRow("a variable that is an address") << u"{web}"_s << u"{web}"_s;
        QTest::newRow("braces of its own") << u"{{what}}.png"_s << u"../old/{{what}}.png"_s;
    }

    void paths()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, moved);
        BatchSource source;
        source.vars = {
            {u"what"_s, u"cup"_s}, {u"file"_s, u"b.png"_s}, {u"web"_s, u"https://x.y/b.png"_s}};
        source.jobs = {from(u"a"_s, written)};
        const Relocation there = relocated(source, u"/batches/old"_s, u"/batches/new"_s);
        QCOMPARE(there.source.jobs.first().job.image, moved);
        QCOMPARE(there.source.jobs.first().id(), source.jobs.first().id());
        QVERIFY(there.otherwise.isEmpty());
        // The same as a default.
        source.defaults.all.job.image = written;
        source.jobs.first().job.image.reset();
        QCOMPARE(
            relocated(source, u"/batches/old"_s, u"/batches/new"_s).source.defaults.all.job.image,
            moved);
    }

    void aBatchWithoutAFileGetsWholePaths()
    {
        BatchSource source;
        source.jobs = {from(u"a"_s, u"in/../a.png"_s), from(u"b"_s, u"{what}.png"_s)};
        source.vars = {{u"what"_s, u"cup"_s}};
        const QList<JobSource> jobs = relocated(source, u"/batches/old"_s, {}).source.jobs;
        QCOMPARE(jobs[0].job.image, u"/batches/old/a.png"_s);
        QCOMPARE(jobs[1].job.image, u"/batches/old/{what}.png"_s);
    }

    void parametersAndIncludes()
    {
        BatchSource source;
        source.include = {u"house.yaml"_s, u"/shared/rules.yaml"_s};
        source.settings.outputDir = u"out"_s;
        source.jobs = {from(u"a"_s, u"https://x.y/a.png"_s)};
        source.jobs[0].job.params = {{u"end_image"_s, u"end.png"_s},
                                     {u"images"_s, QJsonArray{u"1.jpg"_s, u"job:b"_s}},
                                     {u"style"_s, u"calm"_s},
                                     {u"strength"_s, 0.5}};
        const Relocation there = relocated(source, u"/batches/old"_s, u"/new"_s);
        QCOMPARE(there.source.include,
                 (QStringList{u"../batches/old/house.yaml"_s, u"/shared/rules.yaml"_s}));
        QCOMPARE(there.source.settings.outputDir, u"out"_s);
        const QJsonObject wanted{{u"end_image"_s, u"../batches/old/end.png"_s},
                                 {u"images"_s, QJsonArray{u"../batches/old/1.jpg"_s, u"job:b"_s}},
                                 {u"style"_s, u"calm"_s},
                                 {u"strength"_s, 0.5}};
        QCOMPARE(there.source.jobs[0].job.params, wanted);
    }

    /// What an included file names counts from that file, wherever the batch file lies.
    void picturesOfIncludedFilesStay()
    {
        batch::Included house;
        house.path = u"/batches/old/house/house.yaml"_s;
        house.folder = u"house"_s;
        house.jobs = {from(u"logo"_s, u"logo.png"_s)};
        BatchSource source;
        source.include = {u"house/house.yaml"_s};
        source.included = {house};
        const Relocation there = relocated(source, u"/batches/old"_s, u"/batches/new"_s);
        QVERIFY(there.otherwise.isEmpty());
        QCOMPARE(there.source.included.first().folder, u"../old/house"_s);
        QCOMPARE(batch::expand(there.source).jobs.first().job.image, u"../old/house/logo.png"_s);
    }

    void whatCanNotBeWrittenAnewIsNamed()
    {
        BatchSource source;
        JobSource listed = from(u"listed"_s, {});
        listed.job.image.reset();
        listed.matrix = {{u"image"_s, {u"a.png"_s, u"https://x.y/b.png"_s}}};
        JobSource mixed = from(u"mixed"_s, u"{photo}"_s);
        mixed.matrix = {{u"photo"_s, {u"a.png"_s, u"https://x.y/b.png"_s}}};
        source.jobs = {listed, mixed, from(u"plain"_s, u"a.png"_s)};
        const Relocation there = relocated(source, u"/batches/old"_s, u"/batches/new"_s);
        QCOMPARE(there.source.jobs[0].matrix, listed.matrix);
        QCOMPARE(there.source.jobs[1].job.image, u"{photo}"_s);
        QCOMPARE(there.otherwise.size(), 2);
        QVERIFY(there.otherwise.at(0).startsWith(u"listed"_s));
        QVERIFY(there.otherwise.at(1).startsWith(u"mixed"_s));
    }
};

QTEST_APPLESS_MAIN(TestRelocation)
#include "test_relocation.moc"
