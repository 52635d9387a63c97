/* SPDX-License-Identifier: MIT
 * One activity of a plan as JSON, for `plan`, `path` and `query`. */
#include "io/answers/activity.h"
#include "io/answers/words.h"
#include <string.h>

/* The part of a row between its texts, put together on the stack: a plan of 100,000 activities
 * has two million values, and appending each one by itself took twice as long. */
typedef struct piece {
    char text[640];
    size_t size;
} piece;

static inline void put(piece *to, const char *text, size_t size)
{
    memcpy(to->text + to->size, text, size);
    to->size += size;
}

#define PUT(to, literal) put((to), (literal), sizeof(literal) - 1)

static void put_number(piece *to, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) digits[--at] = '-';
    put(to, digits + at, sizeof digits - at);
}

static void put_days(piece *to, int32_t days)
{
    if (days == GP_NO_DAYS)
        PUT(to, "null");
    else
        put_number(to, days);
}

static void put_day(piece *to, gp_day day)
{
    char text[GP_DATE_SIZE];
    if (day == GP_NO_DAY) {
        PUT(to, "null");
        return;
    }
    gp_format_date(day, text); /* always ten characters */
    PUT(to, "\"");
    put(to, text, 10);
    PUT(to, "\"");
}

static void put_truth(piece *to, bool is_true)
{
    if (is_true)
        PUT(to, "true");
    else
        PUT(to, "false");
}

static void put_kind(piece *to, const gp_activity *activity)
{
    const char *kind = gp_kind_key(activity->kind);
    PUT(to, ",\"level\":");
    put_days(to, activity->level ? activity->level : GP_NO_DAYS);
    PUT(to, ",\"kind\":\"");
    put(to, kind, strlen(kind));
    PUT(to, "\",\"name\":");
}

static void put_dates(piece *to, const gp_dates *dates)
{
    PUT(to, ",\"earliest_start\":");
    put_day(to, dates->earliest_start);
    PUT(to, ",\"earliest_ready\":");
    put_day(to, dates->earliest_ready);
    PUT(to, ",\"latest_start\":");
    put_day(to, dates->latest_start);
    PUT(to, ",\"latest_ready\":");
    put_day(to, dates->latest_ready);
    PUT(to, ",\"float_days\":");
    put_days(to, dates->float_days);
    PUT(to, ",\"buffer_days\":");
    put_days(to, dates->buffer_days);
    PUT(to, ",\"identify_by\":");
    put_day(to, dates->identify_by);
    PUT(to, ",\"critical\":");
    put_truth(to, dates->is_critical);
    PUT(to, ",\"not_before\":");
    put_truth(to, dates->not_before);
    PUT(to, ",\"driver\":");
}

void gp_json_activity(gp_json *json, const gp_schedule *schedule, uint32_t activity, uint32_t order)
{
    const gp_network *network = schedule->network;
    piece before_name, after_name;
    before_name.size = after_name.size = 0;
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "id", gp_activity_id(network, activity));
    put_kind(&before_name, &network->activities[activity]);
    gp_add_bytes(json->buffer, before_name.text, before_name.size);
    json->needs_comma = false;
    gp_json_text(json, gp_activity_name(network, activity));
    PUT(&after_name, ",\"order\":");
    put_number(&after_name, order);
    PUT(&after_name, ",\"layer\":");
    put_number(&after_name, network->layer[activity]);
    put_dates(&after_name, &schedule->dates[activity]);
    gp_add_bytes(json->buffer, after_name.text, after_name.size);
    json->needs_comma = false;
    gp_json_step(json, network, gp_driver(schedule, activity));
    gp_json_add_record_keys(json, network->portfolio, network->activities[activity].symbol);
    gp_json_close(json, '}');
}
