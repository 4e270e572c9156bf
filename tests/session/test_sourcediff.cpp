// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/sourcediff.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::Job;
using batch::JobSource;
using ui::ValueDifference;

Q_DECLARE_METATYPE(QList<ui::ValueDifference>)

namespace {

Job plain(const QString &name)
{
    Job job;
    job.name = name;
    job.model = u"m/x"_s;
    job.prompt = u"A cat"_s;
    return job;
}

} // namespace

class TestSourceDiff : public QObject
{
    Q_OBJECT

private slots:
    void entriesDifferValueByValue_data()
    {
        QTest::addColumn<JobSource>("theirs");
        QTest::addColumn<QList<ValueDifference>>("expected");
        const auto row = [](const char *name, const auto &change,
                            const QList<ValueDifference> &expected) {
            JobSource theirs(plain(u"a"_s));
            change(theirs);
            QTest::newRow(name) << theirs << expected;
        };
        row("nothing", [](JobSource &) {}, {});
        row("a text", [](JobSource &e) { e.job.prompt = u"A dog"_s; },
            {{u"prompt"_s, u"A dog"_s, u"A cat"_s}});
        row("unsaid", [](JobSource &e) { e.job.model.clear(); },
            {{u"model"_s, QString(), u"m/x"_s}});
        row("the type", [](JobSource &e) { e.saysType = false; },
            {{u"type"_s, QString(), u"image"_s}});
        row("off", [](JobSource &e) { e.job.enabled = false; },
            {{u"enabled"_s, u"false"_s, QString()}});
        row("a number", [](JobSource &e) { e.job.width = 512; },
            {{u"width"_s, u"512"_s, QString()}});
        row("one parameter", [](JobSource &e) { e.job.params.insert(u"steps"_s, 30); },
            {{u"params.steps"_s, u"30"_s, QString()}});
        row("a variable", [](JobSource &e) { e.vars.insert(u"colour"_s, u"red"_s); },
            {{u"vars.colour"_s, u"red"_s, QString()}});
        row("an axis",
            [](JobSource &e) {
                e.matrix = {{u"size"_s, {u"s"_s, u"l"_s}}};
            },
            {{u"matrix.size"_s, u"s, l"_s, QString()}});
        row("a value with a comma",
            [](JobSource &e) {
                e.matrix = {{u"size"_s, {u"s, l"_s, u"6 x 7"_s, QString(), u"a \"b\""_s}}};
            },
            {{u"matrix.size"_s, u"\"s, l\", 6 x 7, \"\", \"a \\\"b\\\"\""_s, QString()}});
        row("a text that looks like a number",
            [](JobSource &e) {
                e.job.params = {{u"a"_s, u"7"_s}, {u"b"_s, u"true"_s}, {u"c"_s, u"red"_s}};
            },
            {{u"params.a"_s, u"\"7\""_s, QString()},
             {u"params.b"_s, u"\"true\""_s, QString()},
             {u"params.c"_s, u"red"_s, QString()}});
        row("takes", [](JobSource &e) { e.count = 4; }, {{u"count"_s, u"4"_s, QString()}});
        row("an exclusion",
            [](JobSource &e) {
                e.exclude = {{{{u"size"_s, u"s"_s}}, 2}, {{}, 3}};
            },
            {{u"exclude"_s, u"size: s, take: 2\ntake: 3"_s, QString()}});
        row("an exclusion of values with commas",
            [](JobSource &e) {
                e.exclude = {{{{u"size"_s, u"s, take: 2"_s}}, {}}};
            },
            {{u"exclude"_s, u"size: \"s, take: 2\""_s, QString()}});
        row("a key that nobody knows", [](JobSource &e) { e.job.extra.insert(u"note"_s, u"x"_s); },
            {{u"note"_s, u"x"_s, QString()}});
        row("an empty variable", [](JobSource &e) { e.vars.insert(u"colour"_s, QString()); },
            {{u"vars.colour"_s, QString(), QString()}});
    }

    void entriesDifferValueByValue()
    {
        QFETCH(JobSource, theirs);
        QFETCH(QList<ValueDifference>, expected);
        QCOMPARE(ui::differences(theirs, JobSource(plain(u"a"_s))), expected);
    }

    void theOrderOfAxesIsADifference()
    {
        JobSource ours(plain(u"a"_s));
        ours.matrix = {{u"x"_s, {u"1"_s}}, {u"y"_s, {u"2"_s}}};
        JobSource theirs = ours;
        std::swap(theirs.matrix[0], theirs.matrix[1]);
        QCOMPARE(ui::differences(theirs, ours),
                 (QList<ValueDifference>{{u"matrix"_s, u"y, x"_s, u"x, y"_s}}));
    }

    void listsOfTheSameTextDiffer()
    {
        JobSource one(plain(u"a"_s));
        one.matrix = {{u"x"_s, {u"a, b"_s}}};
        JobSource two = one;
        two.matrix = {{u"x"_s, {u"a"_s, u"b"_s}}};
        QCOMPARE(ui::differences(one, two),
                 (QList<ValueDifference>{{u"matrix.x"_s, u"\"a, b\""_s, u"a, b"_s}}));
        BatchSource ours;
        BatchSource theirs;
        ours.include = {u"a.yaml, b.yaml"_s};
        theirs.include = {u"a.yaml"_s, u"b.yaml"_s};
        QCOMPARE(ui::differences(theirs, ours).settings.size(), 1);
        ours.include = theirs.include;
        ours.settings.extra = {{u"x"_s, 7}};
        theirs.settings.extra = {{u"x"_s, u"7"_s}};
        QCOMPARE(ui::differences(theirs, ours).settings.size(), 1);
    }

    void settingsDifferByTheirKeys()
    {
        BatchSource ours;
        BatchSource theirs;
        QVERIFY(ui::differences(theirs, ours).isEmpty());
        ours.settings.maxWorkers = 3;
        theirs.settings.maxWorkers = 5;
        theirs.settings.budget = batch::Cost::fromUsd(2);
        theirs.include = {u"house.yaml"_s};
        theirs.vars.insert(u"brand"_s, u"Aurora"_s);
        ours.defaults.all.job.model = u"m/x"_s;
        theirs.defaults.video.job.duration = 8;
        theirs.maxVariations = 50;
        theirs.settings.models[u"my/m"_s].pricePerImage = batch::Cost::fromUsd(0.5);
        QStringList found;
        for (const ValueDifference &value : ui::differences(theirs, ours).settings)
            found.append(value.key + u'=' + value.theirs + u'|' + value.ours);
        QCOMPARE(found.first(2), (QStringList{u"max_workers=5|3"_s, u"defaults.model=|m/x"_s}));
        QVERIFY(found.contains(u"include=house.yaml|"_s));
        QVERIFY(found.contains(u"vars.brand=Aurora|"_s));
        QVERIFY(found.contains(u"defaults.video.duration=8|"_s));
        QVERIFY(found.contains(u"max_variations=50|"_s));
        QVERIFY(found.filter(u"budget=2"_s).size() == 1);
        QVERIFY(found.filter(u"models.my/m="_s).size() == 1);
        QCOMPARE(found.size(), 8);
    }

    void entriesComeAndGoAndMove()
    {
        BatchSource ours;
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            ours.jobs.append(plain(name));
        BatchSource theirs = ours;
        theirs.jobs.removeAt(1);
        theirs.jobs[1].job.prompt = u"A dog"_s;
        theirs.jobs.append(plain(u"d"_s));
        const ui::SourceDifferences found = ui::differences(theirs, ours);
        QVERIFY(!found.isReordered);
        QCOMPARE(found.entries.size(), 3);
        QCOMPARE(found.entries.at(0).name, u"b"_s);
        QVERIFY(!found.entries.at(0).theirs && found.entries.at(0).ours);
        QVERIFY(!found.entries.at(0).values.isEmpty());
        QCOMPARE(found.entries.at(1).name, u"c"_s);
        QVERIFY(found.entries.at(1).theirs && found.entries.at(1).ours);
        QCOMPARE(found.entries.at(1).values.size(), 1);
        QCOMPARE(found.entries.at(2).name, u"d"_s);
        QVERIFY(found.entries.at(2).theirs && !found.entries.at(2).ours);

        BatchSource moved = ours;
        moved.jobs.move(0, 2);
        QVERIFY(ui::differences(moved, ours).isReordered);
        QVERIFY(ui::differences(moved, ours).entries.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSourceDiff)
#include "test_sourcediff.moc"
