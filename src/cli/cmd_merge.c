/* cmd_merge.c - lewis merge: the summaries of parts, joined.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <lewis/output.h>
#include <lewis/summary.h>

#include "cleanup.h"
#include "option.h"
#include "say.h"

/* A part that was joined: which file it is, and what it holds. */
struct part {
    const char *path;
    dev_t device;
    ino_t inode;
    bool known; /* device and inode are */
    char digest[LEWIS_SUMMARY_DIGEST];
};

static struct part
part_of(const char *path)
{
    struct part part = {.path = path};
    struct stat status;

    if (strcmp(path, "-") != 0 && stat(path, &status) == 0 &&
        S_ISREG(status.st_mode)) {
        part.known = true;
        part.device = status.st_dev;
        part.inode = status.st_ino;
    }
    return part;
}

static bool
is_same_file(const struct part *a, const struct part *b)
{
    return (a->known && b->known && a->device == b->device &&
            a->inode == b->inode) ||
           (strcmp(a->path, "-") == 0 && strcmp(b->path, "-") == 0);
}

/* A part given twice would count its people twice. False: said so. */
static bool
is_new(const struct part *part, int count)
{
    for (int i = 0; i < count; i++)
        if (is_same_file(&part[i], &part[count])) {
            say("%s: this file is given twice (the other time as %s); its "
                "people would be counted twice, so give it once",
                part[count].path, part[i].path);
            return false;
        }
    return true;
}

/* Two files that hold the same may be a copy, or two parts alike by chance. */
static void
warn_of_copies(const struct part *part, int count, uint64_t rows)
{
    for (int i = 0; i < count && rows > 0; i++)
        if (strcmp(part[i].digest, part[count].digest) == 0) {
            say("%s: holds exactly the same as %s; both are counted, so take "
                "one away if it is a copy",
                part[count].path, part[i].path);
            return;
        }
}

/* Joins one more; the first becomes *whole. */
static bool
take_part(struct lewis_summary **whole, struct part *part, int count)
{
    struct lewis_error error;
    struct lewis_summary *summary;
    bool ok;

    if (!is_new(part, count))
        return false;
    summary = lewis_summary_load(part[count].path, &error);
    ok = summary != NULL &&
         lewis_summary_digest(summary, part[count].digest, &error);
    if (ok)
        warn_of_copies(part, count, lewis_summary_rows(summary));
    if (ok && *whole == NULL) {
        *whole = summary;
        return true;
    }
    if (ok && !lewis_summary_merge(*whole, summary, &error)) {
        snprintf(error.file, sizeof error.file, "%s", part[count].path);
        ok = false;
    }
    lewis_summary_free(summary);
    if (!ok)
        say_error(&error);
    return ok;
}

static int
write_whole(const struct lewis_summary *whole, struct lewis_output *output)
{
    struct lewis_error error;

    return lewis_summary_print(whole, output, &error) &&
                   cleanup_commit(&output, 1, &error)
               ? EXIT_DONE
               : say_error(&error);
}

static void
say_whole(const struct lewis_summary *whole, int count)
{
    unsigned long long rows = lewis_summary_rows(whole);
    char parts[80], all[80];

    snprintf(parts, sizeof parts,
             lewis_translated_count("%d summary", "%d summaries",
                                    (unsigned long)count),
             count);
    snprintf(all, sizeof all,
             lewis_translated_count("%llu row", "%llu rows",
                                    (unsigned long)rows),
             rows);
    say("%s, %s", parts, all);
}

static int
merge(char **paths, int count, struct lewis_output *output)
{
    struct part *part = calloc((size_t)count, sizeof *part);
    struct lewis_summary *whole = NULL;
    int status = EXIT_TROUBLE;
    bool ok = part != NULL;

    if (part == NULL)
        say("out of memory");
    for (int i = 0; i < count && ok; i++) {
        part[i] = part_of(paths[i]);
        ok = take_part(&whole, part, i);
    }
    if (ok)
        status = write_whole(whole, output);
    if (status == EXIT_DONE)
        say_whole(whole, count);
    if (status == EXIT_DONE && count > 1)
        say("summaries hold no ids: who stands in two parts is counted twice");
    lewis_summary_free(whole);
    free(part);
    return status;
}

static int
run(int argc, char **argv)
{
    const char *path = "-";
    const struct option_row rows[] = {
        {"output", 'o', OPTION_TEXT, &path},
        {0},
    };
    struct lewis_output *output;
    struct lewis_error error;
    int first, status = option_read(&cmd_merge, argc, argv, rows, &first);

    if (status >= 0)
        return status;
    if (first == argc)
        return say_usage(&cmd_merge, "which summaries? Give the files that "
                                     "lewis score --summary wrote");
    output = cleanup_open(path, &error);
    if (output == NULL)
        return say_error(&error);
    status = merge(argv + first, argc - first, output);
    cleanup_close(output);
    return status;
}

const struct cmd cmd_merge = {
    .name = "merge",
    .usage = N_("[-o FILE] SUMMARY..."),
    .summary = N_("Join the summaries of parts to that of the whole"),
    /* clang-format off */
    .help = {
        N_(
        "A SUMMARY is what \"lewis score --summary FILE\" wrote; - is "
        "standard\n"
        "input. The result is, byte for byte, the summary of one run over all\n"
        "rows, in whatever parts and order they come. Parts must be scored "
        "with\n"
        "the same bank (the very same file) and the same options. Summaries "
        "hold\n"
        "no ids, so nobody is missed who stands in two parts: take double rows "
        "out\n"
        "first. Parts of --duplicates other than keep are refused.\n"
        "\n"
        "  -o, --output FILE      write here, whole or not at all; may be one "
        "of\n"
        "                         the summaries\n"
        "\n"
        "Exit status: 0 done; 2 trouble, nothing written.\n"
        "\n"
        "  lewis score --summary a.json -o a.csv part-a.csv\n"
        "  lewis score --summary b.json -o b.csv part-b.csv\n"
        "  lewis merge a.json b.json -o all.json\n"
        ),
    },
    /* clang-format on */
    .run = run,
};
