// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"
#include "batch/jobjson.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::JobSource;

/// What was made and paid for is found again by its name and what it asks for: a list that grows
/// must leave both as they were, whatever the list.
class TestExpandGrowth : public QObject
{
    Q_OBJECT

private slots:
    void grownListsKeepWhatTheyMade_data();
    void grownListsKeepWhatTheyMade();
    void sameSourceMakesTheSame();
    void namesAreUniqueWithinAnEntry();
};

namespace {

/// Random sources, always the same for a seed.
class Sources
{
public:
    explicit Sources(quint32 seed)
        : m_random(seed)
    {
    }

    BatchSource source()
    {
        BatchSource source;
        source.maxVariations = 100'000;
        if (oneIn(2))
            source.vars = {{u"brand"_s, u"Aurora"_s}};
        if (oneIn(2))
            source.defaults.all.job.seed = 7;
        if (oneIn(3))
            source.defaults.video.job.duration = 8;
        for (int i = 1 + int(m_random.bounded(4)); i > 0; --i)
            source.jobs.append(entry());
        return source;
    }

    /// Adds something to the source, anywhere.
    void grow(BatchSource &source)
    {
        JobSource &entry = source.jobs[m_random.bounded(int(source.jobs.size()))];
        switch (m_random.bounded(4)) {
        case 0:
            growAxis(entry.matrix[m_random.bounded(int(entry.matrix.size()))]);
            break;
        case 1:
            if (const qsizetype end = entry.job.prompt.lastIndexOf(u'}');
                entry.job.prompt.contains(u'|'))
                entry.job.prompt.insert(end, u'|' + freshValue());
            break;
        case 2:
            entry.count = entry.count.value_or(1) + 1;
            break;
        default:
            source.jobs.insert(m_random.bounded(int(source.jobs.size()) + 1), this->entry());
        }
    }

private:
    bool oneIn(int most) { return m_random.bounded(most) == 0; }

    void growAxis(batch::Axis &axis)
    {
        const qsizetype at = m_random.bounded(int(axis.values.size()) + 1);
        if (axis.name == u"width")
            axis.values.insert(at, QString::number(1000 + ++m_fresh));
        else if (axis.name != u"type")
            axis.values.insert(at, freshValue());
    }

    /// A value that no axis has: of one word, of several, long, of other scripts.
    QString freshValue()
    {
        const QString value = u"v%1"_s.arg(++m_fresh);
        switch (m_random.bounded(4)) {
        case 0:
            return value + u" of words"_s;
        case 1:
            return value + u" that goes on and on and on for long"_s;
        case 2:
            return u"值"_s + value;
        default:
            return value;
        }
    }

    QStringList freshValues()
    {
        QStringList values;
        for (int i = 1 + int(m_random.bounded(3)); i > 0; --i)
            values.append(freshValue());
        return values;
    }

    JobSource entry()
    {
        JobSource entry;
        const QString name = u"entry%1"_s.arg(++m_fresh);
        entry.job.model = u"m"_s;
        entry.job.prompt = u"a {product} for {style}"_s;
        entry.matrix = {{u"product"_s, freshValues()}, {u"style"_s, freshValues()}};
        if (oneIn(3))
            entry.matrix.append({u"type"_s, {u"image"_s, u"video"_s}});
        if (oneIn(3))
            entry.matrix.append({u"width"_s, {u"64"_s, u"128"_s}});
        if (oneIn(2))
            entry.job.prompt += u", {%1|%2}"_s.arg(freshValue(), freshValue());
        const QStringList names = {name, u"{product} "_s + name, name + u" {style} no. {take}"_s};
        entry.job.name = names[m_random.bounded(3)];
        if (oneIn(2))
            entry.count = 1 + int(m_random.bounded(3));
        if (oneIn(3))
            entry.job.params = {{u"seed"_s, 3}, {u"mood"_s, u"{style}!"_s}};
        return entry;
    }

    QRandomGenerator m_random;
    int m_fresh = 0;
};

struct Made
{
    QString name;
    QByteArray request;
    batch::JobId id;

    friend bool operator==(const Made &, const Made &) = default;
    friend size_t qHash(const Made &made, size_t seed = 0)
    {
        return qHashMulti(seed, made.name, made.request, made.id);
    }
};

QSet<Made> madeOf(const batch::Expansion &expansion)
{
    QSet<Made> made;
    for (const batch::MadeJob &each : expansion.jobs)
        made.insert({each.job.name, batch::requestDigest(each.job), each.job.id});
    return made;
}

bool hasError(const batch::Expansion &expansion)
{
    return std::any_of(expansion.problems.begin(), expansion.problems.end(),
                       [](const batch::EntryProblem &problem) {
                           return problem.problem.severity == batch::Severity::Error;
                       });
}

} // namespace

void TestExpandGrowth::grownListsKeepWhatTheyMade_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestExpandGrowth::grownListsKeepWhatTheyMade()
{
    QFETCH(quint32, seed);
    Sources sources(seed);
    for (int round = 0; round < 10; ++round) {
        BatchSource source = sources.source();
        batch::VariationIds ids;
        batch::Expansion before = batch::expand(source, ids);
        for (int step = 0; step < 6; ++step) {
            const QSet<Made> earlier = madeOf(before);
            QCOMPARE(earlier.size(), before.jobs.size());
            sources.grow(source);
            const batch::Expansion after = batch::expand(source, ids);
            QVERIFY2(!hasError(after),
                     qPrintable(hasError(after) ? after.problems.first().problem.message : u""_s));
            QVERIFY(after.jobs.size() >= before.jobs.size());
            const QSet<Made> now = madeOf(after);
            for (const Made &each : earlier)
                QVERIFY2(now.contains(each), qPrintable(each.name));
            before = after;
        }
    }
}

void TestExpandGrowth::sameSourceMakesTheSame()
{
    Sources sources(99);
    for (int round = 0; round < 50; ++round) {
        const BatchSource source = sources.source();
        batch::VariationIds ids;
        const QList<batch::Job> once = batch::expand(source, ids).plainJobs();
        QCOMPARE(batch::expand(source, ids).plainJobs(), once);
        const QList<batch::Job> elsewhere = batch::expand(source).plainJobs();
        QVERIFY(
            std::equal(once.begin(), once.end(), elsewhere.begin(), elsewhere.end(),
                       [](const batch::Job &a, const batch::Job &b) { return a.sameContent(b); }));
    }
}

void TestExpandGrowth::namesAreUniqueWithinAnEntry()
{
    QRandomGenerator random(3);
    const QStringList words = {QString(), u"1"_s, u"2"_s,    u"a"_s,   u"a 2"_s,
                               u"2 2"_s,  u"b"_s, u"a  b"_s, u"a b"_s, u"b a"_s};
    for (int round = 0; round < 200; ++round) {
        JobSource entry;
        entry.job.name = random.bounded(2) ? u"n"_s : u"{x}{y}"_s;
        entry.job.model = u"m"_s;
        entry.job.prompt = u"{x}{y}"_s;
        entry.count = 3;
        for (const QString &axis : {u"x"_s, u"y"_s}) {
            QStringList values = words;
            std::shuffle(values.begin(), values.end(), random);
            entry.matrix.append({axis, values.first(4)});
        }
        BatchSource source;
        source.jobs = {entry};
        QSet<QString> names;
        const batch::Expansion expansion = batch::expand(source);
        QCOMPARE(expansion.jobs.size(), 48);
        for (const batch::MadeJob &made : expansion.jobs)
            names.insert(made.job.name);
        QCOMPARE(names.size(), 48);
    }
}

QTEST_GUILESS_MAIN(TestExpandGrowth)
#include "test_expandgrowth.moc"
