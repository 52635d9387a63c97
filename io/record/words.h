/* SPDX-License-Identifier: MIT
 * The words of choices, and what people write for values: in cells of spreadsheets, and in
 * properties of models. JSON and YAML know the words of docs/format.md only. */
#ifndef GP_RECORD_WORDS_H
#define GP_RECORD_WORDS_H

#include "core/job.h"

#define GP_OTHER_WORDS 3
#define GP_CHOICE_MAX 8 /* words */

/* One word of a choice. Cells and properties may also have the Dutch word, or one of the others. */
typedef struct gp_word {
    const char *name, *dutch;
    const char *others[GP_OTHER_WORDS]; /* NULL: no more */
} gp_word;

/* A text out of a few: words[i] becomes first + i. */
typedef struct gp_choice {
    const gp_word *words;
    size_t count;
    const char *expected;
    uint8_t first;
} gp_choice;

extern const gp_choice gp_stage_choice, gp_uncertainty_choice, gp_decider_choice,
    gp_direction_choice, gp_by_choice, gp_from_choice, gp_mismatch_choice, gp_scope_choice,
    gp_status_choice, gp_rounds_choice, gp_language_choice, gp_weekday_choice,
    gp_distribution_choice;

/* What a value that a person wrote under a path of ours ("stage", "lead_time.min") stands for:
 * "ontwikkelen" -> "develop", "1,5 jaar" -> "1y6mo", "5-1-2026" -> "2026-01-05", "50 %" -> "0.5"
 * or, of progress, "50"; "n.v.t." -> "": it is not given. The value itself where it is a text,
 * where nothing is to be translated, and where it is not understood: the tables of records then
 * report it as it was written. A new text lives in the scratch buffer. Cost: O(length). */
const char *gp_written_value(const char *path, const char *value, gp_buffer *scratch);

/* Does a text say that there is nothing: "n.v.t.", "-", "onbekend"? */
bool gp_says_nothing(const char *text);

/* Reads a day as people write it: 5-1-2026, 5 januari 2026, 2026/01/05, with midnight after it or
 * without. False where it is none, or could be another: 5/1/2026, 5-1-26. */
bool gp_read_written_day(const char *text, gp_day *out);

/* The same, whether there is such a day or not. */
bool gp_read_written_date(const char *text, gp_date *out);

/* What is expected of a text that is no day, or no length of time: why where it looks like one,
 * else `usual`. */
gp_argument gp_why_no_day(gp_job *job, const char *text, gp_argument usual);
gp_argument gp_why_no_lag(const char *text, gp_argument usual);
gp_argument gp_why_no_duration(gp_job *job, const char *text, gp_argument usual);

/* "2 weeks" under a key of ours: "2w"; NULL: nothing is meant that we know. */
const char *gp_suggest_duration(gp_job *job, const char *key, const char *text);

/* The day that a text with two digits for the year most likely means, as files have it: "5-1-26".
 * NULL: it is none, or memory ran out. */
const char *gp_suggest_day(gp_job *job, const char *text);

/* The choice that the values of a path come from; NULL: none. */
const gp_choice *gp_choice_of(const char *path);

/* The word that a text stands for in any of its forms, as files have it; NULL: none. */
const char *gp_read_word(const gp_choice *choice, const char *text);

/* Are two names the same but for case, blanks, - and _? The second: its first `size` bytes. */
bool gp_is_same_name(const char *left, const char *right);
bool gp_is_same_part(const char *left, const char *right, size_t size);

#endif
