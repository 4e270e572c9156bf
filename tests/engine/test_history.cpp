// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/onemodel.h"
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
                       bool atWork = false, const catalog::Catalog &models = {})
{
    return engine::historyOf(batch, own, submissions, atWork, models);
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
    void defaultsOfTheModel();
    void jobsOfOneName();
    void renamedJob();
    void jobsThatAskForTheSame();
    void jobsThatTookEachOthersNames();
    void renamedSources();
    void sourcesThatTookEachOthersNames();
    void referencesToAnotherJob();
    void jobsThatWereThereBefore();
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

/// What the model makes of what a job doesn't say counts, not the article's defaults; and what was
/// made under those is known again.
void HistoryTest::defaultsOfTheModel()
{
    const catalog::Catalog models =
        catalogOf(R"({"duration": {"type": "integer", "enum": [5, 15], "default": 15}})",
                  batch::MediaType::Video);
    const auto film = [](std::optional<double> duration) {
        batch::Job made = job(u"Film"_s);
        made.model = oneModelId;
        made.type = batch::MediaType::Video;
        made.duration = duration;
        return made;
    };
    const auto holds = [&](std::optional<double> submitted, const QJsonObject &request,
                           std::optional<double> now) {
        Submission made = submission(u"a"_s, u"Film"_s, JobState::Succeeded);
        made.job = film(submitted);
        made.request = request;
        const batch::Batch batch = batchOf({film(now)});
        const engine::History history = sorted(batch, {made}, false, models);
        return engine::stillHolds(*history.of(batch.jobs.first().id), batch.jobs.first());
    };
    const QJsonObject ofFifteen{{u"duration"_s, 15}};
    QVERIFY(holds({}, ofFifteen, {}));
    QVERIFY(holds({}, ofFifteen, 15));
    QVERIFY(!holds({}, ofFifteen, 5));
    QVERIFY(holds(15, ofFifteen, {}));
    const QJsonObject ofFive{{u"duration"_s, 5}};
    QVERIFY(!holds(5, ofFive, {}));
    // An earlier version sent the article's default.
    QVERIFY(holds({}, ofFive, {}));
    QVERIFY(holds({}, ofFive, 5));
    QVERIFY(!holds({}, ofFive, 10));
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

/// As later takes of entries with one prompt do.
void HistoryTest::jobsThatAskForTheSame()
{
    const batch::Batch batch = batchOf({job(u"Cat"_s), job(u"Kitten"_s)});
    const QList<Submission> made{submission(u"a"_s, u"Cat"_s, JobState::Succeeded),
                                 submission(u"b"_s, u"Kitten"_s, JobState::Succeeded)};
    // What one of them was given is no answer to the other.
    const engine::History first = sorted(batch, made.mid(0, 1));
    QCOMPARE(standingFor(first, batch.jobs.at(0)), u"a succeeded"_s);
    QCOMPARE(standingFor(first, batch.jobs.at(1)), QString());
    const batch::Batch renamed = batchOf({job(u"Lion"_s), job(u"Kitten"_s)});
    const engine::History both = sorted(renamed, made);
    QCOMPARE(standingFor(both, renamed.jobs.at(0)), u"a succeeded"_s);
    QCOMPARE(standingFor(both, renamed.jobs.at(1)), u"b succeeded"_s);
    QVERIFY(both.others.all.total().isZero());
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

namespace {

batch::Job filmOf(const QString &name, const QString &source)
{
    batch::Job film = job(name, u"It moves"_s);
    film.image = u"job:"_s + source;
    return film;
}

Submission filmed(const QString &id, const QString &name, const QString &source)
{
    Submission made = submission(id, name, JobState::Succeeded);
    made.job = filmOf(name, source);
    return made;
}

} // namespace

/// A film is the same whatever its still is called by now, however often either was renamed.
void HistoryTest::renamedSources()
{
    const QList<Submission> made{submission(u"s1"_s, u"hero"_s, JobState::Succeeded),
                                 filmed(u"f1"_s, u"film"_s, u"hero"_s),
                                 filmed(u"n1"_s, u"next"_s, u"film"_s)};
    const auto holds = [](const engine::History &history, const batch::Job &job) {
        const engine::Standing *standing = history.of(job.id);
        return standing && engine::stillHolds(*standing, job)
            && standing->submitted.image == job.image;
    };
    const batch::Batch renamed =
        batchOf({filmOf(u"the next"_s, u"film"_s), filmOf(u"film"_s, u"Held"_s), job(u"Held"_s)});
    const engine::History once = sorted(renamed, made);
    for (const batch::Job &each : renamed.jobs)
        QVERIFY2(holds(once, each) || !each.image, qPrintable(each.name));
    QCOMPARE(standingFor(once, renamed.jobs.at(0)), u"n1 succeeded"_s);
    QCOMPARE(standingFor(once, renamed.jobs.at(1)), u"f1 succeeded"_s);
    QCOMPARE(standingFor(once, renamed.jobs.at(2)), u"s1 succeeded"_s);

    // The still was made again under its second name, and then got a third.
    const QList<Submission> more =
        made + QList{submission(u"s2"_s, u"Held"_s, JobState::Succeeded)};
    const batch::Batch again = batchOf({job(u"third"_s), filmOf(u"film"_s, u"third"_s)});
    QVERIFY(holds(sorted(again, more), again.jobs.at(1)));
    QCOMPARE(standingFor(sorted(again, more), again.jobs.at(0)), u"s2 succeeded"_s);
    // As it does under its second, which another submission has, too.
    const batch::Batch second = batchOf({job(u"Held"_s), filmOf(u"film"_s, u"Held"_s)});
    QVERIFY(holds(sorted(second, more), second.jobs.at(1)));
}

void HistoryTest::sourcesThatTookEachOthersNames()
{
    const QList<Submission> made{submission(u"s1"_s, u"a"_s, JobState::Succeeded, u"A cat"_s),
                                 submission(u"s2"_s, u"b"_s, JobState::Succeeded, u"A dog"_s),
                                 filmed(u"f1"_s, u"of cat"_s, u"a"_s),
                                 filmed(u"f2"_s, u"of dog"_s, u"b"_s)};
    const batch::Batch batch = batchOf({job(u"b"_s, u"A cat"_s), job(u"a"_s, u"A dog"_s),
                                        filmOf(u"of cat"_s, u"b"_s), filmOf(u"of dog"_s, u"a"_s)});
    const engine::History history = sorted(batch, made);
    const QStringList standing{u"s1 succeeded"_s, u"s2 succeeded"_s, u"f1 succeeded"_s,
                               u"f2 succeeded"_s};
    for (qsizetype i = 0; i < batch.jobs.size(); ++i) {
        QCOMPARE(standingFor(history, batch.jobs.at(i)), standing.at(i));
        QVERIFY(engine::stillHolds(*history.of(batch.jobs.at(i).id), batch.jobs.at(i)));
    }
}

void HistoryTest::referencesToAnotherJob()
{
    const QList<Submission> made{submission(u"s1"_s, u"cat"_s, JobState::Succeeded, u"A cat"_s),
                                 submission(u"s2"_s, u"dog"_s, JobState::Succeeded, u"A dog"_s),
                                 filmed(u"f1"_s, u"film"_s, u"cat"_s)};
    // The film is to start from the other still now, whatever that one is called.
    for (const QString &name : {u"dog"_s, u"hound"_s}) {
        const batch::Batch batch =
            batchOf({job(u"cat"_s, u"A cat"_s), job(name, u"A dog"_s), filmOf(u"film"_s, name)});
        const engine::History history = sorted(batch, made);
        QVERIFY(!engine::stillHolds(*history.of(batch.jobs.at(2).id), batch.jobs.at(2)));
    }
    // A new still that waits for nobody has no former names.
    const batch::Batch other = batchOf({job(u"bird"_s, u"A bird"_s), filmOf(u"film"_s, u"bird"_s)});
    QVERIFY(!engine::stillHolds(*sorted(other, made).of(other.jobs.at(1).id), other.jobs.at(1)));
    // An edited still doesn't have its film made anew.
    const batch::Batch edited = batchOf({job(u"cat"_s, u"A lion"_s), filmOf(u"film"_s, u"cat"_s)});
    QVERIFY(engine::stillHolds(*sorted(edited, made).of(edited.jobs.at(1).id), edited.jobs.at(1)));
}

/// What a job of the batch asks for is never one's that is no longer in it.
void HistoryTest::jobsThatWereThereBefore()
{
    const QList<Submission> made{submission(u"s1"_s, u"hero red"_s, JobState::Generating),
                                 submission(u"s2"_s, u"bird"_s, JobState::Succeeded, u"A bird"_s)};
    const batch::Batch batch = batchOf({job(u"hero"_s), job(u"bird"_s, u"A lion"_s)});
    const QList<batch::Job> gone{job(u"hero red"_s), job(u"bird"_s, u"A bird"_s)};
    const engine::History history =
        engine::historyOf(batch, own, made, false, catalog::Catalog(), gone);
    QCOMPARE(standingFor(history, batch.jobs.at(0)), u"s1 generating"_s);
    QCOMPARE(standingFor(history, batch.jobs.at(1)), QString());
    QCOMPARE(standingFor(history, gone.at(0)), QString());
    QCOMPARE(standingFor(history, gone.at(1)), u"s2 succeeded"_s);
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
