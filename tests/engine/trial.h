// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/batchrun.h"
#include "sandbox/sandbox.h"
#include "store/manifest.h"
#include "support/memorysubmissions.h"

#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>

#include <memory>

/// A small picture by a model of the catalog.
batch::Job imageJob(const QString &name);
/// A clip of one second.
batch::Job videoJob(const QString &name);
/// So many images, the fourth of every four a video; names and prompts all different.
QList<batch::Job> mixedJobs(int count);

/// A clip of one second that starts from a picture.
batch::Job videoFrom(const QString &name, const QString &image);

/// A sandbox that answers 600 times as fast as life, and knows the built-in catalog.
sandbox::Options fastSandbox(sandbox::Dialect dialect = sandbox::Dialect::Live);

/// One batch run from its request to its end, in a folder of its own, 600 times as fast as life.
class Trial
{
public:
    /// A run against a server at that base URL.
    explicit Trial(const QUrl &baseUrl, const QList<batch::Job> &jobs = {});
    ~Trial();

    /// To be changed before `begin`.
    engine::RunRequest request;
    /// What takes the facts about money; a MemorySubmissions of its own where a test sets none.
    store::SubmissionStore *store = &memory;
    MemorySubmissions memory;
    /// How much later it is than the machine's clock says.
    std::chrono::milliseconds ahead{0};

    /// Makes the run and starts it.
    engine::BatchRun &begin();
    engine::BatchRun &run() { return *m_run; }
    /// Waits for its end.
    engine::BatchProgress waitForEnd();
    engine::BatchProgress runToEnd();

    bool isFinished() const { return m_ends > 0; }
    /// How often `finished` came.
    int ends() const { return m_ends; }
    engine::JobProgress job(const QString &name) const;
    QString describe() const;
    const QStringList &log() const { return m_log; }
    const QStringList &fileProblems() const { return m_fileProblems; }
    /// The most jobs that held a slot at one moment.
    int mostSlots() const { return m_mostSlots; }

    QString folder() const { return request.outputDir; }
    /// Writes a file into the folder that jobs' paths count from; its path.
    QString writeInput(const QString &name, const QByteArray &content) const;
    /// Every file below the folder, relative, sorted; without the manifest.
    QStringList files() const;
    QJsonObject manifest() const;
    /// The manifest's results as lines "name status".
    QStringList manifestLines() const;

private:
    void noteJob(const engine::JobProgress &progress);

    QTemporaryDir m_dir;
    std::unique_ptr<engine::Clock> m_clock;
    std::unique_ptr<engine::BatchRun> m_run;
    QHash<QString, engine::JobProgress> m_jobs;
    QSet<QString> m_holding; ///< a slot
    QStringList m_log;
    QStringList m_fileProblems;
    engine::BatchProgress m_last;
    int m_ends = 0;
    int m_mostSlots = 0;
};

/// A sandbox and a trial against it.
struct SandboxTrial
{
    explicit SandboxTrial(const sandbox::Options &options, const QList<batch::Job> &jobs = {});

    sandbox::Sandbox server;
    Trial trial;

private:
    static QUrl started(sandbox::Sandbox &server);
};
