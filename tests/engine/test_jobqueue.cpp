// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pace/jobqueue.h"
#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::JobQueue;

class JobQueueTest : public QObject
{
    Q_OBJECT
private slots:
    void servesInTheBatchsOrder();
    void rateLimitHoldsOneModel();
    void burstHoldsOnce();
    void busyEndsAfterItsPatience();
    void unreachedHoldsEverything();
    void unreadyOnesAreOfferedInTime();
    void clears();
    void tenThousandJobsAreQuick();

private:
    static QList<int> takeAll(JobQueue &queue);
};

QList<int> JobQueueTest::takeAll(JobQueue &queue)
{
    QList<int> all;
    while (const auto next = queue.takeNext())
        all.append(*next);
    return all;
}

void JobQueueTest::servesInTheBatchsOrder()
{
    ManualClock clock;
    JobQueue queue(clock, 1);
    QCOMPARE(queue.takeNext(), std::nullopt);
    for (const int position : {4, 1, 3})
        queue.push(position, u"a"_s);
    for (const int position : {2, 0, 5})
        queue.push(position, u"b"_s);
    queue.push(5, u"b"_s); // There already.
    QCOMPARE(takeAll(queue), QList<int>({0, 1, 2, 3, 4, 5}));
}

void JobQueueTest::rateLimitHoldsOneModel()
{
    ManualClock clock;
    JobQueue queue(clock, 1);
    QSignalSpy opened(&queue, &JobQueue::opened);
    queue.push(0, u"a"_s);
    queue.push(1, u"b"_s);
    QCOMPARE(queue.takeNext(), 0);
    const auto wait = queue.rateLimited(u"a"_s, clock.elapsed());
    queue.push(0, u"a"_s);
    QVERIFY(wait >= 3200ms && wait <= 4800ms);
    QCOMPARE(queue.takeNext(), 1);
    QCOMPARE(queue.takeNext(), std::nullopt);
    clock.advance(wait - 1ms);
    QCOMPARE(queue.takeNext(), std::nullopt);
    clock.advance(1ms);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(queue.takeNext(), 0);
    // Turned away once more: twice as long; accepted: from the beginning.
    const auto second = queue.rateLimited(u"a"_s, clock.elapsed());
    QVERIFY(second >= 6400ms && second <= 9600ms);
    clock.advance(second);
    queue.accepted(u"a"_s, clock.elapsed());
    QVERIFY(queue.rateLimited(u"a"_s, clock.elapsed()) <= 4800ms);
}

void JobQueueTest::burstHoldsOnce()
{
    ManualClock clock;
    JobQueue queue(clock, 1);
    const auto sentAt = clock.elapsed();
    clock.advance(1s);
    const auto wait = queue.rateLimited(u"a"_s, sentAt);
    clock.advance(1s);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(queue.rateLimited(u"a"_s, sentAt), wait - 1s);
}

void JobQueueTest::busyEndsAfterItsPatience()
{
    ManualClock clock;
    JobQueue queue(clock, 1);
    int tries = 0;
    while (const auto wait = queue.busy(u"a"_s, clock.elapsed(), 60s)) {
        clock.advance(*wait);
        QVERIFY(++tries < 10);
    }
    QVERIFY(tries >= 4); // 4 + 8 + 16 + 32 s
    // What it has waited for a rate limit is not held against it.
    JobQueue other(clock, 1);
    for (int i = 0; i < 20; ++i)
        clock.advance(other.rateLimited(u"a"_s, clock.elapsed()));
    QVERIFY(other.busy(u"a"_s, clock.elapsed(), 60s).has_value());
}

void JobQueueTest::unreachedHoldsEverything()
{
    ManualClock clock;
    JobQueue queue(clock, 1);
    queue.push(0, u"a"_s);
    queue.push(1, u"b"_s);
    QCOMPARE(queue.takeNext(), 0);
    const auto wait = queue.unreached(clock.elapsed(), 60s);
    QVERIFY(wait.has_value());
    QCOMPARE(queue.takeNext(), std::nullopt);
    clock.advance(*wait);
    QCOMPARE(queue.takeNext(), 1);
    // Once the patience is used up nothing is held any more: each job fails by itself, at once.
    while (const auto more = queue.unreached(clock.elapsed(), 60s))
        clock.advance(*more);
    queue.push(2, u"a"_s);
    QCOMPARE(queue.takeNext(), 2);
    QVERIFY(!queue.unreached(clock.elapsed(), 60s).has_value());
    // An answer changes that.
    queue.reached(clock.elapsed());
    QVERIFY(queue.unreached(clock.elapsed(), 60s).has_value());
}

void JobQueueTest::unreadyOnesAreOfferedInTime()
{
    ManualClock clock;
    JobQueue queue(clock, 1);
    for (const int position : {0, 1, 2, 4})
        queue.push(position, u"a"_s);
    for (const int position : {3, 5, 6})
        queue.pushUnready(position, position == 5 ? u"b"_s : u"a"_s);
    QCOMPARE(queue.takeUnready(3), std::nullopt); // three come before it
    QCOMPARE(queue.firstUnready(2), QList<int>({3, 5}));
    QCOMPARE(queue.firstUnready(9), QList<int>({3, 5, 6}));
    QCOMPARE(queue.takeNext(), 0);
    QCOMPARE(queue.takeUnready(3), 3);
    QCOMPARE(queue.takeUnready(3), std::nullopt); // before 5 there are 1, 2 and 4
    QCOMPARE(queue.takeNext(), 1);
    // What is held back is not offered, nor does it stand in the way of others.
    queue.rateLimited(u"a"_s, clock.elapsed());
    QCOMPARE(queue.firstUnready(9), QList<int>{5});
    QCOMPARE(queue.takeUnready(1), 5);
    QCOMPARE(queue.takeUnready(9), std::nullopt);
    queue.remove(6, u"a"_s);
    clock.advance(10s);
    QCOMPARE(queue.takeUnready(9), std::nullopt);
    QCOMPARE(takeAll(queue), QList<int>({2, 4}));
}

void JobQueueTest::clears()
{
    ManualClock clock;
    JobQueue queue(clock, 1);
    queue.push(0, u"a"_s);
    queue.pushUnready(1, u"b"_s);
    queue.clear();
    QCOMPARE(queue.takeNext(), std::nullopt);
    QCOMPARE(queue.takeUnready(9), std::nullopt);
    queue.push(2, u"a"_s);
    QCOMPARE(takeAll(queue), QList<int>{2});
}

void JobQueueTest::tenThousandJobsAreQuick()
{
    ManualClock clock;
    JobQueue queue(clock, 1);
    const int count = 10'000;
    // The worst case: every job its own model.
    for (int i = 0; i < count; ++i)
        queue.push(count - i, u"model %1"_s.arg(i));
    QCOMPARE(takeAll(queue).size(), count);
}

QTEST_GUILESS_MAIN(JobQueueTest)
#include "test_jobqueue.moc"
