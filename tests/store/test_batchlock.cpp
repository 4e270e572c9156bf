// SPDX-License-Identifier: GPL-3.0-or-later
#include "childprocess.h"

#include "store/batchlock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using store::BatchLock;

namespace {

QString lockFileOf(const QString &batch)
{
    const QByteArray digest =
        QCryptographicHash::hash(batch.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/rushes/locks/"_s + QString::fromLatin1(digest) + u".lock"_s;
}

/// What QLockFile writes.
QByteArray lockText(qint64 pid, const QString &program, const QString &host,
                    const QByteArray &machine = QSysInfo::machineUniqueId(),
                    const QByteArray &boot = QSysInfo::bootUniqueId())
{
    return QByteArray::number(pid) + '\n' + program.toUtf8() + '\n' + host.toUtf8() + '\n' + machine
        + '\n' + boot + '\n';
}

QString ourProgram()
{
    return QFileInfo(QCoreApplication::applicationFilePath()).fileName();
}

void write(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

} // namespace

class BatchLockTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void oneAtATime();
    void oneAnOutputFolder();
    void refusedLeavesTheBatchFree();
    void anotherProcessHasIt();
    void killedHoldersAreReplaced();
    void deadHolders_data();
    void deadHolders();
    void anotherMachine();
    void namelessLock();
    void diedWhileTakingOver();
    void askingDisturbsNobody();
    void unwritable();

private:
    QString out(const QString &name = u"out"_s) const { return m_dir->filePath(name); }

    std::optional<QTemporaryDir> m_dir;
    QString m_batch;
};

void BatchLockTest::init()
{
    m_dir.emplace();
    m_batch = m_dir->filePath(u"cats.yaml"_s);
}

void BatchLockTest::cleanup()
{
    QFile::remove(lockFileOf(m_batch));
    m_dir.reset();
}

void BatchLockTest::oneAtATime()
{
    QVERIFY(!BatchLock::owner(m_batch, out()));
    auto lock = BatchLock::acquire(m_batch, out());
    QVERIFY2(lock.has_value(), qPrintable(lock ? QString() : lock.error().message));
    QVERIFY(QFile::exists(lockFileOf(m_batch)));
    QVERIFY(QFile::exists(out() + u"/.rushes.lock"_s));

    const auto second = BatchLock::acquire(m_batch, out(u"elsewhere"_s));
    QVERIFY(!second);
    const auto owner = BatchLock::owner(m_batch, out(u"elsewhere"_s));
    for (const auto &named : {second.error().owner, owner}) {
        QVERIFY(named.has_value());
        QCOMPARE(named->pid, QCoreApplication::applicationPid());
        QCOMPARE(named->program, ourProgram());
        QVERIFY(named->isHere);
        QCOMPARE(named->lockFile, lockFileOf(m_batch));
    }
    QVERIFY2(second.error().message.contains(owner->toDisplay()),
             qPrintable(second.error().message));

    lock->reset();
    QVERIFY(!BatchLock::owner(m_batch, out()));
    QVERIFY(!QFile::exists(out() + u"/.rushes.lock"_s));
    QVERIFY(BatchLock::acquire(m_batch, out()).has_value());
}

void BatchLockTest::oneAnOutputFolder()
{
    const QString other = m_dir->filePath(u"dogs.yaml"_s);
    const auto lock = BatchLock::acquire(m_batch, out());
    QVERIFY(lock.has_value());
    QVERIFY(QFile::link(out(), m_dir->filePath(u"same"_s)));
    const auto second = BatchLock::acquire(other, out(u"same"_s));
    QVERIFY(!second);
    QVERIFY(second.error().owner.has_value());
    QVERIFY2(second.error().message.contains(u"output folder"_s),
             qPrintable(second.error().message));
    QVERIFY(BatchLock::owner(other, out()).has_value());
    QVERIFY(BatchLock::acquire(other, out(u"elsewhere"_s)).has_value());
}

void BatchLockTest::refusedLeavesTheBatchFree()
{
    const QString other = m_dir->filePath(u"dogs.yaml"_s);
    {
        const auto lock = BatchLock::acquire(m_batch, out());
        QVERIFY(!BatchLock::acquire(other, out()));
        QVERIFY(!QFile::exists(lockFileOf(other)));
        QVERIFY(!BatchLock::owner(other, out(u"elsewhere"_s)));
    }
    QVERIFY(BatchLock::acquire(other, out()).has_value());
}

void BatchLockTest::anotherProcessHasIt()
{
    ChildProcess holder({u"--hold"_s, m_batch, out()});
    QCOMPARE(holder.line(), "held"_ba);
    const auto refused = BatchLock::acquire(m_batch, out());
    QVERIFY(!refused);
    QVERIFY(refused.error().owner.has_value());
    QCOMPARE(refused.error().owner->pid, holder.pid());
    QVERIFY2(refused.error().message.contains(QString::number(holder.pid())),
             qPrintable(refused.error().message));
    QCOMPARE(BatchLock::owner(m_batch, out())->pid, holder.pid());
    holder.letGo(); // ends by itself, and leaves nothing behind
    QVERIFY(!QFile::exists(lockFileOf(m_batch)));
    QVERIFY(BatchLock::acquire(m_batch, out()).has_value());
}

void BatchLockTest::killedHoldersAreReplaced()
{
    for (int i = 0; i < 5; ++i) {
        ChildProcess holder({u"--hold"_s, m_batch, out()});
        QCOMPARE(holder.line(), "held"_ba);
        holder.kill();
        QVERIFY(QFile::exists(lockFileOf(m_batch)));
        QVERIFY(!BatchLock::owner(m_batch, out()));
        const auto lock = BatchLock::acquire(m_batch, out());
        QVERIFY2(lock.has_value(), qPrintable(lock ? QString() : lock.error().message));
    }
}

void BatchLockTest::deadHolders_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("shown"); // as being at work, by what can be seen without a lock
    const QString host = QSysInfo::machineHostName();
    QTest::newRow("gone") << lockText(2'000'000'000, u"rushes-cli"_s, host) << false;
    QTest::newRow("its number is another program's")
        << lockText(QCoreApplication::applicationPid(), u"rushes-cli"_s, host) << false;
    QTest::newRow("its number is another Rushes'")
        << lockText(QCoreApplication::applicationPid(), ourProgram(), host) << true;
    QTest::newRow("before the machine was started anew")
        << lockText(QCoreApplication::applicationPid(), ourProgram(), host,
                    QSysInfo::machineUniqueId(), "another boot")
        << false;
}

void BatchLockTest::deadHolders()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, shown);
    write(lockFileOf(m_batch), text);
    write(out() + u"/.rushes.lock"_s, text);
    QCOMPARE(BatchLock::owner(m_batch, out()).has_value(), shown);
    const auto lock = BatchLock::acquire(m_batch, out());
    QVERIFY2(lock.has_value(), qPrintable(lock ? QString() : lock.error().message));
    QCOMPARE(BatchLock::owner(m_batch, out())->pid, QCoreApplication::applicationPid());
}

void BatchLockTest::anotherMachine()
{
    const QString file = out() + u"/.rushes.lock"_s;
    write(file, lockText(12, u"rushes"_s, u"studio-3"_s, "another machine", "its boot"));
    const auto refused = BatchLock::acquire(m_batch, out());
    QVERIFY(!refused);
    const auto owner = refused.error().owner;
    QVERIFY(owner.has_value());
    QVERIFY(!owner->isHere);
    QCOMPARE(owner->host, u"studio-3"_s);
    QVERIFY2(refused.error().message.contains(u"studio-3"_s)
                 && refused.error().message.contains(file),
             qPrintable(refused.error().message));
    QCOMPARE(BatchLock::owner(m_batch, out())->host, u"studio-3"_s);
    QVERIFY(QFile::exists(file));
    QVERIFY(!QFile::exists(lockFileOf(m_batch)));
}

void BatchLockTest::namelessLock()
{
    // A program that was killed between making the file and writing its name.
    write(lockFileOf(m_batch), {});
    QFile file(lockFileOf(m_batch));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-60),
                             QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(!BatchLock::owner(m_batch, out()));
    QVERIFY(BatchLock::acquire(m_batch, out()).has_value());
}

void BatchLockTest::diedWhileTakingOver()
{
    // Killed in the moment when it was about to remove the lock of another that was killed.
    const QByteArray dead = lockText(2'000'000'000, ourProgram(), QSysInfo::machineHostName());
    write(lockFileOf(m_batch), dead);
    write(lockFileOf(m_batch) + u".rmlock"_s, {});
    const auto lock = BatchLock::acquire(m_batch, out());
    QVERIFY2(lock.has_value(), qPrintable(lock ? QString() : lock.error().message));
}

void BatchLockTest::askingDisturbsNobody()
{
    // One process asks all the time while another takes and gives back the lock.
    ChildProcess asking({u"--ask"_s, m_batch, out()});
    QCOMPARE(asking.line(), "asking"_ba);
    for (int i = 0; i < 300; ++i) {
        const auto lock = BatchLock::acquire(m_batch, out());
        QVERIFY2(lock.has_value(), qPrintable(lock ? QString() : lock.error().message));
    }
    asking.kill();
}

void BatchLockTest::unwritable()
{
    write(m_dir->filePath(u"file"_s), "in the way");
    const auto folder = BatchLock::acquire(m_batch, m_dir->filePath(u"file/out"_s));
    QVERIFY(!folder);
    QVERIFY(!folder.error().owner);
    QVERIFY2(folder.error().message.contains(u"file/out"_s), qPrintable(folder.error().message));
    // Rights don't bind root; where no file can be made, they do nothing.
    const auto lock = BatchLock::acquire(m_batch, u"/proc/self/fdinfo"_s);
    QVERIFY(!lock);
    QVERIFY(!lock.error().owner);
    QVERIFY2(lock.error().message.contains(u"/proc/self/fdinfo"_s),
             qPrintable(lock.error().message));
    QVERIFY(!QFile::exists(lockFileOf(m_batch)));
}

/// Holds the lock until its standard input ends.
int hold(const QStringList &arguments)
{
    const auto lock = BatchLock::acquire(arguments[2], arguments[3]);
    tell(lock ? "held" : "refused");
    waitToLetGo();
    return 0;
}

int ask(const QStringList &arguments)
{
    tell("asking");
    for (;;)
        BatchLock::owner(arguments[2], arguments[3]);
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--hold"_s)
        return hold(arguments);
    if (arguments.value(1) == u"--ask"_s)
        return ask(arguments);
    BatchLockTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_batchlock.moc"
