/* SPDX-License-Identifier: MIT
 * What holds of every picture, for tests of render. */
#ifndef GP_TESTS_SUPPORT_PICTURE_H
#define GP_TESTS_SUPPORT_PICTURE_H

#include "groeipad/render.h"

typedef gp_status draw_picture(gp_job *job, const gp_schedule *schedule, gp_language language,
                               gp_picture *out);

/* Lets memory run out anywhere while a picture is drawn: an error that says so, and no half
 * picture. Fails the test otherwise. */
void assert_says_when_memory_runs_out(gp_job *job, const gp_schedule *schedule, draw_picture *draw);

#endif
