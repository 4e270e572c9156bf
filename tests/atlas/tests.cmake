# SPDX-License-Identifier: GPL-3.0-or-later
rushes_test(atlas replies LINKS rushes_atlas)
foreach(name client fetch submitonce download upload uploadfaults)
    rushes_test(atlas ${name}
        SOURCES support/httpscript.cpp support/httpscript.h
        LINKS rushes_atlas)
endforeach()
rushes_test(atlas uploadservice GUI LINKS rushes_atlas rushes_sandbox)
