/* SPDX-License-Identifier: MIT
 * What the picture of risk is made of: a card for each intervention, with the S curve of its live
 * date and bars of what that date varies with. Private to render. */
#ifndef GP_RISK_PICTURE_H
#define GP_RISK_PICTURE_H

#include "groeipad/risk.h"
#include "render/sheet.h"

/* Where in gp_risk_quantiles and in gp_risk_sures the shares stand that are drawn. */
#define GP_RISK_P50 1
#define GP_RISK_P80 2
#define GP_RISK_P95 4
#define GP_RISK_SURE_80 1

/* A bar of a card: what a risk costs, or how far a step that runs long moves the date. */
typedef struct gp_risk_lever {
    bool is_risk;
    uint32_t subject;   /* a risk, or an entry of gp_risk_answer.steps_of */
    double days;        /* negative: the date comes earlier */
    double mitigated;   /* of a risk: days where it is mitigated, which may be more; negative: it
                           cannot be */
    double criticality; /* of a step: share of draws in which it is on the driving path */
} gp_risk_lever;

#define GP_RISK_LEVERS 10     /* rows of a card */
#define GP_RISK_RISKS_LEAST 4 /* of them for risks, where steps want them all */

typedef struct gp_risk_card {
    const gp_risk_live *live;
    const gp_risk_live *unmitigated;   /* NULL: nothing is mitigated */
    double sd_days;                    /* of the live date */
    gp_risk_lever *levers;             /* risks, then steps; of each the longest first */
    uint32_t risk_count, step_count;   /* that are drawn */
    uint32_t other_risks, other_steps; /* that are not */
} gp_risk_card;

typedef struct gp_risk_dates {
    uint32_t count, late_count; /* of these too late */
} gp_risk_dates;

typedef struct gp_risk_picture {
    gp_sheet sheet;
    const gp_risk_answer *answer;
    const gp_filter *filter;
    gp_risk_card *cards; /* what is drawn: least sure first */
    uint32_t card_count;
    uint32_t found_count;  /* what could be drawn */
    uint32_t done_count;   /* live already: no card */
    gp_risk_dates certain; /* whose date does not vary: no card */
    gp_risk_dates same;    /* whose date may, and is the same in all draws: no card either */
    uint32_t needed_count; /* with a date by which they are needed, with or without a card */
    uint32_t unsure_count; /* of these: in time in less than half of the draws */
} gp_risk_picture;

/* Chooses the cards, at most `most` of them. Errors: GP_NO_MEMORY. Cost: O(n log n). */
gp_status gp_find_risk_cards(gp_risk_picture *picture, uint32_t most);

/* Fills in the bars of the cards: in one walk over risks and steps. Errors: GP_NO_MEMORY. Cost:
 * O(size of the answer) and O(n log n). */
gp_status gp_find_risk_levers(gp_risk_picture *picture);

/* The standard deviation of a live date. */
double gp_risk_deviation(const gp_risk_live *live);

#define GP_RISK_CARD_WIDTH GP_UNITS(780)
#define GP_RISK_CARD_HEIGHT GP_UNITS(256)
#define GP_RISK_PLOT_LEFT GP_UNITS(42)
#define GP_RISK_PLOT_WIDTH GP_UNITS(330)
#define GP_RISK_PLOT_TOP GP_UNITS(70)
#define GP_RISK_PLOT_HEIGHT GP_UNITS(146)
#define GP_RISK_BARS_LEFT GP_UNITS(396)

/* A card with its upper left corner at `at`; the S curve of a card; its bars. */
void gp_draw_risk_card(const gp_risk_picture *picture, const gp_risk_card *card, gp_point at);
void gp_draw_risk_curve(const gp_risk_picture *picture, const gp_risk_card *card, gp_point at);
void gp_draw_risk_levers(const gp_risk_picture *picture, const gp_risk_card *card, gp_point at);

/* Whether a curve has a line where it is needed, and where it is planned: not far from all draws.
 */
bool gp_has_needed_line(const gp_risk_live *live);
bool gp_has_plan_line(const gp_risk_live *live);

/* Their parts, for the key too. A mark on the curve around its middle, filled where `is_sure`; a
 * bar, of which the part from `kept` on is hatched, and what comes behind it where it is mitigated.
 */
void gp_draw_risk_mark(gp_buffer *buffer, gp_point middle, bool is_sure);
void gp_draw_risk_bar(gp_buffer *buffer, bool is_risk, gp_point at, gp_length kept,
                      gp_length width);
void gp_draw_risk_added(gp_buffer *buffer, gp_point at, gp_length width);
#define GP_RISK_BAR GP_UNITS(9) /* its height */

/* A rectangle with strokes across it. */
void gp_draw_hatched(gp_buffer *buffer, const char *class_name, gp_point at, gp_point size);

/* Appends a chance as people read it: "23 %"; "<1 %" and ">99 %" of what is nearly never and nearly
 * always; days: "12", "<1", "12,000". */
void gp_add_chance(gp_buffer *buffer, double probability);
void gp_add_whole_days(gp_buffer *buffer, gp_language language, double days);
void gp_add_tenth_days(gp_buffer *buffer, gp_language language, double days);   /* "1.5" */
void gp_add_thousands(gp_buffer *buffer, gp_language language, int64_t number); /* not negative */

/* A share of the draws of a live date, as gp_live_chance says it. */
void gp_add_live_chance(gp_buffer *buffer, const gp_risk_live *live, double share);

/* Appends the sentence of a card: "23 % chance to be live by 2026-09-01; 80 % sure by 2027-02-15".
 */
void gp_add_risk_sentence(gp_buffer *buffer, gp_language language, const gp_risk_card *card);

/* Whether all draws are live on one day, which is known. */
bool gp_is_one_day(const gp_risk_live *live);

/* "50 % sure by 2027-01-04"; " · 10,000 draws, seed 1". */
void gp_add_risk_half(gp_buffer *buffer, gp_language language, const gp_risk_live *live);
void gp_add_draws(gp_buffer *buffer, gp_language language, const gp_risk_answer *answer);

/* The sentences above the cards; what a card says to who points at it. Owner: the job. */
#define GP_RISK_HEADLINES 3
const char *gp_risk_headline(const gp_risk_picture *picture, uint32_t number); /* "": none */
const char *gp_risk_subtitle(const gp_risk_picture *picture);
const char *gp_risk_notes(const gp_risk_picture *picture);
const char *gp_risk_card_title(const gp_risk_picture *picture, const gp_risk_card *card);
const char *gp_risk_name(const gp_risk_picture *picture, uint32_t intervention);

#endif
