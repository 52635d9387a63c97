/* SPDX-License-Identifier: MIT
 * How what help tells is written: wrapped for a terminal, or as roff for man. */
#include "cli/manual.h"

#include <stdio.h>
#include <string.h>

#define WIDTH 80

const char *cli_manual_words(const cli_manual *manual, const char *english, const char *dutch)
{
    return gp_say(manual->language, english, dutch);
}

/* ---- a terminal ---- */

/* The first line is at column `at`, the others at `indent`. */
static void print_wrapped(const char *text, size_t at, size_t indent)
{
    bool is_fresh = true;
    while (*text) {
        size_t size = strcspn(text, " "), width = 0;
        for (size_t i = 0; i < size; i++) width += ((unsigned char)text[i] & 0xC0) != 0x80;
        if (!is_fresh && at + 1 + width > WIDTH) {
            printf("\n%*s", (int)indent, "");
            at = indent;
            is_fresh = true;
        }
        if (!is_fresh) at += (size_t)printf(" ");
        printf("%.*s", (int)size, text);
        at += width;
        is_fresh = false;
        text += size + (text[size] == ' ');
    }
    putchar('\n');
}

/* ---- roff ---- */

/* The code point that begins here, and where the next one does. Our own words are UTF-8. */
static unsigned read_character(const char **text)
{
    const unsigned char *at = (const unsigned char *)*text;
    size_t size = at[0] < 0x80 ? 1 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
    unsigned code = size == 1 ? at[0] : at[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) code = code << 6 | (at[i] & 0x3Fu);
    *text += size;
    return code;
}

static void print_roff_character(unsigned code)
{
    static const struct {
        char character;
        const char *roff;
    } special[] = {{'\\', "\\e"},  {'-', "\\-"},   {'\'', "\\(aq"}, {'"', "\\(dq"},
                   {'`', "\\(ga"}, {'^', "\\(ha"}, {'~', "\\(ti"}};
    for (size_t i = 0; i < sizeof special / sizeof *special; i++)
        if (code == (unsigned char)special[i].character) {
            printf("%s", special[i].roff);
            return;
        }
    if (code < 0x80)
        putchar((int)code);
    else
        printf("\\[u%04X]", code);
}

void cli_print_roff(const char *text)
{
    if (*text == '.') printf("\\&"); /* or it would be a request */
    while (*text) print_roff_character(read_character(&text));
}

/* ---- both ---- */

void cli_manual_heading(const cli_manual *manual, const char *text)
{
    if (!manual->is_man) {
        printf("\n%s\n", text);
        return;
    }
    printf(".SH ");
    for (; *text; text++) putchar(*text >= 'a' && *text <= 'z' ? *text - ('a' - 'A') : *text);
    putchar('\n');
    *manual->is_begun = false;
}

static void begin_paragraph(const cli_manual *manual)
{
    if (*manual->is_begun) printf(".PP\n");
    *manual->is_begun = true;
}

void cli_manual_text(const cli_manual *manual, const char *text)
{
    if (!manual->is_man) {
        print_wrapped(text, 0, 0);
        return;
    }
    begin_paragraph(manual);
    cli_print_roff(text);
    putchar('\n');
}

void cli_manual_item(const cli_manual *manual, const char *head, const char *text, size_t column)
{
    if (manual->is_man) {
        *manual->is_begun = true;
        printf(".TP\n.B ");
        cli_print_roff(head);
        putchar('\n');
        cli_print_roff(text);
        putchar('\n');
        return;
    }
    if (strlen(head) + 4 > column && column > 16)
        printf("  %s\n%*s", head, (int)column, "");
    else
        printf("  %-*s", (int)column - 2, head);
    print_wrapped(text, column, column);
}

void cli_manual_begin_lines(const cli_manual *manual)
{
    if (!manual->is_man) return;
    begin_paragraph(manual);
    printf(".nf\n");
}

void cli_manual_line(const cli_manual *manual, const char *text)
{
    if (manual->is_man)
        cli_print_roff(text);
    else
        printf("%s", text);
    putchar('\n');
}

void cli_manual_end_lines(const cli_manual *manual)
{
    if (manual->is_man) printf(".fi\n");
}

void cli_manual_example(const cli_manual *manual, const char *command, const char *shows)
{
    if (!manual->is_man) {
        printf("  %s\n    ", command);
        print_wrapped(shows, 4, 4);
        return;
    }
    cli_manual_item(manual, command, shows, 0);
}
