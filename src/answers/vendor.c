/* vendor.c - which tool wrote a file, and what each column is called there.
 *
 * Marks of the formats (tests/fixtures/vendors/README.md has the sources):
 * LimeSurvey's CsvWriter, Google's and Microsoft's answers, Qualtrics'
 * "Understanding your dataset", SurveyMonkey's export.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <lewis/text.h>

#include "answers/vendor.h"
#include "base/text.h"
#include "base/translation.h"

static const char *
cell_at(const struct head *head, size_t row, size_t column)
{
    return row < head->rows && column < head->count[row]
               ? head->cell[row][column]
               : "";
}

const char *
head_cell(const struct head *head, size_t row, size_t column)
{
    return cell_at(head, row, column);
}

/* Whether a row has a cell of that name, in any case, spaces left out. */
static bool
same_name(const char *cell, const char *name)
{
    for (; *cell != '\0' || *name != '\0'; cell++, name++) {
        while (*cell == ' ')
            cell++;
        while (*name == ' ')
            name++;
        if (!lewis_text_same_start(cell, name, 1))
            return false;
        if (*cell == '\0')
            return *name == '\0';
    }
    return true;
}

static bool
has_name(const struct head *head, size_t row, const char *name)
{
    for (size_t c = 0; row < head->rows && c < head->count[row]; c++)
        if (same_name(head->cell[row][c], name))
            return true;
    return false;
}

/* "2022/11/30 10:39:41 PM GMT+1", "10/9/2024 11:02", "2017-07-18 08:28:09":
 * it begins with a digit and has two date marks and a colon. */
static bool
is_date_time(const char *cell)
{
    size_t marks = 0, colons = 0;

    if (*cell < '0' || *cell > '9')
        return false;
    for (const char *p = cell; *p != '\0'; p++) {
        marks += colons == 0 && strchr("/-.", *p) != NULL;
        colons += *p == ':';
    }
    return marks >= 2 && colons >= 1 && strlen(cell) < 48;
}

static bool
begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* A cell of the tool's own columns: in rejects two of ours stand before them. */
static const char *
lead_cell(const struct head *head, size_t row, size_t column)
{
    bool rejects = strcmp(cell_at(head, 0, 0), "lewis_line") == 0;

    return cell_at(head, row, column + (rejects ? 2 : 0));
}

/* The third row of cells such as {"ImportId":"QID1"}; the spaces vary. */
static bool
is_qualtrics(const struct head *head)
{
    const char *third = lead_cell(head, 2, 0);

    return begins(third, "{\"ImportId\"") || begins(third, "{'ImportId'") ||
           (begins(lead_cell(head, 0, 0), "V1") &&
            same_name(lead_cell(head, 1, 0), "ResponseID")) ||
           (has_name(head, 0, "ResponseId") && has_name(head, 0, "StartDate") &&
            has_name(head, 0, "EndDate"));
}

static bool
is_surveymonkey(const struct head *head)
{
    return has_name(head, 0, "Respondent ID") &&
           has_name(head, 0, "Collector ID");
}

static bool
is_limesurvey(const struct head *head)
{
    return (has_name(head, 0, "id") || has_name(head, 0, "Response ID")) &&
           (has_name(head, 0, "submitdate") ||
            has_name(head, 0, "Date submitted"));
}

/* Its lead is ID, two times, and who; in the words of the account's language.
 */
static bool
is_msforms(const struct head *head)
{
    bool id = same_name(lead_cell(head, 0, 0), "id");

    return (id && has_name(head, 0, "Start time") &&
            has_name(head, 0, "Completion time")) ||
           (id && is_date_time(lead_cell(head, 1, 1)) &&
            is_date_time(lead_cell(head, 1, 2)));
}

/* Its first column is the time of the answer, in the words of the account's
 * language; a file without answers shows only the English word. */
static bool
is_google(const struct head *head)
{
    return is_date_time(lead_cell(head, 1, 0)) ||
           same_name(lead_cell(head, 0, 0), "Timestamp");
}

/* In the order in which their marks are looked for: the plainest first. */
static const struct {
    enum lewis_vendor vendor;
    bool (*wrote)(const struct head *head);
} marks[] = {
    {LEWIS_QUALTRICS, is_qualtrics},   {LEWIS_SURVEYMONKEY, is_surveymonkey},
    {LEWIS_LIMESURVEY, is_limesurvey}, {LEWIS_MSFORMS, is_msforms},
    {LEWIS_GOOGLE, is_google},
};

static const struct {
    const char *keyword, *name, *id;
} vendors[] = {
    [LEWIS_CANONICAL] = {"canonical", N_("a column an item"), NULL},
    [LEWIS_LIMESURVEY] = {"limesurvey", "LimeSurvey", "Response ID"},
    [LEWIS_GOOGLE] = {"google", "Google Forms", NULL},
    [LEWIS_MSFORMS] = {"msforms", "Microsoft Forms", "ID"},
    [LEWIS_QUALTRICS] = {"qualtrics", "Qualtrics", "ResponseId"},
    [LEWIS_SURVEYMONKEY] = {"surveymonkey", "SurveyMonkey", "Respondent ID"},
};

const char *
lewis_vendor_keyword(enum lewis_vendor vendor)
{
    return vendors[vendor].keyword;
}

const char *
lewis_vendor_name(enum lewis_vendor vendor)
{
    return _(vendors[vendor].name);
}

bool
lewis_vendor_parse(const char *keyword, enum lewis_vendor *vendor)
{
    for (size_t i = 0; i < LEWIS_VENDORS; i++)
        if (strcmp(vendors[i].keyword, keyword) == 0) {
            *vendor = (enum lewis_vendor)i;
            return true;
        }
    return false;
}

enum lewis_vendor
vendor_of(const struct head *head)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (marks[i].wrote(head))
            return marks[i].vendor;
    return LEWIS_CANONICAL;
}

size_t
vendor_header_rows(enum lewis_vendor vendor, const struct head *head)
{
    if (vendor == LEWIS_QUALTRICS)
        return strstr(lead_cell(head, 2, 0), "ImportId") != NULL ? 3 : 2;
    return vendor == LEWIS_SURVEYMONKEY ? 2 : 1;
}

/* The question stands over the first of its columns only. */
static struct heading
surveymonkey_heading(const struct head *head, size_t column)
{
    const char *part = cell_at(head, 1, column);
    size_t c = column;

    while (c > 0 && *cell_at(head, 0, c) == '\0' && *part != '\0')
        c--;
    return (struct heading){.text = cell_at(head, 0, c),
                            .part = *part != '\0' ? part : NULL};
}

struct heading
vendor_heading(enum lewis_vendor vendor, const struct head *head, size_t column)
{
    if (vendor == LEWIS_SURVEYMONKEY)
        return surveymonkey_heading(head, column);
    if (vendor == LEWIS_QUALTRICS)
        return (struct heading){.code = cell_at(head, 0, column),
                                .text = cell_at(head, 1, column)};
    return (struct heading){.text = cell_at(head, 0, column)};
}

/* Columns that say whether a row was handed in, and what stands there when it
 * was not: LimeSurvey's is the time, empty until then; Qualtrics has words, or
 * numbers where those were asked for (Qualtrics Support, "Understanding Your
 * Dataset": Status 1 is a preview, 2 a test). */
struct vendor_standing {
    enum lewis_vendor vendor;
    const char *column;
    enum lewis_standing standing;
    const char *cell[4]; /* those after NULL are none */
};
static const struct vendor_standing standings[] = {
    {LEWIS_LIMESURVEY, "submitdate", LEWIS_NOT_SUBMITTED, {"", NULL, NULL, NULL}},
    {LEWIS_LIMESURVEY, "Date submitted", LEWIS_NOT_SUBMITTED, {"", NULL, NULL, NULL}},
    {LEWIS_QUALTRICS, "Status", LEWIS_PREVIEW,
     {"1", "2", "Survey Preview", "Survey Test"}},
    {LEWIS_QUALTRICS, "Finished", LEWIS_NOT_SUBMITTED, {"0", "False", NULL, NULL}},
};

size_t
vendor_marks(enum lewis_vendor vendor, const struct head *head,
             struct vendor_mark mark[VENDOR_MARKS])
{
    size_t count = 0;

    for (size_t i = 0; i < sizeof standings / sizeof standings[0]; i++)
        for (size_t c = 0; c < head->count[0] && count < VENDOR_MARKS; c++)
            if (standings[i].vendor == vendor &&
                same_name(cell_at(head, 0, c), standings[i].column)) {
                mark[count++] = (struct vendor_mark){c, &standings[i]};
                break;
            }
    return count;
}

enum lewis_standing
vendor_standing(const struct vendor_mark *mark, const char *bytes, size_t size)
{
    const struct vendor_standing *rule = mark->rule;

    text_trim(&bytes, &size);
    for (size_t i = 0; i < 4 && rule->cell[i] != NULL; i++)
        if (strlen(rule->cell[i]) == size &&
            memcmp(rule->cell[i], bytes, size) == 0)
            return rule->standing;
    return LEWIS_SUBMITTED;
}

const char *
vendor_id(enum lewis_vendor vendor)
{
    return vendors[vendor].id;
}

bool
vendor_is_missing(enum lewis_vendor vendor, const char *bytes, size_t size)
{
    return vendor == LEWIS_QUALTRICS && size == 3 &&
           memcmp(bytes, "-99", 3) == 0;
}
