/* SPDX-License-Identifier: MIT
 * Why a version cannot be read, in words that say what to do. */
#include "groeipad/io.h"
#include "io/git/git_find.h"

#include <errno.h>
#include <string.h>

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

gp_status gp_refuse_start(const gp_git *git, int problem)
{
    static const char *const patterns[] = {"git could not be started: {}",
                                           "git kon niet starten: {}"};
    gp_argument why = {.kind = GP_ARGUMENT_WORDS};
    if (problem == ENOENT)
        return gp_refuse_version(
            git, "git is not there to read it with; install it, or put it on the PATH",
            "git is er niet om het mee te lezen; installeer het, of zet het op het PATH", NULL);
    for (gp_language in = GP_ENGLISH; in <= GP_DUTCH; in++)
        GP_TRY(fill(git->job, patterns[in], gp_system_words(problem, in), &why.words.in[in]));
    return gp_fail(git->job, GP_IO,
                   &(gp_finding){.code = 801, .subject = git->asked, .arguments = {why}});
}
