// SPDX-License-Identifier: MIT
// How large pages are.
import { statSync } from "node:fs";
import { pageOf } from "./support/pages.mjs";
import { bar, startGroup, test } from "./support/suite.mjs";

startGroup("sizes");

for (const [name, limit] of [["white-paper", 1000], ["400", 4000]]) {
    test(name, () => bar(`size of the page, ${name}`, statSync(pageOf(name)).size / 1000, limit, "kB"));
}
