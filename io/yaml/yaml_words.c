/* SPDX-License-Identifier: MIT
 * libyaml's messages in the words of who wrote the file. */
#include "io/yaml/yaml_words.h"

#include <string.h>

/* What libyaml says, in both languages: how its message begins, what it means, what helps. */
static const struct {
    const char *said;
    gp_argument problem, expected;
} problems[] = {
    {"mapping values are not allowed",
     GP_WORDS_ROW("a ':' within a value, or a line that is too far to the right",
                  "een ':' binnen een waarde, of een regel die te ver naar rechts staat"),
     GP_WORDS_ROW(
         "quotes round a text with ': ' in it, or the indent of the line above",
         "aanhalingstekens om een tekst met ': ' erin, of de inspringing van de regel erboven")},
    {"found character that cannot start",
     GP_WORDS_ROW("a character that begins no value", "een teken waarmee geen waarde begint"),
     GP_WORDS_ROW("blanks instead of tabs, or quotes round the text",
                  "spaties in plaats van tabs, of aanhalingstekens om de tekst")},
    {"found a tab character", GP_WORDS_ROW("a tab in the indent", "een tab in de inspringing"),
     GP_WORDS_ROW("blanks", "spaties")},
    {"did not find expected key",
     GP_WORDS_ROW("a line that is in no line with those above",
                  "een regel die niet in lijn staat met die erboven"),
     GP_WORDS_ROW("'key: value' with the indent of its neighbours",
                  "'sleutel: waarde' met de inspringing van de buren")},
    {"did not find expected '-'",
     GP_WORDS_ROW("a line that is in no line with those above",
                  "een regel die niet in lijn staat met die erboven"),
     GP_WORDS_ROW("'- ' with the indent of its neighbours",
                  "'- ' met de inspringing van de buren")},
    {"could not find expected ':'", GP_WORDS_ROW("a key without ':'", "een sleutel zonder ':'"),
     GP_WORDS_ROW("'key: value'", "'sleutel: waarde'")},
    {"did not find expected ',' or ']'",
     GP_WORDS_ROW("a list that goes wrong here", "een lijst die hier misgaat"),
     GP_WORDS_ROW("',' or ']'", "',' of ']'")},
    {"did not find expected ',' or '}'",
     GP_WORDS_ROW("an object that goes wrong here", "een object dat hier misgaat"),
     GP_WORDS_ROW("',' or '}'", "',' of '}'")},
    {"found unexpected end of stream",
     GP_WORDS_ROW("a text that does not end", "een tekst die niet eindigt"),
     GP_WORDS_ROW("the quote that closes it", "het aanhalingsteken dat hem sluit")},
    {"found unexpected document indicator",
     GP_WORDS_ROW("'---' or '...' within a text", "'---' of '...' binnen een tekst"),
     GP_WORDS_ROW("the quote that closes it", "het aanhalingsteken dat hem sluit")},
    {"found unknown escape character", GP_WORDS_ROW("an unknown escape", "een onbekende escape"),
     GP_WORDS_ROW("\\n, \\t, \\\", \\\\, \\xNN or \\uNNNN",
                  "\\n, \\t, \\\", \\\\, \\xNN of \\uNNNN")},
    {"block sequence entries are not allowed",
     GP_WORDS_ROW("a '- ' that begins no line", "een '- ' die geen regel begint"),
     GP_WORDS_ROW("the list on lines of its own", "de lijst op eigen regels")},
    {"exceeded max depth",
     GP_WORDS_ROW("lists and objects more than 64 deep", "lijsten en objecten meer dan 64 diep"),
     GP_WORDS_ROW("less depth", "minder diepte")},
    {"control characters are not allowed", GP_WORDS_ROW("a control character", "een stuurteken"),
     GP_WORDS_ROW("text, or an escape within \"\"", "tekst, of een escape binnen \"\"")},
    {"invalid leading UTF-8", GP_WORDS_ROW("a byte that is no UTF-8", "een byte die geen UTF-8 is"),
     GP_TEXT_ROW("UTF-8")},
    {"invalid trailing UTF-8",
     GP_WORDS_ROW("a byte that is no UTF-8", "een byte die geen UTF-8 is"), GP_TEXT_ROW("UTF-8")},
    {"incomplete UTF-8", GP_WORDS_ROW("a byte that is no UTF-8", "een byte die geen UTF-8 is"),
     GP_TEXT_ROW("UTF-8")},
    {"invalid length of a UTF-8",
     GP_WORDS_ROW("a byte that is no UTF-8", "een byte die geen UTF-8 is"), GP_TEXT_ROW("UTF-8")},
    {"invalid Unicode", GP_WORDS_ROW("a byte that is no UTF-8", "een byte die geen UTF-8 is"),
     GP_TEXT_ROW("UTF-8")},
    {"did not find expected node content",
     GP_WORDS_ROW("a mark where a value should be", "een leesteken waar een waarde hoort"),
     GP_WORDS_ROW("a value, or quotes round a text that begins with this mark",
                  "een waarde, of aanhalingstekens om een tekst die zo begint")},
    {"found unexpected ':'",
     GP_WORDS_ROW("a ':' without a value within [] or {}", "een ':' zonder waarde binnen [] of {}"),
     GP_WORDS_ROW("a value, or quotes round a text with ':' in it",
                  "een waarde, of aanhalingstekens om een tekst met ':' erin")},
    {"did not find expected alphabetic or numeric character",
     GP_WORDS_ROW("an anchor or alias with a strange name",
                  "een anker of alias met een vreemde naam"),
     GP_WORDS_ROW("letters, digits, '-' and '_' after '&' or '*', or quotes round the text",
                  "letters, cijfers, '-' en '_' na '&' of '*', of aanhalingstekens om de tekst")},
    {"did not find expected <document start>",
     GP_WORDS_ROW("more after the end of what is at the top",
                  "meer na het einde van wat bovenaan staat"),
     GP_WORDS_ROW("'key: value' on every line that is not indented",
                  "'sleutel: waarde' op elke regel zonder inspringing")},
    {"did not find expected comment or line break",
     GP_WORDS_ROW("a text right behind '|', '>' or '%'", "een tekst direct achter '|', '>' of '%'"),
     GP_WORDS_ROW("the end of the line", "het einde van de regel")},
    {"found undefined tag handle", GP_WORDS_ROW("a tag ('!...')", "een tag ('!...')"),
     GP_WORDS_ROW("a value without a tag", "een waarde zonder tag")},
    {"did not find expected whitespace or line break",
     GP_WORDS_ROW("a tag ('!...')", "een tag ('!...')"),
     GP_WORDS_ROW("a value without a tag", "een waarde zonder tag")},
};

gp_yaml_words gp_words_of_libyaml(const char *said)
{
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
        if (strncmp(said, problems[i].said, strlen(problems[i].said)) == 0)
            return (gp_yaml_words){problems[i].problem, problems[i].expected};
    return (gp_yaml_words){GP_WORDS("this is no YAML", "dit is geen YAML"), GP_TEXT("YAML 1.1")};
}
