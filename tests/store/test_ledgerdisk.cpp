// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <dlfcn.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using batch::JobState;

namespace {

/// The disk as this program finds it: SQLite's and Qt's system calls come by here.
struct Disk
{
    int failure = 0;    ///< what a write fails with; 0: none fails
    int writesLeft = 0; ///< until then
    QByteArray freedBy; ///< the file whose removal makes room again
    int syncs = 0;

    bool takesNoMore()
    {
        if (failure == 0 || (!freedBy.isEmpty() && ::access(freedBy.constData(), F_OK) != 0))
            return false;
        return --writesLeft < 0;
    }
};
Disk disk;

template <typename Function>
Function *realOf(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = realOf<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    if (disk.takesNoMore()) {
        errno = disk.failure;
        return -1;
    }
    return real(file, bytes, size, offset);
}

int fdatasync(int file)
{
    static const auto real = realOf<int(int)>("fdatasync");
    ++disk.syncs;
    return real(file);
}

int fsync(int file)
{
    static const auto real = realOf<int(int)>("fsync");
    ++disk.syncs;
    return real(file);
}
}

class LedgerDiskTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void costsTwoSyncs();
    void fullDiskCostsNoId_data();
    void fullDiskCostsNoId();
    void intentsLeaveTheReserve();
    void withoutReserve();
    void everyWriteMayFail();
    void filesMayNotGrow();
    void uploadsLeaveTheReserve();
    void bringingUpMayFail();

private:
    QString path() const { return m_dir->filePath(u"ledger.sqlite"_s); }
    QString reserve() const { return m_dir->filePath(u"ledger.reserve"_s); }
    void fillUp(int failure = ENOSPC)
    {
        disk.failure = failure;
        disk.freedBy = QFile::encodeName(reserve());
    }

    std::optional<QTemporaryDir> m_dir;
};

void LedgerDiskTest::init()
{
    disk = {};
    m_dir.emplace();
}

void LedgerDiskTest::cleanup()
{
    disk = {};
}

void LedgerDiskTest::costsTwoSyncs()
{
    store::Ledger ledger(path());
    QVERIFY(keep(ledger, intentOf(u"s0"_s)).has_value());
    for (int i = 1; i <= 20; ++i) {
        disk.syncs = 0;
        QVERIFY(keep(ledger, intentOf(u"s%1"_s.arg(i))).has_value());
        QVERIFY2(disk.syncs >= 1 && disk.syncs <= 2, qPrintable(QString::number(disk.syncs)));
    }
}

void LedgerDiskTest::fullDiskCostsNoId_data()
{
    QTest::addColumn<int>("failure");
    QTest::newRow("full") << ENOSPC;
    QTest::newRow("quota") << EDQUOT;
}

void LedgerDiskTest::fullDiskCostsNoId()
{
    QFETCH(int, failure);
    const store::Intent intent = intentOf(u"s1"_s);
    {
        store::Ledger ledger(path());
        QVERIFY(keep(ledger, intent).has_value());
        QCOMPARE(QFileInfo(reserve()).size(), 256 * 1024);
        fillUp(failure);
        const Answer accepted = accept(ledger, u"s1"_s, u"p1"_s);
        QVERIFY2(accepted.has_value(), qPrintable(accepted ? QString() : accepted.error().message));
        QVERIFY(!QFile::exists(reserve()));
        // There is room for what becomes of it, too.
        QVERIFY(end(ledger, u"s1"_s, resultOf(intent, JobState::Succeeded)).has_value());
    }
    disk = {};
    store::Ledger another(path());
    QCOMPARE(find(another, u"s1"_s)->result.predictionId, u"p1"_s);
    QCOMPARE(find(another, u"s1"_s)->result.state, JobState::Succeeded);
    QCOMPARE(QFileInfo(reserve()).size(), 256 * 1024); // laid anew
}

void LedgerDiskTest::intentsLeaveTheReserve()
{
    store::Ledger ledger(path());
    QVERIFY(keep(ledger, intentOf(u"s1"_s)).has_value());
    fillUp();
    const Answer second = keep(ledger, intentOf(u"s2"_s));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, store::StoreError::Kind::Failed);
    QVERIFY2(second.error().message.contains(u"room"_s), qPrintable(second.error().message));
    QVERIFY(QFile::exists(reserve()));
    disk = {};
    QCOMPARE(submissionsOf(ledger).size(), 1);
    QVERIFY(keep(ledger, intentOf(u"s2"_s)).has_value());
}

void LedgerDiskTest::withoutReserve()
{
    store::Ledger ledger(path());
    QVERIFY(keep(ledger, intentOf(u"s1"_s)).has_value());
    QVERIFY(QFile::remove(reserve()));
    disk.failure = ENOSPC;
    const Answer accepted = accept(ledger, u"s1"_s, u"p1"_s);
    QVERIFY(!accepted);
    QVERIFY2(accepted.error().message.contains(u"room"_s), qPrintable(accepted.error().message));
    // The same ledger takes it as soon as there is room.
    disk = {};
    QVERIFY(accept(ledger, u"s1"_s, u"p1"_s).has_value());
    QCOMPARE(find(ledger, u"s1"_s)->result.predictionId, u"p1"_s);
}

void LedgerDiskTest::everyWriteMayFail()
{
    // From the n-th write of a new ledger on, until it gets by without a failure.
    bool failed = true;
    int n = 0;
    for (; failed && n < 200; ++n) {
        const QTemporaryDir dir;
        const QString one = dir.filePath(u"ledger.sqlite"_s);
        bool intentKept = false;
        bool acceptedKept = false;
        {
            disk = {};
            disk.failure = EIO;
            disk.writesLeft = n;
            store::Ledger ledger(one);
            intentKept = keep(ledger, intentOf(u"s1"_s)).has_value();
            acceptedKept = intentKept && accept(ledger, u"s1"_s, u"p1"_s).has_value();
            disk.failure = 0;
        }
        failed = !acceptedKept;
        store::Ledger another(one);
        const auto opened = another.open();
        QVERIFY2(opened.has_value(), qPrintable(opened ? QString() : opened.error().message));
        const auto kept = find(another, u"s1"_s);
        QVERIFY(kept.has_value() || !intentKept);
        QVERIFY(!acceptedKept || kept->result.predictionId == u"p1"_s);
    }
    QVERIFY2(!failed && n > 5, qPrintable(QString::number(n)));
}

void LedgerDiskTest::filesMayNotGrow()
{
    store::Ledger ledger(path());
    QVERIFY(keep(ledger, intentOf(u"s1"_s)).has_value());
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = static_cast<rlim_t>(QFileInfo(path() + u"-wal"_s).size());
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Answer second = keep(ledger, intentOf(u"s2"_s));
    const Answer accepted = accept(ledger, u"s1"_s, u"p1"_s);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!second);
    QVERIFY2(second.error().message.contains(path()), qPrintable(second.error().message));
    QVERIFY(!accepted);
    QCOMPARE(submissionsOf(ledger).size(), 1);
    QVERIFY(keep(ledger, intentOf(u"s2"_s)).has_value());
    QVERIFY(accept(ledger, u"s1"_s, u"p1"_s).has_value());
}

/// An upload that can't be kept is made again: it takes nothing from what is paid for.
void LedgerDiskTest::uploadsLeaveTheReserve()
{
    store::Ledger ledger(path());
    QVERIFY(remember(ledger, uploadOf(u"cat"_s)).has_value());
    fillUp();
    const Answer answer = remember(ledger, uploadOf(u"dog"_s));
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.contains(u"room"_s), qPrintable(answer.error().message));
    QVERIFY(QFile::exists(reserve()));
    const Answer forgotten = forget(ledger, uploadOf(u"cat"_s));
    QVERIFY(!forgotten);
    QVERIFY(QFile::exists(reserve()));
    QVERIFY(recall(ledger, uploadOf(u"cat"_s)).value().has_value());
    QVERIFY(!recall(ledger, uploadOf(u"dog"_s)).value().has_value());
    disk = {};
    QVERIFY(remember(ledger, uploadOf(u"dog"_s)).has_value());
    QVERIFY(recall(ledger, uploadOf(u"dog"_s)).value().has_value());
}

/// From the n-th write on, until it gets by: the ledger is of the one version or the other, and
/// whole.
void LedgerDiskTest::bringingUpMayFail()
{
    bool failed = true;
    int n = 0;
    for (; failed && n < 200; ++n) {
        const QTemporaryDir dir;
        const QString one = dir.filePath(u"ledger.sqlite"_s);
        disk = {};
        makeFirstVersion(one);
        runSql(one,
               {uR"(INSERT INTO submissions (id, batch, server, state, submitted_at)
                         VALUES ('s1', '%1', '%2', 'unresolved', 17))"_s.arg(testBatch,
                                                                             testServer)});
        {
            disk.failure = EIO;
            disk.writesLeft = n;
            store::Ledger ledger(one);
            failed = !ledger.open().has_value();
            disk.failure = 0;
        }
        const int version = runSql(one, {u"PRAGMA user_version"_s}).toInt();
        QVERIFY(failed ? version == 1 || version == 2 : version == 2);
        store::Ledger another(one);
        QCOMPARE(submissionsOf(another).size(), 1);
        QVERIFY(remember(another, uploadOf(u"cat"_s)).has_value());
    }
    QVERIFY2(!failed && n > 2, qPrintable(QString::number(n)));
}

QTEST_GUILESS_MAIN(LedgerDiskTest)
#include "test_ledgerdisk.moc"
