/* end.h - after the last question: the result, the picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TAKE_END_H
#define CLI_TAKE_END_H

#include "cli/scoring.h"
#include "cli/take/start.h"
#include "cli/take/take.h"

/* Adds the answers to the file asked for; then the draft is taken away. An
 * exit status; EXIT_TROUBLE: said why, and the draft stays. */
int take_end_hand_in(struct take *take);

/* Prints the personal result. An exit status. */
int take_end_result(struct take *take, const struct scoring *scoring);

/* Says that it was done before this run. */
void take_end_say_finished(const struct take *take);

/* Says where the answers are, and how to see the result again. */
void take_end_say_kept(const struct take *take,
                       const struct take_asked *asked);

/* Offers the picture in a file; nothing is drawn when the person, or the
 * input, has nothing to say to that. */
void take_end_offer(const struct take *take, const struct scoring *scoring);

#endif
