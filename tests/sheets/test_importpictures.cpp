// SPDX-License-Identifier: GPL-3.0-or-later
//
// Saves pictures of the import to screenshots/ in the build folder, for people to look at: light
// and dark, English and Chinese, with a prompt column and without, with slips, unreadable.
#include "sheets/importdriver.h"
#include "sheets/productsheet.h"
#include "window/looks.h"

#include <QTabBar>

using namespace Qt::StringLiterals;

class ImportPictures : public QObject
{
    Q_OBJECT
private slots:
    void products_data() { addLooks(); }
    void products()
    {
        QFETCH(Look, look);
        apply(look);
        ImportDriver driver(productSheet(500, true), u"spring products.csv"_s, shippedModels());
        QVERIFY(driver.open());
        savePicture(driver.dialog, look, u"import-products"_s);
        driver.dialog.findChild<QTabBar *>()->setCurrentIndex(1);
        savePicture(driver.dialog, look, u"import-problems"_s);
        driver.dialog.resize(driver.dialog.minimumSize());
        driver.dialog.findChild<QTabBar *>()->setCurrentIndex(0);
        savePicture(driver.dialog, look, u"import-least"_s);
    }

    void written_data() { addLooks(); }
    void written()
    {
        QFETCH(Look, look);
        apply(look);
        ImportDriver driver(chineseSheet(120), {}, shippedModels());
        QVERIFY(driver.open());
        savePicture(driver.dialog, look, u"import-unwritten"_s);
        driver.dialog.findChildren<QPlainTextEdit *>().first()->setPlainText(
            u"{商品}，{顏色}，放在清晨的木桌上，柔和的側光"_s);
        QTRY_VERIFY(driver.add()->isEnabled());
        savePicture(driver.dialog, look, u"import-template"_s);
    }

    void unreadable_data() { addLooks(); }
    void unreadable()
    {
        QFETCH(Look, look);
        apply(look);
        ImportDriver driver("name,prompt\nlamp,\"a lamp\nchair,a chair\n", u"broken.csv"_s,
                            shippedModels());
        QVERIFY(driver.open());
        savePicture(driver.dialog, look, u"import-unreadable"_s);
    }
};

QTEST_MAIN(ImportPictures)
#include "test_importpictures.moc"
