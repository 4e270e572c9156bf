// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace sandbox {

/// The ways a real service fails, each with the probability (0 to 1) of meeting it. Those of a
/// submission, a poll and a download are drawn for every request anew, those of a generation once
/// for each prediction.
struct Faults
{
    // A submission
    double rateLimited = 0;   ///< 429, without Retry-After
    double internalError = 0; ///< 500, not accepted
    double busy = 0;          ///< 503, not accepted
    double resetBefore = 0;   ///< the connection breaks before the request is accepted
    double resetAfter = 0;    ///< accepted, and the connection breaks before the reply
    double droppedReply = 0;  ///< accepted, and no reply ever comes
    // An upload
    double uploadError = 0; ///< 500, not kept
    double uploadReset = 0; ///< kept, and the connection breaks before the reply
    // A poll
    double pollError = 0;   ///< 500, 502, 503 or a broken connection
    double pollGarbage = 0; ///< a 200 that is no JSON, or says nothing
    // A generation
    double warmUp = 0; ///< unknown (404) for the first 5 s (divided by the speed)
    double generationFails = 0;
    double moderated = 0; ///< refused by content moderation (1039)
    double neverFinishes = 0;
    // A download
    double download403 = 0; ///< this link has expired; the next poll gives another
    double download404 = 0; ///< likewise
    double download500 = 0;
    double truncated = 0;     ///< ends early, with the connection closed in order
    double downloadReset = 0; ///< the connection breaks on the way
    double wrongContent = 0;  ///< an HTML page in place of the file

    /// The switches' names: "429", "500", "503", "reset-before", "reset-after", "dropped-reply",
    /// "upload-500", "upload-reset", "poll-error", "poll-garbage", "warm-up", "generation-fails",
    /// "moderated", "never-finishes", "download-403", "download-404", "download-500", "truncated",
    /// "download-reset", "wrong-content".
    static QStringList names();
    /// Reads switches such as "429=0.3"; the error, for people, names what was expected.
    static tl::expected<Faults, QString> parse(const QStringList &switches);
};

} // namespace sandbox
