// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace cli {

/// Turns Ctrl-C (SIGINT), SIGTERM and SIGHUP into a signal of the event loop for as long as it
/// lives. One at a time. After the second, a third ends the process as if nobody listened.
class Interrupt : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

signals:
    /// The `count`-th time, from 1.
    void requested(int count);

private:
    void readPipe();

    QSocketNotifier *m_notifier = nullptr;
    int m_count = 0;
};

} // namespace cli
