/* pdf_update.c - what cairo leaves out of a PDF, added behind its end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/pdf_update.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ENTRY = 20 /* bytes of a reference, by the standard */ };

/* A document that is read: where its objects stand. */
struct pdf {
    const char *bytes;
    size_t size;
    size_t xref;    /* offset of the table */
    size_t entries; /* offset of its first entry */
    size_t count;   /* objects, that of number 0 too */
    const char *trailer;
};

/* An object that is written, mostly once more. */
struct replaced {
    size_t number, offset;
};

enum { REPLACED = PDF_FIGURES + 4 };

struct update {
    struct text text;
    struct replaced object[REPLACED];
    size_t count;
    size_t added; /* of them, objects that the document did not have */
};

/* The last 'word' of the document, or NULL. */
static const char *
find_last(const struct pdf *pdf, const char *word)
{
    size_t length = strlen(word);

    for (size_t at = pdf->size; at >= length; at--)
        if (memcmp(pdf->bytes + at - length, word, length) == 0)
            return pdf->bytes + at - length;
    return NULL;
}

/* The number behind 'word' in the text from 'from' (which ends in NUL); 0 when
 * it is not there. */
static size_t
number_after(const char *from, const char *word)
{
    const char *at = from == NULL ? NULL : strstr(from, word);

    return at == NULL ? 0 : strtoul(at + strlen(word), NULL, 10);
}

/* One table from object 0, as cairo writes it, with \n or \r\n line ends. */
static bool
read_table(struct pdf *pdf)
{
    const char *at = pdf->bytes + pdf->xref;
    char *end;

    if (strncmp(at, "xref", 4) != 0)
        return false;
    if (strtoul(at + 4, &end, 10) != 0)
        return false;
    pdf->count = strtoul(end, &end, 10);
    pdf->entries = (size_t)(end - pdf->bytes);
    while (pdf->entries < pdf->size &&
           strchr(" \r\n", pdf->bytes[pdf->entries]) != NULL)
        pdf->entries++;
    return pdf->count > 1 && pdf->entries < pdf->size &&
           pdf->count <= (pdf->size - pdf->entries) / ENTRY;
}

static bool
open_pdf(struct pdf *pdf, const struct text *text)
{
    *pdf = (struct pdf){.bytes = text_string(text), .size = text->size};
    pdf->xref = number_after(find_last(pdf, "startxref"), "startxref");
    pdf->trailer = find_last(pdf, "trailer");
    return pdf->xref > 0 && pdf->xref < pdf->size && pdf->trailer != NULL &&
           read_table(pdf);
}

/* An object's dictionary, from "<<" on, and its size up to the ">>" before
 * "endobj"; NULL for a stream and for what is no dictionary. */
static const char *
dictionary(const struct pdf *pdf, size_t number, size_t *size)
{
    size_t offset =
        strtoul(pdf->bytes + pdf->entries + number * ENTRY, NULL, 10);
    const char *begin, *end, *stream;

    if (number == 0 || number >= pdf->count || offset >= pdf->size)
        return NULL;
    begin = strstr(pdf->bytes + offset, "<<");
    end = begin == NULL ? NULL : strstr(begin, "endobj");
    stream = end == NULL ? NULL
                         : memmem(begin, (size_t)(end - begin), "stream", 6);
    if (end == NULL || stream != NULL)
        return NULL;
    while (end > begin + 2 && memcmp(end - 2, ">>", 2) != 0)
        end--;
    *size = (size_t)(end - 2 - begin);
    return begin;
}

static bool
holds(const char *bytes, size_t size, const char *word)
{
    return memmem(bytes, size, word, strlen(word)) != NULL;
}

/* The number of the next object after 'from' that holds both words; 0: none. */
static size_t
find_object(const struct pdf *pdf, const char *word, const char *other,
            size_t from)
{
    for (size_t i = from + 1; i < pdf->count; i++) {
        size_t size;
        const char *at = dictionary(pdf, i, &size);

        if (at != NULL && holds(at, size, word) && holds(at, size, other))
            return i;
    }
    return 0;
}

/* The head of an object that is written again. */
static void
begin_object(struct update *update, const struct pdf *pdf, size_t number)
{
    update->object[update->count++] =
        (struct replaced){number, pdf->size + update->text.size};
    text_print(&update->text, "%zu 0 obj\n", number);
}

/* A text as UTF-16 in hexadecimal digits, which need no escapes. */
static void
add_string(struct text *text, const char *utf8)
{
    text_add(text, "<FEFF");
    for (size_t left = strlen(utf8); left > 0;) {
        const unsigned char *at = (const unsigned char *)utf8;
        size_t length = utf8_length(utf8, left);
        uint32_t c = length == 0 ? 0xFFFD : at[0];

        if (length > 1)
            c = at[0] & (0x7Fu >> length);
        for (size_t i = 1; i < length; i++)
            c = c << 6 | (at[i] & 0x3Fu);
        if (c >= 0x10000)
            text_print(text, "%04X%04X",
                       (unsigned)(0xD800 + ((c - 0x10000) >> 10)),
                       (unsigned)(0xDC00 + ((c - 0x10000) & 0x3FF)));
        else
            text_print(text, "%04X", (unsigned)c);
        length = length == 0 ? 1 : length;
        utf8 += length;
        left -= length;
    }
    text_add(text, ">");
}

/* A name for a language has letters, digits and hyphens only. */
static void
add_lang(struct text *text, const char *lang)
{
    text_add(text, "   /Lang (");
    for (; *lang != '\0'; lang++)
        if ((*lang >= 'a' && *lang <= 'z') || (*lang >= 'A' && *lang <= 'Z') ||
            (*lang >= '0' && *lang <= '9') || *lang == '-')
            text_add_bytes(text, lang, 1);
    text_add(text, ")\n");
}

static bool
add_catalogue(struct update *update, const struct pdf *pdf, const char *lang)
{
    size_t number = number_after(pdf->trailer, "/Root"), size;
    const char *at = dictionary(pdf, number, &size);

    if (at == NULL || holds(at, size, "/Lang"))
        return false;
    begin_object(update, pdf, number);
    text_add_bytes(&update->text, at, size);
    add_lang(&update->text, lang);
    text_add(&update->text, "   /ViewerPreferences << /DisplayDocTitle true "
                            ">>\n>>\nendobj\n");
    return true;
}

static bool
add_figure(struct update *update, const struct pdf *pdf, size_t number,
           const char *alt)
{
    size_t size;
    const char *at = dictionary(pdf, number, &size);

    if (at == NULL || holds(at, size, "/Alt"))
        return false;
    begin_object(update, pdf, number);
    text_add_bytes(&update->text, at, size);
    text_add(&update->text, "   /Alt ");
    add_string(&update->text, alt);
    text_add(&update->text, "\n>>\nendobj\n");
    return true;
}

/* cairo numbers the elements in the order in which they are drawn. */
static bool
add_figures(struct update *update, const struct pdf *pdf,
            const struct pdf_facts *facts)
{
    size_t number = 0;

    for (size_t i = 0; i < facts->alts && i < PDF_FIGURES; i++) {
        number = find_object(pdf, "/StructElem", "/Figure", number);
        if (number == 0 || !add_figure(update, pdf, number, facts->alt[i]))
            return false;
    }
    return true;
}

static void
add_stream(struct update *update, const struct pdf *pdf, size_t number,
           const struct text *stream)
{
    begin_object(update, pdf, number);
    text_print(&update->text, "<< /Length %zu /Filter /FlateDecode >>\nstream\n",
               stream->size);
    text_add_bytes(&update->text, text_string(stream), stream->size);
    text_add(&update->text, "\nendstream\nendobj\n");
    update->added++;
}

/* The content of a page is one stream; now it is two. */
static bool
add_field(struct update *update, const struct pdf *pdf,
          const struct text *field)
{
    static const char word[] = "/Contents ";
    size_t page = find_object(pdf, "/Page", word, 0), size, before, content;
    const char *at = dictionary(pdf, page, &size);
    char *end;

    if (at == NULL)
        return false;
    before = (size_t)(strstr(at, word) + strlen(word) - at);
    content = strtoul(at + before, &end, 10);
    if (content == 0 || strncmp(end, " 0 R", 4) != 0)
        return false;
    begin_object(update, pdf, page);
    text_add_bytes(&update->text, at, before);
    text_print(&update->text, "[ %zu 0 R %zu 0 R ]", pdf->count, content);
    text_add_bytes(&update->text, end + 4, size - (size_t)(end + 4 - at));
    text_add(&update->text, ">>\nendobj\n");
    add_stream(update, pdf, pdf->count, field);
    return true;
}

/* Only where cairo (before 1.17) left the "D:" out. */
static void
add_date(struct update *update, const struct pdf *pdf)
{
    size_t number = number_after(pdf->trailer, "/Info"), size, before;
    const char *at = dictionary(pdf, number, &size);
    const char *date =
        at == NULL ? NULL : memmem(at, size, "/CreationDate (", 15);

    if (date == NULL || date[15] < '0' || date[15] > '9')
        return;
    begin_object(update, pdf, number);
    before = (size_t)(date + 15 - at);
    text_add_bytes(&update->text, at, before);
    text_add(&update->text, "D:");
    text_add_bytes(&update->text, at + before, size - before);
    text_add(&update->text, ">>\nendobj\n");
}

static void
add_table(struct update *update, const struct pdf *pdf)
{
    size_t offset = pdf->size + update->text.size;

    text_add(&update->text, "xref\n");
    for (size_t i = 0; i < update->count; i++)
        text_print(&update->text, "%zu 1\n%010zu 00000 n \n",
                   update->object[i].number, update->object[i].offset);
    text_print(&update->text,
               "trailer\n<< /Size %zu\n   /Root %zu 0 R\n   /Info %zu 0 R\n"
               "   /Prev %zu\n>>\nstartxref\n%zu\n%%%%EOF\n",
               pdf->count + update->added,
               number_after(pdf->trailer, "/Root"),
               number_after(pdf->trailer, "/Info"), pdf->xref, offset);
}

bool
pdf_update(struct text *pdf, const struct pdf_facts *facts)
{
    struct update update = {.count = 0};
    struct pdf read;
    bool done = open_pdf(&read, pdf) &&
                add_catalogue(&update, &read, facts->lang) &&
                add_figures(&update, &read, facts) &&
                (facts->field == NULL || facts->field->size == 0 ||
                 add_field(&update, &read, facts->field));

    if (done) {
        add_date(&update, &read);
        add_table(&update, &read);
        text_add_bytes(pdf, text_string(&update.text), update.text.size);
    }
    text_release_into(&update.text, pdf);
    return done && text_ok(pdf);
}
