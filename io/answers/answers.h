/* SPDX-License-Identifier: MIT
 * The writers: one function an answer and format, in the file ANSWER_text.c, ANSWER_json.c or
 * ANSWER_csv.c; ANSWER_fields.c has one for both JSON and CSV. Each takes the answer and asks
 * nothing. options is never NULL here. Private to io. */
#ifndef GP_ANSWERS_H
#define GP_ANSWERS_H

#include "groeipad/inspect.h"
#include "groeipad/io.h"
#include "groeipad/query.h"

gp_status gp_text_check(gp_job *job, const gp_portfolio *portfolio, const gp_write_options *options,
                        gp_output *out);
gp_status gp_json_check(gp_job *job, const gp_portfolio *portfolio, const gp_write_options *options,
                        gp_output *out);
gp_status gp_csv_check(gp_job *job, const gp_portfolio *portfolio, const gp_write_options *options,
                       gp_output *out);

gp_status gp_text_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out);
gp_status gp_json_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out);
gp_status gp_csv_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                      gp_output *out);

gp_status gp_text_path(gp_job *job, const gp_schedule *schedule, const gp_path_answer *path,
                       const gp_write_options *options, gp_output *out);
gp_status gp_json_path(gp_job *job, const gp_schedule *schedule, const gp_path_answer *path,
                       const gp_write_options *options, gp_output *out);
gp_status gp_csv_path(gp_job *job, const gp_schedule *schedule, const gp_path_answer *path,
                      const gp_write_options *options, gp_output *out);

gp_status gp_text_why(gp_job *job, const gp_schedule *schedule, const gp_reasons *reasons,
                      const gp_write_options *options, gp_output *out);
gp_status gp_json_why(gp_job *job, const gp_schedule *schedule, const gp_reasons *reasons,
                      const gp_write_options *options, gp_output *out);
gp_status gp_csv_why(gp_job *job, const gp_schedule *schedule, const gp_reasons *reasons,
                     const gp_write_options *options, gp_output *out);

gp_status gp_text_clashes(gp_job *job, const gp_schedule *schedule, const gp_clashes *clashes,
                          const gp_write_options *options, gp_output *out);
gp_status gp_fields_clashes(gp_job *job, const gp_schedule *schedule, const gp_clashes *clashes,
                            const gp_write_options *options, gp_output *out);

gp_status gp_text_gaps(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps,
                       const gp_write_options *options, gp_output *out);
gp_status gp_fields_gaps(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps,
                         const gp_write_options *options, gp_output *out);

gp_status gp_text_compare(gp_job *job, const gp_comparison *comparison,
                          const gp_write_options *options, gp_output *out);
gp_status gp_json_compare(gp_job *job, const gp_comparison *comparison,
                          const gp_write_options *options, gp_output *out);
gp_status gp_csv_compare(gp_job *job, const gp_comparison *comparison,
                         const gp_write_options *options, gp_output *out);
gp_status gp_markdown_compare(gp_job *job, const gp_comparison *comparison,
                              const gp_write_options *options, gp_output *out);

gp_status gp_text_sweep(gp_job *job, const gp_portfolio *portfolio, const gp_sweep *sweep,
                        const gp_write_options *options, gp_output *out);
gp_status gp_json_sweep(gp_job *job, const gp_portfolio *portfolio, const gp_sweep *sweep,
                        const gp_write_options *options, gp_output *out);
gp_status gp_csv_sweep(gp_job *job, const gp_portfolio *portfolio, const gp_sweep *sweep,
                       const gp_write_options *options, gp_output *out);
gp_status gp_markdown_sweep(gp_job *job, const gp_portfolio *portfolio, const gp_sweep *sweep,
                            const gp_write_options *options, gp_output *out);
gp_status gp_text_map(gp_job *job, const gp_portfolio *portfolio, const gp_map *map,
                      const gp_write_options *options, gp_output *out);
gp_status gp_fields_map(gp_job *job, const gp_portfolio *portfolio, const gp_map *map,
                        const gp_write_options *options, gp_output *out);

gp_status gp_text_boards(gp_job *job, const gp_schedule *schedule, const gp_boards *boards,
                         const gp_load *load, const gp_write_options *options, gp_output *out);
gp_status gp_json_boards(gp_job *job, const gp_schedule *schedule, const gp_boards *boards,
                         const gp_load *load, const gp_write_options *options, gp_output *out);
gp_status gp_csv_boards(gp_job *job, const gp_schedule *schedule, const gp_boards *boards,
                        const gp_load *load, const gp_write_options *options, gp_output *out);

gp_status gp_text_scenarios(gp_job *job, const gp_portfolio *portfolio,
                            const gp_scenarios *scenarios, const gp_write_options *options,
                            gp_output *out);
gp_status gp_json_scenarios(gp_job *job, const gp_portfolio *portfolio,
                            const gp_scenarios *scenarios, const gp_write_options *options,
                            gp_output *out);
gp_status gp_csv_scenarios(gp_job *job, const gp_portfolio *portfolio,
                           const gp_scenarios *scenarios, const gp_write_options *options,
                           gp_output *out);

gp_status gp_text_fit(gp_job *job, const gp_schedule *schedule, const gp_fits *fits,
                      const gp_write_options *options, gp_output *out);
gp_status gp_json_fit(gp_job *job, const gp_schedule *schedule, const gp_fits *fits,
                      const gp_write_options *options, gp_output *out);
gp_status gp_csv_fit(gp_job *job, const gp_schedule *schedule, const gp_fits *fits,
                     const gp_write_options *options, gp_output *out);

gp_status gp_text_library(gp_job *job, const gp_portfolio *portfolio, const gp_library *library,
                          const gp_write_options *options, gp_output *out);
gp_status gp_json_library(gp_job *job, const gp_portfolio *portfolio, const gp_library *library,
                          const gp_write_options *options, gp_output *out);
gp_status gp_csv_library(gp_job *job, const gp_portfolio *portfolio, const gp_library *library,
                         const gp_write_options *options, gp_output *out);

gp_status gp_text_trace(gp_job *job, const gp_schedule *schedule, const gp_traces *traces,
                        const gp_write_options *options, gp_output *out);
gp_status gp_json_trace(gp_job *job, const gp_schedule *schedule, const gp_traces *traces,
                        const gp_write_options *options, gp_output *out);
gp_status gp_csv_trace(gp_job *job, const gp_schedule *schedule, const gp_traces *traces,
                       const gp_write_options *options, gp_output *out);

gp_status gp_text_advice(gp_job *job, const gp_portfolio *portfolio, const gp_advice *advice,
                         const gp_write_options *options, gp_output *out);
gp_status gp_fields_advice(gp_job *job, const gp_portfolio *portfolio, const gp_advice *advice,
                           const gp_write_options *options, gp_output *out);

gp_status gp_text_leverage(gp_job *job, const gp_network *network, const gp_leverages *leverages,
                           const gp_structure *structure, const gp_write_options *options,
                           gp_output *out);
gp_status gp_json_leverage(gp_job *job, const gp_network *network, const gp_leverages *leverages,
                           const gp_structure *structure, const gp_write_options *options,
                           gp_output *out);
gp_status gp_csv_leverage(gp_job *job, const gp_network *network, const gp_leverages *leverages,
                          const gp_structure *structure, const gp_write_options *options,
                          gp_output *out);

gp_status gp_text_query(gp_job *job, const gp_schedule *schedule, const gp_query_answer *answer,
                        const gp_write_options *options, gp_output *out);
gp_status gp_json_query(gp_job *job, const gp_schedule *schedule, const gp_query_answer *answer,
                        const gp_write_options *options, gp_output *out);
gp_status gp_csv_query(gp_job *job, const gp_schedule *schedule, const gp_query_answer *answer,
                       const gp_write_options *options, gp_output *out);

gp_status gp_text_inspect(gp_job *job, const gp_inventory *inventory,
                          const gp_write_options *options, gp_output *out);
gp_status gp_fields_inspect(gp_job *job, const gp_inventory *inventory,
                            const gp_write_options *options, gp_output *out);

gp_status gp_text_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer,
                       const gp_write_options *options, gp_output *out);
gp_status gp_json_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer,
                       const gp_write_options *options, gp_output *out);
gp_status gp_csv_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer,
                      const gp_write_options *options, gp_output *out);

gp_status gp_text_repair(gp_job *job, const gp_repair *repair, const gp_write_options *options,
                         gp_output *out);
gp_status gp_json_repair(gp_job *job, const gp_document *document, const gp_repair *repair,
                         const gp_write_options *options, gp_output *out);
gp_status gp_csv_repair(gp_job *job, const gp_repair *repair, const gp_write_options *options,
                        gp_output *out);
gp_status gp_markdown_repair(gp_job *job, const gp_repair *repair, const gp_write_options *options,
                             gp_output *out);

#endif
