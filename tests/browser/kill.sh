#!/bin/sh
# kill.sh - the server of a workshop is killed under load, again and again, and
# no answer that it acknowledged is lost. (No browser in it: people by HTTP.)
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/browser/node.sh"
has_workshop
browse_without kill.js
