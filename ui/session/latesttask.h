// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace ui {

/// Work for the thread pool of which only the latest counts: a value comes back to the window's
/// thread, unless other work was begun, or this was cancelled or destroyed, in the meantime. To
/// be used from the window's thread.
template <typename Value>
class LatestTask
{
public:
    /// `work` runs in the pool and must know only values; `done` runs in the window's thread.
    void start(std::function<Value()> work, std::function<void(Value)> done)
    {
        m_token = std::make_shared<int>();
        QThreadPool::globalInstance()->start([token = std::weak_ptr<int>(m_token),
                                              work = std::move(work),
                                              done = std::move(done)]() mutable {
            if (token.expired())
                return;
            auto value = std::make_shared<Value>(work());
            QCoreApplication *application = QCoreApplication::instance();
            if (!application)
                return;
            QMetaObject::invokeMethod(
                application,
                [token, value, done = std::move(done)] {
                    if (!token.expired())
                        done(std::move(*value));
                },
                Qt::QueuedConnection);
        });
    }
    void cancel() { m_token.reset(); }

private:
    std::shared_ptr<int> m_token;
};

} // namespace ui
