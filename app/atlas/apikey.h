// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>

namespace atlas {

/// An API key. A type of its own so that none is printed, logged or saved by mistake: it turns
/// into no string and streams nowhere; only the client reads it, for the Authorization header.
class ApiKey
{
public:
    ApiKey() = default;
    explicit ApiKey(QByteArray secret)
        : m_secret(std::move(secret).trimmed())
    {
    }

    bool isEmpty() const { return m_secret.isEmpty(); }
    const QByteArray &secret() const { return m_secret; }

private:
    QByteArray m_secret;
};

} // namespace atlas
