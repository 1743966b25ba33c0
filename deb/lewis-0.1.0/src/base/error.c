/* error.c - fills in and prints a struct lewis_error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "base/text.h"

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

/* C0, DEL and C1; 'size' is that of the character. */
static bool
is_control(const char *bytes, size_t size)
{
    unsigned char first = (unsigned char)bytes[0];

    if (size == 1)
        return first < 0x20 || first == 0x7f;
    return size == 2 && first == 0xc2 && (unsigned char)bytes[1] < 0xa0;
}

static void
message_add(struct message *message, const char *string)
{
    size_t left = strlen(string);

    while (left > 0 && !message->full) {
        size_t size = utf8_length(string, left);

        if (size == 0 || is_control(string, size))
            message_char(message, "?", 1);
        else
            message_char(message, string, size);
        size += size == 0;
        string += size;
        left -= size;
    }
}

static void
message_place(struct message *message, const struct lewis_error *error)
{
    char line[32];

    message_add(message, error->file);
    if (error->line > 0) {
        snprintf(line, sizeof line, "%ld", error->line);
        message_add(message, error->file[0] != '\0' ? ":" : "line ");
        message_add(message, line);
    }
    if (error->file[0] != '\0' || error->line > 0)
        message_add(message, ": ");
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
    if (error->column[0] != '\0') {
        message_add(&message, "column \"");
        message_add(&message, error->column);
        message_add(&message, "\": ");
    }
    message_add(&message, error->text);
    return out;
}

static void
newlines_to_spaces(char *string)
{
    for (; *string != '\0'; string++)
        if (*string == '\n' || *string == '\r')
            *string = ' ';
}

bool
error_set(struct lewis_error *error, enum lewis_code code, const char *format,
          ...)
{
    va_list args;

    if (error == NULL)
        return false;
    *error = (struct lewis_error){.code = code};
    va_start(args, format);
    number_vprint(error->text, sizeof error->text, format, args);
    va_end(args);
    error->text[utf8_cut(error->text, strlen(error->text))] = '\0';
    newlines_to_spaces(error->text);
    return false;
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

bool
error_system(struct lewis_error *error, const char *file, const char *verb)
{
    int reason = errno;

    error_set(error, LEWIS_ESYSTEM, "cannot %s: %s", verb, strerror(reason));
    return error_at(error, file, 0, NULL);
}

bool
error_memory(struct lewis_error *error)
{
    return error_set(error, LEWIS_ENOMEM, "out of memory");
}
