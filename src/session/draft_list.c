/* draft_list.c - all drafts at a glance, without their banks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "session/drawer.h"
#include "session/lines.h"

/* What the last entry about each item says. */
struct tally {
    struct journal_glance *item;
    size_t count, room;
};

static bool
tally_add(struct tally *tally, const struct journal_glance *glance)
{
    size_t i = 0;

    while (i < tally->count &&
           strcmp(tally->item[i].item, glance->item) != 0)
        i++;
    if (i == tally->room)
        return false;
    tally->count += i == tally->count;
    tally->item[i] = *glance;
    return true;
}

static bool
glance_all(struct lines *lines, struct tally *tally,
           struct lewis_draft_info *info, struct lewis_error *error)
{
    struct journal_glance glance;
    const char *line;
    size_t size;

    while (lines_next(lines, &line, &size)) {
        if (!journal_glance(line, size, &glance, error))
            return false;
        info->done = glance.done;
        memcpy(info->lang, glance.lang, sizeof glance.lang);
        if (glance.item[0] != '\0' && !tally_add(tally, &glance))
            return error_set(error, LEWIS_EINVALID,
                             "this line is damaged: it is of one item more "
                             "than the %zu that there are",
                             tally->room);
    }
    for (size_t i = 0; i < tally->count; i++) {
        info->answered += tally->item[i].given == LEWIS_ANSWERED;
        info->skipped += tally->item[i].given == LEWIS_SKIPPED;
        info->half += tally->item[i].half;
    }
    return true;
}

static void
copy_head(const struct journal_head *head, struct lewis_draft_info *info)
{
    memcpy(info->bank, head->bank, sizeof head->bank);
    memcpy(info->version, head->version, sizeof head->version);
    memcpy(info->digest, head->digest, sizeof head->digest);
    memcpy(info->name, head->id, sizeof head->id);
    memcpy(info->team, head->team, sizeof head->team);
    memcpy(info->lang, head->lang, sizeof head->lang);
    info->started = head->started;
    info->items = head->items;
}

static bool
glance_at(struct lines *lines, struct lewis_draft_info *info,
          struct lewis_error *error)
{
    struct journal_head head;
    struct tally tally = {0};
    bool sound;

    if (!lines_head(lines, &head, error))
        return false;
    copy_head(&head, info);
    tally.room = head.items < lines->size ? head.items : lines->size;
    tally.item = calloc(tally.room, sizeof *tally.item);
    if (tally.item == NULL)
        return error_memory(error);
    sound = glance_all(lines, &tally, info, error);
    free(tally.item);
    return sound;
}

static void
fill_info(const struct drawer *drawer, const char *id,
          struct lewis_draft_info *info)
{
    struct lines lines = {0};
    char *bytes = NULL, *path = drawer_path(drawer, id);
    int fd = drawer_find(drawer, id, DRAWER_READ, &info->why);

    memcpy(info->id, id, strlen(id) + 1);
    if (fd >= 0) {
        info->busy = drawer_is_locked(fd);
        bytes = file_read_open(fd, path != NULL ? path : id, LINES_LIMIT,
                               &lines.size, &info->why);
        close(fd);
    }
    if (bytes != NULL) {
        lines.bytes = bytes;
        info->readable = glance_at(&lines, info, &info->why);
        if (!info->readable)
            error_at(&info->why, path, lines.line, NULL);
    }
    free(bytes);
    free(path);
}

/* The newest first; those of one second by their IDs. */
static int
by_time(const void *left, const void *right)
{
    const struct lewis_draft_info *a = left, *b = right;

    if (a->started != b->started)
        return a->started < b->started ? 1 : -1;
    return strcmp(a->id, b->id);
}

bool
lewis_draft_list(const char *directory, struct lewis_draft_info **list,
                 size_t *count, struct lewis_error *error)
{
    struct text ids = {0};
    struct drawer drawer;
    bool done = drawer_open(&drawer, directory, false, error) &&
                drawer_ids(&drawer, &ids, count, error);

    *list = NULL;
    if (done && *count > 0) {
        *list = calloc(*count, sizeof **list);
        done = *list != NULL;
        if (!done)
            error_memory(error);
    }
    const char *id = text_string(&ids);
    for (size_t i = 0; done && i < *count; i++, id += strlen(id) + 1)
        fill_info(&drawer, id, &(*list)[i]);
    if (*list != NULL)
        qsort(*list, *count, sizeof **list, by_time);
    drawer_release(&drawer);
    text_release(&ids);
    return done;
}

void
lewis_draft_list_free(struct lewis_draft_info *list)
{
    free(list);
}
