/* SPDX-License-Identifier: MIT
 * Why a version cannot be read, in words that say what to do. */
#include "io/git/git_find.h"

#include <string.h>

#define LIST_SIZE ((size_t)4 << 20) /* bytes of names among which the nearest is looked for */

/* A pattern with the text in its place. What git or a user calls something must not steer a
 * terminal. */
static gp_status fill(gp_job *job, const char *pattern, const char *text, const char **out)
{
    size_t length;
    char piece[256];
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    const char *gap = text ? strstr(pattern, "{}") : NULL;
    gp_add_bytes(buffer, pattern, gap ? (size_t)(gap - pattern) : strlen(pattern));
    for (size_t at = 0, size = gap ? strlen(text) : 0; at < size;) {
        at += gp_show_text(text + at, size - at, piece, sizeof piece);
        gp_add_text(buffer, piece);
    }
    if (gap) gp_add_text(buffer, gap + 2);
    return gp_finish_buffer(buffer, out, &length);
}

static gp_status fill_both(gp_job *job, const char *english, const char *dutch, const char *text,
                           gp_argument *out)
{
    *out = (gp_argument){.kind = GP_ARGUMENT_WORDS};
    GP_TRY(fill(job, english, text, &out->words.in[GP_ENGLISH]));
    return fill(job, dutch, text, &out->words.in[GP_DUTCH]);
}

gp_status gp_refuse_version(const gp_git *git, const char *english, const char *dutch,
                            const char *text)
{
    gp_argument problem;
    GP_TRY(fill_both(git->job, english, dutch, text, &problem));
    return gp_fail(git->job, GP_IO,
                   &(gp_finding){.code = 801, .subject = git->asked, .arguments = {problem}});
}

gp_status gp_refuse_revision(const gp_git *git, const char *english, const char *dutch,
                             const char *text)
{
    gp_argument problem;
    if (!git->is_option) return gp_refuse_version(git, english, dutch, text);
    GP_TRY(fill_both(git->job, english, dutch, text, &problem));
    return gp_fail(
        git->job, GP_WRONG_OPTION,
        &(gp_finding){.code = 806, .arguments = {GP_TEXT("git"), GP_TEXT(git->revision), problem}});
}

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
    GP_TRY(gp_run_git(git->job, git->folder, asked, LIST_SIZE, &answer));
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
