// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::Expansion;
using batch::Job;
using batch::JobSource;
using batch::MediaType;
using batch::Severity;

class TestExpand : public QObject
{
    Q_OBJECT

private slots:
    void plainEntriesStayAsTheyAre();
    void matrixAndTakes();
    void choicesAndVariables();
    void names_data();
    void names();
    void namesThatMeetAreToldApart();
    void aNamePassesToNoOtherJob();
    void namesThatMeetAreSaidOnce();
    void seedsOfTakes();
    void takesOfOneText();
    void seedsThatTheTakesMeet();
    void oneOfTwoIsSwitchedOff();
    void axesSetKeys();
    void axisOfTypes();
    void precedence_data();
    void precedence();
    void framesHideEachOther();
    void picturesHideEachOther();
    void variablesOfManyLevels();
    void includedJobs();
    void aFileOverTwoWays();
    void aFileOverTwoWaysCountsOnce();
    void includedPicturesKeepTheirPlace();
    void includedModels();
    void excluded();
    void errors_data();
    void errors();
    void warnings_data();
    void warnings();
    void limit();
    void limitOfOneEntry();
    void anAxisThatSaysNothingOnce();
    void manyExclusions();
    void theOnlyJobIsExcludedToo();
    void partsOfIncludedFiles();
    void asEntryMakesTheSame();
    void whatDefaultsSay();
    void edits();
    void editsKeepTheFrame();
    void tenThousandPlainEntries();
};

namespace {

JobSource entry(const QString &name, const QString &prompt = u"p"_s)
{
    Job job;
    job.name = name;
    job.model = u"m"_s;
    job.prompt = prompt;
    return job;
}

BatchSource sourceOf(const QList<JobSource> &entries)
{
    BatchSource source;
    source.jobs = entries;
    return source;
}

QStringList namesOf(const Expansion &expansion)
{
    QStringList names;
    for (const batch::MadeJob &made : expansion.jobs)
        names.append(made.job.name);
    return names;
}

QStringList promptsOf(const Expansion &expansion)
{
    QStringList prompts;
    for (const batch::MadeJob &made : expansion.jobs)
        prompts.append(made.job.prompt);
    return prompts;
}

Job onlyJob(const BatchSource &source)
{
    const Expansion expansion = batch::expand(source);
    if (expansion.jobs.size() != 1)
        qFatal("%d jobs", int(expansion.jobs.size()));
    return expansion.jobs.first().job;
}

} // namespace

void TestExpand::plainEntriesStayAsTheyAre()
{
    JobSource one = entry(u"  two  spaces "_s, u"{\"a\": {\"b\": 1}} {"_s);
    one.job.params = {{u"x"_s, QJsonArray{1, u"y"_s}}};
    one.job.extra = {{u"mood"_s, u"calm"_s}};
    one.job.width = 5;
    JobSource off = entry(u"off"_s);
    off.job.enabled = false;
    const Expansion expansion = batch::expand(sourceOf({one, off}));
    QCOMPARE(expansion.plainJobs(), QList<Job>({one.job, off.job})); // with their ids
    QVERIFY(expansion.problems.isEmpty());
    QVERIFY(expansion.jobs[1].key.isEmpty() && expansion.jobs[1].combination.values.isEmpty());
    QCOMPARE(expansion.jobs[1].entry, 1);
}

void TestExpand::matrixAndTakes()
{
    JobSource hero = entry(u"hero"_s, u"a {product} in {style}"_s);
    hero.matrix = {{u"product"_s, {u"lamp"_s, u"chair"_s, u"desk"_s}},
                   {u"style"_s, {u"ink"_s, u"oil"_s, u"clay"_s, u"felt"_s}}};
    hero.count = 2;
    const Expansion expansion = batch::expand(sourceOf({hero}));
    QVERIFY(expansion.problems.isEmpty());
    QCOMPARE(expansion.jobs.size(), 24);
    QCOMPARE(namesOf(expansion).first(4),
             QStringList({u"hero lamp ink"_s, u"hero lamp ink 2"_s, u"hero lamp oil"_s,
                          u"hero lamp oil 2"_s}));
    QCOMPARE(expansion.jobs.last().job.name, u"hero desk felt 2"_s);
    QCOMPARE(expansion.jobs.last().job.prompt, u"a desk in felt"_s);
    const batch::MadeJob &made = expansion.jobs[1];
    QCOMPARE(made.combination.take, 2);
    QCOMPARE(made.combination.values,
             (QMap<QString, QString>{{u"product"_s, u"lamp"_s}, {u"style"_s, u"ink"_s}}));
    QSet<QString> keys;
    QSet<batch::JobId> ids = {hero.id()};
    for (const batch::MadeJob &each : expansion.jobs) {
        keys.insert(each.key);
        ids.insert(each.job.id);
        QCOMPARE(each.source, hero.id());
    }
    QCOMPARE(keys.size(), 24);
    QVERIFY(!keys.contains(QString()));
    QCOMPARE(ids.size(), 25);
}

void TestExpand::choicesAndVariables()
{
    JobSource hero = entry(u"{brand} {choice2}"_s, u"{brand}: {red|blue |} shoe, {day|night}"_s);
    hero.vars = {{u"brand"_s, u"Aurora"_s}};
    hero.job.negativePrompt = u"{a|b} {choice}"_s;
    hero.job.params = {{u"style"_s, QJsonArray{u"{brand}!"_s, 3}}, {u"{brand}"_s, true}};
    const Expansion expansion = batch::expand(sourceOf({hero}));
    QVERIFY(expansion.problems.isEmpty());
    QCOMPARE(promptsOf(expansion),
             QStringList({u"Aurora: red shoe, day"_s, u"Aurora: red shoe, night"_s,
                          u"Aurora: blue shoe, day"_s, u"Aurora: blue shoe, night"_s,
                          u"Aurora:  shoe, day"_s, u"Aurora:  shoe, night"_s}));
    QCOMPARE(namesOf(expansion),
             QStringList({u"Aurora day red"_s, u"Aurora night red"_s, u"Aurora day blue"_s,
                          u"Aurora night blue"_s, u"Aurora day"_s, u"Aurora night"_s}));
    const Job &first = expansion.jobs.first().job;
    QCOMPARE(first.negativePrompt, u"{a|b} red"_s);
    QCOMPARE(first.params,
             (QJsonObject{{u"style"_s, QJsonArray{u"Aurora!"_s, 3}},
                          {u"{brand}"_s, true}})); // keys are no texts
}

void TestExpand::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<int>("count");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("one value") << u"hero"_s << QStringList({u"a"_s}) << 1
                               << QStringList({u"hero a"_s});
    QTest::newRow("named") << u"{x} hero"_s << QStringList({u"a"_s, u"b"_s}) << 1
                           << QStringList({u"a hero"_s, u"b hero"_s});
    QTest::newRow("takes") << u"hero {x}"_s << QStringList({u"a"_s}) << 3
                           << QStringList({u"hero a"_s, u"hero a 2"_s, u"hero a 3"_s});
    QTest::newRow("named take") << u"{take} hero"_s << QStringList({u"a"_s}) << 2
                                << QStringList({u"1 hero a"_s, u"2 hero a"_s});
    QTest::newRow("no name") << QString() << QStringList({u"a"_s, u"b"_s}) << 1
                             << QStringList({u"a"_s, u"b"_s});
    QTest::newRow("one line") << u"hero"_s << QStringList({u" a\n  b "_s}) << 1
                              << QStringList({u"hero a b"_s});
    QTest::newRow("24 characters") << u"h"_s << QStringList({u"123456789012345678901234"_s}) << 1
                                   << QStringList({u"h 123456789012345678901234"_s});
    QTest::newRow("25 characters") << u"h"_s << QStringList({u"1234567890123456789012345"_s}) << 1
                                   << QStringList({u"h 12345678901234567890~f254"_s});
    QTest::newRow("no half character")
        << u"h"_s << QStringList({u"1234567890123456789🙂 and more"_s}) << 1
        << QStringList({u"h 1234567890123456789~234e"_s});
    QTest::newRow("empty") << u"h"_s << QStringList({QString(), u"b"_s}) << 2
                           << QStringList({u"h"_s, u"h 2"_s, u"h b"_s, u"h b 2"_s});
}

void TestExpand::names()
{
    QFETCH(QString, name);
    QFETCH(QStringList, values);
    QFETCH(int, count);
    JobSource hero = entry(name, u"{x}"_s);
    hero.matrix = {{u"x"_s, values}};
    hero.count = count;
    QTEST(namesOf(batch::expand(sourceOf({hero}))), "names");
}

void TestExpand::namesThatMeetAreToldApart()
{
    JobSource hero = entry(u"hero"_s, u"{a} {b}"_s);
    hero.matrix = {{u"a"_s, {u"red"_s, u"red hat"_s}}, {u"b"_s, {u"hat on"_s, u"on"_s}}};
    const QStringList names = namesOf(batch::expand(sourceOf({hero})));
    QCOMPARE(names.size(), 4);
    QCOMPARE(names[1], u"hero red on"_s);
    QCOMPARE(names[2], u"hero red hat hat on"_s);
    for (const qsizetype i : {0, 3}) {
        QVERIFY2(names[i].startsWith(u"hero red hat on ~"_s), qPrintable(names[i]));
        QCOMPARE(names[i].size(), u"hero red hat on"_s.size() + 6);
    }
    QVERIFY(names[0] != names[3]);
}

/// "job:N x y z" must not mean another picture because a list has grown.
void TestExpand::aNamePassesToNoOtherJob()
{
    JobSource hero = entry(u"N"_s, u"{a}, {b}"_s);
    hero.matrix = {{u"a"_s, {u"x"_s, u"x y"_s}}, {u"b"_s, {u"z"_s}}};
    Expansion expansion = batch::expand(sourceOf({hero}));
    QCOMPARE(namesOf(expansion), (QStringList{u"N x z"_s, u"N x y z"_s}));
    QVERIFY(expansion.problems.isEmpty());
    hero.matrix[1].values.append(u"y z"_s);
    expansion = batch::expand(sourceOf({hero}));
    const QStringList names = namesOf(expansion);
    QVERIFY(!names.contains(u"N x y z"_s));
    QCOMPARE(names[0], u"N x z"_s);
    QCOMPARE(names[3], u"N x y y z"_s);
    QCOMPARE(expansion.problems.size(), 1);
    const batch::EntryProblem &problem = expansion.problems.first();
    QCOMPARE(problem.key, u"name"_s);
    QCOMPARE(problem.problem.severity, Severity::Warning);
    for (const QString &words :
         {u"\"N x y z\""_s, u"a: \"x\", b: \"y z\""_s, u"a: \"x y\", b: \"z\""_s})
        QVERIFY2(problem.problem.message.contains(words), qPrintable(problem.problem.message));
}

void TestExpand::namesThatMeetAreSaidOnce()
{
    JobSource hero = entry(u"N"_s, u"{a}"_s);
    hero.matrix = {{u"a"_s, {u"x  y"_s, u"x y"_s}}};
    hero.count = 3;
    Expansion expansion = batch::expand(sourceOf({hero}));
    QCOMPARE(expansion.problems.size(), 1);
    // A take's number that is another's value.
    hero.matrix = {{u"a"_s, {u"x"_s, u"x 3"_s}}};
    expansion = batch::expand(sourceOf({hero}));
    QCOMPARE(expansion.problems.size(), 1);
    QVERIFY2(expansion.problems.first().problem.message.contains(u"a: \"x\", take 3"_s),
             qPrintable(expansion.problems.first().problem.message));
}

void TestExpand::seedsOfTakes()
{
    JobSource hero = entry(u"hero"_s);
    hero.count = 3;
    const auto seeds = [&hero] {
        QList<std::optional<qint64>> result;
        for (const Job &job : batch::expand(sourceOf({hero})).plainJobs())
            result.append(job.seed);
        return result;
    };
    const auto made = seeds();
    QVERIFY(!made[0]); // asks for what it asked for before there were takes
    QVERIFY(made[1] && *made[1] >= 2 && *made[1] <= 1'000'000);
    QCOMPARE(*made[2], *made[1] + 1);
    hero.job.name = u"other"_s; // or it would be made, and paid for, anew
    QCOMPARE(seeds(), made);
    hero.job.name = u"{take} other"_s;
    QCOMPARE(seeds(), made);
    hero.job.prompt = u"another"_s;
    QVERIFY(seeds()[1] != made[1]);
    hero.job.seed = 7;
    QCOMPARE(seeds(), (QList<std::optional<qint64>>{7, 8, 9}));
    hero.job.seed = std::numeric_limits<qint64>::max();
    QCOMPARE(seeds()[2], 2);
    hero.job.seed.reset();
    hero.job.params = {{u"seed"_s, 40}};
    const Expansion own = batch::expand(sourceOf({hero}));
    QVERIFY(!own.jobs[1].job.seed);
    QCOMPARE(own.jobs[2].job.params[u"seed"_s].toInt(), 42);
    QCOMPARE(own.jobs[0].job.params[u"seed"_s].toInt(), 40);
}

/// What differs in another axis is another request, though the seeds follow from the same text.
void TestExpand::takesOfOneText()
{
    JobSource hero = entry(u"hero"_s);
    hero.count = 3;
    hero.matrix = {{u"width"_s, {u"256"_s, u"512"_s}}};
    const QList<Job> jobs = batch::expand(sourceOf({hero})).plainJobs();
    QCOMPARE(jobs.size(), 6);
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        for (qsizetype other = 0; other < i; ++other)
            QVERIFY2(!jobs[i].sameRequest(jobs[other]), qPrintable(jobs[i].name));
    }
    QCOMPARE(jobs[4].seed, jobs[1].seed);
}

/// The second take of seed 1 would be the picture of seed 2.
void TestExpand::seedsThatTheTakesMeet()
{
    JobSource hero = entry(u"S"_s);
    hero.matrix = {{u"seed"_s, {u"1"_s, u"2"_s}}};
    hero.count = 2;
    Expansion expansion = batch::expand(sourceOf({hero}));
    QVERIFY(expansion.jobs.isEmpty());
    QCOMPARE(expansion.problems.last().key, u"matrix.seed"_s);
    QCOMPARE(expansion.problems.last().problem.severity, Severity::Error);
    const QString message = expansion.problems.last().problem.message;
    QVERIFY2(message.contains(u"the same seed"_s) && message.contains(u"2 or more apart"_s),
             qPrintable(message));
    // An axis that makes no difference doesn't hide it.
    hero.matrix.append({u"idle"_s, {u"a"_s, u"b"_s}});
    QVERIFY(batch::expand(sourceOf({hero})).jobs.isEmpty());

    hero.matrix = {{u"seed"_s, {u"1"_s, u"3"_s}}};
    expansion = batch::expand(sourceOf({hero}));
    QCOMPARE(expansion.jobs.size(), 4);
    QVERIFY(expansion.problems.isEmpty());
    // So it is without takes.
    hero.matrix = {{u"seed"_s, {u"1"_s, u"2"_s}}};
    hero.count.reset();
    QCOMPARE(batch::expand(sourceOf({hero})).jobs.size(), 2);
    // What is switched off is not paid for.
    hero.count = 2;
    hero.exclude = {{{{u"seed"_s, u"1"_s}}, 2}};
    expansion = batch::expand(sourceOf({hero}));
    QCOMPARE(expansion.jobs.size(), 4);
}

/// Values that differ and ask for the same all the same.
void TestExpand::oneOfTwoIsSwitchedOff()
{
    JobSource hero = entry(u"N"_s);
    hero.job.resolution = u"1080p"_s;
    hero.matrix = {{u"resolution"_s, {u"1080p"_s, u""_s, u"720p"_s}}};
    Expansion expansion = batch::expand(sourceOf({hero}));
    QCOMPARE(expansion.jobs.size(), 3);
    QCOMPARE(expansion.problems.size(), 1);
    QCOMPARE(expansion.problems.first().key, u"matrix"_s);
    QCOMPARE(expansion.problems.first().problem.severity, Severity::Warning);
    const QString message = expansion.problems.first().problem.message;
    QVERIFY2(message.contains(u"\"N 1080p\" and \"N\" ask for the very same"_s),
             qPrintable(message));
    hero.exclude = {{{{u"resolution"_s, u""_s}}, {}}};
    QVERIFY(batch::expand(sourceOf({hero})).problems.isEmpty());
}

void TestExpand::axesSetKeys()
{
    JobSource hero = entry(u"hero"_s);
    hero.job.width = 10;
    hero.job.model = u"own"_s;
    hero.matrix = {{u"model"_s, {u"m/{x}"_s}},   {u"aspect_ratio"_s, {u"16:9"_s}},
                   {u"duration"_s, {u"7.5"_s}},  {u"resolution"_s, {u"720p"_s}},
                   {u"seed"_s, {u"-3"_s}},       {u"negative_prompt"_s, {u"{dull}"_s}},
                   {u"image"_s, {u"a{b}.png"_s}}};
    const Expansion expansion = batch::expand(sourceOf({hero}));
    QVERIFY(expansion.problems.isEmpty());
    const Job &job = expansion.jobs.first().job;
    QCOMPARE(job.model, u"m/{x}"_s); // values are not read for braces
    QCOMPARE(job.aspectRatio, u"16:9"_s);
    QVERIFY(!job.width); // hidden by the aspect ratio
    QCOMPARE(job.duration, 7.5);
    QCOMPARE(job.resolution, u"720p"_s);
    QCOMPARE(job.seed, -3);
    QCOMPARE(job.negativePrompt, u"{dull}"_s);
    QCOMPARE(job.image, u"a{b}.png"_s);

    JobSource size = entry(u"size"_s);
    size.matrix = {{u"width"_s, {u"64"_s, u"100"_s}}, {u"negative_prompt"_s, {u""_s, u"fog"_s}}};
    size.job.negativePrompt = u"rain"_s;
    const Expansion sizes = batch::expand(sourceOf({size}));
    QCOMPARE(sizes.jobs[0].job.width, 64);
    QCOMPARE(sizes.jobs[3].job.width, 100);
    QCOMPARE(sizes.jobs[0].job.negativePrompt, u"rain"_s); // an empty value says nothing
    QCOMPARE(sizes.jobs[1].job.negativePrompt, u"fog"_s);
}

void TestExpand::axisOfTypes()
{
    BatchSource source = sourceOf({entry(u"hero"_s, QString())});
    source.defaults.image.job.prompt = u"a {still|quiet} picture"_s;
    source.defaults.video.job.prompt = u"a clip"_s;
    source.defaults.video.job.duration = 8;
    source.jobs[0].matrix = {{u"type"_s, {u"image"_s, u"video"_s}}, {u"size"_s, {u"s"_s, u"l"_s}}};
    source.jobs[0].job.params = {{u"size"_s, u"{size}"_s}};
    source.maxVariations = 6;
    const Expansion expansion = batch::expand(source);
    QVERIFY(expansion.problems.isEmpty());
    QCOMPARE(namesOf(expansion),
             QStringList({u"hero image s still"_s, u"hero image s quiet"_s, u"hero image l still"_s,
                          u"hero image l quiet"_s, u"hero video s"_s, u"hero video l"_s}));
    QCOMPARE(expansion.jobs[4].job.type, MediaType::Video);
    QCOMPARE(expansion.jobs[4].job.duration, 8.0);
    QVERIFY(!expansion.jobs[0].job.duration);
    source.maxVariations = 5;
    QVERIFY(batch::expand(source).jobs.isEmpty());
}

void TestExpand::precedence_data()
{
    // Who says the resolution; the first of these wins.
    QTest::addColumn<int>("lowest");
    QTest::newRow("axis") << 0;
    QTest::newRow("entry") << 1;
    QTest::newRow("defaults for the type") << 2;
    QTest::newRow("defaults") << 3;
    QTest::newRow("later include, for the type") << 4;
    QTest::newRow("later include") << 5;
    QTest::newRow("what the later include includes") << 6;
    QTest::newRow("earlier include") << 7;
    QTest::newRow("nobody") << 8;
}

void TestExpand::precedence()
{
    QFETCH(int, lowest);
    BatchSource source = sourceOf({entry(u"hero"_s)});
    source.included.resize(2);
    source.included[1].included.resize(1);
    const auto says = [lowest](Job &job, int level) {
        if (level < lowest)
            return;
        job.resolution = QString::number(level);
        job.params = {{u"shared"_s, level}, {QString::number(level), true}};
    };
    JobSource &hero = source.jobs[0];
    if (lowest == 0)
        hero.matrix = {{u"resolution"_s, {u"0"_s}}};
    says(hero.job, 1);
    says(source.defaults.image.job, 2);
    says(source.defaults.all.job, 3);
    says(source.included[1].defaults.image.job, 4);
    says(source.included[1].defaults.all.job, 5);
    says(source.included[1].included[0].defaults.image.job, 6);
    says(source.included[0].defaults.all.job, 7);
    source.defaults.video.job.resolution = u"never"_s;
    const Job job = onlyJob(source);
    QCOMPARE(job.resolution.value_or(u"8"_s), QString::number(lowest));
    const int first = std::max(lowest, 1);
    QCOMPARE(job.params.value(u"shared"_s).toInt(8), first);
    for (int level = 1; level < 8; ++level)
        QCOMPARE(job.params.contains(QString::number(level)), level >= first);
}

void TestExpand::framesHideEachOther()
{
    BatchSource source = sourceOf({entry(u"hero"_s)});
    source.defaults.all.job.width = 512;
    source.defaults.all.job.height = 256;
    QCOMPARE(onlyJob(source).width, 512);
    source.jobs[0].job.aspectRatio = u"1:1"_s;
    QVERIFY(!onlyJob(source).width && !onlyJob(source).height);
    source.jobs[0].job.width = 100; // says both itself
    QCOMPARE(onlyJob(source).width, 100);
    QVERIFY(!onlyJob(source).height);
    QCOMPARE(onlyJob(source).aspectRatio, u"1:1"_s);

    BatchSource other = sourceOf({entry(u"hero"_s)});
    other.defaults.all.job.aspectRatio = u"16:9"_s;
    other.jobs[0].job.height = 64;
    QVERIFY(!onlyJob(other).aspectRatio);
}

void TestExpand::picturesHideEachOther()
{
    BatchSource source = sourceOf({entry(u"hero"_s)});
    source.defaults.all.job.image = u"default.png"_s;
    source.jobs[0].job.imageUrl = u"own.png"_s;
    QCOMPARE(onlyJob(source).picture(), u"own.png"_s);
    QVERIFY(!onlyJob(source).image);
    source.defaults.all.job.image.reset();
    source.defaults.all.job.imageUrl = u"default.png"_s;
    source.jobs[0].job.imageUrl.reset();
    source.jobs[0].job.image = u"own.png"_s;
    QVERIFY(!onlyJob(source).imageUrl);
}

void TestExpand::variablesOfManyLevels()
{
    BatchSource source = sourceOf({entry(u"hero"_s, u"{a}{b}{c}{d}{e}{f}"_s)});
    source.included.resize(1);
    const auto put = [](batch::Variables &vars, const QString &names, const QString &value) {
        for (const QChar name : names)
            vars.insert(name, value);
    };
    put(source.included[0].defaults.all.vars, u"abcdef"_s, u"6"_s);
    put(source.included[0].vars, u"abcde"_s, u"5"_s);
    put(source.defaults.all.vars, u"abcd"_s, u"4"_s);
    put(source.defaults.image.vars, u"abcd"_s, u"3"_s);
    put(source.vars, u"abc"_s, u"2"_s);
    put(source.jobs[0].vars, u"ab"_s, u"1"_s);
    source.jobs[0].matrix = {{u"a"_s, {u"0"_s}}};
    QCOMPARE(onlyJob(source).prompt, u"012356"_s);
}

void TestExpand::includedJobs()
{
    BatchSource source = sourceOf({entry(u"own"_s, QString())});
    source.vars = {{u"product"_s, u"lamp"_s}};
    source.defaults.all.job.prompt = u"own default"_s;
    source.defaults.all.job.resolution = u"never"_s;
    batch::Included shots;
    shots.path = u"/shows/shots.yaml"_s;
    shots.vars = {{u"product"_s, u"any"_s}, {u"light"_s, u"soft"_s}};
    shots.defaults.all.job.duration = 3;
    shots.jobs = {entry(u"{product} front"_s, u"{product}, {light}, {lens}"_s)};
    shots.jobs[0].vars = {{u"light"_s, u"hard"_s}};
    batch::Included lenses;
    lenses.path = u"/shows/lenses.yaml"_s;
    lenses.vars = {{u"lens"_s, u"50"_s}, {u"light"_s, u"none"_s}};
    lenses.jobs = {entry(u"{lens}"_s, u"{light} {product}"_s)};
    shots.included = {lenses};
    source.included = {shots};
    const Expansion expansion = batch::expand(source);
    QVERIFY(expansion.problems.isEmpty());
    QCOMPARE(namesOf(expansion), QStringList({u"50"_s, u"lamp front"_s, u"own"_s}));
    // The vars of those that include it win over the file's own, the outermost first.
    QCOMPARE(promptsOf(expansion),
             QStringList({u"soft lamp"_s, u"lamp, hard, 50"_s, u"own default"_s}));
    QCOMPARE(expansion.jobs[1].job.duration, 3.0);
    QVERIFY(!expansion.jobs[1].job.resolution); // nothing else of the includer reaches it
    QCOMPARE(expansion.jobs[1].entry, -1);
    QCOMPARE(expansion.jobs[1].includedFrom, shots.path);
    QCOMPARE(expansion.jobs[2].job.duration, 3.0); // the other way it does
}

void TestExpand::aFileOverTwoWays()
{
    batch::Included style;
    style.path = u"/b/style.yaml"_s;
    style.vars = {{u"product"_s, u"thing"_s}};
    style.jobs = {entry(u"logo"_s), entry(u"{product} front"_s, u"{product}"_s),
                  entry(u"side"_s, u"{product}"_s), entry(u"logo"_s)};
    batch::Included one;
    one.path = u"/b/one.yaml"_s;
    one.included = {style};
    batch::Included lamp = one;
    lamp.path = u"/b/lamp.yaml"_s;
    lamp.vars = {{u"product"_s, u"lamp"_s}};
    BatchSource source = sourceOf({entry(u"own"_s)});
    source.included = {style, one, lamp};
    // What its variables make another job is made; what stands in it twice stays so.
    QCOMPARE(namesOf(batch::expand(source)),
             (QStringList{u"logo"_s, u"thing front"_s, u"side"_s, u"logo"_s, u"lamp front"_s,
                          u"side"_s, u"own"_s}));
}

void TestExpand::aFileOverTwoWaysCountsOnce()
{
    batch::Included style;
    style.path = u"/b/style.yaml"_s;
    style.jobs = {entry(u"logo"_s, u"{a|b|c}"_s)};
    batch::Included one;
    one.path = u"/b/one.yaml"_s;
    one.included = {style};
    BatchSource source = sourceOf({entry(u"own"_s, u"{a|b|c}"_s)});
    source.included = {style, one, one};
    source.maxVariations = 6;
    const Expansion expansion = batch::expand(source);
    QCOMPARE(expansion.jobs.size(), 6);
    QVERIFY(expansion.problems.isEmpty());
}

void TestExpand::includedPicturesKeepTheirPlace()
{
    BatchSource source = sourceOf({entry(u"own"_s)});
    batch::Included house;
    house.folder = u"../house"_s;
    house.defaults.all.job.image = u"logo/{file}.png"_s;
    house.defaults.all.job.params = {{u"end_image"_s, u"end.PNG"_s},
                                     {u"style"_s, u"calm"_s},
                                     {u"images"_s, QJsonArray{u"a.jpg"_s, u"https://x.y/b.jpg"_s}}};
    house.vars = {{u"file"_s, u"x"_s}};
    source.included = {house};
    const Job job = onlyJob(source);
    QCOMPARE(job.image, u"../house/logo/x.png"_s);
    QCOMPARE(job.params,
             (QJsonObject{{u"end_image"_s, u"../house/end.PNG"_s},
                          {u"style"_s, u"calm"_s},
                          {u"images"_s, QJsonArray{u"../house/a.jpg"_s, u"https://x.y/b.jpg"_s}}}));
    for (const QString &address :
         {u"job:own"_s, u"https://x.y/z.png"_s, u"/abs.png"_s, u"file:///abs.png"_s}) {
        source.included[0].defaults.all.job.image = address;
        QCOMPARE(onlyJob(source).image, address);
    }
    source.jobs[0].job.image = u"own.png"_s; // the batch file's own is where it is
    QCOMPARE(onlyJob(source).image, u"own.png"_s);
}

void TestExpand::includedModels()
{
    BatchSource source;
    source.settings.models[u"a"_s].name = u"own"_s;
    batch::Included house;
    house.models[u"a"_s].name = u"house"_s;
    house.models[u"b"_s].name = u"house"_s;
    batch::Included later;
    later.models[u"b"_s].name = u"later"_s;
    source.included = {house, later};
    const batch::BatchSettings settings = batch::madeSettings(source);
    QCOMPARE(settings.models[u"a"_s].name, u"own"_s);
    QCOMPARE(settings.models[u"b"_s].name, u"later"_s);
    QVERIFY(!source.settings.models.contains(u"b"_s));
}

void TestExpand::excluded()
{
    JobSource hero = entry(u"hero"_s, u"{x} {day|night}"_s);
    hero.matrix = {{u"x"_s, {u"a"_s, u"b"_s}}};
    hero.count = 2;
    hero.exclude = {{{{u"x"_s, u"a"_s}, {u"choice"_s, u"day"_s}}, {}}, {{{u"x"_s, u"b"_s}}, 2}};
    const Expansion expansion = batch::expand(sourceOf({hero}));
    QVERIFY(expansion.problems.isEmpty());
    QStringList off;
    for (const batch::MadeJob &made : expansion.jobs) {
        if (!made.job.enabled)
            off.append(made.job.name);
    }
    QCOMPARE(expansion.jobs.size(), 8);
    QCOMPARE(
        off,
        QStringList({u"hero a day"_s, u"hero a day 2"_s, u"hero b day 2"_s, u"hero b night 2"_s}));
    hero.job.enabled = false;
    for (const Job &job : batch::expand(sourceOf({hero})).plainJobs())
        QVERIFY(!job.enabled);
}

void TestExpand::errors_data()
{
    QTest::addColumn<JobSource>("entry");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("contains");
    const auto row = [](const char *name, const JobSource &made, const QString &key,
                        const QString &contains) {
        QTest::newRow(name) << made << key << contains;
    };
    const auto with = [](const QString &axis, const QStringList &values) {
        JobSource made = entry(u"hero"_s, u"{%1}"_s.arg(axis));
        made.matrix = {{axis, values}};
        return made;
    };
    JobSource typo = with(u"product"_s, {u"a"_s});
    typo.job.prompt = u"{prodcut}"_s;
    row("misspelled", typo, u"prompt"_s, u"did you mean {product}"_s);
    typo.job.prompt = u"{product}"_s;
    typo.job.params = {{u"a"_s, QJsonObject{{u"b"_s, u"{x}"_s}}}};
    row("in params", typo, u"params.a"_s, u"{x} is no variable here"_s);
    typo.job.params = {};
    typo.job.name = u"{x}"_s;
    row("in the name", typo, u"name"_s, u"{x} is no variable here"_s);
    row("beside a choice", entry(u"hero"_s, u"{a|b} {x}"_s), u"prompt"_s, u"no variable"_s);
    row("twice", with(u"x"_s, {u"a"_s, u"b"_s, u"a"_s}), u"matrix.x"_s, u"\"a\" stands twice"_s);
    row("empty twice", with(u"x"_s, {QString(), QString()}), u"matrix.x"_s, u"stands twice"_s);
    row("choice twice", entry(u"hero"_s, u"{a|b|a}"_s), u"prompt"_s, u"\"a\" stands twice"_s);
    row("no values", with(u"x"_s, {}), u"matrix.x"_s, u"no values"_s);
    row("reserved", with(u"take"_s, {u"a"_s}), u"matrix.take"_s, u"another name"_s);
    row("reserved choice", with(u"choice3"_s, {u"a"_s}), u"matrix.choice3"_s, u"another name"_s);
    row("no word", with(u"a b"_s, {u"a"_s}), u"matrix.a b"_s, u"without spaces"_s);
    row("width", with(u"width"_s, {u"64"_s, u"big"_s}), u"matrix.width"_s, u"pixels"_s);
    row("duration", with(u"duration"_s, {u"5s"_s}), u"matrix.duration"_s, u"seconds"_s);
    row("infinite", with(u"duration"_s, {u"inf"_s}), u"matrix.duration"_s, u"seconds"_s);
    row("seed", with(u"seed"_s, {u"1.5"_s}), u"matrix.seed"_s, u"whole number"_s);
    row("type", with(u"type"_s, {u"vidoe"_s}), u"matrix.type"_s, u"image or video"_s);
    JobSource two = with(u"x"_s, {u"a"_s});
    two.matrix.append({u"x"_s, {u"b"_s}});
    row("axis twice", two, u"matrix.x"_s, u"stands twice in the matrix"_s);
}

void TestExpand::errors()
{
    QFETCH(JobSource, entry);
    QFETCH(QString, contains);
    const Expansion expansion = batch::expand(sourceOf({::entry(u"other"_s), entry}));
    QCOMPARE(namesOf(expansion), QStringList(u"other"_s));
    QCOMPARE(expansion.problems.size(), 1);
    const batch::EntryProblem &problem = expansion.problems.first();
    QCOMPARE(problem.entry, 1);
    QCOMPARE(problem.source, entry.id());
    QCOMPARE(problem.job, entry.job.name);
    QTEST(problem.key, "key");
    QCOMPARE(problem.problem.severity, Severity::Error);
    QVERIFY2(problem.problem.message.contains(contains), qPrintable(problem.problem.message));
}

void TestExpand::warnings_data()
{
    QTest::addColumn<JobSource>("entry");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("contains");
    const auto row = [](const char *name, const JobSource &made, const QString &key,
                        const QString &contains) {
        QTest::newRow(name) << made << key << contains;
    };
    row("no variables at all", entry(u"hero"_s, u"{word}"_s), u"prompt"_s, u"stays"_s);
    JobSource hero = entry(u"hero"_s, u"{x}"_s);
    hero.matrix = {{u"x"_s, {u"a"_s}}};
    hero.exclude = {{{{u"y"_s, u"a"_s}}, {}}};
    row("no such axis", hero, u"exclude"_s, u"y is nothing"_s);
    hero.exclude = {{{{u"x"_s, u"b"_s}}, {}}};
    row("no such value", hero, u"exclude"_s, u"never \"b\""_s);
    hero.exclude = {{{}, 2}};
    row("no such take", hero, u"exclude"_s, u"no take 2"_s);
    hero.exclude = {{}};
    row("nothing", hero, u"exclude"_s, u"empty"_s);
    hero.exclude = {};
    hero.job.prompt = u"p"_s;
    row("nobody names it", hero, u"matrix.x"_s, u"ask for the same"_s);
    hero.matrix = {{u"durations"_s, {u"5"_s}}};
    row("nearly a key", hero, u"matrix.durations"_s, u"mean duration"_s);
}

void TestExpand::warnings()
{
    QFETCH(JobSource, entry);
    QFETCH(QString, contains);
    const Expansion expansion = batch::expand(sourceOf({entry}));
    QCOMPARE(expansion.jobs.size(), 1);
    QVERIFY(expansion.jobs.first().job.enabled);
    QCOMPARE(expansion.problems.size(), 1);
    const batch::EntryProblem &problem = expansion.problems.first();
    QTEST(problem.key, "key");
    QCOMPARE(problem.problem.severity, Severity::Warning);
    QVERIFY2(problem.problem.message.contains(contains), qPrintable(problem.problem.message));
}

void TestExpand::limit()
{
    const auto takes = [](const QString &name, int count) {
        JobSource made = entry(name);
        made.count = count;
        return made;
    };
    BatchSource source = sourceOf({takes(u"a"_s, 6), takes(u"b"_s, 5), takes(u"c"_s, 4)});
    for (int i = 0; i < 20; ++i)
        source.jobs.append(entry(u"plain"_s)); // costs no budget
    source.maxVariations = 10;
    Expansion expansion = batch::expand(source);
    QCOMPARE(expansion.jobs.size(), 6 + 4 + 20);
    QCOMPARE(expansion.problems.size(), 1);
    QCOMPARE(expansion.problems[0].entry, 1);
    QCOMPARE(expansion.problems[0].key, u"count"_s);
    QCOMPARE(expansion.problems[0].problem.message,
             u"b would make 5 jobs; the limit of this file is 10, of which 4 are left. Take "
             "values out, or raise max_variations."_s);

    QStringList values;
    for (int i = 0; i < 100; ++i)
        values.append(QString::number(i));
    JobSource many = entry(u"hero"_s, u"{a}"_s);
    for (int i = 0; i < 40; ++i)
        many.matrix.append({u"a%1"_s.arg(i), values});
    many.job.prompt = u"{a0}"_s;
    many.count = 2'000'000'000;
    QElapsedTimer timer;
    timer.start();
    expansion = batch::expand(sourceOf({many})); // 10^80 of them
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(expansion.jobs.isEmpty());
    many.matrix = {{u"x"_s, values.first(64)}, {u"y"_s, values.first(64)}};
    many.job.prompt = u"{x}{y}"_s;
    many.count.reset();
    expansion = batch::expand(sourceOf({many}));
    QCOMPARE(expansion.problems.first().problem.message,
             u"hero would make 4,096 jobs; the limit of this file is 1,000. Take values out, or "
             "raise max_variations."_s);
}

void TestExpand::limitOfOneEntry()
{
    JobSource hero = entry(u"hero"_s);
    hero.count = 3;
    const BatchSource source = sourceOf({entry(u"plain"_s), hero});
    batch::VariationIds ids;
    int budget = 4;
    QCOMPARE(batch::expandEntry(source, 0, ids, budget).jobs.size(), 1);
    QCOMPARE(budget, 4);
    QCOMPARE(batch::expandEntry(source, 1, ids, budget).jobs.size(), 3);
    QCOMPARE(budget, 1);
    const Expansion refused = batch::expandEntry(source, 1, ids, budget);
    QVERIFY(refused.jobs.isEmpty());
    QCOMPARE(refused.problems.size(), 1);
    QCOMPARE(refused.problems[0].refused, (batch::EntryProblem::Refused{3, 1}));
    QCOMPARE(budget, 1);
}

void TestExpand::anAxisThatSaysNothingOnce()
{
    JobSource hero = entry(u"hero"_s, u"p"_s);
    hero.job.negativePrompt = u"no {style}"_s;
    hero.vars = {{u"style"_s, u"ink"_s}};
    hero.matrix = {{u"negative_prompt"_s, {u"{as it is}"_s, u""_s}}};
    Expansion expansion = batch::expand(sourceOf({hero}));
    QCOMPARE(expansion.jobs.size(), 2);
    QVERIFY(expansion.problems.isEmpty());
    QCOMPARE(expansion.jobs[0].job.negativePrompt, u"{as it is}"_s);
    QCOMPARE(expansion.jobs[1].job.negativePrompt, u"no ink"_s);
    // What its own text names must be there for that one.
    hero.job.negativePrompt = u"no {stile}"_s;
    expansion = batch::expand(sourceOf({hero}));
    QVERIFY(expansion.jobs.isEmpty());
    QCOMPARE(expansion.problems.size(), 1);
    QCOMPARE(expansion.problems[0].key, u"negative_prompt"_s);
}

void TestExpand::manyExclusions()
{
    QStringList values;
    for (int i = 0; i < 100; ++i)
        values.append(QString::number(i));
    JobSource hero = entry(u"hero"_s, u"{x}{y}"_s);
    hero.matrix = {{u"x"_s, values}, {u"y"_s, values}};
    for (const QString &x : values) {
        for (const QString &y : values) {
            if (x != y)
                hero.exclude.append({{{u"x"_s, x}, {u"y"_s, y}}, {}});
        }
    }
    BatchSource source = sourceOf({hero});
    source.maxVariations = 10'000;
    QElapsedTimer timer;
    timer.start();
    const Expansion expansion = batch::expand(source);
    QVERIFY(timer.elapsed() < 5000); // a hundred million comparisons take many times that
    QVERIFY(expansion.problems.isEmpty());
    QCOMPARE(std::count_if(expansion.jobs.begin(), expansion.jobs.end(),
                           [](const batch::MadeJob &made) { return made.job.enabled; }),
             100);
}

void TestExpand::theOnlyJobIsExcludedToo()
{
    JobSource hero = entry(u"hero"_s, u"{x}"_s);
    hero.matrix = {{u"x"_s, {u"a"_s}}};
    hero.exclude = {{{{u"x"_s, u"a"_s}}, {}}};
    Expansion expansion = batch::expand(sourceOf({hero}));
    QCOMPARE(expansion.jobs.size(), 1);
    QVERIFY(!expansion.jobs[0].job.enabled);
    QVERIFY(expansion.jobs[0].key.isEmpty());
    QCOMPARE(expansion.jobs[0].combination.values.value(u"x"_s), u"a"_s);
    hero.exclude = {{{}, 1}};
    hero.matrix.clear();
    hero.job.prompt = u"p"_s;
    QVERIFY(!batch::expand(sourceOf({hero})).jobs[0].job.enabled);
}

void TestExpand::partsOfIncludedFiles()
{
    batch::Included common;
    common.path = u"/b/common.yaml"_s;
    common.vars = {{u"y"_s, u"x"_s}};
    common.jobs = {entry(u"c1"_s), entry(u"c2"_s, u"{y}"_s)}; // of which one varies
    batch::Included one;
    one.path = u"/b/one.yaml"_s;
    one.jobs = {entry(u"o"_s)};
    one.included = {common};
    batch::Included wrong;
    wrong.path = u"/b/wrong.yaml"_s;
    wrong.vars = {{u"y"_s, u"z"_s}};
    wrong.jobs = {entry(u"w"_s, u"{x}"_s)};
    wrong.included = {common};
    batch::Included empty;
    empty.path = u"/b/empty.yaml"_s;
    BatchSource source = sourceOf({entry(u"own"_s)});
    source.included = {one, wrong, empty};
    const Expansion expansion = batch::expand(source);
    QStringList parts;
    for (const batch::IncludedPart &part : expansion.included) {
        parts.append(u"%1 %2+%3 %4"_s.arg(part.path)
                         .arg(part.firstJob)
                         .arg(part.jobs)
                         .arg(part.problems.size()));
    }
    QCOMPARE(parts,
             (QStringList{u"/b/common.yaml 0+2 0"_s, u"/b/one.yaml 2+1 0"_s,
                          u"/b/common.yaml 3+1 0"_s, u"/b/wrong.yaml 4+0 1"_s}));
}

void TestExpand::asEntryMakesTheSame()
{
    Job made;
    made.name = u"{take} {{x}}"_s;
    made.model = u"{m}"_s;
    made.prompt = u"{a|b} {take} {\"json\": {x}} {{y|z}} {"_s;
    made.image = u"{i}.png"_s;
    made.negativePrompt = u"{a|b}"_s;
    made.params = {{u"a"_s, QJsonArray{u"{take}"_s, QJsonObject{{u"{b}"_s, u"{{c}}"_s}}}}};
    made.enabled = false;
    const Expansion expansion = batch::expand(sourceOf({batch::asEntry(made)}));
    QCOMPARE(expansion.plainJobs(), QList<Job>{made});
    QVERIFY(expansion.problems.isEmpty());
}

void TestExpand::whatDefaultsSay()
{
    BatchSource source = sourceOf({entry(u"{x}"_s, QString())});
    source.jobs[0].saysType = false;
    source.defaults.all.saysType = true;
    source.defaults.all.job.type = MediaType::Video;
    source.defaults.video.job.prompt = u"a {x|y}"_s;
    source.defaults.all.job.enabled = false; // no default's business
    const Job shown = batch::withDefaults(source, source.jobs[0]);
    QCOMPARE(shown.prompt, u"a {x|y}"_s); // as written
    QCOMPARE(shown.name, u"{x}"_s);
    QCOMPARE(shown.type, MediaType::Video);
    QCOMPARE(shown.id, source.jobs[0].id());
    QVERIFY(shown.enabled);
}

void TestExpand::edits()
{
    BatchSource source = sourceOf({entry(u"hero"_s, QString())});
    JobSource &hero = source.jobs[0];
    hero.saysType = false;
    source.defaults.all.saysType = true;
    source.defaults.all.job.type = MediaType::Video;
    source.defaults.all.job.prompt = u"default"_s;
    source.defaults.all.job.duration = 8;
    source.defaults.all.job.params = {{u"a"_s, 1}, {u"b"_s, 2}};
    const Job before = batch::withDefaults(source, hero);
    QCOMPARE(batch::withEdit(hero, before, before), hero);

    Job after = before;
    after.prompt = u"own"_s;
    after.params[u"a"_s] = 5;
    after.params[u"c"_s] = 6;
    JobSource edited = batch::withEdit(hero, before, after);
    QCOMPARE(edited.job.prompt, u"own"_s);
    QVERIFY(!edited.saysType && !edited.job.duration);
    QCOMPARE(edited.job.params, (QJsonObject{{u"a"_s, 5}, {u"c"_s, 6}}));
    QCOMPARE(edited.id(), hero.id());
    QVERIFY(batch::withDefaults(source, edited).sameContent(after));

    Job back = after; // what an entry no longer says, the defaults do
    back.params.remove(u"c"_s);
    back.prompt = QString();
    edited = batch::withEdit(edited, after, back);
    QVERIFY(!edited.job.params.contains(u"c"_s));
    QCOMPARE(batch::withDefaults(source, edited).prompt, u"default"_s);

    after = before;
    after.type = MediaType::Image;
    edited = batch::withEdit(hero, before, after);
    QVERIFY(edited.saysType);
    QCOMPARE(edited.job.type, MediaType::Image);
}

void TestExpand::editsKeepTheFrame()
{
    BatchSource source = sourceOf({entry(u"hero"_s)});
    source.defaults.all.job.aspectRatio = u"16:9"_s;
    const Job before = batch::withDefaults(source, source.jobs[0]);
    Job after = before;
    after.height = 64;
    JobSource edited = batch::withEdit(source.jobs[0], before, after);
    QVERIFY(batch::withDefaults(source, edited).sameContent(after)); // the ratio is still there
    after.aspectRatio.reset();
    edited = batch::withEdit(source.jobs[0], before, after);
    QVERIFY(!edited.job.aspectRatio);
    QVERIFY(batch::withDefaults(source, edited).sameContent(after));
}

void TestExpand::tenThousandPlainEntries()
{
    BatchSource source;
    for (int i = 0; i < 10000; ++i) {
        JobSource made =
            entry(u"Job %1"_s.arg(i), u"A long prompt, number %1. "_s.arg(i).repeated(20));
        made.job.params = {{u"style"_s, u"calm"_s}};
        source.jobs.append(made);
    }
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer timer;
        timer.start();
        const Expansion expansion = batch::expand(source);
        best = std::min(best, timer.nsecsElapsed());
        QCOMPARE(expansion.jobs.size(), 10000);
    }
    qInfo("10,000 plain entries: %.1f ms", double(best) / 1e6);
    QVERIFY(best < 200'000'000); // ten times what it takes on a busy machine
}

QTEST_GUILESS_MAIN(TestExpand)
#include "test_expand.moc"
