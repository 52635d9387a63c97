/* SPDX-License-Identifier: MIT
 * The lists of the boards on portfolios of every size: the page is no strip, nothing is left out,
 * every row lies on its board, and a list that goes on in the next column says so. */
#include "core/job.h"
#include "groeipad/render.h"
#include "tests/support_draft.h"
#include "tests/support_svg_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static void add_portfolio(test_draft *t, uint64_t seed, uint32_t interventions, uint32_t stages)
{
    uint64_t state = seed;
    uint32_t capabilities = interventions * 5 / 2;
    start_test_draft(t);
    for (uint32_t i = 0; i < capabilities; i++) {
        char id[32], requires[32] = "";
        if (i && test_random(&state, 3))
            snprintf(requires, sizeof requires, "c%u", (unsigned)test_random(&state, i));
        snprintf(id, sizeof id, "c%u", (unsigned)i);
        add_test_capability(t, id, test_capability((int32_t)(10 + test_random(&state, 300))),
                            requires);
    }
    for (uint32_t i = 0; i < interventions; i++) {
        char id[32], requires[32];
        gp_intervention one = test_intervention((gp_stage)test_random(&state, stages), 30);
        if (test_random(&state, 2)) one.needed_by = (gp_day)test_random(&state, 1000);
        snprintf(requires, sizeof requires, "c%u", (unsigned)test_random(&state, capabilities));
        snprintf(id, sizeof id, "i%u", (unsigned)i);
        add_test_intervention(t, id, one, requires);
    }
}

static bool lies_within(const svg_frame *inner, const svg_frame *outer)
{
    return inner->left > inner->right ||
           (inner->left >= outer->left && inner->right <= outer->right &&
            inner->top >= outer->top && inner->bottom <= outer->bottom);
}

/* All that is on a board is on its ground; returns how many rows of interventions. */
static uint32_t check_board(const svg_tree *tree, uint32_t board)
{
    uint32_t end = tree->nodes[board].end, count = 0;
    const svg_frame *ground = &tree->nodes[svg_find_class(tree, board, end, "ground")].frame;
    for (uint32_t i = board; i < end; i++) {
        assert_true(lies_within(&tree->nodes[i].frame, ground));
        count += strncmp(tree->nodes[i].id, "row__", 5) == 0;
    }
    return count;
}

static uint32_t count_words(const svg_tree *tree, const char *words)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < tree->count; i++)
        count += strcmp(tree->nodes[i].name, "text") == 0 && strstr(tree->nodes[i].text, words);
    return count;
}

static void lists_flow_over_the_page(void **state)
{
    static const uint32_t sizes[] = {1, 7, 18, 60, 160, 400};
    (void)state;
    for (uint64_t seed = 0; seed < 8; seed++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            const gp_boards_view view = {.language = GP_ENGLISH};
            const gp_schedule *schedule;
            gp_picture picture = {0};
            uint32_t rows = 0;
            test_draft t;
            add_portfolio(&t, seed, sizes[i], seed < 4 ? 4 : 1 + (uint32_t)seed % 4);
            const gp_network *network = test_network(&t);
            assert_int_equal(gp_schedule_network(t.job, network, NULL, &schedule), GP_OK);
            assert_int_equal(gp_draw_boards(t.job, schedule, &view, &picture), GP_OK);
            svg_tree tree = read_svg_tree(picture.text, picture.size);
            assert_all_on_the_page(&tree);
            assert_texts_keep_apart(&tree);
            for (uint32_t k = 0; k < tree.count; k++)
                if (svg_node_is(&tree.nodes[k], "board")) rows += check_board(&tree, k);
            assert_int_equal(rows, sizes[i]);
            assert_true(tree.width * 10 >= tree.height * 7 || sizes[i] < 18);
            assert_true(tree.width <= tree.height * 2 || sizes[i] < 18);
            if (sizes[i] >= 160) assert_true(count_words(&tree, "(continued)") > 0);
            free_svg_tree(&tree);
            gp_job_free(t.job);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_flow_over_the_page),
    };
    return cmocka_run_group_tests_name("boards flow", tests, NULL, NULL);
}
