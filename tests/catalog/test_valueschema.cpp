// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/oneparameter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using catalog::ValueSchema;

class TestValueSchema : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsAllowed_data();
    void saysWhatIsAllowed();
};

void TestValueSchema::saysWhatIsAllowed_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value"); // in a list of one
    QTest::addColumn<QString>("words");    // empty: nothing is wrong
    const auto row = [](const char *name, const char *schema, const char *value,
                        const QString &words = {}) {
        QTest::newRow(name) << QByteArray(schema) << '[' + QByteArray(value) + ']' << words;
    };

    row("anything", "{}", "null");
    row("text", R"({"type": "string"})", R"("a")");
    row("no text", R"({"type": "string"})", "5", u"must be a text."_s);
    row("whole", R"({"type": "integer"})", "5");
    row("whole as 5.0", R"({"type": "integer"})", "5.0");
    row("whole and large", R"({"type": "integer"})", "4294967295");
    row("not whole", R"({"type": "integer"})", "5.5", u"must be a whole number."_s);
    row("number as text", R"({"type": "number"})", R"("5")", u"must be a number."_s);
    row("true is no number", R"({"type": "integer"})", "true", u"must be a whole number."_s);
    row("no switch", R"({"type": "boolean"})", R"("true")", u"must be true or false."_s);
    row("no list", R"({"type": "array"})", R"("a")", u"must be a list."_s);
    row("no object", R"({"type": "object"})", "[]", u"must be keys with values."_s);
    row("null", R"({"type": "string"})", "null", u"must be a text."_s);
    row("null allowed", R"({"type": ["string", "null"]})", "null");
    row("one of two types", R"({"type": ["string", "integer"]})", "1.5",
        u"must be a text or a whole number."_s);

    row("in the enum", R"({"enum": ["480p", "720p"]})", R"("720p")");
    row("not in the enum", R"({"enum": ["480p", "720p"]})", R"("8k")",
        u"must be one of 480p, 720p."_s);
    row("in another case", R"({"enum": ["480P"]})", R"("480p")", u"must be 480P."_s);
    row("5.0 is 5", R"({"enum": [5, 10]})", "5.0");
    row("text is no number", R"({"enum": [5, 10]})", R"("5")", u"must be one of 5, 10."_s);
    row("of mixed types", R"({"enum": ["auto", 5, null, true, [1, 2.0], {"a": 1}]})", "[1.0, 2]");
    row("not of mixed types", R"({"enum": ["auto", 5, null, true, ""]})", "6",
        u"must be one of auto, 5, null, true, \"\"."_s);
    row("object in the enum", R"({"enum": [{"a": 1}]})", R"({"a": 1.0})");
    row("larger object", R"({"enum": [{"a": 1}]})", R"({"a": 1, "b": 2})", u"must be {\"a\":1}."_s);
    row("const", R"({"const": 3})", "4", u"must be 3."_s);
    row("const among others", R"({"const": 3, "enum": [2, 3.0]})", "2", u"must be 3."_s);
    row("const that is not among them", R"({"const": 3, "enum": [2]})", "3",
        u"takes no value at all."_s);
    row("an empty enum", R"({"enum": []})", "3", u"takes no value at all."_s);
    row("true", "true", "3");
    row("false", "false", "3", u"takes no value at all."_s);
    row("a key that may be", R"({"properties": {"a": true}})", R"({"a": 3})");
    row("a key that may not be", R"({"properties": {"a": false}})", R"({"a": 3})",
        u"\"a\": takes no value at all."_s);
    row("further keys", R"({"properties": {"a": {}}, "additionalProperties": {"type": "string"}})",
        R"({"a": 3, "b": 4})", u"\"b\": must be a text."_s);
    row("an empty list alone", R"({"items": false})", "[]");
    row("no element", R"({"items": false})", "[1]", u"element 1: takes no value at all."_s);
    row("all of nothing", R"({"allOf": [false]})", "1", u"takes no value at all."_s);
    row("any of nothing and something", R"({"anyOf": [false, {"type": "string"}]})", "1",
        u"must be a text."_s);
    row("any of nothing", R"({"anyOf": [false, {"enum": []}]})", "1", u"takes no value at all."_s);

    row("at the least", R"({"minimum": 1, "maximum": 15})", "1");
    row("below", R"({"minimum": 1, "maximum": 15})", "0", u"must be between 1 and 15."_s);
    row("above", R"({"minimum": 1, "maximum": 15})", "16", u"must be between 1 and 15."_s);
    row("too small", R"({"minimum": 0.5})", "0.25", u"must be at least 0.5."_s);
    row("too large", R"({"maximum": 2147483647})", "2147483648", u"must be at most 2147483647."_s);
    row("at an open bound", R"({"exclusiveMinimum": 0})", "0", u"must be more than 0."_s);
    row("at an open bound of 3.0", R"({"maximum": 1, "exclusiveMaximum": true})", "1",
        u"must be less than 1."_s);
    row("bounds are for numbers", R"({"minimum": 5})", R"("a")");
    row("a multiple", R"({"multipleOf": 64})", "1024");
    row("no multiple", R"({"multipleOf": 64})", "1000", u"must be a multiple of 64."_s);
    row("a multiple of 0.1", R"({"multipleOf": 0.1})", "0.3");
    row("another of 0.1", R"({"multipleOf": 0.1})", "1.1");
    row("no multiple of 0.1", R"({"multipleOf": 0.1})", "0.35", u"must be a multiple of 0.1."_s);
    row("nothing is one", R"({"multipleOf": 0.01})", "0");

    row("long enough", R"({"minLength": 2})", R"("ab")");
    row("empty", R"({"minLength": 1})", R"("")", u"must not be empty."_s);
    row("too short", R"({"minLength": 3})", R"("ab")", u"must have at least 3 character(s)."_s);
    row("too long", R"({"maxLength": 3})", R"("abcd")",
        u"must have at most 3 character(s); this has 4."_s);
    row("an emoji is one", R"({"maxLength": 3})", R"("🎬🎬🎬")");
    row("emoji count", R"({"maxLength": 3})", R"("🎬🎬🎬🎬")",
        u"must have at most 3 character(s); this has 4."_s);
    row("so do Han characters", R"({"minLength": 3})", R"("電影")",
        u"must have at least 3 character(s)."_s);
    row("rare ones are one", R"({"minLength": 2})", R"("𠮷")",
        u"must have at least 2 character(s)."_s);
    row("the pattern", R"({"pattern": "\\d+\\*\\d+"})", R"("a 1*2")");
    row("not the pattern", R"({"pattern": "^\\d+\\*\\d+$"})", R"("1x2")",
        u"must match the pattern ^\\d+\\*\\d+$."_s);

    row("enough elements", R"({"minItems": 1, "items": {"type": "string"}})", R"(["a"])");
    row("too few", R"({"minItems": 1})", "[]", u"must have at least 1 element(s)."_s);
    row("too many", R"({"maxItems": 1})", "[1, 2]", u"must have at most 1 element(s)."_s);
    row("a wrong element", R"({"items": {"type": "string"}})", R"(["a", 2])",
        u"element 2: must be a text."_s);
    row("in a list of lists", R"({"items": {"items": {"maximum": 1}}})", "[[1], [0, 2]]",
        u"element 2: element 2: must be at most 1."_s);
    row("twice the same", R"({"uniqueItems": true})", "[1, 2, 1.0]",
        u"must not have the same element twice: 1."_s);

    row("keys", R"({"properties": {"a": {"type": "string"}}, "required": ["a"]})",
        R"({"a": "x", "b": 1})");
    row("a key is missing", R"({"required": ["a"]})", "{}", u"must have the key \"a\"."_s);
    row("a wrong value", R"({"properties": {"a": {"items": {"type": "string"}}}})", R"({"a": [1]})",
        u"\"a\": element 1: must be a text."_s);
    row("an unknown key", R"({"properties": {"a": {}, "b": {}}, "additionalProperties": false})",
        R"({"c": 1})", u"must not have the key \"c\": it takes a, b."_s);
    row("further keys", R"({"properties": {"a": {}}, "additionalProperties": {"type": "string"}})",
        R"({"a": 1, "b": 2})", u"\"b\": must be a text."_s);
    row("no key at all", R"({"additionalProperties": false})", R"({"c": 1})",
        u"must have no keys."_s);

    const char *anyOf = R"({"anyOf": [{"type": "string", "enum": ["auto"]},
                                      {"type": "integer", "minimum": 1}]})";
    row("any: one", anyOf, R"("auto")");
    row("any: the other", anyOf, "3");
    row("any: neither, of a type", anyOf, "0", u"must be at least 1."_s);
    row("any: neither", anyOf, "true", u"must be a text or must be a whole number."_s);
    const char *oneOf = R"({"oneOf": [{"multipleOf": 2}, {"multipleOf": 3}]})";
    row("one: the first", oneOf, "4");
    row("one: none", oneOf, "5", u"must be a multiple of 2 or must be a multiple of 3."_s);
    row("one: both", oneOf, "6",
        u"must fit exactly one of the forms that it can have, and fits several."_s);
    const char *allOf = R"({"allOf": [{"minimum": 2}, {"maximum": 4}]})";
    row("all", allOf, "3");
    row("not all", allOf, "5", u"must be at most 4."_s);
    row("its own, and any", R"({"maximum": 9, "anyOf": [{"minimum": 5}, {"const": 1}]})", "10",
        u"must be at most 9."_s);
}

void TestValueSchema::saysWhatIsAllowed()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, words);
    const QJsonDocument written = QJsonDocument::fromJson('[' + schema + ']');
    const QJsonDocument values = QJsonDocument::fromJson(value);
    QVERIFY(written.isArray() && values.isArray());
    QCOMPARE(fault(parameterOf(written.array().first()), values.array().first()), words);
}

QTEST_GUILESS_MAIN(TestValueSchema)
#include "test_valueschema.moc"
