// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/scene.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcessEnvironment>

#include <csignal>

#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using clitest::Outcome;

namespace money {

namespace {

constexpr int patience = 30'000; // ms, for the server to start

/// Fast enough for a server that is hundreds of times faster than life.
constexpr char polling[] = "polling: {initial: 3, factor: 1.5, max: 10}\noutput_dir: out\n";

QString program()
{
    return QStringLiteral(RUSHES_BUILD_DIR "/bin/rushes-cli");
}

QByteArray picture(int number, const QByteArray &more)
{
    const QByteArray name = "Picture " + QByteArray::number(number);
    return "  - name: " + name
        + "\n    type: image\n    model: black-forest-labs/flux-2-pro/text-to-image\n    prompt: "
        + name + "\n    width: 256\n    height: 256\n" + more;
}

QByteArray clip(int number)
{
    const QByteArray name = "Clip " + QByteArray::number(number);
    return "  - name: " + name
        + "\n    type: video\n    model: bytedance/seedance-v1.5-pro/text-to-video\n    prompt: "
        + name + "\n    duration: 1\n    resolution: 480p\n";
}

qint64 sizeOf(const QString &file)
{
    return QFileInfo(file).size();
}

} // namespace

Scene::Scene(double speed, Server server)
    : m_speed(speed)
    , m_where(server)
    , m_timeScale(speed)
{
    for (const auto &name : {u"data"_s, u"config"_s, u"cache"_s, u"tmp"_s})
        QDir(m_folder.path()).mkdir(name);
}

Scene::~Scene()
{
    killServer();
}

QString Scene::stateFile() const
{
    return path(m_where == Server::Apart ? u"server.state"_s
                                         : u"cache/rushes/sandbox-state.jsonl"_s);
}

QString Scene::eventFile() const
{
    return m_where == Server::Apart ? logFile() : stateFile();
}

std::unique_ptr<QProcess> Scene::start(QStringList line) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ATLAS_CLOUD_API_KEY"_s, u"any"_s);
    environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
    environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setStandardInputFile(QProcess::nullDevice());
    // A test that is broken off leaves nothing running.
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    const QString command = line.takeFirst();
    process->start(command, line);
    return process;
}

bool Scene::startServer()
{
    constexpr int tries = 20;
    const bool isFirst = m_port == 0;
    for (int i = 0; i < tries; ++i) {
        // Not one that the system gives away meanwhile, to whoever opens a connection.
        if (isFirst)
            m_port = QRandomGenerator::global()->bounded(20'000, 32'000);
        QStringList line{program(),    u"sandbox"_s,
                         u"--port"_s,  QString::number(m_port),
                         u"--speed"_s, QString::number(m_speed),
                         u"--log"_s,   logFile(),
                         u"--state"_s, stateFile()};
        for (const QString &fault : m_faults)
            line << u"--fault"_s << fault;
        m_server = start(line);
        m_server->setReadChannel(QProcess::StandardOutput);
        while (!m_server->canReadLine() && m_server->waitForReadyRead(patience)) { }
        m_url = QString::fromUtf8(m_server->readLine()).trimmed();
        if (!m_url.isEmpty())
            return true;
        killServer();
    }
    return false;
}

void Scene::killServer()
{
    if (!m_server)
        return;
    m_server->kill();
    m_server->waitForFinished();
    m_server.reset();
}

QStringList Scene::commandLine(const QString &command, const QStringList &more) const
{
    QStringList line{program(), command, batchFile()};
    line << more;
    const bool waits = command != "status"_L1;
    if (m_where == Server::Apart)
        line << u"--base-url"_s << m_url;
    else
        line << u"--sandbox"_s;
    if (waits && m_where == Server::Within)
        line << u"--sandbox-speed"_s << QString::number(m_speed);
    if (waits)
        line << u"--time-scale"_s << QString::number(m_timeScale);
    return line;
}

std::unique_ptr<QProcess> Scene::begin(const QString &command, const QStringList &more) const
{
    return start(commandLine(command, more));
}

Outcome Scene::run(const QString &command, const QStringList &more) const
{
    return clitest::outcomeOf(*begin(command, more));
}

Outcome Scene::runInShell(const QString &script, const QString &command,
                          const QStringList &wrapper) const
{
    const QStringList shell{u"sh"_s, u"-c"_s, script, u"sh"_s};
    return clitest::outcomeOf(*start(wrapper + shell + commandLine(command, {})));
}

Books Scene::books() const
{
    return Books::read(logFile(), stateFile());
}

QHash<QString, QJsonObject> Scene::standings() const
{
    QHash<QString, QJsonObject> standings;
    const QJsonObject status = run(u"status"_s, {u"--json"_s}).json();
    for (const QJsonValue &value : status.value("results"_L1).toArray()) {
        const QJsonObject result = value.toObject();
        standings.insert(result.value("name"_L1).toString(), result);
    }
    return standings;
}

QStringList Scene::namesOf(const QHash<QString, QJsonObject> &standings, const QString &status)
{
    QStringList names;
    for (auto each = standings.begin(); each != standings.end(); ++each) {
        if (each->value("status"_L1).toString() == status)
            names.append(each.key());
    }
    names.sort();
    return names;
}

QByteArray pictures(int count, const QByteArray &settings, const QByteArray &jobLines)
{
    QByteArray text = polling + settings + "jobs:\n";
    for (int i = 1; i <= count; ++i)
        text += picture(i, jobLines);
    return text;
}

QByteArray mixed(int count, const QByteArray &settings)
{
    QByteArray text = polling + settings + "jobs:\n";
    for (int i = 1; i <= count; ++i)
        text += i % 10 == 0 ? clip(i) : picture(i, {});
    return text;
}

QRandomGenerator dice()
{
    bool isGiven = false;
    const quint32 given = qEnvironmentVariable("RUSHES_TEST_SEED").toUInt(&isGiven);
    const quint32 seed = isGiven ? given : QRandomGenerator::system()->generate();
    qInfo("The moments are drawn with RUSHES_TEST_SEED=%u", seed);
    return QRandomGenerator(seed);
}

bool isStillRunning(QProcess &process, int ms)
{
    // waitForFinished says of a process that has ended before that it didn't.
    return process.state() != QProcess::NotRunning && !process.waitForFinished(ms);
}

bool waitForAnyMoment(QProcess &process, const Scene &scene, QRandomGenerator &dice)
{
    constexpr qint64 line = 160; // bytes an event, about
    if (dice.bounded(4) == 0)
        return isStillRunning(process, dice.bounded(100));
    const qint64 until = sizeOf(scene.eventFile()) + line * dice.bounded(1, 20);
    const QDeadlineTimer deadline(1000);
    while (sizeOf(scene.eventFile()) < until && !deadline.hasExpired()) {
        if (!isStillRunning(process, 2))
            return false;
    }
    return isStillRunning(process, dice.bounded(20));
}

} // namespace money
