// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/work/interrupt.h"

namespace cli {

/// Waits second by second for something that no signal tells of, until Ctrl-C. Like Interrupt, of
/// which it is one: one at a time.
class Patience
{
public:
    Patience();

    /// Lets a second of real time pass. False: Ctrl-C came, now or since the last time.
    bool waitASecond();

private:
    Interrupt m_interrupt;
    bool m_ended = false;
};

} // namespace cli
