/* SPDX-License-Identifier: MIT
 * How long something takes, as far as it is known: a duration, an object of three points and how
 * the durations between them are spread, or a list of durations with their weights. */
#include "io/record/record.h"

#include <cjson/cJSON.h>

/* Further apart no two weights mean anything, and their sum stays a number. */
#define WEIGHT_MAX 1e9

static void *field(void *record, const gp_key *key)
{
    return (char *)record + key->offset;
}

/* ---- three points ---- */

/* Is a longer than b whatever day both start on? Only then is their order an error: 1mo is not
 * longer than 30d. A month lasts 28 to 31 days and any n months 30.4 n give or take 3. Working
 * days against calendar ones depend on holidays and are not compared. */
static bool is_longer(gp_duration a, gp_duration b)
{
    if (a.unit == GP_DURATION_NONE || b.unit == GP_DURATION_NONE || a.unit != b.unit) return false;
    int64_t months = a.months - b.months, days = a.days - b.days;
    if (months == 0) return days > 0;
    return months * 30436875 / 1000000 - 3 + days > 0;
}

static gp_status check_order(gp_records *records, const cJSON *node, gp_estimate *estimate)
{
    const gp_duration none = {0};
    if (is_longer(estimate->min, estimate->likely)) {
        estimate->min = none;
        GP_TRY(gp_bad_value(records, "min", cJSON_GetObjectItemCaseSensitive(node, "min"),
                            GP_TEXT("min <= likely"), NULL));
    }
    if (!is_longer(estimate->likely, estimate->max)) return GP_OK;
    estimate->max = none;
    return gp_bad_value(records, "max", cJSON_GetObjectItemCaseSensitive(node, "max"),
                        GP_TEXT("likely <= max"), NULL);
}

typedef struct points {
    gp_estimate estimate; /* first: check_order takes it for the record */
    uint8_t distribution;
} points;

static const gp_key estimate_keys[] = {
    {"min", gp_read_duration, offsetof(points, estimate.min), NULL, false, 0},
    {"likely", gp_read_duration, offsetof(points, estimate.likely), NULL, true, 0},
    {"max", gp_read_duration, offsetof(points, estimate.max), NULL, false, 0},
    {"distribution", gp_read_choice, offsetof(points, distribution), &gp_distribution_choice, false,
     0},
};
const gp_record_kind gp_estimate_kind = {GP_WORDS_ROW("a lead time", "een doorlooptijd"),
                                         estimate_keys, GP_KEY_COUNT(estimate_keys)};

static gp_status read_points(gp_records *records, const cJSON *node, gp_estimate *out)
{
    static const gp_spread spreads[] = {
        [GP_TRIANGULAR] = {GP_TRIANGULAR, NULL, 0}, [GP_UNIFORM] = {GP_UNIFORM, NULL, 0}};
    points read = {.distribution = GP_PERT};
    GP_TRY(gp_read_record(records, &gp_estimate_kind, node, &read, NULL));
    if (gp_is_refused(records, node)) return GP_OK;
    GP_TRY(check_order(records, node, &read.estimate));
    if (read.distribution != GP_PERT) read.estimate.spread = &spreads[read.distribution];
    *out = read.estimate;
    return GP_OK;
}

/* ---- a list of durations, each with its weight ---- */

static gp_status read_weight(gp_records *records, const gp_key *key, const cJSON *node,
                             void *record)
{
    if (!cJSON_IsNumber(node)) return gp_wrong_type(records, key->name, node, GP_A_NUMBER);
    if (!(node->valuedouble > 0 && node->valuedouble <= WEIGHT_MAX))
        return gp_bad_value(
            records, key->name, node,
            GP_WORDS("a number above 0, up to 1000000000", "een getal boven 0, tot 1000000000"),
            NULL);
    *(double *)field(record, key) = node->valuedouble;
    return GP_OK;
}

static const gp_key chance_keys[] = {
    {"lead_time", gp_read_duration, offsetof(gp_chance, duration), NULL, true, 0},
    {"weight", read_weight, offsetof(gp_chance, weight), NULL, true, 0},
};
const gp_record_kind gp_chance_kind = {
    GP_WORDS_ROW("an entry of a list of lead times", "een regel van een lijst doorlooptijden"),
    chance_keys, GP_KEY_COUNT(chance_keys)};

/* What the plan uses: the duration with the most weight, of equals the first. */
static gp_duration most_likely(const gp_chance *chances, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (chances[i].weight > chances[best].weight) best = i;
    return chances[best].duration;
}

static gp_status read_chances(gp_records *records, const char *key, const cJSON *node,
                              gp_estimate *out)
{
    size_t count = 0;
    if (!node->child)
        return gp_bad_value(records, key, node,
                            GP_WORDS("at least one lead time", "minstens een doorlooptijd"), NULL);
    for (const cJSON *item = node->child; item; item = item->next) count++;
    gp_chance *chances = GP_NEW(records->job, gp_chance, count);
    gp_spread *spread = GP_NEW(records->job, gp_spread, 1);
    if (!chances || !spread) return gp_no_memory(records->job);
    count = 0;
    for (const cJSON *item = node->child; item; item = item->next) {
        gp_chance chance = {.weight = 0};
        GP_TRY(gp_read_record(records, &gp_chance_kind, item, &chance, NULL));
        if (chance.duration.unit != GP_DURATION_NONE && chance.weight > 0)
            chances[count++] = chance;
        else
            gp_refuse_too(records, item);
    }
    if (count == 0) {
        gp_refuse_too(records, node);
        return GP_OK;
    }
    *spread = (gp_spread){GP_DISCRETE, chances, (uint32_t)count};
    *out = (gp_estimate){.likely = most_likely(chances, count), .spread = spread};
    return GP_OK;
}

gp_status gp_read_estimate(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    if (cJSON_IsObject(node)) return read_points(records, node, field(record, key));
    if (cJSON_IsArray(node)) return read_chances(records, key->name, node, field(record, key));
    gp_key row = *key;
    row.offset = 0;
    return gp_read_duration(records, &row, node, &((gp_estimate *)field(record, key))->likely);
}

/* ---- aspects ---- */

#define ASPECT(name, aspect)                                                                       \
    {                                                                                              \
        name, gp_read_estimate, (aspect) * sizeof(gp_estimate), NULL, false, 0                     \
    }
static const gp_key aspect_keys[] = {ASPECT("skills", GP_SKILLS), ASPECT("methods", GP_METHODS),
                                     ASPECT("tools", GP_TOOLS)};
#undef ASPECT
const gp_record_kind gp_aspects_kind = {GP_TEXT_ROW("\"aspects\""), aspect_keys,
                                        GP_KEY_COUNT(aspect_keys)};

gp_status gp_read_aspects(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    if (!cJSON_IsObject(node)) return gp_wrong_type(records, key->name, node, GP_AN_OBJECT);
    if (!node->child) return GP_OK;
    gp_estimate *aspects = GP_NEW(records->job, gp_estimate, GP_ASPECT_COUNT);
    if (!aspects) return gp_no_memory(records->job);
    *(const gp_estimate **)field(record, key) = aspects;
    return gp_read_record(records, &gp_aspects_kind, node, aspects, NULL);
}
