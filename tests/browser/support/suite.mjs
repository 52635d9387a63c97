// SPDX-License-Identifier: MIT
// A small runner: tests in groups, a few at a time, and bars with their figures. Every bar is printed, met or not; one of time
// fails the run only from three times its limit on (or with BARS=strict), because machines differ and tests may not flicker.
import { AsyncLocalStorage } from "node:async_hooks";

const isStrict = process.env.BARS === "strict";
const slack = isStrict ? 1 : 3;

const tests = [];
const bars = [];
const failures = [];
const running = new AsyncLocalStorage(); /* the test that a bar is of */
let group = "";

/** Everything that is registered until the next call belongs to this group. */
export function startGroup(name) {
    group = name;
}

/** A test; `alone` runs with nothing beside it, because it measures time. */
export function test(name, run, { alone = false } = {}) {
    tests.push({ group, name, run, alone });
}

/** A figure with its limit; the test goes on, and fails at its end. unit: "ms" is time, and has slack; all else is exact. */
export function bar(name, value, limit, unit = "") {
    const most = unit === "ms" ? limit * slack : limit;
    const verdict = value <= limit ? "ok" : value <= most ? "over" : "FAILED";
    bars.push({ name, value, limit, unit, verdict });
    if (verdict === "FAILED") running.getStore()?.push(`${name}: ${shown(value)} ${unit}, and the bar is ${limit} ${unit}`);
}

export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const shown = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

async function runOne(one) {
    const begin = performance.now();
    let failure = null;
    const over = [];
    try {
        await running.run(over, one.run);
        if (over.length > 0) throw new Error(over.join("\n"));
    } catch (error) {
        failure = error;
        failures.push(`${one.group}: ${one.name}`);
    }
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${failure ? "FAILED" : "ok    "}  ${seconds.padStart(5)} s  ${one.group}: ${one.name}`);
    if (failure) console.log(indented(`${failure.message ?? failure}\n${placeOf(failure)}`.slice(0, 3000)));
}

/** The line of a test that an error comes from. */
const placeOf = (error) => String(error.stack).split("\n").find((line) => line.includes("tests/browser/test_"))?.trim() ?? "";
const indented = (text) => text.replace(/^/gm, "          ");

async function runSome(list, atATime) {
    const rest = [...list];
    const worker = async () => {
        while (rest.length > 0) await runOne(rest.shift());
    };
    await Promise.all(Array.from({ length: atATime }, worker));
}

/** Is a test asked for: by its group, or by "group:words of its name"? */
function isOf(one, asked) {
    const [itsGroup, ...words] = asked.split(":");
    return one.group === itsGroup && one.name.includes(words.join(":"));
}

/** Runs the tests that are asked for (none: all), then `figures` for the last bars; true when all passed. */
export async function runTests(asked, atATime, figures) {
    const chosen = tests.filter((one) => asked.length === 0 || asked.some((words) => isOf(one, words)));
    await runSome(chosen.filter((one) => one.alone), 1);
    await runSome(chosen.filter((one) => !one.alone), atATime);
    for (const tell of figures) tell();
    printBars();
    if (failures.length > 0) console.log(`\nfailed:\n${indented(failures.join("\n"))}`);
    console.log(`\n${chosen.length - failures.length} passed, ${failures.length} failed`);
    return failures.length === 0 && chosen.length > 0;
}

function printBars() {
    if (bars.length === 0) return;
    const width = Math.max(...bars.map((one) => one.name.length));
    console.log(`\n${"bar".padEnd(width)}  ${"figure".padStart(10)}  ${"limit".padStart(10)}`);
    for (const one of bars) {
        const cell = (value) => `${shown(value)} ${one.unit}`.trim().padStart(10);
        console.log(`${one.name.padEnd(width)}  ${cell(one.value)}  ${cell(one.limit)}  ${one.verdict === "ok" ? "" : one.verdict}`.trimEnd());
    }
}
