// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/messages/pastmessages.h"

#include "session/past/batchpast.h"
#include "session/run/runsession.h"
#include "window/messages/messagebar.h"

#include <QDir>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const auto unfetchedTopic = u"unfetched"_s;
const auto resumingTopic = u"resuming"_s;
const auto heldTopic = u"held"_s;
const auto ownerTopic = u"owner"_s;
const auto ledgerTopic = u"ledger"_s;

} // namespace

PastMessages::PastMessages(RunSession *session, MessageBar *bar, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_past(session->past())
    , m_bar(bar)
{
    connect(session, &RunSession::pastRead, this, &PastMessages::tellPast);
    connect(session, &RunSession::finished, this, [this] { tellPast(0, false); });
    connect(session, &RunSession::runningChanged, this, [this](bool running) {
        if (!running)
            m_bar->dismiss(resumingTopic);
    });
    connect(session, &RunSession::billChanged, this, &PastMessages::followCounts);
    connect(m_past, &BatchPast::stateChanged, this, &PastMessages::tellOwner);
    connect(m_past, &BatchPast::takenBy, this, [this] {
        // The person has just asked for the batch: a line that was closed is news again.
        m_ownerTold.clear();
        tellOwner();
    });
    connect(m_past, &BatchPast::problemChanged, this, &PastMessages::tellProblem);
    connect(m_past, &BatchPast::keptAside, this, &PastMessages::tellKeptAside);
}

bool PastMessages::isBusy() const
{
    return m_session->isRunning() || m_session->isStarting() || m_past->owner().has_value();
}

void PastMessages::tellPast(int missingFiles, bool resuming)
{
    const int unfetched = m_session->counts().unfetched;
    if (resuming) {
        m_bar->tell(resumingTopic,
                    {MessageBar::Kind::Information,
                     tr("Fetching %n result(s) that are paid for. Nothing new is submitted.",
                        nullptr, unfetched),
                     {},
                     {}});
    } else if (unfetched > 0 && !isBusy()) {
        tellUnfetched(missingFiles);
    }
    if (m_session->counts().unresolved > 0)
        tellHeld();
}

void PastMessages::tellUnfetched(int missingFiles)
{
    QString text = tr("%n result(s) are paid for and not fetched yet.", nullptr,
                      m_session->counts().unfetched);
    if (missingFiles > 0) {
        text += u' '
            + tr("%n file(s) are gone from the disk, and will be fetched again for nothing.",
                 nullptr, missingFiles);
    }
    m_bar->tell(unfetchedTopic,
                {MessageBar::Kind::Information, text, {}, {{tr("Resume"), [this] {
                                                                m_session->resumeUnfetched();
                                                            }}}});
}

void PastMessages::tellHeld()
{
    m_bar->tell(heldTopic,
                {MessageBar::Kind::Warning,
                 tr("%n submission(s) may or may not have been accepted. They are not sent again "
                    "by themselves.",
                    nullptr, m_session->counts().unresolved),
                 {},
                 {{tr("Look at them"), [this] { emit heldWanted(); }}}});
}

void PastMessages::followCounts()
{
    const RunSession::Counts &counts = m_session->counts();
    if (counts.unfetched == 0 || isBusy())
        m_bar->dismiss(unfetchedTopic);
    if (counts.unresolved == 0)
        m_bar->dismiss(heldTopic);
    else if (m_bar->shows(heldTopic))
        tellHeld();
}

void PastMessages::tellOwner()
{
    const auto &owner = m_past->owner();
    if (!owner) {
        m_ownerTold.clear();
        m_bar->dismiss(ownerTopic);
        return;
    }
    const QString name = owner->toDisplay();
    MessageBar::Message message;
    if (m_past->isWatching()) {
        //: %1 is a program, such as "rushes-cli (process 4711)".
        message.text = tr("%1 is running this batch. What it does shows here.").arg(name);
        message.actions = {{tr("Don't watch"), [this] { m_past->giveUp(); }}};
        message.closable = false;
    } else if (m_past->isWaiting()) {
        message.text =
            tr("%1 is running this batch. The run begins by itself when it has ended.").arg(name);
        message.actions = {{tr("Don't wait"), [this] { m_past->giveUp(); }}};
        message.closable = false;
    } else {
        message.text = tr("%1 is running this batch.").arg(name);
        message.actions = {{tr("Watch"), [this] { m_past->watch(); }},
                           {tr("Wait"), [this] { m_past->wait(); }}};
    }
    if (message.text == m_ownerTold)
        return;
    m_ownerTold = message.text;
    m_bar->tell(ownerTopic, message);
}

void PastMessages::tellProblem()
{
    const auto &problem = m_past->problem();
    if (!problem) {
        m_bar->dismiss(ledgerTopic);
        return;
    }
    MessageBar::Message message{MessageBar::Kind::Error, problem->message, {}, {}};
    if (problem->kind == store::LedgerError::Kind::Damaged) {
        message.actions = {
            {tr("Keep it aside and begin a new one"), [this] { m_past->keepLedgerAside(); }}};
    } else {
        message.actions = {{tr("Try again"), [this] { m_past->read(); }}};
    }
    m_bar->tell(ledgerTopic, message);
}

void PastMessages::tellKeptAside(const QString &keptAs, int submissions)
{
    m_bar->tell(u"ledger-kept"_s,
                {MessageBar::Kind::Information,
                 tr("The damaged ledger is kept as %1. %n of its entries could be read and are in "
                    "the new one.",
                    nullptr, submissions)
                     .arg(QDir::toNativeSeparators(keptAs)),
                 {},
                 {}});
}

} // namespace ui
