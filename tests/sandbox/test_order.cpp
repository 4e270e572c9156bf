// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/framesize.h"
#include "sandbox/order.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::MediaType;

namespace {

/// A catalog of two models: an image model with a schema, and a video model by the second.
catalog::Catalog smallCatalog()
{
    const QByteArray models = R"({"code": "200", "data": [
        {"model": "pictures", "type": "Image", "schema": "http://s/pictures",
         "price": {"actual": {"base_price": "0.04"}, "unit": "generation"},
         "typical_time": {"least": 10, "most": 30}, "display_console": true},
        {"model": "clips", "type": "Video", "schema": "http://s/clips",
         "price": {"actual": {"base_price": "0.022"}, "unit": "second"},
         "typical_time": {"least": 31, "most": 91}, "display_console": true}]})";
    const QByteArray pictures = R"({"components": {"schemas": {"Input": {
        "properties": {
            "prompt": {"type": "string", "maxLength": 40},
            "width": {"type": "integer", "minimum": 256, "maximum": 2048},
            "style": {"type": "string", "enum": ["plain", "rich"]},
            "steps": {"type": "number"},
            "tiled": {"type": "boolean"}},
        "required": ["prompt"]}}}})";
    const QByteArray clips = R"({"components": {"schemas": {"Input": {
        "properties": {
            "duration": {"type": "number", "minimum": 2, "maximum": 8, "default": 4},
            "resolution": {"type": "string", "enum": ["480p", "720p"], "default": "720p"},
            "image": {"type": "string"}},
        "required": ["image"]}}}})";
    return *catalog::Catalog::read(
        models, {{QUrl(u"http://s/pictures"_s), pictures}, {QUrl(u"http://s/clips"_s), clips}});
}

} // namespace

class TestOrder : public QObject
{
    Q_OBJECT
private slots:
    void findsTheSize_data()
    {
        QTest::addColumn<bool>("video");
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QSize>("size");
        const auto row = [](const char *name, bool video, const char *parameters, QSize size) {
            QTest::newRow(name) << video << QByteArray(parameters) << size;
        };
        row("image, nothing said", false, "{}", {1024, 1024});
        row("width and height", false, R"({"width": 2048, "height": 512})", {2048, 512});
        row("width alone", false, R"({"width": 512})", {512, 1024});
        row("odd image", false, R"({"width": 333, "height": 77})", {333, 77});
        row("size *", false, R"({"size": "1024*768"})", {1024, 768});
        row("size x", false, R"({"size": "640x480"})", {640, 480});
        row("size 2K", false, R"({"size": "2K"})", {1440, 1440});
        row("image 3:2", false, R"({"aspect_ratio": "3:2"})", {1536, 1024});
        row("video, nothing said", true, "{}", {1920, 1080});
        row("480p", true, R"({"resolution": "480p"})", {854, 480});
        row("720P", true, R"({"resolution": "720P"})", {1280, 720});
        row("portrait", true, R"({"resolution": "720p", "aspect_ratio": "9:16"})", {720, 1280});
        row("ratio", true, R"({"resolution": "1080p", "ratio": "1:1"})", {1080, 1080});
        row("adaptive", true, R"({"resolution": "480p", "ratio": "adaptive"})", {854, 480});
        row("odd video", true, R"({"width": 333, "height": 77})", {334, 78});
        row("resolution in px", true, R"({"resolution": "640x360"})", {640, 360});
        row("too small", false, R"({"width": 4, "height": 4})", {});
        row("too large", false, R"({"width": 9000, "height": 100})", {});
        row("too large a video", true, R"({"size": "5000x500"})", {});
        row("no size", false, R"({"size": "large"})", {});
        row("no resolution", true, R"({"resolution": "sharp"})", {});
        row("no ratio", true, R"({"aspect_ratio": "16:0"})", {});
    }
    void findsTheSize()
    {
        QFETCH(bool, video);
        QFETCH(QByteArray, parameters);
        QFETCH(QSize, size);
        const auto found = sandbox::frameSize(video ? MediaType::Video : MediaType::Image,
                                              QJsonDocument::fromJson(parameters).object());
        QCOMPARE(found.has_value(), !size.isNull() && size.isValid());
        if (found)
            QCOMPARE(*found, size);
    }

    void refuses_data()
    {
        QTest::addColumn<bool>("video");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("inMessage");
        const auto row = [](const char *name, bool video, const char *body, int status,
                            const char *words) {
            QTest::newRow(name) << video << QByteArray(body) << status << QString::fromUtf8(words);
        };
        row("no JSON", false, "model=x", 400, "JSON");
        row("a list", false, "[]", 400, "JSON");
        row("no model", false, R"({"prompt": "p"})", 400, "model");
        row("no prompt", false, R"({"model": "pictures"})", 400, "prompt");
        row("empty prompt", false, R"({"model": "pictures", "prompt": " "})", 400, "prompt");
        row("prompt a number", false, R"({"model": "pictures", "prompt": 7})", 422, "prompt");
        row("unknown model", false, R"({"model": "nobody", "prompt": "p"})", 404, "nobody");
        row("wrong endpoint", true, R"({"model": "pictures", "prompt": "p"})", 400, "image");
        row("wrong type", false, R"({"model": "pictures", "prompt": "p", "width": "512"})", 422,
            "width");
        row("not whole", false, R"({"model": "pictures", "prompt": "p", "width": 512.5})", 422,
            "width");
        row("too small", false, R"({"model": "pictures", "prompt": "p", "width": 255})", 422,
            "256");
        row("too large", false, R"({"model": "pictures", "prompt": "p", "width": 2049})", 422,
            "2048");
        row("not in the list", false, R"({"model": "pictures", "prompt": "p", "style": "odd"})",
            422, "plain, rich");
        row("no boolean", false, R"({"model": "pictures", "prompt": "p", "tiled": 1})", 422,
            "tiled");
        row("too long a text", false,
            R"({"model": "pictures", "prompt": "0123456789012345678901234567890123456789!"})", 422,
            "40");
        row("required", true, R"({"model": "clips", "prompt": "p"})", 422, "image is required");
        row("too long a clip", true,
            R"({"model": "clips", "prompt": "p", "image": "u", "duration": 10})", 422, "8");
    }
    void refuses()
    {
        QFETCH(bool, video);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, inMessage);
        const auto order =
            sandbox::readOrder(smallCatalog(), video ? MediaType::Video : MediaType::Image, body);
        QVERIFY(!order);
        QCOMPARE(order.error().status, status);
        QVERIFY2(order.error().message.contains(inMessage), qPrintable(order.error().message));
    }

    void pricesBySecond()
    {
        const auto order =
            sandbox::readOrder(smallCatalog(), MediaType::Video,
                               R"({"model": "clips", "prompt": "p", "image": "u", "duration": 5})");
        QVERIFY(order);
        QCOMPARE(order->cost, batch::Cost::fromMicros(110'000));
        QCOMPARE(order->duration, 5.0);
        QCOMPARE(order->typical, (catalog::TypicalTime{31, 91}));
    }

    void takesTheModelsOwnValues()
    {
        const auto order = sandbox::readOrder(smallCatalog(), MediaType::Video,
                                              R"({"model": "clips", "prompt": "p", "image": "u"})");
        QVERIFY(order);
        QCOMPARE(order->duration, 4.0);
        QCOMPARE(order->size, QSize(1280, 720));
    }

    void knowsNoModelWithoutACatalog()
    {
        const auto image = sandbox::readOrder({}, MediaType::Image,
                                              R"({"model": "any", "prompt": "p", "seed": 3})");
        QVERIFY(image);
        QCOMPARE(image->cost, batch::Cost::fromMicros(50'000));
        QCOMPARE(image->typical, (catalog::TypicalTime{10, 30}));
        QCOMPARE(image->seed, 3);
        const auto video =
            sandbox::readOrder({}, MediaType::Video, R"({"model": "any", "prompt": "p"})");
        QVERIFY(video);
        QCOMPARE(video->cost, batch::Cost::fromMicros(50'000));
        QCOMPARE(video->typical, (catalog::TypicalTime{30, 90}));
        QCOMPARE(video->duration, 5.0);
    }

    void digestsTellRequestsApart()
    {
        const auto digest = [](const char *body, MediaType type = MediaType::Image) {
            return sandbox::readOrder({}, type, body)->digest;
        };
        const auto one = digest(R"({"model": "m", "prompt": "p"})");
        QCOMPARE(digest(R"({ "prompt": "p",  "model": "m"})"), one);
        QVERIFY(digest(R"({"model": "m", "prompt": "p", "seed": 1})") != one);
        QVERIFY(digest(R"({"model": "m", "prompt": "q"})") != one);
        QVERIFY(digest(R"({"model": "m", "prompt": "p"})", MediaType::Video) != one);
    }
};

QTEST_GUILESS_MAIN(TestOrder)
#include "test_order.moc"
