# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name catalog estimate modelcheck)
    rushes_test(catalog ${name} LINKS rushes_catalog)
endforeach()
