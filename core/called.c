/* SPDX-License-Identifier: MIT
 * What is a thing called, and do its id and its name say the same? An id is often the name as one
 * types it: "Toestemming vastleggen" as toestemming-vastleggen. Who reads both reads one of them in
 * vain. */
#include "core/job.h"
#include "groeipad/portfolio.h"

#include <string.h>

const char *gp_symbol_name(const gp_portfolio *portfolio, uint32_t symbol)
{
    gp_item item = portfolio->items[symbol];
    if (item.kind == GP_ITEM_CAPABILITY) return portfolio->capabilities[item.index].name;
    if (item.kind == GP_ITEM_INTERVENTION) return portfolio->interventions[item.index].name;
    return portfolio->ids[symbol];
}

/* The plain letters of U+00C0 .. U+00FF, as ids have them: "é" as "e". '?': none. */
static uint32_t plain_letter(uint32_t letter)
{
    static const char letters[] =
        "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y";
    if (letter >= 'A' && letter <= 'Z') return letter + ('a' - 'A');
    if (letter < 0xC0 || letter > 0xFF || letters[letter - 0xC0] == '?') return letter;
    return (unsigned char)letters[letter - 0xC0];
}

/* The next letter that counts, and *text behind it; 0 at the end. Blanks, and what stands for them
 * in an id, do not count. */
static uint32_t next_letter(const char **text)
{
    uint32_t letter;
    *text += strspn(*text, " -_./");
    size_t length = gp_decode_utf8(*text, strlen(*text), &letter);
    if (length == 0) letter = (unsigned char)**text;
    *text += length ? length : **text != '\0';
    return plain_letter(letter);
}

bool gp_says_same(const char *id, const char *name)
{
    uint32_t letter;
    if (id == name) return true;
    do {
        letter = next_letter(&id);
        if (letter != next_letter(&name)) return false;
    } while (letter);
    return true;
}
