/* SPDX-License-Identifier: MIT
 * How gaps, trends, directions and contexts are called, in formats and for people. Private to
 * io. */
#ifndef GP_FIT_WORDS_H
#define GP_FIT_WORDS_H

#include "io/answers/csv_row.h"
#include "io/json/json_write.h"

/* Words of the formats; NULL for none. */
const char *gp_gap_key(const gp_reading *reading); /* "none" where it fits, NULL: unknown */
const char *gp_trend_key(uint8_t trend);
const char *gp_direction_key(uint8_t direction);
const char *gp_effect_key(uint8_t effect);
const char *gp_next_key(uint8_t next);
const char *gp_decided_by_key(uint8_t decided_by);
const char *gp_readiness_key(uint8_t readiness);
const char *gp_closing_key(uint8_t closing);
const char *gp_decision_key(uint8_t kind);
const char *gp_outcome_key(uint8_t outcome);
const char *gp_term_key(const gp_terms *terms, uint32_t term); /* NULL for all of them */

/* The id of an intervention; NULL for GP_NONE. */
const char *gp_intervention_id(const gp_portfolio *portfolio, uint32_t intervention);

/* The same for people: gp_shortly_called. */
const char *gp_intervention_called(gp_job *job, const gp_portfolio *portfolio,
                                   uint32_t intervention);

/* The reading that decides. */
const gp_reading *gp_newest_reading(const gp_fit *fit);

/* Words for people. */
const char *gp_gap_word(const gp_reading *reading, gp_language language);
const char *gp_trend_word(uint8_t trend, gp_language language);
const char *gp_trend_text(const gp_fit *fit, gp_language language); /* "closed" where it fits */
const char *gp_direction_word(uint8_t direction, gp_language language);

/* "everyone, calling". Owner: the job. */
const char *gp_context_text(gp_job *job, const gp_portfolio *portfolio, uint32_t segment,
                            uint32_t situation, gp_language language);

/* "Autonomy (autonomy)"; the id alone where it has no other name. Owner: the job. */
const char *gp_dimension_text(gp_job *job, const gp_portfolio *portfolio, uint32_t dimension);

/* "0.75", in Dutch "0,75"; "" for GP_NO_SHARE. Owner: the job. */
const char *gp_share_text(gp_job *job, gp_share share, gp_language language);

/* "live since", "live from", "not live before" a day. Owner: the job. */
const char *gp_live_text(gp_job *job, const gp_schedule *schedule, uint32_t intervention,
                         gp_language language);

/* "key": 0.75, or null. */
void gp_json_add_share(gp_json *json, const char *key, gp_share share);

/* "dimension", "segment", "situation" of a fit. */
void gp_json_add_context(gp_json *json, const gp_portfolio *portfolio, const gp_fit *fit);
void gp_csv_context(gp_csv *csv, const gp_portfolio *portfolio, const gp_fit *fit);

/* "live" and "not_before": when an intervention is live. */
void gp_json_add_live(gp_json *json, const gp_schedule *schedule, uint32_t intervention);

#endif
