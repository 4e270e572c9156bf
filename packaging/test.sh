#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Rushes with warnings as errors and runs every test.
#
#     packaging/test.sh           the dev preset
#     packaging/test.sh --asan    with AddressSanitizer and UndefinedBehaviorSanitizer
#
# Further arguments go to ctest, such as: packaging/test.sh -R '^engine/'
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/dependencies.sh
source packaging/dependencies.sh

preset=dev
if [[ ${1:-} == --asan ]]; then
    preset=asan
    shift
elif [[ ${1:-} == --help || ${1:-} == -h ]]; then
    sed -n '4,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit 0
fi

install_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"

export HOME=${HOME:-/root}
if [[ ! -f build/$preset/build.ninja ]]; then
    cmake --preset "$preset"
fi
cmake --build --preset "$preset"
ctest --preset "$preset" --parallel "$(nproc)" --output-on-failure "$@"

# What the money tests saw: each fault, how many jobs met it, how many were paid for twice.
if [[ -f build/$preset/tests/fault-table.txt ]]; then
    cat "build/$preset/tests/fault-table.txt"
fi
