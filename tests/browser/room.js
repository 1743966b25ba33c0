/* room.js - a workshop and its server, for tests: made by the program, as a
 * trainer makes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
'use strict';

const assert = require('node:assert/strict');
const http = require('node:http');
const {spawn, spawnSync} = require('node:child_process');

/* The program: {status, out, err}. */
function lewis(args, options = {}) {
    const run = spawnSync(process.env.LEWIS, args, {encoding: 'utf8',
        maxBuffer: 64 << 20, ...options});

    return {status: run.status, out: run.stdout, err: run.stderr};
}

function done(args) {
    const run = lewis(args);

    assert.equal(run.status, 0, `lewis ${args.join(' ')}: ${run.err}`);
    return run.out;
}

/* The codes of a workshop: [{team, code}], as the program lists them. */
function codes(file) {
    let team = '';

    return done(['workshop', 'codes', file]).split('\n').flatMap((line) => {
        const found = line.match(/\b[A-Z]{3} [A-Z]{3}\b/g);
        if (found === null || line.replace(/\b[A-Z]{3} [A-Z]{3}\b/g, '')
            .trim() !== '') {
            team = line.trim() || team;
            return [];
        }
        return found.map((code) => ({team, code: code.replace(' ', '')}));
    });
}

const make = (file, ...options) => {
    done(['workshop', 'new', file, ...options]);
    return codes(file);
};

/* No server outlives its test. */
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/* lewis serve: {url, links, child, stop()}. 'links' grows as links are used. */
function serve(file, ...options) {
    return new Promise((resolve, reject) => {
        const child = spawn(process.env.LEWIS,
            ['serve', file, '--listen', '127.0.0.1:0', ...options],
            {stdio: ['ignore', 'pipe', 'pipe']});
        const server = {child, links: [], url: '', said: '', ended: false};
        let lines = '';

        server.over = new Promise((over) => {
            child.on('exit', (code, signal) => {
                server.ended = true;
                running.delete(child);
                over({code, signal});
                reject(new Error(`lewis serve ended: ${code} ${signal} ` +
                    server.said));
            });
        });
        server.stop = (signal = 'SIGTERM') => {
            child.kill(signal);
            return server.over;
        };
        child.stderr.on('data', (bytes) => { server.said += bytes; });
        child.stdout.on('data', (bytes) => {
            lines += bytes;
            server.links = lines.match(/http:\S+key=\S+(?=\n)/g) || [];
            const url = lines.match(/People join at: +(http:\S+)(?=\n)/);
            if (url !== null) {
                server.url = url[1];
                resolve(server);
            }
        });
        running.add(child);
    });
}

/* A person without a browser: cookies, forms, no script. */
class Visitor {
    constructor(url) {
        this.url = url;
        this.cookies = new Map();
        this.agent = new http.Agent({keepAlive: true, maxSockets: 1});
    }

    /* {status, headers, text}; does not follow. */
    send(method, path, fields, headers = {}) {
        const body = fields === undefined ? undefined
            : new URLSearchParams(fields).toString();

        return new Promise((resolve, reject) => {
            const request = http.request(this.url + path, {method,
                agent: this.agent, timeout: 20000, headers: {
                    Cookie: [...this.cookies].map((pair) =>
                        pair.join('=')).join('; '),
                    ...(body === undefined ? {} : {
                        'Content-Type': 'application/x-www-form-urlencoded',
                        'Content-Length': Buffer.byteLength(body)}),
                    ...headers}}, (response) => {
                let text = '';
                response.setEncoding('utf8');
                response.on('data', (part) => { text += part; });
                response.on('error', reject);
                response.on('end', () => {
                    this.keep(response.headers['set-cookie'] || []);
                    resolve({status: response.statusCode,
                        headers: response.headers, text});
                });
            });
            request.on('error', reject);
            request.on('close', () => reject(new Error('socket closed')));
            request.on('timeout', () => request.destroy(new Error('late')));
            request.end(body);
        });
    }

    keep(cookies) {
        for (const cookie of cookies) {
            const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
            this.cookies.set(name, value);
        }
    }

    /* The token of a form stays in this.token. */
    async get(path) {
        const answer = await this.send('GET', path);
        const token = answer.text.match(/name="token" value="([^"]*)"/);

        if (token !== null)
            this.token = token[1];
        return answer;
    }

    post(path, fields = {}, headers = {}) {
        return this.send('POST', path, {token: this.token, ...fields}, headers);
    }

    /* In with a code, and agreed. */
    async join(code) {
        await this.get('/');
        const joined = await this.post('/join', {code});
        assert.equal(joined.status, 303, joined.text);
        if (joined.headers.location === '/consent') {
            await this.get('/consent');
            assert.equal((await this.post('/consent')).status, 303);
        }
        await this.get('/topic/1');
    }

    answer(item, value) {
        return this.post('/answer', {item, value, ms: '900'},
            {Accept: 'application/json'});
    }

    leave() {
        this.agent.destroy();
    }
}

module.exports = {lewis, done, codes, make, serve, Visitor};
