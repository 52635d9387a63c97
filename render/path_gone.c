/* SPDX-License-Identifier: MIT
 * What of the older version is gone, as the ghosts below a development path: a step each. */
#include "render/path_picture.h"

static const char *name_of(const gp_path_picture *picture, const gp_network *then,
                           uint32_t activity)
{
    gp_buffer *scratch = picture->sheet.scratch;
    const gp_activity *a = &then->activities[activity];
    gp_add_text(scratch, gp_activity_name(then, activity));
    if (a->kind == GP_KIND_CAPABILITY && then->capability_steps[a->item] > 1) {
        gp_add_text(scratch, " \xC2\xB7 ");
        gp_add_text(scratch, gp_word_of(GP_WORD_LEVEL, picture->sheet.language));
        gp_add_text(scratch, " ");
        gp_add_number(scratch, a->level);
    }
    return gp_take_words(&picture->sheet);
}

static const char *dates_of(const gp_path_picture *picture, const gp_dates *dates)
{
    gp_add_day(picture->sheet.scratch, dates->earliest_start);
    gp_add_text(picture->sheet.scratch, " \xE2\x80\x93 ");
    gp_add_day(picture->sheet.scratch, dates->earliest_ready);
    return gp_take_words(&picture->sheet);
}

static gp_ghost make_ghost(const gp_path_picture *picture, const gp_gone *gone)
{
    const gp_schedule *then = picture->model->view->older->comparison->old_schedule;
    gp_add_text(picture->sheet.scratch, "gone");
    gp_add_activity_id(picture->sheet.scratch, then->network, gone->activity);
    return (gp_ghost){.element_id = gp_take_words(&picture->sheet),
                      .id = gp_activity_id(then->network, gone->activity),
                      .name = name_of(picture, then->network, gone->activity),
                      .line = dates_of(picture, &then->dates[gone->activity]),
                      .became = gone->became};
}

gp_status gp_draw_path_gone(const gp_path_picture *picture, gp_length *top)
{
    const gp_gone_list *list = &picture->model->gone;
    gp_ghost *ghosts = GP_NEW(picture->sheet.job, gp_ghost, list->count);
    if (!list->count) return GP_OK;
    if (!ghosts) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < list->count; i++) ghosts[i] = make_ghost(picture, &list->gone[i]);
    *top =
        gp_draw_ghosts(&picture->sheet, *top, picture->width, ghosts, list->count) + GP_UNITS(22);
    return GP_OK;
}
