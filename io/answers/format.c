/* SPDX-License-Identifier: MIT
 * What every writer does with the options that it gets. A format that an answer has not is an
 * error: somebody who asks for SARIF feeds it to a program that does not read text. */
#include "io/answers/format.h"
#include "core/job.h"

const gp_write_options *gp_or_defaults(const gp_write_options *options)
{
    static const gp_write_options defaults = {.format = GP_FORMAT_TEXT};
    return options ? options : &defaults;
}

gp_status gp_refuse_format(gp_job *job, const char *answer, gp_format format)
{
    static const gp_argument words[] = {
        [GP_FORMAT_TEXT] = GP_WORDS_ROW("not as text", "niet als tekst"),
        [GP_FORMAT_JSON] = GP_WORDS_ROW("not as JSON", "niet als JSON"),
        [GP_FORMAT_CSV] = GP_WORDS_ROW("not as CSV", "niet als CSV"),
        [GP_FORMAT_SARIF] =
            GP_WORDS_ROW("SARIF holds findings only", "SARIF is er alleen voor bevindingen"),
        [GP_FORMAT_JUNIT] =
            GP_WORDS_ROW("JUnit holds findings only", "JUnit is er alleen voor bevindingen"),
        [GP_FORMAT_GITHUB] =
            GP_WORDS_ROW("GitHub shows findings only", "GitHub is er alleen voor bevindingen"),
        [GP_FORMAT_MARKDOWN] = GP_WORDS_ROW("not as Markdown", "niet als Markdown"),
        [GP_FORMAT_COUNT] = GP_WORDS_ROW("there is no such format", "dat formaat is er niet"),
    };
    size_t row = (unsigned)format < GP_FORMAT_COUNT ? (size_t)format : GP_FORMAT_COUNT;
    return gp_fail(job, GP_INVALID,
                   &(gp_finding){.code = 802, .subject = answer, .arguments = {words[row]}});
}
