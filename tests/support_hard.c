/* SPDX-License-Identifier: MIT
 * Random portfolios that are hard to draw. */
#include "tests/support_hard.h"
#include "tests/support_citizens.h"
#include "tests/support_random.h"

#include <stdio.h>
#include <string.h>

static const char *random_name(test_draft *t, uint64_t *state)
{
    static const char *const words[] = {"Informatievoorziening",
                                        "en",
                                        "Dienstverlening",
                                        "Samenwerken",
                                        "van",
                                        "in de keten",
                                        "klantcontactmomentenregistratiesystemen",
                                        "binnen 2 weken",
                                        "e-mail",
                                        "sinds 2026-01-01",
                                        "Concernstaf",
                                        "IT-beleid",
                                        "360-gradenbeeld",
                                        "Capabilityontwikkelingsprogramma",
                                        "Z",
                                        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                                        "co-browsing",
                                        "het",
                                        "24/7",
                                        "één loket",
                                        "<&>",
                                        "per 1 dag"};
    char name[512] = "";
    uint32_t count = 1 + test_random(state, test_random(state, 5) ? 4 : 9);
    for (uint32_t i = 0; i < count; i++) {
        if (i) strcat(name, " ");
        strcat(name, words[test_random(state, sizeof words / sizeof *words)]);
    }
    return test_keep(t, name, strlen(name) + 1);
}

static const char *random_owner(test_draft *t, uint64_t *state)
{
    static const char *const owners[] = {"IT", "HRM", "Concernstaf Informatievoorziening",
                                         "Gegevensmanagementorganisatie"};
    (void)t;
    uint32_t which = test_random(state, 5);
    return which < 4 ? owners[which] : NULL;
}

static void add_citizens(test_draft *t, uint64_t *state)
{
    static const char *const dimensions[] = {"empathy", "time", "place", "language"};
    add_test_contexts(t, 3, 2);
    for (int i = 0; i < 12; i++) {
        char segment[] = "s0", situation[] = "t0";
        segment[1] = (char)('0' + test_random(state, 3));
        situation[1] = (char)('0' + test_random(state, 2));
        double need = test_random(state, 11) / 10.0, experience = test_random(state, 11) / 10.0;
        add_test_measurement(t, dimensions[test_random(state, 4)], segment, situation, need,
                             experience, GP_MISMATCH_NONE, -1 - i * 40);
    }
}

const gp_portfolio *make_hard_portfolio(test_draft *t, uint64_t seed, int capabilities,
                                        int interventions)
{
    uint64_t state = seed;
    start_test_draft(t);
    if (seed % 2) add_citizens(t, &state);
    for (int i = 0; i < capabilities; i++) {
        char id[32], requires[64] = "";
        gp_capability capability = test_capability((int32_t)test_random(&state, 400) - 20);
        capability.name = random_name(t, &state);
        capability.owner = random_owner(t, &state);
        if (test_random(&state, 9) == 0) capability.url = "https://example.org/a?b=1&c=2";
        if (i > 3 && test_random(&state, 4))
            snprintf(requires, sizeof requires, "c%u", (unsigned)test_random(&state, (uint32_t)i));
        if (test_random(&state, 17) == 0) strcpy(requires, "not-described");
        snprintf(id, sizeof id, "c%d", i);
        add_test_capability(t, id, capability, requires);
    }
    for (int i = 0; i < interventions; i++) {
        char id[32], requires[64] = "";
        gp_intervention one = test_intervention((gp_stage)test_random(&state, 4),
                                                (int32_t)(5 + test_random(&state, 300)));
        one.name = random_name(t, &state);
        one.owner = random_owner(t, &state);
        one.uncertainty = (uint8_t)test_random(&state, 4);
        one.cycle = DAYS((int32_t)(7 + test_random(&state, 40)));
        if (test_random(&state, 2)) one.needed_by = (gp_day)test_random(&state, 1500);
        if (seed % 2) one = test_aimed(t, one, "empathy>more time>less", "s0 t1");
        if (capabilities && test_random(&state, 6))
            snprintf(requires, sizeof requires, "c%u c%u",
                     (unsigned)test_random(&state, (uint32_t)capabilities / 2 + 1),
                     (unsigned)(capabilities / 2 +
                                (int)test_random(&state, (uint32_t)capabilities / 2 + 1)) %
                         (unsigned)capabilities);
        snprintf(id, sizeof id, "i%d", i);
        add_test_intervention(t, id, one, requires);
    }
    return finish_test_draft(t);
}
