// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/chance.h"
#include "sandbox/journal.h"
#include "sandbox/links.h"
#include "sandbox/order.h"
#include "sandbox/studio/studio.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace sandbox {

/// A generation and how it stands.
struct Prediction
{
    enum class State { Processing, Completed, Failed };

    QString id;
    Order order;
    State state = State::Processing;
    bool isKnown = true; ///< false: the service doesn't know its own prediction yet
    double time = 0;     ///< s that it takes, before the speed
    bool timeIsOver = false;
    QString error;                ///< when Failed
    std::optional<int> errorCode; ///< likewise; 1039: content moderation
    QString token;                ///< of the link to its file, when Completed
};

/// The generations and the money: accepts orders, charges them, lets them take their time, and
/// refunds those that fail. Charged at acceptance, refunded when the failure is certain.
class Predictions : public QObject
{
    Q_OBJECT
public:
    /// `journal` and `links` must outlive it.
    Predictions(const Options &options, Journal &journal, Links &links, Studio *studio);

    /// What may still be spent.
    batch::Cost balance() const { return m_balance; }
    bool canPay(const Order &order) const { return order.cost <= m_balance; }

    const Prediction &accept(const Order &order);
    /// Null where there is no such prediction. Gives a completed one a new link if its link died.
    const Prediction *ask(const QString &id);

private:
    void begin(Prediction &prediction);
    void endOfTime(const QString &id);
    void finish(Prediction &prediction);
    void fail(Prediction &prediction, const QString &error, std::optional<int> code = {});
    void after(double seconds, std::function<void()> then);

    const double m_speed;
    const Faults m_faults;
    Journal &m_journal;
    Links &m_links;
    Studio *m_studio;
    Chance m_chance;
    batch::Cost m_balance;
    QHash<QString, Prediction> m_predictions;
    QMultiHash<QByteArray, QString> m_waiting; ///< by digest: time is over, the file isn't there
    QMultiHash<QByteArray, QString> m_charged; ///< by digest, without refunded ones
};

} // namespace sandbox
