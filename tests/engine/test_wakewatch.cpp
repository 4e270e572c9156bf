// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pace/wakewatch.h"
#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

class WakeWatchTest : public QObject
{
    Q_OBJECT
private slots:
    void steadyTimeIsNoJump();
    void sleepAndSetClocksAre_data();
    void sleepAndSetClocksAre();
    void scaledTimeIsNoJump();
};

void WakeWatchTest::steadyTimeIsNoJump()
{
    ManualClock clock;
    engine::WakeWatch watch(clock, 1);
    const QSignalSpy jumps(&watch, &engine::WakeWatch::jumped);
    watch.start();
    clock.advance(1h);
    clock.jump(1s); // set right by a time server
    clock.advance(1min);
    QCOMPARE(jumps.size(), 0);
}

void WakeWatchTest::sleepAndSetClocksAre_data()
{
    QTest::addColumn<qint64>("jump"); // s
    QTest::newRow("a nap") << qint64(20);
    QTest::newRow("a night") << qint64(8 * 3600);
    QTest::newRow("set back") << qint64(-3600);
}

void WakeWatchTest::sleepAndSetClocksAre()
{
    QFETCH(const qint64, jump);
    ManualClock clock;
    engine::WakeWatch watch(clock, 1);
    const QSignalSpy jumps(&watch, &engine::WakeWatch::jumped);
    watch.start();
    clock.advance(1min);
    clock.jump(std::chrono::seconds(jump));
    clock.advance(6s);
    QCOMPARE(jumps.size(), 1);
    clock.advance(1h);
    QCOMPARE(jumps.size(), 1);
    watch.stop();
    clock.jump(1h);
    clock.advance(1min);
    QCOMPARE(jumps.size(), 1);
}

void WakeWatchTest::scaledTimeIsNoJump()
{
    // An engine that lives 60 times as fast sees the date stand almost still.
    class Fast : public ManualClock
    {
    public:
        QDateTime now() const override
        {
            return QDateTime::fromMSecsSinceEpoch(elapsed().count() / 60 + slept.count());
        }
        std::chrono::milliseconds slept{0};
    } clock;
    engine::WakeWatch watch(clock, 60);
    const QSignalSpy jumps(&watch, &engine::WakeWatch::jumped);
    watch.start();
    clock.advance(10h);
    QCOMPARE(jumps.size(), 0);
    clock.slept = 30s;
    clock.advance(6min);
    QCOMPARE(jumps.size(), 1);
}

QTEST_GUILESS_MAIN(WakeWatchTest)
#include "test_wakewatch.moc"
