
/* serve.js - what the pages of a workshop do by themselves: answers are saved
 * as they are given, and the trainer's pages follow what happens. Without it
 * every page works by its forms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving. One answer is on its way at a time; of a question that was answered
 * anew meanwhile only the last answer is sent. */
(() => {
    const form = document.getElementById('topic');
    const line = document.getElementById('saved');
    const longest = 10 * 60 * 1000, patience = 20000;

    if (form === null)
        return;
    const waiting = new Map(); /* item -> {value, ms} */
    const half = new Set();
    let sending = false, failures = 0, timer = 0, last = performance.now();

    function show(state, words) {
        line.dataset.state = state;
        line.textContent = words !== undefined ? words : line.dataset[state];
    }

    const restState = () => half.size > 0
        ? show('half') : show('saved');

    function took() {
        const now = performance.now();
        const ms = Math.min(Math.round(now - last), longest);

        last = now;
        return ms;
    }

    function post(item, answer) {
        return fetch('/answer', {
            method: 'POST', signal: AbortSignal.timeout(patience),
            credentials: 'same-origin', cache: 'no-store', redirect: 'error',
            headers: {
                'Accept': 'application/json',
                'Content-Type': 'application/x-www-form-urlencoded',
            },
            body: new URLSearchParams({
                token: form.elements.token.value, item,
                value: answer.value, ms: String(answer.ms),
            }).toString(),
        });
    }

    /* Kept, and tried again: after 1, 2, 4 ... 15 seconds. */
    function retry(item, answer) {
        if (!waiting.has(item))
            waiting.set(item, answer);
        failures++;
        show('unsaved');
        timer = setTimeout(send, Math.min(1000 * 2 ** (failures - 1), 15000));
    }

    function refused(status, said) {
        show('refused', status === 401 || said.why === 'old-form'
            ? line.dataset.out : said.text);
    }

    async function send() {
        clearTimeout(timer);
        if (sending || waiting.size === 0)
            return;
        const [item, answer] = waiting.entries().next().value;
        let response, said;

        waiting.delete(item);
        sending = true;
        if (failures === 0)
            show('saving');
        try {
            response = await post(item, answer);
            said = await response.json();
        } catch {
            response = undefined;
        }
        sending = false;
        if (response === undefined || response.status >= 500 ||
            response.status === 429) {
            retry(item, answer);
            return;
        }
        failures = 0;
        if (!response.ok)
            refused(response.status, said);
        else if (waiting.size === 0)
            restState();
        send();
    }

    document.addEventListener('lewis-answer', (event) => {
        const {item, raw, state} = event.detail;

        if (state === 'half')
            half.add(item);
        else
            half.delete(item);
        if (raw === '' && state === 'half') {
            show('half');
            return;
        }
        waiting.set(item, {value: raw, ms: took()});
        failures = 0;
        send();
    });

    /* What is on its way would be lost. */
    let leaving = false;
    form.addEventListener('submit', () => { leaving = true; });
    window.addEventListener('beforeunload', (event) => {
        if (!leaving && (sending || waiting.size > 0))
            event.preventDefault();
    });
    window.addEventListener('online', () => { failures = 0; send(); });
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden)
            last = performance.now();
    });
    show('idle');
})();

/* The trainer's pages. */
(() => {
    const page = location.pathname;
    const often = 5000;
    let version = '', asking = false, again = false;

    if (document.getElementById('part') === null ||
        !['/trainer', '/trainer/close', '/wall'].includes(page))
        return;

    /* Of the same kind inside: then what is in both can be taken in turn. */
    const alike = (old, fresh) => old.nodeName === fresh.nodeName &&
        old.nodeType === Node.ELEMENT_NODE && old.nodeName !== 'svg' &&
        old.id === fresh.id &&
        old.childNodes.length === fresh.childNodes.length;

    /* Only what differs is replaced: a button that is being pressed while
     * somebody else joins stays the same button, or the click would be lost. */
    function merge(old, fresh) {
        if (old.isEqualNode(fresh))
            return;
        if (!alike(old, fresh)) {
            old.replaceWith(fresh);
            return;
        }
        [...old.attributes].filter(({name}) => !fresh.hasAttribute(name))
            .forEach(({name}) => old.removeAttribute(name));
        [...fresh.attributes].forEach(({name, value}) =>
            old.setAttribute(name, value));
        const children = [...fresh.childNodes];
        [...old.childNodes].forEach((child, i) => merge(child, children[i]));
    }

    /* The focus stays where it was. */
    function replace(markup) {
        const fresh = new DOMParser().parseFromString(markup, 'text/html')
            .getElementById('part');
        const focused = document.activeElement;

        if (fresh === null)
            return;
        merge(document.getElementById('part'), fresh);
        if (!focused.isConnected && focused.id !== '')
            document.getElementById(focused.id)?.focus();
    }

    async function ask() {
        if (asking) {
            again = true;
            return;
        }
        asking = true;
        try {
            const response = await fetch(page + '/part' + location.search,
                {cache: 'no-store', credentials: 'same-origin'});
            if (response.ok)
                replace(await response.text());
        } catch {
            again = false; /* the next event or the clock asks anew */
        }
        asking = false;
        if (again) {
            again = false;
            ask();
        }
    }

    let clock = 0;
    function poll(on) {
        clearInterval(clock);
        clock = on ? setInterval(ask, often) : 0;
    }

    poll(true);
    if ('EventSource' in window) {
        const events = new EventSource('/events');
        events.onopen = () => poll(false);
        events.onerror = () => poll(true);
        events.onmessage = (event) => {
            if (event.data !== version)
                ask();
            version = event.data;
        };
    }
})();
