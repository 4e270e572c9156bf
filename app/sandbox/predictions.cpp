// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/predictions.h"

#include <QTimer>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int moderationCode = 1039; // ATLAS_API: "Poll"
constexpr double warmUpTime = 5;     // s

} // namespace

Predictions::Predictions(const Options &options, Journal &journal, Links &links, Studio *studio)
    : m_speed(options.speed)
    , m_faults(options.faults)
    , m_journal(journal)
    , m_links(links)
    , m_studio(studio)
    , m_chance(options.seed)
    , m_balance(options.balance)
{
    connect(studio, &Studio::done, this, [this](const QByteArray &digest) {
        const QStringList ids = m_waiting.values(digest);
        m_waiting.remove(digest);
        for (const QString &id : ids)
            finish(m_predictions[id]);
    });
}

const Prediction &Predictions::accept(const Order &order)
{
    const QString id = u"%1"_s.arg(m_chance.bits(), 16, 16, QLatin1Char('0'));
    Prediction &prediction = m_predictions[id];
    prediction.id = id;
    prediction.order = order;
    prediction.time = m_chance.between(order.typical.least, order.typical.most);

    const bool isDouble = m_charged.contains(order.digest);
    m_charged.insert(order.digest, id);
    m_balance -= order.cost;
    m_journal.count([&](Sandbox::Tally &tally) {
        ++tally.accepted;
        tally.doubleCharges += isDouble ? 1 : 0;
        tally.charged += order.cost;
    });
    m_journal.note("accepted"_L1,
                   {{"prediction"_L1, id},
                    {"model"_L1, order.model},
                    {"prompt"_L1, order.prompt},
                    {"charged"_L1, order.cost.toDecimal()},
                    {"digest"_L1, QString::fromLatin1(order.digest)},
                    {"double"_L1, isDouble}});
    begin(prediction);
    return prediction;
}

void Predictions::begin(Prediction &prediction)
{
    const QString id = prediction.id;
    if (m_chance.hits(m_faults.warmUp)) {
        prediction.isKnown = false;
        after(warmUpTime, [this, id] { m_predictions[id].isKnown = true; });
    }
    const bool isModerated = m_chance.hits(m_faults.moderated);
    const bool fails = m_chance.hits(m_faults.generationFails);
    const bool neverFinishes = m_chance.hits(m_faults.neverFinishes);
    if (isModerated) {
        after(prediction.time, [this, id] {
            fail(m_predictions[id], u"The content was refused by content moderation"_s,
                 moderationCode);
        });
    } else if (fails) {
        after(prediction.time,
              [this, id] { fail(m_predictions[id], u"The generation failed: out of memory"_s); });
    } else if (!neverFinishes) {
        m_studio->make(prediction.order);
        after(prediction.time, [this, id] { endOfTime(id); });
    }
}

void Predictions::endOfTime(const QString &id)
{
    Prediction &prediction = m_predictions[id];
    prediction.timeIsOver = true;
    if (m_studio->isDone(prediction.order.digest))
        finish(prediction);
    else
        m_waiting.insert(prediction.order.digest, id);
}

void Predictions::finish(Prediction &prediction)
{
    const auto work = m_studio->work(prediction.order.digest);
    if (!work) {
        fail(prediction, work.error());
        return;
    }
    prediction.token = m_links.add(*work, true);
    prediction.state = Prediction::State::Completed;
}

void Predictions::fail(Prediction &prediction, const QString &error, std::optional<int> code)
{
    prediction.state = Prediction::State::Failed;
    prediction.error = error;
    prediction.errorCode = code;
    m_balance += prediction.order.cost;
    m_charged.remove(prediction.order.digest, prediction.id);
    m_journal.count([&](Sandbox::Tally &tally) {
        ++tally.refunded;
        tally.charged -= prediction.order.cost;
    });
    m_journal.note("refunded"_L1,
                   {{"prediction"_L1, prediction.id},
                    {"refunded"_L1, prediction.order.cost.toDecimal()},
                    {"error"_L1, error}});
}

const Prediction *Predictions::ask(const QString &id)
{
    const auto found = m_predictions.find(id);
    if (found == m_predictions.end() || !found->isKnown)
        return nullptr;
    if (found->state == Prediction::State::Completed) {
        const Links::Link *link = m_links.find(found->token);
        if (link->dead != 0)
            found->token = m_links.add(link->work, true);
    }
    return &*found;
}

void Predictions::after(double seconds, std::function<void()> then)
{
    QTimer::singleShot(static_cast<int>(seconds * 1000 / m_speed), Qt::PreciseTimer, this,
                       std::move(then));
}

} // namespace sandbox
