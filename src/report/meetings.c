/* meetings.c - advice for two who lean as two countries do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/meetings.h"

#include <math.h>

#include "report/words.h"

unsigned
meetings_leaning(const struct lewis_country *country)
{
    double most = 0;
    unsigned styles = 0;

    for (int s = 0; s < LEWIS_STYLES; s++)
        most = fmax(most, country->share[s]);
    for (int s = 0; s < LEWIS_STYLES; s++)
        if (country->share[s] > most - 1e-9)
            styles |= 1u << s;
    return styles;
}

static void
say_meeting(const struct lewis_countries *in, enum lewis_style from,
            enum lewis_style with, struct lewis_page *page)
{
    const struct lewis_meeting *meeting =
        lewis_advice_meeting(in->advice, from, with);
    struct text line = {0};

    text_print(&line, phrase(in->lang, SAY_MEETING),
               words_style(in->lang, from), words_style(in->lang, with));
    lewis_page_end(page);
    words_say(page, LEWIS_INK_STRONG, text_string(&line));
    text_release(&line);
    words_say(page, LEWIS_INK_PLAIN, lewis_text_in(meeting->text, in->lang));
    for (size_t i = 0; i < meeting->tip_count; i++)
        words_item(page, lewis_text_in(meeting->tip[i], in->lang));
}

/* Every ordered pair of styles that is met, once. */
static void
say_pairs(const struct lewis_countries *in, unsigned a, unsigned b,
          struct lewis_page *page)
{
    bool said[LEWIS_STYLES][LEWIS_STYLES] = {{false}};

    for (int turn = 0; turn < 2; turn++) {
        unsigned mine = turn == 0 ? a : b, yours = turn == 0 ? b : a;
        for (int s = 0; s < LEWIS_STYLES; s++)
            for (int t = 0; t < LEWIS_STYLES; t++) {
                if (!(mine >> s & 1) || !(yours >> t & 1) || said[s][t])
                    continue;
                said[s][t] = true;
                say_meeting(in, (enum lewis_style)s, (enum lewis_style)t, page);
            }
    }
}

static void
say_leaning(const struct lewis_countries *in,
            const struct lewis_country *country, unsigned styles,
            struct lewis_page *page)
{
    bool one = words_style_count(styles) == 1;
    struct text line = {0}, names = {0};

    words_add_styles(&names, in->lang, styles, NULL);
    text_print(&line,
               phrase(in->lang,
                      one ? SAY_STANDS_NEAREST : SAY_STANDS_NEAREST_TWO),
               lewis_text_in(country->name, in->lang), text_string(&names));
    text_release_into(&names, &line);
    words_finish(page, &line);
}

void
meetings_say(const struct lewis_countries *in, const struct lewis_country *a,
             const struct lewis_country *b, struct lewis_page *page)
{
    unsigned one = meetings_leaning(a), other = meetings_leaning(b);

    words_heading(page, phrase(in->lang, SAY_TOGETHER));
    say_leaning(in, a, one, page);
    if (b != a)
        say_leaning(in, b, other, page);
    words_say(page, LEWIS_INK_PLAIN, phrase(in->lang, SAY_LOOK_FIRST));
    say_pairs(in, one, other, page);
    lewis_page_end(page);
    words_say(page, LEWIS_INK_PLAIN,
              lewis_text_in(lewis_advice_warning(in->advice), in->lang));
}
