/* SPDX-License-Identifier: MIT
 * The words for which part of a portfolio a picture shows: each thing that can be asked for, in
 * both languages, long lists cut short with their number, and nothing for the whole. */
#include "core/job.h"
#include "render/part_words.h"
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static const gp_network *six(test_draft *t)
{
    start_test_draft(t);
    gp_intervention post = test_intervention(GP_EXPLORE, 14);
    post.name = "Digital post";
    add_test_intervention(t, "post", post, "a@2 b c d e");
    for (const char *id = "a\0b\0c\0d\0e\0"; *id; id += 2) {
        char name[] = "Name A";
        gp_capability capability = test_capability(10);
        name[5] = (char)(id[0] - 'a' + 'A');
        capability.name = test_keep(t, name, sizeof name);
        add_test_capability(t, id, capability, "");
    }
    return test_network(t);
}

static void assert_words(const gp_network *network, const gp_shown_part *part, const char *english,
                         const char *dutch)
{
    gp_job *job = gp_job_new();
    for (int language = 0; language < 2; language++) {
        const char *text;
        size_t size;
        gp_buffer *buffer = gp_new_buffer(job);
        gp_add_part_words(buffer, network, (gp_language)language, part);
        assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
        assert_string_equal(text, language == GP_DUTCH ? dutch : english);
    }
    gp_job_free(job);
}

#define DOT " \xC2\xB7 "

static uint32_t activity_of(const gp_network *network, const char *id, uint8_t level)
{
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (strcmp(gp_activity_id(network, i), id) == 0 &&
            (level == 0 || network->activities[i].level == level))
            return i;
    fail_msg("no %s", id);
    return GP_NONE;
}

static void says_which_part(void **state)
{
    (void)state;
    test_draft t;
    const gp_network *network = six(&t);
    gp_shown_part part = GP_WHOLE;
    assert_words(network, &part, "", "");
    part.rests_on = activity_of(network, "post", 0);
    part.others = 1;
    assert_words(network, &part,
                 DOT "only Digital post and what it rests on" DOT "1 other is not shown",
                 DOT "alleen Digital post en waar die op steunt" DOT "1 andere staat er niet op");
    part = GP_WHOLE;
    part.focus = activity_of(network, "b", 0), part.hops = 2, part.others = 12;
    assert_words(network, &part, DOT "at most 2 steps from Name B" DOT "12 others are not shown",
                 DOT "hoogstens 2 stappen van Name B" DOT "12 andere staan er niet op");
    part = GP_WHOLE;
    part.from = 0;
    assert_words(network, &part, DOT "from 1970-01-01", DOT "vanaf 1970-01-01");
    part.to = 365;
    assert_words(network, &part, DOT "1970-01-01 \xE2\x80\x93 1971-01-01",
                 DOT "1970-01-01 \xE2\x80\x93 1971-01-01");
    part.from = GP_NO_DAY;
    assert_words(network, &part, DOT "until 1971-01-01", DOT "tot 1971-01-01");
    gp_job_free(t.job);
}

static void names_each_once_and_not_too_many(void **state)
{
    (void)state;
    test_draft t;
    const gp_network *network = six(&t);
    uint32_t only[6];
    only[0] = activity_of(network, "a", 1), only[1] = activity_of(network, "a", 2);
    for (int i = 2; i < 6; i++) only[i] = activity_of(network, (char[]){(char)('a' + i - 1), 0}, 0);
    gp_shown_part part = GP_WHOLE;
    part.only = only, part.only_count = 2;
    assert_words(network, &part, DOT "only Name A", DOT "alleen Name A");
    part.only_count = 3;
    assert_words(network, &part, DOT "only Name A and Name B", DOT "alleen Name A en Name B");
    part.only_count = 5;
    assert_words(network, &part, DOT "only Name A, Name B, Name C and Name D",
                 DOT "alleen Name A, Name B, Name C en Name D");
    part.only_count = 6;
    assert_words(network, &part, DOT "only Name A, Name B, Name C and 2 more",
                 DOT "alleen Name A, Name B, Name C en nog 2");
    gp_job_free(t.job);
}

static void says_the_filter(void **state)
{
    (void)state;
    test_draft t;
    const gp_network *network = six(&t);
    const char *const owners[] = {"IT", "HRM"}, *const tags[] = {"privacy"};
    const char *const within[] = {"Data"};
    const gp_filter filter = {.owners = owners,
                              .owner_count = 2,
                              .tags = tags,
                              .tag_count = 1,
                              .within = within,
                              .within_count = 1};
    gp_shown_part part = GP_WHOLE;
    part.filter = &filter;
    assert_words(network, &part, DOT "owner IT or HRM" DOT "tag privacy" DOT "within Data",
                 DOT "eigenaar IT of HRM" DOT "label privacy" DOT "binnen Data");
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_which_part),
        cmocka_unit_test(names_each_once_and_not_too_many),
        cmocka_unit_test(says_the_filter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
