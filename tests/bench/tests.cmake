# SPDX-License-Identifier: GPL-3.0-or-later
# Measurements: built with the tests, run by hand (in a release build, on a quiet machine).
#     bench_run [JOBS [SLOTS [SPEED]]]   peak memory and processor seconds of a run
#     bench_load [JOBS]                  loading a batch file, against yaml-cpp alone
#     bench_inspector [JOBS]             the form with all of these selected
#     bench_models [JOBS [MODELS]]       checking jobs and searching models, against the least that takes
add_executable(bench_run bench/bench_run.cpp)
target_link_libraries(bench_run PRIVATE Qt6::Core rushes_options)
target_compile_definitions(bench_run PRIVATE RUSHES_BUILD_DIR="${PROJECT_BINARY_DIR}")
add_dependencies(bench_run rushes-cli)

add_executable(bench_load bench/bench_load.cpp)
target_link_libraries(bench_load PRIVATE rushes_config rushes_options)

add_executable(bench_inspector bench/bench_inspector.cpp)
target_link_libraries(bench_inspector PRIVATE rushes_inspector rushes_options)

add_executable(bench_models bench/bench_models.cpp)
target_link_libraries(bench_models PRIVATE rushes_catalog rushes_config rushes_options)
