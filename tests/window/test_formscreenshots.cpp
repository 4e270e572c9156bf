// SPDX-License-Identifier: GPL-3.0-or-later
//
// Saves pictures of the parameters' form to screenshots/ in the build
// folder, for people to look at.
#include "inspector/fields/fieldrow.h"
#include "inspector/inspector.h"
#include "jobs/table/jobtablemodel.h"
#include "session/document/batchdocument.h"
#include "support/windowdriver.h"
#include "window/looks.h"
#include "window/mainwindow.h"
#include "window/sidepane.h"

#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using batch::MediaType;

namespace {

batch::Job jobOf(const QString &name, const QString &model)
{
    batch::Job job;
    job.name = name;
    job.model = model;
    job.type = model.endsWith(u"video"_s) ? MediaType::Video : MediaType::Image;
    job.prompt = u"深色背景上的無線耳機，柔和的側光，緩慢推近的鏡頭"_s;
    return job;
}

/// Models that take very different things.
batch::Batch variety()
{
    batch::Batch batch;
    batch.jobs = {jobOf(u"產品縮圖"_s, u"black-forest-labs/flux-2-pro/text-to-image"_s),
                  jobOf(u"動態主視覺"_s, u"bytedance/seedance-v1.5-pro/image-to-video"_s)};
    // The one with the most to say.
    const catalog::Model *richest = nullptr;
    for (const catalog::Model &model : catalog::Catalog::builtIn().models()) {
        if (!richest || model.parameters.size() > richest->parameters.size())
            richest = &model;
    }
    batch.jobs.append(jobOf(u"品牌開場"_s, richest->id));
    batch.jobs[2].type = richest->type;
    batch.jobs[0].seed = 42;
    batch.jobs[0].width = 4096; // more than it makes
    batch.jobs[1].image = u"first.png"_s;
    batch.jobs[1].duration = 8;
    for (int i = 0; i < 40; ++i)
        batch.jobs.append(jobOf(u"鏡頭 %1"_s.arg(i + 1), u"google/veo3.1/text-to-video"_s));
    batch.jobs.last().negativePrompt = u"文字"_s;
    // Any size, and a model that nothing is known of.
    batch.jobs.append(jobOf(u"海報"_s, u"z-image/turbo"_s));
    batch.jobs.append(jobOf(u"草圖"_s, u"bytedance/seedream-v5.0-lite"_s));
    batch.jobs.last().params = {{u"guidance_scale"_s, 5.5}, {u"watermark"_s, false}};
    return batch;
}

} // namespace

class FormScreenshots : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void forms_data() { addLooks(); }
    void forms();

private:
    std::unique_ptr<ui::MainWindow> open();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FormScreenshots::init()
{
    QSettings().clear();
    qunsetenv("ATLAS_CLOUD_API_KEY");
    m_folder = std::make_unique<QTemporaryDir>();
    QImage first(640, 360, QImage::Format_RGB32);
    first.fill(QColor(70, 110, 160));
    QVERIFY(first.save(m_folder->filePath(u"first.png"_s)));
}

std::unique_ptr<ui::MainWindow> FormScreenshots::open()
{
    auto window = std::make_unique<ui::MainWindow>(ui::RunOptions());
    window->resize(1280, 800);
    window->show();
    QSignalSpy reset(window->document(), &ui::BatchDocument::wasReset);
    window->openFile(support::writeBatchFile(variety(), m_folder->path()));
    return reset.wait() ? std::move(window) : nullptr;
}

void FormScreenshots::forms()
{
    QFETCH(Look, look);
    apply(look);
    const auto window = open();
    QVERIFY(window);
    window->findChild<ui::SidePane *>()->show(ui::SidePane::Page::Parameters);
    auto *table = window->findChild<QTableView *>();
    const auto choose = [table](int from, int to) {
        table->setCurrentIndex(table->model()->index(from, ui::JobTableModel::NameColumn));
        table->selectionModel()->select(
            QItemSelection(table->model()->index(from, 0),
                           table->model()->index(to, ui::JobTableModel::ColumnCount - 1)),
            QItemSelectionModel::ClearAndSelect);
    };
    const std::pair<const char *, std::pair<int, int>> states[] = {
        {"form-image", {0, 0}},  {"form-picture", {1, 1}},  {"form-rich", {2, 2}},
        {"form-size", {43, 43}}, {"form-common", {44, 44}}, {"form-many", {5, 30}},
        {"form-mixed", {0, 4}}};
    for (const auto &[state, rows] : states) {
        choose(rows.first, rows.second);
        QTRY_VERIFY(window->findChild<ui::Inspector *>()->isVisible());
        QTest::qWait(100); // thumbnails come from the pool
        if (auto *further = window->findChild<ui::FieldRow *>(u"params"_s);
            further && further->isVisible()) {
            for (QScrollArea *area : window->findChildren<QScrollArea *>()) {
                if (area->isAncestorOf(further))
                    area->ensureWidgetVisible(further);
            }
        }
        savePicture(*window, look, QString::fromLatin1(state));
    }
}

QTEST_MAIN(FormScreenshots)
#include "test_formscreenshots.moc"
