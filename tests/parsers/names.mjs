// Names that a grammar of somebody else may take for its own: every one must come back as it was.
const words = `section title dateFormat axisFormat excludes includes todayMarker click accTitle accDescr tickInterval weekday
    weekend inclusiveEndDates vert gantt topAxis displayMode done crit active milestone graph flowchart subgraph end style
    linkStyle classDef class interpolate default direction href call Project note legend header footer skin skinparam scale
    hide today`.split(/\s+/);

export const names = [
    ...words.flatMap(word => [word, word + ' x', word + ': x', word.toUpperCase() + ' y', word + 'én']),
    '2026-01-05', '2026-01-05 start', '2026-1', '2026', '12', '0', '1x', '1. x', '1) x', '0d', '1d', 'after a', 'until b',
    '-', '--', '---', '- x', '+', '++', '+ x', '...', '.', '=', '==', '= x', '==>', '-->', 'a-->b', 'a --> b', '~~~', '~x~',
    '%', '%%', '%% x', '%%{init}%%', '50 %', '100%', '#', '#35;', 'a#b;', '# x', 'C#', '&amp;', '&', '<', '>', '> x', '<b>x</b>',
    '<br/>', '"', '"q"', "'", "'q'", '`', '`q`', '`**m**`', '*', '*x*', '**x**', '_', '_x_', '__x__', '_self', '$', '$x$', '$$x$$',
    ':', 'a:b', ';', 'a;b', ',', 'a,b', '{', '}', '{x}', '[', ']', '[x]', '(x)', '((x))', '|', '|x|', 'a|b', '/', '/x/', '//x//',
    '\\', '\\x', 'a\\nb', '^', '!', '?', '@', '@x', '@startgantt', '@enduml', 'x@{ shape: rect }', 'a=b', '€', '«x»', '…', '–', '“q” ‘q’ — x',
    'x', 'o', 'o--x', '--- title: x', 'direction LR', 'a direction TB b', 'direction  RL x', 'zin met Direction TD erin',
    'direction BT', 'the end', 'call cb()', 'href "x"', 'fa:fa-car x', 'accDescr { x }', 'accDescr {', 'ﬂ°°58¶ß', '¶ß',
    'http://x.nl/?a=1&b=2', 'javascript:x', 'C++', 'é', 'e\u0301', '日本', '🙂', '\u05d0\u05d1', 'x  y', '$x', '!define x y',
    '%date()', '....', '----', '====', "/' x '/", "' x", '<U+0041>', '&#65;',
];

// A portfolio of one capability and one intervention of that name, with that title; of no time where takesNone.
export const portfolio = (name, takesNone) => JSON.stringify({
    status_date: '2026-01-05', title: name,
    interventions: [{id: 'i', name, duration: takesNone ? '0d' : '2w', needed_by: '2026-03-02', requires: ['c']}],
    capabilities: [{id: 'c', name, lead_time: takesNone ? '0d' : '2w'}],
});

// One of all names, each of them an intervention that rests on a capability of that name.
export const everything = JSON.stringify({
    status_date: '2026-01-05', title: 'everything',
    interventions: names.map((name, index) => ({id: 'i' + index, name, duration: '2w', requires: ['c' + index]})),
    capabilities: names.map((name, index) => ({id: 'c' + index, name, lead_time: '2w'})),
});
