/* SPDX-License-Identifier: MIT
 * "planning.round=1y,6mo,3mo": a target and its values, as they were typed. */
#include "cli/sweep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int refuse(const cli_context *context, const char *text, const char *english,
                  const char *dutch)
{
    return cli_wrong_use(
        context->command, context->language,
        gp_say(context->language, "--sweep is '%s', expected %s", "--sweep is '%s', verwacht: %s"),
        text, gp_say(context->language, english, dutch));
}

/* The first of a character that is in no quotes, brackets or braces; the end where there is none.
 */
static const char *find_end(const char *text, char wanted)
{
    bool is_quoted = false;
    int depth = 0;
    for (; *text; text++) {
        if (is_quoted && *text == '\\' && text[1])
            text++;
        else if (*text == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted && depth <= 0 && *text == wanted)
            return text;
        else if (!is_quoted)
            depth += (*text == '{' || *text == '[') - (*text == '}' || *text == ']');
    }
    return text;
}

typedef struct axis_values {
    cli_context *context;
    gp_sweep_axis *axis;
    const char **values, **typed;
} axis_values;

/* Adds a value; `typed` is where it stands in what was typed. */
static bool add(const axis_values *to, const char *text, size_t size, const char *typed)
{
    uint32_t at = to->axis->count;
    if (at == CLI_SWEEP_VALUES_MAX) return false;
    to->values[at] = gp_copy_text(to->context->job, text, size);
    to->typed[at] = typed;
    to->axis->count++;
    return to->values[at] != NULL;
}

/* "3mo..6mo": whole numbers with the same unit. */
static bool read_range(const char *text, size_t size, unsigned *first, unsigned *last,
                       char unit[static 16])
{
    char piece[64], from[16], other[16] = "";
    unit[0] = '\0';
    if (size >= sizeof piece) return false;
    memcpy(piece, text, size);
    piece[size] = '\0';
    const char *middle = strstr(piece, "..");
    size_t length = middle ? (size_t)(middle - piece) : 0;
    if (!middle || length >= 16) return false;
    memcpy(from, piece, length);
    from[length] = '\0';
    int fields = sscanf(from, "%5u%15s", first, unit);
    int others = sscanf(middle + 2, "%5u%15s", last, other);
    return fields >= 1 && others >= 1 && strcmp(unit, other) == 0 && *first <= *last;
}

static bool add_value(const axis_values *to, const char *text, size_t size)
{
    unsigned first, last;
    char unit[16], value[48];
    if (!read_range(text, size, &first, &last, unit)) return add(to, text, size, text);
    for (unsigned number = first; number <= last; number++) {
        snprintf(value, sizeof value, "%u%s", number, unit);
        if (!add(to, value, strlen(value), text)) return false;
    }
    return true;
}

static int read_axis(const axis_values *to, const char *text)
{
    cli_context *context = to->context;
    static const char *const english = "a target and its values, as in planning.round=1y,6mo,3mo";
    static const char *const dutch = "een doel met waarden, zoals planning.round=1y,6mo,3mo";
    const char *equals = find_end(text, '=');
    if (!*equals || equals == text) return refuse(context, text, english, dutch);
    to->axis->target = gp_copy_text(context->job, text, (size_t)(equals - text));
    to->axis->values = to->values;
    if (!to->axis->target) return cli_out_of_memory(context->language);
    for (const char *at = equals + 1;; at++) {
        const char *end = find_end(at, ',');
        if (end == at) return refuse(context, text, english, dutch);
        if (!add_value(to, at, (size_t)(end - at)))
            return refuse(context, text, "at most 64 values", "hooguit 64 waarden");
        at = end;
        if (!*at) return CLI_OK;
    }
}

int cli_read_sweep(cli_context *context, const cli_texts *asked, cli_sweep_axes *out)
{
    *out = (cli_sweep_axes){.count = asked->count};
    if (asked->count > GP_SWEEP_AXES_MAX)
        return cli_wrong_use(context->command, context->language, "%s",
                             gp_say(context->language, "--sweep stands there more than twice",
                                    "--sweep staat er meer dan twee keer"));
    for (uint32_t i = 0; i < asked->count; i++) {
        const axis_values to = {context, &out->axes[i], out->values[i], out->typed[i]};
        out->texts[i] = asked->texts[i];
        int code = read_axis(&to, asked->texts[i]);
        if (code != CLI_OK) return code;
    }
    return CLI_OK;
}
