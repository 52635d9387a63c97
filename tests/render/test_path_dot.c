/* SPDX-License-Identifier: MIT
 * The DOT file, read back by libcgraph: the boxes and arrows of the picture, labels that are
 * plain text whatever the portfolio says, and element ids in which no two ids meet. */
#include "tests/support_draft.h"
#include "groeipad/render.h"
#include "render/path_model.h"

#include <graphviz/cgraph.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static char *text_of(const char *text) /* what cgraph only reads */
{
    return (char *)(uintptr_t)text;
}

static gp_picture write_dot(test_draft *t)
{
    gp_picture picture = {0}, again = {0};
    const gp_schedule *schedule;
    assert_int_equal(gp_schedule_network(t->job, test_network(t), NULL, &schedule), GP_OK);
    const gp_path_view view = {.intervention = GP_NONE, .language = GP_ENGLISH};
    assert_int_equal(gp_write_path_dot(t->job, schedule, &view, &picture), GP_OK);
    assert_int_equal(gp_write_path_dot(t->job, schedule, &view, &again), GP_OK);
    assert_int_equal(picture.size, again.size);
    assert_memory_equal(picture.text, again.text, picture.size);
    return picture;
}

static void has_boxes_and_arrows(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_intervention late = test_intervention(GP_DEVELOP, 14);
    late.needed_by = 3;
    add_test_intervention(&t, "advice", late, "a@2 x|y gone");
    add_test_capability(&t, "a", test_capability(100), "");
    add_test_capability(&t, "x", test_capability(10), "");
    add_test_capability(&t, "y", test_capability(20), "");
    add_test_capability(&t, "hope", test_capability(5), "a");
    gp_picture picture = write_dot(&t);
    Agraph_t *graph = agmemread(picture.text);
    assert_non_null(graph);
    assert_int_equal(picture.box_count, 7); /* two steps of a, and the missing one */
    assert_int_equal(agnnodes(graph), 8);   /* and a reference to a in the band */
    assert_int_equal(agnedges(graph), picture.arrow_count);
    Agnode_t *advice = agnode(graph, text_of("box__advice"), 0);
    Agnode_t *first = agnode(graph, text_of("box__a__1"), 0);
    Agnode_t *second = agnode(graph, text_of("box__a__2"), 0);
    Agnode_t *spare = agnode(graph, text_of("box__y__1"), 0);
    Agnode_t *gone = agnode(graph, text_of("box__gone__1"), 0);
    Agnode_t *reference = agnode(graph, text_of("reference__a__1"), 0);
    Agnode_t *hope = agnode(graph, text_of("box__hope__1"), 0);
    assert_true(advice && first && second && spare && gone && reference && hope);
    assert_non_null(strstr(agget(advice, text_of("label")), "days late"));
    assert_string_equal(agget(gone, text_of("style")), "filled,dashed");
    Agedge_t *chain = agedge(graph, first, second, NULL, 0);
    Agedge_t *live = agedge(graph, second, advice, NULL, 0);
    Agedge_t *dotted = agedge(graph, spare, advice, NULL, 0);
    assert_true(chain && live && dotted && agedge(graph, reference, hope, NULL, 0));
    assert_non_null(strchr(agget(chain, text_of("color")), ':')); /* a double line */
    assert_string_equal(agget(live, text_of("penwidth")), "3");   /* critical */
    assert_string_equal(agget(live, text_of("arrowhead")), "empty");
    assert_string_equal(agget(dotted, text_of("style")), "dotted");
    agclose(graph);
    gp_job_free(t.job);
}

static void labels_are_plain_text(void **state)
{
    (void)state;
    static const struct {
        const char *name, *label; /* what the label must hold */
    } rows[] = {
        {"\"]><script>", "\\n&quot;]&gt;&lt;script&gt;\\n"},
        {"<b>bold</b>", "\\n&lt;b&gt;bold&lt;/b&gt;\\n"},
        {"\\N \\G \\", "\\n\\\\N \\\\G \\\\\\n"},
        {"a &amp; b", "\\na &amp;amp; b\\n"},
        {"\x01x\x7F", "\\nx\\n"},
        {"\xC3\xA9\xC3", "\\n\xC3\xA9\xEF\xBF\xBD\\n"},
        {"\xE2\x80\xAEx", "\\nx\\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_draft t;
        start_test_draft(&t);
        gp_intervention intervention = test_intervention(GP_DEVELOP, 14);
        intervention.name = rows[i].name;
        add_test_intervention(&t, "x\\", intervention, "");
        gp_picture picture = write_dot(&t);
        Agraph_t *graph = agmemread(picture.text);
        assert_non_null(graph);
        Agnode_t *node = agnode(graph, text_of("box__x_5c"), 0);
        assert_non_null(node);
        char *label = agget(node, text_of("label"));
        assert_non_null(strstr(label, rows[i].label));
        assert_false(aghtmlstr(label));
        agclose(graph);
        gp_job_free(t.job);
    }
}

static void element_ids_never_meet(void **state)
{
    (void)state;
    char longs[3][202];
    for (int i = 0; i < 3; i++) {
        memset(longs[i], 'x', 201);
        longs[i][201] = '\0';
    }
    longs[1][150] = 'y';
    longs[2][200] = '\0';
    const char *const ids[] = {"a",         "A",      "a_b",   "a__b", "a_5fb",
                               "a b",       "a-b",    "a/b",   "",     "\xC3\xA9",
                               "e\xCC\x81", "_",      "__",    "1",    "\"]><script>",
                               longs[0],    longs[1], longs[2]};
    enum { COUNT = sizeof ids / sizeof *ids };
    gp_job *job = gp_job_new();
    const char *made[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        size_t size;
        gp_buffer *buffer = gp_new_buffer(job);
        gp_add_element_id(buffer, ids[i]);
        assert_int_equal(gp_finish_buffer(buffer, &made[i], &size), GP_OK);
        assert_true(size <= 200);
        assert_int_equal(strspn(made[i], "0123456789-_abcdefghijklmnopqrstuvwxyz"
                                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                         size);
        assert_null(strstr(made[i], "__"));
        for (size_t k = 0; k < i; k++) assert_string_not_equal(made[k], made[i]);
    }
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_boxes_and_arrows),
        cmocka_unit_test(labels_are_plain_text),
        cmocka_unit_test(element_ids_never_meet),
    };
    return cmocka_run_group_tests_name("path dot", tests, NULL, NULL);
}
