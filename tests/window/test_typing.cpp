// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is being typed when something is done with the batch: in a cell or a field that keeps the
// focus, as a tool bar button or a shortcut takes it from none.
#include "cost/moneyfield.h"
#include "inspector/variations/variationscard.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "session/document/batchdocument.h"
#include "support/windowdriver.h"
#include "window/files/documentfiles.h"
#include "window/mainwindow.h"
#include "window/sidepane.h"

#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using ui::JobTableModel;

namespace {

const QString typed = u"A calm sea at dawn"_s;
constexpr int runTimeout = 60'000; // ms; the sandbox draws for real

} // namespace

class TestTyping : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aRunPaysForWhatIsSeen_data();
    void aRunPaysForWhatIsSeen();
    void aSaveWritesIt();
    void aBatchIsNotGivenUpWithIt_data();
    void aBatchIsNotGivenUpWithIt();
    void aSizeIsTakenToo();
    void fieldsAreTakenAndKeepTheFocus_data();
    void fieldsAreTakenAndKeepTheFocus();
    void aBudgetIsTaken();
    void undoTakesItBack();
    void aCopyHasIt();
    void takesStayWithTheirEntry();

private:
    ui::BatchDocument *document() const { return m_window->document(); }
    ui::JobTableView *table() const { return m_window->findChild<ui::JobTableView *>(); }
    QWidget *editCell(int row, JobTableModel::Column column) const;
    void typePrompt() const;
    void press(const QString &button) const;
    void showParameters() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::MainWindow> m_window;
    QString m_path;
};

void TestTyping::init()
{
    QSettings().clear();
    qunsetenv("ATLAS_CLOUD_API_KEY");
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = support::writeBatchFile(support::quickBatch(2, 0), m_folder->path());
    ui::RunOptions options;
    options.sandbox = true;
    options.sandboxSpeed = 600;
    m_window = std::make_unique<ui::MainWindow>(options);
    m_window->resize(1280, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QSignalSpy reset(document(), &ui::BatchDocument::wasReset);
    m_window->openFile(m_path);
    QVERIFY(reset.wait());
}

void TestTyping::cleanup()
{
    m_window.reset();
}

/// Opens the cell's editor and answers what has the focus in it.
QWidget *TestTyping::editCell(int row, JobTableModel::Column column) const
{
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(row, column));
    QTest::keyClick(table(), Qt::Key_F2);
    return QApplication::focusWidget();
}

void TestTyping::typePrompt() const
{
    auto *editor = qobject_cast<QPlainTextEdit *>(editCell(0, JobTableModel::PromptColumn));
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, typed);
    QVERIFY(document()->job(0).prompt != typed);
}

void TestTyping::press(const QString &name) const
{
    auto *button = support::named<QToolButton>(m_window.get(), name);
    QVERIFY2(button, qPrintable(name));
    QTRY_VERIFY2(button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestTyping::showParameters() const
{
    m_window->findChild<ui::SidePane *>()->show(ui::SidePane::Page::Parameters);
}

void TestTyping::aRunPaysForWhatIsSeen_data()
{
    QTest::addColumn<bool>("byButton");
    QTest::newRow("by the button") << true;
    QTest::newRow("by the shortcut") << false;
}

void TestTyping::aRunPaysForWhatIsSeen()
{
    QFETCH(bool, byButton);
    QTRY_VERIFY(support::named<QToolButton>(m_window.get(), u"Run"_s)->isEnabled());
    typePrompt();
    if (byButton)
        press(u"Run"_s);
    else
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(document()->job(0).prompt, typed);
    QVERIFY(table()->hasFocus());
    const auto isMade = [this](int row) {
        return m_window->session()->stateOf(document()->job(row).id) == batch::JobState::Succeeded;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isMade(0) && isMade(1), runTimeout);
    QTRY_VERIFY(!m_window->session()->isRunning());
    // What was made is of this prompt: another one would make the job a draft again.
    QVERIFY(isMade(0));
}

void TestTyping::aSaveWritesIt()
{
    typePrompt();
    QSignalSpy saved(m_window->findChild<ui::DocumentFiles *>(), &ui::DocumentFiles::saved);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(saved.wait());
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(file.readAll()).contains(typed));
    QVERIFY(!m_window->isWindowModified());
}

void TestTyping::aBatchIsNotGivenUpWithIt_data()
{
    QTest::addColumn<bool>("closes");
    QTest::newRow("a new one") << false;
    QTest::newRow("the end") << true;
}

void TestTyping::aBatchIsNotGivenUpWithIt()
{
    QFETCH(bool, closes);
    typePrompt();
    if (closes)
        m_window->close();
    else
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QMessageBox *question = nullptr;
    QTRY_VERIFY((question = m_window->findChild<QMessageBox *>()));
    QVERIFY(m_window->isVisible());
    QCOMPARE(document()->job(0).prompt, typed);
    question->reject();
}

void TestTyping::aSizeIsTakenToo()
{
    QWidget *width = editCell(0, JobTableModel::SizeColumn);
    QVERIFY(qobject_cast<QSpinBox *>(width));
    QTest::keySequence(width, QKeySequence::SelectAll);
    QTest::keyClicks(width, u"512"_s);
    QTest::keyClick(width, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(document()->job(0).width, 512);
    QVERIFY(table()->hasFocus());
}

void TestTyping::fieldsAreTakenAndKeepTheFocus_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("jobs at once") << u"Jobs at once"_s;
    QTest::newRow("for all jobs") << u"Width"_s;
}

void TestTyping::fieldsAreTakenAndKeepTheFocus()
{
    QFETCH(QString, field);
    table()->clearSelection();
    showParameters();
    auto *line = support::named<QWidget>(m_window.get(), field);
    QVERIFY(line);
    line->setFocus();
    QTest::keySequence(line, QKeySequence::SelectAll);
    QTest::keyClicks(line, u"17"_s);
    QVERIFY(!m_window->isWindowModified());
    QTest::keyClick(line, Qt::Key_S, Qt::ControlModifier);
    const batch::BatchSource &source = document()->source();
    QCOMPARE(field == u"Width"_s ? source.defaults.all.job.width.value_or(0)
                                 : source.settings.effectiveMaxWorkers(),
             17);
    QVERIFY(line->hasFocus());
}

void TestTyping::aBudgetIsTaken()
{
    press(u"Set a budget"_s);
    auto *budget = m_window->findChild<ui::MoneyField *>();
    QTRY_VERIFY(budget && budget->hasFocus());
    QTest::keyClicks(budget, u"7"_s);
    press(u"Save"_s);
    QVERIFY(!budget->isVisible());
    QCOMPARE(document()->source().settings.budget, batch::Cost::fromUsd(7));
}

void TestTyping::undoTakesItBack()
{
    batch::Job job = document()->job(1);
    job.prompt = u"Something else"_s;
    document()->changeJob(1, job, u"Edit"_s);
    const QString first = document()->job(0).prompt;
    typePrompt();
    press(u"Undo"_s);
    QCOMPARE(document()->job(0).prompt, first);
    QCOMPARE(document()->job(1).prompt, u"Something else"_s);
    press(u"Redo"_s);
    QCOMPARE(document()->job(0).prompt, typed);
}

void TestTyping::aCopyHasIt()
{
    typePrompt();
    press(u"Duplicate"_s);
    QCOMPARE(document()->job(0).prompt, typed);
    QCOMPARE(document()->job(1).prompt, typed);
    QCOMPARE(document()->jobCount(), 3);
}

void TestTyping::takesStayWithTheirEntry()
{
    table()->selectRows(0, 1);
    showParameters();
    auto *takes = support::named<QSpinBox>(m_window.get(), u"Takes"_s);
    QVERIFY(takes);
    takes->setFocus();
    QTest::keySequence(takes, QKeySequence::SelectAll);
    QTest::keyClicks(takes, u"5"_s);
    press(u"Add image"_s);
    QCOMPARE(document()->jobCount(), 3);
    QCOMPARE(document()->entry(0).count, 5);
    QCoreApplication::processEvents();
    QVERIFY(!document()->entry(1).count);
    QVERIFY(!document()->entry(2).count);
}

QTEST_MAIN(TestTyping)
#include "test_typing.moc"
