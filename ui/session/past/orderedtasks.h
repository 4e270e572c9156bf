// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace ui {

/// Work with the disk that is done to the end whatever happens, one piece after another, on a
/// thread of its own: a lock is given back before it is asked for anew, a decision is written
/// before the ledger is read again. To be used from the window's thread; its end waits for what
/// was begun.
class OrderedTasks
{
public:
    OrderedTasks()
        : m_token(std::make_shared<int>())
    {
        m_pool.setMaxThreadCount(1);
    }

    /// `work` must know only values; `done` runs in the window's thread with its outcome, unless
    /// this was destroyed in the meantime.
    template <typename Value>
    void start(std::function<Value()> work, std::function<void(Value)> done)
    {
        m_pool.start([token = std::weak_ptr<int>(m_token), work = std::move(work),
                      done = std::move(done)]() mutable {
            auto value = std::make_shared<Value>(work());
            QCoreApplication *application = QCoreApplication::instance();
            if (!application)
                return;
            QMetaObject::invokeMethod(
                application,
                [token, value = std::move(value), done = std::move(done)] {
                    if (!token.expired())
                        done(std::move(*value));
                },
                Qt::QueuedConnection);
        });
    }
    void start(std::function<void()> work) { m_pool.start(std::move(work)); }

private:
    QThreadPool m_pool;
    std::shared_ptr<int> m_token; ///< goes before the pool waits
};

} // namespace ui
