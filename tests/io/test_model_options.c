/* SPDX-License-Identifier: MIT
 * Which options make more of a model (GP129): what is said is what the import then makes. */
#include "core/job.h"
#include "groeipad/io.h"
#include "groeipad/plan.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define FOLDER "../shared/data/archimate/"

typedef struct text {
    char bytes[1 << 16];
    size_t size;
} text;

__attribute__((format(printf, 2, 3))) static void put(text *to, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    int size = vsnprintf(to->bytes + to->size, sizeof to->bytes - to->size, format, values);
    va_end(values);
    assert_true(size > 0 && (size_t)size < sizeof to->bytes - to->size);
    to->size += (size_t)size;
}

static void begin(text *model)
{
    model->size = 0;
    put(model, "<model xmlns='http://www.opengroup.org/xsd/archimate/3.0/' "
               "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' identifier='id-m'>"
               "<elements>");
}

static void put_elements(text *model, const char *letter, const char *type, int count)
{
    for (int i = 0; i < count; i++)
        put(model, "<element identifier='%s%d' xsi:type='%s'/>", letter, i, type);
}

static void put_relation(text *model, const char *type, const char *from, int source,
                         const char *to, int target)
{
    put(model, "<relationship identifier='r%zu' xsi:type='%s' source='%s%d' target='%s%d'/>",
        model->size, type, from, source, to, target);
}

static void turn(text *model)
{
    put(model, "</elements><relationships>");
}

static void end(text *model)
{
    put(model, "</relationships></model>");
}

/* The model of the issue: 12 work packages, and 41 associations of which 29 can be requirements. */
static void make_issue(text *model)
{
    begin(model);
    put_elements(model, "i", "CourseOfAction", 5);
    put_elements(model, "w", "WorkPackage", 12);
    put_elements(model, "c", "Capability", 13);
    turn(model);
    for (int i = 0; i < 29; i++) put_relation(model, "Association", "w", i % 12, "c", i % 13);
    for (int i = 0; i < 12; i++) put_relation(model, "Association", "c", i, "c", i + 1);
    end(model);
}

static const gp_finding *find_hint(const gp_job *job)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++)
        if (findings[i].code == 129) return &findings[i];
    return NULL;
}

/* The value of an option in the text of a command line; NULL: it has none. */
static const char *value_of(const char *line, const char *option, char out[256])
{
    const char *at = strstr(line, option);
    if (!at) return NULL;
    at += strlen(option) + 1;
    size_t size = strcspn(at, " ");
    memcpy(out, at, size);
    out[size] = '\0';
    return out;
}

/* Does what the finding says, and compares: as many interventions and requirements, no circle. */
static void do_as_told(const char *name, const char *bytes, size_t size, const gp_finding *told)
{
    char interventions[256], capabilities[256], relations[256], made[128];
    const char *line = told->arguments[1].text;
    gp_job *job = gp_job_new();
    const gp_read_options options = {
        .status_date = 20458,
        .intervention_types = value_of(line, "--intervention-type", interventions),
        .capability_types = value_of(line, "--capability-type", capabilities),
        .relation_types = value_of(line, "--relation-type", relations)};
    const gp_portfolio *portfolio;
    const gp_network *network;
    gp_status status = bytes ? gp_read_text(job, name, bytes, size, &options, &portfolio)
                             : gp_read_files(job, &name, 1, &options, &portfolio);
    assert_int_equal(status, GP_OK);
    snprintf(made, sizeof made, "%u intervention%s and %u requirement%s",
             portfolio->intervention_count, portfolio->intervention_count == 1 ? "" : "s",
             portfolio->requirement_count, portfolio->requirement_count == 1 ? "" : "s");
    assert_string_equal(told->arguments[2].words.in[GP_ENGLISH], made);
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    gp_job_free(job);
}

static const gp_read_options usual = {.status_date = 20458};

static void the_issue_says_what_would_be_made(void **state)
{
    static text model;
    char message[512];
    (void)state;
    make_issue(&model);
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    assert_int_equal(gp_read_text(job, "m.xml", model.bytes, model.size, &usual, &portfolio),
                     GP_OK);
    const gp_finding *hint = find_hint(job);
    assert_non_null(hint);
    gp_finding_message(hint, GP_ENGLISH, message, sizeof message);
    assert_string_equal(message,
                        "12 WorkPackages and 41 Associations are not used; `--intervention-type "
                        "WorkPackage --relation-type Association` makes 17 interventions and 29 "
                        "requirements of them");
    gp_finding_message(hint, GP_DUTCH, message, sizeof message);
    assert_string_equal(message,
                        "niet gebruikt: 12 x WorkPackage en 41 x Association; "
                        "`--intervention-type WorkPackage --relation-type Association` maakt er "
                        "17 interventies en 29 eisen van");
    do_as_told("m.xml", model.bytes, model.size, hint);
    gp_job_free(job);
}

/* Flow runs in a circle here, so it is not named; the structure never is. */
static void a_circle_is_not_proposed(void **state)
{
    static text model;
    (void)state;
    begin(&model);
    put_elements(&model, "c", "Capability", 4);
    put_elements(&model, "i", "CourseOfAction", 1);
    turn(&model);
    for (int i = 0; i < 4; i++) put_relation(&model, "Flow", "c", i, "c", (i + 1) % 4);
    for (int i = 0; i < 4; i++) put_relation(&model, "Aggregation", "c", i, "i", 0);
    for (int i = 0; i < 2; i++) put_relation(&model, "Triggering", "c", i, "i", 0);
    end(&model);
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    assert_int_equal(gp_read_text(job, "m.xml", model.bytes, model.size, &usual, &portfolio),
                     GP_OK);
    const gp_finding *hint = find_hint(job);
    assert_non_null(hint);
    assert_string_equal(hint->arguments[1].text, "--relation-type Triggering");
    do_as_told("m.xml", model.bytes, model.size, hint);
    gp_job_free(job);
}

/* Enough comes of it, or nothing would help: nothing is said. */
static void nothing_is_said_in_vain(void **state)
{
    static text model;
    (void)state;
    for (int helps = 0; helps < 2; helps++) {
        begin(&model);
        put_elements(&model, "c", "Capability", 3);
        put_elements(&model, "i", "CourseOfAction", 1);
        put_elements(&model, "g", "Goal", 3);
        turn(&model);
        for (int i = 0; helps && i < 3; i++) put_relation(&model, "Serving", "c", i, "i", 0);
        for (int i = 0; i < 3; i++) put_relation(&model, "Influence", "c", i, "g", i);
        end(&model);
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        assert_int_equal(gp_read_text(job, "m.xml", model.bytes, model.size, &usual, &portfolio),
                         GP_OK);
        assert_null(find_hint(job));
        gp_job_free(job);
    }
}

/* Types of the file's own, in GraphML and DOT. */
static void types_of_a_graph_are_proposed(void **state)
{
    static const char dot[] = "digraph g { a [kind=project]; b [kind=skill]; c [kind=skill];"
                              " b -> a [kind=uses]; c -> a [kind=uses]; c -> b [kind=uses]; }";
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    assert_int_equal(gp_read_text(job, "g.dot", dot, sizeof dot - 1, &usual, &portfolio), GP_OK);
    const gp_finding *hint = find_hint(job);
    assert_non_null(hint);
    assert_string_equal(hint->arguments[1].text, "--intervention-type project --capability-type "
                                                 "skill --relation-type uses");
    assert_string_equal(hint->arguments[2].words.in[GP_ENGLISH],
                        "1 intervention and 3 requirements");
    do_as_told("g.dot", dot, sizeof dot - 1, hint);
    gp_job_free(job);
}

static void a_real_model_keeps_its_word(void **state)
{
    static const char *const names[] = {FOLDER "archisurance.xml", FOLDER "archisurance21.xml"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        FILE *file = fopen(names[i], "rb");
        if (!file) {
            print_message("skipped: %s is not there\n", names[i]);
            skip();
        }
        fclose(file);
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        assert_int_equal(gp_read_files(job, &names[i], 1, &usual, &portfolio), GP_OK);
        const gp_finding *hint = find_hint(job);
        assert_non_null(hint);
        do_as_told(names[i], NULL, 0, hint);
        gp_job_free(job);
    }
}

static void memory_may_run_out(void **state)
{
    static text model;
    (void)state;
    make_issue(&model);
    for (size_t count = 0;; count += 7) {
        gp_job *job = job_with_a_finding();
        const gp_portfolio *portfolio;
        gp_fail_allocations_after(job, count);
        gp_status status = gp_read_text(job, "m.xml", model.bytes, model.size, &usual, &portfolio);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        if (status == GP_OK) break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_issue_says_what_would_be_made),
        cmocka_unit_test(a_circle_is_not_proposed),
        cmocka_unit_test(nothing_is_said_in_vain),
        cmocka_unit_test(types_of_a_graph_are_proposed),
        cmocka_unit_test(a_real_model_keeps_its_word),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
