// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pace/backoff.h"

#include <QTest>

using namespace std::chrono_literals;
using engine::Backoff;
using engine::Gate;

class BackoffTest : public QObject
{
    Q_OBJECT
private slots:
    void doublesUpToTheLongest();
    void burstCountsAsOne();
    void oldNewsChangesNothing();
    void passingResets();

private:
    QRandomGenerator m_chance{1};
};

void BackoffTest::doublesUpToTheLongest()
{
    Backoff backoff(4s, 60s);
    for (const int expected : {4, 8, 16, 32, 60, 60}) {
        const double wait = static_cast<double>(backoff.next(m_chance).count()) / 1000;
        QVERIFY2(wait >= 0.8 * expected && wait <= 1.2 * expected,
                 qPrintable(QString::number(wait)));
    }
    backoff.reset();
    QVERIFY(backoff.next(m_chance) <= 4800ms);
}

void BackoffTest::burstCountsAsOne()
{
    Gate gate(Backoff(4s, 60s));
    const auto until = gate.close(10s, 11s, m_chance);
    QVERIFY(until > 14s && until < 16s);
    // Fifty more that left before it closed.
    for (int i = 0; i < 50; ++i)
        QCOMPARE(gate.close(10s, 12s, m_chance), until);
    // One that left when it had opened again.
    const auto second = gate.close(20s, 20s, m_chance);
    QVERIFY(second > 26s && second < 30s);
    QCOMPARE(gate.waited(), (until - 11s) + (second - 20s));
}

void BackoffTest::oldNewsChangesNothing()
{
    Gate gate(Backoff(4s, 60s));
    const auto until = gate.close(10s, 11s, m_chance);
    gate.passed(10s); // Left before, and was lucky.
    QCOMPARE(gate.opensAt(), until);
    QVERIFY(gate.waited() > 0s);
}

void BackoffTest::passingResets()
{
    Gate gate(Backoff(4s, 60s));
    gate.close(0s, 0s, m_chance);
    gate.close(10s, 10s, m_chance);
    gate.passed(30s);
    QCOMPARE(gate.waited(), 0ms);
    QVERIFY(gate.close(40s, 40s, m_chance) < 45s);
}

QTEST_GUILESS_MAIN(BackoffTest)
#include "test_backoff.moc"
