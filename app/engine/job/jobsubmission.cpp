// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a job is submitted: the intent kept, the request sent once, its answer acted upon.
#include "engine/job/jobrun.h"
#include "engine/job/requestbody.h"

#include <QRegularExpression>
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
    if (m_timer)
        m_timer->stop();
    m_request = requestFor(m_plan.job, m_plan.catalog.find(m_plan.job.model), m_links);
    m_acceptedUnsaved = false;
    m_accepted = {};
    update([&](JobProgress &progress) {
        become(JobState::Submitting);
        progress.result.submission = QUuid::createUuid().toString(QUuid::WithoutBraces);
        progress.result.submittedAt = m_tools.clock.now();
        progress.result.predictionId.clear();
        progress.result.outputs.clear();
    });
    store::Intent intent;
    intent.submission = result().submission;
    intent.job = m_plan.job;
    intent.request = m_request.body;
    intent.estimate = m_plan.estimate.cost;
    intent.estimateIsGuess = m_plan.estimate.guess;
    intent.at = result().submittedAt;
    intent.replaces = m_plan.replaces;
    m_tools.host.complete(intent);
    m_tools.store.recordIntent(intent, [self = QPointer(this), step = m_step](const auto &kept) {
        if (self && self->m_step == step)
            self->intentRecorded(kept);
    });
}

void JobRun::intentRecorded(const tl::expected<void, store::StoreError> &kept)
{
    const JobHost::Permit permit = m_tools.host.submissionPermit();
    if (!kept)
        m_progress.result.submission.clear(); // the store knows of none
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
    if (!answer && answer.error().kind == atlas::ErrorKind::Network)
        m_tools.host.unreached();
    else
        m_tools.host.reached(*m_sentAt);
    if (answer)
        accepted(*answer);
    else if (answer.error().mayHaveBeenAccepted)
        unresolved(answer.error());
    else
        refused(answer.error());
}

void JobRun::accepted(const atlas::Accepted &answer)
{
    m_accepted = answer;
    m_tools.host.submissionAccepted(*this, *m_sentAt);
    recordAccepted();
}

void JobRun::recordAccepted()
{
    m_tools.store.recordAccepted(
        result().submission, m_accepted.predictionId,
        [self = QPointer(this), id = result().submission](const auto &kept) {
            if (self && self->result().submission == id)
                self->acceptanceRecorded(kept);
        });
}

bool JobRun::saveAcceptance()
{
    if (m_acceptedUnsaved)
        recordAccepted();
    return !m_acceptedUnsaved;
}

void JobRun::acceptanceRecorded(const tl::expected<void, store::StoreError> &kept)
{
    m_acceptedUnsaved = !kept;
    if (!kept)
        m_tools.host.storeFailed(kept.error());
    // Also when the store failed: a fetched result is the best thing that can become of it.
    if (state() != JobState::Submitting)
        return;
    begin();
    watch(PredictionWatch::First::AfterInterval);
}

/// The server has the job.
void JobRun::begin()
{
    m_tools.host.log(*this,
                     withRequestId(tr("accepted, prediction %1").arg(m_accepted.predictionId),
                                   m_accepted.requestId));
    update([&](JobProgress &progress) {
        become(JobState::Generating);
        progress.result.predictionId = m_accepted.predictionId;
    });
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
        if (!sendsWithNewLinks(error))
            fail(words);
        break;
    case atlas::ErrorKind::Gateway:
    case atlas::ErrorKind::Tls:
    case atlas::ErrorKind::Redirect:
    case atlas::ErrorKind::BadReply:
        fail(words);
        break;
    }
}

/// Servers have many words for a link that they can't fetch, and no code. "image_size" is no word
/// about an image.
bool JobRun::isLinksFault(const QString &words) const
{
    static const QRegularExpression aboutFiles(
        uR"(\b(images?|pictures?|photos?|frames?|videos?|audio|media|files?|inputs?)\b)"
        uR"(|(?<![a-z])(ur[li]|link)s?(?![a-z])|fetch|download|expire)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto isNamed = [&words](const catalog::MediaInput &input) {
        const QString name = uR"(\b%1\b)"_s.arg(QRegularExpression::escape(input.parameter));
        return words.contains(QRegularExpression(name));
    };
    return !m_links.isEmpty()
        && (aboutFiles.match(words).hasMatch() || std::ranges::any_of(m_plan.inputs, isNamed));
}

/// A clear refusal: nothing was accepted and nothing is paid. Once for each job.
bool JobRun::sendsWithNewLinks(const atlas::Error &error)
{
    const bool isClear =
        error.httpStatus == 400 || error.httpStatus == 404 || error.httpStatus == 422;
    if (!isClear || m_linksRenewed || !isLinksFault(error.message)
        || m_tools.host.submissionPermit() == JobHost::Permit::Never
        || !m_tools.host.linksRefused(*this, JobHost::LinksFault::AtSubmission))
        return false;
    m_linksRenewed = true;
    m_tools.host.log(*this,
                     tr("it is sent with other links, as the server could not take these: %1")
                         .arg(withRequestId(error.message, error.requestId)));
    update([this](JobProgress &) { become(JobState::Waiting); });
    recordOutcome();
    m_tools.host.jobReady(*this);
    return true;
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
    // What was finished once may have been charged: it isn't made anew without a person's word.
    const bool wasFinished = !result().outputs.isEmpty();
    const bool maySendAgain = !wasFinished && !prediction.moderated
        && m_failedGenerations <= m_plan.job.effectiveMaxRetries()
        && m_tools.host.submissionPermit() != JobHost::Permit::Never;
    // Also where it isn't tried again: a later run would be sent the same dead links.
    if (!prediction.moderated && isLinksFault(words))
        m_tools.host.linksRefused(*this, JobHost::LinksFault::AtGeneration);
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
