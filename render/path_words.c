/* SPDX-License-Identifier: MIT
 * What the page of a development path says above the picture: its title, and what there is of each
 * kind. */
#include "render/path_picture.h"

gp_path_counts gp_count_boxes(const gp_path_picture *picture)
{
    gp_path_counts counts = {.late = 0};
    for (int part = 0; part < GP_PARTS; part++) {
        const gp_path_part *p = &picture->model->parts[part];
        for (uint32_t i = 0; i < p->box_count; i++) {
            counts.kinds[p->boxes[i].kind]++;
            if (picture->texts[part][i].late) counts.late++;
        }
    }
    return counts;
}

gp_status gp_write_title(const gp_path_picture *picture, const char **out)
{
    const gp_network *network = picture->model->schedule->network;
    uint32_t one = picture->model->view->intervention;
    gp_buffer *buffer = gp_new_buffer(picture->sheet.job);
    if (!buffer) return gp_no_memory(picture->sheet.job);
    if (one != GP_NONE) {
        gp_add_text(buffer, gp_word_of(GP_WORD_PATH_OF, picture->sheet.language));
        gp_add_text(buffer, " ");
        gp_add_text(buffer, gp_activity_name(network, one));
    } else if (network->portfolio->title[0]) {
        gp_add_text(buffer, network->portfolio->title);
    } else {
        gp_add_text(buffer, gp_word_of(GP_WORD_PATH, picture->sheet.language));
    }
    size_t size;
    return gp_finish_buffer(buffer, out, &size);
}

static void add_count(const gp_path_picture *picture, gp_buffer *buffer, uint32_t count,
                      gp_word word)
{
    if (count == 0) return;
    /* the words for one follow those for many, in the same order */
    gp_word one = (gp_word)(word + (GP_WORD_ONE_INTERVENTION - GP_WORD_COUNT_INTERVENTIONS));
    gp_add_text(buffer, " \xC2\xB7 ");
    gp_add_number(buffer, count);
    gp_add_text(buffer, " ");
    gp_add_text(buffer, gp_word_of(count == 1 ? one : word, picture->sheet.language));
}

const char *gp_path_subtitle(const gp_path_picture *picture)
{
    const gp_portfolio *portfolio = picture->model->schedule->network->portfolio;
    gp_path_counts counts = gp_count_boxes(picture);
    gp_buffer *buffer = picture->sheet.scratch;
    bool is_named = portfolio->title[0] && picture->model->view->intervention == GP_NONE;
    if (is_named) {
        gp_add_text(buffer, gp_word_of(GP_WORD_PATH, picture->sheet.language));
        gp_add_text(buffer, " \xC2\xB7 ");
    }
    gp_add_text(buffer, gp_word_of(GP_WORD_STATUS_DATE, picture->sheet.language));
    gp_add_text(buffer, " ");
    gp_add_day(buffer, portfolio->status_date);
    add_count(picture, buffer, counts.kinds[GP_BOX_INTERVENTION], GP_WORD_COUNT_INTERVENTIONS);
    add_count(picture, buffer,
              counts.kinds[GP_BOX_REQUESTED] + counts.kinds[GP_BOX_PREREQUISITE] +
                  counts.kinds[GP_BOX_UNFOUNDED],
              GP_WORD_COUNT_STEPS);
    add_count(picture, buffer, counts.kinds[GP_BOX_MISSING], GP_WORD_COUNT_MISSING);
    add_count(picture, buffer, counts.kinds[GP_BOX_UNFOUNDED], GP_WORD_COUNT_UNFOUNDED);
    add_count(picture, buffer, counts.late, GP_WORD_COUNT_LATE);
    return gp_take_words(&picture->sheet);
}
