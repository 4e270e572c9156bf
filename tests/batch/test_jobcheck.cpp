// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobcheck.h"

#include <QTest>

#include <functional>

using batch::Field;
using batch::Job;
using namespace Qt::StringLiterals;

using Change = std::function<void(Job &)>;

class TestJobCheck : public QObject
{
    Q_OBJECT

private slots:
    void sound_data();
    void sound();
    void wrong_data();
    void wrong();
    void reportsEverythingAtOnce();
    void fieldsHaveTheKeysOfTheFile();
};

namespace {

Job soundJob()
{
    Job job;
    job.name = u"Opening"_s;
    job.model = u"google/veo3.1/text-to-video"_s;
    job.prompt = u"A slow aerial shot"_s;
    return job;
}

} // namespace

void TestJobCheck::sound_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("nothing but what is needed") << Change([](Job &) {});
    QTest::newRow("smallest size") << Change([](Job &job) { job.width = job.height = 1; });
    QTest::newRow("largest size") << Change([](Job &job) { job.width = job.height = 16384; });
    QTest::newRow("half a second") << Change([](Job &job) { job.duration = 0.5; });
    QTest::newRow("an hour") << Change([](Job &job) { job.duration = 3600; });
    QTest::newRow("no retries") << Change([](Job &job) { job.maxRetries = 0; });
}

void TestJobCheck::sound()
{
    QFETCH(Change, change);
    Job job = soundJob();
    change(job);
    QVERIFY(batch::check(job).isEmpty());
}

void TestJobCheck::wrong_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Field>("field");
    QTest::newRow("no name") << Change([](Job &job) { job.name = u" \n"_s; }) << Field::Name;
    QTest::newRow("no model") << Change([](Job &job) { job.model.clear(); }) << Field::Model;
    QTest::newRow("no prompt") << Change([](Job &job) { job.prompt = u"\t"_s; }) << Field::Prompt;
    QTest::newRow("no width") << Change([](Job &job) { job.width = 0; }) << Field::Width;
    QTest::newRow("a digit too many")
        << Change([](Job &job) { job.height = 20480; }) << Field::Height;
    QTest::newRow("no time") << Change([](Job &job) { job.duration = 0; }) << Field::Duration;
    QTest::newRow("too long") << Change([](Job &job) { job.duration = 3601; }) << Field::Duration;
    QTest::newRow("no wait") << Change([](Job &job) { job.maxWait = 0; }) << Field::MaxWait;
    QTest::newRow("negative retries")
        << Change([](Job &job) { job.maxRetries = -1; }) << Field::MaxRetries;
}

void TestJobCheck::wrong()
{
    QFETCH(Change, change);
    QFETCH(Field, field);
    Job job = soundJob();
    change(job);
    const QList<batch::Problem> problems = batch::check(job);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().field, field);
    QCOMPARE(problems.first().severity, batch::Severity::Error);
    QVERIFY(!problems.first().message.isEmpty());
    QVERIFY(!problems.first().message.contains(u'%'));
    QVERIFY(batch::hasError(problems));
}

void TestJobCheck::reportsEverythingAtOnce()
{
    Job job;
    job.width = -1;
    job.duration = -1;
    QCOMPARE(batch::check(job).size(), 5);
    QVERIFY(!batch::hasError({{Field::Name, batch::Severity::Warning, u"short"_s}}));
}

void TestJobCheck::fieldsHaveTheKeysOfTheFile()
{
    QStringList keys;
    for (int field = 0; field <= int(Field::MaxRetries); ++field)
        keys.append(batch::toKey(Field(field)));
    QCOMPARE(keys,
             QStringList({u"name"_s, u"type"_s, u"model"_s, u"prompt"_s, u"width"_s, u"height"_s,
                          u"aspect_ratio"_s, u"duration"_s, u"resolution"_s, u"image"_s,
                          u"image_url"_s, u"seed"_s, u"negative_prompt"_s, u"params"_s,
                          u"max_wait"_s, u"max_retries"_s}));
}

QTEST_APPLESS_MAIN(TestJobCheck)
#include "test_jobcheck.moc"
