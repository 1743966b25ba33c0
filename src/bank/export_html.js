
/* export_html.js - the page that works by itself: one step at a time, and at the
 * end the answers as a row of CSV. Nothing leaves the page but by the person's
 * own hand. Answers stay in the browser only when the person ticks that, and
 * until they are erased.
 *
 * All words stand in the page. */
(() => {
    const $ = (id) => document.getElementById('lewis-' + id);
    const all = (selector, root = document) =>
        [...root.querySelectorAll(selector)];
    const data = document.body.dataset;
    const form = document.querySelector('form');
    const steps = all('.step');
    const items = () => all('.item');
    const asks = () => all('.ask').filter((ask) =>
        ask.id !== '' && !ask.id.startsWith('lewis-'));
    const place = `lewis ${data.bank} ${data.version} ${data.digest}`;
    let seed = crypto.getRandomValues(new Uint32Array(1))[0];
    let handed = true; /* nothing would be lost with the page */
    let arrived;       /* the address whose step is shown */

    /* The order shown, from the seed: lewis/session.h says how. */
    function generator(start) {
        const mask = (1n << 64n) - 1n;
        let state = BigInt(start);

        const next = () => {
            let z = state = (state + 0x9e3779b97f4a7c15n) & mask;
            z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
            z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
            return z ^ (z >> 31n);
        };
        return (below) => {
            const n = BigInt(below), under = (1n << 64n) % n;
            let x;
            do
                x = next();
            while (x < under);
            return Number(x % n);
        };
    }

    function shuffled(list, below) {
        const value = [...list];

        for (let i = value.length; i > 1; i--) {
            const other = below(i);
            [value[i - 1], value[other]] = [value[other], value[i - 1]];
        }
        return value;
    }

    /* Puts elements in another order where they stand. */
    function arrange(elements) {
        const after = document.createComment('');

        elements[0].parentNode.insertBefore(after,
            elements[0].parentNode.querySelector(':scope > .left'));
        elements.forEach((element) => after.before(element));
        after.remove();
    }

    const options = (item) => all('.option, tbody tr', item).sort((a, b) =>
        Number(a.dataset.index) - Number(b.dataset.index));

    function order() {
        const below = generator(seed);
        const inBank = data.columns.split(',');
        const position = (question) =>
            inBank.indexOf(question.querySelector('.item').id);

        all('.items[data-random]').forEach((list) => {
            const questions = all('.question', list)
                .sort((a, b) => position(a) - position(b));
            arrange(shuffled(questions, below));
        });
        items().sort((a, b) => inBank.indexOf(a.id) - inBank.indexOf(b.id))
            .filter((item) => 'random' in item.dataset)
            .forEach((item) => arrangeOptions(item, below));
        items().forEach((item, i) => {
            item.querySelector('.no').textContent = i + 1;
        });
    }

    function arrangeOptions(item, below) {
        const rows = shuffled(options(item), below);

        if (lewisControls.form(item) === 'points') {
            arrange(rows);
            return;
        }
        const end = rows[0].parentNode.querySelector(':scope > .take-back');
        rows.forEach((row, i) => {
            row.querySelector('.key').textContent = i + 1;
            row.parentNode.insertBefore(row, end);
        });
    }

    /* Replies about the person. */
    function reply(name) {
        const field = form.elements[name];

        return field === undefined || field === null ? ''
            : field.value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
    }

    /* Why a reply cannot be handed over: it is missing, or of another kind. */
    function fault(ask) {
        const given = reply(ask.id);

        if (given === '')
            return ask.closest('[data-required]') !== null;
        if (ask.classList.contains('number'))
            return !/^[0-9]{1,9}$/.test(given);
        if (ask.classList.contains('country'))
            return !/^[A-Za-z]{2}$/.test(given);
        return new TextEncoder().encode(given).length > 199;
    }

    /* A field of CSV. What a spreadsheet would run as a formula gets an
     * apostrophe (OWASP, CSV injection), as lewis take does it. */
    function cell(text, typed) {
        const safe = typed && /^[=+\-@]/.test(text) ? "'" + text : text;

        return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"'
            : safe;
    }

    function value(column) {
        const item = document.getElementById(column);

        switch (column) {
        case 'id': return cell(reply('lewis-id'), true);
        case 'lang': return cell(language().value);
        case 'bank': return cell(data.bank);
        case 'version': return cell(data.version);
        case 'seed': return String(seed);
        }
        if (item !== null && item.classList.contains('item'))
            return cell(lewisControls.raw(item));
        if (item === null)
            return cell(reply('lewis-' + column), true); /* team */
        const given = reply(column);
        return cell(item.classList.contains('country') ? given.toUpperCase()
            : given, true);
    }

    function rows() {
        const columns = data.columns.split(',');

        return columns.join(',') + '\n' + columns.map(value).join(',') + '\n';
    }

    /* Languages */
    const language = () =>
        document.querySelector('[name="lewis-in"]:checked') ||
        {value: document.documentElement.lang, dataset: {}, id: 'lewis-in0'};

    function speak() {
        const chosen = language(), root = document.documentElement;
        const index = Number(chosen.id.slice('lewis-in'.length));

        root.lang = chosen.value;
        root.dir = chosen.dataset.direction || root.dir;
        root.className = 'script in' + index;
        document.title = all('template.title')[index].content.textContent;
    }

    /* The browser's language, unless one was asked for when the page was
     * made. */
    function preferred() {
        const offered = all('[name="lewis-in"]');

        if ('asked' in data)
            return;
        for (const tag of navigator.languages || []) {
            const found = offered.find((input) => input.value === tag) ||
                offered.find((input) =>
                    input.value.split('-')[0] === tag.split('-')[0]);
            if (found !== undefined) {
                found.checked = true;
                return;
            }
        }
    }

    /* What is said */
    function copyOf(id) {
        return $('say-' + id).content.cloneNode(true);
    }

    function say(id, kind, more = '') {
        const p = document.createElement('p');

        p.className = kind;
        p.append(copyOf(id));
        if (more !== '') {
            const strong = document.createElement('strong');
            strong.textContent = more;
            p.append(' ', strong);
        }
        $('said').replaceChildren(p);
    }

    /* The words of one saying in the language shown. */
    function plain(id) {
        const one = copyOf(id), index = language().id.slice('lewis-in'.length);

        return (one.querySelector('.l' + index) || one).textContent;
    }

    /* Keeping */
    function fields() {
        return all('input', form).filter((input) => input.name !== '');
    }

    function keep() {
        if (!$('keep').checked)
            return;
        const kept = {};

        fields().forEach((input) => {
            if (input.type !== 'radio')
                kept[input.name] = input.value;
            else if (input.checked)
                kept[input.name] = input.value;
        });
        try {
            localStorage.setItem(place, JSON.stringify({seed, kept,
                lang: language().value, step: current().id}));
        } catch (error) {
            $('keep').checked = false;
            say('not-kept', 'warning');
        }
    }

    function forget() {
        try {
            localStorage.removeItem(place);
        } catch (error) {
            /* what cannot be kept is not there */
        }
    }

    function kept() {
        try {
            const found = JSON.parse(localStorage.getItem(place));

            return found !== null && Number.isSafeInteger(found.seed) &&
                typeof found.kept === 'object' ? found : null;
        } catch (error) {
            return null;
        }
    }

    function restore(found) {
        fields().forEach((input) => {
            const is = found.kept[input.name];
            if (input.type !== 'radio')
                input.value = is === undefined ? '' : is;
            else
                input.checked = is === input.value;
        });
        all('[name="lewis-in"]').forEach((input) => {
            input.checked = input.value === found.lang;
        });
        $('keep').checked = true;
        $('kept').hidden = false;
    }

    function erase() {
        if (!window.confirm(plain('sure')))
            return;
        forget();
        form.reset();
        $('kept').hidden = true;
        items().forEach(lewisControls.show);
        handed = true;
        seed = crypto.getRandomValues(new Uint32Array(1))[0];
        order();
        refresh();
        go(steps[0]);
        say('erased', 'done');
    }

    /* Steps */
    const current = () => document.querySelector('.step.now') || steps[0];

    function show(step) {
        steps.forEach((other) => other.classList.toggle('now', other === step));
        $('back').hidden = step === steps[0];
        $('next').hidden = step === steps[steps.length - 1];
        $('said').replaceChildren();
        refresh();
        keep();
    }

    /* By the address, so that the browser's own Back works as well; at once, so
     * that keys typed fast meet the new step. */
    function go(step) {
        location.hash = step.id;
        arrive();
    }

    function arrive() {
        arrived = location.hash;
        const target = document.getElementById(
            decodeURIComponent(location.hash.slice(1)));
        const step = target === null ? null : target.closest('.step');

        show(step === null ? steps[0] : step);
        if (step !== null && target !== step) {
            (target.querySelector('input:checked') ||
             target.querySelector('input')).focus();
            target.scrollIntoView({block: 'center'});
            return;
        }
        const head = current().querySelector('h2');
        head.focus({preventScroll: true});
        window.scrollTo(0, 0);
    }

    const beside = (step, n) => steps[steps.indexOf(step) + n];

    /* The end */
    function link(question) {
        const a = document.createElement('a'), no = question
            .querySelector('.no');

        a.href = '#' + question.id;
        if (no !== null)
            a.textContent = no.textContent;
        else
            a.append(...words(question.querySelector('legend, label')));
        return a;
    }

    function list(id, questions) {
        const links = questions.flatMap((question, i) =>
            i === 0 ? [link(question)] : [', ', link(question)]);

        $(id).hidden = questions.length === 0;
        $(id).querySelector('.list').replaceChildren(...links);
    }

    const words = (element) =>
        [...element.childNodes].map((node) => node.cloneNode(true));

    /* What was chosen, in the words of the page: a list of pieces. */
    function chosen(item) {
        switch (lewisControls.form(item)) {
        case 'points':
            return all('input', item).flatMap((input) => [
                (input.value || '0') + ' ',
                ...words(input.closest('label').querySelector('span')),
                ' · ']).slice(0, -1);
        case 'pair':
            return [...words(item.querySelector('.ends span')), ' ',
                lewisControls.raw(item), ' ',
                ...words(item.querySelector('.ends > span + span'))];
        case 'rank':
            return all('input:checked', item).flatMap((input) => [
                ...words(document.getElementById(input.name)), ': ',
                ...words(input.closest('tr').querySelector('.key + span')),
                ' · ']).slice(0, -1);
        default:
            return words(item.querySelector('input:checked')
                .closest('label').querySelector('.key + span'));
        }
    }

    function given(item) {
        const span = document.createElement('span');

        span.className = 'given';
        span.append(...(lewisControls.state(item) === 'open' ? ['–']
            : chosen(item)));
        return span;
    }

    function reviewed(item) {
        const li = document.createElement('li'), a = link(item);
        const stem = [...item.querySelector('legend').childNodes].slice(1);

        a.textContent = '';
        a.append(...stem.map((node) => node.cloneNode(true)));
        li.append(a, given(item));
        return li;
    }

    function refresh() {
        const of = (state) => items().filter((item) =>
            lewisControls.state(item) === state);
        const answered = of('answered').length;
        /* a ranking that stops after its first is an answer, too */
        const usable = items().filter((item) => lewisControls.raw(item) !== '');
        const wanted = asks().filter(fault);

        document.querySelector('#lewis-answered .n').textContent = answered;
        document.querySelector('progress').value = answered;
        if (!current().contains($('row')))
            return;
        $('whole').hidden = answered < items().length;
        $('few').hidden = usable.length >= Number(data.enough);
        list('open', of('open'));
        list('half', of('half'));
        list('wanted', wanted);
        $('review').replaceChildren(...items().map(reviewed));
        $('row').value = rows();
        [$('save'), $('copy')].forEach((button) => {
            button.disabled = wanted.length > 0;
        });
    }

    function fileName() {
        const id = reply('lewis-id').normalize('NFKD')
            .replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');

        return `${data.bank}-${id === '' ? seed.toString(36) : id}.csv`;
    }

    function save() {
        const a = document.createElement('a');
        const url = URL.createObjectURL(new Blob([rows()], {type: 'text/csv'}));

        a.href = url;
        a.download = fileName();
        document.body.append(a);
        a.click();
        a.remove();
        setTimeout(() => URL.revokeObjectURL(url), 60000);
        handed = true;
        say('saved', 'done', a.download);
    }

    async function copy() {
        let done;

        $('row').select();
        try {
            await navigator.clipboard.writeText(rows());
            done = true;
        } catch (error) {
            done = document.execCommand('copy');
        }
        handed = handed || done;
        say(done ? 'copied' : 'not-copied', done ? 'done' : 'warning');
    }

    function changed() {
        handed = false;
        refresh();
        keep();
    }

    function listen() {
        window.addEventListener('hashchange', () => {
            if (location.hash !== arrived)
                arrive();
        });
        window.addEventListener('beforeunload', (event) => {
            if (!handed && !$('keep').checked)
                event.preventDefault();
        });
        form.addEventListener('submit', (event) => event.preventDefault());
        form.addEventListener('keydown', (event) => {
            if (event.key === 'Enter' && event.target.matches('input'))
                event.preventDefault();
        });
        document.addEventListener('lewis-answer', changed);
        form.addEventListener('input', (event) => {
            if (event.target.id !== 'lewis-keep' &&
                event.target.closest('.item') === null)
                changed();
        });
        $('keep').addEventListener('change', () => {
            if ($('keep').checked)
                keep();
            else
                forget();
        });
        all('[name="lewis-in"]').forEach((input) =>
            input.addEventListener('change', () => {
                speak();
                refresh();
                keep();
            }));
        all('.erase').forEach((button) =>
            button.addEventListener('click', erase));
        $('back').addEventListener('click', () => go(beside(current(), -1)));
        $('next').addEventListener('click', () => go(beside(current(), 1)));
        $('save').addEventListener('click', save);
        $('copy').addEventListener('click', copy);
        $('print').addEventListener('click', () => window.print());
    }

    function begin() {
        const found = kept();

        if (found !== null)
            seed = found.seed;
        order();
        preferred();
        if (found !== null)
            restore(found);
        items().forEach(lewisControls.show);
        all('div.script, p.script, label.script').forEach((element) => {
            if (element.id !== 'lewis-kept')
                element.hidden = false;
        });
        speak();
        listen();
        show(document.getElementById(location.hash.slice(1))?.closest('.step') ||
            (found !== null && document.getElementById(found.step)) ||
            steps[0]);
    }

    begin();
})();
