/* workshop_release_test.c - nothing that is shown, at any time, is about fewer
 * people than the minimum, nor is any difference of what was shown.
 *
 * The attack: somebody looks after every single step, and writes down whom they
 * see under which name (each person's answers are different here, so that
 * people can be told apart; and counts of who takes part are known anyway). Two
 * people who were to be seen at the same times under the same names cannot be
 * told apart by any sum or difference of what was seen. So people are sorted by
 * what was seen of them, and every lot has to be the minimum at least.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "workshops.h"

enum { MOST = 40, WALKS = 60, UNSEEN = -9 };

/* Numbers that only have to be the same each time (splitmix64). */
static uint64_t
next(uint64_t *seed)
{
    uint64_t z = *seed += 0x9e3779b97f4a7c15;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

/* A workshop under attack. */
struct room {
    struct lewis_workshop *workshop;
    size_t teams, people;
    size_t number[MOST], team[MOST];
    double share[MOST];   /* as everybody's answers give it: a fingerprint */
    uint64_t seen[MOST];  /* a hash of all that was seen so far */
    long name[MOST];      /* under which one is seen, or UNSEEN */
    uint64_t seed;
};

/* The option of an item that is of that style. */
static const char *
option_of(const struct lewis_item *item, enum lewis_style style)
{
    size_t o = 0;

    while (item->option[o].style != style)
        o++;
    return item->option[o].id;
}

/* How many answers of the first two styles the person of that number gives:
 * nobody else gives as many of both. */
static void
counts_of(size_t who, size_t items, size_t count[2])
{
    count[0] = count[1] = 0;
    while (who-- > 0)
        if (++count[1] + count[0] > items) {
            count[0]++;
            count[1] = 0;
        }
}

static void
answer_as(struct room *room, size_t who)
{
    const struct lewis_bank *bank = lewis_workshop_bank(room->workshop);
    struct lewis_change change[40] = {
        {room->number[who], LEWIS_CHANGE_CONSENT, NULL, NULL, 0}};
    enum lewis_saved saved[40];
    size_t items = lewis_bank_item_count(bank), count[2];

    counts_of(who, items, count);
    for (size_t i = 0; i < items; i++) {
        const struct lewis_item *item = lewis_bank_item(bank, i);
        enum lewis_style style = i < count[0] ? LEWIS_LINEAR
                                 : i < count[0] + count[1] ? LEWIS_MULTI
                                                           : LEWIS_REACTIVE;
        change[i + 1] = (struct lewis_change){
            room->number[who], LEWIS_CHANGE_ANSWER, item->id,
            option_of(item, style), 10};
    }
    assert_true(lewis_workshop_save(room->workshop, change, items + 1, saved,
                                    NULL));
}

static void
open_room(struct room *room, size_t teams, const size_t size[], uint64_t seed)
{
    size_t most = 0;

    *room = (struct room){.teams = teams, .seed = seed};
    for (size_t t = 0; t < teams; t++)
        most = size[t] > most ? size[t] : most;
    room->workshop = make_open("lmr-12", teams, most + 2, false);
    for (size_t t = 0; t < teams; t++)
        for (size_t i = 0; i < size[t]; i++) {
            room->team[room->people] = t;
            room->name[room->people] = UNSEEN;
            room->number[room->people++] = person(room->workshop, t, i);
        }
}

/* The profile that a person's answers have, for later recognition. */
static void
take_fingerprint(struct room *room, size_t who)
{
    struct lewis_score_options options = lewis_score_defaults();
    struct lewis_key *key = lewis_key_new(
        lewis_workshop_bank(room->workshop), &options, NULL);
    struct lewis_workshop_sheet *sheet =
        lewis_workshop_sheet(room->workshop, room->number[who], NULL);
    struct lewis_score score;

    lewis_score_answers(key, sheet->answer, &score);
    room->share[who] = score.share[0] + 1000 * score.share[1];
    lewis_workshop_sheet_free(sheet);
    lewis_key_free(key);
}

static size_t
recognise(const struct room *room, const struct lewis_workshop_person *person)
{
    double share = person->score.share[0] + 1000 * person->score.share[1];
    size_t who = 0;

    while (who < room->people && room->share[who] != share)
        who++;
    assert_true(who < room->people);
    return who;
}

/* What there is to see now is added to what was seen of each. */
static void
look(struct room *room)
{
    struct lewis_workshop_people *people =
        lewis_workshop_people(room->workshop, NULL);
    long name[MOST];

    assert_non_null(people);
    for (size_t who = 0; who < room->people; who++)
        name[who] = UNSEEN;
    for (size_t i = 0; i < people->count; i++) {
        size_t who = recognise(room, &people->person[i]);
        assert_int_equal(name[who], UNSEEN);
        name[who] = people->person[i].team;
        if (name[who] != LEWIS_NO_TEAM)
            assert_int_equal(name[who], room->team[who]);
    }
    for (size_t who = 0; who < room->people; who++) {
        uint64_t both = room->seen[who] * 1000003 + (uint64_t)name[who];
        room->seen[who] = next(&both);
        room->name[who] = name[who];
    }
    lewis_workshop_people_free(people);
}

/* Of each lot of people of whom the same was seen, if anything was. */
static void
expect_lots(const struct room *room, const uint64_t nothing)
{
    size_t minimum = lewis_workshop_minimum(room->workshop);

    for (size_t who = 0; who < room->people; who++) {
        size_t lot = 0;
        for (size_t other = 0; other < room->people; other++)
            lot += room->seen[other] == room->seen[who];
        if (room->seen[who] != nothing && lot < minimum)
            fail_msg("a lot of %zu, seed %llu", lot,
                     (unsigned long long)room->seed);
    }
}

/* The hash of whoever is never seen: of nobody, played along. */
static uint64_t
see_nothing(uint64_t nothing)
{
    uint64_t both = nothing * 1000003 + (uint64_t)(long)UNSEEN;

    return next(&both);
}

/* One thing that happens. */
static void
step(struct room *room, uint64_t *seed)
{
    size_t who = next(seed) % room->people;

    switch (next(seed) % 8) {
    case 0:
        assert_true(lewis_workshop_reveal(room->workshop, next(seed) % 3 > 0,
                                          NULL));
        break;
    case 1:
        save(room->workshop, room->number[who], LEWIS_CHANGE_TAKE_BACK, NULL,
             NULL);
        break;
    case 2:
    case 3:
        answer_as(room, who);
        take_fingerprint(room, who);
        break;
    default:
        save(room->workshop, room->number[who], LEWIS_CHANGE_HAND_IN, NULL,
             NULL);
    }
}

/* The last ones come in a crowd. */
static void
crowd(struct room *room)
{
    for (size_t who = 0; who < room->people; who++) {
        answer_as(room, who);
        take_fingerprint(room, who);
        save(room->workshop, room->number[who], LEWIS_CHANGE_HAND_IN, NULL,
             NULL);
    }
}

static void
walk(uint64_t seed)
{
    struct room room;
    size_t size[4], teams = 1 + seed % 4;
    uint64_t nothing = 0, chance = seed;
    int steps = 20 + (int)(next(&chance) % 120);

    for (size_t t = 0; t < teams; t++)
        size[t] = 1 + next(&chance) % 10;
    open_room(&room, teams, size, seed);
    for (int i = 0; i < steps; i++) {
        step(&room, &chance);
        look(&room);
        nothing = see_nothing(nothing);
        expect_lots(&room, nothing);
    }
    if (seed % 2 == 0 && lewis_workshop_reveal(room.workshop, false, NULL))
        crowd(&room);
    assert_true(lewis_workshop_close(room.workshop, NULL));
    look(&room);
    expect_lots(&room, see_nothing(nothing));
    lewis_workshop_free(room.workshop);
    remove_file(NULL);
}

static void
test_nobody_can_be_subtracted(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= WALKS; seed++)
        walk(seed);
}

/* --- what closing will do --- */

/* What it does, as those see it who look at the people before and after. */
static void
count_fates(struct room *room, struct lewis_workshop_fate fate[])
{
    size_t handed[4] = {0}, joined[4] = {0};
    struct lewis_workshop_count count[4];

    memset(fate, 0, 4 * sizeof *fate);
    for (size_t who = 0; who < room->people; who++) {
        fate[room->team[who]].named += room->name[who] >= 0;
        fate[room->team[who]].pooled += room->name[who] == LEWIS_NO_TEAM;
    }
    assert_true(lewis_workshop_counts(room->workshop, count, NULL));
    for (size_t t = 0; t < room->teams; t++) {
        handed[t] = count[t].handed_in;
        joined[t] = count[t].joined;
        fate[t].withheld = handed[t] - fate[t].named - fate[t].pooled;
        fate[t].unfinished = joined[t] - handed[t];
    }
}

/* What was foretold is what is seen, and what is told afterwards. */
static void
expect_fates(struct room *room, const struct lewis_workshop_fate foretold[])
{
    struct lewis_workshop_fate seen[4], told[4] = {{0}};

    look(room);
    count_fates(room, seen);
    assert_true(lewis_workshop_fates(room->workshop, told, NULL));
    assert_memory_equal(foretold, seen, room->teams * sizeof *seen);
    assert_memory_equal(told, seen, room->teams * sizeof *seen);
}

static void
close_after(uint64_t seed)
{
    struct lewis_workshop_fate foretold[4] = {{0}};
    struct room room;
    size_t size[4], teams = 1 + seed % 4;
    uint64_t chance = seed;
    int steps = 10 + (int)(next(&chance) % 150);

    for (size_t t = 0; t < teams; t++)
        size[t] = 1 + next(&chance) % 10;
    open_room(&room, teams, size, seed);
    for (int i = 0; i < steps; i++)
        step(&room, &chance);
    assert_true(lewis_workshop_fates(room.workshop, foretold, NULL));
    assert_true(lewis_workshop_close(room.workshop, NULL));
    expect_fates(&room, foretold);
    lewis_workshop_free(room.workshop);
    remove_file(NULL);
}

static void
test_closing_does_what_was_foretold(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= WALKS; seed++)
        close_after(seed);
}

/* Two teams, of which the small one takes the other with it. */
static void
test_what_is_foretold(void **state)
{
    struct lewis_workshop_fate fate[2];
    struct room room;

    (void)state;
    open_room(&room, 2, (size_t[]){6, 5}, 0);
    for (size_t who = 0; who < room.people; who++)
        answer_as(&room, who);
    for (size_t who = 0; who < room.people - 1; who++)
        if (who != 0)
            save(room.workshop, room.number[who], LEWIS_CHANGE_HAND_IN, NULL,
                 NULL);
    assert_true(lewis_workshop_fates(room.workshop, fate, NULL));
    assert_memory_equal(fate,
                        ((struct lewis_workshop_fate[]){{0, 5, 0, 1},
                                                        {0, 4, 0, 1}}),
                        sizeof fate);
    save(room.workshop, room.number[room.people - 1], LEWIS_CHANGE_HAND_IN,
         NULL, NULL);
    assert_true(lewis_workshop_fates(room.workshop, fate, NULL));
    assert_memory_equal(fate,
                        ((struct lewis_workshop_fate[]){{5, 0, 0, 1},
                                                        {5, 0, 0, 0}}),
                        sizeof fate);
    lewis_workshop_free(room.workshop);
}

/* Everybody hands in, then it is closed: what is shown? */
static struct lewis_workshop_people *
closed(struct room *room, size_t teams, const size_t size[])
{
    struct lewis_workshop_people *people;

    open_room(room, teams, size, 0);
    for (size_t who = 0; who < room->people; who++) {
        answer_as(room, who);
        assert_int_equal(save(room->workshop, room->number[who],
                              LEWIS_CHANGE_HAND_IN, NULL, NULL),
                         LEWIS_SAVED);
    }
    people = lewis_workshop_people(room->workshop, NULL);
    assert_int_equal(people->presence, LEWIS_NOT_ASKED);
    assert_int_equal(people->count, 0);
    lewis_workshop_people_free(people);
    assert_true(lewis_workshop_close(room->workshop, NULL));
    return lewis_workshop_people(room->workshop, NULL);
}

static size_t
count_of(const struct lewis_workshop_people *people, long team)
{
    size_t n = 0;

    for (size_t i = 0; i < people->count; i++)
        n += people->person[i].team == team;
    return n;
}

static void
expect_shown(size_t teams, const size_t size[], const size_t shown[],
             size_t pool, size_t withheld)
{
    struct room room;
    struct lewis_workshop_people *people = closed(&room, teams, size);

    assert_non_null(people);
    for (size_t t = 0; t < teams; t++)
        assert_int_equal(count_of(people, (long)t), shown[t]);
    assert_int_equal(count_of(people, LEWIS_NO_TEAM), pool);
    assert_int_equal(people->withheld, withheld);
    assert_int_equal(people->presence,
                     people->count > 0 ? LEWIS_PRESENT : LEWIS_WITHHELD);
    lewis_workshop_people_free(people);
    lewis_workshop_free(room.workshop);
    remove_file(NULL);
}

static void
test_closing(void **state)
{
    (void)state;
    expect_shown(3, (size_t[]){8, 8, 8}, (size_t[]){8, 8, 8}, 0, 0);
    /* The small ones together are enough. */
    expect_shown(3, (size_t[]){8, 3, 2}, (size_t[]){8, 0, 0}, 5, 0);
    /* They are not: the smallest of the others goes with them. */
    expect_shown(3, (size_t[]){8, 3, 6}, (size_t[]){8, 0, 0}, 9, 0);
    expect_shown(2, (size_t[]){8, 1}, (size_t[]){0, 0}, 9, 0);
    /* Nobody at all. */
    expect_shown(2, (size_t[]){2, 2}, (size_t[]){0, 0}, 0, 4);
    expect_shown(2, (size_t[]){4, 1}, (size_t[]){0, 0}, 5, 0);
}

/* While open: a team is shown when it is whole, not one by one. */
static void
test_revealed_while_open(void **state)
{
    struct room room;
    struct lewis_workshop_people *people;

    (void)state;
    open_room(&room, 2, (size_t[]){7, 3}, 0);
    assert_true(lewis_workshop_reveal(room.workshop, true, NULL));
    for (size_t who = 0; who < room.people; who++)
        answer_as(&room, who);
    for (size_t who = 0; who < room.people; who++) {
        save(room.workshop, room.number[who], LEWIS_CHANGE_HAND_IN, NULL,
             NULL);
        people = lewis_workshop_people(room.workshop, NULL);
        /* Five of seven would leave two: they come when all are there. */
        assert_int_equal(people->count, who < 6 ? 0 : 7);
        lewis_workshop_people_free(people);
    }
    assert_int_equal(save(room.workshop, room.number[0],
                          LEWIS_CHANGE_TAKE_BACK, NULL, NULL),
                     LEWIS_UNSAVED_RELEASED);
    assert_int_equal(save(room.workshop, room.number[8],
                          LEWIS_CHANGE_TAKE_BACK, NULL, NULL),
                     LEWIS_SAVED);
    save(room.workshop, room.number[8], LEWIS_CHANGE_HAND_IN, NULL, NULL);
    assert_true(lewis_workshop_reveal(room.workshop, false, NULL));
    people = lewis_workshop_people(room.workshop, NULL);
    assert_int_equal(people->presence, LEWIS_NOT_ASKED);
    lewis_workshop_people_free(people);
    assert_true(lewis_workshop_close(room.workshop, NULL));
    people = lewis_workshop_people(room.workshop, NULL);
    assert_int_equal(people->count, 7);
    assert_int_equal(people->withheld, 3); /* too late, and too few */
    lewis_workshop_people_free(people);
    lewis_workshop_free(room.workshop);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_closing, remove_file),
        cmocka_unit_test_teardown(test_revealed_while_open, remove_file),
        cmocka_unit_test_teardown(test_what_is_foretold, remove_file),
        cmocka_unit_test_teardown(test_closing_does_what_was_foretold,
                                  remove_file),
        cmocka_unit_test_teardown(test_nobody_can_be_subtracted, remove_file),
    };

    return cmocka_run_group_tests_name("workshop_release", tests, make_folder,
                                       remove_folder);
}
