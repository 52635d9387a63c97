/* SPDX-License-Identifier: MIT
 * The words of a finding: the row of its code, filled in with its arguments. Words are made on
 * demand, so that a hundred thousand findings cost no text until somebody reads them. */
#include "core/job.h"

#include <stdlib.h>
#include <string.h>

/* Writes within `size`, counts on beyond it: what snprintf promises. */
typedef struct line {
    char *out;
    size_t size, length;
} line;

static void put(line *to, const char *text, size_t size)
{
    if (to->length < to->size) {
        size_t room = to->size - to->length;
        memcpy(to->out + to->length, text, size < room ? size : room);
    }
    to->length += size;
}

static void put_text(line *to, const char *text)
{
    put(to, text, strlen(text));
}

static void put_number(line *to, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
    } while (rest /= 10);
    if (number < 0) digits[--at] = '-';
    put(to, digits + at, sizeof digits - at);
}

static void put_argument(line *to, const gp_argument *argument, gp_language language)
{
    char day[GP_DATE_SIZE];
    switch (argument->kind) {
    case GP_ARGUMENT_TEXT: put_text(to, argument->text); break;
    case GP_ARGUMENT_WORDS: put_text(to, argument->words.in[language]); break;
    case GP_ARGUMENT_NUMBER: put_number(to, argument->number); break;
    case GP_ARGUMENT_DAY:
        gp_format_date(argument->day, day);
        put_text(to, day);
        break;
    case GP_ARGUMENT_NONE: break;
    }
}

/* What the sheet calls the key that the finding is about. */
static bool is_key_of_sheet(const gp_finding *finding, const char *name, size_t size)
{
    return finding->cell.is_key && size == 3 && memcmp(name, "key", 3) == 0;
}

/* "{days|day|days}": the word for one of what the argument counts, or that for another number.
 * "{key=status_date|these words}": where the argument is that text. */
static void put_word(line *to, const gp_argument *argument, const char *wanted, const char *words,
                     size_t size)
{
    size_t one = 0;
    while (one < size && words[one] != '|') one++;
    bool is_one = argument->kind == GP_ARGUMENT_NUMBER && argument->number == 1;
    if (wanted) {
        size_t wanted_size = (size_t)(words - wanted) - 1;
        is_one = argument->kind == GP_ARGUMENT_TEXT && strlen(argument->text) == wanted_size &&
                 memcmp(argument->text, wanted, wanted_size) == 0;
    }
    if (is_one)
        put(to, words, one);
    else if (one < size)
        put(to, words + one + 1, size - one - 1);
}

static void put_placeholder(line *to, const gp_finding *finding, const gp_rule *rule,
                            const char *name, size_t size, gp_language language)
{
    const char *words = memchr(name, '|', size);
    size_t word_size = words ? (size_t)(name + size - words) - 1 : 0;
    if (words) size = (size_t)(words - name);
    const char *wanted = words ? memchr(name, '=', size) : NULL;
    if (wanted) size = (size_t)(wanted++ - name);
    if (size == 7 && memcmp(name, "subject", 7) == 0) {
        const char *subject = finding->subject ? finding->subject : "";
        put(to, subject, strlen(subject));
        return;
    }
    if (!words && is_key_of_sheet(finding, name, size)) {
        put_text(to, finding->cell.heading);
        return;
    }
    for (size_t i = 0; i < GP_ARGUMENTS_MAX && rule->arguments[i]; i++) {
        if (strlen(rule->arguments[i]) != size || memcmp(rule->arguments[i], name, size) != 0)
            continue;
        if (words)
            put_word(to, &finding->arguments[i], wanted, words + 1, word_size);
        else
            put_argument(to, &finding->arguments[i], language);
        return;
    }
}

static void fill_in(line *to, const char *pattern, const gp_finding *finding, const gp_rule *rule,
                    gp_language language)
{
    while (*pattern) {
        size_t plain = strcspn(pattern, "{}");
        put(to, pattern, plain);
        pattern += plain;
        if (!*pattern) break;
        size_t close = strcspn(pattern, "}");
        if (pattern[1] == pattern[0]) { /* "{{" and "}}" stand for themselves */
            put(to, pattern, 1);
            pattern += 2;
        } else if (*pattern == '{' && pattern[close]) {
            put_placeholder(to, finding, rule, pattern + 1, close - 1, language);
            pattern += close + 1;
        } else {
            put(to, pattern++, 1);
        }
    }
}

/* Ends the line with a NUL, at a whole UTF-8 character where it was cut. */
static size_t end_line(line *to)
{
    if (to->size == 0) return to->length;
    size_t end = to->length < to->size ? to->length : to->size - 1;
    if (to->length > end)
        while (end > 0 && ((unsigned char)to->out[end] & 0xC0) == 0x80) end--;
    to->out[end] = '\0';
    return to->length;
}

/* ---- cells ---- */

void gp_format_cell(const gp_cell_place *cell, char out[GP_CELL_NAME_SIZE])
{
    char letters[8], digits[12];
    size_t at = sizeof letters, first = sizeof digits;
    for (uint32_t column = cell->column; column; column = (column - 1) / 26)
        letters[--at] = (char)('A' + (column - 1) % 26);
    uint32_t row = cell->row;
    do {
        digits[--first] = (char)('0' + row % 10);
    } while (row /= 10);
    memcpy(out, letters + at, sizeof letters - at);
    memcpy(out + sizeof letters - at, digits + first, sizeof digits - first);
    out[sizeof letters - at + sizeof digits - first] = '\0';
}

/* Does the message say the heading anyway? */
static bool says_heading(const gp_finding *finding)
{
    if (finding->cell.is_key) return true;
    for (size_t i = 0; i < GP_ARGUMENTS_MAX; i++)
        if (finding->arguments[i].kind == GP_ARGUMENT_TEXT &&
            strcmp(finding->arguments[i].text, finding->cell.heading) == 0)
            return true;
    return false;
}

/* "E9: ", "Interventions!E9 (phase): ", "row 9: ". */
static void put_cell(line *to, const gp_finding *finding, gp_language language)
{
    char name[GP_CELL_NAME_SIZE];
    const gp_cell_place *cell = &finding->cell;
    if (cell->row == 0) return;
    gp_format_cell(cell, name);
    if (cell->sheet) {
        put_text(to, cell->sheet);
        put_text(to, cell->column ? "!" : ", ");
    }
    if (cell->column == 0) put_text(to, gp_say(language, "row ", "rij "));
    put_text(to, name);
    if (cell->heading && !says_heading(finding)) {
        put_text(to, " (");
        put_text(to, cell->heading);
        put_text(to, ")");
    }
    put_text(to, ": ");
}

size_t gp_finding_message(const gp_finding *finding, gp_language language, char *out, size_t size)
{
    line to = {out, size, 0};
    const gp_rule *rule = gp_find_rule(finding->code);
    put_cell(&to, finding, language);
    if (rule) fill_in(&to, rule->message[language], finding, rule, language);
    return end_line(&to);
}

size_t gp_finding_hint(const gp_finding *finding, gp_language language, char *out, size_t size)
{
    line to = {out, size, 0};
    const gp_rule *rule = gp_find_rule(finding->code);
    if (finding->suggestion) {
        const char *words = language == GP_DUTCH ? "bedoelt u '" : "did you mean '";
        put(&to, words, strlen(words));
        put(&to, finding->suggestion, strlen(finding->suggestion));
        put(&to, "'?", 2);
    } else if (rule && rule->hint[language]) {
        fill_in(&to, rule->hint[language], finding, rule, language);
    }
    return end_line(&to);
}
