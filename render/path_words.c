/* SPDX-License-Identifier: MIT
 * What the page of a development path says above the picture: its title, and what there is of each
 * kind. */
#include "render/part_words.h"
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

static void add_path_of(gp_buffer *buffer, const gp_path_picture *picture, gp_word word,
                        uint32_t activity)
{
    gp_add_text(buffer, gp_word_of(word, picture->sheet.language));
    gp_add_text(buffer, " ");
    gp_add_text(buffer, gp_activity_name(picture->model->schedule->network, activity));
}

static void add_around(gp_buffer *buffer, const gp_path_picture *picture)
{
    const gp_path_view *view = picture->model->view;
    add_path_of(buffer, picture, GP_WORD_PATH_AROUND, view->focus);
    gp_add_text(buffer, ", ");
    gp_add_number(buffer, view->hops);
    gp_add_text(buffer, " ");
    gp_add_text(buffer, gp_word_of(view->hops == 1 ? GP_WORD_STEP : GP_WORD_STEPS, view->language));
}

gp_status gp_write_title(const gp_path_picture *picture, const char **out)
{
    const gp_network *network = picture->model->schedule->network;
    const gp_path_view *view = picture->model->view;
    gp_buffer *buffer = gp_new_buffer(picture->sheet.job);
    if (!buffer) return gp_no_memory(picture->sheet.job);
    if (view->hops)
        add_around(buffer, picture);
    else if (view->intervention != GP_NONE)
        add_path_of(buffer, picture, GP_WORD_PATH_OF, view->intervention);
    else if (network->portfolio->title[0])
        gp_add_text(buffer, network->portfolio->title);
    else
        gp_add_text(buffer, gp_word_of(GP_WORD_PATH, picture->sheet.language));
    size_t size;
    return gp_finish_buffer(buffer, out, &size);
}

/* The title says what it is the path of, and around what. What of the portfolio else is asked for,
 * and how much is not drawn, stands in the subtitle. */
static gp_shown_part part_of(const gp_path_picture *picture)
{
    const gp_path_model *model = picture->model;
    gp_shown_part part = GP_WHOLE;
    part.filter = model->view->filter;
    part.others = model->schedule->network->activity_count - model->choice.shown_count;
    if (model->view->hops && model->view->intervention != GP_NONE)
        part.rests_on = model->view->intervention;
    return part;
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

/* What its frames or its columns are. */
static void add_order(const gp_path_picture *picture, gp_buffer *buffer)
{
    const gp_path_view *view = picture->model->view;
    bool has_frames = picture->model->groups.count > 0;
    if (!has_frames && view->columns == GP_COLUMNS_LAYER) return;
    int word = has_frames ? GP_WORD_BY_OWNER + (int)(view->group - GP_GROUP_OWNER)
                          : GP_WORD_BY_ROUND + (int)(view->columns - GP_COLUMNS_ROUND);
    gp_add_text(buffer, " \xC2\xB7 ");
    gp_add_text(buffer, gp_word_of((gp_word)word, picture->sheet.language));
}

const char *gp_path_subtitle(const gp_path_picture *picture)
{
    const gp_portfolio *portfolio = picture->model->schedule->network->portfolio;
    gp_path_counts counts = gp_count_boxes(picture);
    gp_buffer *buffer = picture->sheet.scratch;
    bool is_whole = picture->model->view->intervention == GP_NONE && !picture->model->view->hops;
    bool is_named = portfolio->title[0] && is_whole;
    const gp_shown_part part = part_of(picture);
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
    add_order(picture, buffer);
    gp_add_part_words(buffer, picture->model->schedule->network, picture->sheet.language, &part);
    gp_add_older_words(buffer, picture->sheet.language, picture->model->view->older,
                       &picture->model->tally);
    return gp_take_words(&picture->sheet);
}
