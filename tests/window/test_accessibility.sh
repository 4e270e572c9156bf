#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test_accessibility.sh RUSHES BATCH: accessibility.py on a display and a session bus of its own.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
rushes=$1
batch=$2
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cp "$batch" "$home/batch.yaml"
mkdir -m 700 "$home/run"

export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_RUNTIME_DIR="$home/run"
export XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache"
export LANG=C.UTF-8 LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
unset AT_SPI_BUS_ADDRESS

# The bus for accessibility is started by the session's bus when the first client asks for it.
# It looks at the display for a moment, too: a server that starts anew when its last client leaves
# would turn away the program that comes next.
xvfb-run -a -s '-screen 0 1440x900x24 -noreset' dbus-run-session -- \
    /usr/bin/python3 "$here/accessibility.py" "$rushes" "$home/batch.yaml"
