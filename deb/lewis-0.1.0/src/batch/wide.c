/* wide.c - whole numbers of 128 bits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch/wide.h"

char *
wide_print(wide value, char out[WIDE_TEXT])
{
    char *p = out + WIDE_TEXT;
    wide rest = value < 0 ? -value : value;

    *--p = '\0';
    do
        *--p = (char)('0' + (int)(rest % 10));
    while ((rest /= 10) > 0);
    if (value < 0)
        *--p = '-';
    return p;
}

bool
wide_parse(const char *string, wide *value)
{
    const wide most = (wide)1 << 126;
    const char *p = string + (*string == '-');
    wide sum = 0;

    if (*p == '\0' || (*p == '0' && (p[1] != '\0' || p > string)))
        return false;
    for (; *p >= '0' && *p <= '9'; p++) {
        if (sum > (most - (*p - '0')) / 10)
            return false;
        sum = 10 * sum + (*p - '0');
    }
    *value = *string == '-' ? -sum : sum;
    return *p == '\0';
}

double
wide_mean(wide sum, double n)
{
    return (double)sum / n;
}

/* The whole number next to sum / n. */
static wide
middle(wide sum, wide n)
{
    return (sum + (sum < 0 ? -n : n) / 2) / n;
}

double
wide_moment(wide x, wide y, wide xy, wide n)
{
    wide a = middle(x, n), b = middle(y, n);
    wide rest_x = x - n * a, rest_y = y - n * b;
    wide about = xy - a * y - b * rest_x;

    return (double)about - (double)rest_x * ((double)rest_y / (double)n);
}
