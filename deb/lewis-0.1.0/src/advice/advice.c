/* advice.c - what the styles are like to work with: vocabulary and model.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <lewis/advice.h>

#include "base/content.h"
#include "base/grammar.h"
#include "base/reader.h"

#define XMLNS "urn:x-lewis:advice:1"

enum { N = LEWIS_STYLES };

struct lewis_advice {
    struct arena arena; /* owns everything below */
    const struct lewis_text *warning;
    struct lewis_portrait style[N];
    struct lewis_meeting meeting[N][N];
    struct lewis_truth *truth;
    size_t truth_count;
};

#define TEXTS(name) {name, 1, GRAMMAR_MANY}

static const struct grammar_rule rules[] = {
    {"advice", NULL, false,
     {{"version", false}, {"languages", false}},
     {{"meta", 1, 1}, {"warning", 1, 1}, {"style", N, N},
      {"meeting", N * N, N * N}, {"truth", 1, GRAMMAR_MANY}}},
    GRAMMAR_META,
    {"warning", NULL, false, {{0}}, {TEXTS("text")}},
    {"style", NULL, false,
     {{"style", false}},
     {TEXTS("name"), TEXTS("colour"), TEXTS("summary"), TEXTS("values"),
      TEXTS("speaks"), TEXTS("plans"), TEXTS("decides"), TEXTS("trusts"),
      TEXTS("strength"), TEXTS("care")}},
    {"meeting", NULL, false,
     {{"from", false}, {"with", false}}, {TEXTS("text"), {"tip", 3, 4}}},
    {"tip", NULL, false, {{0}}, {TEXTS("text")}},
    {"truth", NULL, false,
     {{"id", false}, {"styles", false}}, {TEXTS("name"), TEXTS("text")}},
    GRAMMAR_TEXT("text"), GRAMMAR_TEXT("name"),
    GRAMMAR_TEXT("colour"), GRAMMAR_TEXT("summary"),
    GRAMMAR_TEXT("values"), GRAMMAR_TEXT("speaks"),
    GRAMMAR_TEXT("plans"), GRAMMAR_TEXT("decides"),
    GRAMMAR_TEXT("trusts"), GRAMMAR_TEXT("strength"),
    GRAMMAR_TEXT("care"),
};

static void
read_style(struct lewis_advice *advice, struct reader *reader,
           const struct element *element)
{
    enum lewis_style style;

    if (!reader_style(reader, element, "style", &style))
        return;
    if (advice->style[style].name != NULL)
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "a second <style> of %s", lewis_style_keyword(style));
    advice->style[style] = (struct lewis_portrait){
        .name = reader_texts(reader, element, "name"),
        .colour = reader_texts(reader, element, "colour"),
        .summary = reader_texts(reader, element, "summary"),
        .values = reader_texts(reader, element, "values"),
        .speaks = reader_texts(reader, element, "speaks"),
        .plans = reader_texts(reader, element, "plans"),
        .decides = reader_texts(reader, element, "decides"),
        .trusts = reader_texts(reader, element, "trusts"),
        .strength = reader_texts(reader, element, "strength"),
        .care = reader_texts(reader, element, "care"),
    };
}

static void
read_tips(struct lewis_meeting *meeting, struct reader *reader,
          const struct element *element)
{
    const struct lewis_text **tip =
        arena_array(reader->arena, grammar_child_count(element, "tip"),
                    sizeof *tip);

    meeting->tip = tip;
    for (const struct element *e = grammar_child_first(element, "tip");
         e != NULL && tip != NULL; e = grammar_child_next(e))
        tip[meeting->tip_count++] = reader_texts(reader, e, "text");
}

static void
read_meeting(struct lewis_advice *advice, struct reader *reader,
             const struct element *element)
{
    enum lewis_style from, with;
    struct lewis_meeting *meeting;

    if (!reader_style(reader, element, "from", &from) ||
        !reader_style(reader, element, "with", &with))
        return;
    meeting = &advice->meeting[from][with];
    if (meeting->text != NULL)
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "a second <meeting> from %s with %s",
                       lewis_style_keyword(from), lewis_style_keyword(with));
    *meeting = (struct lewis_meeting){
        .text = reader_texts(reader, element, "text")};
    read_tips(meeting, reader, element);
}

/* styles="linear multi" as bits. */
static unsigned
read_styles(struct reader *reader, const struct element *element)
{
    const char *value = element_attribute(element, "styles");
    char *copy = value == NULL ? NULL
                               : arena_copy(reader->arena, value,
                                            strlen(value));
    unsigned styles = 0;

    for (char *rest = copy, *word; copy != NULL &&
         (word = strtok_r(rest, " ", &rest)) != NULL;) {
        enum lewis_style style;
        if (lewis_style_parse(word, &style))
            styles |= 1u << style;
        else
            problems_error(reader->problems, LEWIS_EINVALID,
                           element_line(element),
                           "unknown style \"%s\"; they are linear, multi and "
                           "reactive",
                           word);
    }
    return styles;
}

static void
read_truths(struct lewis_advice *advice, struct reader *reader,
            const struct element *root)
{
    advice->truth = arena_array(reader->arena,
                                grammar_child_count(root, "truth"),
                                sizeof *advice->truth);
    for (const struct element *e = grammar_child_first(root, "truth");
         e != NULL && advice->truth != NULL; e = grammar_child_next(e))
        advice->truth[advice->truth_count++] = (struct lewis_truth){
            .id = reader_id(reader, e, "id"),
            .styles = read_styles(reader, e),
            .name = reader_texts(reader, e, "name"),
            .text = reader_texts(reader, e, "text"),
        };
}

static void *
make_advice(const struct element *root, struct problems *problems)
{
    struct lewis_advice *advice = calloc(1, sizeof *advice);
    struct reader reader;

    if (advice == NULL)
        return NULL;
    if (!reader_begin(&reader, &advice->arena, problems, rules,
                      sizeof rules / sizeof rules[0], XMLNS, root))
        return advice;
    advice->warning = reader_texts(
        &reader, grammar_child_first(root, "warning"), "text");
    for (const struct element *e = grammar_child_first(root, "style");
         e != NULL; e = grammar_child_next(e))
        read_style(advice, &reader, e);
    for (const struct element *e = grammar_child_first(root, "meeting");
         e != NULL; e = grammar_child_next(e))
        read_meeting(advice, &reader, e);
    read_truths(advice, &reader, root);
    problems->failed |= arena_failed(&advice->arena);
    return advice;
}

static void
free_advice(void *advice)
{
    lewis_advice_free(advice);
}

static const struct content_kind content = {"advice", make_advice,
                                            free_advice};

struct lewis_advice *
lewis_advice_parse(const char *xml, size_t size, const char *name,
                   struct lewis_error *error)
{
    return content_parse(&content, xml, size, name, error);
}

struct lewis_advice *
lewis_advice_load(const char *path, struct lewis_error *error)
{
    return content_load(&content, path, error);
}

bool
lewis_advice_sniff(const char *path)
{
    return content_sniff(&content, path);
}

bool
lewis_advice_check(const char *path, struct lewis_finding **findings,
                   size_t *count, struct lewis_error *error)
{
    return content_check(&content, path, findings, count, error);
}

void
lewis_advice_free(struct lewis_advice *advice)
{
    if (advice == NULL)
        return;
    arena_release(&advice->arena);
    free(advice);
}

const struct lewis_text *
lewis_advice_warning(const struct lewis_advice *advice)
{
    return advice->warning;
}

const struct lewis_portrait *
lewis_advice_style(const struct lewis_advice *advice, enum lewis_style style)
{
    return &advice->style[style];
}

const struct lewis_meeting *
lewis_advice_meeting(const struct lewis_advice *advice, enum lewis_style from,
                     enum lewis_style with)
{
    return &advice->meeting[from][with];
}

size_t
lewis_advice_truth_count(const struct lewis_advice *advice)
{
    return advice->truth_count;
}

const struct lewis_truth *
lewis_advice_truth(const struct lewis_advice *advice, size_t index)
{
    return &advice->truth[index];
}
