/* SPDX-License-Identifier: MIT
 * Runs many calls of the command, each in a process of its own that is forked and not started anew:
 * for valgrind, of whose time nearly all goes to starting a program and reading its libraries. A
 * line of standard input is the arguments of one, as a shell reads them. What a call prints is
 * dropped.
 * usage: valgrind --error-exitcode=99 --log-file=FOLDER/%p commands FOLDER <LINES */
#include "cli/cli.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wordexp.h>

#define ERRORS 99 /* how valgrind ends a program that it blames */
#define SIDE_BY_SIDE_MAX 64

typedef struct call {
    pid_t process; /* 0: none */
    char line[1024];
} call;

static call calls[SIDE_BY_SIDE_MAX];
static wordexp_t words; /* held to the end, or a leak of ours would be reported */

static int run(const char *line)
{
    char *arguments[64] = {(char *)(uintptr_t) "groeipad"};
    int null = open("/dev/null", O_RDWR);
    if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0 || dup2(null, 2) < 0) return ERRORS;
    close(null);
    if (wordexp(line, &words, WRDE_NOCMD) != 0 || words.we_wordc > 62) return ERRORS;
    memcpy(arguments + 1, words.we_wordv, words.we_wordc * sizeof *arguments);
    return cli_main((int)words.we_wordc + 1, arguments);
}

static void show(const char *name)
{
    char line[512];
    FILE *log = fopen(name, "r");
    for (int i = 0; log && i < 30 && fgets(line, sizeof line, log); i++) fputs(line, stdout);
    if (log) fclose(log);
}

/* Waits for one of them, and tells of it where valgrind blames it or it crashed. */
static int settle(const char *folder)
{
    int status = 0;
    char log[512];
    pid_t process = wait(&status);
    call *c = calls;
    while (c->process != process) c++;
    c->process = 0;
    int is_well = WIFEXITED(status) && WEXITSTATUS(status) != ERRORS;
    snprintf(log, sizeof log, "%s/%ld", folder, (long)process);
    if (!is_well) {
        printf("FAILED under valgrind: groeipad %s", c->line);
        show(log);
    }
    remove(log);
    return !is_well;
}

static call *free_place(long side_by_side)
{
    for (long i = 0; i < side_by_side; i++)
        if (calls[i].process == 0) return &calls[i];
    return NULL;
}

int main(int argc, char **argv)
{
    long side_by_side = sysconf(_SC_NPROCESSORS_ONLN), running = 0;
    int count = 0, failed = 0;
    char line[sizeof calls->line];
    if (argc != 2) return fprintf(stderr, "usage: commands FOLDER <LINES\n"), 2;
    if (side_by_side < 1 || side_by_side > SIDE_BY_SIDE_MAX) side_by_side = 1;
    for (; fgets(line, sizeof line, stdin); count++) {
        if (running == side_by_side) failed += settle(argv[1]), running--;
        call *next = free_place(side_by_side);
        memcpy(next->line, line, sizeof line);
        line[strcspn(line, "\n")] = '\0';
        fflush(stdout); /* or a child writes it too */
        next->process = fork();
        if (next->process == 0) exit(run(line));
        if (next->process < 0) return perror("fork"), 2;
        running++;
    }
    for (; running > 0; running--) failed += settle(argv[1]);
    printf("valgrind: %d commands, %d failed\n", count, failed);
    return failed > 0;
}
