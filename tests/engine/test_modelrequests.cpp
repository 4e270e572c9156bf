// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobjson.h"
#include "catalog/modelcheck.h"
#include "engine/trial.h"
#include "sandbox/service.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

/// Jobs of many models run through the engine against the sandbox, which says what it was sent:
/// each parameter under the name and in the form that the model's schema asks for.
class ModelRequestsTest : public QObject
{
    Q_OBJECT
private slots:
    void parametersArriveUnderTheSchemasNames();
    void whatTheCheckRefusesTheSandboxRefusesToo();
};

namespace {

struct Example
{
    QString model;
    batch::MediaType type;
    QByteArray said;    ///< of the job, beside name, model and prompt
    QByteArray request; ///< beside model and prompt
};

constexpr auto image = batch::MediaType::Image;
constexpr auto video = batch::MediaType::Video;

QJsonObject object(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", json.constData(), qPrintable(error.errorString()));
    return document.object();
}

QList<Example> examples()
{
    return {
        // The article's.
        {u"black-forest-labs/flux-2-pro/text-to-image"_s, image,
         R"({"width": 320, "height": 256, "seed": 7})"_ba,
         R"({"width": 320, "height": 256, "seed": 7})"_ba},
        {u"google/imagen4-ultra/text-to-image"_s, image, "{}"_ba,
         R"({"width": 1024, "height": 1024})"_ba},
        {u"bytedance/seedance-v1.5-pro/text-to-video"_s, video,
         R"({"duration": 1.0, "resolution": "480P", "aspect_ratio": "1:1"})"_ba,
         R"({"duration": 1, "resolution": "480p", "aspect_ratio": "1:1"})"_ba},
        {u"google/veo3.1/text-to-video"_s, video, R"({"duration": 1, "resolution": "720p"})"_ba,
         R"({"duration": 1, "resolution": "720p"})"_ba},
        {u"openai/sora-v2/text-to-video"_s, video,
         R"({"duration": 1, "resolution": "720p", "negative_prompt": "blur"})"_ba,
         R"({"duration": 1, "resolution": "720p"})"_ba},
        {u"bytedance/seedance-v1.5-pro/image-to-video"_s, video,
         R"({"duration": 1, "resolution": "480p", "image": "https://a.example/fox.png"})"_ba,
         R"({"duration": 1, "resolution": "480p", "image_url": "https://a.example/fox.png"})"_ba},
        // Others' names and forms.
        {u"bytedance/seedream-v4.5/edit"_s, image,
         R"({"image_url": "https://a.example/fox.png", "width": 2048, "height": 2048})"_ba,
         R"({"images": ["https://a.example/fox.png"], "size": "2048*2048"})"_ba},
        {u"alibaba/qwen-image/text-to-image-plus"_s, image,
         R"({"aspect_ratio": "16:9", "negative_prompt": "blur"})"_ba,
         R"({"size": "1664*928", "negative_prompt": "blur"})"_ba},
        {u"google/nano-banana-pro/text-to-image"_s, image,
         R"({"width": 1920, "height": 1080, "resolution": "1K"})"_ba,
         R"({"aspect_ratio": "16:9", "resolution": "1k"})"_ba},
        {u"bytedance/seedance-2.0/text-to-video"_s, video,
         R"({"duration": 4, "resolution": "480P", "aspect_ratio": "21:9"})"_ba,
         R"({"duration": 4, "resolution": "480p", "ratio": "21:9"})"_ba},
        {u"alibaba/wan-2.6/text-to-video"_s, video,
         R"({"resolution": "720p", "aspect_ratio": "9:16", "seed": 3})"_ba,
         R"({"duration": 15, "size": "720*1280", "seed": 3})"_ba},
        {u"alibaba/wan-2.7/text-to-video"_s, video,
         R"({"duration": 2, "resolution": "720p", "params": {"prompt_extend": false}})"_ba,
         R"({"duration": 2, "resolution": "720P", "prompt_extend": false})"_ba},
        {u"kwaivgi/kling-v3.0-pro/image-to-video"_s, video,
         R"({"image_url": "https://a.example/fox.png", "params": {"cfg_scale": 0.7}})"_ba,
         R"({"duration": 5, "image": "https://a.example/fox.png", "cfg_scale": 0.7})"_ba},
        {u"google/veo3.1/image-to-video"_s, video,
         R"({"image": "https://a.example/fox.png", "resolution": "720p"})"_ba,
         R"({"duration": 8, "image": "https://a.example/fox.png", "resolution": "720p"})"_ba},
        // The schema's own defaults, where they aren't the article's.
        {u"bytedance/seedream-v4.5"_s, image, "{}"_ba, R"({"size": "2048*2048"})"_ba},
        {u"z-image/turbo"_s, image, "{}"_ba, R"({"size": "1024*1536"})"_ba},
        {u"alibaba/wan-2.5/image-to-video"_s, video, R"({"image": "https://a.example/fox.png"})"_ba,
         R"({"duration": 5, "image": "https://a.example/fox.png", "resolution": "720p"})"_ba},
        {u"alibaba/wan-2.7/video-edit"_s, video,
         R"({"params": {"video": "https://a.example/fox.mp4"}})"_ba,
         R"({"duration": 0, "resolution": "1080P", "video": "https://a.example/fox.mp4"})"_ba},
    };
}

batch::Job jobFor(const Example &example)
{
    QJsonObject said = object(example.said);
    said.insert("name"_L1, example.model);
    said.insert("type"_L1, batch::toKey(example.type));
    said.insert("model"_L1, example.model);
    said.insert("prompt"_L1, u"A fox in the snow"_s);
    batch::Job job = batch::jobFromJson(said);
    job.maxWait = 1'000'000; // a busy machine must not make the test fail
    return job;
}

} // namespace

void ModelRequestsTest::parametersArriveUnderTheSchemasNames()
{
    QList<batch::Job> jobs;
    for (const Example &each : examples()) {
        jobs.append(jobFor(each));
        const auto problems = catalog::check(catalog::Catalog::builtIn(), jobs.last());
        QVERIFY2(!batch::hasError(problems),
                 qPrintable(problems.isEmpty() ? each.model : problems.first().message));
    }
    QTemporaryDir folder;
    sandbox::Options options = fastSandbox();
    options.logFile = folder.filePath(u"sandbox.log"_s);
    SandboxTrial run(options, jobs);
    run.trial.runToEnd();
    for (const batch::Job &job : std::as_const(jobs)) {
        QVERIFY2(run.trial.job(job.name).result.state == batch::JobState::Succeeded,
                 qPrintable(run.trial.describe()));
    }

    QHash<QString, QJsonObject> requests;
    for (const QJsonObject &line : logLines(options.logFile, u"submit"_s)) {
        QCOMPARE(line.value("status"_L1).toInt(), 200);
        requests.insert(line.value("model"_L1).toString(), line.value("request"_L1).toObject());
    }
    for (const Example &each : examples()) {
        QJsonObject expected = object(each.request);
        expected.insert("model"_L1, each.model);
        expected.insert("prompt"_L1, u"A fox in the snow"_s);
        QCOMPARE(QJsonDocument(requests.take(each.model)).toJson(),
                 QJsonDocument(expected).toJson());
    }
    QVERIFY(requests.isEmpty());
}

void ModelRequestsTest::whatTheCheckRefusesTheSandboxRefusesToo()
{
    batch::Job tooLong = videoJob(u"too long"_s);
    tooLong.model = u"google/veo3.1/text-to-video"_s;
    tooLong.duration = 9;
    batch::Job unknown = imageJob(u"unknown"_s);
    unknown.params = {{u"stile"_s, u"oil"_s}};
    batch::Job missing = videoJob(u"missing"_s);
    missing.model = u"bytedance/seedance-v1.5-pro/image-to-video"_s;
    const QList<batch::Job> jobs{tooLong, unknown, missing, imageJob(u"good"_s)};

    SandboxTrial run(fastSandbox(), jobs);
    run.trial.runToEnd();
    for (const batch::Job &job : jobs) {
        const bool refused = batch::hasError(catalog::check(catalog::Catalog::builtIn(), job));
        QCOMPARE(refused, job.name != "good"_L1);
        QCOMPARE(run.trial.job(job.name).result.state,
                 refused ? batch::JobState::Failed : batch::JobState::Succeeded);
    }
    QCOMPARE(run.server.tally().accepted, 1);
    QVERIFY(run.trial.job(u"unknown"_s).result.error.contains(u"stile"));
}

QTEST_MAIN(ModelRequestsTest)
#include "test_modelrequests.moc"
