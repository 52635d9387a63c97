// Mermaid: what its own parser reads is what we wrote. usage: node mermaid.mjs PATH-TO-GROEIPAD FOLDER-OF-NODE_MODULES
import {execFileSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {everything, names, portfolio} from './names.mjs';

const [groeipad, home] = process.argv.slice(2);
const require = createRequire(pathToFileURL(home + '/'));
const {JSDOM} = require('jsdom');
const {window} = new JSDOM('<!DOCTYPE html><body></body>');
globalThis.window = window;
globalThis.document = window.document;
const {default: mermaid} = await import(pathToFileURL(home + '/node_modules/mermaid/dist/mermaid.core.mjs'));

let failed = 0;
const fail = (...what) => { failed++; console.log('mermaid:', ...what); };

// As Mermaid shows a text in the end: its placeholders become entities, and those characters.
const shown = text => {
    const area = window.document.createElement('textarea');
    area.innerHTML = text.replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';');
    return area.value;
};
const same = (name, got, want) => {
    if (JSON.stringify(got) !== JSON.stringify(want)) fail(JSON.stringify(name), 'gives', JSON.stringify(got));
};
const convert = (text, format) => execFileSync(groeipad, ['convert', '-', '--from', 'json', '--to', format],
    {input: text, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore']});
const read = async text => {
    await mermaid.parse(text);
    return (await mermaid.mermaidAPI.getDiagramFromText(text)).db;
};

async function gantt(name, takesNone) {
    const db = await read(convert(portfolio(name, takesNone), 'mermaid'));
    const tasks = db.getTasks();
    same(name, shown(db.getDiagramTitle()), name);
    same(name, tasks.map(task => shown(task.task).trimEnd()), [name + ' (1)', name, name + ', needed']);
    same(name, tasks.map(task => !!task.milestone), [takesNone, takesNone, true]);
}

// All names in one: what a text is taken for depends on nothing around it.
async function flowchart() {
    const db = await read(convert(everything, 'mermaid-flowchart'));
    const labels = [...db.getVertices().values()].map(vertex => shown(vertex.text).replace(/<br>2026-\d\d-\d\d$/, ''));
    const left = new Map();
    for (const label of labels) left.set(label, (left.get(label) ?? 0) + 1);
    for (const label of names.flatMap(name => [name, name + ' (1)'])) {
        if (!left.get(label)) fail(JSON.stringify(label), 'is not in the flowchart');
        left.set(label, left.get(label) - 1);
    }
    same('the flowchart', [...left].filter(([, count]) => count).map(([label]) => label), []);
    same('the flowchart', db.getDirection(), 'LR');
    same('the flowchart', db.getEdges().length, names.length);
}

for (const [index, name] of names.entries())
    await gantt(name, index % 2 === 0).catch(error => fail(JSON.stringify(name), String(error).split('\n')[0]));
await flowchart().catch(error => fail('the flowchart', String(error).split('\n')[0]));

// Without a title there is no line for one; the level stands for a name of blanks only.
for (const text of ['{"status_date":"2026-01-05"}', portfolio(' ', false), portfolio('\u00a0', true)])
    await read(convert(text, 'mermaid')).catch(error => fail(text, String(error).split('\n')[0]));
process.exit(failed ? 1 : 0);
