// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtext.h"

#include "jobs/models.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::MediaType;

namespace {

const catalog::Catalog &catalogue()
{
    static const catalog::Catalog all =
        models::catalogOf({models::sized(), models::shaped(), models::clips(), models::unsized()});
    return all;
}

const catalog::Model &model(const models::Entry &entry)
{
    return *catalogue().find(entry.id);
}

Job jobOf(const models::Entry &entry)
{
    Job job;
    job.type = entry.video ? MediaType::Video : MediaType::Image;
    job.model = entry.id;
    job.prompt = u"A cat"_s;
    return job;
}

} // namespace

/// How the parts of a job read.
class TestJobText : public QObject
{
    Q_OBJECT

private slots:
    void sizes()
    {
        QCOMPARE(ui::jobtext::size(Job(), nullptr), u"1024 × 1024"_s);
        Job wide;
        wide.aspectRatio = u"16:9"_s;
        QCOMPARE(ui::jobtext::size(wide, nullptr), u"16:9"_s);
        wide.width = 800;
        QCOMPARE(ui::jobtext::size(wide, nullptr), u"800 × 1024"_s);

        QCOMPARE(ui::jobtext::size(jobOf(models::sized()), &model(models::sized())),
                 u"1536 × 1024"_s);
        QCOMPARE(ui::jobtext::size(jobOf(models::shaped()), &model(models::shaped())),
                 u"3:2 · 1k"_s);
        QCOMPARE(ui::jobtext::size(jobOf(models::unsized()), &model(models::unsized())),
                 u"Automatic"_s);
        Job clip = jobOf(models::clips());
        QCOMPARE(ui::jobtext::size(clip, &model(models::clips())), u"4\u00a0s · 720p"_s);
        clip.aspectRatio = u"9:16"_s;
        clip.duration = 8;
        QCOMPARE(ui::jobtext::size(clip, &model(models::clips())), u"8\u00a0s · 720p, 9:16"_s);
    }

    void sizesAsTheyReachTheModel()
    {
        Job job = jobOf(models::sized());
        job.width = 2048;
        job.height = 2048;
        QCOMPARE(ui::jobtext::sizeAsSent(job, model(models::sized())), u"size\u00a02048*2048"_s);
        Job clip = jobOf(models::clips());
        clip.aspectRatio = u"9:16"_s;
        clip.duration = 8;
        const QString sent = ui::jobtext::sizeAsSent(clip, model(models::clips()));
        QVERIFY2(sent.contains(u"ratio\u00a09:16"_s), qPrintable(sent));
        QVERIFY2(sent.contains(u"duration\u00a08"_s), qPrintable(sent));
        QCOMPARE(ui::jobtext::sizeAsSent(jobOf(models::unsized()), model(models::unsized())),
                 QString());
    }

    void figuresAreExplained()
    {
        Job clip = jobOf(models::clips());
        clip.duration = 8;
        QCOMPARE(ui::jobtext::calculation(clip, model(models::clips())), u"8\u00a0s × $0.05"_s);
        clip.resolution = u"480p"_s;
        QCOMPARE(ui::jobtext::calculation(clip, model(models::clips())), u"8\u00a0s × $0.02"_s);
        QCOMPARE(ui::jobtext::calculation(jobOf(models::sized()), model(models::sized())),
                 u"$0.05 each"_s);
        Job several = jobOf(models::sized());
        catalog::Model ofSeveral = model(models::sized());
        ofSeveral.hasSchema = false; // anything counts then
        several.params = {{u"num_images"_s, 3}};
        QCOMPARE(ui::jobtext::calculation(several, ofSeveral), u"3 × $0.05"_s);
        catalog::Model unpriced = model(models::sized());
        unpriced.price.reset();
        QCOMPARE(ui::jobtext::calculation(jobOf(models::sized()), unpriced), QString());
    }

    void prices()
    {
        QCOMPARE(ui::jobtext::price(model(models::sized())), u"$0.05"_s);
        QCOMPARE(ui::jobtext::price(model(models::clips())), u"from $0.02 / s"_s);
        catalog::Model same = model(models::clips());
        same.price->byResolution[u"480p"_s] = batch::Cost::fromUsd(0.05);
        QCOMPARE(ui::jobtext::price(same), u"$0.05 / s"_s);
        same.price->unitIsAssumed = true;
        QCOMPARE(ui::jobtext::price(same), u"≈\u00a0$0.05 / s"_s);
        same.price.reset();
        QCOMPARE(ui::jobtext::price(same), QString());
    }

    /// What is not as it should be with a result that is there is said as well.
    void detailsOfAResult()
    {
        engine::JobProgress progress;
        progress.result.state = batch::JobState::Succeeded;
        QCOMPARE(ui::jobtext::detail(batch::JobState::Succeeded, &progress), QString());
        progress.note = u"It is kept without its recipe."_s;
        QCOMPARE(ui::jobtext::detail(batch::JobState::Succeeded, &progress), progress.note);
        QCOMPARE(ui::jobtext::detail(batch::JobState::Draft, &progress), QString());
    }

    void droppedParameters_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("one") << QStringList{u"negative_prompt"_s}
                             << u"Negative prompt was dropped from 産品: Veo 3.1 has none."_s;
        QTest::newRow("a further one")
            << QStringList{u"params.guidance_scale"_s}
            << u"guidance_scale was dropped from 産品: Veo 3.1 has none."_s;
        QTest::newRow("several") << QStringList{
            u"width"_s, u"height"_s,
            u"seed"_s} << u"Dropped from 産品: Width, Height, Seed. Veo 3.1 has none of these."_s;
        QTest::newRow("the picture, twice")
            << QStringList{u"image"_s, u"image_url"_s}
            << u"Picture was dropped from 産品: Veo 3.1 has none."_s;
    }

    void droppedParameters()
    {
        QFETCH(QStringList, names);
        QList<catalog::Dropped> dropped;
        for (const QString &name : names)
            dropped.append({name, u"7"_s});
        QTEST(ui::jobtext::dropped(dropped, u"産品"_s, u"Veo 3.1"_s), "words");
    }
};

QTEST_GUILESS_MAIN(TestJobText)
#include "test_jobtext.moc"
