// SPDX-License-Identifier: MIT
// The page's program as text: linted, its types checked, and the bundle is JavaScript at all.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { home, installed } from "./support/tools.mjs";
import { startGroup, test } from "./support/suite.mjs";
import { pageOf } from "./support/pages.mjs";

startGroup("lint");

function node(args) {
    return new Promise((resolve, reject) => {
        execFile(process.execPath, args, { maxBuffer: 1 << 24 }, (error, stdout, stderr) => (error ? reject(new Error(stdout + stderr || String(error))) : resolve(stdout)));
    });
}

test("eslint: the page, and these tests", () => node([installed("eslint/bin/eslint.js"), "--config", "tests/browser/eslint.config.mjs", "--max-warnings", "0", "report/page", "tests/browser"]));

test("tsc: the types in the comments are true", () => node([installed("typescript/bin/tsc"), "--project", "tests/browser/tsconfig.json"]));

test("no code stands behind a comment that begins a line: the bundler leaves such lines out", () => {
    const wrong = readdirSync("report/page").filter((name) => name.endsWith(".js")).flatMap((name) => readFileSync(`report/page/${name}`, "utf8").split("\n")
        .map((line, n) => (/^\s*\/\*.*\*\/\s*\S/.test(line) ? `${name}:${n + 1}: ${line}` : "")).filter(Boolean));
    assert.deepEqual(wrong, []);
});

test("node --check: what the page runs", async () => {
    const html = readFileSync(await pageOf("white-paper"), "utf8");
    const [, program] = html.match(/<script type="?module"?>([^]*?)<\/script>/);
    const file = path.join(mkdtempSync(path.join(home, "bundle-")), "bundle.mjs");
    writeFileSync(file, program);
    await node(["--check", file]);
});
