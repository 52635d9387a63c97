/* SPDX-License-Identifier: MIT
 * Do an id and a name say the same? Then people read one of them. */
#include "core/job.h"
#include "groeipad/portfolio.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void says_same(void **state)
{
    static const struct {
        const char *id, *name;
        bool is_same;
    } rows[] = {
        {"co-browsing", "Co-browsing", true},
        {"toestemming-vastleggen", "Toestemming vastleggen", true},
        {"toestemming_vastleggen", "Toestemming-vastleggen.", true},
        {"geidentificeerd", "Geïdentificeerd", true},
        {"漢字", "漢字", true},
        {"", "", true},
        {"-", " ", true},
        {"c360", "Customer view 360", false},
        {"balie-telefoon", "Balie & telefoon", false},
        {"c", "C++", false},
        {"co", "co-browsing", false},
        {"co-browsing", "co", false},
        {"\xC3", "\xC3\xA9", false}, /* no text, and an é */
        {"strasse", "straße", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (gp_says_same(rows[i].id, rows[i].name) != rows[i].is_same)
            fail_msg("'%s' and '%s'", rows[i].id, rows[i].name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(says_same)};
    return cmocka_run_group_tests_name("called", tests, NULL, NULL);
}
