/* SPDX-License-Identifier: MIT
 * Writes several files all or none: each is brought to disk beside its place first, which is where
 * a full disk or a missing right shows; then each is put in its place, and should that fail
 * half-way, what was there before comes back. */
#define _XOPEN_SOURCE 700
#include "io/files/file.h"
#include "groeipad/io.h"
#include "io/files/input.h"
#include "io/files/uninterrupted.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file of the set, and where the one that was there before is kept meanwhile. */
typedef struct member {
    gp_pending pending;
    char *kept; /* NULL: there was none */
    bool is_placed, is_link;
    dev_t device; /* of the file that was there before */
    ino_t node;
} member;

/* Another name for the old file, until all are in place: one that is free, as a program that was
 * killed may have left some. */
static int keep_old(member *m)
{
    if (!m->pending.exists || !m->pending.temporary) return 0;
    size_t room = strlen(m->pending.temporary) + 24;
    int problem = EEXIST;
    m->kept = malloc(room);
    if (!m->kept) return ENOMEM;
    for (unsigned k = 0; problem == EEXIST && k < UINT_MAX; k++) {
        snprintf(m->kept, room, "%s.%u.old", m->pending.temporary, k);
        problem = link(m->pending.target, m->kept) == 0 ? 0 : errno;
    }
    if (!problem) return 0;
    free(m->kept);
    m->kept = NULL;
    return problem;
}

static int place(member *m)
{
    int problem = keep_old(m);
    if (!problem) problem = gp_commit_file(&m->pending);
    m->is_placed = problem == 0;
    return problem;
}

static void take_back(member *m)
{
    if (!m->is_placed) return;
    if (m->kept && rename(m->kept, m->pending.target) == 0) {
        free(m->kept);
        m->kept = NULL;
    } else if (!m->pending.exists) {
        unlink(m->pending.target);
    }
}

static void forget(member *m)
{
    if (m->kept) unlink(m->kept);
    free(m->kept);
    gp_abandon_file(&m->pending);
}

/* A pipe without a reader would hold the set up for ever, with every signal but KILL waiting. */
static bool is_pipe(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISFIFO(facts.st_mode);
}

/* Whether a link leads to where another of the set will be: one of the two would be lost. Only
 * links are asked: a hard link is replaced by a file of its own. */
static bool is_lost(const member *members, size_t count, size_t at)
{
    const member *m = &members[at];
    for (size_t i = 0; i < count; i++) {
        const member *other = &members[i];
        if (i == at || !other->pending.exists || !(m->is_link || other->is_link)) continue;
        if (other->device == m->device && other->node == m->node) return true;
    }
    return false;
}

/* Which file is there, and whether by way of a link. */
static void look(member *m, const char *path)
{
    struct stat there, name;
    if (!m->pending.exists || stat(path, &there) != 0 || lstat(path, &name) != 0) return;
    m->is_link = S_ISLNK(name.st_mode);
    m->device = there.st_dev;
    m->node = there.st_ino;
}

/* *failed: which one it was that failed. */
static int write_set(const gp_named_bytes *files, member *members, size_t count, size_t *failed)
{
    int problem = 0;
    size_t prepared = 0;
    for (; prepared < count && !problem; prepared++) {
        *failed = prepared;
        problem = is_pipe(files[prepared].path) ? ESPIPE : 0;
        if (problem) break;
        problem = gp_prepare_file(files[prepared].path, files[prepared].bytes, files[prepared].size,
                                  &members[prepared].pending);
    }
    for (size_t i = 0; i < prepared && !problem; i++) look(&members[i], files[i].path);
    for (size_t i = 0; i < count && !problem; i++) {
        *failed = i;
        if (members[i].is_link && is_lost(members, count, i)) problem = EEXIST;
    }
    for (size_t i = 0; i < count && !problem; i++) {
        *failed = i;
        problem = place(&members[i]);
    }
    for (size_t i = 0; i < count && problem; i++) take_back(&members[i]);
    for (size_t i = 0; i < prepared; i++) forget(&members[i]);
    return problem;
}

gp_status gp_write_files(gp_job *job, const gp_named_bytes *files, size_t count)
{
    size_t failed = 0;
    member *members = calloc(count + 1, sizeof *members);
    if (!members) return gp_no_memory(job);
    gp_stretch stretch;
    gp_hold_signals(&stretch);
    int problem = write_set(files, members, count, &failed);
    gp_release_signals(&stretch);
    free(members);
    if (problem == ENOMEM) return gp_no_memory(job);
    return problem ? gp_report_file(job, 802, files[failed].path, problem) : GP_OK;
}
