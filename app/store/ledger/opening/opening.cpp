// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/opening/opening.h"

#include "store/ledger/fault.h"
#include "store/ledger/opening/schema.h"
#include "store/ledger/reserve.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace store {

using namespace Qt::StringLiterals;
using Kind = LedgerError::Kind;

namespace {

// The check reads the whole file: some 40 ms where 64 MiB are in memory (10,000 submissions are
// 5 to 20), much longer from a slow disk, and one program makes it several times. Beyond this
// size, SQLite's own finding of damage in the pages that it reads must do.
constexpr qint64 checkedSize = 64 * 1024 * 1024; // bytes

tl::expected<void, LedgerError> makeFolder(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    if (folder.exists())
        return {};
    const QString parent = QFileInfo(folder.absolutePath()).path();
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QDir().mkpath(parent) && QDir().mkdir(folder.absolutePath(), owner))
        return {};
    if (folder.exists()) // another program was as quick
        return {};
    return tl::unexpected(ledgerError(path, Kind::Unwritable, qt_error_string(errno)));
}

tl::expected<void, LedgerError> makeFile(const QString &path)
{
    // A log without its ledger holds submissions that SQLite would throw away with it. Looked for
    // first: another program that makes a ledger at this moment makes the log last.
    const bool hasLog = QFileInfo(path + u"-wal"_s).size() > 0;
    if (hasLog && QFileInfo(path).size() == 0)
        return tl::unexpected(ledgerError(path, Kind::Damaged, {}));
    // SQLite would make it readable for everybody. Its log takes the mode over. One that is there
    // is left to SQLite alone: a process that closes a file loses all its locks on it, those of its
    // other connections, too, and another program would throw their log away.
    static QMutex making;
    const QMutexLocker alone(&making);
    const int file =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 && errno == EEXIST)
        return {};
    if (file < 0)
        return tl::unexpected(ledgerError(path, Kind::Unwritable, qt_error_string(errno)));
    ::close(file);
    return {};
}

tl::expected<void, LedgerError> checkWhole(Connection &connection, const QString &path)
{
    if (QFileInfo(path).size() > checkedSize)
        return {};
    const auto answer = connection.run(u"PRAGMA quick_check(1)"_s);
    if (!answer)
        return tl::unexpected(answer.error());
    const QString words = answer->value(0).toString();
    if (words == "ok"_L1)
        return {};
    return tl::unexpected(ledgerError(path, Kind::Damaged, words.simplified()));
}

tl::expected<OpenLedger, LedgerError> openOnce(const QString &path, std::chrono::milliseconds wait)
{
    if (auto made = makeFolder(path); !made)
        return tl::unexpected(made.error());
    OpenLedger ledger;
    UseLock::Failure failure;
    ledger.lock = UseLock::take(path, UseLock::Kind::Shared, &failure);
    if (!ledger.lock && failure.taken)
        return tl::unexpected(ledgerError(path, Kind::Busy, {}));
    if (!ledger.lock)
        return tl::unexpected(ledgerError(path, Kind::Unwritable, failure.detail));
    if (auto made = makeFile(path); !made)
        return tl::unexpected(made.error());
    auto connection = openFile(path, wait);
    if (!connection)
        return tl::unexpected(connection.error());
    ledger.connection = std::move(*connection);
    struct stat file
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &file) != 0)
        return tl::unexpected(ledgerError(path, Kind::Unwritable, qt_error_string(errno)));
    ledger.device = file.st_dev;
    ledger.inode = file.st_ino;
    Reserve(path).lay();
    return ledger;
}

} // namespace

bool OpenLedger::standsAt(const QString &path) const
{
    struct stat file
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &file) == 0 && file.st_dev == device
        && file.st_ino == inode;
}

tl::expected<std::unique_ptr<Connection>, LedgerError> openFile(const QString &path,
                                                                std::chrono::milliseconds wait)
{
    auto opened = Connection::open(path, Connection::Mode::ReadWrite, wait);
    if (!opened)
        return opened;
    Connection &connection = **opened;
    if (auto known = checkVersion(connection, path); !known)
        return tl::unexpected(known.error());
    // EXTRA is FULL in WAL mode; where a file system can't have that mode, it also makes the end
    // of a transaction durable in the other.
    for (const auto &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = EXTRA"_s}) {
        if (auto set = connection.run(pragma); !set)
            return tl::unexpected(set.error());
    }
    if (auto whole = checkWhole(connection, path); !whole)
        return tl::unexpected(whole.error());
    if (auto migrated = migrate(connection, path); !migrated)
        return tl::unexpected(migrated.error());
    return opened;
}

tl::expected<OpenLedger, LedgerError> openLedger(const QString &path,
                                                 std::chrono::milliseconds wait)
{
    // Two that turn a new file to WAL at once stand in each other's way: SQLite tells one of them
    // "busy" without having waited.
    const QDeadlineTimer deadline(wait);
    for (;;) {
        auto ledger = openOnce(path, wait);
        if (ledger || ledger.error().kind != Kind::Busy || deadline.hasExpired())
            return ledger;
        QThread::msleep(10);
    }
}

} // namespace store
