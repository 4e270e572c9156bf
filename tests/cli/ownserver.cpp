// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ownserver.h"

#include "catalog/catalog.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clitest {

namespace {

const Variables key{{u"ATLAS_CLOUD_API_KEY"_s, u"good-key-1234"_s}};

} // namespace

bool OwnServer::serve(const Setting &set)
{
    sandbox::Options options;
    options.models = catalog::Catalog::builtIn().toSnapshot();
    options.speed = 60;
    options.keys = {"good-key-1234"};
    options.stateFile = m_folder.filePath(u"server.jsonl"_s);
    options.logFile = m_folder.filePath(u"log.jsonl"_s);
    if (!m_url.isEmpty())
        options.port = static_cast<quint16>(m_url.port());
    if (set)
        set(options);
    m_speed = options.speed;
    m_sandbox.reset();
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    const bool started = m_sandbox->start().has_value();
    m_url = m_sandbox->baseUrl();
    return started;
}

void OwnServer::stop()
{
    m_sandbox.reset();
}

QList<QJsonObject> OwnServer::accepted(const QString &prompt) const
{
    QList<QJsonObject> requests;
    QFile log(m_folder.filePath(u"log.jsonl"_s));
    if (!log.open(QIODevice::ReadOnly))
        return requests;
    while (!log.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(log.readLine()).object();
        if (line.value("event"_L1) == "submit"_L1 && line.contains("prediction"_L1)
            && line.value("prompt"_L1) == prompt)
            requests.append(line.value("request"_L1).toObject());
    }
    return requests;
}

bool OwnServer::renameBatch(const QString &name)
{
    const QString from = file();
    m_fileName = name;
    return QFile::rename(from, file());
}

QStringList OwnServer::images() const
{
    return QDir(results() + u"/images"_s).entryList(QDir::Files, QDir::Name);
}

QJsonObject OwnServer::manifest() const
{
    return readJson(results() + u"/manifest.json"_s);
}

QStringList OwnServer::arguments(const QString &command, const QStringList &more) const
{
    QStringList list{command,   file(),          u"--output-dir"_s,
                     results(), u"--base-url"_s, m_url.toString()};
    if (command != "status"_L1)
        list += {u"--time-scale"_s, QString::number(m_speed)};
    return list + more;
}

Outcome OwnServer::run(const QString &command, const QStringList &more) const
{
    return clitest::run(arguments(command, more), key);
}

std::unique_ptr<QProcess> OwnServer::start(const QString &command, const QStringList &more) const
{
    return clitest::start(arguments(command, more), key);
}

bool OwnServer::waitForGenerating(int jobs) const
{
    // Not by what the run says: it may be killed between its words and its deeds.
    constexpr int tries = 300;
    for (int i = 0; i < tries; ++i) {
        const QJsonArray results =
            run(u"status"_s, {u"--json"_s}).json().value("results"_L1).toArray();
        const auto generating = std::ranges::count_if(results, [](const QJsonValue &job) {
            return job["status"_L1].toString() == "generating"_L1;
        });
        if (generating == jobs)
            return true;
    }
    return false;
}

bool OwnServer::waitFor(const QString &name, const QString &status) const
{
    constexpr int tries = 300;
    for (int i = 0; i < tries; ++i) {
        if (statusOf(name).value("status"_L1) == status)
            return true;
    }
    return false;
}

bool OwnServer::runAndKill(int generating)
{
    const auto process = start(u"run"_s);
    const bool reached = waitForGenerating(generating);
    process->kill();
    return process->waitForFinished() && reached && serve();
}

QJsonObject OwnServer::statusOf(const QString &name) const
{
    const QJsonObject status = run(u"status"_s, {u"--json"_s}).json();
    for (const QJsonValue &job : status.value("results"_L1).toArray()) {
        if (job["name"_L1].toString() == name)
            return job.toObject();
    }
    return {};
}

} // namespace clitest
