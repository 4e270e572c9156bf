// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/scene.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using clitest::Outcome;
using money::Scene;

namespace {

constexpr double speed = 300;

/// How to get a mount that nobody else sees; empty where this machine allows none.
QStringList ownMounts()
{
    for (const QStringList &wrapper :
         {QStringList{u"unshare"_s, u"--mount"_s},
          QStringList{u"unshare"_s, u"--user"_s, u"--map-root-user"_s, u"--mount"_s}}) {
        QProcess process;
        process.start(wrapper.first(),
                      wrapper.sliced(1)
                          << u"sh"_s << u"-c"_s << u"mount -t tmpfs -o size=64k none /mnt"_s);
        if (process.waitForStarted() && process.waitForFinished() && process.exitCode() == 0
            && process.exitStatus() == QProcess::NormalExit)
            return wrapper;
    }
    return {};
}

} // namespace

/// A disk that takes no more: nothing is lost, and once there is room all is fetched.
class TestFullDisk : public QObject
{
    Q_OBJECT
private slots:
    void aQuota_data()
    {
        QTest::addColumn<QByteArray>("batch");
        QTest::addColumn<QString>("script");
        const QByteArray large = money::pictures(12)
                                     .replace("width: 256", "width: 1024")
                                     .replace("height: 256", "height: 1024");
        // In blocks of 512 bytes, as POSIX has it. A signal tells of a file that gets too large;
        // a program that doesn't listen to it sees its writes fail.
        QTest::newRow("no room for results")
            << large << u"trap '' XFSZ; ulimit -f 400; exec \"$@\""_s;
        QTest::newRow("no room for the ledger")
            << money::mixed(60) << u"trap '' XFSZ; ulimit -f 100; exec \"$@\""_s;
        QTest::newRow("no more room for the ledger")
            << money::mixed(60) << u"trap '' XFSZ; ulimit -f 600; exec \"$@\""_s;
        QTest::newRow("no room for anything")
            << money::mixed(20) << u"trap '' XFSZ; ulimit -f 0; exec \"$@\""_s;
        QTest::newRow("dies of it") << money::mixed(60) << u"ulimit -f 600; exec \"$@\""_s;
    }
    void aQuota()
    {
        QFETCH(const QByteArray, batch);
        QFETCH(const QString, script);
        Scene scene(speed);
        QVERIFY(scene.startServer());
        QVERIFY(clitest::writeFile(scene.batchFile(), batch));
        for (const auto &command : {u"run"_s, u"resume"_s, u"run"_s}) {
            const Outcome limited = scene.runInShell(script, command);
            // What was accepted by then may fit: fetching it alone can go well.
            QVERIFY2(limited.exitCode != 0 || command == "resume"_L1, limited.out.constData());
            QCOMPARE(money::wrongWithManifest(scene), QString());
        }
        const auto accepted = scene.books().sales().size();

        const Outcome run = scene.run(u"run"_s);
        QVERIFY2(run.exitCode == 0 || run.exitCode == 1, run.err.constData());
        QCOMPARE(money::wrongAtTheEnd(scene, money::Disk::WasFull).join(u'\n'), QString());
        const auto standings = scene.standings();
        qInfo("%d accepted under the quota, %d in all, %d succeeded, %d unresolved",
              static_cast<int>(accepted), static_cast<int>(scene.books().sales().size()),
              static_cast<int>(Scene::namesOf(standings, u"success"_s).size()),
              static_cast<int>(Scene::namesOf(standings, u"unresolved"_s).size()));
    }

    void aSmallDisk_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("size");
        QTest::newRow("for the results") << u"out"_s << u"1m"_s;
        QTest::newRow("for the ledger") << u"data"_s << u"600k"_s;
    }
    /// A disk that is full before the batch is done, and then one of a hundred megabytes.
    void aSmallDisk()
    {
        QFETCH(const QString, folder);
        QFETCH(const QString, size);
        const QStringList wrapper = ownMounts();
        if (wrapper.isEmpty()) {
            qInfo("This machine lets nobody mount anything; the quotas above stand for it.");
            return;
        }
        Scene scene(speed);
        QVERIFY(scene.startServer());
        QVERIFY(clitest::writeFile(scene.batchFile(), money::mixed(60)));
        QVERIFY(QDir().mkpath(scene.path(folder)));
        // What stands on that disk goes with it, and is put where it was.
        const QString script = u"disk='%1'; kept='%2'\n"
                               "mount -t tmpfs -o size=%3 none \"$disk\" || exit 99\n"
                               "\"$@\"; echo $? > \"$kept.code\"\n"
                               "mount -o remount,size=100m \"$disk\" || exit 99\n"
                               "\"$@\"; code=$?\n"
                               "cp -a \"$disk\" \"$kept\"; umount \"$disk\"\n"
                               "cp -a \"$kept/.\" \"$disk\"; exit $code"_s.arg(
                                   scene.path(folder), scene.path(u"kept"_s), size);
        const Outcome outcome = scene.runInShell(script, u"run"_s, wrapper);
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QFile code(scene.path(u"kept.code"_s));
        QVERIFY(code.open(QIODevice::ReadOnly));
        QVERIFY2(code.readAll() == "1\n", outcome.err.constData());
        // Nothing is held in either case (the exit code): the ledger kept room for the ids.
        const auto disk = folder == "data"_L1 ? money::Disk::WasFull : money::Disk::Fine;
        QCOMPARE(money::wrongAtTheEnd(scene, disk).join(u'\n'), QString());
        QCOMPARE(scene.books().sales().size(), 60);
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "test_fulldisk.moc"
