/* SPDX-License-Identifier: MIT
 * Reads inputs, one after the other, into one portfolio. The format is JSON. */
#include "io/groeipad_io.h"
#include "io/json_read.h"

static gp_day status_date_of(const gp_read_options *options)
{
    return options ? options->status_date : GP_NO_DAY;
}

/* Reads what was opened, and closes it: the text is gone before the draft is finished. */
static gp_status read_input(gp_records *records, gp_status opened, gp_input *input)
{
    gp_status status = opened == GP_OK ? gp_read_json(records, input) : opened;
    gp_close_input(input);
    return status;
}

gp_status gp_read_files(gp_job *job, const char *const *names, size_t count,
                        const gp_read_options *options, const gp_portfolio **out)
{
    gp_records *records;
    GP_TRY(gp_start_records(job, status_date_of(options), &records));
    bool is_unreadable = false;
    for (size_t i = 0; i < count; i++) {
        gp_input input;
        gp_status opened = gp_open_input(job, names[i], GP_WINDOW_SIZE, &input);
        gp_status status = read_input(records, opened, &input);
        if (status != GP_OK && status != GP_IO) return status;
        is_unreadable = is_unreadable || status == GP_IO; /* the others have errors too */
    }
    if (is_unreadable) return GP_IO;
    return gp_finish_records(records, out);
}

gp_status gp_read_text(gp_job *job, const char *name, const char *text, size_t size,
                       const gp_read_options *options, const gp_portfolio **out)
{
    gp_records *records;
    gp_input input;
    GP_TRY(gp_start_records(job, status_date_of(options), &records));
    gp_status opened = gp_open_text(job, name, text, size, GP_WINDOW_SIZE, &input);
    GP_TRY(read_input(records, opened, &input));
    return gp_finish_records(records, out);
}
