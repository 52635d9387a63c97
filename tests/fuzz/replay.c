/* SPDX-License-Identifier: MIT
 * Runs a fuzz target on files, without a fuzzing engine: so that what was once found stays mended.
 * usage: replay FILE... */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int run(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) return 1;
    long size = ftell(file);
    uint8_t *bytes = size >= 0 ? malloc((size_t)size + 1) : NULL;
    rewind(file);
    int failed = !bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size;
    fclose(file);
    if (!failed) {
        printf("%s\n", name);
        fflush(stdout); /* the last line is the one that went wrong */
        LLVMFuzzerTestOneInput(bytes, (size_t)size);
    }
    free(bytes);
    return failed;
}

int main(int argc, char **argv)
{
    int failed = 0;
    for (int i = 1; i < argc; i++) failed += run(argv[i]);
    return failed != 0;
}
