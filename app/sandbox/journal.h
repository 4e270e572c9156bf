// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox.h"

#include <QFile>
#include <QJsonObject>
#include <QMutex>

#include <functional>

namespace sandbox {

/// What the sandbox did: the tally, and the log, one JSON object a line with `time` (ISO 8601,
/// UTC) and `event`, on disk as soon as it happened:
/// - "submit": a request to submit was answered. `status` (0: no reply), `model`, `prompt`, `key`
///   (whether one was sent), `digest`, and `prediction` if accepted, `fault` if one was met,
///   `error` if it was refused. `request`: the whole body, where it is a JSON object and not too
///   large.
/// - "accepted": `prediction`, `model`, `prompt`, `charged` (USD), `digest` (the same for
///   identical requests), `double` (charged before and not refunded).
/// - "refunded": `prediction`, `refunded` (USD), `error`.
/// - "poll": `prediction`, `status`, `answer` (the state told), `fault`.
/// - "download": `file`, `status`, `authorization` (whether such a header was sent), `fault`.
/// - "upload": `status` (0: no reply), and `file` (its name), `size` (bytes), `type`, `digest`
///   (SHA-256 of its content, hex) and `link`, if it was kept; else `error`; `fault` if one was
///   met.
/// It never holds a key. Written on the server's thread; the tally is safe from any.
class Journal
{
public:
    /// Adds to the end of the file; the error is for people.
    tl::expected<void, QString> open(const QString &file);

    void note(QLatin1StringView event, QJsonObject fields);
    void count(const std::function<void(Sandbox::Tally &)> &change);
    Sandbox::Tally tally() const;

private:
    QFile m_file;
    mutable QMutex m_mutex;
    Sandbox::Tally m_tally;
};

} // namespace sandbox
