// SPDX-License-Identifier: GPL-3.0-or-later
//
// How what was paid for is brought home: the prediction asked for, its files fetched.
#include "engine/job/jobrun.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace engine {

using batch::JobState;

void JobRun::watch(PredictionWatch::First first)
{
    if (!m_watch) {
        const auto maxWait = Milliseconds(qRound64(m_plan.job.effectiveMaxWait() * 1000));
        m_watch = std::make_unique<PredictionWatch>(
            m_tools.client, m_tools.clock, m_tools.schedule, maxWait,
            [&host = m_tools.host] { return host.mayAsk(); });
        connect(m_watch.get(), &PredictionWatch::completed, this, &JobRun::generated);
        connect(m_watch.get(), &PredictionWatch::failed, this, &JobRun::generationFailed);
        connect(m_watch.get(), &PredictionWatch::askedInVain, this,
                [this](const atlas::Error &error) {
                    if (error.kind == atlas::ErrorKind::Network)
                        m_tools.host.unreached();
                    m_tools.host.log(*this, tr("no answer yet: %1").arg(error.message));
                    tryOldLinks(error);
                });
        connect(m_watch.get(), &PredictionWatch::reached, this, [this](Milliseconds sentAt) {
            m_tools.host.reached(sentAt);
            // An id that the store would not take is in no place but here.
            saveAcceptance();
        });
        connect(m_watch.get(), &PredictionWatch::keyRefused, this,
                [this](const atlas::Error &error, Milliseconds sentAt) {
                    m_tools.host.keyRefused(error, sentAt);
                });
        connect(m_watch.get(), &PredictionWatch::held, this, [this] {
            if (m_tools.host.submissionPermit() == JobHost::Permit::Never)
                runStopped();
        });
        connect(m_watch.get(), &PredictionWatch::gaveUp, this, [this](const QString &lastError) {
            const QString waited =
                tr("There was no result after %1 s.").arg(qRound64(m_plan.job.effectiveMaxWait()));
            park(lastError.isEmpty() ? waited : waited + u' ' + lastError);
        });
    }
    m_watch->start(result().predictionId, first);
}

/// The server knows nothing of the prediction any more; the links that an earlier run was given
/// may live on.
void JobRun::tryOldLinks(const atlas::Error &error)
{
    const QList<batch::Output> &outputs = result().outputs;
    if (error.kind != atlas::ErrorKind::Refused || m_delivery || outputs.isEmpty())
        return;
    m_watch->stop();
    if (state() != JobState::Downloading)
        update([this](JobProgress &) { become(JobState::Downloading); });
    deliver();
}

void JobRun::generated(const atlas::Prediction &prediction)
{
    QList<batch::Output> outputs;
    for (const QUrl &url : prediction.outputs)
        outputs.append({url, {}});
    if (state() == JobState::Downloading && m_delivery) {
        m_delivery->renew(outputs);
        return;
    }
    // What an earlier run fetched already stays.
    for (qsizetype i = 0; i < outputs.size() && i < result().outputs.size(); ++i)
        outputs[i].path = result().outputs.at(i).path;
    m_tools.host.log(*this, tr("generated"));
    update([&](JobProgress &progress) {
        if (state() != JobState::Downloading)
            become(JobState::Downloading);
        progress.result.outputs = outputs;
        progress.bytesReceived = 0;
        progress.bytesTotal = -1;
    });
    recordOutcome();
    deliver();
}

void JobRun::deliver()
{
    ResultFile place = m_plan.place;
    place.partTag = partTagOf(result().predictionId);
    m_delivery = std::make_unique<Delivery>(m_tools.downloads, m_tools.clock, place,
                                            result().outputs, m_tools.downloadTimeout);
    m_delivery->mayBeThere = m_takenUp;
    m_delivery->recipe = recipeOf(m_plan.job, result());
    m_delivery->countsTries = [&host = m_tools.host] { return !host.isAway(); };
    connect(m_delivery.get(), &Delivery::unreached, this, [this] { m_tools.host.unreached(); });
    connect(m_delivery.get(), &Delivery::aboutToKeep, this, [this] {
        batch::JobResult planned = result();
        planned.outputs = m_delivery->plannedOutputs();
        m_tools.host.recordOutcome(planned, [delivery = QPointer(m_delivery.get())] {
            if (delivery)
                delivery->keep();
        });
    });
    connect(m_delivery.get(), &Delivery::progress, this, [this](qint64 received, qint64 total) {
        update([&](JobProgress &progress) {
            progress.bytesReceived = received;
            progress.bytesTotal = total;
            progress.note.clear();
        });
    });
    connect(m_delivery.get(), &Delivery::retrying, this,
            [this](const QString &why, Milliseconds wait) {
                m_tools.host.log(*this, tr("download failed: %1").arg(why));
                setNote(tr("The download failed and is tried again in %1 s: %2")
                            .arg((wait.count() + 999) / 1000)
                            .arg(why));
            });
    connect(m_delivery.get(), &Delivery::recipeFailed, this, [this](const QString &what) {
        m_tools.host.log(*this, what);
        m_recipeNote = what;
    });
    connect(m_delivery.get(), &Delivery::linkExpired, this, [this] {
        m_tools.host.log(*this, tr("the link has expired, asks for a new one"));
        setNote(tr("The link has expired: a new one is asked for."));
        watch(PredictionWatch::First::Now);
    });
    connect(m_delivery.get(), &Delivery::delivered, this, &JobRun::delivered);
    connect(m_delivery.get(), &Delivery::gaveUp, this, [this](const QString &why, bool disk) {
        parkFor(tr("The result could not be downloaded: %1").arg(why), disk);
        if (disk)
            m_tools.host.diskFailed(why);
    });
    m_delivery->start();
}

void JobRun::delivered()
{
    m_progress.result.outputs = m_delivery->outputs();
    m_tools.host.log(*this, tr("done: %1").arg(result().outputs.constFirst().path));
    end(JobState::Succeeded, {}, m_recipeNote);
}

} // namespace engine
