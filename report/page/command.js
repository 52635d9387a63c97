// SPDX-License-Identifier: MIT
// @ts-check
// The command line that does with the changes what the page does: the same files, the saved changes
// and the same settings, each in quotes where a shell would read more in it than a name.
import { meta } from "./data.js";
import { read } from "./state.js";
import { say } from "./words.js";

const words = { file: ["what-if.json", "wat-als.json"] };

/** What the file of changes is called.
 * @returns {string} */
export function changesName() {
    return say(words.file);
}

/** @param {string} word */
function quoted(word) {
    return /^[\w.,:@%+/-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'";
}

/** A command on the plan that is tried. A scenario is no part of the file of changes.
 * @param {string} command "plan"
 * @returns {string} */
export function commandLine(command) {
    const files = /** @type {any} */ (meta).files ?? [];
    const scenario = read().scenario || meta.settings?.scenario;
    const statusDate = meta.settings?.status_date;
    const line = ["groeipad", command, ...(files.length ? files : ["portfolio.json"]).map(quoted)];
    line.push("--changes", changesName());
    if (scenario) line.push("--scenario", quoted(scenario));
    if (statusDate) line.push("--status-date", statusDate);
    return line.join(" ");
}
