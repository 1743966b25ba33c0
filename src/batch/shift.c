/* shift.c - what is done with one block of records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answers/sheet.h"
#include "base/error.h"
#include "batch/ids.h"
#include "batch/shift.h"
#include "score/key.h"

static bool
begin_read(struct shift_read *read, const struct shift_plan *plan)
{
    free(read->answer);
    read->answer = calloc(plan->layout->tie_count + 1, sizeof *read->answer);
    return read->answer != NULL &&
           (plan->express == NULL ||
            express_row_begin(&read->sums, plan->express));
}

static void
release_read(struct shift_read *read)
{
    record_release(&read->record);
    express_row_release(&read->sums);
    free(read->answer);
}

bool
shift_begin(struct shift *shift, const struct shift_plan *plan)
{
    size_t kept = plan->columns == NULL ? 0 : plan->columns->kept_count;

    free(shift->kept);
    shift->kept = calloc(kept + 1, sizeof *shift->kept);
    return shift->kept != NULL && begin_read(&shift->read[0], plan) &&
           begin_read(&shift->read[1], plan);
}

void
shift_release(struct shift *shift)
{
    block_release(&shift->block);
    release_read(&shift->read[0]);
    release_read(&shift->read[1]);
    text_release(&shift->out);
    text_release(&shift->texts);
    free(shift->kept);
    free(shift->event);
    free(shift->row);
    free(shift->hash);
    free(shift->before);
    free(shift->fate);
    *shift = (struct shift){0};
}

/* An offset into the texts. */
static size_t
keep_text(struct shift *shift, const char *bytes, size_t size)
{
    size_t at = shift->texts.size;

    text_add_bytes(&shift->texts, bytes, size);
    text_add_bytes(&shift->texts, "", 1);
    return at;
}

static bool
grow_rows(struct shift *shift)
{
    size_t room = shift->row_room == 0 ? 4096 : 2 * shift->row_room;
    struct shift_row *row = realloc(shift->row, room * sizeof *row);
    uint64_t *hash;
    bool *before;
    unsigned char *fate;

    shift->row = row != NULL ? row : shift->row;
    hash = realloc(shift->hash, room * sizeof *hash);
    shift->hash = hash != NULL ? hash : shift->hash;
    before = realloc(shift->before, room * sizeof *before);
    shift->before = before != NULL ? before : shift->before;
    fate = realloc(shift->fate, room * sizeof *fate);
    shift->fate = fate != NULL ? fate : shift->fate;
    if (row == NULL || hash == NULL || before == NULL || fate == NULL)
        return false;
    shift->row_room = room;
    return true;
}

static void
note_row(struct shift *shift, const struct shift_plan *plan)
{
    const struct lewis_sheet *sheet = &shift->now->sheet;

    if (shift->row_count == shift->row_room && !grow_rows(shift)) {
        shift->failed = true;
        return;
    }
    if (plan->places)
        shift->row[shift->row_count] = (struct shift_row){
            shift->out.size, keep_text(shift, sheet->team, sheet->team_size),
            sheet->team_size};
    shift->hash[shift->row_count++] =
        sheet->id_size == 0 ? 0 : ids_hash(sheet->id, sheet->id_size);
}

static struct shift_event *
add_event(struct shift *shift, enum shift_kind kind)
{
    const struct lewis_sheet *sheet = &shift->now->sheet;
    struct shift_event *event;

    if (shift->event_count == shift->event_room) {
        size_t room = shift->event_room == 0 ? 16 : 2 * shift->event_room;
        event = realloc(shift->event, room * sizeof *event);
        if (event == NULL) {
            shift->failed = true;
            return NULL;
        }
        shift->event = event;
        shift->event_room = room;
    }
    event = &shift->event[shift->event_count++];
    *event = (struct shift_event){
        .line = sheet->line,
        .at = (size_t)(shift->now->record.bytes - shift->block.bytes),
        .size = shift->now->record.size,
        .id = keep_text(shift, sheet->id, sheet->id_size),
        .id_size = sheet->id_size,
        .team = keep_text(shift, sheet->team, sheet->team_size),
        .team_size = sheet->team_size,
    };
    event->kind = kind;
    return event;
}

static void
note_refused(struct shift *shift)
{
    const struct lewis_error *why = &shift->now->sheet.why;
    struct shift_event *event = add_event(shift, SHIFT_REFUSED);

    if (event == NULL)
        return;
    event->code = why->code;
    event->column = keep_text(shift, why->column, strlen(why->column));
    event->item = keep_text(shift, why->item, strlen(why->item));
    event->text = keep_text(shift, why->text, strlen(why->text));
    event->english = event->text;
    if (strcmp(why->english, why->text) != 0)
        event->english = keep_text(shift, why->english, strlen(why->english));
}

static void
note_incomplete(struct shift *shift, const struct lewis_score *score)
{
    struct shift_event *event = add_event(shift, SHIFT_INCOMPLETE);

    if (event == NULL)
        return;
    event->reason = score->reason;
    event->answered = score->answered;
    event->missing = score->missing;
}

void
shift_event_sheet(const struct shift *shift, const struct shift_event *event,
                  struct lewis_sheet *sheet)
{
    const char *texts = text_string(&shift->texts);

    *sheet = (struct lewis_sheet){
        .id = texts + event->id,
        .id_size = event->id_size,
        .team = texts + event->team,
        .team_size = event->team_size,
        .line = event->line,
        .refused = event->kind == SHIFT_REFUSED,
    };
    if (!sheet->refused)
        return;
    error_again(&sheet->why, event->code, texts + event->text,
                texts + event->english);
    error_at(&sheet->why, NULL, 0, texts + event->column);
    if (texts[event->item] != '\0')
        error_item(&sheet->why, texts + event->item);
}

static void
count(struct lewis_counts *counts, const struct lewis_score *score)
{
    if (score->status == LEWIS_SCORED) {
        counts->scored++;
        return;
    }
    counts->incomplete += score->status == LEWIS_INCOMPLETE;
    counts->refused += score->status == LEWIS_REFUSED;
    counts->excluded += score->status == LEWIS_EXCLUDED;
    counts->too_few += score->reason == LEWIS_TOO_FEW_ANSWERS ||
                       score->reason == LEWIS_NO_CHOICES;
    counts->all_zero += score->reason == LEWIS_ALL_ZERO;
}

static const char *
nearest_codes(const struct shift_plan *plan, const struct lewis_score *score)
{
    const struct lewis_atlas *atlas = plan->options->atlas;

    if (!plan->columns->nearest || atlas == NULL ||
        score->status != LEWIS_SCORED || lewis_atlas_place_count(atlas) == 0)
        return "";
    return lewis_atlas_codes(atlas, lewis_atlas_nearest(atlas, score->point));
}

/* A text of the sheet: the record's own field where nothing had to be trimmed.
 */
static const struct csv_field *
label_of(const struct record *record, long column, const char *text,
         size_t size, struct csv_field *label)
{
    if (column != LAYOUT_NO_COLUMN && (size_t)column < record->count &&
        record->field[column].plain)
        return &record->field[column];
    *label = (struct csv_field){text, size, false};
    return label;
}

/* The texts of a row that is to be written. */
static void
begin_row(struct shift *shift, const struct shift_plan *plan,
          struct writer_row *row)
{
    const struct columns *columns = plan->columns;
    const struct record *record = &shift->now->record;
    const struct lewis_sheet *sheet = &shift->now->sheet;

    for (size_t k = 0; k < columns->kept_count; k++)
        shift->kept[k] = columns->kept_at[k] < record->count
                             ? record->field[columns->kept_at[k]]
                             : (struct csv_field){"", 0, true};
    row->id = label_of(record, plan->layout->id, sheet->id, sheet->id_size,
                       &shift->label[0]);
    row->team = label_of(record, plan->layout->team, sheet->team,
                         sheet->team_size, &shift->label[1]);
    row->kept = shift->kept;
    row->texts = record->size;
}

static void
write_row(struct shift *shift, const struct shift_plan *plan,
          const struct lewis_score *score, const struct lewis_quality *quality,
          bool duplicate)
{
    struct writer_row row;
    struct text *out = &shift->out;
    size_t figures;

    begin_row(shift, plan, &row);
    row.score = score;
    row.quality = quality;
    row.nearest = nearest_codes(plan, score);
    row.texts += strlen(row.nearest);
    row.status =
        duplicate ? "duplicate" : lewis_status_keyword(score->status);
    figures = plan->writer->row(out, &plan->table, &row);
    if (figures > 0 && shift->memory.echo != NULL && shift->now->summed &&
        score->status == LEWIS_SCORED)
        echo_add(shift->memory.echo, shift->now->sums.sums.all,
                 out->bytes + out->size - figures, figures);
}

/* Writes the row as one with the same answers was; false when there was none.
 */
static bool
echo_row(struct shift *shift, const struct shift_plan *plan)
{
    const char *figures;
    struct writer_row row;
    size_t size;

    if (shift->memory.echo == NULL || !shift->now->summed)
        return false;
    figures =
        echo_find(shift->memory.echo, shift->now->sums.sums.all, &size);
    if (figures == NULL)
        return false;
    begin_row(shift, plan, &row);
    plan->writer->again(&shift->out, &plan->table, &row, figures, size);
    shift->counts.scored++;
    return true;
}

static void
score_sheet(const struct shift *shift, const struct shift_plan *plan,
            struct lewis_score *score, struct lewis_quality *quality)
{
    const struct lewis_batch_options *options = plan->options;
    const struct lewis_answer *answer = shift->now->sheet.answer;

    score_answers(options->key, answer, shift->memory.memo, score, plan->region);
    if (plan->quality)
        lewis_quality_of(options->key, answer, score, quality);
}

static void
score_sums_of(const struct shift *shift, const struct shift_plan *plan,
              struct lewis_score *score, struct lewis_quality *quality)
{
    express_score(plan->express, &shift->now->sums, shift->memory.memo, score,
                  plan->region);
    if (plan->quality)
        express_quality(plan->express, &shift->now->sums, score, quality);
}

static void
score_row(const struct shift *shift, const struct shift_plan *plan,
          struct lewis_score *score, struct lewis_quality *quality)
{
    if (shift->now->sheet.refused) {
        lewis_score_refuse(score);
        return;
    }
    if (shift->now->summed)
        score_sums_of(shift, plan, score, quality);
    else
        score_sheet(shift, plan, score, quality);
    assert(plan->quality || !plan->options->exclude);
    if (plan->options->exclude && score->status == LEWIS_SCORED &&
        quality->caution)
        lewis_score_exclude(score);
}

/* An id that stands more than once, where that is refused. */
static void
refuse_twin(struct shift *shift, const struct shift_plan *plan)
{
    struct lewis_sheet *sheet = &shift->now->sheet;
    bool told = sheet->refused;

    if (told)
        return;
    sheet->refused = true;
    error_set(&sheet->why, LEWIS_EINVALID,
              "this id stands more than once, so that nobody can tell which "
              "row is right");
    error_at(&sheet->why, plan->layout->file, 0,
             plan->layout->column[plan->layout->id]);
}

static void
tell_row(struct shift *shift, const struct shift_plan *plan,
         const struct lewis_score *score)
{
    const struct lewis_batch_options *options = plan->options;

    if (shift->now->sheet.refused &&
        (options->refused != NULL || options->rejects != NULL))
        note_refused(shift);
    if (score->status == LEWIS_INCOMPLETE && options->incomplete != NULL)
        note_incomplete(shift, score);
    if (options->scored != NULL)
        options->scored(&shift->now->sheet, score, options->payload);
}

static bool
sum_row(struct shift *shift, const struct lewis_score *score,
        const struct lewis_quality *quality, bool duplicate)
{
    struct lewis_summary *summary = shift->summary;

    if (duplicate)
        return lewis_summary_add_duplicate(summary, &shift->now->sheet);
    if (score->status == LEWIS_REFUSED)
        quality = NULL;
    if (!shift->now->summed)
        return lewis_summary_add(summary, &shift->now->sheet, score, quality);
    if (score->status == LEWIS_SCORED || score->status == LEWIS_INCOMPLETE)
        summary_add_codes(summary, shift->now->sums.code);
    return summary_add_row(summary, &shift->now->sheet, score, quality);
}

static void
take_row(struct shift *shift, const struct shift_plan *plan,
         enum shift_fate fate)
{
    struct lewis_score score;
    struct lewis_quality quality;
    bool duplicate = fate == SHIFT_DUPLICATE && !shift->now->sheet.refused;

    if (fate == SHIFT_SCORE && echo_row(shift, plan))
        return;
    if (fate == SHIFT_REFUSE)
        refuse_twin(shift, plan);
    if (duplicate)
        lewis_score_refuse(&score);
    else
        score_row(shift, plan, &score, &quality);
    shift->counts.duplicate += duplicate;
    if (!duplicate) {
        count(&shift->counts, &score);
        tell_row(shift, plan, &score);
    }
    if (shift->adding && !sum_row(shift, &score, &quality, duplicate))
        shift->failed = true;
    if (plan->writer != NULL)
        write_row(shift, plan, &score, &quality, duplicate);
}

/* What will be looked up of the row is fetched. */
static void
announce(const struct shift *shift, const struct shift_plan *plan,
         const struct express_row *row)
{
    if (shift->memory.echo != NULL)
        echo_announce(shift->memory.echo, row->sums.all);
    else
        express_announce(plan->express, row, shift->memory.memo);
}

/* The short way. False: it cannot be gone. */
static bool
hurry(const struct shift *shift, const struct shift_plan *plan,
      struct shift_read *read, const char *p, size_t size)
{
    if (plan->express == NULL ||
        !express_cut(plan->express, &read->record, p, size, &read->sums))
        return false;
    sheet_begin(&read->sheet, plan->layout, &read->record,
                shift->first_line + shift->lines);
    if (!read->sheet.refused)
        announce(shift, plan, &read->sums);
    return !read->sheet.refused;
}

/* Can the record at p be empty? Most cannot. */
static bool
may_be_empty(const char *p, char separator)
{
    return (unsigned char)*p <= ' ' || *p == '"' || *p == separator ||
           (unsigned char)*p >= 0x80;
}

/* The same for all that may stand there; false when out of memory. */
static bool
decode(const struct shift *shift, const struct shift_plan *plan,
       struct shift_read *read, const char *p, size_t size)
{
    if (!record_cut(&read->record, plan->separator, p, size))
        return false;
    read->empty = may_be_empty(p, plan->separator) &&
                  record_is_empty(&read->record);
    if (read->empty)
        return true;
    sheet_decode(&read->sheet, plan->layout, &read->record,
                 shift->first_line + shift->lines, read->answer);
    return !read->sheet.refused || read->sheet.why.code != LEWIS_ENOMEM;
}

/* Reads the row at p; false when there is none, or out of memory. */
static bool
read_row(struct shift *shift, const struct shift_plan *plan,
         struct shift_read *read, const char *p)
{
    size_t size = (size_t)(shift->block.bytes + shift->block.size - p);

    if (size == 0)
        return false;
    read->empty = false;
    read->summed = hurry(shift, plan, read, p, size);
    if (!read->summed && !decode(shift, plan, read, p, size)) {
        shift->failed = true;
        return false;
    }
    shift->lines += read->record.lines;
    return true;
}

static void
take_record(struct shift *shift, const struct shift_plan *plan, bool fates)
{
    size_t at = shift->row_count;

    if (fates && shift->before[at])
        add_event(shift, SHIFT_REPEATED);
    shift->counts.not_submitted +=
        shift->now->sheet.standing == LEWIS_NOT_SUBMITTED;
    shift->counts.previews += shift->now->sheet.standing == LEWIS_PREVIEW;
    if (!plan->only_hashes)
        take_row(shift, plan,
                 fates ? (enum shift_fate)shift->fate[at] : SHIFT_SCORE);
    shift->counts.rows++;
    if (plan->hashes || plan->places)
        note_row(shift, plan);
}

static void
take_empty(struct shift *shift)
{
    bool blank = record_is_blank(&shift->now->record);

    shift->counts.empty += !blank;
    shift->counts.rows += !blank;
    if (shift->adding && !blank)
        lewis_summary_add_empty(shift->summary);
}

/* Rows that are kept in any case are the same when they are made again, and
 * are in the summary by then. */
static void
begin_adding(struct shift *shift, const struct shift_plan *plan, bool fates)
{
    bool keep = plan->options->duplicates == LEWIS_DUPLICATES_KEEP;

    shift->adding =
        shift->summary != NULL && !plan->only_hashes && !(fates && keep);
    if (shift->adding && !keep)
        summary_clear(shift->summary);
}

static void
begin_work(struct shift *shift, const struct shift_plan *plan, bool fates)
{
    text_clear(&shift->out);
    text_clear(&shift->texts);
    shift->counts = (struct lewis_counts){0};
    shift->lines = 0;
    shift->failed = false;
    shift->event_count = shift->row_count = 0;
    begin_adding(shift, plan, fates);
}

/* Each row is read before the one that stands before it is done, so that what it
 * will ask for is there. */
void
shift_work(struct shift *shift, const struct shift_plan *plan, bool fates)
{
    struct shift_read *read = shift->read;
    bool more;

    begin_work(shift, plan, fates);
    more = read_row(shift, plan, read, shift->block.bytes);
    while (more && !shift->failed) {
        shift->now = read;
        read = read == shift->read ? read + 1 : shift->read;
        more = read_row(shift, plan, read,
                        shift->now->record.bytes + shift->now->record.size);
        if (shift->now->empty)
            take_empty(shift);
        else
            take_record(shift, plan, fates);
    }
    if (shift->adding)
        summary_settle_codes(shift->summary);
    shift->failed = shift->failed || !text_ok(&shift->out) ||
                    !text_ok(&shift->texts);
}
