/* SPDX-License-Identifier: MIT
 * What libyaml says, in both languages. Private to io/yaml. */
#ifndef GP_YAML_WORDS_H
#define GP_YAML_WORDS_H

#include "core/job.h"

typedef struct gp_yaml_words {
    gp_argument problem, expected;
} gp_yaml_words;

/* What a message of libyaml means, and what helps. */
gp_yaml_words gp_words_of_libyaml(const char *said);

#endif
