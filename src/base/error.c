/* error.c - fills in and prints a struct lewis_error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <lewis/text.h>

#include "base/error.h"
#include "base/number.h"
#include "base/text.h"
#include "base/translation.h"

/* A message on its way into the caller's bytes. */
struct message {
    char *out;
    size_t size, used;
    bool full;
};

static void
message_char(struct message *message, const char *bytes, size_t size)
{
    if (message->full || size >= message->size - message->used) {
        message->full = true;
        return;
    }
    memcpy(message->out + message->used, bytes, size);
    message->used += size;
    message->out[message->used] = '\0';
}

static void
message_add(struct message *message, const char *string)
{
    size_t left = strlen(string);

    while (left > 0 && !message->full) {
        size_t size = utf8_length(string, left);

        if (size == 0 || utf8_is_control(string, size))
            message_char(message, "?", 1);
        else
            message_char(message, string, size);
        size += size == 0;
        string += size;
        left -= size;
    }
}

static void
message_format(struct message *message, const char *format, ...)
    LEWIS_PRINTF(2, 3);

static void
message_format(struct message *message, const char *format, ...)
{
    char part[LEWIS_ERROR_NAME + 100];
    va_list args;

    va_start(args, format);
    vsnprintf(part, sizeof part, format, args);
    va_end(args);
    message_add(message, part);
}

static void
message_place(struct message *message, const struct lewis_error *error)
{
    message_add(message, error->file);
    if (error->line > 0 && error->file[0] != '\0')
        message_format(message, ":%ld", error->line);
    else if (error->line > 0)
        message_format(message, _("line %ld"), error->line);
    if (error->file[0] != '\0' || error->line > 0)
        message_add(message, ": ");
}

static void
message_column(struct message *message, const struct lewis_error *error,
               bool translated)
{
    const char *plain = N_("column \"%s\": "),
               *of_item = N_("column \"%s\" (%s): ");

    if (error->column[0] == '\0')
        return;
    if (error->item[0] == '\0')
        message_format(message, translated ? _(plain) : plain, error->column);
    else
        message_format(message, translated ? _(of_item) : of_item,
                       error->column, error->item);
}

char *
lewis_error_print(const struct lewis_error *error, char *out,
                  unsigned long size)
{
    struct message message = {.out = out, .size = size};

    if (size == 0)
        return out;
    out[0] = '\0';
    message_place(&message, error);
    message_column(&message, error, true);
    message_add(&message, error->text);
    return out;
}

char *
error_print_english(const struct lewis_error *error, char *out, size_t size)
{
    struct message message = {.out = out, .size = size};

    if (size == 0)
        return out;
    out[0] = '\0';
    message_column(&message, error, false);
    message_add(&message, error->english);
    return out;
}

static void
newlines_to_spaces(char *string)
{
    for (; *string != '\0'; string++)
        if (*string == '\n' || *string == '\r')
            *string = ' ';
}

static void
print_text(char out[LEWIS_ERROR_TEXT], const char *format, va_list args)
    LEWIS_PRINTF(2, 0);

static void
print_text(char out[LEWIS_ERROR_TEXT], const char *format, va_list args)
{
    number_vprint(out, LEWIS_ERROR_TEXT, format, args);
    out[utf8_cut(out, strlen(out))] = '\0';
    newlines_to_spaces(out);
}

bool
error_vset(struct lewis_error *error, enum lewis_code code, const char *format,
           va_list args)
{
    const char *translated;
    va_list again;

    if (error == NULL)
        return false;
    translated = _(format);
    *error = (struct lewis_error){.code = code};
    va_copy(again, args);
    print_text(error->english, format, again);
    va_end(again);
    if (translated == format)
        memcpy(error->text, error->english, sizeof error->text);
    else
        print_text(error->text, translated, args);
    return false;
}

bool
error_set(struct lewis_error *error, enum lewis_code code, const char *format,
          ...)
{
    va_list args;

    va_start(args, format);
    error_vset(error, code, format, args);
    va_end(args);
    return false;
}

static void
add_more(char out[LEWIS_ERROR_TEXT], const char *format, size_t number)
{
    size_t size = strlen(out);

    snprintf(out + size, LEWIS_ERROR_TEXT - size, format, number);
    out[utf8_cut(out, strlen(out))] = '\0';
}

void
error_more(struct lewis_error *error, const char *format, size_t number)
{
    add_more(error->text, _(format), number);
    add_more(error->english, format, number);
}

bool
error_again(struct lewis_error *error, enum lewis_code code, const char *text,
            const char *english)
{
    if (error == NULL)
        return false;
    *error = (struct lewis_error){.code = code};
    snprintf(error->text, sizeof error->text, "%s", text);
    snprintf(error->english, sizeof error->english, "%s", english);
    return false;
}

bool
error_text(struct lewis_error *error, enum lewis_code code, const char *text)
{
    return error_again(error, code, _(text), text);
}

static void
copy_head(char out[LEWIS_ERROR_NAME], const char *name)
{
    size_t size = strlen(name);

    if (size >= LEWIS_ERROR_NAME)
        size = utf8_cut(name, LEWIS_ERROR_NAME - 1);
    memcpy(out, name, size);
    out[size] = '\0';
}

/* The end of a long path tells more than its beginning. */
static void
copy_tail(char out[LEWIS_ERROR_NAME], const char *name)
{
    static const char dots[] = "...";
    size_t size = strlen(name);

    if (size < LEWIS_ERROR_NAME) {
        memcpy(out, name, size + 1);
        return;
    }
    name += size - (LEWIS_ERROR_NAME - sizeof dots);
    while (((unsigned char)*name & 0xc0) == 0x80)
        name++;
    memcpy(out, dots, sizeof dots);
    memcpy(out + sizeof dots - 1, name, strlen(name) + 1);
}

bool
error_at(struct lewis_error *error, const char *file, long line,
         const char *column)
{
    if (error == NULL)
        return false;
    if (file != NULL)
        copy_tail(error->file, file);
    if (line > 0)
        error->line = line;
    if (column != NULL)
        copy_head(error->column, column);
    return false;
}

/* "T07", "[t07] I talk ...", "T07[2]". */
static bool
begins_with_id(const char *column, const char *item)
{
    column += *column == '[';
    while (*column == ' ')
        column++;
    return lewis_text_same_start(item, column, strlen(item));
}

bool
error_item(struct lewis_error *error, const char *item)
{
    if (!begins_with_id(error->column, item))
        snprintf(error->item, sizeof error->item, "%s", item);
    return false;
}

/* Whole sentences, since other languages do not put a verb where English
 * does. */
static const struct {
    const char *verb, *sentence;
} failure[] = {
    {"close to other users", N_("cannot close to other users: %s")},
    {"lock", N_("cannot lock: %s")},
    {"look at", N_("cannot look at: %s")},
    {"make a file in this directory",
     N_("cannot make a file in this directory: %s")},
    {"make a temporary file", N_("cannot make a temporary file: %s")},
    {"make this directory", N_("cannot make this directory: %s")},
    {"open", N_("cannot open: %s")},
    {"read", N_("cannot read: %s")},
    {"read the workbook back", N_("cannot read the workbook back: %s")},
    {"repair", N_("cannot repair: %s")},
    {"write", N_("cannot write: %s")},
    {"write, and cannot take back what was half written",
     N_("cannot write, and cannot take back what was half written: %s")},
};

bool
error_system(struct lewis_error *error, const char *file, const char *verb)
{
    int reason = errno;

    for (size_t i = 0; i < sizeof failure / sizeof failure[0]; i++)
        if (strcmp(failure[i].verb, verb) == 0) {
            error_set(error, LEWIS_ESYSTEM, failure[i].sentence,
                      strerror(reason));
            return error_at(error, file, 0, NULL);
        }
    error_set(error, LEWIS_ESYSTEM, "cannot %s: %s", verb, strerror(reason));
    return error_at(error, file, 0, NULL);
}

bool
error_memory(struct lewis_error *error)
{
    return error_set(error, LEWIS_ENOMEM, "out of memory");
}
