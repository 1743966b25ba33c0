/* words.c - the program's own words, and the shape of a report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
    enum phrase inside, title;
} style_words[LEWIS_STYLES] = {
    [LEWIS_LINEAR] = {SAY_LINEAR, SAY_LINEAR_TITLE},
    [LEWIS_MULTI] = {SAY_MULTI, SAY_MULTI_TITLE},
    [LEWIS_REACTIVE] = {SAY_REACTIVE, SAY_REACTIVE_TITLE},
};

const char *
words_style(const char *lang, enum lewis_style style)
{
    return phrase(lang, style_words[style].inside);
}

const char *
words_style_title(const char *lang, enum lewis_style style)
{
    return phrase(lang, style_words[style].title);
}

int
words_style_count(unsigned styles)
{
    return (int)((styles & 1) + (styles >> 1 & 1) + (styles >> 2 & 1));
}

void
words_add_styles(struct text *text, const char *lang, unsigned styles,
                 const double share[])
{
    const char *joint = "";

    while (styles != 0) {
        int next = -1;
        for (int s = 0; s < LEWIS_STYLES; s++)
            if ((styles >> s & 1) != 0 &&
                (next < 0 || (share != NULL && share[s] > share[next])))
                next = s;
        assert(next >= 0);
        text_add(text, joint);
        text_add(text, words_style(lang, (enum lewis_style)next));
        joint = phrase(lang, SAY_OR);
        styles &= ~(1u << next);
    }
}

const char *
words_joint(const char *lang, size_t k, size_t count)
{
    if (k == 0)
        return "";
    return phrase(lang, k + 1 == count ? SAY_AND : SAY_COMMA);
}

void
words_heading(struct lewis_page *page, const char *text)
{
    lewis_page_end(page);
    lewis_page_wrap(page, 0, LEWIS_INK_STRONG, text);
}

void
words_say(struct lewis_page *page, enum lewis_ink ink, const char *text)
{
    lewis_page_pad(page, WORDS_INDENT);
    lewis_page_wrap(page, WORDS_INDENT, ink, text);
}

void
words_print(struct lewis_page *page, enum lewis_ink ink, const char *format,
            ...)
{
    char line[512];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    line[utf8_cut(line, strlen(line))] = '\0';
    words_say(page, ink, line);
}

void
words_finish(struct lewis_page *page, struct text *text)
{
    words_say(page, LEWIS_INK_PLAIN, text_string(text));
    text_release(text);
}

void
words_item(struct lewis_page *page, const char *text)
{
    lewis_page_pad(page, WORDS_INDENT);
    lewis_page_add(page, LEWIS_INK_QUIET, "- ");
    lewis_page_wrap(page, WORDS_INDENT + 2, LEWIS_INK_PLAIN, text);
}

void
words_labelled(struct lewis_page *page, enum lewis_ink ink, const char *label,
               const char *text)
{
    lewis_page_pad(page, WORDS_INDENT);
    lewis_page_add(page, ink, label);
    lewis_page_add(page, ink, ": ");
    lewis_page_wrap(page, WORDS_INDENT, LEWIS_INK_PLAIN, text);
}

void
words_caveat(struct lewis_page *page, const char *lang)
{
    words_say(page, LEWIS_INK_PLAIN, phrase(lang, SAY_CAVEAT));
}
