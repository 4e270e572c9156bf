// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/transfer/download.h"

class QFile;
class QNetworkReply;

namespace atlas {

struct PartOrigin;

// The errors that a download ends with, and their words.

/// The connection broke, or never was. `origin` is what came so far; `begun` says whether the
/// file's headers have come.
DownloadError brokenDownload(const QNetworkReply &reply, bool begun, const PartOrigin &origin);
/// The server answered, but not with the file.
DownloadError refusedDownload(int status, const QUrl &url);
DownloadError unwritableDownload(const QFile &file);

} // namespace atlas
