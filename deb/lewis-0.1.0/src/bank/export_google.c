/* export_google.c - a Google Apps Script that builds the form.
 *
 * Rankings become a grid with a row for every statement and a column for every
 * rank, one answer a column; the answers come back with "[T01]" before each
 * question (Apps Script reference, Forms Service).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bank/export.h"

/* The words that the form itself needs. */
static const struct words {
    const char *lang;
    const char *first, *last; /* heads of the ranks */
    const char *points;       /* "Share out %d points: ..." */
    const char *code, *intro;
} all_words[] = {
    {"en", "1 (most like me)", "3 (least like me)",
     "Share out %d points, for example 5 3 2, in this order:",
     "Name or code",
     "There are no right or wrong answers. Take what fits you at work. You may "
     "leave out what you do not want to answer, and stop whenever you like."},
    {"nl", "1 (past het meest bij mij)", "3 (past het minst bij mij)",
     "Verdeel %d punten, bijvoorbeeld 5 3 2, in deze volgorde:",
     "Naam of code",
     "Er zijn geen goede of foute antwoorden. Kies wat op je werk bij je past. Je "
     "mag overslaan wat je niet wilt beantwoorden, en stoppen wanneer je wilt."},
};

static const struct words *
words_in(const char *lang)
{
    for (size_t i = 0; i < sizeof all_words / sizeof all_words[0]; i++)
        if (lang != NULL && strncmp(lang, all_words[i].lang, 2) == 0)
            return &all_words[i];
    return &all_words[0];
}

static void
add_string(struct text *out, const char *string)
{
    text_add_json(out, string, strlen(string));
}

/* "[T01] stem" as a JavaScript string. */
static void
add_title(struct text *out, const char *id, const struct lewis_text *stem,
          const char *lang)
{
    struct text title = {0};

    text_print(&title, "[%s]", id);
    if (stem != NULL)
        text_print(&title, " %s", lewis_text_in(stem, lang));
    text_add(out, ".setTitle(");
    add_string(out, text_string(&title));
    text_add(out, ")");
    text_release(&title);
}

static void
add_labels(struct text *out, const struct lewis_item *item, const char *lang)
{
    text_add(out, "[");
    for (size_t o = 0; o < item->option_count; o++) {
        struct text label = {0};
        text_print(&label, "%s) %s", item->option[o].id,
                   lewis_text_in(item->option[o].label, lang));
        text_add(out, o == 0 ? "" : ", ");
        add_string(out, text_string(&label));
        text_release(&label);
    }
    text_add(out, "]");
}

static void
add_rank(struct text *out, const struct lewis_item *item, const char *lang)
{
    const struct words *words = words_in(lang);

    text_add(out, "  form.addGridItem()");
    add_title(out, item->id, item->stem, lang);
    text_add(out, ".setRows(");
    add_labels(out, item, lang);
    text_add(out, ").setColumns([");
    add_string(out, words->first);
    text_add(out, ", \"2\", ");
    add_string(out, words->last);
    text_add(out, "]).setValidation(onePerColumn);\n");
}

static void
add_scale(struct text *out, const struct lewis_item *item, int lo, int hi,
          const struct lewis_text *left, const struct lewis_text *right,
          const char *lang)
{
    text_add(out, "  form.addScaleItem()");
    add_title(out, item->id, item->stem, lang);
    text_print(out, ".setBounds(%d, %d).setLabels(", lo, hi);
    add_string(out, lewis_text_in(left, lang));
    text_add(out, ", ");
    add_string(out, lewis_text_in(right, lang));
    text_add(out, ");\n");
}

static void
add_choices(struct text *out, const struct lewis_item *item, const char *lang)
{
    text_add(out, "  form.addMultipleChoiceItem()");
    add_title(out, item->id, item->stem, lang);
    text_add(out, ".setChoiceValues(");
    if (item->response != NULL) {
        text_add(out, "[");
        for (int x = item->response->lo; x <= item->response->hi; x++) {
            text_add(out, x == item->response->lo ? "" : ", ");
            add_string(out,
                       lewis_text_in(
                           item->response->point[x - item->response->lo].label,
                           lang));
        }
        text_add(out, "]");
    } else {
        add_labels(out, item, lang);
    }
    text_add(out, ");\n");
}

static void
add_points(struct text *out, const struct lewis_item *item, const char *lang)
{
    struct text help = {0};

    text_print(&help, words_in(lang)->points, item->total);
    for (size_t o = 0; o < item->option_count; o++)
        text_print(&help, "\n%s) %s", item->option[o].id,
                   lewis_text_in(item->option[o].label, lang));
    text_add(out, "  form.addTextItem()");
    add_title(out, item->id, item->stem, lang);
    text_add(out, ".setHelpText(");
    add_string(out, text_string(&help));
    text_add(out, ");\n");
    text_release(&help);
}

static void
add_item(struct text *out, const struct lewis_item *item, const char *lang)
{
    switch (item->form) {
    case LEWIS_RATE:
    case LEWIS_CHECK:
    case LEWIS_PICK:
        add_choices(out, item, lang);
        break;
    case LEWIS_RANK:
        add_rank(out, item, lang);
        break;
    case LEWIS_POINTS:
        add_points(out, item, lang);
        break;
    case LEWIS_PAIR:
        add_scale(out, item, 1, item->places, item->option[0].label,
                  item->option[1].label, lang);
        break;
    }
}

static void
add_ask(struct text *out, const struct lewis_ask *ask, const char *lang)
{
    text_add(out, ask->type == LEWIS_ASK_CHOICE
                      ? "  form.addMultipleChoiceItem()"
                      : "  form.addTextItem()");
    add_title(out, ask->id, ask->stem, lang);
    if (ask->type == LEWIS_ASK_CHOICE) {
        text_add(out, ".setChoiceValues([");
        for (size_t o = 0; o < ask->option_count; o++) {
            text_add(out, o == 0 ? "" : ", ");
            add_string(out, lewis_text_in(ask->option[o].label, lang));
        }
        text_add(out, "])");
    }
    text_print(out, ".setRequired(%s);\n", ask->required ? "true" : "false");
}

static void
add_page(struct text *out, const char *name, const char *note)
{
    text_add(out, "  form.addPageBreakItem().setTitle(");
    add_string(out, name);
    text_add(out, ")");
    if (note != NULL) {
        text_add(out, ".setHelpText(");
        add_string(out, note);
        text_add(out, ")");
    }
    text_add(out, ";\n");
}

/* The form's head: what it is, and who answers. */
static void
add_head(struct text *out, const struct words *words)
{
    text_add(out, "  form.setDescription(");
    add_string(out, words->intro);
    text_add(out, ");\n  form.addTextItem().setTitle(\"[id] \" + ");
    add_string(out, words->code);
    text_add(out, ");\n");
}

static void
add_sections(const struct lewis_bank *bank, const char *lang,
             struct text *out)
{
    for (size_t s = 0; s < lewis_bank_section_count(bank); s++) {
        const struct lewis_section *section = lewis_bank_section(bank, s);
        add_page(out, lewis_text_in(section->name, lang),
                 section->note == NULL ? NULL
                                       : lewis_text_in(section->note, lang));
        for (size_t i = 0; i < section->count; i++)
            add_item(out, lewis_bank_item(bank, section->first + i), lang);
    }
}

bool
export_google(const struct lewis_bank *bank, const char *lang,
              struct text *out, struct lewis_error *error)
{
    (void)error;
    text_print(out,
               "// %s %s as a Google form. Paste this at script.google.com, "
               "press Run,\n// and find the form in your Drive. lewis score "
               "reads the answers as they come back.\n"
               "function makeForm() {\n  var form = FormApp.create(",
               lewis_bank_id(bank), lewis_bank_version(bank));
    add_string(out, lewis_text_in(lewis_bank_title(bank), lang));
    text_add(out,
             ");\n  form.setProgressBar(true).setCollectEmail(false);\n"
             "  var onePerColumn = FormApp.createGridValidation()"
             ".requireLimitOneResponsePerColumn().build();\n");
    add_head(out, words_in(lang));
    add_sections(bank, lang, out);
    if (lewis_bank_ask_count(bank) > 0)
        add_page(out, export_about(lang), NULL);
    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
        add_ask(out, lewis_bank_ask(bank, i), lang);
    text_add(out, "  Logger.log(form.getEditUrl());\n}\n");
    return true;
}
