/* SPDX-License-Identifier: MIT
 * Any bytes as dot: see fuzz_format.h. Seeds are in corpus/dot. */
#include "tests/fuzz/fuzz_format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_format("dot", data, size);
}
