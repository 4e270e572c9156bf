// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/cache.h"
#include "catalog/livelist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalog::Catalog;
using catalog::Model;
using catalog::PriceSource;

class TestLiveList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyUsableEntryIsThere();
    void readsPrices_data();
    void readsPrices();
    void readsTimes_data();
    void readsTimes();
    void leavesOut_data();
    void leavesOut();
    void readsTypesInAnyCase_data();
    void readsTypesInAnyCase();
    void readsTags_data();
    void readsTags();
    void firstOfTwoHolds();
    void modelsWithoutASchema_data();
    void modelsWithoutASchema();
    void namesThatAreMissing();
    void namesOfAnyScript();
    void pricesSayWhereTheyComeFrom();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void refusesWhatIsTooLarge();
    void refusesManyUnreadableEntries_data();
    void refusesManyUnreadableEntries();
    void saysWhatTheServiceSays_data();
    void saysWhatTheServiceSays();

private:
    const Model &odd(const QString &name) const
    {
        static const Model none;
        const Model *model = m_catalog.find(u"odd/"_s + name);
        return model ? *model : none;
    }

    Catalog m_catalog;
};

void TestLiveList::initTestCase()
{
    const auto read = livelist::read();
    QVERIFY2(read, qPrintable(read ? QString() : read.error()));
    m_catalog = *read;
}

void TestLiveList::everyUsableEntryIsThere()
{
    QCOMPARE(m_catalog.models().size(), 144); // of 165 entries
    QCOMPARE(m_catalog.fetchedAt(), livelist::fetchedAt);
    for (const Model &model : m_catalog.models()) {
        QCOMPARE(m_catalog.find(model.id)->id, model.id);
        QVERIFY2(!model.displayName.isEmpty(), qPrintable(model.id));
        QVERIFY(model.listed);
    }
}

void TestLiveList::readsPrices_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("micros"); // -1: no price
    QTest::newRow("a number") << u"price-number"_s << 20'000LL;
    QTest::newRow("a text") << u"latency-text"_s << 20'000LL;
    QTest::newRow("with a sign") << u"price-dollar"_s << 20'000LL;
    QTest::newRow("an exponent") << u"price-exponent"_s << 20'000LL;
    QTest::newRow("empty") << u"price-empty"_s << -1LL;
    QTest::newRow("words") << u"price-words"_s << -1LL;
    QTest::newRow("below nothing") << u"price-negative"_s << -1LL;
    QTest::newRow("beyond any") << u"price-huge"_s << -1LL;
    QTest::newRow("missing") << u"price-missing"_s << -1LL;
    QTest::newRow("null") << u"price-null"_s << -1LL;
    QTest::newRow("a list") << u"price-list"_s << -1LL;
    QTest::newRow("what is charged, not what it was") << u"price-discounted"_s << 70'000LL;
    QTest::newRow("only what it was") << u"price-origin-only"_s << 100'000LL;
    QTest::newRow("by resolution") << u"price-by-resolution"_s << 50'000LL;
}

void TestLiveList::readsPrices()
{
    QFETCH(QString, name);
    QFETCH(qint64, micros);
    const Model &model = odd(name);
    QVERIFY(!model.id.isEmpty());
    QCOMPARE(model.price ? model.price->each.micros() : -1, micros);
    if (name != u"price-by-resolution"_s)
        return;
    QCOMPARE(model.price->byResolution.size(), 2);
    QCOMPARE(model.price->at(u"1080p"_s).micros(), 100'000);
    QCOMPARE(model.price->at(u"720P "_s).micros(), 60'000);
    QCOMPARE(model.price->at(u"4k"_s).micros(), 100'000); // of the highest there is
    QCOMPARE(model.price->at(u""_s).micros(), 50'000);
}

void TestLiveList::readsTimes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("seconds"); // -1: not known
    QTest::newRow("a number") << u"price-number"_s << 10.0;
    QTest::newRow("a text") << u"latency-text"_s << 42.5;
    QTest::newRow("words") << u"latency-words"_s << -1.0;
    QTest::newRow("null") << u"latency-null"_s << -1.0;
    QTest::newRow("nothing") << u"latency-zero"_s << -1.0;
    QTest::newRow("missing") << u"latency-missing"_s << -1.0;
}

void TestLiveList::readsTimes()
{
    QFETCH(QString, name);
    QFETCH(double, seconds);
    const Model &model = odd(name);
    QVERIFY(!model.id.isEmpty());
    QCOMPARE(model.typicalTime ? model.typicalTime->middle() : -1, seconds);
}

void TestLiveList::leavesOut_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"hidden", "hidden-as-text", "type-missing", "type-number",
                             "makes-Audio", "makes-Text", "makes-audio", "makes-TEXT", "makes-3D"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestLiveList::leavesOut()
{
    QFETCH(QString, name);
    QVERIFY(livelist::answer().contains("\"odd/" + name.toUtf8() + '"'));
    QVERIFY(!m_catalog.find(u"odd/"_s + name));
}

void TestLiveList::readsTypesInAnyCase_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("video");
    QTest::newRow("capitals") << u"type-upper"_s << false;
    QTest::newRow("small") << u"type-lower"_s << true;
    QTest::newRow("with spaces") << u"type-spaces"_s << true;
    QTest::newRow("shown where it doesn't say") << u"console-missing"_s << false;
    QTest::newRow("shown where that is null") << u"console-null"_s << false;
}

void TestLiveList::readsTypesInAnyCase()
{
    QFETCH(QString, name);
    QFETCH(bool, video);
    QVERIFY(!odd(name).id.isEmpty());
    QCOMPARE(odd(name).type, video ? batch::MediaType::Video : batch::MediaType::Image);
}

void TestLiveList::readsTags_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("tags");
    QTest::newRow("null") << u"tags-null"_s << QStringList();
    QTest::newRow("missing") << u"tags-missing"_s << QStringList();
    QTest::newRow("a text") << u"tags-text"_s << QStringList{u"TEXT-TO-IMAGE"_s};
    QTest::newRow("objects, and each once")
        << u"tags-objects"_s << QStringList{u"IMAGE-TO-IMAGE"_s};
}

void TestLiveList::readsTags()
{
    QFETCH(QString, name);
    QFETCH(QStringList, tags);
    QVERIFY(!odd(name).id.isEmpty());
    QCOMPARE(odd(name).tags, tags);
}

void TestLiveList::firstOfTwoHolds()
{
    QCOMPARE(odd(u"twice"_s).displayName, u"the first"_s);
    QCOMPARE(odd(u"twice"_s).price->each.micros(), 10'000);
}

void TestLiveList::modelsWithoutASchema_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"schema-missing", "schema-empty", "schema-number", "schema-broken",
                             "schema-other-shape", "unicode"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestLiveList::modelsWithoutASchema()
{
    QFETCH(QString, name);
    const Model &model = odd(name);
    QVERIFY(!model.id.isEmpty());
    QVERIFY(!model.hasSchema);
    QVERIFY(model.parameters.isEmpty());
    QVERIFY(model.schema.isEmpty());
}

void TestLiveList::namesThatAreMissing()
{
    QCOMPARE(odd(u"name-missing"_s).displayName, u"odd/name-missing"_s);
    QCOMPARE(odd(u"name-null"_s).displayName, u"odd/name-null"_s);
    QVERIFY(odd(u"name-null"_s).organization.isEmpty());
}

void TestLiveList::namesOfAnyScript()
{
    QCOMPARE(odd(u"unicode"_s).displayName, u"可靈 3.0 專業版 🎬"_s);
    QCOMPARE(odd(u"unicode"_s).organization, u"快手"_s);
}

void TestLiveList::pricesSayWhereTheyComeFrom()
{
    QCOMPARE(odd(u"twice"_s).price->source, PriceSource::Live);
    QCOMPARE(odd(u"twice"_s).price->asOf, livelist::fetchedAt);
}

void TestLiveList::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray whole = livelist::answer();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("spaces") << QByteArray(" \n ");
    for (const int percent : {0, 1, 10, 50, 90, 99}) {
        QTest::addRow("cut off after %d %%", percent)
            << whole.left(whole.size() * percent / 100 + 1);
    }
    QTest::newRow("without its end") << whole.trimmed().chopped(1);
    QTest::newRow("two of them") << whole + whole;
    QTest::newRow("a page") << QByteArray("<!doctype html><html><body>busy</body></html>");
    QTest::newRow("words") << QByteArray("Service Unavailable");
    QTest::newRow("bytes") << QByteArray("\x00\x01\xff\xfe\x7b", 5);
    QTest::newRow("a number") << QByteArray("7");
    QTest::newRow("a text") << QByteArray("\"models\"");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a bare list") << QByteArray(R"([{"model": "a", "type": "Image"}])");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("data is null") << QByteArray(R"({"code": "200", "data": null})");
    QTest::newRow("data is a text") << QByteArray(R"({"code": "200", "data": "[]"})");
    QTest::newRow("data is an object") << QByteArray(R"({"data": {"models": []}})");
    QTest::newRow("no entry") << QByteArray(R"({"code": 200, "data": []})");
    QTest::newRow("no object in it") << QByteArray(R"({"code": 200, "data": [1, "a", null, []]})");
    QTest::newRow("ids of a wrong type")
        << QByteArray(R"({"data": [{"model": 1, "type": "Image"}]})");
    QTest::newRow("nothing that makes pictures")
        << QByteArray(R"({"data": [{"model": "a", "type": "Audio"}]})");
    QTest::newRow("all hidden") << QByteArray(
        R"({"data": [{"model": "a", "type": "Image", "display_console": false}]})");
}

void TestLiveList::refusesWhatIsNoList()
{
    QFETCH(QByteArray, answer);
    const auto read = Catalog::read(answer, {}, {});
    QVERIFY(!read);
    QVERIFY(read.error().endsWith(u'.') || read.error().endsWith(u')'));
    QVERIFY2(!read.error().contains(u'<'), qPrintable(read.error()));
}

void TestLiveList::refusesWhatIsTooLarge()
{
    QByteArray answer = livelist::answer();
    answer.insert(1, QByteArray(catalog::largestList - answer.size(), ' '));
    QVERIFY(Catalog::read(answer, {}, {}));
    answer.insert(1, ' ');
    const auto read = Catalog::read(answer, {}, {});
    QVERIFY(!read);
    QVERIFY2(read.error().contains(u"8 MB"), qPrintable(read.error()));

    // A schema that is too large is as good as none.
    QHash<QUrl, QByteArray> schemas = livelist::schemas();
    for (QByteArray &schema : schemas)
        schema.append(catalog::largestSchema, ' ');
    const auto without = Catalog::read(livelist::answer(), schemas, {});
    QVERIFY(without);
    QVERIFY(m_catalog.find(u"odd/schema-pydantic"_s)->hasSchema);
    QVERIFY(!without->find(u"odd/schema-pydantic"_s)->hasSchema);
}

void TestLiveList::refusesManyUnreadableEntries_data()
{
    QTest::addColumn<int>("good");
    QTest::addColumn<int>("bad");
    QTest::addColumn<bool>("holds");
    QTest::newRow("oddities") << 1 << 3 << true;
    QTest::newRow("more than those") << 1 << 4 << false;
    QTest::newRow("a quarter") << 75 << 25 << true;
    QTest::newRow("over a quarter") << 74 << 26 << false;
}

void TestLiveList::refusesManyUnreadableEntries()
{
    QFETCH(int, good);
    QFETCH(int, bad);
    QFETCH(bool, holds);
    const QList<QByteArray> unreadable{R"({"model": 7, "type": "Image"})", R"({"model": "b"})",
                                       R"({"type": "Video"})", "null", R"("a")"};
    QByteArrayList entries;
    for (int i = 0; i < good; ++i)
        entries.append(R"({"model": "a/)" + QByteArray::number(i) + R"(", "type": "Text"})");
    entries.first().replace("Text", "Image");
    for (int i = 0; i < bad; ++i)
        entries.append(unreadable.at(i % unreadable.size()));
    const auto read = Catalog::read("{\"data\": [" + entries.join(',') + "]}", {}, {});
    QCOMPARE(read.has_value(), holds);
    if (!holds)
        QVERIFY2(read.error().contains(u"can't be read"), qPrintable(read.error()));
}

void TestLiveList::saysWhatTheServiceSays_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    QTest::newRow("msg") << QByteArray(R"({"code": 401, "msg": "key expired", "data": null})")
                         << u"401 instead of the list of models: key expired"_s;
    QTest::newRow("code as text") << QByteArray(R"({"code": "503", "message": "busy", "data": []})")
                                  << u"503"_s;
    QTest::newRow("in spite of data")
        << QByteArray(R"({"code": 500, "msg": "half", "data": [{"model": "a", "type": "Image"}]})")
        << u"half"_s;
    QTest::newRow("error object") << QByteArray(R"({"error": {"message": "no such route"}})")
                                  << u"no such route"_s;
    QTest::newRow("error text") << QByteArray(R"({"error": "gone"})") << u"gone"_s;
}

void TestLiveList::saysWhatTheServiceSays()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, words);
    const auto read = Catalog::read(answer, {}, {});
    QVERIFY(!read);
    QVERIFY2(read.error().contains(words), qPrintable(read.error()));
}

QTEST_GUILESS_MAIN(TestLiveList)
#include "test_livelist.moc"
