// SPDX-License-Identifier: GPL-3.0-or-later
//
// Saves pictures of the model browser to screenshots/ in the build folder, for people to look at:
// light and dark, English and Chinese, few and many models, with jobs and without, nothing found.
#include "models/browserdriver.h"
#include "session/document/modelnews.h"
#include "window/looks.h"

#include <QSettings>

using namespace Qt::StringLiterals;

class BrowserPictures : public QObject
{
    Q_OBJECT

private:
    static void save(const BrowserDriver &driver, const Look &look, const QString &state)
    {
        savePicture(*driver.browser, look, u"models-"_s + state);
    }
    static void pickKind(const BrowserDriver &driver, int entry)
    {
        driver.browser->findChildren<QComboBox *>().first()->setCurrentIndex(entry);
    }

private slots:
    void init() { QSettings().clear(); }

    void lookingAround_data() { addLooks(); }
    void lookingAround()
    {
        QFETCH(Look, look);
        apply(look);
        BrowserDriver driver(catalog::Catalog::builtIn());
        QVERIFY(driver.open());
        driver.list()->setCurrentIndex(driver.list()->model()->index(6, 0));
        driver.list()->toggleFavourite();
        driver.list()->model()->setData(driver.list()->model()->index(3, 0), true,
                                        ui::ModelListModel::FavouriteRole);
        save(driver, look, u"around"_s);
    }

    void choosing_data() { addLooks(); }
    void choosing()
    {
        QFETCH(Look, look);
        apply(look);
        QList<batch::Job> jobs = testing::veoJobs(300);
        jobs[10].params.insert(u"guidance_scale"_s, 7);
        for (const int row : {1, 5, 7})
            jobs[row].resolution = u"4k"_s;
        BrowserDriver driver(catalog::Catalog::builtIn(), jobs);
        // Nobody listens there.
        ui::ModelNews news(&driver.document, QUrl(u"http://127.0.0.1:9/api/v1"_s));
        driver.browser = std::make_unique<ui::ModelBrowser>(&driver.document, &news);
        QVERIFY(driver.open(0, 200));
        save(driver, look, u"same"_s);
        news.refresh();
        QTRY_VERIFY(!news.problem().isEmpty());
        driver.list()->setCurrentIndex(driver.list()->model()->index(
            static_cast<int>(driver.ids().indexOf(testing::seedance)), 0));
        QTRY_VERIFY(driver.preview()->accessibleDescription().contains(u'→'));
        save(driver, look, u"choosing"_s);
        driver.browser->resize(driver.browser->minimumSize());
        save(driver, look, u"choosing-least"_s);
    }

    void nothingFound_data() { addLooks(); }
    void nothingFound()
    {
        QFETCH(Look, look);
        apply(look);
        BrowserDriver driver(catalog::Catalog::builtIn(), testing::veoJobs(2));
        QVERIFY(driver.open(0, 2));
        driver.browser->findChildren<QLineEdit *>().first()->setText(u"wolpertinger"_s);
        save(driver, look, u"nothing"_s);
    }

    void many_data() { addLooks(); }
    void many()
    {
        QFETCH(Look, look);
        apply(look);
        BrowserDriver driver(testing::manyModelsCatalog(500, true));
        QVERIFY(driver.open());
        pickKind(driver, 4);
        driver.browser->findChildren<QLineEdit *>().first()->setText(u"model 00"_s);
        save(driver, look, u"many"_s);
    }
};

QTEST_MAIN(BrowserPictures)

#include "test_browserpictures.moc"
