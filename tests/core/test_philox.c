/* SPDX-License-Identifier: MIT
 * Random words against a Philox written here as its paper has it, one block at a time, which is
 * held against the known answers that come with Random123. */
#include "core/risk/philox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void mix(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4])
{
    uint32_t key0 = key[0], key1 = key[1];
    memcpy(out, counter, 4 * sizeof *out);
    for (int round = 0; round < 10; ++round) {
        const uint64_t left = (uint64_t)out[0] * 0xD2511F53u,
                       right = (uint64_t)out[2] * 0xCD9E8D57u;
        const uint32_t mixed[4] = {(uint32_t)(right >> 32) ^ out[1] ^ key0, (uint32_t)right,
                                   (uint32_t)(left >> 32) ^ out[3] ^ key1, (uint32_t)left};
        memcpy(out, mixed, sizeof mixed);
        key0 += 0x9E3779B9u;
        key1 += 0xBB67AE85u;
    }
}

static void the_reference_gives_the_known_answers(void **state)
{
    (void)state;
    const uint32_t rows[][10] = {
        {0, 0, 0, 0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8},
        {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x408f276d,
         0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
        {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0, 0xd16cfe09,
         0x94fdcceb, 0x5001e420, 0x24126ea1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        uint32_t out[4];
        mix(rows[i], rows[i] + 4, out);
        assert_memory_equal(out, rows[i] + 6, sizeof out);
    }
}

static void words_are_those_of_their_draw(void **state)
{
    (void)state;
    const struct {
        uint64_t seed;
        gp_stream stream;
        uint32_t first;
    } rows[] = {
        {0, {0, 0}, 0},
        {1, {0x85944171f73967e8u, 7}, 64},
        {UINT64_MAX, {UINT64_MAX, UINT32_MAX}, UINT32_MAX - 63},
        {0x299f31d0a4093822u, {0x0370734413198a2eu, 0x85a308d3}, 6400},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        uint32_t out[GP_LANES];
        gp_draw_words(rows[i].seed, rows[i].stream, rows[i].first, out);
        const uint32_t key[2] = {(uint32_t)rows[i].seed, (uint32_t)(rows[i].seed >> 32)};
        for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
            const uint64_t record = rows[i].stream.record;
            const uint32_t draw = rows[i].first + lane;
            const uint32_t counter[4] = {draw / 4, rows[i].stream.variable, (uint32_t)record,
                                         (uint32_t)(record >> 32)};
            uint32_t block[4];
            mix(counter, key, block);
            assert_int_equal(out[lane], block[draw % 4]);
        }
    }
}

/* Of FNV-1a, from its authors' test vectors. */
static void a_record_has_the_key_of_its_id(void **state)
{
    (void)state;
    assert_true(gp_record_key("") == 0xcbf29ce484222325u);
    assert_true(gp_record_key("a") == 0xaf63dc4c8601ec8cu);
    assert_true(gp_record_key("foobar") == 0x85944171f73967e8u);
    assert_true(gp_record_key("\xc3\xa9") != gp_record_key("\x43\x29"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_reference_gives_the_known_answers),
        cmocka_unit_test(words_are_those_of_their_draw),
        cmocka_unit_test(a_record_has_the_key_of_its_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
