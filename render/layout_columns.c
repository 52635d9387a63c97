/* SPDX-License-Identifier: MIT
 * Which column does each box stand in? Either as far right as the boxes that it leads to allow, or
 * just after the boxes that lead to it, whichever makes the arrows shorter. A box whose column is
 * known from before stays there as long as its arrows still lead to the right. Where an arrow does
 * not, either what leads to the box moves to the left or what follows it to the right: whichever
 * moves fewer boxes. */
#include "render/layout.h"

/* Boxes from the last to the first: sinks, then whatever leads only to boxes that were taken
 * (Kahn 1962, backwards). Arrows by the box that they lead to, and by the one they leave. */
typedef struct walk {
    uint32_t *order;
    uint32_t *into_first, *into; /* arrows that lead to a box */
} walk;

static gp_status take_backwards(gp_job *job, const gp_layout *layout, walk *w)
{
    uint32_t *leaving = GP_NEW(job, uint32_t, layout->box_count);
    w->into_first = GP_NEW(job, uint32_t, (size_t)layout->box_count + 2);
    w->into = GP_NEW(job, uint32_t, layout->arrow_count);
    w->order = GP_NEW(job, uint32_t, layout->box_count);
    if (!leaving || !w->into_first || !w->into || !w->order) return gp_no_memory(job);
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        leaving[layout->arrows[i].from]++;
        w->into_first[layout->arrows[i].to + 2]++;
    }
    for (uint32_t i = 0; i < layout->box_count; i++) w->into_first[i + 2] += w->into_first[i + 1];
    for (uint32_t i = 0; i < layout->arrow_count; i++) /* shifts the starts into their places */
        w->into[w->into_first[layout->arrows[i].to + 1]++] = i;
    uint32_t count = 0;
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (leaving[i] == 0) w->order[count++] = i;
    for (uint32_t head = 0; head < count; head++)
        for (uint32_t k = w->into_first[w->order[head]]; k < w->into_first[w->order[head] + 1];
             k++) {
            uint32_t from = layout->arrows[w->into[k]].from;
            if (--leaving[from] == 0) w->order[count++] = from;
        }
    return GP_OK;
}

/* Columns counted from the right: 0 for what leads nowhere. */
static uint32_t count_from_right(const gp_layout *layout, const walk *w, int64_t *columns)
{
    int64_t last = 0;
    for (uint32_t i = 0; i < layout->box_count; i++) {
        uint32_t to = w->order[i];
        if (columns[to] > last) last = columns[to];
        for (uint32_t k = w->into_first[to]; k < w->into_first[to + 1]; k++) {
            uint32_t from = layout->arrows[w->into[k]].from;
            if (columns[from] < columns[to] + 1) columns[from] = columns[to] + 1;
        }
    }
    return (uint32_t)last;
}

#define FAR ((int64_t)1 << 32)

/* Moves to the left what stands too far right; returns how many known boxes moved. */
static uint32_t press_left(const gp_layout *layout, const walk *w, int64_t last, int64_t *columns)
{
    uint32_t moved = 0;
    for (uint32_t i = 0; i < layout->box_count; i++) columns[i] = FAR;
    for (uint32_t i = 0; i < layout->box_count; i++) {
        uint32_t to = w->order[i];
        int64_t limit = columns[to], known = layout->boxes[to].column;
        if (layout->boxes[to].is_known)
            columns[to] = known < limit ? known : limit;
        else if (limit == FAR)
            columns[to] = last;
        moved += layout->boxes[to].is_known && columns[to] != known;
        for (uint32_t k = w->into_first[to]; k < w->into_first[to + 1]; k++) {
            uint32_t from = layout->arrows[w->into[k]].from;
            if (columns[from] > columns[to] - 1) columns[from] = columns[to] - 1;
        }
    }
    return moved;
}

/* Moves to the right what stands too far left. What is new starts where press_left put it, but
 * not before the first column. */
static uint32_t press_right(const gp_layout *layout, const walk *w, const int64_t *wanted,
                            int64_t *columns)
{
    uint32_t moved = 0;
    for (uint32_t i = layout->box_count; i-- > 0;) {
        uint32_t to = w->order[i];
        const gp_layout_box *box = &layout->boxes[to];
        int64_t column = box->is_known ? (int64_t)box->column : wanted[to] < 0 ? 0 : wanted[to];
        for (uint32_t k = w->into_first[to]; k < w->into_first[to + 1]; k++) {
            int64_t from = columns[layout->arrows[w->into[k]].from];
            if (column < from + 1) column = from + 1;
        }
        columns[to] = column;
        moved += box->is_known && column != box->column;
    }
    return moved;
}

static gp_status keep_columns(gp_job *job, gp_layout *layout, const walk *w, int64_t last)
{
    int64_t *left = GP_NEW(job, int64_t, layout->box_count);
    int64_t *right = GP_NEW(job, int64_t, layout->box_count);
    if (!left || !right) return gp_no_memory(job);
    uint32_t moved_left = press_left(layout, w, last, left);
    uint32_t moved_right = press_right(layout, w, left, right);
    int64_t first = 0;
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (left[i] < first) first = left[i];
    const int64_t *chosen = first < 0 || moved_right < moved_left ? right : left;
    for (uint32_t i = 0; i < layout->box_count; i++) {
        gp_layout_box *box = &layout->boxes[i];
        box->is_kept = box->is_known && box->column == chosen[i];
        box->column = (uint32_t)chosen[i];
    }
    return GP_OK;
}

#define TIGHTEN_ROUNDS 8

/* From the first box to the last: those with more arrows in than out move to just after what
 * leads to them. pull: arrows out, less arrows in. */
static bool draw_left(gp_layout *layout, const walk *w, const int64_t *pull)
{
    bool has_moved = false;
    for (uint32_t i = layout->box_count; i-- > 0;) {
        uint32_t to = w->order[i], column = 0;
        for (uint32_t k = w->into_first[to]; k < w->into_first[to + 1]; k++) {
            uint32_t before = layout->boxes[layout->arrows[w->into[k]].from].column;
            if (column <= before) column = before + 1;
        }
        gp_layout_box *box = &layout->boxes[to];
        if (pull[to] >= 0 || box->column == column) continue;
        box->column = column;
        has_moved = true;
    }
    return has_moved;
}

/* And back: those with more out than in move to just before what follows them. */
static bool draw_right(gp_layout *layout, const walk *w, const int64_t *pull, uint32_t last,
                       uint32_t *limit)
{
    bool has_moved = false;
    for (uint32_t i = 0; i < layout->box_count; i++) limit[i] = last;
    for (uint32_t i = 0; i < layout->box_count; i++) {
        uint32_t to = w->order[i];
        gp_layout_box *box = &layout->boxes[to];
        if (pull[to] > 0 && box->column != limit[to]) {
            box->column = limit[to];
            has_moved = true;
        }
        for (uint32_t k = w->into_first[to]; k < w->into_first[to + 1]; k++) {
            uint32_t from = layout->arrows[w->into[k]].from;
            if (limit[from] >= box->column) limit[from] = box->column - 1;
        }
    }
    return has_moved;
}

/* All arrows together become shorter, and cross less for it (after the promotion of Nikolov and
 * Tarassov 2006). */
static gp_status tighten(gp_job *job, gp_layout *layout, const walk *w, uint32_t last)
{
    int64_t *pull = GP_NEW(job, int64_t, layout->box_count);
    uint32_t *limit = GP_NEW(job, uint32_t, layout->box_count);
    if (!pull || !limit) return gp_no_memory(job);
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        pull[layout->arrows[i].from]++;
        pull[layout->arrows[i].to]--;
    }
    bool has_moved = true;
    for (int round = 0; round < TIGHTEN_ROUNDS && has_moved; round++) {
        has_moved = draw_left(layout, w, pull);
        has_moved |= draw_right(layout, w, pull, last, limit);
    }
    return GP_OK;
}

gp_status gp_find_columns(gp_job *job, gp_layout *layout)
{
    walk w;
    int64_t *columns = GP_NEW(job, int64_t, layout->box_count), last = -1;
    if (!columns) return gp_no_memory(job);
    GP_TRY(take_backwards(job, layout, &w));
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (layout->boxes[i].is_known && layout->boxes[i].column > last)
            last = layout->boxes[i].column;
    if (last >= 0) return keep_columns(job, layout, &w, last);
    last = count_from_right(layout, &w, columns);
    for (uint32_t i = 0; i < layout->box_count; i++)
        layout->boxes[i].column = (uint32_t)(last - columns[i]);
    return tighten(job, layout, &w, (uint32_t)last);
}
