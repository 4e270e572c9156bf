// SPDX-License-Identifier: GPL-3.0-or-later
//
// The links that jobs start from: of others' results, and of files, which are uploaded.
#include "engine/batchrunprivate.h"

#include "batch/references/references.h"
#include "engine/inputs/referred.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using batch::JobState;
using catalog::InputKind;
using catalog::MediaInput;

namespace {

/// How long a result's own link is taken to live, from its submission. The service keeps results
/// for a day or more; but a job may wait in the queue, and then at the server.
constexpr auto resultLinkLife = 1h;

} // namespace

Uploads::Tools BatchRun::Private::uploadTools()
{
    return {m_client,
            m_store,
            m_clock,
            m_request.server,
            [this] {
                return isOpen() && submissionPermit() == Permit::Granted
                    && !m_reachability.isAway();
            },
            [this] { return m_reachability.isAway(); }};
}

void BatchRun::Private::listenToUploads()
{
    QObject::connect(&m_uploads, &Uploads::linked, &q,
                     [this](const InputFile &file) { uploadEnded(file, {}); });
    QObject::connect(&m_uploads, &Uploads::failed, &q,
                     [this](const InputFile &file, const QString &why) { uploadEnded(file, why); });
    QObject::connect(&m_uploads, &Uploads::progress, &q,
                     [this](const InputFile &file, qint64 sent, qint64 total) {
                         uploadProgressed(file, sent, total);
                     });
    QObject::connect(&m_uploads, &Uploads::turnedAway, &q,
                     [this](const atlas::Error &error, Milliseconds sentAt) {
                         const bool isKey = error.kind == atlas::ErrorKind::Key;
                         pause(isKey ? PauseReason::Key : PauseReason::Balance, error.message,
                               sentAt);
                     });
    QObject::connect(&m_uploads, &Uploads::unreached, &q, [this] { unreached(); });
    QObject::connect(&m_uploads, &Uploads::logged, &q,
                     [this](const QString &line) { tell(&BatchRun::logged, line); });
}

/// The file whose link is wanted; nothing where the result's own serves, which is put in then.
std::optional<InputFile> BatchRun::Private::fileOf(const JobRun &job, const MediaInput &input,
                                                   JobLinks &links) const
{
    const auto name = batch::referredJob(input.address);
    if (!name)
        return InputFile{batch::localFile(input.address, m_request.inputDir), input.kind};
    const Referred found = referred(job, *name);
    const bool isVideo = found.type == batch::MediaType::Video;
    if (isVideo && input.kind == InputKind::Image)
        return InputFile{found.output.path, InputKind::Image, true};
    const QString link = found.output.url.toString(QUrl::FullyEncoded);
    const bool isYoung = found.submittedAt.isValid()
        && found.submittedAt.addDuration(resultLinkLife) > m_clock.now();
    if (isYoung && !link.isEmpty() && !m_deadLinks.contains(link)) {
        links.insert({input.address, input.kind}, link);
        return std::nullopt;
    }
    return InputFile{found.output.path, isVideo ? InputKind::Video : InputKind::Image};
}

/// A person may have put another file in its place before they asked for the job.
void BatchRun::Private::readFilesAnew(JobRun &job)
{
    JobLinks links;
    for (const MediaInput &input : job.plan().inputs) {
        if (const auto file = fileOf(job, input, links))
            m_uploads.lookAnew(*file);
    }
}

/// As many as there are slots: these are kept busy, and nothing is read and sent for a job that may
/// not be made after all.
void BatchRun::Private::prepare()
{
    while (maySubmit() && m_wanting.count() < m_slots) {
        const std::optional<int> next = m_queue.takeUnready(m_slots - m_wanting.count());
        if (!next)
            break;
        JobRun &job = *m_jobs[static_cast<size_t>(*next)];
        if (job.state() == JobState::Waiting && provide(job))
            m_queue.push(*next, job.result().model);
    }
    if (maySubmit() && m_wanting.count() >= m_slots && m_holding.size() < m_slots)
        prepareLinked();
}

/// A file that is long on its way holds no slot, and keeps nobody from one who waits for none.
void BatchRun::Private::prepareLinked()
{
    constexpr int lookedAt = 4; // for each slot
    for (const int next : m_queue.firstUnready(lookedAt * m_slots)) {
        JobRun &job = *m_jobs[static_cast<size_t>(next)];
        if (!isLinked(job))
            continue;
        m_queue.remove(next, job.result().model);
        if (job.state() == JobState::Waiting && provide(job))
            m_queue.push(next, job.result().model);
    }
}

bool BatchRun::Private::isLinked(const JobRun &job) const
{
    JobLinks links;
    return std::ranges::all_of(job.plan().inputs, [&](const MediaInput &input) {
        const auto file = fileOf(job, input, links);
        return !file || m_uploads.hasLink(*file);
    });
}

bool BatchRun::Private::provide(JobRun &job)
{
    if (job.plan().inputs.isEmpty())
        return true;
    if (!awaitResults(job))
        return false;
    JobLinks links;
    bool isReady = true;
    for (const MediaInput &input : job.plan().inputs) {
        const auto file = fileOf(job, input, links);
        if (!file)
            continue;
        if (const auto link = m_uploads.link(*file)) {
            links.insert({input.address, input.kind}, link->toString(QUrl::FullyEncoded));
        } else {
            m_wanting.add(job.position(), *file);
            isReady = false;
        }
    }
    if (isReady)
        job.setLinks(links);
    else
        noteUploading(job);
    return isReady;
}

void BatchRun::Private::uploadEnded(const InputFile &file, const QString &error)
{
    m_uploaded.remove(file);
    const QList<int> wanting = m_wanting.take(file);
    for (const int position : wanting) {
        JobRun &job = *m_jobs[static_cast<size_t>(position)];
        if (error.isEmpty())
            jobReady(job);
        else if (job.state() == JobState::Waiting)
            job.fail(error);
    }
}

void BatchRun::Private::uploadProgressed(const InputFile &file, qint64 sent, qint64 total)
{
    const auto percent = static_cast<int>(total > 0 ? sent * 100 / total : 0);
    if (std::exchange(m_uploaded[file], percent) == percent)
        return;
    const QList<int> wanting = m_wanting.jobsFor(file);
    for (const int position : wanting)
        noteUploading(*m_jobs[static_cast<size_t>(position)]);
}

void BatchRun::Private::noteUploading(JobRun &job)
{
    QStringList names;
    const QList<InputFile> files = m_wanting.filesOf(job.position());
    for (const InputFile &file : files) {
        const QString name = QFileInfo(file.path).fileName();
        const int percent = m_uploaded.value(file);
        const bool isMidway = percent > 0 && percent < 100;
        names.append(isMidway ? BatchRun::tr("%1 (%2 %)").arg(name, QString::number(percent))
                              : name);
    }
    noteWait(job, BatchRun::tr("Uploading %1.").arg(names.join(u", ")));
}

void BatchRun::Private::noteTimes(QHash<QString, Milliseconds> &times, const JobRun &job) const
{
    for (const QString &link : job.links())
        times.insert(link, m_clock.elapsed());
}

bool BatchRun::Private::workedLately(const QHash<QString, Milliseconds> &times,
                                     const QString &link) const
{
    const auto worked = times.constFind(link);
    return worked != times.constEnd() && m_clock.elapsed() - *worked < Uploads::youngLife;
}

bool BatchRun::Private::linksRefused(JobRun &job, LinksFault fault)
{
    const auto &worked = fault == LinksFault::AtSubmission ? m_acceptedLinks : m_generatedLinks;
    bool renewed = false;
    for (const QString &link : job.links()) {
        if (workedLately(worked, link))
            continue;
        if (m_uploads.isGivenOut(QUrl(link))) {
            renewed = m_uploads.drop(QUrl(link)) || renewed;
        } else {
            m_deadLinks.insert(link);
            renewed = true;
        }
    }
    return renewed;
}

} // namespace engine
