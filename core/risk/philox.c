/* SPDX-License-Identifier: MIT
 * Philox4x32-10: a counter is mixed ten times with a key, and four words come out. There is no
 * state, so a word can be had without those before it, on any thread or machine. "Parallel random
 * numbers: as easy as 1, 2, 3", Salmon, Moraes, Dror and Shaw, SC11 (Random123), where it passes
 * BigCrush.
 *
 * It is half of the time of a draw, and compilers make much of the product of two words of 32 bits:
 * so where there is AVX2 it is written out, four blocks at a time. */
#include "core/risk/philox.h"

#ifdef GP_HAS_AVX2
#include <immintrin.h>
#endif

#define ROUNDS 10
#define BLOCKS (GP_LANES / 4)
#define LEFT 0xD2511F53u
#define RIGHT 0xCD9E8D57u

typedef struct keys {
    uint64_t word0[ROUNDS], word1[ROUNDS]; /* 32 bits of each */
} keys;

uint64_t gp_record_key(const char *id)
{
    uint64_t key = 14695981039346656037u;
    for (; *id; ++id) key = (key ^ (unsigned char)*id) * 1099511628211u;
    return key;
}

static void draw_plain(const keys *key, gp_stream stream, uint32_t first, uint32_t out[GP_LANES])
{
    for (uint32_t block = 0; block < BLOCKS; ++block) {
        uint32_t word0 = first / 4 + block, word1 = stream.variable;
        uint32_t word2 = (uint32_t)stream.record, word3 = (uint32_t)(stream.record >> 32);
        for (uint32_t round = 0; round < ROUNDS; ++round) {
            const uint64_t left = (uint64_t)word0 * LEFT, right = (uint64_t)word2 * RIGHT;
            word0 = (uint32_t)(right >> 32) ^ word1 ^ (uint32_t)key->word0[round];
            word1 = (uint32_t)right;
            word2 = (uint32_t)(left >> 32) ^ word3 ^ (uint32_t)key->word1[round];
            word3 = (uint32_t)left;
        }
        out[4 * block] = word0;
        out[4 * block + 1] = word1;
        out[4 * block + 2] = word2;
        out[4 * block + 3] = word3;
    }
}

#ifdef GP_HAS_AVX2
#define WITH_AVX2 __attribute__((target("avx2"))) static inline

/* Four blocks: a word in the lower half of each 64 bits; what is in the upper half does not matter.
 */
typedef struct four {
    __m256i word0, word1, word2, word3;
} four;

WITH_AVX2 four begin_four(gp_stream stream, uint32_t block)
{
    const __m256i each = _mm256_setr_epi64x(0, 1, 2, 3);
    return (four){_mm256_add_epi64(_mm256_set1_epi64x(block), each),
                  _mm256_set1_epi64x(stream.variable),
                  _mm256_set1_epi64x((int64_t)(stream.record & UINT32_MAX)),
                  _mm256_set1_epi64x((int64_t)(stream.record >> 32))};
}

WITH_AVX2 four mix_four(four of, __m256i key0, __m256i key1)
{
    const __m256i left = _mm256_mul_epu32(of.word0, _mm256_set1_epi64x(LEFT));
    const __m256i right = _mm256_mul_epu32(of.word2, _mm256_set1_epi64x(RIGHT));
    return (four){
        _mm256_xor_si256(_mm256_srli_epi64(right, 32), _mm256_xor_si256(of.word1, key0)), right,
        _mm256_xor_si256(_mm256_srli_epi64(left, 32), _mm256_xor_si256(of.word3, key1)), left};
}

/* Words 0 and 1 of the blocks, words 2 and 3, and these side by side, block by block. */
WITH_AVX2 void write_four(four of, uint32_t *out)
{
    const __m256i low = _mm256_blend_epi32(of.word0, _mm256_slli_epi64(of.word1, 32), 0xAA);
    const __m256i high = _mm256_blend_epi32(of.word2, _mm256_slli_epi64(of.word3, 32), 0xAA);
    const __m256i even = _mm256_unpacklo_epi64(low, high);
    const __m256i odd = _mm256_unpackhi_epi64(low, high);
    __m256i *to = (__m256i *)(void *)out;
    _mm256_storeu_si256(to, _mm256_permute2x128_si256(even, odd, 0x20));
    _mm256_storeu_si256(to + 1, _mm256_permute2x128_si256(even, odd, 0x31));
}

/* Two times four at once: a round of one waits for its products, and the other fills the time. */
WITH_AVX2 void draw_avx2(const keys *key, gp_stream stream, uint32_t first, uint32_t out[GP_LANES])
{
    for (uint32_t block = 0; block < BLOCKS; block += 8) {
        four one = begin_four(stream, first / 4 + block);
        four other = begin_four(stream, first / 4 + block + 4);
        for (uint32_t round = 0; round < ROUNDS; ++round) {
            const __m256i key0 = _mm256_set1_epi64x((int64_t)key->word0[round]);
            const __m256i key1 = _mm256_set1_epi64x((int64_t)key->word1[round]);
            one = mix_four(one, key0, key1);
            other = mix_four(other, key0, key1);
        }
        write_four(one, &out[4 * block]);
        write_four(other, &out[4 * block + 16]);
    }
}
#endif

void gp_draw_words(uint64_t seed, gp_stream stream, uint32_t first, uint32_t out[GP_LANES])
{
    keys key;
    for (uint32_t round = 0; round < ROUNDS; ++round) {
        key.word0[round] = (uint32_t)seed + round * 0x9E3779B9u;
        key.word1[round] = (uint32_t)(seed >> 32) + round * 0xBB67AE85u;
    }
#ifdef GP_HAS_AVX2
    if (__builtin_cpu_supports("avx2")) {
        draw_avx2(&key, stream, first, out);
        return;
    }
#endif
    draw_plain(&key, stream, first, out);
}
