/* SPDX-License-Identifier: MIT
 * How long after an input is saved is the output of a command with --watch there, whole?
 *
 * Two versions of an input are saved by turns, twice as editors do that rename and twice as those
 * that write in place. The time is from the end of the save (rename, close) until the output has
 * been renamed to its name, as the system tells it. What is there then must be what the command
 * made of that version every time, and something else than it makes of the other one.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SAVES = 32, PATIENCE = 10000, REST = 30 }; /* the last two in milliseconds */

typedef struct bytes {
    char *at;
    size_t size;
} bytes;

typedef struct question {
    const char *label;
    double bar; /* milliseconds */
    const char *input, *output;
    bytes versions[2], answers[2];
    int events; /* of the folder of the output */
    pid_t child;
} question;

static void fail(const question *options, const char *what, const char *name)
{
    printf("%-52s FAILED: %s %s\n", options->label, what, name);
    if (options->child > 0) kill(options->child, SIGKILL);
    exit(1);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static bytes read_file(const question *options, const char *path)
{
    FILE *file = fopen(path, "rb");
    bytes all = {0};
    if (!file || fseek(file, 0, SEEK_END) != 0) fail(options, "cannot read", path);
    all.size = (size_t)ftell(file);
    all.at = malloc(all.size + 1);
    rewind(file);
    if (!all.at || fread(all.at, 1, all.size, file) != all.size) fail(options, "cannot read", path);
    fclose(file);
    return all;
}

static bool are_same(bytes a, bytes b)
{
    return a.size == b.size && memcmp(a.at, b.at, a.size) == 0;
}

/* ---- a save ---- */

static void write_file(const question *options, const char *path, bytes text)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || write(file, text.at, text.size) != (ssize_t)text.size || close(file) != 0)
        fail(options, "cannot write", path);
}

/* When the save was done. */
static double save(const question *options, bytes text, bool is_renamed)
{
    char beside[PATH_MAX];
    snprintf(beside, sizeof beside, "%s.swp", options->input);
    write_file(options, is_renamed ? beside : options->input, text);
    if (is_renamed && rename(beside, options->input) != 0) fail(options, "cannot rename", beside);
    return now();
}

/* ---- the answer ---- */

static bool is_renamed_to(const question *options, const char *name)
{
    _Alignas(struct inotify_event) char events[4096];
    ssize_t size = read(options->events, events, sizeof events);
    bool is_found = false;
    for (ssize_t at = 0; at < size;) {
        const struct inotify_event *event = (const void *)(events + at);
        is_found = is_found || (event->len && strcmp(event->name, name) == 0);
        at += (ssize_t)(sizeof *event + event->len);
    }
    return is_found;
}

/* When the output came to its place. */
static double wait_for_output(const question *options)
{
    const char *name = strrchr(options->output, '/') + 1;
    struct pollfd file = {options->events, POLLIN, 0};
    for (double end = now() + PATIENCE; now() < end;)
        if (poll(&file, 1, (int)(end - now()) + 1) > 0 && is_renamed_to(options, name))
            return now();
    fail(options, "nothing came within ten seconds:", options->output);
    return 0;
}

/* Keeps the first answer to each version; each later one must be the same. */
static void check_answer(question *options, int version)
{
    bytes answer = read_file(options, options->output);
    bytes *first = &options->answers[version], *other = &options->answers[!version];
    bool is_right = !first->at || are_same(*first, answer);
    if (!is_right || (other->at && are_same(*other, answer)))
        fail(options, "not the answer to what was saved:", options->output);
    if (first->at)
        free(answer.at);
    else
        *first = answer;
}

/* ---- all of it ---- */

static void start(question *options, char **words)
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", options->output);
    *strrchr(folder, '/') = '\0';
    options->events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (inotify_add_watch(options->events, folder, IN_MOVED_TO) < 0)
        fail(options, "cannot watch", folder);
    save(options, options->versions[1], false);
    options->child = fork();
    if (options->child == 0) {
        int nothing = open("/dev/null", O_RDWR);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (int i = 0; i < 3; i++) dup2(nothing, i);
        execvp(words[0], words);
        _exit(127);
    }
    wait_for_output(options);
    check_answer(options, 1);
}

static void finish(const question *options)
{
    int status = 0;
    kill(options->child, SIGINT);
    while (waitpid(options->child, &status, 0) < 0 && errno == EINTR) continue;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail(options, "it did not end with exit code 0:", "SIGINT");
}

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

int main(int argc, char **argv)
{
    if (argc < 9 || strcmp(argv[7], "--") != 0 || !strchr(argv[4], '/')) {
        fprintf(stderr, "usage: watched LABEL MILLISECONDS INPUT FOLDER/OUTPUT ONE OTHER "
                        "-- COMMAND... --watch\n"
                        "  ONE and OTHER are saved as INPUT by turns\n");
        return 2;
    }
    question options = {
        .label = argv[1], .bar = strtod(argv[2], NULL), .input = argv[3], .output = argv[4]};
    for (int i = 0; i < 2; i++) options.versions[i] = read_file(&options, argv[5 + i]);

    double times[SAVES];
    start(&options, argv + 8);
    for (int i = 0; i < SAVES; i++) {
        poll(NULL, 0, REST); /* it is at rest, and has seen what it wrote itself */
        double saved = save(&options, options.versions[i % 2], i / 2 % 2 == 0);
        times[i] = wait_for_output(&options) - saved;
        check_answer(&options, i % 2);
    }
    finish(&options);
    qsort(times, SAVES, sizeof *times, compare);
    double median = (times[(SAVES - 1) / 2] + times[SAVES / 2]) / 2;
    printf("%-52s %6.2fms  bar <= %4.0fms  %-4s  (%d saves, the slowest %.2f ms)\n", options.label,
           median, options.bar, median <= options.bar ? "OK" : "MISS", (int)SAVES,
           times[SAVES - 1]);
    return 0;
}
