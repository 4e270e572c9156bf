// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/livelist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalog::Catalog;
using catalog::PriceSource;
using catalog::PriceUnit;

Q_DECLARE_METATYPE(Catalog)

class TestCatalog : public QObject
{
    Q_OBJECT

private slots:
    void builtInHoldsTheArticlesModels_data();
    void builtInHoldsTheArticlesModels();
    void seedanceStartsFromAPicture();
    void readsALiveAnswerWithSchemaByUrl();
    void leavesOutWhatIsHiddenOrMakesNeither();
    void priceUnitFollowsTheTypeWhereNothingIsSaid();
    void unreadablePriceIsNoPrice();
    void parametersKeepTheSchemasOrder();
    void everyBuiltInModelIsWhole();
    void snapshotsAreTheSameAgain_data();
    void snapshotsAreTheSameAgain();
    void snapshotsOfADayOrAMoment_data();
    void snapshotsOfADayOrAMoment();
};

void TestCatalog::builtInHoldsTheArticlesModels_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<bool>("perSecond");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    // The article's price table and times.
    QTest::newRow("flux") << u"black-forest-labs/flux-2-pro/text-to-image"_s << 40'000LL << false
                          << 10.0 << 30.0;
    QTest::newRow("imagen") << u"google/imagen4-ultra/text-to-image"_s << 60'000LL << false << 10.0
                            << 30.0;
    QTest::newRow("seedance") << u"bytedance/seedance-v1.5-pro/text-to-video"_s << 22'000LL << true
                              << 30.0 << 90.0;
    QTest::newRow("seedance from a picture")
        << u"bytedance/seedance-v1.5-pro/image-to-video"_s << 22'000LL << true << 30.0 << 90.0;
    QTest::newRow("veo") << u"google/veo3.1/text-to-video"_s << 30'000LL << true << 60.0 << 120.0;
    QTest::newRow("sora") << u"openai/sora-v2/text-to-video"_s << 150'000LL << true << 60.0
                          << 180.0;
}

void TestCatalog::builtInHoldsTheArticlesModels()
{
    QFETCH(QString, id);
    QFETCH(qint64, micros);
    QFETCH(bool, perSecond);
    QFETCH(double, least);
    QFETCH(double, most);

    const catalog::Model *model = Catalog::builtIn().find(id);
    QVERIFY(model);
    QVERIFY(model->price);
    QCOMPARE(model->price->each.micros(), micros);
    QCOMPARE(model->price->unit, perSecond ? PriceUnit::Second : PriceUnit::Generation);
    QVERIFY(model->typicalTime);
    QCOMPARE(model->typicalTime->least, least);
    QCOMPARE(model->typicalTime->most, most);
    QVERIFY(!model->displayName.isEmpty());
    QVERIFY(model->parameter(u"prompt"));
    QVERIFY(model->parameter(u"prompt")->required);
}

void TestCatalog::seedanceStartsFromAPicture()
{
    const Catalog &models = Catalog::builtIn();
    QVERIFY(models.find(u"bytedance/seedance-v1.5-pro/image-to-video"_s)->takesImage());
    QVERIFY(!models.find(u"bytedance/seedance-v1.5-pro/text-to-video"_s)->takesImage());
    QCOMPARE(models.find(u"google/veo3.1/text-to-video"_s)->maxDuration(), std::optional(8.0));
}

void TestCatalog::readsALiveAnswerWithSchemaByUrl()
{
    const QByteArray models = R"({"code": "200", "data": [{
        "model": "x/y/text-to-video", "type": "Video", "displayName": "Y", "profile": "p",
        "schema": "https://example.org/y.json",
        "price": {"discount": "1", "actual": {"base_price": "0.05"}, "origin": {"base_price": "0.1"}},
        "tags": [], "categories": [], "organization": "X", "avgLatency": 42,
        "display_console": true}]})";
    const QByteArray schema = R"({"components": {"schemas": {"Input": {
        "properties": {"duration": {"type": "integer", "enum": [5, 10]},
                       "prompt": {"type": "string", "maxLength": 10}},
        "required": ["prompt"], "x-order-properties": ["prompt", "duration"]}}}})";

    const auto read = Catalog::read(models, {{QUrl(u"https://example.org/y.json"_s), schema}}, {});
    QVERIFY(read);
    QCOMPARE(read->models().size(), 1);
    const catalog::Model &model = read->models().first();
    QCOMPARE(model.displayName, u"Y"_s);
    QCOMPARE(model.price->each, batch::Cost::fromUsd(0.05));
    QCOMPARE(model.typicalTime->least, 42.0);
    QCOMPARE(model.maxDuration(), std::optional(10.0));
    QCOMPARE(model.minDuration(), std::optional(5.0));
    QCOMPARE(model.parameter(u"prompt")->maxLength, std::optional(10));
}

void TestCatalog::leavesOutWhatIsHiddenOrMakesNeither()
{
    const auto read = Catalog::read(R"({"data": [
        {"model": "hidden", "type": "Image", "display_console": false},
        {"model": "voice", "type": "Audio"}, {"model": "chat", "type": "Text"},
        {"type": "Image"}, 7, {"model": "seen", "type": "Image"},
        {"model": "seen", "type": "Video"}]})",
                                    {}, {});
    QVERIFY(read);
    QCOMPARE(read->models().size(), 1);
    QCOMPARE(read->models().first().id, u"seen"_s);
    QCOMPARE(read->models().first().type, batch::MediaType::Image);
}

void TestCatalog::priceUnitFollowsTheTypeWhereNothingIsSaid()
{
    const auto read = Catalog::read(R"({"data": [
        {"model": "i", "type": "Image", "price": {"actual": {"base_price": "0.04"}}},
        {"model": "v", "type": "Video", "price": {"actual": {"base_price": 0.03}}},
        {"model": "g", "type": "Video",
         "price": {"actual": {"base_price": "0.3"}, "unit": "generation"}}]})",
                                    {}, {});
    QVERIFY(read);
    QCOMPARE(read->find(u"i"_s)->price->unit, PriceUnit::Generation);
    QCOMPARE(read->find(u"v"_s)->price->unit, PriceUnit::Second);
    QCOMPARE(read->find(u"v"_s)->price->each.micros(), 30'000);
    QCOMPARE(read->find(u"g"_s)->price->unit, PriceUnit::Generation);
}

void TestCatalog::unreadablePriceIsNoPrice()
{
    const auto read = Catalog::read(R"({"data": [
        {"model": "a", "type": "Image", "price": {"actual": {"base_price": "free"}}},
        {"model": "b", "type": "Image", "price": {}}, {"model": "c", "type": "Image"}]})",
                                    {}, {});
    QVERIFY(read);
    for (const catalog::Model &model : read->models())
        QVERIFY2(!model.price, qPrintable(model.id));
}

void TestCatalog::parametersKeepTheSchemasOrder()
{
    const catalog::Model *model =
        Catalog::builtIn().find(u"bytedance/seedance-v1.5-pro/image-to-video"_s);
    QStringList names;
    for (const catalog::Parameter &parameter : model->parameters)
        names.append(parameter.name);
    QCOMPARE(names,
             QStringList({u"prompt"_s, u"image_url"_s, u"duration"_s, u"resolution"_s,
                          u"aspect_ratio"_s, u"seed"_s}));
}

void TestCatalog::everyBuiltInModelIsWhole()
{
    const Catalog &models = Catalog::builtIn();
    QVERIFY(models.models().size() >= 30);
    QVERIFY(!models.fetchedAt().isValid());
    for (const catalog::Model &model : models.models()) {
        QVERIFY2(!model.displayName.isEmpty() && model.displayName != model.id,
                 qPrintable(model.id));
        QVERIFY2(!model.organization.isEmpty(), qPrintable(model.id));
        QVERIFY2(!model.profile.isEmpty(), qPrintable(model.id));
        QVERIFY2(model.kind != catalog::ModelKind::Other, qPrintable(model.id));
        if (model.price) {
            QCOMPARE(model.price->source, catalog::PriceSource::BuiltIn);
            QVERIFY(model.price->asOf.isValid());
        }
        for (const catalog::Parameter &parameter : model.parameters) {
            QVERIFY2(!parameter.title.isEmpty() && !parameter.description.isEmpty(),
                     qPrintable(model.id + u' ' + parameter.name));
            // A default that the model would refuse can only be a slip of the pen.
            if (!parameter.defaultValue.isUndefined())
                QCOMPARE(fault(parameter, parameter.defaultValue), QString());
        }
    }
}

void TestCatalog::snapshotsAreTheSameAgain_data()
{
    QTest::addColumn<Catalog>("models");
    QTest::newRow("built in") << Catalog::builtIn();
    QTest::newRow("live") << *livelist::read();
    QTest::newRow("live over built in") << Catalog::builtIn().updatedBy(*livelist::read());
}

void TestCatalog::snapshotsAreTheSameAgain()
{
    QFETCH(Catalog, models);
    const auto again = Catalog::readSnapshot(models.toSnapshot(), PriceSource::Live);
    QVERIFY(again);
    QCOMPARE(again->models().size(), models.models().size());
    for (qsizetype i = 0; i < models.models().size(); ++i) {
        const catalog::Model &before = models.models().at(i);
        const catalog::Model &after = again->models().at(i);
        QCOMPARE(after.id, before.id);
        QCOMPARE(after.type, before.type);
        QCOMPARE(after.kind, before.kind);
        QCOMPARE(after.displayName, before.displayName);
        QCOMPARE(after.tags, before.tags);
        QCOMPARE(after.listed, before.listed);
        QCOMPARE(after.typicalTime, before.typicalTime);
        QCOMPARE(after.hasSchema, before.hasSchema);
        QCOMPARE(after.schema, before.schema);
        QCOMPARE(after.parameters.size(), before.parameters.size());
        QCOMPARE(after.price.has_value(), before.price.has_value());
        if (!before.price)
            continue;
        QCOMPARE(after.price->each, before.price->each);
        QCOMPARE(after.price->unit, before.price->unit);
        QCOMPARE(after.price->byResolution, before.price->byResolution);
    }
    if (models.fetchedAt().isValid())
        QCOMPARE(again->fetchedAt(), models.fetchedAt());
    QCOMPARE(again->toSnapshot(), models.toSnapshot());
}

void TestCatalog::snapshotsOfADayOrAMoment_data()
{
    QTest::addColumn<QByteArray>("asOf");
    QTest::addColumn<QDateTime>("moment");
    QTest::newRow("a day") << QByteArray("2026-11-01")
                           << QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);
    QTest::newRow("a moment") << QByteArray("2026-11-01T08:30:00.125Z")
                              << QDateTime(QDate(2026, 11, 1), QTime(8, 30, 0, 125), Qt::UTC);
    QTest::newRow("elsewhere") << QByteArray("2026-11-01T08:30:00+08:00")
                               << QDateTime(QDate(2026, 11, 1), QTime(0, 30), Qt::UTC);
    QTest::newRow("words") << QByteArray("lately") << QDateTime();
    QTest::newRow("nothing") << QByteArray() << QDateTime();
}

void TestCatalog::snapshotsOfADayOrAMoment()
{
    QFETCH(QByteArray, asOf);
    QFETCH(QDateTime, moment);
    const auto read = Catalog::readSnapshot(
        R"({"data": [{"model": "a", "type": "Image", "price": {"actual": {"base_price": 1}}}],
            "as_of": ")"
            + asOf + "\"}",
        PriceSource::Live);
    QVERIFY(read);
    QCOMPARE(read->fetchedAt(), moment);
    QCOMPARE(read->models().first().price->asOf, moment);
}

QTEST_GUILESS_MAIN(TestCatalog)
#include "test_catalog.moc"
