/* SPDX-License-Identifier: MIT
 * What the field of tension shows of every intervention. Private to render. */
#ifndef GP_TENSION_H
#define GP_TENSION_H

#include "groeipad/filter.h"
#include "render/log_axis.h"
#include "render/sheet.h"

#define GP_TENSION_CYCLES 12 /* a chain of more iterations is out of rhythm (GP305) */

typedef struct gp_tension_row {
    uint32_t activity;
    int32_t cycle, duration; /* days; 0: none */
    bool has_chain;          /* a capability is on its critical path */
    int32_t days, work;      /* of that path: all of it, and what is worked */
    gp_elapsed elapsed;
    int32_t cycles; /* iterations that go by in the meantime */
    int32_t late;   /* days, or 0 */
    bool is_out;    /* out of its own rhythm */
    bool is_least;  /* rests on an unknown lead time: it is so much at least */
    const char *id;
} gp_tension_row;

/* A row per intervention that passes (filter NULL: each), those furthest out of their rhythm first,
 * ties by id. Errors: GP_NO_MEMORY. Cost: the lengths of all critical paths, and O(n log n). */
gp_status gp_find_tension(gp_job *job, const gp_schedule *schedule, const gp_filter *filter,
                          gp_tension_row **out, uint32_t *count);

/* Draws rows below each other from `top` on, their names left of the axis and their words right. */
void gp_draw_tension_rows(const gp_sheet *sheet, const gp_log_axis *axis,
                          const gp_tension_row *rows, uint32_t count, gp_length top);

#define GP_TENSION_NAMES GP_UNITS(256) /* room for names, left */
#define GP_TENSION_WORDS GP_UNITS(318) /* room for words, right */
#define GP_TENSION_STEP GP_UNITS(58)   /* from row to row */

/* Parts of a row, for the key too: the bar of work and waiting between two x, a mark. */
typedef enum gp_tension_mark { GP_MARK_CYCLE, GP_MARK_DURATION, GP_MARK_CHAIN } gp_tension_mark;
void gp_draw_tension_mark(gp_buffer *buffer, gp_tension_mark mark, gp_point middle);
void gp_draw_waiting(gp_buffer *buffer, gp_length from, gp_length to, gp_length middle);
void gp_draw_working(gp_buffer *buffer, gp_length from, gp_length to, gp_length middle);

#endif
