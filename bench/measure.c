/* SPDX-License-Identifier: MIT
 * Is one command as fast as it must be, compared with another?
 *
 * On a shared machine absolute times drift by tens of percents, so both commands run in turn
 * (A B A B ...) and the result is the median of the ratios of neighbours. Wall time, processor
 * time and peak memory are those of the whole process: fork, exec, wait4, no shell in between.
 * Output of the commands goes to /dev/null.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PAIRS_MAX = 199, PAIRS_MIN = 3 };

typedef struct cost {
    double wall, processor, memory; /* seconds, seconds, MiB */
} cost;

typedef struct command {
    char **words;
    cost costs[PAIRS_MAX];
} command;

typedef struct question {
    const char *label, *exits;                /* exits: exit codes that are fine, such as "0,1" */
    double bar, memory_bar, milliseconds_bar; /* 0: none */
    bool is_at_least;                         /* the ratio must reach the bar */
    double seconds;                           /* measure for about this long */
} question;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static void become(char **words)
{
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, 0);
    dup2(nothing, 1);
    dup2(nothing, 2);
    execvp(words[0], words);
    _exit(127);
}

static bool is_fine(int exit_code, const char *exits)
{
    for (const char *at = exits; *at; at += strcspn(at, ","), at += *at == ',')
        if (strtol(at, NULL, 10) == exit_code) return true;
    return false;
}

/* Runs a command once. A crash, or an exit code that nobody expects, ends the whole. */
static cost run(char **words, const question *options)
{
    struct rusage usage;
    int status = 0;
    double start = now();
    pid_t child = fork();
    if (child == 0) become(words);
    while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) continue;
    double wall = now() - start;
    if (!WIFEXITED(status) || !is_fine(WEXITSTATUS(status), options->exits)) {
        printf("%-52s FAILED: %s ended with %s %d\n", options->label, words[0],
               WIFEXITED(status) ? "exit code" : "signal",
               WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
        exit(1);
    }
    double processor = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    return (cost){wall, processor, (double)usage.ru_maxrss / 1024};
}

/* ---- medians ---- */

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

/* One field of all costs of a command; divided by those of another where there is one. */
static double median_of(const command *a, const command *b, size_t field, int count)
{
    double values[PAIRS_MAX];
    for (int i = 0; i < count; i++) {
        values[i] = *(const double *)((const char *)&a->costs[i] + field);
        if (b) values[i] /= *(const double *)((const char *)&b->costs[i] + field);
    }
    return median(values, count);
}

#define WALL offsetof(cost, wall)
#define PROCESSOR offsetof(cost, processor)
#define MEMORY offsetof(cost, memory)

/* ---- report ---- */

static void print_time(double seconds)
{
    if (seconds < 0.1)
        printf("%.2f ms", seconds * 1e3);
    else if (seconds < 10)
        printf("%.0f ms", seconds * 1e3);
    else
        printf("%.1f s", seconds);
}

static void print_verdict(const question *options, double ratio, double bar)
{
    bool is_reached = options->is_at_least ? ratio >= bar : ratio <= bar;
    printf("%-52s %7.*fx  bar %s %5.2fx  %-4s  ", options->label, ratio < 0.1 ? 4 : 2, ratio,
           options->is_at_least ? ">=" : "<=", bar, is_reached ? "OK" : "MISS");
}

static void report_pair(const question *options, const command *a, const command *b, int count)
{
    print_verdict(options, median_of(a, b, WALL, count), options->bar);
    print_time(median_of(a, NULL, WALL, count));
    printf(" : ");
    print_time(median_of(b, NULL, WALL, count));
    printf("  (%d pairs; processor time %.2fx)\n", count, median_of(a, b, PROCESSOR, count));
    if (options->memory_bar <= 0) return;
    question memory = *options;
    memory.label = "  its peak memory";
    print_verdict(&memory, median_of(a, b, MEMORY, count), options->memory_bar);
    printf("%.1f MiB : %.1f MiB\n", median_of(a, NULL, MEMORY, count),
           median_of(b, NULL, MEMORY, count));
}

static void report_one(const question *options, const command *a, int count)
{
    double milliseconds = median_of(a, NULL, WALL, count) * 1e3;
    printf("%-52s %6.2fms  bar <= %4.0fms  %-4s  (%d runs, %.1f MiB)\n", options->label,
           milliseconds, options->milliseconds_bar,
           milliseconds <= options->milliseconds_bar ? "OK" : "MISS", count,
           median_of(a, NULL, MEMORY, count));
}

/* ---- command line ---- */

static int usage(void)
{
    fprintf(stderr, "usage: measure [OPTION VALUE]... -- COMMAND... [--against COMMAND...]\n"
                    "  --label TEXT       what is measured\n"
                    "  --at-most X        the ratio of the times may be X\n"
                    "  --at-least X       the ratio of the times must be X\n"
                    "  --memory X         the ratio of the peak memory may be X\n"
                    "  --milliseconds X   the command alone may take X\n"
                    "  --exits 0,1        exit codes that are fine (default 0)\n"
                    "  --seconds X        measure for about X seconds (default 5)\n");
    return 2;
}

/* Reads options up to "--" and returns the index after it; 0: wrong use. */
static int read_options(int argc, char **argv, question *options)
{
    int i = 1;
    for (; i + 1 < argc && strcmp(argv[i], "--"); i += 2) {
        const char *name = argv[i], *value = argv[i + 1];
        double number = strtod(value, NULL);
        if (!strcmp(name, "--label"))
            options->label = value;
        else if (!strcmp(name, "--exits"))
            options->exits = value;
        else if (!strcmp(name, "--at-most"))
            options->bar = number;
        else if (!strcmp(name, "--memory"))
            options->memory_bar = number;
        else if (!strcmp(name, "--milliseconds"))
            options->milliseconds_bar = number;
        else if (!strcmp(name, "--seconds"))
            options->seconds = number;
        else if (!strcmp(name, "--at-least"))
            options->bar = number, options->is_at_least = true;
        else
            return 0;
    }
    return i + 1 < argc ? i + 1 : 0;
}

int main(int argc, char **argv)
{
    command a = {0}, b = {0};
    question options = {.label = "", .exits = "0", .seconds = 5};
    int first = read_options(argc, argv, &options);
    if (!first) return usage();
    a.words = argv + first;
    for (int i = first; i < argc; i++)
        if (!strcmp(argv[i], "--against")) {
            argv[i] = NULL;
            b.words = argv + i + 1;
        }
    if (b.words && !b.words[0]) return usage();

    run(a.words, &options); /* once for the page cache; not counted */
    double start = now();
    int count = 0;
    for (; count < PAIRS_MAX; count++) {
        if (count >= PAIRS_MIN && now() - start > options.seconds) break;
        a.costs[count] = run(a.words, &options);
        if (b.words) b.costs[count] = run(b.words, &options);
    }
    if (b.words)
        report_pair(&options, &a, &b, count);
    else
        report_one(&options, &a, count);
    return 0;
}
