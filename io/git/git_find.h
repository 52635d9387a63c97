/* SPDX-License-Identifier: MIT
 * Where is a file at a revision? And in plain words why it is nowhere. */
#ifndef GP_GIT_FIND_H
#define GP_GIT_FIND_H

#include "io/git/git_run.h"

#define GP_GIT_HASH_SIZE 65 /* of SHA-256 */

/* A folder to ask git in, and a revision there. */
typedef struct gp_git {
    gp_job *job;
    const char *folder;   /* NULL: the current one */
    const char *revision; /* as the user wrote it */
    const char *asked;    /* the name of the file that is asked for, for findings */
    bool is_option;       /* the revision is that of --git */
    char tree[GP_GIT_HASH_SIZE];
} gp_git;

typedef enum gp_git_kind {
    GP_GIT_NOTHING,
    GP_GIT_FILE,
    GP_GIT_FOLDER,
    GP_GIT_LINK,
    GP_GIT_MODULE
} gp_git_kind;

/* What is at a path. */
typedef struct gp_git_entry {
    gp_git_kind kind;
    char hash[GP_GIT_HASH_SIZE];
    const char *path; /* from the root of the work tree */
} gp_git_entry;

/* Asks git, in the folder: as gp_run_git. Where it could not be started, or was ended before it had
 * said all, there is no answer to take for one: that is told (GP801).
 * Errors: GP_IO, GP_NO_MEMORY. */
gp_status gp_ask_git(const gp_git *git, const char *const *arguments, size_t bound,
                     gp_git_answer *out);

/* Finds the tree of git->revision. Errors: GP_IO (GP801) and GP_WRONG_OPTION (GP806: --git names no
 * revision), GP_NO_MEMORY. */
gp_status gp_find_tree(gp_git *git);

/* What is in the tree at a path, from the root of the work tree or from the folder; `inside`: what
 * is in the folder there. *count 0: nothing. Errors: GP_IO (it is outside), GP_NO_MEMORY. */
gp_status gp_list_path(const gp_git *git, const char *path, bool is_from_root, bool is_inside,
                       const gp_git_entry **out, size_t *count);

/* What a file or folder that is called `path` now (from the root) was called in the tree: NULL
 * where git knows of no other name. Errors: GP_NO_MEMORY. */
gp_status gp_find_old_path(const gp_git *git, const char *path, const char **out);

/* The path from the root of the work tree of one from the folder. Errors: GP_NO_MEMORY. */
gp_status gp_git_path(const gp_git *git, const char *path, const char **out);

/* Nothing is called `path` there: says what is nearest. old: what it was called; or NULL.
 * Returns GP_IO, or GP_NO_MEMORY. */
gp_status gp_refuse_path(const gp_git *git, const char *path, const char *old_path);

/* git could not be started, for this reason (an errno). Returns GP_IO, or GP_NO_MEMORY. */
gp_status gp_refuse_start(const gp_git *git, int problem);

/* Says why there is no such version (GP801), and returns GP_IO, or GP_NO_MEMORY. In the patterns
 * "{}" is the text (NULL: none), as it may be shown. */
gp_status gp_refuse_version(const gp_git *git, const char *english, const char *dutch,
                            const char *text);

/* The same of its revision: where that is an option, the option is wrong (GP806), and
 * GP_WRONG_OPTION is returned. */
gp_status gp_refuse_revision(const gp_git *git, const char *english, const char *dutch,
                             const char *text);

#endif
