// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/cache.h"
#include "engine/models/catalogrefresh.h"
#include "support/httpscript.h"
#include "support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using catalog::Catalog;
using engine::CatalogRefresh;
using Peer = HttpScript::PeerPtr;

namespace {

constexpr auto listTarget = "/api/v1/models";

QString idOf(int number)
{
    return u"tests/model-%1/text-to-image"_s.arg(number);
}

QByteArray targetOf(int number)
{
    return "/schema/" + QByteArray::number(number) + ".json";
}

QByteArray schemaSaying(const QString &words)
{
    const QJsonObject prompt{{u"type"_s, u"string"_s}, {u"description"_s, words}};
    const QJsonObject input{{u"type"_s, u"object"_s},
                            {u"properties"_s, QJsonObject{{u"prompt"_s, prompt}}}};
    const QJsonObject components{{u"schemas"_s, QJsonObject{{u"Input"_s, input}}}};
    return QJsonDocument(QJsonObject{{u"components"_s, components}}).toJson();
}

/// What the schema of that model says there; empty: it has none.
QString saidBy(const Catalog &known, int number)
{
    const catalog::Model *model = known.find(idOf(number));
    const catalog::Parameter *prompt = model ? model->parameter(u"prompt") : nullptr;
    return prompt ? prompt->description : QString();
}

/// A service with a long list in the live shape, and `own` models more, with schemas of its own.
class ModelService
{
public:
    explicit ModelService(int own = 12)
        : m_server([this](const Peer &peer) { answer(peer); })
    {
        QFile file(QStringLiteral(RUSHES_SOURCE_DIR "/tests/catalog/data/models-live.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The test data is missing.");
        m_list = QJsonDocument::fromJson(file.readAll()).object();
        QJsonArray data = m_list["data"_L1].toArray();
        const QJsonObject price{{u"actual"_s, QJsonObject{{u"base_price"_s, u"0.02"_s}}}};
        for (int i = 0; i < own; ++i) {
            data.append(QJsonObject{{u"model"_s, idOf(i)},
                                    {u"type"_s, u"Image"_s},
                                    {u"displayName"_s, u"Model %1"_s.arg(i)},
                                    {u"price"_s, price},
                                    {u"schema"_s, m_server.url(targetOf(i)).toString()}});
        }
        m_list["data"_L1] = data;
    }

    /// The list has the first `percent` of its entries alone.
    void cutTo(int percent)
    {
        QJsonArray data = m_list["data"_L1].toArray();
        const qsizetype kept = data.size() * percent / 100;
        while (data.size() > kept)
            data.removeLast();
        m_list["data"_L1] = data;
    }

    /// The list names another address for the model's schema.
    void move(int model)
    {
        QJsonArray data = m_list["data"_L1].toArray();
        for (auto entry : data) {
            QJsonObject moved = entry.toObject();
            if (moved["model"_L1].toString() != idOf(model))
                continue;
            moved["schema"_L1] = m_server.url(targetOf(model) + "-2").toString();
            entry = moved;
        }
        m_list["data"_L1] = data;
    }

    QUrl baseUrl() const { return m_server.url(u"/api/v1"_s); }
    QByteArray list() const { return QJsonDocument(m_list).toJson(); }
    const HttpScript &server() const { return m_server; }
    /// How often that was asked for.
    int count(const QByteArray &target) const
    {
        int found = 0;
        for (const HttpScript::Request &request : m_server.requests())
            found += request.target == target ? 1 : 0;
        return found;
    }
    int schemaCount() const { return int(m_server.requests().size()) - count(listTarget); }

    /// In place of the whole answer.
    HttpScript::Handler onList;
    HttpScript::Handler onSchema;
    QString words = u"first"_s; ///< of the schemas

private:
    void answer(const Peer &peer)
    {
        const bool isList = peer->request().target == listTarget;
        const HttpScript::Handler &own = isList ? onList : onSchema;
        if (own)
            own(peer);
        else
            peer->json(200, isList ? list() : schemaSaying(words));
    }

    QJsonObject m_list;
    HttpScript m_server;
};

HttpScript::Handler saying(int status, const QByteArray &body)
{
    return [=](const Peer &peer) { peer->reply(status, body); };
}

HttpScript::Handler breakingOff(const QByteArray &body)
{
    return [=](const Peer &peer) {
        peer->send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size() + 1000)
                   + "\r\n\r\n" + body);
        peer->close();
    };
}

/// How a refresh ends.
struct Ending
{
    std::optional<Catalog> known;
    QStringList missing;
    QString problem;
};

Ending endingOf(CatalogRefresh &refresh, const QUrl &baseUrl, const QStringList &inUse = {},
                bool schemasAlone = false)
{
    Ending ending;
    bool ended = false;
    QObject context;
    QObject::connect(&refresh, &CatalogRefresh::finished, &context,
                     [&](const Catalog &known, const QStringList &missing) {
                         ending.known = known;
                         ending.missing = missing;
                         ended = true;
                     });
    QObject::connect(&refresh, &CatalogRefresh::failed, &context, [&](const QString &message) {
        ending.problem = message;
        ended = true;
    });
    if (schemasAlone)
        refresh.startSchemas(baseUrl, inUse);
    else
        refresh.start(baseUrl, inUse);
    if (!refresh.isRunning() || ended)
        qFatal("It ended as it began.");
    if (!QTest::qWaitFor([&ended] { return ended; }, 20000))
        qFatal("The refresh never ended.");
    if (refresh.isRunning())
        qFatal("It goes on after its end.");
    return ending;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The live list: fetched, kept, and never spoilt by a bad answer.
class TestCatalogRefresh : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_cache;
    std::optional<ManualClock> m_clock;

private slots:
    void init()
    {
        m_cache.emplace();
        m_clock.emplace();
        qputenv("XDG_CACHE_HOME", QFile::encodeName(m_cache->path()));
    }

    void theListIsFetchedAndKept()
    {
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        const Ending ending = endingOf(refresh, service.baseUrl());
        QVERIFY2(ending.known, qUtf8Printable(ending.problem));
        QVERIFY2(ending.known->models().size() > 120,
                 QByteArray::number(ending.known->models().size()).constData());
        QVERIFY(ending.known->find(idOf(11)));
        // The snapshot's models are still known.
        QVERIFY(ending.known->find(u"google/veo3.1/text-to-video"_s));
        QCOMPARE(ending.known->fetchedAt(), m_clock->now());
        QCOMPARE(ending.missing, QStringList());

        const Catalog offline = catalog::knownModels(service.baseUrl());
        QCOMPARE(offline.toSnapshot(), ending.known->toSnapshot());
        QCOMPARE(offline.fetchedAt(), m_clock->now());
        // Of another server nothing is known by that.
        QVERIFY(!catalog::knownModels(QUrl(u"https://api.example/v1"_s)).find(idOf(1)));

        QCOMPARE(service.count(listTarget), 1);
        QCOMPARE(service.schemaCount(), 0);
    }

    void noKeyIsSent()
    {
        ModelService service;
        qputenv("ATLAS_CLOUD_API_KEY", "sk-secret-1234");
        CatalogRefresh refresh(*m_clock);
        const Ending ending = endingOf(refresh, service.baseUrl(), {idOf(0), idOf(1)});
        qputenv("ATLAS_CLOUD_API_KEY", "");
        QVERIFY(ending.known);
        QCOMPARE(service.schemaCount(), 2);
        for (const HttpScript::Request &request : service.server().requests()) {
            QCOMPARE(request.method, "GET");
            QVERIFY(!request.hasHeader("Authorization"));
            for (const auto &[name, value] : request.headers)
                QVERIFY2(!value.contains("sk-secret"), name.constData());
        }
    }

    void schemasOfTheModelsInUse()
    {
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        const QStringList inUse{idOf(3), idOf(5), idOf(3), u"nobody/knows/it"_s,
                                u"google/veo3.1/text-to-video"_s};
        const Ending ending = endingOf(refresh, service.baseUrl(), inUse);
        QVERIFY2(ending.known, qUtf8Printable(ending.problem));
        QCOMPARE(saidBy(*ending.known, 3), u"first"_s);
        QCOMPARE(saidBy(*ending.known, 5), u"first"_s);
        QVERIFY(!ending.known->find(idOf(4))->hasSchema);
        QCOMPARE(service.count(targetOf(3)), 1);
        QCOMPARE(service.schemaCount(), 2);
    }

    void fourSchemasAtATime()
    {
        ModelService service;
        QList<Peer> waiting;
        service.onSchema = [&waiting](const Peer &peer) { waiting.append(peer); };
        CatalogRefresh refresh(*m_clock);
        QSignalSpy finished(&refresh, &CatalogRefresh::finished);
        QStringList inUse;
        for (int i = 0; i < 12; ++i)
            inUse += idOf(i);
        refresh.start(service.baseUrl(), inUse);
        for (int answered = 0; answered < 12; ++answered) {
            const int expected = std::min(12, answered + 4);
            QTRY_COMPARE(int(waiting.size()), expected);
            waiting.at(answered)->json(200, schemaSaying(u"held"_s));
        }
        QVERIFY(finished.wait());
        QCOMPARE(waiting.size(), 12);
        QCOMPARE(saidBy(finished.at(0).at(0).value<Catalog>(), 11), u"held"_s);
    }

    void aBrokenListChangesNothing_data()
    {
        QTest::addColumn<HttpScript::Handler>("answer");
        QTest::addColumn<QString>("words");
        const QByteArray list = ModelService().list();
        const auto row = [](const char *name, const HttpScript::Handler &answer,
                            const QString &words) { QTest::newRow(name) << answer << words; };
        row("cut off", saying(200, list.left(list.size() / 2)), u"cut off"_s);
        row("HTML", saying(200, "<!doctype html><title>Sign in</title>"), u"web page"_s);
        row("empty", saying(200, {}), u"empty"_s);
        row("an error", saying(200, R"({"code": "500", "msg": "no list today"})"),
            u"no list today"_s);
        row("no list", saying(200, R"({"code": "200", "data": {"a": 1}})"), u"form"_s);
        row("another shape", saying(200, R"(["a", "b"])"), u"form"_s);
        row("wrong types", saying(200, R"({"data": [1, "two", null, {"model": 3, "type": []}]})"),
            u"none"_s);
        row("no models", saying(200, R"({"code": "200", "data": []})"), u"none"_s);
        row("10 MB", saying(200, list + QByteArray(10'000'000, ' ')), u"larger than 8"_s);
        row("500", saying(500, R"({"msg": "it broke"})"), u"it broke"_s);
        row("401", saying(401, {}), u"401"_s);
        row("404", saying(404, "<html>"), u"404"_s);
        row(
            "redirect",
            [](const Peer &peer) {
                peer->reply(302, {}, {{"Location", "https://a.example/b"}});
            },
            u"redirect"_s);
        row("dropped connection", breakingOff(list.left(2000)), u"closed the connection"_s);
        row(
            "reset", [](const Peer &peer) { peer->reset(); }, u"127.0.0.1"_s);
    }

    void aBrokenListChangesNothing()
    {
        QFETCH(const HttpScript::Handler, answer);
        QFETCH(const QString, words);
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        const QString file = catalog::Cache(service.baseUrl()).path();

        service.onList = answer;
        Ending ending = endingOf(refresh, service.baseUrl(), {idOf(0)});
        QVERIFY(!ending.known);
        QVERIFY2(!QFile::exists(file), "Nothing was known, and nothing is.");

        service.onList = {};
        QVERIFY(endingOf(refresh, service.baseUrl(), {idOf(0)}).known);
        const QByteArray before = contentOf(file);
        QVERIFY(!before.isEmpty());

        service.onList = answer;
        m_clock->jump(48h);
        ending = endingOf(refresh, service.baseUrl(), {idOf(0), idOf(1)});
        QVERIFY(!ending.known);
        QVERIFY2(ending.problem.contains(words), qUtf8Printable(ending.problem));
        QVERIFY2(ending.problem.startsWith(u"The list of models could not be fetched: "_s)
                     && ending.problem.endsWith(u" The models stay as they were."_s),
                 qUtf8Printable(ending.problem));
        QCOMPARE(contentOf(file), before);
        QCOMPARE(QDir(QFileInfo(file).path()).entryList(QDir::Files).size(), 1);
        QVERIFY(catalog::knownModels(service.baseUrl()).find(idOf(0)));
    }

    void halfAListChangesNothing()
    {
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        QVERIFY(endingOf(refresh, service.baseUrl(), {idOf(0)}).known);
        const QString file = catalog::Cache(service.baseUrl()).path();
        const QByteArray before = contentOf(file);

        service.cutTo(40);
        m_clock->jump(48h);
        Ending ending = endingOf(refresh, service.baseUrl(), {idOf(0)});
        QVERIFY(!ending.known);
        QVERIFY2(ending.problem.contains(u"cut short"), qUtf8Printable(ending.problem));
        QCOMPARE(contentOf(file), before);
        QCOMPARE(saidBy(catalog::knownModels(service.baseUrl()), 0), u"first"_s);

        // The service goes on to say so: it is the list.
        m_clock->jump(24h * 7);
        ending = endingOf(refresh, service.baseUrl(), {idOf(0)});
        QVERIFY2(ending.known, qUtf8Printable(ending.problem));
        QVERIFY(!ending.known->find(idOf(0))->listed);
    }

    void whatAShorterListLacksIsKept()
    {
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        QVERIFY(endingOf(refresh, service.baseUrl(), {idOf(11)}).known);
        const QDateTime firstTime = m_clock->now();

        service.cutTo(90); // the last of them are the service's own
        m_clock->jump(1h);
        for (int i = 0; i < 2; ++i) { // and once more, when the list before lacks it, too
            const Ending ending = endingOf(refresh, service.baseUrl());
            QVERIFY2(ending.known, qUtf8Printable(ending.problem));
            const catalog::Model *model = ending.known->find(idOf(11));
            QVERIFY(model && !model->listed);
            QCOMPARE(saidBy(*ending.known, 11), u"first"_s);
            QVERIFY(model->price);
            QCOMPARE(model->price->asOf, firstTime);
            m_clock->jump(1h);
        }
    }

    void schemasAlone()
    {
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        const auto fetch = [&](const QStringList &models) {
            return endingOf(refresh, service.baseUrl(), models, true);
        };
        // Without a list that is kept it comes, too.
        QVERIFY(fetch({idOf(0)}).known);
        QCOMPARE(service.count(listTarget), 1);
        const QDateTime listed = m_clock->now();

        m_clock->jump(1h);
        Ending ending = fetch({idOf(1), idOf(2)});
        QVERIFY2(ending.known, qUtf8Printable(ending.problem));
        QCOMPARE(service.count(listTarget), 1);
        QCOMPARE(service.schemaCount(), 3);
        QCOMPARE(ending.known->fetchedAt(), listed);
        for (const int model : {0, 1, 2})
            QCOMPARE(saidBy(*ending.known, model), u"first"_s);
        QCOMPARE(catalog::knownModels(service.baseUrl()).toSnapshot(), ending.known->toSnapshot());
        // What is fresh isn't asked for again.
        QVERIFY(fetch({idOf(1)}).known);
        QCOMPARE(service.schemaCount(), 3);

        service.onSchema = saying(200, "<html>");
        m_clock->jump(25h);
        ending = fetch({idOf(1), idOf(3)});
        QCOMPARE(ending.missing, (QStringList{idOf(1), idOf(3)}));
        QCOMPARE(saidBy(*ending.known, 1), u"first"_s);
        QVERIFY(!ending.known->find(idOf(3))->hasSchema);
    }

    void aBrokenSchemaLeavesTheOldOne_data()
    {
        QTest::addColumn<HttpScript::Handler>("answer");
        QTest::newRow("HTML") << saying(200, "<!doctype html><title>Hello</title>");
        QTest::newRow("empty") << saying(200, {});
        QTest::newRow("cut off") << saying(200, schemaSaying(u"half"_s).left(50));
        QTest::newRow("dropped") << breakingOff(schemaSaying(u"half"_s));
        QTest::newRow("another shape") << saying(200, R"({"openapi": "3.0.0", "paths": {}})");
        QTest::newRow("a list") << saying(200, "[1, 2]");
        QTest::newRow("wrong types")
            << saying(200, R"({"components": {"schemas": {"Input": "none"}}})");
        QTest::newRow("500") << saying(500, "{}");
        QTest::newRow("404") << saying(404, "<html>");
        QTest::newRow("too large")
            << saying(200, schemaSaying(u"large"_s) + QByteArray(1024 * 1024, ' '));
        QTest::newRow("redirect") << HttpScript::Handler([](const Peer &peer) {
            peer->reply(302, {}, {{"Location", "/schema/elsewhere.json"}});
        });
    }

    void aBrokenSchemaLeavesTheOldOne()
    {
        QFETCH(const HttpScript::Handler, answer);
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        QVERIFY(endingOf(refresh, service.baseUrl(), {idOf(0)}).known);

        m_clock->jump(25h);
        service.onSchema = answer;
        Ending ending = endingOf(refresh, service.baseUrl(), {idOf(0), idOf(1)});
        QVERIFY2(ending.known, qUtf8Printable(ending.problem));
        QCOMPARE(ending.missing, (QStringList{idOf(0), idOf(1)}));
        QCOMPARE(saidBy(*ending.known, 0), u"first"_s);
        QVERIFY(!ending.known->find(idOf(1))->hasSchema);
        QCOMPARE(ending.known->fetchedAt(), m_clock->now());

        // It is still too old, so it is asked for the next time.
        service.onSchema = {};
        service.words = u"second"_s;
        ending = endingOf(refresh, service.baseUrl(), {idOf(0), idOf(1)});
        QCOMPARE(ending.missing, QStringList());
        QCOMPARE(saidBy(*ending.known, 0), u"second"_s);
        QCOMPARE(saidBy(*ending.known, 1), u"second"_s);
    }

    void schemasAreFetchedAgainWhenTheyAreOld_data()
    {
        QTest::addColumn<std::chrono::hours>("later");
        QTest::addColumn<bool>("again");
        QTest::newRow("at once") << 0h << false;
        QTest::newRow("within the day") << 23h << false;
        QTest::newRow("the next day") << 25h << true;
        QTest::newRow("the clock was set back") << -3h << true;
    }

    void schemasAreFetchedAgainWhenTheyAreOld()
    {
        QFETCH(const std::chrono::hours, later);
        QFETCH(const bool, again);
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        QVERIFY(endingOf(refresh, service.baseUrl(), {idOf(0), idOf(1)}).known);
        service.words = u"second"_s;
        m_clock->jump(later);
        const Ending ending = endingOf(refresh, service.baseUrl(), {idOf(0)});
        QVERIFY(ending.known);
        QCOMPARE(service.count(targetOf(0)), again ? 2 : 1);
        QCOMPARE(saidBy(*ending.known, 0), again ? u"second"_s : u"first"_s);
        // One that is no longer in use stays as it is.
        QCOMPARE(service.count(targetOf(1)), 1);
        QCOMPARE(saidBy(*ending.known, 1), u"first"_s);
        QCOMPARE(ending.known->fetchedAt(), m_clock->now());
    }

    void aSchemaUnderANewAddressIsAskedForUntilItIsThere()
    {
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        QVERIFY(endingOf(refresh, service.baseUrl(), {idOf(0)}).known);
        // The list names another address, which has nothing yet.
        service.move(0);
        service.onSchema = saying(500, "later");
        const Ending without = endingOf(refresh, service.baseUrl(), {idOf(0)});
        QCOMPARE(without.missing, QStringList{idOf(0)});
        QCOMPARE(saidBy(*without.known, 0), u"first"_s);
        service.onSchema = {};
        service.words = u"second"_s;
        const Ending with = endingOf(refresh, service.baseUrl(), {idOf(0)});
        QVERIFY(with.missing.isEmpty());
        QCOMPARE(saidBy(*with.known, 0), u"second"_s);
    }

    void schemasThatKeepBeingFreshGrowOldAllTheSame()
    {
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        for (const int expected : {1, 1, 2}) {
            QVERIFY(endingOf(refresh, service.baseUrl(), {idOf(0)}).known);
            QCOMPARE(service.count(targetOf(0)), expected);
            m_clock->jump(13h);
        }
    }

    void nobodyThere()
    {
        ModelService service;
        service.onSchema = [](const Peer &peer) { peer->reset(); };
        CatalogRefresh refresh(*m_clock);
        QStringList inUse;
        for (int i = 0; i < 12; ++i)
            inUse += idOf(i);
        const Ending ending = endingOf(refresh, service.baseUrl(), inUse);
        QVERIFY(ending.known);
        QCOMPARE(ending.missing, inUse);
        QSet<QByteArray> asked; // Qt may ask twice over a connection that breaks
        for (const HttpScript::Request &request : service.server().requests())
            asked.insert(request.target);
        asked.remove(listTarget);
        QVERIFY2(asked.size() < 8, QByteArray::number(asked.size()).constData());
    }

    void noServer()
    {
        QUrl gone;
        {
            ModelService service;
            gone = service.baseUrl();
        }
        CatalogRefresh refresh(*m_clock);
        const Ending ending = endingOf(refresh, gone);
        QVERIFY2(ending.problem.contains(u"refused the connection"_s),
                 qUtf8Printable(ending.problem));
    }

    void aFolderThatTakesNothing()
    {
        ModelService service;
        // The folder's place is taken.
        QFile file(m_cache->filePath(u"rushes"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        CatalogRefresh refresh(*m_clock);
        const Ending ending = endingOf(refresh, service.baseUrl());
        QVERIFY(!ending.known);
        QVERIFY2(ending.problem.startsWith(u"The list of models could not be kept: "_s),
                 qUtf8Printable(ending.problem));
    }

    void aDamagedCacheIsNoHindrance()
    {
        ModelService service;
        CatalogRefresh refresh(*m_clock);
        QVERIFY(endingOf(refresh, service.baseUrl(), {idOf(0)}).known);
        const QString path = catalog::Cache(service.baseUrl()).path();
        const QByteArray half = contentOf(path).left(1000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(half), half.size());
        file.close();
        const Ending ending = endingOf(refresh, service.baseUrl(), {idOf(0)});
        QVERIFY2(ending.known, qUtf8Printable(ending.problem));
        QCOMPARE(saidBy(*ending.known, 0), u"first"_s);
        QVERIFY(catalog::Cache(service.baseUrl()).read().has_value());
    }

    void abortedItSaysNothing_data()
    {
        QTest::addColumn<bool>("inTheList");
        QTest::newRow("while the list comes") << true;
        QTest::newRow("while a schema comes") << false;
    }

    void abortedItSaysNothing()
    {
        QFETCH(const bool, inTheList);
        ModelService service;
        QList<Peer> waiting;
        (inTheList ? service.onList : service.onSchema) = [&waiting](const Peer &peer) {
            waiting.append(peer);
        };
        CatalogRefresh refresh(*m_clock);
        QSignalSpy finished(&refresh, &CatalogRefresh::finished);
        QSignalSpy failed(&refresh, &CatalogRefresh::failed);
        refresh.start(service.baseUrl(), {idOf(0)});
        QTRY_COMPARE(waiting.size(), 1);
        refresh.abort();
        QVERIFY(!refresh.isRunning());
        waiting.first()->json(200, inTheList ? service.list() : schemaSaying(u"late"_s));

        // Another one runs its whole course, and the first is not heard of.
        service.onList = {};
        service.onSchema = {};
        CatalogRefresh other(*m_clock);
        ModelService elsewhere;
        QVERIFY(endingOf(other, elsewhere.baseUrl(), {idOf(0)}).known);
        QCOMPARE(finished.size(), 0);
        QCOMPARE(failed.size(), 0);
        QVERIFY(!QFile::exists(catalog::Cache(service.baseUrl()).path()));
    }

    void aSecondStartTakesTheFirstsPlace()
    {
        ModelService first;
        QList<Peer> waiting;
        first.onList = [&waiting](const Peer &peer) { waiting.append(peer); };
        ModelService second(3);
        CatalogRefresh refresh(*m_clock);
        QSignalSpy finished(&refresh, &CatalogRefresh::finished);
        QSignalSpy failed(&refresh, &CatalogRefresh::failed);
        refresh.start(first.baseUrl(), {idOf(0)});
        QTRY_COMPARE(waiting.size(), 1);
        refresh.start(second.baseUrl(), {});
        waiting.first()->json(200, first.list());
        QVERIFY(finished.wait());
        QVERIFY(!refresh.isRunning());
        QVERIFY(finished.at(0).at(0).value<Catalog>().find(idOf(2)));
        QVERIFY(!finished.at(0).at(0).value<Catalog>().find(idOf(3)));
        QCOMPARE(failed.size(), 0);
        QVERIFY(!QFile::exists(catalog::Cache(first.baseUrl()).path()));
    }

    void itMayBeginAnewInItsAnswer()
    {
        ModelService service;
        service.onList = saying(500, {});
        CatalogRefresh refresh(*m_clock);
        QSignalSpy finished(&refresh, &CatalogRefresh::finished);
        connect(&refresh, &CatalogRefresh::failed, this, [&] {
            service.onList = {};
            refresh.start(service.baseUrl(), {});
        });
        refresh.start(service.baseUrl(), {});
        QVERIFY(finished.wait());
    }

    void itMayBeDeletedInItsAnswer_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::newRow("finished") << false;
        QTest::newRow("failed") << true;
    }

    void itMayBeDeletedInItsAnswer()
    {
        QFETCH(const bool, fails);
        ModelService service;
        if (fails)
            service.onList = saying(200, "<html>");
        auto *refresh = new CatalogRefresh(*m_clock);
        bool deleted = false;
        const auto deleteIt = [&] {
            delete refresh;
            deleted = true;
        };
        connect(refresh, &CatalogRefresh::finished, this, deleteIt);
        connect(refresh, &CatalogRefresh::failed, this, deleteIt);
        refresh->start(service.baseUrl(), {});
        QTRY_VERIFY(deleted);
    }

    void itMayBeDeletedAtWork()
    {
        ModelService service;
        for (int i = 0; i < 5; ++i) {
            CatalogRefresh refresh(*m_clock);
            refresh.start(service.baseUrl(), {idOf(i)});
            QTRY_VERIFY(service.count(listTarget) > i);
        }
    }
};

QTEST_GUILESS_MAIN(TestCatalogRefresh)
#include "test_catalogrefresh.moc"
