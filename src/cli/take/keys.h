/* keys.h - what a person types: keys one by one, or lines. The one reader of
 * standard input for the whole run; /dev/tty is never opened.
 *
 * While keys are open, the signals that end, stop or disturb a program wait
 * until the next read, which tells of them; so nothing is interrupted half
 * way. The terminal is put back as it was at every way out, also while the
 * program is stopped (Ctrl-Z).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_KEYS_H
#define CLI_TAKE_KEYS_H

#include <stdbool.h>
#include <stddef.h>

enum key_kind {
    KEY_CHARACTER, /* see text */
    KEY_ENTER,
    KEY_ERASE, /* the last character */
    KEY_WIPE,  /* all of it */
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_ESCAPE,
    KEY_OTHER,  /* a key without a meaning here */
    KEY_REDRAW, /* another size, or continued after a stop */
    KEY_END,    /* no more will come */
    KEY_STOP    /* a signal asks to end */
};

struct key {
    enum key_kind kind;
    char text[5]; /* a character in UTF-8; never a control character */
};

/* What came of reading a line. */
enum line_kind {
    LINE_TEXT,
    LINE_LONG, /* did not fit; it was read to its end */
    LINE_END,
    LINE_STOP,
    LINE_REDRAW
};

struct keys;

/* Takes standard input and the signals. NULL: out of memory. One at a time. */
struct keys *keys_open(void);

/* The end: the program is on its way out, and signals that ask for that are
 * passed over. */
void keys_close(struct keys *keys);

/* Keys one by one instead of lines, without echo and on the alternate screen.
 * Needs a terminal; false when there is none. */
bool keys_raw(struct keys *keys, bool on);

/* Waits for the next key. */
struct key keys_read(struct keys *keys);

/* Waits for a line; its end is not kept. A last line without an end is a line.
 * A NUL byte becomes a byte that is no text. */
enum line_kind keys_line(struct keys *keys, char *line, size_t size);

#endif
