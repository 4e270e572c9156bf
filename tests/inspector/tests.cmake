# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name fieldfactory fields inspector inspectorjobs picturefields)
    rushes_test(inspector ${name} GUI LINKS rushes_inspector SOURCES inspector/trialcatalog.cpp)
endforeach()
