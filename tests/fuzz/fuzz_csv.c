/* SPDX-License-Identifier: MIT
 * Any bytes as a portfolio in CSV. */
#include "tests/fuzz/check_document.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_document("fuzz.csv", "csv", (const char *)data, size);
    return 0;
}
