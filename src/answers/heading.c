/* heading.c - what a column's heading means for a bank.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "answers/decode.h"
#include "answers/heading.h"
#include "base/fold.h"

bool
questions_init(struct questions *questions, const struct lewis_bank *bank)
{
    bool ok;

    *questions =
        (struct questions){.bank = bank, .count = lewis_bank_item_count(bank)};
    questions->words = calloc(questions->count + 1, sizeof *questions->words);
    ok = questions->words != NULL;
    for (size_t i = 0; ok && i < questions->count; i++) {
        const struct lewis_item *item = lewis_bank_item(bank, i);
        words_add_item(&questions->words[i], item);
        for (const struct lewis_text *t = item->stem;
             t != NULL && t->lang != NULL; t++)
            words_add(&questions->stems, t->text, (int)i);
        ok = !questions->words[i].failed && !questions->stems.failed;
    }
    return ok;
}

void
questions_release(struct questions *questions)
{
    for (size_t i = 0; questions->words != NULL && i < questions->count; i++)
        words_release(&questions->words[i]);
    free(questions->words);
    words_release(&questions->stems);
    *questions = (struct questions){0};
}

struct slice {
    const char *bytes;
    size_t size;
};

static struct slice
trimmed(struct slice slice)
{
    text_trim(&slice.bytes, &slice.size);
    return slice;
}

static struct slice
slice_of(const char *text)
{
    return (struct slice){text, strlen(text)};
}

static bool
is_text(struct slice slice, const char *text)
{
    return strlen(text) == slice.size &&
           lewis_text_same_start(text, slice.bytes, slice.size);
}

/* The item whose id is all of the slice, or NO_ITEM: in the very letters; else
 * in any case, when no other id differs from it by case only. */
enum { NO_ITEM = -1 };

static long
item_called(const struct questions *questions, struct slice name)
{
    long loose = NO_ITEM;
    size_t alike = 0;

    name = trimmed(name);
    for (size_t i = 0; i < questions->count; i++) {
        const char *id = lewis_bank_item(questions->bank, i)->id;
        if (!is_text(name, id))
            continue;
        if (memcmp(id, name.bytes, name.size) == 0)
            return (long)i;
        loose = (long)i;
        alike++;
    }
    return alike == 1 ? loose : NO_ITEM;
}

static bool
is_among(struct slice text, const char *const words[])
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (is_text(text, words[i]))
            return true;
    return false;
}

/* Which part of an item a text names. */
static struct meaning
part_meaning(const struct questions *questions, size_t i, struct slice part)
{
    static const char *const beside[] = {"other", "comment", "time", "text",
                                         NULL};
    const struct lewis_item *item = lewis_bank_item(questions->bank, i);
    struct meaning meaning = {.kind = MEANS_UNCLEAR, .item = i};
    int option;
    int place;

    if (is_among(part, beside))
        return (struct meaning){MEANS_NOTHING, 0, 0, 0};
    option = item->form == LEWIS_RANK || item->form == LEWIS_PICK ||
                     item->form == LEWIS_POINTS
                 ? words_find(&questions->words[i], part.bytes, part.size)
                 : WORDS_NONE;
    place = decode_only_number(part.bytes, part.size);
    if (option == WORDS_LOST) {
        meaning.kind = MEANS_LOST;
    } else if (option >= 0) {
        meaning.kind = MEANS_OPTION;
        meaning.part = (size_t)option;
    } else if (option == WORDS_NONE && place > 0 &&
               (size_t)place <= item->option_count &&
               (item->form == LEWIS_RANK || item->form == LEWIS_POINTS)) {
        meaning.kind = MEANS_PLACE;
        meaning.part = (size_t)place - 1;
    }
    return meaning;
}

/* What stands in the brackets at the end, and what before them. */
static bool
split_row(struct slice text, struct slice *before, struct slice *row)
{
    size_t depth = 0, at = text.size;

    if (text.size < 2 || text.bytes[text.size - 1] != ']')
        return false;
    do {
        at--;
        depth += text.bytes[at] == ']';
        depth -= text.bytes[at] == '[';
    } while (at > 0 && depth > 0);
    if (depth > 0)
        return false;
    *row = trimmed((struct slice){text.bytes + at + 1, text.size - at - 2});
    *before = trimmed((struct slice){text.bytes, at});
    return true;
}

static struct meaning
whole(size_t item)
{
    return (struct meaning){.kind = MEANS_ITEM, .item = item};
}

static const struct meaning nothing = {.kind = MEANS_NOTHING};

/* "T01", "T01[2]", and in the tools that write it "T01_2". */
static struct meaning
by_code(const struct questions *questions, enum lewis_vendor vendor,
        struct slice text)
{
    struct slice before, part;
    long item = item_called(questions, text);

    if (item != NO_ITEM)
        return whole((size_t)item);
    if (split_row(text, &before, &part) &&
        (item = item_called(questions, before)) != NO_ITEM)
        return part_meaning(questions, (size_t)item, part);
    if (vendor != LEWIS_LIMESURVEY && vendor != LEWIS_QUALTRICS)
        return nothing;
    for (size_t at = text.size; at-- > 1;)
        if (text.bytes[at] == '_' &&
            (item = item_called(questions, (struct slice){text.bytes, at})) !=
                NO_ITEM)
            return part_meaning(
                questions, (size_t)item,
                (struct slice){text.bytes + at + 1, text.size - at - 1});
    return nothing;
}

/* "[T01] A colleague ...", "[T01] A colleague ... [a) I help ...]". */
static struct meaning
by_bracket(const struct questions *questions, struct slice text,
           const char *row)
{
    const char *end = text.size > 0 && text.bytes[0] == '['
                          ? memchr(text.bytes, ']', text.size)
                          : NULL;
    struct slice before, part;
    long item;

    if (end == NULL)
        return nothing;
    item =
        item_called(questions, (struct slice){text.bytes + 1,
                                              (size_t)(end - text.bytes) - 1});
    if (item == NO_ITEM)
        return nothing;
    if (row != NULL)
        return part_meaning(questions, (size_t)item, slice_of(row));
    text.size -= (size_t)(end + 1 - text.bytes);
    text.bytes = end + 1;
    if (split_row(text, &before, &part))
        return part_meaning(questions, (size_t)item, part);
    return whole((size_t)item);
}

/* "T01. A colleague ...", "T01[2]. A colleague ... [Rank 2]". */
static struct meaning
by_code_and_text(const struct questions *questions, enum lewis_vendor vendor,
                 struct slice text)
{
    for (size_t i = 0; i + 1 < text.size && i < 80; i++)
        if (text.bytes[i] == '.' &&
            (text.bytes[i + 1] == ' ' || text.bytes[i + 1] == '\xC2'))
            return by_code(questions, vendor, (struct slice){text.bytes, i});
    return nothing;
}

/* The first and the second item of a text that is the question of both. */
static struct meaning
fits_two(const struct questions *questions, struct slice text)
{
    struct meaning meaning = {.kind = MEANS_TWO};
    struct text folded = {0};
    size_t seen = 0;

    text_add_folded(&folded, text.bytes, text.size);
    if (!text_ok(&folded))
        meaning.kind = MEANS_LOST;
    for (size_t w = 0; w < questions->stems.count; w++) {
        const struct word *word = &questions->stems.word[w];
        if (word->size != folded.size ||
            memcmp(questions->stems.bytes.bytes + word->at,
                   text_string(&folded), word->size) != 0 ||
            (seen > 0 && meaning.item == (size_t)word->value))
            continue;
        if (seen++ == 0)
            meaning.item = (size_t)word->value;
        else
            meaning.other = (size_t)word->value;
    }
    text_release(&folded);
    return meaning;
}

static struct meaning
by_stem(const struct questions *questions, struct slice text)
{
    int item = words_find(&questions->stems, text.bytes, text.size);

    if (item == WORDS_LOST)
        return (struct meaning){.kind = MEANS_LOST};
    if (item == WORDS_TWO)
        return fits_two(questions, text);
    return item >= 0 ? whole((size_t)item) : nothing;
}

/* A question and a part of it, or a row that is itself a question. */
static struct meaning
by_stem_and_part(const struct questions *questions, struct slice question,
                 struct slice part)
{
    struct meaning meaning = by_stem(questions, question);

    if (meaning.kind == MEANS_ITEM)
        return part_meaning(questions, meaning.item, part);
    return meaning.kind == MEANS_TWO || meaning.kind == MEANS_LOST
               ? meaning
               : by_stem(questions, part);
}

/* "Question - row", as Qualtrics writes it; the question may hold " - ". */
static struct meaning
by_dashes(const struct questions *questions, struct slice text)
{
    for (size_t i = 0; i + 3 < text.size; i++) {
        if (memcmp(text.bytes + i, " - ", 3) != 0)
            continue;
        struct meaning meaning = by_stem_and_part(
            questions, (struct slice){text.bytes, i},
            (struct slice){text.bytes + i + 3, text.size - i - 3});
        if (meaning.kind != MEANS_NOTHING)
            return meaning;
    }
    return nothing;
}

static struct meaning
by_text(const struct questions *questions, enum lewis_vendor vendor,
        const struct heading *heading)
{
    struct slice text = slice_of(heading->text), before, row;
    struct meaning meaning;

    if (heading->part != NULL)
        return by_stem_and_part(questions, text, slice_of(heading->part));
    meaning = by_stem(questions, text);
    if (meaning.kind == MEANS_NOTHING && split_row(text, &before, &row))
        meaning = by_stem_and_part(questions, before, row);
    if (meaning.kind == MEANS_NOTHING && vendor == LEWIS_QUALTRICS)
        meaning = by_dashes(questions, text);
    return meaning;
}

/* Where a tool numbers options, the option's own words say more: "T01_4" and
 * "A colleague ... - I help ...". */
static struct meaning
by_words_of_part(const struct questions *questions, struct meaning coded,
                 const struct heading *heading)
{
    const char *text = heading->text, *dash = text;

    while ((dash = strstr(dash, " - ")) != NULL) {
        dash += 3;
        struct meaning meaning =
            part_meaning(questions, coded.item, slice_of(dash));
        if (meaning.kind == MEANS_OPTION || meaning.kind == MEANS_LOST)
            return meaning;
    }
    if (coded.kind == MEANS_PLACE)
        coded.kind = MEANS_UNCLEAR;
    return coded;
}

/* One word for "the answer itself" under a question of one column. */
static bool
is_response(const char *part)
{
    static const char *const words[] = {"Response", "Open-Ended Response",
                                        NULL};

    return is_among(slice_of(part), words);
}

struct meaning
heading_meaning(const struct questions *questions, enum lewis_vendor vendor,
                const struct heading *given)
{
    struct heading heading = *given;
    struct meaning meaning = nothing;

    if (heading.part != NULL && is_response(heading.part))
        heading.part = NULL;
    if (heading.code != NULL) {
        meaning = by_code(questions, vendor, slice_of(heading.code));
        if (meaning.kind == MEANS_PLACE || meaning.kind == MEANS_UNCLEAR)
            return by_words_of_part(questions, meaning, &heading);
    }
    if (meaning.kind == MEANS_NOTHING)
        meaning = by_bracket(questions, slice_of(heading.text), heading.part);
    if (meaning.kind == MEANS_NOTHING)
        meaning = by_code(questions, vendor, slice_of(heading.text));
    if (meaning.kind == MEANS_NOTHING)
        meaning = by_code_and_text(questions, vendor, slice_of(heading.text));
    if (meaning.kind == MEANS_ITEM && heading.part != NULL)
        return part_meaning(questions, meaning.item, slice_of(heading.part));
    if (meaning.kind == MEANS_NOTHING)
        meaning = by_text(questions, vendor, &heading);
    return meaning;
}

bool
heading_item(const struct questions *questions, const char *name, size_t *item)
{
    long found = item_called(questions, slice_of(name));

    *item = found == NO_ITEM ? 0 : (size_t)found;
    return found != NO_ITEM;
}

struct meaning
heading_part(const struct questions *questions, size_t item, const char *part)
{
    return part_meaning(questions, item, slice_of(part));
}

/* "[id] Name or code"; a heading that ends in "]" is a part of a question. */
static bool
is_in_brackets(const char *text, const char *role)
{
    size_t size = strlen(role);

    return text[0] == '[' && strncmp(text + 1, role, size) == 0 &&
           text[size + 1] == ']' &&
           (text[size + 2] == '\0' || text[strlen(text) - 1] != ']');
}

static bool
is_just(const char *text, const char *role)
{
    return strcmp(text, role) == 0 || is_in_brackets(text, role);
}

/* "team. Which team ...": LimeSurvey's code and text. */
static bool
is_code_of(const char *text, const char *role)
{
    size_t size = strlen(role);

    return strncmp(text, role, size) == 0 && strncmp(text + size, ". ", 2) == 0;
}

bool
heading_is_just(const struct heading *heading, const char *role)
{
    return (heading->code != NULL && is_just(heading->code, role)) ||
           is_just(heading->text, role);
}

bool
heading_is_role(const struct heading *heading, const char *role)
{
    return heading_is_just(heading, role) ||
           (heading->code != NULL && lewis_text_same(heading->code, role)) ||
           lewis_text_same(heading->text, role) ||
           is_code_of(heading->text, role);
}
