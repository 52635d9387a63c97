/* SPDX-License-Identifier: MIT
 * Files as they were committed: each name becomes a file of bytes, a folder all that is in it. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "groeipad/io.h"
#include "io/git/folder_files.h"
#include "io/git/git_find.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#define LINKS_MAX 8

/* What is under construction. */
typedef struct finding_files {
    gp_job *job;
    const char *revision; /* of --git, or NULL */
    gp_array *files;      /* gp_version_file */
} finding_files;

static gp_status join(gp_job *job, const char *first, const char *between, const char *second,
                      const char **out)
{
    size_t length;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    gp_add_text(buffer, first);
    gp_add_text(buffer, between);
    gp_add_text(buffer, second);
    return gp_finish_buffer(buffer, out, &length);
}

/* ---- names ---- */

/* Where the revision of "REV:path" ends, which is not within "@{...}" or "^{...}"; NULL: the name
 * has no such form. */
static const char *find_colon(const char *name)
{
    int depth = 0;
    for (const char *at = name; *at; at++) {
        depth += (*at == '{') - (*at == '}');
        if (*at == '/' && depth == 0 && (name[0] == '.' || name[0] == '/')) return NULL;
        if (*at == ':' && depth <= 0) return at > name && at[1] ? at : NULL;
    }
    return NULL;
}

bool gp_is_version_name(const char *name)
{
    struct stat facts;
    return strcmp(name, "-") != 0 && find_colon(name) && stat(name, &facts) != 0;
}

/* ---- bytes ---- */

static gp_status take_bytes(const gp_git *git, const gp_git_entry *entry, gp_git_answer *out)
{
    static const char pointer[] = "version https://git-lfs.github.com/spec/";
    const char *const asked[] = {"cat-file", "blob", entry->hash, NULL};
    GP_TRY(gp_ask_git(git, asked, GP_SOURCE_SIZE_MAX, out));
    if (out->is_cut) return gp_refuse_version(git, "it is too large", "het is te groot", NULL);
    if (out->code != 0)
        return gp_refuse_version(git,
                                 "this clone does not have its content (a partial clone?); `git "
                                 "cat-file blob {}` brings it",
                                 "deze kloon heeft de inhoud niet (een gedeeltelijke kloon?); `git "
                                 "cat-file blob {}` haalt die",
                                 entry->hash);
    if (strncmp(out->text, pointer, sizeof pointer - 1) == 0)
        return gp_refuse_version(
            git,
            "git has only a pointer to it (Git LFS); check that revision out "
            "beside this one (`git worktree add`) and name the file there",
            "git heeft er alleen een verwijzing naar (Git LFS); zet die revisie "
            "ernaast (`git worktree add`) en noem het bestand daar",
            NULL);
    return GP_OK;
}

static gp_status add_file(const finding_files *f, const gp_git *git, const gp_git_entry *entry,
                          const char *old_path)
{
    gp_version_file file = {.is_committed = true, .old_path = old_path};
    gp_git_answer bytes;
    gp_git named = *git;
    GP_TRY(join(f->job, git->revision, ":", entry->path, &file.name));
    named.asked = file.name;
    GP_TRY(take_bytes(&named, entry, &bytes));
    file.bytes = bytes.text;
    file.size = bytes.size;
    return gp_push(f->job, f->files, &file, 1) ? GP_OK : gp_no_memory(f->job);
}

static gp_status add_folder(const finding_files *f, const gp_git *git, const char *path,
                            bool is_from_root, const char *old_path)
{
    const gp_git_entry *entries;
    size_t count, before = f->files->count;
    GP_TRY(gp_list_path(git, path, is_from_root, true, &entries, &count));
    for (size_t i = 0; i < count; i++)
        if (entries[i].kind == GP_GIT_FILE && gp_is_folder_part(entries[i].path))
            GP_TRY(add_file(f, git, &entries[i], old_path));
    if (f->files->count > before) return GP_OK;
    return gp_refuse_version(git, "there was no file in it in a format that is read",
                             "er stond geen bestand in in een formaat dat gelezen wordt", NULL);
}

/* Follows a symbolic link, which git keeps as the path that it leads to. */
static gp_status follow(const gp_git *git, const gp_git_entry *link, const gp_git_entry **out,
                        size_t *count)
{
    const char *const asked[] = {"cat-file", "blob", link->hash, NULL};
    const char *slash = strrchr(link->path, '/'), *path;
    gp_git_answer target;
    GP_TRY(gp_ask_git(git, asked, 4096, &target));
    const char *folder =
        gp_copy_text(git->job, link->path, slash ? (size_t)(slash - link->path) : 0);
    if (!folder) return gp_no_memory(git->job);
    GP_TRY(join(git->job, folder, slash ? "/" : "", target.text, &path));
    return gp_list_path(git, path, true, false, out, count);
}

/* Everything that an entry is: a file, what is in a folder, what a link leads to. */
static gp_status add_entry(const finding_files *f, const gp_git *git, const gp_git_entry *entry,
                           const char *old_path)
{
    size_t count = 1;
    for (int links = 0; count && entry->kind == GP_GIT_LINK && links < LINKS_MAX; links++)
        GP_TRY(follow(git, entry, &entry, &count));
    if (count == 0 || entry->kind == GP_GIT_LINK)
        return gp_refuse_version(git, "it was a symbolic link that leads nowhere",
                                 "het was een symbolische koppeling die nergens heen leidt", NULL);
    if (entry->kind == GP_GIT_MODULE)
        return gp_refuse_version(git, "it is a submodule, a repository of its own: ask in there",
                                 "het is een submodule, een repository van zichzelf: vraag het "
                                 "daarbinnen",
                                 NULL);
    if (entry->kind == GP_GIT_FOLDER) return add_folder(f, git, entry->path, true, old_path);
    return add_file(f, git, entry, old_path);
}

/* ---- REV:path ---- */

static bool is_from_here(const char *path)
{
    return path[0] == '/' || strncmp(path, "./", 2) == 0 || strncmp(path, "../", 3) == 0 ||
           strcmp(path, ".") == 0 || strcmp(path, "..") == 0;
}

static bool is_folder_itself(const char *path)
{
    return path[strspn(path, "./")] == '\0';
}

static gp_status find_operand(const finding_files *f, const char *name)
{
    const gp_git_entry *entries;
    size_t count;
    const char *colon = find_colon(name), *path = colon + 1, *whole, *old_path;
    gp_git git = {.job = f->job, .asked = name};
    git.revision = gp_copy_text(f->job, name, (size_t)(colon - name));
    if (!git.revision) return gp_no_memory(f->job);
    GP_TRY(gp_find_tree(&git));
    if (is_folder_itself(path)) return add_folder(f, &git, path, false, NULL);
    bool is_here = is_from_here(path);
    GP_TRY(gp_list_path(&git, path, !is_here, false, &entries, &count));
    if (count == 0 && !is_here) GP_TRY(gp_list_path(&git, path, false, false, &entries, &count));
    if (count) return add_entry(f, &git, entries, NULL);
    GP_TRY(gp_git_path(&git, path, &whole));
    GP_TRY(gp_find_old_path(&git, whole, &old_path));
    return gp_refuse_path(&git, whole, old_path);
}

/* ---- --git REV FILE ---- */

static bool is_folder(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

/* The folder of a file, or the nearest one around it that is there, and the rest of its path. */
static gp_status split_path(gp_job *job, const char *name, const char **folder, const char **rest)
{
    char *real = realpath(name, NULL);
    if (!real && errno == ENOMEM) return gp_no_memory(job);
    const char *path = gp_copy_text(job, real ? real : name, strlen(real ? real : name));
    free(real);
    if (!path) return gp_no_memory(job);
    if (is_folder(path)) {
        *folder = path;
        *rest = ".";
        return GP_OK;
    }
    size_t size = strlen(path);
    for (;;) {
        while (size && path[size - 1] != '/') size--;
        *folder = size ? gp_copy_text(job, path, size) : ".";
        if (!*folder) return gp_no_memory(job);
        *rest = path + size;
        if (size <= 1 || is_folder(*folder)) return GP_OK;
        size--;
    }
}

/* A file in whose text conflicts are not settled is no version. */
static gp_status refuse_unmerged(const gp_git *git, const char *path)
{
    const char *const asked[] = {"ls-files", "-u", "-z", "--", path, NULL};
    gp_git_answer answer;
    GP_TRY(gp_ask_git(git, asked, GP_GIT_SAID_SIZE, &answer));
    if (answer.code != 0 || answer.size == 0) return GP_OK;
    return gp_refuse_version(git, "it has conflicts; settle them, then `git add` it",
                             "er staan conflicten in; los die op, en doe dan `git add`", NULL);
}

static gp_status find_file(const finding_files *f, const char *name)
{
    const gp_git_entry *entries;
    size_t count;
    const char *path, *whole, *old_path;
    gp_git git = {.job = f->job, .asked = name, .revision = f->revision, .is_option = true};
    GP_TRY(split_path(f->job, name, &git.folder, &path));
    GP_TRY(gp_find_tree(&git));
    GP_TRY(refuse_unmerged(&git, path));
    bool is_itself = is_folder_itself(path);
    GP_TRY(gp_list_path(&git, path, false, is_itself, &entries, &count));
    if (count && is_itself) return add_folder(f, &git, path, false, NULL);
    if (count) return add_entry(f, &git, entries, NULL);
    GP_TRY(gp_git_path(&git, is_itself ? "" : path, &whole));
    size_t size = strlen(whole);
    if (size && whole[size - 1] == '/') whole = gp_copy_text(f->job, whole, size - 1);
    if (!whole) return gp_no_memory(f->job);
    GP_TRY(gp_find_old_path(&git, whole, &old_path));
    if (!old_path) return gp_refuse_path(&git, whole, NULL);
    GP_TRY(gp_list_path(&git, old_path, true, false, &entries, &count));
    return count ? add_entry(f, &git, entries, old_path) : gp_refuse_path(&git, whole, NULL);
}

static gp_status find_name(const finding_files *f, const gp_asked_version *asked, const char *name)
{
    const gp_version_file plain = {.name = name};
    if (gp_is_version_name(name)) return find_operand(f, name);
    if (asked->revision) return find_file(f, name);
    if (asked->takes_folders) return gp_add_folder_files(f->job, f->files, name);
    return gp_push(f->job, f->files, &plain, 1) ? GP_OK : gp_no_memory(f->job);
}

gp_status gp_find_version(gp_job *job, const gp_asked_version *asked, const gp_version_files **out)
{
    gp_version_files *version = GP_NEW(job, gp_version_files, 1);
    gp_array *files = GP_NEW(job, gp_array, 1);
    if (!version || !files) return gp_no_memory(job);
    files->size = sizeof(gp_version_file);
    const finding_files f = {.job = job, .revision = asked->revision, .files = files};
    gp_status worst = GP_OK;
    for (size_t i = 0; i < asked->count; i++) {
        gp_status status = find_name(&f, asked, asked->names[i]);
        if (status != GP_OK && status != GP_IO) return status;
        if (status != GP_OK) worst = status; /* the others may lack something too */
    }
    version->files = files->data;
    version->count = files->count;
    *out = version;
    return worst;
}
