// SPDX-License-Identifier: GPL-3.0-or-later
//
// Models and their parameters, through the window as a person uses it.
#include "catalog/estimate.h"
#include "inspector/inspector.h"
#include "jobs/table/jobtablemodel.h"
#include "models/favourites.h"
#include "models/modelbrowser.h"
#include "session/document/batchdocument.h"
#include "support/windowdriver.h"
#include "window/mainwindow.h"
#include "window/sidepane.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::MediaType;

namespace {

const auto veo = u"google/veo3.1/text-to-video"_s;
const auto seedance = u"bytedance/seedance-v1.5-pro/text-to-video"_s;

/// What is shown as a window of its own.
class ShownWindows : public QObject
{
public:
    ShownWindows() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget && widget->isWindow())
            names += QString::fromLatin1(widget->metaObject()->className());
        return false;
    }

    QStringList names;
};

batch::Batch veoBatch(int jobs)
{
    batch::Batch batch;
    for (int i = 0; i < jobs; ++i) {
        batch::Job job;
        job.name = u"鏡頭 %1"_s.arg(i + 1);
        job.type = MediaType::Video;
        job.model = veo;
        job.prompt = u"黃金時刻的城市天際線，第 %1 號"_s.arg(i + 1);
        job.duration = 4 + 2 * (i % 3);
        batch.jobs.append(job);
    }
    return batch;
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void twoHundredJobsGetAnotherModelInOneStep();
    void aModelChosenInItsCellIsRemembered();
    void theFormEditsTheSelectedJob();
    void whatIsLeftOutIsSaid();
    void theSidePaneRemembersItsPage();
    void nothingFlashesUp();

private:
    void open(const batch::Batch &batch);
    QTableView *table() const { return m_window->findChild<QTableView *>(); }
    ui::BatchDocument *document() const { return m_window->document(); }
    /// Whether a visible thing's accessible name contains the words.
    static bool says(const QWidget *root, const QString &words)
    {
        return !support::accessibleNames(root).filter(words).isEmpty();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TestModels::init()
{
    QSettings().clear();
    qunsetenv("ATLAS_CLOUD_API_KEY");
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestModels::cleanup()
{
    m_window.reset();
}

void TestModels::open(const batch::Batch &batch)
{
    m_window = std::make_unique<ui::MainWindow>(ui::RunOptions());
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QSignalSpy reset(document(), &ui::BatchDocument::wasReset);
    m_window->openFile(support::writeBatchFile(batch, m_folder->path()));
    QVERIFY(reset.wait());
}

void TestModels::twoHundredJobsGetAnotherModelInOneStep()
{
    open(veoBatch(200));
    const batch::Batch before = document()->batch();
    const QString costBefore =
        catalog::estimate(document()->catalog(), before).all.total().toDisplay();
    QTRY_VERIFY(says(m_window.get(), costBefore));

    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<ui::ModelBrowser *>());
    auto *browser = m_window->findChild<ui::ModelBrowser *>();
    QTRY_VERIFY(browser->isVisible());
    auto *search = support::named<QLineEdit>(browser, u"Search models"_s);
    QVERIFY(search);
    QTest::keyClicks(search, u"text to video seedance 1.5"_s);

    batch::Batch after = before;
    for (batch::Job &job : after.jobs)
        job.model = seedance;
    const QString costAfter =
        catalog::estimate(document()->catalog(), after).all.total().toDisplay();
    QVERIFY(costAfter != costBefore);
    // What it would cost stands there before anything is changed.
    const auto preview = [browser] {
        const auto *card = support::named<QWidget>(browser, u"What choosing it does"_s);
        return card ? card->accessibleDescription() : QString();
    };
    QTRY_VERIFY2(preview().contains(costAfter), qPrintable(preview()));
    QVERIFY2(preview().contains(costBefore), qPrintable(preview()));
    QVERIFY(!document()->isModified());

    auto *choose = support::named<QPushButton>(browser, u"Choose for 200 jobs"_s);
    QVERIFY(choose);
    QTest::mouseClick(choose, Qt::LeftButton);
    QTRY_VERIFY(!browser->isVisible());
    for (int row = 0; row < 200; ++row) {
        const batch::Job &job = document()->job(row);
        QCOMPARE(job.model, seedance);
        QCOMPARE(job.prompt, before.jobs[row].prompt);
        QCOMPARE(job.duration, before.jobs[row].duration);
    }
    QTRY_VERIFY(says(m_window.get(), costAfter));
    QCOMPARE(document()->undoStack()->count(), 1);

    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    for (int row = 0; row < 200; ++row)
        QVERIFY(document()->job(row).sameContent(before.jobs[row]));
    QVERIFY(!document()->isModified());
    QTRY_VERIFY(says(m_window.get(), costBefore));
}

void TestModels::aModelChosenInItsCellIsRemembered()
{
    open(veoBatch(2));
    table()->setFocus();
    const QModelIndex cell = table()->model()->index(1, ui::JobTableModel::ModelColumn);
    table()->setCurrentIndex(cell);
    QTest::keyClick(table(), Qt::Key_F2);
    auto *editor = qobject_cast<QComboBox *>(table()->indexWidget(cell));
    QVERIFY(editor);
    QTest::keyClicks(editor, u"seedance 1.5 text-to-video"_s);
    QAbstractItemView *found = editor->lineEdit()->completer()->popup();
    QTRY_VERIFY(found->isVisible());
    QTest::keyClick(found, Qt::Key_Down);
    QTest::keyClick(found, Qt::Key_Return);
    QTRY_COMPARE(document()->job(1).model, seedance);
    QCOMPARE(ui::Favourites().recent(), QStringList{seedance});
}

void TestModels::theFormEditsTheSelectedJob()
{
    open(veoBatch(3));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    auto *form = m_window->findChild<ui::Inspector *>();
    QTRY_VERIFY(form && form->isVisible());
    // The job that the table has chosen is the one that is shown, also in another batch.
    const auto durationShown = [form] {
        const auto *field = support::named<QAbstractSpinBox>(form, u"Duration"_s);
        return field ? field->text() : QString();
    };
    QTRY_COMPARE(durationShown(), u"4"_s);
    batch::Batch other = veoBatch(2);
    other.jobs[0].duration = 7;
    QSignalSpy reset(document(), &ui::BatchDocument::wasReset);
    m_window->openFile(support::writeBatchFile(other, m_folder->path()));
    QVERIFY(reset.wait());
    QTRY_COMPARE(durationShown(), u"7"_s);

    table()->setFocus();
    const QModelIndex second = table()->model()->index(1, ui::JobTableModel::NameColumn);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(second).center());
    QCOMPARE(document()->job(1).duration.value_or(0), 6.0);
    QTRY_VERIFY2(support::named<QAbstractSpinBox>(form, u"Duration"_s),
                 qPrintable(support::accessibleNames(form).join(u", "_s)));
    auto *duration = support::named<QAbstractSpinBox>(form, u"Duration"_s);
    duration->setFocus();
    duration->selectAll();
    QTest::keyClicks(duration, u"8"_s);
    QTest::keyClick(duration, Qt::Key_Tab);
    QCOMPARE(document()->job(1).duration.value_or(0), 8.0);
    QCOMPARE(document()->job(0).duration.value_or(0), 7.0);
    const QModelIndex size = table()->model()->index(1, ui::JobTableModel::SizeColumn);
    QVERIFY2(size.data().toString().startsWith(u'8'), qPrintable(size.data().toString()));
    QTest::keyClick(duration, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document()->job(1).duration.value_or(0), 6.0);
}

void TestModels::whatIsLeftOutIsSaid()
{
    batch::Batch batch = support::quickBatch(1, 0);
    batch.jobs.append(veoBatch(1).jobs);
    batch.jobs[1].duration = 30; // Veo makes 8 s at most
    open(batch);
    QTRY_COMPARE(m_window->session()->runnableCount(), 1);
    m_window->session()->run();
    QTRY_VERIFY(says(m_window.get(), u"left out of this run"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->stateOf(document()->job(0).id),
                              batch::JobState::Succeeded, 90'000);
    QCOMPARE(m_window->session()->stateOf(document()->job(1).id), batch::JobState::Draft);
}

void TestModels::theSidePaneRemembersItsPage()
{
    open(veoBatch(1));
    const auto page = [this] { return m_window->findChild<ui::SidePane *>()->page(); };
    QCOMPARE(page(), ui::SidePane::Page::Results);
    auto *tabs = support::named<QTabBar>(m_window.get(), u"Results or parameters"_s);
    QVERIFY(tabs);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    QCOMPARE(page(), ui::SidePane::Page::Parameters);
    m_window.reset();
    open(veoBatch(1));
    QCOMPARE(page(), ui::SidePane::Page::Parameters);
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(page(), ui::SidePane::Page::Results);
}

void TestModels::nothingFlashesUp()
{
    // A widget that is shown before it has a parent is a window for a moment.
    const ShownWindows shown;
    open(veoBatch(3));
    m_window->findChild<ui::SidePane *>()->show(ui::SidePane::Page::Parameters);
    auto *form = m_window->findChild<ui::Inspector *>();
    QTRY_VERIFY(support::named<QAbstractSpinBox>(form, u"Duration"_s));
    table()->selectAll();
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<ui::ModelBrowser *>());
    QTRY_VERIFY(m_window->findChild<ui::ModelBrowser *>()->isVisible());
    QCOMPARE(shown.names.join(u' '), u"ui::MainWindow ui::ModelBrowser"_s);
}

QTEST_MAIN(TestModels)
#include "test_models.moc"
