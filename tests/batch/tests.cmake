# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name bill cost expand expandgrowth expandids expandtexts filename job jobcheck jobjson
        jobstate merge newentries references relocation textroom)
    rushes_test(batch ${name} LINKS rushes_batch)
endforeach()
