// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output/runview.h"

namespace cli {

/// One line an event, with date and level, in the article's form: "2026-02-28 06:00:12 [INFO] …".
/// For cron, files and log collectors.
class EventLog : public RunView
{
public:
    void log(const QString &line) override;
    void jobEnded(const batch::JobResult &result) override;
    void update(const engine::BatchProgress &progress) override;
    void notice(const QString &text) override;
    void close() override;
};

} // namespace cli
