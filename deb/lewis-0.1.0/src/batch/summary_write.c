/* summary_write.c - a summary as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/error.h"
#include "base/number.h"
#include "batch/summary.h"

enum { N = LEWIS_STYLES };

static void
add_string(struct text *out, const char *name, const char *value)
{
    text_print(out, "\"%s\": ", name);
    if (value == NULL)
        text_add(out, "null");
    else
        text_add_json(out, value, strlen(value));
}

/* A whole number; as a string where a reader's doubles would lose digits. */
static void
add_whole(struct text *out, wide value)
{
    const wide exact = (wide)1 << 53;
    char digits[WIDE_TEXT];
    const char *quote = value > exact || value < -exact ? "\"" : "";

    text_add(out, quote);
    text_add(out, wide_print(value, digits));
    text_add(out, quote);
}

/* With as few digits as give back the same number. */
static void
add_number(struct text *out, const char *name, double value)
{
    char digits[40];
    double back = 0;

    for (int precision = 6; precision <= 17; precision++) {
        struct text one = {0};
        text_print(&one, "%.*g", precision, value);
        snprintf(digits, sizeof digits, "%s", text_string(&one));
        text_release(&one);
        if (number_parse(digits, &back) && back == value)
            break;
    }
    text_print(out, "\"%s\": %s", name, digits);
}

static void
add_bank(const struct lewis_summary *summary, struct text *out)
{
    bool rating = summary->kind == LEWIS_BANK_RATING;

    text_add(out, "\"bank\": {");
    add_string(out, "id", summary->bank);
    text_add(out, ", ");
    add_string(out, "version", summary->version);
    text_add(out, ", ");
    add_string(out, "kind", rating ? "rating" : "choice");
    text_add(out, ", ");
    add_string(out, "sha256", summary->digest);
    text_add(out, "}");
}

static void
add_options(const struct lewis_summary_options *options, struct text *out)
{
    text_add(out, "\"options\": {");
    add_number(out, "prior", options->score.prior);
    text_add(out, ", ");
    add_number(out, "level", options->score.level);
    text_add(out, ", ");
    add_number(out, "min_answered", options->score.min_answered);
    text_add(out, ", ");
    add_string(out, "topic", options->topic);
    text_print(out, ", \"exclude_flagged\": %s, ",
               options->exclude ? "true" : "false");
    add_string(out, "duplicates", options->duplicates);
    text_add(out, "}");
}

static void
add_group_counts(const struct group *group, struct text *out)
{
    const char *part = "";

    for (const struct group_count *c = group_counts; c->name != NULL; c++) {
        if (strcmp(part, c->part) != 0) {
            text_print(out, "%s\"%s\": {", *part == '\0' ? "" : "}, ", c->part);
            part = c->part;
        } else {
            text_add(out, ", ");
        }
        text_print(out, "\"%s\": ", c->name);
        add_whole(out, *(const uint64_t *)((const char *)group + c->at));
    }
    text_add(out, "}");
}

static void
add_group_sums(const struct group *group, struct text *out)
{
    text_print(out, "\"sums\": {\"unit\": \"2^-%d\"", GROUP_ONE);
    for (const struct group_sum *s = group_sums; s->name != NULL; s++) {
        text_print(out, ", \"%s\": ", s->name);
        add_whole(out, *(const wide *)((const char *)group + s->at));
    }
    text_add(out, "}");
}

static void
add_bins(const uint64_t *bin, size_t bins, struct text *out)
{
    bool first = true;

    text_add(out, "[");
    for (size_t b = 0; b < bins; b++)
        if (bin[b] > 0) {
            text_print(out, "%s[%zu, ", first ? "" : ", ", b);
            add_whole(out, bin[b]);
            text_add(out, "]");
            first = false;
        }
    text_add(out, "]");
}

static void
add_group(const struct group *group, struct text *out)
{
    add_group_counts(group, out);
    text_add(out, ",\n   ");
    add_group_sums(group, out);
    text_add(out, ",\n   \"histogram\": {");
    add_number(out, "width", 1 / (double)group->bins);
    for (int s = 0; s < N; s++) {
        text_print(out,
                   ",\n    \"%s\": ", lewis_style_keyword((enum lewis_style)s));
        add_bins(group->bin + (size_t)s * group->bins, group->bins, out);
    }
    text_add(out, "}");
}

static void
add_item(const struct counted_item *item, struct text *out)
{
    char word[COUNTED_WORD];

    text_add(out, "{");
    add_string(out, "id", item->id);
    text_add(out, ", ");
    add_string(out, "form", lewis_form_keyword(item->form));
    if (item->form == LEWIS_RATE)
        text_print(out, ", \"style\": \"%s\", \"reverse\": %s",
                   lewis_style_keyword(item->style),
                   item->reverse ? "true" : "false");
    if (item->hi > item->lo)
        text_print(out, ", \"lowest\": %d, \"highest\": %d", item->lo,
                   item->hi);
    for (size_t o = 0; o < item->options; o++)
        text_print(out, "%s[\"%c\", \"%s\"]%s",
                   o == 0 ? ", \"options\": [" : ", ", item->letter[o],
                   lewis_style_keyword(item->option_style[o]),
                   o + 1 < item->options ? "" : "]");
    text_add(out, ", \"missing\": ");
    add_whole(out, item->missing);
    text_add(out, ", \"answers\": {");
    for (size_t c = 0; c < item->cells; c++) {
        text_print(out, "%s\"%s\": ", c == 0 ? "" : ", ",
                   counted_item_word(item, c, word));
        add_whole(out, item->count[c]);
    }
    text_add(out, "}}");
}

static void
add_list(const uint64_t *number, size_t count, struct text *out)
{
    text_add(out, "[");
    for (size_t i = 0; i < count; i++) {
        text_add(out, i == 0 ? "" : ", ");
        add_whole(out, number[i]);
    }
    text_add(out, "]");
}

static void
add_style(const struct lewis_summary *summary, enum lewis_style s,
          struct text *out)
{
    const struct summary_style *style = &summary->style[s];

    text_print(out, "{\"style\": \"%s\", \"items\": [", lewis_style_keyword(s));
    for (size_t i = 0; i < style->k; i++) {
        const char *id = summary->item[style->item[i]].id;
        text_add(out, i == 0 ? "" : ", ");
        text_add_json(out, id, strlen(id));
    }
    text_add(out, "], \"complete\": ");
    add_whole(out, style->complete);
    text_add(out, ", \"sums\": ");
    add_list(style->sum, style->k, out);
    text_add(out, ",\n   \"products\": ");
    add_list(style->cross, style->k * (style->k + 1) / 2, out);
    text_add(out, "}");
}

static void
add_teams(const struct lewis_summary *summary, struct text *out)
{
    text_add(out, "\"without_team\": ");
    add_whole(out, summary->without_team);
    text_add(out, ",\n \"teams\": [");
    for (size_t t = 0; t < summary->team_count; t++) {
        const struct summary_team *team = summary->team[t];
        text_add(out, t == 0 ? "\n  {\"team\": " : ",\n  {\"team\": ");
        text_add_json(out, team->name, team->size);
        text_add(out, ",\n   ");
        add_group(&team->group, out);
        text_add(out, "}");
    }
    text_add(out, "],\n \"other_teams\": {");
    add_group(&summary->other, out);
    text_add(out, "}");
}

void
summary_write_facts(const struct lewis_summary *summary, struct text *out)
{
    text_print(out, "{\"lewis_summary\": %d,\n ", LEWIS_SUMMARY_VERSION);
    add_bank(summary, out);
    text_add(out, ",\n ");
    add_options(&summary->options, out);
    text_add(out, ",\n \"rows\": ");
    add_whole(out, (wide)lewis_summary_rows(summary));
    text_add(out, ",\n \"all\": {");
    add_group(&summary->all, out);
    text_add(out, "},\n \"items\": [");
    for (size_t i = 0; i < summary->item_count; i++) {
        text_add(out, i == 0 ? "\n  " : ",\n  ");
        add_item(&summary->item[i], out);
    }
    text_add(out, "],\n \"products\": [");
    for (int s = 0; s < N && summary->kind == LEWIS_BANK_RATING; s++) {
        text_add(out, s == 0 ? "\n  " : ",\n  ");
        add_style(summary, (enum lewis_style)s, out);
    }
    text_add(out, "],\n ");
    add_teams(summary, out);
}

bool
lewis_summary_digest(const struct lewis_summary *summary,
                     char out[LEWIS_SUMMARY_DIGEST], struct lewis_error *error)
{
    struct text text = {0};
    bool ok;

    summary_write_facts(summary, &text);
    ok = text_ok(&text) && digest_of(text_string(&text), text.size, out);
    text_release(&text);
    return ok || error_memory(error);
}

bool
lewis_summary_print(const struct lewis_summary *summary,
                    struct lewis_output *output, struct lewis_error *error)
{
    struct text text = {0};
    char digest[DIGEST_SIZE];
    bool ok;

    summary_write_facts(summary, &text);
    ok = text_ok(&text) && digest_of(text_string(&text), text.size, digest);
    if (ok) {
        text_print(&text, ",\n \"sha256\": \"%s\",\n \"figures\": ", digest);
        ok = summary_write_figures(summary, &text);
        text_add(&text, "}\n");
    }
    ok = ok && text_ok(&text);
    if (ok)
        lewis_output_write(output, text_string(&text), text.size);
    text_release(&text);
    return ok || error_memory(error);
}
