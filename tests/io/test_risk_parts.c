/* SPDX-License-Identifier: MIT
 * Parts of a run: drawn in pieces, written, read and added up they are the run itself; and what is
 * wrong with one is said. */
#include "core/job.h"
#include "groeipad/parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char text[] =
    "{\"groeipad\":1,\"status_date\":\"2026-01-05\",\"planning\":{\"round\":\"3mo\",\"from\":"
    "\"2026-01-01\"},"
    "\"interventions\":[{\"id\":\"i\",\"needed_by\":\"2027-01-01\",\"requires\":[\"a\",\"b\"]},"
    "{\"id\":\"j\",\"needed_by\":\"2026-06-01\",\"requires\":[\"b\"]},{\"id\":\"k\"}],"
    "\"capabilities\":[{\"id\":\"a\",\"lead_time\":{\"min\":\"2mo\",\"likely\":\"3mo\",\"max\":"
    "\"1y\"},"
    "\"requires\":[\"c\"]},{\"id\":\"b\",\"lead_time\":{\"min\":\"20d\",\"likely\":\"60d\","
    "\"max\":\"200d\"}},{\"id\":\"c\",\"lead_time\":\"2mo\"}],"
    "\"risks\":[{\"id\":\"r\",\"probability\":0.3,\"delay\":\"2mo\",\"affects\":[\"a\",\"b\"],"
    "\"mitigated\":{\"probability\":0.1}}]}";

/* What it takes to draw; `spread` stands in for any option. */
static gp_run_origin make_origin(uint16_t spread, uint64_t seed)
{
    static const gp_version_file file = {
        .name = "p.json", .bytes = text, .size = sizeof text - 1, .is_committed = true};
    static const uint32_t both[] = {0, 1};
    static const gp_together together = {both, 2};
    return (gp_run_origin){.files = {&file, 1},
                           .reading = {.status_date = GP_NO_DAY},
                           .options = {.seed = seed,
                                       .spread_less = spread,
                                       .spread_more = 60,
                                       .is_mitigated = true,
                                       .together = &together,
                                       .together_count = 1}};
}

static const gp_schedule *plan(gp_job *job, const gp_run_origin *origin)
{
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_schedule_options planning = {.float_mode = origin->float_mode};
    assert_int_equal(gp_read_version(job, &origin->files, &origin->reading, &portfolio, NULL),
                     GP_OK);
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, &planning, &schedule), GP_OK);
    return schedule;
}

static gp_output draw(gp_job *job, const gp_run_origin *origin, uint32_t from, uint32_t to,
                      uint32_t threads)
{
    gp_risk_options options = origin->options;
    gp_risk_sums *sums;
    gp_output out;
    options.first_draw = from;
    options.draws = to - from;
    options.threads = threads;
    assert_int_equal(gp_run_risk(job, plan(job, origin), &options, &sums), GP_OK);
    assert_int_equal(gp_write_part(job, origin, sums, &out), GP_OK);
    return out;
}

/* ---- files ---- */

#define PARTS_MAX 4
typedef struct folder {
    char path[64];
    char names[PARTS_MAX][96];
    const char *list[PARTS_MAX];
    size_t count;
} folder;

static int open_folder(void **state)
{
    folder *made = calloc(1, sizeof *made);
    snprintf(made->path, sizeof made->path, "/tmp/parts-XXXXXX");
    if (!made || !mkdtemp(made->path)) return 1;
    *state = made;
    return 0;
}

static int close_folder(void **state)
{
    folder *made = *state;
    for (size_t i = 0; i < made->count; i++) unlink(made->names[i]);
    rmdir(made->path);
    free(made);
    return 0;
}

static void add_part(folder *to, gp_job *job, gp_output bytes)
{
    char *name = to->names[to->count];
    char own[sizeof to->names[0]];
    snprintf(own, sizeof own, "%.60s/%u.gprisk", to->path, (unsigned)to->count);
    memcpy(name, own, sizeof own);
    to->list[to->count++] = name;
    assert_int_equal(gp_write_file(job, name, bytes.text, bytes.size), GP_OK);
}

/* ---- the same bytes ---- */

static void parts_add_up_to_the_run(void **state)
{
    folder *made = *state;
    gp_job *job = gp_job_new();
    const gp_run_origin origin = make_origin(20, 7);
    const gp_output whole = draw(job, &origin, 0, 3000, 1);
    const gp_output threaded = draw(job, &origin, 0, 3000, 2);
    assert_int_equal(whole.size, threaded.size);
    assert_memory_equal(whole.text, threaded.text, whole.size);
    add_part(made, job, draw(job, &origin, 1111, 2500, 1)); /* in any order, cut anywhere */
    add_part(made, job, draw(job, &origin, 2500, 3000, 2));
    add_part(made, job, draw(job, &origin, 0, 1111, 1));
    const gp_run_part *parts;
    gp_risk_sums *sums;
    gp_output out;
    assert_int_equal(gp_read_parts(job, made->list, made->count, true, &parts), GP_OK);
    assert_int_equal(parts[2].about.first_draw, 2500);
    const gp_schedule *schedule = plan(job, &parts[0].origin);
    assert_int_equal(gp_add_parts(job, schedule, parts, made->count, &sums), GP_OK);
    assert_int_equal(gp_write_part(job, &parts[0].origin, sums, &out), GP_OK);
    assert_int_equal(whole.size, out.size);
    assert_memory_equal(whole.text, out.text, whole.size);
    gp_job_free(job);
}

static void a_part_says_all_that_it_was_drawn_from(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    static const char *const measures[] = {"m", "n"};
    static const gp_change_text changes[] = {{GP_SET, "a.lead_time=5mo", NULL},
                                             {GP_DROP, "i->b", NULL}};
    const gp_changes all = {.measures = measures,
                            .measure_count = 2,
                            .texts = changes,
                            .text_count = 2,
                            .scenario = "s"};
    gp_run_origin origin = make_origin(0, UINT64_MAX);
    gp_risk_sums *sums;
    gp_output out, again;
    gp_run_part part;
    origin.options.draws = 64;
    assert_int_equal(gp_run_risk(job, plan(job, &origin), &origin.options, &sums), GP_OK);
    origin.reading = (gp_read_options){.status_date = -4000,
                                       .format = "json",
                                       .intervention_types = "A,B",
                                       .capability_types = "",
                                       .column_names = "id=Naam",
                                       .is_strict = true,
                                       .changes = &all};
    origin.scenario = "s2";
    origin.float_mode = GP_FLOAT_BOTH;
    assert_int_equal(gp_write_part(job, &origin, sums, &out), GP_OK);
    assert_int_equal(gp_read_part(job, "part", out.text, out.size, &part), GP_OK);
    assert_string_equal(part.origin.reading.intervention_types, "A,B");
    assert_null(part.origin.reading.relation_types);
    assert_int_equal(part.origin.reading.status_date, -4000);
    assert_string_equal(part.origin.reading.changes->measures[1], "n");
    assert_int_equal(part.origin.reading.changes->texts[1].verb, GP_DROP);
    assert_string_equal(part.origin.scenario, "s2");
    assert_int_equal(part.origin.float_mode, GP_FLOAT_BOTH);
    assert_int_equal(part.origin.files.files[0].size, sizeof text - 1);
    assert_true(part.origin.options.seed == UINT64_MAX);
    assert_int_equal(gp_write_part(job, &part.origin, sums, &again), GP_OK);
    assert_int_equal(out.size, again.size);
    assert_memory_equal(out.text, again.text, out.size);
    gp_job_free(job);
}

/* ---- what is wrong ---- */

static void assert_refused(gp_job *job, const char *english, const char *dutch)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].code, 808);
    char said[2][400];
    gp_finding_message(&findings[0], GP_ENGLISH, said[0], sizeof said[0]);
    gp_finding_message(&findings[0], GP_DUTCH, said[1], sizeof said[1]);
    if (!strstr(said[0], english)) fail_msg("%s", said[0]);
    if (!strstr(said[1], dutch)) fail_msg("%s", said[1]);
}

typedef struct piece {
    uint32_t from, to;
    uint16_t spread;
    uint64_t seed;
} piece;

static void parts_that_do_not_fit_are_refused(void **state)
{
    folder *made = *state;
    const struct {
        piece pieces[3];
        const char *english, *dutch;
    } rows[] = {
        {{{0, 64, 20, 1}, {128, 200, 20, 1}, {200, 264, 20, 1}},
         "1.gprisk': draws 64 to 127 are in no part",
         "trekkingen 64 tot en met 127 staan in geen deel"},
        {{{64, 128, 20, 1}, {128, 192, 20, 1}, {192, 256, 20, 1}},
         "0.gprisk': draws 0 to 63 are in no part",
         "trekkingen 0 tot en met 63 staan in geen deel"},
        {{{0, 128, 20, 1}, {100, 192, 20, 1}, {192, 256, 20, 1}},
         "1.gprisk': draws 100 to 127 are in '",
         "trekkingen 100 tot en met 127 staan ook in '"},
        {{{0, 128, 20, 1}, {128, 192, 20, 2}, {192, 256, 20, 1}},
         "1.gprisk': its seed is 2, and that of '",
         "de seed is 2, en die van '"},
        {{{0, 128, 20, 1}, {128, 192, 20, 1}, {192, 256, 30, 1}},
         "2.gprisk': it is of another portfolio than '",
         "hij is van een ander portfolio dan '"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        const gp_run_part *parts;
        made->count = 0;
        for (int k = 0; k < 3; k++) {
            const piece *of = &rows[i].pieces[k];
            const gp_run_origin origin = make_origin(of->spread, of->seed);
            add_part(made, job, draw(job, &origin, of->from, of->to, 1));
        }
        assert_int_equal(gp_read_parts(job, made->list, made->count, true, &parts), GP_INVALID);
        assert_refused(job, rows[i].english, rows[i].dutch);
        gp_job_free(job);
    }
}

/* Another byte anywhere, or an end anywhere: never read as if nothing were wrong. */
static void broken_parts_are_refused(void **state)
{
    (void)state;
    gp_job *whole = gp_job_new();
    const gp_run_origin origin = make_origin(20, 1);
    const gp_output part = draw(whole, &origin, 0, 64, 1);
    char *bytes = malloc(part.size);
    gp_run_part out;
    for (size_t at = 0; at < part.size; at += 1 + at / 64) {
        gp_job *job = gp_job_new();
        memcpy(bytes, part.text, part.size);
        bytes[at] = (char)(bytes[at] ^ 1 << at % 7);
        assert_int_equal(gp_read_part(job, "part", bytes, part.size, &out), GP_INVALID);
        assert_refused(job, at < 16 ? "it is no part of a run" : "cut off or damaged",
                       at < 16 ? "geen deel van een run" : "afgekapt of beschadigd");
        gp_job_free(job);
        job = gp_job_new();
        assert_int_equal(gp_read_part(job, "part", part.text, at, &out), GP_INVALID);
        gp_job_free(job);
    }
    free(bytes);
    gp_job_free(whole);
}

/* The bytes between the first line and the checksum, which is made right again. */
static gp_status read_forged(gp_job *job, const char *bytes, size_t size, gp_run_part *out)
{
    char *whole = GP_NEW(job, char, size + 24);
    uint64_t sum = 14695981039346656037u;
    memcpy(whole, "groeipad part 1\n", 16);
    memcpy(whole + 16, bytes, size);
    for (size_t i = 0; i < size + 16; i++) sum = (sum ^ (unsigned char)whole[i]) * 1099511628211u;
    for (int i = 0; i < 8; i++) whole[size + 16 + (size_t)i] = (char)(unsigned char)(sum >> 8 * i);
    return gp_read_part(job, "part", whole, size + 24, out);
}

static void forged_parts_are_refused(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_run_part out;
    assert_int_equal(read_forged(job, "\0050.0.1", 6, &out), GP_INVALID);
    assert_refused(job, "groeipad 0.0.1 drew it, and this is " GP_VERSION,
                   "groeipad 0.0.1 heeft hem getrokken, en dit is " GP_VERSION);
    gp_job_free(job);
    const gp_run_origin origin = make_origin(20, 1);
    gp_job *whole = gp_job_new();
    const gp_output part = draw(whole, &origin, 0, 64, 1);
    const size_t size = part.size - 24;
    char *bytes = malloc(size);
    for (size_t at = sizeof GP_VERSION; at < size; at += at < 100 ? 1 : 97) {
        job = gp_job_new(); /* it may be read, and mean another thing; it may not do harm */
        memcpy(bytes, part.text + 16, size);
        bytes[at] = (char)(bytes[at] ^ (at % 2 ? 0x80 : 0x7F));
        const gp_status status = read_forged(job, bytes, size, &out);
        assert_true(status == GP_OK || status == GP_INVALID);
        if (status != GP_OK)
            assert_refused(job, "is not what groeipad writes", "niet wat groeipad schrijft");
        gp_job_free(job);
    }
    free(bytes);
    gp_job_free(whole);
}

/* Whatever allocation fails, it is said, and nothing half-read comes back. */
static void without_memory_it_says_so(void **state)
{
    folder *made = *state;
    gp_job *whole = gp_job_new();
    const gp_run_origin origin = make_origin(20, 1);
    add_part(made, whole, draw(whole, &origin, 0, 64, 1));
    add_part(made, whole, draw(whole, &origin, 64, 128, 1));
    for (size_t count = 0;; count++) {
        gp_job *job = gp_job_new();
        const gp_run_part *parts = NULL;
        gp_fail_allocations_after(job, count);
        const gp_status status = gp_read_parts(job, made->list, made->count, true, &parts);
        assert_true(status == GP_OK || (status == GP_NO_MEMORY && gp_is_out_of_memory(job)));
        gp_job_free(job);
        if (status != GP_OK) continue;
        assert_true(count > 5);
        break;
    }
    gp_job_free(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(parts_add_up_to_the_run, open_folder, close_folder),
        cmocka_unit_test(a_part_says_all_that_it_was_drawn_from),
        cmocka_unit_test_setup_teardown(parts_that_do_not_fit_are_refused, open_folder,
                                        close_folder),
        cmocka_unit_test(broken_parts_are_refused),
        cmocka_unit_test(forged_parts_are_refused),
        cmocka_unit_test_setup_teardown(without_memory_it_says_so, open_folder, close_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
