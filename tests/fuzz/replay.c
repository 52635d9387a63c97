/* SPDX-License-Identifier: MIT
 * Runs a fuzz target on files, without a fuzzing engine: so that what was once found stays mended.
 * The Makefile compiles each fuzz_NAME.c with its function under that name, and this file with all
 * the names as TARGETS.
 * usage: replay fuzz_NAME FILE... */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int fuzz_target(const uint8_t *data, size_t size);

#define TARGET(name) fuzz_target name;
TARGETS
#undef TARGET

#define TARGET(name) {#name, name},
static const struct {
    const char *name;
    fuzz_target *run;
} targets[] = {TARGETS};

static int run(fuzz_target *target, const char *name)
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
        target(bytes, (size_t)size);
    }
    free(bytes);
    return failed;
}

int main(int argc, char **argv)
{
    fuzz_target *target = NULL;
    int failed = 0;
    for (size_t i = 0; argc > 1 && i < sizeof targets / sizeof targets[0]; i++)
        if (strcmp(targets[i].name, argv[1]) == 0) target = targets[i].run;
    if (!target) return fprintf(stderr, "usage: replay fuzz_NAME FILE...\n"), 2;
    for (int i = 2; i < argc; i++) failed += run(target, argv[i]);
    return failed != 0;
}
