// SPDX-License-Identifier: MIT
// @ts-check
// How does a picture keep its own colours without painting the page? Its rules are taken out of its
// <style>, which the page's policy would refuse, and count within the picture only, as a sheet of the
// document; the rules for dark screens and for paper stay what they are.

const WITHIN = "svg.groeipad";

const sheet = new CSSStyleSheet();

/** Takes the rules out of the text of a picture, before anything is made of it (a <style> that is
 * made is refused by the policy), and lets them count for the picture that is shown.
 * @param {string} text of an SVG; what users wrote is escaped in it
 * @returns {string} the picture without its rules */
export function adoptStyle(text) {
    let rules = "";
    const bare = text.replace(/<style[^>]*>([^]*?)<\/style>/g, (_all, /** @type {string} */ inner) => {
        rules += inner;
        return "";
    });
    const own = new CSSStyleSheet();
    own.replaceSync(rules);
    sheet.replaceSync(rulesWithin(own.cssRules));
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
    return bare;
}

/**
 * @param {CSSRuleList} rules
 * @returns {string} */
function rulesWithin(rules) {
    let text = "";
    for (const rule of rules) {
        if (rule instanceof CSSStyleRule)
            text += selectorWithin(rule.selectorText) + "{" + rule.style.cssText + "}\n";
        else if (rule instanceof CSSMediaRule)
            text += "@media " + rule.media.mediaText + "{\n" + rulesWithin(rule.cssRules) + "}\n";
        /* How large paper is (@page) the page itself decides. */
    }
    return text;
}

/** ".a,.b:not(.c,.d)" as "svg .a,svg .b:not(.c,.d)".
 * @param {string} selectors
 * @returns {string} */
export function selectorWithin(selectors) {
    let depth = 0;
    let one = "";
    const all = [];
    for (const letter of selectors) {
        if (letter === "(") depth++;
        if (letter === ")") depth--;
        if (letter === "," && depth === 0) {
            all.push(one.trim());
            one = "";
        } else one += letter;
    }
    all.push(one.trim());
    return all.map((each) => (each.startsWith(WITHIN) ? each : WITHIN + " " + each)).join(",");
}
