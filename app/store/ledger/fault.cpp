// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/fault.h"

#include <QCoreApplication>
#include <QDir>

namespace store {

using namespace Qt::StringLiterals;

namespace {

// SQLite's primary result codes (sqlite.org/rescode.html).
enum ResultCode {
    Error = 1, // a table or column isn't there
    BusyFile = 5,
    LockedTable = 6,
    Corrupt = 11,
    DiskFull = 13,
    Mismatch = 20,
    NotADatabase = 26,
};

QString words(const char *text)
{
    return QCoreApplication::translate("store::Ledger", text);
}

QString withDetail(const QString &message, const QString &detail)
{
    return detail.isEmpty() ? message : message + u" ("_s + detail + u')';
}

QString noRoom(const QString &path)
{
    return words(
               QT_TRANSLATE_NOOP("store::Ledger",
                                 "There is no room on the disk for the ledger of submissions, %1. "
                                 "Make room there to go on."))
        .arg(QDir::toNativeSeparators(path));
}

} // namespace

LedgerError ledgerError(const QString &path, const QSqlError &error)
{
    // Qt gives the extended code; its low byte is the primary one.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const QString detail =
        error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (code) {
    case Error:
    case Corrupt:
    case Mismatch:
    case NotADatabase:
        return ledgerError(path, LedgerError::Kind::Damaged, detail);
    case BusyFile:
    case LockedTable:
        return ledgerError(path, LedgerError::Kind::Busy, {});
    case DiskFull:
        return {LedgerError::Kind::Unwritable, noRoom(path)};
    default:
        return ledgerError(path, LedgerError::Kind::Unwritable, detail);
    }
}

LedgerError ledgerError(const QString &path, LedgerError::Kind kind, const QString &detail)
{
    const auto message = [&](const char *text) {
        return withDetail(words(text).arg(QDir::toNativeSeparators(path)), detail);
    };
    switch (kind) {
    case LedgerError::Kind::Damaged:
        return {kind,
                message(QT_TRANSLATE_NOOP(
                    "store::Ledger",
                    "The ledger of submissions, %1, is damaged. Nothing is submitted until it is "
                    "put right: keep it aside and go on with what can still be read of it, or "
                    "put a copy of it back."))};
    case LedgerError::Kind::Newer:
        return {kind,
                message(QT_TRANSLATE_NOOP("store::Ledger",
                                          "The ledger of submissions, %1, was written by a later "
                                          "version of Rushes. Go on with that version."))};
    case LedgerError::Kind::Busy:
        return {kind,
                message(QT_TRANSLATE_NOOP("store::Ledger",
                                          "Another program is holding the ledger of submissions, "
                                          "%1. Try again when it has finished."))};
    case LedgerError::Kind::Unwritable:
        break;
    }
    return {LedgerError::Kind::Unwritable,
            message(QT_TRANSLATE_NOOP("store::Ledger",
                                      "The ledger of submissions, %1, can't be read or written. "
                                      "See that its folder is there, that you may write in it, "
                                      "and that the disk has room."))};
}

} // namespace store
