/* workshop.js - 24 people in three teams, a trainer and a projector, from
 * `lewis workshop new` to `purge`: phones and desktops, English and Dutch, with
 * and without JavaScript, by touch and by keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
'use strict';

const {main, open, point, comment, accessible, fits, touchable, shot, tmp,
    assert, fs, path, PHONE, DESKTOP} = require('./browser.js');
const {lewis, done, codes, make, serve, Visitor} = require('./room.js');

const fixture = (name) =>
    path.join(process.env.top_srcdir, 'tests', 'fixtures', name + '.xml');

/* Who they are: a generator of our own, so that each run is the same. */
let state = 20261122;
const below = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(state / 65536) % n;
};
const among = (values) => values[below(values.length)];

/* The ways of taking part, in turn. */
const WAYS = [
    {name: 'phone', viewport: PHONE, hasTouch: true, isMobile: true},
    {name: 'dutch phone', viewport: PHONE, locale: 'nl-NL', hasTouch: true},
    {name: 'no script', viewport: PHONE, javaScriptEnabled: false},
    {name: 'keys', viewport: DESKTOP, keys: true, colorScheme: 'dark'},
    {name: 'dutch, no script', viewport: DESKTOP, locale: 'nl',
        javaScriptEnabled: false, colorScheme: 'dark'},
];

const looked = new Set();

/* Every page of every way is looked at once. axe-core needs scripts, which pages
 * without them do not have: their markup is the same. */
async function look(page, way, name, except) {
    const key = way.name + ', ' + name;

    if (looked.has(key))
        return;
    looked.add(key);
    await shot(page, key.replace(/[^a-z0-9]+/g, '-'));
    await point(`${key}: fits its window`, () => fits(page));
    if (way.javaScriptEnabled === false)
        return;
    await point(`${key}: axe-core finds nothing`, () =>
        accessible(page, except));
    await point(`${key}: what one touches is large enough`, () =>
        touchable(page));
}

const saved = (page) => page.waitForSelector('#saved[data-state="saved"]');

/* A click that leads elsewhere is over before that page is there: whatever is
 * read then, without waiting, is the old page's. */
const arrive = (page, at) => page.waitForURL('**' + at);

/* Checks a field. In the middle of the window nothing covers it: the line that
 * says whether answers are saved stays at the bottom. */
async function choose(field) {
    for (let tries = 0; tries < 5 && !await field.isChecked(); tries++) {
        await field.evaluate((element) =>
            element.scrollIntoView({block: 'center'}));
        await field.click();
    }
    assert.ok(await field.isChecked());
}

async function enter(page, url, code) {
    await page.goto(url);
    await page.fill('#code', code);
    await page.click('#enter');
}

/* One answer, in the way of that person. */
async function answer(page, way, id, letter) {
    const field = page.locator(`input[name="${id}"][value="${letter}"]`);

    if (await field.isChecked())
        return;
    if (way.keys) {
        const number = await field.locator('xpath=..').locator('.key')
            .innerText();
        await page.locator(`#${id} input`).first().focus();
        await page.keyboard.press(number);
    } else {
        await choose(field);
    }
    if (way.javaScriptEnabled !== false)
        await saved(page);
}

async function answerTopics(page, way, answers, from, to) {
    for (let topic = from; topic <= to; topic++) {
        await arrive(page, '/topic/' + topic);
        await look(page, way, 'topic ' + topic);
        for (const id of await page.locator('.item').evaluateAll((items) =>
            items.map((item) => item.id)))
            await answer(page, way, id, answers[id]);
        await page.click('#next');
    }
}

async function handIn(page, way) {
    await arrive(page, '/review');
    await look(page, way, 'review');
    await page.click('#hand-in-button');
    await arrive(page, '/result');
    await look(page, way, 'result');
}

async function takePart(server, person) {
    const {way} = person;
    const page = await open({...way, name: undefined, keys: undefined});

    await enter(page, server.url, person.code);
    await arrive(page, '/consent');
    await look(page, way, 'consent');
    await page.click('#agree');
    await answerTopics(page, way, person.answers, 1, 2);
    await handIn(page, way);
    person.result = await page.innerText('#main');
    person.complaints = page.complaints;
    person.requests = page.requests;
    await page.context().close();
}

/* All of 'people', a few at a time. */
async function room(people, part) {
    const waiting = [...people];
    const hands = [1, 2, 3].map(async () => {
        while (waiting.length > 0)
            await part(waiting.shift());
    });

    await Promise.all(hands);
}

const ITEMS = Array.from({length: 12}, (_, i) =>
    'P' + String(i + 1).padStart(2, '0'));

function invent(code, i) {
    const lean = i % 3;
    const answers = Object.fromEntries(ITEMS.map((item) =>
        [item, below(10) < 5 ? 'abc'[lean] : among(['a', 'b', 'c'])]));

    return {...code, answers, way: WAYS[i % WAYS.length]};
}

const trainerSize = {viewport: DESKTOP};
const row = (page, team, of) =>
    page.innerText(`tr[data-team="${team}"] td.${of}`);

async function beforeOpening(server, trainer, people) {
    const early = await open();

    await trainer.goto(server.links[0]);
    await look(trainer, {name: 'trainer'}, 'draft');
    await point("the trainer's link opens once", async () => {
        const other = await open(trainerSize);
        const answer = await other.goto(server.links[0]);
        assert.equal(answer.status(), 403);
        assert.equal(await other.locator('#counts').count(), 0);
        await look(other, {name: 'stranger'}, 'trainer');
        await other.context().close();
    });
    await early.goto(server.url);
    await look(early, {name: 'phone'}, 'join');
    await point('a mistyped code is told, and by its reason', async () => {
        const wrong = people[0].code.slice(0, 5) +
            (people[0].code[5] === 'B' ? 'C' : 'B');
        await enter(early, server.url, wrong);
        assert.match(await early.innerText('#trouble'),
            /not right|changed places/);
    });
    await look(early, {name: 'phone'}, 'mistyped');
    await enter(early, server.url,
        people[23].code.toLowerCase().replace(/^.../, '$& -'));
    await point('a code is taken in small letters, with space and hyphen',
        () => arrive(early, '/consent'));
    await point('before the opening there is nothing to agree to', async () => {
        assert.ok(await early.isVisible('#waiting'));
        assert.equal(await early.locator('#agree').count(), 0);
    });
    /* It says that it looks again, and nothing can be lost by that. */
    await look(early, {name: 'phone'}, 'waiting', 'meta-refresh');
    await trainer.click('#open-button');
    await point('the trainer opens it', () =>
        trainer.waitForSelector('#part[data-state="open"]'));
    await point('who waits sees that by itself', () =>
        early.waitForSelector('#agree'));
    await look(trainer, {name: 'trainer'}, 'open');
    await early.context().close();
}

/* One answers a topic on a phone, goes on on another device. */
async function anotherDevice(server, person) {
    const first = await open({viewport: PHONE});
    const second = await open(trainerSize);
    const way = {name: 'second device', viewport: DESKTOP};

    await enter(first, server.url, person.code);
    await first.click('#agree');
    await answerTopics(first, way, person.answers, 1, 1);
    await arrive(first, '/topic/2');
    await answer(first, way, 'P07', person.answers.P07);
    await enter(second, server.url, person.code);
    await point('with the same code one goes on on another device', async () => {
        await arrive(second, '/topic/2');
        assert.ok(await second.isChecked(
            `input[name="P07"][value="${person.answers.P07}"]`));
        await second.click('#back');
        await arrive(second, '/topic/1');
        for (const id of ITEMS.slice(0, 6))
            assert.ok(await second.isChecked(
                `input[name="${id}"][value="${person.answers[id]}"]`));
    });
    await point('in another language, with the answers kept', async () => {
        await second.click('button[value="lang:nl"]');
        await second.waitForSelector('html[lang="nl"] #next');
        assert.ok(await second.isChecked(
            `input[name="P01"][value="${person.answers.P01}"]`));
        await second.click('button[value="lang:en"]');
        await second.waitForSelector('html[lang="en"] #next');
    });
    await point('an answer can be changed', async () => {
        const other = person.answers.P01 === 'a' ? 'b' : 'a';
        await answer(second, way, 'P01', other);
        await second.reload();
        assert.ok(await second.isChecked(
            `input[name="P01"][value="${other}"]`));
        await answer(second, way, 'P01', person.answers.P01);
    });
    await second.click('#next');
    await answerTopics(second, way, person.answers, 2, 2);
    await handIn(second, way);
    await point('handed in, it can be taken back and handed in again',
        async () => {
            await second.click('#change');
            await arrive(second, '/review');
            await second.click('#hand-in-button');
            await arrive(second, '/result');
        });
    await point('the PDF comes as a file', async () => {
        const [download] = await Promise.all([
            second.waitForEvent('download'), second.click('#pdf')]);
        const to = path.join(tmp, 'result.pdf');
        await download.saveAs(to);
        assert.equal(fs.readFileSync(to).subarray(0, 5).toString(), '%PDF-');
    });
    await first.context().close();
    await second.context().close();
}

/* An answer that could not be saved is kept, said, and sent again. */
async function interrupted(server, person) {
    const page = await open();
    const way = WAYS[0];

    await enter(page, server.url, person.code);
    await page.click('#agree');
    await arrive(page, '/topic/1');
    await page.context().setOffline(true);
    await choose(page.locator(
        `input[name="P01"][value="${person.answers.P01}"]`));
    await point('without a network the page says that it is not saved',
        async () => {
            await page.waitForSelector('#saved[data-state="unsaved"]');
            assert.match(await page.innerText('#saved'), /Not saved/);
        });
    await look(page, {name: 'phone'}, 'not saved');
    await page.context().setOffline(false);
    await point('and sends it again by itself', () => saved(page));
    await page.reload();
    await point('then it is there', async () => assert.ok(await page.isChecked(
        `input[name="P01"][value="${person.answers.P01}"]`)));
    await answerTopics(page, way, person.answers, 1, 2);
    await handIn(page, way);
    await page.context().close();
}

/* What one person can get at is that person's own. */
async function apart(server, people) {
    const [one, other] = [new Visitor(server.url), new Visitor(server.url)];
    const paths = ['/', '/consent', '/topic/1', '/topic/2', '/review',
        '/result', '/result.pdf', '/trainer', '/wall', '/wall/part',
        '/trainer/part', '/events'];

    await one.get('/');
    await one.post('/join', {code: people[1].code});
    await other.get('/');
    await other.post('/join', {code: people[4].code});
    const own = await other.get('/result');
    await point("nobody's page holds another's code", async () => {
        for (const at of paths) {
            const {text} = await one.get(at);
            for (const person of people)
                if (person !== people[1])
                    assert.ok(!text.replaceAll(" ", "")
                        .includes(person.code), at);
        }
    });
    await point("another's form token is not taken", async () => {
        await other.get('/result');
        const answer = await one.send('POST', '/take-back',
            {token: other.token});
        assert.equal(answer.status, 403);
        assert.equal((await other.get('/result')).text.length,
            own.text.length);
    });
    await point('without a code there is nothing to see', async () => {
        const nobody = new Visitor(server.url);
        for (const at of paths.slice(1)) {
            const {status, text} = await nobody.get(at);
            assert.ok(status === 303 || status === 401 || status === 403,
                `${at}: ${status}`);
            assert.doesNotMatch(text, /id="result"|id="counts"|fieldset/);
        }
        nobody.leave();
    });
    await point('a person is no trainer', async () => {
        for (const act of ['open', 'close', 'reveal', 'hide', 'link']) {
            await one.get('/');
            assert.equal((await one.post('/trainer/' + act)).status, 403, act);
        }
    });
    one.leave();
    other.leave();
}

async function revealed(trainer, wall, people) {
    await point('before it is shown nobody is in the triangle', async () => {
        assert.ok(await wall.isVisible('#hidden'));
        assert.equal(await wall.locator('#shown').count(), 0);
    });
    await trainer.click('#reveal-button');
    await point('the wall shows two teams without a reload, and not those ' +
        'two who would be alone', async () => {
        await wall.waitForSelector('#shown');
        assert.match(await wall.innerText('#shown'), /\b16\b/);
    });
    await look(wall, {name: 'wall'}, 'revealed');
    await point('neither wall nor trainer know a code', async () => {
        for (const page of [wall, trainer]) {
            const text = await page.content();
            for (const person of people)
                assert.ok(!text.includes(person.code));
        }
    });
}

async function closing(server, trainer, wall, late) {
    const page = await open();

    await enter(page, server.url, late.code);
    await page.click('#agree');
    await arrive(page, '/topic/1');
    await answer(page, WAYS[0], 'P01', late.answers.P01);
    await trainer.click('#close-button');
    await arrive(trainer, '/trainer/close');
    await point('closing asks first, and says who would be lost', async () =>
        assert.match(await trainer.innerText('#unfinished'), /: 1\./));
    await look(trainer, {name: 'trainer'}, 'close');
    await trainer.click('#close-sure');
    await trainer.waitForSelector('#part[data-state="closed"]');
    await look(trainer, {name: 'trainer'}, 'closed');
    await point('then nobody is invited to join, by anything', async () => {
        await trainer.waitForSelector('#after');
        assert.equal(await trainer.locator('#join, .qr').count(), 0);
    });
    await point('a late answer is refused, and that is said', async () => {
        await choose(page.locator(
            `input[name="P02"][value="${late.answers.P02}"]`));
        await page.waitForSelector('#saved[data-state="refused"]');
        assert.match(await page.innerText('#saved'), /closed/);
    });
    await look(page, {name: 'phone'}, 'late');
    await page.click('#next');
    await point('who goes on sees that it is over, and nothing to hand in',
        async () => {
            await page.waitForSelector('#closed');
            assert.ok(await page.isVisible('#unused'));
            assert.equal(await page.locator('#hand-in').count(), 0);
        });
    await look(page, {name: 'phone'}, 'too late');
    await point('the wall says that it is closed', () =>
        wall.waitForSelector('#part[data-state="closed"]'));
    await look(wall, {name: 'wall'}, 'closed');
    await page.context().close();
}

const csv = (text) => text.trimEnd().split('\n').map((line) =>
    line.split(','));

/* The same answers in a CSV file of our own, by the ids of the export: which
 * row is whose follows from the answers. */
function typed(exported, people) {
    const [head, ...rows] = csv(exported);
    const left = [...people];

    assert.deepEqual(head, ['id', 'team', ...ITEMS]);
    return 'id,team,' + ITEMS.join(',') + '\n' + rows.map((cells) => {
        const at = left.findIndex((person) => person.team === cells[1] &&
            ITEMS.every((item, i) => person.answers[item] === cells[i + 2]));
        assert.notEqual(at, -1, `nobody answered ${cells}`);
        const [person] = left.splice(at, 1);
        return [cells[0], person.team,
            ...ITEMS.map((item) => person.answers[item])].join(',') + '\n';
    }).join('');
}

async function afterwards(file, people) {
    const out = path.join(tmp, 'export.csv'), own = path.join(tmp, 'own.csv');
    const report = path.join(tmp, 'report.pdf');

    await point('the export has a row for each who handed in', () => {
        done(['workshop', 'export', file, '-o', out]);
        fs.writeFileSync(own, typed(fs.readFileSync(out, 'utf8'), people));
        assert.equal(csv(fs.readFileSync(out, 'utf8')).length,
            people.length + 1);
    });
    await point('without codes, and not in the order of handing in', () => {
        const text = fs.readFileSync(out, 'utf8');
        for (const person of people)
            assert.ok(!text.includes(person.code));
    });
    await point('it scores to the same bytes as the answers in a CSV', () => {
        const one = lewis(['score', '--bank', 'lmr-12', '--quality', out]);
        const other = lewis(['score', '--bank', 'lmr-12', '--quality', own]);
        assert.equal(one.status, 0, one.err);
        assert.equal(one.out, other.out);
        assert.equal(one.out.match(/,ok,/g).length, people.length);
    });
    await point('the report is written', () => {
        done(['workshop', 'report', file, '-o', report]);
        assert.equal(fs.readFileSync(report).subarray(0, 5).toString(),
            '%PDF-');
    });
}

/* Not a byte of who and what is left, in any file of the workshop. */
async function purged(file, people) {
    const bytes = () => fs.readdirSync(path.dirname(file))
        .filter((name) => name.startsWith(path.basename(file)))
        .map((name) => fs.readFileSync(path.join(path.dirname(file), name)))
        .reduce((all, one) => Buffer.concat([all, one]));
    const there = (data) => people.filter((person) =>
        data.includes(person.code)).length;

    await point('before the purge the codes are in the file', () =>
        assert.equal(there(bytes()), people.length));
    await point('after it none is', () => {
        done(['workshop', 'purge', file, '--yes']);
        assert.equal(there(bytes()), 0);
    });
    await point('and its state is purged', () => assert.equal(JSON.parse(done(
        ['workshop', 'status', file, '--format', 'json'])).state, 'purged'));
    const server = await serve(file);
    const page = await open();
    await page.goto(server.url);
    await point('who comes to it now reads that it is over', () =>
        page.waitForSelector('#over'));
    await look(page, {name: 'phone'}, 'purged');
    await page.context().close();
    await server.stop();
}

async function harbour() {
    const file = path.join(tmp, 'harbour.lewis');
    const people = make(file, '--bank', 'lmr-12', '--teams',
        'Alpha,Beta,Gamma', '--codes', '9', '--title', 'Harbour <day>')
        .filter((_, i) => i % 9 !== 8).map(invent);
    const server = await serve(file);
    const trainer = await open(trainerSize), wall = await open(
        {viewport: {width: 1280, height: 720}});

    await point('24 people in three teams', () =>
        assert.equal(people.length, 24));
    await beforeOpening(server, trainer, people);
    await wall.context().addCookies(await trainer.context().cookies());
    await wall.goto(server.url + '/wall');
    await look(wall, {name: 'wall'}, 'open');
    const buttons = await Promise.all(['#close-button', '#reveal-button']
        .map((id) => trainer.waitForSelector(id)));
    await anotherDevice(server, people[22]);
    await interrupted(server, people[23]);
    await room(people.slice(0, 16), (person) => takePart(server, person));
    await point('the wall counts them without a reload', () =>
        wall.waitForSelector('#handed[data-count="18"]'));
    await point("the trainer's page counts them by team", async () => {
        await trainer.waitForFunction(() => document.querySelector(
            '#total .handed').textContent === '18');
        assert.equal(await row(trainer, 'Alpha', 'handed'), '8');
        assert.equal(await row(trainer, 'Gamma', 'handed'), '2');
        assert.equal(await row(trainer, 'Gamma', 'invited'), '9');
    });
    await point('and its buttons are still those that were there', async () => {
        for (const button of buttons)
            assert.ok(await button.evaluate((element) => element.isConnected));
    });
    await revealed(trainer, wall, people);
    await trainer.click('#hide-button');
    await point('hidden again, the wall shows nobody', () =>
        wall.waitForSelector('#hidden'));
    await room(people.slice(16, 22), (person) => takePart(server, person));
    await trainer.click('#reveal-button');
    await point('the third team is shown when all of it is there', async () => {
        await wall.waitForSelector('#handed[data-count="24"]');
        await wall.waitForFunction(() => document.querySelector('#shown')
            ?.textContent.includes('24'));
    });
    await apart(server, people);
    await closing(server, trainer, wall, {...people[0], code: codes(file)
        .find(({code}) => people.every((person) => person.code !== code))
        .code});
    await point('no page of anybody complained or asked elsewhere', () => {
        for (const person of people.filter(({complaints}) => complaints)) {
            assert.deepEqual(person.complaints, []);
            assert.ok(person.requests.every((url) =>
                url.startsWith(server.url)));
        }
    });
    await trainer.context().close();
    await wall.context().close();
    await point('asked to end, the server ends cleanly', async () =>
        assert.deepEqual(await server.stop(), {code: 0, signal: null}));
    await afterwards(file, people);
    await purged(file, people);
}

/* --- every form of question, with names --- */

const FORMS = {A1: '5 3 2', A2: '0 10 0', B1: '6', Q1: '1', B2: '1', C1: 'cab'};

/* Fills in an item of any form, as the raw answer says. */
async function fill(page, id, raw) {
    const field = (name, value) =>
        page.locator(`input[name="${name}"][value="${value}"]`);

    if (id[0] === 'A')
        for (const [i, part] of raw.split(' ').entries())
            await page.fill(`input[name="${id}.${'abc'[i]}"]`, part);
    else if (id[0] === 'C') {
        await choose(field(id + '.most', raw[0]));
        await choose(field(id + '.least', raw[2]));
    } else
        await choose(field(id, raw));
}

async function fillTopic(page, answers) {
    for (const id of await page.locator('.item').evaluateAll((items) =>
        items.map((item) => item.id)))
        await fill(page, id, answers[id]);
}

const NAME = '"Zoë" <script>document.title = 1</script>';

async function withScript(server, person) {
    const page = await open({viewport: PHONE});
    const way = {name: 'every form'};

    await enter(page, server.url, person.code);
    await page.fill('#name', NAME);
    await look(page, way, 'consent');
    await page.click('#agree');
    await arrive(page, '/topic/1');
    await page.fill('input[name="A1.a"]', '4');
    await page.locator('input[name="A1.a"]').blur();
    await point('points that do not add up are said to be half', () =>
        page.waitForSelector('#saved[data-state="half"]'));
    await fillTopic(page, FORMS);
    await page.focus('#next');
    await saved(page);
    await look(page, way, 'topic 1');
    await page.click('#next');
    await arrive(page, '/topic/2');
    await fillTopic(page, FORMS);
    await saved(page);
    await look(page, way, 'topic 2');
    await page.click('#next');
    await arrive(page, '/about');
    await look(page, way, 'about');
    await point('what may be left empty is told from what may not', async () =>
        assert.match(await page.innerText('#main'), /Some of these need/));
    await choose(page.locator('input[name="role"][value="care"]'));
    await page.click('#next');
    await arrive(page, '/review');
    await point('the review says what is wanting', async () => {
        assert.ok(await page.isVisible('#wanting'));
        assert.equal(await page.locator('#left').count(), 0);
    });
    await page.click('#hand-in-button');
    await point('a question that must be answered keeps the sheet back',
        async () => assert.match(await page.innerText('#trouble'),
            /needs an answer/));
    await page.click('a[href="/about"]');
    await page.fill('input[name="years"]', '12');
    await page.click('#next');
    await handIn(page, way);
    await point('nothing of a name is run', async () =>
        assert.notEqual(await page.title(), '1'));
    await point('every form: nothing complained', () =>
        assert.deepEqual(page.complaints.filter((line) =>
            !/422/.test(line)), []));
    await page.context().close();
}

async function withForms(server, person) {
    const page = await open({viewport: PHONE, locale: 'nl',
        javaScriptEnabled: false});
    const way = {name: 'every form, no script', javaScriptEnabled: false};

    await enter(page, server.url, person.code);
    await page.click('#agree');
    await arrive(page, '/topic/1');
    await fillTopic(page, {...FORMS, A1: '5 3 1'});
    await page.click('#next');
    await point('a form that is not whole comes back, as it was sent',
        async () => {
            await page.waitForSelector('#trouble');
            assert.match(page.url(), /\/topic\/1$/);
            assert.equal(await page.inputValue('input[name="A1.c"]'), '1');
            assert.ok(await page.isChecked('input[name="B1"][value="6"]'));
        });
    await look(page, way, 'half');
    await page.fill('input[name="A1.c"]', '2');
    await page.click('#next');
    await arrive(page, '/topic/2');
    await fillTopic(page, FORMS);
    await page.click('#next');
    await page.fill('input[name="years"]', 'veel');
    await page.click('#next');
    await point('a number that is none is told', () =>
        page.waitForSelector('#trouble'));
    await look(page, way, 'about');
    await page.fill('input[name="years"]', '7');
    await page.click('#next');
    await handIn(page, way);
    await point('without a script, in Dutch, to the result', async () => {
        assert.equal(await page.getAttribute('html', 'lang'), 'nl');
        assert.ok(await page.isVisible('#result svg'));
    });
    await page.context().close();
}

/* Two trainers, and what neither of them may do twice. */
async function twoTrainers(server) {
    const [one, two] = [await open(trainerSize), await open(trainerSize)];

    await one.goto(server.links[0]);
    await one.click('#link-button');
    const link = await one.innerText('#new-link');
    await two.goto(link);
    await point('a second trainer comes in by a link of the first', () =>
        two.waitForSelector('#counts'));
    await one.goto(server.url + '/trainer');
    await point('with names nobody says that the trainer sees nothing',
        async () => assert.doesNotMatch(await one.innerText('#part'),
            /never who/));
    await one.click('#open-button');
    await point('what one does the other sees', () =>
        two.waitForSelector('#part[data-state="open"]'));
    return [one, two];
}

async function everyForm() {
    const file = path.join(tmp, 'forms.lewis');
    const out = path.join(tmp, 'forms.csv'), own = path.join(tmp, 'own.csv');
    const people = make(file, '--bank', fixture('forms'), '--teams',
        'Zee & co', '--codes', '2', '--names');
    const server = await serve(file);
    const trainers = await twoTrainers(server);

    await withScript(server, people[0]);
    await withForms(server, people[1]);
    await trainers[1].click('#close-button');
    await trainers[1].click('#close-sure');
    await point('one closes, the other sees it', () =>
        trainers[0].waitForSelector('#part[data-state="closed"]'));
    for (const page of trainers)
        await page.context().close();
    await server.stop();
    done(['workshop', 'export', file, '-o', out]);
    const names = Object.keys(FORMS);
    fs.writeFileSync(own, 'id,team,' + names.join(',') + '\n' + people
        .map(({code}) => code).sort().map((code) => code + ',Zee & co,' +
            names.map((name) => FORMS[name]).join(',') + '\n').join(''));
    await point('with names, too, the export scores as the answers typed',
        () => {
            const score = (answers) => lewis(['score', '--bank',
                fixture('forms'), answers]);
            assert.equal(score(out).status, 0, score(out).err);
            assert.equal(score(out).out, score(own).out);
        });
    await point('names and replies are exported as they were typed', () => {
        const text = fs.readFileSync(out, 'utf8');
        assert.ok(text.includes('"' + NAME.replace(/"/g, '""') + '"'), text);
        assert.match(text, /,care,12,/);
        assert.match(text, /,7,/);
    });
}

main(async () => {
    await harbour();
    await everyForm();
});
