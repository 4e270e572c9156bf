# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name dialect mapping pastedtext roundtrip table tojobs writing)
    rushes_test(sheet ${name} LINKS rushes_sheet SOURCES sheet/encoded.cpp)
endforeach()
# The bill of what a sheet makes.
rushes_test(sheet fivehundred LINKS rushes_sheet rushes_catalog SOURCES sheet/encoded.cpp)
