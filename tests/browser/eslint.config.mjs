// SPDX-License-Identifier: MIT
// What is forbidden in the page's program, and in these tests. The page has a strict policy of its own
// (nothing inline, no eval), which a browser enforces at run time; here it is enforced when it is written.

const names = (text) => Object.fromEntries(text.trim().split(/\s+/).map((name) => [name, "readonly"]));

const browserNames = names(`
    AbortController Blob CSS CSSGroupingRule CSSMediaRule CSSRule CSSStyleRule CSSStyleSheet CompressionStream CustomEvent DOMException DOMParser DOMPoint DOMRect
    DecompressionStream Document DocumentFragment Element Event EventTarget File FocusEvent HashChangeEvent HTMLButtonElement HTMLElement
    HTMLInputElement HTMLSelectElement InputEvent IntersectionObserver KeyboardEvent MouseEvent MutationObserver Node
    NodeFilter PointerEvent ResizeObserver Response ReadableStream SVGElement SVGGraphicsElement SVGSVGElement TextDecoder
    TextEncoder URL URLSearchParams WebAssembly WheelEvent Window XMLSerializer addEventListener atob btoa
    cancelAnimationFrame clearTimeout console crypto customElements dispatchEvent document getComputedStyle history
    innerHeight innerWidth location matchMedia navigator performance queueMicrotask removeEventListener
    requestAnimationFrame requestIdleCallback scrollTo setTimeout structuredClone window
`);
const nodeNames = names("Buffer URL console performance process setTimeout clearTimeout structuredClone WebAssembly TextEncoder TextDecoder");

const property = (name) => `MemberExpression[property.name='${name}']`;
const called = (name) => `CallExpression[callee.name='${name}'], CallExpression[callee.property.name='${name}']`;
const forbidden = (selector, message) => ({ selector, message });

const pageOnly = [
    { selector: "TemplateElement[value.raw=/\\n/]", message: "The bundler takes indentation away, also within a text that goes over lines." },
    forbidden(["innerHTML", "outerHTML", "srcdoc"].map(property).join(", "), "markup from text runs what is in the data: use h() of dom.js"),
    forbidden([called("insertAdjacentHTML"), "CallExpression[callee.object.name='document'][callee.property.name=/^writeln?$/]", called("setHTMLUnsafe"), called("createContextualFragment")].join(", "),
        "markup from text runs what is in the data: use h() of dom.js"),
    forbidden(`${called("eval")}, NewExpression[callee.name='Function'], CallExpression[callee.name='Function']`, "the page's policy forbids eval"),
    forbidden("CallExpression[callee.property.name='setAttribute'][arguments.0.value='style'], Property[key.name='style'][value.type='Literal'], " +
        "Property[key.name='style'][value.type='TemplateLiteral']", "the page's policy forbids style attributes: use a class, or element.style"),
    forbidden("CallExpression[callee.property.name='createElement'][arguments.0.value=/^(style|script)$/]", "the page's policy forbids styles and scripts that are made later"),
    forbidden("CallExpression[callee.name=/^set(Timeout|Interval)$/][arguments.0.type='Literal']", "text as a program is eval"),
    forbidden(called("fetch") + ", NewExpression[callee.name=/^(XMLHttpRequest|WebSocket|EventSource|Worker)$/]", "the page asks nothing of a network"),
    forbidden("ImportExpression", "the page is one file: nothing is loaded later"),
    forbidden("ExportDefaultDeclaration, ExportAllDeclaration", "the bundler knows named exports only"),
    forbidden("MemberExpression[object.name='Intl'], CallExpression[callee.property.name=/^toLocale/]", "the same page everywhere: no words from the browser's locale"),
];

const rules = {
    "no-undef": "error",
    "no-unused-vars": ["error", { args: "after-used" }],
    eqeqeq: "error",
    "no-var": "error",
    "prefer-const": "error",
    "no-shadow": "error",
    "no-redeclare": "error",
    "no-implicit-globals": "error",
    "no-unreachable": "error",
    "no-fallthrough": "error",
    "no-dupe-keys": "error",
    "no-duplicate-imports": "error",
    "no-self-compare": "error",
    "no-cond-assign": "error",
    "no-constant-condition": "error",
    "no-console": "error",
    "no-debugger": "error",
    "no-eval": "error",
    "no-new-func": "error",
    "no-throw-literal": "error",
    "consistent-return": "off",
};

export default [
    { linterOptions: { reportUnusedDisableDirectives: "error" } },
    {
        files: ["report/page/**/*.js"],
        languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: browserNames },
        rules: { ...rules, "no-restricted-syntax": ["error", ...pageOnly] },
    },
    {
        files: ["tests/**/*.mjs"],
        languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...nodeNames, ...browserNames } },
        rules: { ...rules, "no-console": "off" },
    },
];
