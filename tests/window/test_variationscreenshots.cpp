// SPDX-License-Identifier: GPL-3.0-or-later
//
// Saves pictures of the window with a batch that says much with little to screenshots/ in the build
// folder, for people to look at: entries of several jobs, included files, pictures on their way
// into videos, and what is said when others change the file.
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "results/gallery/galleryview.h"
#include "results/preview/imagepreview.h"
#include "session/document/batchdocument.h"
#include "support/windowdriver.h"
#include "window/files/documentfiles.h"
#include "window/looks.h"
#include "window/mainwindow.h"
#include "window/merging/mergedialog.h"
#include "window/sidepane.h"

#include <QFile>
#include <QMenu>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::SidePane;

namespace {

constexpr int runTimeout = 90'000; // ms

const QByteArray house = "vars: {brand: 晨光}\n"
                         "jobs:\n"
                         "  - name: 標誌\n"
                         "    type: image\n"
                         "    model: black-forest-labs/flux-2-pro/text-to-image\n"
                         "    prompt: '{brand} 的標誌，極簡線條'\n"
                         "    count: 2\n";

const QByteArray varied = "include: house.yaml\n"
                          "vars: {light: 柔和的側光}\n"
                          "defaults:\n"
                          "  model: black-forest-labs/flux-2-pro/text-to-image\n"
                          "  width: 256\n"
                          "  height: 256\n"
                          "  prompt: 深色背景上的產品，{light}\n"
                          "jobs:\n"
                          "  - name: 主視覺\n"
                          "    type: image\n"
                          "    prompt: '{product}，{style}，{light}'\n"
                          "    matrix:\n"
                          "      product: [茶壺, 陶杯]\n"
                          "      style: [水墨, 油畫]\n"
                          "    exclude:\n"
                          "      - {product: 陶杯, style: 油畫}\n"
                          "  - name: Banner\n"
                          "    type: image\n"
                          "  - name: 型錄\n"
                          "    type: image\n"
                          "    prompt: '{prodcut} on a table, {light}'\n"
                          "  - name: Opening\n"
                          "    type: video\n"
                          "    model: bytedance/seedance-v1.5-pro/image-to-video\n"
                          "    prompt: 緩慢推近的鏡頭\n"
                          "    duration: 4\n"
                          "    resolution: 480p\n"
                          "    image: job:Banner\n"
                          "    enabled: false\n";

batch::JobSource jobOf(const QString &name, const QString &prompt)
{
    batch::Job job;
    job.name = name;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = prompt;
    return job;
}

} // namespace

class VariationScreenshots : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void entriesOfSeveral_data() { addLooks(); }
    void entriesOfSeveral();
    void picturesOnTheirWay_data() { addLooks(); }
    void picturesOnTheirWay();
    void messages_data() { addLooks(); }
    void messages();
    void merging_data() { addLooks(); }
    void merging();

private:
    std::unique_ptr<ui::MainWindow> open();
    void write(const QString &name, const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void VariationScreenshots::init()
{
    QSettings().clear();
    qunsetenv("ATLAS_CLOUD_API_KEY");
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"house.yaml"_s, house);
    write(u"autumn.yaml"_s, varied);
}

void VariationScreenshots::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

std::unique_ptr<ui::MainWindow> VariationScreenshots::open()
{
    ui::RunOptions options;
    options.sandbox = true;
    options.sandboxSpeed = 600;
    auto window = std::make_unique<ui::MainWindow>(options);
    window->resize(1280, 800);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()))
        return nullptr;
    window->findChild<SidePane *>()->show(SidePane::Page::Results);
    QSignalSpy reset(window->document(), &ui::BatchDocument::wasReset);
    window->openFile(m_folder->filePath(u"autumn.yaml"_s));
    return reset.wait() ? std::move(window) : nullptr;
}

void VariationScreenshots::entriesOfSeveral()
{
    QFETCH(Look, look);
    apply(look);
    const auto window = open();
    QVERIFY(window);
    QTRY_VERIFY(window->session()->counts().runnable > 0);
    auto *table = window->findChild<ui::JobTableView *>();
    savePicture(*window, look, u"varied"_s);

    // The file, its two jobs, the entry, its four.
    window->findChild<SidePane *>()->show(SidePane::Page::Parameters);
    const std::pair<const char *, QList<int>> states[] = {
        {"varied-entry", {3}},       {"varied-made", {5}},  {"varied-made-several", {4, 5, 6}},
        {"varied-included", {1, 2}}, {"varied-error", {9}}, {"varied-nothing", {}}};
    for (const auto &[state, rows] : states) {
        if (rows.isEmpty())
            table->clearSelection();
        else
            table->selectRows(rows);
        QTest::qWait(50);
        savePicture(*window, look, QString::fromLatin1(state));
    }
}

void VariationScreenshots::picturesOnTheirWay()
{
    QFETCH(Look, look);
    apply(look);
    const auto window = open();
    QVERIFY(window);
    QTRY_COMPARE(window->session()->runnableCount(), 6);
    window->session()->run();
    QTRY_COMPARE_WITH_TIMEOUT(window->session()->counts().succeeded, 6, runTimeout);
    QTRY_VERIFY(!window->session()->isRunning());
    auto *table = window->findChild<ui::JobTableView *>();
    table->selectRows(4, 1);
    auto *image = window->findChild<ui::ImagePreview *>();
    QTRY_VERIFY(image && image->isVisible() && !image->image().isNull());
    QTest::qWait(100); // thumbnails come from the pool
    savePicture(*window, look, u"make-video"_s);

    auto *gallery = window->findChild<ui::GalleryView *>();
    const auto menuOf = [](QAbstractItemView *view, const QModelIndex &index) {
        emit view->customContextMenuRequested(view->visualRect(index).center());
        return view->findChildren<QMenu *>().constLast();
    };
    QMenu *menu = menuOf(gallery, gallery->currentIndex());
    savePicture(*menu, look, u"make-video-menu"_s);
    menu->close();
    menu = menuOf(table, table->currentIndex());
    savePicture(*menu, look, u"make-video-table-menu"_s);
    menu->close();

    // What the next job begins with.
    window->findChild<SidePane *>()->show(SidePane::Page::Parameters);
    table->selectRows(table->model()->rowCount() - 1, 1);
    QTest::qWait(200);
    savePicture(*window, look, u"from-job"_s);
}

void VariationScreenshots::messages()
{
    QFETCH(Look, look);
    apply(look);
    const auto window = open();
    QVERIFY(window);
    auto *files = window->findChild<ui::DocumentFiles *>();
    const QString path = window->document()->path();
    emit files->reloaded(path, false);
    savePicture(*window, look, u"told-reloaded"_s);
    emit files->bothChanged(path);
    emit files->saveFailed(path,
                           u"The layout of line 6 can't be followed, so this change can't be put "
                           "into the file. Nothing was written. Save it as a clean file, which "
                           "keeps all values but not the comments and the layout."_s,
                           true, {});
    savePicture(*window, look, u"told-both-changed"_s);
    QVERIFY(QFile::remove(path));
    QTRY_VERIFY(window->isWindowModified());
    savePicture(*window, look, u"told-gone"_s);
}

void VariationScreenshots::merging()
{
    QFETCH(Look, look);
    apply(look);
    batch::BatchSource base;
    base.settings.maxWorkers = 3;
    base.vars = {{u"brand"_s, u"晨光"_s}};
    for (int i = 1; i <= 6; ++i)
        base.jobs.append(jobOf(u"產品縮圖 %1"_s.arg(i), u"深色背景上的無線耳機"_s));
    batch::BatchSource ours = base;
    batch::BatchSource theirs = base;
    ours.settings.maxWorkers = 2;
    theirs.settings.maxWorkers = 6;
    ours.jobs[0].job.prompt = u"深色背景上的無線耳機，柔和的側光，緩慢推近的鏡頭，背景略為失焦"_s;
    theirs.jobs[0].job.prompt = u"淺色木紋桌上的無線耳機，清晨的自然光"_s;
    ours.jobs[0].job.seed = 42;
    ours.jobs[1].job.prompt = u"防水測試，水珠特寫"_s;
    theirs.jobs.removeAt(1);
    ours.jobs[2].job.aspectRatio = u"16:9"_s;
    theirs.jobs.append(jobOf(u"Poster"_s, u"A poster for the autumn sale"_s));
    theirs.vars.insert(u"season"_s, u"秋"_s);
    ui::MergeDialog dialog(batch::merge(base, ours, theirs), u"autumn.yaml"_s);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *list = dialog.findChild<QTableView *>();
    const std::pair<const char *, int> states[] = {
        {"merge-setting", 1}, {"merge-entry", 2}, {"merge-taken-out", 3}, {"merge-alone", 5}};
    for (const auto &[state, row] : states) {
        list->selectRow(row);
        savePicture(dialog, look, QString::fromLatin1(state));
    }
}

QTEST_MAIN(VariationScreenshots)
#include "test_variationscreenshots.moc"
