// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace clitest {

using Variables = QHash<QString, QString>;

/// Ledger, settings and cache of a person's own, for this process and those that it starts, until
/// the next one is made.
class PrivateHome
{
public:
    PrivateHome();

    /// Becomes the content of the person's settings.
    bool writeSettings(const QByteArray &text) const;
    QString ledger() const
    {
        return m_folder.filePath(QStringLiteral("data/rushes/ledger.sqlite"));
    }

private:
    QTemporaryDir m_folder;
};

/// What a run of rushes-cli left behind.
struct Outcome
{
    int exitCode = -1; ///< -1: it crashed or didn't end
    QByteArray out;
    QByteArray err;

    /// stdout as one JSON document; empty if it is anything else.
    QJsonObject json() const;
};

/// The program, not yet waited for. `variables` are added to the test's environment, which holds
/// no key.
std::unique_ptr<QProcess> start(const QStringList &arguments, const Variables &variables = {});
/// Waits until it has ended.
Outcome outcomeOf(QProcess &process);
/// Waits until it has said these words on stderr; what it said is read then.
bool says(QProcess &process, const QByteArray &words);
Outcome run(const QStringList &arguments, const Variables &variables = {});

/// Writes a file; false if that fails.
bool writeFile(const QString &path, const QByteArray &content);
QJsonObject readJson(const QString &path);
/// The path of a batch that the program is shipped with.
QString example(const QString &name);
/// A batch of as many small images ("Picture 1", …), in YAML, with `settings` lines above.
QByteArray imageBatch(int jobs, const QByteArray &settings = {});

} // namespace clitest
