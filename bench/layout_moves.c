/* SPDX-License-Identifier: MIT
 * How much of a picture moves when one requirement is added? A portfolio of 200 boxes is drawn,
 * gets one random requirement more, and is drawn again: with a layout file and without one. A box
 * has moved when its corner is more than half a box away, sideways or up and down. Crossings are
 * counted in the finished pictures, as pairs of arrows whose lines change sides.
 *
 * usage: layout_moves [ADDITIONS]     medians over that many random additions, default 20
 */
#include "groeipad/io.h"
#include "groeipad/render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CAPABILITIES = 170, INTERVENTIONS = 30, BOXES = 200, REQUIRES_MAX = 48, WINDOW = 40 };
enum { ARROWS_MAX = 2000, SAMPLES_MAX = 2000, SAMPLE_STEP = 10, ID_SIZE = 96 };

typedef struct plan {
    int requires[BOXES][REQUIRES_MAX]; /* capabilities first */
    int count[BOXES];
} plan;

static uint64_t seed = 2022;

static int below(int limit)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((seed >> 33) % (uint64_t)limit);
}

static void stop(const char *why)
{
    fprintf(stderr, "layout_moves: %s\n", why);
    exit(1);
}

/* ---- the portfolio ---- */

static bool has(const plan *p, int from, int to)
{
    for (int i = 0; i < p->count[from]; i++)
        if (p->requires[from][i] == to) return true;
    return false;
}

static void add(plan *p, int from, int to)
{
    if (has(p, from, to) || p->count[from] == REQUIRES_MAX) return;
    p->requires[from][p->count[from]++] = to;
}

/* Capabilities need near ones that come before them; every one has an intervention above it. */
static void make_plan(plan *p)
{
    bool is_needed[CAPABILITIES] = {false};
    memset(p, 0, sizeof *p);
    for (int i = 15; i < CAPABILITIES; i++)
        for (int k = 1 + below(3); k > 0; k--) {
            int to = i - 1 - below(i < WINDOW ? i : WINDOW);
            add(p, i, to);
            is_needed[to] = true;
        }
    for (int i = CAPABILITIES; i < BOXES; i++)
        for (int k = 0; k < 2; k++) {
            int to = CAPABILITIES / 2 + below(CAPABILITIES / 2);
            add(p, i, to);
            is_needed[to] = true;
        }
    for (int i = 0, k = 0; i < CAPABILITIES; i++)
        if (!is_needed[i]) add(p, CAPABILITIES + k++ % INTERVENTIONS, i);
}

static bool leads_to(const plan *p, int from, int to)
{
    bool is_seen[BOXES] = {false};
    int stack[BOXES * REQUIRES_MAX], depth = 0;
    stack[depth++] = from;
    while (depth > 0) {
        int at = stack[--depth];
        if (at == to) return true;
        if (is_seen[at]) continue;
        is_seen[at] = true;
        for (int i = 0; i < p->count[at]; i++) stack[depth++] = p->requires[at][i];
    }
    return false;
}

static void add_one(plan *p)
{
    for (;;) {
        int from = below(BOXES), to = below(CAPABILITIES);
        if (from == to || has(p, from, to) || leads_to(p, to, from)) continue;
        add(p, from, to);
        return;
    }
}

static size_t write_id(char *out, int i)
{
    return (size_t)sprintf(out, i < CAPABILITIES ? "\"cap-%03d\"" : "\"int-%03d\"",
                           i < CAPABILITIES ? i : i - CAPABILITIES);
}

static size_t write_records(const plan *p, int first, int end, char *out)
{
    char *at = out;
    for (int i = first; i < end; i++) {
        at += sprintf(at, i > first ? ",{\"id\":" : "{\"id\":");
        at += write_id(at, i);
        at += sprintf(at, i < CAPABILITIES ? ",\"lead_time\":\"%dw\"" : ",\"duration\":\"%dw\"",
                      2 + i % 9);
        at += sprintf(at, ",\"requires\":[");
        for (int k = 0; k < p->count[i]; k++) {
            if (k) *at++ = ',';
            at += write_id(at, p->requires[i][k]);
        }
        at += sprintf(at, "]}");
    }
    return (size_t)(at - out);
}

static size_t write_json(const plan *p, char *out)
{
    char *at = out + sprintf(out, "{\"groeipad\":1,\"title\":\"moves\",\"status_date\":"
                                  "\"2026-01-01\",\"capabilities\":[");
    at += write_records(p, 0, CAPABILITIES, at);
    at += sprintf(at, "],\"interventions\":[");
    at += write_records(p, CAPABILITIES, BOXES, at);
    at += sprintf(at, "]}");
    return (size_t)(at - out);
}

/* ---- the picture ---- */

typedef struct box {
    char id[ID_SIZE];
    double x, y, right, bottom;
} box;

typedef struct arrow {
    char id[ID_SIZE];
    double start_x, end_x;
    double y[SAMPLES_MAX]; /* at every whole SAMPLE_STEP; valid between its ends */
    double start_y, end_y;
} arrow;

typedef struct picture {
    box boxes[BOXES + 16];
    arrow arrows[ARROWS_MAX];
    int box_count, arrow_count;
} picture;

static void take_id(const char *group, char *out)
{
    const char *from = strstr(group, "id=\"") + 4;
    size_t size = strcspn(from, "\"");
    if (size >= ID_SIZE) stop("an id is too long");
    memcpy(out, from, size);
    out[size] = '\0';
}

/* All numbers of an attribute, in turn. */
static int numbers(const char *text, double *out, int max)
{
    int count = 0;
    while (*text && *text != '"' && count < max) {
        char *end;
        double value = strtod(text, &end);
        if (end == text) {
            text++;
            continue;
        }
        out[count++] = value;
        text = end;
    }
    return count;
}

static void read_box(picture *out, const char *group)
{
    double n[64];
    box *b = &out->boxes[out->box_count++];
    const char *shape = strstr(group, "class=\"shape");
    if (!shape || out->box_count > BOXES + 16) stop("a box without a shape, or too many");
    take_id(group, b->id);
    const char *d = strstr(shape, " d=\""), *x = strstr(shape, " x=\""), *end = strchr(shape, '>');
    if (d && d < end) {
        int count = numbers(d + 4, n, 64);
        *b = (box){.x = 1e9, .y = 1e9, .right = -1e9, .bottom = -1e9};
        take_id(group, b->id);
        for (int i = 0; i + 1 < count; i += 2) {
            if (n[i] < b->x) b->x = n[i];
            if (n[i] > b->right) b->right = n[i];
            if (n[i + 1] < b->y) b->y = n[i + 1];
            if (n[i + 1] > b->bottom) b->bottom = n[i + 1];
        }
        return;
    }
    if (!x || x > end) stop("a box without a place");
    b->x = atof(x + 4);
    b->y = atof(strstr(shape, " y=\"") + 4);
    b->right = b->x + atof(strstr(shape, " width=\"") + 8);
    b->bottom = b->y + atof(strstr(shape, " height=\"") + 9);
}

static double blend(const double *n, int axis, double t)
{
    double u = 1 - t;
    return u * u * u * n[axis] + 3 * u * u * t * n[2 + axis] + 3 * u * t * t * n[4 + axis] +
           t * t * t * n[6 + axis];
}

/* The height of a line at every sample between two of its points. */
static void sample(arrow *a, double x0, double y0, double x1, double y1)
{
    for (int i = (int)(x0 / SAMPLE_STEP) + 1; i * SAMPLE_STEP <= x1 && i < SAMPLES_MAX; i++)
        a->y[i] = y0 + (y1 - y0) * (i * SAMPLE_STEP - x0) / (x1 - x0);
}

static void read_arrow(picture *out, const char *group)
{
    static double n[8192];
    if (out->arrow_count == ARROWS_MAX) stop("too many arrows");
    arrow *a = &out->arrows[out->arrow_count++];
    take_id(group, a->id);
    const char *line = strstr(group, "class=\"line\"");
    if (!line) stop("an arrow without a line");
    int count = numbers(strstr(line, " d=\"") + 4, n, 8192);
    a->start_x = n[0], a->start_y = n[1];
    a->end_x = n[count - 2], a->end_y = n[count - 1];
    for (int i = 0; i + 8 <= count; i += 6)
        for (int k = 0; k < 32; k++) {
            double t = k / 32.0, next = (k + 1) / 32.0;
            sample(a, blend(n + i, 0, t), blend(n + i, 1, t), blend(n + i, 0, next),
                   blend(n + i, 1, next));
        }
}

static void read_picture(const char *svg, picture *out)
{
    out->box_count = out->arrow_count = 0;
    for (const char *at = strstr(svg, "<g id=\""); at; at = strstr(at + 1, "<g id=\"")) {
        const char *end = strchr(at, '>'), *class_name = strstr(at, "class=\"");
        if (!class_name || class_name > end) continue;
        if (strncmp(class_name, "class=\"box ", 11) == 0) read_box(out, at);
        if (strncmp(class_name, "class=\"arrow", 12) == 0) read_arrow(out, at);
    }
}

static int count_moved(const picture *a, const picture *b)
{
    int moved = 0;
    for (int i = 0; i < a->box_count; i++)
        for (int k = 0; k < b->box_count; k++) {
            const box *x = &a->boxes[i], *y = &b->boxes[k];
            if (strcmp(x->id, y->id) != 0) continue;
            double across = x->x - y->x, down = x->y - y->y;
            if (across < 0) across = -across;
            if (down < 0) down = -down;
            moved += across > (x->right - x->x) / 2 || down > (x->bottom - x->y) / 2;
        }
    return moved;
}

/* How often one arrow passes from one side of another to its other side. */
static int crossings_of(const arrow *a, const arrow *b)
{
    double from = a->start_x > b->start_x ? a->start_x : b->start_x;
    double to = a->end_x < b->end_x ? a->end_x : b->end_x;
    int count = 0, side = 0;
    for (int i = (int)(from / SAMPLE_STEP) + 1; i * SAMPLE_STEP <= to && i < SAMPLES_MAX; i++) {
        double apart = a->y[i] - b->y[i];
        int now = apart > 0.5 ? 1 : apart < -0.5 ? -1 : 0; /* lines that touch do not cross */
        count += now && side && now != side;
        if (now) side = now;
    }
    return count;
}

static int count_crossings(const picture *p)
{
    int count = 0;
    for (int i = 0; i < p->arrow_count; i++)
        for (int k = i + 1; k < p->arrow_count; k++)
            count += crossings_of(&p->arrows[i], &p->arrows[k]);
    return count;
}

/* ---- the measurement ---- */

typedef struct layout {
    char *text;
    size_t size;
} layout;

/* Draws a plan; `kept` NULL: without a layout file. */
static void draw(const plan *p, layout *kept, picture *out)
{
    static char json[1 << 20];
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    gp_picture drawn;
    gp_path_view view = {.intervention = GP_NONE, .is_stable = kept != NULL};
    gp_job *job = gp_job_new();
    if (kept) view.layout_text = kept->text, view.layout_size = kept->size;
    if (!job || gp_read_text(job, "moves", json, write_json(p, json), NULL, &portfolio) != GP_OK ||
        gp_build_network(job, portfolio, &network) != GP_OK ||
        gp_schedule_network(job, network, NULL, &schedule) != GP_OK ||
        gp_draw_path(job, schedule, &view, &drawn) != GP_OK)
        stop("no picture");
    read_picture(drawn.text, out);
    if (kept) {
        free(kept->text);
        kept->text = malloc(drawn.layout_size + 1);
        if (!kept->text) stop("no memory");
        memcpy(kept->text, drawn.layout_text, kept->size = drawn.layout_size);
    }
    gp_job_free(job);
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, by_value);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static void print_line(const char *label, double value, const char *unit, double bar)
{
    printf("%-52s %8.2f%s", label, value, unit);
    if (bar > 0) printf("  bar <= %5.2f%s  %s", bar, unit, value <= bar ? "OK" : "MISS");
    printf("\n");
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 20;
    plan first, *more = malloc(sizeof *more);
    picture *before = malloc(4 * sizeof *before), *kept = before + 1, *fresh = before + 2;
    double *values = calloc((size_t)(count < 1 ? 1 : count), 4 * sizeof *values);
    if (count < 1 || !before || !more || !values) stop("usage: layout_moves [ADDITIONS]");
    double *with = values, *without = values + count, *ratio = values + 2 * count,
           *own = values + 3 * count;
    picture *graphviz = before + 3;
    make_plan(&first);
    layout start = {NULL, 0};
    draw(&first, &start, before);
    draw(&first, NULL, graphviz);
    for (int i = 0; i < count; i++) {
        layout file = {malloc(start.size), start.size}, empty = {NULL, 0};
        if (!file.text) stop("no memory");
        memcpy(file.text, start.text, start.size);
        *more = first;
        add_one(more);
        draw(more, &file, kept);
        with[i] = 100.0 * count_moved(before, kept) / before->box_count;
        draw(more, &empty, fresh);
        own[i] = (double)count_crossings(kept) / (count_crossings(fresh) + 1e-9);
        draw(more, NULL, fresh);
        without[i] = 100.0 * count_moved(graphviz, fresh) / graphviz->box_count;
        ratio[i] = (double)count_crossings(kept) / (count_crossings(fresh) + 1e-9);
        free(file.text);
        free(empty.text);
    }
    printf("%d boxes, %d arrows, one requirement more, median of %d\n", before->box_count,
           before->arrow_count, count);
    print_line("boxes that move, with --layout", median(with, count), " %", 20);
    print_line("boxes that move, without it", median(without, count), " %", 0);
    print_line("crossings, with --layout : without it", median(ratio, count), "", 1.3);
    print_line("crossings, with --layout : a new layout file", median(own, count), "", 1.3);
    free(start.text);
    free(before);
    free(values);
    free(more);
    return 0;
}
