/* SPDX-License-Identifier: MIT
 * Every view, in every theme and both languages, over random portfolios of several sizes, some of
 * them with names that have no room: does it keep what every picture owes its reader
 * (docs/pictures.md)? A new view gets a row here. */
#include "core/job.h"
#include "groeipad/render.h"
#include "tests/support_draft.h"
#include "tests/support_hard.h"
#include "tests/support_owed.h"
#include "tests/support_random.h"
#include "tests/support_decided.h"
#include "tests/support_risk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

/* ---- views ---- */

typedef gp_status draw(gp_job *job, const gp_schedule *schedule, gp_language language,
                       gp_theme theme, const gp_filter *filter, gp_picture *out);

static gp_status draw_path(gp_job *job, const gp_schedule *schedule, gp_language language,
                           gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_path_view view = {
        .intervention = GP_NONE, .language = language, .theme = theme, .filter = filter};
    return gp_draw_path(job, schedule, &view, out);
}

static gp_status draw_path_of_one(gp_job *job, const gp_schedule *schedule, gp_language language,
                                  gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_network *network = schedule->network;
    uint32_t one =
        network->portfolio->intervention_count ? network->intervention_activity[0] : GP_NONE;
    const gp_path_view view = {.intervention = one,
                               .is_stable = true,
                               .language = language,
                               .theme = theme,
                               .filter = filter};
    return gp_draw_path(job, schedule, &view, out);
}

static gp_status draw_lanes(gp_job *job, const gp_schedule *schedule, gp_language language,
                            gp_theme theme, gp_lanes lanes, const gp_filter *filter,
                            gp_picture *out)
{
    const gp_roadmap_view view = {.lanes = lanes,
                                  .from = GP_NO_DAY,
                                  .to = GP_NO_DAY,
                                  .language = language,
                                  .theme = theme,
                                  .filter = filter};
    return gp_draw_roadmap(job, schedule, &view, out);
}

static gp_status draw_roadmap(gp_job *job, const gp_schedule *schedule, gp_language language,
                              gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    return draw_lanes(job, schedule, language, theme, GP_LANES_TRACK, filter, out);
}

static gp_status draw_owners(gp_job *job, const gp_schedule *schedule, gp_language language,
                             gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    return draw_lanes(job, schedule, language, theme, GP_LANES_OWNER, filter, out);
}

static gp_status draw_map(gp_job *job, const gp_schedule *schedule, gp_language language,
                          gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_map_view view = {.options = {.filter = filter}, .language = language, .theme = theme};
    return gp_draw_map(job, schedule, &view, out);
}

static gp_status draw_owners_map(gp_job *job, const gp_schedule *schedule, gp_language language,
                                 gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_map_view view = {.options = {.filter = filter},
                              .colour = GP_MAP_BY_OWNER,
                              .group = GP_MAP_IN_OWNER,
                              .language = language,
                              .theme = theme};
    return gp_draw_map(job, schedule, &view, out);
}

static gp_status draw_plateaus(gp_job *job, const gp_schedule *schedule, gp_language language,
                               gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_day days[] = {0, 400, 800};
    const gp_map_view view = {.options = {.dates = days, .date_count = 3, .filter = filter},
                              .colour = GP_MAP_BY_LEVEL,
                              .language = language,
                              .theme = theme};
    return gp_draw_map(job, schedule, &view, out);
}

static gp_status draw_tension(gp_job *job, const gp_schedule *schedule, gp_language language,
                              gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_tension_view view = {.language = language, .theme = theme, .filter = filter};
    return gp_draw_tension(job, schedule, &view, out);
}

static gp_status draw_boards(gp_job *job, const gp_schedule *schedule, gp_language language,
                             gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_boards_view view = {.language = language, .theme = theme, .filter = filter};
    return gp_draw_boards(job, schedule, &view, out);
}

static gp_status draw_fit(gp_job *job, const gp_schedule *schedule, gp_language language,
                          gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_fit_view view = {.language = language, .theme = theme, .filter = filter};
    return gp_draw_fit(job, schedule, &view, out);
}

static gp_status draw_model(gp_job *job, const gp_schedule *schedule, gp_language language,
                            gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_model_view view = {.language = language, .theme = theme, .filter = filter};
    return gp_draw_model(job, schedule, &view, out);
}

/* Values that ask nothing new: the same portfolio with each of them. */
static gp_status make_same(void *object, gp_job *job, const char *const *values,
                           const gp_portfolio **out)
{
    (void)job;
    (void)values;
    *out = object;
    return GP_OK;
}

static gp_status draw_values(gp_job *job, const gp_schedule *schedule, gp_language language,
                             gp_theme theme, const gp_filter *filter, uint32_t axis_count,
                             gp_picture *out)
{
    static const char *const rounds[] = {"1y", "6mo", "3mo", "none"};
    static const char *const texts[] = {"a value that has no room where it stands", "1"};
    static const gp_sweep_axis axes[] = {{"c0.a-key-that-is-rather-long", texts, 2},
                                         {"planning.round", rounds, 4}};
    const gp_sweep_worlds same = {make_same, (void *)(uintptr_t)schedule->network->portfolio};
    const gp_sweep_view view = {.language = language, .theme = theme, .filter = filter};
    const gp_sweep *sweep;
    gp_status status =
        gp_find_sweep(job, schedule, axes + 2 - axis_count, axis_count, &same, &sweep);
    return status == GP_OK ? gp_draw_sweep(job, schedule, sweep, &view, out) : status;
}

static gp_status draw_sweep(gp_job *job, const gp_schedule *schedule, gp_language language,
                            gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    return draw_values(job, schedule, language, theme, filter, 1, out);
}

static gp_status draw_two_sweeps(gp_job *job, const gp_schedule *schedule, gp_language language,
                                 gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    return draw_values(job, schedule, language, theme, filter, 2, out);
}

/* With an answer that is made up: curves of all kinds. */
static gp_status draw_risk(gp_job *job, const gp_schedule *schedule, gp_language language,
                           gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_risk_view view = {
        .language = language, .theme = theme, .filter = filter, .card_most = 16};
    test_risk risk;
    make_risk(job, schedule, &risk);
    return gp_draw_risk(job, &risk.schedule, &risk.answer, &view, out);
}

static gp_status draw_mitigated_risk(gp_job *job, const gp_schedule *schedule, gp_language language,
                                     gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    const gp_risk_view view = {
        .language = language, .theme = theme, .filter = filter, .card_most = 3};
    test_risk risk;
    make_risk(job, schedule, &risk);
    risk.answer.unmitigated = risk.answer.lives;
    risk.answer.is_partial = true;
    return gp_draw_risk(job, &risk.schedule, &risk.answer, &view, out);
}

static gp_status draw_tails(gp_job *job, const gp_schedule *schedule, gp_language language,
                            gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    gp_roadmap_view view = {
        .from = GP_NO_DAY, .to = GP_NO_DAY, .language = language, .theme = theme, .filter = filter};
    test_risk risk;
    make_risk(job, schedule, &risk);
    view.risk = &risk.answer;
    return gp_draw_roadmap(job, schedule, &view, out);
}

/* ---- views beside an older version ---- */

typedef struct older_version {
    test_draft draft;
    gp_older older;
} older_version;

/* Another portfolio of about the same ids, as the older version of the one that is drawn. */
static const gp_older *make_older(gp_job *job, const gp_schedule *schedule, older_version *out)
{
    static const gp_edits none = {0};
    const gp_portfolio *now = schedule->network->portfolio, *then;
    const gp_network *network;
    const gp_schedule *before;
    then = make_hard_portfolio(&out->draft, 77, (int)now->capability_count + 3,
                               (int)now->intervention_count * 5 / 6);
    assert_int_equal(gp_build_network(out->draft.job, then, &network), GP_OK);
    assert_int_equal(gp_schedule_network(out->draft.job, network, NULL, &before), GP_OK);
    out->older = (gp_older){.name = "vorige maand <&>.json"};
    assert_int_equal(gp_compare(job, before, schedule, &none, NULL, &out->older.comparison), GP_OK);
    return &out->older;
}

/* Draws one of the views beside an older version, which lives as long as that takes. */
typedef gp_status draw_beside(gp_job *job, const gp_schedule *schedule, gp_language language,
                              gp_theme theme, const gp_filter *filter, const gp_older *older,
                              gp_picture *out);

static gp_status draw_against(draw_beside *draw_it, gp_job *job, const gp_schedule *schedule,
                              gp_language language, gp_theme theme, const gp_filter *filter,
                              gp_picture *out)
{
    older_version then;
    const gp_older *older = make_older(job, schedule, &then);
    gp_status status = draw_it(job, schedule, language, theme, filter, older, out);
    gp_job_free(then.draft.job);
    return status;
}

#define BESIDE(name, type, call, ...)                                                              \
    static gp_status name##_beside(gp_job *job, const gp_schedule *schedule, gp_language language, \
                                   gp_theme theme, const gp_filter *filter, const gp_older *older, \
                                   gp_picture *out)                                                \
    {                                                                                              \
        const type view = {.language = language, .theme = theme, .older = older, __VA_ARGS__};     \
        return call(job, schedule, &view, out);                                                    \
    }                                                                                              \
    static gp_status name(gp_job *job, const gp_schedule *schedule, gp_language language,          \
                          gp_theme theme, const gp_filter *filter, gp_picture *out)                \
    {                                                                                              \
        return draw_against(name##_beside, job, schedule, language, theme, filter, out);           \
    }

BESIDE(draw_path_against, gp_path_view, gp_draw_path, .intervention = GP_NONE, .filter = filter)
BESIDE(draw_short_path_against, gp_path_view, gp_draw_path, .intervention = GP_NONE,
       .filter = filter, .detail = GP_DETAIL_SHORT, .group = GP_GROUP_OWNER)
BESIDE(draw_roadmap_against, gp_roadmap_view, gp_draw_roadmap, .lanes = GP_LANES_STAGE,
       .from = GP_NO_DAY, .to = GP_NO_DAY, .filter = filter)
BESIDE(draw_map_against, gp_map_view, gp_draw_map, .options = {.filter = filter})

/* With decisions, where the older version is the plan before them. */
static gp_status draw_repaired_as(gp_job *job, const gp_schedule *schedule, gp_roadmap_view view,
                                  gp_repair_status said, double budget, gp_picture *out)
{
    test_decided decided;
    make_decided(job, view.older->comparison->old_schedule, schedule, 120, &decided);
    decided.repair.status = (uint8_t)said;
    decided.repaired.budget = budget;
    view.repaired = &decided.repaired;
    return gp_draw_roadmap(job, schedule, &view, out);
}

static gp_status draw_repaired_beside(gp_job *job, const gp_schedule *schedule,
                                      gp_language language, gp_theme theme, const gp_filter *filter,
                                      const gp_older *older, gp_picture *out)
{
    const gp_roadmap_view view = {.from = GP_NO_DAY,
                                  .to = GP_NO_DAY,
                                  .language = language,
                                  .theme = theme,
                                  .filter = filter,
                                  .older = older};
    return draw_repaired_as(job, schedule, view, GP_REPAIR_BEST, -1, out);
}

static gp_status draw_repaired(gp_job *job, const gp_schedule *schedule, gp_language language,
                               gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    return draw_against(draw_repaired_beside, job, schedule, language, theme, filter, out);
}

static gp_status draw_budget_beside(gp_job *job, const gp_schedule *schedule, gp_language language,
                                    gp_theme theme, const gp_filter *filter, const gp_older *older,
                                    gp_picture *out)
{
    const gp_roadmap_view view = {.from = GP_NO_DAY,
                                  .to = GP_NO_DAY,
                                  .lanes = GP_LANES_OWNER,
                                  .show = GP_SHOW_ALL,
                                  .language = language,
                                  .theme = theme,
                                  .filter = filter,
                                  .older = older};
    return draw_repaired_as(job, schedule, view, GP_REPAIR_PROVEN, 12.25, out);
}

static gp_status draw_repaired_for(gp_job *job, const gp_schedule *schedule, gp_language language,
                                   gp_theme theme, const gp_filter *filter, gp_picture *out)
{
    return draw_against(draw_budget_beside, job, schedule, language, theme, filter, out);
}

static const struct {
    const char *name;
    draw *draw;
} views[] = {
    {"path", draw_path},
    {"path for one", draw_path_of_one},
    {"roadmap", draw_roadmap},
    {"roadmap by owner", draw_owners},
    {"map", draw_map},
    {"map of owners", draw_owners_map},
    {"map on several days", draw_plateaus},
    {"tension", draw_tension},
    {"boards", draw_boards},
    {"fit", draw_fit},
    {"model", draw_model},
    {"sweep", draw_sweep},
    {"sweep of two targets", draw_two_sweeps},
    {"risk", draw_risk},
    {"risk that is mitigated", draw_mitigated_risk},
    {"roadmap with tails", draw_tails},
    {"path against an older version", draw_path_against},
    {"path in short and frames against one", draw_short_path_against},
    {"roadmap against an older version", draw_roadmap_against},
    {"map against an older version", draw_map_against},
    {"roadmap with decisions", draw_repaired},
    {"roadmap with decisions for a budget", draw_repaired_for},
};
#define VIEWS (sizeof views / sizeof *views)

/* ---- tests ---- */

/* Each view in one of the languages and themes: which of them changes from portfolio to portfolio.
 */
static uint32_t count_all(gp_job *job, const gp_portfolio *portfolio, uint32_t turn,
                          const char *which)
{
    const gp_network *network;
    const gp_schedule *schedule;
    uint32_t count = 0;
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    for (uint32_t view = 0; view < VIEWS; view++) {
        gp_theme theme = (gp_theme)((view + turn) % 3);
        gp_language language = (gp_language)((view + turn) % 2);
        char where[128];
        gp_picture picture = {0};
        snprintf(where, sizeof where, "%s, %s, language %d, theme %d", views[view].name, which,
                 (int)language, (int)theme);
        assert_int_equal(views[view].draw(job, schedule, language, theme, NULL, &picture), GP_OK);
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        count += count_breaches(&tree, OWED_ALL, where);
        free_svg_tree(&tree);
    }
    return count;
}

static void hard_portfolios_are_drawn_well(void **state)
{
    (void)state;
    static const struct {
        int capabilities, interventions;
    } sizes[] = {{0, 0}, {1, 1}, {5, 3}, {12, 7}, {20, 18}, {40, 18}, {60, 60}};
    uint32_t breaches = 0;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (uint64_t seed = 1; seed <= 2; seed++) {
            test_draft t;
            char which[64];
            snprintf(which, sizeof which, "%d/%d seed %u", sizes[i].capabilities,
                     sizes[i].interventions, (unsigned)seed);
            const gp_portfolio *portfolio = make_hard_portfolio(
                &t, seed + 2 * i, sizes[i].capabilities, sizes[i].interventions);
            breaches += count_all(t.job, portfolio, (uint32_t)(i + seed), which);
            gp_job_free(t.job);
        }
    assert_int_equal(breaches, 0);
}

static void random_portfolios_are_drawn_well(void **state)
{
    (void)state;
    uint32_t breaches = 0;
    for (uint64_t seed = 1; seed <= 12; seed++) {
        generator g;
        char which[64];
        snprintf(which, sizeof which, "random %u", (unsigned)seed);
        const gp_portfolio *portfolio = random_portfolio(&g, seed);
        if (!g.has_cycles) breaches += count_all(g.draft.job, portfolio, (uint32_t)seed, which);
        gp_job_free(g.draft.job);
    }
    assert_int_equal(breaches, 0);
}

/* How many elements have an id that begins so. */
static uint32_t count_ids(const svg_tree *tree, const char *prefix)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < tree->count; i++)
        count += strncmp(tree->nodes[i].id, prefix, strlen(prefix)) == 0;
    return count;
}

/* The line under the title, which may have been broken. */
static bool says(const svg_tree *tree, const char *words)
{
    char all[1024] = "";
    size_t used = 0;
    for (uint32_t i = 0; i < tree->count && used < sizeof all; i++)
        if (svg_node_is(&tree->nodes[i], "subtitle"))
            used += (size_t)snprintf(all + used, sizeof all - used, "%s ", tree->nodes[i].text);
    return strstr(all, words) != NULL;
}

/* With a filter every view says so, is drawn as well as the whole, and has what passes alone. */
static void a_part_says_which_it_is(void **state)
{
    (void)state;
    static const char *const owners[] = {"HRM"};
    const gp_filter_options options = {.owners = owners, .owner_count = 1};
    uint32_t breaches = 0;
    test_draft t;
    const gp_portfolio *portfolio = make_hard_portfolio(&t, 5, 30, 20);
    const gp_network *network;
    const gp_schedule *schedule;
    gp_filter filter;
    assert_int_equal(gp_build_network(t.job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(t.job, network, NULL, &schedule), GP_OK);
    assert_int_equal(gp_make_filter(t.job, portfolio, &options, &filter), GP_OK);
    uint32_t passing = 0;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        passing += gp_passes(&filter, portfolio->interventions[i].symbol);
    assert_true(passing > 0 && passing < 20);
    for (size_t view = 0; view < VIEWS; view++) {
        gp_picture picture = {0};
        assert_int_equal(
            views[view].draw(t.job, schedule, GP_ENGLISH, GP_THEME_PRINT, &filter, &picture),
            GP_OK);
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        breaches += count_breaches(&tree, OWED_ALL, views[view].name);
        assert_true(says(&tree, "owner HRM"));
        assert_true(says(&tree, "not shown"));
        if (strcmp(views[view].name, "tension") == 0)
            assert_int_equal(count_ids(&tree, "tension__"), passing);
        if (strcmp(views[view].name, "boards") == 0)
            assert_int_equal(count_ids(&tree, "row__"), passing);
        free_svg_tree(&tree);
    }
    assert_int_equal(breaches, 0);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hard_portfolios_are_drawn_well),
        cmocka_unit_test(random_portfolios_are_drawn_well),
        cmocka_unit_test(a_part_says_which_it_is),
    };
    return cmocka_run_group_tests_name("owes", tests, NULL, NULL);
}
