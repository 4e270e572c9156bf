# SPDX-License-Identifier: GPL-3.0-or-later
add_library(rushes_windowdriver STATIC support/windowdriver.cpp)
target_include_directories(rushes_windowdriver PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(rushes_windowdriver PUBLIC rushes_window PRIVATE rushes_options)

foreach(name arrivals diskchanges drops documentfiles exporting filewatch mainwindow makevideo
        mergedialog messagebar models past typing variations)
    rushes_test(window ${name} GUI LINKS rushes_windowdriver)
endforeach()

# Save pictures of the window's main states to screenshots/ in the build folder; once more at 2x.
foreach(name screenshots formscreenshots variationscreenshots)
    rushes_test(window ${name} GUI LINKS rushes_windowdriver TIMEOUT 240)
    add_test(NAME window/${name}_2x COMMAND test_window_${name})
    get_test_property(window/${name} ENVIRONMENT environment)
    set_tests_properties(window/${name}_2x PROPERTIES
        TIMEOUT 240 ENVIRONMENT "${environment};QT_SCALE_FACTOR=2")
endforeach()

# The program itself, by its names on the accessibility bus, where there is one to ask.
find_program(XVFB_RUN xvfb-run)
find_program(DBUS_RUN_SESSION dbus-run-session)
execute_process(COMMAND /usr/bin/python3 -c "import pyatspi"
    RESULT_VARIABLE without_pyatspi OUTPUT_QUIET ERROR_QUIET)
if(XVFB_RUN AND DBUS_RUN_SESSION AND without_pyatspi EQUAL 0)
    add_test(NAME window/accessibility
        COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/window/test_accessibility.sh
            $<TARGET_FILE:rushes> ${PROJECT_SOURCE_DIR}/resources/examples/weekly.yaml)
    set_tests_properties(window/accessibility PROPERTIES TIMEOUT 300
        ENVIRONMENT "ATLAS_CLOUD_API_KEY=;ATLASCLOUD_API_KEY=;ATLASCLOUD_BASE_URL=")
endif()
