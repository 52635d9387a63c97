/* SPDX-License-Identifier: MIT
 * Links within a document, found in the text of its pages. In SVG a link to a place of the same
 * picture is <a href="#ID">; librsvg would write it as the address of another document. So pages
 * are painted without them, and raster.c tells cairo of each link and of each place. A link leads
 * to any page of the document, and one to what is on no page is none. */
#include "render/raster_links.h"

#include <stdlib.h>
#include <string.h>

/* What our views write: a link, and the group in it. */
#define LINK "<a href=\"#"
#define GROUP "\">\n<g id=\""
#define NO_LINK "<a data=\"#" /* as long, and nothing to librsvg */
#define ID " id=\""

static int compare(gp_stretch a, gp_stretch b)
{
    int order = memcmp(a.text, b.text, a.size < b.size ? a.size : b.size);
    if (order) return order;
    return a.size < b.size ? -1 : a.size > b.size;
}

static int by_target(const void *a, const void *b)
{
    return compare(((const gp_inner_link *)a)->target, ((const gp_inner_link *)b)->target);
}

/* The next place of a text in what is left; NULL: none. */
static const char *find(const char *at, const char *end, const char *text)
{
    size_t size = strlen(text);
    for (; at && (size_t)(end - at) >= size; at++) {
        at = memchr(at, text[0], (size_t)(end - at));
        if (!at || (size_t)(end - at) < size) return NULL;
        if (memcmp(at, text, size) == 0) return at;
    }
    return NULL;
}

/* An id up to its quotation mark. */
static gp_stretch read_id(const char *at, const char *end)
{
    const char *quote = memchr(at, '"', (size_t)(end - at));
    return (gp_stretch){at, quote ? (size_t)(quote - at) : 0};
}

static gp_status find_links(gp_job *job, const gp_picture *page, uint32_t number, gp_array *links)
{
    const char *end = page->text + page->size;
    for (const char *at = page->text; (at = find(at, end, LINK)) != NULL;) {
        at += strlen(LINK);
        gp_inner_link link = {.target = read_id(at, end), .page = number};
        const char *group = at + link.target.size;
        bool is_group =
            (size_t)(end - group) > strlen(GROUP) && memcmp(group, GROUP, strlen(GROUP)) == 0;
        if (is_group) link.group = read_id(group + strlen(GROUP), end);
        bool is_short = link.target.size < GP_INNER_ID_MAX && link.group.size < GP_INNER_ID_MAX;
        if (!is_group || !is_short || link.target.size == 0 || link.group.size == 0) continue;
        if (!gp_push(job, links, &link, 1)) return gp_no_memory(job);
    }
    return GP_OK;
}

/* Marks the links that lead to an id; the first of its name is the place. */
static gp_status add_place(gp_job *job, gp_stretch id_here, uint32_t page, gp_array *links,
                           gp_array *places)
{
    const gp_inner_link wanted = {.target = id_here};
    gp_inner_link *first = links->data, *end = first + links->count;
    gp_inner_link *found =
        links->count ? bsearch(&wanted, first, links->count, sizeof wanted, by_target) : NULL;
    if (!found || found->has_target) return GP_OK;
    while (found > first && by_target(found - 1, &wanted) == 0) found--;
    for (; found < end && by_target(found, &wanted) == 0; found++) found->has_target = true;
    const gp_inner_place there = {id_here, page};
    return gp_push(job, places, &there, 1) ? GP_OK : gp_no_memory(job);
}

static gp_status find_places(gp_job *job, const gp_picture *page, uint32_t number, gp_array *links,
                             gp_array *places)
{
    const char *end = page->text + page->size;
    for (const char *at = page->text; (at = find(at, end, ID)) != NULL;) {
        at += strlen(ID);
        gp_stretch here = read_id(at, end);
        if (here.size) GP_TRY(add_place(job, here, number, links, places));
    }
    return GP_OK;
}

gp_status gp_find_inner_links(gp_job *job, const gp_picture *pages, uint32_t count,
                              gp_inner_links *out)
{
    gp_array *links = GP_NEW(job, gp_array, 1), *places = GP_NEW(job, gp_array, 1);
    if (!links || !places) return gp_no_memory(job);
    links->size = sizeof(gp_inner_link);
    places->size = sizeof(gp_inner_place);
    for (uint32_t i = 0; i < count; i++) GP_TRY(find_links(job, &pages[i], i, links));
    if (links->count) qsort(links->data, links->count, sizeof(gp_inner_link), by_target);
    for (uint32_t i = 0; links->count && i < count; i++)
        GP_TRY(find_places(job, &pages[i], i, links, places));
    *out = (gp_inner_links){links->data, links->count, places->data, places->count};
    return GP_OK;
}

gp_status gp_without_inner_links(gp_job *job, const gp_picture *page, gp_picture *out)
{
    *out = *page;
    if (!find(page->text, page->text + page->size, LINK)) return GP_OK;
    char *text = GP_NEW(job, char, page->size);
    if (!text) return gp_no_memory(job);
    memcpy(text, page->text, page->size);
    const char *end = text + page->size;
    for (const char *at = text; (at = find(at, end, LINK)) != NULL;)
        memcpy(text + (at - text), NO_LINK, strlen(NO_LINK));
    out->text = text;
    return GP_OK;
}
