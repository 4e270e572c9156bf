// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/choices/choicefield.h"
#include "inspector/fields/fieldfactory.h"
#include "inspector/fields/pictures/imageaddress.h"
#include "inspector/trialcatalog.h"
#include "session/addresses.h"

#include <QJsonArray>
#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace ui;
using namespace Qt::StringLiterals;
using catalog::Parameter;
using catalog::ValueSchema;

Q_DECLARE_METATYPE(ui::FieldKind)
Q_DECLARE_METATYPE(catalog::Parameter)

namespace {

Parameter of(const QString &name, ValueSchema::Types types, const QJsonArray &allowed = {})
{
    Parameter parameter;
    parameter.name = name;
    parameter.types = types;
    parameter.allowed = allowed;
    return parameter;
}

Parameter longText(const QString &name, int most)
{
    Parameter parameter = of(name, ValueSchema::String);
    parameter.maxLength = most;
    return parameter;
}

Parameter formatted(const QString &name, const QString &format)
{
    Parameter parameter = of(name, ValueSchema::String);
    parameter.format = format;
    return parameter;
}

Parameter sized(const QString &name, const QString &byDefault)
{
    Parameter parameter = of(name, ValueSchema::String);
    parameter.defaultValue = byDefault;
    return parameter;
}

Parameter patterned(const QString &name, const QString &pattern)
{
    Parameter parameter = of(name, ValueSchema::String);
    parameter.pattern = pattern;
    return parameter;
}

Parameter listOf(const QString &name, ValueSchema::Types elements)
{
    Parameter parameter = of(name, ValueSchema::Array);
    ValueSchema element;
    element.types = elements;
    parameter.items.push_back(element);
    return parameter;
}

Parameter anyOf(const QString &name, const std::vector<ValueSchema> &alternatives)
{
    Parameter parameter;
    parameter.name = name;
    parameter.anyOf = alternatives;
    return parameter;
}

ValueSchema schemaOf(ValueSchema::Types types, const QJsonArray &allowed = {})
{
    ValueSchema schema;
    schema.types = types;
    schema.allowed = allowed;
    return schema;
}

} // namespace

/// Which control a parameter gets.
class TestFieldFactory : public QObject
{
    Q_OBJECT
private slots:
    void picks_data()
    {
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<FieldKind>("kind");
        const auto row = [](const char *name, const Parameter &parameter, FieldKind kind) {
            QTest::newRow(name) << parameter << kind;
        };
        const auto text = ValueSchema::String;
        row("prompt", of(u"prompt"_s, text), FieldKind::Text);
        row("negative prompt", of(u"negative_prompt"_s, text), FieldKind::Text);
        row("a long text", longText(u"story"_s, 1000), FieldKind::Text);
        row("a short text", longText(u"tag"_s, 40), FieldKind::Line);
        row("width", of(u"width"_s, ValueSchema::Integer), FieldKind::Number);
        row("scale", of(u"scale"_s, ValueSchema::Number), FieldKind::Number);
        row("seed", of(u"seed"_s, ValueSchema::Integer), FieldKind::Seed);
        row("a seed as text", of(u"seed"_s, text), FieldKind::Line);
        row("switch", of(u"watermark"_s, ValueSchema::Boolean), FieldKind::Switch);
        row("ratio", of(u"aspect_ratio"_s, text, {"16:9", "9:16", "adaptive"}), FieldKind::Ratio);
        row("size", of(u"size"_s, text, {"1024*1024", "1536*1024"}), FieldKind::Size);
        row("size with x", of(u"resolution"_s, text, {"1280x720", "720x1280"}), FieldKind::Size);
        QJsonArray many;
        for (int side = 256; side < 256 + 64 * 20; side += 64)
            many.append(u"%1*%1"_s.arg(side));
        row("many sizes", of(u"size"_s, text, many), FieldKind::Enum);
        row("few and short", of(u"resolution"_s, text, {"480p", "720p"}), FieldKind::Choice);
        row("numbers", of(u"duration"_s, ValueSchema::Integer, {5, 10}), FieldKind::Choice);
        row("few but long", of(u"style"_s, text, {"photographic", "line drawing", "watercolour"}),
            FieldKind::Enum);
        row("five", of(u"mode"_s, text, {"a", "b", "c", "d", "e"}), FieldKind::Enum);
        row("an enum of lists", of(u"steps"_s, {}, {QJsonArray{1}, QJsonArray{2}}),
            FieldKind::Json);
        row("image", of(u"image"_s, text), FieldKind::Image);
        row("image_url", of(u"image_url"_s, text), FieldKind::Image);
        row("last_image", of(u"last_image"_s, text), FieldKind::Image);
        row("by its format", formatted(u"image_mask_file"_s, u"binary"_s), FieldKind::Image);
        row("first_frame", of(u"first_frame"_s, text), FieldKind::Image);
        row("end_frame_url", of(u"end_frame_url"_s, text), FieldKind::Image);
        row("lastFrame", of(u"lastFrame"_s, text), FieldKind::Image);
        row("mask", of(u"mask"_s, text), FieldKind::Image);
        row("frames", listOf(u"key_frames"_s, text), FieldKind::ImageList);
        row("no picture", of(u"image_style"_s, text), FieldKind::Line);
        row("a number of frames", of(u"num_frames"_s, ValueSchema::Integer), FieldKind::Number);
        row("frames to choose from", of(u"end_frame"_s, text, {"hold", "loop"}), FieldKind::Choice);
        row("a video", of(u"video"_s, text), FieldKind::Line);
        row("any size", sized(u"size"_s, u"1024*1024"_s), FieldKind::Pixels);
        row("any size by its pattern", patterned(u"image_size"_s, u"^\\d+x\\d+$"_s),
            FieldKind::Pixels);
        row("a size in words", sized(u"size"_s, u"2K"_s), FieldKind::Line);
        row("a size of no form", of(u"size"_s, text), FieldKind::Line);
        row("sizes by another name", sized(u"frame_size"_s, u"1024*1024"_s), FieldKind::Line);
        row("a number of pictures", of(u"num_images"_s, ValueSchema::Integer), FieldKind::Number);
        row("images", listOf(u"images"_s, text), FieldKind::ImageList);
        row("image_urls", listOf(u"reference_image_urls"_s, text), FieldKind::ImageList);
        row("images that are objects", listOf(u"images"_s, ValueSchema::Object), FieldKind::Json);
        row("a list of texts", listOf(u"words"_s, text), FieldKind::Json);
        row("an object", of(u"camera"_s, ValueSchema::Object), FieldKind::Json);
        row("anything", of(u"anything"_s, {}), FieldKind::Json);
        row("a number or null",
            anyOf(u"seed"_s, {schemaOf(ValueSchema::Integer), schemaOf(ValueSchema::Null)}),
            FieldKind::Seed);
        row("one of a list, or an object",
            anyOf(u"size"_s,
                  {schemaOf(ValueSchema::Object), schemaOf(text, {"512*512", "768*512"})}),
            FieldKind::Size);
        row("a text or an object",
            anyOf(u"camera"_s, {schemaOf(text), schemaOf(ValueSchema::Object)}), FieldKind::Json);
    }
    void picks()
    {
        QFETCH(Parameter, parameter);
        QFETCH(FieldKind, kind);
        QCOMPARE(fieldKind(parameter), kind);
    }

    void everyParameterOfTheCatalogHasAField()
    {
        FieldContext context;
        context.folder = [] { return QString(); };
        const catalog::Catalog all = trial::catalogWithAll();
        int count = 0;
        for (const catalog::Model &model : all.models()) {
            for (const Parameter &parameter : model.parameters) {
                const std::unique_ptr<Field> field = makeField(parameter, context);
                QVERIFY2(field, qPrintable(parameter.name));
                QVERIFY(field->focusProxy() || !field->findChildren<QWidget *>().isEmpty());
                ++count;
            }
        }
        QVERIFY(count > 30);
    }

    void shapes()
    {
        QCOMPARE(ratioShape(u"16:9"_s), QSizeF(16, 9));
        QCOMPARE(ratioShape(u"2.39:1"_s), QSizeF(2.39, 1));
        QVERIFY(!ratioShape(u"adaptive"_s));
        QVERIFY(!ratioShape(u"0:1"_s));
        QCOMPARE(sizeShape(u"1024*768"_s), QSizeF(1024, 768));
        QCOMPARE(sizeShape(u"1024x768"_s), QSizeF(1024, 768));
        QVERIFY(!sizeShape(u"1080p"_s));
    }

    void addressesOfPictures_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("file");
        QTest::newRow("relative") << u"a/b.png"_s << u"/batch"_s << u"/batch/a/b.png"_s;
        QTest::newRow("up") << u"../b.png"_s << u"/batch"_s << u"/b.png"_s;
        QTest::newRow("absolute") << u"/x/b.png"_s << u"/batch"_s << u"/x/b.png"_s;
        QTest::newRow("no folder yet") << u"b.png"_s << QString() << QString();
        QTest::newRow("web") << u"https://example.com/b.png"_s << u"/batch"_s << QString();
        QTest::newRow("data") << u"data:image/png;base64,AAAA"_s << u"/batch"_s << QString();
        QTest::newRow("file url") << u"file:///x/b.png"_s << u"/batch"_s << u"/x/b.png"_s;
        QTest::newRow("nothing") << QString() << u"/batch"_s << QString();
    }
    void addressesOfPictures()
    {
        QFETCH(QString, address);
        QFETCH(QString, folder);
        QFETCH(QString, file);
        QCOMPARE(localImage(address, folder), file);
    }

    void filesBecomeAddresses()
    {
        QCOMPARE(fileAddress(u"/batch/a/b.png"_s, u"/batch"_s), u"a/b.png"_s);
        QCOMPARE(fileAddress(u"/else/b.png"_s, u"/batch"_s), u"/else/b.png"_s);
        QCOMPARE(fileAddress(u"/else/b.png"_s, QString()), u"/else/b.png"_s);
    }

    void onlyPicturesAreTakenFromADrop()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/batch/a.PNG"_s),
                      QUrl::fromLocalFile(u"/batch/notes.txt"_s),
                      QUrl(u"https://example.com/b.webp"_s), QUrl(u"ftp://example.com/c.png"_s)});
        QCOMPARE(imagesIn(&data, u"/batch"_s),
                 (QStringList{u"a.PNG"_s, u"https://example.com/b.webp"_s}));
        QMimeData text;
        text.setText(u" https://example.com/d.png "_s);
        QCOMPARE(imagesIn(&text, {}), QStringList{u"https://example.com/d.png"_s});
        text.setText(u"no address"_s);
        QVERIFY(imagesIn(&text, {}).isEmpty());
    }
};

QTEST_MAIN(TestFieldFactory)
#include "test_fieldfactory.moc"
