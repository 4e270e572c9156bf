# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# The Debian packages that Rushes needs, and how to get them. Sourced by run.sh and test.sh.

# What builds it and what it needs at run time.
build_packages=(
    cmake ninja-build g++ ccache pkg-config
    qt6-base-dev qt6-multimedia-dev qt6-httpserver-dev qt6-websockets-dev qt6-svg-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qtkeychain-qt6-dev libyaml-cpp-dev libcli11-dev libexpected-dev
    libavformat-dev libavcodec-dev libavutil-dev libswscale-dev libswresample-dev
    zlib1g-dev
)
run_packages=(
    ca-certificates
    libqt6sql6-sqlite qt6-qpa-plugins qt6-wayland libqt6svg6 qt6-image-formats-plugins qt6-translations-l10n
    libsecret-1-0
    gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-libav
    fonts-dejavu-core fonts-noto-cjk
)
# What the tests look at the results with, and the screen that they use.
test_packages=(
    ffmpeg libimage-exiftool-perl python3 python3-jsonschema python3-regex
    xvfb xauth
    at-spi2-core dbus dbus-x11 python3-gi python3-pyatspi gir1.2-atspi-2.0
    gnome-keyring
)

# missing_packages PACKAGE… : prints those that are not installed.
missing_packages() {
    local installed package
    installed=$(dpkg-query --show --showformat='${db:Status-Abbrev} ${Package}\n' 2>/dev/null |
        sed -n 's/^ii  *//p')
    for package in "$@"; do
        grep --quiet --line-regexp --fixed-strings -- "$package" <<<"$installed" || echo "$package"
    done
}

# install_packages PACKAGE… : installs what is missing of them; at once where nothing is.
install_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "There is no apt here, so nothing was installed. Rushes needs the equivalents of:" >&2
        printf '    %s\n' "$@" >&2
        echo "Where they are there already, this goes on to work." >&2
        return 0
    fi

    local missing
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]} == 0)); then
        return 0
    fi

    local as_root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "These Debian packages are missing, and installing them needs root or sudo:" >&2
            printf '    %s\n' "${missing[@]}" >&2
            echo "As root, run: apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi

    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update --quiet
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes \
        --no-install-recommends -- "${missing[@]}"
}
