// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/past/batchpast.h"

#include <utility>

namespace ui {

namespace {

// ms
constexpr qint64 watchInterval = 1000;
constexpr int waitInterval = 2000;
constexpr int ownerInterval = 3000;

} // namespace

BatchPast::BatchPast(std::function<PastQuery()> query, QObject *parent)
    : QObject(parent)
    , m_query(std::move(query))
{
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &BatchPast::look);
}

BatchPast::~BatchPast() = default;

void BatchPast::read()
{
    if (m_isOurs)
        return;
    m_readSince.start();
    m_tasks.start<tl::expected<PastReading, store::LedgerError>>(
        [query = m_query()] { return readPast(query); },
        [this, number = ++m_reading](const tl::expected<PastReading, store::LedgerError> &reading) {
            if (number == m_reading)
                readDone(reading);
        });
}

void BatchPast::readDone(const tl::expected<PastReading, store::LedgerError> &reading)
{
    if (!reading) {
        setMode(Mode::Quiet);
        setProblem(reading.error());
        return;
    }
    setProblem({});
    // Who hears of the reading looks at these, too.
    if (!reading->owner && m_mode == Mode::Watching)
        setMode(Mode::Quiet);
    setOwner(reading->owner);
    emit wasRead(std::make_shared<PastReading>(*reading));
    lookLater();
}

void BatchPast::review()
{
    m_tasks.start<tl::expected<PastReading, store::LedgerError>>(
        [query = m_query()] { return reviewPast(query); },
        [this, number = ++m_review](const tl::expected<PastReading, store::LedgerError> &reading) {
            if (number != m_review)
                return;
            if (reading)
                emit reviewed(std::make_shared<PastReading>(*reading));
            else
                setProblem(reading.error());
        });
}

void BatchPast::claim()
{
    m_look.stop();
    ++m_reading;
    m_claiming = true;
    emit stateChanged();
    m_tasks.start<tl::expected<ClaimedBatch, engine::ClaimError>>(
        [query = m_query()] { return claimBatch(query); },
        [this, number = ++m_claim](const tl::expected<ClaimedBatch, engine::ClaimError> &batch) {
            if (number == m_claim)
                claimDone(batch);
            else if (batch)
                giveBack(batch->lock);
        });
}

void BatchPast::claimDone(const tl::expected<ClaimedBatch, engine::ClaimError> &batch)
{
    m_claiming = false;
    if (batch) {
        setProblem({});
        setOwner({});
        setMode(Mode::Quiet);
        m_isOurs = true;
        emit claimed(std::make_shared<ClaimedBatch>(*batch));
        return;
    }
    const engine::ClaimError &error = batch.error();
    if (error.owner) {
        setOwner(error.owner);
        emit stateChanged();
        if (m_mode != Mode::Waiting)
            emit takenBy(*error.owner);
        lookLater();
        return;
    }
    setMode(Mode::Quiet);
    if (error.ledger)
        setProblem(store::LedgerError{*error.ledger, error.message});
    else
        emit refused(error.message);
    emit stateChanged();
}

void BatchPast::release(std::shared_ptr<store::BatchLock> lock)
{
    m_isOurs = false;
    giveBack(std::move(lock));
}

void BatchPast::giveBack(std::shared_ptr<store::BatchLock> lock)
{
    m_tasks.start([held = std::move(lock)]() mutable { held.reset(); });
}

void BatchPast::drop()
{
    ++m_reading;
    ++m_review;
    ++m_claim;
    m_look.stop();
    m_claiming = false;
    m_mode = Mode::Quiet;
    m_owner.reset();
    setProblem({});
    emit stateChanged();
}

void BatchPast::watch()
{
    setMode(Mode::Watching);
    read();
}

void BatchPast::wait()
{
    setMode(Mode::Waiting);
    claim();
}

void BatchPast::giveUp()
{
    if (m_mode == Mode::Waiting) {
        ++m_claim;
        m_claiming = false;
    }
    setMode(Mode::Quiet);
    lookLater();
}

void BatchPast::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    emit stateChanged();
}

void BatchPast::setOwner(const std::optional<store::LockOwner> &owner)
{
    const bool same = owner.has_value() == m_owner.has_value()
        && (!owner || owner->toDisplay() == m_owner->toDisplay());
    m_owner = owner;
    if (!same)
        emit stateChanged();
}

void BatchPast::setProblem(const std::optional<store::LedgerError> &problem)
{
    if (!problem && !m_problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

void BatchPast::lookLater()
{
    if (!m_owner)
        return;
    switch (m_mode) {
    case Mode::Watching:
        // A batch of many files takes its time to look at: the disk gets a rest in between.
        m_look.start(static_cast<int>(std::max(watchInterval, 3 * m_readSince.elapsed())));
        break;
    case Mode::Waiting:
        m_look.start(waitInterval);
        break;
    case Mode::Quiet:
        m_look.start(ownerInterval);
        break;
    }
}

void BatchPast::look()
{
    switch (m_mode) {
    case Mode::Watching:
        read();
        break;
    case Mode::Waiting:
        claim();
        break;
    case Mode::Quiet:
        askForOwner();
        break;
    }
}

void BatchPast::askForOwner()
{
    using Owner = std::optional<store::LockOwner>;
    m_tasks.start<Owner>(
        [query = m_query()] {
            return store::BatchLock::owner(ledgerName(query.path, query.ownName), query.outputDir);
        },
        [this, number = m_reading](const Owner &owner) {
            if (number != m_reading || m_mode != Mode::Quiet || m_claiming)
                return;
            if (owner)
                lookLater();
            else
                read();
        });
}

void BatchPast::keepLedgerAside()
{
    using Kept = tl::expected<store::Ledger::Salvage, QString>;
    m_tasks.start<Kept>([] { return store::Ledger::keepAside(); },
                        [this](const Kept &kept) {
                            if (kept)
                                emit keptAside(kept->keptAs, kept->submissions);
                            else
                                emit refused(kept.error());
                            read();
                        });
}

void BatchPast::readMonth()
{
    using Spent = tl::expected<batch::Cost, store::LedgerError>;
    m_tasks.start<Spent>(
        [server = m_query().server] {
            const QDateTime month = store::monthOf(QDateTime::currentDateTime());
            return store::Ledger().costsSince(server, month);
        },
        [this](const Spent &spent) {
            if (spent)
                emit monthRead(*spent);
        });
}

void BatchPast::forget(const QStringList &submissions)
{
    ++m_reading; // a question that is open would be answered as it was before
    using Forgotten = tl::expected<void, engine::ClaimError>;
    const bool isTaken = m_isOurs || m_claiming;
    m_tasks.start<Forgotten>(
        [submissions, isTaken, query = m_query()] {
            return isTaken ? forgetHeld(submissions) : forgetSubmissions(query, submissions);
        },
        [this](const Forgotten &forgotten) {
            if (forgotten)
                setProblem({});
            else if (forgotten.error().ledger)
                setProblem(
                    store::LedgerError{*forgotten.error().ledger, forgotten.error().message});
            else
                emit refused(forgotten.error().message);
            read();
        });
}

void BatchPast::continueAs(const QString &fromPath, const QString &ownName, const QString &toPath)
{
    using Continued = tl::expected<void, store::LedgerError>;
    m_tasks.start<Continued>(
        [fromPath, ownName, toPath] {
            return store::Ledger().continueBatch(ledgerName(fromPath, ownName),
                                                 ledgerName(toPath, {}));
        },
        [this](const Continued &continued) {
            if (!continued)
                setProblem(continued.error());
        });
}

} // namespace ui
