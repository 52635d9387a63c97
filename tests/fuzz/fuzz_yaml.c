/* SPDX-License-Identifier: MIT
 * Any bytes as a portfolio in YAML. */
#include "tests/fuzz/check_document.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_document("fuzz.yaml", "yaml", (const char *)data, size);
    return 0;
}
