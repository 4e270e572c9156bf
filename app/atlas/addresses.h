// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/error.h"
#include "atlas/prediction.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace atlas {

class ApiKey;

/// The two ways to ask for a prediction: `/model/prediction/{id}` (live dialect) and
/// `/model/prediction/{id}/get` (article's).
enum class PollPath { Live, Article };

// Addresses under a base URL, which may or may not end in a slash. What a base URL has beside
// scheme, host, port and path (a user name, a query) is left out.

QUrl submitUrl(const QUrl &baseUrl, Endpoint endpoint);
QUrl uploadUrl(const QUrl &baseUrl);
QUrl pollUrl(const QUrl &baseUrl, PollPath path, const QString &predictionId);
QUrl modelsUrl(const QUrl &baseUrl);
/// Beside the base URL's path: `{origin}/public/v1/balance`.
QUrl balanceUrl(const QUrl &baseUrl);

/// The host of an address is this machine.
bool isLoopback(const QString &host);

/// Why a request must not leave at all: the address is none, the key is none, or the key would
/// travel unencrypted (`http` is for loopback hosts only).
std::optional<Error> obstacleTo(const QUrl &url, const ApiKey &key);

/// The same for a file that the server at `from` names: it is fetched over https; or from this
/// machine, where that server is on it.
std::optional<Error> obstacleToFile(const QUrl &url, const QUrl &from);

} // namespace atlas
