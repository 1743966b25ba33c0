/* bank_xml.c - an XML document read into a bank.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bank/bank_xml.h"
#include "base/number.h"
#include "base/text.h"
#include "base/translation.h"

enum { VALUE_LEAST = -999, VALUE_MOST = 999 };

/* The texts of all children of that name, joined by "; ". */
static const char *
read_joined(struct reader *reader, const struct element *parent,
            const char *name)
{
    struct text all = {0};
    const char *kept;

    for (const struct element *child = grammar_child_first(parent, name);
         child != NULL; child = grammar_child_next(child)) {
        const char *one = reader_text(reader, child);
        if (one == NULL)
            continue;
        if (all.size > 0)
            text_add(&all, "; ");
        text_add(&all, one);
    }
    kept = arena_copy(reader->arena, text_string(&all), all.size);
    if (!text_ok(&all))
        reader->problems->failed = true;
    text_release(&all);
    return kept;
}

/* Three numbers with a point between each two. */
static bool
is_version(const char *s)
{
    for (int part = 0; part < 3; part++) {
        size_t digits = strspn(s, "0123456789");
        if (digits == 0 || (part < 2 && s[digits] != '.'))
            return false;
        s += digits + (part < 2);
    }
    return *s == '\0';
}

static void
read_root(struct lewis_bank *bank, struct reader *reader,
          const struct element *root)
{
    const char *least = element_attribute(root, "min-answered");

    bank->id = reader_id(reader, root, "id");
    bank->version = reader_attribute(reader, root, "version");
    if (bank->version != NULL && !is_version(bank->version))
        problems_error(reader->problems, LEWIS_EINVALID, element_line(root),
                       "version=\"%s\" is not of the form 1.2.3",
                       bank->version);
    bank->min_answered = 0.8;
    if (least != NULL && (!number_parse(least, &bank->min_answered) ||
                          bank->min_answered < 0 || bank->min_answered > 1))
        problems_error(reader->problems, LEWIS_EINVALID, element_line(root),
                       "min-answered=\"%s\" is not a number from 0 to 1",
                       least);
}

static void
read_meta(struct lewis_bank *bank, struct reader *reader,
          const struct element *meta)
{
    const struct element *licence = grammar_child_first(meta, "licence");

    bank->title = reader_texts(reader, meta, "title");
    bank->authors = read_joined(reader, meta, "author");
    bank->sources = read_joined(reader, meta, "source");
    if (licence != NULL)
        bank->licence = reader_attribute(reader, licence, "spdx");
    bank->note = reader_texts(reader, meta, "note");
}

static void
read_scale(struct lewis_response *response, struct reader *reader,
            const struct element *element)
{
    size_t count = grammar_child_count(element, "point"), i = 0;
    struct lewis_response_point *point =
        arena_array(reader->arena, count, sizeof *point);

    if (point == NULL)
        return;
    response->point = point;
    for (const struct element *e = grammar_child_first(element, "point");
         e != NULL; e = grammar_child_next(e), i++) {
        point[i].label = reader_texts(reader, e, "label");
        if (!reader_int(reader, e, "value", VALUE_LEAST, VALUE_MOST,
                        &point[i].value))
            continue;
        if (i > 0 && point[i].value != point[0].value + (int)i)
            problems_error(reader->problems, LEWIS_EINVALID, element_line(e),
                           "point value %d does not follow %d; points are "
                           "whole numbers in a row, low to high",
                           point[i].value, point[i - 1].value);
    }
    if (count > 0) {
        response->lo = point[0].value;
        response->hi = point[count - 1].value;
    }
}

static void
read_responses(struct lewis_bank *bank, struct reader *reader,
               const struct element *root)
{
    size_t count = grammar_child_count(root, "response"), n = 0;

    bank->response = arena_array(reader->arena, count, sizeof *bank->response);
    if (bank->response == NULL)
        return;
    for (const struct element *e = grammar_child_first(root, "response");
         e != NULL; e = grammar_child_next(e)) {
        struct lewis_response *response = &bank->response[n];
        response->id = reader_id(reader, e, "id");
        for (size_t i = 0; i < n && response->id != NULL; i++)
            if (bank->response[i].id != NULL &&
                strcmp(bank->response[i].id, response->id) == 0)
                problems_error(reader->problems, LEWIS_EINVALID,
                               element_line(e),
                               "a second response scale \"%s\"",
                               response->id);
        read_scale(response, reader, e);
        n++;
    }
    bank->response_count = n;
}

static void
read_readings(struct bank_reading *reading, struct reader *reader,
              const struct element *parent)
{
    static const char *const words[] = {"low", "middle", "high", NULL};
    enum lewis_style style;
    size_t level;

    for (const struct element *e = grammar_child_first(parent, "reading");
         e != NULL; e = grammar_child_next(e)) {
        const struct lewis_text *text = reader_texts(reader, e, "text");
        if (!reader_style(reader, e, "style", &style) ||
            !reader_word(reader, e, "level", words, &level))
            continue;
        if (reading->text[style][level] != NULL)
            problems_error(reader->problems, LEWIS_EINVALID, element_line(e),
                           "a second reading of %s, %s",
                           lewis_style_keyword(style), words[level]);
        reading->text[style][level] = text;
    }
}

static void
check_section_id(const struct lewis_bank *bank,
                 const struct lewis_section *section, struct reader *reader,
                 const struct element *element)
{
    for (size_t i = 0; i < bank->section_count && section->id != NULL; i++)
        if (bank->section[i].id != NULL &&
            strcmp(bank->section[i].id, section->id) == 0)
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(element), "a second section \"%s\"",
                           section->id);
}

static void
read_section(struct lewis_bank *bank, struct reader *reader,
             const struct element *element)
{
    struct lewis_section *section = &bank->section[bank->section_count];

    section->id = reader_id(reader, element, "id");
    check_section_id(bank, section, reader, element);
    section->name = reader_texts(reader, element, "name");
    section->note = reader_texts(reader, element, "note");
    section->random = bank_read_order(reader, element);
    section->first = bank->item_count;
    for (const struct element *e = element_first(element); e != NULL;
         e = element_next(e)) {
        if (!bank_is_item(e))
            continue;
        struct lewis_item *item = &bank->item[bank->item_count++];
        item->section = bank->section_count;
        bank_read_item(item, bank, reader, e);
    }
    section->count = bank->item_count - section->first;
    read_readings(&bank->section_reading[bank->section_count], reader,
                  element);
    bank->section_count++;
}

static size_t
count_items(const struct element *root)
{
    size_t n = 0;

    for (const struct element *s = grammar_child_first(root, "section");
         s != NULL; s = grammar_child_next(s))
        for (const struct element *e = element_first(s); e != NULL;
             e = element_next(e))
            n += bank_is_item(e);
    return n;
}

static void
read_sections(struct lewis_bank *bank, struct reader *reader,
              const struct element *root)
{
    size_t sections = grammar_child_count(root, "section");

    bank->section =
        arena_array(reader->arena, sections, sizeof *bank->section);
    bank->section_reading = arena_array(reader->arena, sections,
                                        sizeof *bank->section_reading);
    bank->item =
        arena_array(reader->arena, count_items(root), sizeof *bank->item);
    if (bank->section == NULL || bank->section_reading == NULL ||
        bank->item == NULL)
        return;
    for (const struct element *s = grammar_child_first(root, "section");
         s != NULL; s = grammar_child_next(s))
        read_section(bank, reader, s);
}

static void
check_ask_option_id(const struct lewis_ask *ask,
                    const struct lewis_ask_option *option,
                    struct reader *reader, const struct element *element)
{
    for (const struct lewis_ask_option *before = ask->option;
         before < option && option->id != NULL; before++)
        if (before->id != NULL && strcmp(before->id, option->id) == 0)
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(element), "a second option \"%s\"",
                           option->id);
}

static void
read_ask_options(struct lewis_ask *ask, struct reader *reader,
                 const struct element *element)
{
    size_t count = grammar_child_count(element, "option");
    struct lewis_ask_option *option =
        arena_array(reader->arena, count, sizeof *option);

    ask->option = option;
    for (const struct element *e = grammar_child_first(element, "option");
         e != NULL && option != NULL; e = grammar_child_next(e), option++) {
        option->id = reader_id(reader, e, "id");
        check_ask_option_id(ask, option, reader, e);
        option->label = reader_texts(reader, e, "label");
        ask->option_count++;
    }
    if (ask->type == LEWIS_ASK_CHOICE ? count < 2 : count > 0)
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       ask->type == LEWIS_ASK_CHOICE
                           ? N_("a question of type choice needs at least 2 "
                                "<option>")
                           : N_("only a question of type choice has "
                                "<option>"));
}

static void
read_asks(struct lewis_bank *bank, struct reader *reader,
          const struct element *profile)
{
    static const char *const words[] = {"text", "number", "country", "choice",
                                        NULL};
    size_t type;

    bank->ask = arena_array(reader->arena, grammar_child_count(profile, "ask"),
                            sizeof *bank->ask);
    for (const struct element *e = grammar_child_first(profile, "ask");
         e != NULL && bank->ask != NULL; e = grammar_child_next(e)) {
        struct lewis_ask *ask = &bank->ask[bank->ask_count];
        if (!reader_word(reader, e, "type", words, &type))
            continue;
        ask->id = reader_id(reader, e, "id");
        ask->type = (enum lewis_ask_type)type;
        ask->required = bank_read_flag(reader, e, "required");
        ask->line = element_line(e);
        ask->stem = reader_texts(reader, e, "stem");
        read_ask_options(ask, reader, e);
        bank->ask_count++;
    }
}

static void
read_stats(struct lewis_norm *norm, struct reader *reader,
           const struct element *element)
{
    unsigned seen = 0;
    enum lewis_style style;

    for (const struct element *e = grammar_child_first(element, "stat");
         e != NULL; e = grammar_child_next(e)) {
        if (!reader_style(reader, e, "style", &style))
            continue;
        if (seen & 1u << style)
            problems_error(reader->problems, LEWIS_EINVALID, element_line(e),
                           "a second <stat> of %s",
                           lewis_style_keyword(style));
        seen |= 1u << style;
        reader_number(reader, e, "mean", 0, 1, &norm->mean[style]);
        reader_number(reader, e, "sd", 0, 1, &norm->sd[style]);
    }
}

static void
check_norm_id(const struct lewis_bank *bank, const struct lewis_norm *norm,
              struct reader *reader, const struct element *element)
{
    for (const struct lewis_norm *before = bank->norm;
         before < norm && norm->id != NULL; before++)
        if (before->id != NULL && strcmp(before->id, norm->id) == 0)
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(element), "a second norm \"%s\"",
                           norm->id);
}

static void
read_norms(struct lewis_bank *bank, struct reader *reader,
           const struct element *root)
{
    bank->norm = arena_array(reader->arena, grammar_child_count(root, "norm"),
                             sizeof *bank->norm);
    for (const struct element *e = grammar_child_first(root, "norm");
         e != NULL && bank->norm != NULL; e = grammar_child_next(e)) {
        struct lewis_norm *norm = &bank->norm[bank->norm_count++];
        norm->id = reader_id(reader, e, "id");
        check_norm_id(bank, norm, reader, e);
        norm->source = reader_attribute(reader, e, "source");
        reader_int(reader, e, "n", 1, 999999999, &norm->n);
        read_stats(norm, reader, e);
    }
}

void
bank_read(struct lewis_bank *bank, const struct element *root,
          struct problems *problems)
{
    struct reader reader;

    if (!reader_begin(&reader, &bank->arena, problems, bank_grammar,
                      bank_grammar_size, BANK_XMLNS, root))
        return;
    bank->language = reader.language;
    bank->language_count = reader.language_count;
    read_root(bank, &reader, root);
    read_meta(bank, &reader, grammar_child_first(root, "meta"));
    read_responses(bank, &reader, root);
    read_sections(bank, &reader, root);
    read_asks(bank, &reader, grammar_child_first(root, "profile"));
    read_readings(&bank->reading, &reader, root);
    read_norms(bank, &reader, root);
}
