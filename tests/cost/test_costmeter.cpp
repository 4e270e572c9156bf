// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/billview.h"
#include "cost/budgetfield.h"
#include "cost/costbar.h"
#include "cost/costmeter.h"
#include "cost/modellist.h"
#include "language/language.h"
#include "look/theme.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace ui;
using namespace Qt::StringLiterals;
using batch::Cost;
using batch::JobState;

namespace {

constexpr auto flux = "black-forest-labs/flux-2-pro/text-to-image";
constexpr auto seedance = "bytedance/seedance-v1.5-pro/text-to-video";

Cost usd(double amount)
{
    return Cost::fromUsd(amount);
}

batch::Job imageJob(const QString &name)
{
    batch::Job job;
    job.name = name;
    job.model = QString::fromLatin1(flux);
    job.prompt = u"一隻貓在晨光裡"_s;
    return job;
}

BillFacts factsOf(JobState image, JobState clip, std::optional<Cost> budget)
{
    BillFacts facts;
    facts.bill.add(QString::fromLatin1(flux), usd(0.08), image, false);
    facts.bill.add(QString::fromLatin1(seedance), usd(0.22), clip, false);
    facts.bill.add(u"google/veo3.1/text-to-video"_s, usd(0.24), JobState::Draft, false);
    facts.bill.add(u"someone/a-model-that-the-catalog-has-never-heard-of/text-to-video"_s,
                   usd(0.05), JobState::Draft, true);
    facts.budget = budget;
    facts.typicalTime = 130;
    facts.sandbox = true;
    return facts;
}

BillView viewOf(const BillFacts &facts)
{
    return BillView::of(facts, catalog::Catalog::builtIn());
}

/// What a client on the accessibility bus finds: the names of all that is shown.
QStringList accessibleNames(const QWidget *widget)
{
    QStringList names;
    for (QWidget *child : widget->findChildren<QWidget *>()) {
        if (!child->isVisibleTo(widget))
            continue;
        if (QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(child))
            names.append(interface->text(QAccessible::Name));
    }
    return names;
}

/// A document and its session, with nothing under way.
struct Stand
{
    BatchDocument document{catalog::Catalog::builtIn()};
    RunSession session{&document, [] {
                           RunOptions options;
                           options.sandbox = true;
                           return options;
                       }()};
    CostMeter meter{&document, &session};

    template <typename T>
    T *child() const
    {
        return meter.findChild<T *>();
    }
};

} // namespace

class TestCostMeter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        language::install(*qApp, QLocale::c());
        applyAppearance(*qApp, Appearance::Light);
    }
    void followsTheDocument();
    void figuresHaveNames();
    void budgetIsOneStepOfUndo();
    void unchangedBudgetMakesNoStep();
    void layoutStaysWhenFiguresChange();
    void jobsWithErrorsAreLeftOut();
    void theBalanceStandsBesideTheBill();
    void notesMoveNothing();
    void aNewerCatalogChangesTheBill();
    void namesTooLongAreWholeInTheToolTip();
    void speaksChinese();
    void fitsItsPlace_data();
    void fitsItsPlace();
    void pictures();
};

void TestCostMeter::followsTheDocument()
{
    Stand stand;
    QVERIFY(accessibleNames(&stand.meter).contains(u"Total: $0.00"_s));
    stand.document.insertJobs(0, {imageJob(u"Cat"_s), imageJob(u"Dog"_s)}, u"Add"_s);
    QTRY_VERIFY(accessibleNames(&stand.meter).contains(u"Total: $0.08"_s));
    QVERIFY(accessibleNames(&stand.meter).contains(u"Estimate: $0.08"_s));
    batch::Job off = stand.document.job(0);
    off.enabled = false;
    stand.document.changeJob(0, off, u"Switch off"_s);
    QTRY_VERIFY(accessibleNames(&stand.meter).contains(u"Total: $0.04"_s));
    stand.document.undoStack()->undo();
    QTRY_VERIFY(accessibleNames(&stand.meter).contains(u"Total: $0.08"_s));
    stand.document.reset();
    QTRY_VERIFY(accessibleNames(&stand.meter).contains(u"Total: $0.00"_s));
}

void TestCostMeter::figuresHaveNames()
{
    Stand stand;
    stand.meter.showBill(viewOf(factsOf(JobState::Succeeded, JobState::Generating, usd(0.4))));
    const QStringList names = accessibleNames(&stand.meter);
    for (const QString &name :
         {u"Spent: $0.08"_s, u"Under way: $0.22"_s, u"To come: $0.29"_s, u"Total: ≈$0.59"_s,
          u"Budget: $0.40"_s, u"Cost by model"_s, u"$0.19 over budget"_s})
        QVERIFY2(names.contains(name), qPrintable(name + u" is not in "_s + names.join(u'|')));
    QVERIFY(stand.child<CostBar>()->accessibleDescription().contains("Under way: $0.22"_L1));
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(stand.child<ModelList>());
    QVERIFY(table && table->tableInterface());
    QCOMPARE(table->tableInterface()->rowCount(), 4);
}

void TestCostMeter::budgetIsOneStepOfUndo()
{
    Stand stand;
    stand.meter.show();
    auto *field = stand.child<BudgetField>();
    auto *box = field->findChild<QDoubleSpinBox *>();
    QTest::mouseClick(field->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(field->isEditing());
    QTest::keyClicks(box, u"0.4"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(!field->isEditing());
    QCOMPARE(stand.document.batch().settings.budget, std::optional(usd(0.4)));
    QCOMPARE(stand.document.undoStack()->count(), 1);
    QTRY_VERIFY(accessibleNames(&stand.meter).contains(u"Budget: $0.40"_s));

    stand.document.undoStack()->undo();
    QVERIFY(!stand.document.batch().settings.budget);
    QTRY_VERIFY(accessibleNames(&stand.meter).contains(u"Set a budget"_s));
    stand.document.undoStack()->redo();
    QCOMPARE(stand.document.batch().settings.budget, std::optional(usd(0.4)));
}

void TestCostMeter::unchangedBudgetMakesNoStep()
{
    Stand stand;
    stand.meter.show();
    auto *field = stand.child<BudgetField>();
    field->edit();
    QTest::keyClick(field->findChild<QDoubleSpinBox *>(), Qt::Key_Return);
    QVERIFY(!stand.document.isModified());
}

void TestCostMeter::layoutStaysWhenFiguresChange()
{
    Stand stand;
    stand.meter.resize(1100, stand.meter.sizeHint().height());
    const auto placesAfter = [&stand](JobState image, JobState clip) {
        stand.meter.showBill(viewOf(factsOf(image, clip, usd(0.4))));
        stand.meter.grab();
        QList<QRect> places;
        for (const QLabel *label : stand.meter.findChildren<QLabel *>())
            places.append(QRect(label->mapTo(&stand.meter, QPoint()), QSize()));
        places.append(stand.child<CostBar>()->geometry());
        return places;
    };
    const auto first = placesAfter(JobState::Generating, JobState::Draft);
    QCOMPARE(placesAfter(JobState::Succeeded, JobState::Generating), first);
    QCOMPARE(placesAfter(JobState::Succeeded, JobState::Succeeded), first);
}

void TestCostMeter::jobsWithErrorsAreLeftOut()
{
    Stand stand;
    batch::Job empty = imageJob(u"Dog"_s);
    empty.prompt.clear();
    batch::Job off = empty;
    off.id = batch::newJobId();
    off.enabled = false;
    stand.document.insertJobs(0, {imageJob(u"Cat"_s), empty, off}, u"Add"_s);
    QTRY_VERIFY(accessibleNames(&stand.meter).contains(u"1 job with errors is left out"_s));
    batch::Job whole = stand.document.job(1);
    whole.prompt = u"A dog"_s;
    stand.document.changeJob(1, whole, u"Write"_s);
    QTRY_VERIFY(!accessibleNames(&stand.meter).contains(u"1 job with errors is left out"_s));
}

void TestCostMeter::theBalanceStandsBesideTheBill()
{
    Stand stand;
    stand.document.insertJobs(0, {imageJob(u"Cat"_s), imageJob(u"Dog"_s)}, u"Add"_s);
    const auto says = [&stand](const QString &words) {
        return accessibleNames(&stand.meter).contains(words);
    };
    QVERIFY(accessibleNames(&stand.meter).filter(u"Balance"_s).isEmpty());
    stand.meter.showBalance(usd(125.5), {});
    QVERIFY(says(u"Balance $125.50"_s));
    stand.meter.showBalance(usd(0.07), {});
    QTRY_VERIFY(says(u"Balance $0.07, less than what is to come"_s));
    // It follows what is to come.
    stand.document.removeJobs({1});
    QTRY_VERIFY(says(u"Balance $0.07"_s));
    stand.meter.showBalance({}, u"The key was refused."_s);
    QVERIFY(says(u"Balance not known"_s));
    bool told = false;
    for (const QLabel *label : stand.meter.findChildren<QLabel *>())
        told = told || label->toolTip().contains("The key was refused."_L1);
    QVERIFY(told);
    stand.meter.showBalance({}, {});
    QVERIFY(accessibleNames(&stand.meter).filter(u"Balance"_s).isEmpty());
}

void TestCostMeter::notesMoveNothing()
{
    Stand stand;
    stand.meter.resize(1100, stand.meter.sizeHint().height());
    const auto placesWith = [&stand](int leftOut, std::optional<Cost> balance) {
        BillFacts facts = factsOf(JobState::Succeeded, JobState::Generating, {});
        facts.sandbox = false;
        facts.leftOut = leftOut;
        facts.balance = balance;
        stand.meter.showBill(viewOf(facts));
        stand.meter.grab();
        QList<QRect> places{stand.child<CostBar>()->geometry(),
                            stand.child<ModelList>()->geometry(),
                            stand.child<BudgetField>()->geometry()};
        for (const QLabel *label : stand.meter.findChildren<QLabel *>()) {
            if (!label->text().isEmpty() && !label->text().startsWith(u"Balance"_s)
                && !label->text().contains(u"left out"_s))
                places.append(label->geometry());
        }
        return places;
    };
    const auto first = placesWith(0, {});
    const int height = stand.meter.sizeHint().height();
    QCOMPARE(placesWith(12, usd(125.5)), first);
    QCOMPARE(placesWith(0, usd(0.1)), first);
    QCOMPARE(stand.meter.sizeHint().height(), height);
}

void TestCostMeter::aNewerCatalogChangesTheBill()
{
    Stand stand;
    stand.document.insertJobs(0, {imageJob(u"Cat"_s)}, u"Add"_s);
    QTRY_VERIFY(accessibleNames(&stand.meter).contains(u"Total: $0.04"_s));
    auto *models = stand.child<ModelList>();
    batch::ModelOverride named;
    named.name = u"Newer"_s;
    stand.document.setCatalog(
        catalog::Catalog::builtIn().withOverrides({{QString::fromLatin1(flux), named}}));
    QTRY_COMPARE(models->item(0, 0)->text(), u"Newer"_s);
}

void TestCostMeter::namesTooLongAreWholeInTheToolTip()
{
    Stand stand;
    stand.meter.showBill(viewOf(factsOf(JobState::Draft, JobState::Draft, {})));
    auto *models = stand.child<ModelList>();
    QCOMPARE(models->rowCount(), 4);
    QCOMPARE(models->textElideMode(), Qt::ElideMiddle);
    int found = 0;
    for (int row = 0; row < models->rowCount(); ++row)
        found += models->item(row, 0)->toolTip().contains("never-heard-of"_L1) ? 1 : 0;
    QCOMPARE(found, 1);
}

void TestCostMeter::speaksChinese()
{
    QVERIFY(language::install(*qApp, QLocale(u"zh_TW"_s)));
    Stand stand;
    stand.meter.showBill(viewOf(factsOf(JobState::Succeeded, JobState::Generating, usd(0.4))));
    const QStringList names = accessibleNames(&stand.meter);
    for (const QString &name :
         {u"已花費：US$0.08"_s, u"進行中：US$0.22"_s, u"總計：≈US$0.59"_s, u"預算：US$0.40"_s})
        QVERIFY2(names.contains(name), qPrintable(name + u" is not in "_s + names.join(u'|')));
}

void TestCostMeter::fitsItsPlace_data()
{
    QTest::addColumn<QString>("locale");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_TW"_s;
}

void TestCostMeter::fitsItsPlace()
{
    QFETCH(QString, locale);
    language::install(*qApp, QLocale(locale));
    Stand stand;
    stand.meter.showBill(viewOf(factsOf(JobState::Succeeded, JobState::Generating, usd(0.4))));
    QVERIFY2(stand.meter.sizeHint().height() <= 104,
             qPrintable(QString::number(stand.meter.sizeHint().height())));
    QVERIFY2(stand.meter.minimumSizeHint().width() <= 1100,
             qPrintable(QString::number(stand.meter.minimumSizeHint().width())));
    // Nor does a very large bill widen the window.
    BillFacts large = factsOf(JobState::Succeeded, JobState::Generating, usd(10000));
    large.bill.add(QString::fromLatin1(flux), usd(24680.125), JobState::Generating, false);
    stand.meter.showBill(viewOf(large));
    QVERIFY2(stand.meter.minimumSizeHint().width() <= 1100,
             qPrintable(QString::number(stand.meter.minimumSizeHint().width())));
}

void TestCostMeter::pictures()
{
    const QDir folder(QStringLiteral(RUSHES_BUILD_DIR "/screenshots/cost"));
    QVERIFY(folder.mkpath(u"."_s));
    BillFacts account = factsOf(JobState::Succeeded, JobState::Generating, usd(1));
    account.sandbox = false;
    account.balance = usd(125.5);
    account.leftOut = 3;
    BillFacts broke = factsOf(JobState::Succeeded, JobState::Generating, usd(0.4));
    broke.sandbox = false;
    broke.balance = usd(0.1);
    broke.leftOut = 12;
    const std::pair<QString, BillFacts> states[] = {
        {u"account"_s, account},
        {u"broke"_s, broke},
        {u"estimate"_s, factsOf(JobState::Draft, JobState::Draft, {})},
        {u"running"_s, factsOf(JobState::Succeeded, JobState::Generating, usd(1))},
        {u"over"_s, factsOf(JobState::Succeeded, JobState::Generating, usd(0.4))},
        {u"empty"_s, BillFacts{}}};
    for (const QString &locale : {u"en"_s, u"zh_TW"_s}) {
        language::install(*qApp, QLocale(locale));
        for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
            applyAppearance(*qApp, appearance);
            for (const auto &[name, facts] : states) {
                for (const int width : {1440, 1100}) {
                    Stand stand;
                    stand.meter.resize(width, stand.meter.sizeHint().height());
                    stand.meter.showBill(viewOf(facts));
                    const QString file = u"%1-%2-%3-%4.png"_s.arg(name).arg(width).arg(
                        appearance == Appearance::Dark ? u"dark"_s : u"light"_s, locale);
                    QVERIFY(stand.meter.grab().save(folder.filePath(file)));
                }
            }
        }
    }
}

QTEST_MAIN(TestCostMeter)
#include "test_costmeter.moc"
