// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/lockfile.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QThread>

#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace store {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 3000;       // ms, for a file without a name to get one
constexpr qint64 writingTime = 2;    // s after which one without a name is a dead program's
constexpr unsigned long pause = 100; // ms; longer than a program takes from closing to deleting

/// What QLockFile writes: process, program, host, and since Qt 5.10 the machine's and the boot's
/// own ids.
struct Contents
{
    LockOwner owner;
    QByteArray boot;
};

std::optional<Contents> parse(const QString &path, const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    Contents contents;
    contents.owner.pid = lines.value(0).toLongLong();
    if (contents.owner.pid <= 0)
        return std::nullopt;
    contents.owner.program = QString::fromUtf8(lines.value(1));
    contents.owner.host = QString::fromUtf8(lines.value(2));
    contents.owner.lockFile = path;
    const QByteArray machine = lines.value(3);
    const QByteArray ourMachine = QSysInfo::machineUniqueId();
    if (!machine.isEmpty() && !ourMachine.isEmpty())
        contents.owner.isHere = machine == ourMachine;
    else
        contents.owner.isHere = contents.owner.host == QSysInfo::machineHostName();
    contents.boot = lines.value(4);
    return contents;
}

std::optional<Contents> read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? parse(path, file.readAll()) : std::nullopt;
}

/// By the same signs as QLockFile.
bool isAlive(const Contents &contents)
{
    if (!contents.boot.isEmpty() && contents.boot != QSysInfo::bootUniqueId())
        return false;
    if (::kill(static_cast<pid_t>(contents.owner.pid), 0) != 0 && errno == ESRCH)
        return false;
    char target[4096];
    const QByteArray link = "/proc/" + QByteArray::number(contents.owner.pid) + "/exe";
    const auto length = ::readlink(link.constData(), target, sizeof target);
    if (length < 0) // of another person, so it lives; or dead and not yet buried
        return errno == EACCES;
    QString program = QFile::decodeName(QByteArray(target, length));
    if (program.endsWith(" (deleted)"_L1)) // a new version was installed while it runs
        program.chop(int(qstrlen(" (deleted)")));
    return QFileInfo(program).fileName() == contents.owner.program;
}

/// A file that was opened, for as long as it is looked at.
class Opened
{
public:
    explicit Opened(const QString &path)
        : m_path(QFile::encodeName(path))
        , m_descriptor(::open(m_path.constData(), O_RDWR | O_CLOEXEC))
    {
    }
    ~Opened()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Opened)

    explicit operator bool() const { return m_descriptor >= 0; }

    QByteArray text() const
    {
        QByteArray text(4096, Qt::Uninitialized);
        const auto length = ::pread(m_descriptor, text.data(), size_t(text.size()), 0);
        text.resize(qMax(ssize_t(0), length));
        return text;
    }
    /// Nobody has the kernel's lock on it, which QLockFile takes before it writes.
    bool isUnlocked() const
    {
        const bool unlocked = ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
        if (unlocked)
            ::flock(m_descriptor, LOCK_UN);
        return unlocked;
    }
    /// Whether it still stands under its path.
    bool isInPlace() const
    {
        struct stat here
        {
        };
        struct stat there
        {
        };
        return ::fstat(m_descriptor, &here) == 0 && ::stat(m_path.constData(), &there) == 0
            && here.st_dev == there.st_dev && here.st_ino == there.st_ino;
    }
    qint64 age() const // s
    {
        struct stat here
        {
        };
        return ::fstat(m_descriptor, &here) == 0 ? ::time(nullptr) - here.st_mtime : 0;
    }
    void remove() const { ::unlink(m_path.constData()); }

private:
    QByteArray m_path;
    int m_descriptor;
};

/// Removes a lock file whose holder is dead. The kernel's lock went with the holder.
bool removeIfAbandoned(const QString &path)
{
    const Opened file(path);
    if (!file)
        return false;
    const auto contents = parse(path, file.text());
    if (contents ? !contents->owner.isHere : file.age() < writingTime)
        return false;
    if (!file.isUnlocked())
        return false;
    // A holder that is just letting go has closed its file and is about to delete it.
    QThread::msleep(pause);
    if (!file.isInPlace() || !file.isUnlocked())
        return false;
    file.remove();
    return true;
}

/// Removes a lock whose holder is dead though QLockFile doesn't see it.
bool removeAbandoned(const QString &path)
{
    // So does QLockFile: only one at a time looks at a lock in order to remove it.
    const QString removing = path + u".rmlock"_s;
    QLockFile remover(removing);
    if (remover.tryLock(0))
        return removeIfAbandoned(path);
    // Who died in the middle of this may have left that one without a name, and QLockFile waits
    // half a minute for such a one to get it.
    removeIfAbandoned(removing);
    return false;
}

QString whyUnwritable(const QString &path, QLockFile::LockError error)
{
    const QString folder = QFileInfo(path).path();
    if (!QFileInfo(folder).isDir())
        return qt_error_string(ENOENT);
    return qt_error_string(error == QLockFile::PermissionError ? EACCES : ENOSPC);
}

} // namespace

tl::expected<LockFile, LockFile::Failure> LockFile::take(const QString &path)
{
    LockFile lock;
    lock.m_file = std::make_unique<QLockFile>(path);
    lock.m_file->setStaleLockTime(0);
    const QDeadlineTimer deadline(patience);
    for (;;) {
        if (lock.m_file->tryLock(0))
            return lock;
        const auto error = lock.m_file->error();
        if (error != QLockFile::LockFailedError)
            return tl::unexpected(Failure{path, std::nullopt, whyUnwritable(path, error)});
        const auto contents = read(path);
        if (removeAbandoned(path))
            continue;
        const bool isDead = contents && contents->owner.isHere && !isAlive(*contents);
        if (contents && (!isDead || deadline.hasExpired()))
            return tl::unexpected(Failure{path, contents->owner, std::nullopt});
        if (deadline.hasExpired())
            return tl::unexpected(Failure{path, std::nullopt, std::nullopt});
        QThread::msleep(20);
    }
}

std::optional<LockOwner> LockFile::livingOwner(const QString &path)
{
    const auto contents = read(path);
    if (!contents || (contents->owner.isHere && !isAlive(*contents)))
        return std::nullopt;
    return contents->owner;
}

} // namespace store
