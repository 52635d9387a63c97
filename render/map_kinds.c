/* SPDX-License-Identifier: MIT
 * What can a box of the map be? For each colouring a short list of kinds with a class, a sign and
 * words, so that colour is never the only one to say it; owners have numbers in place of signs. */
#include "core/names.h"
#include "render/map_picture.h"

#include <string.h>

#define HUES 8
#define QUARTER 91 /* days */
#define YEAR 365

/* ---- the tables: what is described nowhere is the first of each ---- */

typedef struct kind_row {
    const char *class_name;
    gp_map_sign sign;
    const char *words[2];
    const char *more[2]; /* what the legend adds; NULL: nothing */
} kind_row;

#define MORE(class_name, sign, english, dutch, more, meer)                                         \
    {                                                                                              \
        class_name, GP_SIGN_##sign, {english, dutch},                                              \
        {                                                                                          \
            more, meer                                                                             \
        }                                                                                          \
    }
#define KIND(class_name, sign, english, dutch) MORE(class_name, sign, english, dutch, NULL, NULL)

static const kind_row gap_kinds[] = {
    KIND("missing", CROSS, "missing", "ontbreekt"),
    MORE("hazy", QUESTION, "unplanned", "ongepland", "no date is known", "geen datum bekend"),
    KIND("overdue", TRIANGLE, "too late", "te laat"),
    KIND("coming", RING, "in time", "op tijd"),
    KIND("done", CHECK, "there already", "aanwezig"),
};

static const kind_row level_kinds[] = {
    KIND("missing", CROSS, "missing", "ontbreekt"),
    KIND("level0", NUMBER, "not there yet", "nog niet aanwezig"),
    KIND("level1", NUMBER, "level 1 is there", "niveau 1 is er"),
    KIND("level2", NUMBER, "level 2 is there", "niveau 2 is er"),
    KIND("level3", NUMBER, "level 3 is there", "niveau 3 is er"),
    KIND("level4", NUMBER, "level 4 is there", "niveau 4 is er"),
    KIND("level5", NUMBER, "level 5 is there", "niveau 5 is er"),
};

static const kind_row late_kinds[] = {
    KIND("missing", CROSS, "missing", "ontbreekt"),
    KIND("hazy", QUESTION, "no date is known", "geen datum bekend"),
    KIND("heat3", BARS_3, "more than a year too late", "meer dan een jaar te laat"),
    KIND("heat2", BARS_2, "up to a year too late", "tot een jaar te laat"),
    KIND("heat1", BARS_1, "up to three months too late", "tot drie maanden te laat"),
    KIND("coming", BARS_0, "not too late", "niet te laat"),
    KIND("done", CHECK, "there already", "aanwezig"),
};

static const kind_row buffer_kinds[] = {
    KIND("missing", CROSS, "missing", "ontbreekt"),
    KIND("hazy", QUESTION, "no date is known", "geen datum bekend"),
    KIND("overdue", TRIANGLE, "too late", "te laat"),
    KIND("heat2", BARS_0, "no buffer", "geen buffer"),
    KIND("heat1", BARS_1, "up to three months of buffer", "tot drie maanden buffer"),
    KIND("level1", BARS_2, "up to a year of buffer", "tot een jaar buffer"),
    KIND("level3", BARS_3, "more than a year of buffer", "meer dan een jaar buffer"),
    KIND("coming", RING, "nothing waits for it", "niets wacht erop"),
    KIND("done", CHECK, "there already", "aanwezig"),
};

static const kind_row demand_kinds[] = {
    MORE("asked", DISC, "requested", "gevraagd", "by an intervention", "door een interventie"),
    KIND("before", DIAMOND, "prerequisite", "randvoorwaarde"),
    MORE("early", HALF, "premature", "voorbarig", "only explored", "alleen verkend"),
    MORE("hollow", RING, "unfounded", "ongegrond", "nothing rests on it", "niets steunt erop"),
    MORE("done", CHECK, "heading", "kop", "there, and holds others", "aanwezig, en bevat andere"),
};

static const kind_row stage_kinds[] = {
    KIND("level0", BARS_0, "no stage", "geen fase"),
    KIND("early", BARS_1, "explored", "verkend"),
    KIND("heat1", BARS_2, "developed", "ontwikkeld"),
    KIND("done", BARS_3, "exploited", "geëxploiteerd"),
};

#define TABLE(rows, english, dutch)                                                                \
    {                                                                                              \
        rows, sizeof rows / sizeof *rows,                                                          \
        {                                                                                          \
            english, dutch                                                                         \
        }                                                                                          \
    }
static const struct {
    const kind_row *rows;
    uint32_t count; /* 0: made of the portfolio */
    const char *words[2];
} tables[] = {
    [GP_MAP_BY_GAP] = TABLE(gap_kinds, "by gap", "naar tekort"),
    [GP_MAP_BY_LEVEL] = TABLE(level_kinds, "by level", "naar niveau"),
    [GP_MAP_BY_LATE] = TABLE(late_kinds, "by days too late", "naar dagen te laat"),
    [GP_MAP_BY_BUFFER] = TABLE(buffer_kinds, "by buffer", "naar buffer"),
    [GP_MAP_BY_DEMAND] = TABLE(demand_kinds, "by demand", "naar vraag"),
    [GP_MAP_BY_OWNER] = {NULL, 0, {"by owner", "naar eigenaar"}},
    [GP_MAP_BY_STAGE] = TABLE(stage_kinds, "by stage", "naar fase"),
};

const char *gp_map_colour_words(gp_map_colour colour, gp_language language)
{
    return tables[colour].words[language];
}

const char *gp_map_kind_words(gp_map_colour colour, uint32_t kind, gp_language language)
{
    return tables[colour].rows[kind].words[language];
}

/* ---- which kind is a box? ---- */

const char *gp_map_owner_of(const gp_map_picture *picture, uint32_t row)
{
    uint32_t capability = picture->map.rows[row].capability;
    const char *owner =
        capability == GP_NONE ? NULL : picture->sheet.portfolio->capabilities[capability].owner;
    return owner && *owner ? owner : NULL;
}

static uint32_t late_kind(const gp_map_state *state)
{
    if (state->gap == GP_MAP_THERE) return 6;
    if (state->gap <= GP_MAP_UNPLANNED) return state->gap;
    if (state->gap == GP_MAP_IN_TIME) return 5;
    return state->buffer_days < -YEAR ? 2 : state->buffer_days < -QUARTER ? 3 : 4;
}

static uint32_t buffer_kind(const gp_map_state *state)
{
    if (state->gap == GP_MAP_THERE) return 8;
    if (state->gap <= GP_MAP_TOO_LATE) return state->gap;
    if (state->buffer_days == GP_NO_DAYS) return 7;
    if (state->buffer_days <= 0) return 3;
    return state->buffer_days <= QUARTER ? 4 : state->buffer_days <= YEAR ? 5 : 6;
}

uint32_t gp_map_kind_of(const gp_map_picture *picture, uint32_t index, uint32_t panel)
{
    const gp_map_row *row = &picture->map.rows[index];
    const gp_map_state *state = gp_map_state_of(picture, index, panel);
    switch (picture->view->colour) {
    case GP_MAP_BY_GAP: return state->gap;
    case GP_MAP_BY_LEVEL: return row->capability == GP_NONE ? 0 : 1u + state->level;
    case GP_MAP_BY_LATE: return late_kind(state);
    case GP_MAP_BY_BUFFER: return buffer_kind(state);
    case GP_MAP_BY_DEMAND: return row->demand;
    case GP_MAP_BY_OWNER: return picture->kinds->owner_kind[index];
    case GP_MAP_BY_STAGE: return row->stage;
    }
    return 0;
}

/* ---- the kinds of a picture ---- */

/* A number as a sign is that of the level, which is one less than the kind. */
static gp_status make_table(gp_map_picture *picture, gp_map_kinds *out)
{
    uint32_t count = tables[picture->view->colour].count;
    const kind_row *rows = tables[picture->view->colour].rows;
    gp_map_kind *kinds = GP_NEW(picture->sheet.job, gp_map_kind, count);
    if (!kinds) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < count; i++)
        kinds[i] =
            (gp_map_kind){rows[i].class_name, rows[i].words[picture->sheet.language],
                          rows[i].more[picture->sheet.language], rows[i].sign, i ? i - 1 : 0};
    out->kinds = kinds;
    out->count = count;
    return GP_OK;
}

/* Kind 0 is that of who has no owner; the others have a number and one of a few hues. */
static gp_status make_owners(gp_map_picture *picture, gp_map_kinds *out)
{
    static const char *const hues[HUES] = {"hue1", "hue2", "hue3", "hue4",
                                           "hue5", "hue6", "hue7", "hue8"};
    gp_job *job = picture->sheet.job;
    gp_names *names = gp_new_names(job);
    out->owner_kind = GP_NEW(job, uint32_t, picture->map.row_count);
    if (!names || !out->owner_kind) return gp_no_memory(job);
    for (uint32_t i = 0; i < picture->map.row_count; i++) {
        const char *owner = gp_map_owner_of(picture, i);
        if (!owner || picture->map.rows[i].is_context) continue;
        uint32_t number = gp_intern(names, owner, strlen(owner));
        if (number == GP_NONE) return gp_no_memory(job);
        out->owner_kind[i] = number + 1;
    }
    out->count = (uint32_t)names->texts.count + 1;
    gp_map_kind *kinds = GP_NEW(job, gp_map_kind, out->count);
    if (!kinds) return gp_no_memory(job);
    kinds[0] = (gp_map_kind){"level0", gp_say(picture->sheet.language, "no owner", "geen eigenaar"),
                             NULL, GP_SIGN_NO_SHAPE, 0};
    for (uint32_t i = 1; i < out->count; i++)
        kinds[i] =
            (gp_map_kind){hues[(i - 1) % HUES], gp_name(names, i - 1), NULL, GP_SIGN_NUMBER, i};
    out->kinds = kinds;
    return GP_OK;
}

gp_status gp_find_map_kinds(gp_map_picture *picture)
{
    gp_job *job = picture->sheet.job;
    const gp_map *map = &picture->map;
    gp_map_kinds *kinds = GP_NEW(job, gp_map_kinds, 1);
    if (!kinds) return gp_no_memory(job);
    picture->kinds = kinds;
    GP_TRY(tables[picture->view->colour].count ? make_table(picture, kinds)
                                               : make_owners(picture, kinds));
    kinds->counts = GP_NEW(job, uint32_t, (size_t)map->date_count * kinds->count);
    kinds->in_all = GP_NEW(job, uint32_t, kinds->count);
    if (!kinds->counts || !kinds->in_all) return gp_no_memory(job);
    for (uint32_t i = 0; i < map->row_count; i++)
        for (uint32_t panel = 0; panel < map->date_count && !map->rows[i].is_context; panel++) {
            uint32_t kind = gp_map_kind_of(picture, i, panel);
            kinds->counts[(size_t)panel * kinds->count + kind]++;
            kinds->in_all[kind]++;
        }
    return GP_OK;
}
