// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/durationtext.h"

#include <QCoreApplication>

#include <cmath>

namespace cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Duration)
};

} // namespace

QString durationText(double seconds)
{
    if (seconds < 90)
        return Words::tr("%1 s").arg(std::lround(seconds));
    const auto minutes = std::lround(seconds / 60);
    if (minutes < 60)
        return Words::tr("%1 min").arg(minutes);
    return Words::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace cli
