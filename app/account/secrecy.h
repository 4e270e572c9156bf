// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace account {

/// Keeps the key out of what a crash leaves behind: this program, and the programs that it starts,
/// write no core file, and what a crash reporter is handed holds none of their memory. To be called
/// first thing in main().
///
/// Unlike a process that is not dumpable (PR_SET_DUMPABLE), it can still be looked at by debuggers
/// and by the desktop's portals, which the file dialogs come from.
void forbidCoreDumps();

} // namespace account
