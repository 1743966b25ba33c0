#!/bin/sh
# workshop.sh - a workshop in browsers, from its making to its purging.
#
# SPDX-License-Identifier: GPL-3.0-or-later
. "$top_srcdir/tests/browser/node.sh"
has_workshop
browse workshop.js
