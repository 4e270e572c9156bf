// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/runcommand.h"

#include "batch/filename.h"
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/destination.h"
#include "cli/exitcode.h"
#include "cli/output/terminal.h"
#include "store/memorysubmissions.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;
using engine::RunThread;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Run)
};

batch::JobResult notBegun(const batch::Job &job)
{
    batch::JobResult result;
    result.job = job.id;
    result.name = job.name;
    result.model = job.model;
    result.type = job.type;
    result.state = batch::JobState::Waiting;
    return result;
}

bool isWritableFolder(const QString &path)
{
    return QDir().mkpath(path) && QFileInfo(path).isWritable();
}

} // namespace

RunCommand::RunCommand(engine::RunRequest request, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_view(makeRunView())
    , m_thread([] { return std::make_unique<store::MemorySubmissions>(); })
{
    connect(&m_interrupt, &Interrupt::requested, this, &RunCommand::onInterrupt);
    connect(&m_thread, &RunThread::jobChanged, this, &RunCommand::onJobChanged);
    connect(&m_thread, &RunThread::progressChanged, this, &RunCommand::onProgress);
    connect(&m_thread, &RunThread::logged, this,
            [this](const QString &line) { m_view->log(line); });
    connect(&m_thread, &RunThread::fileProblem, this,
            [this](const QString &message) { m_view->notice(message); });
    connect(&m_thread, &RunThread::finished, this, &RunCommand::onFinished);
}

RunOutcome RunCommand::exec()
{
    for (const batch::Job &job : m_request.jobs)
        m_results.insert(job.id, notBegun(job));
    m_outcome.outputDir = m_request.outputDir;

    QEventLoop loop;
    connect(&m_thread, &RunThread::finished, &loop, &QEventLoop::quit);
    m_thread.start(m_request);
    loop.exec();

    m_view->close();
    m_outcome.manifest.generatedAt = QDateTime::currentDateTime();
    for (const batch::Job &job : m_request.jobs)
        m_outcome.manifest.results.append(m_results.value(job.id));
    return m_outcome;
}

void RunCommand::onJobChanged(const engine::JobProgress &progress)
{
    const batch::JobResult &result = progress.result;
    const auto before = m_results.value(result.job).state;
    m_results.insert(result.job, result);
    if (before != result.state && batch::isFinal(result.state)
        && result.state != batch::JobState::Cancelled)
        m_view->jobEnded(result);
}

void RunCommand::onProgress(const engine::BatchProgress &progress)
{
    m_progress = progress;
    m_view->update(progress);
    if (!progress.paused || m_outcome.stoppedBy)
        return;
    m_outcome.stoppedBy = progress.paused;
    m_outcome.stopMessage = progress.pauseMessage;
    m_view->notice(progress.pauseMessage);
    m_view->notice(Words::tr("Nothing more is submitted; what was submitted is still fetched."));
    m_thread.stop();
}

void RunCommand::onInterrupt(int count)
{
    m_outcome.interrupted = true;
    if (count > 1) {
        m_view->notice(Words::tr("Leaves at once. What was submitted stays with the server."));
        m_thread.leave();
        return;
    }
    const int active = m_progress.submitting + m_progress.generating + m_progress.downloading;
    m_view->notice(Words::tr("Submits no more and waits for the %1 jobs that were submitted. Press "
                             "Ctrl-C again to leave at once.")
                       .arg(active));
    m_thread.stop();
}

void RunCommand::onFinished(const engine::BatchProgress &progress)
{
    m_progress = progress;
    m_view->update(progress);
    m_outcome.elapsed = progress.elapsed;
    if (progress.paused && !m_outcome.stoppedBy) {
        m_outcome.stoppedBy = progress.paused;
        m_outcome.stopMessage = progress.pauseMessage;
        m_view->notice(progress.pauseMessage);
    }
}

int runBatch(const Options &options)
{
    const auto input = readSoundInput(options);
    if (!input)
        return input.error();
    const batch::Batch &batch = input->file.batch;

    engine::RunRequest request;
    request.settings = batch.settings;
    request.jobs = input->enabledJobs();
    request.fileStems = batch::fileStems(batch.jobs);
    request.outputDir = config::outputDirFor(batch.settings, options.file);
    request.catalog = catalog::Catalog::builtIn();
    if (request.jobs.isEmpty()) {
        return fail(
            options, BadInput,
            Words::tr("No job of %1 is enabled, so there is nothing to make.").arg(options.file));
    }

    const auto destination = findDestination(options, *input);
    if (!destination)
        return destination.error();
    request.connection = destination->connection;
    request.timeScale = destination->timeScale;
    if (!isWritableFolder(request.outputDir)) {
        return fail(options, BadInput,
                    Words::tr("Nothing was submitted, because the results can't be written to %1. "
                              "Name another folder with --output-dir.")
                        .arg(request.outputDir));
    }

    const RunOutcome outcome = RunCommand(request).exec();
    if (options.json)
        printJson(outcome.toJson());
    else
        print(outcome.toText());
    return outcome.exitCode();
}

} // namespace cli
