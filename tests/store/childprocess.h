// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <memory>

class QProcess;

/// The test program once more, as another process that speaks in lines.
class ChildProcess
{
public:
    explicit ChildProcess(const QStringList &arguments);
    /// Kills it if it still runs.
    ~ChildProcess();

    qint64 pid() const;
    /// Its next whole line; empty if there comes none.
    QByteArray line();
    /// The whole lines that it has written and that line() hasn't given yet.
    QList<QByteArray> linesSoFar();
    /// Ends its standard input and waits until it has ended itself.
    void letGo();
    /// SIGKILL; buries it.
    void kill();

private:
    std::unique_ptr<QProcess> m_process;
};

/// For the child: writes a line at once; waits until the parent lets go.
void tell(const QByteArray &line);
void waitToLetGo();
