/* SPDX-License-Identifier: MIT
 * A search for measures, with progress. How long it may take is told by a timer of the system, and
 * only where --seconds asks for it: else the same work is done on every machine. */
#define _XOPEN_SOURCE 700
#include "cli/repair_find.h"
#include "cli/progress.h"
#include "groeipad/filter.h"

#include <stdio.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define LINE_SIZE 200

typedef struct searching {
    cli_progress progress;
    int timer; /* of --seconds; -1: none */
} searching;

static void start(cli_context *context, const cli_repair_args *asked, searching *s)
{
    const struct itimerspec times = {
        .it_value = {.tv_sec = (time_t)(asked->hundredths / 100),
                     .tv_nsec = (long)(asked->hundredths % 100) * 10000000L}};
    cli_begin_progress(context, &s->progress);
    s->timer = -1;
    if (asked->hundredths == 0) return;
    s->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    if (s->timer >= 0) timerfd_settime(s->timer, 0, &times, NULL);
}

static void end(searching *s)
{
    if (s->timer >= 0) close(s->timer);
    cli_end_progress(&s->progress);
}

static bool is_time_over(const searching *s)
{
    uint64_t times;
    return s->timer >= 0 && read(s->timer, &times, sizeof times) > 0;
}

/* A cost as people type it, without zeros at its end. */
static const char *cost_text(double cost, char out[static 32])
{
    snprintf(out, 32, "%.2f", cost);
    for (size_t i = 0; out[i]; i++)
        if (out[i] == '.' && out[i + 1] == '0' && out[i + 2] == '0') out[i] = '\0';
    return out;
}

static void show(searching *s, const gp_repair_state *state)
{
    gp_language language = s->progress.context->language;
    char line[LINE_SIZE], cost[32], bound[32];
    if (state->cost < 0)
        snprintf(line, sizeof line,
                 gp_say(language, "%u dates to make: nothing makes them yet; Ctrl-C stops",
                        "%u datums te halen: nog niets haalt ze; Ctrl-C stopt"),
                 (unsigned)state->late);
    else
        snprintf(line, sizeof line,
                 gp_say(language,
                        "%u dates to make: the best costs %s, none less than %s; Ctrl-C tells the "
                        "best",
                        "%u datums te halen: het beste kost %s, geen minder dan %s; Ctrl-C "
                        "vertelt het beste"),
                 (unsigned)state->late, cost_text(state->cost, cost),
                 cost_text(state->bound, bound));
    cli_show_progress(&s->progress, line);
}

/* A gp_repair_progress. */
static bool tell(void *object, const gp_repair_state *state)
{
    searching *s = object;
    if (cli_wants_to_stop() || is_time_over(s)) return false;
    if (cli_is_progress_due(&s->progress)) show(s, state);
    return true;
}

/* Says that it was cut off by somebody: in every format, as the answer may be piped on. */
static void tell_stopped(const cli_context *context, const gp_repair *repair)
{
    if (!repair->is_stopped || context->common->is_quiet || !cli_wants_to_stop()) return;
    cli_say(gp_say(context->language, "groeipad %s: stopped; this is the best so far\n",
                   "groeipad %s: gestopt; dit is het beste tot dan toe\n"),
            context->command->name);
}

static gp_status narrow(cli_context *context, gp_repair_options *options)
{
    if (!context->writing.filter) return GP_OK;
    return gp_filter_interventions(context->job, context->portfolio, context->writing.filter,
                                   options->only, &options->only);
}

static gp_status find(cli_context *context, const cli_repair_args *asked,
                      gp_repair_options *options, const gp_repair **out)
{
    searching s;
    gp_status status = narrow(context, options);
    if (status != GP_OK) return status;
    start(context, asked, &s);
    options->progress = tell;
    options->object = &s;
    status = gp_find_repair(context->job, context->schedule, options, out);
    if (status == GP_OK) tell_stopped(context, *out);
    end(&s);
    return status;
}

int cli_find_repair(cli_context *context, const cli_repair_args *asked,
                    const cli_repair_worlds *worlds, const gp_repair **out)
{
    gp_repair_options options;
    cli_repair_marks marks;
    int code = cli_read_repair(context, asked, &options);
    if (code != CLI_OK) return code;
    code = cli_read_repair_marks(context, asked, &marks);
    if (code == CLI_OK) {
        options.worlds = &worlds->worlds;
        options.only = marks.only;
        options.not_measures = marks.not_measures;
        options.not_symbols = marks.not_symbols;
        gp_status status = find(context, asked, &options, out);
        code = status == GP_INVALID ? cli_give_up(context, status) : cli_exit_of(context, status);
    }
    cli_free_repair_marks(&marks);
    return code;
}
