/* bank_xml.c - an XML document read into a bank.
 *
 * To add an item form: a rule below, a row in `forms`, a reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bank/bank.h"
#include "base/grammar.h"
#include "base/number.h"
#include "base/reader.h"
#include "base/spelling.h"
#include "base/text.h"

#define ITEM_FORMS "rate pick rank"

static const struct grammar_rule rules[] = {
    {"bank", NULL, false,
     {{"id", false}, {"version", false}, {"languages", false},
      {"min-answered", true}},
     {{"meta", 1, 1}, {"response", 0, GRAMMAR_MANY},
      {"section", 1, GRAMMAR_MANY}}},
    {"meta", NULL, false,
     {{0}},
     {{"title", 1, GRAMMAR_MANY}, {"author", 1, GRAMMAR_MANY},
      {"licence", 1, 1}, {"source", 1, GRAMMAR_MANY},
      {"translation", 0, GRAMMAR_MANY}}},
    {"title", NULL, true, {{"xml:lang", false}}, {{0}}},
    {"author", NULL, true, {{0}}, {{0}}},
    {"licence", NULL, true, {{"spdx", false}}, {{0}}},
    {"source", NULL, true, {{0}}, {{0}}},
    {"translation", NULL, true,
     {{"xml:lang", false}, {"status", false}}, {{0}}},
    {"response", NULL, false, {{"id", false}}, {{"point", 2, GRAMMAR_MANY}}},
    {"point", NULL, false,
     {{"value", false}}, {{"label", 1, GRAMMAR_MANY}}},
    {"label", NULL, true, {{"xml:lang", false}}, {{0}}},
    {"section", NULL, false,
     {{"id", false}},
     {{"name", 1, GRAMMAR_MANY}, {ITEM_FORMS, 1, GRAMMAR_MANY}}},
    {"name", NULL, true, {{"xml:lang", false}}, {{0}}},
    {"stem", NULL, true, {{"xml:lang", false}}, {{0}}},
    {"rate", NULL, false,
     {{"id", false}, {"response", false}},
     {{"stem", 1, GRAMMAR_MANY}, {"key", 1, 1}}},
    {"pick", NULL, false,
     {{"id", false}},
     {{"stem", 1, GRAMMAR_MANY}, {"option", 2, LEWIS_OPTIONS}}},
    {"rank", NULL, false,
     {{"id", false}},
     {{"stem", 1, GRAMMAR_MANY}, {"option", 3, LEWIS_OPTIONS}}},
    {"option", NULL, false,
     {{"id", false}}, {{"label", 1, GRAMMAR_MANY}, {"key", 1, 1}}},
    {"key", "rate", false,
     {{"style", false}, {"reverse", true}}, {{0}}},
    {"key", "option", false, {{"style", false}}, {{0}}},
};

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

static bool
is_version(const char *s)
{
    int parts = 0;

    for (; *s >= '0' && *s <= '9'; s++) {
        s += strspn(s, "0123456789");
        parts++;
        if (*s != '.')
            break;
    }
    return parts == 3 && *s == '\0';
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
check_translations(struct reader *reader, const struct element *meta)
{
    static const char *const status[] = {"draft", "reviewed",
                                         "back-translated"};

    for (const struct element *t = grammar_child_first(meta, "translation");
         t != NULL; t = grammar_child_next(t)) {
        const char *value = element_attribute(t, "status");
        bool known = value == NULL;
        for (size_t i = 0; i < 3 && !known; i++)
            known = strcmp(value, status[i]) == 0;
        if (!known)
            problems_error(reader->problems, LEWIS_EINVALID, element_line(t),
                           "unknown status \"%s\"; it must be draft, reviewed "
                           "or back-translated",
                           value);
    }
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
    check_translations(reader, meta);
}

static void
read_points(struct lewis_response *response, struct reader *reader,
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
        read_points(response, reader, e);
        n++;
    }
    bank->response_count = n;
}

static const struct lewis_response *
find_response(const struct lewis_bank *bank, const char *id)
{
    for (size_t i = 0; i < bank->response_count; i++)
        if (bank->response[i].id != NULL &&
            strcmp(bank->response[i].id, id) == 0)
            return &bank->response[i];
    return NULL;
}

static void
report_response(const struct lewis_bank *bank, struct reader *reader,
                const struct element *element, const char *id)
{
    const char *known[16];
    size_t count = 0;

    for (size_t i = 0; i < bank->response_count && count < 16; i++)
        if (bank->response[i].id != NULL)
            known[count++] = bank->response[i].id;
    const char *near = spelling_nearest(id, known, count);
    problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                   "no response scale \"%s\" in this bank%s%s%s", id,
                   near != NULL ? "; did you mean \"" : "",
                   near != NULL ? near : "", near != NULL ? "\"?" : "");
}

static void
read_rate(struct lewis_item *item, const struct lewis_bank *bank,
          struct reader *reader, const struct element *element)
{
    const char *response = element_attribute(element, "response");
    const struct element *key = grammar_child_first(element, "key");
    const char *reverse =
        key == NULL ? NULL : element_attribute(key, "reverse");

    if (response != NULL) {
        item->response = find_response(bank, response);
        if (item->response == NULL)
            report_response(bank, reader, element, response);
    }
    if (key != NULL)
        reader_style(reader, key, "style", &item->style);
    item->reverse = reverse != NULL && strcmp(reverse, "true") == 0;
    if (reverse != NULL && !item->reverse && strcmp(reverse, "false") != 0)
        problems_error(reader->problems, LEWIS_EINVALID, element_line(key),
                       "reverse=\"%s\" is neither true nor false", reverse);
}

static void
read_option(struct lewis_option *option, const struct lewis_item *item,
            struct reader *reader, const struct element *element)
{
    const struct element *key = grammar_child_first(element, "key");
    const char *id = reader_attribute(reader, element, "id");
    const struct lewis_option *before = item->option;

    option->id = id;
    option->label = reader_texts(reader, element, "label");
    if (id != NULL && (id[0] < 'a' || id[0] > 'z' || id[1] != '\0'))
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "option id \"%s\" is not one small letter a-z", id);
    if (key == NULL || !reader_style(reader, key, "style", &option->style))
        return;
    for (; before < option; before++) {
        if (id != NULL && before->id != NULL && strcmp(before->id, id) == 0)
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(element), "a second option \"%s\"",
                           id);
        if (before->style == option->style)
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(key),
                           "two options of this item are keyed to %s; each "
                           "needs a style of its own",
                           lewis_style_keyword(option->style));
    }
}

static void
read_options(struct lewis_item *item, const struct lewis_bank *bank,
             struct reader *reader, const struct element *element)
{
    (void)bank;
    for (const struct element *e = grammar_child_first(element, "option");
         e != NULL && item->option_count < LEWIS_OPTIONS;
         e = grammar_child_next(e)) {
        read_option(&item->option[item->option_count], item, reader, e);
        item->option_count++;
    }
}

static const struct {
    const char *element;
    enum lewis_form form;
    void (*read)(struct lewis_item *item, const struct lewis_bank *bank,
                 struct reader *reader, const struct element *element);
} forms[] = {
    {"rate", LEWIS_RATE, read_rate},
    {"pick", LEWIS_PICK, read_options},
    {"rank", LEWIS_RANK, read_options},
};
enum { FORMS = sizeof forms / sizeof forms[0] };

static size_t
form_of(const struct element *element)
{
    size_t f = 0;

    while (f < FORMS && strcmp(forms[f].element, element_name(element)) != 0)
        f++;
    return f;
}

static void
read_item(struct lewis_bank *bank, struct reader *reader, size_t form,
          const struct element *element)
{
    struct lewis_item *item = &bank->item[bank->item_count++];

    item->id = reader_id(reader, element, "id");
    item->form = forms[form].form;
    item->section = bank->section_count;
    item->line = element_line(element);
    item->stem = reader_texts(reader, element, "stem");
    forms[form].read(item, bank, reader, element);
}

static void
read_section(struct lewis_bank *bank, struct reader *reader,
             const struct element *element)
{
    struct lewis_section *section = &bank->section[bank->section_count];

    section->id = reader_id(reader, element, "id");
    section->name = reader_texts(reader, element, "name");
    section->first = bank->item_count;
    for (size_t i = 0; i < bank->section_count && section->id != NULL; i++)
        if (bank->section[i].id != NULL &&
            strcmp(bank->section[i].id, section->id) == 0)
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(element), "a second section \"%s\"",
                           section->id);
    for (const struct element *e = element_first(element); e != NULL;
         e = element_next(e))
        if (form_of(e) < FORMS)
            read_item(bank, reader, form_of(e), e);
    section->count = bank->item_count - section->first;
    bank->section_count++;
}

static size_t
count_items(const struct element *root)
{
    size_t n = 0;

    for (const struct element *s = grammar_child_first(root, "section");
         s != NULL; s = grammar_child_next(s))
        for (size_t f = 0; f < FORMS; f++)
            n += grammar_child_count(s, forms[f].element);
    return n;
}

static void
read_sections(struct lewis_bank *bank, struct reader *reader,
              const struct element *root)
{
    size_t sections = grammar_child_count(root, "section");

    bank->section =
        arena_array(reader->arena, sections, sizeof *bank->section);
    bank->item =
        arena_array(reader->arena, count_items(root), sizeof *bank->item);
    if (bank->section == NULL || bank->item == NULL)
        return;
    for (const struct element *s = grammar_child_first(root, "section");
         s != NULL; s = grammar_child_next(s))
        read_section(bank, reader, s);
}

void
bank_read(struct lewis_bank *bank, const struct element *root,
          struct problems *problems)
{
    struct reader reader = {.arena = &bank->arena, .problems = problems};

    grammar_check(rules, sizeof rules / sizeof rules[0], BANK_XMLNS, root,
                  problems);
    if (strcmp(element_name(root), rules[0].element) != 0)
        return;
    reader_languages(&reader, root);
    bank->language = reader.language;
    bank->language_count = reader.language_count;
    read_root(bank, &reader, root);
    read_meta(bank, &reader, grammar_child_first(root, "meta"));
    read_responses(bank, &reader, root);
    read_sections(bank, &reader, root);
}
