// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/result.h"
#include "engine/progress.h"

#include <QString>

#include <memory>

namespace cli {

/// Shows a run on stderr while it goes on.
class RunView
{
public:
    virtual ~RunView() = default;

    /// A line of the engine's log.
    virtual void log(const QString &line) = 0;
    virtual void jobEnded(const batch::JobResult &result) = 0;
    virtual void update(const engine::BatchProgress &progress) = 0;
    /// Something that a person should read at once.
    virtual void notice(const QString &text) = 0;
    /// The run is over; nothing more comes.
    virtual void close() = 0;

protected:
    /// "[OK] Opening -- USD0.220 -- 41.3s", or "[FAIL] Opening -- why", as the article logs it.
    static QString endText(const batch::JobResult &result);
};

/// A progress line on a terminal, a log elsewhere.
std::unique_ptr<RunView> makeRunView();

} // namespace cli
