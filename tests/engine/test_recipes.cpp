// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/recipes.h"

#include "engine/scriptedservice.h"
#include "engine/trial.h"
#include "media/recipefiles.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::recipeOf;

namespace {

batch::JobResult predicted()
{
    batch::JobResult result;
    result.predictionId = u"prediction-1"_s;
    result.submittedAt = QDateTime({2026, 3, 1}, {10, 0, 0, 123}, Qt::UTC);
    return result;
}

QJsonObject jobIn(const media::Recipe &recipe)
{
    return recipe.document.value("job"_L1).toObject();
}

} // namespace

/// What the recipe of a result says, and that every result of a run has one.
class TestRecipes : public QObject
{
    Q_OBJECT

private slots:
    void says();
    void isThePredictions();
    void keepsSecrets_data();
    void keepsSecrets();
    void ofARun();
    void whatIsWrongWithItIsSaidAtTheJob();
};

void TestRecipes::says()
{
    batch::Job job = imageJob(u"hero"_s);
    job.seed = 42;
    job.extra = {{u"client"_s, u"somebody"_s}};
    const media::Recipe recipe = recipeOf(job, predicted());
    QCOMPARE(recipe.prompt, job.prompt);
    QCOMPARE(recipe.document.value("rushes"_L1).toInt(), 1);
    QCOMPARE(recipe.document.value("model"_L1).toString(), job.model);
    QCOMPARE(recipe.document.value("prediction"_L1).toString(), u"prediction-1"_s);
    QCOMPARE(recipe.document.value("created"_L1).toString(), u"2026-03-01T10:00:00Z"_s);
    QCOMPARE(recipe.document.value("seed"_L1).toInt(), 42);
    QVERIFY(!recipe.document.contains("output"_L1));
    QCOMPARE(engine::forOutput(recipe, 0), recipe);
    QCOMPARE(engine::forOutput(recipe, 2).document.value("output"_L1).toInt(), 3);

    job.maxWait.reset();
    QVERIFY(recipe.job()->sameContent(job));
}

/// A later program, which takes up what this one left, writes the same bytes.
void TestRecipes::isThePredictions()
{
    const batch::Job job = imageJob(u"hero"_s);
    batch::Job later = job;
    later.id = batch::newJobId();
    later.maxRetries = 0;
    later.maxWait = 5;
    later.enabled = false;
    batch::JobResult result = predicted();
    result.submittedAt = result.submittedAt.toOffsetFromUtc(7200);
    result.attempts = 3;
    result.finishedAt = QDateTime::currentDateTimeUtc();
    QCOMPARE(recipeOf(later, result), recipeOf(job, predicted()));
}

void TestRecipes::keepsSecrets_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QJsonObject>("kept");
    const auto link = [](const QString &address) { return QJsonObject{{u"end_image"_s, address}}; };
    QTest::newRow("plain link") << link(u"https://a.example/x.png?size=2&v=%20"_s)
                                << link(u"https://a.example/x.png?size=2&v=%20"_s);
    QTest::newRow("password") << link(u"https://me:secret@a.example/x.png"_s)
                              << link(u"https://a.example/x.png"_s);
    QTest::newRow("signature") << link(
        u"https://a.example/x.png?v=1&X-Amz-Credential=A&X-Amz-Signature=B"_s)
                               << link(u"https://a.example/x.png?v=1"_s);
    QTest::newRow("token") << link(u"HTTPS://a.example/x.png?access_token=B"_s)
                           << link(u"https://a.example/x.png"_s);
    QTest::newRow("a picture in the file")
        << link(u"data:image/png;base64,AAAA"_s) << QJsonObject();
    QTest::newRow("lists") << QJsonObject{{u"images"_s,
                                           QJsonArray{u"data:image/png;base64,AA"_s, u"a.png"_s,
                                                      u"https://u:p@a.example/"_s}}}
                           << QJsonObject{
                                  {u"images"_s, QJsonArray{u"a.png"_s, u"https://a.example/"_s}}};
    QTest::newRow("keys")
        << QJsonObject{{u"api_key"_s, u"sk-1"_s},
                       {u"deep"_s, QJsonObject{{u"Token"_s, u"t"_s}}},
                       {u"list"_s, QJsonArray{QJsonObject{{u"cookie"_s, u"c"_s}}}},
                       {u"hf_token"_s, u"1"_s},
                       {u"openaiKey"_s, u"2"_s},
                       {u"jwt"_s, u"3"_s},
                       {u"Bearer"_s, u"4"_s},
                       {u"session_id"_s, u"5"_s},
                       {u"session"_s, u"6"_s},
                       {u"passphrase"_s, u"7"_s},
                       {u"private-key-id"_s, u"8"_s},
                       {u"x_oauth"_s, u"9"_s},
                       {u"keyframes"_s, 3},
                       {u"max_tokens"_s, 100},
                       {u"author"_s, u"somebody"_s},
                       {u"design"_s, u"flat"_s}}
        << QJsonObject{{u"deep"_s, QJsonObject()},   {u"list"_s, QJsonArray{QJsonObject()}},
                       {u"keyframes"_s, 3},          {u"max_tokens"_s, 100},
                       {u"author"_s, u"somebody"_s}, {u"design"_s, u"flat"_s}};
    // One by one: what is written of each, or that it isn't.
    const QList<std::tuple<const char *, QString, QString>> links{
        {"fragment", u"https://a.example/x#access_token=B&t=2"_s, u"https://a.example/x#t=2"_s},
        {"plain fragment", u"https://a.example/x#t=2"_s, u"https://a.example/x#t=2"_s},
        {"escaped name", u"https://a.example/x?v=1&%74oken=B"_s, u"https://a.example/x?v=1"_s},
        {"semicolons", u"https://a.example/x?v=1;token=B"_s, u"https://a.example/x?v=1"_s},
        {"brackets", u"https://a.example/x?auth[token]=B"_s, u"https://a.example/x"_s},
        {"spaces around", u" https://u:p@a.example/x "_s, u"https://a.example/x"_s},
        {"another scheme", u"ftp://u:p@a.example/x"_s, u"ftp://a.example/x"_s},
        {"odd password", u"https://u:p^x@a.example/x"_s, u"https://a.example/x"_s},
        {"space in the path", u"https://a.example/x y?token=B"_s, u"https://a.example/x%20y"_s},
        {"bad port", u"https://u:p@a.example:port/x"_s, QString()},
        {"space in the host", u"https://u:p@exa mple/x?token=B"_s, QString()},
        {"number sign in a password", u"https://u:12#34@a.example/x"_s, QString()},
        {"question mark in a password", u"https://u:12?34@a.example/x"_s, QString()},
        {"bad, and holds nothing", u"https://exa mple/x"_s, u"https://exa mple/x"_s},
        {"picture with spaces", u" Data:image/png;base64,AAAA"_s, QString()}};
    for (const auto &[name, address, kept] : links)
        QTest::newRow(name) << link(address) << (kept.isNull() ? QJsonObject() : link(kept));
}

void TestRecipes::keepsSecrets()
{
    QFETCH(QJsonObject, params);
    QFETCH(QJsonObject, kept);
    batch::Job job = imageJob(u"hero"_s);
    job.params = params;
    job.prompt = u"https://me:you@a.example is what the sign says"_s;
    job.image = params.value("end_image"_L1).toString(u"job:other"_s);
    const media::Recipe recipe = recipeOf(job, predicted());
    const QJsonObject written = jobIn(recipe);
    QCOMPARE(written.value("params"_L1).toObject(), kept);
    QCOMPARE(written.value("prompt"_L1).toString(), job.prompt);
    if (params.contains("end_image"_L1))
        QCOMPARE(written.value("image"_L1), kept.value("end_image"_L1)); // undefined, if dropped
    else
        QCOMPARE(written.value("image"_L1).toString(), u"job:other"_s);
}

/// Everything that a run makes gives its job back, and shows its prompt to other programs.
void TestRecipes::ofARun()
{
    const QString prompt = u"月亮上的貓 🌕\n\"second\" line"_s;
    batch::Job picture = imageJob(u"picture"_s);
    picture.prompt = prompt;
    picture.seed = 3;
    batch::Job film = videoJob(u"film"_s);
    film.prompt = prompt;
    SandboxTrial scene(fastSandbox(), {picture, film});
    scene.trial.runToEnd();
    QCOMPARE(scene.trial.files(), (QStringList{u"images/picture.png"_s, u"videos/film.mp4"_s}));

    for (batch::Job job : {picture, film}) {
        const batch::JobResult result = scene.trial.job(job.name).result;
        const QString path = result.outputs.constFirst().path;
        const auto recipe = media::readRecipe(path).value();
        QVERIFY(recipe);
        QCOMPARE(*recipe, recipeOf(job, result));
        job.maxWait.reset();
        QVERIFY(recipe->job()->sameContent(job));
        QVERIFY(!contentOf(path).contains(scene.trial.folder().toUtf8()));
    }
    const QString png = scene.trial.job(u"picture"_s).result.outputs.constFirst().path;
    QCOMPARE(shownByExiftool(png, u"Prompt"_s), prompt);
    const QString mp4 = scene.trial.job(u"film"_s).result.outputs.constFirst().path;
    QCOMPARE(shownByExiftool(mp4, u"Comment"_s), prompt);
    QCOMPARE(tagsOf(mp4)["comment"_L1].toString(), prompt);
    QCOMPARE(tagsOf(mp4)["prompt"_L1].toString(), prompt);
}

/// A run goes on where a result can't have its recipe, and a person hears of it.
void TestRecipes::whatIsWrongWithItIsSaidAtTheJob()
{
    ScriptedService service;
    service.download = [](HttpScript::Peer &peer, int) {
        peer.reply(200, "GIF89a\1\0\1\0\0\0\0;"_ba);
    };
    Trial trial(service.baseUrl(), {imageJob(u"cat"_s)});
    QVERIFY(QDir().mkpath(trial.folder() + u"/images"_s));
    QVERIFY(writeFile(trial.folder() + u"/images/cat.gif.recipe.json"_s, "somebody's"));
    QVERIFY(trial.runToEnd().allSucceeded());
    const QString note = trial.job(u"cat"_s).note;
    QVERIFY2(note.contains(u"without its recipe"_s), qPrintable(note));
    QVERIFY(!trial.log().filter(note).isEmpty());
    QVERIFY(trial.job(u"cat"_s).result.error.isEmpty());
}

QTEST_MAIN(TestRecipes)
#include "test_recipes.moc"
