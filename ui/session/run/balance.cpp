// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run/balance.h"

#include "atlas/client.h"

namespace ui {

namespace {

bool isSameAccount(const atlas::Connection &one, const atlas::Connection &other)
{
    return one.baseUrl == other.baseUrl && one.key.secret() == other.key.secret();
}

} // namespace

Balance::~Balance() = default;

bool Balance::isOf(const atlas::Connection &connection) const
{
    return isSameAccount(connection, m_connection);
}

void Balance::refresh(const atlas::Connection &connection)
{
    if (!isOf(connection))
        clear();
    m_connection = connection;
    // The earlier client may be in the middle of telling its answer: nobody listens any more, and
    // it goes a little later.
    if (m_client)
        m_client->deleteLater();
    m_client = new atlas::Client(connection, this);
    const QPointer<atlas::Client> client = m_client;
    connect(m_client->fetchBalance(), &atlas::BalanceCall::finished, this,
            [this, client](const tl::expected<batch::Cost, atlas::Error> &result) {
                if (client != m_client)
                    return;
                m_amount = result ? std::optional(*result) : std::nullopt;
                m_problem = result ? QString() : result.error().message;
                m_client->deleteLater();
                m_client = nullptr;
                emit changed();
            });
}

void Balance::clear()
{
    if (m_client)
        m_client->deleteLater();
    m_client = nullptr;
    m_connection = {};
    const bool wasKnown = m_amount || !m_problem.isEmpty();
    m_amount.reset();
    m_problem.clear();
    if (wasKnown)
        emit changed();
}

} // namespace ui
