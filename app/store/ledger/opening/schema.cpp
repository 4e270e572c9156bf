// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/opening/schema.h"

#include "store/ledger/fault.h"

#include <QStringList>

#include <array>

namespace store {

using namespace Qt::StringLiterals;

namespace {

// Money is micro-dollars, times are ms since 1970 UTC, states are batch::toKey's words.
// A submission carries its batch by name: what is left of a damaged ledger then still says whose
// it was. Long texts come last, where damage to them leaves the rest of the row to be read.
// `charged_micros` stays once a submission has succeeded, whatever becomes of its files.
QStringList firstSchema()
{
    return {
        uR"(CREATE TABLE submissions (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            batch TEXT NOT NULL,
            server TEXT NOT NULL,
            state TEXT NOT NULL,
            decision TEXT NOT NULL DEFAULT '',
            prediction_id TEXT NOT NULL DEFAULT '',
            cost_micros INTEGER NOT NULL DEFAULT 0,
            cost_is_guess INTEGER NOT NULL DEFAULT 0,
            charged_micros INTEGER,
            submitted_at INTEGER NOT NULL,
            accepted_at INTEGER,
            finished_at INTEGER,
            attempts INTEGER NOT NULL DEFAULT 1,
            generation_time REAL NOT NULL DEFAULT 0,
            digest TEXT NOT NULL DEFAULT '',
            error TEXT NOT NULL DEFAULT '',
            outputs TEXT NOT NULL DEFAULT '[]',
            job TEXT NOT NULL DEFAULT '{}',
            request TEXT NOT NULL DEFAULT '{}'))"_s,
        u"CREATE INDEX submissions_of_batch ON submissions (batch, server)"_s,
        // Has every column of the monthly sum, which is made anew before each submission.
        uR"(CREATE INDEX submissions_by_time ON submissions
            (server, submitted_at, state, decision, charged_micros, cost_micros))"_s,
        // `batch` goes on with what was made for `earlier`.
        uR"(CREATE TABLE continues (
            batch TEXT NOT NULL,
            earlier TEXT NOT NULL,
            PRIMARY KEY (batch, earlier)) WITHOUT ROWID)"_s,
    };
}

// What was uploaded, by its content. A link is temporary, so nothing is lost with a row: they are
// replaced and dropped, and no damage to them is worth a salvage.
QStringList withUploads()
{
    return {
        uR"(CREATE TABLE uploads (
            digest TEXT NOT NULL,
            server TEXT NOT NULL,
            size INTEGER NOT NULL,
            made_at INTEGER NOT NULL,
            lives_until INTEGER NOT NULL,
            link TEXT NOT NULL,
            PRIMARY KEY (digest, server)) WITHOUT ROWID)"_s,
    };
}

// The n-th entry brings version n to n + 1. An entry that was published is never changed.
const std::array migrations{firstSchema, withUploads};
constexpr int presentVersion = static_cast<int>(migrations.size());

tl::expected<int, LedgerError> versionOf(Connection &connection)
{
    return connection.run(u"PRAGMA user_version"_s).map([](const QSqlQuery &query) {
        return query.value(0).toInt();
    });
}

} // namespace

tl::expected<void, LedgerError> checkVersion(Connection &connection, const QString &path)
{
    const auto version = versionOf(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > presentVersion)
        return tl::unexpected(ledgerError(path, LedgerError::Kind::Newer, {}));
    if (*version < 0)
        return tl::unexpected(ledgerError(path, LedgerError::Kind::Damaged, {}));
    return {};
}

tl::expected<void, LedgerError> migrate(Connection &connection, const QString &path)
{
    const auto present = versionOf(connection);
    if (!present)
        return tl::unexpected(present.error());
    if (*present == presentVersion)
        return {};
    return connection.transaction([&]() -> tl::expected<void, LedgerError> {
        // Once more: only now is nobody else at it.
        if (auto known = checkVersion(connection, path); !known)
            return known;
        const auto version = versionOf(connection);
        if (!version)
            return tl::unexpected(version.error());
        for (auto step = static_cast<size_t>(*version); step < migrations.size(); ++step) {
            const QStringList statements = migrations[step]();
            for (const QString &statement : statements) {
                if (auto done = connection.run(statement); !done)
                    return tl::unexpected(done.error());
            }
        }
        auto done = connection.run(u"PRAGMA user_version = %1"_s.arg(presentVersion));
        return done ? tl::expected<void, LedgerError>() : tl::unexpected(done.error());
    });
}

} // namespace store
