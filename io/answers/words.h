/* SPDX-License-Identifier: MIT
 * The words that writers share: names of kinds, stages, severities, and one finding as text.
 * Keys of formats are English always; words for people come in both languages. Private to io. */
#ifndef GP_WORDS_H
#define GP_WORDS_H

#include "core/job.h"
#include "groeipad/query.h"

/* Words of the formats: the same in every language. */
const char *gp_severity_key(uint8_t severity);
const char *gp_kind_key(uint8_t kind);
const char *gp_stage_key(gp_stage stage); /* NULL for none */
const char *gp_verdict_key(gp_verdict verdict);
const char *gp_remedy_key(gp_remedy_kind kind);
const char *gp_cause_key(gp_cause cause);
const char *gp_query_key(gp_query_kind kind);

/* Words for people. */
const char *gp_severity_word(uint8_t severity, gp_language language);
const char *gp_stage_word(gp_stage stage, gp_language language);
const char *gp_verdict_word(gp_verdict verdict, gp_language language);

/* "GP301". */
#define GP_CODE_SIZE 16
void gp_format_code(uint16_t code, char out[GP_CODE_SIZE]);

/* The message or the hint (NULL: none) of a finding, owned by the job.
 * Errors: GP_NO_MEMORY. */
gp_status gp_message_text(gp_job *job, const gp_finding *finding, gp_language language,
                          const char **out);
gp_status gp_hint_text(gp_job *job, const gp_finding *finding, gp_language language,
                       const char **out);

/* Texts below are made for a moment and handed on: each is owned by the job, and NULL when memory
 * ran out. Who appends one appends it with these, which then mark the buffer as failed. */
void gp_add_made(gp_buffer *buffer, const char *text);

/* Appends a pattern with {0} .. {9} replaced by the values, and {0|day|days} by the word for one
 * where the value is "1", else by the other. */
void gp_add_filled(gp_buffer *buffer, const char *pattern, const char *const *values);

/* What the buffer (NULL: memory ran out) holds. */
const char *gp_buffer_text(gp_buffer *buffer);

/* Decimal digits of a number; a date. */
const char *gp_number_text(gp_job *job, int64_t number);
const char *gp_unsigned_text(gp_job *job, uint64_t number);
const char *gp_day_text(gp_job *job, gp_day day);

/* "file:line:column". */
const char *gp_place_text(gp_job *job, gp_place place);

#endif
