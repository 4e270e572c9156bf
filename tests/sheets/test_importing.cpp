// SPDX-License-Identifier: GPL-3.0-or-later
//
// The import as a person goes through it.
#include "sheet/encoded.h"
#include "sheets/columnmodel.h"
#include "sheets/importdriver.h"
#include "sheets/importwork.h"
#include "sheets/previewmodel.h"
#include "sheets/productsheet.h"

#include "look/theme.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTabBar>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using ui::ColumnModel;
using ui::PreviewModel;

class TestImporting : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { ui::applyAppearance(*qApp, ui::Appearance::Light); }
    void fiveHundredProducts();
    void fiveHundredInTheirEncodings_data();
    void fiveHundredInTheirEncodings();
    void aPromptForAllRows();
    void slipsAreListed();
    void ofManySlipsTheFirstAreListed();
    void anotherEncodingIsChosen();
    void anotherSeparatorIsChosen();
    void theNameFollowsTheColumns();
    void whatWasChosenForAColumnStays();
    void warningsAreTold();
    void whatNoFileCanHoldIsNotTaken();
    void itFollowsTheBatch();
    void aColumnBecomesAnotherThing();
    void aColumnIsChosenByKeyboard();
    void namesAndVariablesByButton();
    void aVideoModelMakesVideos();
    void aBrokenSheetIsExplained();
    void nothingToImport();
    void defaultsOfTheBatchHold();
    void theWindowNeverWaits();
    void columnsAreGuessedWithTheReading();
    void theWindowWorksWhileASheetIsRead();
    void cancelAddsNothing();
};

void TestImporting::fiveHundredProducts()
{
    ImportDriver driver(productSheet(500), u"products.csv"_s, shippedModels());
    QVERIFY(driver.open());
    QTRY_VERIFY(driver.add()->isEnabled());
    QVERIFY(driver.says(u"products.csv"_s));
    QVERIFY(driver.says(u"500 rows"_s));
    QVERIFY(driver.says(u"$20.00"_s));
    QVERIFY(driver.says(u"And 400 more"_s));
    QVERIFY2(driver.add()->text().contains(u"500"_s), qPrintable(driver.add()->text()));
    QCOMPARE(driver.cell(0, PreviewModel::Name), u"leather satchel 1"_s);

    QSignalSpy accepted(&driver.dialog, &QDialog::accepted);
    QTest::keyClick(&driver.dialog, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(driver.dialog.jobs().size(), 500);
    const batch::Job job = driver.dialog.jobs().first().job;
    QCOMPARE(job.type, batch::MediaType::Image);
    QVERIFY(driver.dialog.jobs().first().saysType);
    QVERIFY(!job.model.isEmpty());
    QCOMPARE(job.width, 1024);
    QVERIFY(job.prompt.contains(u",\n"_s) || job.prompt.contains(u", "_s));
}

void TestImporting::fiveHundredInTheirEncodings_data()
{
    QTest::addColumn<sheet::Encoding>("encoding");
    QTest::addColumn<bool>("mark");
    QTest::addColumn<QChar>("separator");
    QTest::newRow("Big5") << sheet::Encoding::Big5 << false << QChar(u',');
    QTest::newRow("UTF-16, as Excel's Unicode text")
        << sheet::Encoding::Utf16Le << true << QChar(u'\t');
    QTest::newRow("UTF-8 with semicolons") << sheet::Encoding::Utf8 << true << QChar(u';');
}

void TestImporting::fiveHundredInTheirEncodings()
{
    QFETCH(const sheet::Encoding, encoding);
    QFETCH(const bool, mark);
    QFETCH(const QChar, separator);
    QString text = QStringList{u"名稱"_s, u"提示詞"_s, u"寬"_s}.join(separator) + u"\r\n"_s;
    for (int row = 1; row <= 500; ++row)
        text += u"商品%1%2\"一盞檯燈, 清晨;\r\n柔和的側光\"%2"_s.arg(row).arg(separator)
            + u"1024\r\n"_s;
    ImportDriver driver(encoded(text, encoding, mark), u"products.csv"_s, shippedModels());
    QVERIFY(driver.open());
    QTRY_VERIFY(driver.add()->isEnabled());
    QCOMPARE(driver.named<QComboBox>(u"Encoding"_s)->currentData().toInt(), int(encoding));
    QCOMPARE(driver.named<QComboBox>(u"Separator"_s)->currentData().toChar(), separator);
    QVERIFY(driver.says(u"$20.00"_s));
    QVERIFY(driver.problems().isEmpty());
    driver.add()->click();
    QCOMPARE(driver.dialog.jobs().size(), 500);
    QCOMPARE(driver.dialog.jobs().last().job.name, u"商品500"_s);
    QCOMPARE(driver.dialog.jobs().last().job.prompt, u"一盞檯燈, 清晨;\n柔和的側光"_s);
}

void TestImporting::aPromptForAllRows()
{
    ImportDriver driver(chineseSheet(20), {}, shippedModels());
    QVERIFY(driver.open());
    QTRY_VERIFY(!driver.problems().isEmpty());
    QVERIFY(!driver.add()->isEnabled());
    QVERIFY(driver.says(u"No jobs yet"_s));
    driver.prompt()->setFocus();
    QTest::keyClicks(driver.prompt(), u"Photo of {"_s);
    driver.prompt()->insertPlainText(u"商品}"_s);
    QTRY_VERIFY(driver.add()->isEnabled());
    QCOMPARE(driver.cell(0, PreviewModel::Prompt), u"Photo of 手工皮革背包"_s);
    QCOMPARE(driver.cell(0, PreviewModel::Name), u"A-1001"_s);
    QCOMPARE(driver.cell(0, PreviewModel::Size), u"16:9"_s);
    QVERIFY(driver.problems().isEmpty());
    // A slip is told at once, with what was meant.
    driver.prompt()->setPlainText(u"Photo of {商晶}"_s);
    QTRY_VERIFY(!driver.problems().isEmpty());
    QVERIFY(!driver.add()->isEnabled());
    QVERIFY(driver.problems().first().contains(u"商晶"_s));
}

void TestImporting::slipsAreListed()
{
    ImportDriver driver(productSheet(30, true), u"p.csv"_s, shippedModels());
    QVERIFY(driver.open());
    QTRY_VERIFY(driver.add()->isEnabled());
    QVERIFY(driver.says(u"3 rows are left out"_s));
    QCOMPARE(driver.problems().size(), 1);
    QVERIFY(driver.problems().first().contains(u"Rows 11, 21, 31"_s));
    auto *tabs = driver.dialog.findChild<QTabBar *>();
    QVERIFY(tabs->isTabEnabled(1));
    tabs->setCurrentIndex(1);
    QVERIFY(driver.named<QListView>(u"Problems"_s)->isVisible());
    driver.add()->click();
    QCOMPARE(driver.dialog.jobs().size(), 27);
}

void TestImporting::ofManySlipsTheFirstAreListed()
{
    // The first cells tell that it is a column of widths.
    QByteArray bytes = "name,prompt,width\n" + "lamp,A lamp,512\n"_ba.repeated(300);
    for (int row = 0; row < 900; ++row)
        bytes += "lamp,A lamp,wide" + QByteArray::number(row) + "\n";
    ImportDriver driver(bytes, u"p.csv"_s, shippedModels());
    QVERIFY(driver.open());
    QTRY_VERIFY(driver.add()->isEnabled());
    QVERIFY(driver.says(u"900 rows are left out"_s));
    QCOMPARE(driver.problems().size(), 501);
    QVERIFY(driver.problems().first().contains(u"wide0"_s));
    QCOMPARE(driver.problems().last(), u"And 400 more"_s);
}

void TestImporting::anotherEncodingIsChosen()
{
    // One word of Big5, which could be anything.
    const QByteArray bytes = "name,prompt\nx,\xA4\xA4\xA4\xE5\n";
    ImportDriver driver(bytes, u"x.csv"_s, shippedModels());
    QVERIFY(driver.open());
    const auto choose = [&driver](sheet::Encoding wanted) {
        driver.choose(u"Encoding"_s, int(wanted));
    };
    choose(sheet::Encoding::Big5);
    QTRY_COMPARE(driver.cell(0, PreviewModel::Prompt), u"中文"_s);
    choose(sheet::Encoding::Windows1252);
    QTRY_COMPARE(driver.cell(0, PreviewModel::Prompt), u"¤¤¤å"_s);
    choose(sheet::Encoding::Utf8);
    QTRY_VERIFY(!driver.problems().isEmpty());
    QVERIFY(driver.problems().first().contains(u"encoding"_s));

    auto *header = driver.dialog.findChild<QCheckBox *>();
    choose(sheet::Encoding::Big5);
    QTRY_COMPARE(driver.preview()->model()->rowCount(), 1);
    header->click();
    QTRY_COMPARE(driver.columns()->model()->index(0, 0).data().toString(), u"Column 1"_s);
}

void TestImporting::anotherSeparatorIsChosen()
{
    // Commas would cut the rows as well.
    ImportDriver driver("name;prompt,more\na;lamp,warm\nb;chair,cold\n", u"x.csv"_s,
                        shippedModels());
    QVERIFY(driver.open());
    QTRY_COMPARE(driver.columns()->model()->rowCount(), 2);
    driver.choose(u"Separator"_s, QChar(u','));
    QTRY_COMPARE(driver.columns()->model()->index(0, 0).data().toString(), u"name;prompt"_s);
    driver.choose(u"Separator"_s, QChar(u'|'));
    QTRY_COMPARE(driver.columns()->model()->rowCount(), 1);
    driver.choose(u"Separator"_s, QChar(u';'));
    QTRY_COMPARE(driver.columns()->model()->index(1, 0).data().toString(), u"prompt,more"_s);
}

void TestImporting::theNameFollowsTheColumns()
{
    // Read as UTF-8 the heading is no word, and the names would be gone with it.
    const QByteArray bytes =
        encoded(u"商品,顏色\n檯燈,白\n餐椅,白\n"_s, sheet::Encoding::Big5, false);
    ImportDriver driver(bytes, u"x.csv"_s, shippedModels());
    QVERIFY(driver.open());
    driver.choose(u"Encoding"_s, int(sheet::Encoding::Windows1252));
    driver.prompt()->setPlainText(u"A photo"_s);
    QTRY_VERIFY(driver.add()->isEnabled());
    QVERIFY(driver.name()->text() != u"{商品}"_s);
    driver.choose(u"Encoding"_s, int(sheet::Encoding::Big5));
    QTRY_COMPARE(driver.name()->text(), u"{商品}"_s);
    QTRY_VERIFY(driver.add()->isEnabled());
    QCOMPARE(driver.cell(0, PreviewModel::Name), u"檯燈"_s);
    QVERIFY(driver.problems().isEmpty());
    // What a person wrote stays.
    driver.name()->setText(u"Shot of {商品}"_s);
    driver.dialog.findChild<QCheckBox *>()->click();
    QTRY_COMPARE(driver.columns()->model()->index(0, 0).data().toString(), u"Column 1"_s);
    QCOMPARE(driver.name()->text(), u"Shot of {商品}"_s);
}

void TestImporting::whatWasChosenForAColumnStays()
{
    ImportDriver driver("Text,Num,Colour\na lamp,7,red\na chair,8,blue\n", u"x.csv"_s,
                        shippedModels());
    QVERIFY(driver.open());
    QAbstractItemModel *columns = driver.columns()->model();
    const auto keyOf = [columns](int row) {
        return columns->index(row, ColumnModel::Becomes).data(ColumnModel::KeyRole).toString();
    };
    QTRY_COMPARE(columns->rowCount(), 3);
    QVERIFY(columns->setData(columns->index(0, ColumnModel::Becomes), u"prompt"_s, Qt::EditRole));
    QVERIFY(columns->setData(columns->index(2, ColumnModel::Becomes), QString(), Qt::EditRole));
    driver.dialog.findChild<QCheckBox *>()->click();
    QTRY_COMPARE(columns->index(0, 0).data().toString(), u"Column 1"_s);
    QCOMPARE(keyOf(0), u"prompt"_s);
    QCOMPARE(keyOf(1), u"{column2}"_s);
    QCOMPARE(keyOf(2), QString());
}

void TestImporting::warningsAreTold()
{
    ImportDriver driver("Width\n512\n640\n", u"x.csv"_s, shippedModels());
    QVERIFY(driver.open());
    driver.prompt()->setPlainText(u"A photo of {product}"_s);
    QTRY_VERIFY(driver.add()->isEnabled());
    QVERIFY(driver.says(u"2 jobs have warnings"_s));
    QCOMPARE(driver.problems().size(), 1);
    QVERIFY2(driver.problems().first().startsWith(u"Rows 2, 3: {product}"_s),
             qPrintable(driver.problems().first()));
    const QModelIndex first = driver.preview()->model()->index(0, PreviewModel::Prompt);
    QVERIFY(first.data(Qt::ToolTipRole).toString().contains(u"{product}"_s));
    QVERIFY(!first.data(PreviewModel::IsRefusedRole).toBool());
}

void TestImporting::whatNoFileCanHoldIsNotTaken()
{
    QByteArray bytes = "Prompt\n";
    for (int row = 0; row < 1000; ++row)
        bytes += QByteArray(40'000, 'x') + '\n';
    ImportDriver driver(bytes, u"x.csv"_s, shippedModels());
    QVERIFY(driver.open());
    QTRY_VERIFY(driver.says(u"larger than one file can be"_s));
    QVERIFY(!driver.add()->isEnabled());
}

void TestImporting::itFollowsTheBatch()
{
    ui::ImportContext context = shippedModels();
    ImportDriver driver("Name,Prompt\nlamp,a lamp\n", u"x.csv"_s, context);
    QVERIFY(driver.open());
    QTRY_VERIFY(driver.add()->isEnabled());
    QCOMPARE(driver.cell(0, PreviewModel::Name), u"lamp"_s);
    batch::Job lamp;
    lamp.name = u"lamp"_s;
    lamp.model = u"m"_s;
    lamp.prompt = u"p"_s;
    context.batch.jobs.append(lamp);
    driver.dialog.setContext(context);
    QVERIFY(!driver.add()->isEnabled()); // not with names of before
    QTRY_VERIFY(driver.add()->isEnabled());
    driver.add()->click();
    QCOMPARE(driver.dialog.jobs().first().job.name, u"lamp 2"_s);
}

void TestImporting::aColumnBecomesAnotherThing()
{
    ImportDriver driver("Text,Num\na lamp,7\na chair,8\n", u"x.csv"_s, shippedModels());
    QVERIFY(driver.open());
    QTRY_VERIFY(!driver.problems().isEmpty());
    QAbstractItemModel *columns = driver.columns()->model();
    QVERIFY(columns->setData(columns->index(0, ColumnModel::Becomes), u"prompt"_s, Qt::EditRole));
    QVERIFY(columns->setData(columns->index(1, ColumnModel::Becomes), u"seed"_s, Qt::EditRole));
    QTRY_VERIFY(driver.add()->isEnabled());
    driver.add()->click();
    QCOMPARE(driver.dialog.jobs()[1].job.prompt, u"a chair"_s);
    QCOMPARE(driver.dialog.jobs()[1].job.seed, 8);
}

void TestImporting::aColumnIsChosenByKeyboard()
{
    ImportDriver driver("Prompt,Num\na lamp,7\n", u"x.csv"_s, shippedModels());
    QVERIFY(driver.open());
    QTRY_VERIFY(driver.add()->isEnabled());
    QTableView *view = driver.columns();
    view->setFocus();
    const QModelIndex becomes = view->model()->index(1, ColumnModel::Becomes);
    view->setCurrentIndex(becomes);
    QTRY_VERIFY(view->findChild<QComboBox *>());
    auto *box = view->findChild<QComboBox *>();
    QCOMPARE(box->currentData().toString(), u"{num}"_s);
    // Headings among the entries can't be chosen.
    const int heading = box->findText(u"Of the job"_s);
    QVERIFY(heading > 0);
    QVERIFY(!(box->model()->flags(box->model()->index(heading, 0)) & Qt::ItemIsEnabled));
    QTRY_VERIFY(box->view()->isVisible());
    box->view()->setCurrentIndex(box->model()->index(box->findData(u"seed"_s), 0));
    QTest::keyClick(box->view(), Qt::Key_Return);
    QTRY_COMPARE(becomes.data(ColumnModel::KeyRole).toString(), u"seed"_s);
}

void TestImporting::namesAndVariablesByButton()
{
    ImportDriver driver("Product,Colour\nlamp,red\nchair,red\n", u"x.csv"_s, shippedModels());
    QVERIFY(driver.open());
    QTRY_COMPARE(driver.name()->text(), u"{product}"_s);
    const auto chip = [&driver](const QString &text) -> QToolButton * {
        for (QToolButton *button : driver.dialog.findChildren<QToolButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    };
    QVERIFY(chip(u"{colour}"_s));
    driver.prompt()->setFocus();
    QTest::keyClicks(driver.prompt(), u"A "_s);
    QTest::mouseClick(chip(u"{colour}"_s), Qt::LeftButton);
    QTest::keyClicks(driver.prompt(), u" thing"_s);
    QCOMPARE(driver.prompt()->toPlainText(), u"A {colour} thing"_s);
    driver.name()->setFocus();
    driver.name()->end(false);
    QTest::mouseClick(chip(u"{colour}"_s), Qt::LeftButton);
    QTRY_COMPARE(driver.cell(0, PreviewModel::Name), u"lampred"_s);
    QCOMPARE(driver.cell(0, PreviewModel::Prompt), u"A red thing"_s);
}

void TestImporting::aVideoModelMakesVideos()
{
    ImportDriver driver("Prompt,Seconds\nwaves,5\n", u"x.csv"_s, shippedModels());
    QVERIFY(driver.open());
    QTRY_VERIFY(driver.add()->isEnabled());
    auto *type = driver.named<QComboBox>(u"Type"_s);
    const int video = type->findData(int(batch::MediaType::Video));
    type->setCurrentIndex(video);
    emit type->activated(video);
    QTRY_VERIFY(driver.cell(0, PreviewModel::Size).startsWith(u"5"_s));
    driver.add()->click();
    const batch::Job job = driver.dialog.jobs().first().job;
    QCOMPARE(job.type, batch::MediaType::Video);
    QCOMPARE(catalog::Catalog::builtIn().find(job.model)->type, batch::MediaType::Video);
    QCOMPARE(job.duration, 5.0);
}

void TestImporting::aBrokenSheetIsExplained()
{
    ImportDriver driver("name,prompt\nlamp,\"a lamp\nchair,a chair\n", u"x.csv"_s, shippedModels());
    QVERIFY(driver.open());
    QTRY_VERIFY(driver.says(u"Line 2"_s));
    QVERIFY(!driver.add()->isEnabled());
    QVERIFY(driver.dialog.jobs().isEmpty());
    auto *quotes = driver.named<QComboBox>(u"Quotes"_s);
    quotes->setCurrentIndex(2);
    emit quotes->activated(2);
    QTRY_VERIFY(driver.add()->isEnabled());
    QCOMPARE(driver.cell(0, PreviewModel::Prompt), u"\"a lamp"_s);
}

void TestImporting::nothingToImport()
{
    ImportDriver empty({}, u"x.csv"_s, shippedModels());
    QVERIFY(empty.open());
    QTRY_VERIFY(empty.says(u"The sheet is empty."_s));
    ImportDriver header("name,prompt\n", u"x.csv"_s, shippedModels());
    QVERIFY(header.open());
    QTRY_VERIFY(header.says(u"No jobs yet"_s));
    QVERIFY(!header.add()->isEnabled());
}

void TestImporting::defaultsOfTheBatchHold()
{
    ui::ImportContext context = shippedModels();
    context.batch.vars.insert(u"brand"_s, u"Aurora"_s);
    batch::JobDefaults &all = context.batch.defaults.all;
    all.saysType = true;
    all.job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    all.job.prompt = u"{brand} {product}"_s;
    ImportDriver driver("Product,Colour\nlamp,red\nchair,red\n", u"x.csv"_s, context);
    QVERIFY(driver.open());
    QTRY_VERIFY(driver.add()->isEnabled());
    QCOMPARE(driver.prompt()->toPlainText(), u"{brand} {product}"_s);
    QCOMPARE(driver.cell(0, PreviewModel::Prompt), u"Aurora lamp"_s);
    driver.add()->click();
    const batch::JobSource entry = driver.dialog.jobs().first();
    QVERIFY(entry.job.model.isEmpty() && entry.job.prompt.isEmpty() && !entry.saysType);
    QCOMPARE(entry.vars.value(u"product"_s), u"lamp"_s);
}

void TestImporting::theWindowNeverWaits()
{
    const QByteArray bytes = productSheet(10'000);
    QElapsedTimer sinceBeat;
    sinceBeat.start();
    qint64 longest = 0;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this,
            [&] { longest = std::max(longest, sinceBeat.restart()); });
    ImportDriver driver(bytes, u"many.csv"_s, shippedModels());
    driver.dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&driver.dialog));
    beat.start(5);
    sinceBeat.restart();
    QTRY_VERIFY_WITH_TIMEOUT(driver.add()->isEnabled(), 60'000);
    QTRY_VERIFY(longest > 0);
    beat.stop();
    // What is left for the window is a hundred rows: far below this, also with sanitizers.
    QVERIFY2(longest < 500, qPrintable(QString::number(longest)));
    QVERIFY(driver.says(u"$400.00"_s));
    QCOMPARE(driver.preview()->model()->rowCount(), ui::previewLength);
    driver.add()->click();
    QCOMPARE(driver.dialog.jobs().size(), 10'000);
}

/// That goes through the whole sheet, so it is done where the sheet is read.
void TestImporting::columnsAreGuessedWithTheReading()
{
    const ui::SheetReading reading = ui::readSheet("name,prompt,Colour\nA,a cat,red\n", {});
    QVERIFY(reading.table);
    QCOMPARE(reading.guess, sheet::guessMapping(*reading.table));
    QCOMPARE(reading.guess.size(), 3);
    QVERIFY(ui::readSheet("", {}).guess.isEmpty());
}

void TestImporting::theWindowWorksWhileASheetIsRead()
{
    QThreadPool *pool = QThreadPool::globalInstance();
    const auto gate = std::make_shared<QSemaphore>();
    for (int i = 0; i < pool->maxThreadCount(); ++i)
        pool->start([gate] { gate->acquire(); });
    const auto open = qScopeGuard([&] { gate->release(pool->maxThreadCount()); });
    ImportDriver driver(productSheet(20), u"x.csv"_s, shippedModels());
    driver.dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&driver.dialog));
    QVERIFY(driver.says(u"Reading…"_s));
    QVERIFY(!driver.add()->isEnabled());
    QTest::keyClicks(driver.prompt(), u"A photo"_s);
    QCOMPARE(driver.prompt()->toPlainText(), u"A photo"_s);
    gate->release(pool->maxThreadCount());
    QTRY_VERIFY(driver.add()->isEnabled());
    QCOMPARE(driver.prompt()->toPlainText(), u"A photo"_s);
}

void TestImporting::cancelAddsNothing()
{
    auto driver = std::make_unique<ImportDriver>(productSheet(2000), u"x.csv"_s, shippedModels());
    driver->dialog.open();
    QSignalSpy rejected(&driver->dialog, &QDialog::rejected);
    QTest::keyClick(&driver->dialog, Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    // Work that is under way finds nobody, and minds nothing.
    driver.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
}

QTEST_MAIN(TestImporting)
#include "test_importing.moc"
