// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files dropped on the window, as the desktop delivers them: results of a real run among them.
#include "window/mainwindow.h"

#include "batch/expansion/expand.h"
#include "batch/jobjson.h"
#include "batch/references/references.h"
#include "catalog/estimate.h"
#include "config/batchfile.h"
#include "media/recipe/recipe.h"
#include "session/document/batchdocument.h"
#include "sheets/importdialog.h"
#include "support/windowdriver.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWindow>

#include <algorithm>

using namespace Qt::StringLiterals;
using ui::MainWindow;

namespace {

constexpr int runTimeout = 90'000; // ms; the sandbox draws and encodes for real

/// An image and a video that starts from it, saying all kinds of things.
batch::Batch shownBatch()
{
    batch::Batch batch = support::quickBatch(1, 1);
    batch::Job &image = batch.jobs[0];
    image.prompt = u"a {cat|dog} 月亮 🌕\n\"second line\""_s;
    image.seed = 42;
    image.extra.insert(u"client"_s, u"somebody"_s);
    return batch;
}

/// Through the window's own handle, which finds the widget that takes it.
bool drop(MainWindow &window, const QStringList &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    data.setUrls(urls);
    const QPoint middle = window.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window.windowHandle(), &enter);
    QDragMoveEvent move(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window.windowHandle(), &move);
    QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window.windowHandle(), &dropped);
    return enter.isAccepted() && dropped.isAccepted();
}

} // namespace

class TestDrops : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void resultsBringTheirJobsBack();
    void aSidecarBringsItsJobBack();
    void defaultsOfTheBatchChangeNothing();
    void aJobOfThatNameWasHere();
    void aBatchAndATableTogether();
    void filesAreOnlyEverCopied();

private:
    /// A window with that batch file, or a new batch.
    void open(const QByteArray &text = {});
    bool says(const QString &words) const;
    ui::BatchDocument *document() const { return m_window->document(); }

    QTemporaryDir m_made;
    batch::Batch m_batch;
    QString m_png;
    QString m_mp4;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestDrops::initTestCase()
{
    QSettings().clear();
    m_batch = shownBatch();
    batch::BatchSource written;
    for (const batch::Job &job : m_batch.jobs)
        written.jobs.append(batch::asEntry(job));
    const QString path = m_made.filePath(u"made.yaml"_s);
    QVERIFY(config::saveBatchFile(written, path));
    ui::RunOptions options;
    options.sandbox = true;
    options.sandboxSpeed = 600;
    MainWindow window(options);
    window.resize(1100, 700);
    window.show();
    window.openFile(path);
    QTRY_COMPARE(window.document()->jobCount(), 2);
    auto *run = support::named<QToolButton>(&window, u"Run"_s);
    QTRY_VERIFY(run && run->isEnabled());
    QTest::mouseClick(run, Qt::LeftButton);
    QList<QString> files;
    for (const batch::Job &job : window.document()->batch().jobs) {
        QTRY_COMPARE_WITH_TIMEOUT(window.session()->stateOf(job.id), batch::JobState::Succeeded,
                                  runTimeout);
        files.append(window.session()->progressOf(job.id)->result.outputs.first().path);
    }
    QTRY_VERIFY(!window.session()->isRunning());
    m_png = files.at(0);
    m_mp4 = files.at(1);
    QVERIFY(m_png.endsWith(u".png"_s) && m_mp4.endsWith(u".mp4"_s));
}

void TestDrops::init()
{
    QSettings().clear();
    m_window.reset();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestDrops::open(const QByteArray &text)
{
    m_window = std::make_unique<MainWindow>(ui::RunOptions());
    m_window->resize(1100, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    if (text.isEmpty())
        return;
    QFile file(m_folder->filePath(u"here.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    m_window->openFile(file.fileName());
    QTRY_COMPARE(document()->path(), file.fileName());
}

bool TestDrops::says(const QString &words) const
{
    const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

/// Name, prompt, model, parameters: all that the job said, and nothing else.
void TestDrops::resultsBringTheirJobsBack()
{
    open();
    QVERIFY(drop(*m_window, {m_png, m_mp4}));
    QTRY_COMPARE(document()->jobCount(), 2);
    for (int i = 0; i < 2; ++i)
        QVERIFY2(document()->batch().jobs.at(i).sameContent(m_batch.jobs.at(i)),
                 qPrintable(m_batch.jobs.at(i).name));
    QVERIFY(document()->isModified());
    QVERIFY(!says(u"%1"_s.arg(QFileInfo(m_png).fileName())));
    document()->undoStack()->undo();
    QCOMPARE(document()->jobCount(), 0);
}

void TestDrops::aSidecarBringsItsJobBack()
{
    const QString gif = m_folder->filePath(u"cat.gif"_s);
    QVERIFY(media::writeSidecar(gif, *media::readRecipe(m_png).value()));
    open();
    QVERIFY(drop(*m_window, {media::sidecarPath(gif)}));
    QTRY_COMPARE(document()->jobCount(), 1);
    QVERIFY(document()->batch().jobs.first().sameContent(m_batch.jobs.first()));
}

void TestDrops::defaultsOfTheBatchChangeNothing()
{
    open("defaults:\n"
         "  image: {width: 2048, height: 2048}\n"
         "  video: {duration: 12, resolution: 1080p}\n"
         "jobs:\n"
         "  - {name: here, type: image, model: m, prompt: p}\n");
    QVERIFY(drop(*m_window, {m_png, m_mp4}));
    QTRY_COMPARE(document()->jobCount(), 3);
    for (int i = 0; i < 2; ++i) {
        const batch::Job &back = document()->batch().jobs.at(i + 1);
        const batch::Job &was = m_batch.jobs.at(i);
        QVERIFY(back.sameRequest(was));
        QCOMPARE(document()->estimateOf(back.id).cost,
                 catalog::estimate(document()->catalog(), was).cost);
    }
}

/// What it starts from here may be another picture: that costs money, and is said.
void TestDrops::aJobOfThatNameWasHere()
{
    batch::Job film = m_batch.jobs.at(1);
    film.image = batch::referenceTo(m_batch.jobs.first().name);
    const media::Recipe recipe{film.prompt, {{u"rushes"_s, 1}, {u"job"_s, batch::toJson(film)}}};
    const QString copy = m_folder->filePath(u"film.mp4"_s);
    QVERIFY(media::writeRecipe(m_mp4, copy, recipe));
    open("jobs:\n  - {name: '" + m_batch.jobs.first().name.toUtf8()
         + "', type: image, model: m, prompt: p}\n");
    QVERIFY(drop(*m_window, {copy}));
    QTRY_COMPARE(document()->jobCount(), 2);
    QTRY_VERIFY(says(u"was here before"_s));

    // Its own picture comes with it: then that one is meant.
    open("jobs:\n  - {name: '" + m_batch.jobs.first().name.toUtf8()
         + "', type: image, model: m, prompt: p}\n");
    QVERIFY(drop(*m_window, {copy, m_png}));
    QTRY_COMPARE(document()->jobCount(), 3);
    const batch::Job &picture = document()->batch().jobs.at(2);
    QCOMPARE(picture.prompt, m_batch.jobs.first().prompt);
    QCOMPARE(document()->batch().jobs.at(1).image, batch::referenceTo(picture.name));
    QVERIFY(!says(u"was here before"_s));
}

void TestDrops::aBatchAndATableTogether()
{
    open("jobs: []\n");
    const auto write = [this](const QString &name, const QByteArray &text) {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"products.csv"_s, "name,prompt\nB,a cat\n"));
    QVERIFY(write(u"new.yaml"_s,
                  "defaults: {type: image, model: black-forest-labs/flux-2-pro/text-to-image}\n"
                  "jobs:\n  - {name: B, prompt: p}\n"));
    QVERIFY(write(u"other.yaml"_s, "jobs: []\n"));
    QVERIFY(drop(*m_window,
                 {m_folder->filePath(u"products.csv"_s), m_folder->filePath(u"new.yaml"_s),
                  m_folder->filePath(u"other.yaml"_s)}));
    ui::ImportDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_window->findChild<ui::ImportDialog *>()));
    QCOMPARE(document()->path(), m_folder->filePath(u"new.yaml"_s));
    QTRY_COMPARE(dialog->jobs().size(), 1);
    QCOMPARE(dialog->jobs().first().job.name, u"B 2"_s); // it knows the new batch
    QTRY_VERIFY(says(u"other.yaml"_s));
    dialog->accept();
    QTRY_COMPARE(document()->jobCount(), 2);
}

/// Who proposes a move, and is told of one, deletes the files.
void TestDrops::filesAreOnlyEverCopied()
{
    open();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_png)});
    const QPoint middle = m_window->rect().center();
    const Qt::DropActions either = Qt::CopyAction | Qt::MoveAction;
    QDragEnterEvent enter(middle, either, &data, Qt::LeftButton, Qt::ShiftModifier);
    QCOMPARE(enter.proposedAction(), Qt::MoveAction);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QCOMPARE(enter.dropAction(), Qt::CopyAction);
    QDropEvent dropped(middle, either, &data, Qt::LeftButton, Qt::ShiftModifier);
    QApplication::sendEvent(m_window.get(), &dropped);
    QVERIFY(dropped.isAccepted());
    QCOMPARE(dropped.dropAction(), Qt::CopyAction);
    QTRY_COMPARE(document()->jobCount(), 1);
}

QTEST_MAIN(TestDrops)
#include "test_drops.moc"
