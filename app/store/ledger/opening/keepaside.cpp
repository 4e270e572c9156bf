// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger.h"

#include "store/ledger/opening/opening.h"
#include "store/ledger/opening/salvage.h"
#include "store/ledger/opening/uselock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace store {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds wait(5000);

QString words(const char *text)
{
    return QCoreApplication::translate("store::Ledger", text);
}

/// A ledger's files: SQLite's own, with its log and the log's index.
QStringList filesOf(const QString &ledger)
{
    return {ledger, ledger + u"-wal"_s, ledger + u"-shm"_s};
}

bool standsAny(const QString &ledger)
{
    const QStringList files = filesOf(ledger);
    return std::any_of(files.begin(), files.end(),
                       [](const QString &file) { return QFileInfo::exists(file); });
}

QString freeName(const QString &path)
{
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = besideLedger(path, u"damaged-%1.sqlite"_s.arg(stamp));
    for (int i = 2; standsAny(name); ++i)
        name = besideLedger(path, u"damaged-%1-%2.sqlite"_s.arg(stamp).arg(i));
    return name;
}

/// A new ledger of what can be read of the damaged one, under a name of its own. Removes what a
/// crash may have left there.
tl::expected<int, QString> makeNew(const QString &path, const QString &damaged)
{
    for (const QString &file : filesOf(path))
        QFile::remove(file);
    const int file =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file >= 0)
        ::close(file);
    // Opened and closed first: so it is a ledger whatever becomes of the copying.
    if (auto opened = openFile(path, wait); !opened)
        return tl::unexpected(opened.error().message);
    return salvage(damaged, path);
}

void syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).path()).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

} // namespace

tl::expected<Ledger::Salvage, QString> Ledger::keepAside(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    UseLock::Failure failure;
    const auto lock = UseLock::take(path, UseLock::Kind::Alone, &failure);
    if (!lock && failure.taken)
        return tl::unexpected(
            words(
                QT_TRANSLATE_NOOP("store::Ledger",
                                  "The ledger %1 is in use. Close all other windows and terminals "
                                  "where Rushes is at work, then try again."))
                .arg(shown));
    const QString cannotMove =
        words(QT_TRANSLATE_NOOP("store::Ledger", "The ledger %1 can't be kept aside: %2"));
    if (!lock)
        return tl::unexpected(cannotMove.arg(shown, failure.detail));
    if (!standsAny(path))
        return tl::unexpected(
            words(QT_TRANSLATE_NOOP("store::Ledger", "There is no ledger at %1.")).arg(shown));

    // The new one is whole before the old one moves: a crash in between loses neither.
    const QString fresh = besideLedger(path, u"salvaged.sqlite"_s);
    const auto copied = makeNew(fresh, path);
    if (!copied)
        return tl::unexpected(copied.error());
    const Salvage salvaged{freeName(path), *copied};
    // The ledger first: its log without it is seen as damage, and not the other way round.
    const QStringList from = filesOf(path);
    const QStringList to = filesOf(salvaged.keptAs);
    for (qsizetype i = 0; i < from.size(); ++i) {
        QFile file(from[i]);
        if (file.exists() && !file.rename(to[i]))
            return tl::unexpected(cannotMove.arg(shown, file.errorString()));
    }
    QFile file(fresh);
    if (!file.rename(path))
        return tl::unexpected(cannotMove.arg(shown, file.errorString()));
    syncFolder(path);
    return salvaged;
}

} // namespace store
