/* SPDX-License-Identifier: MIT
 * What the module exports to the page. All texts are UTF-8. */
#ifndef GP_ENGINE_ENGINE_H
#define GP_ENGINE_ENGINE_H

#include <stddef.h>

#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(#name)))
#else
#define EXPORT(name) /* the tests link it as it is */
#endif

/* Room to write a request of so many bytes in; NULL: memory ran out. */
EXPORT(engine_room) char *engine_room(size_t size);

/* Plans {"portfolio": "TEXT OF A FILE", "settings": {"status_date", "float", "scenario"}}, which is
 * what everything later is compared with. Returns 0 where that went well, else 1. */
EXPORT(engine_open) int engine_open(size_t size);

/* Plans it with the changes of {"scenario", "measures": [], "set": {}, "require": [], "drop": []}.
 * Returns 0 where there is such a plan; 1: there is none. Then the parts "problems.en.json" and
 * "problems.nl.json" say why, and all others are still about what was planned before. */
EXPORT(engine_change) int engine_change(size_t size);

/* Makes the part whose name is the request: one of a report (groeipad/report.h), but for risk and
 * repair; "problems.{en,nl}.json"; and about what the changes changed "compare.{en,nl}.md",
 * "compare.csv", "compare.json", and "changes.json", a file for --changes. Returns where it is,
 * until the next call of any but engine_size; NULL: there is no such part, or memory ran out. */
EXPORT(engine_part) const char *engine_part(size_t size);

/* How many bytes that part has. */
EXPORT(engine_size) size_t engine_size(void);

#endif
