// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobjson.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class JobJsonTest : public QObject
{
    Q_OBJECT
private slots:
    void comesBack();
    void saysOnlyWhatTheJobSays();
    void wrongTypesCountAsNotSaid();
    void wordsThatLookLikeNumbers();
    void digestIsTheRequest();
    void digestsOfBeforeStay();
};

void JobJsonTest::comesBack()
{
    batch::Job job;
    job.enabled = false;
    job.name = u"開場 🎬"_s;
    job.type = batch::MediaType::Video;
    job.model = u"a/model"_s;
    job.prompt = u"line\nline"_s;
    job.width = 640;
    job.height = 480;
    job.duration = 7.5;
    job.resolution = u"720p"_s;
    job.aspectRatio = u"9:16"_s;
    job.image = u"cat.png"_s;
    job.imageUrl = u"https://a.example/cat.png"_s;
    job.seed = -9007199254740993;
    job.negativePrompt = u"文字"_s;
    job.params = {{u"seed"_s, 7}, {u"list"_s, QJsonArray{1, u"two"_s}}};
    job.maxWait = 20;
    job.maxRetries = 0;
    job.extra = {{u"owner"_s, u"film team"_s}};
    const batch::Job back = batch::jobFromJson(batch::toJson(job));
    QVERIFY(back.id != job.id);
    QVERIFY(back.sameContent(job));
}

void JobJsonTest::saysOnlyWhatTheJobSays()
{
    batch::Job job;
    job.name = u"cat"_s;
    QCOMPARE(batch::toJson(job).keys(),
             QStringList({u"model"_s, u"name"_s, u"prompt"_s, u"type"_s}));
    QVERIFY(batch::jobFromJson(batch::toJson(job)).sameContent(job));
    QVERIFY(batch::jobFromJson({}).sameContent(batch::Job()));
}

void JobJsonTest::wrongTypesCountAsNotSaid()
{
    const batch::Job job = batch::jobFromJson({{u"name"_s, 3},
                                               {u"type"_s, u"sound"_s},
                                               {u"width"_s, 1.5},
                                               {u"height"_s, 1e300},
                                               {u"duration"_s, u"long"_s},
                                               {u"seed"_s, 0.5},
                                               {u"aspect_ratio"_s, QJsonArray{1.5}},
                                               {u"negative_prompt"_s, QJsonValue::Null},
                                               {u"params"_s, u"none"_s}});
    QVERIFY(job.sameContent(batch::Job()));
}

void JobJsonTest::wordsThatLookLikeNumbers()
{
    const batch::Job job = batch::jobFromJson({{u"aspect_ratio"_s, 1.5},
                                               {u"negative_prompt"_s, 5},
                                               {u"resolution"_s, 1080},
                                               {u"image"_s, true}});
    QCOMPARE(job.aspectRatio, u"1.5"_s);
    QCOMPARE(job.negativePrompt, u"5"_s);
    QCOMPARE(job.resolution, u"1080"_s);
    QCOMPARE(job.image, u"true"_s);
}

void JobJsonTest::digestIsTheRequest()
{
    batch::Job job;
    job.name = u"cat"_s;
    job.model = u"a/model"_s;
    job.prompt = u"A cat"_s;
    const auto agrees = [&job](const std::function<void(batch::Job &)> &change) {
        batch::Job other = job;
        change(other);
        return job.sameRequest(other) == (batch::requestDigest(job) == batch::requestDigest(other));
    };
    QCOMPARE(batch::requestDigest(job).size(), 64);
    QVERIFY(agrees([](batch::Job &other) { other.name = u"dog"_s; }));
    QVERIFY(agrees([](batch::Job &other) { other.prompt = u"A dog"_s; }));
    QVERIFY(agrees([](batch::Job &other) { other.model = u"b/model"_s; }));
    QVERIFY(agrees([](batch::Job &other) { other.width = 1024; })); // the default
    QVERIFY(agrees([](batch::Job &other) { other.width = 1025; }));
    QVERIFY(agrees([](batch::Job &other) { other.duration = 9; })); // no matter to an image
    QVERIFY(agrees([](batch::Job &other) { other.type = batch::MediaType::Video; }));
    QVERIFY(agrees([](batch::Job &other) { other.imageUrl = u"https://a"_s; }));
    QVERIFY(agrees([](batch::Job &other) { other.image = u"https://a"_s; }));
    QVERIFY(agrees([](batch::Job &other) { other.aspectRatio = u"1:1"_s; }));
    QVERIFY(agrees([](batch::Job &other) { other.seed = 1; }));
    QVERIFY(agrees([](batch::Job &other) { other.negativePrompt = u"a"_s; }));
    QVERIFY(agrees([](batch::Job &other) { other.resolution = u"2K"_s; }));
    QVERIFY(agrees([](batch::Job &other) { other.params = {{u"seed"_s, 1}}; }));
    QVERIFY(agrees([](batch::Job &other) { other.maxWait = 3; }));
    QVERIFY(agrees([](batch::Job &other) { other.extra = {{u"a"_s, 1}}; }));
}

void JobJsonTest::digestsOfBeforeStay()
{
    // What an earlier version of Rushes submitted must be known again.
    batch::Job job;
    job.name = u"cat"_s;
    job.type = batch::MediaType::Video;
    job.model = u"a/model"_s;
    job.prompt = u"A cat"_s;
    job.imageUrl = u"https://a.example/cat.png"_s;
    QCOMPARE(batch::requestDigest(job),
             QByteArray("6fac62eeb5d624e38a4a6660bf48287db769cc979637ada3ee75d6f3ec923030"));
    job.type = batch::MediaType::Image;
    job.width = 512;
    QCOMPARE(batch::requestDigest(job),
             QByteArray("b8bcb75b7c6084e7466819f69e8e706a1504f8993bf25e4c8a99e953b9f1a86e"));
}

QTEST_GUILESS_MAIN(JobJsonTest)
#include "test_jobjson.moc"
