/* SPDX-License-Identifier: MIT
 * Any bytes as graphml: see fuzz_format.h. Seeds are in corpus/graphml. */
#include "tests/fuzz/fuzz_format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_format("graphml", data, size);
}
