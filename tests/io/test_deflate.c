/* SPDX-License-Identifier: MIT
 * What is packed comes back, to the byte, by an unpacker that does what RFC 1951 says, bit by bit.
 */
#include "io/pack/deflate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>

#define SIZE_MAX_TESTED 200000

/* ---- a slow and obvious unpacker ---- */

typedef struct reader {
    const unsigned char *bytes;
    size_t size, at; /* at: in bits */
} reader;

static unsigned read_bits(reader *r, unsigned count)
{
    unsigned value = 0;
    for (unsigned i = 0; i < count; i++, r->at++) {
        assert_true(r->at / 8 < r->size);
        value |= (unsigned)(r->bytes[r->at / 8] >> (r->at % 8) & 1) << i;
    }
    return value;
}

/* Bit by bit, until the bits so far are the code of a symbol: codes of a length are numbered one
 * after the other, and those of the next length follow. */
static unsigned read_symbol(reader *r, const unsigned char *lengths, unsigned symbols)
{
    unsigned code = 0, first = 0;
    for (unsigned length = 1; length <= 15; length++) {
        unsigned index = 0, count = 0;
        code = code << 1 | read_bits(r, 1);
        for (unsigned i = 0; i < symbols; i++) count += lengths[i] == length;
        if (code - first < count) {
            for (unsigned i = 0; i < symbols; i++)
                if (lengths[i] == length && index++ == code - first) return i;
        }
        first = (first + count) << 1;
    }
    fail_msg("no symbol has this code");
    return 0;
}

/* No code may be left over, and none be lacking: what strict decoders ask. */
static void check_complete(const unsigned char *lengths, unsigned symbols, unsigned most)
{
    unsigned long left = 1UL << most;
    for (unsigned i = 0; i < symbols; i++) {
        assert_true(lengths[i] <= most);
        if (lengths[i]) left -= 1UL << (most - lengths[i]);
    }
    assert_int_equal(left, 0);
}

static unsigned read_lengths(reader *r, unsigned char *lengths, unsigned *distances)
{
    static const unsigned char places[] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                           11, 4,  12, 3, 13, 2, 14, 1, 15};
    unsigned char sizes[19] = {0};
    unsigned literals = read_bits(r, 5) + 257;
    *distances = read_bits(r, 5) + 1;
    unsigned count = read_bits(r, 4) + 4;
    for (unsigned i = 0; i < count; i++) sizes[places[i]] = (unsigned char)read_bits(r, 3);
    check_complete(sizes, 19, 7);
    for (unsigned at = 0; at < literals + *distances;) {
        unsigned symbol = read_symbol(r, sizes, 19), again = 1;
        unsigned char length = (unsigned char)symbol;
        if (symbol == 16) length = lengths[at - 1], again = 3 + read_bits(r, 2);
        if (symbol == 17) length = 0, again = 3 + read_bits(r, 3);
        if (symbol == 18) length = 0, again = 11 + read_bits(r, 7);
        for (; again; again--) lengths[at++] = length;
    }
    check_complete(lengths, literals, 15);
    check_complete(lengths + literals, *distances, 15);
    return literals;
}

static unsigned read_length(reader *r, unsigned symbol)
{
    if (symbol == 285) return 258;
    if (symbol < 265) return symbol - 257 + 3;
    unsigned more = (symbol - 261) / 4;
    return ((4 + (symbol - 265) % 4) << more) + 3 + read_bits(r, more);
}

static unsigned read_distance(reader *r, unsigned symbol)
{
    if (symbol < 4) return symbol + 1;
    unsigned more = (symbol - 2) / 2;
    return ((2 + symbol % 2) << more) + 1 + read_bits(r, more);
}

static size_t unpack(const char *bytes, size_t size, char *out)
{
    reader r = {(const unsigned char *)bytes, size, 0};
    size_t length = 0;
    for (bool is_last = false; !is_last;) {
        unsigned char lengths[320] = {0};
        unsigned distances;
        is_last = read_bits(&r, 1);
        assert_int_equal(read_bits(&r, 2), 2);
        unsigned literals = read_lengths(&r, lengths, &distances);
        for (unsigned symbol; (symbol = read_symbol(&r, lengths, literals)) != 256;) {
            unsigned count = 1, back = 0;
            if (symbol > 256) {
                count = read_length(&r, symbol);
                back = read_distance(&r, read_symbol(&r, lengths + literals, distances));
                assert_true(back <= length && back <= 32768);
            }
            assert_true(length + count <= SIZE_MAX_TESTED);
            for (; count; count--, length++)
                out[length] = symbol < 256 ? (char)symbol : out[length - back];
        }
    }
    assert_int_equal((r.at + 7) / 8, size);
    return length;
}

/* ---- what is packed ---- */

static size_t packed_size(const char *bytes, size_t size)
{
    static char back[SIZE_MAX_TESTED];
    const char *text;
    size_t length;
    gp_job *job = gp_job_new();
    gp_buffer *packed = gp_new_buffer(job);
    assert_int_equal(gp_deflate(job, packed, bytes, size), GP_OK);
    assert_int_equal(gp_finish_buffer(packed, &text, &length), GP_OK);
    assert_int_equal(unpack(text, length, back), size);
    assert_memory_equal(back, bytes, size);
    gp_job_free(job);
    return length;
}

static char bytes[SIZE_MAX_TESTED];

static uint32_t draw(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void small_and_smaller(void **state)
{
    (void)state;
    packed_size("", 0);
    for (size_t size = 1; size < 600; size++) {
        for (size_t i = 0; i < size; i++) bytes[i] = (char)(i % 7 ? 'a' : i);
        packed_size(bytes, size);
    }
}

static void the_same_over_and_over(void **state)
{
    (void)state;
    memset(bytes, 'x', sizeof bytes);
    assert_true(packed_size(bytes, sizeof bytes) < 400);
}

static void noise(void **state)
{
    uint32_t seed = 1;
    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)draw(&seed);
    assert_true(packed_size(bytes, sizeof bytes) < sizeof bytes + sizeof bytes / 100);
}

/* Two equal stretches, as far from each other as can be pointed at, and a byte further. */
static void as_far_back_as_can_be(void **state)
{
    (void)state;
    for (size_t far = 32766; far <= 32770; far++) {
        uint32_t seed = 7;
        memset(bytes, 'x', far); /* noise would push what stood first out of the hash */
        for (size_t i = 0; i < 300; i++) bytes[i] = (char)draw(&seed);
        memcpy(bytes + far, bytes, 300);
        packed_size(bytes, far + 300);
    }
}

/* Each byte as often as the two rarer ones together: the rarest would get a code of 20 bits. */
static void codes_that_would_be_too_long(void **state)
{
    size_t size = 0;
    uint32_t seed = 3, one = 1, two = 1;
    (void)state;
    for (char byte = 0; size + two < 16000; byte++) {
        memset(bytes + size, byte, one);
        size += one;
        uint32_t next = one + two;
        one = two, two = next;
    }
    for (size_t i = size; i > 1; i--) { /* shuffled, or all would be matches */
        size_t other = draw(&seed) % i;
        char kept = bytes[i - 1];
        bytes[i - 1] = bytes[other], bytes[other] = kept;
    }
    packed_size(bytes, size);
}

static void texts(void **state)
{
    static const char *const words[] = {"capability ", "\"level\":2,", "<rect class=\"shape\" x=\"",
                                        "2026-01-", "\n"};
    uint32_t seed = 11;
    (void)state;
    for (int round = 0; round < 20; round++) {
        size_t size = 0, most = draw(&seed) % (SIZE_MAX_TESTED - 100);
        while (size < most) {
            const char *word = words[draw(&seed) % 5];
            size_t length = strlen(word);
            memcpy(bytes + size, word, length);
            size += length;
            bytes[size++] = (char)('0' + draw(&seed) % 10);
        }
        size_t packed = packed_size(bytes, size);
        assert_true(size < 1000 || packed < size / 4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_and_smaller),
        cmocka_unit_test(the_same_over_and_over),
        cmocka_unit_test(noise),
        cmocka_unit_test(as_far_back_as_can_be),
        cmocka_unit_test(codes_that_would_be_too_long),
        cmocka_unit_test(texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
