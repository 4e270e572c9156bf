// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/models/requestschema.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// `@X` stands for a reference to the schema X.
QJsonObject parsed(QByteArray json)
{
    json.replace("@", "#/components/schemas/");
    return QJsonDocument::fromJson(json).object();
}

QJsonObject documentWith(const QByteArray &input)
{
    return parsed(R"({"components": {"schemas": {
        "Mode": {"type": "string", "enum": ["std", "pro"], "default": "std"},
        "Input": )"
                  + input + "}}}");
}

const QByteArray input = R"({
    "type": "object", "additionalProperties": true,
    "required": ["model", "prompt", "image", "steps", "mode", "tail_image"],
    "properties": {
        "model": {"type": "string", "enum": ["its/own"]},
        "prompt": {"type": "string", "maxLength": 5},
        "image": {"type": "string", "format": "uri"},
        "steps": {"type": "integer", "default": 20, "maximum": 50},
        "mode": {"$ref": "@Mode"},
        "camera": {"type": "object", "properties": {"zoom": {"type": "number"}}},
        "seed": {"type": ["integer", "null"]}}})";

} // namespace

class TestRequestSchema : public QObject
{
    Q_OBJECT
private slots:
    void requests_data()
    {
        QTest::addColumn<QByteArray>("more"); // than prompt, image and tail_image, or in place
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const char *more, const char *fault = "") {
            QTest::newRow(name) << QByteArray(more) << QString::fromUtf8(fault);
        };
        row("enough", "{}");
        row("any model", R"({"model": "another"})");
        row("a model of another type", R"({"model": 5})");
        row("unknown key", R"({"mood": "calm"})", "mood is not a parameter of this model");
        row("unknown key, null", R"({"mood": null})", "mood is not a parameter of this model");
        row("required without a property", R"({"tail_image": {"any": ["thing"]}})");
        row("wrong type", R"({"prompt": 5})", "prompt must be string");
        row("null where it may not be", R"({"prompt": null})", "prompt must be string");
        row("null where it may be", R"({"seed": null})");
        row("too long", R"({"prompt": "123456"})", "prompt must have at most 5 characters");
        row("default out of bounds", R"({"steps": 51})", "steps must be <= 50");
        row("by reference", R"({"mode": "max"})", "mode must be one of: std, pro");
        row("within", R"({"camera": {"zoom": "in"}})", "camera.zoom must be number");
        row("unknown within", R"({"camera": {"pan": 1}})");
        row("no address", R"({"image": "no address"})");
    }
    void requests()
    {
        QFETCH(const QByteArray, more);
        QFETCH(const QString, fault);
        QJsonObject request = parsed(R"({"prompt": "p", "image": "u", "tail_image": "u"})");
        const QJsonObject changes = parsed(more);
        for (auto change = changes.begin(); change != changes.end(); ++change)
            request[change.key()] = change.value();
        QCOMPARE(sandbox::requestFault(documentWith(input), request), fault);
    }

    void whatIsMissing_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QString>("fault");
        QTest::newRow("first") << "{}"_ba << u"prompt is required"_s;
        QTest::newRow("second") << R"({"prompt": ""})"_ba << u"image is required"_s;
        QTest::newRow("no property")
            << R"({"prompt": "", "image": ""})"_ba << u"tail_image is required"_s;
        QTest::newRow("defaults") << R"({"prompt": "", "image": "", "tail_image": 1})"_ba
                                  << QString();
    }
    void whatIsMissing()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const QString, fault);
        QCOMPARE(sandbox::requestFault(documentWith(input), parsed(request)), fault);
    }

    void conditionsOfTheWhole()
    {
        const QJsonObject document = documentWith(R"({
            "properties": {"text": {}, "image": {}},
            "anyOf": [{"required": ["text"]}, {"required": ["image"]}]})");
        QCOMPARE(sandbox::requestFault(document, parsed(R"({"model": "m", "image": 1})")),
                 QString());
        QCOMPARE(sandbox::requestFault(document, parsed(R"({"model": "m"})")),
                 u"text is required, or image is required"_s);
    }

    void partsOfTheWhole_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const char *whole, const char *request,
                            const char *fault = "") {
            QTest::newRow(name) << QByteArray(whole) << QByteArray(request)
                                << QString::fromUtf8(fault);
        };
        const char *parts =
            R"({"allOf": [{"$ref": "@Base"}], "properties": {"seed": {"type": "integer"}}})";
        row("of both", parts, R"({"prompt": "p", "seed": 1})");
        row("missing", parts, R"({"seed": 1})", "prompt is required");
        row("wrong", parts, R"({"prompt": 1})", "prompt must be string");
        row("unknown", parts, R"({"prompt": "p", "mood": 1})",
            "mood is not a parameter of this model");
        row("another condition",
            R"({"allOf": [{"$ref": "@Base"}, {"anyOf": [{"required": ["style"]}]}]})",
            R"({"prompt": "p"})", "style is required");
        row("parts of parts", R"({"allOf": [{"allOf": [{"$ref": "@Base"}, {"$ref": "@Base"}]}]})",
            R"({"prompt": "p"})");
        row("beside a reference", R"({"$ref": "@Base", "properties": {"seed": {}}})",
            R"({"prompt": "p", "seed": 1})");
        row("in a circle",
            R"({"allOf": [{"$ref": "@Input"}, {"$ref": "@Input"}, {"$ref": "@Base"}]})",
            R"({"prompt": 1})", "prompt must be string");
    }
    void partsOfTheWhole()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, request);
        QFETCH(const QString, fault);
        const QJsonObject document = parsed(R"({"components": {"schemas": {
            "Base": {"required": ["prompt"], "additionalProperties": false,
                     "properties": {"prompt": {"type": "string"}, "style": {}}},
            "Input": )" + input + "}}}");
        QVERIFY(!sandbox::inputSchema(document).isEmpty());
        QCOMPARE(sandbox::requestFault(document, parsed(request)), fault);
    }

    void findsTheInput_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<bool>("found");
        QTest::newRow("here") << R"({"components": {"schemas": {"Input": {"properties": {}}}}})"_ba
                              << true;
        QTest::newRow("by reference") << R"({"components": {"schemas": {
            "Input": {"$ref": "@Real"}, "Real": {"properties": {}}}}})"_ba
                                      << true;
        QTest::newRow("nothing") << "{}"_ba << false;
        QTest::newRow("a text") << R"({"components": {"schemas": {"Input": "no"}}})"_ba << false;
        QTest::newRow("no properties")
            << R"({"components": {"schemas": {"Input": {"type": "object"}}}})"_ba << false;
        QTest::newRow("properties of a wrong shape")
            << R"({"components": {"schemas": {"Input": {"properties": []}}}})"_ba << false;
        QTest::newRow("in its parts") << R"({"components": {"schemas": {
            "Input": {"allOf": [{"properties": {"prompt": {}}}]}}}})"_ba
                                      << true;
        QTest::newRow("in contradiction") << R"({"components": {"schemas": {
            "Input": {"allOf": [{"properties": {"prompt": {"type": "integer"}}}],
                      "properties": {"prompt": {}}}}}})"_ba
                                          << false;
        QTest::newRow("a circle") << R"({"components": {"schemas": {
            "Input": {"$ref": "@Input"}}}})"_ba
                                  << false;
    }
    void findsTheInput()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const bool, found);
        const QJsonObject schema = sandbox::inputSchema(parsed(document));
        QCOMPARE(schema.contains("properties"_L1), found);
        QCOMPARE(schema.isEmpty(), !found);
    }

    void fillsInDefaults_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("filled");
        const auto row = [](const char *name, const char *request, const char *filled) {
            QTest::newRow(name) << QByteArray(request) << QByteArray(filled);
        };
        const char *all = R"({"width": 64, "height": 64, "size": "9*9", "ratio": "1:1",
                              "duration": 5, "mode": "std"})";
        row("nothing said", "{}", all);
        row("null", R"({"duration": null})", all);
        row("said", R"({"duration": 3})", R"({"width": 64, "height": 64, "size": "9*9",
            "ratio": "1:1", "duration": 3, "mode": "std"})");
        row("one side", R"({"width": 3})", R"({"width": 3, "height": 64, "size": "9*9",
            "ratio": "1:1", "duration": 5, "mode": "std"})");
        row("a size", R"({"size": "3*3"})",
            R"({"size": "3*3", "ratio": "1:1", "duration": 5, "mode": "std"})");
        row("a shape", R"({"ratio": "2:1"})", R"({"ratio": "2:1", "duration": 5, "mode": "std"})");
        row("unknown", R"({"resolution": "720p"})",
            R"({"resolution": "720p", "ratio": "1:1", "duration": 5, "mode": "std"})");
    }
    void fillsInDefaults()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const QByteArray, filled);
        const QJsonObject document = documentWith(R"({"properties": {
            "width": {"default": 64}, "height": {"default": 64}, "size": {"default": "9*9"},
            "ratio": {"default": "1:1"}, "duration": {"default": 5}, "seed": {},
            "mode": {"$ref": "@Mode"}}})");
        QCOMPARE(sandbox::withDefaults(document, parsed(request)), parsed(filled));
    }
};

QTEST_GUILESS_MAIN(TestRequestSchema)
#include "test_requestschema.moc"
