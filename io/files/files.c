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
#include <unistd.h>

/* A file of the set, and where the one that was there before is kept meanwhile. */
typedef struct member {
    gp_pending pending;
    char *kept; /* NULL: there was none */
    bool is_placed;
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

/* *failed: which one it was that failed. */
static int write_set(const gp_named_bytes *files, member *members, size_t count, size_t *failed)
{
    int problem = 0;
    size_t prepared = 0;
    for (; prepared < count && !problem; prepared++) {
        *failed = prepared;
        problem = gp_prepare_file(files[prepared].path, files[prepared].bytes, files[prepared].size,
                                  &members[prepared].pending);
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
