// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/predictions.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int moderationCode = 1039; // docs/atlas-api.md: "Poll"
constexpr double warmUpTime = 5;     // s

} // namespace

Predictions::Predictions(const Options &options, Journal &journal, Links &links, Studio *studio)
    : m_speed(options.speed)
    , m_faults(options.faults)
    , m_statePath(options.stateFile)
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

tl::expected<void, QString> Predictions::open()
{
    if (m_statePath.isEmpty())
        return {};
    if (const auto opened = m_state.open(m_statePath); !opened)
        return opened;
    catchUp();
    return {};
}

batch::Cost Predictions::balance()
{
    catchUp();
    return m_balance;
}

QString Predictions::newId()
{
    const quint64 drawn = m_chance.bits();
    // The same seed would draw an id of the earlier life, or of another who shares the file.
    const quint64 bits = m_state.isOpen() ? QRandomGenerator::system()->generate64() : drawn;
    return u"%1"_s.arg(bits, 16, 16, QLatin1Char('0'));
}

Fate Predictions::drawFate()
{
    const bool isModerated = m_chance.hits(m_faults.moderated);
    const bool fails = m_chance.hits(m_faults.generationFails);
    const bool neverFinishes = m_chance.hits(m_faults.neverFinishes);
    if (isModerated)
        return Fate::Moderated;
    if (fails)
        return Fate::Fails;
    return neverFinishes ? Fate::NeverFinishes : Fate::Completes;
}

const Prediction *Predictions::accept(const Order &order)
{
    catchUp();
    Prediction prediction;
    prediction.id = newId();
    prediction.order = order;
    prediction.at = QDateTime::currentDateTimeUtc();
    prediction.time = m_chance.between(order.typical.least, order.typical.most);
    prediction.warmsUp = m_chance.hits(m_faults.warmUp);
    prediction.fate = drawFate();
    prediction.isDouble = m_charged.contains(order.digest);
    if (!m_state.add(prediction))
        return nullptr;

    charge(prediction);
    m_journal.note("accepted"_L1,
                   {{"prediction"_L1, prediction.id},
                    {"model"_L1, order.model},
                    {"prompt"_L1, order.prompt},
                    {"charged"_L1, order.cost.toDecimal()},
                    {"digest"_L1, QString::fromLatin1(order.digest)},
                    {"double"_L1, prediction.isDouble}});
    Prediction &kept = *m_predictions.insert(prediction.id, prediction);
    if (kept.fate == Fate::Completes)
        m_studio->make(kept.order);
    begin(kept);
    return &kept;
}

void Predictions::charge(const Acceptance &acceptance)
{
    m_charged.insert(acceptance.order.digest, acceptance.id);
    m_balance -= acceptance.order.cost;
    m_journal.count([&](Sandbox::Tally &tally) {
        ++tally.accepted;
        tally.doubleCharges += acceptance.isDouble ? 1 : 0;
        tally.charged += acceptance.order.cost;
    });
}

void Predictions::catchUp()
{
    const StateFile::News news = m_state.news();
    for (const Upload &upload : news.uploads)
        m_links.restore(upload);
    for (const Acceptance &acceptance : news.acceptances) {
        if (m_predictions.contains(acceptance.id))
            continue;
        const auto refund = news.refunds.constFind(acceptance.id);
        restore(acceptance, refund == news.refunds.cend() ? std::nullopt : std::optional(*refund));
    }
}

void Predictions::restore(const Acceptance &acceptance, const std::optional<Refund> &refund)
{
    Prediction &prediction = m_predictions[acceptance.id];
    static_cast<Acceptance &>(prediction) = acceptance;
    charge(acceptance);
    if (!refund)
        return begin(prediction);
    prediction.state = Prediction::State::Failed;
    prediction.error = refund->error;
    prediction.errorCode = refund->errorCode;
    giveBack(acceptance);
}

void Predictions::begin(Prediction &prediction)
{
    const QString id = prediction.id;
    if (prediction.warmsUp) {
        prediction.isKnown = false;
        after(prediction, warmUpTime, [this, id] { m_predictions[id].isKnown = true; });
    }
    if (prediction.fate != Fate::NeverFinishes)
        after(prediction, prediction.time, [this, id] { endOfTime(id); });
}

void Predictions::endOfTime(const QString &id)
{
    Prediction &prediction = m_predictions[id];
    prediction.timeIsOver = true;
    switch (prediction.fate) {
    case Fate::Moderated:
        return fail(prediction, u"The content was refused by content moderation"_s, moderationCode);
    case Fate::Fails:
        return fail(prediction, u"The generation failed: out of memory"_s);
    case Fate::NeverFinishes:
        return;
    case Fate::Completes:
        break;
    }
    const QByteArray &digest = prediction.order.digest;
    if (m_studio->isDone(digest))
        finish(prediction);
    else if (m_studio->isUnderWay(digest))
        m_waiting.insert(digest, id);
    else // accepted in an earlier life: it is drawn when it is asked for
        prediction.state = Prediction::State::Completed;
}

void Predictions::finish(Prediction &prediction)
{
    const auto work = m_studio->work(prediction.order.digest);
    if (!work) {
        fail(prediction, work.error());
    } else {
        prediction.token = m_links.addResult(*work);
        prediction.state = Prediction::State::Completed;
    }
    const auto waiting = m_whenDrawn.values(prediction.id);
    m_whenDrawn.remove(prediction.id);
    for (const auto &then : waiting)
        then(prediction);
}

void Predictions::fail(Prediction &prediction, const QString &error, std::optional<int> code)
{
    prediction.state = Prediction::State::Failed;
    prediction.error = error;
    prediction.errorCode = code;
    // Where it can't be written, the next life comes to the same end.
    m_state.add(Refund{prediction.id, error, code});
    giveBack(prediction);
    m_journal.note("refunded"_L1,
                   {{"prediction"_L1, prediction.id},
                    {"refunded"_L1, prediction.order.cost.toDecimal()},
                    {"error"_L1, error}});
}

void Predictions::giveBack(const Acceptance &acceptance)
{
    m_balance += acceptance.order.cost;
    m_charged.remove(acceptance.order.digest, acceptance.id);
    m_journal.count([&](Sandbox::Tally &tally) {
        ++tally.refunded;
        tally.charged -= acceptance.order.cost;
    });
}

const Prediction *Predictions::ask(const QString &id)
{
    if (!m_predictions.contains(id))
        catchUp(); // another who shares the state file may have accepted it
    const auto found = m_predictions.find(id);
    if (found == m_predictions.end() || !found->isKnown)
        return nullptr;
    if (found->state == Prediction::State::Completed && found->token.isEmpty()) {
        drawAgain(*found);
    } else if (found->state == Prediction::State::Completed) {
        const Links::Link *link = m_links.find(found->token);
        if (link->death() != 0)
            found->token = m_links.addResult(link->work);
    }
    return &*found;
}

void Predictions::drawAgain(Prediction &prediction)
{
    const QByteArray &digest = prediction.order.digest;
    m_studio->make(prediction.order);
    if (m_studio->isDone(digest))
        finish(prediction);
    else if (!m_waiting.contains(digest, prediction.id))
        m_waiting.insert(digest, prediction.id);
}

void Predictions::whenDrawn(const Prediction &prediction,
                            std::function<void(const Prediction &)> then)
{
    m_whenDrawn.insert(prediction.id, std::move(then));
}

void Predictions::after(const Acceptance &acceptance, double seconds, std::function<void()> then)
{
    const auto passed = acceptance.at.msecsTo(QDateTime::currentDateTimeUtc());
    const auto left = static_cast<qint64>(seconds * 1000 / m_speed) - std::max(passed, 0LL);
    if (left > 0)
        QTimer::singleShot(std::chrono::milliseconds(left), Qt::PreciseTimer, this,
                           std::move(then));
    else
        then();
}

} // namespace sandbox
