# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name manifest memorysubmissions)
    rushes_test(store ${name} LINKS rushes_store)
endforeach()
