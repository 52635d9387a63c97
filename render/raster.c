/* SPDX-License-Identifier: MIT
 * PNG and PDF of a picture, painted from its SVG by librsvg and cairo. Both come with 44 shared
 * objects, and linked they would make `plan` of a small portfolio take five times as long, so they
 * are loaded when the first image is asked for, and a machine without them can do all the rest.
 * Their fonts come from the machine: the bytes of an image differ between machines, those of the
 * SVG never do. */
#include "render/raster_links.h"

#include <cairo-pdf.h>
#include <dlfcn.h>
#include <librsvg/rsvg.h>
#include <stdio.h>
#include <string.h>

#define SIDE_MAX 32767             /* pixels: what cairo can paint on */
#define PIXELS_MAX (200 * 1000000) /* 800 MB while it is painted */
#define PAGE_MAX 14400             /* points: what PDF readers can show, 200 inches */
#define POINTS_PER_UNIT 0.75

/* glib ends the program where memory runs out. What the libraries take to be loaded, their fonts,
 * the stacks and heaps of threads that look for fonts (this much is address space, hardly used),
 * and the picture as a tree, measured and rounded up. */
#define LIBRARY_BYTES ((size_t)256 << 20)
#define TEXT_TIMES ((size_t)40)

/* What is called there, by name. */
#define EACH_CALL(DO)                                                                              \
    DO(g_memory_input_stream_new_from_data)                                                        \
    DO(g_object_unref)                                                                             \
    DO(g_error_free)                                                                               \
    DO(rsvg_handle_new_from_stream_sync)                                                           \
    DO(rsvg_handle_get_intrinsic_size_in_pixels)                                                   \
    DO(rsvg_handle_render_document)                                                                \
    DO(rsvg_handle_get_geometry_for_layer)                                                         \
    DO(cairo_create)                                                                               \
    DO(cairo_set_operator)                                                                         \
    DO(cairo_set_source_rgb)                                                                       \
    DO(cairo_paint)                                                                                \
    DO(cairo_destroy)                                                                              \
    DO(cairo_status)                                                                               \
    DO(cairo_tag_begin)                                                                            \
    DO(cairo_tag_end)                                                                              \
    DO(cairo_surface_destroy)                                                                      \
    DO(cairo_surface_show_page)                                                                    \
    DO(cairo_surface_finish)                                                                       \
    DO(cairo_surface_status)                                                                       \
    DO(cairo_image_surface_create)                                                                 \
    DO(cairo_image_surface_create_for_data)                                                        \
    DO(cairo_image_surface_get_data)                                                               \
    DO(cairo_image_surface_get_stride)                                                             \
    DO(cairo_surface_flush)                                                                        \
    DO(cairo_surface_write_to_png_stream)                                                          \
    DO(cairo_pdf_surface_create_for_stream)                                                        \
    DO(cairo_pdf_surface_set_size)                                                                 \
    DO(cairo_pdf_surface_restrict_to_version)                                                      \
    DO(cairo_pdf_surface_set_metadata)

typedef struct library {
#define DECLARE(name) __typeof__(&name) name;
    EACH_CALL(DECLARE)
#undef DECLARE
} library;

/* Opens librsvg, which brings the others; the name of what is not there, or NULL. */
static const char *load(library *to)
{
    void *handle = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return "librsvg-2.so.2";
#define FIND(name)                                                                                 \
    *(void **)(&to->name) = dlsym(handle, #name);                                                  \
    if (!to->name) return #name;
    EACH_CALL(FIND)
#undef FIND
    return NULL;
}

typedef struct painting {
    gp_job *job;
    library call;
    const gp_image_options *options;
    RsvgHandle *handle;
    double width, height; /* of the picture, in units */
    double scale;
    gp_buffer *buffer;
} painting;

/* Says that the machine cannot make the image, or that the image is too large for it. */
static gp_status report(gp_job *job, uint16_t code, gp_argument problem)
{
    return gp_fail(job, GP_IO, &(gp_finding){.code = code, .arguments = {problem}});
}

/* What a library says is gone when it is called again. */
static gp_status report_text(gp_job *job, uint16_t code, const char *text)
{
    const char *kept = gp_copy_text(job, text, strlen(text));
    return kept ? report(job, code, GP_TEXT(kept)) : gp_no_memory(job);
}

static cairo_status_t take_bytes(void *closure, const unsigned char *bytes, unsigned size)
{
    gp_buffer *buffer = closure;
    gp_add_bytes(buffer, (const char *)bytes, size);
    return buffer->has_failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

static void close_picture(painting *p)
{
    if (p->handle) p->call.g_object_unref(p->handle);
    p->handle = NULL;
}

/* Opens a picture in place of the one that is. */
static gp_status open_picture(painting *p, const gp_picture *picture)
{
    GError *error = NULL;
    GInputStream *stream =
        p->call.g_memory_input_stream_new_from_data(picture->text, (gssize)picture->size, NULL);
    close_picture(p);
    if (!stream) return gp_no_memory(p->job);
    p->handle = p->call.rsvg_handle_new_from_stream_sync(stream, NULL, RSVG_HANDLE_FLAG_UNLIMITED,
                                                         NULL, &error);
    p->call.g_object_unref(stream);
    if (p->handle) {
        p->call.rsvg_handle_get_intrinsic_size_in_pixels(p->handle, &p->width, &p->height);
        return GP_OK;
    }
    gp_status status = report_text(p->job, 804, error ? error->message : "librsvg");
    if (error) p->call.g_error_free(error);
    return status;
}

/* Draws the picture on a surface and gives the surface back. */
static gp_status paint(painting *p, cairo_surface_t *surface, double width, double height)
{
    const RsvgRectangle viewport = {0, 0, width, height};
    GError *error = NULL;
    cairo_t *brush = p->call.cairo_create(surface);
    bool is_painted = p->call.cairo_status(brush) == CAIRO_STATUS_SUCCESS &&
                      p->call.rsvg_handle_render_document(p->handle, brush, &viewport, &error);
    gp_status status = GP_OK;
    if (!is_painted) status = report_text(p->job, 804, error ? error->message : "cairo");
    if (error) p->call.g_error_free(error);
    p->call.cairo_destroy(brush);
    return status;
}

/* A picture that is no whole number of pixels wide or tall leaves a seam at its edges through which
 * one would see what is behind it. The page's own colour, which every margin has, goes there. */
static void close_seams(painting *p, cairo_surface_t *surface, int columns, int rows)
{
    p->call.cairo_surface_flush(surface);
    const unsigned char *data = p->call.cairo_image_surface_get_data(surface);
    size_t stride = (size_t)p->call.cairo_image_surface_get_stride(surface);
    size_t inside = columns > 2 && rows > 2 ? 2 : 0; /* of the seam */
    uint32_t colour;
    if (!data) return;
    memcpy(&colour, data + inside * stride + inside * sizeof colour, sizeof colour);
    cairo_t *brush = p->call.cairo_create(surface);
    p->call.cairo_set_operator(brush, CAIRO_OPERATOR_DEST_OVER);
    p->call.cairo_set_source_rgb(brush, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                                 (colour & 255) / 255.0);
    p->call.cairo_paint(brush);
    p->call.cairo_destroy(brush);
}

/* Writes what was painted, without what says how opaque it is: all of it is. */
static gp_status write_png(painting *p, cairo_surface_t *surface, int columns, int rows)
{
    close_seams(p, surface, columns, rows);
    p->call.cairo_surface_flush(surface);
    cairo_surface_t *opaque = p->call.cairo_image_surface_create_for_data(
        p->call.cairo_image_surface_get_data(surface), CAIRO_FORMAT_RGB24, columns, rows,
        p->call.cairo_image_surface_get_stride(surface));
    cairo_status_t written =
        p->call.cairo_surface_write_to_png_stream(opaque, take_bytes, p->buffer);
    p->call.cairo_surface_destroy(opaque);
    if (written == CAIRO_STATUS_SUCCESS) return GP_OK;
    return p->buffer->has_failed ? gp_no_memory(p->job) : report_text(p->job, 804, "cairo: PNG");
}

static gp_status paint_png(painting *p, const gp_picture *picture)
{
    GP_TRY(open_picture(p, picture));
    double width = p->width * p->scale + 0.5, height = p->height * p->scale + 0.5;
    if (width > SIDE_MAX || height > SIDE_MAX || width * height > PIXELS_MAX)
        return report(p->job, 804,
                      GP_WORDS("too many pixels, a smaller --scale or PDF will do",
                               "te veel pixels, een kleinere --scale of PDF kan wel"));
    int columns = width < 1 ? 1 : (int)width, rows = height < 1 ? 1 : (int)height;
    GP_TRY(gp_ask_memory(p->job, 8 * (size_t)columns * (size_t)rows)); /* and layers of the like */
    cairo_surface_t *surface =
        p->call.cairo_image_surface_create(CAIRO_FORMAT_ARGB32, columns, rows);
    gp_status status = paint(p, surface, columns, rows);
    if (status == GP_OK) status = write_png(p, surface, columns, rows);
    p->call.cairo_surface_destroy(surface);
    return status;
}

/* cairo would write the time at which it runs; ours is a day that the picture is about. In PDF 1.4
 * every version of cairo writes it for all to read; later PDF may pack it away. */
static void describe(painting *p, cairo_surface_t *surface)
{
    p->call.cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    char date[GP_DATE_SIZE + sizeof "T00:00:00Z"];
    gp_format_date(p->options->date == GP_NO_DAY ? 0 : p->options->date, date);
    memcpy(date + strlen(date), "T00:00:00Z", sizeof "T00:00:00Z");
    p->call.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    p->call.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
                                           "groeipad " GP_VERSION);
    if (p->options->title)
        p->call.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
                                               p->options->title);
}

typedef struct extent {
    double width, height;
} extent;

/* Where a thing stands on the page that is open, in whole points; false: it shows nothing. */
static bool find_frame(painting *p, gp_stretch name, extent size, int frame[4])
{
    const RsvgRectangle viewport = {0, 0, size.width, size.height};
    RsvgRectangle ink = {0, 0, 0, 0};
    GError *error = NULL;
    char fragment[GP_INNER_ID_MAX + 2];
    snprintf(fragment, sizeof fragment, "#%.*s", (int)name.size, name.text);
    bool is_found = p->call.rsvg_handle_get_geometry_for_layer(p->handle, fragment, &viewport, &ink,
                                                               NULL, &error);
    if (error) p->call.g_error_free(error);
    frame[0] = (int)ink.x;
    frame[1] = (int)ink.y;
    frame[2] = (int)(ink.x + ink.width + 1) - frame[0];
    frame[3] = (int)(ink.y + ink.height + 1) - frame[1];
    return is_found && ink.width > 0;
}

static void write_tag(painting *p, cairo_t *brush, const char *tag, const char *attributes)
{
    p->call.cairo_tag_begin(brush, tag, attributes);
    p->call.cairo_tag_end(brush, tag);
}

/* Tells cairo of the links of a page that was painted this large, and of the places that others
 * lead to. */
static void write_links(painting *p, cairo_surface_t *surface, const gp_inner_links *links,
                        uint32_t page, extent size)
{
    char text[GP_INNER_ID_MAX + 100];
    int frame[4];
    cairo_t *brush = p->call.cairo_create(surface);
    for (size_t i = 0; i < links->place_count; i++) {
        const gp_inner_place *to = &links->places[i];
        if (to->page != page) continue;
        bool is_there = find_frame(p, to->id, size, frame);
        snprintf(text, sizeof text, "name='%.*s' x=%d y=%d", (int)to->id.size, to->id.text,
                 is_there ? frame[0] : 0, is_there ? frame[1] : 0);
        write_tag(p, brush, CAIRO_TAG_DEST, text);
    }
    for (size_t i = 0; i < links->link_count; i++) {
        const gp_inner_link *link = &links->links[i];
        if (link->page != page || !link->has_target || !find_frame(p, link->group, size, frame))
            continue;
        snprintf(text, sizeof text, "dest='%.*s' rect=[%d %d %d %d]", (int)link->target.size,
                 link->target.text, frame[0], frame[1], frame[2], frame[3]);
        write_tag(p, brush, CAIRO_TAG_LINK, text);
    }
    p->call.cairo_destroy(brush);
}

/* Points a unit on a page of the picture that is open. */
static double factor_of(const painting *p)
{
    double longest = p->width > p->height ? p->width : p->height;
    double factor = p->scale * POINTS_PER_UNIT;
    return longest * factor > PAGE_MAX ? PAGE_MAX / longest : factor; /* vectors: nothing is lost */
}

/* A document in the making. */
typedef struct document {
    painting *painting;
    const gp_picture *pages;
    uint32_t page_count;
    gp_inner_links links;
    cairo_surface_t *surface; /* NULL before the first page */
} document;

static gp_status paint_page(document *d, uint32_t number)
{
    painting *p = d->painting;
    gp_picture page;
    GP_TRY(gp_without_inner_links(p->job, &d->pages[number], &page));
    GP_TRY(open_picture(p, &page));
    double factor = factor_of(p), width = p->width * factor, height = p->height * factor;
    if (!d->surface) {
        d->surface =
            p->call.cairo_pdf_surface_create_for_stream(take_bytes, p->buffer, width, height);
        describe(p, d->surface);
    }
    p->call.cairo_pdf_surface_set_size(d->surface, width, height);
    GP_TRY(paint(p, d->surface, width, height));
    write_links(p, d->surface, &d->links, number, (extent){width, height});
    p->call.cairo_surface_show_page(d->surface);
    return GP_OK;
}

static gp_status paint_pages(document *d)
{
    gp_job *job = d->painting->job;
    GP_TRY(gp_find_inner_links(job, d->pages, d->page_count, &d->links));
    for (uint32_t i = 0; i < d->page_count; i++) GP_TRY(paint_page(d, i));
    return GP_OK;
}

static gp_status paint_pdf(painting *p, const gp_picture *picture)
{
    document d = {.painting = p,
                  .pages = picture->page_count ? picture->pages : picture,
                  .page_count = picture->page_count ? picture->page_count : 1};
    gp_status status = paint_pages(&d);
    if (!d.surface) return status;
    p->call.cairo_surface_finish(d.surface);
    if (status == GP_OK && p->call.cairo_surface_status(d.surface) != CAIRO_STATUS_SUCCESS)
        status =
            p->buffer->has_failed ? gp_no_memory(p->job) : report_text(p->job, 804, "cairo: PDF");
    p->call.cairo_surface_destroy(d.surface);
    return status;
}

/* Bytes of all that is painted. */
static size_t size_of(const gp_picture *picture, const gp_image_options *options)
{
    size_t size = picture->size;
    for (uint32_t i = 1; options->format == GP_IMAGE_PDF && i < picture->page_count; i++)
        size += picture->pages[i].size;
    return size;
}

/* What NULL stands for. */
static const gp_image_options defaults = {.date = GP_NO_DAY};

gp_status gp_make_image(gp_job *job, const gp_picture *picture, const gp_image_options *options,
                        gp_picture *out)
{
    if (!options) options = &defaults;
    painting p = {.job = job, .options = options, .buffer = gp_new_buffer(job)};
    if (!p.buffer) return gp_no_memory(job);
    GP_TRY(gp_ask_memory(job, LIBRARY_BYTES + TEXT_TIMES * size_of(picture, options)));
    const char *missing = load(&p.call);
    if (missing) return report_text(job, 803, missing);
    p.scale = (options->scale_percent ? options->scale_percent : 100) / 100.0;
    gp_picture image = *picture;
    gp_status status =
        options->format == GP_IMAGE_PDF ? paint_pdf(&p, picture) : paint_png(&p, picture);
    close_picture(&p);
    GP_TRY(status);
    GP_TRY(gp_finish_buffer(p.buffer, &image.text, &image.size));
    image.pages = NULL; /* they are in it */
    image.page_count = 0;
    *out = image;
    return GP_OK;
}
