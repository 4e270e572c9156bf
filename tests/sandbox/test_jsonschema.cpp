// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/models/jsonschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A JSON value of any kind; `@X` stands for a reference to the schema X.
QJsonValue parsed(QByteArray json)
{
    json.replace("@", "#/components/schemas/");
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

void row(const char *schema, const char *value, const char *fault = "")
{
    QTest::addRow("%s: %s", schema, value)
        << QByteArray(schema) << QByteArray(value) << QString::fromUtf8(fault);
}

/// Schemas that rows refer to.
const QJsonObject &document()
{
    const QByteArray json = R"({"components": {"schemas": {
        "Ratio": {"type": "string", "enum": ["16:9", "1:1"]},
        "Tree": {"type": "object", "properties": {
            "name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "@Tree"}}}},
        "Loop": {"allOf": [{"$ref": "@Loop"}]},
        "a/b~c": {"type": "boolean"}}}})";
    static const QJsonObject document = parsed(json).toObject();
    return document;
}

} // namespace

class TestJsonSchema : public QObject
{
    Q_OBJECT
private slots:
    void types_data()
    {
        columns();
        row(R"({})", R"(null)");
        row(R"({"type": "string"})", R"("")");
        row(R"({"type": "string"})", R"(5)", "x must be string");
        row(R"({"type": "string"})", R"(null)", "x must be string");
        row(R"({"type": "integer"})", R"(5)");
        row(R"({"type": "integer"})", R"(5.0)");
        row(R"({"type": "integer"})", R"(-0.0)");
        row(R"({"type": "integer"})", R"(1e30)");
        row(R"({"type": "integer"})", R"(9007199254740993)");
        row(R"({"type": "integer"})", R"(5.5)", "x must be integer");
        row(R"({"type": "integer"})", R"("5")", "x must be integer");
        row(R"({"type": "integer"})", R"(true)", "x must be integer");
        row(R"({"type": "number"})", R"(5.5)");
        row(R"({"type": "number"})", R"(5)");
        row(R"({"type": "number"})", R"([5])", "x must be number");
        row(R"({"type": "boolean"})", R"(false)");
        row(R"({"type": "boolean"})", R"(0)", "x must be boolean");
        row(R"({"type": "array"})", R"([])");
        row(R"({"type": "array"})", R"({})", "x must be array");
        row(R"({"type": "object"})", R"({})");
        row(R"({"type": "object"})", R"("{}")", "x must be object");
        row(R"({"type": "null"})", R"(null)");
        row(R"({"type": "null"})", R"(0)", "x must be null");
        row(R"({"type": ["string", "integer"]})", R"(7)");
        row(R"({"type": ["string", "integer"]})", R"("7")");
        row(R"({"type": ["string", "integer"]})", R"(7.5)", "x must be string or integer");
        row(R"({"type": ["string", "null"]})", R"(null)");
        row(R"({"type": "string", "nullable": true})", R"(null)");
        row(R"({"type": "string", "nullable": false})", R"(null)", "x must be string");
        row(R"({"type": "string", "nullable": true})", R"(1)", "x must be string or null");
        row(R"({"nullable": false})", R"(null)");
        row(R"({"type": "file"})", R"(1)");
        row(R"({"type": ["string", "file"]})", R"(1)", "x must be string");
        row(R"({"type": 7})", R"("any")");
    }
    void types() { check(); }

    void choices_data()
    {
        columns();
        row(R"({"enum": ["a", "b"]})", R"("b")");
        row(R"({"enum": ["a", "b"]})", R"("B")", "x must be one of: a, b");
        row(R"({"enum": [5, 10]})", R"(5.0)");
        row(R"({"enum": [5, 10]})", R"("5")", "x must be one of: 5, 10");
        row(R"({"enum": [0.5, null, true, {"a": 1}]})", R"(false)",
            R"(x must be one of: 0.5, null, true, {"a":1})");
        row(R"({"enum": [1]})", R"(true)", "x must be one of: 1");
        row(R"({"enum": [{"a": [1, 2]}]})", R"({"a": [1.0, 2]})");
        row(R"({"enum": [{"a": [1, 2]}]})", R"({"a": [2, 1]})", R"(x must be one of: {"a":[1,2]})");
        row(R"({"enum": [{"a": 1}]})", R"({"a": 1, "b": 1})", R"(x must be one of: {"a":1})");
        row(R"({"enum": []})", R"(1)", "x must be one of: ");
        row(R"({"enum": "a"})", R"(1)");
        row(R"({"type": "string", "nullable": true, "enum": ["a"]})", R"(null)",
            "x must be one of: a");
        row(R"({"type": "string", "nullable": true, "enum": ["a", null]})", R"(null)");
        row(R"({"const": "a"})", R"("a")");
        row(R"({"const": "a"})", R"("b")", "x must be a");
        row(R"({"const": null})", R"(null)");
        row(R"({"const": null})", R"(0)", "x must be null");
        row(R"({"const": 2})", R"(2.0)");
    }
    void choices() { check(); }

    void numbers_data()
    {
        columns();
        row(R"({"minimum": 2})", R"(2)");
        row(R"({"minimum": 2})", R"(1.999)", "x must be >= 2");
        row(R"({"minimum": 2})", R"("1")");
        row(R"({"minimum": "2"})", R"(1)");
        row(R"({"maximum": 12})", R"(12.0)");
        row(R"({"maximum": 12})", R"(13)", "x must be <= 12");
        row(R"({"maximum": 2147483647})", R"(2147483648)", "x must be <= 2147483647");
        row(R"({"maximum": 0.3})", R"(0.31)", "x must be <= 0.3");
        row(R"({"exclusiveMinimum": 0})", R"(0.001)");
        row(R"({"exclusiveMinimum": 0})", R"(0)", "x must be > 0");
        row(R"({"exclusiveMaximum": 1})", R"(0.999)");
        row(R"({"exclusiveMaximum": 1})", R"(1)", "x must be < 1");
        row(R"({"minimum": 0, "exclusiveMinimum": true})", R"(0)", "x must be > 0");
        row(R"({"minimum": 0, "exclusiveMinimum": true})", R"(-1)", "x must be >= 0");
        row(R"({"minimum": 0, "exclusiveMinimum": true})", R"(1)");
        row(R"({"minimum": 0, "exclusiveMinimum": false})", R"(0)");
        row(R"({"exclusiveMinimum": true})", R"(-5)");
        row(R"({"maximum": 1, "exclusiveMaximum": true})", R"(1)", "x must be < 1");
        row(R"({"maximum": 1, "exclusiveMaximum": false})", R"(1)");
        row(R"({"minimum": 1, "exclusiveMinimum": 3})", R"(2)", "x must be > 3");
        row(R"({"multipleOf": 8})", R"(1024)");
        row(R"({"multipleOf": 8})", R"(0)");
        row(R"({"multipleOf": 8})", R"(-16)");
        row(R"({"multipleOf": 8})", R"(1023)", "x must be a multiple of 8");
        row(R"({"multipleOf": 0.1})", R"(0.3)");
        row(R"({"multipleOf": 0.1})", R"(1.7)");
        row(R"({"multipleOf": 0.01})", R"(4999.99)");
        row(R"({"multipleOf": 0.1})", R"(0.35)", "x must be a multiple of 0.1");
        row(R"({"multipleOf": 0.5})", R"(7.50001)", "x must be a multiple of 0.5");
        row(R"({"multipleOf": 0})", R"(3)");
    }
    void numbers() { check(); }

    void texts_data()
    {
        columns();
        row(R"({"minLength": 1})", R"("a")");
        row(R"({"minLength": 1})", R"("")", "x must have at least 1 characters");
        row(R"({"minLength": 1})", R"([])");
        row(R"({"maxLength": 3})", R"("abc")");
        row(R"({"maxLength": 3})", R"("abcd")", "x must have at most 3 characters");
        // Three characters of two UTF-16 units each, and one of five code points.
        row(R"({"maxLength": 3})", "\"\xF0\x9F\x9A\xA2\xF0\x9F\x8C\x8A\xF0\x9F\x8C\x85\"");
        row(R"({"minLength": 4})", "\"\xF0\x9F\x9A\xA2\xF0\x9F\x8C\x8A\xF0\x9F\x8C\x85\"",
            "x must have at least 4 characters");
        row(R"({"maxLength": 4})",
            "\"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\"",
            "x must have at most 4 characters");
        row(R"({"maxLength": 2})", "\"\xE5\x8F\xB0\xE5\x8C\x97\"");
        row(R"({"maxLength": 2.0})", R"("ab")");
        row(R"({"maxLength": 0})", R"("")");
        row(R"({"pattern": "^https?:"})", R"("http:a")");
        row(R"({"pattern": "^https?:"})", R"("ftp:a")", "x must match the pattern ^https?:");
        row(R"({"pattern": "b"})", R"("abc")");
        row(R"({"pattern": "^\\d+[*x]\\d+$"})", R"("1024*768")");
        row(R"({"pattern": "^\\d+[*x]\\d+$"})", R"("1024*")",
            R"(x must match the pattern ^\d+[*x]\d+$)");
        row(R"({"pattern": "*wrong"})", R"("any")");
        row(R"({"pattern": "a"})", R"(5)");
        row(R"({"format": "uri"})", R"("no address")");
    }
    void texts() { check(); }

    void lists_data()
    {
        columns();
        row(R"({"items": {"type": "string"}})", R"([])");
        row(R"({"items": {"type": "string"}})", R"(["a", "b"])");
        row(R"({"items": {"type": "string"}})", R"(["a", 2])", "x[1] must be string");
        row(R"({"items": {"items": {"maximum": 3}}})", R"([[1], [2, 4]])", "x[1][1] must be <= 3");
        row(R"({"items": {"type": "string"}})", R"("a")");
        row(R"({"items": false})", R"([])");
        row(R"({"items": false})", R"([1])", "x[0] is not allowed");
        row(R"({"minItems": 1})", R"([0])");
        row(R"({"minItems": 1})", R"([])", "x must have at least 1 items");
        row(R"({"maxItems": 2})", R"([0, 0])");
        row(R"({"maxItems": 2})", R"([0, 0, 0])", "x must have at most 2 items");
        row(R"({"maxItems": 2})", R"("abc")");
        row(R"({"uniqueItems": true})", R"([1, "1", true, [1], {"a": 1}])");
        row(R"({"uniqueItems": true})", R"([1, 2, 1.0])", "x must not have the same item twice");
        row(R"({"uniqueItems": true})", R"([{"a": [1]}, {"a": [1.0]}])",
            "x must not have the same item twice");
        row(R"({"uniqueItems": false})", R"([1, 1])");
    }
    void lists() { check(); }

    void objects_data()
    {
        columns();
        row(R"({"properties": {"w": {"type": "integer"}}})", R"({"w": 3, "other": 1})");
        row(R"({"properties": {"w": {"type": "integer"}}})", R"({"w": "3"})",
            "x.w must be integer");
        row(R"({"properties": {"w": {"type": "integer"}}})", R"([])");
        row(R"({"properties": {"w": false}})", R"({"w": 1})", "x.w is not allowed");
        row(R"({"required": ["w"]})", R"({"w": null})");
        row(R"({"required": ["w"]})", R"({})", "x.w is required");
        // Nobody fills in a part of a parameter.
        row(R"({"required": ["w"], "properties": {"w": {"default": 1}}})", R"({})",
            "x.w is required");
        row(R"({"required": "w"})", R"({})");
        row(R"({"properties": {"w": {}}, "additionalProperties": false})", R"({"w": 1})");
        row(R"({"properties": {"w": {}}, "additionalProperties": false})", R"({"w": 1, "h": 1})",
            "x.h is not allowed");
        row(R"({"additionalProperties": {"type": "number"}})", R"({"a": 1})");
        row(R"({"additionalProperties": {"type": "number"}})", R"({"a": "1"})",
            "x.a must be number");
        row(R"({"additionalProperties": true})", R"({"a": "1"})");
        row(R"({"properties": {"a": {"properties": {"b": {"items": {"maximum": 1}}}}}})",
            R"({"a": {"b": [0, 2]}})", "x.a.b[1] must be <= 1");
    }
    void objects() { check(); }

    void combinations_data()
    {
        columns();
        row(R"({"anyOf": [{"type": "string"}, {"minimum": 3}]})", R"("a")");
        row(R"({"anyOf": [{"type": "string"}, {"minimum": 3}]})", R"(3)");
        row(R"({"anyOf": [{"type": "string"}, {"minimum": 3}]})", R"(2)",
            "x must be string, or x must be >= 3");
        row(R"({"anyOf": [{"enum": ["auto"]}, {"type": "null"}]})", R"(null)");
        row(R"({"anyOf": [{"type": "string"}], "maxLength": 1})", R"("ab")",
            "x must have at most 1 characters");
        row(R"({"anyOf": []})", R"(1)");
        row(R"({"oneOf": [{"type": "integer"}, {"type": "string"}]})", R"(1)");
        row(R"({"oneOf": [{"type": "integer"}, {"type": "string"}]})", R"(true)",
            "x must be integer, or x must be string");
        row(R"({"oneOf": [{"type": "integer"}, {"type": "number"}, {"type": "string"}]})", R"(1)",
            "x must match exactly one of 3 schemas, and matches 2");
        row(R"({"allOf": [{"minimum": 1}, {"maximum": 2}]})", R"(2)");
        row(R"({"allOf": [{"minimum": 1}, {"maximum": 2}]})", R"(3)", "x must be <= 2");
        row(R"({"allOf": [true, false]})", R"(3)", "x is not allowed");
        row(R"({"allOf": [{"anyOf": [{"const": 1}, {"const": 2}]}]})", R"(3)",
            "x must be 1, or x must be 2");
    }
    void combinations() { check(); }

    void references_data()
    {
        columns();
        row(R"({"$ref": "@Ratio"})", R"("1:1")");
        row(R"({"$ref": "@Ratio"})", R"("2:1")", "x must be one of: 16:9, 1:1");
        row(R"({"allOf": [{"$ref": "@Ratio"}], "default": "1:1"})", R"(5)", "x must be string");
        row(R"({"items": {"$ref": "@Ratio"}})", R"(["1:1", "1:2"])",
            "x[1] must be one of: 16:9, 1:1");
        row(R"({"$ref": "@Ratio", "maxLength": 3})", R"("16:9")",
            "x must have at most 3 characters");
        row(R"({"$ref": "@a~1b~0c"})", R"(1)", "x must be boolean");
        row(R"({"$ref": "@Tree"})",
            R"({"name": "a", "children": [{"name": "b", "children": []}]})");
        row(R"({"$ref": "@Tree"})", R"({"children": [{"children": [{"name": 3}]}]})",
            "x.children[0].children[0].name must be string");
        row(R"({"$ref": "@Loop"})", R"(1)");
        row(R"({"$ref": "@Nobody"})", R"(1)");
        row(R"({"$ref": "elsewhere/schema.json"})", R"(1)");
        row(R"({"$ref": ""})", R"(1)");
    }
    void references() { check(); }

private:
    static void columns()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("fault");
    }
    static void check()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, value);
        QFETCH(const QString, fault);
        QVERIFY(parsed(schema).isObject());
        QVERIFY(!parsed(value).isUndefined());
        QCOMPARE(sandbox::schemaFault(parsed(schema).toObject(), parsed(value), u"x"_s, document()),
                 fault);
    }
};

QTEST_GUILESS_MAIN(TestJsonSchema)
#include "test_jsonschema.moc"
