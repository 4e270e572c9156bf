// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/reading/schemareader.h"

#include "catalog/livelist.h"
#include "catalog/oneparameter.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using catalog::Model;
using catalog::Parameter;
using catalog::ValueSchema;

namespace {

ValueSchema valueSchema(const QByteArray &json)
{
    return parameterOf(QJsonDocument::fromJson(json).object());
}

QStringList names(const Model &model)
{
    QStringList list;
    for (const Parameter &parameter : model.parameters)
        list.append(parameter.name);
    return list;
}

} // namespace

class TestSchemaReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void ordersTheParameters();
    void followsReferences();
    void referencesThatLeadNowhere_data();
    void referencesThatLeadNowhere();
    void readsWhatMayBeNull();
    void readsBoundsOfEitherVersion();
    void readsConst();
    void makesTitles_data();
    void makesTitles();
    void whatIsRequiredAndNotDescribedTakesAnything();
    void ignoresWhatItDoesNotUnderstand_data();
    void ignoresWhatItDoesNotUnderstand();
    void keepsWhatContradictsAReference();
    void endsInSpiteOfItself_data();
    void endsInSpiteOfItself();
    void bringsThePartsOfTheInputTogether_data();
    void bringsThePartsOfTheInputTogether();

private:
    const Parameter &pydantic(const QString &name) const { return parameter(m_pydantic, name); }
    const Parameter &openApi(const QString &name) const { return parameter(m_openApi, name); }
    static const Parameter &parameter(const Model &model, const QString &name)
    {
        static const Parameter none;
        const Parameter *found = model.parameter(name);
        return found ? *found : none;
    }

    Model m_pydantic;
    Model m_openApi;
};

void TestSchemaReader::initTestCase()
{
    const auto list = livelist::read();
    QVERIFY(list);
    m_pydantic = *list->find(u"odd/schema-pydantic"_s);
    m_openApi = *list->find(u"odd/schema-openapi30"_s);
    QVERIFY(m_pydantic.hasSchema);
    QVERIFY(m_openApi.hasSchema);
}

void TestSchemaReader::ordersTheParameters()
{
    // As the schema wants it, then what must be there, then by name; and `model` is none.
    QCOMPARE(names(m_pydantic),
             QStringList({u"prompt"_s, u"ratio"_s, u"duration"_s, u"resolution"_s, u"token"_s,
                          u"circle"_s, u"elsewhere"_s, u"image"_s, u"lost"_s, u"mode"_s, u"seed"_s,
                          u"shots"_s}));
    QCOMPARE(names(m_openApi).first(), u"size"_s);
}

void TestSchemaReader::followsReferences()
{
    const Parameter &ratio = pydantic(u"ratio"_s);
    QCOMPARE(ratio.types, ValueSchema::Types(ValueSchema::String));
    QCOMPARE(ratio.allowed, QJsonArray({u"16:9"_s, u"9:16"_s}));
    QCOMPARE(ratio.defaultValue, QJsonValue(u"16:9"_s));
    QCOMPARE(ratio.title, u"Shape"_s); // its own, not that of the enum
    QCOMPARE(ratio.description, u"Of the enum."_s);
    QVERIFY(ratio.allOf.empty());

    const Parameter &shots = pydantic(u"shots"_s);
    QCOMPARE(shots.items.size(), size_t(1));
    QCOMPARE(shots.items.front().types, ValueSchema::Types(ValueSchema::Object));
    QVERIFY(shots.items.front().closed);
    QVERIFY(fault(shots, QJsonArray{QJsonObject{{u"prompt"_s, u"a"_s}}}).isEmpty());
    QVERIFY(!fault(shots, QJsonArray{QJsonObject{{u"next"_s, 1}}}).isEmpty());
    QVERIFY(!fault(shots,
                   QJsonArray{QJsonObject{{u"prompt"_s, u"a"_s},
                                          {u"next"_s, QJsonObject{{u"prompt"_s, 7}}}}})
                 .isEmpty());
}

void TestSchemaReader::referencesThatLeadNowhere_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << u"lost"_s;
    QTest::newRow("in another document") << u"elsewhere"_s;
    QTest::newRow("in a circle") << u"circle"_s;
}

void TestSchemaReader::referencesThatLeadNowhere()
{
    QFETCH(QString, name);
    const Parameter &parameter = pydantic(name);
    QCOMPARE(parameter.name, name);
    QVERIFY(fault(parameter, u"anything"_s).isEmpty());
    QVERIFY(fault(parameter, 7).isEmpty());
}

void TestSchemaReader::readsWhatMayBeNull()
{
    for (const QString &name : {u"resolution"_s, u"image"_s, u"seed"_s}) {
        QVERIFY2(pydantic(name).types & ValueSchema::Null, qPrintable(name));
        QVERIFY2(fault(pydantic(name), QJsonValue::Null).isEmpty(), qPrintable(name));
    }
    QVERIFY(fault(openApi(u"negative_prompt"_s), QJsonValue::Null).isEmpty());
    QVERIFY(!fault(pydantic(u"prompt"_s), QJsonValue::Null).isEmpty());
    QVERIFY(!fault(pydantic(u"ratio"_s), QJsonValue::Null).isEmpty());

    const Parameter &resolution = pydantic(u"resolution"_s);
    QVERIFY(resolution.types & ValueSchema::String);
    QVERIFY(resolution.anyOf.empty());
    QVERIFY(fault(resolution, u"720p"_s).isEmpty());
    QVERIFY(!fault(resolution, u"8k"_s).isEmpty());
    QVERIFY(resolution.defaultValue.isNull());
    QVERIFY(pydantic(u"seed"_s).defaultValue.isUndefined());
}

void TestSchemaReader::readsBoundsOfEitherVersion()
{
    const Parameter &duration = pydantic(u"duration"_s);
    QCOMPARE(duration.above, std::optional(2.0));
    QCOMPARE(duration.below, std::optional(11.0));
    QVERIFY(!duration.minimum);

    const Parameter &scale = openApi(u"cfgScale"_s);
    QCOMPARE(scale.above, std::optional(0.0));
    QVERIFY(!scale.minimum);
    QVERIFY(!scale.maximum); // a text is no bound
    QCOMPARE(scale.multipleOf, std::optional(0.1));

    const Parameter &count = openApi(u"numImages"_s);
    QCOMPARE(count.maximum, std::optional(4.0));
    QVERIFY(!count.below);
}

void TestSchemaReader::readsConst()
{
    QCOMPARE(pydantic(u"mode"_s).allowed, QJsonArray({u"fast"_s}));
    QCOMPARE(valueSchema(R"({"const": null})").allowed.size(), 1);
    QVERIFY(!fault(valueSchema(R"({"const": null})"), 1).isEmpty());
}

void TestSchemaReader::makesTitles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::newRow("of words") << u"negative_prompt"_s << u"Negative prompt"_s;
    QTest::newRow("of humps") << u"numImages"_s << u"Num images"_s;
    QTest::newRow("of abbreviations") << u"cfgScale"_s << u"CFG scale"_s;
    QTest::newRow("where it is the name again") << u"size"_s << u"Size"_s;
}

void TestSchemaReader::makesTitles()
{
    QFETCH(QString, name);
    QFETCH(QString, title);
    QCOMPARE(openApi(name).title, title);
}

void TestSchemaReader::whatIsRequiredAndNotDescribedTakesAnything()
{
    const Parameter &token = pydantic(u"token"_s);
    QVERIFY(token.required);
    QVERIFY(!token.types);
    QCOMPARE(token.title, u"Token"_s);
    QVERIFY(fault(token, QJsonArray{1}).isEmpty());
}

void TestSchemaReader::ignoresWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("a type") << QByteArray(R"({"type": "file"})");
    QTest::newRow("a type in a list") << QByteArray(R"({"type": ["file", "blob"]})");
    QTest::newRow("bounds") << QByteArray(R"({"minimum": "low", "maximum": [], "maxLength": -1})");
    QTest::newRow("multiples") << QByteArray(R"({"multipleOf": 0})");
    QTest::newRow("an enum") << QByteArray(R"({"enum": "a, b"})");
    QTest::newRow("a pattern") << QByteArray(R"({"pattern": "(["})");
    QTest::newRow("items") << QByteArray(R"({"items": [{"type": "string"}]})");
    QTest::newRow("choices") << QByteArray(R"({"anyOf": {}, "oneOf": [], "allOf": "x"})");
}

void TestSchemaReader::ignoresWhatItDoesNotUnderstand()
{
    QFETCH(QByteArray, json);
    const ValueSchema schema = valueSchema(json);
    for (const QJsonValue &value : {QJsonValue(u"a"_s), QJsonValue(3), QJsonValue(QJsonArray{1})})
        QCOMPARE(fault(schema, value), QString());
}

void TestSchemaReader::keepsWhatContradictsAReference()
{
    const QJsonObject document =
        QJsonDocument::fromJson(R"({"a": {"type": "integer", "maximum": 10}})").object();
    const ValueSchema both = parameterOf(
        QJsonDocument::fromJson(R"({"$ref": "#/a", "maximum": 5, "minimum": 2})").object(),
        document);
    QVERIFY(fault(both, 3).isEmpty());
    QVERIFY(!fault(both, 7).isEmpty());
    QVERIFY(!fault(both, 1).isEmpty());
    QVERIFY(!fault(both, u"3"_s).isEmpty());
}

void TestSchemaReader::endsInSpiteOfItself_data()
{
    QTest::addColumn<QByteArray>("schema"); // @: itself
    // Each level refers to it four times more: 4^12 if nobody counted.
    QTest::newRow("as a property") << R"({"properties": {
        "b": @, "c": @, "d": {"anyOf": [@, @]}}})"_ba;
    QTest::newRow("as what it is") << R"({"anyOf": [@, {"type": "null"}],
        "oneOf": [@, {"type": "null"}], "allOf": [@], "properties": {"b": @, "c": @}})"_ba;
    QTest::newRow("as its parts") << R"({"allOf": [@, @, @], "properties": {"b": @}})"_ba;
}

void TestSchemaReader::endsInSpiteOfItself()
{
    QFETCH(QByteArray, schema);
    schema.replace("@", R"({"$ref": "#/components/schemas/Input"})");
    const QJsonObject document =
        QJsonDocument::fromJson(R"({"components": {"schemas": {"Input": )" + schema + "}}}")
            .object();
    QVERIFY(!document.isEmpty());
    QElapsedTimer watch;
    watch.start();
    catalog::readSchema(document);
    QJsonObject renamed =
        QJsonDocument::fromJson(QJsonDocument(document).toJson().replace("Input", "Base")).object();
    parameterOf(QJsonDocument::fromJson(R"({"$ref": "#/components/schemas/Base"})").object(),
                renamed);
    QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
}

void TestSchemaReader::bringsThePartsOfTheInputTogether_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QStringList>("parameters"); // * for required; none: no schema
    const auto row = [](const char *name, const char *input, const QStringList &parameters) {
        QTest::newRow(name) << QByteArray(input) << parameters;
    };
    row("one", R"({"allOf": [@Base], "properties": {"seed": {}}, "required": ["seed"]})",
        {u"seed*"_s, u"prompt*"_s, u"style"_s});
    row("parts alone", R"({"allOf": [@Base, {"properties": {"seed": {}}}]})",
        {u"prompt*"_s, u"seed"_s, u"style"_s});
    row("parts of parts", R"({"allOf": [{"allOf": [@Base, @Base]}], "properties": {"seed": {}}})",
        {u"prompt*"_s, u"seed"_s, u"style"_s});
    row("beside a reference",
        R"({"$ref": "#/components/schemas/Base", "properties": {"seed": {}}})",
        {u"prompt*"_s, u"seed"_s, u"style"_s});
    row("in its order", R"({"allOf": [{"x-order-properties": ["style", "prompt"]}, @Base]})",
        {u"style"_s, u"prompt*"_s});
    row("the same twice", R"({"allOf": [@Base], "properties": {"prompt": {"type": "string"}}})",
        {u"prompt*"_s, u"style"_s});
    row("what contradicts", R"({"allOf": [@Base], "properties": {"prompt": {"type": "integer"}}})",
        {});
    row("itself", R"({"allOf": [@Input, @Base], "properties": {"seed": {}}})",
        {u"prompt*"_s, u"seed"_s, u"style"_s});
}

void TestSchemaReader::bringsThePartsOfTheInputTogether()
{
    QFETCH(QByteArray, input);
    QFETCH(QStringList, parameters);
    for (const char *name : {"Base", "Input"})
        input.replace(QByteArray("@") + name,
                      R"({"$ref": "#/components/schemas/)" + QByteArray(name) + R"("})");
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(R"({"components": {"schemas": {
        "Base": {"type": "object", "required": ["prompt"], "additionalProperties": false,
                 "properties": {"model": {}, "prompt": {"type": "string"}, "style": {}}},
        "Input": )" + input + "}}}",
                                                           &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    const auto read = catalog::readSchema(document.object());
    QCOMPARE(read.has_value(), !parameters.isEmpty());
    QStringList found;
    for (const Parameter &each : read.value_or(QList<Parameter>()))
        found.append(each.required ? each.name + u'*' : each.name);
    QCOMPARE(found, parameters);
}

QTEST_GUILESS_MAIN(TestSchemaReader)
#include "test_schemareader.moc"
