// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/secrecy.h"

#include <sys/resource.h>

#include <cstdio>

namespace account {

void forbidCoreDumps()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);

    // The limit doesn't hold for a core that the system pipes into a program (core(5)); that gets
    // the kinds of memory that this mask names.
    if (std::FILE *filter = std::fopen("/proc/self/coredump_filter", "w")) {
        std::fputs("0", filter);
        std::fclose(filter);
    }
}

} // namespace account
