/* SPDX-License-Identifier: MIT
 * A streaming JSON emitter over a gp_buffer: keys, values and brackets in the order in which
 * they are asked for. Private to io. */
#ifndef GP_JSON_WRITE_H
#define GP_JSON_WRITE_H

#include "core/job.h"
#include "groeipad/io.h"

typedef struct gp_json {
    gp_buffer *buffer;
    bool needs_comma; /* a value stands before the next one */
    gp_sink *sink;    /* takes the lines so far when there are many; NULL: all stays */
    void *sink_object;
} gp_json;

/* Opens '{' or '[', closes '}' or ']'. */
void gp_json_open(gp_json *json, char bracket);
void gp_json_close(gp_json *json, char bracket);

/* Puts what follows on a line of its own: one row per line keeps differences in git short. */
void gp_json_line(gp_json *json);

/* Puts what another emitter has written so far where this one stands. */
void gp_json_append(gp_json *json, const gp_json *other);

/* A key (a literal of ours: not escaped), and the values. NULL, GP_NO_DAY and GP_NO_DAYS are
 * written as null. */
void gp_json_key(gp_json *json, const char *key);
void gp_json_text(gp_json *json, const char *text);
void gp_json_number(gp_json *json, int64_t number);
void gp_json_unsigned(gp_json *json, uint64_t number);
void gp_json_day(gp_json *json, gp_day day);
void gp_json_truth(gp_json *json, bool is_true);
void gp_json_null(gp_json *json);

/* A key with its value. */
void gp_json_add_text(gp_json *json, const char *key, const char *text);
void gp_json_add_number(gp_json *json, const char *key, int64_t number);
void gp_json_add_days(gp_json *json, const char *key, int32_t days);
void gp_json_add_day(gp_json *json, const char *key, gp_day day);
void gp_json_add_truth(gp_json *json, const char *key, bool is_true);

#endif
