// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs of what entries make: each variation is a job of its own.
#include "engine/scriptedservice.h"
#include "session/desk.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using batch::JobState;
using Peer = HttpScript::Peer;

namespace {

constexpr auto keyVariable = "ATLAS_CLOUD_API_KEY";
constexpr auto serverVariable = "ATLASCLOUD_BASE_URL";
constexpr int patience = 20'000; ///< ms

batch::JobSource heroes(const QStringList &colours)
{
    batch::JobSource entry(Desk::imageJob(u"hero"_s));
    entry.job.prompt = u"A {colour} hero"_s;
    entry.matrix = {{u"colour"_s, colours}};
    return entry;
}

} // namespace

class TestVariedRuns : public QObject
{
    Q_OBJECT

private:
    config::BatchFile fileOf(const QList<batch::JobSource> &entries) const
    {
        config::BatchFile file;
        file.path = m_dir->filePath(u"batch.yaml"_s);
        file.source.jobs = entries;
        return file;
    }
    static int countIn(const Desk &desk, JobState state)
    {
        const auto &jobs = desk.document.batch().jobs;
        return static_cast<int>(std::ranges::count_if(
            jobs, [&](const batch::Job &job) { return desk.session->stateOf(job.id) == state; }));
    }
    static void setColours(Desk &desk, const QStringList &colours)
    {
        batch::JobSource entry = desk.document.entry(0);
        entry.matrix[0].values = colours;
        desk.document.changeEntries({{0, entry}}, u"Edit"_s);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ScriptedService> m_service;

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_service = std::make_unique<ScriptedService>();
        m_service->poll = [this](Peer &peer, int) { m_service->complete(peer); };
        qputenv(keyVariable, "a-key");
        qputenv(serverVariable, m_service->baseUrl().toEncoded());
    }
    void cleanup()
    {
        qunsetenv(keyVariable);
        qunsetenv(serverVariable);
    }

    void aGrownListMakesOnlyWhatIsNew()
    {
        const batch::JobSource entry = heroes({u"red"_s, u"blue"_s});
        Desk desk(fileOf({entry, Desk::imageJob(u"plain"_s)}));
        QTRY_COMPARE(desk.counts().runnable, 3);
        QCOMPARE(desk.counts().enabled, 3);
        QCOMPARE(desk.session->bill().all.toCome, batch::Cost::fromUsd(0.12));
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(countIn(desk, JobState::Succeeded), 3, patience);
        QTRY_VERIFY(!desk.session->isRunning());

        setColours(desk, {u"red"_s, u"green"_s, u"blue"_s});
        QTRY_COMPARE(desk.counts().runnable, 1);
        QCOMPARE(desk.counts().succeeded, 3);
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(countIn(desk, JobState::Succeeded), 4, patience);
        QTRY_VERIFY(!desk.session->isRunning());
        QCOMPARE(m_service->submissions, 4);

        // Opened again, all of them are there.
        Desk again(fileOf({heroes({u"blue"_s, u"red"_s, u"green"_s}), Desk::imageJob(u"plain"_s)}));
        QTRY_VERIFY_WITH_TIMEOUT(again.isRead(), patience);
        QCOMPARE(countIn(again, JobState::Succeeded), 4);
        QCOMPARE(again.counts().runnable, 0);
    }

    void renamedTakesKeepTheirResults()
    {
        batch::JobSource entry = heroes({u"red"_s, u"blue"_s});
        entry.count = 3;
        Desk desk(fileOf({entry}));
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(countIn(desk, JobState::Succeeded), 6, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isRunning(), patience);
        entry = desk.document.entry(0);
        entry.job.name = u"champion {take}"_s;
        desk.document.changeEntries({{0, entry}}, u"Rename"_s);
        QCOMPARE(countIn(desk, JobState::Succeeded), 6);
        QTRY_COMPARE(desk.counts().runnable, 0);

        Desk again(fileOf({entry}));
        QTRY_VERIFY_WITH_TIMEOUT(again.isRead(), patience);
        QCOMPARE(countIn(again, JobState::Succeeded), 6);
        QCOMPARE(again.counts().runnable, 0);
        QCOMPARE(m_service->submissions, 6);
    }

    void aListThatShrinksAndIsRenamedKeepsItsResults()
    {
        Desk desk(fileOf({heroes({u"red"_s, u"blue"_s})}));
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(countIn(desk, JobState::Succeeded), 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isRunning(), patience);
        setColours(desk, {u"red"_s});
        QCOMPARE(countIn(desk, JobState::Succeeded), 1);
        QCOMPARE(desk.counts().runnable, 0);
        batch::JobSource entry = desk.document.entry(0);
        entry.matrix[0].name = u"color"_s;
        desk.document.changeEntries({{0, entry}}, u"Rename"_s);
        QCOMPARE(desk.document.made(0).count, 0); // no text names it yet
        entry.job.prompt = u"A {color} hero"_s;
        desk.document.changeEntries({{0, entry}}, u"Edit"_s);
        QCOMPARE(countIn(desk, JobState::Succeeded), 1);
        setColours(desk, {u"green"_s, u"blue"_s, u"red"_s});
        QCOMPARE(desk.session->stateOf(desk.document.madeIds(0).at(2)), JobState::Succeeded);
        desk.document.undoStack()->setIndex(0);
        QCOMPARE(countIn(desk, JobState::Succeeded), 2);
        QCOMPARE(m_service->submissions, 2);
    }

    void theOneThatIsLeftGoesOnWhileItIsMade()
    {
        bool mayFinish = false;
        m_service->poll = [&](Peer &peer, int) {
            mayFinish ? m_service->complete(peer) : m_service->running(peer);
        };
        Desk desk(fileOf({heroes({u"red"_s, u"blue"_s})}));
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(countIn(desk, JobState::Generating), 2, patience);
        setColours(desk, {u"red"_s});
        QCOMPARE(countIn(desk, JobState::Generating), 1);
        desk.session->run(); // there is nothing to add: it is under way
        mayFinish = true;
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isRunning(), patience);
        QCOMPARE(countIn(desk, JobState::Succeeded), 1);
        QCOMPARE(m_service->submissions, 2);
    }

    void whatIsSwitchedOffIsNotMade()
    {
        Desk desk(fileOf({heroes({u"red"_s, u"blue"_s, u"green"_s})}));
        desk.document.setMadeEnabled({desk.document.madeIds(0).at(1)}, false);
        QTRY_COMPARE(desk.counts().runnable, 2);
        QCOMPARE(desk.session->bill().all.toCome, batch::Cost::fromUsd(0.08));
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(countIn(desk, JobState::Succeeded), 2, patience);
        QTRY_VERIFY(!desk.session->isRunning());
        QCOMPARE(desk.session->stateOf(desk.document.madeIds(0).at(1)), JobState::Draft);
        QCOMPARE(m_service->submissions, 2);
    }

    void aCombinationThatGoesWhileItWaitsIsNotSubmitted()
    {
        bool mayFinish = false;
        m_service->poll = [&](Peer &peer, int) {
            mayFinish ? m_service->complete(peer) : m_service->running(peer);
        };
        config::BatchFile file = fileOf({heroes({u"red"_s, u"blue"_s, u"green"_s})});
        file.source.settings.maxWorkers = 1;
        Desk desk(file);
        desk.session->run();
        const batch::JobId first = desk.document.madeIds(0).at(0);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session->stateOf(first), JobState::Generating, patience);
        // The last goes with its value, the second is switched off.
        setColours(desk, {u"red"_s, u"blue"_s});
        desk.document.setMadeEnabled({desk.document.madeIds(0).at(1)}, false);
        mayFinish = true;
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isRunning(), patience);
        QCOMPARE(desk.session->stateOf(first), JobState::Succeeded);
        QCOMPARE(m_service->submissions, 1);
    }

    void aCombinationThatWasPaidForIsStillFetched()
    {
        m_service->poll = [this](Peer &peer, int) { m_service->running(peer); };
        Desk desk(fileOf({heroes({u"red"_s, u"blue"_s})}));
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(countIn(desk, JobState::Generating), 2, patience);
        desk.session->leave();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isRunning(), patience);
        setColours(desk, {u"red"_s});
        QTRY_COMPARE(desk.counts().enabled, 1); // counted anew
        QCOMPARE(desk.counts().runnable, 2);
        QCOMPARE(desk.counts().unfetched, 2);
        m_service->poll = [this](Peer &peer, int) { m_service->complete(peer); };
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(countIn(desk, JobState::Succeeded), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isRunning(), patience);
        QCOMPARE(desk.session->strayFiles().size(), 1);
        QCOMPARE(m_service->submissions, 2);
        // An undo brings the combination back, with its result.
        desk.document.undoStack()->undo();
        QCOMPARE(countIn(desk, JobState::Succeeded), 2);
    }

    void anEntryThatMakesNothingIsSaidToBeLeftOut()
    {
        batch::JobSource wrong = heroes({u"red"_s});
        wrong.job.prompt = u"A {clour} hero"_s;
        batch::JobSource off = wrong;
        off.job.id = batch::newJobId();
        off.job.enabled = false;
        Desk desk(fileOf({wrong, Desk::imageJob(u"plain"_s), off}));
        QTRY_COMPARE(desk.counts().leftOut, 1);
        QSignalSpy leftOut(&*desk.session, &ui::RunSession::leftOut);
        desk.session->run();
        QCOMPARE(leftOut.first().first().value<QList<batch::JobId>>(), QList({wrong.id()}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.session->isRunning(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isRunning(), patience);
        QCOMPARE(m_service->submissions, 1);
        // The same where the entry itself is asked for.
        leftOut.clear();
        desk.session->runAgain({wrong.id()});
        QCOMPARE(leftOut.first().first().value<QList<batch::JobId>>(), QList({wrong.id()}));
    }

    void resultsStayOverAReload()
    {
        const batch::JobSource entry = heroes({u"red"_s, u"blue"_s});
        Desk desk(fileOf({entry}));
        desk.session->run();
        QTRY_COMPARE_WITH_TIMEOUT(countIn(desk, JobState::Succeeded), 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session->isRunning(), patience);
        QSignalSpy all(&*desk.session, &ui::RunSession::jobsChanged);
        desk.document.reload(
            fileOf({Desk::imageJob(u"new"_s), heroes({u"red"_s, u"blue"_s, u"green"_s})}));
        QVERIFY(!all.isEmpty());
        QCOMPARE(countIn(desk, JobState::Succeeded), 2);
        QCOMPARE(desk.counts().runnable, 2);
    }
};

QTEST_MAIN(TestVariedRuns)
#include "test_variedruns.moc"
