// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobjson.h"
#include "catalog/onemodel.h"
#include "catalog/request/modelchange.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::MediaType;

class ModelChangeTest : public QObject
{
    Q_OBJECT
private slots:
    void change_data();
    void change();
    void unknownModels();
    void amongTheBuiltIn();
};

namespace {

const QString veo = u"google/veo3.1/text-to-video"_s;
const QString seedance = u"bytedance/seedance-v1.5-pro/text-to-video"_s;
const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;

QJsonObject object(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", json.constData(), qPrintable(error.errorString()));
    return document.object();
}

Job jobOf(MediaType type, const QByteArray &json)
{
    QJsonObject said = object(json);
    said.insert("type"_L1, batch::toKey(type));
    said.insert("model"_L1, u"test/old"_s);
    said.insert("name"_L1, u"n"_s);
    said.insert("prompt"_L1, u"p"_s);
    return batch::jobFromJson(said);
}

/// Without what stays the same in these tests.
QByteArray said(const Job &job)
{
    QJsonObject json = batch::toJson(job);
    for (const auto key : {"model"_L1, "name"_L1, "prompt"_L1, "type"_L1})
        json.remove(key);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QStringList lines(const QList<catalog::Dropped> &dropped)
{
    QStringList all;
    for (const catalog::Dropped &each : dropped)
        all.append(each.name + u'=' + each.value);
    return all;
}

} // namespace

void ModelChangeTest::change_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("dropped");

    const auto row = [](const char *name, const QByteArray &before, const QByteArray &properties,
                        const QByteArray &after, const QStringList &dropped = {}) {
        QTest::newRow(name) << before << properties << after << dropped;
    };
    row("what both have", R"({"duration": 8, "seed": 3, "params": {"fps": 24}})"_ba,
        R"({"duration": {}, "seed": {}, "fps": {}})"_ba,
        R"({"duration": 8, "seed": 3, "params": {"fps": 24}})"_ba);
    row("what the new one lacks",
        R"({"duration": 8, "negative_prompt": "blur", "image_url": "a.png",
            "params": {"guidance_scale": 7.5, "loras": ["a"]}})"_ba,
        R"({"duration": {}})"_ba, R"({"duration": 8})"_ba,
        {u"params.guidance_scale=7.5"_s, u"params.loras=[\"a\"]"_s, u"image_url=a.png"_s,
         u"negative_prompt=blur"_s});
    row("a value that it doesn't allow", R"({"duration": 12, "resolution": "4k"})"_ba,
        R"({"duration": {"enum": [4, 8]}, "resolution": {"enum": ["720p"]}})"_ba,
        R"({"duration": 12, "resolution": "4k"})"_ba);
    row("the shape under its other name", R"({"params": {"ratio": "16:9"}})"_ba,
        R"({"aspect_ratio": {}})"_ba, R"({"aspect_ratio": "16:9"})"_ba);
    row("the picture under its other name", R"({"params": {"image": "a.png"}})"_ba,
        R"({"image_url": {}})"_ba, R"({"image": "a.png"})"_ba);
    row("a picture under both names", R"({"image": "a.png", "image_url": "b.png"})"_ba,
        R"({"seed": {}})"_ba, "{}"_ba, {u"image=a.png"_s, u"image_url=b.png"_s});
    row("a list of one picture", R"({"params": {"images": ["a.png"]}})"_ba, R"({"image": {}})"_ba,
        R"({"image": "a.png"})"_ba);
    row("a list of two", R"({"params": {"images": ["a.png", "b.png"]}})"_ba,
        R"({"image_urls": {"type": "array"}})"_ba,
        R"({"params": {"image_urls": ["a.png", "b.png"]}})"_ba);
    row("sides in a text", R"({"params": {"size": "1280*720"}})"_ba,
        R"({"width": {}, "height": {}})"_ba, R"({"width": 1280, "height": 720})"_ba);
    row("sides as a shape", R"({"width": 1280, "height": 720})"_ba,
        R"({"aspect_ratio": {"enum": ["16:9"]}})"_ba, R"({"width": 1280, "height": 720})"_ba);
    row("a size that is none", R"({"params": {"size": "auto"}})"_ba,
        R"({"width": {}, "height": {}})"_ba, "{}"_ba, {u"params.size=auto"_s});
    row("a size under its other name", R"({"params": {"size": "2K"}})"_ba,
        R"({"image_size": {}})"_ba, R"({"params": {"image_size": "2K"}})"_ba);
    row("seconds", R"({"params": {"seconds": "8"}})"_ba, R"({"duration": {}})"_ba,
        R"({"duration": 8})"_ba);
    row("nothing of the kind", R"({"params": {"seconds": "8", "ratio": "1:1"}})"_ba,
        R"({"seed": {}})"_ba, "{}"_ba, {u"params.ratio=1:1"_s, u"params.seconds=8"_s});
    row("params of the common name", R"({"duration": 4, "params": {"duration": 8}})"_ba,
        R"({"duration": {}})"_ba, R"({"duration": 4, "params": {"duration": 8}})"_ba);
    row("they win when they move", R"({"duration": 4, "params": {"duration": 8}})"_ba,
        R"({"seconds": {}})"_ba, R"({"duration": 8})"_ba);
    row("keys that Rushes doesn't know", R"({"mood": "blue"})"_ba, R"({"seed": {}})"_ba,
        R"({"mood": "blue"})"_ba);
}

void ModelChangeTest::change()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, properties);
    QFETCH(const QByteArray, after);
    QFETCH(const QStringList, dropped);
    const catalog::Catalog models = catalogOf(properties, MediaType::Video);
    const Job job = jobOf(MediaType::Video, before);
    const catalog::ModelChange change = catalog::changeModel(models, job, oneModelId);
    QCOMPARE(said(change.job), QJsonDocument(object(after)).toJson(QJsonDocument::Compact));
    QCOMPARE(lines(change.dropped), dropped);
    QCOMPARE(change.job.model, oneModelId);
    QCOMPARE(change.job.id, job.id);
    // What the model doesn't take, not even the prompt is lost for.
    QCOMPARE(change.job.prompt, u"p"_s);
}

void ModelChangeTest::unknownModels()
{
    const QByteArray all = R"({"duration": 8, "negative_prompt": "blur", "params": {"a": 1}})"_ba;
    const Job job = jobOf(MediaType::Video, all);
    catalog::ModelChange change = catalog::changeModel(catalog::Catalog(), job, u"nobody/knows"_s);
    QCOMPARE(change.dropped.size(), 0);
    QCOMPARE(change.job.model, u"nobody/knows"_s);
    Job same = change.job;
    same.model = job.model;
    QCOMPARE(same, job);

    // Known, but not what it takes: only its kind is.
    const catalog::Catalog models = catalogOf(R"({"properties": {}})"_ba, MediaType::Image);
    QVERIFY(!models.find(oneModelId)->hasSchema);
    change = catalog::changeModel(models, job, oneModelId);
    QCOMPARE(change.dropped.size(), 0);
    QCOMPARE(change.job.type, MediaType::Image);
    QCOMPARE(change.job.duration, job.duration);
    QCOMPARE(change.job.params, job.params);
}

void ModelChangeTest::amongTheBuiltIn()
{
    const catalog::Catalog &models = catalog::Catalog::builtIn();
    Job job = jobOf(MediaType::Video, R"({"duration": 8, "resolution": "1080p", "seed": 1})"_ba);
    job.model = veo;
    const catalog::ModelChange toSeedance = catalog::changeModel(models, job, seedance);
    QCOMPARE(toSeedance.dropped.size(), 0);
    Job expected = job;
    expected.model = seedance;
    QCOMPARE(toSeedance.job, expected);

    const catalog::ModelChange toFlux = catalog::changeModel(models, job, flux);
    QCOMPARE(toFlux.job.type, MediaType::Image);
    QCOMPARE(lines(toFlux.dropped), QStringList({u"resolution=1080p"_s, u"duration=8"_s}));
    QCOMPARE(toFlux.job.seed, job.seed);
    QVERIFY(!toFlux.job.duration && !toFlux.job.resolution);
}

QTEST_GUILESS_MAIN(ModelChangeTest)
#include "test_modelchange.moc"
