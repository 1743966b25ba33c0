/* found.c - drafts that somebody may want to go on with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/take/found.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include <lewis/output.h>
#include <lewis/page.h>
#include <lewis/spelling.h>

#include "cli/say.h"
#include "cli/take/view.h"

enum { LINE = 400, MOST = 64 };

static bool
is_open(const struct lewis_draft_info *draft)
{
    return draft->readable && !draft->busy && !draft->done &&
           draft->answered + draft->skipped + draft->half > 0;
}

static bool
find_draft(const struct lewis_bank *bank, const char *name,
           struct lewis_draft_info *draft)
{
    struct lewis_draft_info *list;
    struct lewis_error error;
    size_t count, i = 0;
    bool found;

    if (!lewis_draft_list(NULL, &list, &count, &error))
        return say_error(&error), false;
    while (i < count &&
           !(is_open(&list[i]) &&
             strcmp(list[i].bank, lewis_bank_id(bank)) == 0 &&
             strcmp(list[i].digest, lewis_bank_digest(bank)) == 0 &&
             (name == NULL || strcmp(list[i].name, name) == 0)))
        i++;
    found = i < count;
    if (found)
        *draft = list[i];
    lewis_draft_list_free(list);
    return found;
}

static void
print_time(int64_t seconds, char *text, size_t size)
{
    time_t when = (time_t)seconds;
    struct tm local;

    *text = '\0';
    if (localtime_r(&when, &local) != NULL)
        strftime(text, size, "%Y-%m-%d %H:%M", &local);
}

static void
fill(const struct take_words *words, const struct lewis_draft_info *draft,
     struct lewis_page *page)
{
    char line[LINE], when[32];

    print_time(draft->started, when, sizeof when);
    snprintf(line, sizeof line, words->found, draft->answered, draft->items,
             when);
    lewis_page_end(page);
    take_view_say(page, LEWIS_INK_PLAIN, line);
    snprintf(line, sizeof line, words->found_skipped, draft->skipped);
    if (draft->skipped > 0)
        take_view_say(page, LEWIS_INK_PLAIN, line);
    if (draft->name[0] != '\0')
        take_view_say(page, LEWIS_INK_STRONG, draft->name);
    lewis_page_end(page);
    snprintf(line, sizeof line, "1  %s", words->go_on);
    take_view_say(page, LEWIS_INK_PLAIN, line);
    snprintf(line, sizeof line, "2  %s", words->afresh);
    take_view_say(page, LEWIS_INK_PLAIN, line);
    lewis_page_end(page);
}

static bool
print_offer(const struct take *take, const struct take_words *words,
            const struct lewis_draft_info *draft)
{
    struct lewis_error error;
    struct lewis_page *page =
        lewis_page_new(terminal_width(&take->terminal), &error);
    struct lewis_output *output = lewis_output_open("-", &error);
    bool ok = page != NULL && output != NULL;

    if (ok) {
        fill(words, draft, page);
        lewis_output_command(output, take->lines ? "" : "\033[H\033[J");
        lewis_page_print(page, output, terminal_color(&take->terminal, "-"));
        lewis_output_print(
            output, "%*s%s (1 %s 2): ",
            (int)take_view_margin(terminal_width(&take->terminal)), "",
            words->choose, words->or_word);
        ok = lewis_output_commit(output, &error);
    }
    lewis_output_free(output);
    lewis_page_free(page);
    return ok;
}

static char
read_key(struct keys *keys)
{
    struct key key = keys_read(keys);

    if (key.kind == KEY_STOP || key.kind == KEY_END)
        return 'q';
    return key.kind == KEY_CHARACTER ? key.text[0] : ' ';
}

/* '1', '2', or 'q' at the end; anything else is asked again. */
static char
read_choice(struct keys *keys, bool lines)
{
    char line[LINE];

    if (!lines)
        return read_key(keys);

    switch (keys_line(keys, line, sizeof line)) {
    case LINE_TEXT:
        return line[0] != '\0' && line[1] == '\0' ? line[0] : ' ';
    case LINE_LONG:
    case LINE_REDRAW:
        return ' ';
    default:
        return 'q';
    }
}

enum take_found
take_found_offer(const struct take *take, const struct lewis_bank *bank,
                 const char *name, const char *lang,
                 struct lewis_draft_info *draft)
{
    enum take_found found = TAKE_FOUND_LEFT;
    const struct take_words *words;
    char choice = ' ';

    if (!find_draft(bank, name, draft))
        return TAKE_FOUND_NONE;
    words = take_words_in(lang != NULL ? lang : draft->lang);
    if (!take->lines)
        keys_raw(take->keys, true);
    while (choice != '1' && choice != '2' && choice != 'q' &&
           print_offer(take, words, draft))
        choice = read_choice(take->keys, take->lines);
    keys_raw(take->keys, false);
    if (choice == '1')
        found = TAKE_FOUND_GO_ON;
    else if (choice == '2')
        found = TAKE_FOUND_NONE;
    return found;
}

static void
report_no_draft(const struct lewis_draft_info *list, size_t count,
                const char *id)
{
    const char *known[MOST], *near;
    size_t n = count < MOST ? count : MOST;

    if (id == NULL) {
        say("there is no draft to go on with; \"lewis take\" begins one");
        return;
    }
    for (size_t i = 0; i < n; i++)
        known[i] = list[i].id;
    near = lewis_spelling_nearest(id, known, n);
    if (near != NULL)
        say("there is no draft \"%.100s\"; did you mean \"%s\"?", id, near);
    else
        say("there is no draft \"%.100s\"; \"lewis drafts list\" shows them",
            id);
}

/* Is it the one of that id or, without one, one to go on with? */
static bool
is_wanted(const struct lewis_draft_info *draft, const char *id,
          const char *bank)
{
    if (id != NULL)
        return strcmp(draft->id, id) == 0;
    return is_open(draft) && (bank == NULL || strcmp(draft->bank, bank) == 0);
}

bool
take_found_named(const char *id, const char *bank,
                 struct lewis_draft_info *draft)
{
    struct lewis_draft_info *list;
    struct lewis_error error;
    size_t count, i = 0;
    bool found;

    if (!lewis_draft_list(NULL, &list, &count, &error))
        return say_error(&error), false;
    while (i < count && !is_wanted(&list[i], id, bank))
        i++;
    found = i < count && list[i].readable;
    if (found)
        *draft = list[i];
    else if (i < count)
        say_error(&list[i].why);
    else
        report_no_draft(list, count, id);
    lewis_draft_list_free(list);
    return found;
}
