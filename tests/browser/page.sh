#!/bin/sh
# page.sh - lewis bank export --format html, in a browser.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/browser/node.sh"
browse page.js
