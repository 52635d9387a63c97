/* SPDX-License-Identifier: MIT
 * Plans the portfolio with each value of --sweep: as --set would give it, at the door, from the
 * document that was read already. */
#include "cli/sweep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct worlds {
    cli_context *context;
    const cli_sweep_axes *axes;
    int code; /* of a world that could not be made: all has been said */
} worlds;

/* Which of its values an axis has now: it gave us the text itself. */
static uint32_t find_value(const gp_sweep_axis *axis, const char *value)
{
    uint32_t at = 0;
    while (at + 1 < axis->count && axis->values[at] != value) at++;
    return at;
}

/* "planning.round=3mo", and where that was typed. false: memory ran out. */
static bool make_setting(gp_job *job, const cli_sweep_axes *axes, uint32_t a, const char *value,
                         gp_change_origin *origin, gp_change_text *out)
{
    const char *target = axes->axes[a].target;
    size_t room = strlen(target) + strlen(value) + 2;
    char *text = malloc(room);
    if (!text) return false;
    snprintf(text, room, "%s=%s", target, value);
    const char *kept = gp_copy_text(job, text, room - 1);
    free(text);
    if (!kept) return false;
    *origin = (gp_change_origin){
        .option = "--sweep",
        .text = axes->texts[a],
        .value = kept + strlen(target) + 1,
        .typed_value = axes->typed[a][find_value(&axes->axes[a], value)],
    };
    *out = (gp_change_text){.verb = GP_SET, .text = kept, .origin = origin};
    return true;
}

static int read_world(cli_context *world, const gp_document *document,
                      const gp_change_text *settings, uint32_t count)
{
    const gp_changes changes = {.texts = settings, .text_count = count};
    gp_read_options reading = cli_reading(world);
    reading.changes = &changes;
    gp_status status = gp_read_variant(world->job, document, &reading, &world->portfolio, NULL);
    return status == GP_OK ? cli_choose_scenario(world) : cli_give_up(world, status);
}

static gp_status make(void *object, gp_job *job, const char *const *values,
                      const gp_portfolio **out)
{
    worlds *all = object;
    gp_change_text settings[GP_SWEEP_AXES_MAX];
    cli_context world = *all->context;
    gp_change_origin origins[GP_SWEEP_AXES_MAX];
    uint32_t count = all->axes->count;
    for (uint32_t a = 0; a < count; a++)
        if (!make_setting(job, all->axes, a, values[a], &origins[a], &settings[a]))
            return GP_NO_MEMORY;
    world.job = job;
    world.portfolio = NULL;
    world.output = (gp_output){0};
    world.writing.sink_object = &world;
    all->code = read_world(&world, all->context->document, settings, count);
    *out = world.portfolio;
    return all->code == CLI_OK ? GP_OK : GP_INVALID;
}

int cli_find_sweep(cli_context *context, const cli_sweep_axes *axes, const gp_sweep **out)
{
    worlds all = {.context = context, .axes = axes, .code = CLI_OK};
    const gp_sweep_worlds made = {make, &all};
    gp_status status =
        gp_find_sweep(context->job, context->schedule, axes->axes, axes->count, &made, out);
    if (all.code != CLI_OK) return all.code;
    return cli_exit_of(context, status);
}
