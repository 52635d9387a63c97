/* SPDX-License-Identifier: MIT
 * The main of a folder's test binary: runs its suites by name, or all of them.
 *
 * The Makefile compiles this file once for each folder, with the names of the folder's test files
 * as SUITES, and each test file with its main renamed: main_of_test_network. One suite runs in this
 * very process, where a debugger finds it; several run in one of their own each, so that a crash in
 * one of them leaves the others to speak.
 *
 * usage: suite [--list | NAME...] */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SUITE(name) int main_of_##name(void);
SUITES
#undef SUITE

#define SUITE(name) {#name, main_of_##name},
static const struct {
    const char *name;
    int (*run)(void);
} suites[] = {SUITES};
enum { COUNT = sizeof suites / sizeof suites[0] };

static int find(const char *name)
{
    for (int i = 0; i < COUNT; i++)
        if (strcmp(suites[i].name, name) == 0) return i;
    return -1;
}

static int run_apart(int suite)
{
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) exit(suites[suite].run() != 0);
    if (child < 0 || waitpid(child, &status, 0) != child) return 1;
    if (WIFSIGNALED(status)) printf("%s: signal %d\n", suites[suite].name, WTERMSIG(status));
    return status != 0;
}

int main(int argc, char **argv)
{
    int failed = 0;
    if (argc == 2 && strcmp(argv[1], "--list") == 0) {
        for (int i = 0; i < COUNT; i++) puts(suites[i].name);
        return 0;
    }
    for (int i = 1; i < argc; i++) {
        if (find(argv[i]) >= 0) continue;
        fprintf(stderr, "%s: no suite %s; --list lists them\n", argv[0], argv[i]);
        return 2;
    }
    if (argc == 2) return suites[find(argv[1])].run() != 0;
    for (int i = 1; i < argc; i++) failed += run_apart(find(argv[i]));
    for (int i = 0; argc == 1 && i < COUNT; i++) failed += run_apart(i);
    return failed != 0;
}
