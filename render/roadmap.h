/* SPDX-License-Identifier: MIT
 * The roadmap in the making: what its files hand on to each other. A file fills its own part and
 * changes nothing of the others. Private to render. */
#ifndef GP_ROADMAP_H
#define GP_ROADMAP_H

#include "groeipad/render.h"
#include "render/older.h"
#include "render/path_box.h"
#include "render/sheet.h"
#include "render/time_axis.h"

/* How a bar ends. */
typedef enum gp_edge {
    GP_EDGE_PLAIN,
    GP_EDGE_TORN, /* it goes on outside the axis */
    GP_EDGE_OPEN  /* "not before": it can only end later */
} gp_edge;

/* What stands at the day by which a capability must be identified. */
typedef enum gp_identify_mark {
    GP_MARK_NONE,
    GP_MARK_AHEAD, /* it still has to be */
    GP_MARK_DONE,  /* it has been */
    GP_MARK_PASSED /* the day has passed and it is not */
} gp_identify_mark;

typedef enum gp_label_place { GP_LABEL_INSIDE, GP_LABEL_RIGHT, GP_LABEL_LEFT } gp_label_place;

/* What became of a step since an older version, where that is anything. Lengths are x on the page.
 */
typedef struct gp_road_was {
    gp_was was;
    gp_length left, right; /* where it stood; the same: not on these dates, or it is new */
    gp_length from, to;    /* of the arrow: where it was ready, and is; the same: none */
    const char *words;
    gp_length words_at; /* their left end */
} gp_road_was;

/* How sure a live date is. Lengths are x on the page. */
typedef struct gp_road_risk {
    const gp_risk_live *live;
    const char *words; /* " · 80 % 2027-02-15" */
    const char *told;  /* for its tooltip */
    gp_length half;    /* the day by which half of the draws are live */
    gp_length end;     /* of the tail: the day by which 80 % are; that of the bar: no tail */
    bool has_cap;      /* that day lies on the axis */
} gp_road_risk;

/* What decisions do to a step. Lengths are x on the page. */
typedef struct gp_road_decided {
    const uint32_t *choices; /* that touch it, ascending: their numbers less one */
    uint32_t count;
    const gp_repair_live *live; /* of an intervention that was asked to be in time; or NULL */
    bool is_saved;              /* it was late, and is in time now */
    const char *words;          /* that say so; NULL: nothing to say, or no room for it */
    gp_length words_at;         /* their left end, with the sign before them */
    gp_length left, width;      /* of its numbers, before its name; 0: none */
    gp_length flag;             /* the day it was needed by before */
    bool has_flag;              /* that day is another, and on the axis */
} gp_road_decided;

/* A bar with all that belongs to it. Lengths are x on the page. */
typedef struct gp_road_item {
    uint32_t activity, lane, row; /* activity: of the older version where is_gone */
    bool is_gone;                 /* nothing but where it stood */
    gp_road_was *was;             /* NULL: it is the same, or there is no older version */
    gp_road_risk *risk;           /* NULL: not asked for, or there is nothing to be unsure of */
    gp_road_decided *decided;     /* NULL: no decision touches it, and it was not late */
    uint8_t kind;                 /* gp_box_kind */
    uint8_t left_edge;            /* gp_edge */
    uint8_t right_edge;           /* gp_edge */
    uint8_t mark_kind;            /* gp_identify_mark */
    uint8_t label_place;
    bool is_critical, is_begun, has_flag;
    uint16_t left_ports, right_ports; /* numbered flags before its start, and after its end */
    bool has_line;                    /* an arrow runs under the name beside it */
    gp_length left, right;            /* the bar */
    gp_length tail;                   /* where its buffer ends; `right`: no buffer is drawn */
    gp_length mark;                   /* the middle of the identify mark */
    gp_length flag;                   /* the day it is needed by */
    gp_text_line label;
    const char *suffix;                /* after the label: "· level 2", or "" */
    gp_length label_at;                /* its left end; for GP_LABEL_LEFT its right end */
    const char *late;                  /* "103 days · 4 cycles", or NULL */
    gp_length late_at;                 /* its left end */
    bool is_late_inside;               /* it stands in the red gap, not beside it */
    gp_length first, last;             /* all but its tail: nothing else in its row comes here */
    gp_length solid_first, solid_last; /* bar and words: no arrow comes here */
    gp_length under;                   /* of the room under the bar, what `was` takes of it */
    gp_length below;                   /* and all of it: its marks stand under that */
    gp_length left_ports_at, right_ports_at; /* where their flags begin */
    gp_length free_left, free_right;         /* beside it in its row: for the names at its ports */
} gp_road_item;

typedef struct gp_road_lane {
    const char *name, *id; /* the id is unique among the lanes */
    uint8_t place;         /* gp_lane_place */
    gp_length height_min;  /* what its head needs */
    uint32_t first_item, item_count, first_row, row_count;
    gp_length top, bottom; /* y, counted from 0 */
} gp_road_lane;

/* A row of bars. */
typedef struct gp_road_row {
    uint32_t lane, first, count; /* row_items[first .. first + count), left to right */
    gp_length channel;           /* y where it begins, counted from 0 */
    gp_length top;               /* y of its bars */
    gp_length below;             /* the room under its bars */
} gp_road_row;

/* How an arrow goes from one bar to the other. */
typedef enum gp_way_kind {
    GP_WAY_ROW,      /* along the row, from the end to the start */
    GP_WAY_FOOT,     /* from the foot (or head) of its bar, then along the other row to the start */
    GP_WAY_END,      /* from the end, through the rows, along the other row to the start */
    GP_WAY_DROP,     /* from the foot upon the other bar */
    GP_WAY_END_DROP, /* from the end, then upon the other bar */
    GP_WAY_BACK      /* from the end, through the rows, back into the end of the other bar */
} gp_way_kind;

typedef struct gp_way {
    uint8_t kind; /* gp_way_kind */
    gp_length x;  /* where it goes through rows */
} gp_way;

/* An arrow between two items: a line, or a port where it finds no way. */
typedef struct gp_road_link {
    uint32_t from, to, arc; /* items */
    bool is_live, is_option, is_chain, is_critical;
    bool is_driving, is_from_start;
    bool is_placed;              /* it has its way */
    bool is_port;                /* two flags with the same number, and nothing between them */
    uint32_t number;             /* of a port, from 1, from top to bottom */
    uint16_t from_slot, to_slot; /* of a port: which flags of its bars, counted from the bar */
    gp_way way;
    gp_point *points;
    uint32_t point_count;
} gp_road_link;

typedef struct gp_roadmap {
    gp_sheet sheet; /* each page is drawn on a copy of it */
    const gp_roadmap_view *view;
    uint32_t show; /* GP_SHOW_... */
    gp_time_axis axis;
    gp_road_item *items; /* by lane, then by where they start, then by id */
    uint32_t item_count;
    uint32_t outside_count;  /* activities before `from` or after `to` */
    uint32_t unwanted_count; /* activities that were not asked for */
    uint32_t outward_count;  /* arrows of what is shown from or to what is not */
    uint32_t passed_count;   /* items whose day to be identified has passed, marked or not */
    uint32_t *item_of;       /* by activity, or GP_NONE */
    gp_road_lane *lanes;
    uint32_t lane_count;
    gp_length head;    /* width of the heads of the lanes; 0: there are none */
    gp_road_row *rows; /* one more than there are: where the last ends */
    uint32_t row_count;
    uint32_t *row_items;
    gp_road_link *links;
    uint32_t link_count;
    uint32_t *filed, *filed_first; /* links by row: filed[filed_first[row]..], see gp_file_links */
    gp_length height;              /* of all rows and channels */
    uint32_t kinds[GP_BOX_KINDS];  /* how many bars of each */
    uint32_t late_count;
    const gp_risk_live **lives;          /* by intervention; NULL: nobody asks how sure they are */
    const struct gp_road_repair *repair; /* NULL: nothing was decided */
    gp_gone_list gone; /* of the older version; those on these dates are the last items */
    gp_tally tally;
} gp_roadmap;

#define GP_ROAD_BAR GP_UNITS(16)     /* height of a bar */
#define GP_ROAD_LINE GP_UNITS(10)    /* from its top to where arrows begin and end */
#define GP_ROAD_GUTTER GP_UNITS(14)  /* beside the axis, for labels; as much again for arrows */
#define GP_ROAD_LANDING GP_UNITS(13) /* before a bar, for arrow heads */
#define GP_ROAD_APART GP_UNITS(6)    /* after what stands in a row */
#define GP_ROAD_ROWS_MAX 60          /* an arrow over more rows is a port */
#define GP_ROAD_PORT GP_UNITS(10)    /* height of the flag of a port */
#define GP_ROAD_PORT_GAP GP_UNITS(2) /* between flags */

/* Chooses items and the axis. */
gp_status gp_choose_items(gp_roadmap *map);

/* Gives every item its lane, puts the lanes in their order and measures their heads. Cost:
 * O((V + E) log V). */
gp_status gp_assign_lanes(gp_roadmap *map);

/* How wide the heads of the lanes are, and how high each has to be. */
void gp_size_heads(gp_roadmap *map);

/* How wide the page is, and so where its axis is; the width that suits rows of that height; and
 * what it is at first, from an estimate of that. Cost: O(n log n). */
void gp_set_width(gp_roadmap *map, gp_length width);
gp_length gp_width_for(const gp_roadmap *map, gp_length rows);
bool gp_width_suits(const gp_roadmap *map); /* the width that it has, and the rows */
gp_status gp_choose_width(gp_roadmap *map);

/* Sorts the items by lane, then by where they start, then by id. */
gp_status gp_sort_road_items(gp_roadmap *map);

/* Where bars, labels and marks stand, and how much room an item takes. */
gp_status gp_place_items(gp_roadmap *map);
gp_status gp_place_item(gp_roadmap *map, gp_road_item *item);

/* Shows more of a name that was cut, where its row has room up to `limit`. */
void gp_stretch_label(gp_roadmap *map, gp_road_item *item, gp_length limit);

/* Which requirements are drawn as arrows. Cost: O(E log E). */
gp_status gp_find_links(gp_roadmap *map);

/* Too many bars for care with each. */
bool gp_is_large(const gp_roadmap *map);

/* Makes the arrow a port: its bars are placed anew, with room for its flags. */
gp_status gp_make_port(gp_roadmap *map, gp_road_link *link);
gp_length gp_port_width(const gp_roadmap *map); /* of a flag, with the room after it */

/* Gives ports their numbers, and their flags their places. Cost: O(n log n). */
gp_status gp_number_ports(gp_roadmap *map);

/* Gives every item its row: what one bar drives stands where arrows can go from there. Arrows that
 * find no way become ports. Cost: O(n log n) for each of a few tries. */
gp_status gp_pack_rows(gp_roadmap *map);

/* Lays out rows and arrows, again while arrows become ports; then numbers the ports, stacks lanes
 * and rows, and shows more of the names. Cost: O((n + arrows) log n) for each of a few turns. */
gp_status gp_route_links(gp_roadmap *map);

/* Files the arrows by their rows, for pages to find. Cost: O(rows + arrows). */
gp_status gp_file_links(gp_roadmap *map);

/* Gives rows and lanes their y. */
void gp_stack_rows(gp_roadmap *map);

/* Parts of an item, for the key too: the bar alone, an identify mark around its middle, a flag
 * whose pole begins at `at`. */
void gp_draw_bar(gp_buffer *buffer, const gp_road_item *item, gp_length top);
void gp_draw_identify_mark(gp_buffer *buffer, gp_identify_mark kind, gp_point middle);
void gp_draw_flag(gp_buffer *buffer, gp_point at, bool is_late);

/* The schedule that an item's activity is of. */
const gp_dates *gp_gone_dates(const gp_roadmap *map, uint32_t i); /* of map->gone */
const gp_schedule *gp_item_schedule(const gp_roadmap *map, const gp_road_item *item);

/* What became of the bars since the older version: finds it and what is gone, makes items of that
 * in a lane at the end, places what it takes under a bar, and draws it. */
gp_status gp_find_road_was(gp_roadmap *map, gp_road_item *item);
gp_status gp_find_road_gone(gp_roadmap *map);
gp_status gp_add_road_gone(gp_roadmap *map);
void gp_place_was(const gp_roadmap *map, gp_road_item *item);
void gp_draw_was(gp_buffer *buffer, const gp_road_item *item, gp_length top);
void gp_draw_road_gone(gp_buffer *buffer, const gp_roadmap *map, const gp_road_item *item,
                       gp_length top);

/* How sure live dates are: finds them all, then that of an item; the day that the axis must reach
 * for it (GP_NO_DAY: none); places its tail and draws it; lines of a tooltip; a tail for the key.
 */
gp_status gp_find_road_lives(gp_roadmap *map);
gp_status gp_find_road_risk(gp_roadmap *map, gp_road_item *item);
gp_day gp_road_sure_day(const gp_roadmap *map, uint32_t activity);
void gp_place_road_risk(const gp_roadmap *map, gp_road_item *item);
void gp_draw_road_risk(gp_buffer *buffer, const gp_road_item *item, gp_length top);
void gp_add_road_risk(gp_buffer *buffer, const gp_road_item *item);
void gp_draw_road_tail(gp_buffer *buffer, gp_point at, gp_length width, bool has_cap);
bool gp_has_half_mark(const gp_road_item *item);

extern const gp_style gp_road_risk_style;

/* What was decided: finds which decision touches what, then what they do to an item; places the
 * numbers before its name, which `name` says how wide it is with them, and returns how wide it is
 * alone; places and draws what says that it is in time now; lines of a tooltip, and words for who
 * cannot see it. */
gp_status gp_find_road_repair(gp_roadmap *map);
gp_status gp_find_road_decided(gp_roadmap *map, gp_road_item *item);
bool gp_is_road_decided(const gp_roadmap *map, uint32_t activity); /* or it was late, or is */
gp_length gp_place_road_numbers(gp_road_item *item, gp_length name);
gp_status gp_place_saved(gp_roadmap *map, gp_road_item *item);
gp_length gp_road_saved_end(const gp_road_item *item); /* where its words end */
void gp_draw_road_decided(gp_buffer *buffer, const gp_road_item *item, gp_length top);
void gp_add_road_decided(gp_buffer *buffer, const gp_roadmap *map, const gp_road_item *item);
gp_length gp_road_numbers_width(const gp_road_item *item);

/* Their parts, for the key too: a number, whose width is returned; a tick. */
gp_length gp_draw_decision_number(gp_buffer *buffer, uint32_t number, gp_point at);
gp_length gp_decision_number_width(uint32_t number);
void gp_draw_saved_sign(gp_buffer *buffer, gp_point at);
void gp_draw_old_flag(gp_buffer *buffer, gp_point at);
#define GP_SAVED_SIGN GP_UNITS(10)

/* Draws the list of decisions with its top at `top`, at most `room` high (0: all of it), and
 * returns where it ends; what it takes at least when it is so wide. */
gp_length gp_draw_decisions(const gp_sheet *sheet, const gp_roadmap *map, gp_length top,
                            gp_length room);

extern const gp_style gp_road_repair_style;

/* " · level 2": what stands after the name of a step, but for how sure it is. */
const char *gp_road_level(const gp_road_item *item);

/* The right end of a bar, or of the tail that says how sure it is. */
gp_length gp_road_end(const gp_road_item *item);

/* Draws one item, moved down by `down`. */
void gp_draw_item(gp_buffer *buffer, const gp_roadmap *map, const gp_road_item *item,
                  gp_length down);

#endif
