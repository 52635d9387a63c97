/* SPDX-License-Identifier: MIT
 * What readers take for one character: a letter with its marks, a flag, a family of emoji. Where
 * a text may be cut, and how many columns of a terminal it takes. Private to libgroeipad. */
#ifndef GP_CHARACTERS_H
#define GP_CHARACTERS_H

#include "groeipad/job.h"

/* How many of the `size` > 0 bytes belong to the first character of a UTF-8 text: one code point,
 * and those that are drawn with it. A byte that is no UTF-8 is one. *columns, or NULL: how many
 * columns of a terminal it takes; control characters take none. Cost: O(what it returns). */
size_t gp_measure_character(const char *text, size_t size, uint32_t *columns);

/* How many bytes at the beginning of a text are a character and a column each: ASCII that nothing
 * is joined to. Most texts are nothing else. */
size_t gp_count_plain(const char *text, size_t size);

/* Whether a code point would steer a terminal: a control character, or one that turns the direction
 * of what follows, with which a name can make the rest of a line read as something else. */
bool gp_is_steering(uint32_t character);

/* What a text looks like: accents in their letters, no characters that are not seen, one kind of
 * space, Cyrillic and Greek letters that look Latin as those (Unicode NFKC, and the idea of UTS
 * 39). NULL in *out where the text is no UTF-8. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_make_look(gp_job *job, const char *text, size_t size, const char **out);

/* What sort of character it is, as one would say it. */
typedef enum gp_character_sort {
    GP_CHARACTER_ANY,
    GP_CHARACTER_ASCII,
    GP_CHARACTER_SPACE,
    GP_CHARACTER_OTHER_SPACE,
    GP_CHARACTER_UNSEEN,
    GP_CHARACTER_MARK, /* is drawn over the letter before it */
    GP_CHARACTER_GREEK,
    GP_CHARACTER_CYRILLIC
} gp_character_sort;
gp_character_sort gp_character_kind(uint32_t character);

#endif
