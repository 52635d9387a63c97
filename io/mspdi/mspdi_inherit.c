/* SPDX-License-Identifier: MIT
 * The dates of summary tasks of an MS Project plan, handed down to the tasks that they hold: none
 * starts before the summary task may, and none is ready after its deadline. Of several the hardest
 * counts. Only those tasks get a date that can be the first, or the last, of the summary task it
 * comes from; the others wait for those, or those for them. */
#include "io/mspdi/mspdi_take.h"

/* A moment and the summary task that it comes from. */
typedef struct handed {
    gp_mspdi_moment at;
    uint32_t from;
} handed;

typedef struct handed_pair {
    handed not_before, deadline;
} handed_pair;

static bool is_before(gp_mspdi_moment a, gp_mspdi_moment b)
{
    return a.day != b.day ? a.day < b.day : a.minute < b.minute;
}

static void take_later(handed *to, gp_mspdi_moment at, uint32_t from)
{
    bool is_harder = at.day != GP_NO_DAY && (to->at.day == GP_NO_DAY || is_before(to->at, at));
    if (is_harder) *to = (handed){at, from};
}

static void take_sooner(handed *to, gp_mspdi_moment at, uint32_t from)
{
    bool is_harder = at.day != GP_NO_DAY && (to->at.day == GP_NO_DAY || is_before(at, to->at));
    if (is_harder) *to = (handed){at, from};
}

/* A start that is not to be later, or a finish that is not to be earlier, binds one of its tasks
 * only, and nobody says which. MS Project has neither for a summary task. */
static gp_status report_others(gp_mspdi_taker *t, const gp_mspdi_task *task)
{
    static const char *const types[] = {"", "ALAP", "MSO", "MFO", "", "SNLT", "FNET", ""};
    int64_t type = task->constraint;
    bool is_other = type > GP_MSPDI_ASAP && type <= GP_MSPDI_FINISH_NOT_AFTER && *types[type];
    if (is_other)
        GP_TRY(gp_report_mspdi_task(
            t, task,
            GP_WORDS("the constraint of a summary task", "de beperking van een samenvattingstaak"),
            types[type]));
    GP_TRY(gp_report_mspdi_constraint(t, task));
    if (task->is_manual)
        GP_TRY(gp_report_mspdi_task(
            t, task, GP_WORDS("that it is scheduled by hand", "dat hij met de hand gepland is"),
            "Manual"));
    if (task->levelling_delay <= 0) return GP_OK;
    return gp_report_mspdi_task(t, task,
                                GP_WORDS("the levelling delay of a summary task",
                                         "de nivelleringsvertraging van een samenvattingstaak"),
                                NULL);
}

/* What the summary task itself asks. Of "must start on" that is the half that says "not before". */
static gp_status add_own(gp_mspdi_taker *t, uint32_t summary, handed_pair *to)
{
    const gp_mspdi_task *task = &t->tasks[summary];
    int64_t type = task->constraint;
    if (type == GP_MSPDI_MUST_START || type == GP_MSPDI_START_NOT_BEFORE)
        take_later(&to->not_before, task->constraint_date, summary);
    if (type == GP_MSPDI_MUST_FINISH || type == GP_MSPDI_FINISH_NOT_AFTER)
        take_sooner(&to->deadline, task->constraint_date, summary);
    take_sooner(&to->deadline, task->deadline, summary);
    return report_others(t, task);
}

static void give_to_task(gp_mspdi_taker *t, uint32_t index, const handed_pair *pair)
{
    gp_mspdi_task *task = &t->tasks[index];
    const gp_mspdi_outline *own = &t->outline[index];
    uint32_t start = pair->not_before.from, finish = pair->deadline.from;
    bool is_first = start != GP_NONE && own->first_depth <= t->outline[start].depth;
    bool is_last = finish != GP_NONE && own->last_depth <= t->outline[finish].depth;
    if (is_first && !own->has_begun) {
        handed held = {task->not_before, index};
        take_later(&held, pair->not_before.at, start);
        task->not_before = held.at;
    }
    if (is_last && task->actual_finish.day == GP_NO_DAY) {
        handed held = {task->deadline, index};
        take_sooner(&held, pair->deadline.at, finish);
        task->deadline = held.at;
    }
}

gp_status gp_inherit_mspdi_dates(gp_mspdi_taker *t)
{
    static const handed none = {{GP_NO_DAY, 0}, GP_NONE};
    handed_pair *pairs = GP_NEW(t->job, handed_pair, t->count);
    if (!pairs) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t parent = t->outline[i].parent;
        pairs[i] = parent == GP_NONE ? (handed_pair){none, none} : pairs[parent];
        if (t->outline[i].is_summary && t->outline[i].has_work)
            GP_TRY(add_own(t, i, &pairs[i]));
        else if (t->ids[i])
            give_to_task(t, i, &pairs[i]);
    }
    return GP_OK;
}
