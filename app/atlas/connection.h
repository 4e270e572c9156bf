// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/apikey.h"

#include <QUrl>

#include <chrono>

namespace atlas {

/// Atlas Cloud's own server (docs/atlas-api.md).
QUrl defaultBaseUrl();

/// Where the server is and how patient to be with it.
struct Connection
{
    /// Such as https://api.atlascloud.ai/api/v1, with or without a slash at its end. Over plain
    /// http the key goes to loopback hosts only: elsewhere the client refuses to send it.
    QUrl baseUrl = defaultBaseUrl();
    ApiKey key;
    /// Without a byte moving for this long, a request is given up.
    std::chrono::milliseconds submitTimeout = std::chrono::seconds(60);
    /// For an upload; the service may take its time with a large file after its last byte.
    std::chrono::milliseconds uploadTimeout = std::chrono::seconds(120);
    std::chrono::milliseconds pollTimeout = std::chrono::seconds(30);
    std::chrono::milliseconds downloadTimeout = std::chrono::seconds(60);
};

} // namespace atlas
