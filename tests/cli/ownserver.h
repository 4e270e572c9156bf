// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/program.h"
#include "sandbox/sandbox.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>

namespace clitest {

/// A batch file, a place for its results, a home, and a sandbox of the test's own, which it can
/// look into, and which remembers what it accepted when it is served anew.
class OwnServer
{
public:
    using Setting = std::function<void(sandbox::Options &)>;

    /// False if it can't listen. Later calls serve anew, on the same port.
    bool serve(const Setting &set = {});
    /// Ends the server; the next one serves at the same address.
    void stop();
    sandbox::Sandbox::Tally tally() const { return m_sandbox->tally(); }
    /// The submissions of that prompt that were accepted, in their order, as they came.
    QList<QJsonObject> accepted(const QString &prompt) const;

    bool writeBatch(const QByteArray &text) const { return writeFile(file(), text); }
    QString file() const { return m_folder.filePath(m_fileName); }
    /// Gives the batch file another name.
    bool renameBatch(const QString &name);
    QString results() const { return m_folder.filePath(QStringLiteral("results")); }
    /// The files in `results`/images, by name.
    QStringList images() const;
    QJsonObject manifest() const;
    QString ledger() const { return m_home.ledger(); }

    /// The command on the batch and the server, with the key.
    Outcome run(const QString &command, const QStringList &more = {}) const;
    std::unique_ptr<QProcess> start(const QString &command, const QStringList &more = {}) const;
    /// Waits until `status` says of so many jobs that they are generated.
    bool waitForGenerating(int jobs) const;
    /// Begins a run and kills it when so many of its jobs are generated. From then on the server is
    /// a fast one without faults, which goes on with what it accepted.
    bool runAndKill(int generating);
    /// Waits until `status` says that of the job.
    bool waitFor(const QString &name, const QString &status) const;
    /// The job of that name in the answer of `status`.
    QJsonObject statusOf(const QString &name) const;

private:
    QStringList arguments(const QString &command, const QStringList &more) const;

    PrivateHome m_home;
    QTemporaryDir m_folder;
    QString m_fileName = QStringLiteral("batch.yaml");
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QUrl m_url;
    double m_speed = 60;
};

} // namespace clitest
