// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/models/shelf.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::MediaType;
using sandbox::Shelf;

namespace {

QByteArray builtIn()
{
    QFile file(QStringLiteral(RUSHES_SOURCE_DIR "/resources/catalog.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A shelf of one entry, "m", with these keys.
Shelf shelfOf(const QByteArray &keys)
{
    return Shelf::read(R"({"code": 200, "data": [{"model": "m")" + keys + "}]}").value();
}

} // namespace

class TestShelf : public QObject
{
    Q_OBJECT
private slots:
    void readsTheBuiltInSnapshot()
    {
        const auto shelf = Shelf::read(builtIn());
        QVERIFY2(shelf, shelf ? "" : qPrintable(shelf.error()));
        const auto *flux = shelf->find(u"black-forest-labs/flux-2-pro/text-to-image"_s);
        QVERIFY(flux && flux->type && flux->tariff && flux->time);
        QCOMPARE(*flux->type, MediaType::Image);
        QCOMPARE(flux->tariff->charge({}, 0), Cost::fromMicros(40'000));
        QCOMPARE(*flux->time, (sandbox::TimeSpan{10, 30}));
        QVERIFY(!flux->schema.isEmpty());
        const auto *veo = shelf->find(u"google/veo3.1/text-to-video"_s);
        QVERIFY(veo && veo->type && veo->tariff);
        QCOMPARE(*veo->type, MediaType::Video);
        QCOMPARE(veo->tariff->charge(u"1080p"_s, 8), Cost::fromMicros(240'000));
    }

    void isEmptyWithoutEntries()
    {
        QVERIFY(Shelf().isEmpty());
        QVERIFY(Shelf::read({})->isEmpty());
        QVERIFY(Shelf::read(R"({"data": []})")->isEmpty());
        QVERIFY(!shelfOf({}).isEmpty());
        QVERIFY(!Shelf::read(R"({"data": [7]})")->isEmpty());
    }

    void refusesWhatIsNoList_data()
    {
        QTest::addColumn<QByteArray>("snapshot");
        QTest::newRow("truncated") << builtIn().first(5000);
        QTest::newRow("HTML") << "<html><body>502 Bad Gateway</body></html>"_ba;
        QTest::newRow("blank") << " \n"_ba;
        QTest::newRow("a list") << R"([{"model": "m"}])"_ba;
        QTest::newRow("no data") << R"({"code": "200"})"_ba;
        QTest::newRow("data an object") << R"({"data": {"model": "m"}})"_ba;
        QTest::newRow("data null") << R"({"code": "500", "data": null})"_ba;
        QTest::newRow("binary") << QByteArray("\x89PNG\0\0\xff\xfe", 8);
    }
    void refusesWhatIsNoList()
    {
        QFETCH(const QByteArray, snapshot);
        const auto shelf = Shelf::read(snapshot);
        QVERIFY(!shelf);
        QVERIFY2(shelf.error().contains("list of models"_L1), qPrintable(shelf.error()));
    }

    void passesOverBrokenEntries()
    {
        const auto shelf = Shelf::read(R"({"data": [7, null, [], "m", {}, {"model": 7},
            {"model": ""}, {"model": "good", "type": "Image"}], "schemas": []})");
        QVERIFY(shelf);
        QVERIFY(shelf->find(u"good"_s));
        QVERIFY(!shelf->find({}));
        QVERIFY(!shelf->find(u"m"_s));
        QCOMPARE(shelf->list(QUrl(u"here:"_s)).value("data"_L1).toArray().size(), 8);
    }

    void types_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<bool>("offered");
        QTest::addColumn<int>("type"); // -1: neither
        const auto row = [](const char *keys, bool offered, int type) {
            QTest::newRow(keys) << QByteArray(keys) << offered << type;
        };
        row(R"(, "type": "Image")", true, int(MediaType::Image));
        row(R"(, "type": "Video", "display_console": true)", true, int(MediaType::Video));
        row(R"(, "type": "video")", true, int(MediaType::Video));
        row(R"(, "type": "Audio")", true, -1);
        row(R"(, "type": "Text")", true, -1);
        row(R"(, "type": 3)", true, -1);
        row("", true, -1);
        row(R"(, "type": "Image", "display_console": false)", false, 0);
        row(R"(, "type": "Image", "display_console": "no")", true, int(MediaType::Image));
    }
    void types()
    {
        QFETCH(const QByteArray, keys);
        QFETCH(const bool, offered);
        QFETCH(const int, type);
        const Shelf shelf = shelfOf(keys);
        const sandbox::Offer *offer = shelf.find(u"m"_s);
        QCOMPARE(offer != nullptr, offered);
        if (offer)
            QCOMPARE(offer->type ? static_cast<int>(*offer->type) : -1, type);
    }

    void prices_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("resolution");
        QTest::addColumn<qint64>("micros"); // of 5 s; -1: not known
        const auto row = [](const char *keys, qint64 micros, const QString &resolution = {}) {
            QTest::addRow("%s %s", keys, qPrintable(resolution))
                << QByteArray(keys) << resolution << micros;
        };
        row("", -1);
        row(R"(, "price": null)", -1);
        row(R"(, "price": "0.04")", -1);
        row(R"(, "price": {"actual": {"base_price": ""}})", -1);
        row(R"(, "price": {"actual": {"base_price": "-1"}})", -1);
        row(R"(, "price": {"actual": {"base_price": -1}})", -1);
        row(R"(, "price": {"actual": {"base_price": "free"}})", -1);
        row(R"(, "price": {"actual": {}, "origin": {"base_price": "1"}})", 1'000'000);
        row(R"(, "type": "Image", "price": {"actual": {"base_price": "0.04"}})", 40'000);
        row(R"(, "type": "Image", "price": {"actual": {"base_price": 0.04}})", 40'000);
        row(R"(, "type": "Image", "price": {"actual": {"base_price": "0"}})", 0);
        row(R"(, "type": "Video", "price": {"actual": {"base_price": "0.04"}})", 200'000);
        row(R"(, "type": "Video", "price": {"actual": {"base_price": "0.04"},
               "unit": "generation"})",
            40'000);
        row(R"(, "type": "Image", "price": {"actual": {"base_price": "0.04"}, "unit": "second"})",
            200'000);
        const char *graded = R"(, "type": "Video", "price": {"actual": {"base_price": "0.1"},
            "by_resolution": {"720p": "0.05", "4K": 0.4, "480p": "cheap"}})";
        row(graded, 500'000);
        row(graded, 250'000, u"720p"_s);
        row(graded, 250'000, u"720P"_s);
        row(graded, 2'000'000, u"4k"_s);
        row(graded, 250'000, u"480p"_s); // the next higher
        row(graded, 2'000'000, u"1080p"_s);
        row(graded, 2'000'000, u"8640p"_s); // the highest
        row(graded, 250'000, u"1280x720"_s);
        row(graded, 250'000, u"1296*728"_s); // rounded up
        row(graded, 2'000'000, u"1280*768"_s);
        row(graded, 500'000, u"auto"_s);
        row(R"(, "type": "Video", "price": {"by_resolution": {"720p": "0.05", "1080p": "0.1"}})",
            500'000, u"auto"_s);
    }
    void prices()
    {
        QFETCH(const QByteArray, keys);
        QFETCH(const QString, resolution);
        QFETCH(const qint64, micros);
        const Shelf shelf = shelfOf(keys);
        const auto tariff = shelf.find(u"m"_s)->tariff;
        QCOMPARE(tariff.has_value(), micros >= 0);
        if (tariff)
            QCOMPARE(tariff->charge(resolution, 5).micros(), micros);
    }

    void severalAreChargedEach()
    {
        const Shelf shelf =
            shelfOf(R"(, "type": "Video", "price": {"actual": {"base_price": "0.1"}})");
        const auto tariff = shelf.find(u"m"_s)->tariff;
        QCOMPARE(tariff->charge({}, 5, 3), Cost::fromUsd(1.5));
        QCOMPARE(tariff->charge({}, 5, 0), Cost::fromUsd(0.5));
        QCOMPARE(tariff->charge({}, 5, -4), Cost::fromUsd(0.5));
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most"); // 0: not known
        const auto row = [](const char *keys, double least, double most) {
            QTest::newRow(keys) << QByteArray(keys) << least << most;
        };
        row("", 0, 0);
        row(R"(, "avgLatency": 20)", 20, 20);
        row(R"(, "avgLatency": "20.5")", 20.5, 20.5);
        row(R"(, "avgLatency": 0)", 0, 0);
        row(R"(, "avgLatency": -3)", 0, 0);
        row(R"(, "avgLatency": null)", 0, 0);
        row(R"(, "avgLatency": "soon")", 0, 0);
        row(R"(, "avgLatency": 20, "typical_time": {"least": 10, "most": 30})", 10, 30);
        row(R"(, "typical_time": {"least": 30, "most": 10})", 10, 10);
        row(R"(, "typical_time": {"most": 10})", 0, 10);
        row(R"(, "avgLatency": 20, "typical_time": {"least": 10})", 20, 20);
        row(R"(, "avgLatency": 20, "typical_time": [1, 2])", 20, 20);
    }
    void times()
    {
        QFETCH(const QByteArray, keys);
        QFETCH(const double, least);
        QFETCH(const double, most);
        const Shelf shelf = shelfOf(keys);
        const auto time = shelf.find(u"m"_s)->time;
        QCOMPARE(time.has_value(), most > 0);
        if (time)
            QCOMPARE(*time, (sandbox::TimeSpan{least, most}));
    }

    void listsEntriesAsTheyAre()
    {
        const QByteArray snapshot = R"({"code": "200", "as_of": "2026-11-01", "data": [
            {"model": "a/b", "type": "Image", "schema": "at:s/1", "tags": [], "new_key": {}},
            {"model": "a/c d", "type": "Audio", "schema": "at:s/2"},
            {"model": "hidden", "schema": "at:s/3", "display_console": false},
            {"model": "bare"}, 7],
            "schemas": {"at:s/1": {"openapi": "3.0.0"}, "at:s/2": {"info": {}}}})";
        const Shelf shelf = Shelf::read(snapshot).value();
        const QJsonObject answer = shelf.list(QUrl(u"here:schemas/"_s));
        QCOMPARE(answer.keys(), (QStringList{u"code"_s, u"data"_s}));
        QCOMPARE(answer.value("code"_L1), QJsonValue(u"200"_s));
        const QJsonArray expected = QJsonDocument::fromJson(R"([
            {"model": "a/b", "type": "Image", "schema": "here:schemas/a--b.json",
             "tags": [], "new_key": {}},
            {"model": "a/c d", "type": "Audio", "schema": "here:schemas/a--c%20d.json"},
            {"model": "hidden", "schema": "here:schemas/hidden.json",
             "display_console": false},
            {"model": "bare"}, 7])")
                                        .array();
        QCOMPARE(answer.value("data"_L1).toArray(), expected);

        QCOMPARE(shelf.schemaNamed(u"a--b.json"_s).keys(), QStringList{u"openapi"_s});
        QCOMPARE(shelf.schemaNamed(u"a--c d.json"_s).keys(), QStringList{u"info"_s});
        QVERIFY(shelf.schemaNamed(u"hidden.json"_s).isEmpty());
        QVERIFY(shelf.schemaNamed({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestShelf)
#include "test_shelf.moc"
