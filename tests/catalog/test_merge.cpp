// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::MediaType;
using batch::ModelOverride;
using catalog::Catalog;
using catalog::Model;
using catalog::PriceSource;
using catalog::PriceUnit;

Q_DECLARE_METATYPE(ModelOverride)

namespace {

const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;
const QString veo = u"google/veo3.1/text-to-video"_s;
const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

Catalog live(const QByteArray &entries, const QHash<QUrl, QByteArray> &schemas = {})
{
    const auto read =
        Catalog::read(R"({"data": [)" + entries + "]}", schemas, {PriceSource::Live, now});
    return read ? *read : Catalog();
}

/// As the sandbox and the next start see it.
Model afterASnapshot(const Catalog &models, const QString &id)
{
    const auto read = Catalog::readSnapshot(models.toSnapshot(), PriceSource::Live);
    const Model *model = read ? read->find(id) : nullptr;
    return model ? *model : Model();
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private slots:
    void theListsEntryWins();
    void whatTheListLacksIsKept();
    void ourSchemaHoldsWhereTheirsIsNotKnown();
    void whatTheListDropsIsNoLongerListed();
    void hiddenModelsAreNoLongerListed();
    void aLaterSnapshotKnowsBetter();
    void pricesKeepTheirAge();
    void updatesTwice();
    void aLivePriceIsForWhatWeKnow();
    void kindsOfModelsThatNobodyKnows();
    void overridesPrices_data();
    void overridesPrices();
    void overridesReachTheSnapshot();
    void modelsThatNobodyKnows_data();
    void modelsThatNobodyKnows();
    void overridesLeaveOthersAlone();
};

void TestMerge::theListsEntryWins()
{
    const Catalog models = Catalog::builtIn().updatedBy(
        live(R"({"model": ")" + flux.toUtf8()
             + R"(", "type": "Image", "displayName": "FLUX.2 [pro]", "avgLatency": "7",
             "price": {"actual": {"base_price": "0.05"}}})"));
    const Model *model = models.find(flux);
    QCOMPARE(model->displayName, u"FLUX.2 [pro]"_s);
    QCOMPARE(model->price->each, Cost::fromUsd(0.05));
    QCOMPARE(model->price->source, PriceSource::Live);
    QCOMPARE(model->price->asOf, now);
    QCOMPARE(model->typicalTime->middle(), 7.0);
    QCOMPARE(models.fetchedAt(), now);
}

void TestMerge::whatTheListLacksIsKept()
{
    const Catalog models = Catalog::builtIn().updatedBy(live(
        R"({"model": ")" + veo.toUtf8() + R"(", "type": "Video", "price": {"actual": null}})"));
    const Model *known = Catalog::builtIn().find(veo);
    const Model *model = models.find(veo);
    QVERIFY(model->listed);
    QCOMPARE(model->price, known->price); // with its source and age
    QCOMPARE(model->typicalTime, known->typicalTime);
    QVERIFY(model->hasSchema);
    QCOMPARE(model->maxDuration(), std::optional(8.0));

    const Model again = afterASnapshot(models, veo);
    QCOMPARE(again.price->each, known->price->each);
    QCOMPARE(again.price->unit, PriceUnit::Second);
    QCOMPARE(again.typicalTime, known->typicalTime);
    QCOMPARE(again.maxDuration(), std::optional(8.0));
}

void TestMerge::ourSchemaHoldsWhereTheirsIsNotKnown()
{
    const QUrl address(u"https://example.org/veo.json"_s);
    const QByteArray entry = R"({"model": ")" + veo.toUtf8()
        + R"(", "type": "Video", "schema": "https://example.org/veo.json"})";
    const Catalog without = Catalog::builtIn().updatedBy(live(entry));
    QCOMPARE(without.find(veo)->maxDuration(), std::optional(8.0));
    QCOMPARE(afterASnapshot(without, veo).maxDuration(), std::optional(8.0));

    const Catalog with = Catalog::builtIn().updatedBy(
        live(entry, {{address, R"({"components": {"schemas": {"Input": {"properties": {
            "duration": {"type": "integer", "enum": [4, 6]}}}}}})"}}));
    QCOMPARE(with.find(veo)->maxDuration(), std::optional(6.0));

    // A schema that was fetched once outlives a list without it.
    QCOMPARE(with.updatedBy(live(entry)).find(veo)->maxDuration(), std::optional(6.0));
}

void TestMerge::whatTheListDropsIsNoLongerListed()
{
    const Catalog models =
        Catalog::builtIn().updatedBy(live(R"({"model": "a/new", "type": "Image"})"));
    QVERIFY(models.find(u"a/new"_s)->listed);
    QCOMPARE(models.models().size(), Catalog::builtIn().models().size() + 1);
    QVERIFY(!models.find(flux)->listed);
    QCOMPARE(models.find(flux)->price, Catalog::builtIn().find(flux)->price);
    QVERIFY(!afterASnapshot(models, flux).listed);
}

void TestMerge::hiddenModelsAreNoLongerListed()
{
    const Catalog models = Catalog::builtIn().updatedBy(live(
        R"({"model": "a/new", "type": "Image"},
           {"model": ")"
        + flux.toUtf8() + R"(", "type": "Image", "display_console": false})"));
    QVERIFY(!models.find(flux)->listed);
}

/// The program was brought up to date, and the list was fetched before that.
void TestMerge::aLaterSnapshotKnowsBetter()
{
    const auto snapshot = Catalog::readSnapshot(
        R"({"as_of": "2026-11-21", "data": [
            {"model": "a/new", "type": "Image", "price": {"actual": {"base_price": "0.01"}}},
            {"model": "a/old", "type": "Image", "price": {"actual": {"base_price": "0.02"}}},
            {"model": "a/free", "type": "Image"}]})",
        PriceSource::BuiltIn);
    QVERIFY(snapshot);
    const Catalog list = live(
        R"({"model": "a/old", "type": "Image", "avgLatency": 9, "listed": false,
            "price": {"actual": {"base_price": "0.05"}}},
           {"model": "a/free", "type": "Image", "price": {"actual": {"base_price": "0.06"}}},
           {"model": "a/theirs", "type": "Image", "price": {"actual": {"base_price": "0.07"}}})");
    const Catalog models = snapshot->updatedBy(list);
    QVERIFY(models.find(u"a/new"_s)->listed);
    const Model *old = models.find(u"a/old"_s);
    QVERIFY(old->listed);
    QCOMPARE(old->price->each, Cost::fromUsd(0.02));
    QCOMPARE(old->price->source, PriceSource::BuiltIn);
    QCOMPARE(old->typicalTime->middle(), 9.0); // only the list knows
    QCOMPARE(models.find(u"a/free"_s)->price->each, Cost::fromUsd(0.06));
    QVERIFY(models.find(u"a/theirs"_s)->listed);
    QCOMPARE(models.fetchedAt(), now);

    // A list that is fetched after it knows best.
    const auto later = Catalog::read(
        R"({"data": [{"model": "a/old", "type": "Image",
                      "price": {"actual": {"base_price": "0.03"}}}]})",
        {}, {PriceSource::Live, now.addDays(1)});
    QVERIFY(later);
    const Catalog after = snapshot->updatedBy(*later);
    QCOMPARE(after.find(u"a/old"_s)->price->each, Cost::fromUsd(0.03));
    QVERIFY(!after.find(u"a/new"_s)->listed);
}

void TestMerge::pricesKeepTheirAge()
{
    const Catalog before = live(
        R"({"model": "a/gone", "type": "Image", "price": {"actual": {"base_price": "0.02"}}},
           {"model": "a/silent", "type": "Image", "price": {"actual": {"base_price": "0.03"}}})");
    const auto later = Catalog::read(R"({"data": [{"model": "a/silent", "type": "Image"}]})", {},
                                     {PriceSource::Live, now.addDays(3)});
    QVERIFY(later);
    const Catalog models = before.updatedBy(*later);
    for (const QString &id : {u"a/gone"_s, u"a/silent"_s}) {
        QCOMPARE(models.find(id)->price->asOf, now);
        QCOMPARE(afterASnapshot(models, id).price->asOf, now);
    }
}

void TestMerge::updatesTwice()
{
    const Catalog gone =
        Catalog::builtIn().updatedBy(live(R"({"model": "a/new", "type": "Image"})"));
    const Catalog back =
        gone.updatedBy(live(R"({"model": ")" + flux.toUtf8() + R"(", "type": "Image"})"));
    QVERIFY(back.find(flux)->listed);
    QVERIFY(!back.find(u"a/new"_s)->listed);
    QCOMPARE(back.find(flux)->price->each, Cost::fromUsd(0.04));
}

void TestMerge::aLivePriceIsForWhatWeKnow()
{
    const auto known = Catalog::readSnapshot(
        R"({"as_of": "2026-11-01", "data": [{"model": "a/clip", "type": "Video", "price": {
            "actual": {"base_price": "0.5"}, "unit": "generation",
            "by_resolution": {"720p": "0.3"}}}], "schemas": {}})",
        PriceSource::BuiltIn);
    QVERIFY(known);
    const QString id = u"a/clip"_s;
    const auto updated = [&](const QByteArray &type, const QByteArray &price) {
        return known->updatedBy(
            live(R"({"model": "a/clip", "type": ")" + type + R"(", "price": )" + price + "}"));
    };
    const Catalog models = updated("Video", R"({"actual": {"base_price": "0.6"}})");
    for (const Model &model : {*models.find(id), afterASnapshot(models, id)}) {
        QCOMPARE(model.price->unit, PriceUnit::Generation);
        QCOMPARE(model.price->each, Cost::fromUsd(0.6));
        QVERIFY(model.price->byResolution.isEmpty());
        QCOMPARE(model.price->source, PriceSource::Live);
    }
    // Its own word holds, and another kind of model has another price.
    QCOMPARE(updated("Video", R"({"actual": {"base_price": "0.6"}, "unit": "second"})")
                 .find(id)
                 ->price->unit,
             PriceUnit::Second);
    const Catalog clip = updated("Image", R"({"actual": {"base_price": "0.6"}})");
    QCOMPARE(clip.find(id)->price->unit, PriceUnit::Generation);
    QVERIFY(!clip.find(id)->entry["price"_L1].toObject().contains("unit"_L1));
}

void TestMerge::kindsOfModelsThatNobodyKnows()
{
    const Catalog models = Catalog().withOverrides({{u"my/i2v"_s, {}}, {u"my/model"_s, {}}});
    QCOMPARE(models.find(u"my/i2v"_s)->kind, catalog::ModelKind::ImageToVideo);
    QCOMPARE(models.find(u"my/model"_s)->kind, catalog::ModelKind::Other);
}

void TestMerge::overridesPrices_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<ModelOverride>("said");
    QTest::addColumn<bool>("perSecond");
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<qint64>("at1080p");
    const auto cost = [](double usd) { return std::optional(Cost::fromUsd(usd)); };

    ModelOverride said;
    said.pricePerSecond = cost(0.07);
    QTest::newRow("a second") << veo << said << true << 70'000LL << 70'000LL;
    said.priceByResolution = {{u"1080P"_s, Cost::fromUsd(0.09)}};
    QTest::newRow("by resolution") << veo << said << true << 70'000LL << 90'000LL;
    said.pricePerSecond.reset();
    QTest::newRow("by resolution alone") << veo << said << true << 30'000LL << 90'000LL;
    said = {};
    said.pricePerGeneration = cost(0.5);
    QTest::newRow("a generation") << veo << said << false << 500'000LL << 500'000LL;
    said.pricePerSecond = cost(0.07);
    QTest::newRow("a video's second first") << veo << said << true << 70'000LL << 70'000LL;
    said = {};
    said.pricePerImage = cost(0.01);
    said.pricePerGeneration = cost(0.5);
    QTest::newRow("an image") << flux << said << false << 10'000LL << 10'000LL;
    said = {};
    said.pricePerImage = cost(0);
    QTest::newRow("nothing") << flux << said << false << 0LL << 0LL;
}

void TestMerge::overridesPrices()
{
    QFETCH(QString, id);
    QFETCH(ModelOverride, said);
    QFETCH(bool, perSecond);
    QFETCH(qint64, micros);
    QFETCH(qint64, at1080p);
    const Catalog models = Catalog::builtIn().withOverrides({{id, said}});
    for (const Model &model : {*models.find(id), afterASnapshot(models, id)}) {
        QVERIFY(model.price);
        QCOMPARE(model.price->unit, perSecond ? PriceUnit::Second : PriceUnit::Generation);
        QCOMPARE(model.price->each.micros(), micros);
        QCOMPARE(model.price->at(u"1080p"_s).micros(), at1080p);
    }
    QCOMPARE(models.find(id)->price->source, PriceSource::BatchFile);
    QVERIFY(!models.find(id)->price->asOf.isValid());
    QCOMPARE(models.find(id)->parameters.size(), Catalog::builtIn().find(id)->parameters.size());
}

void TestMerge::overridesReachTheSnapshot()
{
    ModelOverride said;
    said.type = MediaType::Video;
    said.name = u"House style"_s;
    said.pricePerSecond = Cost::fromUsd(0.05);
    const Catalog models = Catalog::builtIn().withOverrides({{u"my/model"_s, said}});
    const Model model = afterASnapshot(models, u"my/model"_s);
    QCOMPARE(model.type, MediaType::Video);
    QCOMPARE(model.displayName, u"House style"_s);
    QCOMPARE(model.price->each, Cost::fromUsd(0.05));
    QVERIFY(!model.hasSchema);
}

void TestMerge::modelsThatNobodyKnows_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<ModelOverride>("said");
    QTest::addColumn<bool>("video");
    QTest::addColumn<QString>("name");
    ModelOverride said;
    QTest::newRow("nothing is said") << u"my/model"_s << said << false << u"model"_s;
    QTest::newRow("a video by its id") << u"my/film/text-to-video"_s << said << true << u"film"_s;
    QTest::newRow("shorter") << u"my/film/i2v-fast"_s << said << true << u"film"_s;
    said.priceByResolution = {{u"720p"_s, Cost::fromUsd(0.05)}};
    QTest::newRow("prices by resolution") << u"my/model"_s << said << true << u"model"_s;
    QTest::newRow("but an image by its id")
        << u"my/model/text-to-image"_s << said << false << u"model"_s;
    said.pricePerImage = Cost::fromUsd(0.05);
    QTest::newRow("but an image by its price")
        << u"my/model/text-to-video"_s << said << false << u"model"_s;
    said = {};
    said.pricePerSecond = Cost::fromUsd(0.05);
    QTest::newRow("a price a second") << u"my/model"_s << said << true << u"model"_s;
    QTest::newRow("of three parts")
        << u"house/film-2/text-to-video"_s << said << true << u"film-2"_s;
    QTest::newRow("of one") << u"film"_s << said << true << u"film"_s;
    said.type = MediaType::Image;
    QTest::newRow("its type") << u"my/model"_s << said << false << u"model"_s;
    said.name = u"電影"_s;
    QTest::newRow("its name") << u"my/model"_s << said << false << u"電影"_s;
}

void TestMerge::modelsThatNobodyKnows()
{
    QFETCH(QString, id);
    QFETCH(ModelOverride, said);
    QFETCH(bool, video);
    QFETCH(QString, name);
    const Catalog models = Catalog::builtIn().withOverrides({{id, said}});
    const Model *model = models.find(id);
    QVERIFY(model);
    QCOMPARE(model->type, video ? MediaType::Video : MediaType::Image);
    QCOMPARE(model->displayName, name);
    QCOMPARE(model->price.has_value(),
             said.pricePerSecond || said.pricePerImage || !said.priceByResolution.isEmpty());
    QVERIFY(model->listed);
    QCOMPARE(models.models().size(), Catalog::builtIn().models().size() + 1);
}

void TestMerge::overridesLeaveOthersAlone()
{
    QCOMPARE(Catalog::builtIn().withOverrides({}).toSnapshot(), Catalog::builtIn().toSnapshot());
    ModelOverride said;
    said.name = u"Veo, ours"_s;
    const Catalog models = Catalog::builtIn().withOverrides({{veo, said}});
    QCOMPARE(models.find(veo)->displayName, u"Veo, ours"_s);
    QCOMPARE(models.find(veo)->price, Catalog::builtIn().find(veo)->price);
    QCOMPARE(models.find(flux)->price->source, PriceSource::BuiltIn);
}

QTEST_GUILESS_MAIN(TestMerge)
#include "test_merge.moc"
