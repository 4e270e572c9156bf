// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/connection.h"

#include "store/ledger/fault.h"

#include <QSqlError>

#include <atomic>

namespace store {

using namespace Qt::StringLiterals;

namespace {

QString newConnectionName()
{
    static std::atomic<quint64> count = 0;
    return u"rushes-ledger-%1"_s.arg(++count);
}

} // namespace

Connection::Connection(QString path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name))
{
}

Connection::~Connection()
{
    m_database.close();
    // Qt wants no copy to be left when the name goes.
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

tl::expected<std::unique_ptr<Connection>, LedgerError> Connection::open(
    const QString &path, Mode mode, std::chrono::milliseconds wait)
{
    std::unique_ptr<Connection> connection(new Connection(path, newConnectionName()));
    QSqlDatabase &database = connection->m_database;
    database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    database.setDatabaseName(path);
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(wait.count());
    if (mode == Mode::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    database.setConnectOptions(options);
    if (!database.open())
        return tl::unexpected(ledgerError(path, database.lastError()));
    return connection;
}

tl::expected<QSqlQuery, LedgerError> Connection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool ran = query.prepare(sql);
    if (ran) {
        for (const QVariant &value : values)
            query.addBindValue(value);
        ran = query.exec();
    }
    if (!ran)
        return tl::unexpected(ledgerError(m_path, query.lastError()));
    if (query.isSelect() && !query.next() && query.lastError().isValid())
        return tl::unexpected(ledgerError(m_path, query.lastError()));
    return query;
}

tl::expected<void, LedgerError> Connection::forEach(
    const QString &sql, const QVariantList &values,
    const std::function<void(const QSqlQuery &)> &row)
{
    auto query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    while (query->isValid()) {
        row(*query);
        query->next();
    }
    if (query->lastError().isValid())
        return tl::unexpected(ledgerError(m_path, query->lastError()));
    return {};
}

tl::expected<void, LedgerError> Connection::transaction(
    const std::function<tl::expected<void, LedgerError>()> &work)
{
    // Immediate: to read first and find at the write that another one wrote meanwhile would fail
    // at once, without waiting.
    if (auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return tl::unexpected(begun.error());
    auto done = work();
    if (done) {
        if (auto committed = run(u"COMMIT"_s); !committed)
            done = tl::unexpected(committed.error());
    }
    if (!done) {
        // SQLite may have rolled back by itself (a full disk), so a failure here means nothing.
        const auto rolledBack = run(u"ROLLBACK"_s);
        Q_UNUSED(rolledBack);
    }
    return done;
}

} // namespace store
