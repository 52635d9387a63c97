/* SPDX-License-Identifier: MIT
 * Builds the citizens' part of test portfolios through the public draft functions. */
#include "tests/support_citizens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define LINE_MASK 0x1fffffff /* of gp_place */

static uint32_t refer(test_draft *t, gp_term_kind kind, const char *id)
{
    if (!id) return GP_NONE;
    return gp_draft_term_reference(t->draft, kind, id, (gp_place){.line = t->line & LINE_MASK});
}

static void add_terms(test_draft *t, gp_term_kind kind, char letter, int count)
{
    for (int i = 0; i < count; i++) {
        char id[16];
        snprintf(id, sizeof id, "%c%d", letter, i);
        const char *kept = gp_copy_text(t->job, id, strlen(id));
        assert_int_equal(gp_draft_term(t->draft, kind, &(gp_term){.id = kept, .name = kept}),
                         GP_OK);
    }
}

void add_test_contexts(test_draft *t, int segments, int situations)
{
    add_terms(t, GP_SEGMENT, 's', segments);
    add_terms(t, GP_SITUATION, 't', situations);
}

void add_test_measurement(test_draft *t, const char *dimension, const char *segment,
                          const char *situation, double need, double experience,
                          gp_mismatch mismatch, gp_day on)
{
    gp_measurement m = {.dimension = refer(t, GP_DIMENSION, dimension),
                        .segment = refer(t, GP_SEGMENT, segment),
                        .situation = refer(t, GP_SITUATION, situation),
                        .need = need,
                        .experience = experience,
                        .mismatch = (uint8_t)mismatch,
                        .on = on,
                        .place.line = ++t->line & LINE_MASK};
    assert_int_equal(gp_draft_measurement(t->draft, &m), GP_OK);
}

static gp_addressed read_address(test_draft *t, char *word)
{
    static const char *const directions[] = {"", "more", "less", "otherwise"};
    char *direction = strchr(word, '>');
    gp_addressed out = {.direction = GP_DIRECTION_NONE};
    if (direction) *direction++ = '\0';
    for (uint8_t i = 1; direction && i < 4; i++)
        if (strcmp(direction, directions[i]) == 0) out.direction = i;
    out.dimension = refer(t, GP_DIMENSION, word);
    return out;
}

gp_intervention test_aimed(test_draft *t, gp_intervention intervention, const char *addresses,
                           const char *contexts)
{
    gp_addressed aims[8];
    uint32_t segments[8], situations[8], aim_count = 0;
    char text[256];
    snprintf(text, sizeof text, "%s", addresses);
    for (char *word = strtok(text, " "); word; word = strtok(NULL, " "))
        aims[aim_count++] = read_address(t, word);
    snprintf(text, sizeof text, "%s", contexts);
    for (char *word = strtok(text, " "); word; word = strtok(NULL, " "))
        if (word[0] == 's')
            segments[intervention.segment_count++] = refer(t, GP_SEGMENT, word);
        else
            situations[intervention.situation_count++] = refer(t, GP_SITUATION, word);
    intervention.address_count = aim_count;
    intervention.addresses = test_keep(t, aims, sizeof aims);
    intervention.segments = test_keep(t, segments, sizeof segments);
    intervention.situations = test_keep(t, situations, sizeof situations);
    return intervention;
}

const gp_schedule *test_schedule(test_draft *t)
{
    const gp_schedule *schedule;
    assert_int_equal(gp_schedule_network(t->job, test_network(t), NULL, &schedule), GP_OK);
    return schedule;
}
