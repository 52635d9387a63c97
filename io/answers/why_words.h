/* SPDX-License-Identifier: MIT
 * What a reason for a date is in words. Private to io. */
#ifndef GP_WHY_WORDS_H
#define GP_WHY_WORDS_H

#include "core/job.h"
#include "groeipad/io.h"

/* Appends the sentence of one reason, without its date: "'Team' to level 1 is done: 92 days of
 * work". has_place: of a requirement the place that asks for it stands at the end. */
void gp_add_reason_words(gp_buffer *buffer, const gp_network *network, const gp_reason *reason,
                         bool has_place, gp_language language);

/* The place of the requirement that a reason is about; line 0: it is about none. */
gp_place gp_reason_place(const gp_network *network, const gp_reason *reason);

#endif
