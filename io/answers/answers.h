/* SPDX-License-Identifier: MIT
 * The writers: one function an answer and format, in the file ANSWER_text.c, ANSWER_json.c or
 * ANSWER_csv.c. Private to io. */
#ifndef GP_ANSWERS_H
#define GP_ANSWERS_H

#include "groeipad/io.h"

gp_status gp_text_check(gp_job *job, const gp_portfolio *portfolio, const gp_write_options *options,
                        gp_output *out);
gp_status gp_json_check(gp_job *job, const gp_portfolio *portfolio, gp_language language,
                        gp_output *out);
gp_status gp_csv_check(gp_job *job, gp_language language, gp_output *out);

gp_status gp_text_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out);
gp_status gp_json_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out);
gp_status gp_csv_plan(gp_job *job, const gp_schedule *schedule, gp_output *out);

gp_status gp_text_path(gp_job *job, const gp_schedule *schedule, const gp_path_question *question,
                       const gp_write_options *options, gp_output *out);
gp_status gp_json_path(gp_job *job, const gp_schedule *schedule, const gp_path_question *question,
                       gp_language language, gp_output *out);
gp_status gp_csv_path(gp_job *job, const gp_schedule *schedule, const gp_path_question *question,
                      gp_output *out);

gp_status gp_text_why(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                      const gp_write_options *options, gp_output *out);
gp_status gp_json_why(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                      gp_language language, gp_output *out);
gp_status gp_csv_why(gp_job *job, const gp_schedule *schedule, uint32_t activity, gp_output *out);

gp_status gp_text_clashes(gp_job *job, const gp_schedule *schedule, uint32_t remedies,
                          const gp_write_options *options, gp_output *out);
gp_status gp_json_clashes(gp_job *job, const gp_schedule *schedule, uint32_t remedies,
                          gp_language language, gp_output *out);
gp_status gp_csv_clashes(gp_job *job, const gp_schedule *schedule, uint32_t remedies,
                         gp_output *out);

gp_status gp_text_gaps(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out);
gp_status gp_json_gaps(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out);
gp_status gp_csv_gaps(gp_job *job, const gp_schedule *schedule, const gp_portfolio *catalogue,
                      gp_output *out);

gp_status gp_text_boards(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                         gp_output *out);
gp_status gp_json_boards(gp_job *job, const gp_schedule *schedule, gp_language language,
                         gp_output *out);
gp_status gp_csv_boards(gp_job *job, const gp_schedule *schedule, gp_output *out);

gp_status gp_text_scenarios(gp_job *job, const gp_portfolio *portfolio,
                            const gp_write_options *options, gp_output *out);
gp_status gp_json_scenarios(gp_job *job, const gp_portfolio *portfolio, gp_language language,
                            gp_output *out);
gp_status gp_csv_scenarios(gp_job *job, const gp_portfolio *portfolio, gp_output *out);

gp_status gp_text_fit(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                      gp_output *out);
gp_status gp_json_fit(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                      gp_output *out);
gp_status gp_csv_fit(gp_job *job, const gp_schedule *schedule, gp_output *out);

gp_status gp_text_library(gp_job *job, const gp_schedule *schedule,
                          const gp_library_question *question, const gp_write_options *options,
                          gp_output *out);
gp_status gp_json_library(gp_job *job, const gp_schedule *schedule,
                          const gp_library_question *question, gp_language language,
                          gp_output *out);
gp_status gp_csv_library(gp_job *job, const gp_schedule *schedule,
                         const gp_library_question *question, gp_output *out);

gp_status gp_text_trace(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                        gp_output *out);
gp_status gp_json_trace(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                        gp_output *out);
gp_status gp_csv_trace(gp_job *job, const gp_schedule *schedule, gp_output *out);

gp_status gp_text_advice(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                         gp_output *out);
gp_status gp_json_advice(gp_job *job, const gp_schedule *schedule, gp_language language,
                         gp_output *out);
gp_status gp_csv_advice(gp_job *job, const gp_schedule *schedule, gp_language language,
                        gp_output *out);

gp_status gp_text_leverage(gp_job *job, const gp_network *network, uint32_t top,
                           const gp_write_options *options, gp_output *out);
gp_status gp_json_leverage(gp_job *job, const gp_network *network, gp_language language,
                           gp_output *out);
gp_status gp_csv_leverage(gp_job *job, const gp_network *network, gp_output *out);

gp_status gp_text_query(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                        const gp_write_options *options, gp_output *out);
gp_status gp_json_query(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                        gp_language language, gp_output *out);
gp_status gp_csv_query(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                       gp_output *out);

#endif
