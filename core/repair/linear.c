/* SPDX-License-Identifier: MIT
 * GLPK prints what happens and ends the program where something fails. Here it does neither: its
 * messages go to a hook that drops them, and its failures jump back to us, after which nothing of
 * GLPK is used any more but its freeing. Its environment is of the thread; where we made it, it is
 * freed with the programme; where somebody else in this thread uses GLPK (igraph leaves one behind
 * after some calls), it is left as it was found, since freeing would take his programmes along. */
#include "core/repair/linear.h"

#define GLP_UNDOC /* glp_gmi_gen */
#include <glpk.h>
#include <setjmp.h>

#define SLICE 500            /* pivots after which somebody is asked whether to go on */
#define LIMIT_MEGABYTES 1024 /* what GLPK may take at most, where the environment is ours */
/* What GLPK takes of a programme, by far: of a row or a column, and of an entry, which it has by
 * row, by column, and in the factors of the basis. */
#define LINE_BYTES ((size_t)512)
#define ENTRY_BYTES ((size_t)128)
#define OWN_BYTES ((size_t)256 << 10)

struct gp_linear {
    gp_job *job;
    glp_prob *problem;
    uint32_t rows, columns;
    bool owns_environment, is_broken, lacks_memory, is_started;
    int said; /* whether GLPK's messages were on */
    jmp_buf back;
};

static int drop_message(void *object, const char *text)
{
    gp_linear *l = object;
    if (glp_at_error() && strstr(text, "no memory available")) l->lacks_memory = true;
    return 1; /* not printed */
}

static void jump_back(void *object)
{
    gp_linear *l = object;
    longjmp(l->back, 1);
}

/* Between these two GLPK is called. The second is reached however the first part ended. */
static void enter(gp_linear *l)
{
    glp_error_hook(jump_back, l);
    glp_term_hook(drop_message, l);
    l->said = glp_term_out(GLP_OFF);
}

static gp_status leave(gp_linear *l, bool has_failed)
{
    glp_term_out(l->said);
    glp_error_hook(NULL, NULL);
    glp_term_hook(NULL, NULL);
    if (!has_failed) return GP_OK;
    l->is_broken = true;
    l->problem = NULL; /* GLPK does not vouch for it; freed with the environment */
    if (l->owns_environment) glp_free_env();
    l->owns_environment = false;
    return l->lacks_memory ? gp_no_memory(l->job) : GP_OK;
}

void gp_close_linear(void *object)
{
    gp_linear *l = object;
    if (l->problem) {
        enter(l);
        bool has_failed = setjmp(l->back) != 0;
        if (!has_failed) glp_delete_prob(l->problem);
        l->problem = NULL;
        (void)leave(l, false);
    }
    if (l->owns_environment) glp_free_env();
    l->owns_environment = false;
}

static void set_bounds(glp_prob *problem, int at, double lower, double upper, bool is_row)
{
    int kind = lower == upper          ? GLP_FX
               : lower == -GP_NO_BOUND ? (upper == GP_NO_BOUND ? GLP_FR : GLP_UP)
               : upper == GP_NO_BOUND  ? GLP_LO
                                       : GLP_DB;
    if (is_row)
        glp_set_row_bnds(problem, at, kind, lower, upper);
    else
        glp_set_col_bnds(problem, at, kind, lower, upper);
}

/* Rows are numbered from 1. `indices` and `values` have room for the longest row and one more. */
static void load(gp_linear *l, const gp_programme *programme, int *indices, double *values)
{
    const gp_row *rows = programme->rows.data;
    const uint32_t *columns = programme->entry_columns.data;
    const double *entries = programme->entry_values.data;
    l->problem = glp_create_prob();
    if (l->columns) glp_add_cols(l->problem, (int)l->columns);
    if (l->rows) glp_add_rows(l->problem, (int)l->rows);
    for (uint32_t i = 0; i < l->columns; i++) {
        set_bounds(l->problem, (int)i + 1, programme->lower[i], programme->upper[i], false);
        glp_set_obj_coef(l->problem, (int)i + 1, programme->cost[i]);
    }
    for (uint32_t i = 0; i < l->rows; i++) {
        set_bounds(l->problem, (int)i + 1, rows[i].lower, rows[i].upper, true);
        for (uint32_t k = 0; k < rows[i].count; k++) {
            indices[k + 1] = (int)columns[rows[i].first + k] + 1;
            values[k + 1] = entries[rows[i].first + k];
        }
        glp_set_mat_row(l->problem, (int)i + 1, (int)rows[i].count, indices, values);
    }
    glp_std_basis(l->problem);
}

gp_status gp_open_linear(gp_job *job, const gp_programme *programme, gp_linear **out)
{
    gp_linear *l = GP_NEW(job, gp_linear, 1);
    if (!l) return gp_no_memory(job);
    l->job = job;
    l->rows = (uint32_t)programme->rows.count;
    l->columns = programme->columns;
    const gp_row *rows = programme->rows.data;
    uint32_t longest = 0;
    for (uint32_t i = 0; i < l->rows; i++)
        if (rows[i].count > longest) longest = rows[i].count;
    int *indices = GP_NEW(job, int, (size_t)longest + 1);
    double *values = GP_NEW(job, double, (size_t)longest + 1);
    if (!indices || !values) return gp_no_memory(job);
    GP_TRY(gp_defer(job, gp_close_linear, l));
    GP_TRY(gp_ask_memory(job, LINE_BYTES * ((size_t)l->rows + l->columns) +
                                  ENTRY_BYTES * programme->entry_columns.count + OWN_BYTES));
    int made = glp_init_env();
    if (made > 1) return gp_no_memory(job);
    l->owns_environment = made == 0;
    *out = l;
    enter(l);
    if (l->owns_environment) glp_mem_limit(LIMIT_MEGABYTES);
    if (setjmp(l->back)) return leave(l, true);
    load(l, programme, indices, values);
    return leave(l, false);
}

gp_status gp_set_linear_bounds(gp_linear *l, uint32_t column, double lower, double upper)
{
    if (l->is_broken) return GP_OK;
    enter(l);
    if (setjmp(l->back)) return leave(l, true);
    set_bounds(l->problem, (int)column + 1, lower, upper, false);
    return leave(l, false);
}

/* One stretch of pivots. */
static int pivot(gp_linear *l, double cutoff, uint64_t most, gp_spending *spending)
{
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = GLP_DUALP;
    parameters.it_lim = most < SLICE ? (int)most : SLICE;
    if (cutoff < GP_NO_BOUND) parameters.obj_ul = cutoff;
    int before = glp_get_it_cnt(l->problem);
    int code = glp_simplex(l->problem, &parameters);
    gp_spend(spending, (uint64_t)(glp_get_it_cnt(l->problem) - before));
    return code;
}

static gp_linear_end solve(gp_linear *l, double cutoff, gp_spending *spending)
{
    bool is_anew = false;
    for (;;) {
        if (!gp_may_go_on(spending)) return GP_LINEAR_STOPPED;
        int code = pivot(l, cutoff, spending->left, spending);
        if (code == GLP_EITLIM) continue;
        if (code == GLP_EOBJUL) return GP_LINEAR_NONE;
        int found = glp_get_status(l->problem);
        if (code == 0 && found == GLP_OPT) return GP_LINEAR_SOLVED;
        if (code == 0 && found == GLP_NOFEAS) return GP_LINEAR_NONE;
        if (is_anew) break;
        is_anew = true; /* the basis has become singular, say: once more from the beginning */
        glp_std_basis(l->problem);
    }
    l->is_broken = true;
    return GP_LINEAR_STOPPED;
}

static void read_solution(const gp_linear *l, double *values, double *duals)
{
    for (uint32_t i = 0; i < l->columns; i++) values[i] = glp_get_col_prim(l->problem, (int)i + 1);
    for (uint32_t i = 0; i < l->rows; i++) duals[i] = glp_get_row_dual(l->problem, (int)i + 1);
}

gp_status gp_solve_linear(gp_linear *l, double cutoff, gp_spending *spending, gp_linear_end *end,
                          double *values, double *duals)
{
    gp_status status = GP_OK;
    *end = GP_LINEAR_STOPPED;
    if (!l->is_broken) {
        enter(l);
        if (setjmp(l->back)) {
            status = leave(l, true);
        } else {
            *end = solve(l, cutoff, spending);
            if (*end == GP_LINEAR_SOLVED) read_solution(l, values, duals);
            status = leave(l, false);
        }
    }
    if (l->is_broken) spending->is_broken = spending->is_over = true;
    return status;
}

/* ---- cuts ---- */

#define CUT_ROUNDS 20
#define CUTS_A_ROUND (GP_CUTS_MAX / CUT_ROUNDS)
#define CUT_GAIN 0.002 /* of the value; where rounds bring less, it is enough */
#define CUT_PATIENCE 3 /* so many of them */
#define CUT_RANGE 1e4  /* its largest number is at most so many times its smallest */
#define CUT_SLACK 1e-6 /* let out by so much, its rounding cannot cut off anything */

/* Is it one that rounding does no harm? */
static bool is_sound(const double *values, int count)
{
    double least = GP_NO_BOUND, most = 0;
    for (int i = 1; i <= count; i++) {
        double size = values[i] < 0 ? -values[i] : values[i];
        if (size < least) least = size;
        if (size > most) most = size;
    }
    return count > 0 && most <= least * CUT_RANGE;
}

static int add_cuts(gp_linear *l, glp_prob *pool, int *indices, double *values)
{
    int added = 0, found = glp_gmi_gen(l->problem, pool, CUTS_A_ROUND);
    for (int i = 1; i <= found; i++) {
        int count = glp_get_mat_row(pool, i, indices, values);
        double least = glp_get_row_lb(pool, i);
        if (!is_sound(values, count)) continue;
        int row = glp_add_rows(l->problem, 1);
        set_bounds(l->problem, row, least - CUT_SLACK * (1 + (least < 0 ? -least : least)),
                   GP_NO_BOUND, true);
        glp_set_mat_row(l->problem, row, count, indices, values);
        added++;
    }
    glp_erase_prob(pool);
    glp_add_cols(pool, (int)l->columns);
    return added;
}

/* Cuts that do not bind are let go. */
static void drop_idle(gp_linear *l, int *indices)
{
    int idle = 0;
    for (int i = (int)l->rows + 1; i <= glp_get_num_rows(l->problem); i++)
        if (glp_get_row_stat(l->problem, i) == GLP_BS) indices[++idle] = i;
    if (idle) glp_del_rows(l->problem, idle, indices);
}

static void cut(gp_linear *l, gp_spending *spending, int *indices, double *values)
{
    glp_prob *pool = glp_create_prob();
    double last = glp_get_obj_val(l->problem);
    if (l->columns) glp_add_cols(pool, (int)l->columns);
    for (int round = 0, idle = 0; round < CUT_ROUNDS && idle < CUT_PATIENCE; round++) {
        if (!add_cuts(l, pool, indices, values)) break;
        if (solve(l, GP_NO_BOUND, spending) != GP_LINEAR_SOLVED) break;
        drop_idle(l, indices);
        if (solve(l, GP_NO_BOUND, spending) != GP_LINEAR_SOLVED) break;
        double now = glp_get_obj_val(l->problem), gain = now - last;
        idle = gain < CUT_GAIN * (now < 0 ? -now : now) ? idle + 1 : 0;
        last = now;
    }
    glp_delete_prob(pool);
}

static gp_status tell_cuts(gp_linear *l, gp_programme *cuts, int *indices, double *values)
{
    int rows = glp_get_num_rows(l->problem);
    for (int i = (int)l->rows + 1; i <= rows; i++) {
        int count = glp_get_mat_row(l->problem, i, indices, values);
        GP_TRY(gp_add_row(cuts, glp_get_row_lb(l->problem, i), GP_NO_BOUND));
        for (int k = 1; k <= count; k++)
            GP_TRY(gp_add_entry(cuts, (uint32_t)indices[k] - 1, values[k]));
    }
    l->rows = (uint32_t)rows;
    return GP_OK;
}

gp_status gp_cut_linear(gp_linear *l, const gp_programme *programme, gp_spending *spending,
                        gp_programme *cuts)
{
    size_t room = (size_t)l->rows + l->columns + 2 * GP_CUTS_MAX;
    int *indices = GP_NEW(l->job, int, room);
    double *values = GP_NEW(l->job, double, room);
    if (!indices || !values) return gp_no_memory(l->job);
    GP_TRY(gp_ask_memory(l->job, 2 * CUTS_A_ROUND * (LINE_BYTES + ENTRY_BYTES * l->columns)));
    if (l->is_broken) return GP_OK;
    enter(l);
    if (setjmp(l->back)) {
        spending->is_broken = spending->is_over = true;
        return leave(l, true);
    }
    for (uint32_t j = 0; j < l->columns; j++)
        if (programme->is_whole[j]) glp_set_col_kind(l->problem, (int)j + 1, GLP_IV);
    cut(l, spending, indices, values);
    gp_status status = tell_cuts(l, cuts, indices, values);
    (void)leave(l, false);
    if (l->is_broken) spending->is_broken = spending->is_over = true;
    return status;
}
