// SPDX-License-Identifier: MIT
// Runs the tests of the page: node browser.mjs GROEIPAD HOME [GROUP...]; see browser.sh.
import { startBrowser, stopBrowser } from "./support/browser.mjs";
import { runTests } from "./support/suite.mjs";
import "./test_lint.mjs";
import "./test_sizes.mjs";
import "./test_numbers.mjs";
import "./test_targets.mjs";
import "./test_silent.mjs";
import "./test_hostile.mjs";
import "./test_interaction.mjs";
import "./test_paper.mjs";
import "./test_picture.mjs";
import "./test_whatif.mjs";
import "./test_times.mjs";
import { figures as ofAccessibility } from "./test_accessible.mjs";
import { figures as ofReplanning } from "./test_replan.mjs";

const groups = process.argv.slice(4);
await startBrowser();
const passed = await runTests(groups, Number(process.env.JOBS ?? 3), [ofAccessibility, ofReplanning]).finally(stopBrowser);
process.exitCode = passed ? 0 : 1;
