// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/filetext.h"

#include <cstdio>

namespace cli {

void printFileText(const QByteArray &text)
{
    // Nobody may be reading any more.
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

} // namespace cli
