// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace clitest {

namespace {

constexpr int patience = 100'000; // ms; a run that hangs fails before the test's own limit

} // namespace

PrivateHome::PrivateHome()
{
    for (const char *name : {"data", "config", "cache"}) {
        const QByteArray variable = "XDG_" + QByteArray(name).toUpper() + "_HOME";
        qputenv(variable, QFile::encodeName(m_folder.filePath(QLatin1StringView(name))));
    }
}

bool PrivateHome::writeSettings(const QByteArray &text) const
{
    return QDir().mkpath(m_folder.filePath(u"config/Rushes"_s))
        && writeFile(m_folder.filePath(u"config/Rushes/Rushes.conf"_s), text);
}

QJsonObject Outcome::json() const
{
    return QJsonDocument::fromJson(out).object();
}

std::unique_ptr<QProcess> start(const QStringList &arguments, const Variables &variables)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    process->setProcessEnvironment(environment);
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(QStringLiteral(RUSHES_BUILD_DIR "/bin/rushes-cli"), arguments);
    return process;
}

Outcome outcomeOf(QProcess &process)
{
    const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(patience);
    Outcome outcome;
    if (ended && process.exitStatus() == QProcess::NormalExit)
        outcome.exitCode = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

bool says(QProcess &process, const QByteArray &words)
{
    process.setReadChannel(QProcess::StandardError);
    QByteArray said;
    while (!said.contains(words)) {
        if (process.bytesAvailable() == 0 && !process.waitForReadyRead(patience))
            return false;
        said += process.readAllStandardError();
    }
    return true;
}

Outcome run(const QStringList &arguments, const Variables &variables)
{
    return outcomeOf(*start(arguments, variables));
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QString example(const QString &name)
{
    return QStringLiteral(RUSHES_SOURCE_DIR "/resources/examples/") + name;
}

QByteArray imageBatch(int jobs, const QByteArray &settings)
{
    QByteArray text = settings + "jobs:\n";
    for (int i = 1; i <= jobs; ++i) {
        const QByteArray name = "Picture " + QByteArray::number(i);
        text += "  - name: " + name
            + "\n    type: image\n    model: black-forest-labs/flux-2-pro/text-to-image\n"
              "    prompt: "
            + name + "\n    width: 256\n    height: 256\n";
    }
    return text;
}

} // namespace clitest
