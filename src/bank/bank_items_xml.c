/* bank_items_xml.c - the items of a bank.
 *
 * To add an item form: a rule in bank_grammar.c, a row in `forms`, a reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bank/bank_xml.h"
#include <lewis/spelling.h>

enum { POINTS_MOST = 100 };

bool
bank_read_order(struct reader *reader, const struct element *element)
{
    static const char *const words[] = {"fixed", "random", NULL};
    size_t order = 0;

    reader_word(reader, element, "order", words, &order);
    return order == 1;
}

bool
bank_read_flag(struct reader *reader, const struct element *element,
          const char *name)
{
    static const char *const words[] = {"false", "true", NULL};
    size_t flag = 0;

    reader_word(reader, element, name, words, &flag);
    return flag == 1;
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
    const char *near = lewis_spelling_nearest(id, known, count);
    if (near != NULL)
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "no response scale \"%s\" in this bank; did you mean "
                       "\"%s\"?",
                       id, near);
    else
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "no response scale \"%s\" in this bank", id);
}

static void
read_response(struct lewis_item *item, const struct lewis_bank *bank,
              struct reader *reader, const struct element *element)
{
    const char *response = element_attribute(element, "response");

    if (response == NULL)
        return;
    item->response = find_response(bank, response);
    if (item->response == NULL)
        report_response(bank, reader, element, response);
}

static void
read_rate(struct lewis_item *item, const struct lewis_bank *bank,
          struct reader *reader, const struct element *element)
{
    const struct element *key = grammar_child_first(element, "key");

    read_response(item, bank, reader, element);
    item->weight = 1;
    if (key == NULL)
        return;
    reader_style(reader, key, "style", &item->style);
    item->reverse = bank_read_flag(reader, key, "reverse");
    reader_number(reader, key, "weight", 0.001, 1000, &item->weight);
}

static void
read_check(struct lewis_item *item, const struct lewis_bank *bank,
           struct reader *reader, const struct element *element)
{
    read_response(item, bank, reader, element);
    if (item->response != NULL)
        reader_int(reader, element, "expect", item->response->lo,
                   item->response->hi, &item->expect);
}

/* An option with an id before it, and a style that none before it has. */
static void
compare_options(const struct lewis_item *item,
                const struct lewis_option *option, struct reader *reader,
                long line)
{
    for (const struct lewis_option *before = item->option; before < option;
         before++) {
        if (option->id != NULL && before->id != NULL &&
            strcmp(before->id, option->id) == 0)
            problems_error(reader->problems, LEWIS_EINVALID, line,
                           "a second option \"%s\"", option->id);
        if (before->style == option->style && option->style < LEWIS_STYLES)
            problems_error(reader->problems, LEWIS_EINVALID, line,
                           "two options of this item are keyed to %s; each "
                           "needs a style of its own",
                           lewis_style_keyword(option->style));
    }
}

/* 'id' is NULL when it was wrong or is missing: that was reported. */
static void
add_option(struct lewis_item *item, const char *id, struct reader *reader,
           const struct element *element)
{
    struct lewis_option *option = &item->option[item->option_count];
    const struct element *key = grammar_child_first(element, "key");

    option->id = id;
    option->label = reader_texts(reader, element, "label");
    option->style = LEWIS_STYLES; /* unknown, until it is read */
    if (key != NULL)
        reader_style(reader, key, "style", &option->style);
    compare_options(item, option, reader, element_line(element));
    item->option_count++;
}

static const char *
read_option_id(struct reader *reader, const struct element *element)
{
    const char *id = reader_attribute(reader, element, "id");

    if (id != NULL && (id[0] < 'a' || id[0] > 'z' || id[1] != '\0'))
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "option id \"%s\" is not one small letter a-z", id);
    return id;
}

static void
read_options(struct lewis_item *item, const struct lewis_bank *bank,
             struct reader *reader, const struct element *element)
{
    (void)bank;
    item->random = bank_read_order(reader, element);
    for (const struct element *e = grammar_child_first(element, "option");
         e != NULL && item->option_count < LEWIS_OPTIONS;
         e = grammar_child_next(e))
        add_option(item, read_option_id(reader, e), reader, e);
}

static void
read_points(struct lewis_item *item, const struct lewis_bank *bank,
            struct reader *reader, const struct element *element)
{
    read_options(item, bank, reader, element);
    reader_int(reader, element, "total", 2, POINTS_MOST, &item->total);
}

static void
read_pair(struct lewis_item *item, const struct lewis_bank *bank,
          struct reader *reader, const struct element *element)
{
    const struct element *left = grammar_child_first(element, "left");
    const struct element *right = grammar_child_first(element, "right");

    (void)bank;
    reader_int(reader, element, "points", 2, POINTS_MOST, &item->places);
    if (left != NULL)
        add_option(item, "a", reader, left);
    if (right != NULL)
        add_option(item, "b", reader, right);
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
    {"points", LEWIS_POINTS, read_points},
    {"pair", LEWIS_PAIR, read_pair},
    {"check", LEWIS_CHECK, read_check},
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

bool
bank_is_item(const struct element *element)
{
    return form_of(element) < FORMS;
}

void
bank_read_item(struct lewis_item *item, const struct lewis_bank *bank,
               struct reader *reader, const struct element *element)
{
    size_t form = form_of(element);

    item->id = reader_id(reader, element, "id");
    item->form = forms[form].form;
    item->line = element_line(element);
    item->stem = reader_texts(reader, element, "stem");
    forms[form].read(item, bank, reader, element);
}

const char *
lewis_form_keyword(enum lewis_form form)
{
    return forms[form].element;
}
