// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/memorysubmissions.h"

#include <QTest>

using namespace Qt::StringLiterals;

class MemorySubmissionsTest : public QObject
{
    Q_OBJECT
private slots:
    void keepsFactsInOrder();
    void refusesWhatDoesNotFit();
};

namespace {

store::Intent intent(const QString &submission)
{
    store::Intent intent;
    intent.submission = submission;
    return intent;
}

} // namespace

void MemorySubmissionsTest::keepsFactsInOrder()
{
    store::MemorySubmissions store;
    int done = 0;
    const auto count = [&done](const tl::expected<void, QString> &kept) { done += kept ? 1 : 0; };
    store.recordIntent(intent(u"b"_s), count);
    store.recordIntent(intent(u"a"_s), count);
    store.recordAccepted(u"a"_s, u"p1"_s, count);
    batch::JobResult result;
    result.state = batch::JobState::Succeeded;
    store.recordOutcome(u"a"_s, result, count);
    QCOMPARE(done, 4);
    QCOMPARE(store.records().size(), 2);
    QCOMPARE(store.records().at(0).intent.submission, u"b"_s);
    QCOMPARE(store.records().at(0).predictionId, QString());
    QCOMPARE(store.records().at(1).predictionId, u"p1"_s);
    QCOMPARE(store.records().at(1).result.state, batch::JobState::Succeeded);
}

void MemorySubmissionsTest::refusesWhatDoesNotFit()
{
    store::MemorySubmissions store;
    QStringList errors;
    const auto note = [&errors](const tl::expected<void, QString> &kept) {
        errors.append(kept ? QString() : kept.error());
    };
    store.recordIntent(intent(u"a"_s), note);
    store.recordIntent(intent(u"a"_s), note);
    store.recordAccepted(u"b"_s, u"p"_s, note);
    store.recordOutcome(u"b"_s, {}, note);
    QCOMPARE(errors.size(), 4);
    QVERIFY(errors.takeFirst().isEmpty());
    for (const QString &error : errors)
        QVERIFY(!error.isEmpty());
    QCOMPARE(store.records().size(), 1);
}

QTEST_GUILESS_MAIN(MemorySubmissionsTest)
#include "test_memorysubmissions.moc"
