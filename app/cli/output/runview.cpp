// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/runview.h"

#include "cli/output/eventlog.h"
#include "cli/output/progressline.h"
#include "cli/output/terminal.h"

namespace cli {

using namespace Qt::StringLiterals;

QString RunView::endText(const batch::JobResult &result)
{
    if (result.state == batch::JobState::Succeeded) {
        return u"[OK] %1 -- USD%2 -- %3s"_s.arg(result.name)
            .arg(result.cost.usd(), 0, 'f', 3)
            .arg(result.generationTime, 0, 'f', 1);
    }
    const QString why = result.error.isEmpty() ? batch::toDisplay(result.state) : result.error;
    return u"[FAIL] %1 -- %2"_s.arg(result.name, why);
}

std::unique_ptr<RunView> makeRunView()
{
    if (isInteractive())
        return std::make_unique<ProgressLine>();
    return std::make_unique<EventLog>();
}

} // namespace cli
