// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/estimate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::Job;
using batch::MediaType;
using catalog::Catalog;

namespace {

const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;
const QString imagen = u"google/imagen4-ultra/text-to-image"_s;
const QString seedance = u"bytedance/seedance-v1.5-pro/text-to-video"_s;
const QString veo = u"google/veo3.1/text-to-video"_s;

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

QTEST_GUILESS_MAIN(TestEstimate)
#include "test_estimate.moc"
