// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace money {

/// A submission that the server accepted and charged.
struct Sale
{
    QString id; ///< the prediction's
    QString prompt;
    QString digest; ///< the same for identical requests
    batch::Cost cost;
    bool isDouble = false; ///< the same had been charged before and not refunded
    bool isRefunded = false;
    bool isAskedFor = false; ///< the client has polled it: it knows the id
};

/// What the server says of the money: the truth that the client is measured by. Read from the
/// sandbox's log, and from its state file for what it was killed over before it could log it.
class Books
{
public:
    static Books read(const QString &log, const QString &state);

    const QList<Sale> &sales() const { return m_sales; }
    /// Those of one prompt.
    QList<Sale> salesOf(const QString &prompt) const;
    /// The prompts that were charged more than once without a refund between.
    QStringList chargedTwice() const;
    /// All that was charged and not refunded.
    batch::Cost charged() const;
    /// How many requests to submit came in, accepted or not.
    int submissions() const { return m_submissions; }
    /// The prompts that were accepted under that fault: the client never heard of it.
    QStringList unanswered() const { return m_unanswered; }

private:
    void add(const Sale &sale);
    void refund(const QString &id);
    void ask(const QString &id);

    QList<Sale> m_sales;
    QHash<QString, qsizetype> m_byId;
    QStringList m_unanswered;
    int m_submissions = 0;
};

/// The lines of a file of JSON lines that can be read; a crash may have torn the last.
QList<QJsonObject> jsonLines(const QString &path);

} // namespace money
