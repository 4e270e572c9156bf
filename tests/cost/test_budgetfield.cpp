// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/budgetfield.h"

#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;
using batch::Cost;

namespace {

Cost usd(double amount)
{
    return Cost::fromUsd(amount);
}

} // namespace

class TestBudgetField : public QObject
{
    Q_OBJECT

private slots:
    void zeroTakesTheBudgetAway();
    void escapeLeavesTheBudget();
    void budgetKeepsItsDecimals();
};

void TestBudgetField::zeroTakesTheBudgetAway()
{
    BudgetField field;
    field.showBudget(usd(2));
    QSignalSpy edited(&field, &BudgetField::budgetEdited);
    field.show();
    field.edit();
    auto *box = field.findChild<QDoubleSpinBox *>();
    QCOMPARE(box->value(), 2.0);
    QTest::keyClicks(box, u"0"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    QVERIFY(!edited.constFirst().constFirst().value<std::optional<Cost>>());
}

void TestBudgetField::escapeLeavesTheBudget()
{
    BudgetField field;
    field.showBudget(usd(2));
    QSignalSpy edited(&field, &BudgetField::budgetEdited);
    field.show();
    field.edit();
    auto *box = field.findChild<QDoubleSpinBox *>();
    QTest::keyClicks(box, u"7"_s);
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(!field.isEditing());
    QCOMPARE(edited.size(), 0);
    // Nor does the typed amount come back with the next editing.
    field.edit();
    QCOMPARE(box->value(), 2.0);
}

void TestBudgetField::budgetKeepsItsDecimals()
{
    BudgetField field;
    field.showBudget(usd(0.0225));
    QSignalSpy edited(&field, &BudgetField::budgetEdited);
    field.show();
    field.edit();
    auto *box = field.findChild<QDoubleSpinBox *>();
    QCOMPARE(box->text(), u"$0.0225"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(edited.size(), 0);
}

QTEST_MAIN(TestBudgetField)
#include "test_budgetfield.moc"
