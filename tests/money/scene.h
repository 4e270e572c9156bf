// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/program.h"
#include "money/books.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <memory>

namespace money {

/// One batch, one user and one server, apart from all others: a folder with the batch file, the
/// results, the user's data (the ledger among them), and a sandbox in a process of its own, which
/// can be killed and started again. To be used in the thread that made it.
class Scene
{
public:
    /// Where the server is.
    enum class Server {
        Apart,  ///< in a process of its own
        Within, ///< in that of each command
    };
    /// Both the server and the program's waits hurry that much.
    explicit Scene(double speed, Server server = Server::Apart);
    ~Scene();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString batchFile() const { return path(QStringLiteral("batch.yaml")); }
    QString outputDir() const { return path(QStringLiteral("out")); }
    /// What the server writes first when something happens.
    QString eventFile() const;
    /// Of the program's waits alone.
    void setTimeScale(double scale) { m_timeScale = scale; }
    void setFaults(const QStringList &faults) { m_faults = faults; }

    /// Starts the sandbox; after the first time on the same port, with what it accepted before.
    bool startServer();
    void killServer();

    /// `rushes-cli COMMAND batch.yaml` with the server and the folder, not waited for.
    std::unique_ptr<QProcess> begin(const QString &command, const QStringList &more = {}) const;
    clitest::Outcome run(const QString &command, const QStringList &more = {}) const;
    /// The same from within a shell script, which has the program and its arguments as "$@";
    /// `wrapper` is a command that runs the shell.
    clitest::Outcome runInShell(const QString &script, const QString &command,
                                const QStringList &wrapper = {}) const;

    Books books() const;
    /// `results` of `status --json`, by the jobs' names.
    QHash<QString, QJsonObject> standings() const;
    /// The names of the jobs that stand so.
    static QStringList namesOf(const QHash<QString, QJsonObject> &standings, const QString &status);

private:
    /// A program and its arguments, in this user's environment.
    std::unique_ptr<QProcess> start(QStringList line) const;
    QStringList commandLine(const QString &command, const QStringList &more) const;

    QString logFile() const { return path(QStringLiteral("server.log")); }
    QString stateFile() const;

    const double m_speed;
    const Server m_where;
    double m_timeScale;
    QStringList m_faults;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_server;
    int m_port = 0;
    QString m_url;
};

/// A batch of as many small images, named as their prompts, in YAML: "Picture 1", …
QByteArray pictures(int count, const QByteArray &settings = {}, const QByteArray &jobLines = {});
/// The same with every tenth a small video, "Clip 10", …
QByteArray mixed(int count, const QByteArray &settings = {});

/// From RUSHES_TEST_SEED, or any; said on the test's output, so that a failure can be repeated.
QRandomGenerator dice();

/// Waits that long for it to end.
bool isStillRunning(QProcess &process, int ms);
/// Waits for a moment: some time, or some events at the server and a little time. False if
/// the process has ended before.
bool waitForAnyMoment(QProcess &process, const Scene &scene, QRandomGenerator &dice);

/// How the disk was in a batch's life. While it is full the ledger may miss a fact: then a result
/// is fetched again, under another name, or a submission is held that the program knew more of.
enum class Disk { Fine, WasFull };

/// Everything that is wrong at the end of a batch, in words; nothing if all is well. Every job has
/// succeeded or is held as unresolved; what was charged and not refunded is on disk or held, once;
/// nothing is held that the program had asked for by its id; every file is whole and belongs to a
/// job, and the manifest says the same.
QStringList wrongAtTheEnd(const Scene &scene, Disk disk = Disk::Fine);
/// What is wrong with the manifest at any moment: there is none, or it is whole.
QString wrongWithManifest(const Scene &scene);

} // namespace money
