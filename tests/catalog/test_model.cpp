// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalog::Catalog;
using catalog::Model;
using catalog::ModelKind;

Q_DECLARE_METATYPE(ModelKind)

namespace {

/// A model of that id and type, with tags (a JSON list) and the properties of its schema.
Model model(const QString &id, const char *type, const QByteArray &tags,
            const QByteArray &properties)
{
    const QUrl address(u"https://example.org/schema.json"_s);
    const QByteArray list = R"({"data": [{"model": ")" + id.toUtf8() + R"(", "type": ")"
        + QByteArray(type) + R"(", "tags": )" + tags
        + R"(, "schema": "https://example.org/schema.json"}]})";
    const QByteArray schema =
        R"({"components": {"schemas": {"Input": {"properties": )" + properties + "}}}}";
    const auto read = Catalog::read(list, {{address, schema}}, {});
    return read ? read->models().first() : Model();
}

} // namespace

class TestModel : public QObject
{
    Q_OBJECT

private slots:
    void knowsItsKind_data();
    void knowsItsKind();
    void kindsHaveKeys();
    void knowsItsLengths_data();
    void knowsItsLengths();
    void knowsItsResolutions();
    void startsFromAPicture_data();
    void startsFromAPicture();
    void pricesByResolution_data();
    void pricesByResolution();
};

void TestModel::knowsItsKind_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("tags");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<ModelKind>("kind");
    const auto row = [](const char *id, const char *type, const char *tags, const char *properties,
                        ModelKind kind) {
        QTest::addRow("%s %s %s", id, tags, properties)
            << QString::fromLatin1(id) << QByteArray(type) << QByteArray(tags)
            << QByteArray(properties) << kind;
    };
    const char *none = "{}";
    row("a/b/text-to-image", "Image", "[]", none, ModelKind::TextToImage);
    row("a/b/text-to-image-ultra", "Image", "[]", none, ModelKind::TextToImage);
    row("a/b/edit", "Image", "[]", none, ModelKind::ImageToImage);
    row("a/b/edit-sequential", "Image", "[]", none, ModelKind::ImageToImage);
    row("a/b/image-edit", "Image", "[]", none, ModelKind::ImageToImage);
    row("a/b/reference-to-image", "Image", "[]", none, ModelKind::ImageToImage);
    row("a/image-upscaler", "Image", "[]", none, ModelKind::ImageToImage);
    row("a/b/text-to-video-fast", "Video", "[]", none, ModelKind::TextToVideo);
    row("a/b/t2v-pro", "Video", "[]", none, ModelKind::TextToVideo);
    row("a/b/image-to-video", "Video", "[]", none, ModelKind::ImageToVideo);
    row("a/b-i2v-720p", "Video", "[]", none, ModelKind::ImageToVideo);
    row("a/b/reference-to-video", "Video", "[]", none, ModelKind::ImageToVideo);
    row("a/b/start-end-frame-to-video", "Video", "[]", none, ModelKind::ImageToVideo);
    row("a/b/start-end-to-video", "Video", "[]", none, ModelKind::ImageToVideo);
    row("a/b/video-to-video", "Video", "[]", none, ModelKind::VideoToVideo);
    row("a/b/video-edit", "Video", "[]", none, ModelKind::VideoToVideo);
    row("a/b/video-extend", "Video", "[]", none, ModelKind::VideoToVideo);
    row("a/video-upscaler", "Video", "[]", none, ModelKind::VideoToVideo);
    // The tags where the id says nothing; and the parameters where they don't either.
    row("z-image/turbo", "Image", R"(["HOT", "TEXT-TO-IMAGE"])", none, ModelKind::TextToImage);
    row("a/b", "Video", R"(["Image to Video"])", none, ModelKind::ImageToVideo);
    row("a/b", "Image", "[]", R"({"prompt": {"type": "string"}})", ModelKind::TextToImage);
    row("a/b", "Image", "null", R"({"prompt": {}, "images": {"type": "array"}})",
        ModelKind::ImageToImage);
    row("a/b", "Video", "[]", R"({"prompt": {}, "image_url": {"type": "string"}})",
        ModelKind::ImageToVideo);
    row("a/b", "Video", "[]", R"({"video": {"type": "string"}})", ModelKind::VideoToVideo);
    row("a/b", "Video", "[]", R"({"prompt": {"type": "string"}})", ModelKind::TextToVideo);
    row("a/b", "Image", "[]", none, ModelKind::Other);
    row("a/b", "Image", R"(["text-to-video"])", none, ModelKind::Other);
}

void TestModel::knowsItsKind()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, tags);
    QFETCH(QByteArray, properties);
    QFETCH(ModelKind, kind);
    QCOMPARE(toKey(model(id, type, tags, properties).kind), toKey(kind));
}

void TestModel::kindsHaveKeys()
{
    for (const ModelKind kind :
         {ModelKind::TextToImage, ModelKind::ImageToImage, ModelKind::TextToVideo,
          ModelKind::ImageToVideo, ModelKind::VideoToVideo, ModelKind::Other})
        QCOMPARE(catalog::modelKindFromKey(toKey(kind)), std::optional(kind));
    QVERIFY(!catalog::modelKindFromKey(u"text-to-speech"));
}

void TestModel::knowsItsLengths_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<double>("least"); // 0: not known
    QTest::addColumn<double>("most");
    QTest::newRow("a range") << QByteArray(R"({"duration": {"minimum": 1, "maximum": 8}})") << 1.0
                             << 8.0;
    QTest::newRow("some") << QByteArray(R"({"duration": {"enum": [10, 5]}})") << 5.0 << 10.0;
    QTest::newRow("as texts") << QByteArray(R"({"duration": {"enum": ["5", "10s"]}})") << 5.0
                              << 10.0;
    QTest::newRow("or as it likes")
        << QByteArray(R"({"duration": {"enum": [-1, 4, 15]}})") << 4.0 << 15.0;
    QTest::newRow("under another name")
        << QByteArray(R"({"seconds": {"minimum": 2, "maximum": 6}})") << 2.0 << 6.0;
    QTest::newRow("an open range") << QByteArray(R"({"duration": {"minimum": 3}})") << 3.0 << 0.0;
    QTest::newRow("any") << QByteArray(R"({"duration": {"type": "integer"}})") << 0.0 << 0.0;
    QTest::newRow("none") << QByteArray(R"({"prompt": {}})") << 0.0 << 0.0;
}

void TestModel::knowsItsLengths()
{
    QFETCH(QByteArray, properties);
    QFETCH(double, least);
    QFETCH(double, most);
    const Model video = model(u"a/b/text-to-video"_s, "Video", "[]", properties);
    QCOMPARE(video.minDuration().value_or(0), least);
    QCOMPARE(video.maxDuration().value_or(0), most);
}

void TestModel::knowsItsResolutions()
{
    QCOMPARE(model(u"a"_s, "Video", "[]", R"({"resolution": {"enum": ["720P", null, "4k"]}})")
                 .resolutions(),
             QStringList({u"720P"_s, u"4k"_s}));
    QVERIFY(model(u"a"_s, "Video", "[]", R"({"resolution": {"type": "string"}})")
                .resolutions()
                .isEmpty());
}

void TestModel::startsFromAPicture_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<bool>("takes");
    QTest::newRow("image_url") << u"a"_s << QByteArray(R"({"image_url": {"type": "string"}})")
                               << true;
    QTest::newRow("images") << u"a"_s << QByteArray(R"({"images": {"type": "array"}})") << true;
    QTest::newRow("by its id alone") << u"a/image-to-video"_s << QByteArray("{}") << true;
    QTest::newRow("a number of images")
        << u"a"_s << QByteArray(R"({"num_images": {"type": "integer"}})") << false;
    QTest::newRow("none") << u"a/text-to-image"_s << QByteArray(R"({"prompt": {}})") << false;
}

void TestModel::startsFromAPicture()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, properties);
    QFETCH(bool, takes);
    QCOMPARE(model(id, "Image", "[]", properties).takesImage(), takes);
}

void TestModel::pricesByResolution_data()
{
    QTest::addColumn<QString>("resolution");
    QTest::addColumn<int>("cents");
    const auto row = [](const QString &resolution, int cents) {
        QTest::newRow(qPrintable(resolution)) << resolution << cents;
    };
    row(u""_s, 1); // each
    row(u"auto"_s, 1);
    row(u"720p"_s, 7);
    row(u" 720P "_s, 7);
    row(u"720"_s, 7);
    row(u"1280x720"_s, 7);
    row(u"716p"_s, 7); // upwards
    row(u"1088p"_s, 10);
    row(u"1110p"_s, 21); // no longer
    row(u"540p"_s, 7);
    row(u"240p"_s, 4);
    row(u"4K"_s, 21);
    row(u"8640p"_s, 21);
    row(u"High"_s, 3); // by its word
}

void TestModel::pricesByResolution()
{
    QFETCH(QString, resolution);
    QFETCH(int, cents);
    const auto cost = [](int each) { return batch::Cost::fromMicros(10'000LL * each); };
    catalog::Price price;
    price.each = cost(1);
    QCOMPARE(price.at(resolution), cost(1));
    price.byResolution = {{u"high"_s, cost(3)}};
    QCOMPARE(price.at(u"720p"_s), cost(1));
    price.byResolution = {{u"high"_s, cost(3)},
                          {u"480p"_s, cost(4)},
                          {u"720p"_s, cost(7)},
                          {u"1080p"_s, cost(10)},
                          {u"4k"_s, cost(21)}};
    QCOMPARE(price.at(resolution), cost(cents));
}

QTEST_GUILESS_MAIN(TestModel)
#include "test_model.moc"
