/* SPDX-License-Identifier: MIT
 * Bytes that come in through a window: a file, a pipe or a text in memory. */
#ifndef GP_INPUT_H
#define GP_INPUT_H

#include "core/job.h"

#define GP_WINDOW_SIZE ((size_t)256 << 10)
#define GP_INPUT_PADDING 16 /* NUL bytes after the window's last byte */
#define GP_AHEAD_MIN ((uint64_t)1 << 20)

/* Brings up to `room` bytes of what another file holds; 0 at its end. Errors: reported. */
typedef gp_status gp_pull(void *object, char *to, size_t room, size_t *count);

typedef struct gp_input {
    gp_job *job;
    uint32_t source;
    int file;         /* -1: from memory */
    const char *text; /* what is left of it in memory */
    size_t text_size;
    char *window;
    size_t size, capacity;
    uint64_t total;     /* bytes that came in so far, or were skipped */
    bool is_last;       /* nothing comes after the window */
    bool is_fresh;      /* the window was filled to look at it: its first filling is done */
    bool has_failed;    /* memory ran out, or the file could not be read: reported */
    gp_array *kept;     /* also collects the bytes; or NULL */
    bool is_part;       /* the file is another input's */
    gp_pull *pull;      /* of a file within another: brings the bytes; or NULL */
    void *pulled;       /* what it is given */
    const char *inner;  /* the name of that file */
    uint64_t file_size; /* of a file that can be read at any place; else 0 */
    uint64_t ahead_min; /* with so many bytes left it may be read in two parts */
    uint64_t skipped;   /* bytes that a part read */
} gp_input;

/* Opens a source of the job by its name ("-": standard input) or, with a text, from memory.
 * `window_size`: what is read at a time. Close it in any case.
 * Errors: GP_IO (reported as GP801), GP_NO_MEMORY. */
gp_status gp_open_input(gp_job *job, const char *name, size_t window_size, gp_input *out);
gp_status gp_open_text(gp_job *job, const char *name, const char *text, size_t size,
                       size_t window_size, gp_input *out);
void gp_close_input(gp_input *input);

/* Drops what is before `keep`, moves the rest to the front of the window and fills it up;
 * the window grows when all of it is kept. Errors: as gp_open_input; sets has_failed. */
gp_status gp_fill_window(gp_input *input, size_t keep);

/* Opens a file within an input, such as an archive: its places are that input's, and what is wrong
 * in it is told with its name. Close it as any other. Errors: GP_NO_MEMORY. */
gp_status gp_open_inner(const gp_input *whole, const char *name, gp_pull *pull, void *object,
                        gp_input *out);

/* Fills the first window for a look at it, before a reader does. Errors: as gp_fill_window. */
gp_status gp_view_start(gp_input *input);

/* ---- a file that can be read at any place ---- */

/* Opens the same file once more, from an offset, for another job and thread. `whole` must stay
 * open; close the part as well. Errors: GP_NO_MEMORY. */
gp_status gp_open_part(gp_job *job, const gp_input *whole, uint64_t offset, gp_input *out);

/* Copies up to `size` bytes from an offset and returns how many; 0 where there are none. */
size_t gp_peek_input(const gp_input *input, uint64_t offset, char *to, size_t size);

/* Drops the window, and goes on from an offset. */
void gp_skip_input(gp_input *input, uint64_t offset);

/* Reads all that is left, for a format whose reader wants it whole: it is then in the window. */
gp_status gp_read_rest(gp_input *input);

/* Reports that a file cannot be read (GP801) or written (GP802) and returns GP_IO. The problem
 * is an errno value. */
gp_status gp_report_file(gp_job *job, uint16_t code, const char *name, int problem);

/* The same of an input (GP801), which is read no further. */
gp_status gp_report_input(gp_input *input, int problem);

#endif
