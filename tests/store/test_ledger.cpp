// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerfixture.h"

#include "batch/jobjson.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using batch::Cost;
using batch::JobState;
using store::Decision;

class LedgerTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void intentIsKeptWhole();
    void outcomeIsKeptWhole();
    void facts_data();
    void facts();
    void refusesASecondIntent();
    void refusesTheUnknown();
    void anIdIsNeverLost();
    void anIdIsNeverReplaced();
    void chargedStaysCharged();
    void replacesWhatIsUnresolved();
    void decides();
    void givesUpWhatWasPaidFor_data();
    void givesUpWhatWasPaidFor();
    void continuesABatch();
    void renamesABatch();
    void knowsWhosePredictionsTheyAre();
    void batchesAndServersAreApart();
    void serversOfOneName_data();
    void serversOfOneName();
    void isThePersonsAlone();
    void anotherInThisProgramKeepsItsLocks();
    void storesTheBodyOnly();
    void loadsTenThousand();

private:
    QString path() const { return m_dir->filePath(u"rushes/ledger.sqlite"_s); }

    std::optional<QTemporaryDir> m_dir;
    std::optional<store::Ledger> m_ledger;
};

void LedgerTest::init()
{
    m_dir.emplace();
    m_ledger.emplace(path());
}

void LedgerTest::cleanup()
{
    m_ledger.reset();
    m_dir.reset();
}

void LedgerTest::intentIsKeptWhole()
{
    store::Intent intent = intentOf(u"s1"_s);
    intent.job.width = 640;
    intent.job.params = {{u"seed"_s, qint64(9'007'199'254'740'993)}};
    intent.job.extra = {{u"note"_s, u"\"quoted\"\n"_s}};
    intent.estimateIsGuess = true;
    intent.at = QDateTime(QDate(2026, 3, 1), QTime(12, 30, 15, 123), Qt::UTC);
    QVERIFY(keep(*m_ledger, intent).has_value());

    store::Ledger another(path());
    const QList<store::Submission> all = submissionsOf(another);

    QCOMPARE(all.size(), 1);
    const store::Submission &one = all.first();
    QCOMPARE(one.batch, intent.batch);
    QCOMPARE(one.server, intent.server);
    QVERIFY(one.job.sameContent(intent.job));
    QVERIFY(one.job.id != intent.job.id);
    QCOMPARE(one.request, intent.request);
    QCOMPARE(one.decision, Decision::None);
    batch::JobResult expected = resultOf(intent, JobState::Submitting);
    expected.job = one.job.id;
    QCOMPARE(one.result, expected);
    QCOMPARE(one.result.submittedAt.timeSpec(), Qt::UTC);
}

void LedgerTest::outcomeIsKeptWhole()
{
    const store::Intent intent = intentOf(u"s1"_s);
    QVERIFY(keep(*m_ledger, intent).has_value());
    QVERIFY(accept(*m_ledger, u"s1"_s, u"p1"_s).has_value());
    QCOMPARE(find(*m_ledger, u"s1"_s)->result.state, JobState::Generating);
    batch::JobResult result = resultOf(intent, JobState::Succeeded);
    result.predictionId = u"p1"_s;
    result.cost = Cost::fromMicros(123'456'789'012);
    result.costIsGuess = true;
    result.outputs = {
        {QUrl(u"https://cdn.example/a%20b%2Fc.png?sig=x%2By%3D&t=é"_s), u"/out/貓.png"_s},
        {QUrl(u"https://cdn.example/2"_s), QString()}};
    result.generationTime = 83.26;
    result.attempts = 3;
    result.error = u"“late”"_s;
    result.finishedAt = QDateTime(QDate(2026, 3, 1), QTime(12, 31, 0, 7), Qt::UTC);
    QVERIFY(end(*m_ledger, u"s1"_s, result).has_value());

    store::Ledger another(path());
    const batch::JobResult read = find(another, u"s1"_s)->result;

    result.job = read.job;
    result.submittedAt = read.submittedAt;
    QCOMPARE(read.outputs, result.outputs);
    QCOMPARE(read, result);
    QCOMPARE(read.outputs[0].url.toEncoded(), result.outputs[0].url.toEncoded());
}

void LedgerTest::facts_data()
{
    QTest::addColumn<QList<JobState>>("reported");
    QTest::addColumn<JobState>("expected");
    using S = JobState;
    const auto row = [](const char *name, const QList<JobState> &reported, JobState expected) {
        QTest::newRow(name) << reported << expected;
    };
    row("fetched", {S::Generating, S::Downloading, S::Succeeded}, S::Succeeded);
    row("renewed link", {S::Generating, S::Downloading, S::Generating}, S::Generating);
    row("fetched again", {S::Succeeded, S::Downloading}, S::Downloading);
    row("fetched again to the end", {S::Succeeded, S::Downloading, S::Succeeded}, S::Succeeded);
    row("late: still generating", {S::Succeeded, S::Generating}, S::Succeeded);
    row("late: unresolved", {S::Succeeded, S::Unresolved}, S::Succeeded);
    row("late: failed", {S::Succeeded, S::Failed}, S::Succeeded);
    row("late: refused", {S::Succeeded, S::Waiting}, S::Succeeded);
    row("failed stays", {S::Failed, S::Downloading}, S::Failed);
    row("failed doesn't generate", {S::Failed, S::Generating}, S::Failed);
    row("failed isn't unresolved", {S::Failed, S::Unresolved}, S::Failed);
    row("a file proves more", {S::Failed, S::Succeeded}, S::Succeeded);
    row("cancelled stays", {S::Cancelled, S::Generating}, S::Cancelled);
    row("refused, then given up", {S::Waiting, S::Failed}, S::Failed);
    row("refused, then taken out", {S::Waiting, S::Cancelled}, S::Cancelled);
    row("refused stays ended", {S::Waiting, S::Generating}, S::Waiting);
    row("failed generation waits", {S::Generating, S::Waiting}, S::Waiting);
    row("accepted never left unknown", {S::Generating, S::Unresolved}, S::Generating);
    row("accepted did leave", {S::Generating, S::Cancelled}, S::Generating);
    row("unresolved", {S::Unresolved}, S::Unresolved);
    row("unresolved, then found", {S::Unresolved, S::Downloading}, S::Downloading);
}

void LedgerTest::facts()
{
    QFETCH(QList<JobState>, reported);
    QFETCH(JobState, expected);
    const store::Intent intent = intentOf(u"s1"_s);
    QVERIFY(keep(*m_ledger, intent).has_value());
    for (const JobState state : reported)
        QVERIFY(end(*m_ledger, u"s1"_s, resultOf(intent, state)).has_value());
    QCOMPARE(find(*m_ledger, u"s1"_s)->result.state, expected);
}

void LedgerTest::refusesASecondIntent()
{
    QVERIFY(keep(*m_ledger, intentOf(u"s1"_s)).has_value());
    QVERIFY(accept(*m_ledger, u"s1"_s, u"p1"_s).has_value());
    const Answer second = keep(*m_ledger, intentOf(u"s1"_s));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, store::StoreError::Kind::Failed);
    QVERIFY2(second.error().message.contains(u"s1"_s), qPrintable(second.error().message));
    QCOMPARE(submissionsOf(*m_ledger).size(), 1);
    QCOMPARE(find(*m_ledger, u"s1"_s)->result.predictionId, u"p1"_s);
}

void LedgerTest::refusesTheUnknown()
{
    const Answer accepted = accept(*m_ledger, u"nobody"_s, u"p1"_s);
    const Answer ended =
        end(*m_ledger, u"nobody"_s, resultOf(intentOf(u"nobody"_s), JobState::Failed));
    for (const Answer &answer : {accepted, ended}) {
        QVERIFY(!answer);
        QVERIFY2(answer.error().message.contains(u"nobody"_s), qPrintable(answer.error().message));
    }
    QVERIFY(submissionsOf(*m_ledger).isEmpty());
    QVERIFY(m_ledger->decide(u"nobody"_s, Decision::Forgotten).has_value());
}

void LedgerTest::anIdIsNeverLost()
{
    // However it was thought to have ended: the server has accepted it, and it will be paid for.
    for (const JobState state : {JobState::Unresolved, JobState::Waiting, JobState::Failed}) {
        const QString name = batch::toKey(state);
        const store::Intent intent = intentOf(name);
        QVERIFY(keep(*m_ledger, intent).has_value());
        QVERIFY(end(*m_ledger, name, resultOf(intent, state)).has_value());
        QVERIFY(m_ledger->decide(name, Decision::Forgotten).has_value());
        QVERIFY(accept(*m_ledger, name, u"p-"_s + name).has_value());
        QCOMPARE(find(*m_ledger, name)->result.state, JobState::Generating);
        QCOMPARE(find(*m_ledger, name)->decision, Decision::None);
        // A later fact that doesn't name the id leaves it.
        QVERIFY(end(*m_ledger, name, resultOf(intent, JobState::Downloading)).has_value());
        QCOMPARE(find(*m_ledger, name)->result.predictionId, u"p-"_s + name);
    }
}

void LedgerTest::anIdIsNeverReplaced()
{
    const store::Intent intent = intentOf(u"s1"_s);
    QVERIFY(keep(*m_ledger, intent).has_value());
    QVERIFY(accept(*m_ledger, u"s1"_s, u"p1"_s).has_value());
    QVERIFY(end(*m_ledger, u"s1"_s, resultOf(intent, JobState::Succeeded)).has_value());

    QVERIFY(accept(*m_ledger, u"s1"_s, u"p1"_s).has_value()); // told twice: nothing new
    QCOMPARE(find(*m_ledger, u"s1"_s)->result.state, JobState::Succeeded);
    const Answer other = accept(*m_ledger, u"s1"_s, u"p2"_s);
    QVERIFY(!other);
    QVERIFY(other.error().message.contains(u"p1"_s) && other.error().message.contains(u"p2"_s));
    QCOMPARE(find(*m_ledger, u"s1"_s)->result.predictionId, u"p1"_s);
}

void LedgerTest::chargedStaysCharged()
{
    const store::Intent intent = intentOf(u"s1"_s);
    const QDateTime before = intent.at.addSecs(-1);
    const auto costs = [&] { return m_ledger->costsSince(intent.server, before).value(); };
    QVERIFY(keep(*m_ledger, intent).has_value());
    batch::JobResult result = resultOf(intent, JobState::Succeeded);
    result.cost = Cost::fromMicros(50'000);
    QVERIFY(end(*m_ledger, u"s1"_s, result).has_value());
    QCOMPARE(costs(), Cost::fromMicros(50'000));
    // Its file is gone, and the server has it no more: it was charged all the same.
    for (const JobState state : {JobState::Downloading, JobState::Failed}) {
        QVERIFY(end(*m_ledger, u"s1"_s, resultOf(intent, state)).has_value());
        QCOMPARE(find(*m_ledger, u"s1"_s)->result.state, state);
        QCOMPARE(costs(), Cost::fromMicros(50'000));
    }
}

void LedgerTest::replacesWhatIsUnresolved()
{
    const store::Intent held = intentOf(u"held"_s);
    const store::Intent unanswered = intentOf(u"unanswered"_s);
    const store::Intent ended = intentOf(u"ended"_s);
    for (const store::Intent &intent : {held, unanswered, ended})
        QVERIFY(keep(*m_ledger, intent).has_value());
    QVERIFY(end(*m_ledger, u"held"_s, resultOf(held, JobState::Unresolved)).has_value());
    QVERIFY(end(*m_ledger, u"ended"_s, resultOf(ended, JobState::Succeeded)).has_value());

    for (const store::Intent &intent : {held, unanswered, ended}) {
        store::Intent next = intentOf(u"after "_s + intent.submission);
        next.replaces = intent.submission;
        QVERIFY(keep(*m_ledger, next).has_value());
    }

    QCOMPARE(find(*m_ledger, u"held"_s)->decision, Decision::SubmittedAgain);
    QCOMPARE(find(*m_ledger, u"unanswered"_s)->decision, Decision::SubmittedAgain);
    QCOMPARE(find(*m_ledger, u"ended"_s)->decision, Decision::None);
    // It may have been charged: it counts, and to forget it afterwards changes nothing.
    QVERIFY(m_ledger->decide(u"held"_s, Decision::Forgotten).has_value());
    QCOMPARE(m_ledger->costsSince(held.server, held.at.addSecs(-1)).value(),
             Cost::fromMicros(6 * 40'000));
}

void LedgerTest::decides()
{
    const store::Intent intent = intentOf(u"s1"_s);
    QVERIFY(keep(*m_ledger, intent).has_value());
    QVERIFY(end(*m_ledger, u"s1"_s, resultOf(intent, JobState::Unresolved)).has_value());
    const auto costs = [&] {
        return m_ledger->costsSince(intent.server, intent.at.addSecs(-1)).value();
    };
    QCOMPARE(costs(), intent.estimate);
    QVERIFY(m_ledger->decide(u"s1"_s, Decision::Forgotten).has_value());
    QCOMPARE(find(*m_ledger, u"s1"_s)->decision, Decision::Forgotten);
    QCOMPARE(costs(), Cost());
    QVERIFY(m_ledger->decide(u"s1"_s, Decision::None).has_value());
    QCOMPARE(costs(), intent.estimate);

    // What is forgotten as held and turns out to be accepted is remembered.
    QVERIFY(m_ledger->decide(u"s1"_s, Decision::Forgotten).has_value());
    QVERIFY(accept(*m_ledger, u"s1"_s, u"p1"_s).has_value());
    QCOMPARE(find(*m_ledger, u"s1"_s)->decision, Decision::None);
    QCOMPARE(costs(), intent.estimate);
}

void LedgerTest::givesUpWhatWasPaidFor_data()
{
    QTest::addColumn<JobState>("state");
    QTest::addColumn<Decision>("decision");
    QTest::addColumn<bool>("counts");
    QTest::newRow("generating") << JobState::Generating << Decision::Forgotten << true;
    QTest::newRow("downloading") << JobState::Downloading << Decision::Forgotten << true;
    QTest::newRow("unresolved") << JobState::Unresolved << Decision::Forgotten << false;
    QTest::newRow("succeeded") << JobState::Succeeded << Decision::None << true;
    QTest::newRow("failed") << JobState::Failed << Decision::None << false;
    QTest::newRow("waiting") << JobState::Waiting << Decision::None << false;
}

void LedgerTest::givesUpWhatWasPaidFor()
{
    QFETCH(const JobState, state);
    QFETCH(const bool, counts);
    const store::Intent intent = intentOf(u"s1"_s);
    QVERIFY(keep(*m_ledger, intent).has_value());
    QVERIFY(end(*m_ledger, u"s1"_s, resultOf(intent, state)).has_value());
    QVERIFY(m_ledger->decide(u"s1"_s, Decision::Forgotten).has_value());
    QTEST(find(*m_ledger, u"s1"_s)->decision, "decision");
    QCOMPARE(m_ledger->costsSince(intent.server, intent.at.addSecs(-1)).value(),
             counts ? intent.estimate : Cost());
}

void LedgerTest::continuesABatch()
{
    const auto made = [this](const QString &submission, const QString &batch) {
        store::Intent intent = intentOf(submission);
        intent.batch = batch;
        QVERIFY(keep(*m_ledger, intent).has_value());
    };
    const auto names = [this](const QString &batch) {
        QStringList list;
        for (const store::Submission &one : submissionsOf(*m_ledger, batch))
            list.append(one.result.submission);
        return list;
    };
    made(u"1"_s, u"untitled:x"_s);
    made(u"2"_s, u"/a.yaml"_s);
    QVERIFY(m_ledger->continueBatch(u"untitled:x"_s, u"/b.yaml"_s).has_value());
    made(u"3"_s, u"/b.yaml"_s);
    made(u"4"_s, u"untitled:x"_s); // a run goes on under the name that it began with
    QVERIFY(m_ledger->continueBatch(u"/a.yaml"_s, u"/b.yaml"_s).has_value());
    QVERIFY(m_ledger->continueBatch(u"/a.yaml"_s, u"/b.yaml"_s).has_value());
    QCOMPARE(names(u"/b.yaml"_s), QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(names(u"/a.yaml"_s), QStringList(u"2"_s));

    QVERIFY(m_ledger->continueBatch(u"/b.yaml"_s, u"/c.yaml"_s).has_value());
    QCOMPARE(names(u"/c.yaml"_s), QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(submissionsOf(*m_ledger, u"/c.yaml"_s).first().batch, u"untitled:x"_s);
    // Saved back under its first name: a ring, and each once.
    QVERIFY(m_ledger->continueBatch(u"/c.yaml"_s, u"/a.yaml"_s).has_value());
    QVERIFY(m_ledger->continueBatch(u"/a.yaml"_s, u"/a.yaml"_s).has_value());
    QCOMPARE(names(u"/a.yaml"_s), QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
}

void LedgerTest::renamesABatch()
{
    const auto made = [this](const QString &submission, const QString &batch,
                             const QString &server = testServer.toString()) {
        store::Intent intent = intentOf(submission);
        intent.batch = batch;
        intent.server = server;
        QVERIFY(keep(*m_ledger, intent).has_value());
    };
    const auto names = [this](const QString &batch) {
        QStringList list;
        for (const store::Submission &one : submissionsOf(*m_ledger, batch))
            list.append(one.batch + u' ' + one.result.submission);
        return list;
    };
    made(u"1"_s, u"/first.yaml"_s);
    made(u"2"_s, u"/old.yaml"_s);
    made(u"3"_s, u"/old.yaml"_s, store::ownSandbox.toString());
    made(u"4"_s, u"/copy.yaml"_s);
    QVERIFY(m_ledger->continueBatch(u"/first.yaml"_s, u"/old.yaml"_s).has_value());
    QVERIFY(m_ledger->continueBatch(u"/old.yaml"_s, u"/copy.yaml"_s).has_value());
    // Said already under the new name, and of the new name to the old one.
    QVERIFY(m_ledger->continueBatch(u"/first.yaml"_s, u"/new.yaml"_s).has_value());
    QVERIFY(m_ledger->continueBatch(u"/new.yaml"_s, u"/old.yaml"_s).has_value());
    QVERIFY(m_ledger->renameBatch(u"/old.yaml"_s, u"/new.yaml"_s).has_value());
    QVERIFY(m_ledger->renameBatch(u"/new.yaml"_s, u"/new.yaml"_s).has_value());

    QCOMPARE(names(u"/old.yaml"_s), QStringList());
    QCOMPARE(names(u"/new.yaml"_s), QStringList({u"/first.yaml 1"_s, u"/new.yaml 2"_s}));
    QCOMPARE(names(u"/copy.yaml"_s),
             QStringList({u"/first.yaml 1"_s, u"/new.yaml 2"_s, u"/copy.yaml 4"_s}));
    QCOMPARE(m_ledger->submissions(u"/new.yaml"_s, store::ownSandbox.toString())->size(), 1);
    QCOMPARE(runSql(path(), {u"SELECT COUNT(*) FROM continues"_s}).toInt(), 2);
}

void LedgerTest::knowsWhosePredictionsTheyAre()
{
    const auto accepted = [this](const QString &name, const QString &batch) {
        store::Intent intent = intentOf(name);
        intent.batch = batch;
        QVERIFY(keep(*m_ledger, intent).has_value());
        QVERIFY(accept(*m_ledger, name, u"p-"_s + name).has_value());
    };
    accepted(u"1"_s, u"/one.yaml"_s);
    accepted(u"2"_s, u"/two.yaml"_s);
    accepted(u"3"_s, u"/two.yaml"_s);
    const auto owners = [this](const QStringList &predictions) {
        QStringList list;
        const QList<store::Ledger::BatchAt> found = m_ledger->batchesOf(predictions).value();
        for (const store::Ledger::BatchAt &at : found)
            list.append(at.batch + u' ' + at.server);
        return list;
    };
    const QString server = testServer.toString();
    QCOMPARE(owners({u"p-1"_s, u"p-2"_s, u"p-3"_s, u"p-4"_s}),
             QStringList({u"/two.yaml "_s + server, u"/one.yaml "_s + server}));
    QCOMPARE(owners({u"p-4"_s}), QStringList());
    QCOMPARE(owners({}), QStringList());
    // What is more than a statement takes is left out.
    QStringList many{u"p-1"_s};
    for (int i = 0; i < 40'000; ++i)
        many.append(u"x%1"_s.arg(i));
    QCOMPARE(owners(many), QStringList(u"/one.yaml "_s + server));
}

void LedgerTest::batchesAndServersAreApart()
{
    store::Intent sandbox = intentOf(u"sandbox"_s);
    sandbox.server = store::ownSandbox.toString();
    store::Intent elsewhere = intentOf(u"elsewhere"_s);
    elsewhere.batch = u"/batches/dogs.yaml"_s;
    QVERIFY(keep(*m_ledger, sandbox).has_value());
    QVERIFY(keep(*m_ledger, elsewhere).has_value());
    QVERIFY(submissionsOf(*m_ledger).isEmpty());
    QCOMPARE(m_ledger->submissions(sandbox.batch, sandbox.server)->size(), 1);
    QCOMPARE(m_ledger->costsSince(sandbox.server, sandbox.at).value(), sandbox.estimate);
    QCOMPARE(m_ledger->costsSince(sandbox.server, sandbox.at.addMSecs(1)).value(), Cost());
}

void LedgerTest::serversOfOneName_data()
{
    QTest::addColumn<QUrl>("address");
    QTest::addColumn<QString>("name");
    const QString atlas = u"https://api.atlascloud.ai/api/v1"_s;
    QTest::newRow("plain") << QUrl(atlas) << atlas;
    QTest::newRow("a closing slash") << QUrl(atlas + u'/') << atlas;
    QTest::newRow("capitals") << QUrl(u"HTTPS://API.AtlasCloud.ai/api/v1"_s) << atlas;
    QTest::newRow("the usual port") << QUrl(u"https://api.atlascloud.ai:443/api/v1"_s) << atlas;
    QTest::newRow("the usual port, unencrypted")
        << QUrl(u"http://localhost:80/v1"_s) << u"http://localhost/v1"_s;
    QTest::newRow("another port") << QUrl(u"https://localhost:80/v1"_s)
                                  << u"https://localhost:80/v1"_s;
}

/// Otherwise what was paid for would be unknown under another spelling, and be made again.
void LedgerTest::serversOfOneName()
{
    QFETCH(const QUrl, address);
    QTEST(store::serverName(address), "name");
}

void LedgerTest::isThePersonsAlone()
{
    QVERIFY(keep(*m_ledger, intentOf(u"s1"_s)).has_value());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    const QDir folder = QFileInfo(path()).dir();
    QVERIFY(!(QFileInfo(folder.path()).permissions() & others));
    const QStringList files = folder.entryList({u"ledger.sqlite*"_s}, QDir::Files);
    QCOMPARE(files.size(), 3);
    for (const QString &file : files)
        QVERIFY2(!(QFileInfo(folder.filePath(file)).permissions() & others), qPrintable(file));
}

namespace {

/// Whether another process could have the file for itself: no connection of ours has a lock on it.
bool isFreeForOthers(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const pid_t child = ::fork();
    if (child == 0) { // nothing but system calls
        struct flock all = {};
        all.l_type = F_WRLCK;
        all.l_whence = SEEK_SET;
        const int file = ::open(name.constData(), O_RDWR);
        const bool asked = file >= 0 && ::fcntl(file, F_GETLK, &all) == 0;
        ::_exit(asked && all.l_type == F_UNLCK ? 1 : 0);
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WEXITSTATUS(status) == 1;
}

} // namespace

/// A run has its ledger open while others read it, in the same program and elsewhere. Without its
/// locks, the last of those elsewhere would take the log for its own and remove it.
void LedgerTest::anotherInThisProgramKeepsItsLocks()
{
    QVERIFY(keep(*m_ledger, intentOf(u"s1"_s)));
    QVERIFY(!isFreeForOthers(path()));
    {
        store::Ledger another(path());
        QCOMPARE(submissionsOf(another).size(), 1);
    }
    QVERIFY(!isFreeForOthers(path()));
    QVERIFY(accept(*m_ledger, u"s1"_s, u"p1"_s));
    m_ledger.reset();
    QVERIFY(isFreeForOthers(path()));
}

void LedgerTest::storesTheBodyOnly()
{
    const store::Intent intent = intentOf(u"s1"_s);
    QVERIFY(keep(*m_ledger, intent).has_value());
    const QVariant request = runSql(path(), {u"SELECT request FROM submissions"_s});
    QCOMPARE(request.toString().toUtf8(),
             QJsonDocument(intent.request).toJson(QJsonDocument::Compact));
    const QVariant digest = runSql(path(), {u"SELECT digest FROM submissions"_s});
    QCOMPARE(digest.toString().toLatin1(), batch::requestDigest(intent.job));
}

void LedgerTest::loadsTenThousand()
{
    fill(path(), 10'000);
    QElapsedTimer timer;
    timer.start();
    store::Ledger another(path());
    const QList<store::Submission> all = submissionsOf(another);
    const qint64 taken = timer.elapsed();
    QCOMPARE(all.size(), 10'000);
    QCOMPARE(all.last().result.predictionId, u"p10000"_s);
    qInfo("10,000 submissions: opened, checked and read in %lld ms (%lld KiB)", taken,
          QFileInfo(path()).size() / 1024);
    QVERIFY2(taken < 3000, qPrintable(QString::number(taken))); // generous: a busy machine
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "test_ledger.moc"
