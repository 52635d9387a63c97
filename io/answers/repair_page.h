/* SPDX-License-Identifier: MIT
 * A page of `repair` in text, in the making, and its sections. Private to io. */
#ifndef GP_REPAIR_PAGE_H
#define GP_REPAIR_PAGE_H

#include "io/answers/repair_words.h"
#include "io/answers/text_parts.h"

typedef struct gp_repair_page {
    gp_job *job;
    gp_buffer *buffer;
    const gp_repair *repair;
    const gp_network *network; /* as it is, without the decisions */
    const gp_portfolio *portfolio;
    const gp_write_options *options;
    gp_language language;
    const bool *is_chosen; /* by candidate */
} gp_repair_page;

/* An empty line and a heading. */
void gp_add_repair_heading(gp_repair_page *page, const char *english, const char *dutch);

/* How many rows of a list are told: all, or without --all a few. */
uint32_t gp_told_in_repair(const gp_repair_page *page, uint32_t count, uint32_t few);

/* "and 4 more: --all shows them", where rows are left out. */
void gp_tell_left_of_repair(gp_repair_page *page, uint32_t count, size_t indent);

/* "Advice", where many stand in a row. */
const char *gp_repair_called(const gp_repair_page *page, uint32_t intervention);

/* The decisions, by when; the plan before and after; why it cannot be less; the curve; what stays
 * late. Errors: GP_NO_MEMORY. */
void gp_add_repair_choices(gp_repair_page *page);
gp_status gp_add_repair_lives(gp_repair_page *page);
void gp_add_repair_cuts(gp_repair_page *page);
void gp_add_repair_curve(gp_repair_page *page);
void gp_add_repair_lost(gp_repair_page *page);

#endif
