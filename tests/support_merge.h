/* SPDX-License-Identifier: MIT
 * A file of changes merged into a portfolio, tree into tree: slow and plain, to compare with. */
#ifndef GP_TESTS_SUPPORT_MERGE_H
#define GP_TESTS_SUPPORT_MERGE_H

struct cJSON;

/* Merges as docs/change.md says. Fails the test where something to take out is not there. */
void merge_changes(struct cJSON *portfolio, const struct cJSON *changes);

#endif
