/* SPDX-License-Identifier: MIT
 * How many draws are made at once, and how a function over them is built. Private to core/risk. */
#ifndef GP_LANES_H
#define GP_LANES_H

/* Draws side by side: loops over them have no branches, so they are vectors. */
#define GP_LANES 64

/* GP_HAS_AVX2: code for machines with AVX2 can be built beside that for every x86-64, and which of
 * them runs is chosen at run time. Both give the same bits: integers, and + - * / and sqrt of
 * IEEE 754 that are not fused. Not where sanitizers look on, so that they see the plain code, which
 * is thereby tested.
 *
 * GP_VECTORS, before a function with loops over lanes: the compiler builds it both ways, and the
 * program chooses when it starts. Where the compiler, the linker or the C library does not know
 * how (clang 14 loses the name of the function), it is built for every machine only. (<limits.h>
 * says which C library this is.) */
#if defined(__x86_64__) && defined(__ELF__) && defined(__GNUC__) && !defined(GP_ARENA_MALLOC)
#define GP_HAS_AVX2
#include <limits.h>
#if defined(__GLIBC__) && !defined(__clang__)
#define GP_VECTORS __attribute__((target_clones("avx2", "default")))
#endif
#endif
#ifndef GP_VECTORS
#define GP_VECTORS
#endif

#endif
