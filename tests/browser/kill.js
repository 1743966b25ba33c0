/* kill.js - fifty times: 20 people answer at once, the server gets kill -9 at a
 * moment that nobody chose, and starts again. At the end every answer that was
 * acknowledged is in the workshop, or one that the same person gave later to
 * the same question.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const {done, make, serve, Visitor} = require('./room.js');

const TIMES = 50, PEOPLE = 20, LIMIT_S = 900;
const ITEMS = Array.from({length: 12}, (_, i) =>
    'P' + String(i + 1).padStart(2, '0'));

/* A generator of our own: the kills come at other moments each time all the
 * same, since no two machines are as fast. */
let state = 9;
const below = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(state / 65536) % n;
};

const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'lewis-kill-'));
process.on('exit', () => fs.rmSync(tmp, {recursive: true, force: true}));
setTimeout(() => {
    console.log(`Bail out! not done after ${LIMIT_S} s`);
    process.exit(99);
}, LIMIT_S * 1000).unref();

const file = path.join(tmp, 'room.lewis');
const people = make(file, '--bank', 'lmr-12', '--teams', 'Alpha,Beta',
    '--codes', PEOPLE / 2, '--names').map(({code}) => ({code,
    /* item -> answers sent since the last that was acknowledged, it first */
    may: new Map(), acknowledged: 0, refused: 0}));

/* Answers, one after the other, until the server is gone. */
async function answerOn(server, person, i) {
    const visitor = new Visitor(server.url);

    try {
        await visitor.join(person.code);
        for (let n = i; !server.ended; n++) {
            const item = ITEMS[n % ITEMS.length];
            const value = 'abc'[below(3)];
            const before = person.may.get(item) || [''];

            person.may.set(item, [...before, value]);
            const answer = await visitor.answer(item, value);
            if (answer.status === 200) {
                person.may.set(item, [value]);
                person.acknowledged++;
            } else {
                person.refused++;
            }
        }
    } catch (error) {
        if (!/ECONN|EPIPE|socket|late/.test(String(error) + error.code))
            throw error;
    } finally {
        visitor.leave();
    }
}

const sum = (of) => people.reduce((all, person) => all + person[of], 0);

/* So long under load, from the first acknowledged answer on. */
async function killedAfter(ms) {
    const server = await serve(file);
    const before = sum('acknowledged');
    let over = false;
    const work = Promise.all(people.map((person, i) =>
        answerOn(server, person, i))).finally(() => { over = true; });

    for (let i = 0; sum('acknowledged') === before; i++) {
        if (over || i === 12000)
            throw new Error(`nobody was answered in ${i * 5} ms, ` +
                `${sum('refused')} refused: ${server.said}`);
        await new Promise((wake) => setTimeout(wake, 5));
    }
    await new Promise((wake) => setTimeout(wake, ms));
    assert.deepEqual(await server.stop('SIGKILL'),
        {code: null, signal: 'SIGKILL'});
    await work;
}

/* What each person sees after all of it. */
async function missing() {
    const server = await serve(file);
    const lost = [];

    for (const person of people) {
        const visitor = new Visitor(server.url);
        await visitor.get('/');
        await visitor.post('/join', {code: person.code});
        const pages = (await visitor.get('/topic/1')).text +
            (await visitor.get('/topic/2')).text;
        for (const [item, values] of person.may) {
            const shown = pages.match(new RegExp(
                `name="${item}" value="(.)" checked`));
            if (!values.includes(shown === null ? '' : shown[1]))
                lost.push(`${item}: ${values} != ${shown && shown[1]}`);
        }
        visitor.leave();
    }
    await server.stop();
    return lost;
}

(async () => {
    done(['workshop', 'open', file]);
    for (let i = 0; i < TIMES; i++)
        await killedAfter(below(120));
    const lost = await missing();
    const acknowledged = sum('acknowledged');

    console.log(`# ${acknowledged} answers acknowledged, ` +
        `${sum('refused')} refused, ${TIMES} kills`);
    console.log((acknowledged >= TIMES ? '' : 'not ') +
        'ok 1 - each time answers were acknowledged before');
    console.log((sum('refused') === 0 ? '' : 'not ') +
        'ok 2 - no answer was refused');
    console.log((lost.length === 0 ? '' : 'not ') +
        'ok 3 - no acknowledged answer was lost');
    lost.slice(0, 20).forEach((line) => console.log('# ' + line));
    console.log('1..3');
    process.exit(0);
})().catch((error) => {
    console.log(String(error.stack).replace(/^/gm, '# '));
    console.log('Bail out!');
    process.exit(99);
});
