// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/batches.h"

#include <utility>

namespace store {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPredictions = 500; // SQLite takes 999 values in a statement

tl::expected<void, LedgerError> write(Connection &connection, const QString &sql,
                                      const QVariantList &values)
{
    return connection.run(sql, values).map([](const QSqlQuery &) {});
}

} // namespace

tl::expected<void, LedgerError> writeContinuation(Connection &connection, const QString &from,
                                                  const QString &to)
{
    return write(connection, u"INSERT OR IGNORE INTO continues (batch, earlier) VALUES (?, ?)"_s,
                 {to, from});
}

tl::expected<void, LedgerError> writeNewName(Connection &connection, const QString &from,
                                             const QString &to)
{
    using Step = std::pair<QString, QVariantList>;
    const Step steps[] = {
        {u"UPDATE submissions SET batch = ? WHERE batch = ?"_s, {to, from}},
        {u"UPDATE OR IGNORE continues SET batch = ? WHERE batch = ?"_s, {to, from}},
        {u"UPDATE OR IGNORE continues SET earlier = ? WHERE earlier = ?"_s, {to, from}},
        // Left over: said of the new name already, or of it and itself.
        {u"DELETE FROM continues WHERE batch = ? OR earlier = ? OR batch = earlier"_s,
         {from, from}},
    };
    for (const auto &[sql, values] : steps) {
        if (auto written = write(connection, sql, values); !written)
            return written;
    }
    return {};
}

tl::expected<QList<Ledger::BatchAt>, LedgerError> readOwners(Connection &connection,
                                                             const QStringList &predictionIds)
{
    if (predictionIds.isEmpty())
        return QList<Ledger::BatchAt>();
    QVariantList values;
    for (const QString &id : predictionIds.first(qMin(predictionIds.size(), mostPredictions)))
        values.append(id);
    const QString places = QStringList(values.size(), u"?"_s).join(u',');
    const QString sql = uR"(SELECT batch, server FROM submissions WHERE prediction_id IN (%1)
                            GROUP BY batch, server ORDER BY COUNT(*) DESC, MAX(seq) DESC)"_s.arg(
        places);
    QList<Ledger::BatchAt> owners;
    return connection
        .forEach(sql, values,
                 [&owners](const QSqlQuery &row) {
                     owners.append({row.value(0).toString(), row.value(1).toString()});
                 })
        .map([&owners] { return std::move(owners); });
}

} // namespace store
