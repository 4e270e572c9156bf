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
const QString seedanceFromImage = u"bytedance/seedance-v1.5-pro/image-to-video"_s;
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
        const Job after = ui::withType(before, type, models());
        QCOMPARE(after.type, type);
        QCOMPARE(after.model, model);
        QCOMPARE(after.id, before.id);
    }

    void modelTakesItsType()
    {
        const Job video = ui::withModel(job(MediaType::Image, flux), veo, models());
        QCOMPARE(video.type, MediaType::Video);
        QCOMPARE(video.model, veo);
        const Job kept = ui::withModel(video, unknown, models());
        QCOMPARE(kept.type, MediaType::Video);
        QCOMPARE(kept.model, unknown);
    }

    void aCatalogWithoutThatKindLeavesNoModel()
    {
        const Job video = ui::withType(job(MediaType::Image, {}), MediaType::Video, {});
        QCOMPARE(video.type, MediaType::Video);
        QCOMPARE(video.model, QString());
    }

    void aSizeThatIsImpliedStaysUnsaid()
    {
        const Job plain = job(MediaType::Image, flux);
        QCOMPARE(ui::withSize(plain, ui::sizeOf(plain)), plain);
        ui::JobSize size = ui::sizeOf(plain);
        size.width = 2048;
        size.duration = 9; // no matter to an image
        const Job wide = ui::withSize(plain, size);
        QCOMPARE(wide.width, std::optional(2048));
        QCOMPARE(wide.height, std::nullopt);
        QCOMPARE(wide.duration, std::nullopt);
        size.width = 1024;
        QCOMPARE(ui::withSize(wide, size).width, std::optional(1024));
    }

    void aLengthLeavesPixelsAlone()
    {
        const Job plain = job(MediaType::Video, veo);
        ui::JobSize size = ui::sizeOf(plain);
        size.duration = 8;
        size.resolution = u"720p"_s;
        size.width = 3;
        const Job after = ui::withSize(plain, size);
        QCOMPARE(after.duration, std::optional(8.0));
        QCOMPARE(after.resolution, std::optional(u"720p"_s));
        QCOMPARE(after.width, std::nullopt);
    }

    void aNewJobTakesAfterItsNeighbour()
    {
        Job large = job(MediaType::Image, imagen);
        large.width = 2048;
        large.name = u"Poster"_s;
        large.prompt = u"A poster"_s;
        Job clip = job(MediaType::Video, veo);
        clip.duration = 8;
        const QList<Job> jobs{large, clip, job(MediaType::Image, flux)};

        const Job image = ui::newJobBeside(jobs, 1, MediaType::Image, models());
        QCOMPARE(image.model, imagen);
        QCOMPARE(image.width, std::optional(2048));
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
