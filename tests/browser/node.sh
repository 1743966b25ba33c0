# tests/browser/node.sh - what every browser test begins with:
# . "$top_srcdir/tests/browser/node.sh"; then browse NAME.js
#
# Needs node, playwright-core and axe-core where node finds them (NODE_PATH), and
# Chromium ($CHROMIUM, or by its usual names). Without them the test is skipped
# and says what is missing:
#
#     npm install --no-save --no-package-lock --prefix DIR \
#         playwright-core@1.65.1 axe-core@4.14.1
#     NODE_PATH=DIR/node_modules make check
#
# $SHOTS, a folder, gets a picture of every page.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh

chromium_path() {
    for name in "${CHROMIUM-}" chromium chromium-browser google-chrome; do
        [ -n "$name" ] && command -v "$name" && return
    done
    return 1
}

missing() {
    if ! command -v node >/dev/null 2>&1; then
        echo "no node"
    elif ! chromium_path >/dev/null; then
        echo "no chromium"
    else
        for module in playwright-core axe-core; do
            node -e "require('$module')" >/dev/null 2>&1 ||
                { echo "node does not find $module"; return; }
        done
    fi
}

# has_workshop: skips the test where lewis was configured --without-workshop.
has_workshop() {
    "$LEWIS" serve --help >/dev/null 2>&1 && return
    echo "1..0 # SKIP lewis was built without workshops"
    exit 0
}

# browse SCRIPT: runs it, or says why not.
browse() {
    why=$(missing)
    if [ -n "$why" ]; then
        echo "1..0 # SKIP $why"
        exit 0
    fi
    CHROMIUM=$(chromium_path)
    export CHROMIUM
    exec node "$top_srcdir/tests/browser/$1"
}

# The same for a test that needs node alone.
browse_without() {
    if ! command -v node >/dev/null 2>&1; then
        echo "1..0 # SKIP no node"
        exit 0
    fi
    exec node "$top_srcdir/tests/browser/$1"
}
