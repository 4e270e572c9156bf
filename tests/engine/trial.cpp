// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/trial.h"

#include "batch/filename.h"
#include "batch/references/references.h"
#include "catalog/catalog.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr double speed = 600;

class ClockAhead : public engine::SystemClock
{
public:
    ClockAhead(double timeScale, std::chrono::milliseconds ahead)
        : SystemClock(timeScale)
        , m_ahead(ahead)
    {
    }
    QDateTime now() const override { return SystemClock::now().addMSecs(m_ahead.count()); }

private:
    std::chrono::milliseconds m_ahead;
};

} // namespace

batch::Job imageJob(const QString &name)
{
    batch::Job job;
    job.name = name;
    job.type = batch::MediaType::Image;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = u"A picture of "_s + name;
    job.width = 256;
    job.height = 256;
    // A busy machine must not make a test fail: half an hour of real time.
    job.maxWait = 1'000'000;
    return job;
}

batch::Job videoJob(const QString &name)
{
    batch::Job job = imageJob(name);
    job.type = batch::MediaType::Video;
    job.model = u"bytedance/seedance-v1.5-pro/text-to-video"_s;
    job.prompt = u"A film of "_s + name;
    job.width.reset();
    job.height.reset();
    job.duration = 1;
    job.resolution = u"480p"_s;
    return job;
}

batch::Job videoFrom(const QString &name, const QString &image)
{
    batch::Job job = videoJob(name);
    job.model = u"bytedance/seedance-v1.5-pro/image-to-video"_s;
    job.image = image;
    return job;
}

QList<batch::Job> mixedJobs(int count)
{
    QList<batch::Job> jobs;
    for (int i = 1; i <= count; ++i) {
        jobs.append(i % 4 == 0 ? videoJob(u"film %1"_s.arg(i)) : imageJob(u"picture %1"_s.arg(i)));
        if (i % 4 == 1)
            jobs.last().model = u"google/imagen4-ultra/text-to-image"_s;
    }
    return jobs;
}

sandbox::Options fastSandbox(sandbox::Dialect dialect)
{
    sandbox::Options options;
    options.dialect = dialect;
    options.speed = speed;
    options.models = catalog::Catalog::builtIn().toSnapshot();
    return options;
}

Trial::Trial(const QUrl &baseUrl, const QList<batch::Job> &jobs)
{
    request.jobs = jobs;
    request.settings.maxWorkers = 8;
    request.outputDir = m_dir.filePath(u"out"_s);
    request.inputDir = m_dir.filePath(u"in"_s);
    request.connection.baseUrl = baseUrl;
    request.connection.key = atlas::ApiKey("a-key");
    request.catalog = catalog::Catalog::builtIn();
    request.timeScale = speed;
    request.jitterSeed = 1;
}

Trial::~Trial() = default;

engine::BatchRun &Trial::begin()
{
    if (request.fileStems.isEmpty())
        request.fileStems = batch::fileStems(request.jobs);
    if (request.names.isEmpty()) {
        for (const batch::JobResult &result : std::as_const(request.earlier))
            request.names.insert(result.name, result.job);
        request.names.insert(batch::jobsByName(request.jobs));
    }
    m_clock = std::make_unique<ClockAhead>(request.timeScale, ahead);
    m_run = std::make_unique<engine::BatchRun>(request, *store, *m_clock);
    QObject *context = m_run.get();
    QObject::connect(m_run.get(), &engine::BatchRun::jobChanged, context,
                     [this](const engine::JobProgress &progress) { noteJob(progress); });
    QObject::connect(m_run.get(), &engine::BatchRun::logged, context,
                     [this](const QString &line) { m_log.append(line); });
    QObject::connect(m_run.get(), &engine::BatchRun::fileProblem, context,
                     [this](const QString &message) { m_fileProblems.append(message); });
    QObject::connect(m_run.get(), &engine::BatchRun::finished, context,
                     [this](const engine::BatchProgress &progress) {
                         m_last = progress;
                         ++m_ends;
                     });
    m_run->start();
    return *m_run;
}

void Trial::noteJob(const engine::JobProgress &progress)
{
    m_jobs.insert(progress.result.name, progress);
    if (batch::holdsSlot(progress.result.state) && !progress.parked)
        m_holding.insert(progress.result.name);
    else
        m_holding.remove(progress.result.name);
    m_mostSlots = std::max(m_mostSlots, static_cast<int>(m_holding.size()));
}

engine::BatchProgress Trial::waitForEnd()
{
    [&] { QTRY_VERIFY2_WITH_TIMEOUT(isFinished(), qPrintable(describe()), 90'000); }();
    return m_last;
}

engine::BatchProgress Trial::runToEnd()
{
    begin();
    return waitForEnd();
}

engine::JobProgress Trial::job(const QString &name) const
{
    return m_jobs.value(name);
}

QString Trial::describe() const
{
    QString text;
    for (const engine::JobProgress &job : m_jobs) {
        if (job.result.state != batch::JobState::Succeeded)
            text += u"%1: %2 %3 %4\n"_s.arg(job.result.name, batch::toKey(job.result.state),
                                            job.note, job.result.error);
    }
    return text + m_log.mid(std::max<qsizetype>(0, m_log.size() - 30)).join(u'\n');
}

QString Trial::writeInput(const QString &name, const QByteArray &content) const
{
    const QString path = QDir(request.inputDir).filePath(name);
    QFile file(path);
    if (!QDir().mkpath(request.inputDir) || !file.open(QIODevice::WriteOnly)
        || file.write(content) != content.size())
        qFatal("The test can't write %s", qPrintable(path));
    return path;
}

QStringList Trial::files() const
{
    QStringList files;
    QDirIterator it(folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(QDir(folder()).relativeFilePath(it.next()));
    files.removeOne(store::manifestName.toString());
    files.sort();
    return files;
}

QJsonObject Trial::manifest() const
{
    QFile file(QDir(folder()).filePath(store::manifestName.toString()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QStringList Trial::manifestLines() const
{
    QStringList lines;
    const QJsonArray results = manifest().value("results"_L1).toArray();
    for (const QJsonValue &result : results)
        lines.append(result["name"_L1].toString() + u' ' + result["status"_L1].toString());
    return lines;
}

SandboxTrial::SandboxTrial(const sandbox::Options &options, const QList<batch::Job> &jobs)
    : server(options)
    , trial(started(server), jobs)
{
}

QUrl SandboxTrial::started(sandbox::Sandbox &server)
{
    const auto started = server.start();
    if (!started)
        qFatal("%s", qPrintable(started.error()));
    return server.baseUrl();
}
