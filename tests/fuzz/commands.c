/* commands.c - command lines under libFuzzer: an argument a line, the program in
 * this process, in a folder of its own and with nothing to read on its standard
 * input. "take" is left out: it wants a person.
 *
 * A slash becomes "_": nothing is written or read elsewhere. A file "answers"
 * is there to be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#undef main
#include <assert.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 24, LONGEST = 2000 };

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int lewis_main(int argc, char **argv);

static char folder[] = "/tmp/lewis-commands-XXXXXX";

static void
remove_folder(void)
{
    char command[sizeof folder + 16];

    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    if (system(command) != 0)
        perror(folder);
}

/* libFuzzer talks on a copy of standard error; what the program says goes
 * nowhere. */
static void
silence(void)
{
    int nowhere = open("/dev/null", O_RDWR);

    if (nowhere < 0)
        abort();
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
    close(nowhere);
    if (freopen("/dev/null", "w", stdout) == NULL)
        abort();
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
    char command[8192];
    const char *top = getenv("top_srcdir");

    (void)argc;
    (void)argv;
    if (top == NULL || mkdtemp(folder) == NULL)
        abort();
    atexit(remove_folder);
    snprintf(command, sizeof command,
             "cd '%s' && cp '%s/questionnaires/me.csv' answers && cp "
             "'%s/tests/fixtures/forms.xml' bank",
             folder, top, top);
    if (system(command) != 0 || chdir(folder) != 0)
        abort();
    setenv("XDG_STATE_HOME", folder, 1);
    silence();
    return 0;
}

/* The arguments in 'line', which is changed. */
static int
split(char *line, size_t size, char *argv[MOST + 2])
{
    static char name[] = "lewis";
    int argc = 0;

    argv[argc++] = name;
    for (char *end = line + size, *next; line < end && argc <= MOST;
         line = next) {
        next = memchr(line, '\n', (size_t)(end - line));
        next = next != NULL ? next : end;
        *next++ = '\0';
        argv[argc++] = line;
    }
    argv[argc] = NULL;
    return argc;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char line[LONGEST + 1], *argv[MOST + 2];
    int argc, status;

    if (size > LONGEST)
        return 0;
    memcpy(line, bytes, size);
    for (size_t i = 0; i < size; i++)
        if (line[i] == '/')
            line[i] = '_';
    argc = split(line, size, argv);
    if (argc > 1 && strcmp(argv[1], "take") == 0)
        return 0;
    optind = 0; /* getopt forgets the line before */
    getopt(1, argv, "");
    status = lewis_main(argc, argv);
    assert(status >= 0 && status <= 3);
    return 0;
}
