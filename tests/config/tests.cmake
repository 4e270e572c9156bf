# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name badfiles batchreader capacity clean corpus dotenv editing includes json keyedit
        models replacing robustness save sourcereader)
    rushes_test(config ${name} LINKS rushes_config)
endforeach()
# Texts of 16 MB, read and written.
rushes_test(config largefiles TIMEOUT 400 LINKS rushes_config)
rushes_test(config roundtrip LINKS rushes_config SOURCES config/stayinglines.cpp)

# Its validator is Python's.
rushes_test(config schema LINKS rushes_config SOURCES config/randombatch.cpp)

# Each file is read by a process of its own, which says what that took.
add_executable(readfile config/readfile.cpp)
target_link_libraries(readfile PRIVATE rushes_config rushes_options)
rushes_test(config hostile LINKS Qt6::Core)
add_dependencies(test_config_hostile readfile)
