/* form.c - what a form sends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/form.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static int
digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Unescapes 'string' where it stands. */
static bool
unescape(char *string)
{
    char *to = string;

    for (const char *from = string; *from != '\0'; from++) {
        int high, low;

        if (*from != '%') {
            *to++ = (char)(*from == '+' ? ' ' : *from);
            continue;
        }
        high = digit_of(from[1]);
        low = high < 0 ? -1 : digit_of(from[2]);
        if (low < 0 || high * 16 + low == 0)
            return false;
        *to++ = (char)(high * 16 + low);
        from += 2;
    }
    *to = '\0';
    return utf8_valid(string, (size_t)(to - string));
}

static bool
add_field(struct form *form, char *pair)
{
    char *equals = strchr(pair, '=');
    char *value = equals != NULL ? equals + 1 : pair + strlen(pair);

    if (equals != NULL)
        *equals = '\0';
    if (!unescape(pair) || !unescape(value) ||
        form_value(form, pair) != NULL || form->count == FORM_FIELDS)
        return false;
    form->field[form->count++] = (struct field){pair, value};
    return true;
}

static size_t
fields_in(const char *bytes)
{
    size_t count = 1;

    for (; *bytes != '\0'; bytes++)
        count += *bytes == '&';
    return count < FORM_FIELDS ? count : FORM_FIELDS;
}

bool
form_parse(struct form *form, const char *bytes, size_t size)
{
    char *rest;

    *form = (struct form){0};
    if (memchr(bytes, '\0', size) != NULL)
        return false;
    form->bytes = malloc(size + 1);
    if (form->bytes == NULL)
        return false;
    memcpy(form->bytes, bytes, size);
    form->bytes[size] = '\0';
    form->field = calloc(fields_in(form->bytes), sizeof *form->field);
    if (form->field == NULL)
        return false;
    for (rest = form->bytes; rest != NULL;) {
        char *pair = rest, *end = strchr(rest, '&');

        rest = end != NULL ? end + 1 : NULL;
        if (end != NULL)
            *end = '\0';
        if (*pair != '\0' && !add_field(form, pair))
            return false;
    }
    return true;
}

void
form_release(struct form *form)
{
    free(form->field);
    free(form->bytes);
    *form = (struct form){0};
}

const char *
form_value(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->count; i++) {
        assert(form->field[i].name != NULL);
        if (strcmp(form->field[i].name, name) == 0)
            return form->field[i].value;
    }
    return NULL;
}
