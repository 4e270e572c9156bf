# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name bill cost filename job jobcheck jobjson jobstate)
    rushes_test(batch ${name} LINKS rushes_batch)
endforeach()
