// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger.h"

#include "store/ledger/batches.h"
#include "store/ledger/facts.h"
#include "store/ledger/opening/opening.h"
#include "store/ledger/reserve.h"
#include "store/ledger/rows.h"
#include "store/ledger/spending.h"
#include "store/ledger/uploads.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <functional>
#include <optional>
#include <utility>

namespace store {

using namespace Qt::StringLiterals;
using Kept = tl::expected<void, LedgerError>;

namespace {

/// A refusal is an answer of the ledger, and an error one of the disk.
tl::expected<void, StoreError> answerOf(const Kept &kept, const Refusal &refusal)
{
    if (!kept)
        return tl::unexpected(StoreError(kept.error().message));
    if (refusal)
        return tl::unexpected(*refusal);
    return {};
}

/// Runs a work that may refuse, and keeps what it says.
std::function<Kept(Connection &)> refusing(Refusal &refusal,
                                           std::function<Verdict(Connection &)> work)
{
    return [&refusal, work = std::move(work)](Connection &connection) {
        return work(connection).map([&refusal](const Refusal &said) { refusal = said; });
    };
}

} // namespace

class Ledger::Private
{
public:
    using Work = std::function<Kept(Connection &)>;

    QString path;
    std::chrono::milliseconds wait;
    std::optional<OpenLedger> open;

    Kept makeOpen();
    /// Opens it if need be; a damaged one is closed, so that it can be put right.
    Kept use(const Work &work);
    Kept change(const Work &work);
    /// A fact about money that is spent already: where the disk is full, the reserve goes for it.
    Kept changeWithReserve(const Work &work);
};

Kept Ledger::Private::makeOpen()
{
    if (open)
        return {};
    auto opened = openLedger(path, wait);
    if (!opened)
        return tl::unexpected(opened.error());
    open = std::move(*opened);
    return {};
}

Kept Ledger::Private::use(const Work &work)
{
    if (auto opened = makeOpen(); !opened)
        return opened;
    Kept done = work(*open->connection);
    if (!done && done.error().kind == LedgerError::Kind::Damaged)
        open.reset();
    return done;
}

Kept Ledger::Private::change(const Work &work)
{
    return use([&work](Connection &connection) {
        return connection.transaction([&] { return work(connection); });
    });
}

Kept Ledger::Private::changeWithReserve(const Work &work)
{
    Kept done = change(work);
    // A quota and some file systems tell a full disk as another failure to write.
    const bool mayBeFull = !done && done.error().kind == LedgerError::Kind::Unwritable;
    if (mayBeFull && Reserve(path).spend())
        done = change(work);
    return done;
}

QString Ledger::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/rushes/ledger.sqlite"_s;
}

Ledger::Ledger(QString path, std::chrono::milliseconds wait)
    : d(std::make_unique<Private>())
{
    d->path = std::move(path);
    d->wait = wait;
}

Ledger::~Ledger() = default;

QString Ledger::path() const
{
    return d->path;
}

tl::expected<void, LedgerError> Ledger::open()
{
    return d->makeOpen();
}

void Ledger::recordIntent(const Intent &intent, Done done)
{
    Refusal refusal;
    const Kept kept = d->change(refusing(refusal, [&](Connection &connection) -> Verdict {
        if (!d->open->standsAt(d->path))
            return Refusal(StoreError(
                QCoreApplication::translate("store::Ledger",
                                            "The ledger of submissions, %1, was moved or deleted "
                                            "while it was in use. Put it back, or begin a new one "
                                            "by starting the program again.")
                    .arg(QDir::toNativeSeparators(d->path))));
        return writeIntent(connection, intent);
    }));
    done(answerOf(kept, refusal));
}

void Ledger::recordAccepted(const QString &submission, const QString &predictionId, Done done)
{
    Refusal refusal;
    const Kept kept = d->changeWithReserve(refusing(refusal, [&](Connection &connection) {
        return writeAccepted(connection, submission, predictionId);
    }));
    done(answerOf(kept, refusal));
}

void Ledger::recordOutcome(const QString &submission, const batch::JobResult &result, Done done)
{
    Refusal refusal;
    const Kept kept = d->changeWithReserve(refusing(refusal, [&](Connection &connection) {
        return writeOutcome(connection, submission, result);
    }));
    done(answerOf(kept, refusal));
}

void Ledger::findUpload(const QString &digest, const QString &server, const QDateTime &now,
                        Found found)
{
    std::optional<Upload> upload;
    const Kept read = d->use([&](Connection &connection) {
        return readUpload(connection, digest, server, now).map([&](const auto &one) {
            upload = one;
        });
    });
    if (read)
        found(upload);
    else
        found(tl::unexpected(StoreError(read.error().message)));
}

// The reserve is for what is paid for: an upload can be made again.
void Ledger::recordUpload(const Upload &upload, Done done)
{
    done(answerOf(
        d->change([&](Connection &connection) { return writeUpload(connection, upload); }), {}));
}

void Ledger::forgetUpload(const Upload &upload, Done done)
{
    done(answerOf(d->change([&](Connection &connection) { return dropUpload(connection, upload); }),
                  {}));
}

tl::expected<QList<Submission>, LedgerError> Ledger::submissions(const QString &batch,
                                                                 const QString &server)
{
    QList<Submission> submissions;
    // UNION drops what it has seen: two batches that were saved as each other end it, too.
    const QString sql = uR"(
        WITH RECURSIVE chain (name) AS (
            SELECT ? UNION
            SELECT earlier FROM continues JOIN chain ON continues.batch = chain.name)
        SELECT %1 FROM submissions
        WHERE batch IN (SELECT name FROM chain) AND server = ? ORDER BY seq)"_s.arg(
        submissionColumns());
    return d
        ->use([&](Connection &connection) {
            return connection.forEach(sql, {batch, server}, [&](const QSqlQuery &row) {
                submissions.append(submissionFrom(row));
            });
        })
        .map([&] { return std::move(submissions); });
}

tl::expected<batch::Cost, LedgerError> Ledger::costsSince(const QString &server,
                                                          const QDateTime &since)
{
    batch::Cost costs;
    return d
        ->use([&](Connection &connection) -> Kept {
            const auto sum = costsOf(connection, server, since);
            if (!sum)
                return tl::unexpected(sum.error());
            costs = *sum;
            return {};
        })
        .map([&] { return costs; });
}

tl::expected<void, LedgerError> Ledger::decide(const QString &submission, Decision decision)
{
    return d->change(
        [&](Connection &connection) { return writeDecision(connection, submission, decision); });
}

tl::expected<void, LedgerError> Ledger::continueBatch(const QString &from, const QString &to)
{
    if (from == to)
        return {};
    return d->change(
        [&](Connection &connection) { return writeContinuation(connection, from, to); });
}

tl::expected<void, LedgerError> Ledger::renameBatch(const QString &from, const QString &to)
{
    if (from == to)
        return {};
    return d->change([&](Connection &connection) { return writeNewName(connection, from, to); });
}

tl::expected<QList<Ledger::BatchAt>, LedgerError> Ledger::batchesOf(
    const QStringList &predictionIds)
{
    QList<BatchAt> batches;
    return d
        ->use([&](Connection &connection) -> Kept {
            auto found = readOwners(connection, predictionIds);
            if (!found)
                return tl::unexpected(found.error());
            batches = *std::move(found);
            return {};
        })
        .map([&] { return std::move(batches); });
}

} // namespace store
