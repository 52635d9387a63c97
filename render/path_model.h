/* SPDX-License-Identifier: MIT
 * What a development path shows: which boxes, which arrows. Private to render. */
#ifndef GP_PATH_MODEL_H
#define GP_PATH_MODEL_H

#include "core/job.h"
#include "groeipad/render.h"
#include "render/element_id.h"
#include "render/older.h"
#include "render/path_choice.h"
#include "render/path_groups.h"
#include "render/path_kinds.h"

typedef struct gp_path_box {
    uint32_t activity;
    uint8_t kind;     /* gp_box_kind */
    bool is_critical; /* on the path that fixes the date; in the whole picture: no buffer */
    bool is_option;   /* only alternatives that were not chosen lead on from it */
    bool is_focus;    /* the picture is about what is around it */
    bool is_last;     /* nothing leads on from it */
    const char *element_id;
    gp_activities behind[GP_WAYS]; /* what arrows would join to it and is not drawn */
} gp_path_box;

typedef struct gp_path_arrow {
    uint32_t from, to; /* boxes of the same part */
    uint32_t arc;
    bool is_chain;  /* strengthening from level to level */
    bool is_option; /* an alternative that was not chosen */
    bool is_live;   /* ready before going live, not before the start */
    bool is_critical;
} gp_path_arrow;

/* The picture proper, or the band of what is unfounded. Boxes are sorted by id and level,
 * arrows by their boxes; no pair of boxes has two arrows. */
typedef struct gp_path_part {
    gp_path_box *boxes;
    uint32_t box_count;
    gp_path_arrow *arrows;
    uint32_t arrow_count;
} gp_path_part;

typedef enum gp_part { GP_PART_FOUNDED, GP_PART_UNFOUNDED, GP_PARTS } gp_part;

typedef struct gp_path_model {
    const gp_schedule *schedule;
    const gp_path_view *view;
    gp_path_choice choice;
    gp_path_groups groups; /* none where there are too many of them */
    bool has_too_many_groups;
    gp_detail detail; /* what each box says; never GP_DETAIL_AUTO */
    gp_path_part parts[GP_PARTS];
    uint32_t box_count, arrow_count; /* of both parts, references left out */
    uint32_t left_out_count;         /* requirements that others imply */
    uint32_t behind_count;           /* arrows to what is not drawn */
    gp_gone_list gone;               /* of the older version */
    gp_tally tally;                  /* of what is drawn and what is gone */
    bool has_changed;                /* since then: what has not is drawn fainter */
} gp_path_model;

/* The view that NULL stands for: all there is, in English. */
extern const gp_path_view gp_whole_path;

/* Chooses boxes and arrows. Errors: GP_NO_MEMORY. Cost: O((V + E) log V), and what
 * gp_find_redundant takes. */
gp_status gp_model_path(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                        const gp_path_model **out);

#endif
