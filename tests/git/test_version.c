/* SPDX-License-Identifier: MIT
 * A version of files at a revision, as --git asks for it, in a real repository. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static int make_history(void **state)
{
    char command[128], *folder = strdup("/tmp/groeipad-git-XXXXXX");
    if (!folder || !mkdtemp(folder)) return -1;
    *state = folder;
    setenv("HOME", folder, 1);
    setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    snprintf(command, sizeof command, "sh tests/git/history.sh %s", folder);
    return system(command);
}

static int remove_history(void **state)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", (const char *)*state);
    int failed = system(command);
    free(*state);
    return failed;
}

/* In a folder: the files of a name at a revision, with blanks between, or why there are none. */
typedef struct version_case {
    const char *folder, *revision, *name;
    gp_status status;
    const char *wanted;
} version_case;

static const version_case cases[] = {
    {"main", "v1", "here.json", GP_OK, "v1:here.json"},
    {"main/deep", "v1", "here.json", GP_OK, "v1:deep/here.json"},
    {"main/deep", "v1", "../here.json", GP_OK, "v1:here.json"},
    {".", "v1", "main/deep/here.json", GP_OK, "v1:deep/here.json"},
    {"main", "v1", "plan/portfolio.json", GP_OK, "v1:plans/portfolio.json was"},
    {"main/plan", "main~1", "portfolio.json", GP_OK, "main~1:plans/portfolio.json was"},
    {"main", "v1", "sheets", GP_OK, "v1:lists/capabilities.csv was v1:lists/interventions.csv was"},
    {"main/sheets", "v1", ".", GP_OK,
     "v1:lists/capabilities.csv was v1:lists/interventions.csv was"},
    {"main", "HEAD", "sheets/", GP_OK,
     "HEAD:sheets/capabilities.csv HEAD:sheets/interventions.csv"},
    {"main", "v1", "link.json", GP_OK, "v1:plans/portfolio.json"},
    {"main", "HEAD", "v1:here.json", GP_OK, "v1:here.json"},
    {"main", "HEAD", "./-dash.json", GP_OK, "HEAD:-dash.json"},
    {"main", "HEAD", "-dash.json", GP_OK, "HEAD:-dash.json"},
    {"main", "v1", "lists/capabilities.csv", GP_OK, "v1:lists/capabilities.csv"}, /* gone since */
    {"main", NULL, "sheets", GP_OK, "sheets/capabilities.csv sheets/interventions.csv"},
    {"main", NULL, "deep/here.json", GP_OK, "deep/here.json"},
    {"main", "HEAD", "new.json", GP_IO,
     "cannot read 'new.json': it was not there at that revision; `git log --all -- PATH` says when "
     "it came"},
    {"main", "HEAD", "portfolio.json", GP_IO,
     "cannot read 'portfolio.json': it was not there yet; there was 'plan/portfolio.json'"},
    {"main", "HEAD", "large.json", GP_IO,
     "cannot read 'HEAD:large.json': git has only a pointer to it (Git LFS); check that revision "
     "out beside this one (`git worktree add`) and name the file there"},
    {"main", "v1", "module", GP_IO,
     "cannot read 'module': it is a submodule, a repository of its own: ask in there"},
    {"main", "HEAD", "lists", GP_IO,
     "cannot read 'lists': it was not there at that revision; `git log --all -- PATH` says when it "
     "came"},
    {"conflict", "HEAD", "plan/portfolio.json", GP_IO,
     "cannot read 'plan/portfolio.json': it has conflicts; settle them, then `git add` it"},
    {"conflict", "HEAD", "here.json", GP_OK, "HEAD:here.json"},
    {".", "HEAD", "large.json", GP_IO,
     "cannot read 'large.json': its folder is in no git repository"},
    {"main", "mian", "here.json", GP_WRONG_OPTION,
     "--git is 'mian': git knows no such revision here; did you mean 'main'?"},
    {"main", "", "here.json", GP_WRONG_OPTION,
     "--git is '': git knows no such revision here; `git log --oneline` lists them"},
    {"main", "--all", "here.json", GP_WRONG_OPTION,
     "--git is '--all': git knows no such revision here; `git log --oneline` lists them"},
    {"shallow", "v1", "here.json", GP_WRONG_OPTION,
     "--git is 'v1': this clone is shallow and does not have it; `git fetch --unshallow` brings "
     "the rest (in GitHub Actions: actions/checkout with fetch-depth: 0)"},
};

static void tell(const version_case *c, gp_job *job, const gp_version_files *found, char *out,
                 size_t size)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    size_t length = 0;
    out[0] = '\0';
    if (c->status != GP_OK && count) gp_finding_message(findings, GP_ENGLISH, out, size);
    for (size_t i = 0; c->status == GP_OK && i < found->count; i++)
        length += (size_t)snprintf(out + length, size - length, "%s%s%s", i ? " " : "",
                                   found->files[i].name, found->files[i].old_path ? " was" : "");
}

static void versions_are_found(void **state)
{
    char here[4096], folder[4096], got[1024];
    assert_non_null(getcwd(here, sizeof here));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const version_case *c = &cases[i];
        const gp_asked_version asked = {&c->name, 1, c->revision, true};
        const gp_version_files *found = NULL;
        gp_job *job = gp_job_new();
        snprintf(folder, sizeof folder, "%s/%s", (const char *)*state, c->folder);
        assert_int_equal(chdir(folder), 0);
        gp_status status = gp_find_version(job, &asked, &found);
        assert_int_equal(chdir(here), 0);
        if (status == c->status) tell(c, job, found, got, sizeof got);
        if (status != c->status || strcmp(got, c->wanted) != 0)
            fail_msg("%s %s: %d '%s', wanted %d '%s'", c->revision, c->name, (int)status,
                     status == c->status ? got : "", (int)c->status, c->wanted);
        gp_job_free(job);
    }
}

/* Everything that one run can tell is told. */
static void every_name_is_looked_for(void **state)
{
    char here[4096];
    const char *names[] = {"no-1.json", "here.json", "no-2.json"};
    const gp_asked_version asked = {names, 3, "HEAD", false};
    const gp_version_files *found;
    uint32_t count;
    gp_job *job = gp_job_new();
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(*state), 0);
    assert_int_equal(chdir("main"), 0);
    assert_int_equal(gp_find_version(job, &asked, &found), GP_IO);
    assert_int_equal(chdir(here), 0);
    gp_findings(job, &count);
    assert_int_equal(count, 2);
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions_are_found),
        cmocka_unit_test(every_name_is_looked_for),
    };
    return cmocka_run_group_tests(tests, make_history, remove_history);
}
