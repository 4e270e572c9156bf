#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Rushes and opens the example batch on the sandbox, which is
# free and needs no key. Without a display, runs that batch in the terminal instead.
#
#     packaging/run.sh                  the example batch
#     packaging/run.sh my.yaml          your own; all arguments go to the program
#
# On a machine without a display the arguments go to rushes-cli: packaging/run.sh run my.yaml
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
checkout=$PWD
# shellcheck source=packaging/dependencies.sh
source packaging/dependencies.sh

# All of this to stderr, so that stdout is the program's alone.
{
    install_packages "${build_packages[@]}" "${run_packages[@]}"
    export HOME=${HOME:-/root}
    if [[ ! -f build/release/build.ninja ]]; then
        cmake --preset release
    fi
    cmake --build --preset release --target rushes rushes-cli
} >&2

bin=$checkout/build/release/bin
example=resources/examples/weekly.yaml

# Arguments that name files count from where the person is.
cd -- "${OLDPWD:-$checkout}"
if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    if (($# == 0)); then
        set -- --sandbox --sandbox-speed 20 "$checkout/$example"
    fi
    exec "$bin/rushes" "$@"
fi

if (($# > 0)); then
    exec "$bin/rushes-cli" "$@"
fi
echo "There is no display, so the example batch runs in the terminal, on the sandbox (free)."
"$bin/rushes-cli" run "$checkout/$example" --sandbox --sandbox-speed 20
echo
echo "A batch of your own: packaging/run.sh run FILE. All commands: packaging/run.sh --help"
