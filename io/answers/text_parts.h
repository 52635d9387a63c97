/* SPDX-License-Identifier: MIT
 * The parts that the answers in text share. Private to io. */
#ifndef GP_TEXT_PARTS_H
#define GP_TEXT_PARTS_H

#include "groeipad/io.h"
#include "io/answers/table.h"

/* Starts a text, as wide as the options ask, with the portfolio's title and status date. NULL when
 * memory ran out. */
gp_buffer *gp_text_start(gp_job *job, const gp_portfolio *portfolio,
                         const gp_write_options *options);

/* Appends a pattern filled with the values, shown safely and wrapped, after `indent` blanks;
 * later lines stand `hang` blanks further. */
void gp_add_line(gp_buffer *buffer, size_t indent, size_t hang, const char *pattern,
                 const char *const *values);

/* Appends what signs mean, side by side where there is room, after `indent` blanks. */
void gp_add_legend(gp_buffer *buffer, const char *const *parts, size_t count, size_t indent);

/* Appends the chosen findings of the job, with the lines that they are about; of a code no more
 * than the options allow. Errors: GP_NO_MEMORY. */
gp_status gp_add_findings(gp_job *job, gp_buffer *buffer, gp_finding_choice choice,
                          const gp_write_options *options);

/* Whether a finding belongs to a choice. */
bool gp_is_chosen(const gp_finding *finding, gp_finding_choice choice);

/* Appends "4 errors, 12 warnings" of the numbers by gp_severity; nothing where all are 0. */
void gp_add_counts(gp_buffer *buffer, const uint32_t of_severity[GP_ERROR + 1],
                   gp_language language);

/* "380 work, 202 waiting for planning rounds, ..." without the parts that are 0. Owner: the
 * job. */
const char *gp_elapsed_text(gp_job *job, const gp_elapsed *elapsed, gp_language language);

/* Of a long list, where the options (NULL: no) say so: `first` rows, how many are left out, and the
 * rest. */
#define GP_SHOWN_MAX 20
typedef struct gp_ends {
    uint32_t first, left_out;
} gp_ends;
gp_ends gp_find_ends(uint32_t count, const gp_write_options *options);

/* "(9985 more)". Owner: the job. */
const char *gp_left_out_text(gp_job *job, uint32_t count, gp_language language);

/* "a (1) > b (2) > c", a long one by its ends where the options say so. Owner: the job. */
const char *gp_chain_text(gp_job *job, const gp_network *network, const uint32_t *activities,
                          uint32_t count, const gp_write_options *options);

/* Terminal colours; "" where there are to be none. */
typedef enum gp_paint {
    GP_PAINT_NONE,
    GP_PAINT_STRONG,
    GP_PAINT_ERROR,
    GP_PAINT_WARNING,
    GP_PAINT_INFO
} gp_paint;
void gp_add_painted(gp_buffer *buffer, const gp_write_options *options, gp_paint paint,
                    const char *text);

/* A heading that may be long, on lines of its own. */
void gp_add_heading(gp_buffer *buffer, const gp_write_options *options, const char *text);

/* Says which rows there are only, where a filter leaves some out. */
void gp_tell_filter(gp_buffer *buffer, const gp_write_options *options);

#endif
