/* SPDX-License-Identifier: MIT
 * Edits by hand: a part of them made, and all of them as a file of changes. */
#include "core/job.h"
#include "tests/support_edits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define T(members) "\"capabilities\":[" members "]"

/* "x>y.2,z|w<p": whom it requires, with the level, and with alternatives together, and its parent.
 */
static void describe_record(gp_buffer *buffer, const gp_portfolio *p, uint32_t symbol)
{
    gp_item item = p->items[symbol];
    bool is_capability = item.kind == GP_ITEM_CAPABILITY;
    const gp_capability *c = is_capability ? &p->capabilities[item.index] : NULL;
    gp_span span = c ? c->requires : p->interventions[item.index].requires;
    gp_add_text(buffer, p->ids[symbol]);
    for (uint32_t k = span.first; k < span.first + span.count; k++) {
        const gp_requirement *r = &p->requirements[k];
        bool is_same = k > span.first && r->group && r[-1].group == r->group;
        gp_add_text(buffer, k == span.first ? ">" : is_same ? "|" : ",");
        gp_add_text(buffer, p->ids[r->target]);
        if (r->level > 1) gp_add_text(buffer, ".");
        if (r->level > 1) gp_add_number(buffer, r->level);
    }
    if (c && c->parent != GP_NONE) {
        gp_add_text(buffer, "<");
        gp_add_text(buffer, p->ids[c->parent]);
    }
    gp_add_text(buffer, " ");
}

/* The records that are described, by their ids of one letter, then the terms. */
static const char *describe(gp_job *job, const gp_portfolio *p)
{
    gp_buffer *buffer = gp_new_buffer(job);
    const gp_terms *terms[] = {&p->dimensions, &p->segments, &p->scenarios};
    const char *text;
    size_t size;
    for (char id[] = "a"; *id <= 'z'; ++*id) {
        uint32_t symbol = gp_find_symbol(p, id);
        if (symbol != GP_NONE && p->items[symbol].kind != GP_ITEM_MISSING)
            describe_record(buffer, p, symbol);
    }
    for (size_t i = 0; i < 3; i++)
        for (uint32_t k = i                     ? 0
                          : terms[i]->count > 8 ? 8
                                                : terms[i]->count;
             k < terms[i]->count; k++) {
            gp_add_text(buffer, terms[i]->terms[k].name);
            gp_add_text(buffer, " ");
        }
    assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
    return text;
}

typedef struct part {
    const char *name, *old, *new;
    const char *made; /* by edit, '1' where it is */
    const char *portfolio;
} part;

static const part parts[] = {
    {"none of two", T("{\"id\":\"x\"}"), T("{\"id\":\"x\",\"requires\":[\"y\"]},{\"id\":\"y\"}"),
     "00", "x "},
    {"the record alone", T("{\"id\":\"x\"}"),
     T("{\"id\":\"x\",\"requires\":[\"y\"]},{\"id\":\"y\"}"), "10", "x y "},
    {"what requires it alone", T("{\"id\":\"x\"}"),
     T("{\"id\":\"x\",\"requires\":[\"y\"]},{\"id\":\"y\"}"), "01", "x>y "},
    {"it goes, and what required it",
     T("{\"id\":\"x\",\"requires\":[\"y\",{\"id\":\"z\",\"level\":2}]},{\"id\":\"y\"},{\"id\":"
       "\"z\"}"),
     T("{\"id\":\"x\",\"requires\":[\"z\"]},{\"id\":\"z\"}"), "10", "x>z.2 z "},
    {"it stays, and what required it",
     T("{\"id\":\"x\",\"requires\":[\"y\",{\"id\":\"z\",\"level\":2}]},{\"id\":\"y\"},{\"id\":"
       "\"z\"}"),
     T("{\"id\":\"x\",\"requires\":[\"z\"]},{\"id\":\"z\"}"), "01", "x>y,z y z "},
    {"an alternative goes",
     T("{\"id\":\"x\",\"level\":1,\"requires\":[{\"any\":[\"y\",{\"id\":\"z\",\"level\":2},\"w\"]}]"
       "},"
       "{\"id\":\"y\"}"),
     T("{\"id\":\"x\",\"level\":2,\"requires\":[{\"any\":[{\"id\":\"z\",\"level\":2},\"w\"]}]}"),
     "01", "x>z.2|w "},
    {"of two alternatives that go one",
     T("{\"id\":\"x\",\"requires\":[{\"any\":[\"y\",\"z\"]}]},{\"id\":\"y\"},{\"id\":\"z\"}"),
     T("{\"id\":\"x\"}"), "10", "x>z z "},
    {"both",
     T("{\"id\":\"x\",\"requires\":[{\"any\":[\"y\",\"z\"]}]},{\"id\":\"y\"},{\"id\":\"z\"}"),
     T("{\"id\":\"x\"}"), "11", "x "},
    {"a parent goes", T("{\"id\":\"x\",\"parent\":\"y\",\"level\":1},{\"id\":\"y\"}"),
     T("{\"id\":\"x\",\"level\":2}"), "01", "x "},
    {"a parent that is not there yet", T("{\"id\":\"x\"}"),
     T("{\"id\":\"x\",\"parent\":\"y\"},{\"id\":\"y\"}"), "10", "x "},
    {"renamed, and then more",
     T("{\"id\":\"x\",\"name\":\"N\"},{\"id\":\"u\",\"requires\":[\"x\"]}"),
     T("{\"id\":\"z\",\"name\":\"N\"},{\"id\":\"u\",\"requires\":[{\"id\":\"z\",\"level\":2}]}"),
     "01", "u>x.2 x "},
    {"renamed only", T("{\"id\":\"x\",\"name\":\"N\"},{\"id\":\"u\",\"requires\":[\"x\"]}"),
     T("{\"id\":\"z\",\"name\":\"N\"},{\"id\":\"u\",\"requires\":[{\"id\":\"z\",\"level\":2}]}"),
     "10", "u>z z "},
    {"a term that came, without the edit of it", "\"interventions\":[{\"id\":\"i\"}]",
     "\"interventions\":[{\"id\":\"i\",\"scenarios\":[\"s\"]}],\"scenarios\":[{\"id\":\"s\"}]",
     "10", "i s "},
    {"a term that went, and is still named",
     "\"interventions\":[{\"id\":\"i\",\"scenarios\":[\"s\"]}],\"scenarios\":[{\"id\":\"s\"}]",
     "\"interventions\":[{\"id\":\"i\"}]", "01", "i s "},
    {"a dimension of the paper", "\"interventions\":[{\"id\":\"i\",\"addresses\":[\"empathy\"]}]",
     "\"interventions\":[{\"id\":\"i\"}],\"dimensions\":[{\"id\":\"d\"}]", "01", "i Autonomy "},
    {"terms in the order of the file",
     "\"segments\":[{\"id\":\"b\"},{\"id\":\"c\"},{\"id\":\"a\"}]",
     "\"segments\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"B\"},{\"id\":\"c\"}]",
     "11", "B c A "},
};

static void a_part_of_the_edits(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char old[1024], new[1024];
        bool made[8] = {false};
        gp_job *job = gp_job_new();
        const gp_edits *edits;
        const gp_portfolio *portfolio;
        snprintf(old, sizeof old, "{\"status_date\":\"2026-01-05\",%s}", parts[i].old);
        snprintf(new, sizeof new, "{\"status_date\":\"2026-01-05\",%s}", parts[i].new);
        const gp_document *a = read_version(job, "old.json", old, NULL);
        const gp_document *b = read_version(job, "new.json", new, NULL);
        assert_int_equal(gp_find_edits(job, a, b, &edits), GP_OK);
        if (edits->count != strlen(parts[i].made))
            print_message("%s:\n%s", parts[i].name, list_edits(job, edits));
        assert_int_equal(edits->count, strlen(parts[i].made));
        for (size_t k = 0; parts[i].made[k]; k++) made[k] = parts[i].made[k] == '1';
        assert_int_equal(gp_read_subset(job, a, edits, made, NULL, &portfolio), GP_OK);
        const char *found = describe(job, portfolio);
        if (strcmp(found, parts[i].portfolio) != 0) print_message("%s\n", parts[i].name);
        assert_string_equal(found, parts[i].portfolio);
        gp_job_free(job);
    }
}

typedef struct row {
    const char *name, *old, *new;
    const char *changes; /* without the brackets around */
} row;

static const row rows[] = {
    {"nothing", T("{\"id\":\"x\"}"), T("{\"id\":\"x\"}"), ""},
    {"keys", T("{\"id\":\"x\",\"level\":1,\"owner\":\"IT\"}"),
     T("{\"id\":\"x\",\"lead_time\":\"2mo\",\"owner\":\"HR\"}"),
     "\"capabilities\":[\n"
     "{\"id\":\"x\",\"lead_time\":\"2mo\",\"level\":null,\"owner\":\"HR\"}]"},
    {"objects change key by key",
     T("{\"id\":\"x\",\"lead_time\":{\"min\":\"1mo\",\"likely\":\"2mo\"},\"aspects\":{\"skills\":{"
       "\"likely\":\"1mo\",\"max\":\"9mo\"},\"tools\":\"1mo\"}}"),
     T("{\"id\":\"x\",\"lead_time\":{\"likely\":\"3mo\"},\"aspects\":{\"skills\":{\"likely\":"
       "\"1mo\"},"
       "\"tools\":\"2mo\"}}"),
     "\"capabilities\":[\n"
     "{\"id\":\"x\",\"lead_time\":{\"likely\":\"3mo\",\"min\":null},\"aspects\":{\"skills\":{"
     "\"max\":"
     "null},\"tools\":\"2mo\"}}]"},
    {"an object of the user's own", T("{\"id\":\"x\",\"x-a\":{\"b\":1}}") ",\"x-t\":{\"a\":1}",
     T("{\"id\":\"x\",\"x-a\":{\"c\":1}}") ",\"x-t\":{\"b\":1}",
     "\"drop\":[\"x-t\",\"x.x-a\"],\n"
     "\"x-t\":{\"b\":1},\n"
     "\"capabilities\":[\n"
     "{\"id\":\"x\",\"x-a\":{\"c\":1}}]"},
    {"requirements one by one",
     T("{\"id\":\"x\",\"requires\":[\"y\",{\"id\":\"z\",\"level\":2,\"by\":\"ready\"}]}"),
     T("{\"id\":\"x\",\"requires\":[{\"id\":\"w\",\"lag\":\"2w\"},{\"id\":\"z\",\"level\":3}]}"),
     "\"drop\":[\"x->y\"],\n"
     "\"capabilities\":[\n"
     "{\"id\":\"x\",\"requires\":[{\"id\":\"w\",\"lag\":\"2w\"},{\"id\":\"z\",\"level\":3,\"by\":"
     "null}"
     "]}]"},
    {"alternatives anew", T("{\"id\":\"x\",\"requires\":[\"y\",\"z\"]}"),
     T("{\"id\":\"x\",\"requires\":[\"z\",{\"any\":[\"y\",\"w\"]}]}"),
     "\"drop\":[\"x.requires\"],\n"
     "\"capabilities\":[\n"
     "{\"id\":\"x\",\"requires\":[\"z\",{\"any\":[\"y\",\"w\"]}]}]"},
    {"levels", T("{\"id\":\"x\",\"levels\":[{\"level\":2,\"requires\":[\"y\"]}]}"),
     T("{\"id\":\"x\",\"levels\":[{\"level\":2,\"lead_time\":\"2mo\"},{\"level\":3}]}"),
     "\"drop\":[\"x.levels[2]->y\"],\n"
     "\"capabilities\":[\n"
     "{\"id\":\"x\",\"levels\":[{\"level\":2,\"lead_time\":\"2mo\"},{\"level\":3}]}]"},
    {"a level that went", T("{\"id\":\"x\",\"levels\":[{\"level\":2},{\"level\":3}]}"),
     T("{\"id\":\"x\",\"levels\":[{\"level\":3}]}"),
     "\"drop\":[\"x.levels\"],\n"
     "\"capabilities\":[\n"
     "{\"id\":\"x\",\"levels\":[{\"level\":3}]}]"},
    {"records, and ids that want quotes",
     T("{\"id\":\"a.b\",\"level\":1},{\"id\":\"title\"},{\"id\":\"caf\xC3\xA9\"},{\"id\":\"n\"}"),
     T("{\"id\":\"a.b\",\"level\":2},{\"id\":\"m\"}"),
     "\"drop\":[\"\\\"caf\xC3\xA9\\\"\",\"n\",\"\\\"title\\\"\"],\n"
     "\"capabilities\":[\n"
     "{\"id\":\"a.b\",\"level\":2},\n"
     "{\"id\":\"m\"}]"},
    {"another kind, with what requires it",
     "\"interventions\":[{\"id\":\"i\",\"requires\":[\"x\"]}]," T("{\"id\":\"x\"}"),
     "\"interventions\":[{\"id\":\"i\",\"requires\":[\"x\"]},{\"id\":\"x\"}]",
     "\"drop\":[\"i.requires\",\"x\"],\n"
     "\"interventions\":[\n"
     "{\"id\":\"i\",\"requires\":[\"x\"]},\n"
     "{\"id\":\"x\"}]"},
    {"another id, with what is part of it",
     T("{\"id\":\"x\",\"name\":\"N\"},{\"id\":\"u\",\"parent\":\"x\"}"),
     T("{\"id\":\"z\",\"name\":\"N\"},{\"id\":\"u\",\"parent\":\"z\"}"),
     "\"drop\":[\"x\"],\n"
     "\"capabilities\":[\n"
     "{\"id\":\"u\",\"parent\":\"z\"},\n"
     "{\"id\":\"z\",\"name\":\"N\"}]"},
    {"settings and terms",
     "\"planning\":{\"round\":\"1y\",\"from\":\"2026-01-01\"},\"segments\":[{\"id\":\"s\"},{\"id\":"
     "\"t\"}],\"scenarios\":[{\"id\":\"f\"}]",
     "\"planning\":{\"dates\":[\"2026-05-01\"]},\"segments\":[{\"id\":\"t\"}],\"scenarios\":[{"
     "\"id\":"
     "\"f\",\"name\":\"F\"}]",
     "\"drop\":[\"segments\"],\n"
     "\"planning\":{\"round\":null,\"from\":null,\"dates\":[\"2026-05-01\"]},\n"
     "\"segments\":[{\"id\":\"t\"}],\n"
     "\"scenarios\":[\n"
     "{\"id\":\"f\",\"name\":\"F\"}]"},
};

static void changes_as_a_file(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char old[1024], new[1024], expected[1024];
        gp_job *job = gp_job_new();
        const gp_edits *edits;
        gp_output output;
        snprintf(old, sizeof old, "{\"status_date\":\"2026-01-05\",%s}", rows[i].old);
        snprintf(new, sizeof new, "{\"status_date\":\"2026-01-05\",%s}", rows[i].new);
        snprintf(expected, sizeof expected, "{%s%s\n}\n", *rows[i].changes ? "\n" : "",
                 rows[i].changes);
        const gp_document *a = read_version(job, "old.json", old, NULL);
        const gp_document *b = read_version(job, "new.json", new, NULL);
        assert_int_equal(gp_find_edits(job, a, b, &edits), GP_OK);
        assert_int_equal(gp_write_changes(job, edits, &output), GP_OK);
        if (strcmp(output.text, expected) != 0)
            print_message("%s:\n%s%s", rows[i].name, output.text, list_edits(job, edits));
        assert_string_equal(output.text, expected);
        gp_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_part_of_the_edits),
        cmocka_unit_test(changes_as_a_file),
    };
    return cmocka_run_group_tests_name("changes written", tests, NULL, NULL);
}
