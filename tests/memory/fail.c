/* SPDX-License-Identifier: MIT
 * Lets the memory of a program run out, also for the libraries that it uses: preloaded, it takes
 * malloc and its kin, and runs main over and over in children of the one process that was started.
 * First as it is, to know what comes out; then in three ways, at one point after the other:
 *   one     one allocation fails, and all others succeed
 *   all     from one allocation on, all fail
 *   budget  what would take more than so many bytes fails, and smaller allocations may succeed
 * Every run must give what the first one gave, to the byte, or say that memory ran out and nothing
 * else. What does not is printed; the exit code is 1 where there was any.
 *
 * FAIL_WAYS=one,all,budget  which of them (default: all)
 * FAIL_POINTS=N             so many points for each, spread over the run (default: 100)
 * FAIL_WAY=W FAIL_AT=N      this point only, and its streams are shown: for who looks for a cause
 * FAIL_ASKS=1               one run with all memory; tells what was asked for in advance
 *                           (gp_ask_memory) and what was taken then */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define STREAM_MAX ((size_t)4 << 20)
#define NO_MEMORY_EXIT 3
#define LARGE ((size_t)64 << 10) /* blocks that may be an ask, see gp_ask_memory */
static const char *const no_memory[] = {"groeipad: memory ran out\n",
                                        "groeipad: het geheugen is op\n"};

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void __libc_free(void *gone);

/* ---- allocations ---- */

typedef enum way { ONE, ALL, BUDGET, WAYS } way;
static const char *const way_names[] = {"", " and all after it", " bytes and no more"};

typedef struct counts {
    long calls, live, peak; /* live: bytes since main began */
    long peak_before;       /* the last large block was made */
    long asked, before; /* the last large block that was given back at once, and what was live */
} counts;

static counts *counted; /* shared with the parent; NULL: nothing is counted */
static long limit = -1; /* none */
static way how;
static void *last_large;
static bool shows_asks;

static void show_ask(void)
{
    if (shows_asks && counted->asked)
        dprintf(2, "asked %ld, taken %ld\n", counted->asked,
                counted->peak_before - counted->before);
    counted->asked = 0;
}

static bool fails(size_t size)
{
    if (!counted) return false;
    long now = counted->calls++;
    bool is_out = limit >= 0 && (how == ONE   ? now == limit
                                 : how == ALL ? now >= limit
                                              : counted->live + (long)size > limit);
    if (is_out) errno = ENOMEM;
    return is_out;
}

static void *count(void *made)
{
    if (!counted || !made) return made;
    counted->live += (long)malloc_usable_size(made);
    if (counted->live > counted->peak) counted->peak = counted->live;
    return made;
}

static void uncount(void *gone)
{
    if (counted && gone) counted->live -= (long)malloc_usable_size(gone);
}

void *malloc(size_t size)
{
    if (fails(size)) return NULL;
    if (counted && size >= LARGE) counted->peak_before = counted->peak;
    void *made = count(__libc_malloc(size));
    last_large = counted && size >= LARGE ? made : NULL;
    return made;
}

void *calloc(size_t count_, size_t size)
{
    return fails(count_ * size) ? NULL : count(__libc_calloc(count_, size));
}

void *realloc(void *old, size_t size)
{
    if (fails(size)) return NULL;
    uncount(old);
    return count(__libc_realloc(old, size));
}

void free(void *gone)
{
    bool is_ask = counted && gone && gone == last_large;
    uncount(gone);
    if (is_ask) {
        show_ask();
        counted->asked = (long)malloc_usable_size(gone);
        counted->before = counted->peak = counted->live;
    }
    last_large = NULL;
    __libc_free(gone);
}

/* ---- runs ---- */

typedef int main_function(int argc, char **argv, char **environment);
static main_function *real_main;

typedef struct program {
    int argc;
    char **argv, **environment;
} program;

typedef struct result {
    int status; /* as waitpid tells */
    char *out, *err;
    size_t out_size, err_size;
} result;

static char *read_all(int file, size_t *size)
{
    char *text = malloc(STREAM_MAX);
    ssize_t got;
    *size = 0;
    if (!text || lseek(file, 0, SEEK_SET) != 0) _exit(2);
    while ((got = read(file, text + *size, STREAM_MAX - 1 - *size)) > 0) *size += (size_t)got;
    text[*size] = '\0';
    return text;
}

/* Runs main in a child, with all the memory there is where `at` < 0. */
static result run(const program *p, counts *shared, way w, long at)
{
    result got = {0};
    int out = memfd_create("out", 0), err = memfd_create("err", 0);
    *shared = (counts){0};
    pid_t child = fork();
    if (out < 0 || err < 0 || child < 0) _exit(2);
    if (child == 0) {
        dup2(out, 1);
        dup2(err, 2);
        limit = at;
        how = w;
        counted = shared;
        exit(real_main(p->argc, p->argv, p->environment));
    }
    waitpid(child, &got.status, 0);
    got.out = read_all(out, &got.out_size);
    got.err = read_all(err, &got.err_size);
    close(out);
    close(err);
    return got;
}

static void drop(result *r)
{
    free(r->out);
    free(r->err);
}

/* ---- judgement ---- */

static bool is_same(const result *a, const result *b)
{
    return a->status == b->status && a->out_size == b->out_size && a->err_size == b->err_size &&
           memcmp(a->out, b->out, a->out_size) == 0 && memcmp(a->err, b->err, a->err_size) == 0;
}

/* Does the text end with that memory ran out, after a beginning of what is told with memory? */
static bool is_told(const result *whole, const result *got)
{
    for (size_t i = 0; i < sizeof no_memory / sizeof *no_memory; i++) {
        size_t size = strlen(no_memory[i]), before = got->err_size - size;
        if (got->err_size < size || strcmp(got->err + before, no_memory[i]) != 0) continue;
        if (before <= whole->err_size && memcmp(got->err, whole->err, before) == 0) return true;
    }
    return false;
}

/* Nothing but that memory ran out is told beyond the usual, and what was written before is the
 * beginning of the answer, or an answer that says the same. */
static bool says_so(const result *whole, const result *got)
{
    bool is_beginning =
        got->out_size <= whole->out_size && memcmp(got->out, whole->out, got->out_size) == 0;
    return WIFEXITED(got->status) && WEXITSTATUS(got->status) == NO_MEMORY_EXIT &&
           is_told(whole, got) && (is_beginning || strstr(got->out, "GP901"));
}

static int code_of(const result *r)
{
    return WIFSIGNALED(r->status) ? 128 + WTERMSIG(r->status) : WEXITSTATUS(r->status);
}

/* Tries points from `first` to `last`: half of them one by one at the beginning, where a run does
 * what it does once, and the others with steps. Returns how many gave something else. */
static long try_way(const program *p, counts *shared, const result *whole, way w, long first,
                    long last, long points)
{
    long wrong = 0, total = last - first;
    long dense = total <= points ? total : w == BUDGET ? 0 : points / 2;
    long step = total > dense ? (total - dense) / (points - dense) + 1 : 1;
    for (long at = first; at < last; at += at < first + dense ? 1 : step) {
        result got = run(p, shared, w, at);
        bool is_right = is_same(whole, &got) || says_so(whole, &got);
        if (!is_right && wrong++ < 3)
            dprintf(2, "  %ld%s: exit %d, %zu bytes, says: %.150s\n", at, way_names[w],
                    code_of(&got), got.out_size, got.err_size ? got.err : "nothing");
        drop(&got);
    }
    return wrong;
}

static long number_in(const char *name, long otherwise)
{
    const char *text = getenv(name);
    return text ? strtol(text, NULL, 10) : otherwise;
}

static way way_in(const char *name)
{
    const char *text = getenv(name);
    return !text || strcmp(text, "one") == 0 ? ONE : strcmp(text, "all") == 0 ? ALL : BUDGET;
}

static int show(const result *got)
{
    (void)!write(1, got->out, got->out_size);
    (void)!write(2, got->err, got->err_size);
    return code_of(got);
}

/* Takes the place of main. */
static int run_all(int argc, char **argv, char **environment)
{
    const program p = {argc, argv, environment};
    counts *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    long at = number_in("FAIL_AT", -1), points = number_in("FAIL_POINTS", 100), wrong = 0;
    const char *ways = getenv("FAIL_WAYS");
    if (shared == MAP_FAILED) return 2;
    unsetenv("LD_PRELOAD");
    shows_asks = number_in("FAIL_ASKS", 0) != 0;
    if (at >= 0 || shows_asks) {
        result one = run(&p, shared, way_in("FAIL_WAY"), at);
        if (shows_asks)
            dprintf(2, "asked %ld, taken %ld\n", shared->asked, shared->peak - shared->before);
        return show(&one);
    }
    result whole = run(&p, shared, ONE, -1);
    const counts total = *shared;
    if (!ways || strstr(ways, "one"))
        wrong += try_way(&p, shared, &whole, ONE, 0, total.calls, points);
    if (!ways || strstr(ways, "all"))
        wrong += try_way(&p, shared, &whole, ALL, 0, total.calls, points);
    if (!ways || strstr(ways, "budget"))
        wrong += try_way(&p, shared, &whole, BUDGET, 0, total.peak, points);
    return wrong != 0;
}

int __libc_start_main(main_function *start, int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*rtld_fini)(void), void *stack_end)
{
    int (*real)(main_function *, int, char **, void (*)(void), void (*)(void), void (*)(void),
                void *);
    *(void **)&real = dlsym(RTLD_NEXT, "__libc_start_main");
    real_main = start;
    return real(run_all, argc, argv, init, fini, rtld_fini, stack_end);
}
