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
    GRAMMAR_META,
    {"task", NULL, false,
     {{"id", false}, {"linear", false}, {"multi", false}, {"reactive", false}},
     {TEXTS("name"), TEXTS("reason")}},
    GRAMMAR_TEXT("name"), GRAMMAR_TEXT("reason"),
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
    struct reader reader;

    if (tasks == NULL)
        return NULL;
    if (!reader_begin(&reader, &tasks->arena, problems, rules,
                      sizeof rules / sizeof rules[0], XMLNS, root))
        return tasks;
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
