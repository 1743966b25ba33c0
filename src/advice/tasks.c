/* tasks.c - tasks and the direction that each asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include <lewis/tasks.h>

#include "base/content.h"
#include "base/grammar.h"
#include "base/reader.h"

#define XMLNS "urn:x-lewis:tasks:1"
#define TEXT(name) {name, NULL, true, {{"xml:lang", false}}, {{0}}}
#define TEXTS(name) {name, 1, GRAMMAR_MANY}

struct lewis_tasks {
    struct arena arena; /* owns everything below */
    struct lewis_task *task;
    size_t count;
};

static const struct grammar_rule rules[] = {
    {"tasks", NULL, false,
     {{"version", false}, {"languages", false}},
     {{"meta", 1, 1}, {"task", 1, GRAMMAR_MANY}}},
    {"meta", NULL, false,
     {{0}},
     {TEXTS("title"), TEXTS("author"), {"licence", 1, 1}, TEXTS("source"),
      {"translation", 0, GRAMMAR_MANY}, {"note", 0, GRAMMAR_MANY}}},
    {"author", NULL, true, {{0}}, {{0}}},
    {"licence", NULL, true, {{"spdx", false}}, {{0}}},
    {"source", NULL, true, {{0}}, {{0}}},
    {"translation", NULL, true,
     {{"xml:lang", false}, {"status", false}}, {{0}}},
    {"task", NULL, false,
     {{"id", false}, {"linear", false}, {"multi", false}, {"reactive", false}},
     {TEXTS("name"), TEXTS("reason")}},
    TEXT("title"), TEXT("note"), TEXT("name"), TEXT("reason"),
};

static void
read_task(struct lewis_task *task, struct reader *reader,
          const struct element *element)
{
    double sum = 0;

    task->id = reader_id(reader, element, "id");
    task->name = reader_texts(reader, element, "name");
    task->reason = reader_texts(reader, element, "reason");
    for (int s = 0; s < LEWIS_STYLES; s++) {
        if (!reader_number(reader, element,
                           lewis_style_keyword((enum lewis_style)s), 0, 1,
                           &task->share[s]))
            return;
        sum += task->share[s];
    }
    if (fabs(sum - 1) > 1e-9)
        problems_error(reader->problems, LEWIS_EINVALID, element_line(element),
                       "linear, multi and reactive sum to %g, not 1", sum);
}

static void *
make_tasks(const struct element *root, struct problems *problems)
{
    struct lewis_tasks *tasks = calloc(1, sizeof *tasks);
    struct reader reader = {.problems = problems};

    if (tasks == NULL)
        return NULL;
    reader.arena = &tasks->arena;
    grammar_check(rules, sizeof rules / sizeof rules[0], XMLNS, root,
                  problems);
    reader_languages(&reader, root);
    tasks->task = arena_array(&tasks->arena, grammar_child_count(root, "task"),
                              sizeof *tasks->task);
    for (const struct element *e = grammar_child_first(root, "task");
         e != NULL && tasks->task != NULL; e = grammar_child_next(e))
        read_task(&tasks->task[tasks->count++], &reader, e);
    problems->failed |= arena_failed(&tasks->arena);
    return tasks;
}

static void
free_tasks(void *tasks)
{
    lewis_tasks_free(tasks);
}

static const struct content_kind content = {"tasks", make_tasks, free_tasks};

struct lewis_tasks *
lewis_tasks_parse(const char *xml, size_t size, const char *name,
                  struct lewis_error *error)
{
    return content_parse(&content, xml, size, name, error);
}

struct lewis_tasks *
lewis_tasks_load(const char *path, struct lewis_error *error)
{
    return content_load(&content, path, error);
}

bool
lewis_tasks_sniff(const char *path)
{
    return content_sniff(&content, path);
}

bool
lewis_tasks_check(const char *path, struct lewis_finding **findings,
                  size_t *count, struct lewis_error *error)
{
    return content_check(&content, path, findings, count, error);
}

void
lewis_tasks_free(struct lewis_tasks *tasks)
{
    if (tasks == NULL)
        return;
    arena_release(&tasks->arena);
    free(tasks);
}

size_t
lewis_tasks_count(const struct lewis_tasks *tasks)
{
    return tasks->count;
}

const struct lewis_task *
lewis_tasks_at(const struct lewis_tasks *tasks, size_t index)
{
    return &tasks->task[index];
}
