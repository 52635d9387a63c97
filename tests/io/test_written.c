/* SPDX-License-Identifier: MIT
 * What people write for values in cells and properties, in English and Dutch: tables. */
#include "io/record/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define NBSP "\xC2\xA0"

static const struct {
    const char *path, *value, *read;
} values[] = {
    /* words */
    {"uncertainty", "laag", "low"},
    {"uncertainty", "Middel", "medium"},
    {"uncertainty", "hoog", "high"},
    {"stage", "verkennen", "explore"},
    {"stage", "Ontwikkelen", "develop"},
    {"stage", "benutten", "exploit"},
    {"stage", "exploiteren", "exploit"},
    {"applies.decided_by", "beleid", "policy"},
    {"applies.decided_by", "medewerker", "staff"},
    {"direction", "anders", "otherwise"},
    {"mismatch", "te weinig", "too-little"},
    {"mismatch", "te veel", "too-much"},
    {"mismatch", "op de verkeerde manier", "wrong-way"},
    {"by", "gereed", "ready"},
    {"by", "in gebruik", "live"},
    {"from", "begin", "start"},
    {"scope", "gebonden", "bound"},
    {"scope", "Algemeen", "general"},
    {"status", "in ontwikkeling", "in-development"},
    {"status", "beschikbaar", "available"},
    {"status", "ja", "available"},
    {"status", "nee", ""},
    {"status", "loopt risico", "at-risk"},
    {"language", "Nederlands", "nl"},
    {"calendar.workdays", "ma", "mon"},
    {"calendar.workdays", "Zondag", "sun"},
    {"planning", "geen", "none"},
    {"planning", "nee", "none"},
    {"planning.scope", "begin van de keten", "chain-start"},
    {"stage", "ontwikelen", "ontwikelen"},
    /* nothing */
    {"stage", "n.v.t.", ""},
    {"lead_time", "nvt", ""},
    {"needed_by", "-", ""},
    {"needed_by", "onbekend", ""},
    {"level", "#N/B", ""},
    {"lead_time", NBSP, ""},
    {"name", "-", "-"},
    {"owner", "n.v.t.", "n.v.t."},
    {"x-note", "n.v.t.", "n.v.t."},
    /* lengths of time */
    {"lead_time", "3 maanden", "3mo"},
    {"lead_time", "3" NBSP "maanden", "3mo"},
    {"lead_time", "6 mnd", "6mo"},
    {"lead_time", "1,5 jaar", "1y6mo"},
    {"lead_time", "0.5 jaar", "6mo"},
    {"lead_time", "0,25 jaar", "3mo"},
    {"lead_time", "2,0 jaar", "2y"},
    {"lead_time", "half jaar", "6mo"},
    {"lead_time", "een half jaar", "6mo"},
    {"lead_time", "anderhalf jaar", "1y6mo"},
    {"lead_time", "2 kwartalen", "6mo"},
    {"lead_time", "1 jaar en 6 maanden", "1y6mo"},
    {"lead_time", "1,0 week", "1w"},
    {"levels.2.lead_time.max", "9 Maanden", "9mo"},
    {"lag", "-2 weken", "-2w"},
    {"lag", "- 10 werkdagen", "-10wd"},
    {"lead_time", "-2 weken", "-2 weken"},
    {"lead_time", "0,33 jaar", "0,33 jaar"},
    {"lead_time", "0,250 jaar", "3mo"},
    {"lead_time", "1.000 dagen", "1.000 dagen"}, /* a thousand, or one? */
    {"lead_time", "1,000 days", "1,000 days"},
    {"lead_time", "1,5 week", "1,5 week"},
    {"lead_time", "2,5 maand", "2,5 maand"},
    {"lead_time", "3-6 maanden", "3-6 maanden"},
    {"lead_time", "ca. 3 maanden", "ca. 3 maanden"},
    {"lead_time", "3", "3"},
    {"lead_time", "8 uur", "8 uur"},
    {"lead_time", "99999999 jaar", "99999999 jaar"},
    /* days */
    {"start", "2026-01-05", "2026-01-05"},
    {"start", "5-1-2026", "2026-01-05"},
    {"start", "05.01.2026", "2026-01-05"},
    {"start", "2026/01/05", "2026-01-05"},
    {"start", "31/12/2026", "2026-12-31"},
    {"start", "12/31/2026", "2026-12-31"},
    {"start", "5 januari 2026", "2026-01-05"},
    {"start", "ma 5 jan. 2026", "2026-01-05"},
    {"start", "5-mrt-2026", "2026-03-05"},
    {"start", "May 5, 2026", "2026-05-05"},
    {"start", "5-1-2026 0:00:00", "2026-01-05"},
    {"start", "2026-01-05T00:00:00", "2026-01-05"},
    {"planning.from", "1-1-2026", "2026-01-01"},
    {"planning.dates", "1-1-2026", "2026-01-01"},
    {"holidays", "25-12-2026", "2026-12-25"},
    {"start", "5/1/2026", "5/1/2026"},
    {"start", "5-1-26", "5-1-26"},
    {"start", "31-02-2026", "31-02-2026"},
    {"start", "5-13-2026", "5-13-2026"},
    {"start", "5-1-2026 9:30", "5-1-2026 9:30"},
    {"start", "5-1/2026", "5-1/2026"},
    {"start", "januari 2026", "januari 2026"},
    {"start", "5-1-02026", "5-1-02026"},
    {"start", "Q1 2026", "Q1 2026"},
    /* numbers */
    {"need", "0,5", "0.5"},
    {"need", "50%", "0.5"},
    {"experience", "12,5" NBSP "%", "0.125"},
    {"progress", "50 %", "50"},
    {"progress", NBSP "50" NBSP, "50"},
    {"level", "2,0", "2"},
    {"level", "2 %", "2 %"},
    {"level", "L2", "L2"},
};

static void people_write_what_they_mean(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_buffer *scratch = gp_new_buffer(job);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        const char *read = gp_written_value(values[i].path, values[i].value, scratch);
        if (strcmp(read, values[i].read) != 0)
            fail_msg("%s '%s' is read as '%s'", values[i].path, values[i].value, read);
    }
    gp_job_free(job);
}

/* Every word of a choice is read as itself, and none as two. */
static void words_are_not_ambiguous(void **state)
{
    static const char *const paths[] = {
        "stage", "uncertainty", "decided_by", "direction", "by",       "from",          "mismatch",
        "scope", "status",      "language",   "workdays",  "planning", "planning.scope"};
    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        const gp_choice *choice = gp_choice_of(paths[i]);
        assert_non_null(choice);
        assert_true(choice->count <= GP_CHOICE_MAX);
        for (size_t k = 0; k < choice->count; k++) {
            const gp_word *word = &choice->words[k];
            assert_string_equal(gp_read_word(choice, word->name), word->name);
            assert_string_equal(gp_read_word(choice, word->dutch), word->name);
            for (size_t n = 0; n < GP_OTHER_WORDS && word->others[n]; n++)
                assert_string_equal(gp_read_word(choice, word->others[n]), word->name);
        }
    }
    assert_null(gp_choice_of("lead_time"));
    assert_null(gp_choice_of("planning.from"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_write_what_they_mean),
        cmocka_unit_test(words_are_not_ambiguous),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
