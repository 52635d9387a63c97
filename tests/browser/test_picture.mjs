// SPDX-License-Identifier: MIT
// Where one looks at a picture: what stays lit, in sight and readable when all around it moves, and where the focus is then.
import assert from "node:assert/strict";
import { button } from "./support/actions.mjs";
import { pageOf } from "./support/pages.mjs";
import { startGroup, test } from "./support/suite.mjs";
import { goTo, settle, withPage } from "./support/browser.mjs";

startGroup("picture");

/** What is chosen: how many are, whether the first can be seen, and how high its words are. */
const chosen = (page) => page.evaluate(() => {
    const all = [...document.querySelectorAll(".picture-box .item.here")];
    if (all.length === 0) return null;
    const { left, right, top, bottom } = all[0].getBoundingClientRect();
    const box = document.querySelector(".picture-box").getBoundingClientRect();
    const panel = document.querySelector("#panel");
    const end = getComputedStyle(panel).position === "fixed" && !panel.hidden ? panel.getBoundingClientRect().top : innerHeight;
    const isSeen = right > box.left && left < box.right && bottom > Math.max(0, box.top) && top < Math.min(end, box.bottom);
    return { id: all[0].dataset.id, isSeen, width: document.querySelector(".canvas").getBoundingClientRect().width };
});
const isLit = (page) => page.evaluate(() => !document.querySelector(".picture-box .veil").hidden);
/** An item far right in what is seen, which a panel will push aside. */
const farRight = (page) => page.evaluateHandle(() => {
    const box = document.querySelector(".picture-box").getBoundingClientRect();
    const end = (one) => one.querySelector(".shape").getBoundingClientRect();
    return [...document.querySelectorAll(".picture-box .item[data-id]")].filter((one) => {
        const { x, y, width, height } = end(one);
        return document.elementFromPoint(x + width / 2, y + height / 2)?.closest(".item") === one && x + width < box.right;
    }).sort((a, b) => end(b).right - end(a).right)[0];
});
const clickMiddle = async (page, item) => {
    const { x, y, width, height } = await item.evaluate((one) => one.querySelector(".shape").getBoundingClientRect().toJSON());
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.up();
    await settle(page);
    await page.waitForTimeout(200);
};

test("who follows a link of the overview reads on at the heading of the next view", () => withPage(pageOf("white-paper"), {}, async (page) => {
    for (const link of [".figures a", ".first a[href^='#/clashes']"]) {
        await goTo(page, "#/overview");
        await page.locator(link).last().press("Enter");
        await settle(page);
        const at = await page.evaluate(() => document.activeElement.outerHTML);
        assert.match(at, /^<h2/, link);
    }
}));

test("what was clicked stays lit, in sight and as large when the panels come", () => withPage(pageOf("white-paper"), { hash: "#/roadmap", width: 1366, height: 768 }, async (page) => {
    await page.locator(".picture-box").scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => document.querySelector(".canvas").getBoundingClientRect().width);
    const item = await farRight(page);
    const id = await item.evaluate((one) => one.dataset.id);
    await clickMiddle(page, item);
    const after = await chosen(page);
    assert.equal(after?.id, id, "what came under the pointer lit up");
    assert.ok(after.isSeen, "it is in sight");
    assert.ok(after.width > before * 0.9, `${before} became ${after.width}`);
    await button(page, /^(what if|wat als)/i).first().click();
    await settle(page);
    const both = await chosen(page);
    assert.ok(both.id === id && both.isSeen && both.width > before * 0.9, JSON.stringify(both));
    await goTo(page, `${await page.evaluate(() => location.hash)}&set=planning.round%3D6mo`);
    await page.waitForTimeout(300);
    const changed = await chosen(page);
    assert.ok(changed.id === id && changed.isSeen && changed.width > before * 0.6, JSON.stringify([before, changed]));
}));

test("closing the panel, by key or by mouse, lets all of the picture be seen again", () => withPage(pageOf("white-paper"), { hash: "#/roadmap" }, async (page) => {
    for (const close of [() => page.keyboard.press("Escape"), () => page.locator("#panel .close").click()]) {
        await clickMiddle(page, await farRight(page));
        assert.equal(await isLit(page), true);
        await close();
        await settle(page);
        await page.waitForTimeout(100);
        assert.equal(await isLit(page), false);
        const seen = await page.evaluate(() => {
            const { left, right } = document.activeElement.getBoundingClientRect();
            const box = document.querySelector(".picture-box").getBoundingClientRect();
            return document.activeElement.matches(".item") && right > box.left && left < box.right;
        });
        assert.ok(seen, "the focus is on what was clicked, in sight");
    }
}));

test("words are not blurred by what lights up, and the legend stays", () => withPage(pageOf("white-paper"), { hash: "#/roadmap" }, async (page) => {
    await clickMiddle(page, await farRight(page));
    const [blurred, shapes, legends] = await page.evaluate(() => [
        [...document.querySelectorAll(".above text")].filter((one) => {
            for (let at = one; !at.matches(".above"); at = at.parentElement) if (getComputedStyle(at).filter !== "none") return true;
            return false;
        }).length,
        [...document.querySelectorAll(".above .glow *")].filter((one) => getComputedStyle(one).filter !== "none").length,
        document.querySelectorAll(".above .legend text").length,
    ]);
    assert.equal(blurred, 0);
    assert.ok(shapes > 0 && legends > 0, `${shapes} shapes glow, ${legends} words of the legend`);
}));

test("on a phone a roadmap begins at the status date, and what is tapped is not below the panel", () => withPage(pageOf("white-paper"), { hash: "#/roadmap", width: 390, height: 844, touch: true }, async (page) => {
    const place = await page.evaluate(() => {
        const box = document.querySelector(".picture-box").getBoundingClientRect();
        return (document.querySelector("#dates > .status").getBoundingClientRect().left - box.left) / box.width;
    });
    assert.ok(place > 0 && place < 0.3, `the status date is at ${place} of the box`);
    assert.match(await page.locator(".picture-help").innerText(), /vinger/);
    const item = await farRight(page);
    await item.asElement().tap();
    await settle(page);
    await page.waitForTimeout(200);
    const after = await chosen(page);
    assert.ok(after?.isSeen, JSON.stringify(after));
}));

test("an item is read once, and says that it can be opened", () => withPage(pageOf("white-paper"), { hash: "#/roadmap" }, async (page) => {
    const said = await page.evaluate(() => {
        const items = [...document.querySelectorAll(".picture-box .item")];
        return { unnamed: items.filter((one) => !one.getAttribute("aria-label")).length, twice: items.filter((one) => one.querySelector(":scope > title")).length,
            unsaid: items.filter((one) => !one.getAttribute("aria-roledescription")).length, arrows: document.querySelectorAll(".picture-box .between:not([aria-hidden])").length };
    });
    assert.deepEqual(said, { unnamed: 0, twice: 0, unsaid: 0, arrows: 0 });
    await page.locator(".picture-box .item").nth(4).hover();
    assert.equal(await page.locator(".picture-box .item > title").count(), 1, "the mouse has its tip");
}));

test("a picture that is seen whole has no scroll bar; one without items no buttons", () => withPage(pageOf("150"), { width: 1366, height: 768 }, async (page) => {
    await goTo(page, "#/overview");
    assert.ok(await page.evaluate(() => {
        const box = document.querySelector(".picture-box");
        return box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
    }));
    await goTo(page, "#/fit");
    assert.equal(await page.locator(".picture-box .item").count() > 0, await page.locator(".zoom, .picture-help").count() > 0);
}));

test("what a filter leaves comes into sight", () => withPage(pageOf("400"), { hash: "#/roadmap" }, async (page) => {
    await goTo(page, "#/roadmap?q=cap-399");
    const count = await page.locator(".picture-box .item:not(.out)").count();
    assert.ok(count > 0);
    await page.waitForTimeout(600);
    assert.ok(await page.evaluate(() => {
        const { left, right, top, bottom } = document.querySelector(".picture-box .item:not(.out)").getBoundingClientRect();
        const box = document.querySelector(".picture-box").getBoundingClientRect();
        return right > box.left && left < box.right && bottom > box.top && top < box.bottom;
    }));
}));

test("a link without the panel lights up what it is about, until its panel has been closed", () => withPage(pageOf("white-paper"), { hash: "#/roadmap?for=shadowbrowsing" }, async (page) => {
    assert.equal((await chosen(page)).id, "shadowbrowsing");
    assert.ok((await chosen(page)).isSeen && (await isLit(page)));
    await goTo(page, "#/roadmap?for=shadowbrowsing&panel=1");
    await page.locator("#panel button").first().click();
    await settle(page);
    assert.ok(!(await isLit(page)));
    await goTo(page, "#/roadmap?for=taal-aansluiten&level=1");
    assert.ok(await isLit(page));
}));
