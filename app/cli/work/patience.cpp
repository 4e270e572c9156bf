// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work/patience.h"

#include <QEventLoop>
#include <QTimer>

namespace cli {

Patience::Patience()
{
    QObject::connect(&m_interrupt, &Interrupt::requested, &m_interrupt, [this] { m_ended = true; });
}

bool Patience::waitASecond()
{
    QEventLoop loop;
    QObject::connect(&m_interrupt, &Interrupt::requested, &loop, &QEventLoop::quit);
    QTimer::singleShot(std::chrono::seconds(1), &loop, &QEventLoop::quit);
    loop.exec();
    return !m_ended;
}

} // namespace cli
