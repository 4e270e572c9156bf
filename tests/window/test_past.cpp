// SPDX-License-Identifier: GPL-3.0-or-later
//
// A batch that is opened again, as a person meets it: real clicks, a real ledger, real sandboxes.
#include "account/preferences.h"
#include "catalog/catalog.h"
#include "held/helddialog.h"
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "sandbox/sandbox.h"
#include "session/document/batchdocument.h"
#include "session/past/batchpast.h"
#include "store/batchlock.h"
#include "store/ledger.h"
#include "store/submission.h"
#include "support/windowdriver.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using batch::JobState;
using ui::MainWindow;

namespace {

constexpr int runTimeout = 90'000; // ms; the sandbox draws and encodes for real

} // namespace

class TestPast : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void leaveForLaterAndResumeByAClick();
    void thePreferenceResumesWithoutAQuestion();
    void heldOnesAreLookedAtAndDecidedAbout();
    void theTableOffersTheSameForHeldOnes();
    void theTableOffersToForgetWhatIsNotFetched();
    void whoElseRunsTheBatchIsSaid();
    void whatAnotherProgramLeftIsOffered_data();
    void whatAnotherProgramLeftIsOffered();
    void aDamagedLedgerIsKeptAsideByAClick();
    void theNetworkGoesAndComesBack();
    void theMonthlyLimitPausesAndGoesOn();
    void theBudgetIsRaisedWhereItIsShown();
    void aShortBalanceIsSaidBeforeTheRun();
    void thePreferencesOpenByTheirKey();
    void whatCostsMoneyIsSavedFirst();

private:
    std::unique_ptr<sandbox::Sandbox> startServer(const QStringList &faults, double speed = 600,
                                                  quint16 port = 0) const;
    ui::RunOptions optionsFor(const sandbox::Sandbox &server) const;
    void open(const ui::RunOptions &options, const QString &path);
    QString path() const { return m_folder->filePath(u"quick.yaml"_s); }
    void writeQuick(int images);
    JobState stateOf(int row) const;
    int count(JobState state) const;
    QTableView *table() const { return m_window->findChild<QTableView *>(); }
    QAction *action(const QString &text) const;
    /// Presses the line's or dialog's button of that name as soon as it is there.
    template <typename Button = QPushButton>
    void press(const QString &name, const QWidget *root = nullptr);
    bool shows(const QString &words, const QWidget *root = nullptr) const;
    void runToHeld(int images);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestPast::init()
{
    QSettings().clear();
    account::setPreferences({});
    qputenv("ATLAS_CLOUD_API_KEY", "test-key");
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPast::cleanup()
{
    m_window.reset();
    qunsetenv("ATLAS_CLOUD_API_KEY");
}

std::unique_ptr<sandbox::Sandbox> TestPast::startServer(const QStringList &faults, double speed,
                                                        quint16 port) const
{
    sandbox::Options options;
    options.speed = speed;
    options.port = port;
    options.stateFile = m_folder->filePath(u"server.jsonl"_s);
    options.models = catalog::Catalog::builtIn().toSnapshot();
    options.faults = *sandbox::Faults::parse(faults);
    auto server = std::make_unique<sandbox::Sandbox>(std::move(options));
    if (const auto started = server->start(); !started)
        qFatal("%s", qPrintable(started.error()));
    return server;
}

ui::RunOptions TestPast::optionsFor(const sandbox::Sandbox &server) const
{
    ui::RunOptions options;
    options.baseUrl = server.baseUrl();
    options.timeScale = 600;
    return options;
}

void TestPast::writeQuick(int images)
{
    support::writeBatchFile(support::quickBatch(images, 0), m_folder->path());
}

void TestPast::open(const ui::RunOptions &options, const QString &path)
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(options);
    m_window->resize(1100, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QSignalSpy reset(m_window->document(), &ui::BatchDocument::wasReset);
    m_window->openFile(path);
    QVERIFY(reset.wait());
}

JobState TestPast::stateOf(int row) const
{
    return m_window->session()->stateOf(m_window->document()->job(row).id);
}

int TestPast::count(JobState state) const
{
    int number = 0;
    for (int row = 0; row < m_window->document()->jobCount(); ++row)
        number += stateOf(row) == state;
    return number;
}

QAction *TestPast::action(const QString &text) const
{
    for (QAction *each : m_window->findChildren<QAction *>()) {
        if (each->iconText() == text)
            return each;
    }
    return nullptr;
}

template <typename Button>
void TestPast::press(const QString &name, const QWidget *root)
{
    const QWidget *from = root ? root : m_window.get();
    Button *button = nullptr;
    const auto ready = [&] {
        button = support::named<Button>(from, name);
        return button && button->isEnabled();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(ready(), qPrintable(name), runTimeout);
    QTest::mouseClick(button, Qt::LeftButton);
}

bool TestPast::shows(const QString &words, const QWidget *root) const
{
    return !support::accessibleNames(root ? root : m_window.get())
                .filter(QRegularExpression(words))
                .isEmpty();
}

void TestPast::leaveForLaterAndResumeByAClick()
{
    auto server = startServer({}, 10);
    writeQuick(3);
    ui::RunOptions options = optionsFor(*server);
    open(options, path());
    press<QToolButton>(u"Run"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Generating), 3, runTimeout);

    // Closing asks, and nothing is lost by leaving.
    m_window->close();
    QMessageBox *question = nullptr;
    QTRY_VERIFY((question = m_window->findChild<QMessageBox *>()) && question->isVisible());
    QVERIFY(question->informativeText().contains(u"nothing is lost"_s));
    for (QAbstractButton *button : question->buttons()) {
        if (button->text() == u"Leave for later"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 10'000);

    open(options, path());
    QTRY_VERIFY(shows(u"^3 results? are paid for and not fetched yet|^3 result\\(s\\) are paid"_s));
    QCOMPARE(count(JobState::Generating), 3);
    QVERIFY(!m_window->session()->isRunning());
    QTRY_VERIFY(shows(u"Under way: \\$0\\.12"_s));
    press(u"Resume"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 3, runTimeout);
    QCOMPARE(server->tally().accepted, 3);
    QTRY_VERIFY(!support::named<QPushButton>(m_window.get(), u"Resume"_s));

    // And once more: everything is there, and nothing to run.
    QTRY_VERIFY(!m_window->session()->isRunning());
    open(options, path());
    QTRY_COMPARE(count(JobState::Succeeded), 3);
    QTRY_VERIFY(shows(u"Spent: \\$0\\.12"_s));
    QTRY_VERIFY(shows(u"^3 of 3 done$"_s));
    QVERIFY(!action(u"Run"_s)->isEnabled());
    QTRY_VERIFY(support::named<QWidget>(m_window.get(), u"Image preview"_s));
}

void TestPast::thePreferenceResumesWithoutAQuestion()
{
    auto server = startServer({}, 10);
    writeQuick(2);
    const ui::RunOptions options = optionsFor(*server);
    open(options, path());
    press<QToolButton>(u"Run"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Generating), 2, runTimeout);
    QVERIFY(action(u"Leave for later"_s)->isEnabled());
    action(u"Leave for later"_s)->trigger();
    QTRY_VERIFY(!m_window->session()->isRunning());
    QTRY_VERIFY(shows(u"are paid for and not fetched yet"_s));

    account::setPreferences({{}, true});
    open(options, path());
    QTRY_VERIFY(shows(u"^Fetching 2 result"_s));
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 2, runTimeout);
    QTRY_VERIFY(!shows(u"^Fetching 2 result"_s));
    QCOMPARE(server->tally().accepted, 2);
}

/// Opens a batch whose every submission was accepted without an answer.
void TestPast::runToHeld(int images)
{
    writeQuick(images);
    auto server = startServer({u"reset-after=1"_s});
    open(optionsFor(*server), path());
    press<QToolButton>(u"Run"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Unresolved), images, runTimeout);
    QTRY_VERIFY(!m_window->session()->isRunning());
}

void TestPast::heldOnesAreLookedAtAndDecidedAbout()
{
    runToHeld(3);
    QTRY_VERIFY(shows(u"^3 submission.*may or may not have been accepted"_s));
    const int port = m_window->session()->server()->baseUrl().port();

    auto server = startServer({}, 600, static_cast<quint16>(port));
    open(optionsFor(*server), path());
    QTRY_VERIFY(shows(u"^3 submission.*may or may not have been accepted"_s));
    QVERIFY(!m_window->session()->isRunning());
    press(u"Look at them"_s);
    QPointer<ui::HeldDialog> dialog;
    QTRY_VERIFY((dialog = m_window->findChild<ui::HeldDialog *>()) && dialog->isVisible());
    auto *list = dialog->findChild<QTableView *>();
    QCOMPARE(list->model()->rowCount(), 3);
    auto *request = dialog->findChild<QPlainTextEdit *>();
    const QString prompt = m_window->document()->job(0).prompt;
    QVERIFY(request->toPlainText().startsWith(prompt));
    QVERIFY(request->toPlainText().contains(u"width: 256"_s));
    press(u"Copy request"_s, dialog);
    QCOMPARE(QGuiApplication::clipboard()->text(), request->toPlainText());

    // The first is forgotten by keyboard, and is a draft again.
    list->setFocus();
    auto *forget = support::named<QPushButton>(dialog, u"Forget"_s);
    forget->setFocus();
    QTest::keyClick(forget, Qt::Key_Space);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QCOMPARE(stateOf(0), JobState::Draft);

    // Both others go once more; the dialog has nothing left to ask.
    press(u"Select all"_s, dialog);
    QVERIFY(shows(u"^2 submission"_s, dialog));
    press(u"Submit again"_s, dialog);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 2, runTimeout);
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(!m_window->session()->isRunning());
    QCOMPARE(stateOf(0), JobState::Draft);
    QVERIFY(!shows(u"may or may not have been accepted"_s));
    QCOMPARE(server->tally().submissions, 2);
}

void TestPast::theTableOffersTheSameForHeldOnes()
{
    runToHeld(2);
    auto *jobs = m_window->findChild<ui::JobTable *>();
    jobs->selectJob(m_window->document()->job(0).id);
    table()->selectRow(0);
    emit table()->customContextMenuRequested(QPoint(5, 5));
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = table()->findChild<QMenu *>()) && menu->isVisible());
    QAction *forget = nullptr;
    QAction *submit = nullptr;
    for (QAction *each : menu->actions()) {
        if (each->text() == u"Forget"_s)
            forget = each;
        if (each->text() == u"Submit again"_s)
            submit = each;
    }
    QVERIFY(forget && submit);
    forget->trigger();
    menu->close();
    QMessageBox *question = nullptr;
    QTRY_VERIFY((question = m_window->findChild<QMessageBox *>()) && question->isVisible());
    for (QAbstractButton *button : question->buttons()) {
        if (button->text() == u"Forget"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(stateOf(0), JobState::Draft);
    QCOMPARE(stateOf(1), JobState::Unresolved);
    QTRY_VERIFY(shows(u"^1 submission"_s));
}

void TestPast::theTableOffersToForgetWhatIsNotFetched()
{
    auto server = startServer({}, 10);
    writeQuick(2);
    open(optionsFor(*server), path());
    press<QToolButton>(u"Run"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Generating), 2, runTimeout);
    const auto forgetAction = [this]() -> QAction * {
        table()->selectRow(0);
        emit table()->customContextMenuRequested(QPoint(5, 5));
        QAction *found = nullptr;
        for (QMenu *menu : table()->findChildren<QMenu *>()) {
            for (QAction *each : menu->actions()) {
                if (each->text() == u"Forget"_s)
                    found = each;
                // Its fate is known: there is nothing to be submitted a second time.
                if (each->text() == u"Submit again"_s)
                    QTest::qFail("Submit again is offered", __FILE__, __LINE__);
            }
            menu->close();
        }
        return found;
    };
    QVERIFY(!forgetAction());
    action(u"Leave for later"_s)->trigger();
    QTRY_VERIFY(!m_window->session()->isRunning());

    QAction *forget = forgetAction();
    QVERIFY(forget);
    forget->trigger();
    QMessageBox *question = nullptr;
    QTRY_VERIFY((question = m_window->findChild<QMessageBox *>()) && question->isVisible());
    QCOMPARE(question->text(), u"Give up what was paid for?"_s);
    QVERIFY(question->informativeText().contains(u"stays on the bill"_s));
    QVERIFY(!question->informativeText().contains(u"no longer counts"_s));
    for (QAbstractButton *button : question->buttons()) {
        if (button->text() == u"Forget"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(stateOf(0), JobState::Draft);
    QCOMPARE(stateOf(1), JobState::Generating);
    QTRY_VERIFY(shows(u"Spent: \\$0\\.04"_s));
}

void TestPast::whoElseRunsTheBatchIsSaid()
{
    auto server = startServer({});
    writeQuick(2);
    auto lock = *store::BatchLock::acquire(store::batchName(path()),
                                           m_folder->filePath(u"pipeline_output"_s));
    open(optionsFor(*server), path());
    const QString who = u"\\(process %1\\)"_s.arg(QCoreApplication::applicationPid());
    QTRY_VERIFY(shows(who + u" is running this batch\\."_s));

    press(u"Watch"_s);
    QTRY_VERIFY(shows(u"^Watching .*"_s + who));
    QTRY_VERIFY(!action(u"Run"_s)->isEnabled());
    QVERIFY(action(u"Run"_s)->toolTip().contains(u"is running this batch"_s));
    // What one writes meanwhile is no matter of the run.
    batch::Job edited = m_window->document()->job(0);
    edited.prompt = u"Something else"_s;
    m_window->document()->changeJob(0, edited, u"Edit"_s);
    press(u"Don't watch"_s);
    QTRY_VERIFY(action(u"Run"_s)->isEnabled());

    press<QToolButton>(u"Run"_s);
    press(u"Wait"_s);
    QTRY_VERIFY(shows(u"^Waiting for .*"_s + who));
    QVERIFY(!m_window->session()->isRunning());
    QCOMPARE(server->tally().submissions, 0);
    lock.reset();
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 2, runTimeout);
    QVERIFY(!shows(u"is running this batch"_s));
}

void TestPast::whatAnotherProgramLeftIsOffered_data()
{
    QTest::addColumn<bool>("watching");
    QTest::newRow("watching") << true;
    QTest::newRow("not watching") << false;
}

void TestPast::whatAnotherProgramLeftIsOffered()
{
    QFETCH(bool, watching);
    auto server = startServer({});
    writeQuick(2);
    auto lock = *store::BatchLock::acquire(store::batchName(path()),
                                           m_folder->filePath(u"pipeline_output"_s));
    store::Ledger ledger;
    const auto kept = [](const tl::expected<void, store::StoreError> &done) { QVERIFY(done); };
    store::Intent intent;
    intent.submission = u"s-%1"_s.arg(m_folder->path());
    intent.batch = store::batchName(path());
    intent.server = store::serverName(server->baseUrl());
    intent.job = support::quickBatch(1, 0).jobs.first();
    intent.estimate = batch::Cost::fromUsd(0.04);
    intent.at = QDateTime::currentDateTimeUtc();
    ledger.recordIntent(intent, kept);
    ledger.recordAccepted(intent.submission, u"p1"_s, kept);

    open(optionsFor(*server), path());
    if (watching)
        press(u"Watch"_s);
    else
        QTRY_VERIFY(support::named<QPushButton>(m_window.get(), u"Watch"_s));
    QTRY_COMPARE(stateOf(0), JobState::Generating);
    QVERIFY(!support::named<QPushButton>(m_window.get(), u"Resume"_s));

    // It ends without having fetched it.
    lock.reset();
    QTRY_VERIFY_WITH_TIMEOUT(support::named<QPushButton>(m_window.get(), u"Resume"_s), 20'000);
    QVERIFY(!shows(u"is running this batch"_s));
    QVERIFY(!m_window->session()->isRunning());
}

void TestPast::aDamagedLedgerIsKeptAsideByAClick()
{
    const QByteArray home = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toUtf8());
    QVERIFY(QDir().mkpath(m_folder->filePath(u"data/rushes"_s)));
    QFile damaged(store::Ledger::defaultPath());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(8192, 'x'));
    damaged.close();

    auto server = startServer({});
    writeQuick(1);
    open(optionsFor(*server), path());
    const QString button = u"Keep it aside and begin a new one"_s;
    QTRY_VERIFY(support::named<QPushButton>(m_window.get(), button));
    press<QToolButton>(u"Run"_s);
    QTRY_VERIFY(!m_window->session()->isStarting());
    QCOMPARE(server->tally().submissions, 0);
    press(button);
    QTRY_VERIFY(shows(u"The damaged ledger is kept as "_s));
    QTRY_VERIFY(!support::named<QPushButton>(m_window.get(), button));
    press<QToolButton>(u"Run"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 1, runTimeout);
    QTRY_VERIFY(!m_window->session()->isRunning());
    m_window.reset();
    qputenv("XDG_DATA_HOME", home);
}

void TestPast::theNetworkGoesAndComesBack()
{
    auto server = startServer({}, 10);
    const auto port = static_cast<quint16>(server->baseUrl().port());
    writeQuick(2);
    ui::RunOptions options = optionsFor(*server);
    open(options, path());
    press<QToolButton>(u"Run"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Generating), 2, runTimeout);
    server.reset();
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"^The network is away"_s), runTimeout);
    QVERIFY(support::named<QPushButton>(m_window.get(), u"Leave for later"_s));
    QVERIFY(support::named<QPushButton>(m_window.get(), u"Stop"_s));
    QVERIFY(!support::named<QPushButton>(m_window.get(), u"Go on"_s));

    server = startServer({}, 600, port);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 2, runTimeout);
    QTRY_VERIFY(!shows(u"^The network is away"_s));
    QCOMPARE(server->tally().accepted, 2);
}

void TestPast::theMonthlyLimitPausesAndGoesOn()
{
    account::setPreferences({batch::Cost::fromUsd(0.05), false});
    auto server = startServer({});
    writeQuick(2);
    open(optionsFor(*server), path());
    press<QToolButton>(u"Run"_s);
    const auto paused = [this] {
        const auto &progress = m_window->session()->batchProgress();
        return progress && progress->paused == engine::PauseReason::MonthlyLimit;
    };
    QTRY_VERIFY_WITH_TIMEOUT(paused(), runTimeout);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 1, runTimeout);
    // The line says what is left, and the way to change it.
    QTRY_VERIFY(shows(u"\\$0\\.05"_s));
    QVERIFY(support::named<QPushButton>(m_window.get(), u"Preferences…"_s));
    m_window->session()->setMonthlyLimit(batch::Cost::fromUsd(1));
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 2, runTimeout);
}

void TestPast::theBudgetIsRaisedWhereItIsShown()
{
    auto server = startServer({});
    batch::Batch batch = support::quickBatch(2, 0);
    batch.settings.budget = batch::Cost::fromUsd(0.05);
    support::writeBatchFile(batch, m_folder->path());
    open(optionsFor(*server), path());
    press<QToolButton>(u"Run"_s);
    press(u"Change the budget"_s);
    QWidget *field = nullptr;
    QTRY_VERIFY((field = QApplication::focusWidget()));
    QTest::keyClicks(field, u"1"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 2, runTimeout);
    QCOMPARE(m_window->document()->batch().settings.budget, batch::Cost::fromUsd(1));
}

void TestPast::aShortBalanceIsSaidBeforeTheRun()
{
    sandbox::Options serverOptions;
    serverOptions.speed = 600;
    serverOptions.balance = batch::Cost::fromUsd(0.05);
    serverOptions.models = catalog::Catalog::builtIn().toSnapshot();
    sandbox::Sandbox server(std::move(serverOptions));
    QVERIFY(server.start());
    writeQuick(2);
    open(optionsFor(server), path());
    press<QToolButton>(u"Run"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"The balance is \\$0\\.05"_s), runTimeout);
    QCOMPARE(server.tally().submissions, 0);
    press(u"Run anyway"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 1, runTimeout);
    // Then it really is used up.
    QTRY_VERIFY_WITH_TIMEOUT(support::named<QPushButton>(m_window.get(), u"Go on"_s), runTimeout);
}

void TestPast::thePreferencesOpenByTheirKey()
{
    auto server = startServer({});
    writeQuick(1);
    open(optionsFor(*server), path());
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    const auto opened = [this] {
        const QList<QDialog *> dialogs = m_window->findChildren<QDialog *>();
        return std::any_of(dialogs.begin(), dialogs.end(),
                           [](const QDialog *dialog) { return dialog->isVisible(); });
    };
    QTRY_VERIFY(opened());
}

void TestPast::whatCostsMoneyIsSavedFirst()
{
    const auto server = startServer({});
    m_window = std::make_unique<MainWindow>(optionsFor(*server));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(!m_window->session()->isSandbox());
    m_window->document()->insertJobs(0, support::quickBatch(1, 0).jobs, u"Add"_s);
    QAction *run = action(u"Run"_s);
    QTRY_VERIFY(run->isEnabled());

    run->trigger();
    QMessageBox *question = nullptr;
    QTRY_VERIFY((question = m_window->findChild<QMessageBox *>()) && question->isVisible());
    const auto choose = [&question](const QString &text) {
        for (QAbstractButton *button : question->buttons()) {
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    };
    choose(u"Cancel"_s);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    QVERIFY(!m_window->session()->isRunning());
    QVERIFY(!m_window->session()->isStarting());
    QCOMPARE(server->tally().submissions, 0);

    run->trigger();
    QTRY_VERIFY((question = m_window->findChild<QMessageBox *>()) && question->isVisible());
    choose(u"Save and run"_s);
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_window->findChild<QFileDialog *>()) && dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>();
    name->setText(m_folder->filePath(u"new.yaml"_s));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 1, runTimeout);
    QCOMPARE(m_window->document()->path(), m_folder->filePath(u"new.yaml"_s));
    QCOMPARE(server->tally().accepted, 1);
}

QTEST_MAIN(TestPast)
#include "test_past.moc"
