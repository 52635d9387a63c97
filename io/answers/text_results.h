/* SPDX-License-Identifier: MIT
 * The answers as text for people: one function per command. Private to io. */
#ifndef GP_TEXT_RESULTS_H
#define GP_TEXT_RESULTS_H

#include "groeipad/io.h"
#include "io/answers/table.h"

gp_status gp_text_check(gp_job *job, const gp_portfolio *portfolio, const gp_write_options *options,
                        gp_output *out);
gp_status gp_text_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out);
gp_status gp_text_path(gp_job *job, const gp_schedule *schedule, const gp_path_question *question,
                       const gp_write_options *options, gp_output *out);
gp_status gp_text_why(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                      const gp_write_options *options, gp_output *out);
gp_status gp_text_clashes(gp_job *job, const gp_schedule *schedule, uint32_t remedies,
                          const gp_write_options *options, gp_output *out);
gp_status gp_text_gaps(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out);
gp_status gp_text_boards(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                         gp_output *out);
gp_status gp_text_advice(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                         gp_output *out);

gp_status gp_text_fit(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                      gp_output *out);
gp_status gp_text_library(gp_job *job, const gp_schedule *schedule,
                          const gp_library_question *question, const gp_write_options *options,
                          gp_output *out);
gp_status gp_text_trace(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                        gp_output *out);

/* Starts a text with the portfolio's title and status date. NULL when memory ran out. */
gp_buffer *gp_text_start(gp_job *job, const gp_portfolio *portfolio, gp_language language);

/* Appends a pattern filled with the values, shown safely and wrapped, after `indent` blanks;
 * later lines stand `hang` blanks further. */
void gp_add_line(gp_buffer *buffer, size_t indent, size_t hang, const char *pattern,
                 const char *const *values);

/* "380 work, 202 waiting for planning rounds, ..." without the parts that are 0. Owner: the
 * job. */
const char *gp_elapsed_text(gp_job *job, const gp_elapsed *elapsed, gp_language language);

/* "a (1) > b (2) > c". Owner: the job. */
const char *gp_chain_text(gp_job *job, const gp_network *network, const uint32_t *activities,
                          uint32_t count);

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

#endif
