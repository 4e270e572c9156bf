// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window as a person uses it: real clicks and keys, a real sandbox, real files.
#include "window/mainwindow.h"

#include "catalog/catalog.h"
#include "jobs/table/jobtablemodel.h"
#include "results/preview/videopreview.h"
#include "sandbox/sandbox.h"
#include "session/document/batchdocument.h"
#include "support/windowdriver.h"

#include <QAccessible>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
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
using ui::JobTableModel;
using ui::MainWindow;

namespace {

constexpr int runTimeout = 90'000; // ms; the sandbox draws and encodes for real

/// The sandbox's faults are met through a server of the test's own.
std::unique_ptr<sandbox::Sandbox> startServer(const QStringList &faults)
{
    sandbox::Options options;
    options.speed = 600;
    options.models = catalog::Catalog::builtIn().toSnapshot();
    options.faults = *sandbox::Faults::parse(faults);
    auto server = std::make_unique<sandbox::Sandbox>(std::move(options));
    if (const auto started = server->start(); !started)
        qFatal("%s", qPrintable(started.error()));
    return server;
}

QAccessibleInterface *findAccessible(QAccessibleInterface *root, const QString &name,
                                     QAccessible::Role role)
{
    if (!root)
        return nullptr;
    if (root->role() == role && root->text(QAccessible::Name) == name && !root->state().invisible)
        return root;
    for (int i = 0; i < root->childCount(); ++i) {
        if (QAccessibleInterface *found = findAccessible(root->child(i), name, role))
            return found;
    }
    return nullptr;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void startsOnTheSandboxAndSaysThatItIsFree();
    void opensEditsUndoesRunsAndShows();
    void failuresAreToldAtTheJobAndRetried();
    void stopFetchesWhatWasSubmitted();
    void closingDuringARunAsks();
    void aWrongKeyPausesAndSaysSo();
    void aNameOnlyClientCanRunAndRead();
    void aBrokenFileIsToldAndLeavesTheWindowRunning();

private:
    void open(const ui::RunOptions &options, const QString &path);
    void openQuick(const ui::RunOptions &options, int images, int videos);
    JobState stateOf(int row) const;
    int count(JobState state) const;
    QAbstractItemModel *model() const { return table()->model(); }
    QTableView *table() const { return m_window->findChild<QTableView *>(); }
    void press(const QString &button);
    bool shows(const QString &words) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    QSettings().clear();
    qunsetenv("ATLAS_CLOUD_API_KEY");
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
}

void TestMainWindow::open(const ui::RunOptions &options, const QString &path)
{
    m_window = std::make_unique<MainWindow>(options);
    m_window->resize(1100, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QSignalSpy reset(m_window->document(), &ui::BatchDocument::wasReset);
    m_window->openFile(path);
    QVERIFY(reset.wait());
}

void TestMainWindow::openQuick(const ui::RunOptions &options, int images, int videos)
{
    open(options, support::writeBatchFile(support::quickBatch(images, videos), m_folder->path()));
}

JobState TestMainWindow::stateOf(int row) const
{
    return m_window->session()->stateOf(m_window->document()->job(row).id);
}

int TestMainWindow::count(JobState state) const
{
    int number = 0;
    for (int row = 0; row < m_window->document()->jobCount(); ++row)
        number += stateOf(row) == state;
    return number;
}

void TestMainWindow::press(const QString &name)
{
    auto *button = support::named<QToolButton>(m_window.get(), name);
    QVERIFY2(button, qPrintable(name));
    QTRY_VERIFY2(button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

bool TestMainWindow::shows(const QString &words) const
{
    return !support::accessibleNames(m_window.get()).filter(QRegularExpression(words)).isEmpty();
}

void TestMainWindow::startsOnTheSandboxAndSaysThatItIsFree()
{
    MainWindow window{ui::RunOptions()};
    window.show();
    QVERIFY(window.session()->isSandbox());
    QTRY_VERIFY(!support::accessibleNames(&window).filter(u"free"_s).isEmpty());
}

void TestMainWindow::opensEditsUndoesRunsAndShows()
{
    const QString path = m_folder->filePath(u"weekly.yaml"_s);
    QVERIFY(QFile::copy(QStringLiteral(RUSHES_SOURCE_DIR) + u"/resources/examples/weekly.yaml"_s,
                        path));
    ui::RunOptions options;
    options.sandbox = true;
    options.sandboxSpeed = 120;
    open(options, path);
    QCOMPARE(m_window->document()->jobCount(), 3);
    QTRY_VERIFY(shows(u"\\$0\\.52"_s));

    // Edit a prompt with the keyboard, and undo it.
    const QString original = m_window->document()->job(0).prompt;
    const QModelIndex prompt = model()->index(0, JobTableModel::PromptColumn);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(prompt).center());
    QTest::keyClick(table(), Qt::Key_F2);
    auto *editor = table()->findChild<QPlainTextEdit *>();
    QTRY_VERIFY(editor && editor->isVisible());
    editor->selectAll();
    QTest::keyClicks(editor, u"A calm sea at dawn"_s);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_window->document()->job(0).prompt, u"A calm sea at dawn"_s);
    QVERIFY(m_window->isWindowModified());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_window->document()->job(0).prompt, original);
    QVERIFY(!m_window->isWindowModified());

    press(u"Run"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 3, runTimeout);
    QTRY_VERIFY(!m_window->session()->isRunning());

    // The bill: 0.06 for the image, 0.22 and 0.24 for the clips.
    QTRY_VERIFY(shows(u"Spent: \\$0\\.52"_s));
    QFile manifest(m_folder->filePath(u"weekly_content/manifest.json"_s));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(manifest.readAll())[u"total_cost"_s].toDouble(), 0.52);

    // The image shows in the preview.
    const QModelIndex imageName = model()->index(0, JobTableModel::NameColumn);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(imageName).center());
    auto *image = support::named<QWidget>(m_window.get(), u"Image preview"_s);
    QTRY_VERIFY((image = support::named<QWidget>(m_window.get(), u"Image preview"_s)));
    const auto colors = [](const QImage &grabbed) {
        QSet<QRgb> seen;
        for (int y = 0; y < grabbed.height(); y += 4) {
            for (int x = 0; x < grabbed.width(); x += 4)
                seen.insert(grabbed.pixel(x, y));
        }
        return seen.size();
    };
    QTRY_VERIFY(colors(image->grab().toImage()) > 100);

    // The clip plays: two frames differ.
    const QModelIndex videoName = model()->index(1, JobTableModel::NameColumn);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(videoName).center());
    QWidget *video = nullptr;
    QTRY_VERIFY((video = support::named<QWidget>(m_window.get(), u"Video preview"_s)));
    QAbstractButton *play = nullptr;
    QTRY_VERIFY((play = support::named<QAbstractButton>(m_window.get(), u"Play"_s)));
    QTest::mouseClick(play, Qt::LeftButton);
    QTRY_VERIFY(support::named<QAbstractButton>(m_window.get(), u"Pause"_s));
    auto *player = m_window->findChild<ui::VideoPreview *>();
    QVERIFY(player);
    QTRY_VERIFY_WITH_TIMEOUT(player->position() > 200, 20'000);
    const QImage first = video->grab().toImage();
    const qint64 position = player->position();
    QTRY_VERIFY_WITH_TIMEOUT(player->position() > position + 500, 20'000);
    QTRY_VERIFY(video->grab().toImage() != first);
}

void TestMainWindow::failuresAreToldAtTheJobAndRetried()
{
    qputenv("ATLAS_CLOUD_API_KEY", "test-key");
    auto server = startServer({u"moderated=1"_s});
    ui::RunOptions options;
    options.baseUrl = server->baseUrl();
    options.timeScale = 600;
    openQuick(options, 2, 0);
    QVERIFY(!m_window->session()->isSandbox());
    press(u"Run"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Failed), 2, runTimeout);
    QTRY_VERIFY(shows(u"failed"_s));
    const QModelIndex state = model()->index(0, JobTableModel::StateColumn);
    const QString error =
        m_window->session()->progressOf(m_window->document()->job(0).id)->result.error;
    QVERIFY(!error.isEmpty());
    QVERIFY(state.data(Qt::AccessibleTextRole).toString().contains(error));
    // Nothing that failed is charged.
    QTRY_VERIFY(shows(u"Spent: \\$0\\.00"_s));
    QVERIFY(!QApplication::activeModalWidget());

    QCOMPARE(server->tally().accepted, 2);
    press(u"Retry failed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(server->tally().accepted, 4, runTimeout);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Failed), 2, runTimeout);
}

void TestMainWindow::stopFetchesWhatWasSubmitted()
{
    ui::RunOptions options;
    options.sandbox = true;
    options.sandboxSpeed = 20;
    openQuick(options, 8, 0);
    press(u"Run"_s);
    QTRY_VERIFY_WITH_TIMEOUT(count(JobState::Generating) >= 1, runTimeout);
    press(u"Stop"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->session()->isRunning(), runTimeout);
    const int made = count(JobState::Succeeded);
    QVERIFY(made >= 1);
    QVERIFY(made < 8);
    QCOMPARE(made + count(JobState::Cancelled), 8);

    // What was not run can be run afterwards.
    press(u"Run"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 8, runTimeout);
}

void TestMainWindow::closingDuringARunAsks()
{
    ui::RunOptions options;
    options.sandbox = true;
    options.sandboxSpeed = 20;
    openQuick(options, 4, 0);
    press(u"Run"_s);
    QTRY_VERIFY_WITH_TIMEOUT(count(JobState::Generating) >= 1, runTimeout);
    m_window->close();
    QVERIFY(m_window->isVisible());
    const auto button = [this](const QString &text) -> QPushButton * {
        for (QPushButton *each : m_window->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text() == text
                && qobject_cast<QMessageBox *>(each->window()))
                return each;
        }
        return nullptr;
    };
    QTRY_VERIFY(button(u"Cancel"_s));
    QTest::mouseClick(button(u"Cancel"_s), Qt::LeftButton);
    QTRY_VERIFY(!button(u"Cancel"_s));
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->session()->isRunning());

    m_window->close();
    QTRY_VERIFY(button(u"Stop"_s));
    QTest::mouseClick(button(u"Stop"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), runTimeout);
    QVERIFY(!m_window->session()->isRunning());
    QCOMPARE(count(JobState::Generating) + count(JobState::Downloading), 0);
}

void TestMainWindow::aWrongKeyPausesAndSaysSo()
{
    qputenv("ATLAS_CLOUD_API_KEY", "wrong-key");
    sandbox::Options serverOptions;
    serverOptions.keys = {"right-key"};
    serverOptions.speed = 600;
    serverOptions.models = catalog::Catalog::builtIn().toSnapshot();
    sandbox::Sandbox server(std::move(serverOptions));
    QVERIFY(server.start());
    ui::RunOptions options;
    options.baseUrl = server.baseUrl();
    options.timeScale = 600;
    openQuick(options, 2, 0);
    press(u"Run"_s);
    QPushButton *goOn = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((goOn = support::named<QPushButton>(m_window.get(), u"Go on"_s)),
                             runTimeout);
    QVERIFY(m_window->session()->isRunning());
    QCOMPARE(server.tally().accepted, 0);

    qputenv("ATLAS_CLOUD_API_KEY", "right-key");
    QTest::mouseClick(goOn, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 2, runTimeout);
    QTRY_VERIFY(!support::named<QPushButton>(m_window.get(), u"Go on"_s));
    QVERIFY(support::accessibleNames(m_window.get()).filter(u"-key"_s).isEmpty());
}

void TestMainWindow::aNameOnlyClientCanRunAndRead()
{
    QAccessible::setActive(true);
    ui::RunOptions options;
    options.sandbox = true;
    options.sandboxSpeed = 600;
    openQuick(options, 2, 0);
    QAccessibleInterface *root = QAccessible::queryAccessibleInterface(m_window.get());
    QAccessibleInterface *run = findAccessible(root, u"Run"_s, QAccessible::Button);
    QVERIFY(run);
    QTRY_VERIFY(!run->state().disabled);
    run->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 2, runTimeout);

    QAccessibleInterface *cells =
        findAccessible(root, table()->accessibleName(), QAccessible::Table);
    QVERIFY(cells && cells->tableInterface());
    QAccessibleInterface *state = cells->tableInterface()->cellAt(0, JobTableModel::StateColumn);
    QVERIFY(state);
    QVERIFY2(state->text(QAccessible::Name).contains(u"Succeeded"_s),
             qPrintable(state->text(QAccessible::Name)));
    QTRY_VERIFY(shows(u"^Total.*\\$0\\.08"_s));
}

void TestMainWindow::aBrokenFileIsToldAndLeavesTheWindowRunning()
{
    openQuick({}, 2, 0);
    const QString bad = m_folder->filePath(u"bad.yaml"_s);
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("jobs:\n  - name: [\n");
    file.close();
    m_window->openFile(bad);
    QTRY_VERIFY(shows(u"bad\\.yaml could not be opened"_s));
    QCOMPARE(m_window->document()->jobCount(), 2);
    QVERIFY(!QApplication::activeModalWidget());
}

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
