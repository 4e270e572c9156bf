// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobjson.h"
#include "catalog/onemodel.h"
#include "catalog/request/commonnames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Field;
using batch::Job;
using batch::MediaType;

class CommonNamesTest : public QObject
{
    Q_OBJECT
private slots:
    void request_data();
    void request();
    void unplaced_data();
    void unplaced();
    void lengthAndResolutionThatTheBillCounts_data();
    void lengthAndResolutionThatTheBillCounts();
    void valueThere();
    void valueThereAndBack_data();
    void valueThereAndBack();
    void everyModelTakesEachOfItsValues_data();
    void everyModelTakesEachOfItsValues();
};

namespace {

QJsonObject object(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", json.constData(), qPrintable(error.errorString()));
    return document.object();
}

/// A job as the batch file writes it; the prompt is "p".
Job jobOf(MediaType type, const QByteArray &json)
{
    QJsonObject said = object(json);
    if (!said.contains("prompt"_L1))
        said.insert("prompt"_L1, u"p"_s);
    said.insert("type"_L1, batch::toKey(type));
    said.insert("model"_L1, oneModelId);
    said.insert("name"_L1, u"n"_s);
    return batch::jobFromJson(said);
}

constexpr MediaType anImage = MediaType::Image;
constexpr MediaType aVideo = MediaType::Video;

const QByteArray prompt = R"("prompt": {"type": "string"})"_ba;

QByteArray with(const QByteArray &properties)
{
    return "{" + prompt + ", " + properties + "}";
}

} // namespace

void CommonNamesTest::request_data()
{
    QTest::addColumn<MediaType>("type");
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QByteArray>("properties"); // none: the schema isn't known
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *name, MediaType type, const QByteArray &job,
                        const QByteArray &properties, const QByteArray &expected) {
        QTest::newRow(name) << type << job << properties << expected;
    };
    const QByteArray none;
    const QByteArray hd = R"({"width": 1920, "height": 1080})"_ba;

    // The article's names, where nothing is known of the model.
    row("no schema: image", anImage, hd, none, R"({"width": 1920, "height": 1080})"_ba);
    row("no schema: defaults of an image", anImage, "{}"_ba, none,
        R"({"width": 1024, "height": 1024})"_ba);
    row("no schema: half a size", anImage, R"({"height": 1080})"_ba, none,
        R"({"width": 1024, "height": 1080})"_ba);
    row("no schema: a shape", anImage, R"({"aspect_ratio": "16:9"})"_ba, none,
        R"({"aspect_ratio": "16:9"})"_ba);
    row("no schema: params win, but for the model", anImage,
        R"({"height": 1080, "params": {"seed": 7, "width": 512, "model": "another"}})"_ba, none,
        R"({"width": 512, "height": 1080, "seed": 7})"_ba);
    row("no schema: a size of its own", anImage, R"({"params": {"size": "2K"}})"_ba, none,
        R"({"size": "2K"})"_ba);
    row("no schema: video", aVideo, "{}"_ba, none, R"({"duration": 5, "resolution": "1080p"})"_ba);
    row("no schema: a picture", aVideo, R"({"duration": 2.5, "image_url": "https://a/b.png"})"_ba,
        none, R"({"duration": 2.5, "resolution": "1080p", "image_url": "https://a/b.png"})"_ba);
    row("no schema: a picture by the other name", aVideo,
        R"({"image": "a.png", "seed": 3, "negative_prompt": "blur", "resolution": "720p"})"_ba,
        none,
        R"({"duration": 5, "resolution": "720p", "image": "a.png", "seed": 3,
            "negative_prompt": "blur"})"_ba);
    row("no schema: one picture of two", aVideo,
        R"({"image": "a.png", "image_url": "https://a/b.png"})"_ba, none,
        R"({"duration": 5, "resolution": "1080p", "image": "a.png"})"_ba);
    row("no schema: no picture", aVideo, R"({"image": "", "image_url": "https://a/b.png"})"_ba,
        none, R"({"duration": 5, "resolution": "1080p"})"_ba);
    row("no schema: of the other kind, in params", anImage,
        R"({"duration": 5, "resolution": "720p", "params": {"duration": 6, "resolution": "4k"}})"_ba,
        none, R"({"width": 1024, "height": 1024, "duration": 6, "resolution": "4k"})"_ba);

    // Sizes.
    row("its own names", anImage, hd,
        with(R"("size": {"type": "string"}, "width": {"type": "integer"},
                "height": {"type": "integer"})"_ba),
        R"({"width": 1920, "height": 1080})"_ba);
    row("size", anImage, hd, with(R"("size": {"type": "string"})"_ba),
        R"({"size": "1920*1080"})"_ba);
    row("size as its default writes it", anImage, hd,
        with(R"("size": {"type": "string", "default": "1024x1024"})"_ba),
        R"({"size": "1920x1080"})"_ba);
    row("size as its enum writes it", anImage, hd,
        with(R"("size": {"type": "string", "enum": ["auto", "1024×1024", "1920×1080"]})"_ba),
        R"({"size": "1920×1080"})"_ba);
    row("size as its pattern asks", anImage, hd,
        with(R"("size": {"type": "string", "pattern": "^\\d+x\\d+$"})"_ba),
        R"({"size": "1920x1080"})"_ba);
    row("a size that isn't offered", anImage, hd,
        with(R"("size": {"type": "string", "enum": ["1024x1024"]})"_ba),
        R"({"size": "1920x1080"})"_ba);
    row("default size", anImage, "{}"_ba,
        with(R"("size": {"type": "string", "enum": ["512x512", "1024x1024"]})"_ba),
        R"({"size": "1024x1024"})"_ba);
    row("default size that isn't offered", anImage, "{}"_ba,
        with(R"("size": {"type": "string", "enum": ["512x512", "768x768"]})"_ba), "{}"_ba);
    row("default sides out of range", anImage, "{}"_ba,
        with(R"("width": {"type": "integer", "maximum": 512},
                "height": {"type": "integer", "maximum": 2048})"_ba),
        R"({"height": 1024})"_ba);
    row("image_size, nullable", anImage, hd,
        with(R"("image_size": {"anyOf": [{"enum": ["1024x1024", "1920x1080"]},
                                        {"type": "null"}]})"_ba),
        R"({"image_size": "1920x1080"})"_ba);
    row("sides as texts", anImage, hd,
        with(R"("width": {"type": "string"}, "height": {"type": ["string", "null"]})"_ba),
        R"({"width": "1920", "height": "1080"})"_ba);
    row("one of its own default sizes", anImage, R"({"width": 512})"_ba,
        with(R"("width": {"type": "integer"}, "height": {"type": "integer"})"_ba),
        R"({"width": 512, "height": 1024})"_ba);
    row("the schema's own default size", anImage, "{}"_ba,
        with(R"("size": {"type": "string", "default": "2048*2048"})"_ba),
        R"({"size": "2048*2048"})"_ba);
    row("which is a word", anImage, "{}"_ba,
        with(R"("size": {"type": "string", "default": "auto"})"_ba), R"({"size": "auto"})"_ba);
    row("which is null: it leaves the size open", anImage, "{}"_ba,
        with(R"("size": {"type": ["string", "null"], "default": null})"_ba),
        R"({"size": "1024*1024"})"_ba);
    row("which it doesn't allow", anImage, "{}"_ba,
        with(R"("size": {"enum": ["512*512", "1024*1024"], "default": "2048*2048"})"_ba), "{}"_ba);
    row("the schema's own default sides", anImage, "{}"_ba,
        with(R"("width": {"type": "integer", "default": 1280},
                "height": {"type": "integer", "default": 720})"_ba),
        R"({"width": 1280, "height": 720})"_ba);
    row("one of them", anImage, R"({"width": 512})"_ba,
        with(R"("width": {"type": "integer", "default": 1280},
                "height": {"type": "integer", "default": 720})"_ba),
        R"({"width": 512, "height": 720})"_ba);
    row("one of them in a size", anImage, R"({"width": 1536})"_ba,
        with(R"("size": {"type": "string", "default": "2048*2048"})"_ba),
        R"({"size": "1536*2048"})"_ba);

    // Shapes.
    const QByteArray ratios = R"({"type": "string", "enum": ["1:1", "16:9", "9:16"]})"_ba;
    row("aspect_ratio of sides", anImage, hd, with("\"aspect_ratio\": "_ba + ratios),
        R"({"aspect_ratio": "16:9"})"_ba);
    row("ratio of sides", anImage, hd, with(R"("ratio": {"type": "string"})"_ba),
        R"({"ratio": "16:9"})"_ba);
    row("the nearest ratio within 1 %", anImage, R"({"width": 1366, "height": 768})"_ba,
        with("\"ratio\": "_ba + ratios), R"({"ratio": "16:9"})"_ba);
    row("a ratio that it doesn't offer", anImage, R"({"width": 1024, "height": 768})"_ba,
        with("\"ratio\": "_ba + ratios), R"({"ratio": "4:3"})"_ba);
    row("a shape as such", anImage, R"({"aspect_ratio": "9:16"})"_ba,
        with("\"ratio\": "_ba + ratios), R"({"ratio": "9:16"})"_ba);
    row("a shape in other words", anImage, R"({"aspect_ratio": "1920x1080"})"_ba,
        with("\"aspect_ratio\": "_ba + ratios), R"({"aspect_ratio": "16:9"})"_ba);
    row("a word for a shape", anImage, R"({"aspect_ratio": "Auto"})"_ba,
        with(R"("aspect_ratio": {"type": "string", "enum": ["auto", "1:1"]})"_ba),
        R"({"aspect_ratio": "auto"})"_ba);
    row("no default shape", anImage, "{}"_ba, with("\"aspect_ratio\": "_ba + ratios), "{}"_ba);
    row("a shape of the area that holds by default", anImage, R"({"aspect_ratio": "16:9"})"_ba,
        with(R"("size": {"type": "string", "default": "2048*2048"})"_ba),
        R"({"size": "2728*1536"})"_ba);
    row("a shape among sizes", anImage, R"({"aspect_ratio": "16:9"})"_ba,
        with(R"("size": {"enum": ["1024*1024", "1344*768", "1920*1080", "2560*1440"]})"_ba),
        R"({"size": "1920*1080"})"_ba);
    row("a shape as width and height", anImage, R"({"aspect_ratio": "16:9"})"_ba,
        with(R"("width": {"type": "integer", "multipleOf": 8},
                "height": {"type": "integer", "multipleOf": 8})"_ba),
        R"({"width": 1368, "height": 768})"_ba);
    row("a shape and one side", anImage, R"({"aspect_ratio": "2:1", "width": 1000})"_ba,
        with(R"("width": {"type": "integer"}, "height": {"type": "integer"})"_ba),
        R"({"width": 1000, "height": 500})"_ba);
    row("a shape keeps the default size away", anImage, R"({"aspect_ratio": "16:9"})"_ba,
        with(R"("size": {"type": "string"}, "aspect_ratio": {"type": "string"})"_ba),
        R"({"aspect_ratio": "16:9"})"_ba);
    row("and so does one in params", anImage, R"({"params": {"aspect_ratio": "16:9"}})"_ba,
        with(R"("size": {"type": "string"}, "aspect_ratio": {"type": "string"})"_ba),
        R"({"aspect_ratio": "16:9"})"_ba);

    // Videos.
    row("default length and resolution", aVideo, "{}"_ba,
        with(R"("duration": {"type": "integer"}, "resolution": {"type": "string"})"_ba),
        R"({"duration": 5, "resolution": "1080p"})"_ba);
    row("the schema's own defaults hold", aVideo, "{}"_ba,
        with(R"("duration": {"type": "integer", "enum": [4, 6, 8], "default": 8},
                "resolution": {"type": "string", "enum": ["720p"], "default": "720p"})"_ba),
        R"({"duration": 8, "resolution": "720p"})"_ba);
    row("also where they allow the article's", aVideo, "{}"_ba,
        with(R"("duration": {"type": "integer", "enum": [5, 15], "default": 15},
                "resolution": {"enum": ["720p", "1080p"], "default": "720p"})"_ba),
        R"({"duration": 15, "resolution": "720p"})"_ba);
    row("a length that keeps the source's", aVideo, "{}"_ba,
        with(R"("duration": {"type": "integer", "minimum": 0, "default": 0})"_ba),
        R"({"duration": 0})"_ba);
    row("a length as text", aVideo, R"({"duration": 8})"_ba,
        with(R"("duration": {"type": "string", "enum": ["4", "8"]})"_ba),
        R"({"duration": "8"})"_ba);
    row("a length with its unit", aVideo, R"({"duration": 8})"_ba,
        with(R"("duration": {"type": "string", "enum": ["4s", "8s"]})"_ba),
        R"({"duration": "8s"})"_ba);
    row("seconds", aVideo, R"({"duration": 8})"_ba,
        with(R"("seconds": {"anyOf": [{"type": "integer"}, {"type": "null"}]})"_ba),
        R"({"seconds": 8})"_ba);
    row("a length of a fraction", aVideo, R"({"duration": 2.5})"_ba,
        with(R"("duration": {"type": "number"})"_ba), R"({"duration": 2.5})"_ba);
    row("a length that isn't offered", aVideo, R"({"duration": 7})"_ba,
        with(R"("duration": {"type": "string", "enum": ["4", "8"]})"_ba),
        R"({"duration": "7"})"_ba);
    row("a resolution in its own case", aVideo, R"({"resolution": "1080p"})"_ba,
        with(R"("resolution": {"type": "string", "enum": ["720P", "1080P"]})"_ba),
        R"({"resolution": "1080P"})"_ba);
    row("a resolution as a number", aVideo, R"({"resolution": "720p"})"_ba,
        with(R"("resolution": {"type": "integer", "enum": [480, 720]})"_ba),
        R"({"resolution": 720})"_ba);
    const QByteArray sizes =
        with(R"("size": {"type": "string", "default": "1280*720", "enum": ["832*480", "480*832",
                "1280*720", "720*1280", "1920*1080"]})"_ba);
    row("a resolution as a size", aVideo, R"({"resolution": "720p"})"_ba, sizes,
        R"({"size": "1280*720"})"_ba);
    row("as one that coders round", aVideo, R"({"resolution": "480p"})"_ba, sizes,
        R"({"size": "832*480"})"_ba);
    row("and of a shape", aVideo, R"({"resolution": "720p", "aspect_ratio": "9:16"})"_ba, sizes,
        R"({"size": "720*1280"})"_ba);
    row("a shape alone", aVideo, R"({"aspect_ratio": "9:16"})"_ba, sizes,
        R"({"size": "720*1280"})"_ba);
    row("the default size", aVideo, "{}"_ba, sizes, R"({"size": "1280*720"})"_ba);
    row("the default resolution as a size", aVideo, "{}"_ba,
        with(R"("size": {"enum": ["1280*720", "1920*1080"]})"_ba), R"({"size": "1920*1080"})"_ba);
    row("sides of a video", aVideo, R"({"width": 832, "height": 480})"_ba, sizes,
        R"({"size": "832*480"})"_ba);
    row("a resolution that is no size there", aVideo, R"({"resolution": "1440p"})"_ba, sizes,
        R"({"size": "2560*1440"})"_ba);

    // Pictures and the rest.
    const QByteArray picture = R"({"image_url": "https://a/b.png"})"_ba;
    row("image_url", anImage, picture, with(R"("image_url": {"type": "string"})"_ba), picture);
    row("image", anImage, picture, with(R"("image": {"type": "string"})"_ba),
        R"({"image": "https://a/b.png"})"_ba);
    row("the other way round", anImage, R"({"image": "https://a/b.png"})"_ba,
        with(R"("image_url": {"type": "string"})"_ba), picture);
    row("images", anImage, picture,
        with(R"("images": {"type": "array", "items": {"type": "string"}})"_ba),
        R"({"images": ["https://a/b.png"]})"_ba);
    row("image wins over image_url", anImage, R"({"image": "a.png", "image_url": "b.png"})"_ba,
        with(R"("images": {"type": "array"})"_ba), R"({"images": ["a.png"]})"_ba);
    row("several pictures", anImage,
        R"({"image": "a.png", "params": {"images": ["b.png", "c.png"]}})"_ba,
        with(R"("images": {"type": "array"})"_ba), R"({"images": ["b.png", "c.png"]})"_ba);
    row("seed and negative prompt", anImage, R"({"seed": 7, "negative_prompt": ""})"_ba,
        with(R"("random_seed": {"type": "integer"}, "negative_prompt": {"type": "string"})"_ba),
        R"({"random_seed": 7, "negative_prompt": ""})"_ba);
    row("a seed beyond a double", anImage, R"({"seed": 9007199254740993})"_ba,
        with(R"("seed": {"type": "integer"})"_ba), R"({"seed": 9007199254740993})"_ba);
    row("params as they are", anImage, R"({"params": {"style": null, "x": {"y": [1]}}})"_ba,
        with(R"("style": {"type": "string"})"_ba), R"({"style": null, "x": {"y": [1]}})"_ba);
    row("an empty prompt is none", anImage, R"({"prompt": ""})"_ba,
        with(R"("seed": {"type": "integer"})"_ba), "{}"_ba);
}

void CommonNamesTest::request()
{
    QFETCH(const MediaType, type);
    QFETCH(const QByteArray, job);
    QFETCH(const QByteArray, properties);
    QFETCH(const QByteArray, expected);
    QJsonObject wanted = object(expected);
    const Job asked = jobOf(type, job);
    if (!asked.prompt.isEmpty())
        wanted.insert("prompt"_L1, asked.prompt);

    catalog::Parameters parameters;
    if (properties.isEmpty()) {
        parameters = catalog::parametersFor(asked, nullptr);
        catalog::Model unknown;
        unknown.type = type;
        QCOMPARE(catalog::parametersFor(asked, &unknown).filled, parameters.filled);
    } else {
        const catalog::Catalog models = catalogOf(properties, type);
        parameters = catalog::parametersFor(asked, models.find(oneModelId));
    }
    QCOMPARE(QJsonDocument(parameters.toJson()).toJson(), QJsonDocument(wanted).toJson());
    QCOMPARE(parameters.unplaced.size(), 0);
}

void CommonNamesTest::unplaced_data()
{
    QTest::addColumn<MediaType>("type");
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QList<catalog::Unplaced>>("expected");

    const QByteArray shape = with(R"("aspect_ratio": {"type": "string"})"_ba);
    const QByteArray seed = with(R"("seed": {"type": "integer"})"_ba);
    const QList<catalog::Unplaced> none;
    const auto row = [](const char *name, MediaType type, const QByteArray &job,
                        const QByteArray &properties, const QList<catalog::Unplaced> &expected) {
        QTest::newRow(name) << type << job << properties << expected;
    };
    row("nothing said", anImage, "{}"_ba, seed, none);
    const QByteArray unknown = R"({"properties": {}})"_ba;
    row("no schema: a size of a video", aVideo,
        R"({"width": 640, "height": 480, "aspect_ratio": "4:3", "seed": 1})"_ba, unknown,
        {{Field::Width, {}}, {Field::Height, {}}});
    row("no schema: a clip's length of an image", anImage,
        R"({"duration": 5, "resolution": "2K", "negative_prompt": "b"})"_ba, unknown,
        {{Field::Resolution, {}}, {Field::Duration, {}}});
    row("no schema: in params", aVideo,
        R"({"width": 640, "height": 480, "params": {"width": 320}})"_ba, unknown,
        {{Field::Height, {}}});
    row("no such parameter", aVideo,
        R"({"width": 1, "height": 2, "duration": 3, "resolution": "720p", "aspect_ratio": "1:1",
            "image_url": "a", "negative_prompt": "b"})"_ba,
        seed,
        {{Field::Width, {}},
         {Field::Height, {}},
         {Field::AspectRatio, {}},
         {Field::Resolution, {}},
         {Field::Duration, {}},
         {Field::ImageUrl, {}},
         {Field::NegativePrompt, {}}});
    row("no prompt", anImage, "{}"_ba, R"({"image": {"type": "string"}})"_ba,
        {{Field::Prompt, {}}});
    row("an empty one", anImage, R"({"prompt": " "})"_ba, R"({"image": {"type": "string"}})"_ba,
        none);
    row("no seed", anImage, R"({"seed": 1, "image": "a"})"_ba, shape,
        {{Field::Image, {}}, {Field::Seed, {}}});
    row("a size that is a list of words", anImage, R"({"width": 512})"_ba,
        with(R"("size": {"enum": ["small", "large"]})"_ba), {{Field::Width, {}}});
    row("sides that say the same shape", anImage,
        R"({"width": 1920, "height": 1080, "aspect_ratio": "16:9"})"_ba, shape, none);
    row("sides that say another", anImage,
        R"({"width": 1024, "height": 1024, "aspect_ratio": "16:9"})"_ba, shape,
        {{Field::Width, u"aspect_ratio"_s}, {Field::Height, u"aspect_ratio"_s}});
    row("a shape that the size says otherwise", anImage,
        R"({"width": 1024, "height": 1024, "aspect_ratio": "16:9"})"_ba,
        with(R"("size": {"type": "string"})"_ba), {{Field::AspectRatio, u"size"_s}});
    row("a resolution that the size says otherwise", aVideo,
        R"({"width": 1280, "height": 720, "resolution": "1080p"})"_ba,
        with(R"("size": {"type": "string"})"_ba), {{Field::Resolution, u"size"_s}});
    row("one side only", anImage, R"({"width": 512, "height": 512})"_ba,
        with(R"("width": {"type": "integer"})"_ba), {{Field::Height, {}}});
}

void CommonNamesTest::unplaced()
{
    QFETCH(const MediaType, type);
    QFETCH(const QByteArray, job);
    QFETCH(const QByteArray, properties);
    QFETCH(const QList<catalog::Unplaced>, expected);
    const catalog::Catalog models = catalogOf(properties, type);
    QCOMPARE(catalog::parametersFor(jobOf(type, job), models.find(oneModelId)).unplaced, expected);
}

void CommonNamesTest::lengthAndResolutionThatTheBillCounts_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<double>("duration");
    QTest::addColumn<QString>("resolution");

    const QByteArray none;
    QTest::newRow("no schema") << "{}"_ba << none << 5.0 << u"1080p"_s;
    QTest::newRow("no schema, said")
        << R"({"duration": 2.5, "resolution": "4k"})"_ba << none << 2.5 << u"4k"_s;
    QTest::newRow("no schema, in params")
        << R"({"duration": 2, "params": {"duration": 7}})"_ba << none << 7.0 << u"1080p"_s;
    QTest::newRow("sent")
        << R"({"duration": 8})"_ba
        << with(R"("duration": {"enum": ["8s"]}, "resolution": {"type": "string"})"_ba) << 8.0
        << u"1080p"_s;
    QTest::newRow("the schema's defaults")
        << "{}"_ba << with(R"("duration": {"enum": [4, 8], "default": 8},
                   "resolution": {"enum": ["720p"], "default": "720p"})"_ba)
        << 8.0 << u"720p"_s;
    QTest::newRow("which win over the article's")
        << "{}"_ba << with(R"("duration": {"enum": [5, 15], "default": 15},
                   "resolution": {"enum": ["720p", "1080p"], "default": "720p"})"_ba)
        << 15.0 << u"720p"_s;
    QTest::newRow("as long as the source, by default")
        << "{}"_ba << with(R"("duration": {"minimum": 0, "maximum": 60, "default": 0})"_ba) << 60.0
        << QString();
    QTest::newRow("no such parameter") << R"({"duration": 9, "resolution": "720p"})"_ba
                                       << with(R"("seed": {})"_ba) << 5.0 << QString();
    QTest::newRow("as long as it likes")
        << R"({"params": {"duration": -1}})"_ba << with(R"("duration": {"default": 6})"_ba) << 5.0
        << QString();
    QTest::newRow("as long as it likes, at most")
        << R"({"params": {"duration": -1}})"_ba
        << with(R"("duration": {"type": "integer", "minimum": -1, "maximum": 12})"_ba) << 12.0
        << QString();
    QTest::newRow("sides") << R"({"width": 1920, "height": 1088})"_ba
                           << with(R"("width": {}, "height": {"type": "string"})"_ba) << 5.0
                           << u"1088p"_s;
    QTest::newRow("default sides")
        << "{}"_ba << with(R"("width": {"default": 1280}, "height": {"default": 720})"_ba) << 5.0
        << u"720p"_s;
    QTest::newRow("sides before a default size")
        << R"({"width": 1920, "height": 1080})"_ba
        << with(R"("width": {}, "height": {}, "size": {"default": "640*480"})"_ba) << 5.0
        << u"1080p"_s;
    QTest::newRow("a size before default sides")
        << R"({"params": {"size": "640*480"}})"_ba
        << with(
               R"("width": {"default": 1920}, "height": {"default": 1080}, "size": {}})"_ba.chopped(
                   1))
        << 5.0 << u"480p"_s;
    QTest::newRow("null") << R"({"params": {"duration": null}})"_ba
                          << with(R"("duration": {"default": 6, "nullable": true})"_ba) << 6.0
                          << QString();
    QTest::newRow("a size") << R"({"resolution": "480p"})"_ba
                            << with(R"("size": {"enum": ["832*480", "1280*720"]})"_ba) << 5.0
                            << u"480p"_s;
    QTest::newRow("a default size")
        << "{}"_ba << with(R"("size": {"enum": ["1280*720"], "default": "1280*720"})"_ba) << 5.0
        << u"720p"_s;
}

void CommonNamesTest::lengthAndResolutionThatTheBillCounts()
{
    QFETCH(const QByteArray, job);
    QFETCH(const QByteArray, properties);
    QFETCH(const double, duration);
    QFETCH(const QString, resolution);
    const catalog::Catalog models =
        properties.isEmpty() ? catalog::Catalog() : catalogOf(properties, aVideo);
    const Job asked = jobOf(aVideo, job);
    QCOMPARE(catalog::durationFor(asked, models.find(oneModelId)), duration);
    QCOMPARE(catalog::resolutionFor(asked, models.find(oneModelId)), resolution);
}

void CommonNamesTest::valueThere()
{
    const catalog::Catalog models =
        catalogOf(with(R"("size": {"enum": ["512x512", "1024x1024", "auto"], "default": "512x512"},
                "seed": {"type": "integer", "default": 3}, "style": {"type": "string"})"_ba),
                  anImage);
    const catalog::Model &model = *models.find(oneModelId);
    const Job job = jobOf(anImage, R"({"height": 512, "params": {"style": "oil"}})"_ba);

    const catalog::Parameter &size = *model.parameter(u"size");
    QCOMPARE(catalog::fieldOf(model, size), Field::Width);
    QCOMPARE(catalog::valueOf(job, model, size), QJsonValue(u"512x512"_s));
    QCOMPARE(catalog::defaultOf(job, model, size), QJsonValue(u"512x512"_s));
    const Job free = catalog::withValue(job, model, size, u"auto"_s);
    QVERIFY(!free.width && !free.height);
    QCOMPARE(free.params.value("size"_L1), QJsonValue(u"auto"_s));
    const Job large = catalog::withValue(free, model, size, u"1024x1024"_s);
    QCOMPARE(large.width, std::optional(1024));
    QCOMPARE(large.height, std::optional(1024));
    QVERIFY(!large.params.contains("size"_L1));
    QVERIFY(!catalog::withValue(large, model, size, u"512x512"_s).width);

    const catalog::Parameter &seed = *model.parameter(u"seed");
    QCOMPARE(catalog::fieldOf(model, seed), Field::Seed);
    QVERIFY(catalog::valueOf(job, model, seed).isUndefined());
    QCOMPARE(catalog::defaultOf(job, model, seed), QJsonValue(3));
    QCOMPARE(catalog::withValue(job, model, seed, 7).seed, std::optional<qint64>(7));

    const catalog::Parameter &style = *model.parameter(u"style");
    QCOMPARE(catalog::fieldOf(model, style), Field::Params);
    QCOMPARE(catalog::valueOf(job, model, style), QJsonValue(u"oil"_s));
    QVERIFY(catalog::defaultOf(job, model, style).isUndefined());
    QVERIFY(catalog::withValue(job, model, style, QJsonValue::Undefined).params.isEmpty());

    // A picture stays under the key that the job uses.
    const catalog::Catalog others = catalogOf(with(R"("image": {"type": "string"})"_ba), anImage);
    const catalog::Model &other = *others.find(oneModelId);
    const Job pictured = jobOf(anImage, R"({"image_url": "a.png"})"_ba);
    const catalog::Parameter &image = *other.parameter(u"image");
    const Job repictured = catalog::withValue(pictured, other, image, u"b.png"_s);
    QCOMPARE(repictured.imageUrl, std::optional(u"b.png"_s));
    QVERIFY(!repictured.image);
    QVERIFY(!catalog::withValue(repictured, other, image, QJsonValue::Undefined).picture());
}

namespace {

/// What a form could give that parameter.
QList<QJsonValue> possibleValues(const catalog::Parameter &parameter)
{
    QList<QJsonValue> values;
    for (const QJsonValue &each : parameter.allowed)
        values.append(each);
    for (const double number : {0.0, 1.0, 5.0, 2.5, 512.0, 1024.0, 2048.0, 7777777.0})
        values.append(number);
    for (const auto bound : {parameter.minimum, parameter.maximum}) {
        if (bound)
            values.append(*bound);
    }
    for (const QString &text : {u""_s, u"5"_s, u"5s"_s, u"a fox"_s, u"16:9"_s, u"1024x1024"_s,
                                u"512*768"_s, u"1080P"_s, u"auto"_s, u"https://a.example/b.png"_s})
        values.append(text);
    values.append(QJsonArray{u"https://a.example/b.png"_s});
    values.append(QJsonArray{u"https://a.example/b.png"_s, u"https://a.example/c.png"_s});
    values.append(QJsonArray());
    values.append(true);
    values.append(QJsonValue::Null);
    values.append(parameter.defaultValue);
    QList<QJsonValue> allowed;
    for (const QJsonValue &each : std::as_const(values)) {
        if (!each.isUndefined() && catalog::fault(parameter, each).isEmpty())
            allowed.append(each);
    }
    return allowed;
}

/// Jobs that say this and that before.
QList<Job> startingJobs(const catalog::Model &model)
{
    const QList<QByteArray> said{
        "{}"_ba,
        R"({"width": 512, "height": 512, "duration": 3, "resolution": "720p", "seed": 1})"_ba,
        R"({"aspect_ratio": "16:9", "image_url": "https://a.example/0.png"})"_ba,
        R"({"height": 768, "aspect_ratio": "9:16", "negative_prompt": "blur"})"_ba,
        R"({"resolution": "480p", "image": "https://a.example/0.png"})"_ba,
        R"({"params": {"size": "1024x1024", "ratio": "1:1", "duration": 4, "prompt": "q"}})"_ba,
    };
    QList<Job> jobs;
    for (const QByteArray &each : said) {
        jobs.append(jobOf(model.type, each));
        jobs.last().model = model.id;
    }
    return jobs;
}

QString described(const Job &job)
{
    return QString::fromUtf8(QJsonDocument(batch::toJson(job)).toJson(QJsonDocument::Compact));
}

void checkEachValue(const catalog::Model &model)
{
    for (const catalog::Parameter &parameter : model.parameters) {
        for (const QJsonValue &value : possibleValues(parameter)) {
            for (const Job &job : startingJobs(model)) {
                const Job changed = catalog::withValue(job, model, parameter, value);
                const QString what = u"%1 of %2, from %3 to %4"_s.arg(
                    parameter.name, model.id, described(job), described(changed));
                const QJsonValue said = catalog::valueOf(changed, model, parameter);
                const QJsonValue usual = catalog::defaultOf(changed, model, parameter);
                const QJsonValue sent =
                    catalog::parametersFor(changed, &model).toJson().value(parameter.name);
                if (said.isUndefined()) {
                    QVERIFY2(usual == value, qPrintable(what));
                    // What isn't sent, the service fills in.
                    QVERIFY2((sent.isUndefined() ? parameter.defaultValue : sent) == value,
                             qPrintable(what));
                } else {
                    QVERIFY2(said == value && sent == value, qPrintable(what));
                }
                // And once more changes nothing.
                QVERIFY2(catalog::withValue(changed, model, parameter, value).sameContent(changed),
                         qPrintable(what));
                const Job cleared =
                    catalog::withValue(changed, model, parameter, QJsonValue::Undefined);
                QVERIFY2(catalog::valueOf(cleared, model, parameter).isUndefined(),
                         qPrintable(what));
            }
        }
    }
}

} // namespace

void CommonNamesTest::valueThereAndBack_data()
{
    QTest::addColumn<MediaType>("type");
    QTest::addColumn<QByteArray>("properties");

    QTest::newRow("sides")
        << anImage << with(R"("width": {"type": "integer"}, "height": {"type": "integer"})"_ba);
    QTest::newRow("sides and size")
        << anImage << with(R"("width": {"type": "integer"}, "height": {"type": "integer"},
                   "size": {"type": "string"}, "aspect_ratio": {"type": "string"})"_ba);
    QTest::newRow("one side") << anImage << with(R"("height": {"type": ["integer", "string"]})"_ba);
    QTest::newRow("the same size twice")
        << anImage << with(R"("size": {"enum": ["512x512", "512*512", "auto", null]})"_ba);
    QTest::newRow("size and shape")
        << anImage
        << with(
               R"("size": {"type": "string"}, "ratio": {"enum": ["1:1", "16:9", "1.78:1", 1]})"_ba);
    QTest::newRow("size of a video")
        << aVideo << with(R"("size": {"enum": ["832*480", "1280*720", "720*1280", "512x768"]})"_ba);
    QTest::newRow("size of a video with a resolution")
        << aVideo << with(R"("size": {"type": "string"}, "resolution": {"type": "string"})"_ba);
    QTest::newRow("lengths")
        << aVideo << with(R"("duration": {"enum": [5, "5", "5s", "auto", -1]}, "seconds": {})"_ba);
    QTest::newRow("resolutions")
        << aVideo << with(R"("resolution": {"enum": ["720p", "720P", 720, "1080P"]})"_ba);
    QTest::newRow("pictures")
        << aVideo
        << with(R"("images": {"type": "array", "items": {"type": "string"}, "nullable": true},
                   "image": {"type": "string"}, "image_url": {"type": "string"})"_ba);
    QTest::newRow("a list of pictures")
        << aVideo << with(R"("image_urls": {"type": "array", "items": {"type": "string"}})"_ba);
    QTest::newRow("the rest") << anImage
                              << with(R"("seed": {"type": ["integer", "string"]}, "style": {},
                                         "negative_prompt": {"type": "string", "default": "blur"},
                                         "strength": {"type": "number", "default": 5})"_ba);
    QTest::newRow("anything at all")
        << aVideo << R"({"prompt": {}, "width": {}, "height": {}, "size": {}, "aspect_ratio": {},
                         "duration": {}, "resolution": {}, "image": {}, "seed": {},
                         "negative_prompt": {}})"_ba;
}

void CommonNamesTest::valueThereAndBack()
{
    QFETCH(const MediaType, type);
    QFETCH(const QByteArray, properties);
    const catalog::Catalog models = catalogOf(properties, type);
    checkEachValue(*models.find(oneModelId));
}

void CommonNamesTest::everyModelTakesEachOfItsValues_data()
{
    QTest::addColumn<QString>("model");
    for (const catalog::Model &model : catalog::Catalog::builtIn().models()) {
        if (model.hasSchema)
            QTest::newRow(qPrintable(model.id)) << model.id;
    }
}

void CommonNamesTest::everyModelTakesEachOfItsValues()
{
    QFETCH(const QString, model);
    checkEachValue(*catalog::Catalog::builtIn().find(model));
}

QTEST_GUILESS_MAIN(CommonNamesTest)
#include "test_commonnames.moc"
