// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/cost.h"

#include <QTest>

using batch::Cost;
using namespace Qt::StringLiterals;

class TestCost : public QObject
{
    Q_OBJECT

private slots:
    void readsDecimals_data();
    void readsDecimals();
    void refuses_data();
    void refuses();
    void writesDecimals_data();
    void writesDecimals();
    void roundsUsd();
    void sumsStayExact();
    void compares();
    void noFigureOverflows();
};

void TestCost::readsDecimals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("whole") << u"3"_s << qint64(3'000'000);
    QTest::newRow("cents") << u"0.04"_s << qint64(40'000);
    QTest::newRow("six decimals") << u"125.500000"_s << qint64(125'500'000);
    QTest::newRow("micro-dollar") << u"0.000001"_s << qint64(1);
    QTest::newRow("seventh rounds down") << u"0.0000014"_s << qint64(1);
    QTest::newRow("seventh rounds up") << u"0.0000015"_s << qint64(2);
    QTest::newRow("carries over") << u"0.9999999"_s << qint64(1'000'000);
    QTest::newRow("dollar sign") << u"$3.00"_s << qint64(3'000'000);
    QTest::newRow("dollar and space") << u" $ 2.5 "_s << qint64(2'500'000);
    QTest::newRow("USD") << u"usd 7"_s << qint64(7'000'000);
    QTest::newRow("largest") << u"999999999999"_s << qint64(999'999'999'999'000'000);
}

void TestCost::readsDecimals()
{
    QFETCH(QString, text);
    QFETCH(qint64, micros);
    const auto cost = Cost::fromDecimal(text);
    QVERIFY(cost.has_value());
    QCOMPARE(cost->micros(), micros);
}

void TestCost::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u""_s, u" "_s, u"-1"_s, u"$-1"_s, u"1,5"_s, u"1e3"_s, u".5"_s, u"1."_s, u"3 USD"_s,
          u"€3"_s, u"lots"_s, u"1 2"_s, u"９"_s, u"9999999999999"_s, u"$"_s}) {
        QTest::newRow(text.isEmpty() ? "empty" : qUtf8Printable(text)) << text;
    }
}

void TestCost::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!Cost::fromDecimal(text).has_value());
}

void TestCost::writesDecimals_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << u"0.00"_s;
    QTest::newRow("two decimals at least") << qint64(20'000'000) << u"20.00"_s;
    QTest::newRow("trailing zero") << qint64(500'000) << u"0.50"_s;
    QTest::newRow("three") << qint64(22'000) << u"0.022"_s;
    QTest::newRow("six") << qint64(1) << u"0.000001"_s;
    QTest::newRow("negative") << qint64(-1'250'000) << u"-1.25"_s;
    QTest::newRow("negative below one") << qint64(-10'000) << u"-0.01"_s;
}

void TestCost::writesDecimals()
{
    QFETCH(qint64, micros);
    QFETCH(QString, text);
    const Cost cost = Cost::fromMicros(micros);
    QCOMPARE(cost.toDecimal(), text);
    QCOMPARE(cost.toDisplay(), u'$' + text);
    if (micros >= 0)
        QCOMPARE(Cost::fromDecimal(text), cost);
}

void TestCost::roundsUsd()
{
    QCOMPARE(Cost::fromUsd(0.022).micros(), 22'000);
    QCOMPARE(Cost::fromUsd(0.1 + 0.2).micros(), 300'000);
    QCOMPARE(Cost::fromUsd(-0.0000006).micros(), -1);
}

void TestCost::sumsStayExact()
{
    Cost sum;
    for (int i = 0; i < 500; ++i)
        sum += Cost::fromUsd(0.04);
    QCOMPARE(sum.toDecimal(), u"20.00"_s);

    const Cost second = Cost::fromUsd(0.022);
    QCOMPARE(second.times(5).micros(), 110'000);
    QCOMPARE(second.times(7.5).micros(), 165'000);
    QCOMPARE(Cost::fromMicros(1).times(0.5).micros(), 1);
    QCOMPARE((second.times(5) - second).micros(), 88'000);
    QVERIFY((second - second).isZero());
}

void TestCost::compares()
{
    QVERIFY(Cost::fromUsd(0.04) < Cost::fromUsd(0.05));
    QVERIFY(Cost::fromUsd(0.05) >= Cost::fromUsd(0.05));
    QVERIFY(Cost() == Cost::fromMicros(0));
}

void TestCost::noFigureOverflows()
{
    const Cost most = Cost::fromUsd(1e9);
    QCOMPARE(Cost::fromUsd(1).times(1e300), most);
    QCOMPARE(Cost::fromUsd(-1).times(1e300), Cost() - most);
    QCOMPARE(Cost::fromUsd(100'000).times(1e6), most);
    QCOMPARE(Cost::fromUsd(100'000).times(1000), Cost::fromUsd(1e8));
    QCOMPARE(Cost::fromUsd(1).times(qQNaN()), most);
}

QTEST_APPLESS_MAIN(TestCost)
#include "test_cost.moc"
