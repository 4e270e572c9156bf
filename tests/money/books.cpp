// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/books.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace money {

QList<QJsonObject> jsonLines(const QString &path)
{
    QFile file(path);
    QList<QJsonObject> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty())
            lines.append(object);
    }
    return lines;
}

Books Books::read(const QString &log, const QString &state)
{
    Books books;
    for (const QJsonObject &line : jsonLines(log)) {
        const QString event = line.value("event"_L1).toString();
        const QString id = line.value("prediction"_L1).toString();
        if (event == "submit"_L1) {
            ++books.m_submissions;
            if (!id.isEmpty() && line.value("status"_L1).toInt() != 200)
                books.m_unanswered.append(line.value("prompt"_L1).toString());
        } else if (event == "accepted"_L1) {
            const auto cost = batch::Cost::fromDecimal(line.value("charged"_L1).toString());
            books.add({id, line.value("prompt"_L1).toString(), line.value("digest"_L1).toString(),
                       cost.value_or(batch::Cost()), line.value("double"_L1).toBool()});
        } else if (event == "refunded"_L1) {
            books.refund(id);
        } else if (event == "poll"_L1) {
            books.ask(id);
        }
    }
    for (const QJsonObject &line : jsonLines(state)) {
        const QString accepted = line.value("accepted"_L1).toString();
        if (!accepted.isEmpty() && !books.m_byId.contains(accepted)) {
            books.add({accepted, line.value("prompt"_L1).toString(),
                       line.value("digest"_L1).toString(),
                       batch::Cost::fromMicros(line.value("charged"_L1).toInteger()),
                       line.value("double"_L1).toBool()});
        }
        books.refund(line.value("refunded"_L1).toString());
    }
    return books;
}

void Books::add(const Sale &sale)
{
    m_byId.insert(sale.id, m_sales.size());
    m_sales.append(sale);
}

void Books::refund(const QString &id)
{
    if (const auto sale = m_byId.constFind(id); sale != m_byId.cend())
        m_sales[*sale].isRefunded = true;
}

void Books::ask(const QString &id)
{
    if (const auto sale = m_byId.constFind(id); sale != m_byId.cend())
        m_sales[*sale].isAskedFor = true;
}

QList<Sale> Books::salesOf(const QString &prompt) const
{
    QList<Sale> sales;
    for (const Sale &sale : m_sales) {
        if (sale.prompt == prompt)
            sales.append(sale);
    }
    return sales;
}

QStringList Books::chargedTwice() const
{
    QStringList prompts;
    QHash<QString, int> standing;
    for (const Sale &sale : m_sales) {
        const bool isSecond = !sale.isRefunded && ++standing[sale.digest] > 1;
        if (sale.isDouble || isSecond)
            prompts.append(sale.prompt);
    }
    return prompts;
}

batch::Cost Books::charged() const
{
    batch::Cost charged;
    for (const Sale &sale : m_sales)
        charged += sale.isRefunded ? batch::Cost() : sale.cost;
    return charged;
}

} // namespace money
