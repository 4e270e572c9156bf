// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/pollschedule.h"

#include <QTest>

using namespace std::chrono_literals;
using engine::PollSchedule;

class PollScheduleTest : public QObject
{
    Q_OBJECT
private slots:
    void grows_data();
    void grows();
};

void PollScheduleTest::grows_data()
{
    QTest::addColumn<batch::Polling>("polling");
    QTest::addColumn<QList<int>>("waits"); // ms
    QTest::newRow("the article's")
        << batch::Polling{} << QList<int>{5000, 7500, 11250, 16875, 25313, 30000, 30000};
    QTest::newRow("constant") << batch::Polling{2, 1, 2} << QList<int>{2000, 2000, 2000};
    QTest::newRow("shrinking is bent") << batch::Polling{4, 0.5, 30} << QList<int>{4000, 4000};
    QTest::newRow("a longest below the first is bent")
        << batch::Polling{10, 2, 1} << QList<int>{10000, 10000};
    QTest::newRow("nothing is bent") << batch::Polling{0, 0, 0} << QList<int>{100, 100};
}

void PollScheduleTest::grows()
{
    QFETCH(const batch::Polling, polling);
    QFETCH(const QList<int>, waits);
    PollSchedule schedule(polling);
    for (const int wait : waits)
        QCOMPARE(schedule.next().count(), wait);
}

QTEST_GUILESS_MAIN(PollScheduleTest)
#include "test_pollschedule.moc"
