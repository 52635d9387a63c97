/* SPDX-License-Identifier: MIT
 * How much is in work at once, per track and per owner? A count per quarter of the steps whose
 * earliest dates touch it: enough to see one owner carry everything, or a track lie idle. No
 * levelling: who is overloaded decides what gives way, not this library. */
#include "core/board.h"
#include "core/names.h"

#include <string.h>

#define MONTHS_PER_QUARTER 3

typedef struct load_count {
    const gp_schedule *schedule;
    gp_load *load;
    gp_load_row *owners; /* by symbol of `names`; the one without an owner after the last */
    gp_names names;
} load_count;

static void set_quarters(gp_load *load, gp_day status_date)
{
    gp_date date = gp_date_of(status_date);
    int32_t month = (date.month - 1) / MONTHS_PER_QUARTER * MONTHS_PER_QUARTER;
    for (int i = 0; i <= GP_LOAD_QUARTERS; i++) {
        int32_t months = month + i * MONTHS_PER_QUARTER;
        gp_day day = GP_DAY_LAST;
        if (date.year + months / 12 < 2400)
            day = gp_day_of((gp_date){date.year + months / 12, months % 12 + 1, 1});
        load->quarters[i] = day;
    }
}

/* The first and the last quarter that work from..to touches; false where it touches none. Work
 * of no length counts on its day. */
static bool find_quarters(const gp_load *load, gp_day from, gp_day to, int *first, int *last)
{
    gp_day final = to > from ? to - 1 : from;
    *first = *last = -1;
    for (int i = 0; i < GP_LOAD_QUARTERS; i++) {
        if (final < load->quarters[i] || from >= load->quarters[i + 1]) continue;
        if (*first < 0) *first = i;
        *last = i;
    }
    return *first >= 0;
}

static gp_track track_of(const gp_capability *capability, const gp_activity *a)
{
    bool is_first = a->level == 1 || (a->actual == GP_ACTUAL_READY && capability->level == 0);
    return is_first ? GP_TRACK_DEVELOP : GP_TRACK_STRENGTHEN;
}

/* The first step of a capability that nobody has identified yet asks for that, by a day. */
static void count_identify(load_count *c, uint32_t activity, const gp_capability *capability)
{
    const gp_portfolio *portfolio = c->schedule->network->portfolio;
    gp_day by = c->schedule->dates[activity].identify_by;
    int first, last;
    if (by == GP_NO_DAY) return;
    if (gp_find_progress(portfolio, capability) != GP_PROGRESS_UNIDENTIFIED) return;
    if (by < c->load->quarters[0]) by = c->load->quarters[0];
    if (find_quarters(c->load, by, by, &first, &last))
        c->load->tracks[GP_TRACK_IDENTIFY].steps[first]++;
}

static void count_step(load_count *c, uint32_t activity, const gp_capability *capability,
                       gp_load_row *owner)
{
    const gp_dates *dates = &c->schedule->dates[activity];
    gp_track track = track_of(capability, &c->schedule->network->activities[activity]);
    int first, last;
    if (!find_quarters(c->load, dates->earliest_start, dates->earliest_ready, &first, &last))
        return;
    for (int i = first; i <= last; i++) {
        c->load->tracks[track].steps[i]++;
        owner->steps[i]++;
    }
}

static gp_status name_owners(gp_job *job, load_count *c)
{
    const gp_portfolio *portfolio = c->schedule->network->portfolio;
    gp_init_names(&c->names, job);
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        const char *owner = portfolio->capabilities[i].owner;
        if (owner && gp_intern(&c->names, owner, strlen(owner)) == GP_NONE)
            return gp_no_memory(job);
    }
    c->owners = GP_NEW(job, gp_load_row, c->names.texts.count + 1);
    if (!c->owners) return gp_no_memory(job);
    for (uint32_t i = 0; i < c->names.texts.count; i++) c->owners[i].owner = gp_name(&c->names, i);
    return GP_OK;
}

static gp_load_row *owner_of(const load_count *c, const gp_capability *capability)
{
    const char *owner = capability->owner;
    if (!owner) return &c->owners[c->names.texts.count];
    return &c->owners[gp_find_name(&c->names, owner, strlen(owner))];
}

static bool is_idle(const gp_load_row *row)
{
    for (int i = 0; i < GP_LOAD_QUARTERS; i++)
        if (row->steps[i]) return false;
    return true;
}

gp_status gp_find_load_of(gp_job *job, const gp_schedule *schedule, const gp_filter *filter,
                          gp_load *out)
{
    const gp_network *network = schedule->network;
    gp_load load = {0};
    load_count *c = GP_NEW(job, load_count, 1); /* its names must live as long as the job */
    if (!c) return gp_no_memory(job);
    c->schedule = schedule;
    c->load = &load;
    set_quarters(&load, network->portfolio->status_date);
    GP_TRY(name_owners(job, c));
    for (uint32_t i = 0; i < network->portfolio->capability_count; i++) {
        const gp_capability *capability = &network->portfolio->capabilities[i];
        uint32_t first = network->capability_first[i];
        if (!gp_passes(filter, capability->symbol)) continue;
        gp_load_row *owner = owner_of(c, capability);
        for (uint32_t n = 0; n < network->capability_steps[i]; n++)
            count_step(c, first + n, capability, owner);
        if (network->capability_steps[i]) count_identify(c, first, capability);
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i <= c->names.texts.count; i++)
        if (!is_idle(&c->owners[i])) c->owners[kept++] = c->owners[i];
    load.owners = c->owners;
    load.owner_count = kept;
    *out = load;
    return GP_OK;
}

gp_status gp_find_load(gp_job *job, const gp_schedule *schedule, gp_load *out)
{
    return gp_find_load_of(job, schedule, NULL, out);
}
