// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/estimate.h"

#include "catalog/onemodel.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::Job;
using batch::MediaType;
using catalog::Catalog;
using catalog::PriceSource;

Q_DECLARE_METATYPE(catalog::Estimate)

namespace {

const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;
const QString imagen = u"google/imagen4-ultra/text-to-image"_s;
const QString seedance = u"bytedance/seedance-v1.5-pro/text-to-video"_s;
const QString veo = u"google/veo3.1/text-to-video"_s;
const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

void addImages(batch::Batch &batch, const QString &model, int count)
{
    for (int i = 0; i < count; ++i) {
        Job job;
        job.model = model;
        batch.jobs.append(job);
    }
}

void addVideos(batch::Batch &batch, const QString &model, int count, double duration)
{
    for (int i = 0; i < count; ++i) {
        Job job;
        job.type = MediaType::Video;
        job.model = model;
        job.duration = duration;
        batch.jobs.append(job);
    }
}

Job videoOf(const QString &model)
{
    Job job;
    job.type = MediaType::Video;
    job.model = model;
    return job;
}

} // namespace

class TestEstimate : public QObject
{
    Q_OBJECT

private slots:
    void articlesWorkedExamples();
    void videosCostBySecondAndDefaultToFive();
    void unknownModelIsAGuess();
    void disabledJobsCostNothing();
    void batchTimeIsSharedByTheSlots();
    void pricesOfAllForms_data();
    void pricesOfAllForms();
    void anAssumedUnitIsSaid();
    void severalVideosAreSeveralPrices();
    void severalImagesAreSeveralPrices_data();
    void severalImagesAreSeveralPrices();
    void severalImagesWithoutASchema();
    void severalImagesInAnyForm_data();
    void severalImagesInAnyForm();
    void theBillCountsTheLengthThatIsAskedFor_data();
    void theBillCountsTheLengthThatIsAskedFor();
    void aFigureBeyondAllReasonIsNoAmount();
    void figuresSayWhereTheyComeFrom();
    void originsInWords_data();
    void originsInWords();
    void datesFollowTheLanguage();
};

void TestEstimate::articlesWorkedExamples()
{
    batch::Batch social;
    addImages(social, flux, 10);
    addVideos(social, seedance, 5, 5);
    const batch::Bill bill = estimate(Catalog::builtIn(), social);
    QCOMPARE(bill.all.toCome.toDecimal(), u"0.95"_s);
    QCOMPARE(bill.all.jobs, 15);
    QCOMPARE(bill.byModel.value(flux).toCome.toDecimal(), u"0.40"_s);
    QCOMPARE(bill.byModel.value(seedance).toCome.toDecimal(), u"0.55"_s);

    batch::Batch products;
    addImages(products, flux, 500);
    QCOMPARE(estimate(Catalog::builtIn(), products).all.toCome.toDecimal(), u"20.00"_s);

    batch::Batch cinema;
    addImages(cinema, imagen, 5);
    addVideos(cinema, veo, 5, 8);
    QCOMPARE(estimate(Catalog::builtIn(), cinema).all.toCome.toDecimal(), u"1.50"_s);
}

void TestEstimate::videosCostBySecondAndDefaultToFive()
{
    Job job;
    job.type = MediaType::Video;
    job.model = seedance;
    QCOMPARE(estimate(Catalog::builtIn(), job).cost, Cost::fromUsd(0.11));
    job.duration = 2.5;
    QCOMPARE(estimate(Catalog::builtIn(), job).cost, Cost::fromUsd(0.055));
}

void TestEstimate::unknownModelIsAGuess()
{
    Job job;
    job.model = u"nobody/knows"_s;
    const catalog::Estimate guessed = estimate(Catalog::builtIn(), job);
    QCOMPARE(guessed.cost, Cost::fromUsd(0.05));
    QVERIFY(guessed.guess);

    batch::Batch batch;
    batch.jobs = {job};
    addImages(batch, flux, 1);
    const batch::Bill bill = estimate(Catalog::builtIn(), batch);
    QVERIFY(bill.all.guess);
    QVERIFY(bill.byModel.value(job.model).guess);
    QVERIFY(!bill.byModel.value(flux).guess);
}

void TestEstimate::disabledJobsCostNothing()
{
    batch::Batch batch;
    addImages(batch, flux, 3);
    batch.jobs[1].enabled = false;
    const batch::Bill bill = estimate(Catalog::builtIn(), batch);
    QCOMPARE(bill.all.jobs, 2);
    QCOMPARE(bill.all.toCome, Cost::fromUsd(0.08));
}

void TestEstimate::batchTimeIsSharedByTheSlots()
{
    batch::Batch batch;
    addImages(batch, flux, 6); // 20 s each in the middle
    batch.settings.maxWorkers = 3;
    QCOMPARE(typicalBatchTime(Catalog::builtIn(), batch), 40.0);
    batch.settings.maxWorkers = 50;
    QCOMPARE(typicalBatchTime(Catalog::builtIn(), batch), 20.0);
}

void TestEstimate::pricesOfAllForms_data()
{
    QTest::addColumn<QByteArray>("price");
    QTest::addColumn<QString>("resolution"); // of a video of 6 s
    QTest::addColumn<qint64>("micros");
    QTest::newRow("a second") << QByteArray(R"({"actual": {"base_price": "0.05"}})") << QString()
                              << 300'000LL;
    QTest::newRow("a second, said so")
        << QByteArray(R"({"actual": {"base_price": 0.05}, "unit": "second"})") << QString()
        << 300'000LL;
    QTest::newRow("a generation") << QByteArray(
        R"({"actual": {"base_price": "0.5"}, "unit": "generation"})")
                                  << QString() << 500'000LL;
    const QByteArray byResolution =
        R"({"actual": {"base_price": "0.05"}, "by_resolution": {"480p": "0.02", "1080P": "0.1"}})";
    QTest::newRow("of that resolution") << byResolution << u"480p"_s << 120'000LL;
    QTest::newRow("in another case") << byResolution << u"1080p"_s << 600'000LL;
    QTest::newRow("of the next higher one") << byResolution << u"720p"_s << 600'000LL;
    QTest::newRow("of the highest") << byResolution << u"4K"_s << 600'000LL;
    QTest::newRow("of nobody knows what") << byResolution << u"auto"_s << 300'000LL;
    QTest::newRow("of the usual one") << byResolution << QString() << 600'000LL;
    QTest::newRow("by resolution alone, and nobody knows which: the dearest")
        << QByteArray(R"({"by_resolution": {"480p": "0.02", "1080p": "0.1"}})") << u"auto"_s
        << 600'000LL;
    QTest::newRow("a generation of that resolution")
        << QByteArray(R"({"by_resolution": {"480p": "0.2", "1080p": "0.8"}, "unit": "generation"})")
        << u"480p"_s << 200'000LL;
}

void TestEstimate::pricesOfAllForms()
{
    QFETCH(QByteArray, price);
    QFETCH(QString, resolution);
    QFETCH(qint64, micros);
    const auto models = Catalog::read(
        R"({"data": [{"model": "a", "type": "Video", "price": )" + price + "}]}", {}, {});
    QVERIFY(models);
    Job job = videoOf(u"a"_s);
    job.duration = 6;
    if (!resolution.isEmpty())
        job.resolution = resolution;
    QCOMPARE(estimate(*models, job).cost.micros(), micros);
    // Nobody says that a price is per second: that much is a guess.
    const bool isAssumed = !price.contains("unit");
    QCOMPARE(estimate(*models, job).unitIsAssumed, isAssumed);
    QCOMPARE(estimate(*models, job).guess, isAssumed);
}

void TestEstimate::anAssumedUnitIsSaid()
{
    const auto live = Catalog::read(
        R"({"data": [{"model": "a", "type": "Video", "price": {"actual": {"base_price": "0.1"}}},
                     {"model": "b", "type": "Image", "price": {"actual": {"base_price": "0.1"}}},
                     {"model": ")"
            + veo.toUtf8() + R"(", "type": "Video", "price": {"actual": {"base_price": "0.1"}}}]})",
        {}, {PriceSource::Live, now});
    QVERIFY(live);
    const Catalog models = Catalog::builtIn().updatedBy(*live);
    const QString words = originText(estimate(models, videoOf(u"a"_s)), now);
    QVERIFY2(words.startsWith(u"Atlas Cloud's list, fetched just now; "_s)
                 && words.contains(u"guess"_s),
             qPrintable(words));
    QCOMPARE(originText(*models.find(u"a"_s)->price, now), words);
    // Another snapshot says no more.
    const auto again = Catalog::readSnapshot(models.toSnapshot(), PriceSource::Live);
    QVERIFY(again && again->find(u"a"_s)->price->unitIsAssumed);

    Job image;
    image.model = u"b"_s;
    QVERIFY(!estimate(models, image).guess);
    QVERIFY(!estimate(models, videoOf(veo)).guess); // the snapshot says so
    batch::ModelOverride said;
    said.pricePerSecond = Cost::fromUsd(0.05);
    QVERIFY(!estimate(models.withOverrides({{u"a"_s, said}}), videoOf(u"a"_s)).guess);
    const batch::Bill bill = estimate(models, batch::Batch{{}, {videoOf(u"a"_s)}});
    QVERIFY(bill.all.guess);
}

void TestEstimate::severalVideosAreSeveralPrices()
{
    const Catalog models = catalogOf(
        R"({"duration": {"type": "integer", "default": 4}, "num_outputs": {"type": "integer"}})",
        MediaType::Video); // 0.01 a second
    Job job = videoOf(oneModelId);
    QCOMPARE(estimate(models, job).cost, Cost::fromUsd(0.04));
    job.params = {{u"num_outputs"_s, 3}};
    QCOMPARE(estimate(models, job).cost, Cost::fromUsd(0.12));
    job.params = {{u"n"_s, 3}}; // by a name that it lacks
    QCOMPARE(estimate(models, job).cost, Cost::fromUsd(0.04));
}

void TestEstimate::severalImagesAreSeveralPrices_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<qint64>("micros");
    const QString dev = u"black-forest-labs/flux-dev"_s;    // 0.012 each, num_images
    const QString wan = u"alibaba/wan-2.7/text-to-image"_s; // 0.03 each, n
    QTest::newRow("one") << dev << QJsonObject() << 12'000LL;
    QTest::newRow("three") << dev << QJsonObject{{u"num_images"_s, 3}} << 36'000LL;
    QTest::newRow("by another name") << wan << QJsonObject{{u"n"_s, 4}} << 120'000LL;
    QTest::newRow("by a name that it lacks") << dev << QJsonObject{{u"n"_s, 4}} << 12'000LL;
    QTest::newRow("none") << dev << QJsonObject{{u"num_images"_s, 0}} << 12'000LL;
    QTest::newRow("fewer") << dev << QJsonObject{{u"num_images"_s, -3}} << 12'000LL;
    QTest::newRow("as a text") << dev << QJsonObject{{u"num_images"_s, u"3"_s}} << 36'000LL;
    QTest::newRow("words") << dev << QJsonObject{{u"num_images"_s, u"three"_s}} << 12'000LL;
    QTest::newRow("and a part") << dev << QJsonObject{{u"num_images"_s, 3.9}} << 36'000LL;
    QTest::newRow("beyond reason") << dev << QJsonObject{{u"num_images"_s, 1e300}} << 12'000'000LL;
    QTest::newRow("a model that makes one")
        << flux << QJsonObject{{u"num_images"_s, 3}} << 40'000LL;
}

void TestEstimate::severalImagesAreSeveralPrices()
{
    QFETCH(QString, model);
    QFETCH(QJsonObject, params);
    QFETCH(qint64, micros);
    Job job;
    job.model = model;
    job.params = params;
    QCOMPARE(estimate(Catalog::builtIn(), job).cost.micros(), micros);
}

void TestEstimate::severalImagesWithoutASchema()
{
    batch::ModelOverride said;
    said.pricePerImage = Cost::fromUsd(0.02);
    const Catalog models = Catalog::builtIn().withOverrides({{u"my/model"_s, said}});
    Job job;
    job.model = u"my/model"_s;
    job.params = {{u"n"_s, 5}};
    QCOMPARE(estimate(models, job).cost, Cost::fromUsd(0.10));
}

void TestEstimate::severalImagesInAnyForm_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<int>("images");
    const auto row = [](const char *name, const char *properties, const QJsonObject &params,
                        int images) {
        QTest::newRow(name) << QByteArray(properties) << params << images;
    };
    const QJsonObject three{{u"num_images"_s, 3}};
    row("an enum without a type", R"({"num_images": {"enum": [1, 2, 3]}})", three, 3);
    row("a number", R"({"num_images": {"type": "number"}})", three, 3);
    row("or null", R"({"num_images": {"anyOf": [{"type": "integer"}, {"type": "null"}]}})", three,
        3);
    row("a default as a text", R"({"num_images": {"type": "string", "default": "4"}})", {}, 4);
    row("null", R"({"n": {"type": "integer", "nullable": true, "default": 2}})",
        {{u"n"_s, QJsonValue::Null}}, 2);
    row("outputs", R"({"num_outputs": {"type": "integer"}})", {{u"num_outputs"_s, 2}}, 2);
    row("a batch", R"({"batch_size": {"type": "integer"}})", {{u"batch_size"_s, 5}}, 5);
    row("the largest of two", R"({"n": {"default": 1}, "max_images": {}})", {{u"max_images"_s, 6}},
        6);
}

void TestEstimate::severalImagesInAnyForm()
{
    QFETCH(QByteArray, properties);
    QFETCH(QJsonObject, params);
    QFETCH(int, images);
    const Catalog models = catalogOf(properties, MediaType::Image);
    Job job;
    job.model = oneModelId;
    job.params = params;
    QCOMPARE(estimate(models, job).cost, Cost::fromUsd(0.01).times(images));
}

void TestEstimate::theBillCountsTheLengthThatIsAskedFor_data()
{
    QTest::addColumn<Job>("job");
    QTest::addColumn<qint64>("micros");
    const QString hailuo = u"minimax/hailuo-2.3/t2v-standard"_s; // 0.28 a second, 6 or 10
    QTest::newRow("the article's default") << videoOf(veo) << 150'000LL;
    Job job = videoOf(veo);
    job.duration = 8;
    QTest::newRow("its own") << job << 240'000LL;
    QTest::newRow("the model's, which makes no 5 s") << videoOf(hailuo) << 1'680'000LL;
    job = videoOf(veo);
    job.params = {{u"duration"_s, 2}};
    QTest::newRow("of the params") << job << 60'000LL;
    job = videoOf(u"bytedance/seedance-2.0/text-to-video"_s); // 0.2419 a second, to 15 s
    job.params = {{u"duration"_s, -1}};
    QTest::newRow("as long as the model likes: its longest") << job << 3'628'500LL;
}

void TestEstimate::theBillCountsTheLengthThatIsAskedFor()
{
    QFETCH(Job, job);
    QFETCH(qint64, micros);
    QCOMPARE(estimate(Catalog::builtIn(), job).cost.micros(), micros);
}

void TestEstimate::aFigureBeyondAllReasonIsNoAmount()
{
    Job job = videoOf(veo);
    job.duration = 1e300;
    QVERIFY(estimate(Catalog::builtIn(), job).cost < Cost::fromUsd(1'000'000));
    job.model = u"nobody/knows"_s;
    QCOMPARE(estimate(Catalog::builtIn(), job).cost, catalog::unknownModelCost);
}

void TestEstimate::figuresSayWhereTheyComeFrom()
{
    const QDateTime fetched(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    const auto live = Catalog::read(
        R"({"data": [{"model": "a", "type": "Image", "price": {"actual": {"base_price": 1}}}]})",
        {}, {PriceSource::Live, fetched});
    batch::ModelOverride said;
    said.pricePerSecond = Cost::fromUsd(0.05);
    const Catalog models = Catalog::builtIn().updatedBy(*live).withOverrides({{veo, said}});
    Job job;
    job.model = u"a"_s;
    QCOMPARE(estimate(models, job).source, PriceSource::Live);
    QCOMPARE(estimate(models, job).asOf, fetched);
    job.model = flux;
    QCOMPARE(estimate(models, job).source, PriceSource::BuiltIn);
    QVERIFY(estimate(models, job).asOf.isValid());
    QCOMPARE(estimate(models, videoOf(veo)).source, PriceSource::BatchFile);
    QCOMPARE(estimate(models, videoOf(veo)).cost, Cost::fromUsd(0.25));
}

void TestEstimate::originsInWords_data()
{
    QTest::addColumn<catalog::Estimate>("figure");
    QTest::addColumn<QString>("words");
    const auto live = [](qint64 secondsAgo) {
        return catalog::Estimate{{}, false, PriceSource::Live, now.addSecs(-secondsAgo)};
    };
    QTest::newRow("now") << live(0) << u"Atlas Cloud's list, fetched just now"_s;
    QTest::newRow("59 s") << live(59) << u"Atlas Cloud's list, fetched just now"_s;
    QTest::newRow("a clock set back") << live(-500) << u"Atlas Cloud's list, fetched just now"_s;
    QTest::newRow("minutes") << live(60 * 59 + 59)
                             << u"Atlas Cloud's list, fetched 59 minute(s) ago"_s;
    QTest::newRow("hours") << live(2 * 3600) << u"Atlas Cloud's list, fetched 2 hour(s) ago"_s;
    QTest::newRow("nearly a day") << live(24 * 3600 - 1)
                                  << u"Atlas Cloud's list, fetched 23 hour(s) ago"_s;
    QTest::newRow("days") << live(3 * 24 * 3600) << u"Atlas Cloud's list, fetched 3 day(s) ago"_s;
    QTest::newRow("long ago") << live(40LL * 24 * 3600)
                              << u"Atlas Cloud's list, fetched on 11 October 2026"_s;
    QTest::newRow("whenever") << catalog::Estimate{{}, false, PriceSource::Live, {}}
                              << u"Atlas Cloud's list"_s;
    QTest::newRow("built in") << catalog::Estimate{{},
                                                   false,
                                                   PriceSource::BuiltIn,
                                                   QDateTime(QDate(2026, 11, 1), QTime(0, 0),
                                                             Qt::UTC)}
                              << u"built in, as of 1 November 2026"_s;
    QTest::newRow("built in, whenever") << catalog::Estimate{} << u"built in"_s;
    QTest::newRow("batch file") << catalog::Estimate{{}, false, PriceSource::BatchFile, {}}
                                << u"this batch file"_s;
    QTest::newRow("a guess") << catalog::Estimate{{}, true, PriceSource::Live, now}
                             << u"a guess: nobody says what this model costs"_s;
}

void TestEstimate::originsInWords()
{
    QFETCH(catalog::Estimate, figure);
    QFETCH(QString, words);
    QCOMPARE(originText(figure, now), words);
    if (figure.guess)
        return;
    catalog::Price price;
    price.source = figure.source;
    price.asOf = figure.asOf;
    QCOMPARE(originText(price, now), words);
}

void TestEstimate::datesFollowTheLanguage()
{
    QLocale::setDefault(QLocale(QLocale::German));
    const catalog::Estimate figure{
        {}, false, PriceSource::BuiltIn, QDateTime(QDate(2026, 10, 1), QTime(0, 0), Qt::UTC)};
    const QString words = originText(figure, now);
    QLocale::setDefault(QLocale::c());
    QVERIFY2(words.contains(u"1 Oktober 2026"), qPrintable(words));
}

QTEST_GUILESS_MAIN(TestEstimate)
#include "test_estimate.moc"
