// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/apikey.h"

#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>

namespace account {

/// Why the keychain can't be used; for people.
struct KeychainError
{
    bool noService = false; ///< there is no keychain on this machine, or it is locked
    QString message;
};

/// The key for Atlas Cloud in the keychain of the person's desktop (Secret Service, KWallet)
/// through QtKeychain. Never anywhere else: without a service nothing is written.
///
/// Each call is answered once, from the event loop, and in the order of the calls; not at all once
/// the Keychain is gone, though what was begun is still done. A locked keychain shows a prompt of
/// its own, and the answer takes as long as the person does.
class Keychain
{
public:
    using KeyAnswer = std::function<void(const tl::expected<atlas::ApiKey, KeychainError> &key)>;
    using Answer = std::function<void(const tl::expected<void, KeychainError> &done)>;

    /// An empty key: none is kept there.
    void read(const KeyAnswer &answer);
    void write(const atlas::ApiKey &key, const Answer &answer);
    /// Nothing to remove is no error.
    void remove(const Answer &answer);

private:
    QObject m_context; ///< answers end with it
};

/// The same for a terminal: waits, at most `patience`. An empty key where there is none, or no
/// keychain: that is found out at once. Needs an event loop's application, not a running loop.
atlas::ApiKey keyFromKeychain(std::chrono::milliseconds patience);

} // namespace account
