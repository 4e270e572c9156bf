// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work/interrupt.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace cli {

namespace {

constexpr int interruptSignals[] = {SIGINT, SIGTERM, SIGHUP};

// A signal handler may do little more than write to a pipe that it finds in a global.
int pipeEnds[2] = {-1, -1};

void onSignal(int)
{
    const int error = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
    errno = error;
}

void listen(bool on)
{
    for (const int signal : interruptSignals) {
        struct sigaction action = {};
        // A process that was started to survive its terminal (nohup) goes on doing so.
        if (signal == SIGHUP && sigaction(signal, nullptr, &action) == 0
            && action.sa_handler == SIG_IGN)
            continue;
        action = {};
        action.sa_handler = on ? onSignal : SIG_DFL;
        action.sa_flags = SA_RESTART;
        sigaction(signal, &action, nullptr);
    }
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Interrupt::readPipe);
    listen(true);
}

Interrupt::~Interrupt()
{
    if (!m_notifier)
        return;
    listen(false);
    m_notifier->setEnabled(false);
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

void Interrupt::readPipe()
{
    char byte = 0;
    while (::read(pipeEnds[0], &byte, 1) == 1) {
        ++m_count;
        if (m_count == 2)
            listen(false);
        emit requested(m_count);
    }
}

} // namespace cli
