/* language.c - the wording in the language asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <lewis/text.h>

/* Tags ignore case, and a locale's "_" is a tag's "-". */
static char
plain(char c)
{
    if (c == '_')
        return '-';
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool
is_tag(const char *tag, const char *asked, size_t size)
{
    if (strlen(tag) != size)
        return false;
    for (size_t i = 0; i < size; i++)
        if (plain(tag[i]) != plain(asked[i]))
            return false;
    return true;
}

/* The size without the last subtag; a single letter before it introduced it
 * and goes too (RFC 4647, section 3.4). 0 when there is only one. */
static size_t
shorter(const char *asked, size_t size)
{
    while (size > 0 && plain(asked[--size]) != '-')
        continue;
    if (size >= 2 && plain(asked[size - 2]) == '-')
        size -= 2;
    return size;
}

/* One language's wording, or NULL. */
static const char *
look_up(const struct lewis_text *text, const char *lang, size_t size)
{
    for (; size > 0; size = shorter(lang, size))
        for (size_t i = 0; text[i].lang != NULL; i++)
            if (is_tag(text[i].lang, lang, size))
                return text[i].text;
    return NULL;
}

const char *
lewis_text_in(const struct lewis_text *text, const char *lang)
{
    const char *found = NULL;

    while (lang != NULL && *lang != '\0' && found == NULL) {
        found = look_up(text, lang, strcspn(lang, ":.@"));
        lang += strcspn(lang, ":");
        lang += *lang == ':';
    }
    return found != NULL ? found : text[0].text;
}

static unsigned char
fold(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool
lewis_text_same_start(const char *a, const char *b, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (fold(a[i]) != fold(b[i]))
            return false;
        if (a[i] == '\0')
            return true;
    }
    return true;
}

bool
lewis_text_same(const char *a, const char *b)
{
    return lewis_text_same_start(a, b, SIZE_MAX);
}
