/* browser.js - what every browser test needs: a browser, points of TAP, axe-core,
 * and an end to it.
 *
 * A point is a function; it has failed when it throws. The whole ends by itself
 * after LIMIT_S seconds, whatever hangs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
'use strict';

const {chromium} = require('playwright-core');
const axe = require('axe-core');
const assert = require('node:assert/strict');
const {spawnSync} = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const LIMIT_S = 900, PATIENCE_MS = 60000; /* slow machines, and busy ones */
const PHONE = {width: 320, height: 640}, DESKTOP = {width: 1280, height: 800};

const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'lewis-browser-'));
let browser, points = 0;

process.on('exit', () => fs.rmSync(tmp, {recursive: true, force: true}));

const comment = (text) => console.log(String(text).split('\n').slice(0, 25)
    .map((line) => '# ' + line).join('\n'));

/* One line of TAP. */
async function point(name, run) {
    try {
        await run();
        console.log(`ok ${++points} - ${name}`);
    } catch (error) {
        console.log(`not ok ${++points} - ${name}`);
        comment(error.stack || error);
    }
}

async function end(code) {
    console.log(`1..${points}`);
    if (browser !== undefined)
        await browser.close();
    process.exit(code);
}

/* Runs the test and ends the process. */
async function main(test) {
    setTimeout(() => {
        console.log(`Bail out! not done after ${LIMIT_S} s`);
        process.exit(99);
    }, LIMIT_S * 1000).unref();
    try {
        browser = await chromium.launch({executablePath: process.env.CHROMIUM,
            args: ['--no-sandbox', '--disable-gpu']});
        await test();
    } catch (error) {
        comment(error.stack || error);
        await end(99);
    }
    await end(0);
}

/* A page of its own, with nothing kept from others. What its console has to
 * complain of, and what it asks of the network, is in page.complaints and
 * page.requests. */
async function open(options = {}) {
    const context = await browser.newContext({viewport: PHONE, locale: 'en-GB',
        acceptDownloads: true, ...options});
    const page = await context.newPage();

    page.complaints = [];
    page.requests = [];
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()))
            page.complaints.push(message.text());
    });
    page.on('pageerror', (error) => page.complaints.push(String(error)));
    page.on('request', (request) => page.requests.push(request.url()));
    page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
    return page;
}

/* What axe-core has against the page as it is now. */
async function violations(page) {
    await page.evaluate(axe.source);
    const result = await page.evaluate(() => window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
            'best-practice'],
    }));

    return result.violations.map((violation) => `${violation.id}: ` +
        violation.nodes.map((node) => node.html.slice(0, 120) + ' ' +
            node.failureSummary.replace(/\s+/g, ' ')).join('; '));
}

/* 'except': the name of a rule that the page is let off. */
async function accessible(page, except) {
    assert.deepEqual((await violations(page)).filter((line) =>
        except === undefined || !line.startsWith(except + ':')), []);
}

/* Nothing sticks out of the window at the side. */
async function fits(page) {
    const over = await page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        return [...document.querySelectorAll('body *')].filter((element) => {
            if (element.closest('.heard') !== null)
                return false;
            const box = element.getBoundingClientRect();
            return box.width > 1 && (box.right > width + 1 || box.left < -1);
        }).map((element) => element.outerHTML.slice(0, 100));
    });

    assert.deepEqual(over, []);
    assert.ok(await page.evaluate(() =>
        document.documentElement.scrollWidth <= window.innerWidth));
}

/* What one touches is at least 44 by 44 pixels: the label's box counts for its
 * field, a link inside a sentence does not count (WCAG 2.2, 2.5.8). Places of a
 * long scale are as wide as its row allows, and no narrower than 24. */
async function touchable(page) {
    const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, input, summary, a.button')]
            .map((element) => element.closest('label') || element)
            .filter((element) => element.offsetParent !== null)
            .filter((element) => {
                const box = element.getBoundingClientRect();
                const row = element.closest('.places');
                const wide = row !== null && row.children.length > 5
                    ? 24 : 43.5;
                return box.height < 43.5 || box.width < wide;
            }).map((element) => element.outerHTML.slice(0, 100)));

    assert.deepEqual(small, []);
}

let shots = 0;

/* A picture of the page, when somebody wants to look: $SHOTS is a folder. */
async function shot(page, name) {
    if (!process.env.SHOTS)
        return;
    fs.mkdirSync(process.env.SHOTS, {recursive: true});
    await page.screenshot({fullPage: true, path: path.join(process.env.SHOTS,
        String(++shots).padStart(3, '0') + '-' + name + '.png')});
}

/* The program: {status, out, err}. */
function lewis(args, input = '') {
    const run = spawnSync(process.env.LEWIS, args, {input, encoding: 'utf8',
        maxBuffer: 64 << 20,
        env: {...process.env, XDG_STATE_HOME: path.join(tmp, 'state')}});

    return {status: run.status, out: run.stdout, err: run.stderr};
}

module.exports = {main, open, point, comment, accessible, fits, touchable,
    shot, lewis, tmp, assert, fs, path, PHONE, DESKTOP,
    browser: () => browser};
