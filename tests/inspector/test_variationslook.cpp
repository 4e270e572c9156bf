// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/pictures/jobpicker.h"
#include "inspector/inspectorstand.h"
#include "language/language.h"
#include "look/theme.h"

#include <QDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;
using trial::InspectorStand;
using trial::jobOf;

/// The inspector's cards for variations in both languages and appearances: pictures for a person
/// to look at, in screenshots/inspector of the build folder, in a folder for each scale.
class TestVariationsLook : public QObject
{
    Q_OBJECT

    static void save(QWidget *widget, const QString &name)
    {
        const QDir folder(QStringLiteral(RUSHES_BUILD_DIR "/screenshots/inspector/%1x")
                              .arg(qRound(widget->devicePixelRatioF())));
        QVERIFY(folder.mkpath(u"."_s));
        QVERIFY(widget->grab().save(folder.filePath(name + u".png"_s)));
    }

private slots:
    void pictures_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<ui::Appearance>("appearance");
        for (const QString &locale : {u"en"_s, u"zh_TW"_s}) {
            QTest::newRow((locale + u"-light"_s).toLatin1()) << locale << ui::Appearance::Light;
            QTest::newRow((locale + u"-dark"_s).toLatin1()) << locale << ui::Appearance::Dark;
        }
    }

    void pictures()
    {
        QFETCH(QString, locale);
        QFETCH(ui::Appearance, appearance);
        language::install(*qApp, QLocale(locale));
        ui::applyAppearance(*qApp, appearance);
        InspectorStand stand({jobOf(trial::plain, u"主視覺"_s), jobOf(trial::plain, u"Banner"_s),
                              jobOf(trial::seedance, u"Opening"_s, batch::MediaType::Video)});
        batch::JobSource hero = stand.document.entry(0);
        hero.job.prompt = u"{product}，{style}"_s;
        hero.matrix = {{u"product"_s, {u"茶壺"_s, u"陶杯"_s, u"木盤"_s}},
                       {u"style"_s, {u"水墨"_s, u"油畫"_s, u"Risograph print"_s, u"Clay"_s}}};
        hero.count = 2;
        hero.exclude = {{{{u"product"_s, u"茶壺"_s}, {u"style"_s, u"油畫"_s}}, 1}};
        hero.vars = {{u"brand"_s, u"Aurora"_s}};
        batch::JobSource wrong = stand.document.entry(1);
        wrong.job.prompt = u"{prodcut}"_s;
        wrong.matrix = {{u"product"_s, {u"cup"_s, u"pot"_s}}};
        stand.document.changeEntries({{0, hero}, {1, wrong}}, u"Begin"_s);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        stand.inspector.resize(400, 1900);
        stand.show({0});
        save(&stand.inspector, u"entry-"_s + name);
        stand.show({1});
        save(&stand.inspector, u"error-"_s + name);
        stand.inspector.resize(400, 900);
        stand.show({2});
        save(&stand.inspector, u"video-"_s + name);
        stand.inspector.showMade({stand.document.batch().jobs.at(3).id});
        QCoreApplication::processEvents();
        save(&stand.inspector, u"made-"_s + name);
        Premises premises = Premises::of(stand.document.source());
        premises.vars = {{u"product"_s, u"茶壺"_s}, {u"year"_s, u"2026"_s}};
        premises.defaults.all.job.prompt = u"{product}, {year}"_s;
        stand.document.changePremises(premises, u"Defaults"_s);
        stand.inspector.showEntries({});
        QCoreApplication::processEvents();
        save(&stand.inspector, u"all-"_s + name);
        auto *picker = new ui::JobPicker(&stand.inspector);
        picker->choose({{u"主視覺 茶壺 水墨"_s, batch::MediaType::Image, {}},
                        {u"Opening"_s, batch::MediaType::Video, {}}},
                       &stand.inspector);
        save(picker, u"picker-"_s + name);
        picker->close();
    }
};

QTEST_MAIN(TestVariationsLook)
#include "test_variationslook.moc"
