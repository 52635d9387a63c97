/* SPDX-License-Identifier: MIT
 * Why is every date what it is? Drivers make a forest: each place of it, an activity up to its
 * ready date or up to its start, is told once, after the place that it waits for. So what this
 * costs does not grow with the length of the paths. */
#include "core/path.h"
#include "groeipad/story.h"

typedef struct teller {
    gp_job *job;
    const gp_schedule *schedule;
    uint32_t *to_start; /* by activity: its story up to its start; GP_NONE: nobody waits for it */
    const uint32_t *position; /* by activity: its place in the order */
    gp_story *stories;
    gp_day *end; /* by story: the day that counts */
    uint32_t count;
    gp_array reasons;
} teller;

static uint32_t arc_of(const teller *t, const gp_story *story)
{
    return gp_arc_into(t->schedule, story->activity, story->is_to_start);
}

/* Which starts are waited for? What waits stands later in the order, so one walk back finds all. */
static gp_status list_stories(teller *t)
{
    const gp_network *network = t->schedule->network;
    uint32_t count = network->activity_count;
    t->to_start = GP_NEW(t->job, uint32_t, count);
    t->stories = GP_NEW(t->job, gp_story, (size_t)count * 2);
    t->end = GP_NEW(t->job, gp_day, (size_t)count * 2);
    uint32_t *position = GP_NEW(t->job, uint32_t, count);
    if (!t->to_start || !t->stories || !t->end || !position) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < count; i++) t->to_start[i] = GP_NONE;
    t->count = count;
    for (uint32_t i = count; i-- > 0;) {
        uint32_t activity = network->order[i];
        position[activity] = i;
        t->stories[i] = (gp_story){.activity = activity};
        for (int is_to_start = 0; is_to_start < 2; is_to_start++) {
            if (is_to_start && t->to_start[activity] == GP_NONE) break;
            uint32_t arc = gp_arc_into(t->schedule, activity, is_to_start);
            if (arc == GP_NONE || !network->arcs[arc].is_from_start) continue;
            uint32_t from = network->arcs[arc].from;
            if (t->to_start[from] != GP_NONE) continue;
            t->to_start[from] = t->count;
            t->stories[t->count++] = (gp_story){.activity = from, .is_to_start = true};
        }
    }
    t->position = position;
    return GP_OK;
}

static gp_status keep(void *state, const gp_reason *reason)
{
    teller *t = state;
    return gp_push(t->job, &t->reasons, reason, 1) ? GP_OK : gp_no_memory(t->job);
}

static gp_status tell(teller *t, uint32_t index)
{
    gp_story *story = &t->stories[index];
    const gp_path_step step = {story->activity, story->is_to_start};
    uint32_t arc = arc_of(t, story), first = (uint32_t)t->reasons.count;
    story->after = GP_NONE;
    t->end[index] = gp_path_from(t->schedule, story->activity);
    if (arc != GP_NONE) {
        const gp_arc *into = &t->schedule->network->arcs[arc];
        story->after = into->is_from_start ? t->to_start[into->from] : t->position[into->from];
        t->end[index] = t->end[story->after];
    }
    GP_TRY(gp_tell_step(t->schedule, step, arc, keep, t, &t->end[index]));
    story->count = (uint32_t)t->reasons.count - first;
    return GP_OK;
}

/* Of an activity first its start, which may be what it waits for itself nowhere. */
static gp_status tell_all(teller *t)
{
    const gp_network *network = t->schedule->network;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t to_start = t->to_start[network->order[i]];
        if (to_start != GP_NONE) GP_TRY(tell(t, to_start));
        GP_TRY(tell(t, i));
    }
    return GP_OK;
}

/* The list has moved while it grew: only now it is known where the reasons of each story are. */
static void place_reasons(teller *t)
{
    const gp_network *network = t->schedule->network;
    const gp_reason *next = t->reasons.data;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t both[] = {t->to_start[network->order[i]], i};
        for (size_t k = 0; k < 2; k++) {
            if (both[k] == GP_NONE || t->stories[both[k]].count == 0) continue;
            t->stories[both[k]].reasons = next;
            next += t->stories[both[k]].count;
        }
    }
}

gp_status gp_tell_stories(gp_job *job, const gp_schedule *schedule, gp_stories *out)
{
    teller *t = GP_NEW(job, teller, 1);
    if (!t) return gp_no_memory(job);
    *t = (teller){.job = job, .schedule = schedule, .reasons = {.size = sizeof(gp_reason)}};
    GP_TRY(list_stories(t));
    GP_TRY(tell_all(t));
    place_reasons(t);
    *out = (gp_stories){t->stories, t->count};
    return GP_OK;
}
