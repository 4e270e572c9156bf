// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace account {

/// Finds out whether a keychain's service runs on the session's bus, or can be started, and calls
/// `answer` from the event loop, never before this returns; not at all once `context` is gone.
///
/// QtKeychain alone would answer without a service, too, but in words of the bus, after starting a
/// bus of its own where there is none, and after blocking calls to KWallet.
void findKeychainService(QObject *context, const std::function<void(bool there)> &answer);

} // namespace account
