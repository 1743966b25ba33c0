/* page.js - the questionnaire that works without a server, as people use it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
'use strict';

const {main, open, point, accessible, fits, touchable, shot, lewis, tmp,
    assert, fs, path, PHONE, DESKTOP} = require('./browser.js');

const fixture = (name) =>
    path.join(process.env.top_srcdir, 'tests', 'fixtures', name + '.xml');

/* The page of a bank: its address. */
function made(bank, ...options) {
    const file = path.join(tmp, path.basename(bank, '.xml') + options.join('') +
        '.html');
    const run = lewis(['bank', 'export', bank, '--format', 'html', '-o', file,
        ...options]);

    assert.equal(run.status, 0, run.err);
    return 'file://' + file;
}

const next = (page) => page.click('#lewis-next');
const row = (page) => page.inputValue('#lewis-row');
const heading = (page) => page.innerText('.step.now h2');

/* The step that begins with this heading is there. Links and the browser's own
 * buttons lead to it after the event that follows them, not at once. */
const arrive = (page, name) => page.locator('.step.now h2', {hasText: name})
    .first().waitFor();

async function toEnd(page) {
    while (await page.isVisible('#lewis-next'))
        await next(page);
}

/* The fields of a header and a row without quotes, as an object. */
function fields(text) {
    const [head, cells] = text.trimEnd().split('\n')
        .map((line) => line.split(','));

    return Object.fromEntries(head.map((name, i) => [name, cells[i]]));
}

/* Answers of an item by hand: the same raw notation as in a cell. */
async function answer(page, id, raw) {
    const item = page.locator(`[id="${id}"]`);
    const named = (name, value) =>
        item.locator(`input[name="${name}"][value="${value}"]`);

    if (await item.locator('table').count() > 0) {
        await named(id + '.most', raw[0]).check();
        if (raw.length > 2)
            await named(id + '.least', raw[raw.length - 1]).check();
    } else if (await item.locator('[type="number"]').count() > 0) {
        const parts = raw.split(' ');
        for (let i = 0; i < parts.length; i++)
            await item.locator(`[data-index="${i}"] input`).fill(parts[i]);
    } else {
        await named(id, raw).check();
    }
}

/* All steps in turn, with answers to what stands there. */
async function answerAll(page, answers) {
    for (;;) {
        for (const id of await page.locator('.step.now .item')
            .evaluateAll((items) => items.map((item) => item.id)))
            if (answers[id] !== undefined)
                await answer(page, id, answers[id]);
        const team = page.locator('.step.now [name="team"]');
        if (await team.count() > 0)
            await team.fill('red');
        if (!await page.isVisible('#lewis-next'))
            return;
        await next(page);
    }
}

/* What lewis makes of the page's row, and of the same answers written by hand. */
function sameScore(bank, handed, answers, id) {
    const own = path.join(tmp, 'own.csv'), typed = path.join(tmp, 'typed.csv');
    const names = Object.keys(answers);

    fs.writeFileSync(own, handed);
    fs.writeFileSync(typed, 'id,team,' + names.join(',') + '\n' + id +
        ',red,' + names.map((name) => answers[name]).join(',') + '\n');
    const one = lewis(['score', '--bank', bank, own]);
    const other = lewis(['score', '--bank', bank, typed]);
    assert.equal(one.status, 0, one.err);
    assert.equal(one.out, other.out);
    assert.match(one.out, new RegExp(`\n${id},red,ok,`));
}

const items = (bank) => lewis(['bank', 'export', bank, '--format', 'csv']).out
    .trimEnd().split(',');
const itemsOf = (bank, letter) =>
    items(bank).filter((name) => new RegExp(`^${letter}[0-9]+$`).test(name));
const cycle = (names, values) => Object.fromEntries(names.map((name, i) =>
    [name, values[i * 7 % values.length]]));

async function phone() {
    const page = await open();
    const answers = cycle(itemsOf('lmr-12', 'P'), ['a', 'b', 'c', 'b']);
    let n = 0;

    await page.goto(made('lmr-12'));
    await point('the page opens and nothing complains', async () => {
        assert.deepEqual(page.complaints, []);
        assert.equal(await heading(page), 'Before you begin');
    });
    await shot(page, 'start');
    await page.fill('#lewis-id', 'ann');
    await page.fill('#lewis-team', 'red');
    for (;;) {
        n++;
        const name = await heading(page);
        await point(`step ${n}, ${name}: axe-core finds nothing`, () =>
            accessible(page));
        await point(`step ${n}: fits 320 pixels`, () => fits(page));
        await point(`step ${n}: what one touches is large enough`, () =>
            touchable(page));
        for (const id of await page.locator('.step.now .item')
            .evaluateAll((all) => all.map((item) => item.id)))
            await answer(page, id, answers[id]);
        await shot(page, 'phone');
        if (!await page.isVisible('#lewis-next'))
            break;
        await next(page);
    }
    await point('all answered is said', async () => {
        assert.ok(await page.isVisible('#lewis-whole'));
        assert.equal(await page.innerText('#lewis-answered'),
            '12 of 12 answered');
    });
    await point('the row scores as the same answers typed', async () =>
        sameScore('lmr-12', await row(page), answers, 'ann'));
    await point('it can be saved as a file, named after the person', async () => {
        const [download] = await Promise.all([page.waitForEvent('download'),
            page.click('#lewis-save')]);
        const to = path.join(tmp, 'download.csv');
        await download.saveAs(to);
        assert.equal(download.suggestedFilename(), 'lmr-12-ann.csv');
        assert.equal(fs.readFileSync(to, 'utf8'), await row(page));
        assert.match(await page.innerText('#lewis-said'), /lmr-12-ann\.csv/);
    });
    await shot(page, 'saved');
    await point('and copied', async () => {
        await page.context().grantPermissions(['clipboard-read',
            'clipboard-write']);
        await page.click('#lewis-copy');
        await page.waitForSelector('#lewis-said .done');
        assert.equal(await page.evaluate(() => navigator.clipboard.readText()),
            await row(page));
    });
    await point('the browser goes back a step, and on', async () => {
        await page.goBack();
        await arrive(page, 'In conversation');
        await page.goForward();
        await arrive(page, 'Your answers');
    });
    await point('an answer can be changed from the list, and taken back',
        async () => {
            await page.click('summary >> nth=0');
            await page.click('#lewis-review a >> nth=2');
            await arrive(page, 'At work together');
            await page.click('#P03 .take-back');
            await toEnd(page);
            assert.equal(fields(await row(page)).P03, '');
            assert.equal(await page.innerText('#lewis-open .list'), '3');
        });
    await point('too few answers for a result is said', async () => {
        assert.ok(!await page.isVisible('#lewis-few'));
        for (const id of ['P01', 'P02'])
            await page.evaluate((item) => document.querySelector(
                `#${item} .take-back`).click(), id);
        assert.match(await page.innerText('#lewis-few'), /at least 10 /);
    });
    await point('nothing was asked of any other place', () =>
        assert.deepEqual(page.requests.filter((url) =>
            !/^(file|blob|data):/.test(url)), []));
    await point('and nothing complained', () =>
        assert.deepEqual(page.complaints, []));
    await page.context().close();
}

/* Every form of item, and every kind of question about the person. */
async function forms() {
    const answers = {A1: '5 3 2', A2: '0 10 0', B1: '6', Q1: '1', B2: '1',
        C1: 'cab'};
    const page = await open({viewport: DESKTOP, colorScheme: 'dark'});

    await page.goto(made(fixture('forms')));
    await page.fill('#lewis-id', 'bo');
    await page.fill('#lewis-team', 'red');
    await answerAll(page, answers);
    await point('a required question keeps the row back, and is linked',
        async () => {
            assert.ok(await page.isVisible('#lewis-wanted'));
            assert.ok(await page.isDisabled('#lewis-save'));
            await page.click('#lewis-wanted a');
            await arrive(page, 'About you');
            await page.waitForFunction(() =>
                document.activeElement.closest('.step.now') !== null);
        });
    await point('desktop, dark, questions about the person: axe-core finds ' +
        'nothing', () => accessible(page));
    await page.keyboard.type('12');
    await page.check('input[name="role"][value="care"]');
    await shot(page, 'about');
    await next(page);
    await point('every form of item scores as typed', async () =>
        sameScore(fixture('forms'), await row(page), answers, 'bo'));
    await point('replies stand in their columns', async () => {
        const cells = fields(await row(page));
        assert.equal(cells.role, 'care');
        assert.equal(cells.years, '12');
        assert.equal(cells.bank, 'forms');
    });
    await page.click('summary >> nth=0');
    await shot(page, 'end-dark');
    await point('the end on a desktop, dark: axe-core finds nothing', () =>
        accessible(page));
    await page.click('#lewis-back');
    await page.click('#lewis-back');
    await point('the last topic, dark: axe-core finds nothing', () =>
        accessible(page));
    await shot(page, 'forms-two');
    await page.click('#lewis-back');
    await shot(page, 'forms-one');
    await point('points that do not add up are half an answer', async () => {
        await answer(page, 'A1', '5 3 1');
        assert.equal(await page.innerText('#A1 .left'), 'Points left: 1');
        await toEnd(page);
        assert.match(await page.innerText('#lewis-half'), /Begun/);
        assert.equal(fields(await row(page)).A1, '');
    });
    await page.context().close();
}

async function odd() {
    const page = await open();
    const handed = path.join(tmp, 'odd.csv');

    await page.goto(made(fixture('asks')));
    await point('a bank that asks for the team is not asked twice', async () =>
        assert.equal(await page.locator('#lewis-team').count(), 0));
    await page.fill('#lewis-id', '=1+1, "x" <b>');
    await answerAll(page, {R2: '4 6', R3: 'y', R4: '5'});
    await page.click('#lewis-back');
    await page.fill('[id="team.field"]', 'Zoë, "red"');
    await page.fill('[id="years.field"]', 'many');
    await page.fill('[id="country.field"]', 'nl');
    await shot(page, 'asks');
    await next(page);
    await point('a number that is none keeps the row back', async () =>
        assert.ok(await page.isDisabled('#lewis-save')));
    await page.click('#lewis-back');
    await page.fill('[id="years.field"]', '3');
    await next(page);
    fs.writeFileSync(handed, await row(page));
    const run = lewis(['score', '--bank', fixture('asks'), '--keep', 'country',
        handed]);
    await point('names with quotes and formulas are read back as they are',
        async () => {
            assert.equal(run.status, 0, run.err);
            assert.match(run.out,
                /\n"'=1\+1, ""x"" <b>","Zoë, ""red""",ok,.*,NL\n$/);
        });
    await point('the file name holds letters only', async () => {
        const [download] = await Promise.all([page.waitForEvent('download'),
            page.click('#lewis-save')]);
        assert.equal(download.suggestedFilename(), 'asks-1-1-x-b.csv');
    });
    await page.context().close();
}

/* The order shown is that of lewis take with the seed that stands in the row. */
async function order() {
    const page = await open();
    const file = path.join(tmp, 'take.jsonl');

    await page.goto(made(fixture('forms')));
    const shown = await page.locator('.item').evaluateAll((all) =>
        all.map((item) => [item.id, [...item.querySelectorAll('[data-index]')]
            .map((option) => option.dataset.index).join('')]));
    const numbers = await page.locator('.item .no').allTextContents();
    await page.goto(page.url().replace(/#.*/, '') + '#lewis-end');
    const seed = fields(await row(page)).seed;
    const keys = {A: ['5', '3'], B: ['1'], Q: ['1'], C: ['1', '2']};
    const input = ['', ...shown.flatMap(([id]) => keys[id[0]]), '', '1', '1',
        '', ''].join('\n');
    const take = lewis(['take', '--bank', fixture('forms'), '--new',
        '--seed', seed, '--name', 'x', '-o', file], input);
    await point('the items stand in the order of lewis take --seed', () => {
        assert.ok(fs.existsSync(file), take.err + take.out);
        const sheet = JSON.parse(fs.readFileSync(file, 'utf8'));
        assert.deepEqual(shown.map((item) => item[0]), sheet.order);
        for (const [id, options] of shown) {
            const letters = sheet.shown[id];
            if (/^[AC]/.test(id))
                assert.equal([...options].map((index) =>
                    'abc'[index]).join(''), letters, id);
        }
    });
    await point('and are numbered as they stand', () =>
        assert.deepEqual(numbers, shown.map((_, i) => String(i + 1))));
    await page.context().close();
}

async function keyboard() {
    const page = await open({viewport: DESKTOP});
    const key = (name) => page.keyboard.press(name);
    const focused = () => page.evaluate(() =>
        document.activeElement.closest('.item')?.id);

    await page.goto(made('lmr-30'));
    await page.focus('#lewis-next');
    await key('Enter');
    await point('Enter goes on, and the heading is what is heard first',
        async () => assert.equal(await page.evaluate(() =>
            document.activeElement.tagName), 'H2'));
    await key('Tab');
    await point('one Tab leads to the first question', async () =>
        assert.equal(await focused(), 'T01'));
    await shot(page, 'rank');
    for (let topic = 1; topic <= 10; topic++) {
        for (let i = 0; i < 3; i++) {
            await key('2');
            if (topic === 1 && i === 0) {
                await key('2'); /* no option is most and least */
                await point('most like me cannot be least like me too',
                    async () => assert.equal(await page.locator(
                        '#T01 input:checked').count(), 1));
            }
            await key('1');
        }
        if (topic === 1)
            await point('after the last question the key leads to Next',
                async () => assert.equal(await page.evaluate(() =>
                    document.activeElement.id), 'lewis-next'));
        await key('Enter');
        if (topic < 10)
            await key('Tab');
    }
    await toEnd(page);
    await point('thirty rankings by keys alone', async () => {
        const cells = fields(await row(page));
        assert.equal(await page.innerText('#lewis-answered'),
            '30 of 30 answered');
        assert.ok(itemsOf('lmr-30', 'T').every((id) =>
            /^[abc]{3}$/.test(cells[id])));
    });
    await point('each is the second shown first, the first shown last',
        async () => {
            const cells = fields(await row(page));
            const rows = await page.locator('#T07 input[name="T07.most"]')
                .evaluateAll((all) => all.map((input) => input.value));
            assert.equal(cells.T07, rows[1] + rows[2] + rows[0]);
        });
    await point('the focus can be seen', async () => {
        await key('Tab');
        assert.match(await page.evaluate(() => getComputedStyle(
            document.activeElement).outlineStyle), /solid/);
    });
    await page.context().close();
}

async function ratings() {
    const page = await open();
    const answers = cycle([...itemsOf('lmr-ratings', 'R'),
        ...itemsOf('lmr-ratings', 'Q')], ['1', '2', '3', '4', '5']);

    await page.goto(made('lmr-ratings'));
    await page.fill('#lewis-id', 'cas');
    await next(page);
    await point('ratings: axe-core finds nothing', () => accessible(page));
    await point('ratings fit 320 pixels', () => fits(page));
    await answerAll(page, answers);
    await shot(page, 'ratings');
    await point('ratings score as typed', async () =>
        sameScore('lmr-ratings', await row(page), answers, 'cas'));
    await page.context().close();
}

async function languages() {
    const page = await open({locale: 'nl-BE'});
    const address = made('lmr-12');

    await page.goto(address);
    await point("the browser's language is taken", async () => {
        assert.equal(await heading(page), 'Voor je begint');
        assert.equal(await page.getAttribute('html', 'lang'), 'nl');
        assert.equal(await page.title(), 'Twaalf korte situaties');
    });
    await point('in Dutch: axe-core finds nothing', () => accessible(page));
    await point('no English is left', async () =>
        assert.doesNotMatch(await page.innerText('body'),
            /\b(the|and|you|answers?)\b/));
    await shot(page, 'dutch');
    await next(page);
    await page.check('input[name="P01"][value="b"]');
    await page.check('[name="lewis-in"][value="en"]');
    await point('another language midway keeps the answers', async () => {
        assert.equal(await heading(page), 'At work together');
        assert.ok(await page.isChecked('input[name="P01"][value="b"]'));
        await toEnd(page);
        assert.equal(fields(await row(page)).lang, 'en');
        assert.equal(fields(await row(page)).P01, 'b');
    });
    await page.goto(made('lmr-12', '--lang', 'en'));
    await point('a language asked for goes before that of the browser',
        async () => assert.equal(await heading(page), 'Before you begin'));
    await page.goto(made('lmr-30'));
    await next(page);
    await page.check('[name="T01.most"][value="a"]');
    await point('rankings in Dutch fit 320 pixels', () => fits(page));
    await shot(page, 'rank-dutch');
    await page.goto(made(fixture('scripts')));
    await point('a bank in Chinese and Hindi: axe-core finds nothing', () =>
        accessible(page));
    await next(page);
    await shot(page, 'chinese');
    await point('and fits 320 pixels', () => fits(page));
    await page.context().close();
}

/* Leaves the page and opens it again, until it begins with this heading: what a
 * page has kept a browser hands to the next one a moment later. */
async function comeBack(page, address, title) {
    for (let tries = 0; tries < 50; tries++) {
        await page.goto('about:blank');
        await page.waitForTimeout(100);
        await page.goto(address);
        if (await heading(page) === title)
            return;
    }
}

async function keeping() {
    const page = await open();
    const kept = () => page.evaluate(() => localStorage.length);
    const address = made('lmr-12');

    await page.goto(address);
    await next(page);
    await answer(page, 'P01', 'c');
    await point('unless somebody asks for it, nothing is kept', async () => {
        assert.equal(await kept(), 0);
        await page.reload();
        assert.equal(await page.innerText('#lewis-answered'),
            '0 of 12 answered');
    });
    await page.goto(address);
    await page.check('#lewis-keep');
    await page.fill('#lewis-id', 'dee');
    await next(page);
    await answer(page, 'P01', 'c');
    const before = await page.locator('.item').first().innerText();
    await comeBack(page, address, 'At work together');
    await point('when it was ticked, the answers are there again', async () => {
        assert.equal(await heading(page), 'At work together');
        assert.ok(await page.isChecked('input[name="P01"][value="c"]'));
        assert.equal(await page.inputValue('#lewis-id'), 'dee');
    });
    await point('in the same order', async () =>
        assert.equal(await page.locator('.item').first().innerText(), before));
    await page.click('#lewis-back');
    await point('and the page says that it kept them', async () =>
        assert.match(await page.innerText('#lewis-kept'), /kept in this/));
    await shot(page, 'kept');
    await point('with them: axe-core finds nothing', () => accessible(page));
    await page.uncheck('#lewis-keep');
    await point('to take the tick away takes them out of the browser',
        async () => assert.equal(await kept(), 0));
    await page.check('#lewis-keep');
    await page.click('#lewis-kept .erase');
    await point('erased is erased', async () => {
        assert.equal(await kept(), 0);
        assert.equal(await page.inputValue('#lewis-id'), '');
        assert.equal(await page.innerText('#lewis-answered'),
            '0 of 12 answered');
        assert.match(await page.innerText('#lewis-said'), /Erased/);
    });
    await page.context().close();
}

async function withoutScript() {
    const page = await open({javaScriptEnabled: false});

    await page.goto(made('lmr-30'));
    await shot(page, 'no-script');
    await point('without JavaScript the page says what then', async () =>
        assert.match(await page.innerText('.warning'), /answer on paper/));
    await point('and shows all questions, and no buttons', async () => {
        assert.equal(await page.locator('.item:visible').count(), 30);
        assert.equal(await page.locator('button:visible').count(), 0);
        assert.equal(await page.locator('#lewis-end:visible').count(), 0);
    });
    await point('the language can be chosen without it', async () => {
        await page.check('[name="lewis-in"][value="nl"]');
        assert.match(await page.innerText('.warning'), /op papier/);
        assert.doesNotMatch(await page.innerText('main'),
            /\b(the|and|you|answers?)\b/);
    });
    await page.context().close();
}

async function printed() {
    const page = await open({viewport: DESKTOP});

    await page.goto(made('lmr-12'));
    await page.emulateMedia({media: 'print'});
    await shot(page, 'print');
    await point('on paper all questions are there', async () => {
        assert.equal(await page.locator('.item:visible').count(), 12);
        assert.equal(await page.locator('button:visible').count(), 0);
    });
    await point('with the ids and letters of answer files', async () => {
        const after = (selector) => page.locator(selector).first().evaluate(
            (element) => getComputedStyle(element, '::after').content);
        assert.equal(await after('#P03 .no'), '"P03"');
        assert.equal(await after('#P03 label:has([value="b"]) .key'), '"b"');
    });
    await page.goto(made('lmr-30'));
    await shot(page, 'print-rank');
    await page.context().close();
}

/* A bank's author who means harm: the page runs nothing of it. */
async function hostile() {
    const bank = path.join(tmp, 'hostile.xml');
    const page = await open();
    const nasty = '&lt;img src=x onerror="document.title=1"&gt;' +
        '&lt;/script&gt;&lt;script&gt;document.title=2&lt;/script&gt;';

    fs.writeFileSync(bank, fs.readFileSync(fixture('forms'), 'utf8')
        .replace(/>plan</g, '>' + nasty + '<')
        .replace(/>Every form</g, '>' + nasty + '<'));
    await page.goto(made(bank));
    await point('texts of a bank never run', async () => {
        assert.equal(await page.locator('img').count(), 0);
        assert.match(await page.title(), /<img/);
        await toEnd(page);
        assert.deepEqual(page.complaints, []);
    });
    await page.goto(made('lmr-12'));
    await point('and the page forbids what is not its own', async () => {
        await page.evaluate(() => {
            const script = document.createElement('script');
            script.textContent = 'window.ran = true';
            document.body.append(script);
            const image = new Image();
            image.src = 'http://127.0.0.1:9/x.png';
            document.body.append(image);
        });
        await page.waitForTimeout(100);
        assert.equal(await page.evaluate(() => window.ran), undefined);
        assert.match(page.complaints.join(' '), /Content Security Policy/);
    });
    await page.context().close();
}

main(async () => {
    for (const part of [phone, forms, odd, order, keyboard, ratings, languages,
        keeping, withoutScript, printed, hostile])
        await part();
});
