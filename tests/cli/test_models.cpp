// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/httpscript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using clitest::Variables;
using Peer = HttpScript::PeerPtr;

namespace {

const QString veo = u"google/veo3.1/text-to-video"_s;
const QString house = u"house/style/text-to-image"_s;

/// The program, while this test's own server goes on answering.
Outcome runServed(const QStringList &arguments, const Variables &variables = {})
{
    const auto process = clitest::start(arguments, variables);
    const bool ended =
        QTest::qWaitFor([&process] { return process->state() == QProcess::NotRunning; }, 60000);
    return ended ? clitest::outcomeOf(*process) : Outcome();
}

QStringList idsIn(const Outcome &outcome)
{
    QStringList ids;
    for (const QJsonValue &model : outcome.json().value("models"_L1).toArray())
        ids += model["model"_L1].toString();
    return ids;
}

QJsonObject only(const Outcome &outcome)
{
    const QJsonArray models = outcome.json().value("models"_L1).toArray();
    return models.size() == 1 ? models.first().toObject() : QJsonObject();
}

/// A service with one model of its own, and that model's schema.
class HouseServer
{
public:
    HouseServer()
        : m_server([this](const Peer &peer) { answer(peer); })
    {
    }

    QString baseUrl() const { return m_server.url(u"/api/v1"_s).toString(); }
    const HttpScript &server() const { return m_server; }
    QByteArray target(qsizetype request) const { return m_server.requests().at(request).target; }

    QByteArray price = "0.5";
    QByteArray list; ///< in place of its own
    QByteArray schema = R"({"components": {"schemas": {"Input": {"type": "object",
        "required": ["prompt"], "properties": {
        "prompt": {"type": "string", "description": "What to make.", "maxLength": 2000},
        "strength": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.5},
        "mood": {"type": "string", "enum": ["calm", "wild"], "default": "calm"}},
        "x-order-properties": ["prompt", "mood", "strength"]}}}})";

private:
    void answer(const Peer &peer)
    {
        if (peer->request().target != "/api/v1/models") {
            peer->reply(200, schema);
            return;
        }
        const QByteArray address = m_server.url(u"/schema.json"_s).toEncoded();
        peer->reply(200,
                    !list.isEmpty() ? list
                                    : R"({"code": "200", "data": [{"model": ")" + house.toUtf8()
                            + R"(", "type": "Image", "displayName": "House Style",
                "organization": "House", "profile": "As we like it.", "schema": ")"
                            + address + R"(", "price": {"actual": {"base_price": ")" + price
                            + R"("}}}]})");
    }

    HttpScript m_server;
};

} // namespace

/// `models`: finding one, all about one, and the live list.
class TestModels : public QObject
{
    Q_OBJECT

    std::optional<clitest::PrivateHome> m_home;
    QTemporaryDir m_folder;

    QString write(const QByteArray &text)
    {
        const QString path = m_folder.filePath(u"batch.yaml"_s);
        return clitest::writeFile(path, text) ? path : QString();
    }

private slots:
    void init() { m_home.emplace(); }

    void theListSaysHowOldItIs()
    {
        const Outcome list = clitest::run({u"models"_s});
        QCOMPARE(list.exitCode, 0);
        QVERIFY(list.err.isEmpty());
        const QList<QByteArray> lines = list.out.trimmed().split('\n');
        for (const char *word : {"Model", "Price", "Time", "Length"})
            QVERIFY2(lines.first().contains(word), word);
        QVERIFY2(lines.last().contains("built in, as of") && lines.last().contains("--refresh"),
                 lines.last().constData());
        const QByteArray count = QByteArray::number(lines.size() - 3);
        QVERIFY2(lines.last().startsWith("Models: " + count + ' '), lines.last().constData());
        const auto line = std::ranges::find_if(lines, [](const QByteArray &each) {
            return each.startsWith("google/veo3.1/text-to-video ");
        });
        QVERIFY(line != lines.end());
        for (const char *fact : {"$0.03 a second", "60–120 s", "8 s"})
            QVERIFY2(line->contains(fact), line->constData());
    }

    void theListForScripts()
    {
        const Outcome list = clitest::run({u"models"_s, u"--json"_s});
        QCOMPARE(list.exitCode, 0);
        const QJsonObject document = list.json();
        QCOMPARE(document.value("currency"_L1).toString(), u"USD"_s);
        QCOMPARE(document.value("list"_L1)["source"_L1].toString(), u"built_in"_s);
        QVERIFY(!document.value("list"_L1)["as_of"_L1].toString().isEmpty());
        for (const QJsonValue &model : document.value("models"_L1).toArray()) {
            for (const char *key : {"model", "name", "provider", "type", "kind"})
                QVERIFY2(model[QLatin1StringView(key)].isString(), key);
            if (model["model"_L1] != veo)
                continue;
            QCOMPARE(model["kind"_L1].toString(), u"text-to-video"_s);
            QCOMPARE(model["max_duration"_L1].toDouble(), 8.0);
            const QJsonObject price = model["price"_L1].toObject();
            QCOMPARE(price.value("each"_L1).toDouble(), 0.03);
            QCOMPARE(price.value("unit"_L1).toString(), u"second"_s);
            QCOMPARE(price.value("source"_L1).toString(), u"built_in"_s);
        }
    }

    void wordsInAnyOrder()
    {
        const QStringList ids =
            idsIn(clitest::run({u"models"_s, u"seedance"_s, u"image"_s, u"--json"_s}));
        QVERIFY(ids.contains(u"bytedance/seedance-v1.5-pro/image-to-video"_s));
        QVERIFY(!ids.contains(veo));
        QStringList swapped =
            idsIn(clitest::run({u"models"_s, u"IMAGE"_s, u"Seedance"_s, u"--json"_s}));
        QCOMPARE(QSet<QString>(swapped.begin(), swapped.end()),
                 QSet<QString>(ids.begin(), ids.end()));
        // As one argument, too.
        QCOMPARE(idsIn(clitest::run({u"models"_s, u"seedance image"_s, u"--json"_s})), ids);
    }

    void onlyOneTypeOrKind()
    {
        const Outcome images = clitest::run({u"models"_s, u"--type"_s, u"image"_s, u"--json"_s});
        QVERIFY(!idsIn(images).isEmpty());
        for (const QJsonValue &model : images.json().value("models"_L1).toArray())
            QCOMPARE(model["type"_L1].toString(), u"image"_s);

        const Outcome kind =
            clitest::run({u"models"_s, u"--kind"_s, u"image-to-video"_s, u"--json"_s});
        QVERIFY(!idsIn(kind).isEmpty());
        for (const QJsonValue &model : kind.json().value("models"_L1).toArray())
            QCOMPARE(model["kind"_L1].toString(), u"image-to-video"_s);

        QCOMPARE(clitest::run({u"models"_s, u"--type"_s, u"image"_s, u"--kind"_s,
                               u"image-to-video"_s, u"--json"_s})
                     .exitCode,
                 1);
    }

    void sorted_data()
    {
        QTest::addColumn<QString>("order");
        QTest::newRow("name") << u"name"_s;
        QTest::newRow("price") << u"price"_s;
        QTest::newRow("time") << u"time"_s;
    }

    void sorted()
    {
        QFETCH(const QString, order);
        const Outcome list =
            clitest::run({u"models"_s, u"--sort"_s, order, u"--type"_s, u"image"_s, u"--json"_s});
        const QJsonArray models = list.json().value("models"_L1).toArray();
        QVERIFY(models.size() > 2);
        const auto key = [&order](const QJsonValue &model) {
            if (order == "name"_L1)
                return std::pair(0.0, model["name"_L1].toString().toCaseFolded());
            const QJsonValue value = order == "price"_L1 ? model["price"_L1]["each"_L1]
                                                         : model["typical_time"_L1]["most"_L1];
            return std::pair(value.toDouble(1e9), QString());
        };
        for (qsizetype i = 1; i < models.size(); ++i)
            QVERIFY2(key(models[i - 1]) <= key(models[i]), list.out.constData());
    }

    void nothingFits()
    {
        const Outcome text = clitest::run({u"models"_s, u"no"_s, u"such-thing"_s});
        QCOMPARE(text.exitCode, 1);
        QVERIFY(text.out.isEmpty());
        QVERIFY2(text.err.contains("“no such-thing”"), text.err.constData());
        const Outcome document = clitest::run({u"models"_s, u"nosuchthing"_s, u"--json"_s});
        QCOMPARE(document.exitCode, 1);
        QVERIFY(document.json().value("models"_L1).isArray());
        QCOMPARE(idsIn(document), QStringList());
    }

    void allAboutOne()
    {
        const Outcome sheet = clitest::run({u"models"_s, veo});
        QCOMPARE(sheet.exitCode, 0);
        for (const char *word :
             {"Veo 3.1", "Google", "text-to-video", "$0.03 a second (built in, as of", "60–120 s",
              "Cinematic", "prompt", "required", "at most 4000 characters", "duration",
              "whole number, 1 to 8, default 5", "one of 720p | 1080p", "0 to 2147483647"})
            QVERIFY2(sheet.out.contains(word), sheet.out.constData());

        const Outcome document = clitest::run({u"models"_s, veo, u"--json"_s});
        QCOMPARE(document.exitCode, 0);
        const QJsonObject model = only(document);
        QCOMPARE(model.value("model"_L1).toString(), veo);
        QVERIFY(!model.value("description"_L1).toString().isEmpty());
        QJsonObject parameters;
        for (const QJsonValue &each : model.value("parameters"_L1).toArray())
            parameters.insert(each["name"_L1].toString(), each);
        QCOMPARE(parameters.value("prompt"_L1)["required"_L1].toBool(), true);
        QCOMPARE(parameters.value("prompt"_L1)["maxLength"_L1].toInt(), 4000);
        const QJsonValue duration = parameters.value("duration"_L1);
        QCOMPARE(duration["type"_L1].toString(), u"integer"_s);
        QCOMPARE(duration["minimum"_L1].toInt(), 1);
        QCOMPARE(duration["maximum"_L1].toInt(), 8);
        QCOMPARE(duration["default"_L1].toInt(), 5);
        QCOMPARE(duration["required"_L1].toBool(true), false);
        QCOMPARE(parameters.value("resolution"_L1)["enum"_L1].toArray().size(), 2);
    }

    void anUnknownIdHasNeighbours_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("near");
        QTest::newRow("a letter") << u"gogle/veo3.1/text-to-video"_s << veo;
        QTest::newRow("another version") << u"google/veo3/text-to-video"_s << veo;
        QTest::newRow("its beginning") << u"google/veo3.1"_s << veo;
        QTest::newRow("capitals") << u"Google/VEO3.1/text-to-video"_s << veo;
        QTest::newRow("nothing like it") << u"xy/z"_s << QString();
    }

    void anUnknownIdHasNeighbours()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, near);
        const Outcome text = clitest::run({u"models"_s, id});
        QCOMPARE(text.exitCode, 1);
        QVERIFY(text.out.isEmpty());
        QVERIFY2(text.err.contains("“" + id.toUtf8() + "”"), text.err.constData());
        QVERIFY2(text.err.contains(near.toUtf8()), text.err.constData());
        const Outcome document = clitest::run({u"models"_s, id, u"--json"_s});
        QCOMPARE(document.exitCode, 1);
        QVERIFY(!document.json().value("error"_L1).toString().isEmpty());
        const QJsonArray neighbours = document.json().value("near"_L1).toArray();
        QCOMPARE(neighbours.isEmpty(), near.isEmpty());
        QVERIFY(near.isEmpty() || neighbours.contains(near));
        QVERIFY(neighbours.size() <= 5);
    }

    void aRefreshFetchesTheListAndKeepsIt()
    {
        HouseServer own;
        const QStringList server{u"--base-url"_s, own.baseUrl()};
        QCOMPARE(clitest::run(QStringList{u"models"_s, house} + server).exitCode, 1);

        const Variables key{{u"ATLAS_CLOUD_API_KEY"_s, u"sk-secret-1234"_s}};
        const Outcome list =
            runServed(QStringList{u"models"_s, u"house"_s, u"--refresh"_s} + server, key);
        QVERIFY2(list.exitCode == 0, list.err.constData());
        QVERIFY2(list.out.contains(house.toUtf8()), list.out.constData());
        QVERIFY(list.out.contains("$0.50 an image"));
        QVERIFY2(list.out.contains("fetched just now"), list.out.constData());
        QVERIFY2(list.err.contains(own.baseUrl().toUtf8()), list.err.constData());
        QCOMPARE(own.server().requests().size(), 1);
        QVERIFY(!own.server().requests().first().hasHeader("Authorization"));

        // From then on without asking; of Atlas Cloud's list it is no part.
        const Outcome later =
            clitest::run(QStringList{u"models"_s, u"house"_s, u"--json"_s} + server);
        QCOMPARE(idsIn(later), QStringList{house});
        QCOMPARE(later.json().value("list"_L1)["source"_L1].toString(), u"live"_s);
        QCOMPARE(clitest::run({u"models"_s, house}).exitCode, 1);
        QCOMPARE(own.server().requests().size(), 1);
    }

    void aRefreshOfOneFetchesItsSchema()
    {
        HouseServer own;
        const Variables server{{u"ATLASCLOUD_BASE_URL"_s, own.baseUrl()}};
        const Outcome unknown = runServed({u"models"_s, u"style"_s, u"--refresh"_s}, server);
        QVERIFY2(unknown.exitCode == 0, unknown.err.constData());
        const Outcome bare = clitest::run({u"models"_s, house}, server);
        QVERIFY2(bare.out.contains("--refresh"), bare.out.constData());

        const Outcome sheet = runServed({u"models"_s, house, u"--refresh"_s}, server);
        QVERIFY2(sheet.exitCode == 0, sheet.err.constData());
        QCOMPARE(own.target(own.server().requests().size() - 1), "/schema.json");
        for (const char *word : {"House Style", "As we like it.", "one of calm | wild",
                                 "number, 0 to 1, default 0.5", "What to make."})
            QVERIFY2(sheet.out.contains(word), sheet.out.constData());
        QVERIFY(sheet.out.indexOf("mood") < sheet.out.indexOf("strength"));
        QCOMPARE(only(clitest::run({u"models"_s, house, u"--json"_s}, server))
                     .value("parameters"_L1)
                     .toArray()
                     .size(),
                 3);
    }

    void aRefreshForABatchFetchesItsModelsSchemas()
    {
        HouseServer own;
        const Variables server{{u"ATLASCLOUD_BASE_URL"_s, own.baseUrl()}};
        const QString file = write("models:\n"
                                   "  my/model: {type: image, price_per_image: 0.02}\n"
                                   "jobs:\n"
                                   "  - {name: A, type: image, model: "
                                   + house.toUtf8()
                                   + ", prompt: x}\n"
                                     "  - {name: B, type: image, model: my/model, prompt: x}\n"
                                     "  - {name: C, type: image, model: "
                                   + house.toUtf8() + ", prompt: y}\n");
        const QStringList ofBatch{u"models"_s, u"--batch"_s, file, u"--json"_s};
        QCOMPARE(idsIn(clitest::run(ofBatch, server)), QStringList{u"my/model"_s});

        const Outcome fetched = runServed(ofBatch + QStringList(u"--refresh"_s), server);
        QVERIFY2(fetched.exitCode == 0, fetched.err.constData());
        QStringList ids = idsIn(fetched);
        ids.sort();
        QCOMPARE(ids, (QStringList{house, u"my/model"_s}));
        QCOMPARE(own.server().requests().size(), 2);
        QCOMPARE(own.target(1), "/schema.json");
        QCOMPARE(only(clitest::run({u"models"_s, house, u"--json"_s}, server))
                     .value("parameters"_L1)
                     .toArray()
                     .size(),
                 3);

        const Outcome none = clitest::run({u"models"_s, u"--batch"_s, u"nowhere.yaml"_s});
        QCOMPARE(none.exitCode, 2);
        QVERIFY(none.err.contains("nowhere.yaml"));
    }

    void anAssumedUnitIsAGuess()
    {
        HouseServer own;
        own.list = R"({"data": [{"model": "house/clip/text-to-video", "type": "Video",
            "price": {"actual": {"base_price": "0.1"}}}]})";
        const QStringList server{u"--base-url"_s, own.baseUrl()};
        const Outcome list = runServed(QStringList{u"models"_s, u"--refresh"_s} + server);
        QCOMPARE(list.exitCode, 0);
        const QString file = write("jobs:\n  - {name: A, type: video, model: "
                                   "house/clip/text-to-video, prompt: x}\n");
        const Outcome text = clitest::run(QStringList{u"estimate"_s, file} + server);
        QVERIFY2(text.out.contains("it doesn't say that the price is per second"),
                 text.out.constData());
        QVERIFY2(text.out.contains("all of it a guess"), text.out.constData());
        const QJsonObject document =
            clitest::run(QStringList{u"estimate"_s, file, u"--json"_s} + server).json();
        QVERIFY(document.value("guess"_L1).toBool());
        QCOMPARE(document.value("total_cost"_L1).toDouble(), 0.5);
        const QJsonValue line = document.value("models"_L1)[0];
        QVERIFY(line["unit_assumed"_L1].toBool());
        QCOMPARE(line["source"_L1].toString(), u"live"_s);
    }

    void aFailedRefreshLeavesWhatIsKnown()
    {
        HouseServer own;
        const Variables server{{u"ATLASCLOUD_BASE_URL"_s, own.baseUrl()}};
        QCOMPARE(runServed({u"models"_s, house, u"--refresh"_s}, server).exitCode, 0);
        own.list = "<!doctype html><title>Sign in</title>";

        const Outcome text = runServed({u"models"_s, u"--refresh"_s}, server);
        QCOMPARE(text.exitCode, 1);
        QVERIFY2(text.err.contains("The models stay as they were."), text.err.constData());
        QVERIFY(text.out.contains(house.toUtf8()));

        const Outcome document =
            runServed({u"models"_s, house, u"--refresh"_s, u"--json"_s}, server);
        QCOMPARE(document.exitCode, 1);
        QVERIFY(document.json().value("error"_L1).toString().contains(u"stay as they were"_s));
        QCOMPARE(only(document).value("parameters"_L1).toArray().size(), 3);
    }

    void aSchemaThatIsNone()
    {
        HouseServer own;
        own.schema = "<html>";
        const Variables server{{u"ATLASCLOUD_BASE_URL"_s, own.baseUrl()}};
        const Outcome sheet = runServed({u"models"_s, house, u"--refresh"_s}, server);
        QCOMPARE(sheet.exitCode, 1);
        QVERIFY2(sheet.err.contains(house.toUtf8()), sheet.err.constData());
        QVERIFY(sheet.out.contains("$0.50 an image"));
    }

    void whatIsKnownIsWhatABatchIsEstimatedBy()
    {
        HouseServer own;
        const QStringList server{u"--base-url"_s, own.baseUrl()};
        QCOMPARE(runServed(QStringList{u"models"_s, house, u"--refresh"_s} + server).exitCode, 0);
        const QByteArray job =
            "jobs:\n  - {name: A, type: image, model: " + house.toUtf8() + ", prompt: x}\n";
        const QStringList estimate{u"estimate"_s, write(job), u"--json"_s};

        const QJsonObject live = clitest::run(estimate + server).json();
        QCOMPARE(live.value("total_cost"_L1).toDouble(), 0.5);
        QCOMPARE(live.value("guess"_L1).toBool(true), false);
        const QJsonValue model = live.value("models"_L1)[0];
        QCOMPARE(model["source"_L1].toString(), u"live"_s);
        QVERIFY(!model["as_of"_L1].toString().isEmpty());

        // Atlas Cloud's list has it not, and a batch file can't choose another.
        QVERIFY(clitest::run(estimate).json().value("guess"_L1).toBool());
        write("base_url: " + own.baseUrl().toUtf8() + "\n" + job);
        const QJsonObject byFile = clitest::run(estimate).json();
        QVERIFY(byFile.value("guess"_L1).toBool());
        QCOMPARE(byFile.value("models"_L1)[0]["source"_L1], QJsonValue(QJsonValue::Null));
        QCOMPARE(byFile.value("guessed_cost"_L1).toDouble(), 0.05);
    }

    void itsChecksAreTheLiveSchemas()
    {
        HouseServer own;
        const QStringList server{u"--base-url"_s, own.baseUrl()};
        QCOMPARE(runServed(QStringList{u"models"_s, house, u"--refresh"_s} + server).exitCode, 0);
        const QString file = write("jobs:\n"
                                   "  - name: A\n"
                                   "    type: image\n"
                                   "    model: "
                                   + house.toUtf8()
                                   + "\n"
                                     "    prompt: x\n"
                                     "    params:\n"
                                     "      strength: 0.2\n"
                                     "      mood: angry\n");
        const Outcome outcome =
            clitest::run(QStringList{u"validate"_s, file, u"--json"_s} + server);
        QCOMPARE(outcome.exitCode, 2);
        QCOMPARE(outcome.json().value("errors"_L1).toInt(), 1);
        const QJsonArray found = outcome.json().value("diagnostics"_L1).toArray();
        const auto error = std::ranges::find_if(found, [](const QJsonValue &each) {
            return each["severity"_L1].toString() == "error"_L1;
        });
        QVERIFY(error != found.end());
        QCOMPARE((*error)["key"_L1].toString(), u"params.mood"_s);
        QCOMPARE((*error)["line"_L1].toInt(), 8);
        QVERIFY((*error)["message"_L1].toString().contains(u"wild"_s));
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "test_models.moc"
