/* SPDX-License-Identifier: MIT
 * The fields of `map`: in JSON the days with their counts, and a capability with its days; in CSV
 * a row for each capability and day. What does not pass the filter is in neither. */
#include "io/answers/answers.h"
#include "io/answers/field.h"
#include "io/answers/map_words.h"
#include "io/answers/record_fields.h"
#include "io/answers/words.h"

/* A capability with its days; in CSV one of them. */
typedef struct entry {
    uint32_t symbol; /* first: record_fields.h takes it for the record */
    const gp_map_row *row;
    const gp_map_state *states;
} entry;

typedef struct told {
    const gp_map *map;
    const entry *entries;
    uint32_t entry_count;
} told;

static const gp_map *map_of(const gp_answer *answer)
{
    return ((const told *)answer->record)->map;
}

static const gp_map_row *row_of(const void *record)
{
    return ((const entry *)record)->row;
}

static const gp_map_state *state_of(const void *record)
{
    return ((const entry *)record)->states;
}

/* ---- what is the same on every day ---- */

static gp_value name_of(gp_answer *answer, const void *record)
{
    return (gp_value){.text = gp_symbol_name(answer->portfolio, row_of(record)->symbol)};
}

static gp_value demand_of(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.text = gp_map_demand_key(row_of(record)->demand)};
}

static gp_value stage_of(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.text = gp_stage_key((gp_stage)row_of(record)->stage)};
}

static gp_value asked_in_all_of(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.number = row_of(record)->asked_in_all};
}

static gp_value ready_in_all_of(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.day = row_of(record)->ready_in_all};
}

/* ---- a capability on a day ---- */

static gp_value states_of(gp_answer *answer, const void *record)
{
    return (gp_value){.list = {.first = state_of(record), .count = map_of(answer)->date_count}};
}

static gp_value level_of(gp_answer *answer, const void *state)
{
    (void)answer;
    return (gp_value){.number = ((const gp_map_state *)state)->level};
}

static gp_value at_most_of(gp_answer *answer, const void *state)
{
    (void)answer;
    return (gp_value){.number = ((const gp_map_state *)state)->at_most};
}

static gp_value asked_of(gp_answer *answer, const void *state)
{
    (void)answer;
    return (gp_value){.number = ((const gp_map_state *)state)->asked};
}

static gp_value gap_of(gp_answer *answer, const void *state)
{
    (void)answer;
    return (gp_value){.text = gp_map_gap_key(((const gp_map_state *)state)->gap)};
}

static const gp_field state_fields[] = {
    {"date", "date", GP_DAY_AT(gp_map_state, date)},
    {"level", "level", GP_COMPUTED(COUNT, level_of)},
    {"level_at_most", "level_at_most", GP_COMPUTED(COUNT, at_most_of)},
    {"asked", "asked", GP_COMPUTED(COUNT, asked_of)},
    {"gap", "gap", GP_COMPUTED(TEXT, gap_of)},
    {"buffer_days", "buffer_days", GP_DAYS_AT(gp_map_state, buffer_days)},
    {"needed_by", "needed_by", GP_DAY_AT(gp_map_state, needed_by)},
    {"ready", "ready", GP_DAY_AT(gp_map_state, ready)},
    {0},
};

/* In CSV the cells of the day stand after those that say which capability it is. */
static const gp_field entry_fields[] = {
    {"id", "id", GP_ID_AT(entry, symbol)},
    {"name", "name", GP_COMPUTED(TEXT, name_of)},
    {"parent", "parent", GP_COMPUTED(TEXT, gp_parent_of)},
    {"at", NULL, GP_COMPUTED_ROWS(states_of, gp_map_state, state_fields)},
    {"asked_in_all", "asked_in_all", GP_COMPUTED(COUNT, asked_in_all_of)},
    {"ready_in_all", "ready_in_all", GP_COMPUTED(DAY, ready_in_all_of)},
    {"demand", "demand", GP_COMPUTED(TEXT, demand_of)},
    {"stage", "stage", GP_COMPUTED(TEXT, stage_of)},
    {"owner", "owner", GP_COMPUTED(TEXT, gp_owner_of)},
    {"status", "status", GP_COMPUTED(TEXT, gp_status_of)},
    {"tags", "tags", GP_COMPUTED(TEXTS, gp_tags_of)},
    {0},
};

/* ---- the days ---- */

/* A day with how many capabilities stand how. */
typedef struct day_counts {
    gp_day date;
    uint32_t missing, unplanned, too_late, in_time, there;
} day_counts;

static const gp_field day_fields[] = {
    {"date", NULL, GP_DAY_AT(day_counts, date)},
    {"missing", NULL, GP_COUNT_AT(day_counts, missing)},
    {"unplanned", NULL, GP_COUNT_AT(day_counts, unplanned)},
    {"too_late", NULL, GP_COUNT_AT(day_counts, too_late)},
    {"in_time", NULL, GP_COUNT_AT(day_counts, in_time)},
    {"there", NULL, GP_COUNT_AT(day_counts, there)},
    {0},
};

static gp_value days_of(gp_answer *answer, const void *record)
{
    (void)record;
    const gp_map *map = map_of(answer);
    day_counts *days = GP_NEW(answer->job, day_counts, map->date_count);
    answer->has_failed |= !days;
    for (uint32_t i = 0; days && i < map->date_count; i++) {
        const uint32_t *counts = &map->counts[(size_t)i * GP_MAP_GAPS];
        days[i] =
            (day_counts){map->dates[i],           counts[GP_MAP_MISSING], counts[GP_MAP_UNPLANNED],
                         counts[GP_MAP_TOO_LATE], counts[GP_MAP_IN_TIME], counts[GP_MAP_THERE]};
    }
    return (gp_value){.list = {.first = days, .count = days ? map->date_count : 0}};
}

static const gp_field map_fields[] = {
    {"dates", NULL, GP_COMPUTED_ROWS(days_of, day_counts, day_fields), .lines = GP_LINES_ALL},
    {"capabilities", NULL, GP_ROWS_AT(told, entries, entry_count, entry_fields),
     .lines = GP_LINES_ALL},
    {0},
};
static const gp_field csv_fields[] = {
    {"capabilities", NULL, GP_ROWS_AT(told, entries, entry_count, entry_fields),
     .lines = GP_LINES_ALL},
    {0},
};

gp_status gp_fields_map(gp_job *job, const gp_portfolio *portfolio, const gp_map *map,
                        const gp_write_options *options, gp_output *out)
{
    bool is_csv = options->format == GP_FORMAT_CSV;
    uint32_t days = is_csv ? map->date_count : 1;
    entry *entries = GP_NEW(job, entry, (size_t)map->row_count * days);
    if (!entries) return gp_no_memory(job);
    told telling = {.map = map, .entries = entries};
    for (uint32_t i = 0; i < map->row_count; i++)
        for (uint32_t k = 0; k < days && !map->rows[i].is_context; k++)
            entries[telling.entry_count++] = (entry){map->rows[i].symbol, &map->rows[i],
                                                     &map->states[(size_t)i * map->date_count + k]};
    gp_answer answer = {.job = job,
                        .name = "map",
                        .portfolio = portfolio,
                        .record = &telling,
                        .language = options->language};
    return gp_write_fields(&answer, is_csv ? csv_fields : map_fields, options->format, out);
}
