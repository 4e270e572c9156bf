// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/merging/adoption.h"
#include "batch/merging/merge.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::Conflict;
using batch::JobSource;

namespace {

JobSource entry(const QString &name, const QString &prompt = u"A cat"_s)
{
    batch::Job job;
    job.name = name;
    job.model = u"a/model"_s;
    job.prompt = prompt;
    return job;
}

BatchSource sourceOf(const QStringList &names)
{
    BatchSource source;
    for (const QString &name : names)
        source.jobs.append(entry(name));
    return source;
}

QString namesOf(const BatchSource &source)
{
    QStringList names;
    for (const JobSource &one : source.jobs)
        names.append(one.job.name);
    return names.join(u' ');
}

JobSource *find(BatchSource &source, const QString &name)
{
    for (JobSource &one : source.jobs) {
        if (one.job.name == name)
            return &one;
    }
    return nullptr;
}

Conflict::Side ours(const Conflict &)
{
    return Conflict::Side::Ours;
}

Conflict::Side theirs(const Conflict &)
{
    return Conflict::Side::Theirs;
}

/// The same under ids of its own, as a file that is read again has them.
BatchSource readAgain(BatchSource source)
{
    for (JobSource &one : source.jobs)
        one.job.id = batch::newJobId();
    return source;
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT
private slots:
    void adoptsByContentThenNameThenWhatElseIsTheSame();
    void adoptsEachOnce();
    void knowsByWhatWasReadBefore();
    void takesWhatOnlyOneChanged();
    void keepsTheOrderOfTheOneThatMoved_data();
    void keepsTheOrderOfTheOneThatMoved();
    void asksWhereBothChanged();
    void asksWhereOneChangedWhatTheOtherTookOut();
    void sameChangesAreNoConflict();
    void adoptsInIncludedFiles();
    void includedFilesAreTheSameByContent();
    void whatBothAddedAlikeIsOneEntry();
    void asksWhereBothMoved();
    void settingsAreMergedKeyByKey();
    void mapsAreMergedKeyByKey();
    void theDefaultImageIsOneKey();
    void losesNoChange();
};

void TestMerge::adoptsByContentThenNameThenWhatElseIsTheSame()
{
    const BatchSource known = sourceOf({u"a"_s, u"b"_s, u"c"_s});
    BatchSource read = readAgain(sourceOf({u"new"_s, u"c"_s, u"b"_s, u"a2"_s}));
    read.jobs[2].job.prompt = u"A dog"_s;
    batch::adoptIds(read, known);
    QCOMPARE(read.jobs[1].id(), known.jobs[2].id()); // the same
    QCOMPARE(read.jobs[2].id(), known.jobs[1].id()); // by its name
    // Both left ask for what "a" asked for; the first of them is taken for it.
    QCOMPARE(read.jobs[0].id(), known.jobs[0].id());
    QVERIFY(read.jobs[3].id() != known.jobs[0].id());
}

void TestMerge::adoptsEachOnce()
{
    const BatchSource known = sourceOf({u"same"_s, u"same"_s});
    BatchSource read = readAgain(sourceOf({u"same"_s, u"same"_s, u"same"_s}));
    const batch::JobId third = read.jobs[2].id();
    batch::adoptIds(read, known);
    QCOMPARE(read.jobs[0].id(), known.jobs[0].id());
    QCOMPARE(read.jobs[1].id(), known.jobs[1].id());
    QCOMPARE(read.jobs[2].id(), third);
}

void TestMerge::knowsByWhatWasReadBefore()
{
    const BatchSource base = sourceOf({u"a"_s, u"b"_s, u"c"_s});
    BatchSource edited = base;
    find(edited, u"a"_s)->job.prompt = u"A dog"_s;
    find(edited, u"a"_s)->job.name = u"dog"_s;
    edited.jobs.append(entry(u"m"_s));
    BatchSource read = readAgain(sourceOf({u"c"_s, u"m"_s, u"a"_s, u"b"_s}));
    batch::adoptIds(read, edited, base);
    QCOMPARE(read.jobs[0].id(), base.jobs[2].id());
    QCOMPARE(read.jobs[1].id(), edited.jobs[3].id());
    QCOMPARE(read.jobs[2].id(), base.jobs[0].id());
    QCOMPARE(read.jobs[3].id(), base.jobs[1].id());

    // Two that changed their names, and one that another took: what is the same goes first, and
    // none is taken twice.
    edited = base;
    find(edited, u"a"_s)->job.prompt = u"B"_s;
    find(edited, u"b"_s)->job.name = u"x"_s;
    find(edited, u"a"_s)->job.name = u"b"_s;
    read = readAgain(sourceOf({u"a"_s, u"b"_s}));
    read.jobs[1].job.prompt = u"B"_s;
    batch::adoptIds(read, edited, base);
    QCOMPARE(read.jobs[1].id(), base.jobs[0].id());
    QVERIFY(read.jobs[0].id() != read.jobs[1].id());
}

void TestMerge::takesWhatOnlyOneChanged()
{
    const BatchSource base = sourceOf({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    BatchSource mine = base;
    find(mine, u"a"_s)->job.prompt = u"mine"_s;
    mine.jobs.removeAt(2);
    mine.jobs.append(entry(u"m"_s));
    BatchSource other = base;
    find(other, u"b"_s)->job.prompt = u"theirs"_s;
    other.jobs.insert(1, entry(u"t"_s));
    const batch::Merge merge = batch::merge(base, mine, other);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(merge.oursAlone, 3);
    QCOMPARE(merge.theirsAlone, 2);
    BatchSource merged = merge.merged(ours);
    QCOMPARE(namesOf(merged), u"a t b d m"_s);
    QCOMPARE(find(merged, u"a"_s)->job.prompt, u"mine"_s);
    QCOMPARE(find(merged, u"b"_s)->job.prompt, u"theirs"_s);
}

void TestMerge::keepsTheOrderOfTheOneThatMoved_data()
{
    QTest::addColumn<bool>("weMove");
    QTest::addRow("we") << true;
    QTest::addRow("they") << false;
}

void TestMerge::keepsTheOrderOfTheOneThatMoved()
{
    QFETCH(const bool, weMove);
    const BatchSource base = sourceOf({u"a"_s, u"b"_s, u"c"_s});
    BatchSource moved = base;
    moved.jobs.move(2, 0);
    BatchSource edited = base;
    edited.jobs.append(entry(u"z"_s));
    edited.jobs.prepend(entry(u"y"_s));
    const batch::Merge merge =
        weMove ? batch::merge(base, moved, edited) : batch::merge(base, edited, moved);
    QVERIFY(merge.conflicts.isEmpty());
    // z stands behind c there, and goes with it.
    QCOMPARE(namesOf(merge.merged(ours)), u"y c z a b"_s);
}

void TestMerge::asksWhereBothChanged()
{
    const BatchSource base = sourceOf({u"a"_s, u"b"_s});
    BatchSource mine = base;
    mine.jobs[0].job.prompt = u"mine"_s;
    BatchSource other = base;
    other.jobs[0].job.prompt = u"theirs"_s;
    const batch::Merge merge = batch::merge(base, mine, other);
    QCOMPARE(merge.conflicts.size(), 1);
    const Conflict &conflict = merge.conflicts.first();
    QCOMPARE(conflict.name, u"a"_s);
    QCOMPARE(conflict.ours->job.prompt, u"mine"_s);
    QCOMPARE(conflict.theirs->job.prompt, u"theirs"_s);
    QVERIFY(batch::sameContent(merge.merged(ours), mine));
    QVERIFY(batch::sameContent(merge.merged(theirs), other));
}

void TestMerge::asksWhereOneChangedWhatTheOtherTookOut()
{
    const BatchSource base = sourceOf({u"a"_s, u"b"_s});
    BatchSource mine = base;
    mine.jobs.removeFirst();
    BatchSource other = base;
    other.jobs[0].job.prompt = u"theirs"_s;
    const batch::Merge merge = batch::merge(base, mine, other);
    QCOMPARE(merge.conflicts.size(), 1);
    QVERIFY(!merge.conflicts.first().ours);
    QVERIFY(merge.conflicts.first().theirs);
    QCOMPARE(namesOf(merge.merged(ours)), u"b"_s);
    QCOMPARE(namesOf(merge.merged(theirs)), u"a b"_s);
}

void TestMerge::sameChangesAreNoConflict()
{
    const BatchSource base = sourceOf({u"a"_s, u"b"_s});
    BatchSource mine = base;
    mine.jobs[0].count = 4;
    mine.vars.insert(u"x"_s, u"1"_s);
    mine.jobs.removeLast();
    const batch::Merge merge = batch::merge(base, mine, mine);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(merge.oursAlone + merge.theirsAlone, 0);
    QVERIFY(batch::sameContent(merge.merged(theirs), mine));
}

void TestMerge::settingsAreMergedKeyByKey()
{
    BatchSource base = sourceOf({u"a"_s});
    base.vars.insert(u"brand"_s, u"old"_s);
    BatchSource mine = base;
    mine.settings.maxWorkers = 7;
    mine.vars[u"brand"_s] = u"mine"_s;
    BatchSource other = base;
    other.settings.outputDir = u"elsewhere"_s;
    other.vars[u"brand"_s] = u"theirs"_s;
    const batch::Merge merge = batch::merge(base, mine, other);
    QCOMPARE(merge.conflicts.size(), 1);
    QCOMPARE(merge.conflicts.first().name, u"vars.brand"_s);
    QVERIFY(!merge.conflicts.first().entry);
    const BatchSource merged = merge.merged(theirs);
    QCOMPARE(merged.settings.maxWorkers, 7);
    QCOMPARE(merged.settings.outputDir, u"elsewhere"_s);
    QCOMPARE(merged.vars.value(u"brand"_s), u"theirs"_s);
    QCOMPARE(merge.merged(ours).vars.value(u"brand"_s), u"mine"_s);
}

void TestMerge::mapsAreMergedKeyByKey()
{
    BatchSource base = sourceOf({u"a"_s});
    base.vars = {{u"brand"_s, u"old"_s}, {u"year"_s, u"2024"_s}, {u"gone"_s, u"x"_s}};
    base.settings.models[u"m/one"_s].name = u"One"_s;
    base.settings.extra = {{u"note"_s, u"n"_s}};
    base.defaults.all.job.params = {{u"steps"_s, 20}, {u"mood"_s, u"calm"_s}};
    BatchSource mine = base;
    mine.vars[u"brand"_s] = u"mine"_s;
    mine.vars.remove(u"gone"_s);
    mine.settings.models[u"m/one"_s].name = u"Uno"_s;
    mine.settings.extra.insert(u"owner"_s, u"me"_s);
    mine.defaults.all.job.params.insert(u"steps"_s, 30);
    mine.defaults.video.job.duration = 8;
    mine.defaults.all.saysType = true;
    mine.defaults.all.job.type = batch::MediaType::Video;
    BatchSource other = base;
    other.vars[u"year"_s] = u"2025"_s;
    other.settings.models[u"m/two"_s].name = u"Two"_s;
    other.settings.extra.remove(u"note"_s);
    other.defaults.all.job.params.insert(u"mood"_s, u"wild"_s);
    other.defaults.all.vars.insert(u"place"_s, u"here"_s);
    other.defaults.all.job.model = u"m/two"_s;
    batch::Merge merge = batch::merge(base, mine, other);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(merge.oursAlone, 7);
    QCOMPARE(merge.theirsAlone, 6);
    BatchSource wanted = mine;
    wanted.vars[u"year"_s] = u"2025"_s;
    wanted.settings.models[u"m/two"_s].name = u"Two"_s;
    wanted.settings.extra.remove(u"note"_s);
    wanted.defaults.all.job.params.insert(u"mood"_s, u"wild"_s);
    wanted.defaults.all.vars.insert(u"place"_s, u"here"_s);
    wanted.defaults.all.job.model = u"m/two"_s;
    QVERIFY(batch::sameContent(merge.merged(ours), wanted));
    QVERIFY(batch::sameContent(merge.merged(theirs), wanted));

    other.defaults.video.job.duration = 5;
    other.settings.models[u"m/one"_s].name = u"Eins"_s;
    other.settings.extra.insert(u"owner"_s, u"them"_s);
    other.vars[u"gone"_s] = u"y"_s;
    merge = batch::merge(base, mine, other);
    QStringList names;
    for (const Conflict &conflict : merge.conflicts)
        names.append(conflict.name);
    QCOMPARE(
        names,
        (QStringList{u"models.m/one"_s, u"vars.gone"_s, u"defaults.video.duration"_s, u"owner"_s}));
    QVERIFY(batch::sameContent(merge.merged(ours), wanted));
    const BatchSource merged = merge.merged(theirs);
    QCOMPARE(merged.defaults.video.job.duration, 5);
    QCOMPARE(merged.settings.models.value(u"m/one"_s).name, u"Eins"_s);
    QCOMPARE(merged.settings.extra.value(u"owner"_s), u"them"_s);
    QCOMPARE(merged.vars.value(u"gone"_s), u"y"_s);
    QCOMPARE(merged.vars.value(u"brand"_s), u"mine"_s);
}

void TestMerge::adoptsInIncludedFiles()
{
    batch::Included inner;
    inner.path = u"/b/inner.yaml"_s;
    inner.jobs = {entry(u"i"_s)};
    batch::Included house;
    house.path = u"/b/house.yaml"_s;
    house.jobs = {entry(u"h"_s)};
    house.included = {inner, inner};
    house.included[1].jobs[0].job.id = batch::newJobId();
    BatchSource known = sourceOf({u"a"_s});
    known.included = {house};
    BatchSource read = readAgain(known);
    read.included[0].jobs[0].job.id = batch::newJobId();
    read.included[0].jobs.prepend(entry(u"new"_s));
    for (batch::Included &file : read.included[0].included)
        file.jobs[0].job.id = batch::newJobId();
    batch::adoptIds(read, known);
    QCOMPARE(read.jobs[0].id(), known.jobs[0].id());
    QCOMPARE(read.included[0].jobs[1].id(), house.jobs[0].id());
    QVERIFY(read.included[0].jobs[0].id() != house.jobs[0].id());
    // One file that stands there twice: each has its own.
    for (int i = 0; i < 2; ++i)
        QCOMPARE(read.included[0].included[i].jobs[0].id(), house.included[i].jobs[0].id());
}

void TestMerge::includedFilesAreTheSameByContent()
{
    batch::Included inner;
    inner.path = u"/b/inner.yaml"_s;
    inner.jobs = {entry(u"i"_s)};
    batch::Included one;
    one.path = u"/b/house.yaml"_s;
    one.jobs = {entry(u"h"_s)};
    one.included = {inner};
    batch::Included other = one;
    other.jobs[0].job.id = batch::newJobId();
    other.included[0].jobs[0].job.id = batch::newJobId();
    QVERIFY(one == other);
    other.included[0].jobs[0].job.prompt = u"A dog"_s;
    QVERIFY(!(one == other));
    other = one;
    other.jobs.append(entry(u"h2"_s));
    QVERIFY(!(one == other));
}

void TestMerge::whatBothAddedAlikeIsOneEntry()
{
    const BatchSource base = sourceOf({u"a"_s});
    BatchSource mine = base;
    mine.jobs << entry(u"both"_s) << entry(u"differs"_s, u"mine"_s);
    BatchSource other = base;
    other.jobs << entry(u"both"_s) << entry(u"both"_s) << entry(u"differs"_s, u"theirs"_s);
    const batch::Merge merge = batch::merge(base, mine, other);
    QVERIFY(merge.conflicts.isEmpty());
    const BatchSource merged = merge.merged(ours);
    // The second of theirs is one more, and who differs is another.
    QStringList names = namesOf(merged).split(u' ');
    names.sort();
    QCOMPARE(names.join(u' '), u"a both both differs differs"_s);
    QVERIFY(std::ranges::find(merged.jobs, mine.jobs[1]) != merged.jobs.end());
}

void TestMerge::theDefaultImageIsOneKey()
{
    const BatchSource base = sourceOf({u"a"_s});
    BatchSource mine = base;
    mine.defaults.image.job.width = 512;
    BatchSource other = base;
    other.defaults.all.job.image = u"cat.png"_s;
    other.defaults.all.job.width = 256;
    const batch::Merge merge = batch::merge(base, mine, other);
    QCOMPARE(merge.conflicts.size(), 1);
    QCOMPARE(merge.conflicts.first().name, u"defaults.image"_s);
    QCOMPARE(merge.merged(ours).defaults.image, mine.defaults.image);
    QVERIFY(!merge.merged(ours).defaults.all.job.image);
    QCOMPARE(merge.merged(ours).defaults.all.job.width, 256);
    QCOMPARE(merge.merged(theirs).defaults, other.defaults);
    // One that turned the one into the other.
    BatchSource turned = other;
    turned.defaults.all.job.image.reset();
    turned.defaults.image.job.width = 512;
    const batch::Merge alone = batch::merge(other, turned, other);
    QVERIFY(alone.conflicts.isEmpty());
    QCOMPARE(alone.oursAlone, 1);
    QCOMPARE(alone.merged(theirs).defaults, turned.defaults);
}

void TestMerge::asksWhereBothMoved()
{
    const BatchSource base = sourceOf({u"a"_s, u"b"_s, u"c"_s});
    BatchSource mine = base;
    mine.jobs.move(2, 0);
    mine.jobs.append(entry(u"m"_s));
    BatchSource other = base;
    other.jobs.move(0, 2);
    other.jobs.prepend(entry(u"t"_s));
    batch::Merge merge = batch::merge(base, mine, other);
    QCOMPARE(merge.conflicts.size(), 1);
    QCOMPARE(merge.conflicts.first().name, Conflict::orderKey);
    QVERIFY(!merge.conflicts.first().entry);
    QCOMPARE(namesOf(merge.merged(ours)), u"t c a b m"_s);
    QCOMPARE(namesOf(merge.merged(theirs)), u"t b m c a"_s);
    // Alike is no conflict, and one that moved alone is followed.
    merge = batch::merge(base, mine, mine);
    QVERIFY(merge.conflicts.isEmpty());
    QCOMPARE(merge.oursAlone + merge.theirsAlone, 0);
    merge = batch::merge(base, base, other);
    QCOMPARE(merge.theirsAlone, 2);
    QCOMPARE(namesOf(merge.merged(ours)), namesOf(other));
}

void TestMerge::losesNoChange()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    int made = 0;
    const auto edit = [&](BatchSource source, const QString &who) {
        for (int i = random.bounded(4); i > 0; --i) {
            const auto at = source.jobs.isEmpty() ? 0 : random.bounded(source.jobs.size());
            const int what = random.bounded(4);
            if (what == 0 || source.jobs.isEmpty())
                source.jobs.insert(at, entry(who + QString::number(++made)));
            else if (what == 1)
                source.jobs.removeAt(at);
            else if (what == 2)
                source.jobs[at].job.prompt = who + QString::number(++made);
            else
                source.jobs.move(at, random.bounded(source.jobs.size()));
        }
        return source;
    };
    for (int round = 0; round < 2000; ++round) {
        const BatchSource base = sourceOf({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
        const BatchSource mine = edit(base, u"m"_s);
        const BatchSource other = edit(base, u"t"_s);
        const batch::Merge merge = batch::merge(base, mine, other);
        QSet<batch::JobId> unsure;
        for (const Conflict &conflict : merge.conflicts) {
            if (conflict.entry)
                unsure.insert(*conflict.entry);
        }
        BatchSource merged = merge.merged(ours);
        QHash<batch::JobId, JobSource> found;
        for (const JobSource &one : merged.jobs) {
            QVERIFY(!found.contains(one.id()));
            found.insert(one.id(), one);
        }
        const auto holds = [&](const BatchSource &side) {
            QHash<batch::JobId, JobSource> before;
            for (const JobSource &one : base.jobs)
                before.insert(one.id(), one);
            QHash<batch::JobId, JobSource> now;
            for (const JobSource &one : side.jobs)
                now.insert(one.id(), one);
            for (const JobSource &one : side.jobs) {
                const bool changed =
                    !before.contains(one.id()) || !before.value(one.id()).sameContent(one);
                if (changed && !unsure.contains(one.id())
                    && !(found.contains(one.id()) && found.value(one.id()).sameContent(one)))
                    return false;
            }
            for (const JobSource &one : base.jobs) {
                if (!now.contains(one.id()) && !unsure.contains(one.id())
                    && found.contains(one.id()))
                    return false;
            }
            return true;
        };
        QVERIFY2(holds(mine), qPrintable(namesOf(merged)));
        QVERIFY2(holds(other), qPrintable(namesOf(merged)));
        // Where nobody else changed anything, the result is what the one made.
        QVERIFY(batch::sameContent(batch::merge(base, mine, base).merged(ours), mine));
        QVERIFY(batch::sameContent(batch::merge(base, base, other).merged(ours), other));
    }
}

QTEST_GUILESS_MAIN(TestMerge)
#include "test_merge.moc"
