// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runthread.h"

#include "engine/batchrun.h"
#include "engine/clock.h"

#include <QThread>

#include <utility>

namespace engine {

/// What lives on the engine's thread.
class Engine : public QObject
{
    Q_OBJECT
public:
    explicit Engine(RunThread::StoreFactory makeStore)
        : m_makeStore(std::move(makeStore))
    {
    }

    void start(const RunRequest &request)
    {
        if (!m_store)
            m_store = m_makeStore();
        m_run.reset();
        m_clock = std::make_unique<SystemClock>(request.timeScale);
        m_run = std::make_unique<BatchRun>(request, *m_store, *m_clock);
        connect(m_run.get(), &BatchRun::jobChanged, this, &Engine::jobChanged);
        connect(m_run.get(), &BatchRun::progressChanged, this, &Engine::progressChanged);
        connect(m_run.get(), &BatchRun::logged, this, &Engine::logged);
        connect(m_run.get(), &BatchRun::fileProblem, this, &Engine::fileProblem);
        connect(m_run.get(), &BatchRun::finished, this, &Engine::finished);
        emit started();
        m_run->start();
    }
    void add(const RunAddition &addition)
    {
        if (m_run && m_run->takesJobs())
            m_run->add(addition);
        else
            emit addedTooLate(addition.jobs);
    }
    /// Null before the first run.
    BatchRun *run() { return m_run.get(); }

signals:
    void started();
    void addedTooLate(const QList<batch::Job> &jobs);
    void jobChanged(const engine::JobProgress &progress);
    void progressChanged(const engine::BatchProgress &progress);
    void logged(const QString &line);
    void fileProblem(const QString &message);
    void finished(const engine::BatchProgress &progress);

private:
    RunThread::StoreFactory m_makeStore;
    std::unique_ptr<store::SubmissionStore> m_store;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<BatchRun> m_run;
};

class RunThread::Private
{
public:
    explicit Private(StoreFactory makeStore)
        : engine(new Engine(std::move(makeStore)))
    {
    }

    /// Lets the engine's thread do something with its run, if it has one.
    template <typename Command>
    void command(Command command)
    {
        QMetaObject::invokeMethod(
            engine,
            [target = engine, command] {
                if (BatchRun *run = target->run())
                    command(*run);
            },
            Qt::QueuedConnection);
    }

    QThread thread;
    Engine *engine; ///< deleted by its thread's end
    bool running = false;
};

RunThread::RunThread(StoreFactory makeStore, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(makeStore)))
{
    qRegisterMetaType<engine::JobProgress>();
    qRegisterMetaType<engine::BatchProgress>();
    qRegisterMetaType<engine::RunRequest>();
    Engine *engine = d->engine;
    engine->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, engine, &QObject::deleteLater);
    connect(engine, &Engine::started, this, &RunThread::started);
    connect(engine, &Engine::addedTooLate, this, &RunThread::addedTooLate);
    connect(engine, &Engine::jobChanged, this, &RunThread::jobChanged);
    connect(engine, &Engine::progressChanged, this, &RunThread::progressChanged);
    connect(engine, &Engine::logged, this, &RunThread::logged);
    connect(engine, &Engine::fileProblem, this, &RunThread::fileProblem);
    connect(engine, &Engine::finished, this, [this](const engine::BatchProgress &progress) {
        d->running = false;
        emit finished(progress);
    });
    d->thread.setObjectName("Engine");
    d->thread.start();
}

RunThread::~RunThread()
{
    d->command([](BatchRun &run) { run.leave(); });
    QMetaObject::invokeMethod(
        d->engine, [thread = &d->thread] { thread->quit(); }, Qt::QueuedConnection);
    d->thread.wait();
}

bool RunThread::isRunning() const
{
    return d->running;
}

void RunThread::start(const RunRequest &request)
{
    if (d->running)
        return;
    d->running = true;
    QMetaObject::invokeMethod(
        d->engine, [engine = d->engine, request] { engine->start(request); }, Qt::QueuedConnection);
}

void RunThread::stop()
{
    d->command([](BatchRun &run) { run.stop(); });
}

void RunThread::leave()
{
    d->command([](BatchRun &run) { run.leave(); });
}

void RunThread::setMaxWorkers(int workers)
{
    d->command([workers](BatchRun &run) { run.setMaxWorkers(workers); });
}

void RunThread::setBudget(std::optional<batch::Cost> budget)
{
    d->command([budget](BatchRun &run) { run.setBudget(budget); });
}

void RunThread::setMonthlyLimit(std::optional<batch::Cost> limit)
{
    d->command([limit](BatchRun &run) { run.setMonthlyLimit(limit); });
}

void RunThread::cancel(const QList<batch::JobId> &jobs)
{
    d->command([jobs](BatchRun &run) { run.cancel(jobs); });
}

void RunThread::resume(const atlas::ApiKey &key)
{
    d->command([key](BatchRun &run) { run.resume(key); });
}

void RunThread::add(const RunAddition &addition)
{
    QMetaObject::invokeMethod(
        d->engine, [engine = d->engine, addition] { engine->add(addition); }, Qt::QueuedConnection);
}

} // namespace engine

#include "runthread.moc"
