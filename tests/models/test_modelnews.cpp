// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of models fetched anew, and how the browser tells of it.
#include "catalog/cache.h"
#include "models/browserdriver.h"
#include "models/details/schemafetch.h"
#include "session/document/modelnews.h"
#include "support/httpscript.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

constexpr auto promptSchema = R"({"components": {"schemas": {"Input": {
    "properties": {"prompt": {"type": "string"}, "mood": {"type": "string", "title": "Mood"}},
    "required": ["prompt"]}}}})";

/// The list of `count` models whose schemas are on the same server.
QByteArray listFrom(const HttpScript &server, int count)
{
    QByteArray list = testing::manyModels(count);
    return list.replace("https://static.example.com", server.url().toEncoded());
}

} // namespace

class TestModelNews : public QObject
{
    Q_OBJECT

private:
    /// Answers with ten models, and a schema for each.
    static void serve(HttpScript &server)
    {
        server.setHandler([&server](const HttpScript::PeerPtr &peer) {
            peer->json(200,
                       peer->request().target.contains("/schema/") ? QByteArray(promptSchema)
                                                                   : listFrom(server, 10));
        });
    }
    static void refuse(HttpScript &server)
    {
        server.setHandler([](const HttpScript::PeerPtr &peer) {
            peer->reply(200, "<html>Sign in to the hotel's network</html>");
        });
    }
    static int schemaRequests(const HttpScript &server)
    {
        return static_cast<int>(std::ranges::count_if(
            server.requests(), [](const auto &each) { return each.target.contains("/schema/"); }));
    }

private slots:
    void init()
    {
        QSettings().clear();
        QDir(QFileInfo(catalog::Cache(QUrl(u"http://127.0.0.1"_s)).path()).path())
            .removeRecursively();
        qunsetenv("ATLASCLOUD_BASE_URL");
    }

    void fetchesTheList()
    {
        HttpScript server({});
        serve(server);
        ui::BatchDocument document(catalog::Catalog::builtIn());
        ui::ModelNews news(&document, server.url(u"/api/v1"_s));
        QSignalSpy changed(&news, &ui::ModelNews::changed);
        news.refresh();
        QVERIFY(news.isRefreshing());
        QCOMPARE(changed.size(), 1);
        QTRY_VERIFY(!news.isRefreshing());
        QCOMPARE(news.problem(), QString());
        QVERIFY(document.catalog().fetchedAt().isValid());
        QVERIFY(document.catalog().find(u"maker-0/model-0000/text-to-image"_s));
        QCOMPARE(schemaRequests(server), 0); // no job uses any of them
    }

    void fetchesTheSchemasOfModelsInUse()
    {
        HttpScript server({});
        serve(server);
        ui::BatchDocument document(catalog::Catalog::builtIn());
        batch::Job job;
        job.model = u"maker-1/model-0001/image-to-image"_s;
        document.insertJobs(0, {job, job}, u"Add"_s);
        ui::ModelNews news(&document, server.url(u"/api/v1"_s));
        news.refresh({u"maker-2/model-0002/text-to-video"_s});
        QTRY_VERIFY(!news.isRefreshing());
        QCOMPARE(schemaRequests(server), 2);
        QVERIFY(document.catalog().find(job.model)->hasSchema);
        QVERIFY(document.catalog().find(u"maker-2/model-0002/text-to-video"_s)->hasSchema);
        QVERIFY(!document.catalog().find(u"maker-3/model-0003/image-to-video"_s)->hasSchema);
    }

    void knowsNextTimeWhatWasFetched()
    {
        HttpScript server({});
        serve(server);
        const QUrl address = server.url(u"/api/v1"_s);
        {
            ui::BatchDocument document(catalog::Catalog::builtIn());
            ui::ModelNews news(&document, address);
            news.refresh();
            QTRY_VERIFY(!news.isRefreshing());
        }
        const qsizetype asked = server.requests().size();
        ui::BatchDocument document(catalog::Catalog::builtIn());
        // The environment names the server here, where nobody gave one to the program.
        qputenv("ATLASCLOUD_BASE_URL", address.toEncoded());
        const ui::ModelNews news(&document, {});
        QTRY_VERIFY(document.catalog().find(u"maker-0/model-0000/text-to-image"_s));
        QVERIFY(document.catalog().find(testing::veo));
        QCOMPARE(server.requests().size(), asked);
    }

    void aBrokenAnswerLeavesTheModels()
    {
        HttpScript server({});
        refuse(server);
        BrowserDriver driver(catalog::Catalog::builtIn());
        ui::ModelNews news(&driver.document, server.url(u"/api/v1"_s));
        driver.browser = std::make_unique<ui::ModelBrowser>(&driver.document, &news);
        QVERIFY(driver.open());
        auto *refresh = driver.named<QPushButton>(u"Fetch the list of models anew"_s);
        QVERIFY(refresh && refresh->isVisible());
        QTest::mouseClick(refresh, Qt::LeftButton);
        QVERIFY(!refresh->isEnabled());
        QVERIFY(BrowserDriver::words(driver.status()).contains(u"fetching"_s));
        QTRY_VERIFY(!news.isRefreshing());
        QVERIFY(!news.problem().isEmpty());
        const QString words = BrowserDriver::words(driver.status());
        QVERIFY2(words.contains(news.problem()), qPrintable(words));
        QVERIFY2(words.contains(u"built in, as of"_s), qPrintable(words));
        QVERIFY(refresh->isEnabled());
        QCOMPARE(driver.rowCount(), catalog::Catalog::builtIn().models().size());

        serve(server);
        QTest::mouseClick(refresh, Qt::LeftButton);
        QTRY_VERIFY(!news.isRefreshing());
        const QString after = BrowserDriver::words(driver.status());
        QVERIFY2(after.contains(u"10 models · Atlas Cloud's list, fetched just now"_s),
                 qPrintable(after));
        QVERIFY(!after.contains(u"could not"_s));
        QCOMPARE(driver.rowCount(), 10);
    }

    void fetchesParametersThatArentKnownWhenAsked()
    {
        HttpScript server({});
        serve(server);
        const auto list = catalog::Catalog::read(listFrom(server, 10), {}, {});
        QVERIFY(list);
        BrowserDriver driver(catalog::Catalog::builtIn());
        QSignalSpy read(&driver.document, &ui::BatchDocument::catalogChanged);
        ui::ModelNews news(&driver.document, server.url(u"/api/v1"_s));
        QVERIFY(read.wait());
        driver.document.setCatalog(*list);
        driver.browser = std::make_unique<ui::ModelBrowser>(&driver.document, &news);
        QVERIFY(driver.open());
        driver.type(u"0003"_s);
        // It was never fetched from there: nothing goes out unasked, however long one looks.
        QVERIFY(!driver.document.catalog().fetchedAt().isValid());
        QTest::qWait(ui::SchemaFetch::patience + 200);
        QCOMPARE(server.requests().size(), 0);
        auto *fetch = driver.named<QPushButton>(u"Fetch its parameters"_s);
        QVERIFY(fetch && fetch->isVisible());
        QTest::mouseClick(fetch, Qt::LeftButton);
        QVERIFY(BrowserDriver::words(driver.details()).contains(u"being fetched"_s));
        QTRY_VERIFY(BrowserDriver::words(driver.details()).contains(u"Mood"_s));
        QVERIFY(!fetch->isVisible());
        QCOMPARE(driver.selected(), u"maker-3/model-0003/image-to-video"_s);
    }

    void fetchesParametersByItselfOnceAfterTheListWas()
    {
        HttpScript server({});
        serve(server);
        BrowserDriver driver(catalog::Catalog::builtIn());
        ui::ModelNews news(&driver.document, server.url(u"/api/v1"_s));
        driver.browser = std::make_unique<ui::ModelBrowser>(&driver.document, &news);
        QVERIFY(driver.open());
        driver.type(testing::veo); // whose parameters are known
        news.refresh();
        QTRY_VERIFY(!news.isRefreshing());
        const auto lists = [&server] { return server.requests().size() - schemaRequests(server); };
        const auto listsBefore = lists();
        driver.type(u"0004"_s);
        QTRY_COMPARE(schemaRequests(server), 1);
        QTRY_VERIFY(BrowserDriver::words(driver.details()).contains(u"Mood"_s));
        QCOMPARE(lists(), listsBefore); // the schema alone

        server.setHandler([&server](const HttpScript::PeerPtr &peer) {
            if (peer->request().target.contains("/schema/"))
                peer->json(404, "{}");
            else
                peer->json(200, listFrom(server, 10));
        });
        driver.type(u"0005"_s);
        QTRY_VERIFY(news.problem().contains(u"model-0005"_s));
        const int asked = schemaRequests(server);
        driver.type(u"0004"_s);
        driver.type(u"0005"_s);
        QTest::qWait(ui::SchemaFetch::patience + 200);
        QCOMPARE(schemaRequests(server), asked); // once was enough
        QVERIFY(driver.named<QPushButton>(u"Fetch its parameters"_s)->isVisible());
    }
};

QTEST_MAIN(TestModelNews)

#include "test_modelnews.moc"
