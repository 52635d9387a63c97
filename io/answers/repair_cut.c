/* SPDX-License-Identifier: MIT
 * How is a cut told? A date that may move by three cycles may move by four, and who may take half
 * the time may take three quarters: in a cut these stand beside each other, the least first. */
#include "io/answers/repair_cut.h"
#include "io/answers/repair_words.h"
#include "io/answers/words.h"

/* Candidates that differ only in how much. */
typedef struct group {
    uint32_t first, count; /* of the cut's */
    bool is_chosen;
} group;

static bool is_more_of(const gp_candidate *a, const gp_candidate *b)
{
    bool has_more = a->kind == GP_DECIDE_DATE || a->kind == GP_DECIDE_SHORTEN;
    return has_more && a->kind == b->kind && a->symbol == b->symbol && a->level == b->level;
}

static uint32_t find_groups(const gp_repair *repair, const gp_repair_cut *cut,
                            const bool *is_chosen, group *out)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < cut->count; i++) {
        uint32_t number = cut->candidates[i];
        const gp_candidate *all = repair->considered;
        bool goes_on = i > 0 && is_more_of(&all[cut->candidates[i - 1]], &all[number]);
        if (!goes_on) out[count++] = (group){.first = i};
        out[count - 1].count++;
        out[count - 1].is_chosen |= is_chosen[number];
    }
    return count;
}

static void add_group(gp_buffer *list, const gp_repair *repair, const gp_repair_cut *cut,
                      const group *told, gp_language language)
{
    const gp_candidate *candidate = &repair->considered[cut->candidates[told->first]];
    if (list->bytes.count) gp_add_text(list, gp_say(language, "; or ", "; of "));
    gp_add_made(list, gp_decision_text(list->job, repair->before->network, candidate, language));
    if (told->count > 1) gp_add_text(list, gp_say(language, ", or more", ", of meer"));
}

const char *gp_cut_text(gp_job *job, const gp_repair *repair, const gp_repair_cut *cut,
                        const bool *is_chosen, uint32_t most, gp_language language, uint32_t *left)
{
    group *groups = GP_NEW(job, group, cut->count);
    gp_buffer *list = gp_new_buffer(job);
    if (!groups || !list) return NULL;
    uint32_t count = find_groups(repair, cut, is_chosen, groups), told = 0;
    if (count == most + 1) most++; /* as short as to say that there is one more */
    for (int wants_chosen = 1; wants_chosen >= 0; wants_chosen--)
        for (uint32_t i = 0; i < count && told < most; i++) {
            if (groups[i].is_chosen != (wants_chosen == 1)) continue;
            add_group(list, repair, cut, &groups[i], language);
            told++;
        }
    *left = count - told;
    return gp_buffer_text(list);
}
