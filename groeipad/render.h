/* SPDX-License-Identifier: MIT
 *
 * Pictures of what groeipad found out: schedule -> SVG, or DOT for people who have their own
 * Graphviz pipeline. Nothing here decides anything about a portfolio: every date, float and
 * clash in a picture is the one that core gave.
 *
 *     gp_path_view view = {.intervention = GP_NONE, .language = GP_DUTCH};
 *     gp_picture picture;
 *     if (gp_draw_path(job, schedule, &view, &picture) == GP_OK)
 *         fwrite(picture.text, 1, picture.size, file);
 *
 * Every view has a `filter` (gp_make_filter), NULL where all there is may be drawn: only what
 * passes is drawn, and the picture says so. Every date, and what is critical or late, is that of
 * the whole: a picture of a part never tells another date than that of all.
 *
 * Sizes come from a table of advance widths, not from the fonts of the machine: the same
 * schedule and view give the same bytes everywhere. libcgraph keeps global state: one DOT file
 * at a time per process.
 */
#ifndef GROEIPAD_RENDER_H
#define GROEIPAD_RENDER_H

#include "groeipad/compare.h"
#include "groeipad/filter.h"
#include "groeipad/map.h"
#include "groeipad/plan.h"
#include "groeipad/repair.h"
#include "groeipad/risk.h"

#ifdef __cplusplus
extern "C" {
#endif

/* More boxes than this, or arrows that together cross more columns than the other, and the layout
 * of a development path looks less far for one with shorter arrows: the picture is coarser. */
#define GP_PICTURE_BOXES_MAX 1500
#define GP_PICTURE_SPANS_MAX 30000

/* Which colours: light with dark where the reader's screen is (prefers-color-scheme); white and
 * greys, for paper; dark everywhere. Shapes, dashes and weights are the same in all. */
typedef enum gp_theme { GP_THEME_DEFAULT, GP_THEME_PRINT, GP_THEME_DARK } gp_theme;

/* How much each box of a development path says; its tooltip says all. */
typedef enum gp_detail {
    GP_DETAIL_AUTO,  /* full; short where there are more than GP_PICTURE_FULL_BOXES_MAX boxes */
    GP_DETAIL_FULL,  /* kind, name, levels, dates, float and buffer */
    GP_DETAIL_SHORT, /* name, levels, the day it is ready */
    GP_DETAIL_NAME
} gp_detail;
#define GP_PICTURE_FULL_BOXES_MAX 300

/* What boxes of a development path have in common that stand in one frame. */
typedef enum gp_grouping {
    GP_GROUP_NONE,
    GP_GROUP_OWNER,
    GP_GROUP_TAG,    /* the first; where a filter asks for tags, the first of those */
    GP_GROUP_PARENT, /* the capability that they are part of */
    GP_GROUP_STAGE   /* of a capability: of the intervention that needs it first */
} gp_grouping;

/* What the columns of a development path are. No arrow leads to the left in any of them. */
typedef enum gp_columns {
    GP_COLUMNS_LAYER, /* each box just right of what leads to it */
    GP_COLUMNS_ROUND, /* what begins in the same planning round, as plateaus */
    GP_COLUMNS_YEAR   /* what begins in the same year */
} gp_columns;

/* An older version that a picture shows beside what there is: where steps stood that moved, what is
 * new, and what is gone. */
typedef struct gp_older {
    const gp_comparison
        *comparison;         /* of it with the schedule that is drawn; shares are not read */
    const char *name;        /* what readers call it: "last-month.json" */
    const gp_filter *filter; /* of the older portfolio: what of what is gone is shown; NULL:
                              * all of it */
} gp_older;

/* What the development path shows. NULL in its place: all there is, in English. In a view of your
 * own intervention must be set, also to GP_NONE; the rest may be zero. */
typedef struct gp_path_view {
    uint32_t intervention; /* activity: only what this one rests on; GP_NONE: all there is */
    bool all_requirements; /* also those that other requirements imply */
    gp_language language;
    gp_theme theme;
    bool is_stable;          /* laid out by us, so that boxes stay where they were: below */
    const char *layout_text; /* gp_picture.layout_text of last time; NULL or empty: none yet */
    size_t layout_size;      /* bytes */
    const char *layout_name; /* what findings call the file that it comes from */
    gp_detail detail;
    const gp_filter *filter; /* only what passes; NULL: everything */
    uint32_t focus;          /* activity: only what is near it; with hops */
    gp_grouping group;       /* in frames; they are laid out anew each time: nothing is stable */
    uint32_t hops;           /* how many requirements away is near, either way; 0: no focus */
    gp_columns columns;      /* of rounds or years: never stable, layout_text is not read */
    const gp_older *older;   /* what it is held against; NULL: nothing */
} gp_path_view;
#define GP_HOPS_MAX 100

/* A finished picture: text that a file gets as it is, and what it does not show. */
typedef struct gp_picture {
    const char *text;        /* UTF-8, a NUL after it; lives as long as the job */
    size_t size;             /* bytes, without the NUL */
    uint32_t box_count;      /* activities drawn */
    uint32_t arrow_count;    /* requirements and steps from level to level drawn */
    uint32_t left_out_count; /* requirements that others imply; the picture says so too */
    bool is_coarse;          /* so large that its layout is coarser */
    const char *layout_text; /* where the boxes stand, for the next time: text; or NULL */
    size_t layout_size;
    const struct gp_picture *pages; /* a picture on paper: each of its pages; text is the first */
    uint32_t page_count;            /* 0: it is not on paper */
} gp_picture;

/* Draws the development path: capabilities left of what requires them, each intervention right of
 * what it rests on, unfounded capabilities in a band below, critical path bold, clashes marked. No
 * arrow leads to the left. What no arrow joins stands beside and under each other, and tall columns
 * are folded, so that the page has the shape of a sheet on its side.
 *
 * A stable view leaves each box where layout_text says that it stood, and moves it only where an
 * arrow would lead to the left or another box needs the room; it gives the places of all boxes
 * back. The same portfolio with the places it gave back is the same picture, byte for byte.
 *
 * Owner:  out->text and out->layout_text live as long as job.
 * Errors: GP_INVALID (GP101: layout_text is none, or another picture's; GP807: columns of rounds,
 *         and the portfolio has none); GP_NO_MEMORY.
 * Cost:   O((V + E) log V), and less than a second of search for a better layout.
 */
GP_API gp_status gp_draw_path(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                              gp_picture *out);

/* Where gp_draw_path puts the boxes, without drawing them; no box twice.
 * Owner, errors, cost as above. */
GP_API gp_status gp_place_path(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                               gp_box_places *out);

/* Writes the same boxes and arrows as a DOT file (labels, shapes and styles included) that
 * dot(1) lays out itself. Owner, errors as above. Cost: O((V + E) log V). */
GP_API gp_status gp_write_path_dot(gp_job *job, const gp_schedule *schedule,
                                   const gp_path_view *view, gp_picture *out);

/* ---- images ---- */

typedef enum gp_image_format { GP_IMAGE_PNG, GP_IMAGE_PDF } gp_image_format;

/* How an image is made. NULL in its place: a PNG of the size of the picture. In options of your own
 * date must be set for a PDF, also to GP_NO_DAY; the rest may be zero. */
typedef struct gp_image_options {
    gp_image_format format;
    uint32_t scale_percent; /* of the size of the picture, 100 = one pixel a unit; 0: 100 */
    gp_day date;            /* PDF: when it was made, GP_NO_DAY: 1970-01-01; never the clock */
    const char *title;      /* PDF: what readers show in their title bar, or NULL */
} gp_image_options;
#define GP_SCALE_PERCENT_MIN 10
#define GP_SCALE_PERCENT_MAX 2000

/* Makes an image of an SVG picture, PDF in vectors with its links. Painted by librsvg and cairo,
 * which are loaded at the first call, with the fonts that fontconfig finds on the machine for
 * Helvetica, Arial, Liberation Sans, DejaVu Sans: the same picture gives the same bytes on a
 * machine, not on every machine. A page longer than 200 inches is scaled down to that. Of a picture
 * on paper a PDF has all pages, with the links between them; an image of one page is that of
 * picture->pages[i].
 * Owner:  out->text (bytes, not text) lives as long as job; the counts are the picture's.
 * Errors: GP_IO (GP803: librsvg is not installed; GP804: too large, or refused), GP_NO_MEMORY.
 * Cost:   O(length of the picture + pixels); PNG holds 4 bytes a pixel, 200 million at most.
 */
GP_API gp_status gp_make_image(gp_job *job, const gp_picture *picture,
                               const gp_image_options *options, gp_picture *out);

/* ---- roadmap ---- */

/* What the swimlanes of a roadmap are. */
typedef enum gp_lanes {
    GP_LANES_TRACK, /* interventions; capabilities to identify, to develop, to strengthen */
    GP_LANES_STAGE, /* explore, develop, exploit: capabilities where what needs them first is */
    GP_LANES_OWNER, /* who develops the capability, who owns the intervention */
    GP_LANES_NONE,
    GP_LANES_TAG,   /* the first tag; where a filter asks for tags, the first of those */
    GP_LANES_GOAL,  /* each intervention with what it alone rests on; what several share on top */
    GP_LANES_PARENT /* the capability that it is part of in the end */
} gp_lanes;

/* What a roadmap shows besides bars and their names; 0: GP_SHOW_USUAL. */
#define GP_SHOW_ARROWS 1u   /* all requirements between what is shown */
#define GP_SHOW_CRITICAL 2u /* those of the critical path */
#define GP_SHOW_BUFFER 4u   /* how long the work may overrun */
#define GP_SHOW_IDENTIFY 8u /* by when a capability must be identified */
#define GP_SHOW_NEEDED 16u  /* when interventions are needed, and how late they are */
#define GP_SHOW_ROUNDS 32u  /* planning rounds */
#define GP_SHOW_CYCLES 64u  /* iterations of interventions */
#define GP_SHOW_ALL 127u
#define GP_SHOW_NOTHING 128u /* bars and names only */
#define GP_SHOW_DRIVING 256u /* requirements that fixed a date: at most one into each bar */
#define GP_SHOW_USUAL                                                                              \
    (GP_SHOW_DRIVING | GP_SHOW_BUFFER | GP_SHOW_IDENTIFY | GP_SHOW_NEEDED | GP_SHOW_ROUNDS |       \
     GP_SHOW_CYCLES)

typedef enum gp_paper {
    GP_PAPER_NONE, /* one picture, as tall as it needs to be */
    GP_PAPER_A4,
    GP_PAPER_A3,
    GP_PAPER_A2,
    GP_PAPER_A1,
    GP_PAPERS
} gp_paper;

/* A plan with what was decided: the schedule that is drawn is repair->after. */
typedef struct gp_repaired {
    const gp_repair *repair;
    const gp_id_list *touched; /* by choice: the records that its changes name; none, or NULL: that
                                * of its candidate */
    double budget;             /* that it was found for; negative: whatever it takes */
} gp_repaired;

/* What the roadmap shows. NULL in its place: all there is, in English, lanes by track. In a view of
 * your own from and to must be set, also to GP_NO_DAY; the rest may be zero. */
typedef struct gp_roadmap_view {
    gp_lanes lanes;
    gp_day from, to;      /* what lies outside is cut off; GP_NO_DAY: all there is */
    const uint32_t *only; /* activities, the steps of a capability together; NULL: all */
    uint32_t only_count;
    const uint32_t *rests_on; /* an activity: it and what it rests on, beside `only`; NULL: none */
    uint32_t show;            /* GP_SHOW_... */
    gp_paper paper;           /* cut into pages of this size, on their long side */
    const gp_filter *filter;  /* only what passes is drawn, with the dates of the whole; or NULL */
    const gp_older *older;    /* what it is held against; NULL: nothing */
    const gp_risk_answer *risk; /* how sure the live dates are: tails behind the bars; NULL: none */
    const gp_repaired *repaired; /* what was decided, where `older` is held against repair->before;
                                  * NULL: nothing */
    bool is_changed_only; /* only what became something else since `older`, and what decisions are
                           * about */
    gp_language language;
    gp_theme theme;
} gp_roadmap_view;

/* Draws the roadmap: a bar per activity on a time axis, in rows within swimlanes; buffer as a
 * thin tail, the day by which to identify a capability, the day on which an intervention is
 * needed, and a gap where it is late. What rests on an unknown lead time is open at its end. What
 * was decided stands above it as a list, and by its number at the steps that it touches.
 *
 * Tracks: a step that is not begun, of a capability of level 0 that is not identified, is to be
 * identified; any other first step is to be developed, a further one to be strengthened.
 *
 * Owner:  out->text and out->pages live as long as job.
 * Errors: GP_NO_MEMORY.
 * Cost:   O((V + E) log V).
 */
GP_API gp_status gp_draw_roadmap(gp_job *job, const gp_schedule *schedule,
                                 const gp_roadmap_view *view, gp_picture *out);

/* ---- tension ---- */

/* What the field of tension shows. NULL or zero: English, in the default theme. */
typedef struct gp_tension_view {
    gp_language language;
    gp_theme theme;
    const gp_filter *filter; /* NULL: everything may be drawn */
} gp_tension_view;

/* Draws the field of tension: a row per intervention on a logarithmic axis of days with its
 * iteration, its planned duration, and the lead time of the path that fixes its date, work and
 * waiting apart; those that are most iterations away on top. A chain of 12 iterations or more is
 * out of the intervention's own rhythm, as in GP305.
 *
 * Owner:  out->text lives as long as job.
 * Errors: GP_NO_MEMORY.
 * Cost:   the sum of the lengths of all critical paths, and O(n log n).
 */
GP_API gp_status gp_draw_tension(gp_job *job, const gp_schedule *schedule,
                                 const gp_tension_view *view, gp_picture *out);

/* ---- boards, fit, model ---- */

/* What the boards show. NULL or zero: English, in the default theme. */
typedef struct gp_boards_view {
    gp_language language;
    gp_theme theme;
    const gp_filter *filter; /* NULL: everything may be drawn */
} gp_boards_view;

/* Draws the S curve of investment and value (a scheme: always the same logistic curve, no units)
 * with the boards explore, develop and exploit under it: interventions as numbered marks, from
 * uncertain to certain, the shape of the mark saying how uncertain; and per board the capabilities
 * to identify, to develop and to strengthen, with the day by which each must begin and whether it
 * is behind (gp_find_boards). Interventions without a stage stand apart, on no curve.
 * Owner:  out->text lives as long as job; box_count: marks and capabilities in the lists.
 * Errors: GP_NO_MEMORY.
 * Cost:   gp_find_boards, and O(length of the picture).
 * Source: Hogeschool Utrecht 2022, "Een groeimodel voor persoonlijke dienstverlening", figures 5
 *         and 6. */
GP_API gp_status gp_draw_boards(gp_job *job, const gp_schedule *schedule,
                                const gp_boards_view *view, gp_picture *out);

/* What need against experience shows. NULL or zero: English, in the default theme. */
typedef struct gp_fit_view {
    gp_language language;
    gp_theme theme;
    const gp_filter *filter; /* NULL: everything may be drawn */
} gp_fit_view;

/* Draws need against experience (gp_find_fits): a panel per dimension in the order of the
 * portfolio, each with an axis of its own without numbers; a row per segment and situation, with
 * earlier measurements small and faint, the way in which they differ as a shape, and the
 * interventions that answer that or work against it. Nothing is ranked, added up or drawn on a
 * scale that dimensions share.
 * Owner:  out->text lives as long as job; box_count: rows.
 * Errors: GP_NO_MEMORY.
 * Cost:   gp_find_fits, and O(length of the picture).
 * Source: Hogeschool Utrecht 2022, "Een groeimodel voor persoonlijke dienstverlening": dimensions
 *         are not to be added up or compared. */
GP_API gp_status gp_draw_fit(gp_job *job, const gp_schedule *schedule, const gp_fit_view *view,
                             gp_picture *out);

/* What the growth model shows. NULL or zero: English, in the default theme. */
typedef struct gp_model_view {
    gp_language language;
    gp_theme theme;
    const gp_filter *filter; /* NULL: everything may be drawn */
} gp_model_view;

/* Draws the growth model of this portfolio on one page: three pillars (need and experience per
 * dimension; interventions on their boards; capabilities on their tracks), each with its own
 * counts and the most urgent of the findings that the job holds (call gp_check first): the most
 * severe, then the lowest code, then the most days late or the earliest date. No total anywhere.
 * Owner:  out->text lives as long as job.
 * Errors: GP_NO_MEMORY.
 * Cost:   gp_find_fits, gp_find_boards, O(findings).
 * Source: Hogeschool Utrecht 2022, "Een groeimodel voor persoonlijke dienstverlening". */
GP_API gp_status gp_draw_model(gp_job *job, const gp_schedule *schedule, const gp_model_view *view,
                               gp_picture *out);

/* ---- sweep ---- */

/* What the picture of a sweep shows. NULL or zero: English, in the default theme. */
typedef struct gp_sweep_view {
    gp_language language;
    gp_theme theme;
    const gp_filter *filter; /* NULL: everything may be drawn */
} gp_sweep_view;
#define GP_SWEEP_LINES_MAX 40

/* Draws how late each intervention is with each value of a sweep (gp_find_sweep): days after the
 * needed date upward, the file as it is and then the values from left to right, a line for each
 * intervention that is ever late, with its name at its end. Of more than GP_SWEEP_LINES_MAX those
 * that have the most days late over all values are drawn, and the picture says so. Durations that
 * only get longer, or only shorter, stand to scale where they have room, all else evenly; the foot
 * says which. Of two targets: a panel for each value of the first, all on the same scale.
 * schedule: the one that the sweep was made from.
 * Owner:  out->text lives as long as job; box_count: lines.
 * Errors: GP_NO_MEMORY.
 * Cost:   O(interventions * values) and O(length of the picture). */
GP_API gp_status gp_draw_sweep(gp_job *job, const gp_schedule *schedule, const gp_sweep *sweep,
                               const gp_sweep_view *view, gp_picture *out);

/* ---- risk ---- */

/* What the picture of risk shows. NULL or zero: English, in the default theme. */
typedef struct gp_risk_view {
    gp_language language;
    gp_theme theme;
    const gp_filter *filter; /* NULL: everything may be drawn */
    uint32_t card_most;      /* interventions that are drawn; 0: GP_RISK_CARDS_USUAL */
} gp_risk_view;
#define GP_RISK_CARDS_USUAL 40

/* Draws how sure the dates are (gp_answer_risk): a card for each intervention that is not live yet,
 * least sure first, those that no date is asked of last. On it the share of the draws that is live
 * by each day, with the days by which half and 80 % are, the needed date and the planned one, each
 * with its chance in figures; and beside it bars: the days that the date loses to each risk on
 * average, with the part that its mitigation wins, and the days that it moves when a step takes one
 * standard deviation longer (rank correlation times the standard deviation of the date). Ten bars a
 * card; it says how many more there are, and the foot how many interventions are not drawn.
 * schedule: the one that the answer was made with.
 * Owner:  out->text lives as long as job; box_count: cards.
 * Errors: GP_NO_MEMORY.
 * Cost:   O(size of the answer), O(n log n) and O(length of the picture). */
GP_API gp_status gp_draw_risk(gp_job *job, const gp_schedule *schedule,
                              const gp_risk_answer *answer, const gp_risk_view *view,
                              gp_picture *out);

/* ---- map ---- */

/* What the colours of a map say. */
typedef enum gp_map_colour {
    GP_MAP_BY_GAP,    /* missing, unplanned, too late, in time, there */
    GP_MAP_BY_LEVEL,  /* the level that is there */
    GP_MAP_BY_LATE,   /* how many days too late */
    GP_MAP_BY_BUFFER, /* how many days of buffer are left */
    GP_MAP_BY_DEMAND, /* requested, prerequisite, premature, unfounded */
    GP_MAP_BY_OWNER,
    GP_MAP_BY_STAGE /* the most advanced of the interventions that rest on it */
} gp_map_colour;

/* What its frames are. */
typedef enum gp_map_group {
    GP_MAP_IN_PARENT,
    GP_MAP_IN_TAG, /* the first tag of each */
    GP_MAP_IN_OWNER
} gp_map_group;

/* What the capability map shows. NULL or zero: gaps on the status date, by parent, in English. */
typedef struct gp_map_view {
    gp_map_options options; /* several days: a panel for each, every box in the same place */
    gp_map_colour colour;
    gp_map_group group;
    const gp_older *older; /* what it is held against; NULL: nothing. Boxes say it on one panel; of
                            * several there are only the counts and what is gone */
    gp_language language;
    gp_theme theme;
} gp_map_view;

/* Draws the capability map (gp_find_map): a box for each capability within a frame for what it is
 * part of, in rows in the order of the file that fill a landscape page; frames before boxes. From
 * the sixth level on boxes lie flat in the fifth. Colour, mark and words say the same; pips say
 * which level is there against what is asked. What is required and described nowhere has a frame
 * of its own at the end.
 * Owner:  out->text lives as long as job; box_count: boxes and frames of one panel.
 * Errors: GP_WRONG_OPTION, as gp_find_map; GP_NO_MEMORY.
 * Cost:   gp_find_map, and O(length of the picture). */
GP_API gp_status gp_draw_map(gp_job *job, const gp_schedule *schedule, const gp_map_view *view,
                             gp_picture *out);

#ifdef __cplusplus
}
#endif
#endif
