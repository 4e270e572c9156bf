// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/history.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::JobState;
using store::Decision;
using store::Submission;

namespace {

const QString own = u"/batches/weekly.yaml"_s;

batch::Job job(const QString &name, const QString &prompt = u"A cat"_s)
{
    batch::Job made;
    made.name = name;
    made.model = u"a/model"_s;
    made.prompt = prompt;
    return made;
}

/// A submission for a job that reads so; it costs 0.04.
Submission submission(const QString &id, const QString &name, JobState state,
                      const QString &prompt = u"A cat"_s)
{
    Submission made;
    made.batch = own;
    made.job = job(name, prompt);
    made.result.job = made.job.id;
    made.result.name = name;
    made.result.model = made.job.model;
    made.result.submission = id;
    made.result.state = state;
    made.result.cost = batch::Cost::fromUsd(0.04);
    if (state != JobState::Submitting && state != JobState::Unresolved)
        made.result.predictionId = u"p-"_s + id;
    return made;
}

batch::Batch batchOf(const QList<batch::Job> &jobs)
{
    batch::Batch batch;
    batch.jobs = jobs;
    return batch;
}

engine::History sorted(const batch::Batch &batch, const QList<Submission> &submissions,
                       bool atWork = false)
{
    return engine::historyOf(batch, own, submissions, atWork);
}

QString standingFor(const engine::History &history, const batch::Job &job)
{
    const engine::Standing *standing = history.of(job.id);
    return standing ? standing->result.submission + u' ' + batch::toKey(standing->result.state)
                    : QString();
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT
private slots:
    void standsFor_data();
    void standsFor();
    void noAnswerIsUnresolvedUnlessSomebodyIsAtWork();
    void changedJobs();
    void jobsOfOneName();
    void renamedJob();
    void jobsThatTookEachOthersNames();
    void jobsThatAreGone();
    void decisions();
    void forgottenOnesThatWerePaidFor();
    void batchThatWasSavedFromAnother();
    void batchThatWasNeverSavedBefore();
    void withoutAnIdIsUnresolved();
    void files();
    void filesOfAFolderThatWasMoved();
    void manyJobs();
};

void HistoryTest::standsFor_data()
{
    QTest::addColumn<QList<Submission>>("submissions");
    QTest::addColumn<QString>("standing");
    QTest::addColumn<int>("others"); // of 0.04
    const auto cat = [](const char *id, JobState state, const char *prompt = "A cat") {
        return submission(QString::fromLatin1(id), u"Cat"_s, state, QString::fromLatin1(prompt));
    };
    QTest::newRow("nothing") << QList<Submission>{} << QString() << 0;
    QTest::newRow("generating") << QList{cat("a", JobState::Generating)} << u"a generating"_s << 0;
    QTest::newRow("failed") << QList{cat("a", JobState::Failed)} << u"a failed"_s << 0;
    QTest::newRow("refused, and the program ended")
        << QList{cat("a", JobState::Waiting)} << QString() << 0;
    QTest::newRow("never left") << QList{cat("a", JobState::Cancelled)} << QString() << 0;
    QTest::newRow("the newest take")
        << QList{cat("a", JobState::Succeeded), cat("b", JobState::Succeeded)} << u"b succeeded"_s
        << 1;
    QTest::newRow("a take that failed leaves the one before")
        << QList{cat("a", JobState::Succeeded), cat("b", JobState::Failed)} << u"a succeeded"_s
        << 0;
    QTest::newRow("what the job asks for now")
        << QList{cat("a", JobState::Succeeded), cat("b", JobState::Succeeded, "A dog")}
        << u"a succeeded"_s << 1;
    QTest::newRow("paid for comes before made")
        << QList{cat("a", JobState::Generating, "A dog"), cat("b", JobState::Succeeded)}
        << u"a generating"_s << 1;
    QTest::newRow("unresolved comes first")
        << QList{cat("a", JobState::Unresolved), cat("b", JobState::Succeeded)} << u"a unresolved"_s
        << 1;
}

void HistoryTest::standsFor()
{
    QFETCH(const QList<Submission>, submissions);
    QFETCH(const QString, standing);
    QFETCH(const int, others);
    const batch::Batch batch = batchOf({job(u"Cat"_s)});
    const engine::History history = sorted(batch, submissions);
    QCOMPARE(standingFor(history, batch.jobs.first()), standing);
    QCOMPARE(history.others.all.total(), batch::Cost::fromUsd(0.04).times(others));
    QVERIFY(history.orphans.isEmpty());
    if (const engine::Standing *found = history.of(batch.jobs.first().id)) {
        QCOMPARE(found->result.job, batch.jobs.first().id);
        QCOMPARE(found->submitted.id, batch.jobs.first().id);
    }
}

void HistoryTest::noAnswerIsUnresolvedUnlessSomebodyIsAtWork()
{
    const batch::Batch batch = batchOf({job(u"Cat"_s)});
    const QList<Submission> sent{submission(u"a"_s, u"Cat"_s, JobState::Submitting)};
    QCOMPARE(standingFor(sorted(batch, sent), batch.jobs.first()), u"a unresolved"_s);
    QVERIFY(!sorted(batch, sent).of(batch.jobs.first().id)->result.error.isEmpty());
    QCOMPARE(sorted(batch, sent).unresolved(), 1);
    QCOMPARE(standingFor(sorted(batch, sent, true), batch.jobs.first()), u"a submitting"_s);
}

void HistoryTest::changedJobs()
{
    const batch::Batch batch = batchOf({job(u"Cat"_s, u"A dog"_s)});
    const batch::Job &changed = batch.jobs.first();
    const auto holds = [&](JobState state) {
        const engine::History history = sorted(batch, {submission(u"a"_s, u"Cat"_s, state)});
        return engine::stillHolds(*history.of(changed.id), changed);
    };
    QVERIFY(!holds(JobState::Succeeded));
    QVERIFY(!holds(JobState::Failed));
    QVERIFY(holds(JobState::Generating));
    QVERIFY(holds(JobState::Downloading));
    QVERIFY(holds(JobState::Unresolved));
}

void HistoryTest::jobsOfOneName()
{
    const batch::Batch batch = batchOf({job(u"Cat"_s), job(u"Cat"_s, u"A dog"_s), job(u"Cat"_s)});
    const engine::History history =
        sorted(batch,
               {submission(u"a"_s, u"Cat"_s, JobState::Succeeded, u"A dog"_s),
                submission(u"b"_s, u"Cat"_s, JobState::Generating),
                submission(u"c"_s, u"Cat"_s, JobState::Succeeded)});
    QCOMPARE(standingFor(history, batch.jobs.at(0)), u"b generating"_s);
    QCOMPARE(standingFor(history, batch.jobs.at(1)), u"a succeeded"_s);
    QCOMPARE(standingFor(history, batch.jobs.at(2)), u"c succeeded"_s);
    QVERIFY(history.others.all.total().isZero());
}

void HistoryTest::renamedJob()
{
    const batch::Batch batch = batchOf({job(u"Kitten"_s), job(u"Dog"_s, u"A dog"_s)});
    const engine::History history =
        sorted(batch,
               {submission(u"a"_s, u"Cat"_s, JobState::Succeeded),
                submission(u"b"_s, u"Hound"_s, JobState::Succeeded, u"A hound"_s)});
    QCOMPARE(standingFor(history, batch.jobs.at(0)), u"a succeeded"_s);
    QCOMPARE(standingFor(history, batch.jobs.at(1)), QString());
    QCOMPARE(history.others.all.spent, batch::Cost::fromUsd(0.04));
}

/// A job was put in front and all were numbered anew: only the new one is to be made.
void HistoryTest::jobsThatTookEachOthersNames()
{
    const batch::Batch batch =
        batchOf({job(u"Shot 1"_s, u"A bird"_s), job(u"Shot 2"_s), job(u"Shot 3"_s, u"A dog"_s),
                 job(u"Shot 4"_s, u"A fish"_s)});
    const QList<Submission> made{submission(u"a"_s, u"Shot 1"_s, JobState::Succeeded),
                                 submission(u"b"_s, u"Shot 2"_s, JobState::Generating, u"A dog"_s),
                                 submission(u"c"_s, u"Shot 3"_s, JobState::Unresolved, u"A fish"_s),
                                 // Only another take of what stands for Shot 2 already.
                                 submission(u"d"_s, u"Shot 2"_s, JobState::Failed)};
    const engine::History history = sorted(batch, made);
    QCOMPARE(standingFor(history, batch.jobs.at(1)), u"d failed"_s);
    QCOMPARE(standingFor(history, batch.jobs.at(2)), u"b generating"_s);
    QCOMPARE(standingFor(history, batch.jobs.at(3)), u"c unresolved"_s);
    // By its name: what was made under it is outdated.
    QCOMPARE(standingFor(history, batch.jobs.at(0)), u"a succeeded"_s);
    QVERIFY(!engine::stillHolds(*history.of(batch.jobs.at(0).id), batch.jobs.at(0)));

    const engine::History renumbered = sorted(batch, made.mid(0, 3));
    QCOMPARE(standingFor(renumbered, batch.jobs.at(0)), QString());
    QCOMPARE(standingFor(renumbered, batch.jobs.at(1)), u"a succeeded"_s);
}

void HistoryTest::jobsThatAreGone()
{
    const batch::Batch batch = batchOf({job(u"Dog"_s, u"A dog"_s)});
    const engine::History history =
        sorted(batch,
               {submission(u"a"_s, u"Cat"_s, JobState::Generating),
                submission(u"b"_s, u"Cat"_s, JobState::Unresolved),
                submission(u"c"_s, u"Cat"_s, JobState::Failed),
                // Two for one job, both of them open: the second belongs to nobody.
                submission(u"d"_s, u"Dog"_s, JobState::Generating, u"A dog"_s),
                submission(u"e"_s, u"Dog"_s, JobState::Downloading, u"A dog"_s)});
    QCOMPARE(history.orphans.size(), 3);
    QCOMPARE(history.unfetched(), 3);
    QCOMPARE(history.unresolved(), 1);
    QCOMPARE(history.orphans.at(0).submitted.name, u"Cat"_s);
    QCOMPARE(history.orphans.at(0).result.job, history.orphans.at(0).submitted.id);
    QCOMPARE(standingFor(history, batch.jobs.first()), u"e downloading"_s);
    QVERIFY(history.others.all.total().isZero());
}

void HistoryTest::decisions()
{
    const batch::Batch batch = batchOf({job(u"Cat"_s)});
    Submission first = submission(u"a"_s, u"Cat"_s, JobState::Unresolved);
    first.decision = Decision::Forgotten;
    QCOMPARE(standingFor(sorted(batch, {first}), batch.jobs.first()), QString());
    QVERIFY(sorted(batch, {first}).others.all.total().isZero());

    first.decision = Decision::SubmittedAgain;
    const engine::History history =
        sorted(batch, {first, submission(u"b"_s, u"Cat"_s, JobState::Succeeded)});
    QCOMPARE(standingFor(history, batch.jobs.first()), u"b succeeded"_s);
    QCOMPARE(history.unresolved(), 0);
    QCOMPARE(history.others.all.committed, batch::Cost::fromUsd(0.04));
}

void HistoryTest::forgottenOnesThatWerePaidFor()
{
    const batch::Batch batch = batchOf({job(u"Cat"_s)});
    QList<Submission> paid{submission(u"a"_s, u"Cat"_s, JobState::Generating),
                           submission(u"b"_s, u"Gone"_s, JobState::Downloading)};
    for (Submission &one : paid)
        one.decision = Decision::Forgotten;
    const engine::History history = sorted(batch, paid);
    QVERIFY(history.jobs.isEmpty() && history.orphans.isEmpty());
    QCOMPARE(history.unfetched(), 0);
    QCOMPARE(history.others.all.spent, batch::Cost::fromUsd(0.08));
    QCOMPARE(history.others.all.committed, batch::Cost());
    // What was paid for another batch is on that one's bill.
    for (Submission &one : paid)
        one.batch = u"/batches/last week.yaml"_s;
    QVERIFY(sorted(batch, paid).others.all.total().isZero());
}

void HistoryTest::batchThatWasSavedFromAnother()
{
    const batch::Batch batch =
        batchOf({job(u"Cat"_s), job(u"Dog"_s, u"A dog"_s), job(u"Bird"_s, u"A bird"_s)});
    QList<Submission> theirs{submission(u"a"_s, u"Cat"_s, JobState::Succeeded),
                             submission(u"b"_s, u"Dog"_s, JobState::Unresolved, u"A hound"_s),
                             submission(u"c"_s, u"Bird"_s, JobState::Generating, u"A bird"_s),
                             submission(u"d"_s, u"Fish"_s, JobState::Generating, u"A fish"_s)};
    for (Submission &one : theirs)
        one.batch = u"/batches/last week.yaml"_s;
    const engine::History history = sorted(batch, theirs);
    QCOMPARE(standingFor(history, batch.jobs.at(0)), u"a succeeded"_s);
    QCOMPARE(standingFor(history, batch.jobs.at(1)), QString());
    QCOMPARE(standingFor(history, batch.jobs.at(2)), u"c generating"_s);
    // What else happens there is no matter of this batch.
    QVERIFY(history.orphans.isEmpty());
    QVERIFY(history.others.all.total().isZero());
}

/// Nobody else could ever open that one: all of it is this batch's matter.
void HistoryTest::batchThatWasNeverSavedBefore()
{
    const batch::Batch batch = batchOf({job(u"Cat"_s), job(u"Dog"_s, u"A dog"_s)});
    QList<Submission> before{
        submission(u"a"_s, u"Cat"_s, JobState::Generating, u"A cat, as it read then"_s),
        submission(u"b"_s, u"Bird"_s, JobState::Unresolved, u"A bird"_s),
        submission(u"c"_s, u"Fish"_s, JobState::Succeeded, u"A fish"_s)};
    for (Submission &one : before)
        one.batch = u"untitled:1"_s;
    const engine::History history = sorted(batch, before);
    QCOMPARE(standingFor(history, batch.jobs.at(0)), u"a generating"_s);
    QCOMPARE(history.orphans.size(), 1);
    QCOMPARE(history.unresolved(), 1);
    QCOMPARE(history.others.all.spent, batch::Cost::fromUsd(0.04));
}

/// A damaged ledger that was put right may know that something was paid for, and not what.
void HistoryTest::withoutAnIdIsUnresolved()
{
    const batch::Batch batch = batchOf({job(u"Cat"_s)});
    for (const JobState state : {JobState::Generating, JobState::Downloading}) {
        Submission paid = submission(u"a"_s, u"Cat"_s, state);
        paid.result.predictionId.clear();
        QCOMPARE(standingFor(sorted(batch, {paid}), batch.jobs.first()), u"a unresolved"_s);
    }
}

void HistoryTest::files()
{
    const QTemporaryDir dir;
    const auto picture = [&dir](const QString &name) {
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString path = dir.filePath(name);
        return image.save(path, "PNG") ? path : QString();
    };
    const batch::Batch batch =
        batchOf({job(u"Whole"_s), job(u"Cut"_s), job(u"Gone"_s), job(u"Planned"_s)});
    QList<Submission> made{submission(u"a"_s, u"Whole"_s, JobState::Succeeded),
                           submission(u"b"_s, u"Cut"_s, JobState::Succeeded),
                           submission(u"c"_s, u"Gone"_s, JobState::Succeeded),
                           submission(u"d"_s, u"Planned"_s, JobState::Downloading)};
    made[0].result.outputs = {{QUrl(u"http://a"_s), picture(u"whole.png"_s)}};
    made[1].result.outputs = {{QUrl(u"http://b"_s), picture(u"cut.png"_s)}};
    QVERIFY(QFile::resize(dir.filePath(u"cut.png"_s), 40));
    made[2].result.outputs = {{QUrl(u"http://c"_s), picture(u"first.png"_s)},
                              {QUrl(u"http://d"_s), dir.filePath(u"second.png"_s)}};
    made[3].result.outputs = {{QUrl(u"http://e"_s), picture(u"third.png"_s)},
                              {QUrl(u"http://f"_s), dir.filePath(u"fourth.png"_s)}};
    engine::History history = sorted(batch, made);
    engine::verifyFiles(history, dir.path());

    QCOMPARE(standingFor(history, batch.jobs.at(0)), u"a succeeded"_s);
    QCOMPARE(standingFor(history, batch.jobs.at(1)), u"b downloading"_s);
    QCOMPARE(history.of(batch.jobs.at(1).id)->missingFiles,
             QStringList(dir.filePath(u"cut.png"_s)));
    const engine::Standing &gone = *history.of(batch.jobs.at(2).id);
    QCOMPARE(gone.result.state, JobState::Downloading);
    QVERIFY(batch::canBeTakenUp(gone.result));
    QCOMPARE(gone.result.outputs.at(0).path, dir.filePath(u"first.png"_s));
    QVERIFY(gone.result.outputs.at(1).path.isEmpty());
    const engine::Standing &planned = *history.of(batch.jobs.at(3).id);
    QCOMPARE(planned.result.outputs.at(0).path, dir.filePath(u"third.png"_s));
    QVERIFY(planned.result.outputs.at(1).path.isEmpty());
    QVERIFY(planned.missingFiles.isEmpty());
    QCOMPARE(history.unfetched(), 3);
}

void HistoryTest::filesOfAFolderThatWasMoved()
{
    const QTemporaryDir dir;
    const auto picture = [&dir](const QString &name) {
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString path = dir.filePath(name);
        return QFileInfo(path).dir().mkpath(u"."_s) && image.save(path, "PNG");
    };
    QVERIFY(picture(u"new/images/moved.png"_s) && picture(u"new/images/cut.png"_s)
            && picture(u"new/images/deleted.png"_s) && picture(u"new/other.png"_s));
    QVERIFY(QFile::resize(dir.filePath(u"new/images/cut.png"_s), 40));
    QVERIFY(QDir(dir.path()).mkpath(u"stays/images"_s));
    const batch::Batch batch =
        batchOf({job(u"Moved"_s), job(u"Cut"_s), job(u"Deleted"_s), job(u"Elsewhere"_s)});
    QList<Submission> made{submission(u"a"_s, u"Moved"_s, JobState::Succeeded),
                           submission(u"b"_s, u"Cut"_s, JobState::Succeeded),
                           submission(u"c"_s, u"Deleted"_s, JobState::Succeeded),
                           submission(u"d"_s, u"Elsewhere"_s, JobState::Succeeded)};
    made[0].result.outputs = {{QUrl(u"http://a"_s), dir.filePath(u"old/images/moved.png"_s)}};
    made[1].result.outputs = {{QUrl(u"http://b"_s), dir.filePath(u"old/images/cut.png"_s)}};
    // Its folder is still there: this is a deleted file, and the other one somebody else's.
    made[2].result.outputs = {{QUrl(u"http://c"_s), dir.filePath(u"stays/images/deleted.png"_s)}};
    made[3].result.outputs = {{QUrl(u"http://d"_s), dir.filePath(u"old/videos/other.png"_s)}};
    engine::History history = sorted(batch, made);
    engine::verifyFiles(history, dir.filePath(u"new"_s));
    const engine::Standing &moved = *history.of(batch.jobs.at(0).id);
    QCOMPARE(moved.result.state, JobState::Succeeded);
    QCOMPARE(moved.result.outputs.first().path, dir.filePath(u"new/images/moved.png"_s));
    QCOMPARE(history.unfetched(), 3);
}

/// Each job finds its own among ten thousand.
void HistoryTest::manyJobs()
{
    constexpr int count = 10'000;
    QList<batch::Job> jobs;
    QList<Submission> made;
    for (int i = 0; i < count; ++i) {
        jobs.append(job(u"Cat %1"_s.arg(i % 5'000)));
        made.append(
            submission(QString::number(i), u"Cat %1"_s.arg(i % 5'000), JobState::Succeeded));
    }
    const engine::History history = sorted(batchOf(jobs), made);
    QCOMPARE(history.jobs.size(), count);
    QSet<QString> used;
    for (const engine::Standing &standing : history.jobs)
        used.insert(standing.result.submission);
    QCOMPARE(used.size(), count);
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "test_history.moc"
