/* SPDX-License-Identifier: MIT
 * DOT: labels as Graphviz shows them, and back; how many edges a text makes, before libcgraph does;
 * one graph in a file; the bytes of a file. */
#include "groeipad/io.h"
#include "io/graph/dot_label.h"
#include "io/graph/dot_scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

/* ---- labels ---- */

static const struct {
    const char *label, *shown;
} labels[] = {
    {"plain", "plain"},
    {"line\\nbreak", "line\nbreak"},
    {"left\\lright\\r", "left\nright"},
    {"\\N of \\G", "node of graph"},
    {"\\E, \\T, \\H", "tail->head, tail, head"},
    {"a\\\\nb", "a\\nb"},
    {"a\\qb\\", "aqb\\"},
    {"\\L", ""},
    {"R&amp;D", "R&D"},
    {"&#60;&lt;&#x3C;&#X3c;", "<<<<"},
    {"&eacute;&Euml;&yuml;&nbsp;&euro;", "\xC3\xA9\xC3\x8B\xC3\xBF\xC2\xA0\xE2\x82\xAC"},
    {"&#8364;&#128512;", "\xE2\x82\xAC\xF0\x9F\x98\x80"},
    {"R&D; & &; &foo; &#; &#0; &#xD800; &#1114112; &#x; &#6a;",
     "R&D; & &; &foo; &#; &#0; &#xD800; &#1114112; &#x; &#6a;"},
    {"&amp;lt;", "&lt;"},
};

static void labels_are_what_graphviz_shows(void **state)
{
    (void)state;
    const gp_dot_owner owner = {"graph", "node", "tail", "head", true};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        gp_job *job = gp_job_new();
        gp_buffer *buffer = gp_new_buffer(job);
        const char *text;
        size_t size;
        gp_add_shown_label(buffer, labels[i].label, &owner);
        assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
        assert_string_equal(text, labels[i].shown);
        gp_job_free(job);
    }
}

static const char *const texts[] = {
    "a < b & c",  "&#60; &lt; &amp;lt;", "back\\slash\\n",       "ends in \\", "\"quoted\" \\\"",
    "two\nlines", "\\N \\G \\L",         "caf\xC3\xA9 &eacute;", "&",          "\\",
    "\"",         "&amp;amp;#38;",       "<b>no HTML</b>",       "{a|b}"};

/* Written as the label of a node and read again: the node has no name but that. */
static void labels_of_ours_say_what_was_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        gp_job *job = gp_job_new();
        gp_buffer *buffer = gp_new_buffer(job);
        const char *dot;
        size_t size;
        gp_add_text(buffer, "digraph g { status_date=\"2026-01-05\"; a [label=\"");
        gp_add_label(buffer, texts[i]);
        gp_add_text(buffer, "\"]; }");
        assert_int_equal(gp_finish_buffer(buffer, &dot, &size), GP_OK);
        const gp_portfolio *portfolio;
        assert_int_equal(gp_read_text(job, "g.dot", dot, size, NULL, &portfolio), GP_OK);
        assert_string_equal(portfolio->capabilities[0].name, texts[i]);
        gp_job_free(job);
    }
}

/* ---- edges between groups ---- */

static const struct {
    const char *text;
    uint64_t edges; /* in all statements that make more than they have arrows */
} groups[] = {
    {"digraph { a -> b -> c }", 0},
    {"digraph { {a b} -> {c d} }", 4},
    {"digraph { {a b} -> {c d} -> e }", 6},
    {"digraph { a, b -> c, d, e }", 6},
    {"digraph { {a {b c}} -> d }", 3},
    {"digraph { {a -> b} -> {c; d} [x=y, z=\"{e f}\"]; e -> f }", 4},
    {"digraph { {a:n b:s:w x=y node [z=1]} -> c }", 2},
    {"digraph { {\"a\" + \"b\" c} -> d }", 2},
    {"digraph { {1a -.5b} -> d }", 4},
    {"digraph { {a /* b */ c // d\n # e\n f} -> g }", 3},
    {"digraph { {a <b <c>> d} -> g }", 3},
    {"digraph { subgraph s {a b c}; subgraph s {} -> subgraph \"s\" {} }", 9},
    {"digraph { subgraph s {a b c}; subgraph \"\\\ns\" {} -> d }", 3},
    {"digraph { SubGraph {a b} -> d }", 2},
    {"graph { {a b} -- {c d} }", 4},
    {"digraph { { {a b} -> {c d} } -> e }", 8},
    {"digraph { {a b} -> {c", 0},
    {"} {", 0},
    {"", 0},
};

static void edges_between_groups_are_counted(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        gp_job *job = gp_job_new();
        gp_dot_scan *scan = GP_NEW(job, gp_dot_scan, 1);
        uint64_t edges = 0;
        assert_int_equal(gp_scan_dot(job, groups[i].text, strlen(groups[i].text), scan), GP_OK);
        const gp_dot_group *found = scan->groups.data;
        for (size_t g = 0; g < scan->groups.count; g++) edges += found[g].edges;
        if (edges != groups[i].edges)
            fail_msg("%s: %lu edges", groups[i].text, (unsigned long)edges);
        gp_job_free(job);
    }
}

/* digraph { {a0;...} -> {b0;...} }: so many to so many. */
static gp_status read_groups(gp_job *job, int from, int to)
{
    const gp_portfolio *portfolio;
    const gp_read_options options = {.status_date = 20458};
    gp_buffer *buffer = gp_new_buffer(job);
    const char *text;
    size_t size;
    gp_add_text(buffer, "digraph {");
    for (int side = 0; side < 2; side++) {
        gp_add_text(buffer, side ? "->{" : "{");
        for (int i = 0; i < (side ? to : from); i++) {
            gp_add_text(buffer, side ? ";b" : ";a");
            gp_add_number(buffer, i);
        }
        gp_add_text(buffer, "}");
    }
    gp_add_text(buffer, "}");
    assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
    for (char *c = (char *)buffer->bytes.data; *c; c++)
        if (*c == '{' && c[1] == ';') c[1] = ' ';
    return gp_read_text(job, "g.dot", text, size, &options, &portfolio);
}

static void too_many_are_refused(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    uint32_t count;
    assert_int_equal(read_groups(job, 256, 256), GP_OK);
    assert_int_equal(read_groups(job, 257, 256), GP_INVALID);
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(findings[count - 1].code, 101);
    assert_int_equal(findings[count - 1].place.column, 10);
    gp_job_free(job);
}

/* ---- one graph, and its bytes ---- */

static const struct {
    const char *text;
    const char *name;      /* of the capability; NULL: it is refused */
    uint32_t line, column; /* where */
} files[] = {
    {"digraph g { a [label=x] }\n// the end", "x", 0, 0},
    {"digraph g { a [label=x] } /* the end */ \n", "x", 0, 0},
    {"digraph g { a }\ndigraph h { b }\n", NULL, 2, 1},
    {"digraph g { a } b", NULL, 1, 17},
    {"digraph g { a [label=\"\xE9\"] }", NULL, 1, 23},
    {"digraph g { charset=latin1; a [label=\"caf\xE9\"] }", "caf\xC3\xA9", 0, 0},
    {"digraph g { graph [charset=\"ISO-8859-1\"]; a [label=\"caf\xE9\"] }", "caf\xC3\xA9", 0, 0},
    {"digraph g { charset=\"UTF-8\"; a [label=\"caf\xC3\xA9\"] }", "caf\xC3\xA9", 0, 0},
    {"digraph g { charset=\"big-5\"; a [label=\"\xA4\x40\"] }", NULL, 1, 40},
    {"\xEF\xBB\xBF"
     "digraph g { a [label=x] }",
     "x", 0, 0},
};

static void a_file_is_one_graph_in_utf8(void **state)
{
    (void)state;
    const gp_read_options options = {.status_date = 20458};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        uint32_t count;
        gp_status status =
            gp_read_text(job, "g.dot", files[i].text, strlen(files[i].text), &options, &portfolio);
        assert_int_equal(status, files[i].name ? GP_OK : GP_INVALID);
        const gp_finding *findings = gp_findings(job, &count);
        if (files[i].name) assert_string_equal(portfolio->capabilities[0].name, files[i].name);
        if (!files[i].name) {
            assert_int_equal(findings[0].code, 101);
            assert_int_equal(findings[0].place.line, files[i].line);
            assert_int_equal(findings[0].place.column, files[i].column);
        }
        gp_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_what_graphviz_shows),
        cmocka_unit_test(labels_of_ours_say_what_was_there),
        cmocka_unit_test(edges_between_groups_are_counted),
        cmocka_unit_test(too_many_are_refused),
        cmocka_unit_test(a_file_is_one_graph_in_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
