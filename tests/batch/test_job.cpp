// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/job.h"

#include "batch/jobjson.h"

#include <QSet>
#include <QTest>

#include <functional>

using batch::Job;
using batch::MediaType;
using namespace Qt::StringLiterals;

using Change = std::function<void(Job &)>;

class TestJob : public QObject
{
    Q_OBJECT

private slots:
    void defaults();
    void mediaTypes();
    void idsAreUnique();
    void comparisons_data();
    void comparisons();
    void pictures();
    void defaultsBesideAFrame_data();
    void defaultsBesideAFrame();
    void defaultsOfAModel();
};

namespace {

Job videoJob()
{
    Job job;
    job.name = u"Opening"_s;
    job.type = MediaType::Video;
    job.model = u"m"_s;
    job.prompt = u"p"_s;
    return job;
}

} // namespace

void TestJob::defaults()
{
    Job job;
    QCOMPARE(job.askedFrame(), (Job::Frame{1024, 1024, {}}));
    QVERIFY(!job.askedDuration());
    QCOMPARE(job.effectiveMaxRetries(), 2);
    QCOMPARE(job.effectiveMaxWait(), 300.0);
    job.type = MediaType::Video;
    QCOMPARE(job.effectiveMaxWait(), 600.0);
    QCOMPARE(job.askedFrame(), (Job::Frame{{}, {}, u"1080p"_s}));
    QCOMPARE(job.askedDuration(), 5.0);
    job.maxWait = 5;
    QCOMPARE(job.effectiveMaxWait(), 5.0);
}

void TestJob::mediaTypes()
{
    for (const MediaType type : {MediaType::Image, MediaType::Video})
        QCOMPARE(batch::mediaTypeFromKey(batch::toKey(type)), type);
    for (const QString &word : {u""_s, u"Image"_s, u"audio"_s, u"video "_s})
        QVERIFY(!batch::mediaTypeFromKey(word).has_value());
}

void TestJob::idsAreUnique()
{
    QSet<batch::JobId> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(Job().id);
    QCOMPARE(ids.size(), 1000);
}

void TestJob::comparisons_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("sameContent");
    QTest::addColumn<bool>("sameRequest");
    const auto row = [](const char *name, const Change &change, bool content, bool request) {
        QTest::newRow(name) << change << content << request;
    };
    row(
        "id", [](Job &job) { job.id = batch::newJobId(); }, true, true);
    row(
        "name", [](Job &job) { job.name = u"b"_s; }, false, true);
    row(
        "enabled", [](Job &job) { job.enabled = false; }, false, true);
    row(
        "patience", [](Job &job) { job.maxWait = job.maxRetries.emplace(9); }, false, true);
    row(
        "unknown key",
        [](Job &job) {
            job.extra = {{u"mood"_s, 1}};
        },
        false, true);
    row(
        "default written out", [](Job &job) { job.duration = 5; }, false, true);
    row(
        "size of a video", [](Job &job) { job.width = 9; }, false, false);
    row(
        "aspect ratio", [](Job &job) { job.aspectRatio = u"9:16"_s; }, false, false);
    row(
        "seed", [](Job &job) { job.seed = 7; }, false, false);
    row(
        "negative prompt", [](Job &job) { job.negativePrompt = u"text"_s; }, false, false);
    row(
        "input by its other key", [](Job &job) { job.image = u"a.png"_s; }, false, false);
    row(
        "length", [](Job &job) { job.duration = 6; }, false, false);
    row(
        "resolution", [](Job &job) { job.resolution = u"720p"_s; }, false, false);
    row(
        "type", [](Job &job) { job.type = MediaType::Image; }, false, false);
    row(
        "model", [](Job &job) { job.model = u"n"_s; }, false, false);
    row(
        "prompt", [](Job &job) { job.prompt = u"q"_s; }, false, false);
    row(
        "input", [](Job &job) { job.imageUrl = u"a.png"_s; }, false, false);
    row(
        "parameter",
        [](Job &job) {
            job.params = {{u"seed"_s, 1}};
        },
        false, false);
}

void TestJob::pictures()
{
    Job job;
    QVERIFY(!job.picture());
    job.setPicture(u"a.png"_s);
    QCOMPARE(job.image, u"a.png"_s);
    QVERIFY(!job.imageUrl);

    // Under the key that the file uses.
    Job article;
    article.imageUrl = u"a.png"_s;
    QVERIFY(article.sameRequest(job));
    article.setPicture(u"b.png"_s);
    QCOMPARE(article.imageUrl, u"b.png"_s);
    QVERIFY(!article.image);

    Job both;
    both.imageUrl = u"a.png"_s;
    both.image = u"b.png"_s;
    QCOMPARE(both.picture(), u"b.png"_s);
    both.setPicture({});
    QVERIFY(!both.image && !both.imageUrl);
}

void TestJob::defaultsBesideAFrame_data()
{
    QTest::addColumn<MediaType>("type");
    QTest::addColumn<Change>("frame"); // what both say
    QTest::addColumn<Change>("usual"); // what the second says besides: the default
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, MediaType type, const Change &frame, const Change &usual,
                        bool same) { QTest::newRow(name) << type << frame << usual << same; };
    const Change nothing = [](Job &) {};
    const Change shape = [](Job &job) { job.aspectRatio = u"16:9"_s; };
    const Change width = [](Job &job) { job.width = 1024; };
    const Change height = [](Job &job) { job.height = 1024; };
    const Change resolution = [](Job &job) { job.resolution = u"1080p"_s; };
    row("image: sides", MediaType::Image, nothing, width, true);
    row("image: a side and a side", MediaType::Image, width, height, true);
    row("image: sides beside a shape", MediaType::Image, shape, width, false);
    row("image: sides beside a resolution", MediaType::Image, resolution, height, false);
    row("video: a resolution", MediaType::Video, nothing, resolution, true);
    row("video: a resolution beside a shape", MediaType::Video, shape, resolution, false);
    row("video: a resolution beside a side", MediaType::Video, height, resolution, false);
    row("video: a side", MediaType::Video, nothing, width, false);
}

void TestJob::defaultsBesideAFrame()
{
    QFETCH(MediaType, type);
    QFETCH(Change, frame);
    QFETCH(Change, usual);
    QFETCH(bool, same);
    Job job = videoJob();
    job.type = type;
    frame(job);
    Job other = job;
    usual(other);
    QCOMPARE(job.sameRequest(other), same);
    QCOMPARE(other.sameRequest(job), same);
    QCOMPARE(batch::requestDigest(job) == batch::requestDigest(other), same);
}

/// What a model makes of what a job doesn't say is the same request as that said aloud, and nothing
/// else is.
void TestJob::defaultsOfAModel()
{
    batch::Usual usual;
    usual.duration = 15;
    usual.resolution = u"720p"_s;
    const Job job = videoJob();
    const auto same = [&](const Change &change) {
        Job other = job;
        change(other);
        const bool alike = job.sameRequest(other, usual);
        return alike == other.sameRequest(job, usual)
                && alike == (batch::requestDigest(job, usual) == batch::requestDigest(other, usual))
            ? std::optional(alike)
            : std::nullopt;
    };
    QCOMPARE(same([](Job &) {}), true);
    QCOMPARE(same([](Job &other) { other.duration = 15; }), true);
    QCOMPARE(same([](Job &other) { other.duration = 5; }), false);
    QCOMPARE(same([](Job &other) { other.resolution = u"720p"_s; }), true);
    QCOMPARE(same([](Job &other) { other.resolution = u"1080p"_s; }), false);
    usual.duration.reset(); // nobody knows
    QCOMPARE(same([](Job &) {}), true);
    QCOMPARE(same([](Job &other) { other.duration = 5; }), false);
}

void TestJob::comparisons()
{
    QFETCH(Change, change);
    const Job job = videoJob();
    Job changed = job;
    change(changed);
    QTEST(changed.sameContent(job), "sameContent");
    QTEST(changed.sameRequest(job), "sameRequest");
    QCOMPARE(job.sameRequest(changed), changed.sameRequest(job));
}

QTEST_APPLESS_MAIN(TestJob)
#include "test_job.moc"
