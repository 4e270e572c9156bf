// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "config/batchfile.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using clitest::Outcome;

namespace {

const QByteArray original = "# The week's pictures.\n"
                            "output_dir: out   # beside this file\n"
                            "\n"
                            "jobs:\n"
                            "  - name: \"Opening\"\n"
                            "    type: image  # a still\n"
                            "    model: 'black-forest-labs/flux-2-pro/text-to-image'\n"
                            "    prompt: >-\n"
                            "      Dawn over\n"
                            "      the sea\n"
                            "\n"
                            "  # The product.\n"
                            "  - name: Shoe\n"
                            "    type: image\n"
                            "    model: black-forest-labs/flux-2-pro/text-to-image\n"
                            "    prompt: A {colour} shoe\n"
                            "    matrix: {colour: [red, blue]}\n";

} // namespace

/// The commands that change the batch file.
class TestEditing : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    QByteArray text() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Outcome run(const QString &command, const QStringList &rest) const
    {
        return clitest::run(QStringList{command, m_path} + rest);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"batch.yaml"_s);
        QVERIFY(clitest::writeFile(m_path, original));
    }

    void setChangesThatLineAlone_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addRow("a name in quotes")
            << QStringList{u"Opening"_s, u"name"_s, u"Ending"_s} << QByteArray("name: \"Opening\"")
            << QByteArray("name: \"Ending\"");
        QTest::addRow("a comment stays")
            << QStringList{u"Opening"_s, u"type"_s, u"video"_s} << QByteArray("image  # a still")
            << QByteArray("video  # a still");
        QTest::addRow("a text that looks like YAML")
            << QStringList{u"Shoe"_s, u"prompt"_s, u"A {colour} shoe"_s}
            << QByteArray("A {colour} shoe") << QByteArray("A {colour} shoe");
        QTest::addRow("a list within a flow mapping")
            << QStringList{u"Shoe"_s, u"matrix.colour"_s, u"[red, blue, 綠]"_s}
            << QByteArray("[red, blue]") << QByteArray("[red, blue, 綠]");
        QTest::addRow("a new number")
            << QStringList{u"Shoe"_s, u"width"_s, u"512"_s} << QByteArray("    matrix:")
            << QByteArray("    width: 512\n    matrix:");
    }

    void setChangesThatLineAlone()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const Outcome outcome = run(u"set"_s, arguments);
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        const QByteArray expected = QByteArray(original).replace(before, after);
        if (arguments.at(1) != u"width")
            QCOMPARE(text(), expected);
        // Where a new key goes is the writer's to say; nothing else may move.
        QByteArray without = text();
        QCOMPARE(without.replace("    width: 512\n", "").replace(after, before), original);
    }

    void unsetTakesTheKeyOut()
    {
        const Outcome outcome = run(u"set"_s, {u"Shoe"_s, u"matrix"_s, u"--unset"_s});
        // The prompt would name a variable that is no more.
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(text(), QByteArray(original).replace("    matrix: {colour: [red, blue]}\n", ""));
    }

    void unsetSaysNothingInItsPlace()
    {
        const QByteArray shared = "defaults: {model: a/b, prompt: p}\n" + original;
        QVERIFY(clitest::writeFile(m_path, shared));
        QCOMPARE(run(u"set"_s, {u"Shoe"_s, u"model"_s, u"--unset"_s}).exitCode, 0);
        QCOMPARE(run(u"set"_s, {u"Opening"_s, u"enabled"_s, u"false"_s}).exitCode, 0);
        QCOMPARE(run(u"set"_s, {u"Opening"_s, u"enabled"_s, u"--unset"_s}).exitCode, 0);
        QByteArray expected = shared;
        expected.remove(expected.lastIndexOf("    model:"),
                        expected.lastIndexOf("    prompt:") - expected.lastIndexOf("    model:"));
        QCOMPARE(text(), expected);
    }

    void aParameterIsTheTextThatWasTyped()
    {
        const Outcome outcome =
            run(u"set"_s, {u"Shoe"_s, u"params.style"_s, u"neon glow #3 poster"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY2(text().contains("style: \"neon glow #3 poster\"\n"), text().constData());
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("words");
        QTest::addRow("no such job")
            << QStringList{u"Nobody"_s, u"prompt"_s, u"x"_s} << QByteArray("Nobody");
        QTest::addRow("a job that another makes")
            << QStringList{u"Shoe red"_s, u"prompt"_s, u"x"_s} << QByteArray("Shoe makes");
        QTest::addRow("no such key")
            << QStringList{u"Opening"_s, u"promt"_s, u"x"_s} << QByteArray("prompt");
        QTest::addRow("another type")
            << QStringList{u"Opening"_s, u"width"_s, u"wide"_s} << QByteArray("whole number");
        QTest::addRow("no type") << QStringList{u"Opening"_s, u"type"_s, u"painting"_s}
                                 << QByteArray("image or video");
        QTest::addRow("a key that isn't there")
            << QStringList{u"Opening"_s, u"width"_s, u"--unset"_s} << QByteArray("width");
        QTest::addRow("one that a job needs")
            << QStringList{u"Opening"_s, u"prompt"_s, u"--unset"_s} << QByteArray("prompt");
        QTest::addRow("no value") << QStringList{u"Opening"_s, u"prompt"_s}
                                  << QByteArray("--unset");
    }

    void refusals()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, words);
        const Outcome outcome = run(u"set"_s, arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(words), outcome.err.constData());
        QCOMPARE(text(), original);
    }

    void referencesFollowARename()
    {
        const QByteArray chain = original
            + "  - name: Film\n"
              "    type: video\n"
              "    model: a/b\n"
              "    prompt: x\n"
              "    image: job:Opening # the still\n"
              "    params: {last_image: \"job:Opening\", first: job:Shoe red}\n";
        QVERIFY(clitest::writeFile(m_path, chain));
        const Outcome outcome = run(u"set"_s, {u"Opening"_s, u"name"_s, u"Dawn"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QCOMPARE(text(),
                 QByteArray(chain)
                     .replace("name: \"Opening\"", "name: \"Dawn\"")
                     .replace("job:Opening", "job:Dawn"));

        // No reference can follow to what many jobs are called.
        const QByteArray before = text();
        const Outcome varied = run(u"set"_s, {u"Dawn"_s, u"name"_s, u"Dawn {take}"_s});
        QCOMPARE(varied.exitCode, 2);
        QVERIFY2(varied.err.contains("no job “Dawn”"), varied.err.constData());
        QCOMPARE(text(), before);
    }

    void removeKeepsWhatOthersStartFrom()
    {
        const QByteArray chain = original
            + "  - {name: Film, type: video, model: a/b, prompt: x, image: 'job:Shoe red'}\n"
              "  - {name: Sequel, type: video, model: a/b, prompt: x, image: job:Film}\n";
        QVERIFY(clitest::writeFile(m_path, chain));
        const Outcome outcome = run(u"remove"_s, {u"Opening"_s, u"Shoe"_s, u"--json"_s});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("Film would have nothing to start from"),
                 outcome.err.constData());
        QCOMPARE(outcome.json().value("jobs"_L1).toArray(), QJsonArray{u"Film"_s});
        QCOMPARE(text(), chain);
        const Outcome all = run(u"remove"_s, {u"Shoe"_s, u"Film"_s, u"Sequel"_s});
        QVERIFY2(all.exitCode == 0, all.err.constData());
        QVERIFY(text().startsWith("# The week's pictures.\n"));
    }

    /// CLI11 has "[a, b]" for a list of a and b.
    void bracketsAreOfTheName()
    {
        const QByteArray begin = "defaults: {type: image, model: a/b, prompt: p}\njobs:\n";
        const QByteArray plain = "  - name: draft\n  - name: a\n  - name: b\n  - name: run\n";
        QVERIFY(clitest::writeFile(m_path,
                                   begin + plain
                                       + "  - name: '[draft]'\n  - name: '[a, b]'\n"
                                         "  - name: '[]'\n"));
        const Outcome outcome = run(u"remove"_s, {u"[draft]"_s, u"[a, b]"_s, u"[]"_s, u"--json"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QCOMPARE(outcome.json().value("jobs"_L1).toArray(),
                 (QJsonArray{u"[draft]"_s, u"[a, b]"_s, u"[]"_s}));
        QCOMPARE(text(), begin + plain);
        const Outcome unknown = run(u"remove"_s, {u"[draft]"_s});
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY2(unknown.err.contains("is called [draft]"), unknown.err.constData());
        QCOMPARE(text(), begin + plain);

        QCOMPARE(run(u"add"_s, {u"[c]"_s, u"prompt=[x, y]"_s}).exitCode, 0);
        QVERIFY2(text().contains("name: '[c]'") || text().contains("name: \"[c]\""),
                 text().constData());
        QCOMPARE(run(u"set"_s, {u"[c]"_s, u"prompt"_s, u"[z]"_s}).exitCode, 0);
        const Outcome odd = clitest::run({u"expand"_s, m_path, u"[x]"_s});
        QCOMPARE(odd.exitCode, 2);
        QVERIFY2(odd.err.contains("[x]") && !odd.err.contains('\x01'), odd.err.constData());
        const Outcome words = clitest::run({u"models"_s, u"[kling]"_s, u"--json"_s});
        QVERIFY2(words.json().value("models"_L1).toArray().isEmpty(), words.out.constData());
    }

    void noNameIsGivenTwice_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("taken");
        const QStringList job{u"type=image"_s, u"model=a/b"_s};
        QTest::addRow("a job's") << QStringList{u"set"_s, u"Opening"_s, u"name"_s, u"Shoe"_s}
                                 << QByteArray("Shoe");
        QTest::addRow("that of one of many")
            << QStringList{u"set"_s, u"Opening"_s, u"name"_s, u"Shoe red"_s}
            << QByteArray("Shoe red");
        QTest::addRow("by a list that grows")
            << QStringList{u"set"_s, u"Shoe"_s, u"matrix.colour"_s, u"[red, 2]"_s}
            << QByteArray("Shoe 2");
        QTest::addRow("of an included file")
            << QStringList{u"set"_s, u"Opening"_s, u"name"_s, u"Still"_s} << QByteArray("Still");
        QTest::addRow("a new job, one of many")
            << QStringList{u"add"_s, u"Shoe blue"_s, u"prompt=x"_s} + job
            << QByteArray("Shoe blue");
        QTest::addRow("a new job, an included one")
            << QStringList{u"add"_s, u"Still"_s, u"prompt=x"_s} + job << QByteArray("Still");
        QTest::addRow("a new job of many")
            << QStringList{u"add"_s, u"Shoe"_s, u"prompt={x}"_s, u"matrix.x=[1]"_s} + job
            << QByteArray("Shoe");
    }

    void noNameIsGivenTwice()
    {
        QFETCH(QStringList, arguments);
        QFETCH(const QByteArray, taken);
        QVERIFY(clitest::writeFile(m_folder->filePath(u"shots.yaml"_s),
                                   "jobs: [{name: Still, type: image, model: a/b, prompt: p}]\n"));
        const QByteArray before = "include: shots.yaml\n" + original
            + "  - {name: Shoe 2, type: image, model: a/b, prompt: p}\n";
        QVERIFY(clitest::writeFile(m_path, before));
        const QString command = arguments.takeFirst();
        const Outcome outcome = run(command, arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("has a job called " + taken + " already"),
                 outcome.err.constData());
        QCOMPARE(text(), before);
    }

    void aNameThatWasGivenTwiceIsInNobodysWay()
    {
        const QByteArray twice =
            original + "  - {name: Shoe red, type: image, model: a/b, prompt: p}\n";
        QVERIFY(clitest::writeFile(m_path, twice));
        QCOMPARE(run(u"set"_s, {u"Shoe"_s, u"width"_s, u"512"_s}).exitCode, 0);
        QCOMPARE(run(u"set"_s, {u"Shoe red"_s, u"name"_s, u"Red"_s}).exitCode, 0);
        QVERIFY2(text().contains("name: Red"), text().constData());
    }

    void whatIsNotThereIsNamed()
    {
        const QString nowhere = m_folder->filePath(u"nodir/x.yaml"_s);
        const Outcome missing = clitest::run({u"set"_s, nowhere, u"a"_s, u"prompt"_s, u"x"_s});
        QCOMPARE(missing.exitCode, 2);
        QVERIFY2(missing.err.contains("nodir/x.yaml"), missing.err.constData());
        QVERIFY2(!missing.err.contains("has errors"), missing.err.constData());
        QCOMPARE(missing.err.trimmed().count('\n'), 0);
        const Outcome run = clitest::run({u"run"_s, nowhere, u"--sandbox"_s, u"--json"_s});
        QVERIFY2(!run.err.contains("has errors"), run.err.constData());
        QCOMPARE(run.json().value("diagnostics"_L1).toArray().size(), 1);

        const QString table = m_folder->filePath(u"products.csv"_s);
        QVERIFY(clitest::writeFile(table, "prompt\nwaves\n"));
        const Outcome column = clitest::run({u"import"_s, m_path, table, u"--set"_s,
                                             u"type=image"_s, u"--column"_s, u"zz=prompt"_s});
        QCOMPARE(column.exitCode, 2);
        QVERIFY2(column.err.contains("products.csv: ") && column.err.contains("called zz"),
                 column.err.constData());
    }

    void oneErrorIsNotTradedForAnother()
    {
        const QByteArray broken = original
            + "  - {name: Odd, type: image, model: a/b, prompt: 'a {size} one', vars: {x: y}}\n";
        QVERIFY(clitest::writeFile(m_path, broken));
        // The error that was there is in nobody's way, though its line is another then.
        const Outcome other = run(u"remove"_s, {u"Opening"_s});
        QVERIFY2(other.exitCode == 0, other.err.constData());
        const QByteArray before = text();
        const Outcome traded = run(u"set"_s, {u"Odd"_s, u"prompt"_s, u"a {colour} one"_s});
        QCOMPARE(traded.exitCode, 2);
        QVERIFY2(traded.err.contains("{colour} is no variable"), traded.err.constData());
        QCOMPARE(text(), before);
        QCOMPARE(run(u"set"_s, {u"Shoe"_s, u"image"_s, u"job:Nobody"_s}).exitCode, 2);
        QCOMPARE(text(), before);
        QCOMPARE(run(u"set"_s, {u"Odd"_s, u"prompt"_s, u"a {x} one"_s}).exitCode, 0);
    }

    void concurrentEditsAreNotLost()
    {
        constexpr int count = 8;
        std::vector<std::unique_ptr<QProcess>> edits;
        for (int i = 0; i < count; ++i) {
            edits.push_back(clitest::start(
                {u"set"_s, m_path, u"Opening"_s, u"params.key%1"_s.arg(i), QString::number(i)}));
        }
        QList<bool> isDone;
        for (const auto &edit : edits) {
            const Outcome outcome = clitest::outcomeOf(*edit);
            isDone.append(outcome.exitCode == 0);
            if (outcome.exitCode != 0) {
                QCOMPARE(outcome.exitCode, 2);
                QVERIFY2(outcome.err.contains("Another program changed the file meanwhile"),
                         outcome.err.constData());
            }
        }
        QVERIFY(isDone.contains(true));
        for (int i = 0; i < count; ++i)
            QCOMPARE(text().contains("key" + QByteArray::number(i)), isDone[i]);
    }

    void concurrentAddsBeginOneFile()
    {
        m_path = m_folder->filePath(u"new.yaml"_s);
        std::vector<std::unique_ptr<QProcess>> edits;
        for (int i = 0; i < 6; ++i) {
            edits.push_back(clitest::start({u"add"_s, m_path, u"Job%1"_s.arg(i), u"type=image"_s,
                                            u"model=a/b"_s, u"prompt=x"_s}));
        }
        qsizetype done = 0;
        for (const auto &edit : edits)
            done += clitest::outcomeOf(*edit).exitCode == 0 ? 1 : 0;
        QVERIFY(done > 0);
        QCOMPARE(text().count("name: Job"), done);
    }

    void cleanWritesWhatNoLayoutTakes()
    {
        const QByteArray odd = "# Ours.\n"
                               "jobs:\n"
                               "  - name: a\n"
                               "    type: image\n"
                               "    model: a/b\n"
                               "    prompt: p # well\n"
                               "    params:\n"
                               "      ? |-\n"
                               "        seed\n"
                               "      : 1\n";
        QVERIFY(clitest::writeFile(m_path, odd));
        const Outcome refused = run(u"set"_s, {u"a"_s, u"params.seed"_s, u"2"_s});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains("batch.yaml: The layout of line 8")
                     && refused.err.contains("--clean"),
                 refused.err.constData());
        QCOMPARE(text(), odd);
        const Outcome outcome = run(u"set"_s, {u"a"_s, u"params.seed"_s, u"2"_s, u"--clean"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY2(text().contains("seed: 2\n"), text().constData());
        QVERIFY(text().startsWith("# Ours.\n"));
        QVERIFY(!text().contains("# well"));
    }

    void aJobOfAnIncludedFileIsChangedThere()
    {
        const QString shots = m_folder->filePath(u"shots.yaml"_s);
        QVERIFY(clitest::writeFile(shots,
                                   "\n\n\n\njobs: [{name: Still, type: image, model: a/b, "
                                   "prompt: p}]\n"));
        QVERIFY(clitest::writeFile(m_path, "include: shots.yaml\n" + original));
        const Outcome outcome = run(u"set"_s, {u"Still"_s, u"prompt"_s, u"x"_s});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("shots.yaml"), outcome.err.constData());
    }

    void aFileWithErrorsIsLeftAlone()
    {
        const QByteArray broken = original + "  - name: Broken\n    type: picture\n";
        QVERIFY(clitest::writeFile(m_path, broken));
        const Outcome outcome = run(u"set"_s, {u"Opening"_s, u"prompt"_s, u"x"_s});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("batch.yaml:19"), outcome.err.constData());
        QCOMPARE(text(), broken);
    }

    void jsonSaysWhatWasDone()
    {
        const Outcome first = run(u"set"_s, {u"Opening"_s, u"prompt"_s, u"Dusk"_s, u"--json"_s});
        QCOMPARE(first.json().value("changed"_L1).toBool(), true);
        QCOMPARE(first.json().value("job"_L1).toString(), u"Opening"_s);
        const Outcome again = run(u"set"_s, {u"Opening"_s, u"prompt"_s, u"Dusk"_s, u"--json"_s});
        QCOMPARE(again.json().value("changed"_L1).toBool(true), false);
    }

    void addAppendsInTheNeighboursStyle()
    {
        const Outcome outcome = run(u"add"_s,
                                    {u"Poster"_s, u"type=image"_s,
                                     u"model=black-forest-labs/flux-2-pro/text-to-image"_s,
                                     u"prompt=A poster = big"_s, u"params.seed=7"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY2(text().startsWith(original), text().constData());
        QVERIFY2(text().contains("\n  - name: Poster\n"), text().constData());
        QVERIFY2(text().contains("A poster = big"), text().constData());
    }

    void addNeedsWhatAJobNeeds()
    {
        const Outcome outcome = run(u"add"_s, {u"Poster"_s, u"type=image"_s});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("model"), outcome.err.constData());
        QCOMPARE(text(), original);
    }

    void addRefusesATakenName()
    {
        QCOMPARE(run(u"add"_s, {u"Shoe"_s, u"type=image"_s}).exitCode, 2);
        QCOMPARE(text(), original);
    }

    void addBeginsANewFile()
    {
        m_path = m_folder->filePath(u"new.yaml"_s);
        const Outcome outcome =
            run(u"add"_s, {u"Poster"_s, u"type=image"_s, u"model=a/b"_s, u"prompt=x"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY2(text().startsWith("# yaml-language-server: $schema="), text().constData());
        QVERIFY(clitest::run({u"validate"_s, m_path}).exitCode == 0);
    }

    void removeTakesTheJobWithItsComment()
    {
        const Outcome outcome = run(u"remove"_s, {u"Shoe"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY2(!text().contains("The product."), text().constData());
        QVERIFY2(original.startsWith(text().trimmed()), text().constData());
    }

    void removeIsAllOrNothing()
    {
        QCOMPARE(run(u"remove"_s, {u"Shoe"_s, u"Nobody"_s}).exitCode, 2);
        QCOMPARE(text(), original);
    }

    void expandPrintsThePlainFile()
    {
        const Outcome outcome = run(u"expand"_s, {});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        for (const char *line : {"name: Shoe red", "A red shoe", "name: Shoe blue", "A blue shoe"})
            QVERIFY2(outcome.out.contains(line), outcome.out.constData());
        QVERIFY(!outcome.out.contains("matrix"));
        const Outcome json = run(u"expand"_s, {u"--json"_s});
        QCOMPARE(json.json().value("jobs"_L1).toArray().size(), 3);
    }

    void whatExpandPrintsMakesTheSameJobs()
    {
        const QByteArray rich = "include: shots.yaml\n"
                                "vars: {brand: 'Aurora {2}'}\n"
                                "defaults: {type: image, model: a/b, params: {style: '{brand}'}}\n"
            + original
            + "  - name: 'A {size} {brand}'\n"
              "    prompt: 'A {{real}} {size} {wood|stone} one: 100% #1'\n"
              "    matrix: {size: [small, 2, 'yes'], width: [512, 1e3]}\n"
              "    count: 2\n"
              "    exclude: [{size: small, take: 2}]\n";
        QVERIFY(clitest::writeFile(m_folder->filePath(u"shots.yaml"_s),
                                   "vars: {brand: none}\njobs: [{name: Still, type: image, model: "
                                   "a/b, prompt: 'of {brand}',\n    image: a.png}]\n"));
        QVERIFY(clitest::writeFile(m_path, rich));
        const auto made = config::readBatchFile(m_path);
        QVERIFY(made && made->jobErrors.isEmpty() && made->expansionErrors.isEmpty());
        QVERIFY(made->batch.jobs.size() > 20);
        for (const bool json : {false, true}) {
            const Outcome outcome =
                run(u"expand"_s, json ? QStringList(u"--json"_s) : QStringList());
            QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
            const auto plain = config::readBatch(
                outcome.out, json ? config::Format::Json : config::Format::Yaml, m_path);
            QVERIFY2(plain.has_value(), outcome.out.constData());
            QVERIFY(plain->expansionErrors.isEmpty());
            QCOMPARE(plain->source.jobs.size(), made->batch.jobs.size());
            QCOMPARE(plain->batch.settings, made->batch.settings);
            QCOMPARE(plain->batch.jobs.size(), made->batch.jobs.size());
            for (qsizetype i = 0; i < made->batch.jobs.size(); ++i) {
                QVERIFY2(plain->batch.jobs[i].sameContent(made->batch.jobs[i]),
                         qPrintable(made->batch.jobs[i].name));
            }
        }
    }

    void schemaIsJson()
    {
        const Outcome outcome = clitest::run({u"schema"_s});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.json().value("$schema"_L1).toString().contains(u"2020-12"_s));
    }

    void importAddsARowEach()
    {
        const QString table = m_folder->filePath(u"products.csv"_s);
        QVERIFY(clitest::writeFile(table,
                                   "名稱,提示詞,color\n"
                                   "鞋,\"一雙, 紅色\n的鞋\",red\n"
                                   "包,一個包,blue\n"));
        const QStringList shared{u"--set"_s, u"type=image"_s, u"--set"_s,
                                 u"model=black-forest-labs/flux-2-pro/text-to-image"_s};
        const Outcome shown =
            run(u"import"_s, QStringList{table, u"--dry-run"_s, u"--json"_s} + shared);
        QVERIFY2(shown.exitCode == 0, shown.err.constData());
        QCOMPARE(shown.json().value("jobs"_L1).toInt(), 2);
        QCOMPARE(shown.json().value("cost"_L1).toDouble(), 0.08);
        QCOMPARE(shown.json().value("encoding"_L1).toString(), u"utf-8"_s);
        QCOMPARE(text(), original);

        const Outcome outcome = run(u"import"_s, QStringList{table} + shared);
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY2(outcome.out.contains("$0.08"), outcome.out.constData());
        QVERIFY(text().startsWith(original));
        const Outcome plain = run(u"expand"_s, {u"--json"_s});
        const QJsonArray jobs = plain.json().value("jobs"_L1).toArray();
        QCOMPARE(jobs.size(), 5);
        QCOMPARE(jobs[3]["prompt"_L1].toString(), u"一雙, 紅色\n的鞋"_s);
        QCOMPARE(jobs[4]["name"_L1].toString(), u"包"_s);
    }

    void importLeavesOutRowsThatMakeNoJob()
    {
        const QString table = m_folder->filePath(u"products.csv"_s);
        QVERIFY(clitest::writeFile(table, "name;prompt;width\nA;a;512\nB;b;wide\nC;c;256\n"));
        const Outcome outcome = run(u"import"_s,
                                    {table, u"--set"_s, u"type=image"_s, u"--set"_s, u"model=a/b"_s,
                                     u"--column"_s, u"width=width"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("wide"), outcome.err.constData());
        QVERIFY(text().contains("name: C"));
        QVERIFY(!text().contains("name: B"));
    }

    void importTellsWhatIsWrongAsJson()
    {
        const QString table = m_folder->filePath(u"products.csv"_s);
        QVERIFY(clitest::writeFile(
            table, "name;prompt;width\nA;a;512\nB;\"b\nb\";wide\nC;c;256\nD;d;512\n"));
        const QStringList arguments{table,          u"--set"_s,  u"type=image"_s, u"--set"_s,
                                    u"model=a/b"_s, u"--json"_s, u"--dry-run"_s};
        const Outcome outcome = run(u"import"_s, arguments);
        QCOMPARE(outcome.exitCode, 1);
        const QJsonArray problems = outcome.json().value("problems"_L1).toArray();
        QVERIFY(!problems.isEmpty());
        const QJsonValue wide = problems.at(1);
        QCOMPARE(wide["row"_L1].toInt(), 3);
        QCOMPARE(wide["line"_L1].toInt(), 3);
        QCOMPARE(wide["severity"_L1].toString(), u"error"_s);
        QVERIFY(wide["message"_L1].toString().contains(u"wide"_s));
        QCOMPARE(outcome.json().value("rows_left_out"_L1).toInt(), 1);
    }

    void importCountsWhatIsMade()
    {
        const QString table = m_folder->filePath(u"products.csv"_s);
        QVERIFY(clitest::writeFile(table, "name,prompt\nLamp,a lamp\nLamp,a lamp\n"));
        const QStringList arguments{table,
                                    u"--set"_s,
                                    u"type=image"_s,
                                    u"--set"_s,
                                    u"model=black-forest-labs/flux-2-pro/text-to-image"_s,
                                    u"--set"_s,
                                    u"count=4"_s};
        const Outcome shown =
            run(u"import"_s, arguments + QStringList{u"--dry-run"_s, u"--json"_s});
        QVERIFY2(shown.exitCode == 0, shown.err.constData());
        QCOMPARE(shown.json().value("rows"_L1).toInt(), 2);
        QCOMPARE(shown.json().value("jobs"_L1).toInt(), 8);
        QCOMPARE(shown.json().value("cost"_L1).toDouble(), 0.32);
        QCOMPARE(text(), original);
        QCOMPARE(run(u"import"_s, arguments).exitCode, 0);
        // No two of them are called alike.
        const QJsonArray jobs = run(u"expand"_s, {u"--json"_s}).json().value("jobs"_L1).toArray();
        QSet<QString> names;
        for (const QJsonValue &job : jobs)
            names.insert(job["name"_L1].toString());
        QCOMPARE(jobs.size(), 11);
        QCOMPARE(names.size(), 11);
    }

    /// A dry run says what the real one does.
    void importLeavesOutWhatMakesNoJob_data()
    {
        QTest::addColumn<bool>("isDry");
        QTest::addRow("dry run") << true;
        QTest::addRow("real run") << false;
    }

    void importLeavesOutWhatMakesNoJob()
    {
        QFETCH(const bool, isDry);
        const QString table = m_folder->filePath(u"products.csv"_s);
        QVERIFY(clitest::writeFile(table, "product,color\nlamp,red\nchair,blue\n"));
        QStringList arguments{table,          u"--set"_s, u"type=image"_s,       u"--set"_s,
                              u"model=a/b"_s, u"--set"_s, u"prompt=A {prodct}"_s};
        if (isDry)
            arguments.append(u"--dry-run"_s);
        const Outcome outcome = run(u"import"_s, arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("Rows 2, 3") && outcome.err.contains("{prodct}"),
                 outcome.err.constData());
        QCOMPARE(text(), original);
    }

    void importSaysWhatIsOdd()
    {
        // Braces of which nobody knows what they mean stay as they are; that is told.
        const QString table = m_folder->filePath(u"products.csv"_s);
        QVERIFY(clitest::writeFile(table, "width\n512\n"));
        const Outcome outcome = run(u"import"_s,
                                    {table, u"--set"_s, u"type=image"_s, u"--set"_s, u"model=a/b"_s,
                                     u"--set"_s, u"prompt=A {lamp}"_s, u"--dry-run"_s});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.err.contains("{lamp}"), outcome.err.constData());
    }

    void importPutsNamesIntoTheDefaultsPrompt()
    {
        QVERIFY(clitest::writeFile(m_path,
                                   "defaults:\n  type: image\n  model: a/b\n"
                                   "  prompt: A photo of {name}\njobs: []\n"));
        const QString table = m_folder->filePath(u"products.csv"_s);
        QVERIFY(clitest::writeFile(table, "name,width\nLamp,512\n"));
        const Outcome outcome = run(u"import"_s, {table});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        const QJsonArray jobs = run(u"expand"_s, {u"--json"_s}).json().value("jobs"_L1).toArray();
        QCOMPARE(jobs.size(), 1);
        QCOMPARE(jobs[0]["prompt"_L1].toString(), u"A photo of Lamp"_s);
    }

    void importTakesTextsWhereTheModelDoes()
    {
        // A size that reads like a number.
        const QString table = m_folder->filePath(u"products.csv"_s);
        QVERIFY(clitest::writeFile(table, "prompt,params.aspect_ratio\nwaves,1\n"));
        const Outcome outcome = run(u"import"_s,
                                    {table, u"--set"_s, u"type=video"_s, u"--set"_s,
                                     u"model=google/veo3.1/text-to-video"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY2(text().contains("aspect_ratio: '1'") || text().contains("aspect_ratio: \"1\""),
                 text().constData());
    }

    void importIsToldHowToRead()
    {
        const QString table = m_folder->filePath(u"products.csv"_s);
        QVERIFY(clitest::writeFile(table, "a \"lamp,1\n\"chair,2\n"));
        const QStringList shared{table,          u"--set"_s,     u"type=image"_s, u"--set"_s,
                                 u"model=a/b"_s, u"--dry-run"_s, u"--json"_s};
        const Outcome broken = run(u"import"_s, shared + QStringList{u"--quotes"_s, u"double"_s});
        QCOMPARE(broken.exitCode, 2);
        QVERIFY2(broken.err.contains("plain text"), broken.err.constData());
        const QStringList plain =
            shared + QStringList{u"--quotes"_s, u"none"_s, u"--column"_s, u"1=prompt"_s};
        const Outcome rows = run(u"import"_s, plain + QStringList{u"--no-header"_s});
        QVERIFY2(rows.exitCode == 0, rows.err.constData());
        QCOMPARE(rows.json().value("rows"_L1).toInt(), 2);
        QCOMPARE(rows.json().value("header"_L1).toBool(true), false);
        const Outcome header = run(u"import"_s, plain + QStringList{u"--header"_s});
        QCOMPARE(header.json().value("rows"_L1).toInt(), 1);
        QCOMPARE(run(u"import"_s, plain + QStringList{u"--header"_s, u"--no-header"_s}).exitCode,
                 2);
        QCOMPARE(run(u"import"_s, shared + QStringList{u"--quotes"_s, u"odd"_s}).exitCode, 2);
    }

    void importRefusesWhatIsNoTable()
    {
        QCOMPARE(run(u"import"_s, {m_folder->filePath(u"none.csv"_s)}).exitCode, 2);
        QCOMPARE(run(u"import"_s, {m_path, u"--encoding"_s, u"klingon"_s}).exitCode, 2);
        QCOMPARE(text(), original);
    }
};

QTEST_GUILESS_MAIN(TestEditing)
#include "test_editing.moc"
