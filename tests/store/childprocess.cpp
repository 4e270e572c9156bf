// SPDX-License-Identifier: GPL-3.0-or-later
#include "childprocess.h"

#include <QCoreApplication>
#include <QProcess>

#include <unistd.h>

namespace {
constexpr int patience = 30'000; // ms
}

ChildProcess::ChildProcess(const QStringList &arguments)
    : m_process(std::make_unique<QProcess>())
{
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(QCoreApplication::applicationFilePath(), arguments);
    m_process->waitForStarted(patience);
}

ChildProcess::~ChildProcess()
{
    kill();
}

qint64 ChildProcess::pid() const
{
    return m_process->processId();
}

QByteArray ChildProcess::line()
{
    while (!m_process->canReadLine()) {
        if (!m_process->waitForReadyRead(patience))
            return {};
    }
    return m_process->readLine().trimmed();
}

QList<QByteArray> ChildProcess::linesSoFar()
{
    QList<QByteArray> lines;
    while (m_process->canReadLine())
        lines.append(m_process->readLine().trimmed());
    return lines;
}

void ChildProcess::letGo()
{
    m_process->closeWriteChannel();
    m_process->waitForFinished(patience);
}

void ChildProcess::kill()
{
    if (m_process->state() == QProcess::NotRunning)
        return;
    m_process->kill();
    m_process->waitForFinished(patience);
}

void tell(const QByteArray &line)
{
    const QByteArray text = line + '\n';
    // Unbuffered: what was told before a kill is with the parent.
    [[maybe_unused]] const auto written =
        ::write(STDOUT_FILENO, text.constData(), size_t(text.size()));
}

void waitToLetGo()
{
    char byte;
    while (::read(STDIN_FILENO, &byte, 1) > 0) { }
}
