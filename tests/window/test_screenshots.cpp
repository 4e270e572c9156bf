// SPDX-License-Identifier: GPL-3.0-or-later
//
// Saves pictures of the window's main states to screenshots/ in the build folder, for people to
// look at: light and dark, English and Chinese, empty, ready, under way, done and failing.
#include "catalog/catalog.h"
#include "held/helddialog.h"
#include "jobs/table/jobtablemodel.h"
#include "results/preview/imagepreview.h"
#include "results/preview/videopreview.h"
#include "sandbox/sandbox.h"
#include "session/document/batchdocument.h"
#include "session/past/batchpast.h"
#include "store/batchlock.h"
#include "store/submission.h"
#include "support/windowdriver.h"
#include "window/looks.h"
#include "window/mainwindow.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using batch::JobState;

namespace {

constexpr int runTimeout = 90'000; // ms

} // namespace

class Screenshots : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void empty_data() { addLooks(); }
    void empty();
    void readyUnderWayAndDone_data() { addLooks(); }
    void readyUnderWayAndDone();
    void failing_data() { addLooks(); }
    void failing();
    void openedAgain_data() { addLooks(); }
    void openedAgain();
    void takenByAnother_data() { addLooks(); }
    void takenByAnother();
    void withoutNetwork_data() { addLooks(); }
    void withoutNetwork();

private:
    std::unique_ptr<ui::MainWindow> open(const ui::RunOptions &options, const batch::Batch &batch);
    std::unique_ptr<sandbox::Sandbox> serve(const QStringList &faults, double speed) const;
    static ui::RunOptions optionsFor(const sandbox::Sandbox &server);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void Screenshots::init()
{
    QSettings().clear();
    qunsetenv("ATLAS_CLOUD_API_KEY");
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<ui::MainWindow> Screenshots::open(const ui::RunOptions &options,
                                                  const batch::Batch &batch)
{
    auto window = std::make_unique<ui::MainWindow>(options);
    window->resize(1100, 700);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()))
        return nullptr;
    if (!batch.jobs.isEmpty()) {
        QSignalSpy reset(window->document(), &ui::BatchDocument::wasReset);
        window->openFile(support::writeBatchFile(batch, m_folder->path()));
        if (!reset.wait())
            return nullptr;
    }
    return window;
}

std::unique_ptr<sandbox::Sandbox> Screenshots::serve(const QStringList &faults, double speed) const
{
    sandbox::Options options;
    options.speed = speed;
    options.seed = 3;
    options.stateFile = m_folder->filePath(u"server.jsonl"_s);
    options.models = catalog::Catalog::builtIn().toSnapshot();
    options.faults = *sandbox::Faults::parse(faults);
    auto server = std::make_unique<sandbox::Sandbox>(std::move(options));
    if (const auto started = server->start(); !started)
        qFatal("%s", qPrintable(started.error()));
    return server;
}

ui::RunOptions Screenshots::optionsFor(const sandbox::Sandbox &server)
{
    ui::RunOptions options;
    options.baseUrl = server.baseUrl();
    options.timeScale = 600;
    return options;
}

void Screenshots::empty()
{
    QFETCH(Look, look);
    apply(look);
    const auto window = open({}, {});
    QVERIFY(window);
    QTRY_VERIFY(!support::accessibleNames(window.get()).isEmpty());
    savePicture(*window, look, u"empty"_s);
}

void Screenshots::readyUnderWayAndDone()
{
    QFETCH(Look, look);
    apply(look);
    ui::RunOptions options;
    options.sandbox = true;
    options.sandboxSpeed = 40;
    batch::Batch batch = support::quickBatch(4, 2);
    batch.settings.budget = batch::Cost::fromUsd(0.5);
    const auto window = open(options, batch);
    QVERIFY(window);
    const auto count = [&](JobState state) {
        int number = 0;
        for (const batch::Job &job : window->document()->batch().jobs)
            number += window->session()->stateOf(job.id) == state;
        return number;
    };
    QTRY_COMPARE(window->session()->runnableCount(), 6);
    savePicture(*window, look, u"ready"_s);

    window->session()->run();
    QTRY_VERIFY_WITH_TIMEOUT(count(JobState::Succeeded) >= 1 && count(JobState::Generating) >= 1,
                             runTimeout);
    savePicture(*window, look, u"under-way"_s);

    QTRY_COMPARE_WITH_TIMEOUT(count(JobState::Succeeded), 6, runTimeout);
    auto *table = window->findChild<QTableView *>();
    const auto choose = [table](int row) {
        const QModelIndex name = table->model()->index(row, ui::JobTableModel::NameColumn);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(name).center());
    };
    choose(0);
    auto *image = window->findChild<ui::ImagePreview *>();
    QTRY_VERIFY(image && image->isVisible() && !image->image().isNull());
    savePicture(*window, look, u"done-image"_s);
    choose(4);
    auto *player = window->findChild<ui::VideoPreview *>();
    QTRY_VERIFY(player && player->isVisible() && player->duration() > 0);
    player->togglePlaying();
    QTRY_VERIFY_WITH_TIMEOUT(player->position() > 100, 20'000);
    savePicture(*window, look, u"done-video"_s);
}

void Screenshots::failing()
{
    QFETCH(Look, look);
    apply(look);
    qputenv("ATLAS_CLOUD_API_KEY", "test-key");
    const auto server = serve({u"moderated=0.5"_s, u"reset-after=0.3"_s}, 600);
    const ui::RunOptions options = optionsFor(*server);
    batch::Batch batch = support::quickBatch(8, 0);
    batch.jobs[6].model = u"google/veo3.1/text-to-video"_s; // not for an image
    batch.jobs[7].prompt.clear();
    const auto window = open(options, batch);
    QVERIFY(window);
    QTRY_COMPARE(window->session()->runnableCount(), 6);
    window->session()->run();
    QTRY_VERIFY_WITH_TIMEOUT(window->session()->batchProgress()
                                 && window->session()->batchProgress()->ended() == 6,
                             runTimeout);
    QTRY_VERIFY(!window->session()->isRunning());
    const auto &ended = *window->session()->batchProgress();
    QVERIFY(ended.failed > 0 && ended.unresolved > 0);
    for (int row = 0; row < 6; ++row) {
        const batch::JobId job = window->document()->job(row).id;
        if (window->session()->stateOf(job) == JobState::Failed) {
            auto *table = window->findChild<QTableView *>();
            table->setCurrentIndex(table->model()->index(row, ui::JobTableModel::NameColumn));
            break;
        }
    }
    savePicture(*window, look, u"failing"_s);
}

/// Some of it is paid for and not fetched, some may have been accepted.
void Screenshots::openedAgain()
{
    QFETCH(Look, look);
    apply(look);
    qputenv("ATLAS_CLOUD_API_KEY", "test-key");
    const auto server = serve({u"reset-after=0.4"_s}, 5);
    batch::Batch batch = support::quickBatch(7, 1);
    batch.settings.maxWorkers = 8;
    const auto count = [](const ui::MainWindow &window, JobState state) {
        int number = 0;
        for (const batch::Job &job : window.document()->batch().jobs)
            number += window.session()->stateOf(job.id) == state;
        return number;
    };
    {
        const auto window = open(optionsFor(*server), batch);
        QVERIFY(window);
        QTRY_COMPARE(window->session()->runnableCount(), 8);
        window->session()->run();
        QTRY_COMPARE_WITH_TIMEOUT(count(*window, JobState::Generating)
                                      + count(*window, JobState::Unresolved)
                                      + count(*window, JobState::Succeeded),
                                  8, runTimeout);
        window->session()->leave();
        QTRY_VERIFY(!window->session()->isRunning());
    }
    const auto window = open(optionsFor(*server), batch);
    QVERIFY(window);
    QTRY_VERIFY(window->session()->counts().unfetched > 0);
    QVERIFY(window->session()->counts().unresolved > 1);
    savePicture(*window, look, u"opened-again"_s);

    ui::HeldDialog held(window->document(), window->session(), window.get());
    held.setAttribute(Qt::WA_DeleteOnClose, false);
    held.show();
    QVERIFY(QTest::qWaitForWindowExposed(&held));
    savePicture(held, look, u"held"_s);
}

void Screenshots::takenByAnother()
{
    QFETCH(Look, look);
    apply(look);
    const batch::Batch batch = support::quickBatch(4, 2);
    const QString path = support::writeBatchFile(batch, m_folder->path());
    const auto lock =
        store::BatchLock::acquire(store::batchName(path), m_folder->filePath(u"pipeline_output"_s));
    QVERIFY(lock);
    const auto window = open({}, batch);
    QVERIFY(window);
    QTRY_VERIFY(window->session()->past()->owner());
    savePicture(*window, look, u"taken"_s);
    window->session()->past()->watch();
    QTest::qWait(50);
    savePicture(*window, look, u"watched"_s);
}

void Screenshots::withoutNetwork()
{
    QFETCH(Look, look);
    apply(look);
    qputenv("ATLAS_CLOUD_API_KEY", "test-key");
    auto server = serve({}, 5);
    const auto window = open(optionsFor(*server), support::quickBatch(4, 1));
    QVERIFY(window);
    QTRY_COMPARE(window->session()->runnableCount(), 5);
    window->session()->run();
    const auto paused = [&] {
        const auto &progress = window->session()->batchProgress();
        return progress && progress->paused == engine::PauseReason::Network;
    };
    QTRY_VERIFY_WITH_TIMEOUT(window->session()->batchProgress()
                                 && window->session()->batchProgress()->generating > 0,
                             runTimeout);
    server.reset();
    QTRY_VERIFY_WITH_TIMEOUT(paused(), runTimeout);
    savePicture(*window, look, u"network"_s);
}

QTEST_MAIN(Screenshots)
#include "test_screenshots.moc"
