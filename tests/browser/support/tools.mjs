// SPDX-License-Identifier: MIT
// What npm installed, and the command: where they are, and how they are called.
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

/** The command, and the folder beside it that node_modules, pages and downloads are in. */
export const groeipad = path.resolve(process.argv[2]);
export const home = path.resolve(process.argv[3]);
export const examples = path.resolve("examples");

const require = createRequire(path.join(home, "package.json"));
export const { chromium } = require("playwright-core");
export const axeSource = () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
export const installed = (name) => path.join(home, "node_modules", ...name.split("/"));

/** What the command prints; throws with its messages where it exits otherwise than with `codes`. */
export function command(args, { codes = [0, 1] } = {}) {
    try {
        return execFileSync(groeipad, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
    } catch (error) {
        if (codes.includes(error.status)) return error.stdout;
        throw new Error(`groeipad ${args.join(" ")}: exit ${error.status}\n${error.stderr}`);
    }
}

/** The document that `command --format json` prints. */
export const answer = (args, options) => JSON.parse(command([...args, "--format", "json"], options));
