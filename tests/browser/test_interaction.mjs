// SPDX-License-Identifier: MIT
// What people do: click, type, drag, turn the wheel, pinch, press keys, share an address, go back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { button } from "./support/actions.mjs";
import { fileOf, pageOf } from "./support/pages.mjs";
import { answer, command } from "./support/tools.mjs";
import { startGroup, test } from "./support/suite.mjs";
import { goTo, settle, withPage } from "./support/browser.mjs";

startGroup("interaction");

const planOf = (name) => answer(["plan", fileOf(name)]);
const hashOf = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const panelTitle = (page) => page.locator("#panel h2").innerText();
const items = (page) => page.locator("main .picture-box .item[data-id]");
const stateOfBox = (page) => page.evaluate(() => {
    const box = document.querySelector(".picture-box");
    return { left: box.scrollLeft, top: box.scrollTop, width: box.querySelector(".canvas").getBoundingClientRect().width };
});
const middleOf = async (locator) => {
    const { x, y, width, height } = await locator.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
};
const focused = (page) => page.evaluate(() => {
    const { activeElement: at } = document;
    return { tag: at.tagName.toLowerCase(), id: at.dataset?.id ?? at.id, text: (at.textContent ?? "").slice(0, 60), isInPicture: at.closest(".picture-box") !== null,
        place: [...document.querySelectorAll(".picture-box .item")].indexOf(at) };
});

test("a click on an item opens the panel, Esc closes it, and the focus goes back", () => withPage(pageOf("white-paper"), { hash: "#/path" }, async (page) => {
    const item = items(page).nth(5);
    const id = await item.getAttribute("data-id");
    await item.click();
    await settle(page);
    assert.match(await hashOf(page), new RegExp(`for=${id}.*panel=1`));
    assert.ok((await panelTitle(page)).length > 0);
    assert.equal((await focused(page)).tag, "h2");
    await page.keyboard.press("Escape");
    await settle(page);
    assert.equal(await page.locator("#panel").isVisible(), false);
    const back = await focused(page);
    assert.equal(back.id, id, JSON.stringify(back));
}));

test("what is hovered lights up with what it needs and what needs it", () => withPage(pageOf("white-paper"), { hash: "#/path" }, async (page) => {
    const plan = planOf("white-paper");
    const { intervention } = { intervention: plan.interventions.find((one) => one.critical_path.length > 2) };
    const item = page.locator(`main .item[data-id="${intervention.id}"]`).first();
    await item.hover();
    await settle(page);
    const lit = new Set(await page.locator("main .item.on").evaluateAll((all) => all.map((one) => `${one.dataset.id} ${one.dataset.level}`)));
    for (const step of intervention.critical_path) assert.ok(lit.has(`${step.id} ${step.level ?? ""}`), `${step.id} ${step.level} is on the critical path and not lit`);
    assert.ok(lit.size < plan.activities.length, "and not everything is lit");
    await page.mouse.move(5, 5);
    await settle(page);
    assert.equal(await page.locator("main .item.on").count(), 0);
}));

test("the keyboard alone: from the address bar to the panel and back", () => withPage(pageOf("white-paper"), {}, async (page) => {
    const press = async (key) => {
        await page.keyboard.press(key);
        return focused(page);
    };
    assert.equal((await press("Tab")).tag, "a", "the first stop is the skip link");
    assert.equal(await page.locator(".skip").evaluate((link) => link === document.activeElement), true);
    await press("Enter");
    assert.equal((await focused(page)).tag, "main");
    await page.evaluate(() => document.activeElement.blur());
    /* To the roadmap, through the links of the views. */
    let at = null;
    for (let n = 0; n < 30 && !/^roadmap/i.test(at?.text ?? ""); n++) at = await press(n === 0 ? "Shift+Tab" : "Shift+Tab");
    assert.match(at.text, /^roadmap/i);
    await press("Enter");
    await settle(page);
    assert.match(await hashOf(page), /^#\/roadmap/);
    for (let n = 0; n < 60 && !(at.isInPicture && at.tag !== "div"); n++) at = await press("Tab");
    assert.ok(at.isInPicture, "Tab reaches an item of the picture");
    const first = at.place;
    assert.equal(await page.locator(".ring").isVisible(), true, "a ring shows where one is");
    at = await press("ArrowDown");
    assert.ok(at.place >= 0 && at.place !== first, "an arrow key goes to another item");
    at = await press("End");
    assert.equal(at.place, await page.locator(".picture-box .item").count() - 1, "End goes to the last");
    await press("Enter");
    await settle(page);
    assert.equal((await focused(page)).tag, "h2");
    const next = await press("Tab");
    assert.equal(await page.evaluate(() => document.querySelector("#panel").contains(document.activeElement)), true, JSON.stringify(next));
    await press("Escape");
    await settle(page);
    assert.equal((await focused(page)).place, at.place);
}));

test("every stop of Tab is seen: something shows the focus", () => withPage(pageOf("white-paper"), { hash: "#/clashes" }, async (page) => {
    const unseen = [];
    for (let n = 0; n < 45; n++) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(() => {
            const { activeElement: at } = document;
            if (at === document.body) return null;
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
            const shows = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none" || at.matches(".item");
            return shows ? null : at.outerHTML.slice(0, 120);
        });
        if (seen) unseen.push(seen);
    }
    assert.deepEqual(unseen, []);
}));

test("a picture is dragged, and that is no click", () => withPage(pageOf("150"), { hash: "#/path" }, async (page) => {
    await button(page, /^(zoom in|vergroten)$/i).click({ clickCount: 4 });
    await settle(page);
    const before = await stateOfBox(page);
    const from = await middleOf(page.locator(".picture-box"));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 90, from.y - 40, { steps: 8 });
    await page.mouse.up();
    const after = await stateOfBox(page);
    assert.ok(after.left - before.left > 60 && after.top - before.top > 20, JSON.stringify([before, after]));
    assert.equal((await hashOf(page)).includes("panel"), false);
}));

test("the wheel zooms about the pointer; buttons and keys zoom too", () => withPage(pageOf("150"), { hash: "#/path" }, async (page) => {
    const begun = await stateOfBox(page);
    await page.locator(".picture-box").focus();
    await page.keyboard.press("0");
    const fitted = await stateOfBox(page);
    assert.ok(begun.width > fitted.width * 1.2, "it begins so large that its words can be read");
    const { x, y } = await middleOf(page.locator(".picture-box"));
    await page.mouse.move(x, y);
    const under = () => page.evaluate(([left, top]) => {
        const canvas = document.querySelector(".canvas").getBoundingClientRect();
        return [(left - canvas.x) / canvas.width, (top - canvas.y) / canvas.height];
    }, [x, y]);
    const before = await under();
    await page.mouse.wheel(0, -240);
    await page.waitForFunction((width) => document.querySelector(".canvas").getBoundingClientRect().width > width * 1.1, fitted.width);
    const after = await under();
    assert.ok(Math.abs(before[0] - after[0]) < 0.02 && Math.abs(before[1] - after[1]) < 0.02, `${before} ${after}`);
    await page.locator(".picture-box").focus();
    await page.keyboard.press("0");
    assert.ok(Math.abs((await stateOfBox(page)).width - fitted.width) < 20);
    await page.keyboard.press("+");
    await page.waitForTimeout(400); /* while a hand zooms the picture is stretched, and made anew after that */
    const larger = await stateOfBox(page);
    assert.ok(larger.width > fitted.width * 1.1);
    await page.keyboard.press("ArrowRight");
    assert.ok((await stateOfBox(page)).left > larger.left);
    await page.keyboard.press("-");
    await button(page, /^(zoom out|verkleinen)$/i).click();
    assert.ok((await stateOfBox(page)).width < larger.width);
}));

test("two fingers zoom, one tap opens the panel", () => withPage(pageOf("white-paper"), { hash: "#/path", width: 360, height: 740, touch: true }, async (page, { context }) => {
    await page.locator(".picture-box").scrollIntoViewIfNeeded();
    const before = await stateOfBox(page);
    const { x, y } = await middleOf(page.locator(".picture-box"));
    const touch = await context.newCDPSession(page);
    const send = (type, apart) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: apart === null ? [] : [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }] });
    await send("touchStart", 30);
    for (const apart of [40, 55, 70, 85]) await send("touchMove", apart);
    await send("touchEnd", null);
    await settle(page);
    const after = await stateOfBox(page);
    assert.ok(after.width > before.width * 1.8, JSON.stringify([before, after]));
    assert.equal((await hashOf(page)).includes("panel"), false);
    const item = await page.evaluateHandle(() => {
        const box = document.querySelector(".picture-box").getBoundingClientRect();
        return [...document.querySelectorAll(".picture-box .item[data-id]")].find((one) => {
            const { x: left, y: top, width, height } = one.getBoundingClientRect();
            const at = document.elementFromPoint(left + width / 2, top + height / 2);
            return left + width / 2 > box.left && left + width / 2 < box.right && at?.closest(".item") === one;
        });
    });
    await item.asElement().tap();
    await settle(page);
    assert.match(await hashOf(page), /panel=1/);
    assert.equal(await page.locator("#panel").isVisible(), true);
}));

test("search: by name without its accents, by id, by keys alone", () => withPage(pageOf("150"), {}, async (page) => {
    const box = page.getByRole("combobox");
    await page.keyboard.press("/");
    assert.equal(await box.evaluate((one) => one === document.activeElement), true, "/ goes to the search");
    await page.keyboard.type("een formulier");
    const options = page.locator("#search-found [role=option]");
    await options.first().waitFor();
    assert.match(await options.first().innerText(), /Één formulier/);
    await page.keyboard.press("ArrowDown");
    assert.equal(await options.first().getAttribute("aria-selected"), "true");
    await page.keyboard.press("Enter");
    await settle(page);
    assert.match(await panelTitle(page), /Één formulier/);
    await box.fill("CAP-017");
    await options.first().waitFor();
    await options.first().click();
    await settle(page);
    assert.match(await hashOf(page), /for=cap-017/);
    await box.fill("zzzz");
    await settle(page);
    assert.equal(await options.count(), 0);
}));

/** What a filter has to leave, as the answers say: ids of steps. */
const filters = [
    ["owner=Recht", (one) => one.owner === "Recht"],
    ["owner=Recht&owner=Dienst", (one) => one.owner === "Recht" || one.owner === "Dienst"],
    ["tag=Soziales", (one) => one.tags.includes("Soziales")],
    ["critical=1", (one) => one.critical],
    ["late=1", (one, lives) => (one.kind === "intervention" ? lives.get(one.id).late_days > 0 : one.buffer_days !== null && one.buffer_days < 0)],
    ["owner=Recht&critical=1", (one) => one.owner === "Recht" && one.critical],
];
test("every filter leaves what the answers say, in picture and table", () => withPage(pageOf("150"), {}, async (page) => {
    const plan = planOf("150");
    const lives = new Map(plan.interventions.map((one) => [one.id, one]));
    const all = new Set(plan.activities.map((one) => `${one.id} ${one.level ?? ""}`));
    for (const [query, leaves] of filters) {
        const should = plan.activities.filter((one) => leaves(one, lives)).map((one) => `${one.id} ${one.level ?? ""}`).sort();
        await goTo(page, `#/roadmap?table=1&${query}`);
        const shown = await page.evaluate(() => [...document.querySelectorAll("main .item[data-id][data-level]:not(.out)")].map((one) => `${one.dataset.id} ${one.dataset.level}`));
        assert.deepEqual([...new Set(shown)].filter((one) => all.has(one)).sort(), should, `picture: ${query}`);
        assert.equal(await page.locator("main table tbody tr").count(), should.length, `table: ${query}`);
        const count = await page.locator(".filter-bar .count").innerText();
        assert.ok(count.includes(String(new Set(should.map((one) => one.split(" ")[0])).size)), `${query}: ${count}`);
    }
}));

test("filters by hand: boxes, chips, clear", () => withPage(pageOf("150"), { hash: "#/roadmap?lang=en" }, async (page) => {
    await page.locator(".filters summary").click();
    await page.locator(".filters input[value='Recht']").check();
    await page.locator(".filters input[data-field=critical]").check();
    await page.locator(".filters input[value='develop']").check();
    await page.locator(".filters select").selectOption("krimp");
    assert.match(await hashOf(page), /owner=Recht/);
    assert.match(await hashOf(page), /stage=develop.*scenario=krimp.*critical=1/);
    assert.equal(await page.locator(".chips li").count(), 5, "four chips and clear");
    await page.locator(".chips button", { hasText: "Recht" }).click();
    assert.equal((await hashOf(page)).includes("owner"), false);
    assert.equal(await page.locator(".filters input[value='Recht']").isChecked(), false);
    await page.locator(".chips .clear").click();
    assert.equal(/critical|stage|scenario/.test(await hashOf(page)), false);
    assert.equal(await page.locator("main .item.out").count(), 0);
}));

test("a table is sorted by any column, both ways", () => withPage(pageOf("150"), { hash: "#/roadmap?table=1&lang=en" }, async (page) => {
    const heading = page.locator("main table thead button[data-column=earliest_ready]");
    const dates = () => page.evaluate(() => {
        const at = [...document.querySelectorAll("main table thead th")].findIndex((cell) => cell.querySelector("[data-column=earliest_ready]"));
        const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        return [...document.querySelectorAll("main table tbody tr")].map((row) => row.children[at].textContent.trim()).filter(Boolean).map((text) => {
            const found = /(\d+) (\w{3}) (\d{4})/.exec(text);
            return found ? Number(found[3]) * 10000 + months.indexOf(found[2]) * 100 + Number(found[1]) : Number(text.replaceAll("-", ""));
        });
    });
    const ascending = (list) => list.every((value, n) => n === 0 || list[n - 1] <= value);
    await heading.click();
    await settle(page);
    assert.equal(await page.locator("main table thead th[aria-sort=ascending]").count(), 1);
    assert.ok(ascending(await dates()), "ascending");
    assert.match(await hashOf(page), /sort=plan.earliest_ready/);
    await heading.press("Enter");
    await settle(page);
    assert.equal(await page.locator("main table thead th[aria-sort=descending]").count(), 1);
    assert.ok(ascending((await dates()).reverse()), "descending");
}));

const copiedText = async (page) => {
    await button(page, /^(copy as csv|kopieer als csv)$/i).first().click();
    await settle(page);
    return page.evaluate(() => navigator.clipboard.readText());
};
/* One test for both languages: there is one clipboard, and tests run beside each other. */
test("columns are chosen, and what is shown is copied as CSV, in either language", () => withPage(pageOf("150"), { hash: "#/roadmap?table=1&owner=Recht&lang=en" }, async (page) => {
    const part = page.locator(".table-part");
    await part.locator("details.choose summary").click();
    await part.locator("details.choose button[value=every]").click();
    await settle(page);
    await part.locator("details.choose summary").click();
    const every = await page.evaluate(() => location.hash);
    for (const language of ["en", "nl"]) {
        const said = (...more) => command(["plan", fileOf("150"), "--format", "csv", "--lang", language, "--owner", "Recht", ...more]).replace("\uFEFF", "");
        await goTo(page, every.replace("lang=en", `lang=${language}`));
        assert.equal(await copiedText(page), said(), "all columns: as the command with --owner");
        await goTo(page, `#/roadmap?table=1&owner=Recht&column=plan:id,level,earliest_ready&lang=${language}`);
        assert.equal(await copiedText(page), said("--columns", "id,level,earliest_ready"));
    }
}));
for (const language of ["en", "nl"]) {
    test(`a table is kept as the command writes it: separators, decimals, byte order mark (${language})`, () => withPage(pageOf("white-paper"), { hash: `#/fit?table=1&lang=${language}` }, async (page) => {
        await page.locator(".table-part details.choose summary").click();
        await page.locator(".table-part button[value=every]").click();
        await settle(page);
        await page.keyboard.press("Escape");
        const waits = page.waitForEvent("download");
        await button(page, /^(save as csv|bewaar als csv)$/i).click();
        const kept = readFileSync(await (await waits).path(), "utf8");
        const said = command(["fit", fileOf("white-paper"), "--format", "csv", "--lang", language]);
        assert.match(said, language === "nl" ? /;0,5/ : /,0\.5/);
        assert.equal(kept, said);
    }));
}

for (const which of [".filters", ".table-part .choose"]) {
    test(`${which} closes on Esc, with the focus back, and on a click elsewhere`, () => withPage(pageOf("white-paper"), { hash: "#/clashes" }, async (page) => {
        const details = page.locator(which).first();
        const isOpen = () => details.evaluate((one) => one.open);
        await details.locator("summary").click();
        await details.locator("input").first().focus();
        await page.keyboard.press("Escape");
        assert.equal(await isOpen(), false);
        assert.equal(await details.locator("summary").evaluate((one) => one === document.activeElement), true);
        await page.keyboard.press("Enter");
        assert.equal(await isOpen(), true);
        await page.locator("h1").click();
        assert.equal(await isOpen(), false);
    }));
}

test("the language switches in the page, and is in the address", () => withPage(pageOf("white-paper"), { hash: "#/clashes" }, async (page) => {
    assert.equal(await page.evaluate(() => document.documentElement.lang), "nl");
    assert.match(await page.locator("main h2").first().innerText(), /Botsingen/);
    await button(page, /^English$/).click();
    await settle(page);
    assert.match(await page.locator("main h2").first().innerText(), /Clashes/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    assert.match(await hashOf(page), /lang=en/);
    await page.reload();
    await page.locator("main h2").first().waitFor();
    assert.match(await page.locator("main h2").first().innerText(), /Clashes/);
}));

test("links in the panel go from requirement to requirement, and back comes back", () => withPage(pageOf("white-paper"), { hash: "#/path" }, async (page) => {
    const { interventions } = planOf("white-paper");
    const deep = interventions.find((one) => one.critical_path.length > 2);
    await goTo(page, `#/path?for=${deep.id}&panel=1`);
    const titles = [await panelTitle(page)];
    for (let n = 0; n < 3; n++) {
        const link = page.locator("#panel .needs a.record").first();
        await link.click();
        await settle(page);
        titles.push(await panelTitle(page));
    }
    assert.equal(new Set(titles).size > 1, true, titles.join(" > "));
    for (let n = 3; n > 0; n--) {
        await page.goBack();
        await settle(page);
        assert.equal(await panelTitle(page), titles[n - 1]);
    }
    await page.goForward();
    await settle(page);
    assert.equal(await panelTitle(page), titles[1]);
}));

test("an address reproduces what is seen; reload keeps it", () => withPage(pageOf("150"), {}, async (page, opened) => {
    const seen = (one) => one.evaluate(() => ({
        view: document.querySelector("nav [aria-current=page]").dataset.view, panel: document.querySelector("#panel h2")?.textContent, rows: document.querySelectorAll("main table tbody tr").length,
        out: document.querySelectorAll("main .item.out").length, here: document.querySelectorAll("main .item.here").length, chips: document.querySelectorAll(".chips li").length,
    }));
    await goTo(page, "#/map?for=cap-020&panel=1&owner=Dienst&table=1&lang=en");
    await page.waitForFunction(() => document.querySelector("main table[aria-busy=false]"));
    const before = await seen(page);
    assert.equal(before.view, "map");
    assert.ok(before.panel && before.rows > 0 && before.out > 0 && before.chips === 2, JSON.stringify(before));
    await page.reload();
    await page.waitForFunction(() => document.querySelector("main table[aria-busy=false]"));
    await settle(page);
    assert.deepEqual(await seen(page), before);
    await withPage(opened.file, { hash: await page.evaluate(() => location.hash) }, async (other) => {
        await other.waitForFunction(() => document.querySelector("main table[aria-busy=false]"));
        await settle(other);
        assert.deepEqual(await seen(other), before);
    });
}));

test("search: nothing found is not left standing, and an owner is offered as a filter", () => withPage(pageOf("150"), { hash: "#/path" }, async (page) => {
    const box = page.getByRole("combobox");
    await box.fill("zzzz");
    assert.equal(await page.locator(".search-rest").isVisible(), true);
    const { x, y } = await middleOf(page.locator(".picture-box"));
    await page.mouse.click(x, y);
    assert.equal(await page.locator(".search-rest").isVisible(), false);
    await box.fill("recht");
    await page.locator("#search-found .filter").click();
    await settle(page);
    assert.match(await hashOf(page), /owner=Recht/);
    assert.equal(await page.locator(".chips button", { hasText: "Recht" }).count(), 1);
}));

test("the panel opens at the level that is late, else at the first that is to come", () => withPage(pageOf("150"), {}, async (page) => {
    const { activities, status_date: today } = planOf("150");
    const all = Map.groupBy ? Map.groupBy(activities, ({ id }) => id) : new Map(activities.map(({ id }) => [id, activities.filter((one) => one.id === id)]));
    const several = [...all.values()].filter((steps) => steps.length > 1);
    const isLate = ({ buffer_days: days }) => days !== null && days < 0;
    const first = (steps) => steps.find(isLate) ?? steps.find((one) => one.earliest_ready > today);
    for (const steps of several.filter((own) => first(own) !== own.at(-1)).slice(0, 4)) {
        await goTo(page, `#/roadmap?for=${steps[0].id}&panel=1&lang=en`);
        assert.match(await page.locator("#panel .kind").innerText(), new RegExp(`level ${first(steps).level}$`), steps[0].id);
    }
    assert.ok(several.some((own) => first(own) !== own.at(-1)));
    assert.match(await page.locator("#panel .means").first().innerText(), /days/, "float and buffer are explained");
}));

test("tables of a text: named, whole where they are short, a first cell that heads its row, a cost on one line", () => withPage(pageOf("white-paper"), { hash: "#/clashes?lang=nl" }, async (page) => {
    const tables = await page.locator(".notes table").evaluateAll((all) => all.map((one) => ({
        name: one.getAttribute("aria-label"), heads: one.querySelectorAll("tbody th[scope=row]").length, rows: one.querySelectorAll("tbody tr").length,
        isCut: one.parentElement.scrollHeight > one.parentElement.clientHeight + 1,
        wrapped: [...one.querySelectorAll("tbody td")].filter((cell) => /^\d+ punt(en)?$/.test(cell.textContent)).filter((cell) => {
            const range = document.createRange();
            range.selectNodeContents(cell);
            return range.getClientRects().length > 1;
        }).length,
    })));
    assert.ok(tables.length > 1);
    assert.equal(new Set(tables.map(({ name }) => name)).size, tables.length, "each has a name of its own");
    for (const table of tables) assert.deepEqual(table, { ...table, heads: table.rows, isCut: false, wrapped: 0 });
    for (const part of await page.locator(".table-part .table-scroll").all()) {
        const [rows, whole] = await part.evaluate((one) => [one.querySelectorAll("tbody tr").length, one.scrollHeight <= one.clientHeight + 1]);
        assert.ok(rows > 15 || whole, `${rows} rows are cut`);
    }
}));

test("a phone: a finding begins with what it says, and the first column of a plan stays", () => withPage(pageOf("white-paper"), { hash: "#/findings?lang=en", width: 360, height: 740 }, async (page) => {
    assert.equal(await page.locator("main thead th").first().innerText().then((text) => text.trim()), "Finding");
    await goTo(page, "#/roadmap?table=1&lang=en");
    const scroll = page.locator(".table-scroll");
    const first = scroll.locator("tbody tr").first().locator(":scope > *").first();
    const before = (await first.boundingBox()).x;
    await scroll.evaluate((one) => (one.scrollLeft = 300));
    assert.equal(Math.round((await first.boundingBox()).x), Math.round(before));
}));

test("what is open stays open in the other language", () => withPage(pageOf("150"), { hash: "#/roadmap?table=1&lang=en" }, async (page) => {
    const [step] = await page.evaluate(() => window.groeipad.plan().filter((one) => one.level !== null));
    await goTo(page, `#/roadmap?table=1&lang=en&panel=1&for=${encodeURIComponent(step.id)}`);
    await page.locator("main .choose > summary").focus();
    await page.keyboard.press("Enter");
    const open = () => page.evaluate(() => [...document.querySelectorAll("details")].map((one) => one.open));
    const before = await open();
    assert.ok(before.includes(true));
    await page.locator("button.language").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.documentElement.lang === "nl" && document.querySelector("main .choose > summary")?.textContent.startsWith("Kolommen"));
    await settle(page);
    assert.deepEqual(await open(), before);
}));

test("at 200 % what is above the view scrolls away, and a sheet leaves half of the window", () => withPage(pageOf("white-paper"), { width: 683, height: 384, hash: "#/roadmap?set=planning.round%3D6mo" }, async (page) => {
    await page.evaluate(() => window.groeipad.ready);
    await goTo(page, "#/roadmap?set=planning.round%3D6mo&for=beeld-360&panel=1");
    await page.waitForFunction(() => {
        document.querySelector("main").scrollIntoView();
        return Math.max(...[...document.querySelectorAll(".head, .views, .filters-slot, .bar-slot")].map((one) => one.getBoundingClientRect().bottom)) <= innerHeight / 5;
    });
    const left = await page.evaluate(() => document.querySelector("#panel").getBoundingClientRect().top / innerHeight);
    assert.ok(left >= 0.49, `${left} is left`);
}));
