// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/order.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::MediaType;

namespace {

/// An image model with a schema, a video model by the second, one whose price depends on the
/// resolution, one that needs no prompt, one of a schema with unusual sizes, one without a schema,
/// a hidden one, and one that makes sound.
sandbox::Shelf smallShelf()
{
    const QByteArray snapshot = R"({"code": "200", "data": [
        {"model": "pictures", "type": "Image", "schema": "at:s/pictures",
         "price": {"actual": {"base_price": "0.04"}, "unit": "generation"},
         "typical_time": {"least": 10, "most": 30}, "display_console": true},
        {"model": "clips", "type": "Video", "schema": "at:s/clips",
         "price": {"actual": {"base_price": "0.022"}, "unit": "second"},
         "typical_time": {"least": 31, "most": 91}, "display_console": true},
        {"model": "graded", "type": "Video",
         "price": {"actual": {"base_price": "0.1"}, "by_resolution": {"720P": "0.05"}}},
        {"model": "upscaler", "type": "Image", "schema": "at:s/upscaler"},
        {"model": "odd", "type": "Video", "schema": "at:s/odd",
         "price": {"actual": {"base_price": "0.01"}}},
        {"model": "plain", "type": "Image"},
        {"model": "secret", "type": "Image", "display_console": false},
        {"model": "sounds", "type": "Audio"}],
      "schemas": {
        "at:s/pictures": {"components": {"schemas": {"Input": {
          "properties": {
            "prompt": {"type": "string", "maxLength": 40},
            "width": {"type": "integer", "minimum": 256, "maximum": 2048},
            "style": {"type": "string", "enum": ["plain", "rich"]},
            "steps": {"type": "number"},
            "tiled": {"type": "boolean"}},
          "required": ["prompt"]}}}},
        "at:s/clips": {"components": {"schemas": {"Input": {
          "properties": {
            "prompt": {"type": "string"},
            "duration": {"type": "number", "minimum": 2, "maximum": 8, "default": 4},
            "resolution": {"type": "string", "enum": ["480p", "720p"], "default": "720p"},
            "image": {"type": "string"}},
          "required": ["image", "duration"]}}}},
        "at:s/upscaler": {"components": {"schemas": {"Input": {
          "properties": {"image": {"type": "string"}}, "required": ["image"]}}}},
        "at:s/odd": {"components": {"schemas": {"Input": {
          "properties": {"duration": {"type": "integer", "default": -1},
                         "size": {"type": "string", "default": "auto"},
                         "width": {"type": "integer"}, "height": {"type": "integer"}}}}}}}})";
    return *sandbox::Shelf::read(snapshot);
}

tl::expected<sandbox::Order, sandbox::Refusal> ordered(MediaType type, const char *body)
{
    return sandbox::readOrder(smallShelf(), type, body);
}

} // namespace

class TestOrder : public QObject
{
    Q_OBJECT
private slots:
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
        row("model a number", false, R"({"model": 1, "prompt": "p"})", 400, "model must be string");
        row("empty model", false, R"({"model": " ", "prompt": "p"})", 400, "model");
        row("no prompt", false, R"({"model": "pictures"})", 400, "prompt is required");
        row("prompt a number", false, R"({"model": "pictures", "prompt": 7})", 400,
            "prompt must be string");
        row("no prompt, no schema", false, R"({"model": "plain"})", 400, "prompt is required");
        row("empty prompt, no schema", false, R"({"model": "plain", "prompt": " "})", 400,
            "prompt");
        row("prompt a number, no schema", false, R"({"model": "plain", "prompt": 7})", 400,
            "prompt");
        row("size, no schema", false, R"({"model": "plain", "prompt": "p", "width": 9})", 400,
            "size");
        row("width, no schema", false, R"({"model": "plain", "prompt": "p", "width": 64.5})", 400,
            "width must be integer");
        row("too long, no schema", true, R"({"model": "graded", "prompt": "p", "duration": 61})",
            400, "60");
        row("no length, no schema", true,
            R"({"model": "graded", "prompt": "p", "duration": "long"})", 400, "duration");
        row("hidden", false, R"({"model": "secret", "prompt": "p"})", 404, "secret");
        row("sound", false, R"({"model": "sounds", "prompt": "p"})", 400, "Audio");
        row("video at the images", false, R"({"model": "graded", "prompt": "p"})", 400, "videos");
        row("unknown key", false, R"({"model": "pictures", "prompt": "p", "mood": 1})", 400,
            "mood is not a parameter");
        row("unknown model", false, R"({"model": "nobody", "prompt": "p"})", 404, "nobody");
        row("wrong endpoint", true, R"({"model": "pictures", "prompt": "p"})", 400, "image");
        row("wrong type", false, R"({"model": "pictures", "prompt": "p", "width": "512"})", 400,
            "width");
        row("not whole", false, R"({"model": "pictures", "prompt": "p", "width": 512.5})", 400,
            "width");
        row("too small", false, R"({"model": "pictures", "prompt": "p", "width": 255})", 400,
            "256");
        row("too large", false, R"({"model": "pictures", "prompt": "p", "width": 2049})", 400,
            "2048");
        row("not in the list", false, R"({"model": "pictures", "prompt": "p", "style": "odd"})",
            400, "plain, rich");
        row("no boolean", false, R"({"model": "pictures", "prompt": "p", "tiled": 1})", 400,
            "tiled");
        row("too long a text", false,
            R"({"model": "pictures", "prompt": "0123456789012345678901234567890123456789!"})", 400,
            "40");
        row("required", true, R"({"model": "clips", "prompt": "p"})", 400, "image is required");
        row("too long a clip", true,
            R"({"model": "clips", "prompt": "p", "image": "u", "duration": 10})", 400, "8");
    }
    void refuses()
    {
        QFETCH(bool, video);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, inMessage);
        const auto order =
            sandbox::readOrder(smallShelf(), video ? MediaType::Video : MediaType::Image, body);
        QVERIFY(!order);
        QCOMPARE(order.error().status, status);
        QVERIFY2(order.error().message.contains(inMessage), qPrintable(order.error().message));
    }

    void pricesBySecond()
    {
        const auto order = ordered(
            MediaType::Video, R"({"model": "clips", "prompt": "p", "image": "u", "duration": 5})");
        QVERIFY(order);
        QCOMPARE(order->cost, Cost::fromMicros(110'000));
        QCOMPARE(order->duration, 5.0);
        QCOMPARE(order->typical, (sandbox::TimeSpan{31, 91}));
    }

    void pricesByResolution_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("micros");
        const auto row = [](const char *name, const char *body, qint64 micros) {
            QTest::newRow(name) << QByteArray(body) << micros;
        };
        row("a listed one", R"({"model": "graded", "prompt": "p", "resolution": "720p"})", 250'000);
        row("by its size", R"({"model": "graded", "prompt": "p", "size": "1280*720"})", 250'000);
        row("above the highest", R"({"model": "graded", "prompt": "p", "resolution": "1080p"})",
            250'000);
        row("several", R"({"model": "graded", "prompt": "p", "resolution": "720p", "n": 3})",
            750'000);
        row("none", R"({"model": "graded", "prompt": "p", "duration": 2})", 200'000);
    }
    void pricesByResolution()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const qint64, micros);
        const auto order = sandbox::readOrder(smallShelf(), MediaType::Video, body);
        QVERIFY(order);
        QCOMPARE(order->cost, Cost::fromMicros(micros));
    }

    void takesTheModelsOwnValues()
    {
        const auto order =
            ordered(MediaType::Video, R"({"model": "clips", "prompt": "p", "image": "u"})");
        QVERIFY(order);
        QCOMPARE(order->duration, 4.0);
        QCOMPARE(order->size, QSize(1280, 720));
        QCOMPARE(order->cost, Cost::fromMicros(88'000));
    }

    void needsAPromptOnlyWhereTheSchemaSaysSo()
    {
        const auto order = ordered(MediaType::Image, R"({"model": "upscaler", "image": "u"})");
        QVERIFY2(order, order ? "" : qPrintable(order.error().message));
        QCOMPARE(order->prompt, QString());
        QCOMPARE(order->size, QSize(1024, 1024));
        QCOMPARE(order->cost, Cost::fromMicros(50'000));
    }

    void makesSomethingOfEveryRequestThatTheSchemaAllows_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("duration");
        QTest::addColumn<qint64>("micros");
        const auto row = [](const char *name, const char *body, QSize size, double duration,
                            qint64 micros) {
            QTest::newRow(name) << QByteArray(body) << size << duration << micros;
        };
        row("nothing said", R"({"model": "odd"})", {1920, 1080}, 5, 50'000);
        row("huge", R"({"model": "odd", "width": 100000, "height": 1})", {1920, 1080}, 5, 50'000);
        row("sides before the default size", R"({"model": "odd", "width": 320, "height": 200})",
            {320, 200}, 5, 50'000);
        row("size", R"({"model": "odd", "size": "640*360"})", {640, 360}, 5, 50'000);
        row("an hour", R"({"model": "odd", "duration": 3600})", {1920, 1080}, 60, 36'000'000);
        row("an age", R"({"model": "odd", "duration": 1e300})", {1920, 1080}, 60, 864'000'000);
    }
    void makesSomethingOfEveryRequestThatTheSchemaAllows()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QSize, size);
        QFETCH(const double, duration);
        QFETCH(const qint64, micros);
        const auto order = sandbox::readOrder(smallShelf(), MediaType::Video, body);
        QVERIFY2(order, order ? "" : qPrintable(order.error().message));
        QCOMPARE(order->size, size);
        QCOMPARE(order->duration, duration);
        QCOMPARE(order->cost, Cost::fromMicros(micros));
    }

    void takesAnyModelFromAnEmptyShelf()
    {
        const auto image = sandbox::readOrder({}, MediaType::Image,
                                              R"({"model": "any", "prompt": "p", "seed": 3})");
        QVERIFY(image);
        QCOMPARE(image->cost, Cost::fromMicros(50'000));
        QCOMPARE(image->typical, (sandbox::TimeSpan{10, 30}));
        QCOMPARE(image->seed, 3);
        const auto video =
            sandbox::readOrder({}, MediaType::Video, R"({"model": "any", "prompt": "p"})");
        QVERIFY(video);
        QCOMPARE(video->cost, Cost::fromMicros(50'000));
        QCOMPARE(video->typical, (sandbox::TimeSpan{30, 90}));
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
