// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/modeleditor.h"
#include "jobs/models.h"
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "language/language.h"
#include "look/theme.h"
#include "session/document/batchdocument.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QDir>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using batch::Job;
using ui::JobTableModel;

namespace {

Job job(const QString &name, const QString &model, const QString &prompt, bool video = false)
{
    Job job;
    job.name = name;
    job.model = model;
    job.prompt = prompt;
    job.type = video ? batch::MediaType::Video : batch::MediaType::Image;
    return job;
}

/// Jobs as a designer has them, some with something wrong.
QList<Job> variedJobs()
{
    Job key = job(u"主視覺"_s, u"black-forest-labs/flux-2-pro/text-to-image"_s,
                  u"晨光裡的茶具，木桌，淺景深，雜誌封面的構圖"_s);
    key.width = 2048;
    key.height = 1152;
    Job story = job(u"限時動態"_s, models::shaped().id, u"A paper boat on a rainy street"_s);
    story.aspectRatio = u"9:16"_s;
    Job odd = job(u"Banner"_s, models::shaped().id, u"Three lemons on linen, hard light"_s);
    odd.aspectRatio = u"7:3"_s;
    odd.seed = 7;
    Job sized = job(u"Poster"_s, models::sized().id, u"A lighthouse in fog, risograph"_s);
    sized.negativePrompt = u"people"_s;
    Job clip = job(u"產品"_s, models::clips().id, u"鏡頭緩緩推近一只陶杯"_s, true);
    clip.aspectRatio = u"9:16"_s;
    clip.duration = 12;
    Job veo = job(u"Opening"_s, u"google/veo3.1/text-to-video"_s, u"A walk in the rain"_s, true);
    veo.duration = 12;
    return {key,
            story,
            odd,
            sized,
            clip,
            veo,
            job(u"Larger"_s, models::unsized().id, u"Twice as large"_s),
            job(u"New"_s, u"acme/dreamer-9/text-to-image"_s, u"A model nobody knows"_s)};
}

/// An entry of 24 jobs with one switched off, one of few, one that says little itself, one with an
/// error, and what an included file brings.
batch::BatchSource source()
{
    batch::BatchSource all;
    const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    batch::JobSource hero = job(u"主視覺"_s, flux, u"{product}，{style}，晨光裡的木桌，淺景深"_s);
    hero.matrix = {{u"product"_s, {u"茶壺"_s, u"陶杯"_s, u"木盤"_s}},
                   {u"style"_s, {u"水墨"_s, u"油畫"_s, u"Risograph"_s, u"Clay"_s}}};
    hero.count = 2;
    hero.exclude = {{{{u"product"_s, u"茶壺"_s}, {u"style"_s, u"油畫"_s}}, 1}};
    batch::JobSource few = job(u"Banner"_s, flux, u"Three lemons on {linen|marble|slate}"_s);
    few.exclude = {{{{u"choice"_s, u"marble"_s}}, std::nullopt}};
    batch::JobSource quiet = job(u"Story"_s, {}, {});
    quiet.saysType = false;
    batch::JobSource wrong = job(u"Poster"_s, flux, u"A {prodcut} in fog"_s);
    wrong.matrix = {{u"product"_s, {u"cup"_s, u"pot"_s}}};
    all.jobs = {few, quiet, hero, wrong,
                job(u"Opening"_s, u"google/veo3.1/text-to-video"_s, u"A walk"_s, true)};
    all.defaults.all.job.model = flux;
    all.defaults.all.job.prompt = u"A paper boat on a rainy street"_s;
    all.defaults.all.job.aspectRatio = u"9:16"_s;
    batch::Included house;
    house.path = u"/srv/house/house.yaml"_s;
    house.jobs = {job(u"Logo"_s, flux, u"The mark, in brass"_s)};
    all.included = {house};
    return all;
}

/// The built-in models and some that a test makes, all on the service's list.
catalog::Catalog allModels()
{
    QList<models::Entry> entries{models::sized(), models::shaped(), models::clips(),
                                 models::unsized()};
    for (const catalog::Model &model : catalog::Catalog::builtIn().models())
        entries.append(
            {model.id, model.displayName, {}, {}, model.type == batch::MediaType::Video});
    return catalog::Catalog::builtIn().updatedBy(models::catalogOf(entries));
}

} // namespace

/// The table and its editors in both languages and appearances: pictures for a person to look at,
/// in screenshots/jobs of the build folder.
class TestJobTableLook : public QObject
{
    Q_OBJECT

    static void save(QWidget *widget, const QString &name)
    {
        const QDir folder(QStringLiteral(RUSHES_BUILD_DIR "/screenshots/jobs"));
        QVERIFY(folder.mkpath(u"."_s));
        QVERIFY(widget->grab().save(folder.filePath(name + u".png"_s)));
    }

private slots:
    void variations_data() { pictures_data(); }

    void variations()
    {
        QFETCH(QString, locale);
        QFETCH(ui::Appearance, appearance);
        QFETCH(int, width);
        language::install(*qApp, QLocale(locale));
        ui::applyAppearance(*qApp, appearance);
        ui::BatchDocument document(allModels());
        config::BatchFile file;
        file.source = source();
        document.reset(file);
        ui::JobTable table(&document, nullptr);
        table.resize(width, 700);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        save(&table, u"variations-"_s + name);
        table.model()->setOpen(table.model()->rowOfEntry(2), true);
        table.view()->selectRows(table.model()->rowOfEntry(2) + 2, 1);
        table.view()->setFocus();
        QTest::keyClick(table.view(), Qt::Key_F2);
        save(&table, u"variations-open-"_s + name);
    }

    void pictures_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<ui::Appearance>("appearance");
        QTest::addColumn<int>("width");
        for (const QString &locale : {u"en"_s, u"zh_TW"_s}) {
            for (const int width : {704, 920}) {
                const QByteArray name = (locale + u'-' + QString::number(width)).toLatin1();
                QTest::newRow(name + "-light") << locale << ui::Appearance::Light << width;
                QTest::newRow(name + "-dark") << locale << ui::Appearance::Dark << width;
            }
        }
    }

    void pictures()
    {
        QFETCH(QString, locale);
        QFETCH(ui::Appearance, appearance);
        QFETCH(int, width);
        language::install(*qApp, QLocale(locale));
        ui::applyAppearance(*qApp, appearance);
        ui::BatchDocument document(allModels());
        config::BatchFile file;
        file.source = batch::Batch{{}, variedJobs()};
        document.reset(file);
        ui::JobTable table(&document, nullptr);
        table.resize(width, 460);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        save(&table, u"table-"_s + name);

        const auto open = [&table](int row, int column) {
            const QModelIndex cell = table.model()->index(row, column);
            table.view()->setFocus();
            table.view()->setCurrentIndex(cell);
            QTest::keyClick(table.view(), Qt::Key_F2);
            return table.view()->indexWidget(cell);
        };
        const auto modelEditor = [&open] {
            return qobject_cast<ui::ModelEditor *>(open(0, JobTableModel::ModelColumn));
        };
        QPointer<ui::ModelEditor> editor = modelEditor();
        QVERIFY(editor);
        editor->showPopup();
        QTRY_VERIFY(editor->view()->isVisible());
        save(editor->view()->window(), u"models-"_s + name);
        QTest::keyClick(editor->view(), Qt::Key_Escape);
        // The list was a window of its own: the editor goes with it, or stays.
        QTRY_VERIFY(!editor || !editor->view()->isVisible());
        if (!editor)
            editor = modelEditor();
        QVERIFY(editor);
        editor->lineEdit()->selectAll();
        QTest::keyClicks(editor, u"e"_s);
        QTRY_VERIFY(editor->lineEdit()->completer()->popup()->isVisible());
        save(editor->lineEdit()->completer()->popup(), u"found-"_s + name);
        QTest::keyClick(editor->lineEdit()->completer()->popup(), Qt::Key_Escape);
        QTest::keyClick(editor, Qt::Key_Escape);
        table.view()->setFocus();
        open(4, JobTableModel::SizeColumn);
        save(&table, u"length-"_s + name);
        table.view()->setFocus();
        open(1, JobTableModel::SizeColumn);
        save(&table, u"ratio-"_s + name);
    }
};

QTEST_MAIN(TestJobTableLook)
#include "test_jobtablelook.moc"
