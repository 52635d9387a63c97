/* SPDX-License-Identifier: MIT
 * Which part of the portfolio is this? A picture that was printed and hung up no longer knows the
 * options that it was made with, so it says them itself, in names and not in ids, and how much is
 * not on it. */
#include "render/part_words.h"

#define DOT " \xC2\xB7 "
#define DASH " \xE2\x80\x93 "
#define NAMES_MAX                                                                                  \
    4 /* in one list; of more, all but one of these and how many there are besides                 \
       */

/* A list of names with commas between, and the last joined by a word: "IT, HRM or Legal". */
typedef struct list {
    gp_buffer *buffer;
    gp_language language;
    const char *last; /* " or " */
    uint32_t count, at;
} list;

static void add_name(list *l, const char *name)
{
    uint32_t shown = l->count > NAMES_MAX ? NAMES_MAX - 1 : l->count, at = l->at++;
    if (at > shown || (at == shown && shown == l->count)) return;
    if (at == shown) {
        gp_add_text(l->buffer, gp_say(l->language, " and ", " en nog "));
        gp_add_number(l->buffer, l->count - shown);
        gp_add_text(l->buffer, gp_say(l->language, " more", ""));
        return;
    }
    if (at > 0) gp_add_text(l->buffer, at + 1 == l->count ? l->last : ", ");
    gp_add_text(l->buffer, name);
}

static void add_asked(list l, const char *before, const char *const *names, uint32_t count)
{
    if (count == 0) return;
    l.count = count;
    gp_add_text(l.buffer, before);
    for (uint32_t i = 0; i < count; i++) add_name(&l, names[i]);
}

static void add_filter(list l, const gp_filter *filter)
{
    l.last = gp_say(l.language, " or ", " of ");
    add_asked(l, gp_say(l.language, DOT "owner ", DOT "eigenaar "), filter->owners,
              filter->owner_count);
    add_asked(l, gp_say(l.language, DOT "tag ", DOT "label "), filter->tags, filter->tag_count);
    add_asked(l, gp_say(l.language, DOT "within ", DOT "binnen "), filter->within,
              filter->within_count);
}

/* The steps of a capability are named once. */
static void add_only(list l, const gp_network *network, const gp_shown_part *part)
{
    const gp_activity *activities = network->activities;
    l.last = gp_say(l.language, " and ", " en ");
    for (uint32_t i = 0; i < part->only_count; i++)
        l.count +=
            i == 0 || activities[part->only[i]].symbol != activities[part->only[i - 1]].symbol;
    gp_add_text(l.buffer, gp_say(l.language, DOT "only ", DOT "alleen "));
    for (uint32_t i = 0; i < part->only_count; i++)
        if (i == 0 || activities[part->only[i]].symbol != activities[part->only[i - 1]].symbol)
            add_name(&l, gp_activity_name(network, part->only[i]));
}

static void add_hops(gp_buffer *buffer, const gp_network *network, gp_language language,
                     const gp_shown_part *part)
{
    gp_add_text(buffer, gp_say(language, DOT "at most ", DOT "hoogstens "));
    gp_add_number(buffer, part->hops);
    gp_add_text(buffer, part->hops == 1 ? gp_say(language, " step from ", " stap van ")
                                        : gp_say(language, " steps from ", " stappen van "));
    gp_add_text(buffer, gp_activity_name(network, part->focus));
}

static void add_span(gp_buffer *buffer, gp_language language, gp_day from, gp_day to)
{
    bool has_from = from != GP_NO_DAY, has_to = to != GP_NO_DAY;
    if (!has_from && !has_to) return;
    gp_add_text(buffer, DOT);
    if (!has_to) gp_add_text(buffer, gp_say(language, "from ", "vanaf "));
    if (!has_from) gp_add_text(buffer, gp_say(language, "until ", "tot "));
    if (has_from) gp_add_day(buffer, from);
    if (has_from && has_to) gp_add_text(buffer, DASH);
    if (has_to) gp_add_day(buffer, to);
}

static void add_others(gp_buffer *buffer, gp_language language, uint32_t count)
{
    if (count == 0) return;
    gp_add_text(buffer, DOT);
    gp_add_number(buffer, count);
    gp_add_text(buffer,
                count == 1 ? gp_say(language, " other is not shown", " andere staat er niet op")
                           : gp_say(language, " others are not shown", " andere staan er niet op"));
}

void gp_add_part_words(gp_buffer *buffer, const gp_network *network, gp_language language,
                       const gp_shown_part *part)
{
    const list l = {.buffer = buffer, .language = language};
    if (part->rests_on != GP_NONE) {
        gp_add_text(buffer, gp_say(language, DOT "only ", DOT "alleen "));
        gp_add_text(buffer, gp_activity_name(network, part->rests_on));
        gp_add_text(buffer, gp_say(language, " and what it rests on", " en waar die op steunt"));
    }
    if (part->focus != GP_NONE) add_hops(buffer, network, language, part);
    if (part->only) add_only(l, network, part);
    if (part->filter) add_filter(l, part->filter);
    if (part->is_changed_only)
        gp_add_text(buffer, gp_say(language, DOT "only what changed", DOT "alleen wat veranderde"));
    add_span(buffer, language, part->from, part->to);
    add_others(buffer, language, part->others);
}

uint32_t gp_count_other_interventions(const gp_portfolio *portfolio, const gp_filter *filter)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        count += !gp_passes(filter, portfolio->interventions[i].symbol);
    return count;
}

uint32_t gp_count_other_capabilities(const gp_portfolio *portfolio, const gp_filter *filter)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        count += !gp_passes(filter, portfolio->capabilities[i].symbol);
    return count;
}

void gp_add_filter_words(gp_buffer *buffer, const gp_network *network, gp_language language,
                         const gp_filter *filter, uint32_t others)
{
    gp_shown_part part = GP_WHOLE;
    part.filter = filter;
    part.others = others;
    if (filter) gp_add_part_words(buffer, network, language, &part);
}
