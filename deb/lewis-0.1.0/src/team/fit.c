/* fit.c - who might do which task.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "team/fit.h"

#include "team/assign.h"
#include "team/nearby.h"

/* A slot of a task costs nothing but the distance, so that who gets which of a
 * task's slots does not matter; the last slot of each is a little dearer, so
 * that every task has its people before one has more. */
static double
slot_cost(double distance, size_t slot, size_t slots)
{
    return distance + (slot + 1 == slots && slots > 1 ? 2.0 : 0);
}

static struct lewis_point
task_point(const struct lewis_tasks *tasks, size_t t)
{
    return lewis_triangle_point(lewis_tasks_at(tasks, t)->share);
}

static void
take_assignment(struct lewis_fit *fit, const struct crowd *crowd,
                const size_t chosen[], size_t slots)
{
    for (size_t i = 0; i < crowd->n; i++) {
        struct lewis_task_fit *task = &fit->task[chosen[i] / slots];
        task->assigned[task->assigned_count++] = crowd->member[i];
        fit->total += lewis_triangle_distance(
            crowd->point[i], lewis_triangle_point(task->task->share));
    }
    fit->assigned = true;
}

static void
assign_people(struct lewis_fit *fit, const struct crowd *crowd,
              const struct lewis_tasks *tasks)
{
    size_t slots = (crowd->n + fit->count - 1) / fit->count;
    size_t columns = slots * fit->count;
    double *cost = arena_array(crowd->arena, crowd->n * columns, sizeof *cost);
    size_t *chosen = arena_array(crowd->arena, crowd->n + 1, sizeof *chosen);

    if (cost == NULL || chosen == NULL)
        return;
    for (size_t i = 0; i < crowd->n; i++)
        for (size_t c = 0; c < columns; c++)
            cost[i * columns + c] = slot_cost(
                lewis_triangle_distance(crowd->point[i],
                                        task_point(tasks, c / slots)),
                c % slots, slots);
    if (assign(cost, crowd->n, columns, chosen, crowd->arena))
        take_assignment(fit, crowd, chosen, slots);
}

static void
rank_people(struct lewis_fit *fit, const struct crowd *crowd,
            const struct lewis_tasks *tasks)
{
    for (size_t t = 0; t < fit->count; t++) {
        struct lewis_task_fit *task = &fit->task[t];
        task->task = lewis_tasks_at(tasks, t);
        task->near = nearby_list(crowd, task_point(tasks, t));
        task->count = task->near == NULL ? 0 : crowd->n;
        task->assigned =
            arena_array(crowd->arena, crowd->n + 1, sizeof *task->assigned);
    }
}

struct lewis_fit
fit_of(const struct crowd *crowd, const struct lewis_tasks *tasks,
       bool anonymous)
{
    struct lewis_fit fit = {.presence = LEWIS_NOT_ASKED};

    if (tasks == NULL || lewis_tasks_count(tasks) == 0)
        return fit;
    fit.presence = anonymous ? LEWIS_WITHHELD : LEWIS_PRESENT;
    if (anonymous)
        return fit;
    fit.count = lewis_tasks_count(tasks);
    fit.task = arena_array(crowd->arena, fit.count, sizeof *fit.task);
    if (fit.task == NULL)
        return fit;
    rank_people(&fit, crowd, tasks);
    if (crowd->n <= FIT_MOST && !arena_failed(crowd->arena))
        assign_people(&fit, crowd, tasks);
    return fit;
}
