// SPDX-License-Identifier: MIT
// Whatever an id is called, the page writes a target that the command reads as that id; and what is a list
// or a setting of the file, as the schema has them, is never taken for one.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startGroup, test } from "./support/suite.mjs";
import { answer, home } from "./support/tools.mjs";

/* A module without imports, whatever node takes a .js file for. */
const source = readFileSync("report/page/changes.js", "utf8");
const changes = await import(`data:text/javascript,${encodeURIComponent(source)}`);

startGroup("targets"); /* here, because others name theirs while this one waits */

const settings = Object.keys(JSON.parse(readFileSync("docs/portfolio.schema.json", "utf8")).properties);
const ids = [...settings, "drop", "c360", "a.b", "a b", " a", "a->b", "a=b", "a|b", "a@2", "levels[2]", "\"", "\\", "a\"b\\", "x-own", "é",
    "知識", "</script>", "->", "1", "__proto__", "constructor"];

/** The file of a portfolio in which every id is a capability that one intervention needs. */
function portfolioOf(all) {
    const folder = path.join(home, "targets");
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, "ids.json");
    const capabilities = all.map((id) => ({ id, lead_time: "1mo" }));
    writeFileSync(file, JSON.stringify({ status_date: "2026-01-05", interventions: [{ id: "needs all", requires: all }], capabilities }));
    return file;
}

const readyOf = (plan, id) => plan.activities.find((one) => one.id === id)?.earliest_ready;

test("an id in a target is that id to the command", () => {
    const file = portfolioOf(ids);
    const sets = ids.flatMap((id) => ["--set", `${changes.idInTarget(id)}.lead_time=2mo`]);
    const plan = answer(["plan", file, ...sets]);
    for (const id of ids) assert.equal(readyOf(plan, id), "2026-03-05", id);
    const drops = ids.flatMap((id) => ["--drop", `${changes.idInTarget("needs all")}->${changes.idInTarget(id)}`]);
    assert.equal(readyOf(plan, "needs all"), "2026-03-16"); /* the first end of a cycle when all are ready */
    assert.equal(readyOf(answer(["plan", file, ...drops]), "needs all"), "2026-01-19"); /* its own first */
});

test("a change is cut at its own =, and put back as it was", () => {
    for (const id of ids)
        for (const value of ["6mo", "a=b", "{\"likely\":\"=\"}", "\"2\""]) {
            const target = `${changes.idInTarget(id)}.lead_time`;
            assert.deepEqual(changes.cutChange(`${target}=${value}`), [target, value]);
            assert.equal(changes.typed(changes.readValue(value)), value);
        }
    assert.equal(changes.typed(2), "2");
    assert.equal(changes.readValue("2"), "2"); /* a number is said as it was typed: JavaScript has no 1e400 */
});

test("of two values for one target the last is asked; undo of one leaves the other", () => {
    const tried = { set: ["a.level=1", "b.level=2", "a.level=3"], require: [], drop: ["x->y"], measures: ["m"], scenario: "" };
    assert.deepEqual(changes.changesOf(tried), { set: { "b.level": "2", "a.level": "3" }, drop: ["x->y"], measures: ["m"] });
    assert.deepEqual(changes.withValue(tried, "b.level", "4"), ["a.level=1", "b.level=4", "a.level=3"]);
    assert.deepEqual(changes.withoutChange(tried, { list: "set", text: "a.level=3" }), { set: ["b.level=2"] });
    assert.deepEqual(changes.changeAt(tried, { file: "--set", line: 2 }), { list: "set", text: "a.level=3" });
    assert.equal(changes.changeAt(tried, { file: "portfolio.json", line: 2 }), null);
});
