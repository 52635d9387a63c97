/* SPDX-License-Identifier: MIT
 * Questions to git about one revision, and the answers as it gives them to programs: with NUL after
 * each path, so that any name is a name. */
#include "io/git/git_find.h"

#include <string.h>

#define LIST_SIZE ((size_t)64 << 20) /* bytes of names that are looked through */

gp_status gp_ask_git(const gp_git *git, const char *const *arguments, size_t bound,
                     gp_git_answer *out)
{
    GP_TRY(gp_run_git(git->job, git->folder, arguments, bound, out));
    if (out->problem) return gp_refuse_start(git, out->problem);
    if (out->code >= 0 || out->is_cut) return GP_OK;
    return gp_refuse_version(git, "git was ended before it had said all",
                             "git werd beëindigd voordat het alles gezegd had", NULL);
}

/* ---- the revision ---- */

/* "a94a8f...\n" */
static bool take_hash(const gp_git_answer *answer, char out[GP_GIT_HASH_SIZE])
{
    size_t size = strspn(answer->text, "0123456789abcdef");
    if (answer->code != 0 || size < 40 || size >= GP_GIT_HASH_SIZE || answer->text[size] != '\n')
        return false;
    memcpy(out, answer->text, size);
    out[size] = '\0';
    return true;
}

static gp_status join(gp_job *job, const char *first, const char *second, const char **out)
{
    size_t length;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    gp_add_text(buffer, first);
    gp_add_text(buffer, second);
    return gp_finish_buffer(buffer, out, &length);
}

static gp_status refuse_repository(const gp_git *git, const gp_git_answer *answer)
{
    if (strstr(answer->said, "dubious ownership"))
        return gp_refuse_version(
            git,
            "the repository belongs to another user, so git does not read it; `git config --global "
            "--add safe.directory FOLDER` says that it may",
            "de repository is van een andere gebruiker, dus git leest die niet; `git config "
            "--global --add safe.directory MAP` zegt dat het mag",
            NULL);
    return gp_refuse_version(
        git,
        git->is_option ? "its folder is in no git repository"
                       : "there is no such file, nor is this folder in a git repository",
        git->is_option ? "de map ervan staat in geen git-repository"
                       : "zo'n bestand is er niet, en deze map staat in geen git-repository",
        NULL);
}

/* The branch or tag that is meant, perhaps: another clone's of that name, or the nearest. */
static gp_status find_near_revision(const gp_git *git, const char **out)
{
    static const char *const asked[] = {"for-each-ref", "--format=%(refname:short)",
                                        "refs/heads",   "refs/tags",
                                        "refs/remotes", NULL};
    gp_git_answer answer;
    gp_array *names = GP_NEW(git->job, gp_array, 1);
    if (!names) return gp_no_memory(git->job);
    names->size = sizeof(const char *);
    GP_TRY(gp_ask_git(git, asked, LIST_SIZE, &answer));
    *out = NULL;
    size_t length = strlen(git->revision);
    for (const char *line = answer.text, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        const char *name = gp_copy_text(git->job, line, (size_t)(end - line));
        if (!name || !gp_push(git->job, names, &name, 1)) return gp_no_memory(git->job);
        size_t size = strlen(name);
        bool ends_so = size > length && name[size - length - 1] == '/' &&
                       strcmp(name + size - length, git->revision) == 0;
        if (ends_so && !*out) *out = name;
    }
    if (!*out && names->count) *out = gp_nearest_text(git->revision, names->data, names->count);
    return GP_OK;
}

static gp_status refuse_revision(const gp_git *git)
{
    static const char *const is_shallow[] = {"rev-parse", "--is-shallow-repository", NULL};
    const char *near_one;
    gp_git_answer answer;
    GP_TRY(gp_ask_git(git, is_shallow, GP_GIT_SAID_SIZE, &answer));
    GP_TRY(find_near_revision(git, &near_one));
    if (near_one)
        return gp_refuse_revision(git, "git knows no such revision here; did you mean '{}'?",
                                  "git kent hier geen revisie die zo heet; bedoelt u '{}'?",
                                  near_one);
    if (strncmp(answer.text, "true", 4) == 0)
        return gp_refuse_revision(
            git,
            "this clone is shallow and does not have it; `git fetch --unshallow` brings the rest "
            "(in GitHub Actions: actions/checkout with fetch-depth: 0)",
            "deze kloon is ondiep en heeft die revisie niet; `git fetch --unshallow` haalt de rest "
            "(in GitHub Actions: actions/checkout met fetch-depth: 0)",
            NULL);
    return gp_refuse_revision(
        git, "git knows no such revision here; `git log --oneline` lists them",
        "git kent hier geen revisie die zo heet; `git log --oneline` noemt ze", NULL);
}

gp_status gp_find_tree(gp_git *git)
{
    static const char *const where[] = {"rev-parse", "--git-dir", NULL};
    const char *tree;
    gp_git_answer answer;
    GP_TRY(join(git->job, git->revision, "^{tree}", &tree));
    const char *const asked[] = {"rev-parse",        "--verify", "--quiet",
                                 "--end-of-options", tree,       NULL};
    GP_TRY(gp_ask_git(git, asked, GP_GIT_SAID_SIZE, &answer));
    if (take_hash(&answer, git->tree)) return GP_OK;
    GP_TRY(gp_ask_git(git, where, GP_GIT_SAID_SIZE, &answer));
    return answer.code != 0 ? refuse_repository(git, &answer) : refuse_revision(git);
}

/* ---- a path ---- */

static gp_git_kind kind_of(const char *mode)
{
    if (strncmp(mode, "120000", 6) == 0) return GP_GIT_LINK;
    if (strncmp(mode, "160000", 6) == 0) return GP_GIT_MODULE;
    return strncmp(mode, "04", 2) == 0 ? GP_GIT_FOLDER : GP_GIT_FILE;
}

/* "100644 blob HASH\tpath", which lives as long as the answer. */
static bool take_entry(const char *line, gp_git_entry *out)
{
    const char *hash = strchr(line, ' ');
    hash = hash ? strchr(hash + 1, ' ') : NULL;
    const char *tab = hash ? strchr(hash, '\t') : NULL;
    if (!tab || tab - hash > GP_GIT_HASH_SIZE) return false;
    *out = (gp_git_entry){.kind = kind_of(line), .path = tab + 1};
    memcpy(out->hash, hash + 1, (size_t)(tab - hash) - 1);
    return true;
}

gp_status gp_list_path(const gp_git *git, const char *path, bool is_from_root, bool is_inside,
                       const gp_git_entry **out, size_t *count)
{
    gp_git_answer answer;
    gp_array *entries = GP_NEW(git->job, gp_array, 1);
    if (!entries) return gp_no_memory(git->job);
    entries->size = sizeof(gp_git_entry);
    if (is_inside) GP_TRY(join(git->job, path, "/", &path));
    const char *const asked[] = {
        "ls-tree", "-z", is_from_root ? "--full-tree" : "--full-name", git->tree, "--", path, NULL};
    GP_TRY(gp_ask_git(git, asked, LIST_SIZE, &answer));
    if (strstr(answer.said, "outside repo"))
        return gp_refuse_version(git, "it lies outside the git repository of this folder",
                                 "het ligt buiten de git-repository van deze map", NULL);
    const char *end = answer.text + answer.size;
    for (const char *line = answer.text; line < end; line += strlen(line) + 1) {
        gp_git_entry entry;
        if (!take_entry(line, &entry)) continue;
        if (!gp_push(git->job, entries, &entry, 1)) return gp_no_memory(git->job);
    }
    *out = entries->data;
    *count = entries->count;
    return GP_OK;
}

gp_status gp_git_path(const gp_git *git, const char *path, const char **out)
{
    static const char *const asked[] = {"rev-parse", "--show-prefix", NULL};
    gp_git_answer answer;
    GP_TRY(gp_ask_git(git, asked, GP_GIT_SAID_SIZE, &answer));
    size_t size = answer.size && answer.code == 0 ? answer.size - 1 : 0; /* without the line end */
    const char *prefix = gp_copy_text(git->job, answer.text, size);
    if (!prefix) return gp_no_memory(git->job);
    if (strncmp(path, "./", 2) == 0) path += 2;
    return join(git->job, prefix, path, out);
}

/* Where `now` is the path, or a file in the folder that the path is, what the path was then. */
static gp_status match_rename(gp_job *job, const char *path, const char *then, const char *now,
                              const char **out)
{
    size_t size = strlen(path), now_size = strlen(now), then_size = strlen(then);
    if (strncmp(now, path, size) != 0) return GP_OK;
    size_t rest = now_size - size;
    bool is_it = rest == 0 || (now[size] == '/' && rest < then_size &&
                               strcmp(then + then_size - rest, now + size) == 0);
    if (!is_it) return GP_OK;
    *out = gp_copy_text(job, then, then_size - rest);
    return *out ? GP_OK : gp_no_memory(job);
}

gp_status gp_find_old_path(const gp_git *git, const char *path, const char **out)
{
    const char *const asked[] = {"diff-index",
                                 "--cached",
                                 "-z",
                                 "-M",
                                 "--name-status",
                                 "--no-ext-diff",
                                 "--ignore-submodules",
                                 "--no-textconv",
                                 "--diff-filter=R",
                                 git->tree,
                                 "--",
                                 NULL};
    gp_git_answer answer;
    *out = NULL;
    GP_TRY(gp_ask_git(git, asked, LIST_SIZE, &answer));
    const char *end = answer.text + answer.size;
    for (const char *at = answer.text; at < end && !*out;) { /* "R100", then, now */
        const char *then = at + strlen(at) + 1;
        if (then >= end) break;
        const char *now = then + strlen(then) + 1;
        if (now >= end) break;
        GP_TRY(match_rename(git->job, path, then, now, out));
        at = now + strlen(now) + 1;
    }
    return GP_OK;
}
