/* code.c - codes of six letters, one of them to check the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "workshop/code.h"

#include <string.h>
#include <unistd.h>

#include "base/text.h"

/* 23 letters, a prime. Of those that look alike, or like a digit, one is in:
 * L of I and L, Q of O and Q, U of U and V. */
static const char letters[] = "ABCDEFGHJKLMNPQRSTUWXYZ";
static const char consonants[] = "BCDFGHJKLMNPQRSTWXYZ";
enum { LETTERS = sizeof letters - 1, LENGTH = LEWIS_CODE - 1 };

const char code_teams[LEWIS_WORKSHOP_TEAMS + 1] = "BCDFGHJKLMNPQRSTWXYZ";

static const struct {
    char typed, meant;
} alike[] = {
    {'O', 'Q'}, {'0', 'Q'}, {'I', 'L'}, {'1', 'L'}, {'V', 'U'},
    {'2', 'Z'}, {'5', 'S'}, {'6', 'G'}, {'8', 'B'},
};

static int
value_of(char letter)
{
    return (int)(strchr(letters, letter) - letters);
}

/* The sum of the letters but the last, each times its place. */
static int
sum_of(const char *code)
{
    int sum = 0;

    for (int i = 0; i < LENGTH - 1; i++)
        sum += (i + 1) * value_of(code[i]);
    return sum;
}

static bool
is_sound(const char *code)
{
    return (sum_of(code) + LENGTH * value_of(code[LENGTH - 1])) % LETTERS == 0;
}

static void
add_check(char *code)
{
    int at = 0;

    while ((sum_of(code) + LENGTH * at) % LETTERS != 0)
        at++;
    code[LENGTH - 1] = letters[at];
    code[LENGTH] = '\0';
}

/* The letter that somebody who typed this meant; '\0' when there is none. */
static char
letter_of(char typed)
{
    char capital =
        typed >= 'a' && typed <= 'z' ? (char)(typed - 'a' + 'A') : typed;

    for (size_t i = 0; i < sizeof alike / sizeof alike[0]; i++)
        if (alike[i].typed == capital)
            return alike[i].meant;
    return capital != '\0' && strchr(letters, capital) != NULL ? capital
                                                               : '\0';
}

/* The bytes of what stands between letters and is passed over; 0: none. */
static size_t
gap_at(const char *text)
{
    static const char *const gaps[] = {
        " ", "\t", "\n", "\r", "-", "_", ".", "\xC2\xA0", /* no-break space */
        "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93",
        "\xE2\x80\x94", /* hyphens and dashes */
    };

    for (size_t i = 0; i < sizeof gaps / sizeof gaps[0]; i++)
        if (strncmp(text, gaps[i], strlen(gaps[i])) == 0)
            return strlen(gaps[i]);
    return 0;
}

enum lewis_code_fault
lewis_code_read(const char *text, char code[LEWIS_CODE], size_t *at)
{
    size_t count = 0, skipped;

    memset(code, 0, LEWIS_CODE);
    for (size_t i = 0; text[i] != '\0'; i += skipped > 0 ? skipped : 1) {
        skipped = gap_at(text + i);
        if (skipped > 0)
            continue;
        char letter = letter_of(text[i]);
        if (letter == '\0' || count == LENGTH) {
            if (at != NULL)
                *at = i;
            return letter == '\0' ? LEWIS_CODE_LETTER : LEWIS_CODE_LONG;
        }
        code[count++] = letter;
    }
    if (count < LENGTH)
        return LEWIS_CODE_SHORT;
    return is_sound(code) ? LEWIS_CODE_FINE : LEWIS_CODE_MISTYPED;
}

bool
code_chance(uint64_t below, uint64_t *number)
{
    uint64_t least = (0 - below) % below; /* 2^64 mod below */

    do
        if (getentropy(number, sizeof *number) != 0)
            return false;
    while (*number < least);
    *number %= below;
    return true;
}

bool
code_draw(char team, char code[LEWIS_CODE])
{
    uint64_t number;

    code[0] = team;
    for (int i = 1; i < LENGTH - 1; i++) {
        if (!code_chance(sizeof consonants - 1, &number))
            return false;
        code[i] = consonants[number];
    }
    add_check(code);
    return true;
}
