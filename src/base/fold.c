/* fold.c - texts that people would call the same become the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include <lewis/text.h>

#include "base/fold.h"

/* White space beyond ASCII, a byte order mark and spaces without width. */
static const char *const spaces[] = {
    "\xC2\xA0",     "\xC2\x85",     "\xE2\x80\x80", "\xE2\x80\x81",
    "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85",
    "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89",
    "\xE2\x80\x8A", "\xE2\x80\x8B", "\xE2\x80\xA8", "\xE2\x80\xA9",
    "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80", "\xEF\xBB\xBF",
    "&nbsp;",
};

/* The size of the white space that p begins with, or 0. */
static size_t
space_size(const char *p, size_t size)
{
    if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
        return 1;
    if ((unsigned char)*p < 0x80 && *p != '&')
        return 0;
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
        size_t n = strlen(spaces[i]);
        if (n <= size && memcmp(p, spaces[i], n) == 0)
            return n;
    }
    return 0;
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The size of the tag that p begins with, or 0: "<b>", "</p>", "<br />". */
static size_t
tag_size(const char *p, size_t size)
{
    const char *end;

    if (size < 3 || *p != '<' || !(is_letter(p[1]) || p[1] == '/'))
        return 0;
    end = memchr(p, '>', size);
    return end == NULL ? 0 : (size_t)(end + 1 - p);
}

/* A tag that parts words as a space does: <br> and the blocks. */
static bool
is_break(const char *tag)
{
    tag += tag[1] == '/' ? 2 : 1;
    return lewis_text_same_start(tag, "br", 2) ||
           lewis_text_same_start(tag, "p", 1) ||
           lewis_text_same_start(tag, "div", 3) ||
           lewis_text_same_start(tag, "li", 2);
}

/* White space and tags settled, A-Z in small letters; what comes out is no longer
 * than what goes in. Returns whether there was anything beyond ASCII. */
static bool
add_plain(struct text *text, const char *bytes, size_t size)
{
    bool space = false, first = true, wide = false;
    char *from = text_reserve(text, size), *to = from;

    if (from == NULL)
        return false;

    for (size_t at = 0, step; at < size; at += step) {
        char c = bytes[at];
        if ((step = space_size(bytes + at, size - at)) > 0) {
            space = true;
            continue;
        }
        if ((step = tag_size(bytes + at, size - at)) > 0) {
            space = space || is_break(bytes + at);
            continue;
        }
        if (space && !first)
            *to++ = ' ';
        space = first = false;
        wide = wide || (unsigned char)c >= 0x80;
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        *to++ = c;
        step = 1;
    }
    *to = '\0';
    text->size += (size_t)(to - from);
    return wide;
}

/* Folding may take a composed letter apart, so it is composed again. */
static void
fold_wide(struct text *text, size_t from)
{
    gssize size = (gssize)(text->size - from);
    gchar *composed =
        g_utf8_normalize(text->bytes + from, size, G_NORMALIZE_NFC);
    gchar *folded = composed == NULL ? NULL : g_utf8_casefold(composed, -1);
    gchar *again =
        folded == NULL ? NULL : g_utf8_normalize(folded, -1, G_NORMALIZE_NFC);

    if (again != NULL) {
        text->size = from;
        text_add(text, again);
    }
    g_free(composed);
    g_free(folded);
    g_free(again);
}

void
text_add_folded(struct text *text, const char *bytes, size_t size)
{
    size_t from = text->size;
    bool wide = add_plain(text, bytes, size);

    if (wide && text_ok(text) &&
        utf8_valid(text->bytes + from, text->size - from) &&
        memchr(text->bytes + from, '\0', text->size - from) == NULL)
        fold_wide(text, from);
}

enum fold
text_fold_compare(const char *a, const char *b)
{
    struct text one = {0}, two = {0};
    enum fold found = FOLD_OTHER;

    text_add_folded(&one, a, strlen(a));
    text_add_folded(&two, b, strlen(b));
    if (!text_ok(&one) || !text_ok(&two))
        found = FOLD_LOST;
    else if (one.size == two.size &&
             strcmp(text_string(&one), text_string(&two)) == 0)
        found = FOLD_SAME;
    text_release(&one);
    text_release(&two);
    return found;
}
