// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/opening/salvage.h"

#include "store/ledger/opening/opening.h"
#include "store/ledger/rows.h"

#include <QFileInfo>
#include <QStringList>

namespace store {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds wait(5000);
constexpr qint64 leastRow = 64; // bytes; no submission is smaller

QStringList columnsOf(Connection &connection, const QString &table)
{
    QStringList columns;
    const auto read = connection.forEach(
        u"SELECT name FROM pragma_table_info(?) ORDER BY cid"_s, {table},
        [&columns](const QSqlQuery &row) { columns.append(row.value(0).toString()); });
    return read ? columns : QStringList();
}

/// One table of the damaged ledger, as the present schema has it.
class Table
{
public:
    Table(Connection &damaged, Connection &whole, const QString &name)
        : m_damaged(damaged)
        , m_whole(whole)
        , m_name(name)
    {
        const QStringList had = columnsOf(damaged, name);
        for (const QString &column : columnsOf(whole, name)) {
            if (had.contains(column))
                m_columns.append(column);
        }
    }

    bool isThere() const { return !m_columns.isEmpty(); }
    int column(const QString &name) const { return static_cast<int>(m_columns.indexOf(name)); }

    /// Calls `row` for the rows that can be read; false where it came upon damage.
    bool read(const QString &where, const QVariantList &values,
              const std::function<void(const QSqlQuery &)> &row)
    {
        return m_damaged
            .forEach(u"SELECT %1 FROM %2 %3"_s.arg(m_columns.join(u','), m_name, where), values,
                     row)
            .has_value();
    }

    /// What can't be read of it gets its default.
    bool write(const QSqlQuery &row)
    {
        QStringList columns;
        QVariantList values;
        for (int i = 0; i < m_columns.size(); ++i) {
            if (row.isNull(i))
                continue;
            columns.append(m_columns[i]);
            values.append(row.value(i));
        }
        const QString marks = QStringList(columns.size(), u"?"_s).join(u',');
        const auto written = m_whole.run(
            u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(m_name, columns.join(u','), marks),
            values);
        return written && written->numRowsAffected() > 0;
    }

private:
    Connection &m_damaged;
    Connection &m_whole;
    QString m_name;
    QStringList m_columns;
};

int salvageSubmissions(Table &table, qint64 mostRows)
{
    int copied = 0;
    qint64 lowest = 0;
    qint64 highest = mostRows;
    const auto seqOf = [&](const QSqlQuery &row) {
        return row.value(table.column(u"seq"_s)).toLongLong();
    };
    const auto copy = [&](const QSqlQuery &row) {
        const QString state = row.value(table.column(u"state"_s)).toString();
        const bool makesSense = !row.value(table.column(u"id"_s)).toString().isEmpty()
            && stateFromKey(state).has_value() && seqOf(row) > 0 && seqOf(row) <= mostRows;
        if (makesSense && table.write(row))
            ++copied;
        return makesSense;
    };
    const bool whole = table.read(u"ORDER BY seq"_s, {}, [&](const QSqlQuery &row) {
        if (copy(row))
            lowest = qMax(lowest, seqOf(row));
    });
    if (whole)
        return copied;
    table.read(u"WHERE seq > ? ORDER BY seq DESC"_s, {lowest}, [&](const QSqlQuery &row) {
        if (copy(row))
            highest = qMin(highest, seqOf(row));
    });
    for (qint64 seq = lowest + 1; seq < highest; ++seq)
        table.read(u"WHERE seq = ?"_s, {seq}, copy);
    return copied;
}

} // namespace

int salvage(const QString &damagedPath, const QString &wholePath)
{
    const auto damaged = Connection::open(damagedPath, Connection::Mode::ReadOnly, wait);
    const auto whole = Connection::open(wholePath, Connection::Mode::ReadWrite, wait);
    if (!damaged || !whole)
        return 0;
    // Without this, SQLite reads nothing at all of a file that was cut short.
    if (auto set = (*damaged)->run(u"PRAGMA writable_schema = ON"_s); !set)
        return 0;
    // Rows are numbered one by one and none is ever taken out: a number beyond what fits the
    // files is damage too.
    const qint64 mostRows =
        (QFileInfo(damagedPath).size() + QFileInfo(damagedPath + u"-wal"_s).size()) / leastRow;
    int copied = 0;
    const auto kept = (*whole)->transaction([&]() -> tl::expected<void, LedgerError> {
        Table submissions(**damaged, **whole, u"submissions"_s);
        if (submissions.isThere())
            copied = salvageSubmissions(submissions, mostRows);
        Table continues(**damaged, **whole, u"continues"_s);
        if (continues.isThere())
            continues.read({}, {}, [&](const QSqlQuery &row) { continues.write(row); });
        return {};
    });
    return kept ? copied : 0;
}

} // namespace store
