#!/bin/sh
# autogen.sh - from a fresh checkout to a configured tree.
#
# ./autogen.sh [--deps] [CONFIGURE ARGUMENTS]
#   --deps       install what is missing first (apt-get, dnf, pacman or brew)
#   NOCONFIGURE  in the environment: make ./configure, do not run it
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "$(dirname "$0")" || exit 1

# What is needed, by the name each system has for it; "-": comes with another.
packages='
apt-get             dnf                 pacman       brew
autoconf            autoconf            autoconf     autoconf
automake            automake            automake     automake
libtool             libtool             libtool      libtool
gettext             gettext             gettext      gettext
pkg-config          pkgconf-pkg-config  pkgconf      pkgconf
gcc                 gcc                 gcc          -
g++                 gcc-c++             -            -
make                make                make         -
libgsl-dev          gsl-devel           gsl          gsl
libglib2.0-dev      glib2-devel         glib2        glib
libxml2-dev         libxml2-devel       libxml2      libxml2
libxml2-utils       libxml2             -            -
libcairo2-dev       cairo-devel         cairo        cairo
libpango1.0-dev     pango-devel         pango        pango
libfontconfig-dev   fontconfig-devel    fontconfig   fontconfig
libharfbuzz-dev     harfbuzz-devel      harfbuzz     harfbuzz
libjansson-dev      jansson-devel       jansson      jansson
libpng-dev          libpng-devel        libpng       libpng
zlib1g-dev          zlib-devel          zlib         zlib
libminizip-dev      minizip-ng-compat-devel minizip  minizip
libxlsxwriter-dev   libxlsxwriter-devel -          libxlsxwriter
libsqlite3-dev      sqlite-devel        sqlite       sqlite
libmicrohttpd-dev   libmicrohttpd-devel libmicrohttpd libmicrohttpd
libqrencode-dev     qrencode-devel      qrencode     qrencode
libcmocka-dev       libcmocka-devel     cmocka       cmocka
iso-codes           iso-codes           iso-codes    iso-codes
fonts-dejavu-core   dejavu-sans-fonts   ttf-dejavu   -
poppler-utils       poppler-utils       poppler      poppler
'

fail() {
    printf 'autogen.sh: %s\n' "$*" >&2
    exit 1
}

# Runs a command; what it says is shown only when it fails.
quietly() {
    said=$("$@" 2>&1) && return
    printf '%s\n' "$said" >&2
    fail "failed: $*$hint"
}

# The first package manager of the table that is here, or nothing.
manager() {
    for name in apt-get dnf pacman brew; do
        command -v "$name" >/dev/null 2>&1 && echo "$name" && return
    done
}

# All packages under the heading $1.
needed() {
    printf '%s' "$packages" | awk -v manager="$1" '
        NF == 0 { next }
        !column {
            for (i = 1; i <= NF; i++) if ($i == manager) column = i
            next
        }
        $column != "-" { print $column }'
}

installed() {
    case $1 in
    apt-get) dpkg-query -W -f '${Status}\n' "$2" | grep -q '^install ok' ;;
    dnf) rpm -q --whatprovides "$2" ;;
    pacman) pacman -T "$2" ;;
    brew) brew list --versions "$2" ;;
    esac >/dev/null 2>&1
}

missing() {
    for package in $(needed "$1"); do
        installed "$1" "$package" || printf ' %s' "$package"
    done
}

# Installs packages: install MANAGER PACKAGE...
install() {
    case $1 in
    apt-get) command="env DEBIAN_FRONTEND=noninteractive apt-get install -y \
--no-install-recommends" ;;
    dnf) command="dnf install -y" ;;
    pacman) command="pacman -S --needed --noconfirm" ;;
    brew) command="brew install" ;;
    esac
    as=
    if [ "$1" != brew ] && [ "$(id -u)" -ne 0 ]; then
        as=sudo
        if ! sudo -n true 2>/dev/null && { ! command -v sudo >/dev/null 2>&1 ||
            ! [ -t 0 ]; }; then
            shift
            fail "may not install packages here; as root, run:
    $command $*"
        fi
    fi
    manager=$1
    shift
    echo "Installing $*"
    # An old index may still do: only the installation itself has to work.
    [ "$manager" != apt-get ] || $as apt-get update >/dev/null 2>&1
    # shellcheck disable=SC2086 # the command is several words
    quietly $as $command "$@"
}

deps=no
if [ "${1-}" = --deps ]; then
    deps=yes
    shift
fi

hint=
manager=$(manager)
missing=$(missing "$manager")
if [ "$deps" = yes ] && [ -z "$manager" ]; then
    fail "knows apt-get, dnf, pacman and brew only; install by hand what Debian
calls: $(needed apt-get | tr '\n' ' ')"
elif [ -n "$missing" ] && [ "$deps" = yes ]; then
    # shellcheck disable=SC2086 # a list of words
    install "$manager" $missing
elif [ -n "$missing" ]; then
    echo "autogen.sh: not installed:$missing" >&2
    hint="
Install what is missing with ./autogen.sh --deps"
    echo "autogen.sh: --deps installs them; going on without" >&2
fi

command -v autoreconf >/dev/null 2>&1 || fail "no autoreconf$hint"
quietly autoreconf -i
if [ -n "${NOCONFIGURE+set}" ]; then
    echo "Next: ./configure && make"
else
    quietly ./configure --quiet "$@"
    echo "Next: make && make check, or make demo"
fi
