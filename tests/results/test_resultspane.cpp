// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/gallery/galleryview.h"
#include "results/preview/elidedlabel.h"
#include "results/preview/imagepreview.h"
#include "results/preview/jobcard.h"
#include "results/preview/previewpane.h"
#include "results/preview/videopreview.h"
#include "results/resultspane.h"
#include "results/standings.h"
#include "support/testclip.h"

#include <QAbstractButton>
#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using batch::JobState;
using batch::MediaType;

/// The pane as a person uses it: results arrive, are chosen, opened, copied, and go.
class TestResultsPane : public QObject
{
    Q_OBJECT

public slots:
    void noteOpened(const QUrl &url) { m_opened += url; }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ui::BatchDocument> m_document;
    Standings m_standings;
    std::unique_ptr<ui::ResultsPane> m_pane;
    QList<QUrl> m_opened;

    batch::Job job(int row) const { return m_document->job(row); }
    ui::PreviewPane *preview() const { return m_pane->preview(); }
    QString image(const QString &name, QSize size = {200, 100}) const
    {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(Qt::darkCyan);
        return picture.save(m_dir->filePath(name)) ? m_dir->filePath(name) : QString();
    }
    void put(int row, JobState state, const QStringList &paths = {}, const QString &error = {})
    {
        m_standings.set(job(row), state, paths, error);
        m_pane->updateJob(job(row).id);
    }
    QString shownName() const
    {
        return preview()->subject() ? preview()->subject()->name : QString();
    }
    /// The gallery's menu; only what it offers.
    QMenu *menuAt(int row)
    {
        ui::GalleryView *gallery = m_pane->gallery();
        const QPoint place = gallery->visualRect(gallery->model()->index(row, 0)).center();
        emit gallery->customContextMenuRequested(place);
        const QList<QMenu *> menus = gallery->findChildren<QMenu *>();
        return menus.isEmpty() ? nullptr : menus.constLast();
    }
    static QAction *entry(const QMenu *menu, const QString &words)
    {
        for (QAction *action : menu->actions()) {
            if (action->isVisible() && action->text() == words)
                return action;
        }
        return nullptr;
    }
    QString cardText() const
    {
        QStringList texts;
        if (preview()->jobCard()->isVisible()) {
            for (const QLabel *label : preview()->jobCard()->findChildren<QLabel *>())
                texts += label->text();
        }
        return texts.join(u'\n');
    }

private slots:
    void initTestCase() { QDesktopServices::setUrlHandler(u"file"_s, this, "noteOpened"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"file"_s); }
    void init();
    void showsTheNewestUntilAPersonChooses();
    void choosingTellsTheTable();
    void tableChoosesWithoutEcho();
    void draftsAndFailuresInWords();
    void underWayMovesOn();
    void leftAndRight();
    void aRunAgainStaysChosen();
    void aRemovedJobLeaves();
    void anEntryStandsForWhatItMade();
    void videosTakeTurnsWithImages();
    void copiesThePicture();
    void copiesAClip();
    void opensTheFile();
    void aMissingFileInWords();
    void aFileThatComesBack();
    void aRemakeOfTheSameSizeIsShown();
    void aVideoIsMadeFromAPicture();
    void videosAreMadeFromSeveralPictures();
    void everyControlHasAName();
};

void TestResultsPane::init()
{
    m_pane.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_opened.clear();
    m_standings = {};
    m_document = std::make_unique<ui::BatchDocument>(catalog::Catalog());
    m_document->insertJobs(0,
                           {makeJob(u"one"_s), makeJob(u"two"_s), makeJob(u"three"_s),
                            makeJob(u"four"_s, MediaType::Video)},
                           u"Add"_s);
    m_pane = std::make_unique<ui::ResultsPane>(m_document.get(), m_standings.source());
    m_pane->resize(520, 760);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestResultsPane::showsTheNewestUntilAPersonChooses()
{
    QSignalSpy chosen(m_pane.get(), &ui::ResultsPane::jobChosen);
    QVERIFY(!preview()->isVisible());
    put(1, JobState::Succeeded, {image(u"two.png"_s)});
    QVERIFY(preview()->isVisible());
    QCOMPARE(shownName(), u"two"_s);
    QTRY_COMPARE(preview()->imagePreview()->image().size(), QSize(200, 100));
    put(0, JobState::Succeeded, {image(u"one.png"_s)});
    QCOMPARE(shownName(), u"one"_s);
    QCOMPARE(chosen.count(), 0);

    m_pane->gallery()->setCurrentIndex(m_pane->gallery()->model()->index(1, 0));
    QCOMPARE(shownName(), u"two"_s);
    put(2, JobState::Succeeded, {image(u"three.png"_s)});
    QCOMPARE(shownName(), u"two"_s);
}

void TestResultsPane::anEntryStandsForWhatItMade()
{
    batch::JobSource many(makeJob(u"many"_s));
    many.matrix = {{u"size"_s, {u"s"_s, u"m"_s, u"l"_s}}};
    m_document->insertEntries(4, {many}, u"Add"_s);
    const QList<batch::JobId> made = m_document->madeIds(4);
    QCOMPARE(made.size(), 3);
    const batch::Job medium = *m_document->madeJob(made.at(1));
    m_standings.set(medium, JobState::Succeeded, {image(u"m.png"_s)});
    m_pane->updateJob(medium.id);
    put(0, JobState::Succeeded, {image(u"one.png"_s)});
    m_pane->showJob(many.id());
    QCOMPARE(shownName(), u"many m"_s);
    // Its jobs can be chosen one by one, also those without a result.
    m_pane->showJob(made.at(2));
    QCOMPARE(shownName(), u"many l"_s);
    // Where the shown one goes, another takes its place.
    many.matrix[0].values.removeLast();
    m_document->changeEntries({{4, many}}, u"Edit"_s);
    QCOMPARE(shownName(), u"one"_s);
}

void TestResultsPane::choosingTellsTheTable()
{
    put(0, JobState::Succeeded, {image(u"one.png"_s)});
    put(2, JobState::Failed, {}, u"no"_s);
    QSignalSpy chosen(m_pane.get(), &ui::ResultsPane::jobChosen);
    ui::GalleryView *gallery = m_pane->gallery();
    const QRect tile = gallery->visualRect(gallery->model()->index(1, 0));
    QTest::mouseClick(gallery->viewport(), Qt::LeftButton, {}, tile.center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<batch::JobId>(), job(2).id);
    QTest::keyClick(gallery, Qt::Key_Left);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(shownName(), u"one"_s);
}

void TestResultsPane::tableChoosesWithoutEcho()
{
    put(0, JobState::Succeeded, {image(u"one.png"_s)});
    put(1, JobState::Succeeded, {image(u"two.png"_s)});
    QSignalSpy chosen(m_pane.get(), &ui::ResultsPane::jobChosen);
    m_pane->showJob(job(0).id);
    QCOMPARE(shownName(), u"one"_s);
    QCOMPARE(m_pane->gallery()->currentIndex().row(), 0);
    QCOMPARE(chosen.count(), 0);
    m_pane->showJob(batch::newJobId());
    m_pane->grab();
}

void TestResultsPane::draftsAndFailuresInWords()
{
    put(0, JobState::Succeeded, {image(u"one.png"_s)});
    m_pane->showJob(job(1).id);
    QCOMPARE(shownName(), u"two"_s);
    QVERIFY(cardText().contains(u"Not made yet"_s));
    QVERIFY(!m_pane->gallery()->currentIndex().isValid());
    QVERIFY(!preview()->openAction()->isEnabled());

    put(1, JobState::Failed, {}, u"The prompt was refused: violence"_s);
    QVERIFY(cardText().contains(u"The prompt was refused: violence"_s));
    QVERIFY(m_pane->gallery()->currentIndex().isValid());
    bool selectable = false;
    for (const QLabel *label : preview()->jobCard()->findChildren<QLabel *>()) {
        selectable = selectable
            || (label->text().contains(u"violence"_s)
                && label->textInteractionFlags() & Qt::TextSelectableByMouse);
    }
    QVERIFY(selectable);
    QCOMPARE(preview()->findChild<QPlainTextEdit *>()->toPlainText(), job(1).prompt);
}

void TestResultsPane::underWayMovesOn()
{
    put(0, JobState::Generating);
    m_pane->showJob(job(0).id);
    QVERIFY(cardText().contains(batch::toDisplay(JobState::Generating)));
    m_standings.of(job(0).id).note = u"Rate limit: goes on in 8 s"_s;
    // By itself, without a word from the session.
    QTRY_VERIFY(cardText().contains(u"Rate limit"_s));
    put(0, JobState::Succeeded, {image(u"one.png"_s)});
    QTRY_VERIFY(!preview()->imagePreview()->image().isNull());
    QVERIFY(cardText().isEmpty());
}

void TestResultsPane::leftAndRight()
{
    for (int row = 0; row < 3; ++row)
        put(row, JobState::Succeeded, {image(job(row).name + u".png"_s)});
    m_pane->showJob(job(0).id);
    QTest::keyClick(preview()->imagePreview(), Qt::Key_Right);
    QCOMPARE(shownName(), u"two"_s);
    QTest::keyClick(preview()->imagePreview(), Qt::Key_Right);
    QTest::keyClick(preview()->imagePreview(), Qt::Key_Right);
    QCOMPARE(shownName(), u"three"_s);
    QTest::keyClick(preview()->imagePreview(), Qt::Key_Left);
    QCOMPARE(shownName(), u"two"_s);
}

void TestResultsPane::aRunAgainStaysChosen()
{
    QSignalSpy chosen(m_pane.get(), &ui::ResultsPane::jobChosen);
    for (int row = 0; row < 3; ++row)
        put(row, JobState::Succeeded, {image(job(row).name + u".png"_s)});
    m_pane->showJob(job(1).id);
    put(1, JobState::Waiting);
    QCOMPARE(shownName(), u"two"_s);
    QVERIFY(cardText().contains(batch::toDisplay(JobState::Waiting)));
    put(1, JobState::Generating);
    put(1, JobState::Succeeded, {image(u"two.png"_s, {30, 30})});
    QCOMPARE(shownName(), u"two"_s);
    QTRY_COMPARE(preview()->imagePreview()->image().size(), QSize(30, 30));
    QCOMPARE(m_pane->gallery()->currentIndex().row(), 1);
    QCOMPARE(chosen.count(), 0);
}

void TestResultsPane::aRemovedJobLeaves()
{
    put(0, JobState::Succeeded, {image(u"one.png"_s)});
    put(1, JobState::Succeeded, {image(u"two.png"_s)});
    m_pane->showJob(job(1).id);
    m_document->removeJobs({1});
    QCOMPARE(shownName(), u"one"_s);
    m_document->removeJobs({0});
    QVERIFY(!preview()->isVisible());
    m_document->undoStack()->undo();
    QVERIFY(preview()->isVisible());
    m_document->reset();
    QVERIFY(!preview()->isVisible());
}

void TestResultsPane::videosTakeTurnsWithImages()
{
    const QString clip = m_dir->filePath(u"four.mp4"_s);
    QVERIFY(TestClip().write(clip));
    put(0, JobState::Succeeded, {image(u"one.png"_s)});
    put(3, JobState::Succeeded, {clip});
    QVERIFY(preview()->videoPreview()->isVisible());
    QTRY_VERIFY(!preview()->videoPreview()->picture().isNull());
    QTest::keyClick(m_pane->gallery(), Qt::Key_Space);
    QTRY_VERIFY(preview()->videoPreview()->isPlaying());
    // What a person watches is not taken away by a newer result.
    put(1, JobState::Succeeded, {image(u"two.png"_s)});
    QCOMPARE(shownName(), u"four"_s);
    m_pane->showJob(job(0).id);
    QTRY_VERIFY(!preview()->imagePreview()->image().isNull());
    QVERIFY(!preview()->videoPreview()->isPlaying());
    QVERIFY(preview()->videoPreview()->picture().isNull());
}

void TestResultsPane::copiesThePicture()
{
    const QString path = image(u"咖啡 one.png"_s);
    put(0, JobState::Succeeded, {path});
    QTRY_VERIFY(!preview()->imagePreview()->image().isNull());
    QGuiApplication::clipboard()->setText(u"before"_s);
    preview()->copyAction()->trigger();
    QTRY_VERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->imageData().value<QImage>().size(), QSize(200, 100));
    QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(path)});
    QCOMPARE(data->text(), path);
}

void TestResultsPane::copiesAClip()
{
    const QString clip = m_dir->filePath(u"four.mp4"_s);
    QVERIFY(TestClip().write(clip));
    put(3, JobState::Succeeded, {clip});
    QGuiApplication::clipboard()->setText(u"before"_s);
    m_pane->activateWindow();
    m_pane->gallery()->setFocus();
    QTest::keyClick(m_pane->gallery(), Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(QGuiApplication::clipboard()->mimeData()->hasUrls());
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(!data->hasImage());
    QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(clip)});
    QCOMPARE(data->text(), clip);
}

void TestResultsPane::opensTheFile()
{
    const QString path = image(u"one.png"_s);
    put(0, JobState::Succeeded, {path});
    preview()->openAction()->trigger();
    QTRY_COMPARE(m_opened, QList<QUrl>{QUrl::fromLocalFile(path)});
}

void TestResultsPane::aMissingFileInWords()
{
    QSignalSpy problem(m_pane.get(), &ui::ResultsPane::problem);
    put(0, JobState::Succeeded, {m_dir->filePath(u"gone.png"_s)});
    QVERIFY(problem.wait());
    QVERIFY(problem.first().first().toString().contains(u"gone.png"_s));
    QTRY_VERIFY(cardText().contains(u"gone.png"_s));
    // Once for a file, not once for everyone who misses it.
    preview()->copyAction()->trigger();
    QTRY_COMPARE(problem.count(), 2);
    preview()->openAction()->trigger();
    QTRY_COMPARE(problem.count(), 3);
    QVERIFY(m_opened.isEmpty());
    m_pane->grab();
}

void TestResultsPane::aFileThatComesBack()
{
    const QString path = image(u"one.png"_s);
    put(0, JobState::Succeeded, {path});
    QTRY_VERIFY(!preview()->imagePreview()->image().isNull());
    QVERIFY(QFile::remove(path));
    preview()->recheck();
    QTRY_VERIFY(cardText().contains(u"one.png"_s));
    image(u"one.png"_s, {64, 64});
    preview()->recheck();
    QTRY_COMPARE(preview()->imagePreview()->image().size(), QSize(64, 64));
    QVERIFY(cardText().isEmpty());
}

void TestResultsPane::aRemakeOfTheSameSizeIsShown()
{
    const auto fill = [this](Qt::GlobalColor colour, int hour) {
        QImage picture(40, 40, QImage::Format_RGB32);
        picture.fill(colour);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        picture.save(&buffer, "PNG");
        QFile file(m_dir->filePath(u"one.png"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes.leftJustified(2'000, '\0'))
            && file.flush()
            && file.setFileTime(QDateTime({2026, 11, 30}, {hour, 0}),
                                QFileDevice::FileModificationTime);
    };
    const auto shown = [this] {
        const QImage picture = preview()->imagePreview()->image();
        return picture.isNull() ? QColor() : picture.pixelColor(20, 20);
    };
    QVERIFY(fill(Qt::red, 9));
    put(0, JobState::Succeeded, {m_dir->filePath(u"one.png"_s)});
    QTRY_COMPARE(shown(), QColor(Qt::red));
    // Its facts are known when they are shown.
    const auto saysSize = [this] {
        return std::ranges::any_of(
            preview()->findChildren<ui::ElidedLabel *>(),
            [](const ui::ElidedLabel *label) { return label->text().contains(u"40 × 40"_s); });
    };
    QTRY_VERIFY(saysSize());
    QVERIFY(fill(Qt::blue, 10));
    preview()->recheck();
    QTRY_COMPARE(shown(), QColor(Qt::blue));
}

void TestResultsPane::aVideoIsMadeFromAPicture()
{
    put(0, JobState::Succeeded, {image(u"one.png"_s)});
    const QString clip = m_dir->filePath(u"four.mp4"_s);
    QVERIFY(TestClip().write(clip));
    put(3, JobState::Succeeded, {clip});
    QSignalSpy wanted(m_pane.get(), &ui::ResultsPane::videosWanted);
    const auto addresses = [&wanted] {
        QStringList all;
        for (const auto &each : wanted.takeFirst().first().value<QList<ui::jobmime::Result>>())
            all.append(each.address);
        return all.join(u' ');
    };
    const auto button = [this]() -> QAbstractButton * {
        for (auto *each : preview()->findChildren<QAbstractButton *>()) {
            if (each->isVisible() && each->accessibleName() == u"Make a video from this"_s)
                return each;
        }
        return nullptr;
    };
    m_pane->gallery()->choose(m_pane->gallery()->model()->index(0, 0));
    QVERIFY(button());
    QTest::mouseClick(button(), Qt::LeftButton);
    QCOMPARE(addresses(), u"job:one"_s);
    QAction *action = entry(menuAt(0), u"Make a video from this"_s);
    QVERIFY(action);
    action->trigger();
    QCOMPARE(addresses(), u"job:one"_s);
    // Not from a clip, and not from what isn't there.
    m_pane->gallery()->choose(m_pane->gallery()->model()->index(1, 0));
    QVERIFY(!button());
    QVERIFY(!entry(menuAt(1), u"Make a video from this"_s));
    m_pane->showJob(job(1).id);
    QVERIFY(!button());
}

void TestResultsPane::videosAreMadeFromSeveralPictures()
{
    for (int row = 0; row < 3; ++row)
        put(row, JobState::Succeeded, {image(u"%1.png"_s.arg(row))});
    const QString clip = m_dir->filePath(u"four.mp4"_s);
    QVERIFY(TestClip().write(clip));
    put(3, JobState::Succeeded, {clip});
    m_pane->gallery()->selectAll();
    // What goes on elsewhere doesn't take the selection away.
    put(1, JobState::Generating);
    put(1, JobState::Succeeded, {image(u"1.png"_s)});
    QCOMPARE(m_pane->gallery()->selectedRows().size(), 4);
    QSignalSpy wanted(m_pane.get(), &ui::ResultsPane::videosWanted);
    QAction *action = entry(menuAt(0), u"Make 3 videos from these"_s);
    QVERIFY(action);
    action->trigger();
    QCOMPARE(wanted.first().first().value<QList<ui::jobmime::Result>>().size(), 3);
}

void TestResultsPane::everyControlHasAName()
{
    put(0, JobState::Succeeded, {image(u"one.png"_s)});
    for (const QAbstractButton *button : m_pane->findChildren<QAbstractButton *>()) {
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                 button->metaObject()->className());
        QVERIFY(!button->toolTip().isEmpty());
    }
    for (const QWidget *widget : m_pane->findChildren<QWidget *>()) {
        if (widget->focusPolicy() & Qt::TabFocus && widget->metaObject()->className() != "QLabel"_L1
            && !widget->objectName().startsWith("qt_"_L1)
            && !qobject_cast<const QAbstractButton *>(widget)
            && !qobject_cast<const QLabel *>(widget))
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(TestResultsPane)
#include "test_resultspane.moc"
