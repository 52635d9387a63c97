/* SPDX-License-Identifier: MIT
 * Tables by shape: open addressing, never more than half full. */
#include "core/risk/shapes.h"

typedef struct made {
    gp_shape shape;
    gp_chances chances;
} made;

struct gp_shapes {
    made **all;
    uint32_t mask;
};

gp_status gp_new_shapes(gp_job *job, uint32_t most, gp_shapes **out)
{
    gp_shapes *shapes = GP_NEW(job, gp_shapes, 1);
    if (!shapes) return gp_no_memory(job);
    while (shapes->mask / 2 < most) shapes->mask = shapes->mask * 2 + 1;
    shapes->all = GP_NEW(job, made *, (size_t)shapes->mask + 1);
    if (!shapes->all) return gp_no_memory(job);
    *out = shapes;
    return GP_OK;
}

static uint64_t bits_of(double days)
{
    uint64_t bits;
    memcpy(&bits, &days, sizeof bits);
    return bits;
}

static uint32_t hash_of(const gp_shape *shape)
{
    uint64_t hash = bits_of(shape->least) * 3 ^ bits_of(shape->likely) * 5 ^ bits_of(shape->most);
    return (uint32_t)((hash + (uint64_t)shape->distribution) * 11400714819323198485u >> 32);
}

static bool is_same(const gp_shape *a, const gp_shape *b)
{
    return a->distribution == b->distribution && bits_of(a->least) == bits_of(b->least) &&
           bits_of(a->likely) == bits_of(b->likely) && bits_of(a->most) == bits_of(b->most);
}

gp_status gp_share_chances(gp_job *job, gp_shapes *shapes, const gp_shape *shape, gp_chances *out)
{
    if (shape->distribution == GP_DISCRETE) return gp_make_chances(job, shape, out);
    uint32_t at = hash_of(shape) & shapes->mask;
    while (shapes->all[at] && !is_same(&shapes->all[at]->shape, shape))
        at = (at + 1) & shapes->mask;
    if (!shapes->all[at]) {
        made *new = GP_NEW(job, made, 1);
        if (!new) return gp_no_memory(job);
        new->shape = *shape;
        GP_TRY(gp_make_chances(job, shape, &new->chances));
        shapes->all[at] = new;
    }
    *out = shapes->all[at]->chances;
    return GP_OK;
}
