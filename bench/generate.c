/* SPDX-License-Identifier: MIT
 * Makes a portfolio of any size on standard output, the same bytes for the same arguments on
 * every machine: what the benchmarks and the tests of scale read.
 *
 * The layered shape stands for a large organisation: about 2 * cbrt(N) layers, 3.9 requirements
 * per capability, of which 60 % reach one layer back, 25 % two, 10 % three and 5 % further, all
 * near the same position (teams build on their neighbours). Random numbers come from a counter
 * (splitmix64 of seed, node and draw), so a record depends on its number alone and records can
 * be written in any order.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REQUIREMENTS_MAX = 8, NEIGHBOURS = 36, SEED = 2022 };

typedef struct shape shape;

/* What is being made. count: capabilities. */
typedef struct recipe {
    const shape *shape;
    uint32_t count;
    uint32_t layers, width; /* capabilities per layer */
    uint32_t goals;         /* interventions, where the shape has many */
} recipe;

/* One row per shape: how to write record number i, and what the interventions need. */
struct shape {
    const char *name;
    const char *summary;
    void (*record)(const recipe *plan, uint32_t i);
    const char *planning; /* "" = rounds of no length */
    bool is_shuffled;
    void (*goals)(const recipe *plan); /* writes the interventions, and who needs them */
};

static uint64_t draw(uint32_t node, uint32_t number)
{
    uint64_t x = ((uint64_t)SEED << 48) ^ ((uint64_t)node << 16) ^ number;
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static uint32_t below(uint32_t node, uint32_t number, uint32_t limit)
{
    return (uint32_t)(draw(node, number) % limit);
}

/* ---- records ---- */

static void write_head(uint32_t i)
{
    static const char *const statuses[] = {"planned", "identified", "unidentified", "planned"};
    uint32_t weeks = 2 + below(i, 1, 10);
    printf("{\"id\":\"cap-%07u\",\"name\":\"Capability %u\",\"lead_time\":{\"min\":\"%uw\","
           "\"likely\":\"%uw\",\"max\":\"%uw\"},\"status\":\"%s\",\"owner\":\"team-%u\"",
           i, i, weeks - 1, weeks, weeks * 2, statuses[below(i, 2, 4)], below(i, 3, 40));
}

static uint32_t pick_reach(uint32_t i, uint32_t number)
{
    uint32_t percent = below(i, number, 100);
    if (percent < 60) return 1;
    if (percent < 85) return 2;
    if (percent < 95) return 3;
    return 4 + below(i, number + 1, 5);
}

/* A capability `reach` layers before i, near its position. */
static uint32_t pick_target(const recipe *plan, uint32_t i, uint32_t number)
{
    uint32_t layer = i / plan->width, position = i % plan->width;
    uint32_t reach = pick_reach(i, number);
    uint32_t side = 2 * NEIGHBOURS + 1;
    int64_t near = (int64_t)position + below(i, number + 2, side) - NEIGHBOURS;
    if (near < 0) near = 0;
    if (near >= plan->width) near = plan->width - 1;
    return (reach > layer ? 0 : layer - reach) * plan->width + (uint32_t)near;
}

static bool contains(const uint32_t *targets, uint32_t count, uint32_t target)
{
    for (uint32_t k = 0; k < count; k++)
        if (targets[k] == target) return true;
    return false;
}

/* Between two and six different requirements; none in the first layer. */
static void write_layered_requirements(const recipe *plan, uint32_t i)
{
    uint32_t targets[REQUIREMENTS_MAX], count = 0;
    uint32_t wanted = i < plan->width ? 0 : 2 + below(i, 4, 5);
    printf(",\"requires\":[");
    for (uint32_t k = 0; k < wanted; k++) {
        uint32_t target = pick_target(plan, i, 10 + 4 * k);
        if (contains(targets, count, target)) continue;
        printf("%s\"cap-%07u\"", count ? "," : "", target);
        targets[count++] = target;
    }
    printf("]}");
}

static void write_layered(const recipe *plan, uint32_t i)
{
    write_head(i);
    write_layered_requirements(plan, i);
}

/* As layered, with estimates in days that reach from half of the likely lead time to three times.
 */
static void write_estimated(const recipe *plan, uint32_t i)
{
    uint32_t likely = 20 + below(i, 1, 71);
    printf("{\"id\":\"cap-%07u\",\"lead_time\":{\"min\":\"%ud\",\"likely\":\"%ud\","
           "\"max\":\"%ud\"}",
           i, likely - likely * below(i, 2, 50) / 100, likely,
           likely + 1 + likely * below(i, 3, 200) / 100);
    write_layered_requirements(plan, i);
}

/* As layered, and the very last record has a lead time that is none. */
static void write_last_error(const recipe *plan, uint32_t i)
{
    if (i + 1 == plan->count)
        printf("{\"id\":\"cap-%07u\",\"lead_time\":\"soon\"}", i);
    else
        write_layered(plan, i);
}

/* Each needs the one before it. Nearly all take no time: a million steps must end before 2399. */
static void write_chain(const recipe *plan, uint32_t i)
{
    (void)plan;
    printf("{\"id\":\"cap-%07u\",\"lead_time\":\"%s\"", i, i % 1000 ? "0d" : "1w");
    if (i) printf(",\"requires\":[\"cap-%07u\"]", i - 1);
    printf("}");
}

/* Each needs the one before it, and takes a day or a few. Under as many interventions as a tenth.
 */
static void write_shared(const recipe *plan, uint32_t i)
{
    (void)plan;
    printf("{\"id\":\"cap-%07u\",\"lead_time\":\"%ud\"", i, i % 16 ? 0 : 1 + below(i, 1, 20));
    if (i) printf(",\"requires\":[\"cap-%07u\"]", i - 1);
    printf("}");
}

/* All need the first, and the last needs all. */
static void write_star(const recipe *plan, uint32_t i)
{
    printf("{\"id\":\"cap-%07u\",\"lead_time\":\"%uw\",\"requires\":[", i, 1 + i % 20);
    if (i && i + 1 < plan->count) printf("\"cap-%07u\"", 0u);
    for (uint32_t k = 1; i + 1 == plan->count && k < i; k++)
        printf("%s\"cap-%07u\"", k > 1 ? "," : "", k);
    printf("]}");
}

/* One mistake per record, of every kind that the reader knows. */
static void write_errors(const recipe *plan, uint32_t i)
{
    (void)plan;
    printf("{\"id\":\"cap-%07u\",", i % 6 == 5 ? i - 1 : i);
    switch (i % 6) {
    case 0: printf("\"lead_time\":\"soon\"}"); break;
    case 1: printf("\"name\":%u}", i); break;
    case 2: printf("\"started\":\"2026-02-30\"}"); break;
    case 3: printf("\"lead_tine\":\"3mo\",\"level\":7}"); break;
    case 4: printf("\"requires\":[\"cap-%07u\"]}", i); break;
    default: printf("\"lead_time\":\"3mo\"}"); break;
    }
}

/* Every record needs something that nobody defines, with an id that is near to one that is. */
static void write_missing(const recipe *plan, uint32_t i)
{
    (void)plan;
    printf("{\"id\":\"cap-%07u\",\"lead_time\":\"3mo\",\"requires\":[\"cap_%07u\"]}", i, i);
}

/* Pairs that need each other: as many dependency cycles as half the records. */
static void write_cycles(const recipe *plan, uint32_t i)
{
    (void)plan;
    printf("{\"id\":\"cap-%07u\",\"lead_time\":\"3mo\",\"requires\":[\"cap-%07u\"]}", i, i ^ 1u);
}

/* One cycle through all. */
static void write_ring(const recipe *plan, uint32_t i)
{
    printf("{\"id\":\"cap-%07u\",\"lead_time\":\"1d\",\"requires\":[\"cap-%07u\"]}", i,
           i ? i - 1 : plan->count - 1);
}

/* ---- interventions ---- */

/* An intervention that needs three capabilities of the last two layers. Their dates run from
 * soon to late, so that some are late and most are not. */
static uint32_t tail_of(const recipe *plan)
{
    return 2 * plan->width < plan->count ? 2 * plan->width : plan->count;
}

/* All but what it requires. */
static void write_goal_head(uint32_t i, uint32_t node, uint32_t year)
{
    static const char *const stages[] = {"explore", "develop", "exploit"};
    printf("{\"id\":\"int-%06u\",\"stage\":\"%s\",\"start\":\"2026-%02u-01\",\"duration\":\"%uw\","
           "\"needed_by\":\"%u-%02u-01\",\"requires\":[",
           i, stages[below(node, 1, 3)], 2 + below(node, 2, 11), 6 + 2 * below(node, 3, 10), year,
           1 + below(node, 5, 12));
}

static void write_goal(const recipe *plan, uint32_t i)
{
    uint32_t node = plan->count + i, tail = tail_of(plan);
    write_goal_head(i, node, 2028 + plan->layers / 2 + below(node, 4, 20));
    for (uint32_t k = 0; k < 3; k++)
        printf("%s\"cap-%07u\"", k ? "," : "",
               plan->count - 1 - (i * 3 + k + below(node, 6, 7) * 3) % tail);
    printf("]}");
}

/* Its share of the last two layers, so that nearly all is needed; in the years in which most of
 * them are live. */
static void write_estimated_goal(const recipe *plan, uint32_t i)
{
    uint32_t node = plan->count + i, tail = tail_of(plan);
    write_goal_head(i, node, 2028 + plan->layers / 8 + below(node, 4, 3));
    for (uint32_t k = i; k < tail; k += plan->goals)
        printf("%s\"cap-%07u\"", k > i ? "," : "", plan->count - 1 - k);
    printf("]}");
}

/* In a scenario of its own, an intervention that needs the chain up to here. */
static void write_future(uint32_t i)
{
    printf("{\"id\":\"int-%06u\",\"stage\":\"explore\",\"needed_by\":\"2030-01-01\","
           "\"scenarios\":[\"future-%06u\"],\"requires\":[\"cap-%07u\"]}",
           i, i, i);
}

static void write_futures(const recipe *plan)
{
    printf("\"scenarios\":[\n");
    for (uint32_t i = 0; i < plan->count; i++)
        printf("%s{\"id\":\"future-%06u\"}", i ? ",\n" : "", i);
    printf("\n],\n\"interventions\":[\n");
    for (uint32_t i = 0; i < plan->count; i++) {
        if (i) printf(",\n");
        write_future(i);
    }
    printf("\n],\n");
}

static void write_goals(const recipe *plan)
{
    printf("\"interventions\":[\n");
    for (uint32_t i = 0; i < plan->goals; i++) {
        if (i) printf(",\n");
        write_goal(plan, i);
    }
    printf("\n],\n");
}

static void write_estimated_goals(const recipe *plan)
{
    printf("\"interventions\":[\n");
    for (uint32_t i = 0; i < plan->goals; i++) {
        if (i) printf(",\n");
        write_estimated_goal(plan, i);
    }
    printf("\n],\n");
}

static void write_one_goal(const recipe *plan)
{
    printf("\"interventions\":[\n{\"id\":\"goal\",\"stage\":\"develop\","
           "\"needed_by\":\"2030-01-01\",\"requires\":[\"cap-%07u\"]}\n],\n",
           plan->count - 1);
}

/* Interventions that are all late, on the last capability and along the second half of the chain,
 * each of which answers a need of its own. */
static void write_goals_on_chain(const recipe *plan)
{
    printf("\"interventions\":[\n");
    for (uint32_t i = 0; i < plan->goals; i++) {
        uint32_t node = plan->count + i, half = plan->count / 2;
        uint32_t on = i % 2 ? plan->count - 1 - below(node, 1, half) : plan->count - 1;
        printf("%s{\"id\":\"int-%06u\",\"stage\":\"develop\",\"needed_by\":\"%u-%02u-01\","
               "\"requires\":[\"cap-%07u\"],\"addresses\":[{\"dimension\":\"need-%06u\","
               "\"direction\":\"more\"}]}",
               i ? ",\n" : "", i, 2026 + below(node, 2, 8), 2 + below(node, 3, 11), on, i);
    }
    printf("\n],\n\"dimensions\":[\n");
    for (uint32_t i = 0; i < plan->goals; i++)
        printf("%s{\"id\":\"need-%06u\"}", i ? ",\n" : "", i);
    printf("\n],\n\"measurements\":[\n");
    for (uint32_t i = 0; i < plan->goals; i++)
        printf("%s{\"on\":\"2025-12-01\",\"dimension\":\"need-%06u\",\"mismatch\":\"too-little\"}",
               i ? ",\n" : "", i);
    printf("\n],\n");
}

#define QUARTERS "{\"round\":\"3mo\",\"from\":\"2026-01-01\",\"prepare\":\"6w\"}"

static const shape shapes[] = {
    {"layered", "a large organisation, prerequisites first", write_layered, QUARTERS, 0,
     write_goals},
    {"shuffled", "the same in a random order", write_layered, QUARTERS, 1, write_goals},
    {"last-error", "the same with a mistake in the last record", write_last_error, QUARTERS, 0,
     write_goals},
    {"estimates", "the same with estimates in days, without rounds, all needed", write_estimated,
     "", 0, write_estimated_goals},
    {"chain", "each needs the one before it", write_chain, "", 0, write_one_goal},
    {"shared", "the same, under GOALS interventions", write_shared, "", 0, write_goals_on_chain},
    {"star", "all need the first, the last needs all", write_star, "", 0, write_one_goal},
    {"errors", "a mistake in every record", write_errors, "", 0, write_one_goal},
    {"missing", "every record needs one that nobody defines", write_missing, "", 0, write_one_goal},
    {"cycles", "pairs that need each other", write_cycles, "", 0, write_one_goal},
    {"ring", "one dependency cycle through all", write_ring, "", 0, write_one_goal},
    {"futures", "a chain, and a scenario for each of its capabilities", write_chain, "", 0,
     write_futures},
};

/* ---- the whole ---- */

/* Fisher and Yates, so that file order and dependency order have nothing in common. */
static uint32_t *shuffle(uint32_t count)
{
    uint32_t *order = calloc(count, sizeof *order);
    if (!order) return NULL;
    for (uint32_t i = 0; i < count; i++) order[i] = i;
    for (uint32_t i = count - 1; i > 0; i--) {
        uint32_t other = below(i, 0, i + 1), kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
    return order;
}

static int write_portfolio(const recipe *plan)
{
    uint32_t *order = plan->shape->is_shuffled ? shuffle(plan->count) : NULL;
    if (plan->shape->is_shuffled && !order) return 1;
    printf("{\"groeipad\":1,\"title\":\"%s %u\",\"status_date\":\"2026-01-01\",\n",
           plan->shape->name, plan->count);
    if (*plan->shape->planning) printf("\"planning\":%s,\n", plan->shape->planning);
    printf("\"cycle\":\"2w\",\n");
    plan->shape->goals(plan);
    printf("\"capabilities\":[\n");
    for (uint32_t i = 0; i < plan->count; i++) {
        if (i) printf(",\n");
        plan->shape->record(plan, order ? order[i] : i);
    }
    printf("\n]}\n");
    free(order);
    return fflush(stdout) || ferror(stdout);
}

static int usage(void)
{
    fprintf(stderr, "usage: generate SHAPE COUNT [GOALS]\n");
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        fprintf(stderr, "  %-12s %s\n", shapes[i].name, shapes[i].summary);
    return 2;
}

int main(int argc, char **argv)
{
    if (argc != 3 && argc != 4) return usage();
    long count = strtol(argv[2], NULL, 10);
    const shape *chosen = NULL;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (!strcmp(argv[1], shapes[i].name)) chosen = &shapes[i];
    long goals = argc == 4 ? strtol(argv[3], NULL, 10) : count / 100 + 1;
    if (goals < 1 || goals > 9999999) return usage();
    if (!chosen || count < 2 || count > 9999999) return usage();
    uint32_t layers = (uint32_t)(2 * cbrt((double)count) + 0.5);
    recipe plan = {chosen, (uint32_t)count, layers, ((uint32_t)count + layers - 1) / layers,
                   (uint32_t)goals};
    return write_portfolio(&plan);
}
