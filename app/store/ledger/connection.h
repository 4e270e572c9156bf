// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <memory>

namespace store {

/// One SQLite connection to a ledger's file, of one thread. Every failure comes back as a
/// LedgerError that names the file. Opening by itself reads and changes nothing.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// `wait` is for how long a statement waits for another writer.
    static tl::expected<std::unique_ptr<Connection>, LedgerError> open(
        const QString &path, Mode mode, std::chrono::milliseconds wait);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// Runs one statement with its values; the query stands on its first row, if it has any.
    tl::expected<QSqlQuery, LedgerError> run(const QString &sql, const QVariantList &values = {});
    /// Calls `row` for every row, until an error comes up.
    tl::expected<void, LedgerError> forEach(const QString &sql, const QVariantList &values,
                                            const std::function<void(const QSqlQuery &)> &row);
    /// All that `work` writes is kept, on the disk, or nothing of it where it or the disk fails.
    tl::expected<void, LedgerError> transaction(
        const std::function<tl::expected<void, LedgerError>()> &work);

private:
    Connection(QString path, QString name);

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace store
