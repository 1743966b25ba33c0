/* export_limesurvey.c - a survey for LimeSurvey, as its tab-separated survey
 * structure: one row each for settings, groups, questions, subquestions and
 * answers, all of the first language first, then a copy in each other language
 * (LimeSurvey manual, "Tab Separated Value survey structure").
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bank/export.h"
#include "base/error.h"

/* The columns, in the order of the header. */
struct row {
    int id; /* 0: none */
    const char *class_, *type, *name, *relevance, *text, *help, *language,
        *mandatory, *other;
};

static void
add_cell(struct text *out, const char *cell)
{
    for (; cell != NULL && *cell != '\0'; cell++)
        text_add_bytes(out, *cell == '\t' || *cell == '\n' ? " " : cell, 1);
    text_add(out, "\t");
}

static void
add_row(struct text *out, const struct row *row)
{
    if (row->id > 0)
        text_print(out, "%d", row->id);
    text_add(out, "\t");
    add_cell(out, row->class_);
    add_cell(out, row->type);
    add_cell(out, row->name);
    add_cell(out, row->relevance);
    add_cell(out, row->text);
    add_cell(out, row->help);
    add_cell(out, row->language);
    add_cell(out, NULL); /* validation */
    add_cell(out, row->mandatory);
    add_cell(out, row->other);
    text_add(out, "\n"); /* default */
}

static void
add_setting(struct text *out, const char *name, const char *value)
{
    add_row(out, &(struct row){.class_ = "S", .name = name, .text = value});
}

static void
add_answer(struct text *out, const char *lang, const char *code,
           const char *text)
{
    add_row(out, &(struct row){.class_ = "A",
                               .type = "0",
                               .name = code,
                               .relevance = "0",
                               .text = text,
                               .language = lang});
}

/* A list (L), a ranking (R), numbers (K): the item's one-letter type. */
static const char *
item_type(enum lewis_form form)
{
    return form == LEWIS_RANK ? "R" : form == LEWIS_POINTS ? "K" : "L";
}

static void
add_numbered(struct text *out, const char *lang, int code, const char *text)
{
    struct text number = {0};

    text_print(&number, "%d", code);
    add_answer(out, lang, text_string(&number), text);
    text_release(&number);
}

static void
add_scale(struct text *out, const char *lang,
          const struct lewis_response *response)
{
    for (int x = response->lo; x <= response->hi; x++)
        add_numbered(out, lang, x,
                     lewis_text_in(response->point[x - response->lo].label,
                                   lang));
}

/* Places 1 .. n between two statements, which stand at the ends. */
static void
add_places(struct text *out, const char *lang, const struct lewis_item *item)
{
    for (int x = 1; x <= item->places; x++) {
        struct text label = {0};
        text_print(&label, "%d", x);
        if (x == 1 || x == item->places)
            text_print(&label, " (%s)",
                       lewis_text_in(item->option[x != 1].label, lang));
        add_numbered(out, lang, x, text_string(&label));
        text_release(&label);
    }
}

static void
add_options(struct text *out, const char *lang, const struct lewis_item *item)
{
    for (size_t o = 0; o < item->option_count; o++) {
        const struct lewis_option *option = &item->option[o];
        const char *text = lewis_text_in(option->label, lang);
        if (item->form == LEWIS_POINTS)
            add_row(out, &(struct row){.class_ = "SQ",
                                       .type = "0",
                                       .name = option->id,
                                       .text = text,
                                       .language = lang});
        else
            add_answer(out, lang, option->id, text);
    }
}

static void
add_item(struct text *out, const char *lang, const struct lewis_item *item,
         int id)
{
    struct text help = {0};

    if (item->form == LEWIS_POINTS)
        text_print(&help, "= %d", item->total);
    add_row(out, &(struct row){.id = id,
                               .class_ = "Q",
                               .type = item_type(item->form),
                               .name = item->id,
                               .relevance = "1",
                               .text = item->stem == NULL
                                           ? ""
                                           : lewis_text_in(item->stem, lang),
                               .help = text_string(&help),
                               .language = lang,
                               .mandatory = "N",
                               .other = "N"});
    text_release(&help);
    if (item->response != NULL)
        add_scale(out, lang, item->response);
    else if (item->form == LEWIS_PAIR)
        add_places(out, lang, item);
    else
        add_options(out, lang, item);
}

static void
add_ask(struct text *out, const char *lang, const struct lewis_ask *ask,
        int id)
{
    add_row(out, &(struct row){.id = id,
                               .class_ = "Q",
                               .type = ask->type == LEWIS_ASK_CHOICE   ? "L"
                                       : ask->type == LEWIS_ASK_NUMBER ? "N"
                                                                       : "S",
                               .name = ask->id,
                               .relevance = "1",
                               .text = lewis_text_in(ask->stem, lang),
                               .language = lang,
                               .mandatory = ask->required ? "Y" : "N",
                               .other = "N"});
    for (size_t o = 0; o < ask->option_count; o++)
        add_answer(out, lang, ask->option[o].id,
                   lewis_text_in(ask->option[o].label, lang));
}

static void
add_group(struct text *out, const char *lang, int id, const char *name,
          const char *note)
{
    add_row(out, &(struct row){.id = id,
                               .class_ = "G",
                               .name = name,
                               .relevance = "1",
                               .text = note,
                               .language = lang});
}

static void
add_language(const struct lewis_bank *bank, const char *lang,
             struct text *out)
{
    int id = 1;

    for (size_t s = 0; s < lewis_bank_section_count(bank); s++) {
        const struct lewis_section *section = lewis_bank_section(bank, s);
        add_group(out, lang, id++, lewis_text_in(section->name, lang),
                  section->note == NULL ? NULL
                                        : lewis_text_in(section->note, lang));
        for (size_t i = 0; i < section->count; i++)
            add_item(out, lang, lewis_bank_item(bank, section->first + i),
                     id++);
    }
    if (lewis_bank_ask_count(bank) > 0)
        add_group(out, lang, id++, export_about(lang), NULL);
    for (size_t i = 0; i < lewis_bank_ask_count(bank); i++)
        add_ask(out, lang, lewis_bank_ask(bank, i), id++);
}

static void
add_settings(const struct lewis_bank *bank, struct text *out)
{
    size_t count = lewis_bank_language_count(bank);
    struct text others = {0};

    add_setting(out, "language", lewis_bank_language(bank, 0));
    for (size_t i = 1; i < count; i++)
        text_print(&others, "%s%s", i == 1 ? "" : " ",
                   lewis_bank_language(bank, i));
    add_setting(out, "additional_languages", text_string(&others));
    text_release(&others);
    add_setting(out, "format", "G"); /* a topic a page */
    add_setting(out, "allowprev", "Y");
    add_setting(out, "anonymized", "Y");
    add_setting(out, "showxquestions", "N");
    for (size_t i = 0; i < count; i++) {
        const char *lang = lewis_bank_language(bank, i);
        add_row(out, &(struct row){
                         .class_ = "SL",
                         .name = "surveyls_title",
                         .text = lewis_text_in(lewis_bank_title(bank), lang),
                         .language = lang});
    }
}

/* LimeSurvey's question codes: a letter, then letters and digits, at most 20.
 */
static bool
check_codes(const struct lewis_bank *bank, struct lewis_error *error)
{
    for (size_t i = 0; i < lewis_bank_item_count(bank); i++) {
        const char *id = lewis_bank_item(bank, i)->id;
        if (strlen(id) > 20 || strpbrk(id, "._-") != NULL)
            return error_set(error, LEWIS_EINVALID,
                             "item \"%s\": LimeSurvey takes only letters and "
                             "digits in a question code, at most 20",
                             id);
    }
    return true;
}

bool
export_limesurvey(const struct lewis_bank *bank, const char *lang,
                  struct text *out, struct lewis_error *error)
{
    (void)lang;
    if (!check_codes(bank, error))
        return false;
    text_add(out, "\xEF\xBB\xBF"
                  "id\tclass\ttype/scale\tname\trelevance\ttext\thelp\t"
                  "language\tvalidation\tmandatory\tother\tdefault\n");
    add_settings(bank, out);
    for (size_t i = 0; i < lewis_bank_language_count(bank); i++)
        add_language(bank, lewis_bank_language(bank, i), out);
    return true;
}
