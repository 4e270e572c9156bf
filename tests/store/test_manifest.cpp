// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/manifest.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::JobState;

class ManifestTest : public QObject
{
    Q_OBJECT
private slots:
    void leavesForeignFilesAlone();
    void tellsItsPredictions_data();
    void tellsItsPredictions();
    void hasTheArticlesKeys();
    void countsAddUp();
    void chargesWhatSucceeded();
    void pathsAreRelative();
    void severalOutputs();
    void writesWholeOrNotAtAll();
};

namespace {

batch::JobResult result(const QString &name, JobState state, qint64 micros = 40'000)
{
    batch::JobResult result;
    result.job = batch::newJobId();
    result.name = name;
    result.model = u"google/veo3.1/text-to-video"_s;
    result.type = batch::MediaType::Video;
    result.state = state;
    result.cost = batch::Cost::fromMicros(micros);
    return result;
}

QJsonObject parsed(const store::Manifest &manifest, const QString &folder = u"/out"_s)
{
    return QJsonDocument::fromJson(manifest.toJson(folder)).object();
}

} // namespace

void ManifestTest::tellsItsPredictions_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("predictions");
    const QByteArray head = "{\"generated_at\": \"\", \"results\": ";
    QTest::newRow("two, and one that never left")
        << head + R"([{"prediction_id": "a"}, {"prediction_id": null}, {"prediction_id": "b"}]})"
        << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("cut off") << head + R"([{"prediction_id": "a"})" << QStringList();
    QTest::newRow("no list") << head + R"({"prediction_id": "a"}})" << QStringList();
    QTest::newRow("other kinds") << head + R"([1, "a", {"prediction_id": 7}]})" << QStringList();
    QTest::newRow("another file") << QByteArray(R"([{"prediction_id": "a"}])") << QStringList();
    QTest::newRow("empty") << QByteArray() << QStringList();
}

void ManifestTest::tellsItsPredictions()
{
    QFETCH(const QByteArray, json);
    const QTemporaryDir dir;
    QVERIFY(store::predictionsIn(dir.path()).isEmpty());
    QFile file(dir.filePath(u"manifest.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
    file.close();
    QTEST(store::predictionsIn(dir.path()), "predictions");
}

void ManifestTest::hasTheArticlesKeys()
{
    store::Manifest manifest;
    manifest.generatedAt = QDateTime(QDate(2026, 2, 28), QTime(9, 30, 0, 500));
    batch::JobResult film = result(u"Film"_s, JobState::Succeeded, 240'000);
    film.generationTime = 83.26;
    film.outputs = {{QUrl(u"https://cdn.example/a b.mp4"_s), u"/out/videos/film.mp4"_s}};
    batch::JobResult bad = result(u"片頭"_s, JobState::Failed);
    bad.error = u"no \"such\" thing"_s;
    manifest.results = {film, bad};

    const QJsonObject json = parsed(manifest);

    QCOMPARE(json["generated_at"_L1].toString(), u"2026-02-28T09:30:00.500"_s);
    QCOMPARE(json["total_cost"_L1].toDouble(), 0.24);
    QCOMPARE(json["total_jobs"_L1].toInt(), 2);
    QCOMPARE(json["successful"_L1].toInt(), 1);
    QCOMPARE(json["failed"_L1].toInt(), 1);
    const QJsonObject first = json["results"_L1].toArray().at(0).toObject();
    QCOMPARE(first["name"_L1].toString(), u"Film"_s);
    QCOMPARE(first["model"_L1].toString(), u"google/veo3.1/text-to-video"_s);
    QCOMPARE(first["type"_L1].toString(), u"video"_s);
    QCOMPARE(first["status"_L1].toString(), u"success"_s);
    QCOMPARE(first["output_url"_L1].toString(), u"https://cdn.example/a%20b.mp4"_s);
    QCOMPARE(first["local_path"_L1].toString(), u"videos/film.mp4"_s);
    QCOMPARE(first["cost"_L1].toDouble(), 0.24);
    QCOMPARE(first["generation_time"_L1].toDouble(), 83.3);
    QVERIFY(first["error"_L1].isNull());
    const QJsonObject second = json["results"_L1].toArray().at(1).toObject();
    QCOMPARE(second["name"_L1].toString(), u"片頭"_s);
    QCOMPARE(second["status"_L1].toString(), u"failed"_s);
    QCOMPARE(second["error"_L1].toString(), u"no \"such\" thing"_s);
    for (const auto key : {"output_url"_L1, "local_path"_L1})
        QVERIFY(second.contains(key) && second[key].isNull());
}

void ManifestTest::countsAddUp()
{
    store::Manifest manifest;
    for (const JobState state : batch::allJobStates)
        manifest.results.append(result(batch::toKey(state), state));
    const QJsonObject json = parsed(manifest);
    int sum = 0;
    for (const auto key :
         {"successful"_L1, "failed"_L1, "cancelled"_L1, "unresolved"_L1, "unfinished"_L1})
        sum += json[key].toInt();
    QCOMPARE(sum, json["total_jobs"_L1].toInt());
    QCOMPARE(json["unfinished"_L1].toInt(), 5);
    QCOMPARE(json["results"_L1].toArray().at(3)["status"_L1].toString(), u"generating"_s);
}

void ManifestTest::chargesWhatSucceeded()
{
    store::Manifest manifest;
    for (const JobState state : batch::allJobStates)
        manifest.results.append(result(batch::toKey(state), state));
    for (int i = 0; i < 3; ++i)
        manifest.results.append(result(u"more"_s, JobState::Succeeded, 333'333));
    QCOMPARE(manifest.totalCost(), batch::Cost::fromMicros(1'039'999));
    const QJsonObject json = parsed(manifest);
    QCOMPARE(json["total_cost"_L1].toDouble(), 1.04);
    const QJsonArray results = json["results"_L1].toArray();
    QCOMPARE(results.at(3)["cost"_L1].toDouble(), 0.0);       // Generating: not charged yet,
    QCOMPARE(results.at(3)["committed"_L1].toDouble(), 0.04); // but promised.
    QCOMPARE(results.last()["cost"_L1].toDouble(), 0.3333);
}

void ManifestTest::pathsAreRelative()
{
    store::Manifest manifest;
    batch::JobResult elsewhere = result(u"a"_s, JobState::Succeeded);
    elsewhere.outputs = {{QUrl(), u"/elsewhere/a.png"_s}};
    manifest.results = {elsewhere};
    QCOMPARE(parsed(manifest)["results"_L1].toArray().at(0)["local_path"_L1].toString(),
             u"../elsewhere/a.png"_s);
}

void ManifestTest::severalOutputs()
{
    store::Manifest manifest;
    batch::JobResult images = result(u"a"_s, JobState::Succeeded);
    images.outputs = {{QUrl(u"https://x/1"_s), u"/out/images/a.png"_s},
                      {QUrl(u"https://x/2"_s), u"/out/images/a-2.png"_s}};
    manifest.results = {images};
    const QJsonValue json = parsed(manifest)["results"_L1].toArray().at(0);
    QCOMPARE(json["local_path"_L1].toString(), u"images/a.png"_s);
    QCOMPARE(json["outputs"_L1].toArray().size(), 2);
    QCOMPARE(json["outputs"_L1].toArray().at(1)["local_path"_L1].toString(), u"images/a-2.png"_s);
}

void ManifestTest::writesWholeOrNotAtAll()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"deep/down"_s);
    store::Manifest manifest;
    manifest.results = {result(u"a"_s, JobState::Succeeded)};
    QVERIFY(store::writeManifest(manifest, folder).has_value());
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), QStringList(u"manifest.json"_s));

    QVERIFY(QFile::remove(folder + u"/manifest.json"_s));
    QVERIFY(QDir(folder).mkpath(u"manifest.json/in the way"_s));
    // A folder has the name, and another the one instead of it.
    QVERIFY(QDir(folder).mkpath(u"rushes-manifest.json/too"_s));
    const auto written = store::writeManifest(manifest, folder);
    QVERIFY(!written);
    QVERIFY2(written.error().contains(u"manifest.json"_s), qPrintable(written.error()));
    QVERIFY(QDir(folder).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void ManifestTest::leavesForeignFilesAlone()
{
    const QTemporaryDir dir;
    const auto write = [&dir](const QByteArray &bytes) {
        QFile file(dir.filePath(u"manifest.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    const auto read = [&dir](const QString &name) {
        QFile file(dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    store::Manifest manifest;
    manifest.results = {result(u"a"_s, JobState::Succeeded)};

    write(R"({"name": "a web app", "icons": []})");
    QVERIFY(store::writeManifest(manifest, dir.path()).has_value());
    QCOMPARE(read(u"manifest.json"_s), R"({"name": "a web app", "icons": []})"_ba);
    QCOMPARE(read(u"rushes-manifest.json"_s), manifest.toJson(dir.path()));

    // The article's is the same list as ours.
    write(R"({"generated_at": "2026-01-01", "total_cost": 0, "results": []})");
    QVERIFY(store::writeManifest(manifest, dir.path()).has_value());
    QCOMPARE(read(u"manifest.json"_s), manifest.toJson(dir.path()));
}

QTEST_GUILESS_MAIN(ManifestTest)
#include "test_manifest.moc"
