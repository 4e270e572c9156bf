// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a job is submitted: the intent kept, the request sent once, its answer acted upon.
#include "engine/job/jobrun.h"
#include "engine/job/requestbody.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using batch::JobState;

namespace {

QString withRequestId(const QString &message, const QString &requestId)
{
    return requestId.isEmpty() ? message : u"%1 (%2)"_s.arg(message, requestId);
}

} // namespace

void JobRun::submit()
{
    m_request = requestFor(m_plan.job, m_tools.catalog.find(m_plan.job.model));
    m_submission = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_acceptedUnsaved = false;
    update([&](JobProgress &progress) {
        become(JobState::Submitting);
        progress.result.predictionId.clear();
        progress.result.outputs.clear();
    });
    const store::Intent intent{m_submission,         m_plan.job.id,      m_plan.job.name,
                               m_plan.job.type,      m_plan.job.model,   m_request.body,
                               m_plan.estimate.cost, m_tools.clock.now()};
    m_tools.store.recordIntent(
        intent, [self = QPointer(this), step = m_step](const tl::expected<void, QString> &kept) {
            if (self && self->m_step == step)
                self->intentRecorded(kept);
        });
}

void JobRun::intentRecorded(const tl::expected<void, QString> &kept)
{
    const JobHost::Permit permit = m_tools.host.submissionPermit();
    if (kept && permit == JobHost::Permit::Granted) {
        send();
        return;
    }
    if (permit == JobHost::Permit::Never) {
        cancel();
        return;
    }
    update([this](JobProgress &) { become(JobState::Waiting); });
    if (kept)
        recordOutcome();
    else
        m_tools.host.storeFailed(kept.error());
    m_tools.host.jobReady(*this);
}

void JobRun::send()
{
    m_sentAt = m_tools.clock.elapsed();
    if (!m_firstSentAt)
        m_firstSentAt = m_sentAt;
    update([](JobProgress &progress) { ++progress.result.attempts; });
    m_call = m_tools.client.submit(std::exchange(m_request, {}));
    connect(m_call, &atlas::SubmitCall::finished, this, &JobRun::submitted);
}

void JobRun::submitted(const tl::expected<atlas::Accepted, atlas::Error> &answer)
{
    m_call.clear();
    if (answer)
        accepted(*answer);
    else if (answer.error().mayHaveBeenAccepted)
        unresolved(answer.error());
    else
        refused(answer.error());
}

void JobRun::accepted(const atlas::Accepted &answer)
{
    m_tools.host.log(
        *this,
        withRequestId(tr("accepted, prediction %1").arg(answer.predictionId), answer.requestId));
    update([&](JobProgress &progress) {
        become(JobState::Generating);
        progress.result.predictionId = answer.predictionId;
    });
    m_tools.host.submissionAccepted(*this, *m_sentAt);
    recordAccepted();
}

void JobRun::recordAccepted()
{
    m_tools.store.recordAccepted(
        m_submission, result().predictionId,
        [self = QPointer(this), id = m_submission](const tl::expected<void, QString> &kept) {
            if (self && self->m_submission == id)
                self->acceptanceRecorded(kept);
        });
}

void JobRun::acceptanceRecorded(const tl::expected<void, QString> &kept)
{
    // Also when the store failed: a fetched result is the best thing that can become of it.
    m_acceptedUnsaved = !kept;
    if (!kept)
        m_tools.host.storeFailed(kept.error());
    const bool begun = m_watch && m_watch->isWatching();
    if (state() == JobState::Generating && !isParked() && !begun)
        watch(PredictionWatch::First::AfterInterval);
}

void JobRun::unresolved(const atlas::Error &error)
{
    const QString words = withRequestId(error.message, error.requestId);
    m_tools.host.log(*this, tr("nobody knows whether it was accepted: %1").arg(words));
    end(JobState::Unresolved, tr("Nobody knows whether the server accepted it: %1").arg(words));
}

void JobRun::refused(const atlas::Error &error)
{
    const QString words = withRequestId(error.message, error.requestId);
    switch (error.kind) {
    case atlas::ErrorKind::Key:
    case atlas::ErrorKind::Balance:
    case atlas::ErrorKind::RateLimited:
    case atlas::ErrorKind::Busy:
    case atlas::ErrorKind::Network:
        turnedAway(error);
        break;
    case atlas::ErrorKind::Internal:
        if (m_retriedInternal || m_tools.host.submissionPermit() == JobHost::Permit::Never) {
            fail(words);
            break;
        }
        m_retriedInternal = true;
        m_tools.host.log(*this, tr("the server failed, tries once more: %1").arg(words));
        waitAgain(tr("The server failed; it is tried once more."), 4s);
        break;
    case atlas::ErrorKind::Refused:
    case atlas::ErrorKind::Gateway:
    case atlas::ErrorKind::Tls:
    case atlas::ErrorKind::Redirect:
    case atlas::ErrorKind::BadReply:
        fail(words);
        break;
    }
}

void JobRun::turnedAway(const atlas::Error &error)
{
    update([this](JobProgress &progress) {
        become(JobState::Waiting);
        // It was not the job's attempt that went wrong.
        --progress.result.attempts;
    });
    recordOutcome();
    m_tools.host.submissionTurnedAway(*this, error, *m_sentAt);
}

void JobRun::waitAgain(const QString &note, Milliseconds wait)
{
    update([&](JobProgress &progress) {
        become(JobState::Waiting);
        progress.note = note;
    });
    recordOutcome();
    if (!m_timer) {
        m_timer = m_tools.clock.createTimer(this);
        connect(m_timer, &Timer::timeout, this, [this] { m_tools.host.jobReady(*this); });
    }
    m_timer->start(wait);
}

void JobRun::generationFailed(const atlas::Prediction &prediction)
{
    const QString words =
        withRequestId(prediction.error.isEmpty() ? tr("The generation failed.") : prediction.error,
                      prediction.requestId);
    ++m_failedGenerations;
    m_retriedInternal = false;
    const bool maySendAgain = state() == JobState::Generating && !prediction.moderated
        && m_failedGenerations <= m_plan.job.effectiveMaxRetries()
        && m_tools.host.submissionPermit() != JobHost::Permit::Never;
    if (!maySendAgain) {
        tidyUp();
        fail(words);
        return;
    }
    m_tools.host.log(*this, tr("the generation failed, tries again: %1").arg(words));
    waitAgain(tr("The generation failed and is tried again: %1").arg(words),
              1s * (1 << std::min(m_failedGenerations, 6)));
}

} // namespace engine
