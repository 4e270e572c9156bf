// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/referencecheck.h"

#include "catalog/onemodel.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::MediaType;

namespace {

Job jobNamed(const QString &name, MediaType type, const QJsonObject &params = {})
{
    Job job;
    job.name = name;
    job.type = type;
    job.model = oneModelId;
    job.prompt = u"a fox"_s;
    job.params = params;
    return job;
}

catalog::Catalog models()
{
    return catalogOf(R"({"prompt": {}, "image": {"type": "string"}, "video": {"type": "string"},
        "audio": {"type": "string"}, "reference_images": {"type": "array"}, "style": {}})",
                     MediaType::Video);
}

} // namespace

class TestReferenceCheck : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<QString>("wrong");
        const auto row = [](const char *name, const QJsonObject &params, const QString &wrong) {
            QTest::newRow(name) << params << wrong;
        };
        row("a picture for a picture", {{u"image"_s, u"job:still"_s}}, {});
        row("a video's last frame", {{u"image"_s, u"job:film"_s}}, {});
        row("both in a list", {{u"reference_images"_s, QJsonArray{u"job:film"_s, u"job:still"_s}}},
            {});
        row("a video for a video", {{u"video"_s, u"job:film"_s}}, {});
        row("a picture for a video", {{u"video"_s, u"job:still"_s}},
            u"params video: video takes a video, and “still” makes an image. Name a video job."_s);
        row("a video for a sound", {{u"audio"_s, u"job:film"_s}},
            u"params audio: audio takes a sound, and “film” makes none."_s);
        row("where nobody knows", {{u"style"_s, u"job:still"_s}}, {});
        row("unknown", {{u"image"_s, u"job:hero"_s}},
            u"params image: There is no job “hero” to start from."_s);
    }

    void kinds()
    {
        QFETCH(const QJsonObject, params);
        QFETCH(const QString, wrong);
        const QList<Job> jobs{jobNamed(u"next"_s, MediaType::Video, params),
                              jobNamed(u"still"_s, MediaType::Image),
                              jobNamed(u"film"_s, MediaType::Video)};
        const auto problems = catalog::checkReferences(models(), jobs);
        QCOMPARE(problems.size(), wrong.isEmpty() ? 0 : 1);
        if (wrong.isEmpty())
            return;
        const batch::Problem problem = problems.value(jobs.first().id).value(0);
        QCOMPARE(
            u"%1 %2: %3"_s.arg(batch::toKey(problem.field), problem.parameter, problem.message),
            wrong);
    }

    void fieldsAreNamedToo()
    {
        Job job = jobNamed(u"next"_s, MediaType::Video);
        job.imageUrl = u"job:no"_s;
        const auto problems = catalog::checkReferences(models(), {job});
        QCOMPARE(problems.value(job.id).value(0).field, batch::Field::ImageUrl);
    }

    /// It is asked at every change in the window.
    void tenThousandJobs()
    {
        QList<Job> jobs{jobNamed(u"still"_s, MediaType::Image)};
        for (int i = 0; i < 10'000; ++i) {
            jobs.append(jobNamed(u"film %1"_s.arg(i), MediaType::Video));
            jobs.last().image = u"job:still"_s;
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(catalog::checkReferences(models(), jobs).size(), 0);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestReferenceCheck)
#include "test_referencecheck.moc"
