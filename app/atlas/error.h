// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace atlas {

/// What went wrong with a request, as far as a caller must act differently
/// (docs/atlas-api.md: "Errors").
enum class ErrorKind {
    Refused,     ///< 400, 404, 413, 422, 451: this request will never be accepted
    Key,         ///< 401, 403: no key, a wrong one, or one that may not do this
    Balance,     ///< 402: the balance is used up
    RateLimited, ///< 429: back off, for the model as a whole
    Internal,    ///< 500
    Busy,        ///< 503: back off and try again
    Gateway,     ///< 502, 504: an answer from something between us and the server
    Network,     ///< no answer: refused, reset, timed out, host not found
    Tls,         ///< the server's certificate or the TLS connection is not to be trusted
    Redirect,    ///< it answered with a redirect, which would carry the key elsewhere
    BadReply,    ///< an answer that can't be read: not JSON, or nothing that we know in it
};

/// An error of the Atlas Cloud API or of the way there.
struct Error
{
    ErrorKind kind = ErrorKind::Network;
    /// The server may have accepted the request all the same: some of its body had been handed
    /// to the connection when things went wrong. Never submit such a request again by itself.
    bool mayHaveBeenAccepted = false;
    /// Trying the same thing again later can help.
    bool mayRetry = false;
    int httpStatus = 0; ///< 0: there was no HTTP answer
    QString message;    ///< the server's words where it gave any, else ours; for people
    QString requestId;  ///< the server's `X-Request-ID`, or the one in the body; may be empty

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace atlas

Q_DECLARE_METATYPE(atlas::Error)
