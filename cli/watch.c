/* SPDX-License-Identifier: MIT
 * When does an input change? Its folder is watched, not the file: editors write beside it and
 * rename. What a name leads to by links is watched as well. Events that come close together are one
 * run. No clock is read and nothing is asked in vain: the program sleeps until the system says
 * something. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/watch.h"
#include "cli/inputs.h"
#include "cli/overwrite.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#define NAMES_MAX 128
#define SETTLED_AFTER 20   /* milliseconds without an event */
#define BURSTS_MAX 10      /* so often at most before a run begins all the same */
#define WAITS_FOR_FILE 500 /* milliseconds that a file may be away before that is told */

/* An input by one of its names: the folder that is watched for it, and what it is called there. */
typedef struct watched {
    char *name;   /* in that folder; NULL: anything there counts, as the folder is not there yet */
    int folder;   /* of inotify */
    size_t input; /* its number */
} watched;

typedef struct watch {
    const cli_context *context;
    const char *inputs[NAMES_MAX];
    bool is_own[NAMES_MAX];       /* the command writes it as well: what others do to it counts */
    struct stat facts[NAMES_MAX]; /* of such a file, as it was written */
    size_t input_count;
    watched names[2 * NAMES_MAX];
    size_t name_count;
    int events, signals;
} watch;

/* ---- what is read ---- */

static int add_input(void *object, const char *name, bool is_own)
{
    watch *w = object;
    if (w->input_count == NAMES_MAX) return CLI_OK;
    w->is_own[w->input_count] = is_own;
    w->inputs[w->input_count++] = name;
    return CLI_OK;
}

static int judge_inputs(const watch *w)
{
    const cli_context *context = w->context;
    const char *output = context->common->output;
    for (size_t i = 0; i < w->input_count; i++) {
        const char *name = w->inputs[i];
        if (strcmp(name, "-") == 0 || strncmp(name, "/dev/", 5) == 0)
            return cli_wrong_use(context->command, context->language,
                                 gp_say(context->language,
                                        "--watch: '%s' is no file that can be watched",
                                        "--watch: '%s' is geen bestand om op te letten"),
                                 name);
        if (!w->is_own[i] && cli_names_file(output) && cli_are_same(name, output))
            return cli_wrong_use(context->command, context->language,
                                 gp_say(context->language,
                                        "--watch: '%s' is read and written, without end",
                                        "--watch: '%s' wordt gelezen en geschreven, zonder einde"),
                                 name);
    }
    return CLI_OK;
}

/* ---- folders ---- */

static void forget_names(watch *w)
{
    for (size_t i = 0; i < w->name_count; i++) free(w->names[i].name);
    w->name_count = 0;
}

/* Watches the folder of a path, or the nearest one above that is there. 0, or an errno value. */
static int watch_path(watch *w, const char *path, size_t input)
{
    static const uint32_t mask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE |
                                 IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
    char *folder = strdup(path);
    if (!folder) return ENOMEM;
    watched *name = &w->names[w->name_count];
    *name = (watched){.input = input, .folder = -1};
    for (bool is_first = true; name->folder < 0; is_first = false) {
        char *slash = strrchr(folder, '/');
        const char *last = slash ? slash + 1 : folder;
        if (is_first && !(name->name = strdup(last))) break;
        if (!is_first) {
            free(name->name);
            name->name = NULL;
        }
        if (slash) slash[slash == folder] = '\0';
        name->folder = inotify_add_watch(w->events, slash ? folder : ".", mask);
        bool is_top = !slash || strcmp(folder, "/") == 0;
        if (name->folder < 0 && (is_top || (errno != ENOENT && errno != ENOTDIR))) break;
    }
    int problem = name->folder < 0 ? errno : 0;
    free(folder);
    if (problem)
        free(name->name);
    else
        w->name_count++;
    return problem;
}

/* A folder that is watched already is so once: this may be done before each run. */
static int watch_inputs(watch *w)
{
    forget_names(w);
    for (size_t i = 0; i < w->input_count; i++) {
        int problem = watch_path(w, w->inputs[i], i);
        char *real = problem ? NULL : realpath(w->inputs[i], NULL);
        if (real) problem = watch_path(w, real, i);
        free(real);
        if (problem) return problem;
    }
    return 0;
}

/* What the command wrote itself is known from here. */
static void note_own(watch *w)
{
    for (size_t i = 0; i < w->input_count; i++)
        if (w->is_own[i] && stat(w->inputs[i], &w->facts[i]) != 0) w->facts[i] = (struct stat){0};
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* ---- events ---- */

static bool is_of_others(const watch *w, const watched *name)
{
    struct stat now;
    if (!w->is_own[name->input]) return true;
    return stat(w->inputs[name->input], &now) == 0 && !is_same(&now, &w->facts[name->input]);
}

static bool is_about_input(const watch *w, const struct inotify_event *event)
{
    if (event->mask & (IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF)) return true;
    for (size_t i = 0; i < w->name_count; i++) {
        const watched *name = &w->names[i];
        if (name->folder != event->wd) continue;
        bool is_named = !name->name || (event->len && strcmp(name->name, event->name) == 0);
        if (is_named && is_of_others(w, name)) return true;
    }
    return false;
}

/* Takes the events that are there; whether one of them is about an input. */
static bool take_events(const watch *w)
{
    _Alignas(struct inotify_event) char bytes[4096];
    ssize_t size = read(w->events, bytes, sizeof bytes);
    bool is_found = false;
    for (ssize_t at = 0; at < size;) {
        const struct inotify_event *event = (const void *)(bytes + at);
        is_found = is_about_input(w, event) || is_found;
        at += (ssize_t)(sizeof *event + event->len);
    }
    return is_found;
}

typedef enum waited { WAITED_EVENT, WAITED_TIME, WAITED_END } waited;

/* Until something happens in a watched folder, or the time is over (-1: never). */
static waited wait_for(const watch *w, int milliseconds)
{
    struct pollfd files[] = {{w->events, POLLIN, 0}, {w->signals, POLLIN, 0}};
    int count;
    do count = poll(files, 2, milliseconds);
    while (count < 0 && errno == EINTR);
    if (count < 0 || files[1].revents) return WAITED_END;
    return count == 0 ? WAITED_TIME : WAITED_EVENT;
}

static bool are_there(const watch *w)
{
    for (size_t i = 0; i < w->input_count; i++)
        if (!w->is_own[i] && access(w->inputs[i], F_OK) != 0) return false;
    return true;
}

/* Until an input has changed, and nothing more comes; false: Ctrl-C. */
static bool wait_for_change(const watch *w)
{
    waited what = wait_for(w, -1);
    while (what == WAITED_EVENT && !take_events(w)) what = wait_for(w, -1);
    for (int bursts = 0; what == WAITED_EVENT && bursts < BURSTS_MAX; bursts++) {
        what = wait_for(w, SETTLED_AFTER);
        if (what == WAITED_EVENT) (void)take_events(w);
    }
    while (what != WAITED_END && !are_there(w)) { /* one that is being replaced */
        what = wait_for(w, WAITS_FOR_FILE);
        if (what == WAITED_TIME) break;
        if (what == WAITED_EVENT) (void)take_events(w);
    }
    return what != WAITED_END;
}

/* ---- runs ---- */

static int tell_problem(const watch *w, int problem)
{
    gp_language language = w->context->language;
    bool is_limit = problem == ENOSPC || problem == EMFILE;
    if (problem == ENOMEM) return cli_out_of_memory(language);
    cli_say("groeipad %s: --watch: %s\n", w->context->command->name,
            is_limit ? gp_say(language,
                              "the system watches as many folders as it may "
                              "(fs.inotify.max_user_watches, max_user_instances)",
                              "het systeem let al op zoveel mappen als het mag "
                              "(fs.inotify.max_user_watches, max_user_instances)")
                     : gp_system_words(problem, language));
    return CLI_NO_PORTFOLIO;
}

static void tell_watching(const watch *w, bool is_first)
{
    gp_language language = w->context->language;
    if (w->context->common->is_quiet) return;
    if (is_first)
        cli_say("groeipad %s: %s\n", w->context->command->name,
                gp_say(language, "watching; Ctrl-C ends it", "let op; Ctrl-C beëindigt dit"));
    else
        cli_say("---\n");
}

static int run_until_ended(watch *w, const void *args, cli_run_once *run)
{
    for (bool is_first = true;; is_first = false) {
        int problem = watch_inputs(w); /* before it reads: nothing is missed meanwhile */
        if (problem) return tell_problem(w, problem);
        if (!is_first) tell_watching(w, false);
        int code = run(w->context, args);
        bool is_lost = fflush(stdout) != 0 || ferror(stdout);
        note_own(w);
        if (wait_for(w, 0) == WAITED_END) return CLI_OK;
        if (is_lost || code == CLI_BUG || (is_first && code == CLI_NOT_WRITTEN)) return code;
        if (is_first) tell_watching(w, true);
        if (!wait_for_change(w)) return CLI_OK;
    }
}

int cli_watch(const cli_context *parsed, const void *args, cli_run_once *run)
{
    sigset_t interrupt, before;
    watch *w = calloc(1, sizeof *w);
    if (!w) return cli_out_of_memory(parsed->language);
    w->context = parsed;
    cli_each_input(w->context, add_input, w);
    int code = judge_inputs(w);
    if (code == CLI_OK) {
        sigemptyset(&interrupt);
        sigaddset(&interrupt, SIGINT); /* waits while a run writes, and then ends it */
        sigprocmask(SIG_BLOCK, &interrupt, &before);
        w->events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
        w->signals = w->events < 0 ? -1 : signalfd(-1, &interrupt, SFD_CLOEXEC);
        code = w->signals < 0 ? tell_problem(w, errno) : run_until_ended(w, args, run);
        if (w->events >= 0) close(w->events);
        if (w->signals >= 0) {
            struct pollfd file = {w->signals, POLLIN, 0};
            struct signalfd_siginfo taken;
            if (poll(&file, 1, 0) > 0) (void)!read(w->signals, &taken, sizeof taken);
            close(w->signals);
        }
        sigprocmask(SIG_SETMASK, &before, NULL);
    }
    forget_names(w);
    free(w);
    return code;
}
