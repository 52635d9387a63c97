/* SPDX-License-Identifier: MIT
 * Nothing is called so at a revision: which path is meant, perhaps? */
#include "io/git/git_find.h"

#include <string.h>

#define LIST_SIZE ((size_t)4 << 20) /* bytes of names among which the nearest is looked for */

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* A file of the same name in another folder, or the nearest path. */
static gp_status find_near_path(const gp_git *git, const char *path, const char **out)
{
    const char *const asked[] = {"ls-tree",     "-r",      "-z", "--name-only",
                                 "--full-tree", git->tree, NULL};
    gp_git_answer answer;
    gp_array *names = GP_NEW(git->job, gp_array, 1);
    if (!names) return gp_no_memory(git->job);
    names->size = sizeof(const char *);
    GP_TRY(gp_ask_git(git, asked, LIST_SIZE, &answer));
    *out = NULL;
    const char *end = answer.text + answer.size;
    for (const char *name = answer.text; name < end; name += strlen(name) + 1) {
        if (!gp_push(git->job, names, &name, 1)) return gp_no_memory(git->job);
        if (!*out && strcmp(name_of(name), name_of(path)) == 0) *out = name;
    }
    if (!*out && names->count) *out = gp_nearest_text(path, names->data, names->count);
    return GP_OK;
}

gp_status gp_refuse_path(const gp_git *git, const char *path, const char *old_path)
{
    const char *near_one;
    if (old_path)
        return gp_refuse_version(git, "it was called '{}' then", "het heette toen '{}'", old_path);
    GP_TRY(find_near_path(git, path, &near_one));
    if (near_one)
        return gp_refuse_version(git, "it was not there yet; there was '{}'",
                                 "het was er toen niet; er was wel '{}'", near_one);
    return gp_refuse_version(
        git, "it was not there at that revision; `git log --all -- PATH` says when it came",
        "het was er niet bij die revisie; `git log --all -- PAD` zegt wanneer het kwam", NULL);
}
