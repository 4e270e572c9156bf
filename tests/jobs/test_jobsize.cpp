// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobsize.h"

#include "catalog/request/commonnames.h"
#include "jobs/models.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::MediaType;
using ui::JobSize;

namespace {

const catalog::Catalog &catalogue()
{
    static const catalog::Catalog all =
        models::catalogOf({models::sized(), models::shaped(), models::clips(), models::unsized()});
    return all;
}

const catalog::Model *model(const QString &name)
{
    for (const catalog::Model &each : catalogue().models()) {
        if (each.displayName == name)
            return &each;
    }
    return nullptr;
}

Job imageOf(const QString &name)
{
    Job job;
    job.model = model(name) ? model(name)->id : u"acme/unknown"_s;
    job.prompt = u"A cat"_s;
    return job;
}

Job clipOf(const QString &name)
{
    Job job = imageOf(name);
    job.type = MediaType::Video;
    return job;
}

JobSize pixels(int width, int height)
{
    JobSize size;
    size.width = width;
    size.height = height;
    return size;
}

JobSize ratio(const QString &text)
{
    JobSize size;
    size.aspectRatio = text;
    return size;
}

JobSize length(double seconds, const QString &resolution, const QString &shape = {})
{
    JobSize size;
    size.duration = seconds;
    size.resolution = resolution;
    size.aspectRatio = shape;
    return size;
}

} // namespace

class TestJobSize : public QObject
{
    Q_OBJECT

private slots:
    void whatHolds_data()
    {
        QTest::addColumn<Job>("job");
        QTest::addColumn<QString>("model");
        QTest::addColumn<JobSize>("size");

        QTest::newRow("image, unknown model") << imageOf({}) << QString() << pixels(1024, 1024);
        QTest::newRow("clip, unknown model") << clipOf({}) << QString() << length(5, u"1080p"_s);
        Job wide = imageOf({});
        wide.aspectRatio = u"16:9"_s;
        JobSize both = pixels(1024, 1024);
        both.aspectRatio = u"16:9"_s;
        QTest::newRow("ratio, unknown model") << wide << QString() << both;

        // The article's size isn't offered: the schema's own default is what will be made.
        QTest::newRow("one of a few sizes")
            << imageOf(u"Sized"_s) << u"Sized"_s << pixels(1536, 1024);
        Job square = imageOf(u"Sized"_s);
        square.width = 2048;
        square.height = 2048;
        QTest::newRow("said") << square << u"Sized"_s << pixels(2048, 2048);
        Job half = imageOf(u"Sized"_s);
        half.width = 1024;
        QTest::newRow("half said") << half << u"Sized"_s << pixels(1024, 1024);
        half.width.reset();
        half.height = 1536;
        QTest::newRow("the other half") << half << u"Sized"_s << pixels(1536, 1536);
        Job params = imageOf(u"Sized"_s);
        params.params = {{u"size"_s, u"1024*1536"_s}};
        QTest::newRow("said in params") << params << u"Sized"_s << pixels(1024, 1536);

        Job shaped = imageOf(u"Shaped"_s);
        JobSize own = ratio(u"3:2"_s);
        own.resolution = u"1k"_s;
        QTest::newRow("a ratio of the model's") << shaped << u"Shaped"_s << own;
        shaped.aspectRatio = u"9:16"_s;
        own.aspectRatio = u"9:16"_s;
        QTest::newRow("a ratio that is said") << shaped << u"Shaped"_s << own;

        QTest::newRow("a length that 5 s is not among")
            << clipOf(u"Clips"_s) << u"Clips"_s << length(4, u"720p"_s, u"16:9"_s);
        Job clip = clipOf(u"Clips"_s);
        clip.duration = 12;
        clip.resolution = u"480p"_s;
        QTest::newRow("a length that is said")
            << clip << u"Clips"_s << length(12, u"480p"_s, u"16:9"_s);

        QTest::newRow("nothing to set") << imageOf(u"Larger"_s) << u"Larger"_s << JobSize();
    }

    void whatHolds()
    {
        QFETCH(Job, job);
        QFETCH(QString, model);
        QFETCH(JobSize, size);
        const JobSize held = ui::sizeOf(job, ::model(model));
        QCOMPARE(held.width, size.width);
        QCOMPARE(held.height, size.height);
        QCOMPARE(held.aspectRatio, size.aspectRatio);
        QCOMPARE(held.duration, size.duration);
        QCOMPARE(held.resolution, size.resolution);
    }

    void whatIsAsItWasStaysUnsaid_data() { whatHolds_data(); }
    void whatIsAsItWasStaysUnsaid()
    {
        QFETCH(Job, job);
        QFETCH(QString, model);
        QCOMPARE(ui::withSize(job, ui::sizeOf(job, ::model(model)), ::model(model)), job);
    }

    void onlyWhatChangesIsSaid()
    {
        const Job plain = imageOf({});
        JobSize size = ui::sizeOf(plain, nullptr);
        size.width = 2048;
        size.duration = 9; // no matter to an image
        const Job wide = ui::withSize(plain, size, nullptr);
        QCOMPARE(wide.width, std::optional(2048));
        QCOMPARE(wide.height, std::nullopt);
        QCOMPARE(wide.duration, std::nullopt);
        size.width = 1024;
        QCOMPARE(ui::withSize(wide, size, nullptr).width, std::optional(1024));
    }

    void aLengthLeavesPixelsAlone()
    {
        const Job plain = clipOf({});
        JobSize size = ui::sizeOf(plain, nullptr);
        size.duration = 8;
        size.resolution = u"720p"_s;
        size.width = 3;
        const Job after = ui::withSize(plain, size, nullptr);
        QCOMPARE(after.duration, std::optional(8.0));
        QCOMPARE(after.resolution, std::optional(u"720p"_s));
        QCOMPARE(after.width, std::nullopt);
    }

    void aRatioTakesThePlaceOfPixels()
    {
        Job job = imageOf(u"Shaped"_s);
        job.width = 640;
        job.height = 480;
        JobSize size = ui::sizeOf(job, model(u"Shaped"_s));
        QCOMPARE(size.width, 640);
        QCOMPARE(size.aspectRatio, QString());
        size.aspectRatio = u"16:9"_s;
        const Job shaped = ui::withSize(job, size, model(u"Shaped"_s));
        QCOMPARE(shaped.aspectRatio, std::optional(u"16:9"_s));
        QVERIFY(!shaped.width && !shaped.height);
        QCOMPARE(ui::sizeOf(shaped, model(u"Shaped"_s)).aspectRatio, u"16:9"_s);
    }

    void pixelsTakeThePlaceOfARatio()
    {
        Job job = imageOf({});
        job.aspectRatio = u"16:9"_s;
        JobSize size = ui::sizeOf(job, nullptr);
        size.aspectRatio.clear();
        size.width = 1920;
        const Job sized = ui::withSize(job, size, nullptr);
        QVERIFY(!sized.aspectRatio);
        QCOMPARE(ui::sizeOf(sized, nullptr), pixels(1920, 1024));
    }

    void bothSidesAreSaidWhereTheModelsOwnDiffer()
    {
        const Job job = imageOf(u"Sized"_s); // 1536 × 1024 by itself
        JobSize size = ui::sizeOf(job, model(u"Sized"_s));
        std::swap(size.width, size.height);
        const Job upright = ui::withSize(job, size, model(u"Sized"_s));
        QCOMPARE(ui::sizeOf(upright, model(u"Sized"_s)), size);
        QVERIFY(catalog::parametersFor(upright, model(u"Sized"_s)).unplaced.isEmpty());
    }

    void whatParamsSaidGivesWay()
    {
        Job job = clipOf(u"Clips"_s);
        job.params = {{u"duration"_s, 8}, {u"ratio"_s, u"9:16"_s}, {u"camera"_s, u"pan"_s}};
        JobSize size = ui::sizeOf(job, model(u"Clips"_s));
        QCOMPARE(size.duration, 8.0);
        QCOMPARE(size.aspectRatio, u"9:16"_s);
        size.duration = 12;
        size.aspectRatio = u"16:9"_s;
        const Job after = ui::withSize(job, size, model(u"Clips"_s));
        QCOMPARE(after.params, (QJsonObject{{u"camera"_s, u"pan"_s}}));
        QCOMPARE(ui::sizeOf(after, model(u"Clips"_s)), size);
    }

    void offersWhatTheModelTakes()
    {
        const ui::SizeChoices sized = ui::sizeChoices(MediaType::Image, model(u"Sized"_s));
        QCOMPARE(sized.sizes, QStringList({u"1536 × 1024"_s, u"1024 × 1536"_s, u"2048 × 2048"_s}));
        QVERIFY(!sized.pixels && sized.ratios.isEmpty());

        const ui::SizeChoices shaped = ui::sizeChoices(MediaType::Image, model(u"Shaped"_s));
        QCOMPARE(shaped.ratios, QStringList({u"3:2"_s, u"16:9"_s, u"9:16"_s}));
        QCOMPARE(shaped.resolutions, QStringList({u"1k"_s, u"2k"_s}));
        QVERIFY(!shaped.pixels);

        const ui::SizeChoices clips = ui::sizeChoices(MediaType::Video, model(u"Clips"_s));
        QCOMPARE(clips.durations, QList<double>({4, 8, 12}));
        QVERIFY(!clips.duration && !clips.anyResolution);
        QCOMPARE(clips.ratios, QStringList({u"16:9"_s, u"9:16"_s}));

        QVERIFY(ui::sizeChoices(MediaType::Image, model(u"Larger"_s)).isEmpty());
        QVERIFY(ui::sizeChoices(MediaType::Image, nullptr).pixels);
        QVERIFY(ui::sizeChoices(MediaType::Video, nullptr).anyResolution);
    }

    void readsPixels_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::newRow("star") << u"1024*768"_s << 1024;
        QTest::newRow("letter") << u"1024x768"_s << 1024;
        QTest::newRow("as shown") << ui::pixelText(1024, 768) << 1024;
        QTest::newRow("ratio") << u"16:9"_s << 0;
        QTest::newRow("word") << u"2K"_s << 0;
        QTest::newRow("one side") << u"1024*"_s << 0;
        QTest::newRow("too small") << u"1x1"_s << 0;
    }
    void readsPixels()
    {
        QFETCH(QString, text);
        QTEST(ui::pixelsOf(text).first, "width");
    }
};

QTEST_GUILESS_MAIN(TestJobSize)
#include "test_jobsize.moc"
