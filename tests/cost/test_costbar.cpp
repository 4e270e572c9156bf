// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/billview.h"
#include "cost/costbar.h"
#include "look/theme.h"

#include <QApplication>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;
using batch::Cost;
using batch::JobState;

namespace {

Cost usd(double amount)
{
    return Cost::fromUsd(amount);
}

BillView viewOf(const BillFacts &facts)
{
    return BillView::of(facts, catalog::Catalog::builtIn());
}

int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

} // namespace

class TestCostBar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, Appearance::Light); }
    void barIsDrawnToScale();
    void budgetLineStandsAtItsAmount();
};

void TestCostBar::barIsDrawnToScale()
{
    CostBar bar;
    bar.resize(600, bar.sizeHint().height());
    BillFacts facts;
    facts.bill.add(u"m"_s, usd(1), JobState::Succeeded, false);
    facts.bill.add(u"m"_s, usd(2), JobState::Generating, false);
    facts.bill.add(u"m"_s, usd(3), JobState::Waiting, false);
    bar.showBill(viewOf(facts));
    const Theme theme = Theme::of(bar.palette());
    const QImage image = bar.grab().toImage();
    const double spent = pixelsOf(image, theme.spent);
    QVERIFY(std::abs(pixelsOf(image, theme.committed) / spent - 2) < 0.15);
    QVERIFY(std::abs(pixelsOf(image, theme.toCome) / spent - 3) < 0.2);

    // A part too small for a pixel is still there.
    facts.bill.add(u"m"_s, usd(5000), JobState::Waiting, false);
    bar.showBill(viewOf(facts));
    QVERIFY(pixelsOf(bar.grab().toImage(), theme.committed) > 0);

    bar.showBill(viewOf({}));
    QCOMPARE(pixelsOf(bar.grab().toImage(), theme.spent), 0);
}

void TestCostBar::budgetLineStandsAtItsAmount()
{
    CostBar bar;
    bar.resize(600, bar.sizeHint().height());
    BillFacts facts;
    facts.bill.add(u"m"_s, usd(4), JobState::Succeeded, false);
    facts.budget = usd(3);
    bar.showBill(viewOf(facts));
    QCOMPARE(bar.positionOf(usd(3)), 450.0);
    const Theme theme = Theme::of(bar.palette());
    const QImage over = bar.grab().toImage();
    QVERIFY(pixelsOf(over.copy(446, bar.height() - 14, 8, 10), theme.warning) > 10);

    // A budget that is not reached widens the scale instead.
    facts.budget = usd(8);
    bar.showBill(viewOf(facts));
    QCOMPARE(bar.positionOf(usd(4)), 300.0);
    QCOMPARE(pixelsOf(bar.grab().toImage(), theme.warning), 0);
}

QTEST_MAIN(TestCostBar)
#include "test_costbar.moc"
