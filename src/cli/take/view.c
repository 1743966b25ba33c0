/* view.c - what somebody who takes a questionnaire sees.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/view.h"

#include <stdio.h>
#include <string.h>

#include "cli/take/answer.h"

enum {
    ROOMY = 60,     /* from so many columns on there is a margin, */
    MARGIN = 2,
    CELL = 12,      /* of the review, in columns */
    GRID = 72,      /* and beside the names of topics, from so many on */
    TOPIC = 35,     /* columns for those names */
    GUTTER = 5,     /* for a mark before a number */
    GAP = 2,        /* between letters */
    LINE = 400,
    SKIPS = 300     /* for numbers of questions */
};

size_t
take_view_margin(size_t width)
{
    return width >= ROOMY ? MARGIN : 0;
}

static size_t
margin_of(const struct lewis_page *page)
{
    return take_view_margin(lewis_page_width(page));
}

static const struct lewis_bank *
bank_of(const struct take *take)
{
    return lewis_session_bank(take->session);
}

static const char *
text_of(const struct take *take, const struct lewis_text *text)
{
    return lewis_text_in(text, lewis_session_language(take->session));
}

void
take_view_say(struct lewis_page *page, enum lewis_ink ink, const char *text)
{
    lewis_page_pad(page, margin_of(page));
    lewis_page_wrap(page, margin_of(page), ink, text);
}

/* A paragraph with a blank line before it. */
static void
say_apart(struct lewis_page *page, enum lewis_ink ink, const char *text)
{
    lewis_page_end(page);
    take_view_say(page, ink, text);
}

static void
view_welcome(const struct take *take, struct lewis_page *page)
{
    const struct take_words *words = take_words(take);
    size_t minutes = (size_t)(lewis_session_minutes(take->session) + 1);
    char line[LINE];

    take_view_say(page, LEWIS_INK_STRONG,
                  text_of(take, lewis_bank_title(bank_of(take))));
    snprintf(line, sizeof line, words->size,
             lewis_bank_item_count(bank_of(take)), minutes);
    take_view_say(page, LEWIS_INK_PLAIN, line);
    say_apart(page, LEWIS_INK_PLAIN, words->no_wrong);
    say_apart(page, LEWIS_INK_PLAIN, words->private);
    if (take->output != NULL) {
        snprintf(line, sizeof line, words->handed_to, take->output);
        take_view_say(page, LEWIS_INK_PLAIN, line);
    }
    say_apart(page, LEWIS_INK_PLAIN, words->stop_freely);
    say_apart(page, LEWIS_INK_PLAIN,
              take->lines ? words->by_line : words->by_key);
}

static void
add_bar(const struct take *take, size_t room, struct lewis_page *page)
{
    struct lewis_progress all =
        lewis_session_progress(take->session, LEWIS_NO_SECTION);
    bool ascii = terminal_ascii(&take->terminal);
    size_t full = room * (all.answered + all.skipped) / all.items;

    for (size_t i = 0; i < room; i++)
        if (i < full)
            lewis_page_add(page, LEWIS_INK_LINEAR, ascii ? "#" : "━");
        else
            lewis_page_add(page, LEWIS_INK_QUIET, ascii ? "-" : "─");
    lewis_page_end(page);
}

/* How far one has come, of all and of the topic. */
static void
add_progress(const struct take *take, const struct lewis_section *section,
             struct lewis_page *page)
{
    const struct take_words *words = take_words(take);
    size_t position = lewis_session_place(take->session).item;
    size_t used, width = lewis_page_width(page);
    char line[LINE];

    used = (size_t)snprintf(line, sizeof line, words->question, position + 1,
                            lewis_bank_item_count(bank_of(take)));
    lewis_page_pad(page, margin_of(page));
    lewis_page_add(page, LEWIS_INK_PLAIN, line);
    if (!take->lines) {
        lewis_page_add(page, LEWIS_INK_PLAIN, "  ");
        add_bar(take, width - used - 2 - 2 * margin_of(page), page);
        lewis_page_pad(page, margin_of(page));
    } else {
        lewis_page_add(page, LEWIS_INK_PLAIN, ". ");
    }
    snprintf(line, sizeof line, words->topic, text_of(take, section->name),
             position - section->first + 1, section->count);
    lewis_page_wrap(page, margin_of(page), LEWIS_INK_QUIET, line);
}

/* " most  2  text", for ears "2. text". */
static void
add_row(const struct take *take, const char *mark, long number,
        const char *text, struct lewis_page *page)
{
    size_t margin = margin_of(page);
    bool marked = *mark != '\0';
    char line[LINE];

    lewis_page_pad(page, margin);
    if (take->lines)
        snprintf(line, sizeof line, "%s%s%ld. ", mark, marked ? ": " : "",
                 number);
    else
        snprintf(line, sizeof line, "%*s %2ld  ", GUTTER, mark, number);
    lewis_page_add(page, LEWIS_INK_STRONG, line);
    lewis_page_wrap(page, margin + (take->lines ? 3 : GUTTER + 5),
                    marked ? LEWIS_INK_STRONG : LEWIS_INK_PLAIN, text);
}

static void
add_options(const struct take *take, size_t index, struct lewis_page *page)
{
    const struct lewis_item *item = lewis_bank_item(bank_of(take), index);
    char number[16];

    for (size_t k = 0; k < item->option_count; k++) {
        size_t o = lewis_session_option(take->session, index, k);
        const char *mark = take_answer_mark(take, index, k);
        int points = take_answer_points(take, index, k);
        snprintf(number, sizeof number, "(%d)", points);
        add_row(take, points >= 0 ? number : mark, (long)k + 1,
                text_of(take, item->option[o].label), page);
    }
}

/* The two ends of a pair, and the places between them. */
static void
add_pair(const struct take *take, const struct lewis_item *item,
         struct lewis_page *page)
{
    char line[LINE];

    add_row(take, "", 1, text_of(take, item->option[0].label), page);
    add_row(take, "", item->places, text_of(take, item->option[1].label),
            page);
    lewis_page_end(page);
    snprintf(line, sizeof line, take_words(take)->between, item->places);
    take_view_say(page, LEWIS_INK_QUIET, line);
}

static void
add_scale(const struct take *take, size_t index, struct lewis_page *page)
{
    const struct lewis_response *response =
        lewis_bank_item(bank_of(take), index)->response;
    const struct lewis_answer *answer =
        &lewis_session_answers(take->session)[index];

    for (int x = response->lo; x <= response->hi; x++)
        add_row(take, answer->count > 0 && answer->value == x ? ">" : "", x,
                text_of(take, response->point[x - response->lo].label), page);
}

static void
add_answers(const struct take *take, size_t index, struct lewis_page *page)
{
    const struct lewis_item *item = lewis_bank_item(bank_of(take), index);
    char line[LINE];

    lewis_page_end(page);
    if (item->form == LEWIS_PAIR)
        add_pair(take, item, page);
    else if (item->form == LEWIS_RATE || item->form == LEWIS_CHECK)
        add_scale(take, index, page);
    else
        add_options(take, index, page);
    if (item->form == LEWIS_POINTS) {
        snprintf(line, sizeof line, take_words(take)->share_out, item->total);
        say_apart(page, LEWIS_INK_QUIET, line);
    }
}

/* What an earlier visit left, where the marks do not show it. */
static void
add_earlier(const struct take *take, size_t index, struct lewis_page *page)
{
    const struct take_words *words = take_words(take);
    enum lewis_form form = lewis_bank_item(bank_of(take), index)->form;
    char line[LINE], answer[TAKE_LIST];

    take_answer_print(take, index, answer, sizeof answer);
    if (lewis_session_half(take->session, index)->count > 0)
        return;
    if (lewis_session_given(take->session, index) == LEWIS_SKIPPED) {
        say_apart(page, LEWIS_INK_QUIET, words->left_out);
    } else if (*answer != '\0' && form == LEWIS_PAIR) {
        snprintf(line, sizeof line, words->kept, answer);
        say_apart(page, LEWIS_INK_QUIET, line);
    }
}

static void
view_item(const struct take *take, struct lewis_page *page)
{
    size_t index = lewis_session_item(
        take->session, lewis_session_place(take->session).item);
    const struct lewis_item *item = lewis_bank_item(bank_of(take), index);
    const struct lewis_section *section =
        lewis_bank_section(bank_of(take), item->section);
    bool note = section->note != NULL &&
                (!take->lines ||
                 lewis_session_place(take->session).item == section->first);

    add_progress(take, section, page);
    if (note)
        take_view_say(page, LEWIS_INK_QUIET, text_of(take, section->note));
    if (item->stem != NULL)
        say_apart(page, LEWIS_INK_STRONG, text_of(take, item->stem));
    add_answers(take, index, page);
    add_earlier(take, index, page);
}

/* An item's answer, or what stands in its place. */
static const char *
given_words(const struct take *take, size_t item, char answer[TAKE_LIST])
{
    const struct take_words *words = take_words(take);

    switch (lewis_session_given(take->session, item)) {
    case LEWIS_OPEN:
        return lewis_session_half(take->session, item)->count > 0
                   ? words->half_mark
                   : words->open_mark;
    case LEWIS_SKIPPED:
        return words->skip_mark;
    case LEWIS_ANSWERED:
        break;
    }
    take_answer_print(take, item, answer, TAKE_LIST);
    return answer;
}

static void
add_cell(const struct take *take, size_t position, struct lewis_page *page)
{
    size_t item = lewis_session_item(take->session, position);
    bool open = lewis_session_given(take->session, item) == LEWIS_OPEN;
    char number[16], answer[TAKE_LIST];

    snprintf(number, sizeof number, "%3zu ", position + 1);
    lewis_page_add(page, LEWIS_INK_QUIET, number);
    lewis_page_add(page, open ? LEWIS_INK_STRONG : LEWIS_INK_PLAIN,
                   given_words(take, item, answer));
}

/* The same for ears: a sentence, "Question 3: 2-3-1." */
static void
say_answer(const struct take *take, size_t position, struct lewis_page *page)
{
    const struct take_words *words = take_words(take);
    size_t item = lewis_session_item(take->session, position);
    char line[LINE], answer[TAKE_LIST];

    if (lewis_session_given(take->session, item) == LEWIS_SKIPPED)
        snprintf(line, sizeof line, words->skipped, position + 1);
    else
        snprintf(line, sizeof line, words->last, position + 1,
                 given_words(take, item, answer));
    take_view_say(page, LEWIS_INK_PLAIN, line);
}

/* A topic's answers: beside its name when there is room, else below. */
static void
add_topic(const struct take *take, const struct lewis_section *section,
          struct lewis_page *page)
{
    size_t width = lewis_page_width(page), margin = margin_of(page);
    size_t left = width >= GRID ? margin + TOPIC : margin;
    size_t fit = (width - left) / CELL;

    lewis_page_pad(page, margin);
    lewis_page_add(page, LEWIS_INK_PLAIN, text_of(take, section->name));
    if (width < GRID || take->lines)
        lewis_page_end(page);
    for (size_t i = 0; i < section->count; i++) {
        if (take->lines) {
            say_answer(take, section->first + i, page);
            continue;
        }
        if (i > 0 && i % fit == 0)
            lewis_page_end(page);
        lewis_page_pad(page, left + i % fit * CELL);
        add_cell(take, section->first + i, page);
    }
    if (!take->lines)
        lewis_page_end(page);
}

/* The numbers of the questions left out: as many as there is room for. */
static void
list_skipped(const struct take *take, char *list, size_t size)
{
    size_t used = 0;

    *list = '\0';
    for (size_t p = 0; p < lewis_bank_item_count(bank_of(take)); p++) {
        size_t item = lewis_session_item(take->session, p);

        if (lewis_session_given(take->session, item) != LEWIS_SKIPPED)
            continue;
        if (used + 16 > size) {
            snprintf(list + used, size - used, " ...");
            return;
        }
        used += (size_t)snprintf(list + used, size - used, "%s%zu",
                                 used == 0 ? "" : ", ", p + 1);
    }
}

/* What is still open, and what was left out. */
static void
say_state(const struct take *take, const struct lewis_progress *all,
          struct lewis_page *page)
{
    const struct take_words *words = take_words(take);
    size_t open = lewis_session_first_open(take->session);
    char line[LINE + SKIPS], list[SKIPS];

    if (all->open > 0) {
        bool skip = lewis_session_skips_left(
                        take->session,
                        lewis_session_item(take->session, open)) > 0;
        size_t used =
            (size_t)snprintf(line, sizeof line, words->first_open, open + 1);
        snprintf(line + used, sizeof line - used, " %s",
                 skip ? words->may_skip : "");
    } else {
        snprintf(line, sizeof line, "%s",
                 all->skipped > 0 ? words->none_left : words->none_open);
    }
    take_view_say(page, LEWIS_INK_PLAIN, line);
    list_skipped(take, list, sizeof list);
    snprintf(line, sizeof line, words->skip_list, list);
    if (all->skipped > 0)
        take_view_say(page, LEWIS_INK_PLAIN, line);
    if (all->open == 0 && lewis_bank_ask_count(bank_of(take)) == 0)
        take_view_say(page, LEWIS_INK_PLAIN, words->final);
}

static bool
has_rankings(const struct take *take)
{
    for (size_t i = 0; i < lewis_bank_item_count(bank_of(take)); i++)
        if (lewis_bank_item(bank_of(take), i)->form == LEWIS_RANK)
            return true;
    return false;
}

static void
view_review(const struct take *take, struct lewis_page *page)
{
    const struct take_words *words = take_words(take);
    struct lewis_progress all =
        lewis_session_progress(take->session, LEWIS_NO_SECTION);
    char line[LINE];

    snprintf(line, sizeof line, words->answered, all.answered, all.items);
    lewis_page_pad(page, margin_of(page));
    lewis_page_add(page, LEWIS_INK_STRONG, words->review);
    lewis_page_add(page, LEWIS_INK_PLAIN, "  ");
    lewis_page_add(page, LEWIS_INK_QUIET, line);
    lewis_page_end(page);
    say_state(take, &all, page);
    lewis_page_end(page);
    for (size_t s = 0; s < lewis_bank_section_count(bank_of(take)); s++)
        add_topic(take, lewis_bank_section(bank_of(take), s), page);
    say_apart(page, LEWIS_INK_QUIET,
                  take->lines ? words->review_how_line : words->review_how);
    if (has_rankings(take))
        take_view_say(page, LEWIS_INK_QUIET, words->review_rank);
}

/* The reply that there is: an option's words, a country's name, as typed. */
static const char *
reply_words(const struct take *take, size_t index)
{
    const struct lewis_ask *ask = lewis_bank_ask(bank_of(take), index);
    const char *reply = lewis_session_reply(take->session, index);
    const struct lewis_country *country;

    for (size_t o = 0; o < ask->option_count; o++)
        if (strcmp(ask->option[o].id, reply) == 0)
            return text_of(take, ask->option[o].label);
    if (ask->type != LEWIS_ASK_COUNTRY || take->atlas == NULL)
        return reply;
    country = lewis_atlas_find(take->atlas, reply);
    return country != NULL ? text_of(take, country->name) : reply;
}

static void
view_ask(const struct take *take, struct lewis_page *page)
{
    const struct take_words *words = take_words(take);
    size_t index = lewis_session_place(take->session).ask;
    const struct lewis_ask *ask = lewis_bank_ask(bank_of(take), index);
    enum lewis_given given = lewis_session_ask_given(take->session, index);
    char line[LINE];

    snprintf(line, sizeof line, words->topic, words->about_you, index + 1,
             lewis_bank_ask_count(bank_of(take)));
    take_view_say(page, LEWIS_INK_QUIET, line);
    say_apart(page, LEWIS_INK_STRONG, text_of(take, ask->stem));
    if (ask->option_count > 0)
        lewis_page_end(page);
    for (size_t o = 0; o < ask->option_count; o++)
        add_row(take, "", (long)o + 1, text_of(take, ask->option[o].label),
                page);
    if (ask->type == LEWIS_ASK_COUNTRY)
        take_view_say(page, LEWIS_INK_QUIET, words->country_how);
    say_apart(page, LEWIS_INK_QUIET,
              ask->required ? words->needed : words->optional);
    snprintf(line, sizeof line, words->kept,
             given == LEWIS_ANSWERED ? reply_words(take, index)
                                     : words->no_reply);
    if (given != LEWIS_OPEN)
        take_view_say(page, LEWIS_INK_QUIET, line);
}

void
take_view(const struct take *take, struct lewis_page *page)
{
    switch (lewis_session_stage(take->session)) {
    case LEWIS_STAGE_WELCOME:
        view_welcome(take, page);
        break;
    case LEWIS_STAGE_ITEM:
        view_item(take, page);
        break;
    case LEWIS_STAGE_REVIEW:
        view_review(take, page);
        break;
    case LEWIS_STAGE_ASK:
        view_ask(take, page);
        break;
    case LEWIS_STAGE_READY:
        take_view_say(page, LEWIS_INK_STRONG, take_words(take)->ready);
        take_view_say(page, LEWIS_INK_PLAIN, take_words(take)->final);
        break;
    case LEWIS_STAGE_DONE:
    case LEWIS_STAGE_LEFT:
        break;
    }
}

static void
prompt_points(const struct take *take, size_t index, char *text, size_t size)
{
    const struct lewis_answer *half = lewis_session_half(take->session, index);

    snprintf(text, size, take_words(take)->points, (size_t)half->count + 1,
             lewis_session_points_left(take->session, index));
}

/* What an item asks for next. */
static void
prompt_item(const struct take *take, char *text, size_t size)
{
    const struct take_words *words = take_words(take);
    size_t index = lewis_session_item(
        take->session, lewis_session_place(take->session).item);
    const char *what = words->answer;

    switch (lewis_bank_item(bank_of(take), index)->form) {
    case LEWIS_POINTS:
        prompt_points(take, index, text, size);
        return;
    case LEWIS_RANK:
    case LEWIS_PICK:
        what = lewis_session_half(take->session, index)->count > 0
                   ? words->least
                   : words->most;
        break;
    case LEWIS_PAIR:
        what = words->place;
        break;
    case LEWIS_RATE:
    case LEWIS_CHECK:
        break;
    }
    snprintf(text, size, "%s", what);
}

static const char *
prompt_end(const struct take *take, char *text, size_t size)
{
    const struct take_words *words = take_words(take);

    if (take->output == NULL)
        return words->hand_in;
    snprintf(text, size, words->hand_in_to, take->output);
    return text;
}

static const char *
prompt_review(const struct take *take, char *text, size_t size)
{
    const struct take_words *words = take_words(take);

    size_t open = lewis_session_first_open(take->session);

    if (open < lewis_bank_item_count(bank_of(take)))
        snprintf(text, size, words->on_to_open, open + 1);
    else if (lewis_bank_ask_count(bank_of(take)) > 0)
        return words->on_to_asks;
    else
        return prompt_end(take, text, size);
    return text;
}

/* The numbers that can be given, behind what is asked for. */
static void
add_choices(const struct take *take, char *prompt, size_t size)
{
    struct take_choices choices = take_choices(take);
    char list[TAKE_LIST] = "", say[TAKE_LIST + 40];
    size_t used = strlen(prompt);

    if (take->lines && choices.any) {
        take_choices_say(take, &choices, list, sizeof list);
        snprintf(say, sizeof say, take_words(take)->type, list);
        snprintf(prompt + used, size - used, " (%s):", say);
        return;
    }
    if (choices.any)
        take_choices_print(&choices, list, sizeof list);
    snprintf(prompt + used, size - used, ":%s%s", choices.any ? " " : "",
             list);
}

void
take_view_prompt(const struct take *take, char *prompt, size_t size)
{
    const struct take_words *words = take_words(take);
    char text[LINE];

    switch (lewis_session_stage(take->session)) {
    case LEWIS_STAGE_WELCOME:
        snprintf(prompt, size, "%s",
                 take_is_untouched(take) ? words->begin : words->begin_again);
        break;
    case LEWIS_STAGE_ITEM:
        prompt_item(take, prompt, size);
        add_choices(take, prompt, size);
        break;
    case LEWIS_STAGE_REVIEW:
        snprintf(prompt, size, "%s", prompt_review(take, text, sizeof text));
        break;
    case LEWIS_STAGE_ASK:
        snprintf(prompt, size, "%s", words->reply);
        add_choices(take, prompt, size);
        break;
    case LEWIS_STAGE_READY:
        snprintf(prompt, size, "%s", prompt_end(take, text, sizeof text));
        break;
    default:
        *prompt = '\0';
    }
}

/* A letter and what it does; the last is NULL. */
struct letter {
    const char *key, *word;
};

static void
add_letters(const struct letter *letter, struct lewis_page *page)
{
    size_t margin = margin_of(page), used = margin;

    lewis_page_pad(page, margin);
    for (; letter->key != NULL; letter++) {
        size_t size = strlen(letter->key) + strlen(letter->word) + 1;
        if (used > margin && used + size > lewis_page_width(page)) {
            lewis_page_end(page);
            lewis_page_pad(page, margin);
            used = margin;
        }
        lewis_page_add(page, LEWIS_INK_STRONG, letter->key);
        lewis_page_add(page, LEWIS_INK_QUIET, " ");
        lewis_page_add(page, LEWIS_INK_QUIET, letter->word);
        lewis_page_add(page, LEWIS_INK_PLAIN, "  ");
        used += size + GAP;
    }
    lewis_page_end(page);
}

static void
add_typing_letters(const struct take *take, struct lewis_page *page)
{
    const struct take_words *words = take_words(take);
    const struct letter letter[] = {
        {"Enter", words->done}, {"Esc", words->back},
        {"Ctrl-C", words->stop}, {NULL, NULL},
    };

    add_letters(letter, page);
}

void
take_view_letters(const struct take *take, bool typing,
                  struct lewis_page *page)
{
    const struct take_words *words = take_words(take);
    enum lewis_stage stage = lewis_session_stage(take->session);
    bool item = stage == LEWIS_STAGE_ITEM, first = stage == LEWIS_STAGE_WELCOME;
    bool ask = stage == LEWIS_STAGE_ASK;
    struct letter letter[10];
    size_t n = 0;

    if (typing) {
        add_typing_letters(take, page);
        return;
    }
    if (!first)
        letter[n++] = (struct letter){"b", words->back};
    if (item || ask)
        letter[n++] =
            (struct letter){"s", item ? words->skip : words->rather_not};
    if (item || stage == LEWIS_STAGE_REVIEW)
        letter[n++] = (struct letter){"g", words->go};
    if (item)
        letter[n++] = (struct letter){"r", words->look};
    if (lewis_bank_language_count(bank_of(take)) > 1)
        letter[n++] = (struct letter){"l", words->language};
    letter[n++] = (struct letter){take->lines ? "h" : "?", words->help};
    letter[n++] = (struct letter){"q", words->stop};
    letter[n] = (struct letter){NULL, NULL};
    add_letters(letter, page);
}
