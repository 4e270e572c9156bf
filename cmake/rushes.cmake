# SPDX-License-Identifier: GPL-3.0-or-later
# How the parts of Rushes are built: one target a folder, one set of warnings, one kind of test.

add_library(rushes_options INTERFACE)
target_compile_options(rushes_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion $<$<BOOL:${RUSHES_WERROR}>:-Werror>)
target_compile_definitions(rushes_options INTERFACE
    QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    RUSHES_VERSION="${PROJECT_VERSION}")
if(RUSHES_SANITIZE)
    target_compile_options(rushes_options INTERFACE
        -fsanitize=${RUSHES_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(rushes_options INTERFACE -fsanitize=${RUSHES_SANITIZE})
endif()

# What most files include, compiled once for app/ and once for ui/: parsing Qt's headers is most of
# the time that a file takes. Each file includes what it needs all the same; without this the build
# finds out.
option(RUSHES_PCH "Compile Qt's headers once" ON)
if(RUSHES_PCH)
    foreach(root app ui)
        add_library(rushes_pch_${root} OBJECT ${CMAKE_CURRENT_LIST_DIR}/precompiled/empty.cpp)
        target_precompile_headers(rushes_pch_${root} PRIVATE
            ${CMAKE_CURRENT_LIST_DIR}/precompiled/${root}.h)
        # Lets the cache look at what was precompiled.
        target_compile_options(rushes_pch_${root} PRIVATE
            $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
        set_target_properties(rushes_pch_${root} PROPERTIES AUTOMOC OFF)
    endforeach()
    target_link_libraries(rushes_pch_app PRIVATE rushes_options Qt6::Core tl::expected)
    target_link_libraries(rushes_pch_ui PRIVATE rushes_options Qt6::Widgets tl::expected)
endif()

# rushes_precompiled(TARGET ROOT): what is compiled once for app/ or ui/ serves this target.
function(rushes_precompiled target root)
    if(RUSHES_PCH)
        target_precompile_headers(${target} REUSE_FROM rushes_pch_${root})
        target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    endif()
endfunction()

# rushes_module(NAME ROOT dir SOURCES files… LINKS targets…)
#
# A folder as a static library, rushes_NAME. What it links is all that it may know: a header of
# another folder may be found, but nothing behind it would link.
function(rushes_module name)
    cmake_parse_arguments(ARG "" "ROOT" "SOURCES;LINKS" ${ARGN})
    add_library(rushes_${name} STATIC ${ARG_SOURCES})
    target_include_directories(rushes_${name} PUBLIC ${PROJECT_SOURCE_DIR}/${ARG_ROOT})
    target_link_libraries(rushes_${name} PUBLIC ${ARG_LINKS} PRIVATE rushes_options)
    rushes_precompiled(rushes_${name} ${ARG_ROOT})
endfunction()

# rushes_test(FOLDER NAME [LINKS targets…] [SOURCES extra…] [GUI])
#
# tests/FOLDER/test_NAME.cpp as a Qt Test program and a CTest case of the same name. GUI tests run
# on Qt's offscreen platform unless the caller has set QT_QPA_PLATFORM.
function(rushes_test folder name)
    cmake_parse_arguments(ARG "GUI" "TIMEOUT" "LINKS;SOURCES" ${ARGN})
    set(target test_${folder}_${name})
    add_executable(${target} ${folder}/test_${name}.cpp ${ARG_SOURCES})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${target} PRIVATE ${ARG_LINKS} Qt6::Test rushes_options)
    if(IS_DIRECTORY ${PROJECT_SOURCE_DIR}/ui/${folder})
        rushes_precompiled(${target} ui)
    else()
        rushes_precompiled(${target} app)
    endif()
    # Tests have their .moc in the source: what is left for this file is empty.
    set_source_files_properties(
        ${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    target_compile_definitions(${target} PRIVATE
        RUSHES_SOURCE_DIR="${PROJECT_SOURCE_DIR}" RUSHES_BUILD_DIR="${PROJECT_BINARY_DIR}")
    add_test(NAME ${folder}/${name} COMMAND ${target})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    # A test must not read the tester's key, keychain, settings or language.
    set(environment "ATLAS_CLOUD_API_KEY=" "ATLASCLOUD_API_KEY=" "ATLASCLOUD_BASE_URL="
        "DBUS_SESSION_BUS_ADDRESS=disabled:"
        "LANG=C.UTF-8" "LC_ALL=C.UTF-8"
        "XDG_CONFIG_HOME=${PROJECT_BINARY_DIR}/tests/home/${target}/config"
        "XDG_DATA_HOME=${PROJECT_BINARY_DIR}/tests/home/${target}/data"
        "XDG_CACHE_HOME=${PROJECT_BINARY_DIR}/tests/home/${target}/cache")
    if(ARG_GUI)
        list(APPEND environment "QT_QPA_PLATFORM=offscreen")
    endif()
    set_tests_properties(${folder}/${name} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "${environment}")
endfunction()
