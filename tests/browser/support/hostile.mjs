// SPDX-License-Identifier: MIT
// Portfolios that mean harm, or that are odd: whatever stands in ids and names is text on the page and nothing else.

const script = "</script><script>alert(1)</script>";
const image = "\"><img src=x onerror=alert(1)>";
const comment = "<!--<script>";
const names = {
    script, image, comment,
    style: "</style><style>*{display:none}</style>",
    handler: "' onmouseover='alert(1)' x='",
    template: "${alert(1)} {{alert(1)}} `${alert(1)}`",
    entity: "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#0;",
    svg: "<svg/onload=alert(1)>",
    markdown: "[x](javascript:alert(1)) **a** | b | `c` <b>d</b>",
    rightToLeft: "\u202eתוכנית הגדילה\u202c وثيقة النمو",
    emoji: "👩‍👩‍👧‍👦🏳️‍🌈 🧑🏽‍💻 é́́́",
    long: "Onafgebrokenwoordenstapel".repeat(20),
    words: "een naam van heel veel woorden ".repeat(17).slice(0, 500),
    percent: "%3Cscript%3Ealert(1)%3C/script%3E?for=x&panel=1#/plan",
    formula: "=cmd|' /C calc'!A0",
    prototype: "__proto__",
    builder: "constructor",
    shown: "toString",
    blank: " a  b ",
};

/** Everything at once: a capability and an intervention for each. */
export function hostile() {
    const all = Object.values(names);
    const capabilities = all.map((name, n) => ({ id: name, name, owner: name, tags: [name, "gewoon"], lead_time: "3mo", level: n % 3 === 0 ? 1 : 0,
        "x-url": n % 2 ? "javascript:alert(1)" : "https://example.org/?a=1&b=\"<>'", requires: n > 0 ? [all[n - 1]] : [] }));
    const interventions = all.slice(0, 12).map((name, n) => ({ id: `i${n} ${name}`, name, owner: name, stage: "develop", start: "2026-02-02", duration: "8w",
        needed_by: "2026-06-01", "x-url": "data:text/html,<script>alert(1)</script>", requires: [capabilities[n].id] }));
    return { groeipad: 1, title: `${script}${image}${names.rightToLeft}`, status_date: "2026-01-05", planning: { round: "6mo", from: "2026-01-01" },
        scenarios: [{ id: script, name: image }], measures: [{ id: image, name: script, cost: 1, changes: { capabilities: [{ id: capabilities[1].id, lead_time: "1w" }] } }],
        interventions, capabilities };
}

export const hostileEmpty = () => ({ groeipad: 1, status_date: "2026-01-05" });
export const hostileOne = () => ({ groeipad: 1, status_date: "2026-01-05", title: comment, capabilities: [{ id: script, lead_time: "1mo" }] });
