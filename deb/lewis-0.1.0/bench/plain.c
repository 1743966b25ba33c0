/* plain.c - the yardstick: the plainest loop over 30 ratings a row.
 *
 *   plain ANSWERS
 *
 * It maps the file, takes three means, closes them to shares and prints them
 * with six decimals behind id and team. One thread; no cell is checked, nothing
 * is quoted, no error is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/plain_row.h"

enum { BUFFER = 1 << 20, ROW = 4096 };

static int
flush(char *buffer, char *end)
{
    while (buffer < end) {
        ssize_t n = write(STDOUT_FILENO, buffer, (size_t)(end - buffer));
        if (n <= 0)
            return 2;
        buffer += n;
    }
    return 0;
}

int
main(int argc, char **argv)
{
    struct stat status;
    int fd = open(argv[argc - 1], O_RDONLY);
    char *buffer = malloc(BUFFER), *o = buffer;

    if (fd < 0 || fstat(fd, &status) != 0 || buffer == NULL)
        return 2;
    const char *p = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE,
                         fd, 0);
    if (p == MAP_FAILED)
        return 2;
    const char *end = p + status.st_size;
    p = (const char *)memchr(p, '\n', (size_t)(end - p)) + 1;
    while (p < end) {
        p = plain_row(p, end, &o);
        if (o > buffer + BUFFER - ROW) {
            if (flush(buffer, o) != 0)
                return 2;
            o = buffer;
        }
    }
    return flush(buffer, o);
}
