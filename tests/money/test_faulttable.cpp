// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/scene.h"

#include <QDir>
#include <QTest>
#include <QTextStream>
#include <QThreadPool>

#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using money::Scene;

namespace {

constexpr int jobs = 20;
constexpr double speed = 300;

/// What became of a batch that met a fault.
struct Row
{
    QString fault;
    int succeeded = 0;
    int unresolved = 0;
    int generating = 0;
    int chargedTwice = 0;
    QStringList wrong;
};

Row outcomeOf(const QString &fault, const Scene &scene, money::Disk disk = money::Disk::Fine)
{
    Row row{fault, 0, 0, 0, 0, {}};
    const auto standings = scene.standings();
    const auto count = [&](const QString &status) {
        return static_cast<int>(Scene::namesOf(standings, status).size());
    };
    row.succeeded = count(u"success"_s);
    row.unresolved = count(u"unresolved"_s);
    row.generating = count(u"generating"_s);
    row.chargedTwice = static_cast<int>(scene.books().chargedTwice().size());
    if (row.generating == 0)
        row.wrong = money::wrongAtTheEnd(scene, disk);
    return row;
}

/// Runs until nothing changes any more: a person who tries again what failed.
void runToTheEnd(const Scene &scene)
{
    constexpr int tries = 6;
    scene.run(u"run"_s, {u"--concurrency"_s, QString::number(jobs)});
    for (int i = 0; i < tries; ++i) {
        const auto standings = scene.standings();
        const bool hasFailed = !Scene::namesOf(standings, u"failed"_s).isEmpty();
        const bool hasMore = !Scene::namesOf(standings, u"downloading"_s).isEmpty()
            || !Scene::namesOf(standings, u"waiting"_s).isEmpty()
            || !Scene::namesOf(standings, u"draft"_s).isEmpty();
        if (!hasFailed && !hasMore)
            return;
        scene.run(hasFailed ? u"retry"_s : u"run"_s);
    }
}

Row withFault(const QString &name)
{
    Scene scene(speed);
    scene.setFaults({name + "=0.3"_L1});
    const QByteArray patience = name == "never-finishes"_L1 ? "    max_wait: 900\n" : "";
    if (!scene.startServer()
        || !clitest::writeFile(scene.batchFile(), money::pictures(jobs, {}, patience)))
        return {name, 0, 0, 0, 0, {u"the scene can't be set"_s}};
    runToTheEnd(scene);
    return outcomeOf(name, scene);
}

Row withDeaths(const QString &name, bool ofTheServer, quint32 seed)
{
    QRandomGenerator dice(seed);
    Scene scene(speed / 3);
    if (!scene.startServer() || !clitest::writeFile(scene.batchFile(), money::pictures(jobs)))
        return {name, 0, 0, 0, 0, {u"the scene can't be set"_s}};
    for (int i = 0; i < 8; ++i) {
        const auto process = scene.begin(u"run"_s);
        if (!money::waitForAnyMoment(*process, scene, dice))
            break;
        if (ofTheServer) {
            scene.killServer();
            if (!scene.startServer())
                return {name, 0, 0, 0, 0, {u"the server doesn't start again"_s}};
        } else {
            process->kill();
        }
        clitest::outcomeOf(*process);
    }
    runToTheEnd(scene);
    return outcomeOf(name, scene);
}

Row withQuota(const QString &name)
{
    Scene scene(speed);
    if (!scene.startServer() || !clitest::writeFile(scene.batchFile(), money::pictures(jobs)))
        return {name, 0, 0, 0, 0, {u"the scene can't be set"_s}};
    for (int i = 0; i < 2; ++i)
        scene.runInShell(u"trap '' XFSZ; ulimit -f 80; exec \"$@\""_s, u"run"_s);
    runToTheEnd(scene);
    return outcomeOf(name, scene, money::Disk::WasFull);
}

QStringList faultNames()
{
    const QByteArray help = clitest::run({u"sandbox"_s, u"--help"_s}).out;
    const qsizetype at = help.indexOf("Faults:");
    return at < 0 ? QStringList() : QString::fromUtf8(help.sliced(at + 7)).simplified().split(u' ');
}

QString tableOf(const std::vector<Row> &rows)
{
    QString text;
    QTextStream out(&text);
    out << "fault              tried  succeeded  unresolved  generating  submitted twice\n";
    for (const Row &row : rows) {
        out << row.fault.leftJustified(18) << Qt::right << qSetFieldWidth(6) << jobs
            << qSetFieldWidth(11) << row.succeeded << qSetFieldWidth(12) << row.unresolved
            << qSetFieldWidth(12) << row.generating << qSetFieldWidth(17) << row.chargedTwice
            << qSetFieldWidth(0) << Qt::left << '\n';
    }
    return text;
}

} // namespace

/// Every way in which the service fails, each over a batch of its own: what becomes of it.
class TestFaultTable : public QObject
{
    Q_OBJECT

    std::vector<Row> m_rows;

private slots:
    void initTestCase()
    {
        const QStringList faults = faultNames();
        QVERIFY(faults.size() >= 18);
        const quint32 seed = money::dice().generate();
        std::vector<std::function<Row()>> scenes;
        for (const QString &name : faults)
            scenes.push_back([name] { return withFault(name); });
        scenes.push_back([seed] { return withDeaths(u"client killed"_s, false, seed); });
        scenes.push_back([seed] { return withDeaths(u"server restarted"_s, true, seed); });
        scenes.push_back([] { return withQuota(u"disk full"_s); });
        m_rows.resize(scenes.size());

        // Most of them wait most of the time.
        QThreadPool pool;
        pool.setMaxThreadCount(5);
        const auto longest = static_cast<size_t>(faults.indexOf(u"dropped-reply"_s));
        for (size_t i = 0; i < scenes.size(); ++i)
            pool.start([&, i] { m_rows[i] = scenes[i](); }, i == longest ? 1 : 0);
        pool.waitForDone();

        const QString table = tableOf(m_rows);
        qInfo("%s", qUtf8Printable(u'\n' + table));
        QVERIFY(QDir(QStringLiteral(RUSHES_BUILD_DIR)).mkpath(u"tests"_s));
        QVERIFY(clitest::writeFile(QStringLiteral(RUSHES_BUILD_DIR "/tests/fault-table.txt"),
                                   table.toUtf8()));
    }

    void nothingIsPaidForTwice()
    {
        for (const Row &row : m_rows)
            QVERIFY2(row.chargedTwice == 0, qPrintable(row.fault));
    }

    void allSucceedOrAreHeld()
    {
        for (const Row &row : m_rows) {
            QVERIFY2(row.wrong.isEmpty(), qPrintable(row.fault + ": "_L1 + row.wrong.join(u'\n')));
            QVERIFY2(row.succeeded + row.unresolved + row.generating == jobs,
                     qPrintable(row.fault));
            // Where the answer to a submission is certain, none is held.
            const bool mayHold =
                QStringList{u"reset-before"_s, u"reset-after"_s, u"dropped-reply"_s,
                            u"client killed"_s, u"server restarted"_s}
                    .contains(row.fault);
            QVERIFY2(mayHold || row.unresolved == 0, qPrintable(row.fault));
            QVERIFY2(row.fault == "never-finishes"_L1 || row.generating == 0,
                     qPrintable(row.fault));
            QVERIFY2(row.succeeded >= jobs / 4, qPrintable(row.fault));
        }
    }
};

QTEST_GUILESS_MAIN(TestFaultTable)
#include "test_faulttable.moc"
