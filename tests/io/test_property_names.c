/* SPDX-License-Identifier: MIT
 * What people call properties, and what they fill in: tables. */
#include "io/graph/property_names.h"
#include "io/xml/xml_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static const struct {
    const char *name, *own, *path; /* path NULL: no key of a capability */
} names[] = {
    {"lead_time", NULL, "lead_time"},
    {"LeadTime", NULL, "lead_time"},
    {"Lead time", NULL, "lead_time"},
    {"Doorlooptijd", NULL, "lead_time"},
    {"DOORLOOPTIJD-MIN", NULL, "lead_time.min"},
    {"levels.2.lead_time", NULL, "levels.2.lead_time"},
    {"plancyclus", NULL, "planning.round"},
    {"plandatums", NULL, "planning.dates"},
    {"Ge\xC3\xAF"
     "dentificeerd op",
     NULL, "identified"},
    {"soort", NULL, "scope"},
    {"x-cost.2026", NULL, "x-cost.2026"},
    {"Levertijd", NULL, NULL},
    {"Levertijd", "owner=Beheerder,lead_time=Levertijd", "lead_time"},
    {"beheerder", "owner=Beheerder,lead_time=Levertijd", "owner"},
    {"Levertijd", "no_key=Levertijd", NULL},
    {"owner", "broken", "owner"},
    {"Labels", NULL, "tags"},
    {"tag", NULL, "tags"},
    {"label", NULL, NULL}, /* in a graph that is a name */
    {"fase", NULL, NULL},  /* that is of an intervention */
    {"name", NULL, NULL},
    {"requires", NULL, NULL},
    {"Object ID", NULL, NULL},
    {"", NULL, NULL},
};

static void properties_have_many_names(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_buffer *scratch = gp_new_buffer(job);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *path =
            gp_path_of_property(names[i].name, &gp_capability_kind, names[i].own, scratch);
        if ((path == NULL) != (names[i].path == NULL) || (path && strcmp(path, names[i].path) != 0))
            fail_msg("%s: %s", names[i].name, path ? path : "none");
    }
    gp_job_free(job);
}

static const struct {
    const char *path, *value, *read;
} values[] = {
    {"lead_time", "9 mnd", "9mo"},
    {"lead_time", "1 jaar en 6 maanden", "1y6mo"},
    {"lead_time", "2 Weeks", "2w"},
    {"aspects.skills", "20 werkdagen", "20wd"},
    {"lag", "10 dagen.", "10d"},
    {"lead_time", "P6M", "P6M"},
    {"lead_time", "6", "6"},
    {"lead_time", "soon", "soon"},
    {"lead_time", "6 mnd of meer", "6 mnd of meer"},
    {"lead_time", "6 maanden 1 jaar", "6 maanden 1 jaar"},
    {"owner", "9 mnd", "9 mnd"},
    {"stage", "Verkennen", "explore"},
    {"stage", "explore", "explore"},
    {"status", "in ontwikkeling", "in-development"},
    {"scope", "Randvoorwaardelijk", "general"},
    {"by", "go-live", "live"},
};

static void values_may_be_typed_by_people(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_buffer *scratch = gp_new_buffer(job);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        assert_string_equal(gp_value_of_property(values[i].path, values[i].value, scratch),
                            values[i].read);
    gp_job_free(job);
}

static void lists_have_commas(void **state)
{
    (void)state;
    assert_true(gp_is_in_list("Work package", "BusinessService, Work_Package"));
    assert_true(gp_is_in_list("a", " a "));
    assert_false(gp_is_in_list("Work", "WorkPackage"));
    assert_false(gp_is_in_list("", "a,,b"));
    assert_false(gp_is_in_list("a", NULL));
}

static const struct {
    const char *id, *written;
} ids[] = {
    {"co-browsing", "co-browsing"},
    {"_a.b-1", "_a.b-1"},
    {"360", "id-360"},
    {"a b", "id-a_20b"},
    {"a_b c", "id-a_5fb_20c"},
    {"caf\xC3\xA9", "id-caf_c3_a9"},
    {"-x", "id--x"},
};

static void ids_become_names_of_xml(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        gp_job *job = gp_job_new();
        gp_buffer *buffer = gp_new_buffer(job);
        const char *text;
        size_t size;
        gp_add_xml_id(buffer, ids[i].id);
        assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
        assert_string_equal(text, ids[i].written);
        gp_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(properties_have_many_names),
        cmocka_unit_test(values_may_be_typed_by_people),
        cmocka_unit_test(lists_have_commas),
        cmocka_unit_test(ids_become_names_of_xml),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
