/* SPDX-License-Identifier: MIT
 * git as a child process. posix_spawnp, because execvp gives a file that the system cannot run to a
 * shell. Its environment is ours, but for what would steer git elsewhere: a trace, an editor, a
 * program to fetch with. */
#include "io/git/git_run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

#define CHUNK_SIZE ((size_t)64 << 10)

/* Of the variables GIT_..., those that say which objects and which settings there are. */
static const char *const kept[] = {"GIT_CONFIG",
                                   "GIT_OBJECT_DIRECTORY=", "GIT_ALTERNATE_OBJECT_DIRECTORIES=",
                                   "GIT_CEILING_DIRECTORIES=", "GIT_DISCOVERY_ACROSS_FILESYSTEM="};
/* And which repository, where no folder says so. */
static const char *const kept_here[] = {
    "GIT_DIR=", "GIT_WORK_TREE=", "GIT_COMMON_DIR=", "GIT_INDEX_FILE="};
static const char *const given[] = {
    "LC_ALL=C",           "GIT_TERMINAL_PROMPT=0",   "GIT_OPTIONAL_LOCKS=0",
    "GIT_PAGER=",         "GIT_LITERAL_PATHSPECS=1", "GIT_ALLOW_PROTOCOL=none",
    "GIT_NO_LAZY_FETCH=1"};
#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool begins_with_one(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(text, words[i], strlen(words[i])) == 0) return true;
    return false;
}

static bool is_kept(const char *variable, bool is_here)
{
    if (strncmp(variable, "LC_ALL=", 7) == 0 || strncmp(variable, "LANGUAGE=", 9) == 0)
        return false;
    if (strncmp(variable, "GIT_", 4) != 0) return true;
    return begins_with_one(variable, kept, COUNT(kept)) ||
           (is_here && begins_with_one(variable, kept_here, COUNT(kept_here)));
}

/* posix_spawn changes nothing in what it is given; its type says otherwise. */
typedef union words {
    const char **given;
    char **taken;
} words;

static gp_status make_environment(gp_job *job, bool is_here, words *out)
{
    size_t count = 0, filled = 0;
    while (environ && environ[count]) count++;
    out->given = GP_NEW(job, const char *, count + COUNT(given) + 1);
    if (!out->given) return gp_no_memory(job);
    for (size_t i = 0; i < count; i++)
        if (is_kept(environ[i], is_here)) out->given[filled++] = environ[i];
    for (size_t i = 0; i < COUNT(given); i++) out->given[filled++] = given[i];
    return GP_OK;
}

static gp_status make_arguments(gp_job *job, const char *folder, const char *const *arguments,
                                words *out)
{
    static const char *const first[] = {
        "git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"};
    size_t count = 0, filled = 0;
    while (arguments[count]) count++;
    out->given = GP_NEW(job, const char *, count + COUNT(first) + 3);
    if (!out->given) return gp_no_memory(job);
    for (size_t i = 0; i < COUNT(first); i++) out->given[filled++] = first[i];
    if (folder) out->given[filled++] = "-C";
    if (folder) out->given[filled++] = folder;
    for (size_t i = 0; i < count; i++) out->given[filled++] = arguments[i];
    return GP_OK;
}

/* ---- the child ---- */

/* Ends of pipes: of standard output, and of standard error. */
typedef struct child {
    pid_t process;
    int from[2], to[2];
} child;

static void close_one(int *file)
{
    if (*file >= 0) close(*file);
    *file = -1;
}

static void close_all(child *c)
{
    for (int i = 0; i < 2; i++) {
        close_one(&c->from[i]);
        close_one(&c->to[i]);
    }
}

/* The same file under a number that is no standard stream, and that other programs do not get. */
static int move_up(int file)
{
    int moved = fcntl(file, F_DUPFD_CLOEXEC, 3);
    int problem = errno;
    close(file);
    errno = problem;
    return moved;
}

static bool open_pipes(child *c)
{
    for (int i = 0; i < 2; i++) {
        int ends[2];
        if (pipe(ends) != 0) return false;
        c->from[i] = move_up(ends[0]);
        c->to[i] = move_up(ends[1]);
        if (c->from[i] < 0 || c->to[i] < 0) return false;
    }
    return true;
}

static int spawn_with(child *c, posix_spawn_file_actions_t *files, posix_spawnattr_t *attributes,
                      words arguments, words environment)
{
    sigset_t usual, none;
    sigemptyset(&usual);
    sigemptyset(&none);
    sigaddset(&usual, SIGPIPE);
    sigaddset(&usual, SIGXFSZ);
    int problem = posix_spawnattr_setsigdefault(attributes, &usual);
    if (!problem) problem = posix_spawnattr_setsigmask(attributes, &none);
    if (!problem)
        problem =
            posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    if (!problem) problem = posix_spawn_file_actions_addopen(files, 0, "/dev/null", O_RDONLY, 0);
    if (!problem) problem = posix_spawn_file_actions_adddup2(files, c->to[0], 1);
    if (!problem) problem = posix_spawn_file_actions_adddup2(files, c->to[1], 2);
    if (problem) return problem;
    return posix_spawnp(&c->process, "git", files, attributes, arguments.taken, environment.taken);
}

static int spawn(child *c, words arguments, words environment)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    if (!open_pipes(c)) return errno;
    int problem = posix_spawn_file_actions_init(&files);
    if (problem) return problem;
    problem = posix_spawnattr_init(&attributes);
    if (!problem) {
        problem = spawn_with(c, &files, &attributes, arguments, environment);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&files);
    return problem;
}

/* ---- what it says ---- */

static void take_said(gp_git_answer *out, size_t *said, const char *bytes, size_t size)
{
    size_t room = GP_GIT_SAID_SIZE - 1 - *said;
    if (size > room) size = room;
    memcpy(out->said + *said, bytes, size);
    *said += size;
}

/* Both streams at once, or the child would wait for the one that nobody reads. */
static void listen(child *c, gp_buffer *buffer, size_t bound, char *chunk, gp_git_answer *out)
{
    size_t said = 0;
    while (c->from[0] >= 0 || c->from[1] >= 0) {
        struct pollfd streams[2] = {{.fd = c->from[0], .events = POLLIN},
                                    {.fd = c->from[1], .events = POLLIN}};
        if (poll(streams, 2, -1) < 0 && errno != EINTR) return;
        for (int i = 0; i < 2; i++) {
            if (c->from[i] < 0 || !streams[i].revents) continue;
            ssize_t got = read(c->from[i], chunk, CHUNK_SIZE);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) close_one(&c->from[i]);
            if (got <= 0) continue;
            size_t size = (size_t)got;
            if (i == 1) take_said(out, &said, chunk, size);
            if (i == 1) continue;
            out->is_cut = size > bound - buffer->bytes.count;
            gp_add_bytes(buffer, chunk, out->is_cut ? bound - buffer->bytes.count : size);
            if (out->is_cut || buffer->has_failed) close_one(&c->from[0]); /* it need not go on */
        }
    }
}

static int wait_for(pid_t process)
{
    int status;
    pid_t ended;
    do ended = waitpid(process, &status, 0);
    while (ended < 0 && errno == EINTR);
    return ended == process && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

gp_status gp_run_git(gp_job *job, const char *folder, const char *const *arguments, size_t bound,
                     gp_git_answer *out)
{
    words argument_list, environment;
    child c = {.from = {-1, -1}, .to = {-1, -1}};
    *out = (gp_git_answer){.code = -1, .text = ""};
    GP_TRY(make_arguments(job, folder, arguments, &argument_list));
    GP_TRY(make_environment(job, !folder, &environment));
    gp_buffer *buffer = gp_new_buffer(job);
    char *chunk = GP_NEW(job, char, CHUNK_SIZE);
    if (!buffer || !chunk) return gp_no_memory(job);
    out->problem = spawn(&c, argument_list, environment);
    close_one(&c.to[0]);
    close_one(&c.to[1]);
    if (!out->problem) listen(&c, buffer, bound, chunk, out);
    close_all(&c);
    if (out->problem) return out->problem == ENOMEM ? gp_no_memory(job) : GP_OK;
    out->code = wait_for(c.process);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
