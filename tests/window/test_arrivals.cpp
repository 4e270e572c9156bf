// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/files/arrivals.h"

#include "batch/jobjson.h"
#include "catalog/estimate.h"
#include "config/batchfile.h"
#include "media/recipe/recipe.h"
#include "session/document/batchdocument.h"
#include "sheets/importdialog.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Arrivals;
using ui::BatchDocument;

/// What files that are dropped on the window become.
class TestArrivals : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aResultBringsItsJobBack();
    void severalComeInOneStep();
    void aNameThatIsTakenGetsANumber();
    void aNameThatAnEntryHasIsTaken();
    void bracesStayWhatTheyWere();
    void outputsOfOnePredictionAreOneJob();
    void jobsThatCameTogetherReferToEachOther();
    void aReferenceToAJobThatWasHereIsSaid();
    void aReferenceToNothingIsSaid();
    void aFileBesideTheBatchIsSaid();
    void filesFromElsewhereAreNotUploadedUnseen_data();
    void filesFromElsewhereAreNotUploadedUnseen();
    void whatNoFileCanHoldIsNotTaken();
    void aPromptThatNoFileCanSayIsNotTaken();
    void defaultsAreUnsaid_data();
    void defaultsAreUnsaid();
    void defaultsThatCantBeUnsaidAreSaid();
    void aHostileRecipeCanBeSaved_data();
    void aHostileRecipeCanBeSaved();
    void anotherProgramsPromptBecomesAnImage();
    void aPictureWithoutARecipeIsSaid();
    void allThatIsWrongIsSaidAtOnce();
    void aSidecarBringsItsJobBack();
    void aBatchIsLeftToTheWindow();
    void theFirstOfSeveralBatchesIsOpened();
    void whatCameWithABatchWaitsForIt();
    void whatCameWithABatchThatStaysClosedIsSaid();
    void dropsWaitForEachOther();
    void aTableOpensTheImport_data();
    void aTableOpensTheImport();
    void tablesComeOneAfterTheOther();
    void theClipboardIsATable();
    void rowsComeInOneStepWhereTheyBelong();
    void namesAreThoseOfTheBatchThen();

private:
    QString picture(const QString &name, const batch::Job &job,
                    const QString &prediction = {}) const;
    /// A picture with that document in it.
    QString pictureWith(const QString &name, const QJsonObject &document) const;
    /// Drops the files; whether something came of it.
    bool drop(const QStringList &files) const;
    /// What is said of it.
    QString saidOf(const QStringList &files) const;
    QString file(const QString &name, const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    BatchDocument *m_document = nullptr;
    Arrivals *m_arrivals = nullptr;
};

namespace {

constexpr int longest = 30'000; ///< ms, that reading files may take: some are as large as may be

batch::Job made(const QString &name, const QString &prompt)
{
    batch::Job job;
    job.name = name;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = prompt;
    job.width = 512;
    job.params.insert(u"seed"_s, 7);
    return job;
}

} // namespace

void TestArrivals::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_document = new BatchDocument(catalog::Catalog::builtIn(), m_window.get());
    m_arrivals = new Arrivals(m_document, m_window.get());
}

QString TestArrivals::pictureWith(const QString &name, const QJsonObject &document) const
{
    const QString plain = m_folder->filePath(u"plain.png"_s);
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    const QString path = m_folder->filePath(name);
    QFile::remove(plain);
    const bool written =
        image.save(plain) && media::writeRecipe(plain, path, {{}, document}).has_value();
    return written ? path : QString();
}

QString TestArrivals::picture(const QString &name, const batch::Job &job,
                              const QString &prediction) const
{
    return pictureWith(
        name, {{u"rushes"_s, 1}, {u"job"_s, batch::toJson(job)}, {u"prediction"_s, prediction}});
}

bool TestArrivals::drop(const QStringList &files) const
{
    QSignalSpy came(m_arrivals, &Arrivals::jobsCame);
    m_arrivals->take(files);
    return came.wait(longest);
}

QString TestArrivals::saidOf(const QStringList &files) const
{
    QSignalSpy told(m_arrivals, &Arrivals::told);
    m_arrivals->take(files);
    return told.wait(longest) ? told.first().at(0).toString() : QString();
}

QString TestArrivals::file(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

void TestArrivals::aResultBringsItsJobBack()
{
    const batch::Job job = made(u"主視覺"_s, u"晨曦中的海"_s);
    QSignalSpy came(m_arrivals, &Arrivals::jobsCame);
    m_arrivals->take({picture(u"a.png"_s, job)});
    QVERIFY(came.wait());
    QCOMPARE(m_document->jobCount(), 1);
    QVERIFY(m_document->batch().jobs.first().sameContent(job));
    m_document->undoStack()->undo();
    QCOMPARE(m_document->jobCount(), 0);
}

void TestArrivals::severalComeInOneStep()
{
    QSignalSpy came(m_arrivals, &Arrivals::jobsCame);
    m_arrivals->take(
        {picture(u"a.png"_s, made(u"A"_s, u"a"_s)), picture(u"b.png"_s, made(u"B"_s, u"b"_s))});
    QVERIFY(came.wait());
    QCOMPARE(came.first().at(0).toInt(), 0);
    QCOMPARE(came.first().at(1).toInt(), 1);
    QCOMPARE(m_document->undoStack()->count(), 1);
}

void TestArrivals::aNameThatIsTakenGetsANumber()
{
    m_document->insertJobs(0, {made(u"A"_s, u"here"_s)}, u"Add"_s);
    QSignalSpy came(m_arrivals, &Arrivals::jobsCame);
    m_arrivals->take({picture(u"a.png"_s, made(u"A"_s, u"a"_s))});
    QVERIFY(came.wait());
    QCOMPARE(m_document->batch().jobs.at(1).name, u"A 2"_s);
}

void TestArrivals::bracesStayWhatTheyWere()
{
    const batch::Job job = made(u"A"_s, u"{\"subject\": \"{colour} {a|b}\"}"_s);
    QSignalSpy came(m_arrivals, &Arrivals::jobsCame);
    m_arrivals->take({picture(u"a.png"_s, job)});
    QVERIFY(came.wait());
    QCOMPARE(m_document->batch().jobs.size(), 1);
    QCOMPARE(m_document->batch().jobs.first().prompt, job.prompt);
}

/// A name that nobody has yet, and that an entry which makes several jobs is called by.
void TestArrivals::aNameThatAnEntryHasIsTaken()
{
    batch::JobSource entry(made(u"A"_s, u"{red|blue}"_s));
    m_document->insertEntries(0, {entry}, u"Add"_s);
    QVERIFY(drop({picture(u"a.png"_s, made(u"A"_s, u"a"_s)),
                  picture(u"b.png"_s, made(u"A red"_s, u"a"_s)),
                  picture(u"c.png"_s, made(u"{b}"_s, u"a"_s)),
                  picture(u"d.png"_s, made(u"{b}"_s, u"a"_s))}));
    QStringList names;
    for (const batch::Job &job : m_document->batch().jobs)
        names.append(job.name);
    QCOMPARE(names,
             (QStringList{u"A red"_s, u"A blue"_s, u"A 2"_s, u"A red 2"_s, u"{b}"_s, u"{b} 2"_s}));
}

void TestArrivals::outputsOfOnePredictionAreOneJob()
{
    const batch::Job job = made(u"A"_s, u"a"_s);
    QVERIFY(drop({picture(u"a.png"_s, job, u"p-1"_s), picture(u"a-2.png"_s, job, u"p-1"_s),
                  picture(u"b.png"_s, job, u"p-2"_s)}));
    QCOMPARE(m_document->jobCount(), 2);
}

void TestArrivals::jobsThatCameTogetherReferToEachOther()
{
    m_document->insertJobs(0, {made(u"A"_s, u"here"_s)}, u"Add"_s);
    batch::Job film = made(u"film"_s, u"b"_s);
    film.type = batch::MediaType::Video;
    film.image = u"job:A"_s;
    film.params.insert(u"end_image"_s, u"job:A"_s);
    QSignalSpy told(m_arrivals, &Arrivals::told);
    QVERIFY(drop({picture(u"film.png"_s, film), picture(u"a.png"_s, made(u"A"_s, u"a"_s))}));
    QCOMPARE(m_document->batch().jobs.at(1).image, u"job:A 2"_s);
    QCOMPARE(m_document->batch().jobs.at(1).params.value("end_image"_L1).toString(), u"job:A 2"_s);
    QCOMPARE(m_document->batch().jobs.at(2).name, u"A 2"_s);
    QCOMPARE(told.size(), 0);
}

void TestArrivals::aReferenceToAJobThatWasHereIsSaid()
{
    m_document->insertJobs(0, {made(u"A"_s, u"here"_s)}, u"Add"_s);
    batch::Job film = made(u"film"_s, u"b"_s);
    film.image = u"job:A"_s;
    const QString said = saidOf({picture(u"film.png"_s, film)});
    QVERIFY2(said.contains(u"“film”"_s) && said.contains(u"“A”"_s)
                 && said.contains(u"was here before"_s),
             qPrintable(said));
    QCOMPARE(m_document->batch().jobs.at(1).image, u"job:A"_s);
}

void TestArrivals::aReferenceToNothingIsSaid()
{
    batch::Job film = made(u"film"_s, u"b"_s);
    film.image = u"job:A"_s;
    const QString said = saidOf({picture(u"film.png"_s, film)});
    QVERIFY2(said.contains(u"“A”, which isn't here"_s), qPrintable(said));
}

void TestArrivals::aFileBesideTheBatchIsSaid()
{
    batch::Job film = made(u"film"_s, u"b"_s);
    film.image = u"pictures/a.png"_s;
    const QString said = saidOf({picture(u"film.png"_s, film)});
    QVERIFY2(said.contains(u"pictures/a.png"_s), qPrintable(said));
}

void TestArrivals::filesFromElsewhereAreNotUploadedUnseen_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("said"); ///< empty: the job may be run at once
    const QString file = u"/home/me/private.jpg"_s;
    QTest::newRow("whole path") << file << QJsonObject() << file;
    QTest::newRow("address") << u"file:///home/me/private.jpg"_s << QJsonObject() << file;
    QTest::newRow("address in capitals") << u"FILE:/home/me/private.jpg"_s << QJsonObject() << file;
    QTest::newRow("out of the folder")
        << u"a/../../private.jpg"_s << QJsonObject() << u"/private.jpg"_s;
    QTest::newRow("parameter") << QString() << QJsonObject{{u"end_image"_s, file}} << file;
    QTest::newRow("list") << QString()
                          << QJsonObject{{u"images"_s,
                                          QJsonArray{u"https://x.example/a.png"_s, file}}}
                          << file;
    QTest::newRow("parameter of which nothing is known")
        << QString() << QJsonObject{{u"some"_s, QJsonObject{{u"thing"_s, file}}}} << file;
    QTest::newRow("words") << QString() << QJsonObject{{u"style"_s, u"oil / ink, 3:4"_s}}
                           << QString();
    QTest::newRow("beside the batch") << u"a/b.png"_s << QJsonObject() << QString();
    QTest::newRow("in the web") << u"https://x.example/a.png"_s << QJsonObject() << QString();
}

/// A recipe that somebody else wrote could name any file.
void TestArrivals::filesFromElsewhereAreNotUploadedUnseen()
{
    QFETCH(QString, image);
    QFETCH(QJsonObject, params);
    QFETCH(QString, said);
    batch::Job film = made(u"film"_s, u"b"_s);
    if (!image.isEmpty())
        film.image = image;
    film.params = params;
    QSignalSpy told(m_arrivals, &Arrivals::told);
    QVERIFY(drop({picture(u"film.png"_s, film)}));
    QCOMPARE(m_document->batch().jobs.first().enabled, said.isEmpty());
    if (said.isEmpty())
        return;
    const QString words = told.value(0).value(0).toString();
    QVERIFY2(words.contains(u"“film”"_s) && words.contains(said), qPrintable(words));
}

/// Recipes that can be taken one by one don't make a batch that can't be saved any more.
void TestArrivals::whatNoFileCanHoldIsNotTaken()
{
    const QString words = u"A lamp on a table of oak. "_s.repeated(300'000);
    QVERIFY(drop({picture(u"a.png"_s, made(u"a"_s, words))}));
    const QString said = saidOf({picture(u"b.png"_s, made(u"b"_s, words))});
    QVERIFY2(said.contains(u"larger than one file can be"_s), qPrintable(said));
    QCOMPARE(m_document->jobCount(), 1);
}

void TestArrivals::aPromptThatNoFileCanSayIsNotTaken()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    // Written as \u0001, each is six times as long.
    image.setText(u"parameters"_s, QString(2'900'000, QChar(1)));
    const QString path = m_folder->filePath(u"odd.png"_s);
    QVERIFY(image.save(path));
    const QString said = saidOf({path});
    QVERIFY2(said.contains(u"odd.png"_s), qPrintable(said));
    QCOMPARE(m_document->jobCount(), 0);
}

void TestArrivals::defaultsAreUnsaid_data()
{
    QTest::addColumn<batch::Job>("came");
    QTest::addColumn<batch::Defaults>("defaults");
    batch::Job image = made(u"A"_s, u"a"_s);
    image.width.reset();
    batch::Job wide = image;
    wide.width = 512;
    batch::Job film = image;
    film.type = batch::MediaType::Video;
    batch::Defaults size;
    size.image.job.width = 2048;
    size.image.job.height = 512;
    QTest::newRow("size") << image << size;
    QTest::newRow("height") << wide << size;
    batch::Defaults shape;
    shape.all.job.aspectRatio = u"9:16"_s;
    QTest::newRow("shape") << image << shape;
    batch::Defaults length;
    length.video.job.duration = 12;
    length.video.job.resolution = u"480p"_s;
    QTest::newRow("length and resolution") << film << length;
    batch::Defaults model;
    model.all.job.model = u"another/model"_s;
    model.all.job.prompt = u"another prompt"_s;
    model.all.saysType = true;
    model.all.job.type = batch::MediaType::Video;
    model.all.job.params.insert(u"seed"_s, 9);
    model.all.vars.insert(u"colour"_s, u"red"_s);
    QTest::newRow("what it says itself") << image << model;
}

/// A job that comes back asks for what it asked for, and costs the same.
void TestArrivals::defaultsAreUnsaid()
{
    QFETCH(batch::Job, came);
    QFETCH(batch::Defaults, defaults);
    ui::Premises premises = ui::Premises::of(m_document->source());
    premises.defaults = defaults;
    m_document->changePremises(premises, u"Defaults"_s);
    QSignalSpy told(m_arrivals, &Arrivals::told);
    QVERIFY(drop({picture(u"a.png"_s, came)}));
    const batch::Job &back = m_document->batch().jobs.first();
    QVERIFY(back.sameRequest(came));
    QCOMPARE(m_document->estimateOf(back.id).cost,
             catalog::estimate(m_document->catalog(), came).cost);
    QCOMPARE(told.size(), 0);
}

void TestArrivals::defaultsThatCantBeUnsaidAreSaid()
{
    ui::Premises premises = ui::Premises::of(m_document->source());
    premises.defaults.all.job.seed = 4;
    premises.defaults.all.job.negativePrompt = u"dogs"_s;
    premises.defaults.image.job.params.insert(u"style"_s, u"flat"_s);
    m_document->changePremises(premises, u"Defaults"_s);
    const QString said = saidOf({picture(u"a.png"_s, made(u"A"_s, u"a"_s))});
    QVERIFY2(said.contains(u"“A”"_s) && said.contains(u"Seed, Negative prompt, style"_s),
             qPrintable(said));
}

void TestArrivals::aHostileRecipeCanBeSaved_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<bool>("comes");
    const QByteArray plain = "\"name\": \"A\", \"model\": \"m\", \"prompt\": \"p\"";
    QTest::newRow("several jobs") << plain + ", \"count\": 1000, \"matrix\": {\"a\": [\"b\"]}"
                                  << true;
    QTest::newRow("odd keys") << plain + ", \"\": 1, \"<<\": {\"name\": \"x\"}, \"a: b\\n#\": []"
                              << true;
    QTest::newRow("odd values") << plain + ", \"x\": null, \"y\": 1e300, \"z\": \"\\u0000\\u2028\""
                                << true;
    QTest::newRow("odd name") << "\"name\": \"a\\nb: [\", \"model\": \"m\", \"prompt\": \"p\""_ba
                              << true;
    QTest::newRow("no name") << "\"model\": \"m\", \"prompt\": \"p\""_ba << true;
    QTest::newRow("half a character") << plain + ", \"x\": \"\\ud800\"" << false;
    QTest::newRow("deep") << plain + ", \"params\": " + "{\"a\":"_ba.repeated(900) + "1"
            + "}"_ba.repeated(900)
                          << false;
}

/// However odd its job is: the batch it is dropped on can be saved, or it is left out and said.
void TestArrivals::aHostileRecipeCanBeSaved()
{
    QFETCH(QByteArray, job);
    QFETCH(bool, comes);
    const QString sidecar =
        file(u"odd.png.recipe.json"_s, "{\"rushes\": 1, \"job\": {" + job + "}}");
    QSignalSpy came(m_arrivals, &Arrivals::jobsCame);
    QSignalSpy told(m_arrivals, &Arrivals::told);
    m_arrivals->take({sidecar});
    QTRY_COMPARE(came.size() + told.size(), 1);
    QCOMPARE(came.size() == 1, comes);
    QCOMPARE(m_document->jobCount(), comes ? 1 : 0);
    QCOMPARE(m_document->batch().jobs.size(), comes ? 1 : 0);
    const auto saved = config::writeBatch(m_document->source(), config::Format::Yaml);
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error()));
}

void TestArrivals::anotherProgramsPromptBecomesAnImage()
{
    batch::Job neighbour = made(u"here"_s, u"x"_s);
    neighbour.model = u"some/{model}"_s;
    neighbour.height = 768;
    m_document->insertJobs(0, {neighbour}, u"Add"_s);
    const QString path = m_folder->filePath(u"00012-7.png"_s);
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    image.setText(u"parameters"_s,
                  u"a {cat|dog}, 8k\nNegative prompt: blurred\nSteps: 20, Seed: 7"_s);
    QVERIFY(image.save(path));
    const QString said = saidOf({path});
    QVERIFY2(said.contains(u"00012-7.png"_s) && said.contains(u"only its prompt"_s),
             qPrintable(said));
    QCOMPARE(m_document->jobCount(), 2);
    const batch::JobSource &entry = m_document->entry(1);
    QCOMPARE(entry.job.name, u"00012-7"_s);
    QCOMPARE(entry.job.model, neighbour.model);
    QCOMPARE(entry.job.height, neighbour.height);
    QCOMPARE(entry.job.prompt, u"a {{cat|dog}}, 8k"_s);
}

void TestArrivals::aPictureWithoutARecipeIsSaid()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    const QString path = m_folder->filePath(u"holiday.png"_s);
    QVERIFY(image.save(path));
    const QString said = saidOf({path});
    QVERIFY2(said.contains(u"holiday.png"_s), qPrintable(said));
    QCOMPARE(m_document->jobCount(), 0);
}

/// One line doesn't take the place of another.
void TestArrivals::allThatIsWrongIsSaidAtOnce()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    const QString path = m_folder->filePath(u"holiday.png"_s);
    QVERIFY(image.save(path));
    const QString gone = m_folder->filePath(u"gone.csv"_s);
    const QString said = saidOf({path, gone});
    QVERIFY2(said.contains(u"holiday.png"_s) && said.contains(u"gone.csv"_s), qPrintable(said));

    QSignalSpy told(m_arrivals, &Arrivals::told);
    QSignalSpy came(m_arrivals, &Arrivals::jobsCame);
    m_arrivals->take({path, gone, m_folder->filePath(u"gone too.csv"_s)});
    m_arrivals->take({picture(u"a.png"_s, made(u"A"_s, u"a"_s))});
    QVERIFY(told.wait());
    QCOMPARE(came.size(), 1);
    QCOMPARE(told.first().at(1).toStringList().size(), 3);
}

void TestArrivals::aSidecarBringsItsJobBack()
{
    const batch::Job job = made(u"A"_s, u"a"_s);
    const QString gif = file(u"a.gif"_s, "GIF89a");
    QVERIFY(media::writeSidecar(gif, {{}, {{u"rushes"_s, 1}, {u"job"_s, batch::toJson(job)}}}));
    const QString loud = m_folder->filePath(u"B.GIF.RECIPE.JSON"_s);
    QVERIFY(QFile::copy(media::sidecarPath(gif), loud));
    QVERIFY(drop({gif, loud, media::sidecarPath(gif)}));
    QCOMPARE(m_document->jobCount(), 3);
    for (const batch::Job &back : m_document->batch().jobs)
        QVERIFY(back.sameRequest(job));
}

void TestArrivals::aBatchIsLeftToTheWindow()
{
    const QString path = file(u"b.yaml"_s, "jobs: []\n");
    QSignalSpy came(m_arrivals, &Arrivals::batchCame);
    m_arrivals->take({path});
    QVERIFY(came.wait());
    QCOMPARE(came.first().first().toString(), path);
}

void TestArrivals::theFirstOfSeveralBatchesIsOpened()
{
    QStringList came;
    connect(m_arrivals, &Arrivals::batchCame, this,
            [&came](const QString &path, const std::function<void()> &then) {
                came.append(path);
                then();
            });
    const QString first = file(u"one.yaml"_s, "jobs: []\n");
    const QString said = saidOf({first, file(u"two.yaml"_s, "jobs: []\n")});
    QCOMPARE(came, QStringList{first});
    QVERIFY2(said.contains(u"one.yaml is, and not two.yaml"_s), qPrintable(said));
}

/// The others come into the batch that is opened.
void TestArrivals::whatCameWithABatchWaitsForIt()
{
    std::function<void()> whenOpen;
    connect(m_arrivals, &Arrivals::batchCame, this,
            [&](const QString &, const std::function<void()> &then) { whenOpen = then; });
    m_document->insertJobs(0, {made(u"old"_s, u"x"_s)}, u"Add"_s);
    m_arrivals->take({file(u"products.csv"_s, "name,prompt\nB,a cat\n"),
                      file(u"b.yaml"_s, "jobs: []\n"), picture(u"a.png"_s, made(u"A"_s, u"a"_s))});
    QTRY_VERIFY(whenOpen);
    QCOMPARE(m_document->jobCount(), 1);
    QVERIFY(!m_window->findChild<ui::ImportDialog *>());
    m_document->reset();
    whenOpen();
    QCOMPARE(m_document->jobCount(), 1);
    QCOMPARE(m_document->entry(0).job.name, u"A"_s);
    QVERIFY(m_window->findChild<ui::ImportDialog *>());
}

void TestArrivals::whatCameWithABatchThatStaysClosedIsSaid()
{
    const QString said = saidOf(
        {file(u"products.csv"_s, "name,prompt\nB,a cat\n"), file(u"b.yaml"_s, "jobs: []\n")});
    QVERIFY2(said.contains(u"b.yaml was not opened"_s) && said.contains(u"products.csv"_s),
             qPrintable(said));
    QVERIFY(!m_window->findChild<ui::ImportDialog *>());
    // It stands in the way of nothing.
    QVERIFY(drop({picture(u"a.png"_s, made(u"A"_s, u"a"_s))}));
}

void TestArrivals::dropsWaitForEachOther()
{
    QSignalSpy came(m_arrivals, &Arrivals::jobsCame);
    const QStringList files{picture(u"a.png"_s, made(u"A"_s, u"a"_s)),
                            picture(u"b.png"_s, made(u"B"_s, u"b"_s)),
                            picture(u"c.png"_s, made(u"C"_s, u"c"_s))};
    for (const QString &each : files)
        m_arrivals->take({each});
    QTRY_COMPARE(came.size(), 3);
    QCOMPARE(m_document->entry(0).job.name, u"A"_s);
    QCOMPARE(m_document->entry(2).job.name, u"C"_s);
}

void TestArrivals::aTableOpensTheImport_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &suffix : {u"csv"_s, u"TSV"_s, u"tab"_s, u"txt"_s})
        QTest::newRow(qPrintable(suffix)) << u"products."_s + suffix;
}

void TestArrivals::aTableOpensTheImport()
{
    QFETCH(QString, name);
    m_arrivals->take({file(name, "name,prompt\nA,a cat\n")});
    QTRY_VERIFY(m_window->findChild<ui::ImportDialog *>());
    QCOMPARE(m_document->jobCount(), 0);
}

void TestArrivals::tablesComeOneAfterTheOther()
{
    const QByteArray table = "name,type,model,prompt\n"
                             "A,image,black-forest-labs/flux-2-pro/text-to-image,a cat\n";
    m_arrivals->take({file(u"one.csv"_s, table), file(u"two.csv"_s, table)});
    m_arrivals->take({picture(u"c.png"_s, made(u"C"_s, u"c"_s))});
    QTRY_VERIFY(m_window->findChild<ui::ImportDialog *>());
    QPointer first = m_window->findChild<ui::ImportDialog *>();
    QTRY_COMPARE(first->jobs().size(), 1);
    QCOMPARE(m_window->findChildren<ui::ImportDialog *>().size(), 1);
    first->accept();
    QTRY_VERIFY(!first);
    auto *second = m_window->findChild<ui::ImportDialog *>();
    QVERIFY(second);
    // It knows what the first one brought.
    QTRY_COMPARE(second->jobs().size(), 1);
    QCOMPARE(second->jobs().first().job.name, u"A 2"_s);
    QSignalSpy came(m_arrivals, &Arrivals::jobsCame);
    second->reject();
    QVERIFY(came.wait()); // the drop that came after them
    QCOMPARE(m_document->jobCount(), 2);
    QCOMPARE(m_document->entry(1).job.name, u"C"_s);
}

void TestArrivals::theClipboardIsATable()
{
    QGuiApplication::clipboard()->setText(u"name\tprompt\nA\ta cat\n"_s);
    m_arrivals->importClipboard();
    QTRY_VERIFY(m_window->findChild<ui::ImportDialog *>());
    m_window->findChild<ui::ImportDialog *>()->reject();

    QGuiApplication::clipboard()->clear();
    QSignalSpy told(m_arrivals, &Arrivals::told);
    m_arrivals->importClipboard();
    QVERIFY(told.wait());
    QVERIFY(told.first().first().toString().contains(u"clipboard"_s));
}

void TestArrivals::rowsComeInOneStepWhereTheyBelong()
{
    m_document->insertJobs(0, {made(u"first"_s, u"x"_s), made(u"last"_s, u"y"_s)}, u"Add"_s);
    const QByteArray table = "name\ttype\tmodel\tprompt\n"
                             "A\timage\tblack-forest-labs/flux-2-pro/text-to-image\ta cat\n"
                             "B\timage\tblack-forest-labs/flux-2-pro/text-to-image\ta dog\n";
    m_arrivals->importTable(table, {}, 1);
    auto *dialog = m_window->findChild<ui::ImportDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->jobs().size(), 2);
    QSignalSpy came(m_arrivals, &Arrivals::jobsCame);
    dialog->accept();
    QCOMPARE(came.size(), 1);
    QCOMPARE(m_document->entry(0).job.name, u"first"_s);
    QCOMPARE(m_document->entry(1).job.name, u"A"_s);
    QCOMPARE(m_document->entry(2).job.name, u"B"_s);
    QCOMPARE(m_document->entry(3).job.name, u"last"_s);
    m_document->undoStack()->undo();
    QCOMPARE(m_document->jobCount(), 2);
}

/// The batch may change while a person looks at the table.
void TestArrivals::namesAreThoseOfTheBatchThen()
{
    m_arrivals->importTable("name\tprompt\nA\ta cat\n", {}, 0);
    auto *dialog = m_window->findChild<ui::ImportDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->jobs().size(), 1);
    m_document->insertJobs(0, {made(u"A"_s, u"a dog"_s)}, u"Add"_s);
    QTRY_COMPARE(dialog->jobs().value(0).job.name, u"A 2"_s);
    dialog->accept();
    QCOMPARE(m_document->jobCount(), 2);
    QCOMPARE(m_document->entry(0).job.name, u"A 2"_s);
}

QTEST_MAIN(TestArrivals)
#include "test_arrivals.moc"
