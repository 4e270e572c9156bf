// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobedits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::MediaType;

namespace {

const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;
const QString imagen = u"google/imagen4-ultra/text-to-image"_s;
const QString seedance = u"bytedance/seedance-v1.5-pro/text-to-video"_s;
const QString veo = u"google/veo3.1/text-to-video"_s;
const QString unknown = u"acme/dreamer"_s;

const catalog::Catalog &models()
{
    return catalog::Catalog::builtIn();
}

Job job(MediaType type, const QString &model)
{
    Job job;
    job.type = type;
    job.model = model;
    return job;
}

} // namespace

class TestJobEdits : public QObject
{
    Q_OBJECT

private slots:
    void typeTakesAFittingModel_data()
    {
        QTest::addColumn<Job>("before");
        QTest::addColumn<MediaType>("type");
        QTest::addColumn<QString>("model");
        QTest::newRow("to video") << job(MediaType::Image, imagen) << MediaType::Video << seedance;
        QTest::newRow("to image") << job(MediaType::Video, veo) << MediaType::Image << flux;
        QTest::newRow("same") << job(MediaType::Video, veo) << MediaType::Video << veo;
        QTest::newRow("unknown model")
            << job(MediaType::Image, unknown) << MediaType::Video << unknown;
        QTest::newRow("no model") << job(MediaType::Image, {}) << MediaType::Video << seedance;
        QTest::newRow("mends a mismatch") << job(MediaType::Image, veo) << MediaType::Video << veo;
    }

    void typeTakesAFittingModel()
    {
        QFETCH(Job, before);
        QFETCH(MediaType, type);
        QFETCH(QString, model);
        const Job after = ui::withType(before, type, models()).job;
        QCOMPARE(after.type, type);
        QCOMPARE(after.model, model);
        QCOMPARE(after.id, before.id);
    }

    void anotherTypeDropsWhatItsModelHasNot()
    {
        Job before = job(MediaType::Image, flux);
        before.prompt = u"A cat"_s;
        before.params = {{u"no_such_parameter"_s, 3}};
        const catalog::ModelChange change = ui::withType(before, MediaType::Video, models());
        QCOMPARE(change.job.prompt, u"A cat"_s);
        QVERIFY(change.job.params.isEmpty());
        QCOMPARE(change.dropped.size(), 1);
        QCOMPARE(change.dropped.constFirst().name, u"params.no_such_parameter"_s);
        QVERIFY(ui::withType(before, MediaType::Image, models()).dropped.isEmpty());
    }

    void aCatalogWithoutThatKindLeavesNoModel()
    {
        const Job video = ui::withType(job(MediaType::Image, {}), MediaType::Video, {}).job;
        QCOMPARE(video.type, MediaType::Video);
        QCOMPARE(video.model, QString());
    }

    void aNewJobTakesAfterItsNeighbour()
    {
        Job large = job(MediaType::Image, imagen);
        large.width = 2048;
        large.aspectRatio = u"16:9"_s;
        large.seed = 7;
        large.name = u"Poster"_s;
        large.prompt = u"A poster"_s;
        Job clip = job(MediaType::Video, veo);
        clip.duration = 8;
        const QList<Job> jobs{large, clip, job(MediaType::Image, flux)};

        const Job image = ui::newJobBeside(jobs, 1, MediaType::Image, models());
        QCOMPARE(image.model, imagen);
        QCOMPARE(image.width, std::optional(2048));
        QCOMPARE(image.aspectRatio, std::optional(u"16:9"_s));
        QVERIFY(!image.seed);
        QVERIFY(image.name.isEmpty() && image.prompt.isEmpty());
        QVERIFY(image.id != large.id);
        const Job video = ui::newJobBeside(jobs, 0, MediaType::Video, models());
        QCOMPARE(video.model, veo);
        QCOMPARE(video.duration, std::optional(8.0));
        QCOMPARE(ui::newJobBeside(jobs, 2, MediaType::Image, models()).model, flux);
        QCOMPARE(ui::newJobBeside({}, -1, MediaType::Image, models()).model, flux);
        QCOMPARE(ui::newJobBeside({large}, 0, MediaType::Video, models()).model, seedance);
    }
};

QTEST_GUILESS_MAIN(TestJobEdits)
#include "test_jobedits.moc"
