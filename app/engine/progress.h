// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/bill.h"
#include "batch/result.h"
#include "catalog/model.h"

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace engine {

/// How one job stands at this moment: its result so far, and what is going on.
struct JobProgress
{
    batch::JobResult result;
    /// Since the submission of the present attempt left; zero before.
    std::chrono::milliseconds elapsed{0};
    catalog::TypicalTime typical; ///< s
    qint64 bytesReceived = 0;
    qint64 bytesTotal = -1; ///< -1: unknown
    /// What it waits for, where the state alone doesn't say it ("Rate limit: goes on in 8 s"), or
    /// what is not as it should be with a result that is there; for people.
    QString note;
    /// The run asks no more for it, though it was paid for: it can be taken up again later.
    bool parked = false;

    /// 0 to 1: how far along, by the typical time while it is generated (never quite 1) and by
    /// bytes while it is downloaded.
    double fraction() const;

    friend bool operator==(const JobProgress &, const JobProgress &) = default;
};

/// Why a batch sends nothing at present.
enum class PauseReason {
    Key,          ///< 401, 403: no key, or one that was refused
    Balance,      ///< 402, or a balance that falls short of what is to be submitted
    Budget,       ///< the next job would pass the batch's budget
    MonthlyLimit, ///< the next job would pass what all batches may cost in a month
    Store,        ///< the store can't keep the facts about money
    Disk,         ///< a result can't be written: what is submitted now could not be either
    Network,      ///< the server can't be reached; goes on by itself when it can
};

/// How a run stands as a whole.
struct BatchProgress
{
    int total = 0;
    int waiting = 0;
    int submitting = 0;
    int generating = 0;  ///< including parked ones
    int downloading = 0; ///< including parked ones
    int succeeded = 0;
    int failed = 0;
    int cancelled = 0;
    int unresolved = 0;
    batch::Bill bill;
    std::chrono::milliseconds elapsed{0}; ///< real time, whatever the time scale
    /// How long the rest will take in real time, about; nothing while there is no telling.
    std::optional<std::chrono::milliseconds> remaining;
    bool stopping = false; ///< submits no more; what was paid for is still fetched
    std::optional<PauseReason> paused;
    QString pauseMessage; ///< for people, in the server's words where it gave any

    int ended() const { return succeeded + failed + cancelled + unresolved; }
    bool allSucceeded() const { return succeeded == total; }

    friend bool operator==(const BatchProgress &, const BatchProgress &) = default;
};

} // namespace engine

Q_DECLARE_METATYPE(engine::JobProgress)
Q_DECLARE_METATYPE(engine::BatchProgress)
