// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerfixture.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::JobState;

/// The monthly limit: exact, of the local month, by what each submission costs as it stands.
class LedgerMonthTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void exactAtTheBoundary();
    void saysWhatIsLeft();
    void counts_data();
    void counts();
    void newMonthNewLimit();
    void monthsAreLocal();
    void serversAreApart();
    void refusedLeavesNoTrace();

private:
    store::Intent costing(qint64 micros, qint64 limitMicros)
    {
        store::Intent intent = intentOf(u"s%1"_s.arg(++m_count));
        intent.estimate = Cost::fromMicros(micros);
        intent.monthlyLimit = Cost::fromMicros(limitMicros);
        return intent;
    }

    int m_count = 0;
    std::optional<QTemporaryDir> m_dir;
    std::optional<store::Ledger> m_ledger;
};

void LedgerMonthTest::initTestCase()
{
    qputenv("TZ", "Asia/Taipei"); // UTC+8, no summer time
    tzset();
}

void LedgerMonthTest::init()
{
    m_dir.emplace();
    m_ledger.emplace(m_dir->filePath(u"ledger.sqlite"_s));
}

void LedgerMonthTest::cleanup()
{
    m_ledger.reset();
    m_dir.reset();
}

void LedgerMonthTest::exactAtTheBoundary()
{
    for (int i = 0; i < 25; ++i)
        QVERIFY(keep(*m_ledger, costing(40'000, 1'000'000)).has_value());
    const Answer tooMuch = keep(*m_ledger, costing(1, 1'000'000));
    QVERIFY(!tooMuch);
    QCOMPARE(tooMuch.error().kind, store::StoreError::Kind::MonthlyLimit);
    QVERIFY(keep(*m_ledger, costing(0, 1'000'000)).has_value());
    QVERIFY(keep(*m_ledger, costing(1, 1'000'001)).has_value());
}

void LedgerMonthTest::saysWhatIsLeft()
{
    QVERIFY(keep(*m_ledger, costing(750'000, 1'000'000)).has_value());
    const Answer refused = keep(*m_ledger, costing(260'000, 1'000'000));
    QVERIFY(!refused);
    const QString &message = refused.error().message;
    for (const qint64 amount : {1'000'000, 250'000, 260'000})
        QVERIFY2(message.contains(Cost::fromMicros(amount).toDisplay()), qPrintable(message));
    // A limit that was lowered below what is spent leaves nothing, not less.
    const Answer lowered = keep(*m_ledger, costing(1, 500'000));
    QVERIFY(!lowered);
    QVERIFY2(!lowered.error().message.contains(u'-'), qPrintable(lowered.error().message));
}

void LedgerMonthTest::counts_data()
{
    QTest::addColumn<JobState>("state");
    QTest::addColumn<bool>("counts");
    QTest::newRow("generating") << JobState::Generating << true;
    QTest::newRow("downloading") << JobState::Downloading << true;
    QTest::newRow("unresolved") << JobState::Unresolved << true;
    QTest::newRow("succeeded") << JobState::Succeeded << true;
    QTest::newRow("failed") << JobState::Failed << false;
    QTest::newRow("waiting") << JobState::Waiting << false;
    QTest::newRow("cancelled") << JobState::Cancelled << false;
}

void LedgerMonthTest::counts()
{
    QFETCH(JobState, state);
    QFETCH(bool, counts);
    const store::Intent first = costing(600'000, 1'000'000);
    QVERIFY(keep(*m_ledger, first).has_value());
    QVERIFY(end(*m_ledger, first.submission, resultOf(first, state)).has_value());
    QCOMPARE(keep(*m_ledger, costing(600'000, 1'000'000)).has_value(), !counts);
    QCOMPARE(m_ledger->costsSince(first.server, store::monthOf(first.at)).value(),
             Cost::fromMicros(600'000));
}

void LedgerMonthTest::newMonthNewLimit()
{
    store::Intent last = costing(1'000'000, 1'000'000);
    last.at = QDateTime(QDate(2026, 2, 28), QTime(23, 59, 59, 999)).toUTC();
    store::Intent next = costing(1'000'000, 1'000'000);
    next.at = QDateTime(QDate(2026, 3, 1), QTime(0, 0)).toUTC();
    store::Intent more = costing(1, 1'000'000);
    more.at = QDateTime(QDate(2026, 3, 31), QTime(23, 59, 59, 999)).toUTC();
    QVERIFY(keep(*m_ledger, last).has_value());
    QVERIFY(keep(*m_ledger, next).has_value());
    QVERIFY(!keep(*m_ledger, more).has_value());
}

void LedgerMonthTest::monthsAreLocal()
{
    // 1 March, 7 in the morning in Taipei; still February in UTC.
    const QDateTime morning(QDate(2026, 2, 28), QTime(23, 0), Qt::UTC);
    const QDateTime month = store::monthOf(morning);
    QCOMPARE(month, QDateTime(QDate(2026, 2, 28), QTime(16, 0), Qt::UTC));
    QCOMPARE(month.timeSpec(), Qt::UTC);
    QCOMPARE(store::monthOf(month), month);
    QCOMPARE(store::monthOf(month.addMSecs(-1)),
             QDateTime(QDate(2026, 1, 31), QTime(16, 0), Qt::UTC));
}

void LedgerMonthTest::serversAreApart()
{
    store::Intent sandbox = costing(1'000'000, 1'000'000);
    sandbox.server = store::ownSandbox.toString();
    QVERIFY(keep(*m_ledger, sandbox).has_value());
    QVERIFY(keep(*m_ledger, costing(1'000'000, 1'000'000)).has_value());
}

void LedgerMonthTest::refusedLeavesNoTrace()
{
    const store::Intent held = costing(900'000, 1'000'000);
    QVERIFY(keep(*m_ledger, held).has_value());
    QVERIFY(end(*m_ledger, held.submission, resultOf(held, JobState::Unresolved)).has_value());
    store::Intent again = costing(900'000, 1'000'000);
    again.replaces = held.submission;
    QVERIFY(!keep(*m_ledger, again).has_value());
    QCOMPARE(submissionsOf(*m_ledger).size(), 1);
    QCOMPARE(find(*m_ledger, held.submission)->decision, store::Decision::None);
    // With more to spend, the same intent goes through.
    again.monthlyLimit = Cost::fromMicros(1'800'000);
    QVERIFY(keep(*m_ledger, again).has_value());
}

QTEST_GUILESS_MAIN(LedgerMonthTest)
#include "test_ledgermonth.moc"
