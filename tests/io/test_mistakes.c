/* SPDX-License-Identifier: MIT
 * All mistakes in one run: mistakes of random kinds are planted in random portfolios, each in
 * records of its own. All of them are reported, and nothing else. */
#include "groeipad/draft.h"
#include "groeipad/io.h"
#include "groeipad/plan.h"
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define LINES_MAX 64
#define LINE_SIZE 256
#define PLANTED_MAX 32

/* Records as text, and what must be found about them. subject NULL: of no id. */
typedef struct garden {
    uint64_t seed;
    char capabilities[LINES_MAX][LINE_SIZE], interventions[LINES_MAX][LINE_SIZE];
    uint32_t capability_count, intervention_count;
    struct {
        uint16_t code;
        char subject[16];
        bool may_be_hidden; /* where a record has no id, GP113 says that it was not judged */
        bool is_found;
    } planted[PLANTED_MAX];
    uint32_t planted_count;
    bool has_nameless;
    uint32_t base; /* capabilities without mistakes */
} garden;

#define CAPABILITY(g, ...)                                                                         \
    snprintf((g)->capabilities[(g)->capability_count++], LINE_SIZE, __VA_ARGS__)
#define INTERVENTION(g, ...)                                                                       \
    snprintf((g)->interventions[(g)->intervention_count++], LINE_SIZE, __VA_ARGS__)

static void plant(garden *g, uint16_t code, char kind, uint32_t number, bool may_be_hidden)
{
    g->planted[g->planted_count].code = code;
    g->planted[g->planted_count].may_be_hidden = may_be_hidden;
    snprintf(g->planted[g->planted_count++].subject, 16, "%c%u", kind, number);
}

static void grow_base(garden *g)
{
    char all[LINE_SIZE] = "";
    g->base = 2 + test_random(&g->seed, 6);
    for (uint32_t i = 0; i < g->base; i++) {
        char requires[32] = "";
        size_t end = strlen(all);
        if (i) snprintf(requires, sizeof requires, "\"c%u\"", test_random(&g->seed, i));
        CAPABILITY(g, "{\"id\":\"c%u\",\"lead_time\":\"2w\",\"requires\":[%s]}", i, requires);
        snprintf(all + end, sizeof all - end, "%s\"c%u\"", i ? "," : "", i);
    }
    INTERVENTION(g, "{\"id\":\"base\",\"requires\":[%s]}", all);
}

enum { KINDS = 11, NAMELESS = 10 };

static void plant_kind(garden *g, uint32_t kind, uint32_t n)
{
    uint32_t other = test_random(&g->seed, g->base);
    switch (kind) {
    case 0:
        INTERVENTION(g, "{\"id\":\"i%u\",\"requires\":[\"x%u\"]}", n, n);
        plant(g, 201, 'x', n, true);
        break;
    case 1:
        INTERVENTION(g, "{\"id\":\"i%u\",\"requires\":[\"i%u\",\"c%u\"]}", n, n, other);
        plant(g, 109, 'i', n, false);
        break;
    case 2:
        INTERVENTION(g, "{\"id\":\"i%u\",\"requires\":[\"a%u\"]}", n, n);
        CAPABILITY(g, "{\"id\":\"a%u\",\"lead_time\":\"1w\",\"requires\":[\"b%u\"]}", n, n);
        CAPABILITY(g, "{\"id\":\"b%u\",\"lead_time\":\"1w\",\"requires\":[\"a%u\"]}", n, n);
        plant(g, 107, 'a', n, false);
        break;
    case 3:
        INTERVENTION(g, "{\"id\":\"i%u\",\"needed_by\":\"2026-01-06\",\"requires\":[\"v%u\"]}", n,
                     n);
        CAPABILITY(g, "{\"id\":\"v%u\",\"lead_time\":\"soon\",\"requires\":[\"c%u\"]}", n, other);
        plant(g, 106, 'v', n, false);
        break;
    case 4:
        INTERVENTION(g, "{\"id\":\"i%u\",\"requires\":[\"w%u\"]}", n, n);
        CAPABILITY(g, "{\"id\":\"w%u\",\"lead_time\":\"1w\",\"requires\":[\"i%u\"]}", n, n);
        plant(g, 108, 'w', n, false);
        break;
    case 5:
        INTERVENTION(g, "{\"id\":\"i%u\",\"requires\":[\"d%u\"]}", n, n);
        CAPABILITY(g, "{\"id\":\"d%u\",\"lead_time\":\"1w\",\"requires\":[\"e%u\"]}", n, n);
        CAPABILITY(g, "{\"id\":\"d%u\",\"lead_time\":\"9w\",\"requires\":[\"f%u\"]}", n, n);
        CAPABILITY(g, "{\"id\":\"e%u\",\"lead_time\":\"1w\"}", n);
        CAPABILITY(g, "{\"id\":\"f%u\",\"lead_time\":\"1w\"}", n);
        plant(g, 105, 'd', n, false);
        break;
    case 6:
        INTERVENTION(g, "{\"id\":\"i%u\",\"name\":5,\"requires\":[\"c%u\"]}", n, other);
        plant(g, 102, 'i', n, false);
        break;
    case 7:
        INTERVENTION(g, "{\"id\":\"i%u\",\"needed_by\":\"2026-02-02\",\"requires\":[\"l%u\"]}", n,
                     n);
        CAPABILITY(g, "{\"id\":\"l%u\",\"lead_time\":\"9w\"}", n);
        plant(g, 301, 'i', n, false);
        plant(g, 302, 'l', n, false);
        break;
    case 8:
        CAPABILITY(g, "{\"id\":\"u%u\",\"lead_time\":\"1w\"}", n);
        plant(g, 204, 'u', n, false);
        break;
    case 9:
        INTERVENTION(g, "{\"id\":\"i%u\",\"start\":\"2026-05-01\",\"needed_by\":\"2026-04-30\"}",
                     n);
        plant(g, 307, 'i', n, false);
        plant(g, 301, 'i', n, false);
        break;
    default:
        CAPABILITY(g, "{\"lead_time\":\"1w\",\"requires\":[\"r%u\"]}", n);
        CAPABILITY(g, "{\"id\":\"r%u\",\"lead_time\":\"1w\"}", n);
        plant(g, 103, '\0', n, false);
        g->has_nameless = true;
    }
}

static void shuffle(garden *g, char lines[][LINE_SIZE], uint32_t count)
{
    char kept[LINE_SIZE];
    for (uint32_t i = count - 1; i > 0; i--) {
        uint32_t k = test_random(&g->seed, i + 1);
        memcpy(kept, lines[i], LINE_SIZE);
        memcpy(lines[i], lines[k], LINE_SIZE);
        memcpy(lines[k], kept, LINE_SIZE);
    }
}

static void write_all(garden *g, char *out, size_t size)
{
    size_t end =
        (size_t)snprintf(out, size, "{\"status_date\":\"2026-01-05\",\"interventions\":[\n");
    for (uint32_t i = 0; i < g->intervention_count; i++)
        end += (size_t)snprintf(out + end, size - end, "%s%s\n", i ? "," : "", g->interventions[i]);
    end += (size_t)snprintf(out + end, size - end, "],\"capabilities\":[\n");
    for (uint32_t i = 0; i < g->capability_count; i++)
        end += (size_t)snprintf(out + end, size - end, "%s%s\n", i ? "," : "", g->capabilities[i]);
    snprintf(out + end, size - end, "]}\n");
}

/* Is the finding one of those that were planted? Of a circle either end may be named. */
static bool is_planted(garden *g, const gp_finding *finding)
{
    for (uint32_t i = 0; i < g->planted_count; i++) {
        const char *subject = finding->subject ? finding->subject : "";
        bool is_circle = finding->code == 107 && (*subject == 'a' || *subject == 'b');
        bool is_same = g->planted[i].subject[0] == '\0'
                           ? *subject == '\0'
                           : strcmp(g->planted[i].subject, subject) == 0;
        if (is_circle) is_same = strcmp(g->planted[i].subject + 1, subject + 1) == 0;
        if (g->planted[i].is_found || g->planted[i].code != finding->code || !is_same) continue;
        return g->planted[i].is_found = true;
    }
    return false;
}

static void assert_all_told(garden *g, gp_job *job, const char *text)
{
    uint32_t count, not_judged = 0;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        char message[512];
        not_judged += findings[i].code == 113;
        if (findings[i].severity == GP_INFO || is_planted(g, &findings[i])) continue;
        gp_finding_message(&findings[i], GP_ENGLISH, message, sizeof message);
        fail_msg("not planted: GP%u %s in\n%s", (unsigned)findings[i].code, message, text);
    }
    for (uint32_t i = 0; i < g->planted_count; i++) {
        bool is_told = g->planted[i].is_found;
        if (g->planted[i].may_be_hidden && g->has_nameless) is_told = not_judged > 0;
        if (!is_told)
            fail_msg("not told: GP%u '%s' in\n%s", (unsigned)g->planted[i].code,
                     g->planted[i].subject, text);
    }
}

static void all_that_is_planted_is_told(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < 2000; round++) {
        static char text[LINES_MAX * 2 * LINE_SIZE];
        garden g = {.seed = round * 977 + 5};
        grow_base(&g);
        uint32_t mistakes = 1 + test_random(&g.seed, 9);
        for (uint32_t n = 0; n < mistakes; n++)
            plant_kind(&g, test_random(&g.seed, round % 4 ? KINDS - 1 : KINDS), n + 10);
        shuffle(&g, g.capabilities, g.capability_count);
        shuffle(&g, g.interventions, g.intervention_count);
        write_all(&g, text, sizeof text);
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        const gp_network *network;
        const gp_schedule *schedule;
        gp_status status = gp_read_text(job, "p.json", text, strlen(text), NULL, &portfolio);
        if (status == GP_OK)
            (void)gp_analyse(job, portfolio, NULL, &network, &schedule);
        else
            assert_int_equal(gp_check_rest(job), GP_OK);
        assert_all_told(&g, job, text);
        gp_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_that_is_planted_is_told)};
    return cmocka_run_group_tests_name("mistakes", tests, NULL, NULL);
}
