// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/apikey.h"

#include <QUrl>

#include <chrono>

namespace atlas {

/// Atlas Cloud's own server (ATLAS_API).
QUrl defaultBaseUrl();

/// Where the server is and how patient to be with it.
struct Connection
{
    QUrl baseUrl = defaultBaseUrl(); ///< such as https://api.atlascloud.ai/api/v1
    ApiKey key;
    /// Without a byte moving for this long, a request is given up.
    std::chrono::milliseconds submitTimeout = std::chrono::seconds(60);
    std::chrono::milliseconds pollTimeout = std::chrono::seconds(30);
    std::chrono::milliseconds downloadTimeout = std::chrono::seconds(60);
};

} // namespace atlas
