// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/estimate.h"
#include "catalog/modelcheck.h"
#include "catalog/request/changeeffect.h"
#include "catalog/request/modelchange.h"
#include "models/manymodels.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;
using catalog::ChangeEffect;

namespace {

const catalog::Catalog &known()
{
    return catalog::Catalog::builtIn();
}

} // namespace

class TestChangeEffect : public QObject
{
    Q_OBJECT

private slots:
    void countsNothingForNoJobs()
    {
        const ChangeEffect effect = catalog::effectOfChange(known(), {}, testing::veo);
        QCOMPARE(effect, ChangeEffect());
    }

    void sumsWhatTheEstimateSays()
    {
        const QList<batch::Job> jobs = testing::veoJobs(20);
        const ChangeEffect effect = catalog::effectOfChange(known(), jobs, testing::seedance);
        Cost before;
        Cost after;
        Cost enabledAfter;
        for (const batch::Job &job : jobs) {
            before += catalog::estimate(known(), job).cost;
            const batch::Job changed = catalog::changeModel(known(), job, testing::seedance).job;
            after += catalog::estimate(known(), changed).cost;
            if (job.enabled)
                enabledAfter += catalog::estimate(known(), changed).cost;
        }
        QCOMPARE(effect.jobs, 20);
        QCOMPARE(effect.changed, 20);
        QCOMPARE(effect.before.cost, before);
        QCOMPARE(effect.before.cost, Cost::fromUsd(20 * 8 * 0.03));
        QCOMPARE(effect.after.cost, after);
        QCOMPARE(effect.after.enabledCost, enabledAfter);
        QVERIFY(enabledAfter < after);
        QCOMPARE(effect.after.cost, Cost::fromUsd(20 * 8 * 0.022));
        QVERIFY(!effect.after.guess);
        QCOMPARE(effect.before.each, (catalog::TypicalTime{60, 120}));
        QCOMPARE(effect.after.each, (catalog::TypicalTime{30, 90}));
        QVERIFY(!effect.becomes);
    }

    void namesWhatIsDropped()
    {
        QList<batch::Job> jobs = testing::veoJobs(20);
        jobs[3].params.insert(u"guidance_scale"_s, 7);
        const ChangeEffect effect = catalog::effectOfChange(known(), jobs, testing::seedance);
        const QList<ChangeEffect::Shared> expected{{u"negative_prompt"_s, 4},
                                                   {u"params.guidance_scale"_s, 1}};
        QCOMPARE(effect.dropped, expected);
    }

    void countsJobsWithErrorsByWhatIsWrong()
    {
        QList<batch::Job> jobs = testing::veoJobs(6);
        for (batch::Job &job : jobs)
            job.model = testing::seedance;
        jobs[1].duration = 12;
        jobs[4].duration = 12;
        const ChangeEffect effect = catalog::effectOfChange(known(), jobs, testing::veo);
        QCOMPARE(effect.jobsWithErrors, 2);
        QCOMPARE(effect.errors.size(), 1);
        QCOMPARE(effect.errors.first().jobs, 2);
        QVERIFY2(effect.errors.first().what.contains(u'8'), qPrintable(effect.errors.first().what));
    }

    /// Jobs that are alike but for their prompts: each prompt is checked all the same.
    void checksEachJobsPrompt()
    {
        QList<batch::Job> jobs = testing::veoJobs(20);
        jobs[2].prompt.clear();
        jobs[12].prompt.clear();
        jobs[4].prompt = QString(5000, u'x');
        const ChangeEffect effect = catalog::effectOfChange(known(), jobs, testing::seedance);
        QCOMPARE(effect.jobsWithErrors, 3);
        QCOMPARE(effect.errors.size(), 2);
        QCOMPARE(effect.errors.first().jobs, 2);
        QVERIFY2(effect.errors.last().what.contains(u"5000"_s),
                 qPrintable(effect.errors.last().what));
    }

    /// More shapes of jobs than are remembered, in turns.
    void sumsManyShapes()
    {
        QList<batch::Job> jobs = testing::veoJobs(90);
        Cost after;
        for (int i = 0; i < jobs.size(); ++i) {
            jobs[i].duration = 1 + i % 30;
            batch::Job changed = jobs.at(i);
            changed.model = testing::seedance;
            after += catalog::estimate(known(), changed).cost;
        }
        const ChangeEffect effect = catalog::effectOfChange(known(), jobs, testing::seedance);
        QCOMPARE(effect.after.cost, after);
        QCOMPARE(effect.jobsWithErrors, 3 * 15); // those of 16 to 30 s
    }

    void tellsOfAnotherType()
    {
        const ChangeEffect effect =
            catalog::effectOfChange(known(), testing::veoJobs(2), testing::flux);
        QCOMPARE(effect.becomes, batch::MediaType::Image);
    }

    void jobsThatHaveItAlreadyDontChange()
    {
        const ChangeEffect effect =
            catalog::effectOfChange(known(), testing::veoJobs(3), testing::veo);
        QCOMPARE(effect.jobs, 3);
        QCOMPARE(effect.changed, 0);
        QCOMPARE(effect.before, effect.after);
    }

    void anUnknownModelIsAGuess()
    {
        const ChangeEffect effect =
            catalog::effectOfChange(known(), testing::veoJobs(3), u"nobody/knows-it"_s);
        QVERIFY(effect.after.guess);
        QCOMPARE(effect.after.cost, Cost::fromUsd(0.15));
        QVERIFY(effect.dropped.isEmpty());
    }

    void reckonsThousandsAtOnce()
    {
        const QList<batch::Job> jobs = testing::veoJobs(10'000);
        QElapsedTimer timer;
        timer.start();
        const ChangeEffect effect = catalog::effectOfChange(known(), jobs, testing::seedance);
        const qint64 taken = timer.elapsed();
        qInfo("%lld ms for 10,000 jobs", static_cast<long long>(taken));
        QCOMPARE(effect.changed, 10'000);
        QCOMPARE(effect.dropped, (QList<ChangeEffect::Shared>{{u"negative_prompt"_s, 2000}}));
        QVERIFY2(taken < 1500, "far above what a person takes for instantly");
    }
};

QTEST_GUILESS_MAIN(TestChangeEffect)

#include "test_changeeffect.moc"
