/* SPDX-License-Identifier: MIT
 * Files: read as a whole or not, written as a whole or not at all, and shown line by line. */
#define _XOPEN_SOURCE 700 /* symlink, mkdtemp */
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of its own for each test; in it, `name`. */
typedef struct place {
    char folder[64], file[128], other[128];
    gp_job *job;
} place;

static int open_place(void **state)
{
    place *p = calloc(1, sizeof *p);
    if (!p) return 1;
    strcpy(p->folder, "groeipad-test-XXXXXX");
    if (!mkdtemp(p->folder)) return 1;
    snprintf(p->file, sizeof p->file, "%s/file", p->folder);
    snprintf(p->other, sizeof p->other, "%s/other", p->folder);
    p->job = gp_job_new();
    *state = p;
    return 0;
}

static int close_place(void **state)
{
    place *p = *state;
    gp_job_free(p->job);
    chmod(p->folder, 0700);
    unlink(p->file);
    unlink(p->other);
    int result = rmdir(p->folder); /* also: no temporary file was left behind */
    free(p);
    return result;
}

/* A KILL leaves files behind: however many, they are in nobody's way and stay as they are. */
static void leftovers_block_nothing(void **state)
{
    place *p = *state;
    char name[192];
    FILE *left;
    for (int i = 0; i < 150; i++) {
        snprintf(name, sizeof name, "%s/.file.%d.tmp", p->folder, i);
        assert_non_null(left = fopen(name, "wb"));
        fclose(left);
    }
    const gp_named_bytes files[] = {{p->file, "one", 3}, {p->other, "two", 3}};
    for (int again = 0; again < 2; again++) {
        snprintf(name, sizeof name, "%s/.file.150.tmp.%d.old", p->folder, again);
        assert_non_null(left = fopen(name, "wb"));
        fclose(left);
        assert_int_equal(gp_write_files(p->job, files, 2), GP_OK);
        assert_int_equal(gp_write_file(p->job, p->file, "one", 3), GP_OK);
    }
    for (int again = 0; again < 2; again++) {
        snprintf(name, sizeof name, "%s/.file.150.tmp.%d.old", p->folder, again);
        assert_int_equal(unlink(name), 0);
    }
    for (int i = 0; i < 150; i++) {
        snprintf(name, sizeof name, "%s/.file.%d.tmp", p->folder, i);
        assert_int_equal(unlink(name), 0);
    }
}

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    fclose(file);
}

static void assert_holds(const char *path, const char *expected)
{
    char text[256] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(text, expected);
}

static const gp_finding *only_finding(gp_job *job)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 1);
    return findings;
}

/* ---- writing ---- */

static void a_new_file_gets_the_usual_permissions(void **state)
{
    place *p = *state;
    struct stat facts;
    mode_t mask = umask(027);
    assert_int_equal(gp_write_file(p->job, p->file, "text", 4), GP_OK);
    umask(mask);
    assert_holds(p->file, "text");
    assert_int_equal(stat(p->file, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0640);
}

static void an_old_file_is_replaced_and_keeps_its_permissions(void **state)
{
    place *p = *state;
    struct stat before, after;
    put(p->file, "a longer text that was there before");
    assert_int_equal(chmod(p->file, 0604), 0);
    assert_int_equal(stat(p->file, &before), 0);
    assert_int_equal(gp_write_file(p->job, p->file, "new", 3), GP_OK);
    assert_holds(p->file, "new");
    assert_int_equal(stat(p->file, &after), 0);
    assert_int_equal(after.st_mode & 0777, 0604);
    assert_true(before.st_ino != after.st_ino); /* replaced, not overwritten */
}

static void a_link_keeps_pointing_at_its_target(void **state)
{
    place *p = *state;
    struct stat facts;
    put(p->other, "old");
    assert_int_equal(symlink("other", p->file), 0);
    assert_int_equal(gp_write_file(p->job, p->file, "new", 3), GP_OK);
    assert_int_equal(lstat(p->file, &facts), 0);
    assert_true(S_ISLNK(facts.st_mode));
    assert_holds(p->other, "new");
}

static void what_cannot_be_written_is_reported(void **state)
{
    place *p = *state;
    char deep[160];
    snprintf(deep, sizeof deep, "%s/none/file", p->folder);
    const char *const paths[] = {deep, p->folder, "-", ""};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        gp_job *job = gp_job_new();
        assert_int_equal(gp_write_file(job, paths[i], "text", 4), GP_IO);
        const gp_finding *finding = only_finding(job);
        assert_int_equal(finding->code, 802);
        assert_string_equal(finding->subject, paths[i]);
        gp_job_free(job);
    }
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    place *p = *state;
    if (access("/dev/full", W_OK) != 0) skip();
    assert_int_equal(gp_write_file(p->job, "/dev/full", "text", 4), GP_IO);
    assert_int_equal(only_finding(p->job)->code, 802);
}

static void *read_pipe(void *path)
{
    FILE *file = fopen(path, "rb");
    char *text = calloc(1, 64);
    if (file && text && fread(text, 1, 63, file) == 0) text[0] = '\0';
    if (file) fclose(file);
    return text;
}

static void a_pipe_gets_the_bytes_and_stays(void **state)
{
    place *p = *state;
    pthread_t reader;
    void *text;
    struct stat facts;
    assert_int_equal(mkfifo(p->file, 0600), 0);
    assert_int_equal(pthread_create(&reader, NULL, read_pipe, p->file), 0);
    assert_int_equal(gp_write_file(p->job, p->file, "through", 7), GP_OK);
    pthread_join(reader, &text);
    assert_string_equal(text, "through");
    free(text);
    assert_int_equal(lstat(p->file, &facts), 0);
    assert_true(S_ISFIFO(facts.st_mode));
}

/* ---- reading ---- */

static gp_status read_one(gp_job *job, const char *name)
{
    const gp_portfolio *portfolio;
    return gp_read_files(job, &name, 1, NULL, &portfolio);
}

static void what_cannot_be_read_is_reported(void **state)
{
    place *p = *state;
    const char *const names[] = {p->file, p->folder};
    for (size_t i = 0; i < 2; i++) {
        gp_job *job = gp_job_new();
        assert_int_equal(read_one(job, names[i]), GP_IO);
        const gp_finding *finding = only_finding(job);
        assert_int_equal(finding->code, 801);
        assert_string_equal(finding->subject, names[i]);
        gp_job_free(job);
    }
}

static void an_unreadable_file_does_not_hide_errors_in_others(void **state)
{
    place *p = *state;
    const gp_portfolio *portfolio;
    uint32_t count;
    put(p->other, "{\"status_date\":\"2022-06-13\",\"cycle\":1}");
    const char *const names[] = {p->file, p->other};
    assert_int_equal(gp_read_files(p->job, names, 2, NULL, &portfolio), GP_IO);
    gp_findings(p->job, &count);
    assert_int_equal(count, 2);
}

static void a_file_over_the_limit_is_refused_unread(void **state)
{
    place *p = *state;
    put(p->file, "{");
    if (truncate(p->file, (off_t)GP_SOURCE_SIZE_MAX + 1) != 0) skip(); /* a hole, no bytes */
    assert_int_equal(read_one(p->job, p->file), GP_IO);
    assert_int_equal(only_finding(p->job)->code, 801);
}

static void more_files_than_sources_are_refused(void **state)
{
    place *p = *state;
    const char *names[GP_SOURCES_MAX + 1];
    const gp_portfolio *portfolio;
    put(p->file, "{\"status_date\":\"2022-06-13\"}");
    for (size_t i = 0; i <= GP_SOURCES_MAX; i++) names[i] = p->file;
    assert_int_equal(gp_read_files(p->job, names, GP_SOURCES_MAX + 1, NULL, &portfolio), GP_IO);
    assert_int_equal(only_finding(p->job)->code, 801);
}

/* ---- showing a line ---- */

typedef struct excerpt_row {
    unsigned line, column;
    size_t width;
    const char *expected; /* NULL: none to be had */
    size_t caret;
} excerpt_row;

static const char shown_text[] = "\xEF\xBB\xBF{\"status_date\":\n"
                                 "\t\"caf\xC3\xA9\", \xF0\x9F\x98\x80 x\r\n"
                                 "\n"
                                 "0123456789012345678901234567890123456789";

static const excerpt_row excerpt_rows[] = {
    {1, 2, 40, "{\"status_date\":", 1},
    {2, 2, 40, " \"caf\xC3\xA9\", \xF0\x9F\x98\x80 x", 1},
    {2, 10, 40, " \"caf\xC3\xA9\", \xF0\x9F\x98\x80 x", 9},
    {2, 99, 40, "", 0}, /* there is no such column */
    {3, 1, 40, "", 0},
    {4, 1, 10, "0123456789", 0},
    {4, 30, 10, "4567890123", 5},
    {4, 41, 10, "56789", 5},
    {4, 5, 10, "0123456789", 4}, /* back again */
    {1, 1, 4, "{\"st", 0},
    {5, 1, 10, NULL, 0},
    {0, 0, 10, NULL, 0},
    {1, 1, 0, NULL, 0},
};

static bool has_line(gp_job *job, gp_place at, size_t width, const char **line, size_t *column)
{
    assert_int_equal(gp_source_excerpt(job, at, width, line, column), GP_OK);
    return *line != NULL;
}

static void check_excerpts(gp_job *job)
{
    for (size_t i = 0; i < sizeof excerpt_rows / sizeof *excerpt_rows; i++) {
        const excerpt_row *row = &excerpt_rows[i];
        const char *line = NULL;
        size_t column;
        gp_place at = {.line = row->line & 0xFFFF, .column = row->column & 0xFFFF};
        assert_int_equal(gp_source_excerpt(job, at, row->width, &line, &column), GP_OK);
        bool is_had = line != NULL;
        if (is_had != (row->expected != NULL)) fail_msg("row %zu: %d", i, is_had);
        if (!is_had) continue;
        if (strcmp(line, row->expected) != 0) fail_msg("row %zu: '%s'", i, line);
        if (column != row->caret) fail_msg("row %zu: caret at %zu", i, column);
    }
}

static void lines_of_a_file_are_read_again(void **state)
{
    place *p = *state;
    put(p->file, shown_text);
    assert_int_equal(read_one(p->job, p->file), GP_INVALID);
    check_excerpts(p->job);
}

static void lines_of_a_text_are_kept(void **state)
{
    place *p = *state;
    const gp_portfolio *portfolio;
    char *text = strdup(shown_text);
    assert_non_null(text);
    gp_status status = gp_read_text(p->job, "t", text, strlen(text), NULL, &portfolio);
    free(text);
    assert_int_equal(status, GP_INVALID);
    check_excerpts(p->job);
}

static void a_changed_file_is_not_shown(void **state)
{
    place *p = *state;
    const char *line;
    size_t column;
    put(p->file, "{}");
    assert_int_equal(read_one(p->job, p->file), GP_INVALID);
    put(p->file, "another text");
    gp_place at = {.line = 1, .column = 1};
    assert_false(has_line(p->job, at, 10, &line, &column));
}

static void jobs_do_not_see_each_others_lines(void **state)
{
    place *p = *state;
    const char *line;
    size_t column;
    gp_place at = {.line = 1, .column = 1};
    gp_job *other = gp_job_new();
    const gp_portfolio *portfolio;
    assert_int_equal(gp_read_text(p->job, "t", "mine", 4, NULL, &portfolio), GP_INVALID);
    assert_false(has_line(other, at, 10, &line, &column));
    assert_int_equal(gp_read_text(other, "t", "theirs", 6, NULL, &portfolio), GP_INVALID);
    assert_true(has_line(p->job, at, 10, &line, &column));
    assert_string_equal(line, "mine");
    gp_job_free(other);
    assert_true(has_line(p->job, at, 10, &line, &column));
}

/* One line with many places in it: a walk from the start for each would take minutes. */
static void many_places_in_one_line_cost_one_walk(void **state)
{
    place *p = *state;
    enum { SIZE = 20000000, STEP = 200 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    memset(text, 'x', SIZE);
    FILE *file = fopen(p->file, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, SIZE, file), SIZE);
    fclose(file);
    free(text);
    assert_int_equal(read_one(p->job, p->file), GP_INVALID);
    for (uint32_t column = 1; column < SIZE; column += STEP) {
        const char *line;
        size_t caret;
        gp_place at = {.line = 1, .column = column & 0x1FFFFFFF};
        assert_true(has_line(p->job, at, 80, &line, &caret));
        assert_int_equal(strlen(line), SIZE - column < 40 ? 40 + (SIZE - column) : 80);
    }
}

#define ROW(test) cmocka_unit_test_setup_teardown(test, open_place, close_place)

static void several_files_are_written_all(void **state)
{
    place *p = *state;
    put(p->file, "old");
    const gp_named_bytes files[] = {{p->file, "one", 3}, {p->other, "two", 3}};
    assert_int_equal(gp_write_files(p->job, files, 2), GP_OK);
    assert_holds(p->file, "one");
    assert_holds(p->other, "two");
}

/* The second cannot be written: seen before the first is touched, or while it is put there. */
static void several_files_are_written_all_or_none(void **state)
{
    place *p = *state;
    char nowhere[160];
    snprintf(nowhere, sizeof nowhere, "%s/none/file", p->folder);
    put(p->file, "old");
    const gp_named_bytes files[] = {
        {p->file, "one", 3}, {p->other, "two", 3}, {nowhere, "three", 5}};
    assert_int_equal(gp_write_files(p->job, files, 3), GP_IO);
    assert_int_equal(only_finding(p->job)->code, 802);
    assert_holds(p->file, "old");
    assert_int_equal(access(p->other, F_OK), -1);
}

/* A device that is full takes nothing: what was in place already is taken back. */
/* Nobody reads it: waiting for that would never end. */
static void a_pipe_is_no_file_of_a_set(void **state)
{
    place *p = *state;
    uint32_t count;
    const gp_named_bytes files[] = {{p->file, "one", 3}, {p->other, "two", 3}};
    assert_int_equal(mkfifo(p->other, 0600), 0);
    alarm(5);
    assert_int_equal(gp_write_files(p->job, files, 2), GP_IO);
    alarm(0);
    assert_int_equal(gp_findings(p->job, &count)[0].code, 802);
    assert_int_equal(access(p->file, F_OK), -1);
}

/* Through the link one of the two would go over the other. */
static void a_link_to_another_of_the_set_is_refused(void **state)
{
    place *p = *state;
    const gp_named_bytes files[] = {{p->file, "one", 3}, {p->other, "two", 3}};
    put(p->other, "old");
    assert_int_equal(symlink("other", p->file), 0);
    assert_int_equal(gp_write_files(p->job, files, 2), GP_IO);
    assert_holds(p->other, "old");
}

static void what_is_in_place_is_taken_back(void **state)
{
    place *p = *state;
    if (access("/dev/full", W_OK) != 0) skip();
    put(p->file, "old");
    const gp_named_bytes files[] = {
        {p->file, "one", 3}, {p->other, "two", 3}, {"/dev/full", "three", 5}};
    assert_int_equal(gp_write_files(p->job, files, 3), GP_IO);
    assert_holds(p->file, "old");
    assert_int_equal(access(p->other, F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROW(leftovers_block_nothing),
        ROW(a_new_file_gets_the_usual_permissions),
        ROW(an_old_file_is_replaced_and_keeps_its_permissions),
        ROW(a_link_keeps_pointing_at_its_target),
        ROW(what_cannot_be_written_is_reported),
        ROW(a_full_disk_leaves_the_old_file),
        ROW(a_pipe_gets_the_bytes_and_stays),
        ROW(several_files_are_written_all),
        ROW(several_files_are_written_all_or_none),
        ROW(a_pipe_is_no_file_of_a_set),
        ROW(a_link_to_another_of_the_set_is_refused),
        ROW(what_is_in_place_is_taken_back),
        ROW(what_cannot_be_read_is_reported),
        ROW(an_unreadable_file_does_not_hide_errors_in_others),
        ROW(a_file_over_the_limit_is_refused_unread),
        ROW(more_files_than_sources_are_refused),
        ROW(lines_of_a_file_are_read_again),
        ROW(lines_of_a_text_are_kept),
        ROW(a_changed_file_is_not_shown),
        ROW(jobs_do_not_see_each_others_lines),
        ROW(many_places_in_one_line_cost_one_walk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
