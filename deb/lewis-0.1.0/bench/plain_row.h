/* plain_row.h - the least that scoring a row of 30 ratings can be: no errors are
 * looked for, the styles follow each other item by item.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BENCH_PLAIN_ROW_H
#define BENCH_PLAIN_ROW_H

#include <string.h>

enum { PLAIN_ITEMS = 30, PLAIN_STYLES = 3 };

static inline char *
plain_share(char *o, double x)
{
    unsigned v = (unsigned)(x * 1e6 + .5);

    *o++ = (char)('0' + v / 1000000);
    *o++ = '.';
    v %= 1000000;
    for (int i = 5; i >= 0; i--, v /= 10)
        o[i] = (char)('0' + v % 10);
    return o + 6;
}

/* One row at p, written to *out; where the next begins. */
static inline const char *
plain_row(const char *p, const char *end, char **out)
{
    const char *q = memchr(p, ',', (size_t)(end - p));
    int sum[PLAIN_STYLES] = {0}, n[PLAIN_STYLES] = {0};
    double mean[PLAIN_STYLES], total = 0;
    char *o = *out;

    q = memchr(q + 1, ',', (size_t)(end - q - 1));
    memcpy(o, p, (size_t)(q - p));
    o += q - p;
    p = q + 1;
    for (int i = 0; i < PLAIN_ITEMS; i++, p++)
        if (*p >= '0') {
            sum[i % PLAIN_STYLES] += *p++ - '1';
            n[i % PLAIN_STYLES]++;
        }
    for (int s = 0; s < PLAIN_STYLES; s++)
        total += mean[s] = (double)sum[s] / n[s];
    for (int s = 0; s < PLAIN_STYLES; s++) {
        *o++ = ',';
        o = plain_share(o, mean[s] / total);
    }
    *o++ = '\n';
    *out = o;
    return p;
}

#endif
