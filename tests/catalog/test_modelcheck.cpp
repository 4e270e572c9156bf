// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/modelcheck.h"

#include "batch/jobjson.h"
#include "catalog/onemodel.h"

#include <QElapsedTimer>
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
    void saysWhatIsAllowed_data();
    void saysWhatIsAllowed();
    void aModelWithoutASchema();
    void aModelThatIsNoLongerListed();
    void manyJobs();
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
        << video(u"bytedance/seedance-v1.5-pro/image-to-video"_s) << Field::Image
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

void TestModelCheck::saysWhatIsAllowed_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QStringList>("expected"); // field, parameter, severity, message

    const auto row = [](const char *name, const QByteArray &said, const QByteArray &properties,
                        const QStringList &expected) {
        QTest::newRow(name) << said << properties << expected;
    };
    row("all right", R"({"duration": 4})"_ba,
        R"({"duration": {"type": "integer", "title": "Length", "enum": [4, 8]}, "prompt": {}})"_ba,
        {});
    row("not offered", R"({"duration": 5})"_ba,
        R"({"duration": {"type": "integer", "title": "Length", "enum": [4, 8]}, "prompt": {}})"_ba,
        {u"duration duration error One: Length must be one of 4, 8."_s});
    row("in params", R"({"params": {"duration": 5}})"_ba,
        R"({"duration": {"type": "integer", "title": "Length", "enum": [4, 8]}, "prompt": {}})"_ba,
        {u"params duration error One: Length must be one of 4, 8."_s});
    row("too long", R"({"duration": 9})"_ba,
        R"({"duration": {"type": "integer", "maximum": 8}, "prompt": {}})"_ba,
        {u"duration duration error One makes videos of at most 8 s."_s});
    row("half a second", R"({"duration": 2.5})"_ba,
        R"({"duration": {"type": "integer", "title": "Length"}, "prompt": {}})"_ba,
        {u"duration duration error One: Length must be a whole number."_s});
    row("unknown", R"({"params": {"stile": "oil"}})"_ba, R"({"prompt": {}, "style": {}})"_ba,
        {u"params stile error One has no parameter \"stile\"; it has prompt, style."_s});
    row("missing", "{}"_ba,
        R"({"properties": {"prompt": {}, "style": {"title": "Style"}}, "required": ["style"]})"_ba,
        {u"params style error One: Style is missing."_s});
    row("missing, with a default", "{}"_ba,
        R"({"properties": {"prompt": {}, "style": {"default": "oil"}}, "required": ["style"]})"_ba,
        {});
    row("missing, and not described", "{}"_ba,
        R"({"properties": {"prompt": {}}, "required": ["style"]})"_ba,
        {u"params style error One: Style is missing."_s});
    row("no picture", "{}"_ba,
        R"({"properties": {"prompt": {}, "images": {"type": "array"}}, "required": ["images"]})"_ba,
        {u"image images error One starts from a picture: give its address as image."_s});
    row("null is no text", R"({"params": {"style": null}})"_ba,
        R"({"prompt": {}, "style": {"type": "string", "title": "Style"}})"_ba,
        {u"params style error One: Style must be a text."_s});
    row("null where it may be", R"({"params": {"style": null}})"_ba,
        R"({"prompt": {}, "style": {"type": "string", "nullable": true}})"_ba, {});
    row("left out", R"({"negative_prompt": "blur", "image_url": "a.png"})"_ba,
        R"({"prompt": {}})"_ba,
        {u"image_url  warning One has no image_url: it is left out."_s,
         u"negative_prompt  warning One has no negative_prompt: it is left out."_s});
    row("a picture that is none", R"({"image_url": "http:"})"_ba,
        R"({"prompt": {}, "image": {"type": "string", "minLength": 6, "title": "Picture"}})"_ba,
        {u"image_url image error One: Picture must have at least 6 character(s)."_s});
    row("a picture on this computer", R"({"image": "a.png"})"_ba,
        R"({"prompt": {}, "image": {}})"_ba, {});
    row("a picture on this computer, where a link is asked for", R"({"image": "a.png"})"_ba,
        R"({"prompt": {}, "image": {"type": "string", "format": "uri", "minLength": 12,
            "pattern": "^https://"}})"_ba,
        {});
    row("another job's picture, where a link is asked for", R"({"image": "job:a"})"_ba,
        R"({"prompt": {}, "image": {"type": "string", "pattern": "^https?://"}})"_ba, {});
    row("the same in a list of them",
        R"({"params": {"end_images": ["job:a", "b.png", "https://example.org/c.png"]}})"_ba,
        R"({"prompt": {}, "end_images": {"type": "array", "uniqueItems": true,
            "items": {"type": "string", "pattern": "^https?://"}}})"_ba,
        {});
    row("a path where no file is asked for", R"({"params": {"style": "a.png"}})"_ba,
        R"({"prompt": {}, "style": {"type": "string", "title": "Style",
            "pattern": "^https?://"}})"_ba,
        {u"params style error One: Style must match the pattern ^https?://."_s});
    row("a picture by a list of links alone", R"({"image": "job:a"})"_ba,
        R"({"prompt": {}, "images": {"type": "array", "items": {"type": "string",
            "pattern": "^https?://"}}})"_ba,
        {});
    row("two pictures", R"({"image": "https:a", "image_url": "https:b"})"_ba,
        R"({"prompt": {}, "image": {}})"_ba,
        {u"image_url  warning image and image_url name two pictures: only image is sent."_s});
    row("the same twice", R"({"image": "https:a", "image_url": "https:a"})"_ba,
        R"({"prompt": {}, "image": {}})"_ba, {});
    row("two words for a shape", R"({"width": 512, "height": 512, "aspect_ratio": "16:9"})"_ba,
        R"({"prompt": {}, "size": {"type": "string"}})"_ba,
        {u"aspect_ratio size warning One: aspect_ratio is left out, as something else that the job says fills size."_s});
    row("another model", R"({"params": {"model": "a/b"}})"_ba, R"({"prompt": {}})"_ba,
        {u"params  warning params can't change the model: \"model\" there is left out."_s});
    row("no prompt needed", R"({"prompt": ""})"_ba, R"({"seed": {}})"_ba, {});
    row("a prompt that goes unheeded", "{}"_ba, R"({"seed": {}})"_ba,
        {u"prompt  warning One has no prompt: it is left out."_s});
    row("no prompt, said once", R"({"prompt": ""})"_ba,
        R"({"properties": {"prompt": {"type": "string"}}, "required": ["prompt"]})"_ba,
        {u"prompt  error The prompt is empty."_s});
    row("a prompt counted as people do", R"({"prompt": "🦊🦊🦊"})"_ba,
        R"({"prompt": {"type": "string", "maxLength": 2}})"_ba,
        {u"prompt prompt error The prompt has 3 characters; One takes at most 2."_s});
    // Three emoji are three characters, whatever else is wrong with them.
    row("a pattern, and emoji", R"({"prompt": "🦊🦊🦊"})",
        R"({"prompt": {"type": "string", "maxLength": 3, "pattern": "^[a-z]"}})",
        {u"prompt prompt error One: Prompt must match the pattern ^[a-z]."_s});
    row("foxes that fit", R"({"prompt": "🦊🦊🦊"})"_ba,
        R"({"prompt": {"type": "string", "maxLength": 3}})"_ba, {});
}

void TestModelCheck::saysWhatIsAllowed()
{
    QFETCH(const QByteArray, said);
    QFETCH(const QByteArray, properties);
    QFETCH(const QStringList, expected);
    QJsonParseError parsed;
    const Job spoken = batch::jobFromJson(QJsonDocument::fromJson(said, &parsed).object());
    QCOMPARE(parsed.error, QJsonParseError::NoError);
    Job job = spoken;
    job.name = u"Fox"_s;
    job.type = MediaType::Video;
    job.model = oneModelId;
    if (!said.contains("prompt\": \""))
        job.prompt = u"A fox"_s;
    if (said.contains("negative_prompt"))
        job.prompt = u"A fox"_s;
    QStringList found;
    for (const batch::Problem &each : check(catalogOf(properties, MediaType::Video), job)) {
        const QString severity = each.severity == Severity::Error ? u"error"_s : u"warning"_s;
        found.append(
            u"%1 %2 %3 %4"_s.arg(batch::toKey(each.field), each.parameter, severity, each.message));
    }
    QCOMPARE(found, expected);
}

void TestModelCheck::aModelWithoutASchema()
{
    const catalog::Catalog models = catalogOf(R"({"properties": {}})"_ba, MediaType::Video);
    Job job = video(oneModelId);
    job.params = {{u"anything"_s, 1}};
    job.negativePrompt = u"blur"_s;
    QCOMPARE(check(models, job).size(), 0);
    job.width = 640;
    const QList<batch::Problem> problems = check(models, job);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().field, Field::Width);
    QCOMPARE(problems.first().severity, Severity::Warning);
    QCOMPARE(problems.first().message, u"The parameters of One aren't known: width is left out."_s);
    const QList<batch::Problem> unknown = check(catalog::Catalog(), job);
    QCOMPARE(unknown.size(), 2); // the first: the model
    QCOMPARE(unknown.last().message,
             u"The parameters of test/one aren't known: width is left out."_s);

    job.type = MediaType::Image;
    QCOMPARE(check(models, job).size(), 1);
    QVERIFY(batch::hasError(check(models, job)));
}

void TestModelCheck::aModelThatIsNoLongerListed()
{
    const catalog::Catalog &builtIn = catalog::Catalog::builtIn();
    const catalog::Catalog models =
        builtIn.updatedBy(catalogOf(R"({"prompt": {}})"_ba, MediaType::Video));
    const QList<batch::Problem> problems =
        check(models, image(u"black-forest-labs/flux-2-pro/text-to-image"_s));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().field, Field::Model);
    QCOMPARE(problems.first().severity, Severity::Warning);
    QVERIFY(problems.first().message.contains(u"no longer"));
}

// All jobs are checked when a file is opened. The limit is far off for busy and slow machines.
void TestModelCheck::manyJobs()
{
    const catalog::Catalog &models = catalog::Catalog::builtIn();
    QElapsedTimer timer;
    timer.start();
    qsizetype problems = 0;
    for (int i = 0; i < 10'000; ++i) {
        Job job = i % 2 ? video(u"google/veo3.1/text-to-video"_s)
                        : image(u"black-forest-labs/flux-2-pro/text-to-image"_s);
        job.seed = i;
        if (i % 10 == 1)
            job.duration = 99;
        problems += check(models, job).size();
    }
    QCOMPARE(problems, 1000);
    qInfo("10 000 jobs in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 5000);
}

QTEST_GUILESS_MAIN(TestModelCheck)
#include "test_modelcheck.moc"
