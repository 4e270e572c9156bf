// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/modelcheck.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Field;
using batch::Job;
using batch::MediaType;
using batch::Severity;

Q_DECLARE_METATYPE(Field)
Q_DECLARE_METATYPE(Severity)

namespace {

Job image(const QString &model)
{
    Job job;
    job.name = u"Cat"_s;
    job.prompt = u"A cat"_s;
    job.model = model;
    return job;
}

Job video(const QString &model)
{
    Job job = image(model);
    job.type = MediaType::Video;
    return job;
}

} // namespace

class TestModelCheck : public QObject
{
    Q_OBJECT

private slots:
    void findsNothingWrong();
    void findsWhatTheModelRefuses_data();
    void findsWhatTheModelRefuses();
};

void TestModelCheck::findsNothingWrong()
{
    const catalog::Catalog &models = catalog::Catalog::builtIn();
    QCOMPARE(check(models, image(u"black-forest-labs/flux-2-pro/text-to-image"_s)).size(), 0);
    Job veo = video(u"google/veo3.1/text-to-video"_s);
    veo.duration = 8;
    veo.resolution = u"1080p"_s;
    QCOMPARE(check(models, veo).size(), 0);
}

void TestModelCheck::findsWhatTheModelRefuses_data()
{
    QTest::addColumn<Job>("job");
    QTest::addColumn<Field>("field");
    QTest::addColumn<Severity>("severity");

    const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    const QString veo = u"google/veo3.1/text-to-video"_s;

    Job job = video(veo);
    job.duration = 9;
    QTest::newRow("Veo makes 8 s at most") << job << Field::Duration << Severity::Error;
    job = video(veo);
    job.duration = 0.5;
    QTest::newRow("shorter than it makes") << job << Field::Duration << Severity::Error;
    job = video(veo);
    job.resolution = u"8k"_s;
    QTest::newRow("a resolution it lacks") << job << Field::Resolution << Severity::Error;
    QTest::newRow("an image model for a video") << video(flux) << Field::Model << Severity::Error;
    QTest::newRow("a video model for an image") << image(veo) << Field::Model << Severity::Error;
    job = image(flux);
    job.width = 4096;
    QTest::newRow("too wide") << job << Field::Width << Severity::Error;
    job = image(flux);
    job.height = 16;
    QTest::newRow("too low") << job << Field::Height << Severity::Error;
    job = image(flux);
    job.prompt = QString(5000, u'x');
    QTest::newRow("a prompt too long") << job << Field::Prompt << Severity::Error;
    QTest::newRow("no picture to start from")
        << video(u"bytedance/seedance-v1.5-pro/image-to-video"_s) << Field::ImageUrl
        << Severity::Error;
    job = video(veo);
    job.imageUrl = u"https://example.org/a.png"_s;
    QTest::newRow("a picture it can't use") << job << Field::ImageUrl << Severity::Warning;
    QTest::newRow("unknown to the catalog")
        << image(u"nobody/knows"_s) << Field::Model << Severity::Warning;
    job = image(flux);
    job.prompt = u"  \n"_s;
    QTest::newRow("no prompt") << job << Field::Prompt << Severity::Error;
}

void TestModelCheck::findsWhatTheModelRefuses()
{
    QFETCH(Job, job);
    QFETCH(Field, field);
    QFETCH(Severity, severity);
    const QList<batch::Problem> problems = check(catalog::Catalog::builtIn(), job);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().field, field);
    QCOMPARE(problems.first().severity, severity);
    QVERIFY(!problems.first().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestModelCheck)
#include "test_modelcheck.moc"
