/* SPDX-License-Identifier: MIT
 * Images of pictures: is a PNG as large as it should be, is a PDF the same bytes whatever the
 * clock says, do links survive, and does what cannot be painted say so? */
#include "tests/support_draft.h"
#include "groeipad/render.h"
#include "render/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cairo.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct made {
    test_draft draft;
    gp_picture picture;
} made;

static void draw(made *m)
{
    const gp_schedule *schedule;
    const gp_path_view view = {.intervention = GP_NONE};
    start_test_draft(&m->draft);
    gp_capability capability = test_capability(30);
    capability.url = "https://example.org/data?a=1&b=2";
    add_test_capability(&m->draft, "data", capability, "");
    add_test_intervention(&m->draft, "pilot", test_intervention(GP_DEVELOP, 14), "data");
    assert_int_equal(gp_schedule_network(m->draft.job, test_network(&m->draft), NULL, &schedule),
                     GP_OK);
    assert_int_equal(gp_draw_path(m->draft.job, schedule, &view, &m->picture), GP_OK);
}

static uint32_t big_endian(const char *bytes)
{
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) value = value << 8 | (unsigned char)bytes[i];
    return value;
}

/* The whole part of an attribute of the svg element. */
static uint32_t side(const gp_picture *picture, const char *name)
{
    const char *at = strstr(picture->text, name);
    assert_non_null(at);
    return (uint32_t)strtoul(at + strlen(name), NULL, 10);
}

static void png_has_its_size(void **state)
{
    (void)state;
    static const uint32_t scales[] = {100, 200, 50};
    made m;
    draw(&m);
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        const gp_image_options options = {.format = GP_IMAGE_PNG, .scale_percent = scales[i]};
        gp_picture image, again;
        assert_int_equal(gp_make_image(m.draft.job, &m.picture, &options, &image), GP_OK);
        assert_int_equal(gp_make_image(m.draft.job, &m.picture, &options, &again), GP_OK);
        assert_memory_equal(image.text, "\x89PNG\r\n\x1A\n", 8);
        uint32_t width = big_endian(image.text + 16), height = big_endian(image.text + 20);
        assert_true(abs((int)(width - side(&m.picture, "width=\"") * scales[i] / 100)) <= 2);
        assert_true(abs((int)(height - side(&m.picture, "height=\"") * scales[i] / 100)) <= 2);
        assert_int_equal(image.size, again.size);
        assert_memory_equal(image.text, again.text, image.size);
        assert_int_equal(image.box_count, m.picture.box_count);
    }
    gp_job_free(m.draft.job);
}

static bool contains(const gp_picture *image, const char *text)
{
    size_t size = strlen(text);
    for (size_t at = 0; at + size <= image->size; at++)
        if (memcmp(image->text + at, text, size) == 0) return true;
    return false;
}

static void pdf_knows_no_clock(void **state)
{
    (void)state;
    static const char *const moments[] = {"0", "1700000000", NULL};
    const gp_image_options options = {
        .format = GP_IMAGE_PDF, .date = 19156, .title = "Groeipad"}; /* 2022-06-13 */
    gp_picture images[3];
    made m;
    draw(&m);
    for (size_t i = 0; i < 3; i++) {
        if (moments[i])
            setenv("SOURCE_DATE_EPOCH", moments[i], 1);
        else
            unsetenv("SOURCE_DATE_EPOCH");
        assert_int_equal(gp_make_image(m.draft.job, &m.picture, &options, &images[i]), GP_OK);
        assert_int_equal(images[i].size, images[0].size);
        assert_memory_equal(images[i].text, images[0].text, images[0].size);
    }
    assert_memory_equal(images[0].text, "%PDF-", 5);
    assert_true(contains(&images[0], "20220613000000"));
    assert_true(contains(&images[0], "/Title (Groeipad)"));
    assert_true(contains(&images[0], "/FontFile") || contains(&images[0], "/Font"));
    assert_true(contains(&images[0], "https://example.org/data?a=1&b=2"));
    gp_job_free(m.draft.job);
}

/* ---- what is in an image ---- */

typedef struct reading {
    const gp_picture *image;
    size_t at;
} reading;

static cairo_status_t give_bytes(void *closure, unsigned char *data, unsigned size)
{
    reading *r = closure;
    if (r->at + size > r->image->size) return CAIRO_STATUS_READ_ERROR;
    memcpy(data, r->image->text + r->at, size);
    r->at += size;
    return CAIRO_STATUS_SUCCESS;
}

/* A function of cairo, which is loaded and not linked. */
static void *cairo(const char *name)
{
    void *handle = dlopen("libcairo.so.2", RTLD_NOW | RTLD_LOCAL), *function = NULL;
    if (handle) function = dlsym(handle, name);
    assert_non_null(function);
    return function;
}

static uint32_t pixel(const unsigned char *data, int stride, int column, int row)
{
    uint32_t value;
    memcpy(&value, data + (size_t)row * (size_t)stride + 4 * (size_t)column, sizeof value);
    return value & 0xFFFFFF;
}

/* All around the edge is the colour of the page. */
static void assert_edge_is(const gp_picture *image, uint32_t page)
{
    __typeof__(&cairo_image_surface_create_from_png_stream) open;
    __typeof__(&cairo_image_surface_get_data) data_of;
    __typeof__(&cairo_image_surface_get_stride) stride_of;
    __typeof__(&cairo_surface_destroy) destroy;
    *(void **)&open = cairo("cairo_image_surface_create_from_png_stream");
    *(void **)&data_of = cairo("cairo_image_surface_get_data");
    *(void **)&stride_of = cairo("cairo_image_surface_get_stride");
    *(void **)&destroy = cairo("cairo_surface_destroy");
    reading r = {image, 0};
    cairo_surface_t *surface = open(give_bytes, &r);
    const unsigned char *data = data_of(surface);
    int stride = stride_of(surface), width = (int)big_endian(image->text + 16),
        height = (int)big_endian(image->text + 20);
    assert_non_null(data);
    for (int i = 0; i < width; i++) {
        assert_int_equal(pixel(data, stride, i, 0), page);
        assert_int_equal(pixel(data, stride, i, height - 1), page);
    }
    for (int i = 0; i < height; i++) {
        assert_int_equal(pixel(data, stride, 0, i), page);
        assert_int_equal(pixel(data, stride, width - 1, i), page);
    }
    destroy(surface);
}

/* Whatever the scale makes of its sides, nothing shines through at the edge. */
static void png_is_opaque_to_its_edges(void **state)
{
    (void)state;
    made m;
    draw(&m);
    for (uint32_t scale = 90; scale < 140; scale += 7) {
        const gp_image_options options = {.format = GP_IMAGE_PNG, .scale_percent = scale};
        gp_picture image;
        assert_int_equal(gp_make_image(m.draft.job, &m.picture, &options, &image), GP_OK);
        assert_int_equal(image.text[25], 2); /* red, green and blue: no alpha */
        assert_edge_is(&image, gp_colour_value(GP_COLOUR_PAGE, GP_SCHEME_LIGHT));
    }
    gp_job_free(m.draft.job);
}

/* What pdftotext reads in a PDF, or NULL where there is no pdftotext. */
static char *read_pdf(const gp_picture *image)
{
    char path[] = "/tmp/groeipad-XXXXXX", command[128];
    static char text[4096];
    int file = mkstemp(path);
    assert_true(file >= 0 && write(file, image->text, image->size) == (ssize_t)image->size);
    close(file);
    snprintf(command, sizeof command, "pdftotext '%s' - 2>/dev/null", path);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t size = fread(text, 1, sizeof text - 1, pipe);
    bool is_read = pclose(pipe) == 0;
    text[size] = '\0';
    unlink(path);
    return is_read ? text : NULL;
}

static void pdf_has_text_to_select(void **state)
{
    (void)state;
    const gp_image_options options = {.format = GP_IMAGE_PDF, .date = GP_NO_DAY};
    gp_picture image;
    made m;
    draw(&m);
    assert_int_equal(gp_make_image(m.draft.job, &m.picture, &options, &image), GP_OK);
    const char *text = read_pdf(&image);
    gp_job_free(m.draft.job);
    if (!text) print_message("SKIPPED: is the text of a PDF text? There is no pdftotext here.\n");
    if (!text) skip();
    assert_non_null(strstr(text, "pilot"));
    assert_non_null(strstr(text, "level 0 \xE2\x86\x92 1"));
    assert_non_null(strstr(text, "1970-01-31"));
}

static uint32_t count(const gp_picture *image, const char *text)
{
    size_t size = strlen(text);
    uint32_t found = 0;
    for (size_t at = 0; at + size <= image->size; at++)
        found += memcmp(image->text + at, text, size) == 0;
    return found;
}

#define PAGE(size, body)                                                                           \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" size                                      \
    "\" height=\"100\" viewBox=\"0 0 " size " 100\">" body "</svg>\n"
#define BOX(id) "<g id=\"" id "\"><rect x=\"40\" y=\"20\" width=\"20\" height=\"10\"/></g>"
#define PORT(id, to)                                                                               \
    "<a href=\"#" to "\">\n<g id=\"" id "\"><rect width=\"9\" height=\"9\"/></g>\n</a>"

/* Three pages are one document; links lead over its pages, those to nothing are left out, and those
 * to the outside stay. */
static void pages_are_one_document(void **state)
{
    (void)state;
    static const char *const texts[] = {
        PAGE("200", BOX("a") PORT("one", "b") PORT("two", "nowhere")),
        PAGE("300", BOX("b") PORT("three", "a") PORT("four", "b")),
        PAGE("200", "<a href=\"https://example.org/x\">" BOX("c") "</a>" PORT("five", "a"))};
    const gp_image_options options = {.format = GP_IMAGE_PDF, .date = 0};
    gp_picture pages[3] = {{0}}, image = {0}, again = {0};
    gp_job *job = gp_job_new();
    assert_non_null(job);
    for (size_t i = 0; i < 3; i++)
        pages[i] = (gp_picture){.text = texts[i], .size = strlen(texts[i])};
    gp_picture picture = pages[0];
    picture.pages = pages;
    picture.page_count = 3;
    assert_int_equal(gp_make_image(job, &picture, &options, &image), GP_OK);
    assert_int_equal(gp_make_image(job, &picture, &options, &again), GP_OK);
    assert_int_equal(image.size, again.size);
    assert_memory_equal(image.text, again.text, image.size);
    assert_int_equal(image.page_count, 0);
    assert_true(contains(&image, "/Count 3"));
    assert_true(contains(&image, "[ 0 0 150 75 ]") && contains(&image, "[ 0 0 225 75 ]"));
    assert_int_equal(count(&image, "/Subtype /Link"), 5);
    assert_int_equal(count(&image, "/URI ("), 1);
    assert_true(contains(&image, "https://example.org/x"));
    assert_false(contains(&image, "nowhere"));
    pages[1].text = "no picture";
    pages[1].size = 10;
    assert_int_equal(gp_make_image(job, &picture, &options, &again),
                     GP_IO); /* whole or not at all */
    gp_job_free(job);
}

static uint16_t last_code(const gp_job *job)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    return count ? findings[count - 1].code : 0;
}

static void what_cannot_be_painted_says_so(void **state)
{
    (void)state;
    static const char large[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40000\" "
                                "height=\"10\" viewBox=\"0 0 40000 10\"></svg>\n";
    static const gp_picture pictures[] = {{.text = large, .size = sizeof large - 1},
                                          {.text = "no picture", .size = 10}};
    const gp_image_options png = {.format = GP_IMAGE_PNG}, pdf = {.format = GP_IMAGE_PDF};
    gp_job *job = gp_job_new();
    gp_picture image = {0};
    assert_non_null(job);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(gp_make_image(job, &pictures[i], &png, &image), GP_IO);
        assert_int_equal(last_code(job), 804);
        assert_null(image.text);
    }
    assert_int_equal(gp_make_image(job, &pictures[0], &pdf, &image), GP_OK); /* scaled down */
    assert_int_equal(gp_make_image(job, &pictures[1], &pdf, &image), GP_IO);
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(png_has_its_size),       cmocka_unit_test(png_is_opaque_to_its_edges),
        cmocka_unit_test(pdf_has_text_to_select), cmocka_unit_test(pdf_knows_no_clock),
        cmocka_unit_test(pages_are_one_document), cmocka_unit_test(what_cannot_be_painted_says_so),
    };
    return cmocka_run_group_tests_name("raster", tests, NULL, NULL);
}
