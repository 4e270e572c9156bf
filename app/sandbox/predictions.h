// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/acceptance.h"
#include "sandbox/chance.h"
#include "sandbox/journal.h"
#include "sandbox/links.h"
#include "sandbox/statefile.h"
#include "sandbox/studio/studio.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace sandbox {

/// A generation and how it stands.
struct Prediction : Acceptance
{
    enum class State { Processing, Completed, Failed };

    State state = State::Processing;
    bool isKnown = true; ///< false: the service doesn't know its own prediction yet
    bool timeIsOver = false;
    QString error;                ///< when Failed
    std::optional<int> errorCode; ///< likewise; 1039: content moderation
    /// Of the link to its file, when Completed; empty for one that was completed in an earlier
    /// life, until its file has been drawn again.
    QString token;
};

/// The generations and the money: accepts orders, charges them, lets them take their time, and
/// refunds those that fail. Charged at acceptance, refunded when the failure is certain. With a
/// state file, what was accepted in an earlier life goes on as if this one had never ended.
class Predictions : public QObject
{
    Q_OBJECT
public:
    /// `journal` and `links` must outlive it.
    Predictions(const Options &options, Journal &journal, Links &links, Studio *studio);

    /// Reads the state file, if there is to be one; the error is for people. To be called first.
    tl::expected<void, QString> open();

    /// Takes over what others who share the state file have added to it: acceptances, and uploads
    /// into the links.
    void catchUp();
    /// Keeps it for the next life; false: the state file can't be written.
    bool remember(const Upload &upload) { return m_state.add(upload); }

    /// What may still be spent.
    batch::Cost balance();

    /// Null where the state file can't be written: it is not accepted then.
    const Prediction *accept(const Order &order);
    /// Null where there is no such prediction. Gives a completed one a new link if its link died.
    const Prediction *ask(const QString &id);
    /// Calls `then` once the file of a completed prediction without a token has been drawn again,
    /// or that has failed.
    void whenDrawn(const Prediction &prediction, std::function<void(const Prediction &)> then);

private:
    QString newId();
    Fate drawFate();
    void restore(const Acceptance &acceptance, const std::optional<Refund> &refund);
    void charge(const Acceptance &acceptance);
    void begin(Prediction &prediction);
    void endOfTime(const QString &id);
    void finish(Prediction &prediction);
    void drawAgain(Prediction &prediction);
    void giveBack(const Acceptance &acceptance);
    void fail(Prediction &prediction, const QString &error, std::optional<int> code = {});
    /// As many seconds of the service's time after the acceptance.
    void after(const Acceptance &acceptance, double seconds, std::function<void()> then);

    const double m_speed;
    const Faults m_faults;
    const QString m_statePath;
    Journal &m_journal;
    Links &m_links;
    Studio *m_studio;
    StateFile m_state;
    Chance m_chance;
    batch::Cost m_balance;
    QHash<QString, Prediction> m_predictions;
    QMultiHash<QByteArray, QString> m_waiting; ///< by digest: time is over, the file isn't there
    QMultiHash<QByteArray, QString> m_charged; ///< by digest, without refunded ones
    QMultiHash<QString, std::function<void(const Prediction &)>> m_whenDrawn; ///< by id
};

} // namespace sandbox
