/* agenda.c - a session with a team.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include <lewis/agenda.h>

#include "base/content.h"
#include "base/grammar.h"
#include "base/reader.h"

#define XMLNS "urn:x-lewis:agenda:1"
#define TEXTS(name) {name, 1, GRAMMAR_MANY}

struct lewis_agenda {
    struct arena arena; /* owns everything below */
    const struct lewis_text *title;
    const struct lewis_text **question;
    struct lewis_step *step;
    size_t questions, steps;
};

static const struct grammar_rule rules[] = {
    {"agenda", NULL, false,
     {{"version", false}, {"languages", false}},
     {{"meta", 1, 1}, {"question", 1, GRAMMAR_MANY}, {"step", 1, GRAMMAR_MANY}}},
    GRAMMAR_META,
    {"question", NULL, false, {{0}}, {TEXTS("text")}},
    {"step", NULL, false, {{"minutes", false}}, {TEXTS("name"), TEXTS("text")}},
    GRAMMAR_TEXT("name"), GRAMMAR_TEXT("text"),
};

static void
read_step(struct lewis_step *step, struct reader *reader,
          const struct element *element)
{
    step->minutes = 1;
    reader_int(reader, element, "minutes", 1, 480, &step->minutes);
    step->name = reader_texts(reader, element, "name");
    step->text = reader_texts(reader, element, "text");
}

static void
read_all(struct lewis_agenda *agenda, struct reader *reader,
         const struct element *root)
{
    const struct element *e;

    agenda->question =
        arena_array(&agenda->arena, grammar_child_count(root, "question"),
                    sizeof *agenda->question);
    agenda->step = arena_array(&agenda->arena,
                               grammar_child_count(root, "step"),
                               sizeof *agenda->step);
    if (agenda->question == NULL || agenda->step == NULL)
        return;
    for (e = grammar_child_first(root, "question"); e != NULL;
         e = grammar_child_next(e))
        agenda->question[agenda->questions++] =
            reader_texts(reader, e, "text");
    for (e = grammar_child_first(root, "step"); e != NULL;
         e = grammar_child_next(e))
        read_step(&agenda->step[agenda->steps++], reader, e);
}

static void *
make_agenda(const struct element *root, struct problems *problems)
{
    struct lewis_agenda *agenda = calloc(1, sizeof *agenda);
    struct reader reader;

    if (agenda == NULL)
        return NULL;
    if (!reader_begin(&reader, &agenda->arena, problems, rules,
                      sizeof rules / sizeof rules[0], XMLNS, root))
        return agenda;
    agenda->title = reader_texts(&reader, grammar_child_first(root, "meta"),
                                 "title");
    read_all(agenda, &reader, root);
    problems->failed |= arena_failed(&agenda->arena);
    return agenda;
}

static void
free_agenda(void *agenda)
{
    lewis_agenda_free(agenda);
}

static const struct content_kind content = {"agenda", make_agenda,
                                            free_agenda};

struct lewis_agenda *
lewis_agenda_parse(const char *xml, size_t size, const char *name,
                      struct lewis_error *error)
{
    return content_parse(&content, xml, size, name, error);
}

struct lewis_agenda *
lewis_agenda_load(const char *path, struct lewis_error *error)
{
    return content_load(&content, path, error);
}

bool
lewis_agenda_sniff(const char *path)
{
    return content_sniff(&content, path);
}

bool
lewis_agenda_check(const char *path, struct lewis_finding **findings,
                      size_t *count, struct lewis_error *error)
{
    return content_check(&content, path, findings, count, error);
}

void
lewis_agenda_free(struct lewis_agenda *agenda)
{
    if (agenda == NULL)
        return;
    arena_release(&agenda->arena);
    free(agenda);
}

const struct lewis_text *
lewis_agenda_title(const struct lewis_agenda *agenda)
{
    return agenda->title;
}

size_t
lewis_agenda_questions(const struct lewis_agenda *agenda)
{
    return agenda->questions;
}

const struct lewis_text *
lewis_agenda_question(const struct lewis_agenda *agenda, size_t index)
{
    return agenda->question[index];
}

size_t
lewis_agenda_steps(const struct lewis_agenda *agenda)
{
    return agenda->steps;
}

const struct lewis_step *
lewis_agenda_step(const struct lewis_agenda *agenda, size_t index)
{
    return &agenda->step[index];
}
