/* SPDX-License-Identifier: MIT
 * What makes a date, told at the end of its clash: single remedies may win nothing, and a few
 * decisions together all of it. */
#include "io/answers/clash_repair.h"
#include "io/answers/repair_words.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#define DECISIONS_FEW 6

/* ---- as text ---- */

static void add_none(gp_buffer *buffer, const gp_repair *repair, gp_language language)
{
    bool has_days = repair->lost_count == 1;
    const char *values[] = {gp_number_text(buffer->job, has_days ? repair->lost[0].late_days : 0)};
    gp_add_line(buffer, 2, 2,
                has_days && repair->considered_count
                    ? gp_say(language,
                             "together: nothing makes this date; {0} {0|day|days} stay with all "
                             "that was tried",
                             "samen: niets haalt deze datum; met alles wat geprobeerd is {0|blijft|"
                             "blijven} er {0} {0|dag|dagen} te laat")
                    : gp_say(language, "together: nothing that was tried makes this date",
                             "samen: niets van wat geprobeerd is haalt deze datum"),
                values);
}

static const char *head_pattern(const gp_repair *repair, gp_language language)
{
    if (repair->choice_count == 1)
        return gp_is_repair_proven(repair)
                   ? gp_say(language, "one decision makes this date, for {1}; nothing cheaper does",
                            "één besluit haalt deze datum, voor {1}; goedkoper kan niet")
                   : gp_say(language, "one decision makes this date, for {1}",
                            "één besluit haalt deze datum, voor {1}");
    return gp_is_repair_proven(repair)
               ? gp_say(language,
                        "together: {0} decisions make this date, for {1}; nothing cheaper does",
                        "samen: {0} besluiten halen deze datum, voor {1}; goedkoper kan niet")
               : gp_say(language, "together: {0} decisions make this date, for {1}",
                        "samen: {0} besluiten halen deze datum, voor {1}");
}

static void add_decisions(gp_buffer *buffer, const gp_network *network, const gp_repair *repair,
                          const gp_write_options *options)
{
    uint32_t count = repair->choice_count;
    uint32_t shown =
        options->tells_shared_once && count > DECISIONS_FEW + 1 ? DECISIONS_FEW : count;
    for (uint32_t i = 0; i < shown; i++) {
        const gp_candidate *candidate = &repair->considered[repair->choices[i].candidate];
        const char *values[] = {
            gp_decision_text(buffer->job, network, candidate, options->language)};
        gp_add_line(buffer, 4, 2, "{0}", values);
    }
    const char *left[] = {gp_number_text(buffer->job, count - shown)};
    if (shown < count)
        gp_add_line(buffer, 4, 2,
                    gp_say(options->language, "and {0} more: --all shows them",
                           "en nog {0}: --all toont ze"),
                    left);
}

void gp_add_clash_repair(gp_buffer *buffer, const gp_schedule *schedule, const gp_clash *clash,
                         const gp_write_options *options)
{
    gp_language language = options->language;
    const gp_repair *repair = clash->repair;
    const gp_network *network = schedule->network;
    if (!repair || repair->status == GP_REPAIR_NOT_SOUGHT) return;
    bool is_made = repair->live_count == 1 && repair->lives[0].late_after == 0;
    if (!is_made) {
        if (repair->status == GP_REPAIR_IMPOSSIBLE) add_none(buffer, repair, language);
        return; /* cut off before anything was found */
    }
    const char *values[] = {gp_count_text(buffer->job, repair->choice_count, language, false),
                            gp_cost_text(buffer->job, network->portfolio, repair->cost, language)};
    gp_add_line(buffer, 2, 2, head_pattern(repair, language), values);
    add_decisions(buffer, network, repair, options);
}

/* ---- as fields ---- */

/* One of the measures. */
typedef struct told {
    const gp_candidate *candidate;
} told;

#define TEXT_FIELD(function, expression)                                                           \
    static gp_value function(gp_answer *answer, const void *record)                                \
    {                                                                                              \
        const gp_candidate *candidate = ((const told *)record)->candidate;                         \
        const gp_portfolio *portfolio = answer->portfolio;                                         \
        (void)portfolio;                                                                           \
        return (gp_value){.text = (expression)};                                                   \
    }
TEXT_FIELD(measure_id,
           candidate->measure == GP_NONE ? NULL : portfolio->measures[candidate->measure].id)
TEXT_FIELD(measure_name,
           candidate->measure == GP_NONE ? NULL : portfolio->measures[candidate->measure].name)
TEXT_FIELD(measure_kind, gp_candidate_key(candidate->kind))
TEXT_FIELD(measure_target, gp_candidate_target(portfolio, candidate))
TEXT_FIELD(measure_requires, gp_candidate_required(portfolio, candidate))
#undef TEXT_FIELD

static gp_value measure_level(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.number = ((const told *)record)->candidate->level};
}

static gp_value measure_days(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.number = ((const told *)record)->candidate->by_days};
}

static gp_value measure_cost(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.cost = ((const told *)record)->candidate->cost};
}

static const gp_field measure_fields[] = {
    {"id", NULL, GP_COMPUTED(TEXT, measure_id)},
    {"name", NULL, GP_COMPUTED(TEXT, measure_name)},
    {"kind", NULL, GP_COMPUTED(TEXT, measure_kind)},
    {"target", NULL, GP_COMPUTED(TEXT, measure_target)},
    {"level", NULL, GP_COMPUTED(LEVEL, measure_level)},
    {"requires", NULL, GP_COMPUTED(TEXT, measure_requires)},
    {"by_days", NULL, GP_COMPUTED(DAYS, measure_days)},
    {"cost", NULL, GP_COMPUTED(COST, measure_cost)},
    {0},
};

static gp_value repair_status(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.text = gp_repair_status_key(((const gp_repair *)record)->status)};
}

static gp_value repair_measures(gp_answer *answer, const void *record)
{
    const gp_repair *repair = record;
    told *rows = GP_NEW(answer->job, told, repair->choice_count);
    for (uint32_t i = 0; rows && i < repair->choice_count; i++)
        rows[i].candidate = &repair->considered[repair->choices[i].candidate];
    answer->has_failed |= !rows;
    return (gp_value){.list = {rows, rows ? repair->choice_count : 0, false}};
}

/* "hire; off-round secure-sharing 1": by ids, for formulas. */
static gp_value repair_words(gp_answer *answer, const void *record)
{
    const gp_repair *repair = record;
    gp_buffer *list = gp_new_buffer(answer->job);
    for (uint32_t i = 0; list && i < repair->choice_count; i++) {
        const gp_candidate *candidate = &repair->considered[repair->choices[i].candidate];
        const char *target = gp_candidate_target(answer->portfolio, candidate);
        if (i) gp_add_text(list, "; ");
        if (candidate->measure != GP_NONE) {
            gp_add_text(list, answer->portfolio->measures[candidate->measure].id);
            continue;
        }
        const char *values[] = {gp_candidate_key(candidate->kind), target ? target : "",
                                gp_number_text(answer->job, candidate->level)};
        gp_add_filled(list, candidate->level ? "{0} {1} {2}" : "{0} {1}", values);
    }
    const char *text = gp_buffer_text(list);
    answer->has_failed |= !text;
    return (gp_value){.text = text};
}

const gp_field gp_clash_repair_fields[] = {
    {"status", "repair", GP_COMPUTED(TEXT, repair_status)},
    {"cost", "repair_cost", GP_COST_AT(gp_repair, cost)},
    {"bound", "repair_bound", GP_COST_AT(gp_repair, bound)},
    {NULL, "repair_measures", GP_COMPUTED(TEXT, repair_words)},
    {"measures", NULL, GP_COMPUTED_ROWS(repair_measures, told, measure_fields)},
    {0},
};

gp_value gp_clash_repair_of(gp_answer *answer, const void *record)
{
    (void)answer;
    return (gp_value){.record = ((const gp_clash *)record)->repair};
}
