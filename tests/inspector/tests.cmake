# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name fieldfactory fields inspector inspectorjobs picturefields variations)
    rushes_test(inspector ${name} GUI LINKS rushes_inspector SOURCES inspector/trialcatalog.cpp)
endforeach()
rushes_test(inspector entryedits LINKS rushes_inspector)
# Saves pictures to screenshots/inspector/ in the build folder; once more at 2x.
rushes_test(inspector variationslook GUI LINKS rushes_inspector rushes_language
    SOURCES inspector/trialcatalog.cpp)
add_test(NAME inspector/variationslook_2x COMMAND test_inspector_variationslook)
get_test_property(inspector/variationslook ENVIRONMENT environment)
set_tests_properties(inspector/variationslook_2x PROPERTIES
    TIMEOUT 120 ENVIRONMENT "${environment};QT_SCALE_FACTOR=2")
