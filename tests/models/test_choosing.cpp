// SPDX-License-Identifier: GPL-3.0-or-later
//
// The browser opened for jobs: what a change would do, and the change.
#include "catalog/estimate.h"
#include "catalog/modelcheck.h"
#include "models/browserdriver.h"
#include "models/favourites.h"

#include <QSettings>

using namespace Qt::StringLiterals;
using batch::Cost;

namespace {

Cost costOf(const ui::BatchDocument &document)
{
    return catalog::estimate(document.catalog(), document.batch()).all.total();
}

} // namespace

class TestChoosing : public QObject
{
    Q_OBJECT

private slots:
    void init() { QSettings().clear(); }

    /// 300 jobs, of which the first 200 are selected.
    void changesManyJobsInOneStep()
    {
        BrowserDriver driver(catalog::Catalog::builtIn(), testing::veoJobs(300));
        const QList<batch::Job> before = driver.document.batch().jobs;
        const Cost costBefore = costOf(driver.document);
        QVERIFY(driver.open(0, 200));
        QCOMPARE(driver.selected(), testing::veo);
        driver.type(u"seedance text"_s);
        QCOMPARE(driver.selected(), testing::seedance);

        batch::Batch after = driver.document.batch();
        for (int row = 0; row < 200; ++row) {
            after.jobs[row].model = testing::seedance;
            after.jobs[row].negativePrompt.reset();
        }
        const Cost costAfter = catalog::estimate(driver.document.catalog(), after).all.total();
        QVERIFY(costAfter < costBefore);
        const QString shown = u"Batch %1 → %2"_s.arg(costBefore.toDisplay(), costAfter.toDisplay());
        QTRY_VERIFY2(BrowserDriver::words(driver.preview()).contains(shown), qPrintable(shown));
        const QString words = BrowserDriver::words(driver.preview());
        QVERIFY2(words.contains(u"negative_prompt (40 jobs)"_s), qPrintable(words));
        QVERIFY2(words.contains(u"These\u00a0jobs\u00a0$48.00\u00a0→\u00a0$35.20"_s),
                 qPrintable(words));
        QVERIFY2(words.contains(u"60–120\u00a0s\u00a0→\u00a030–90\u00a0s"_s), qPrintable(words));
        QVERIFY2(words.contains(u"Price: built in, as of"_s), qPrintable(words));
        QVERIFY(driver.preview()->accessibleDescription().contains(shown));
        QCOMPARE(driver.document.undoStack()->count(), 0); // so far it was a look

        QTest::keyClick(driver.field(), Qt::Key_Return);
        QVERIFY(!driver.browser->isVisible());
        QCOMPARE(driver.document.undoStack()->count(), 1);
        QCOMPARE(driver.document.undoStack()->undoText(), u"Change model"_s);
        QCOMPARE(costOf(driver.document), costAfter);
        for (int row = 0; row < 300; ++row) {
            const batch::Job &job = driver.document.job(row);
            QCOMPARE(job.model, row < 200 ? testing::seedance : testing::veo);
            QCOMPARE(job.prompt, before.at(row).prompt);
            QCOMPARE(job.duration, before.at(row).duration);
            QCOMPARE(job.resolution, before.at(row).resolution);
            QCOMPARE(job.id, before.at(row).id);
        }
        driver.document.undoStack()->undo();
        QCOMPARE(driver.document.batch().jobs, before);
        QCOMPARE(costOf(driver.document), costBefore);
    }

    void saysWhichJobsWouldHaveErrors()
    {
        QList<batch::Job> jobs = testing::veoJobs(10);
        for (batch::Job &job : jobs)
            job.model = testing::seedance;
        for (const int row : {1, 5, 7})
            jobs[row].duration = 12;
        BrowserDriver driver(catalog::Catalog::builtIn(), jobs);
        QVERIFY(driver.open(0, 10));
        driver.type(testing::veo);
        batch::Job wrong = jobs.at(1);
        wrong.model = testing::veo;
        wrong.negativePrompt.reset();
        const QList<batch::Problem> problems = catalog::check(driver.document.catalog(), wrong);
        QCOMPARE(problems.size(), 1);
        const QString shown = problems.first().message;
        QTRY_VERIFY2(BrowserDriver::words(driver.preview()).contains(shown), qPrintable(shown));
        QVERIFY(BrowserDriver::words(driver.preview()).contains(u"have errors"_s));
    }

    void choosesByDoubleClickAndRemembersIt()
    {
        BrowserDriver driver(catalog::Catalog::builtIn(), testing::veoJobs(2));
        QVERIFY(driver.open(1, 1));
        driver.type(u"seedance text"_s);
        const QRect row = driver.list()->visualRect(driver.list()->model()->index(0, 0));
        QTest::mouseClick(driver.list()->viewport(), Qt::LeftButton, {},
                          row.topLeft() + QPoint(40, 12));
        QTest::mouseDClick(driver.list()->viewport(), Qt::LeftButton, {},
                           row.topLeft() + QPoint(40, 12));
        QVERIFY(!driver.browser->isVisible());
        QCOMPARE(driver.document.job(1).model, testing::seedance);
        QCOMPARE(driver.document.job(0).model, testing::veo);
        QCOMPARE(ui::Favourites().recent(), QStringList{testing::seedance});
    }

    void cancelChangesNothing()
    {
        BrowserDriver driver(catalog::Catalog::builtIn(), testing::veoJobs(2));
        QVERIFY(driver.open(0, 2));
        driver.type(u"seedance text"_s);
        QTest::mouseClick(driver.named<QPushButton>(u"Cancel"_s), Qt::LeftButton);
        QVERIFY(!driver.browser->isVisible());
        QCOMPARE(driver.document.undoStack()->count(), 0);
        QVERIFY(ui::Favourites().recent().isEmpty());
    }

    void theSameModelIsNoStep()
    {
        BrowserDriver driver(catalog::Catalog::builtIn(), testing::veoJobs(3));
        QVERIFY(driver.open(0, 3));
        QCOMPARE(driver.selected(), testing::veo);
        QVERIFY(BrowserDriver::words(driver.preview()).contains(u"already"_s));
        QTest::keyClick(driver.list(), Qt::Key_Return);
        QVERIFY(!driver.browser->isVisible());
        QCOMPARE(driver.document.undoStack()->count(), 0);
    }

    void showsModelsOfTheJobsType()
    {
        QList<batch::Job> jobs = testing::veoJobs(2);
        jobs[1].type = batch::MediaType::Image;
        jobs[1].model = testing::flux;
        BrowserDriver driver(catalog::Catalog::builtIn(), jobs);
        QVERIFY(driver.open(0, 1));
        QVERIFY(!driver.ids().contains(testing::flux));
        QVERIFY(driver.ids().contains(testing::veo));
        driver.browser->reject();
        QVERIFY(driver.open(0, 2));
        QVERIFY(driver.ids().contains(testing::flux));
        QVERIFY(driver.ids().contains(testing::veo));
    }

    void nothingFoundChoosesNothing()
    {
        BrowserDriver driver(catalog::Catalog::builtIn(), testing::veoJobs(2));
        QVERIFY(driver.open(0, 2));
        driver.type(u"no such thing"_s);
        QVERIFY(!driver.named<QPushButton>(u"Choose for 2 jobs"_s)->isEnabled());
        QTest::keyClick(driver.field(), Qt::Key_Return);
        QVERIFY(driver.browser->isVisible());
        QCOMPARE(driver.document.undoStack()->count(), 0);
    }

    void jobsThatWentAwayAreLeftOut()
    {
        BrowserDriver driver(catalog::Catalog::builtIn(), testing::veoJobs(3));
        QVERIFY(driver.open(0, 2));
        driver.document.removeJobs({0});
        driver.type(u"seedance text"_s);
        QTest::keyClick(driver.field(), Qt::Key_Return);
        QCOMPARE(driver.document.job(0).model, testing::seedance);
        QCOMPARE(driver.document.job(1).model, testing::veo);
    }

    void pricesThatChangeMeanwhileAreShown()
    {
        BrowserDriver driver(catalog::Catalog::builtIn(), testing::veoJobs(1));
        QVERIFY(driver.open(0, 1));
        driver.type(u"seedance text"_s);
        batch::ModelOverride dearer;
        dearer.pricePerSecond = Cost::fromUsd(1);
        driver.document.setCatalog(
            catalog::Catalog::builtIn().withOverrides({{testing::seedance, dearer}}));
        QTRY_VERIFY(BrowserDriver::words(driver.preview()).contains(u"$0.24 → $8.00"_s));
    }
};

QTEST_MAIN(TestChoosing)

#include "test_choosing.moc"
