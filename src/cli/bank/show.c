/* show.c - lewis bank list, lewis bank show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <lewis/bank.h>

#include "cli/bank/verb.h"
#include "cli/content.h"
#include "cli/language.h"
#include "cli/say.h"

size_t
bank_minutes(const struct lewis_bank *bank, const char *lang)
{
    return (size_t)(lewis_bank_minutes(bank, lang) + 1);
}

static const char *
kind_name(const struct lewis_bank *bank)
{
    return lewis_bank_kind(bank) == LEWIS_BANK_RATING ? _("ratings")
                                                     : _("choices");
}

static int
kind_width(void)
{
    size_t ratings = strlen(_("ratings")), choices = strlen(_("choices"));

    return (int)(ratings > choices ? ratings : choices);
}

static void
print_languages(const struct lewis_bank *bank)
{
    for (size_t i = 0; i < lewis_bank_language_count(bank); i++)
        tell("%s%s", i == 0 ? "" : " ", lewis_bank_language(bank, i));
}

static void
print_summary(const struct lewis_bank *bank, const char *lang)
{
    tell("%-14s %-8s %-*s %3zu  ", lewis_bank_id(bank),
         lewis_bank_version(bank), kind_width(), kind_name(bank),
         lewis_bank_item_count(bank));
    print_languages(bank);
    tell("  %s\n", lewis_text_in(lewis_bank_title(bank), lang));
}

int
bank_list(const struct lewis_shelf *shelf, const struct bank_options *options,
          char **names, int count)
{
    int status = EXIT_DONE;

    (void)names;
    if (count > 0)
        return say_usage(&cmd_bank, "list takes no names");
    for (size_t i = 0; i < lewis_shelf_count(shelf); i++) {
        const char *path = lewis_shelf_path(shelf, i);
        struct lewis_error error;
        if (!lewis_bank_sniff(path))
            continue;
        struct lewis_bank *bank = lewis_bank_load(path, &error);
        if (bank == NULL) {
            say_error(&error);
            status = EXIT_DATA;
            continue;
        }
        print_summary(bank, language_to_read(options->lang, NULL));
        lewis_bank_free(bank);
    }
    return status;
}

static void
print_scale(const struct lewis_response *response, const char *lang)
{
    for (int x = response->lo; x <= response->hi; x++)
        tell("        %d  %s\n", x,
             lewis_text_in(response->point[x - response->lo].label, lang));
}

static void
print_key(const struct lewis_item *item)
{
    if (item->form == LEWIS_RATE)
        tell(item->reverse ? _("        [%s, reversed]\n")
                           : "        [%s]\n",
             lewis_style_keyword(item->style));
    if (item->form == LEWIS_CHECK)
        tell(_("        [attention check: %d]\n"), item->expect);
}

static void
print_item(const struct lewis_item *item, const struct bank_options *options)
{
    tell("  %-5s %s\n", item->id,
         item->stem == NULL ? "" : lewis_text_in(item->stem, options->lang));
    if (options->keys)
        print_key(item);
    for (size_t o = 0; o < item->option_count; o++) {
        const struct lewis_option *option = &item->option[o];
        tell("        %s  %s", option->id,
             lewis_text_in(option->label, options->lang));
        if (options->keys)
            tell("  [%s]", lewis_style_keyword(option->style));
        tell("\n");
    }
}

/* How the items of this form are answered in a cell. */
static void
print_how(const struct lewis_item *item, const struct bank_options *options)
{
    switch (item->form) {
    case LEWIS_RATE:
    case LEWIS_CHECK:
        tell(_("  (answer with the number)\n"));
        print_scale(item->response, options->lang);
        break;
    case LEWIS_PICK:
        tell(_("  (answer with the letter that fits you best)\n"));
        break;
    case LEWIS_RANK:
        tell(_("  (answer with the letters, the most fitting first: bca; "
               "one letter is enough)\n"));
        break;
    case LEWIS_POINTS:
        tell(_("  (share out %d points, in this order: 5 3 2)\n"),
             item->total);
        break;
    case LEWIS_PAIR:
        tell(_("  (answer with a place from 1, wholly a, to %d, wholly b)\n"),
             item->places);
        break;
    }
}

static void
print_section(const struct lewis_bank *bank, size_t index,
              const struct bank_options *options)
{
    const struct lewis_section *section = lewis_bank_section(bank, index);
    const struct lewis_item *last =
        section->first == 0 ? NULL : lewis_bank_item(bank, section->first - 1);

    tell("\n%s\n", lewis_text_in(section->name, options->lang));
    if (section->note != NULL)
        tell("%s\n", lewis_text_in(section->note, options->lang));
    for (size_t i = 0; i < section->count; i++) {
        const struct lewis_item *item =
            lewis_bank_item(bank, section->first + i);
        if (last == NULL || last->form != item->form)
            print_how(item, options);
        print_item(item, options);
        last = item;
    }
}

static void
print_bank(const struct lewis_bank *bank, const struct bank_options *options)
{
    size_t items = lewis_bank_item_count(bank);

    tell("%s\n", lewis_text_in(lewis_bank_title(bank), options->lang));
    /* TRANSLATORS: a bank's name and version, how many items of which kind. */
    tell(_("%s %s, %zu %s, about %zu minutes\nby %s, licence %s\n"),
         lewis_bank_id(bank), lewis_bank_version(bank), items,
         kind_name(bank), bank_minutes(bank, options->lang),
         lewis_bank_authors(bank), lewis_bank_licence(bank));
    tell(_("source: %s\nlanguages: "), lewis_bank_sources(bank));
    print_languages(bank);
    tell(_("\nat least %.0f %% must be answered\n"),
         100 * lewis_bank_min_answered(bank));
    if (lewis_bank_note(bank) != NULL)
        tell("%s\n", lewis_text_in(lewis_bank_note(bank), options->lang));
    for (size_t s = 0; s < lewis_bank_section_count(bank); s++)
        print_section(bank, s, options);
}

int
bank_show(const struct lewis_shelf *shelf, const struct bank_options *options,
          char **names, int count)
{
    struct bank_options shown = *options;

    if (count == 0)
        return say_usage(&cmd_bank, "show which bank?");
    for (int i = 0; i < count; i++) {
        struct lewis_bank *bank = content_bank(shelf, names[i]);
        if (bank == NULL)
            return EXIT_TROUBLE;
        content_bank_language(bank, options->lang);
        shown.lang = language_to_read(options->lang, NULL);
        tell("%s", i == 0 ? "" : "\n");
        print_bank(bank, &shown);
        lewis_bank_free(bank);
    }
    return EXIT_DONE;
}
