/* lewis/tasks.h - tasks of an international project and the direction that
 * each asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LEWIS_TASKS_H
#define LEWIS_TASKS_H

#include <stdbool.h>
#include <stddef.h>

#include <lewis/error.h>
#include <lewis/style.h>
#include <lewis/text.h>

LEWIS_BEGIN

struct lewis_tasks;

struct lewis_task {
    const char *id;
    double share[LEWIS_STYLES]; /* the direction: 0..1, sum 1; a judgement */
    const struct lewis_text *name, *reason;
};

/* Reads tasks from a file. Returns an object the caller frees with
 * lewis_tasks_free(), or NULL with *error set as lewis_bank_load() does. Views
 * live as long as it. */
LEWIS_API struct lewis_tasks *lewis_tasks_load(const char *path,
                                               struct lewis_error *error);
LEWIS_API struct lewis_tasks *lewis_tasks_parse(const char *xml, size_t size,
                                                const char *name,
                                                struct lewis_error *error);
LEWIS_API void lewis_tasks_free(struct lewis_tasks *tasks);

/* As lewis_bank_sniff() and lewis_bank_check(). */
LEWIS_API bool lewis_tasks_sniff(const char *path);
LEWIS_API bool lewis_tasks_check(const char *path,
                                 struct lewis_finding **findings,
                                 size_t *count, struct lewis_error *error);

LEWIS_API size_t lewis_tasks_count(const struct lewis_tasks *tasks);
LEWIS_API const struct lewis_task *
lewis_tasks_at(const struct lewis_tasks *tasks, size_t index);

LEWIS_END

#endif
