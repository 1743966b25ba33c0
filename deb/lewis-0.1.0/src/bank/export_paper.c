/* export_paper.c - the questionnaire as an HTML page to print.
 *
 * One file, no script, nothing from elsewhere; black on white, boxes to write
 * in. The keys are not in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bank/export.h"

/* The words that the page itself needs. */
static const struct words {
    const char *lang;
    const char *name, *intro;
    const char *rate, *pick, *rank, *points, *pair; /* how to answer */
    const char *licence;
} all_words[] = {
    {"en", "Name or code",
     "There are no right or wrong answers. Take what fits you at work, and do "
     "not think long. You may leave out what you do not want to answer, and "
     "stop whenever you like.",
     "Tick one box on every line.", "Tick the one that fits you best.",
     "Write 1 before the one most like you, 2 before the next, 3 before the "
     "one least like you.",
     "Share out %d points over the statements.",
     "Tick where you stand between the two.", "Licence"},
    {"nl", "Naam of code",
     "Er zijn geen goede of foute antwoorden. Kies wat op je werk bij je past, "
     "en denk niet te lang na. Je mag overslaan wat je niet wilt beantwoorden, "
     "en stoppen wanneer je wilt.",
     "Kruis op elke regel één vakje aan.",
     "Kruis aan wat het best bij je past.",
     "Zet een 1 voor wat het meest bij je past, een 2 voor het volgende, een 3 "
     "voor wat het minst bij je past.",
     "Verdeel %d punten over de uitspraken.",
     "Kruis aan waar je tussen de twee staat.", "Licentie"},
};

static const char style[] =
    "@page { margin: 18mm 16mm }\n"
    "body { font: 10.5pt/1.4 'DejaVu Sans', Arial, sans-serif; color: #111; "
    "max-width: 178mm; margin: 0 auto; padding: 1em }\n"
    "h1 { font-size: 17pt; margin: 0 0 .3em }\n"
    "h2 { font-size: 12pt; margin: 1.6em 0 .2em; border-bottom: 1px solid "
    "#111; break-after: avoid }\n"
    ".how, .note { color: #444; margin: .2em 0 .6em }\n"
    ".item { break-inside: avoid; margin: .9em 0 }\n"
    ".stem { font-weight: bold; margin: 0 0 .3em }\n"
    ".id { color: #666; font-weight: normal; font-size: 8.5pt; "
    "margin-right: .5em }\n"
    "ul { list-style: none; margin: 0; padding: 0 }\n"
    "li { margin: .25em 0; padding-left: 2.6em; text-indent: -2.6em }\n"
    ".box { display: inline-block; width: 1.15em; height: 1.15em; border: 1px "
    "solid #111; vertical-align: -.2em; margin-right: .5em; text-indent: 0 }\n"
    ".letter { color: #666; margin-right: .5em }\n"
    ".scale { display: flex; gap: 1.1em; flex-wrap: wrap }\n"
    ".line { border-bottom: 1px solid #111; display: inline-block; "
    "min-width: 60mm }\n"
    "footer { margin-top: 2em; font-size: 8pt; color: #444 }\n";

static const struct words *
words_in(const char *lang)
{
    for (size_t i = 0; i < sizeof all_words / sizeof all_words[0]; i++)
        if (strncmp(lang, all_words[i].lang, 2) == 0)
            return &all_words[i];
    return &all_words[0];
}

static void
add_element(struct text *out, const char *element, const char *class_,
            const char *string)
{
    text_print(out, "<%s%s%s%s>", element, class_ != NULL ? " class=\"" : "",
               class_ != NULL ? class_ : "", class_ != NULL ? "\"" : "");
    text_add_xml(out, string);
    text_print(out, "</%s>", element);
}

static void
add_box(struct text *out)
{
    text_add(out, "<span class=\"box\"></span>");
}

static void
add_stem(struct text *out, const char *id, const struct lewis_text *stem,
         const char *lang)
{
    text_add(out, "<p class=\"stem\">");
    add_element(out, "span", "id", id);
    if (stem != NULL)
        text_add_xml(out, lewis_text_in(stem, lang));
    text_add(out, "</p>\n");
}

static void
add_scale(struct text *out, const struct lewis_item *item, const char *lang)
{
    const struct lewis_response *response = item->response;

    text_add(out, "<div class=\"scale\">");
    for (int x = response->lo; x <= response->hi; x++) {
        text_add(out, "<span>");
        add_box(out);
        text_add_xml(out, lewis_text_in(
                              response->point[x - response->lo].label, lang));
        text_add(out, "</span>");
    }
    text_add(out, "</div>\n");
}

static void
add_pair(struct text *out, const struct lewis_item *item, const char *lang)
{
    text_add(out, "<div class=\"scale\"><span>");
    text_add_xml(out, lewis_text_in(item->option[0].label, lang));
    text_add(out, "</span>");
    for (int x = 0; x < item->places; x++)
        add_box(out);
    text_add(out, "<span>");
    text_add_xml(out, lewis_text_in(item->option[1].label, lang));
    text_add(out, "</span></div>\n");
}

static void
add_options(struct text *out, const struct lewis_item *item, const char *lang)
{
    text_add(out, "<ul>\n");
    for (size_t o = 0; o < item->option_count; o++) {
        text_add(out, "<li>");
        add_box(out);
        add_element(out, "span", "letter", item->option[o].id);
        text_add_xml(out, lewis_text_in(item->option[o].label, lang));
        text_add(out, "</li>\n");
    }
    text_add(out, "</ul>\n");
}

static void
add_item(struct text *out, const struct lewis_item *item, const char *lang)
{
    text_add(out, "<div class=\"item\">\n");
    add_stem(out, item->id, item->stem, lang);
    if (item->response != NULL)
        add_scale(out, item, lang);
    else if (item->form == LEWIS_PAIR)
        add_pair(out, item, lang);
    else
        add_options(out, item, lang);
    text_add(out, "</div>\n");
}

/* How items of this form are answered. */
static void
add_how(struct text *out, const struct lewis_item *item,
        const struct words *words)
{
    const char *const how[] = {
        [LEWIS_RATE] = words->rate,     [LEWIS_PICK] = words->pick,
        [LEWIS_RANK] = words->rank,     [LEWIS_POINTS] = words->points,
        [LEWIS_PAIR] = words->pair,     [LEWIS_CHECK] = words->rate,
    };
    struct text text = {0};

    if (item->form == LEWIS_POINTS)
        text_print(&text, words->points, item->total);
    else
        text_add(&text, how[item->form]);
    add_element(out, "p", "how", text_string(&text));
    text_add(out, "\n");
    text_release(&text);
}

static void
add_section(struct text *out, const struct lewis_bank *bank, size_t index,
            const char *lang, const struct words *words)
{
    const struct lewis_section *section = lewis_bank_section(bank, index);

    text_add(out, "<section>\n");
    add_element(out, "h2", NULL, lewis_text_in(section->name, lang));
    text_add(out, "\n");
    if (section->note != NULL) {
        add_element(out, "p", "note", lewis_text_in(section->note, lang));
        text_add(out, "\n");
    }
    for (size_t i = 0; i < section->count; i++) {
        const struct lewis_item *item =
            lewis_bank_item(bank, section->first + i);
        if (section->first + i == 0 || item->form != item[-1].form)
            add_how(out, item, words);
        add_item(out, item, lang);
    }
    text_add(out, "</section>\n");
}

static void
add_ask(struct text *out, const struct lewis_ask *ask, const char *lang)
{
    text_add(out, "<div class=\"item\">\n");
    add_stem(out, ask->id, ask->stem, lang);
    if (ask->option_count == 0)
        text_add(out, "<span class=\"line\">&#160;</span>\n");
    for (size_t o = 0; o < ask->option_count; o++) {
        text_add(out, o == 0 ? "<div class=\"scale\">" : "");
        text_add(out, "<span>");
        add_box(out);
        text_add_xml(out, lewis_text_in(ask->option[o].label, lang));
        text_add(out, "</span>");
        text_add(out, o + 1 == ask->option_count ? "</div>\n" : "");
    }
    text_add(out, "</div>\n");
}

static void
add_head(struct text *out, const struct lewis_bank *bank, const char *lang,
         const struct words *words)
{
    const char *title = lewis_text_in(lewis_bank_title(bank), lang);

    text_print(out,
               "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
               "<meta charset=\"utf-8\">\n",
               lang);
    add_element(out, "title", NULL, title);
    text_print(out, "\n<style>\n%s</style>\n</head>\n<body>\n", style);
    add_element(out, "h1", NULL, title);
    text_add(out, "\n<p>");
    text_add_xml(out, words->name);
    text_add(out, " <span class=\"line\">&#160;</span></p>\n");
    add_element(out, "p", NULL, words->intro);
    text_add(out, "\n");
}

bool
export_paper(const struct lewis_bank *bank, const char *asked,
             struct text *out, struct lewis_error *error)
{
    const char *lang =
        asked != NULL ? asked : lewis_bank_language(bank, 0);
    const struct words *words = words_in(lang);

    (void)error;
    add_head(out, bank, lang, words);
    for (size_t s = 0; s < lewis_bank_section_count(bank); s++)
        add_section(out, bank, s, lang, words);
    if (lewis_bank_ask_count(bank) > 0) {
        text_add(out, "<section>\n");
        add_element(out, "h2", NULL, export_about(lang));
        text_add(out, "\n");
        for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
            add_ask(out, lewis_bank_ask(bank, i), lang);
        text_add(out, "</section>\n");
    }
    text_add(out, "<footer>");
    text_print(out, "%s %s. ", lewis_bank_id(bank), lewis_bank_version(bank));
    text_add_xml(out, lewis_bank_authors(bank));
    text_print(out, ". %s: ", words->licence);
    text_add_xml(out, lewis_bank_licence(bank));
    text_add(out, ".</footer>\n</body>\n</html>\n");
    return true;
}
