// PlantUML: the texts of its picture are what we wrote. usage: node plantuml.mjs PATH-TO-GROEIPAD JAR FOLDER
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {names, portfolio} from './names.mjs';

const [groeipad, jar, folder] = process.argv.slice(2);
let failed = 0;

const convert = text => execFileSync(groeipad, ['convert', '-', '--from', 'json', '--to', 'plantuml'],
    {input: text, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore']});
const decode = text => text.replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(number))
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
// A text may be drawn in pieces: what counts is all of them without their blanks.
const plain = text => text.replace(/\s/g, '');
const drawn = file => {
    if (!existsSync(file)) return '';
    const svg = readFileSync(file, 'utf8').replace(/<!--[^]*?-->/g, '');
    return plain([...svg.matchAll(/<text[^>]*>([^]*?)<\/text>/g)].map(found => decode(found[1])).join(''));
};
const fail = (name, text) => { failed++; console.log('plantuml:', JSON.stringify(name), 'gives', JSON.stringify(text)); };

// All names in one chart; and in charts of their own as titles those that are not plain words.
const titles = names.filter(name => !/[A-Za-z]/.test(name) || /[@!<$%'\/]/.test(name));
const chart = JSON.stringify({
    status_date: '2026-01-05', title: 'chart',
    interventions: names.map((name, index) => ({id: 'i' + index, name, duration: index % 2 ? '2w' : '0d', needed_by: '2026-03-02'})),
    capabilities: names.map((name, index) => ({id: 'c' + index, name, lead_time: index % 2 ? '2w' : '0d'})),
});
writeFileSync(`${folder}/all.puml`, convert(chart));
titles.forEach((name, index) => writeFileSync(`${folder}/${index}.puml`, convert(portfolio(name, index % 2 === 0))));
// For one short run the quick compiler of java takes half the time of the thorough one.
try {
    execFileSync('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Djava.awt.headless=true', '-DPLANTUML_LIMIT_SIZE=65536', '-jar', jar, '-tsvg', `${folder}/*.puml`],
        {stdio: 'ignore'});
} catch { /* the picture of one that it cannot read says so */ }

const all = drawn(`${folder}/all.svg`);
for (const name of names)
    for (const text of [name + '(1)', name + ',needed'])
        if (!all.includes(plain(text))) fail(text, all.slice(0, 60));
titles.forEach((name, index) => {
    const text = drawn(`${folder}/${index}.svg`);
    if (!text.startsWith(plain(name))) fail(name, text.slice(0, 60));
});
process.exit(failed ? 1 : 0);
