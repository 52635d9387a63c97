/* SPDX-License-Identifier: MIT
 * A stretch of work that a signal may end, but not in the middle. Private to io. */
#ifndef GP_UNINTERRUPTED_H
#define GP_UNINTERRUPTED_H

#include <signal.h>
#include <stdbool.h>

/* From the first to the second of these calls signals that end a program (INT, TERM, HUP, QUIT)
 * wait; then they do what they would have done. Between them is_interrupted says that one waits, so
 * that what goes on may be given up. No handler is set: what signals do is the program's business,
 * and nothing is remembered but in `stretch`. */
typedef struct gp_stretch {
    sigset_t before;
    bool is_held;
} gp_stretch;
void gp_hold_signals(gp_stretch *stretch);
void gp_release_signals(gp_stretch *stretch);
bool gp_is_interrupted(void);

#endif
