/* chart_each.c - a picture of every person, in a folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart_each.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "say.h"

enum {
    LONGEST = 80,  /* bytes of a name that are kept in a file's */
    EVERY = 100,   /* milliseconds from one drawing of the bar to the next */
    KEPT_TOLD = 5
};

/* A name that was given to a file, in small letters: some file systems do not
 * tell Ann from ann. */
struct each_name {
    char *text; /* NULL: free */
};

static const struct {
    const char *name;
    enum lewis_picture kind;
} formats[] = {{"svg", LEWIS_SVG}, {"png", LEWIS_PNG}, {"pdf", LEWIS_PDF}};

static bool
settle_format(struct chart_each *each)
{
    if (each->format == NULL)
        each->format = "svg";
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].name, each->format) == 0) {
            each->kind = formats[i].kind;
            return true;
        }
    say_usage(&cmd_chart, "--format is svg, png or pdf, not \"%s\"",
              each->format);
    return false;
}

bool
chart_each_open(struct chart_each *each, struct lewis_ruler *ruler)
{
    struct stat there;

    if (!settle_format(each))
        return false;
    each->render.ruler = ruler;
    each->bar = isatty(STDERR_FILENO);
    if (mkdir(each->folder, 0777) == 0)
        return true;
    if (errno == EEXIST && stat(each->folder, &there) == 0 &&
        S_ISDIR(there.st_mode))
        return true;
    say("--each %s: %s", each->folder,
        errno == EEXIST ? "this is a file; name a folder" : strerror(errno));
    return false;
}

/* --- names --- */

/* May stand in a file's name on any system: no separators, no control
 * characters, nothing that Windows or a shell takes for its own. */
static bool
is_safe(unsigned char c)
{
    return c >= 0x80 || (c > ' ' && c != 0x7F &&
                         strchr("/\\:*?\"<>|'`$&;!#%~", c) == NULL);
}

/* Like a character of several bytes cut off. */
static size_t
whole_characters(const char *text, size_t size)
{
    while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80)
        size--;
    return size;
}

/* The person's name made safe: other characters become "_", none at the
 * beginning or end is a dot or a dash; nothing left: "person". */
static void
safe_name(const char *id, size_t size, char name[LONGEST + 1])
{
    size_t length = 0;

    for (size_t i = 0; i < size && length < LONGEST; i++) {
        bool safe = is_safe((unsigned char)id[i]);

        if (length == 0 && (!safe || id[i] == '.' || id[i] == '-'))
            continue;
        if (!safe && name[length - 1] == '_')
            continue;
        name[length++] = safe ? id[i] : '_';
    }
    name[length] = '\0';
    if (length == LONGEST)
        length = whole_characters(name, length - 1);
    while (length > 0 && strchr("._-", name[length - 1]) != NULL)
        length--;
    name[length] = '\0';
    if (length == 0)
        strcpy(name, "person");
}

static size_t
slot_of(const struct chart_each *each, const char *name)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    size_t slot;

    for (const char *at = name; *at != '\0'; at++)
        hash = (hash ^ (unsigned char)*at) * 1099511628211u;
    slot = (size_t)(hash ^ hash >> 32) & (each->room - 1);
    while (each->name[slot].text != NULL &&
           strcmp(each->name[slot].text, name) != 0)
        slot = (slot + 1) & (each->room - 1);
    return slot;
}

static bool
grow(struct chart_each *each)
{
    struct chart_each larger = *each;

    if (2 * each->names < each->room)
        return true;
    larger.room = each->room == 0 ? 256 : 2 * each->room;
    larger.name = calloc(larger.room, sizeof *larger.name);
    if (larger.name == NULL)
        return false;
    for (size_t i = 0; i < each->room; i++)
        if (each->name[i].text != NULL)
            larger.name[slot_of(&larger, each->name[i].text)] = each->name[i];
    free(each->name);
    *each = larger;
    return true;
}

/* Notes the name; false when it was given before, or memory has run out. */
static bool
take_name(struct chart_each *each, const char *name)
{
    char small[LONGEST + 32];
    size_t slot, size = 0;

    for (; name[size] != '\0' && size < sizeof small - 1; size++)
        small[size] = (char)(name[size] >= 'A' && name[size] <= 'Z'
                                 ? name[size] - 'A' + 'a'
                                 : name[size]);
    small[size] = '\0';
    slot = slot_of(each, small);
    if (each->name[slot].text != NULL)
        return false;
    each->name[slot].text = strdup(small);
    each->failed = each->failed || each->name[slot].text == NULL;
    each->names += each->name[slot].text != NULL;
    return true;
}

/* Two people of one name: the second is "Ann-2". NULL: out of memory. */
static char *
new_path(struct chart_each *each, const struct lewis_sheet *sheet)
{
    char name[LONGEST + 1], numbered[LONGEST + 32];
    char *path;
    size_t size;

    if (!grow(each))
        return NULL;
    safe_name(sheet->id, sheet->id_size, name);
    snprintf(numbered, sizeof numbered, "%s", name);
    for (size_t i = 2; !take_name(each, numbered); i++)
        snprintf(numbered, sizeof numbered, "%s-%zu", name, i);
    size = strlen(each->folder) + strlen(numbered) + strlen(each->format) + 3;
    path = each->failed ? NULL : malloc(size);
    if (path != NULL)
        snprintf(path, size, "%s/%s.%s", each->folder, numbered, each->format);
    return path;
}

/* --- pictures --- */

static bool
write_picture(struct chart_each *each, const struct lewis_scene *scene,
              const char *path, struct lewis_error *error)
{
    struct lewis_output *output = lewis_output_open(path, error);
    bool done;

    if (output == NULL)
        return false;
    done = lewis_render(scene, each->kind, &each->render, output, error) &&
           lewis_output_commit_unsynced(output, error);
    lewis_output_free(output);
    return done;
}

static bool
draw(struct chart_each *each, const struct lewis_sheet *sheet,
     const struct lewis_score *score, const char *path,
     struct lewis_error *error)
{
    struct lewis_measure measure = lewis_ruler_measure(each->render.ruler);
    struct lewis_chart_options options = each->options;
    struct lewis_chart *chart = lewis_chart_new(error);
    struct lewis_scene *scene = NULL;
    char title[200];
    bool done = false;

    if (options.title == NULL) {
        snprintf(title, sizeof title, "%.*s", (int)sheet->id_size, sheet->id);
        options.title = title;
    }
    if (chart != NULL &&
        lewis_chart_add(chart, sheet->id, sheet->id_size, sheet->team,
                        sheet->team_size, score, error))
        scene = lewis_chart_scene(chart, &options, &measure, error);
    if (scene != NULL)
        done = write_picture(each, scene, path, error);
    lewis_scene_free(scene);
    lewis_chart_free(chart);
    return done;
}

static long
milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* How far it is; how much there will be nobody knows, answers are read as they
 * come. */
static void
show_bar(struct chart_each *each, bool last)
{
    long now = milliseconds();

    if (!each->bar || (!last && now - each->told < EVERY))
        return;
    each->told = now;
    if (last)
        fputs("\r\033[K", stderr);
    else
        fprintf(stderr, "\r%zu pictures", each->drawn);
    fflush(stderr);
}

static void
keep(struct chart_each *each, const char *path)
{
    show_bar(each, true);
    if (each->kept++ < KEPT_TOLD)
        say("%s is there already and is kept; --overwrite replaces it", path);
}

void
chart_each_add(struct chart_each *each, const struct lewis_sheet *sheet,
               const struct lewis_score *score)
{
    struct lewis_error error;
    struct stat there;
    char *path;

    if (each->failed)
        return;
    if (score->status != LEWIS_SCORED) {
        each->unscored++;
        return;
    }
    path = new_path(each, sheet);
    if (path == NULL) {
        each->failed = true;
        say("out of memory");
    } else if (!each->overwrite && lstat(path, &there) == 0) {
        keep(each, path);
    } else if (draw(each, sheet, score, path, &error)) {
        each->drawn++;
        show_bar(each, false);
    } else {
        each->failed = true;
        show_bar(each, true);
        say_error(&error);
    }
    free(path);
}

int
chart_each_close(struct chart_each *each)
{
    show_bar(each, true);
    if (each->drawn > 0)
        sync(); /* waiting for the disk after each picture took longer than
                   drawing it */
    if (each->kept > KEPT_TOLD)
        say("and %zu more were kept", each->kept - KEPT_TOLD);
    if (!each->failed)
        say("%s: %zu %s drawn", each->folder, each->drawn,
            each->drawn == 1 ? "picture" : "pictures");
    for (size_t i = 0; i < each->room; i++)
        free(each->name[i].text);
    free(each->name);
    if (each->failed)
        return EXIT_TROUBLE;
    return each->kept > 0 ? EXIT_DATA : EXIT_DONE;
}
