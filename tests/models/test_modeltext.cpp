// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/manymodels.h"
#include "models/modeltext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

/// The one parameter of a model whose schema has this property.
catalog::Parameter parameter(const QByteArray &property)
{
    const QByteArray models = R"({"code": "200", "data": [{"model": "a/b/text-to-image",
        "type": "Image", "schema": "https://x.example/a.json"}]})";
    const QByteArray schema =
        R"({"components": {"schemas": {"Input": {"properties": {"p": )" + property + "}}}}}";
    const auto read =
        catalog::Catalog::read(models, {{QUrl(u"https://x.example/a.json"_s), schema}}, {});
    if (!read || read->models().first().parameters.isEmpty())
        qFatal("no model: %s", property.constData());
    return read->models().first().parameters.first();
}

} // namespace

class TestModelText : public QObject
{
    Q_OBJECT

private slots:
    void limits_data()
    {
        QTest::addColumn<QByteArray>("property");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *property, const QString &text) {
            QTest::newRow(name) << QByteArray(property) << text;
        };
        row("text", R"({"type": "string"})", u"text"_s);
        row("length", R"({"type": "string", "maxLength": 500})",
            u"text · at most 500 characters"_s);
        row("choice", R"({"type": "string", "enum": ["480p", "720p"], "default": "720p"})",
            u"480p, 720p · default 720p"_s);
        row("numbers to choose", R"({"type": "integer", "enum": [5, 10]})", u"5, 10"_s);
        row("range", R"({"type": "integer", "minimum": 1, "maximum": 15, "default": 5})",
            u"whole number · 1–15 · default 5"_s);
        row("steps", R"({"type": "number", "minimum": 0, "maximum": 1, "multipleOf": 0.05})",
            u"number · 0–1 · in steps of 0.05"_s);
        row("least only", R"({"type": "integer", "minimum": 0, "maximum": 2147483647})",
            u"whole number · at least 0"_s);
        row("switch", R"({"type": "boolean", "default": true})", u"on or off · default on"_s);
        row("address", R"({"type": "string", "format": "uri"})", u"file or address"_s);
        row("list", R"({"type": "array", "items": {"type": "string", "format": "uri"},
            "maxItems": 3})",
            u"list: text · at most 3 entries"_s);
        row("or null", R"({"anyOf": [{"type": "integer", "maximum": 9}, {"type": "null"}]})",
            u"whole number · at most 9"_s);
        row("nothing said", R"({"description": "Anything."})", u"any value"_s);
        row("null default", R"({"type": "string", "default": null})", u"text"_s);
    }
    void limits()
    {
        QFETCH(QByteArray, property);
        QFETCH(QString, text);
        QCOMPARE(ui::modeltext::limits(parameter(property)), text);
    }

    void longListsOfChoicesAreCut()
    {
        QByteArray choices;
        for (int i = 0; i < 20; ++i)
            choices += (i ? "," : "") + QByteArray::number(i);
        const QString text =
            ui::modeltext::limits(parameter(R"({"type": "integer", "enum": [)" + choices + "]}"));
        QVERIFY2(text.endsWith(u"11 and 8 more"_s), qPrintable(text));
    }

    void saysHowOldTheListIs()
    {
        const catalog::Catalog builtIn = catalog::Catalog::builtIn();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(ui::modeltext::listOrigin(builtIn, now), u"built in, as of 1 November 2026"_s);
        const catalog::Catalog fetched = builtIn.updatedBy(testing::manyModelsCatalog(3, true));
        const QString text = ui::modeltext::listOrigin(fetched, now);
        QVERIFY2(text.startsWith(u"Atlas Cloud's list, fetched 2"_s), qPrintable(text));
    }

    void pricesInFull()
    {
        const catalog::Catalog &builtIn = catalog::Catalog::builtIn();
        QCOMPARE(ui::modeltext::priceInFull(*builtIn.find(testing::veo)),
                 u"$0.03 for a second of video\nA clip of 5\u00a0s: $0.15"_s);
        QCOMPARE(ui::modeltext::priceInFull(*builtIn.find(testing::flux)), u"$0.04 for an image"_s);
        // Of a length that it makes.
        QCOMPARE(ui::modeltext::priceInFull(*builtIn.find(u"minimax/hailuo-2.3/t2v-standard"_s)),
                 u"$0.28 for a second of video\nA clip of 6\u00a0s: $1.68"_s);
        catalog::Model unknown;
        QCOMPARE(ui::modeltext::priceInFull(unknown), QString());
        QCOMPARE(ui::modeltext::price(unknown), u"Price unknown"_s);
    }
};

QTEST_GUILESS_MAIN(TestModelText)

#include "test_modeltext.moc"
