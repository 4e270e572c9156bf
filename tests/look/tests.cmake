# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name icons style theme)
    rushes_test(look ${name} GUI LINKS rushes_look)
endforeach()
