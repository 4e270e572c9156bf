// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray builtIn()
{
    QFile file(QStringLiteral(RUSHES_SOURCE_DIR "/resources/catalog.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One model, "painter", whose `strength` may be that much.
QByteArray painter(int most)
{
    return R"({"data": [{"model": "painter", "type": "Image", "schema": "at:s"}],
        "schemas": {"at:s": {"components": {"schemas": {"Input": {"properties": {
            "prompt": {"type": "string"}, "width": {"type": "integer"},
            "height": {"type": "integer"},
            "strength": {"type": "number", "maximum": )"
        + QByteArray::number(most) + R"(}}, "required": ["prompt"]}}}}}})";
}

QJsonObject painting(double strength)
{
    QJsonObject order = smallImage();
    order["model"_L1] = u"painter"_s;
    order["strength"_L1] = strength;
    return order;
}

} // namespace

/// The models that a sandbox is given: as it lists them, and as it keeps to their schemas.
class TestModels : public QObject
{
    Q_OBJECT
private slots:
    void servesTheListAndTheSchemas()
    {
        sandbox::Options options = hurried();
        options.models = builtIn();
        Service service(options);
        service.setKey({});
        const Answer models = service.get(u"/api/v1/models"_s);
        QCOMPARE(models.status, 200);
        QCOMPARE(models.json().value("code"_L1), QJsonValue(u"200"_s));

        const QJsonObject snapshot = QJsonDocument::fromJson(options.models).object();
        const QJsonArray entries = snapshot.value("data"_L1).toArray();
        const QJsonArray served = models.json().value("data"_L1).toArray();
        QVERIFY(entries.size() > 5);
        QCOMPARE(served.size(), entries.size());
        for (qsizetype i = 0; i < entries.size(); ++i) {
            QJsonObject entry = entries[i].toObject();
            QJsonObject other = served[i].toObject();
            const QString there = entry.take("schema"_L1).toString();
            const QString here = other.take("schema"_L1).toString();
            QCOMPARE(other, entry);
            QCOMPARE(here.isEmpty(), there.isEmpty());
            if (there.isEmpty())
                continue;
            QVERIFY2(here.startsWith(u"http://127.0.0.1:%1/"_s.arg(service.port())),
                     qPrintable(here));
            const Answer schema = service.fetch(here);
            const QJsonObject expected = snapshot["schemas"_L1][there].toObject();
            QCOMPARE(schema.status, expected.isEmpty() ? 404 : 200);
            if (!expected.isEmpty())
                QCOMPARE(schema.json(), expected);
        }
    }

    void servesAlsoWhatCantBeOrdered()
    {
        sandbox::Options options = hurried();
        options.models = R"({"data": [
            {"model": "a", "type": "Image", "display_console": false},
            {"model": "b/c d", "type": "Audio", "schema": "at:s"},
            {"model": "e", "type": "Image", "schema": "at:gone"}],
            "schemas": {"at:s": {"info": {"title": "B"}}}})";
        const Service service(options);
        const QJsonArray served =
            service.get(u"/api/v1/models"_s).json().value("data"_L1).toArray();
        QCOMPARE(served.size(), 3);
        QCOMPARE(served[0].toObject(),
                 (QJsonObject{{"model"_L1, "a"_L1},
                              {"type"_L1, "Image"_L1},
                              {"display_console"_L1, false}}));
        const Answer schema = service.fetch(served[1]["schema"_L1].toString());
        QCOMPARE(schema.status, 200);
        QCOMPARE(schema.json()["info"_L1]["title"_L1].toString(), u"B"_s);
        QCOMPARE(service.fetch(served[2]["schema"_L1].toString()).status, 404);

        QJsonObject order = smallImage();
        order["model"_L1] = u"a"_s;
        QCOMPARE(service.submit(order).status, 404);
        order["model"_L1] = u"b/c d"_s;
        QCOMPARE(service.submit(order).status, 400);
        order["model"_L1] = u"e"_s;
        QCOMPARE(service.submit(order).status, 200);
    }

    void listsNothingWithoutModels()
    {
        const Service service(hurried());
        const Answer models = service.get(u"/api/v1/models"_s);
        QCOMPARE(models.status, 200);
        QCOMPARE(models.json().value("data"_L1), QJsonValue(QJsonArray()));
        QCOMPARE(service.fetch(u"/schemas/any.json"_s).status, 404);
    }

    void doesNotStartWithABrokenList()
    {
        sandbox::Options options = hurried();
        options.models = builtIn().first(1000);
        sandbox::Sandbox sandbox(options);
        const auto started = sandbox.start();
        QVERIFY(!started);
        QVERIFY2(started.error().contains("list of models"_L1), qPrintable(started.error()));
    }

    void keepsToTheSchema()
    {
        sandbox::Options options = hurried();
        options.models = painter(2);
        const Service service(options);
        QCOMPARE(service.submit(painting(2)).status, 200);
        const Answer refused = service.submit(painting(2.5));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.json().value("msg"_L1).toString(), u"strength must be <= 2"_s);
        QJsonObject strange = painting(1);
        strange["mood"_L1] = u"calm"_s;
        QCOMPARE(service.submit(strange).status, 400);
        QCOMPARE(service.tally().accepted, 1);
    }

    void takesOtherModelsAsItRuns()
    {
        sandbox::Options options = hurried();
        options.models = painter(2);
        Service service(options);
        const QString before = service.accepted(painting(1));
        QVERIFY((*service).setModels(painter(5)));
        QCOMPARE(service.submit(painting(4)).status, 200);
        QVERIFY((*service).setModels(R"({"data": [{"model": "other", "type": "Image"}]})"));
        QCOMPARE(service.submit(painting(1)).status, 404);
        QCOMPARE(service.get(u"/api/v1/models"_s).json()["data"_L1].toArray().size(), 1);
        // What was accepted is made all the same.
        QCOMPARE(service.fetch(service.fileOf(before)).status, 200);

        const auto broken = (*service).setModels("<html>");
        QVERIFY(!broken);
        QVERIFY(!broken.error().isEmpty());
        QCOMPARE(service.submit(painting(1)).status, 404);
        QVERIFY((*service).setModels({}));
        QCOMPARE(service.submit(smallImage()).status, 200);
    }

    void takesOtherModelsBeforeItStarts()
    {
        sandbox::Options options = hurried();
        options.models = "broken";
        sandbox::Sandbox sandbox(options);
        QVERIFY(!sandbox.start());
        QVERIFY(!sandbox.setModels("broken, too"));
        QVERIFY(sandbox.setModels(painter(2)));
        QVERIFY(sandbox.start());
    }

    void drawsWithoutAPrompt()
    {
        sandbox::Options options = hurried();
        options.models = R"({"data": [
            {"model": "upscaler", "type": "Image", "schema": "at:s"},
            {"model": "mover", "type": "Video", "schema": "at:s"}],
            "schemas": {"at:s": {"components": {"schemas": {"Input": {"properties": {
                "image": {"type": "string"}, "size": {"type": "string"},
                "duration": {"type": "integer"}}, "required": ["image"]}}}}}})";
        const Service service(options);
        for (const bool video : {false, true}) {
            const QJsonObject order{{"model"_L1, video ? "mover"_L1 : "upscaler"_L1},
                                    {"image"_L1, "https://example.org/boat.png"_L1},
                                    {"size"_L1, "160*90"_L1},
                                    {"duration"_L1, 1}};
            const QString file = service.fileOf(service.accepted(order, video));
            QCOMPARE(service.fetch(file).status, 200);
        }
    }

    void logsTheWholeRequest()
    {
        const QTemporaryDir folder;
        sandbox::Options options = hurried();
        options.logFile = folder.filePath(u"log"_s);
        options.models = painter(2);
        const Service service(options);
        service.submit(painting(1));
        service.submit(painting(3));
        service.post(u"/api/v1/model/generateImage"_s, "[1]");
        const auto lines = logLines(options.logFile, u"submit"_s);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].value("request"_L1).toObject(), painting(1));
        QCOMPARE(lines[0].value("status"_L1).toInt(), 200);
        QCOMPARE(lines[1].value("request"_L1).toObject(), painting(3));
        QCOMPARE(lines[1].value("status"_L1).toInt(), 400);
        QCOMPARE(lines[1].value("error"_L1).toString(), u"strength must be <= 2"_s);
        QVERIFY(!lines[2].contains("request"_L1));
    }
};

QTEST_MAIN(TestModels)
#include "test_models.moc"
