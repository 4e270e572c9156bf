// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/addresses.h"
#include "atlas/client.h"
#include "atlas/exchange.h"
#include "atlas/hiddenkey.h"

#include <functional>
#include <utility>

namespace atlas {

/// What all calls do alike: hold back requests that must not leave, run exchanges one after the
/// other, and end once.
template <typename Base, typename Result>
class RunningCall : public Base
{
public:
    RunningCall(ApiKey key, QObject *parent)
        : Base(parent)
        , m_key(std::move(key))
    {
    }

    void abort() override
    {
        m_ended = true;
        delete m_exchange;
        m_exchange = nullptr;
        this->deleteLater();
    }

protected:
    const ApiKey &key() const { return m_key; }

    /// Begins an exchange by `send`, and hands what comes of it to `then`; or ends the call at
    /// once with the reason why nothing may be sent.
    void exchange(const QUrl &url, const std::function<void(Exchange &)> &send,
                  const std::function<void(const Outcome &)> &then)
    {
        if (const auto obstacle = obstacleTo(url, m_key)) {
            endLater(*obstacle);
            return;
        }
        m_exchange = new Exchange(this);
        QObject::connect(m_exchange, &Exchange::finished, this, [this, then](const Outcome &o) {
            m_exchange->deleteLater();
            m_exchange = nullptr;
            then(o);
        });
        send(*m_exchange);
    }

    void endLater(const Error &error)
    {
        QMetaObject::invokeMethod(
            this, [this, error] { end(tl::unexpected(error)); }, Qt::QueuedConnection);
    }

    void end(tl::expected<Result, Error> result)
    {
        if (std::exchange(m_ended, true))
            return;
        if (!result)
            hideKey(result.error(), m_key);
        if constexpr (std::is_same_v<Result, Prediction>) {
            if (result)
                hideKey(result->error, m_key);
        }
        // First, since a receiver may delete the client and this with it.
        this->deleteLater();
        emit this->finished(result);
    }

private:
    ApiKey m_key;
    Exchange *m_exchange = nullptr;
    bool m_ended = false;
};

} // namespace atlas
