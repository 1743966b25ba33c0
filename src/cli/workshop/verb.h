/* verb.h - what "lewis workshop" can do, a file each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WORKSHOP_VERB_H
#define CLI_WORKSHOP_VERB_H

#include <stdbool.h>

#include <lewis/workshop.h>

#include "cli/cmd.h"
#include "cli/report_looks.h"

/* What the options say. */
struct workshop_options {
    const char *bank, *teams, *title, *lang, *team, *edition, *partner;
    const char *address;
    double codes, minimum, add;
    bool names, yes, off, watch;
    struct report_looks looks; /* its path is -o, for all verbs */
};

/* 'path' is the workshop's file; returns an exit status. */
typedef int workshop_verb(const struct workshop_options *options,
                          const char *path);

workshop_verb workshop_new, workshop_open, workshop_status, workshop_codes,
    workshop_reveal, workshop_close, workshop_export, workshop_report,
    workshop_purge;

/* The index of the team of that name; -1: said why. */
long workshop_team(const struct lewis_workshop *workshop, const char *name);

/* "1 person", "5 people". */
enum { WORKSHOP_PEOPLE = 32 };
const char *workshop_people(size_t n, char out[WORKSHOP_PEOPLE]);

#endif
