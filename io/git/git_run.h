/* SPDX-License-Identifier: MIT
 * Asking git something. No shell stands between: git gets its arguments one by one, as they are. */
#ifndef GP_GIT_RUN_H
#define GP_GIT_RUN_H

#include "core/job.h"

#define GP_GIT_ARGUMENTS_MAX 16
#define GP_GIT_SAID_SIZE 512

typedef struct gp_git_answer {
    int problem;      /* an errno: git could not be started (ENOENT: there is none); 0: it ran */
    int code;         /* its exit code; -1: it was ended */
    bool is_cut;      /* there was more than was asked for: the rest is lost */
    const char *text; /* its standard output, with a NUL after it */
    size_t size;
    char said[GP_GIT_SAID_SIZE]; /* how its standard error begins */
} gp_git_answer;

/* Runs git in a folder (NULL: the current one, and the repository that the environment names) and
 * takes at most `bound` bytes of what it says. arguments: NULL after the last; what a user wrote
 * comes after --end-of-options or "--". git runs no hook, no pager and no filter for this, asks
 * nobody anything, and goes over no network.
 * Owner: the job. Errors: GP_NO_MEMORY; that git fails is an answer. */
gp_status gp_run_git(gp_job *job, const char *folder, const char *const *arguments, size_t bound,
                     gp_git_answer *out);

#endif
