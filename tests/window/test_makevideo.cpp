// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a picture to a video: by the menus, the preview's button, and by dragging; in the window as
// a person uses it.
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "results/gallery/gallerymodel.h"
#include "results/gallery/galleryview.h"
#include "session/document/batchdocument.h"
#include "support/windowdriver.h"
#include "window/mainwindow.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using batch::JobState;
using batch::MediaType;

namespace {

constexpr int runTimeout = 90'000; // ms; the sandbox draws for real

} // namespace

class TestMakeVideo : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void byTheGallerysMenu();
    void byThePreviewsButton();
    void severalAtOnce();
    void byTheTablesMenu();
    void ofWhatAnEntryMakes();
    void ofWhatAnIncludedFileMakes();
    void theModelIsTheOneInUse();
    void theModelIsTheOneChosenLately();
    void theRowThatIsChosenIsShown();
    void aTileIsDraggedOntoAJob();
    void aTileThatMissesBringsNothingBack();

private:
    void open(const batch::BatchSource &source);
    /// With pictures that are made.
    void openMade(int images);
    ui::BatchDocument *document() const { return m_window->document(); }
    ui::JobTableView *table() const { return m_window->findChild<ui::JobTableView *>(); }
    ui::GalleryView *gallery() const { return m_window->findChild<ui::GalleryView *>(); }
    QAction *offered(QAbstractItemView *view, const QPoint &place, const QString &words) const;
    QAction *offeredInTable(int row, const QString &words) const;
    QString nameOf(int row) const { return document()->entry(row).job.name; }
    /// Moves what the gallery gives away of a tile to a place of the window, and lets go there.
    bool drag(const QModelIndex &tile, QWidget *to, const QPoint &place) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TestMakeVideo::init()
{
    QSettings().clear();
    qunsetenv("ATLAS_CLOUD_API_KEY");
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMakeVideo::open(const batch::BatchSource &source)
{
    ui::RunOptions options;
    options.sandbox = true;
    options.sandboxSpeed = 600;
    m_window = std::make_unique<ui::MainWindow>(options);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    const QString path = m_folder->filePath(u"batch.yaml"_s);
    const auto saved = config::saveBatchFile(source, path);
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error()));
    QSignalSpy reset(document(), &ui::BatchDocument::wasReset);
    m_window->openFile(path);
    QVERIFY(reset.wait());
}

void TestMakeVideo::openMade(int images)
{
    open(support::quickBatch(images, 0));
    QTRY_COMPARE(m_window->session()->runnableCount(), images);
    m_window->session()->run();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->counts().succeeded, images, runTimeout);
    QTRY_VERIFY(!m_window->session()->isRunning());
    QTRY_COMPARE(gallery()->model()->rowCount(), images);
}

QAction *TestMakeVideo::offered(QAbstractItemView *view, const QPoint &place,
                                const QString &words) const
{
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
    QContextMenuEvent asked(QContextMenuEvent::Mouse, place, view->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view->viewport(), &asked);
    const QList<QMenu *> menus = view->findChildren<QMenu *>();
    if (menus.isEmpty())
        return nullptr;
    for (QAction *action : menus.constLast()->actions()) {
        if (action->isVisible() && action->text() == words)
            return action;
    }
    menus.constLast()->close();
    return nullptr;
}

QAction *TestMakeVideo::offeredInTable(int row, const QString &words) const
{
    const QModelIndex name = table()->model()->index(row, ui::JobTableModel::NameColumn);
    return offered(table(), table()->visualRect(name).center(), words);
}

void TestMakeVideo::byTheGallerysMenu()
{
    openMade(2);
    const batch::Job source = document()->job(0);
    const batch::Cost before = m_window->session()->bill().all.total();
    const QModelIndex tile = gallery()->model()->index(0, 0);
    QAction *make =
        offered(gallery(), gallery()->visualRect(tile).center(), u"Make a video from this"_s);
    QVERIFY(make);
    QVERIFY(!make->icon().isNull());
    make->trigger();

    QCOMPARE(document()->jobCount(), 3);
    const batch::JobSource video = document()->entry(1);
    QCOMPARE(video.job.name, source.name + u" video"_s);
    QCOMPARE(video.job.type, MediaType::Video);
    QCOMPARE(video.job.image, u"job:"_s + source.name);
    QCOMPARE(video.job.prompt, source.prompt);
    const catalog::Model *model = document()->catalog().find(video.job.model);
    QVERIFY(model);
    QCOMPARE(model->kind, catalog::ModelKind::ImageToVideo);
    QVERIFY(!batch::hasError(document()->problems(1)));
    // It is chosen, its prompt can be typed over at once, and the bill knows it.
    QCOMPARE(table()->selectedRows(), QList<int>{1});
    auto *editor = table()->findChild<QPlainTextEdit *>();
    QVERIFY(editor && editor->isVisible());
    QCOMPARE(editor->toPlainText(), source.prompt);
    QTRY_COMPARE(m_window->session()->bill().all.total(),
                 before + document()->estimateOf(video.id()).cost);
    // Another of the same picture is told apart from the first.
    QTest::keyClick(editor, Qt::Key_Escape);
    emit m_window->findChild<ui::JobTable *>()->videosRequested({{source.id, u"job:x"_s}});
    QCOMPARE(nameOf(1), source.name + u" video 2"_s);
    document()->undoStack()->undo();
    QCOMPARE(document()->undoStack()->count(), 2);
    document()->undoStack()->undo();
    QCOMPARE(document()->jobCount(), 2);
    QVERIFY(!document()->isModified());
}

void TestMakeVideo::byThePreviewsButton()
{
    openMade(1);
    QToolButton *button = nullptr;
    QTRY_VERIFY(
        (button = support::named<QToolButton>(m_window.get(), u"Make a video from this"_s)));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(document()->jobCount(), 2);
    QCOMPARE(document()->entry(1).job.image, u"job:"_s + nameOf(0));
    // The new job has nothing to show, and nothing to make a video from.
    QTRY_VERIFY(!support::named<QToolButton>(m_window.get(), u"Make a video from this"_s));
}

void TestMakeVideo::severalAtOnce()
{
    openMade(3);
    gallery()->setFocus();
    QTest::keyClick(gallery(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(gallery()->selectedRows().size(), 3);
    emit gallery()->customContextMenuRequested(
        gallery()->visualRect(gallery()->model()->index(0, 0)).center());
    QAction *make = nullptr;
    for (QAction *action : gallery()->findChildren<QMenu *>().constLast()->actions()) {
        if (action->text() == u"Make 3 videos from these"_s)
            make = action;
    }
    QVERIFY(make);
    make->trigger();
    // Each stands below its picture; all are chosen; one step takes them back.
    QCOMPARE(document()->jobCount(), 6);
    for (int row = 0; row < 6; row += 2) {
        QCOMPARE(document()->entry(row + 1).job.image, u"job:"_s + nameOf(row));
        QCOMPARE(document()->entry(row + 1).job.model, document()->entry(1).job.model);
    }
    QCOMPARE(table()->selectedRows(), (QList<int>{1, 3, 5}));
    QCOMPARE(document()->undoStack()->count(), 1);
    document()->undoStack()->undo();
    QCOMPARE(document()->jobCount(), 3);
}

void TestMakeVideo::byTheTablesMenu()
{
    open(support::quickBatch(1, 1));
    // What isn't made yet can be waited for.
    QAction *make = offeredInTable(0, u"Make a video from this"_s);
    QVERIFY(make);
    make->trigger();
    QCOMPARE(document()->jobCount(), 3);
    QCOMPARE(document()->entry(1).job.image, u"job:"_s + nameOf(0));
    QVERIFY(!batch::hasError(document()->problems(1)));
    QVERIFY(!offeredInTable(2, u"Make a video from this"_s));
}

void TestMakeVideo::ofWhatAnEntryMakes()
{
    batch::BatchSource source = support::quickBatch(1, 0);
    source.jobs[0].job.name = u"hero"_s;
    source.jobs[0].job.prompt = u"A {red|blue} cup"_s;
    open(source);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QAction *make = offeredInTable(2, u"Make a video from this"_s);
    QVERIFY(make);
    make->trigger();
    QCOMPARE(document()->jobCount(), 2);
    QCOMPARE(document()->entry(1).job.name, u"hero blue video"_s);
    QCOMPARE(document()->entry(1).job.image, u"job:hero blue"_s);
    QCOMPARE(document()->entry(1).job.prompt, u"A blue cup"_s);
    document()->undoStack()->undo();
    // The entry stands for all that it makes.
    make = offeredInTable(0, u"Make 2 videos from these"_s);
    QVERIFY(make);
    make->trigger();
    QCOMPARE(document()->jobCount(), 3);
    QCOMPARE(document()->entry(1).job.image, u"job:hero red"_s);
    QCOMPARE(document()->entry(2).job.image, u"job:hero blue"_s);
}

void TestMakeVideo::ofWhatAnIncludedFileMakes()
{
    batch::BatchSource house = support::quickBatch(1, 0);
    house.jobs[0].job.name = u"logo"_s;
    QVERIFY(config::saveBatchFile(house, m_folder->filePath(u"house.yaml"_s)));
    batch::BatchSource source = support::quickBatch(1, 0);
    source.include = {u"house.yaml"_s};
    open(source);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QAction *make = offeredInTable(1, u"Make a video from this"_s);
    QVERIFY(make);
    make->trigger();
    QCOMPARE(document()->jobCount(), 2);
    QCOMPARE(document()->entry(0).job.image, u"job:logo"_s);
}

void TestMakeVideo::theModelIsTheOneInUse()
{
    batch::Batch batch = support::quickBatch(2, 1);
    batch::Job &video = batch.jobs[2];
    video.model = u"google/veo3.1/image-to-video"_s;
    video.image = u"job:"_s + batch.jobs[0].name;
    video.duration = 4;
    video.resolution = u"720p"_s;
    open(batch);
    QAction *make = offeredInTable(1, u"Make a video from this"_s);
    QVERIFY(make);
    make->trigger();
    const batch::Job made = document()->entry(2).job;
    QCOMPARE(made.image, u"job:"_s + nameOf(1));
    QCOMPARE(made.model, video.model);
    QCOMPARE(made.duration, 4);
    QCOMPARE(made.resolution, u"720p"_s);
}

void TestMakeVideo::theModelIsTheOneChosenLately()
{
    QSettings().setValue(
        u"models/recent"_s,
        QStringList{u"google/veo3.1/text-to-video"_s, u"google/veo3.1/image-to-video"_s});
    open(support::quickBatch(1, 0));
    QAction *make = offeredInTable(0, u"Make a video from this"_s);
    QVERIFY(make);
    make->trigger();
    QCOMPARE(document()->entry(1).job.model, u"google/veo3.1/image-to-video"_s);
}

/// Also where the keyboard goes from an entry to the job of it that comes first, while the preview
/// is at what was made last.
void TestMakeVideo::theRowThatIsChosenIsShown()
{
    batch::BatchSource source = support::quickBatch(2, 0);
    source.jobs[0].job.name = u"hero"_s;
    source.jobs[0].job.prompt = u"A {red|blue} cup"_s;
    source.settings.maxWorkers = 1;
    open(source);
    QTRY_COMPARE(m_window->session()->runnableCount(), 3);
    QCOMPARE(table()->currentIndex().row(), 0);
    m_window->session()->run();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->counts().succeeded, 3, runTimeout);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(table()->currentIndex().row(), 1);
    QCOMPARE(gallery()->currentIndex().data().toString(), u"hero red"_s);
}

bool TestMakeVideo::drag(const QModelIndex &tile, QWidget *to, const QPoint &place) const
{
    const std::unique_ptr<QMimeData> data(gallery()->model()->mimeData({tile}));
    // The application looks for who takes it, from the widget that is meant up to the window.
    const Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction;
    QDragEnterEvent enter(place, actions, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(to, &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(place, actions, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(to, &move);
    if (!move.isAccepted()) {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(to, &leave);
        return false;
    }
    QDropEvent drop(place, actions, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(to, &drop);
    return drop.isAccepted();
}

void TestMakeVideo::aTileIsDraggedOntoAJob()
{
    openMade(2);
    batch::Job video = support::quickBatch(0, 1).jobs[0];
    video.model = u"bytedance/seedance-v1.5-pro/image-to-video"_s;
    document()->insertJobs(2, {video}, u"Add"_s);
    const QModelIndex tile = gallery()->model()->index(1, 0);
    const QModelIndex row = table()->model()->index(2, ui::JobTableModel::PromptColumn);
    QVERIFY(drag(tile, table()->viewport(), table()->visualRect(row).center()));
    QCOMPARE(document()->jobCount(), 3);
    QCOMPARE(document()->entry(2).job.image, u"job:"_s + nameOf(1));
    QCOMPARE(document()->undoStack()->count(), 2);
    document()->undoStack()->undo();
    QVERIFY(!document()->entry(2).job.image);
}

void TestMakeVideo::aTileThatMissesBringsNothingBack()
{
    openMade(1);
    const QModelIndex tile = gallery()->model()->index(0, 0);
    // Past the table, and onto the only job, which made it.
    auto *preview = support::named<QWidget>(m_window.get(), u"Preview"_s);
    QVERIFY(preview);
    QVERIFY(!drag(tile, preview, preview->rect().center()));
    const QModelIndex own = table()->model()->index(0, ui::JobTableModel::PromptColumn);
    QVERIFY(!drag(tile, table()->viewport(), table()->visualRect(own).center()));
    // What would be read for it is read in the pool, and told afterwards.
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(document()->jobCount(), 1);
    QVERIFY(!document()->isModified());
    // The same file from elsewhere does bring its job back.
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(tile.data(ui::GalleryModel::PathRole).toString())});
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(document()->jobCount(), 2);
}

QTEST_MAIN(TestMakeVideo)
#include "test_makevideo.moc"
