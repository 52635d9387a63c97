/* SPDX-License-Identifier: MIT
 * A picture of any view: its options, in which format it comes, and where that goes. The name of
 * the file says which format; without a file it is SVG, or what --format asks for. */
#include "cli/render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const cli_option cli_picture_option[] = {
    {.name = "format",
     .letter = 'f',
     .kind = CLI_CHOICE,
     .field = offsetof(cli_common, format),
     .value = "svg|dot|png|pdf",
     .also = "gv=dot",
     .endings = "svg|dot|gv=dot|png|pdf",
     .summary = {"the kind of picture (otherwise: as the file is called, or svg)",
                 "het soort plaatje (anders: naar de naam van het bestand, of svg)"}},
    {.name = "theme",
     .kind = CLI_CHOICE,
     .field = offsetof(cli_picture_args, theme),
     .value = "default|print|dark",
     .otherwise = "default",
     .summary = {"colours: light, and dark where the screen is; greys for paper; dark",
                 "kleuren: licht, en donker als het scherm dat is; grijzen voor papier; donker"}},
    {.name = "scale",
     .kind = CLI_FACTOR,
     .field = offsetof(cli_picture_args, scale_percent),
     .value = "N",
     .otherwise = "1",
     .maximum = GP_SCALE_PERCENT_MAX,
     .summary = {"png and pdf: so many times as large, 0.1 to 20",
                 "png en pdf: zoveel keer zo groot, 0.1 tot 20"}},
    CLI_FILTER,
    CLI_FAIL_ON("never"),
    {0}};

const char *cli_view_name(const cli_view *view)
{
    return view->command.name + strlen("render ");
}

/* -1 where the file's name does not say. */
static int format_of(const cli_common *common)
{
    return common->format < 0 && !cli_names_file(common->output) ? CLI_SVG : common->format;
}

/* Turns the picture into an image where that is asked for. */
static int make_image(cli_context *context, cli_picture_format format, gp_picture *picture)
{
    if (format != CLI_PNG && format != CLI_PDF) return CLI_OK;
    const cli_picture_args *args = (const cli_picture_args *)(const void *)context->common;
    const gp_portfolio *portfolio = context->portfolio;
    const gp_image_options options = {.format = format == CLI_PDF ? GP_IMAGE_PDF : GP_IMAGE_PNG,
                                      .scale_percent = args->scale_percent,
                                      .date = portfolio->status_date,
                                      .title = portfolio->title[0] ? portfolio->title : NULL};
    gp_status status = gp_make_image(context->job, picture, &options, picture);
    int code = cli_exit_of(context, status);
    return status == GP_IO ? CLI_NOT_WRITTEN : code;
}

/* "folder/F.svg" and 2 -> "folder/F-2.svg". */
static const char *page_path(gp_job *job, const char *path, uint32_t number)
{
    const char *dot = strrchr(path, '.');
    size_t stem = (size_t)(dot - path), room = strlen(path) + 16;
    char *text = malloc(room);
    if (!text) return NULL;
    int size = snprintf(text, room, "%.*s-%u%s", (int)stem, path, (unsigned)number, dot);
    const char *copy = gp_copy_text(job, text, (size_t)size);
    free(text);
    return copy;
}

/* The file of a page: its name, and its bytes in the format that is asked for. */
static int make_page(cli_context *context, cli_picture_format format, gp_picture page,
                     uint32_t number, gp_named_bytes *out)
{
    const char *path = page_path(context->job, context->common->output, number);
    if (!path) return cli_exit_of(context, GP_NO_MEMORY);
    int code = make_image(context, format, &page);
    *out = (gp_named_bytes){path, page.text, page.size};
    return code;
}

/* A picture on paper is as many files as it has pages; only a PDF has them all. */
static int make_pages(cli_context *context, cli_picture_format format, const gp_picture *picture)
{
    gp_language language = context->language;
    const char *path = context->common->output;
    if (!cli_names_file(path))
        return cli_wrong_use(context->command, language, "%s",
                             gp_say(language, "pages need a file to be named after: -o F.svg",
                                    "pagina's hebben een bestandsnaam nodig: -o F.svg"));
    if (!strrchr(path, '.') || strchr(strrchr(path, '.'), '/'))
        return cli_wrong_use(
            context->command, language,
            gp_say(language, "'%s' should end in .svg", "'%s' moet eindigen op .svg"), path);
    gp_named_bytes *files = calloc(picture->page_count, sizeof *files);
    if (!files) return cli_exit_of(context, GP_NO_MEMORY);
    context->files_out = files;
    context->file_out_count = picture->page_count;
    for (uint32_t i = 0; i < picture->page_count; i++) {
        int code = make_page(context, format, picture->pages[i], i + 1, &files[i]);
        if (code != CLI_OK) return code;
    }
    return CLI_OK;
}

int cli_run_view(cli_context *context, const void *args)
{
    const cli_view *view = (const cli_view *)(const void *)context->command;
    gp_language language = context->language;
    int format = format_of(context->common);
    if (format < 0)
        return cli_wrong_use(context->command, language,
                             view->has_dot
                                 ? gp_say(language, "'%s' should end in .svg, .png, .pdf or .dot",
                                          "'%s' moet eindigen op .svg, .png, .pdf of .dot")
                                 : gp_say(language, "'%s' should end in .svg, .png or .pdf",
                                          "'%s' moet eindigen op .svg, .png of .pdf"),
                             context->common->output);
    if (format == CLI_DOT && !view->has_dot)
        return cli_wrong_use(context->command, language,
                             gp_say(language, "the view %s cannot be written as DOT",
                                    "het aanzicht %s kan niet als DOT"),
                             cli_view_name(view));
    gp_picture picture = {0};
    bool is_image = format == CLI_PNG || format == CLI_PDF;
    int code = view->draw(context, args, is_image ? CLI_SVG : (cli_picture_format)format, &picture);
    if (code != CLI_OK) return code;
    if (picture.page_count && format != CLI_PDF)
        return make_pages(context, (cli_picture_format)format, &picture);
    code = make_image(context, (cli_picture_format)format, &picture);
    context->output = (gp_output){picture.text, picture.size};
    return code;
}
