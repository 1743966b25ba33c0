/* controls.js - what questions do by themselves in a browser: keys, one option
 * not most and least at once, points left, an answer taken back.
 *
 * Every change of an answer fires the event "lewis-answer" at the document, with
 * {item, raw, state} as detail: raw as in an answer file ("b", "bca", "3",
 * "5 3 2"; "" when there is none), state "open", "half" or "answered".
 *
 * A key counts only while the question has the focus, so it never is in the way
 * of a screen reader's own keys elsewhere (WCAG 2.2, 2.1.4).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
'use strict';

const lewisControls = (() => {
    const form = (item) =>
        ['rate', 'pick', 'rank', 'points', 'pair', 'check']
            .find((name) => item.classList.contains(name));
    const fields = (item) => [...item.querySelectorAll('input')];
    const named = (item, part) =>
        fields(item).filter((input) => input.name === item.id + part);
    const checked = (inputs) => inputs.find((input) => input.checked);
    const value = (inputs) => (checked(inputs) || {value: ''}).value;
    const index = (element) =>
        Number(element.closest('[data-index]').dataset.index);

    /* Letters or fields of the options, in the order of the bank. */
    const inBankOrder = (inputs) =>
        [...inputs].sort((a, b) => index(a) - index(b));

    function rank(item) {
        const options = inBankOrder(named(item, '.most'))
            .map((input) => input.value);
        const most = value(named(item, '.most'));
        let least = value(named(item, '.least'));

        if (options.length === 2 && most !== '')
            least = options.find((option) => option !== most);
        if (most === '' || least === '')
            return most;
        return most + options.filter((option) =>
            option !== most && option !== least).join('') + least;
    }

    const total = (item) => Number(item.dataset.total);
    const filled = (item) =>
        fields(item).filter((input) => input.value.trim() !== '');
    const left = (item) => fields(item).reduce((rest, input) =>
        rest - (/^\s*\d+\s*$/.test(input.value) ? Number(input.value) : 0),
        total(item));
    const sound = (item) => filled(item).every((input) =>
        /^\s*\d+\s*$/.test(input.value)) &&
        fields(item).every((input) => !input.validity.badInput);

    function points(item) {
        if (!sound(item) || filled(item).length === 0 || left(item) !== 0)
            return '';
        return inBankOrder(fields(item))
            .map((input) => Number(input.value)).join(' ');
    }

    function raw(item) {
        switch (form(item)) {
        case 'rank': return rank(item);
        case 'points': return points(item);
        default: return value(fields(item));
        }
    }

    function state(item) {
        const answer = raw(item);
        const begun = form(item) === 'points'
            ? filled(item).length > 0 || !sound(item)
            : fields(item).some((input) => input.checked);

        if (form(item) === 'rank' && answer.length === 1)
            return 'half';
        return answer !== '' ? 'answered' : begun ? 'half' : 'open';
    }

    /* The fields, after what they hold was changed. */
    function show(item) {
        const rest = item.querySelector('.left');

        item.dataset.state = state(item);
        item.querySelector('.take-back').hidden =
            item.dataset.state === 'open';
        if (rest !== null) {
            rest.querySelector('.n').textContent = left(item);
            rest.classList.toggle('wrong',
                left(item) < 0 || !sound(item));
        }
    }

    function tell(item) {
        show(item);
        document.dispatchEvent(new CustomEvent('lewis-answer', {detail:
            {item: item.id, raw: raw(item), state: state(item)}}));
    }

    /* Sets the fields to an answer; '' takes it back. */
    function fill(item, answer) {
        const parts = answer.split(' ');

        fields(item).forEach((input) => {
            const part = input.name.slice(item.id.length);
            if (input.type === 'number')
                input.value = answer === '' ? '' : parts[index(input)];
            else if (part === '.most')
                input.checked = answer[0] === input.value;
            else if (part === '.least')
                input.checked = answer.length > 1 &&
                    answer[answer.length - 1] === input.value;
            else
                input.checked = answer === input.value;
        });
        show(item);
    }

    /* What was most like me is not least like me as well. */
    function partRank(item, input) {
        const other = input.name.endsWith('.most') ? '.least' : '.most';
        const same = named(item, other)
            .find((cell) => cell.value === input.value);

        if (same !== undefined)
            same.checked = false;
    }

    function choose(input) {
        input.checked = true;
        input.focus();
        input.dispatchEvent(new Event('change', {bubbles: true}));
    }

    /* The field that a digit means now, or undefined. */
    function meant(item, digit) {
        if (form(item) === 'points')
            return undefined;
        if (form(item) !== 'rank')
            return fields(item).find((input) => input.closest('.option')
                .querySelector('.key').textContent === digit);
        const most = named(item, '.most'), least = named(item, '.least');
        const second = checked(most) && !checked(least) && least.length > 0;
        const cell = (second ? least : most)[Number(digit) - 1];
        if (second && cell !== undefined &&
            cell.value === checked(most).value)
            return undefined;
        if (!second)
            least.forEach((input) => { input.checked = false; });
        return cell;
    }

    /* To the next question, or whatever can be pressed after the last. */
    function onward(item) {
        const all = [...document.querySelectorAll(
            '.item, .ask, button.main')].filter((element) =>
            element.offsetParent !== null);
        const next = all[all.indexOf(item) + 1];

        if (next === undefined)
            return;
        const target = next.matches('button') ? next
            : next.querySelector('input:checked') ||
              next.querySelector('input');
        target.focus();
        next.scrollIntoView({block: 'nearest'});
    }

    function key(event) {
        const item = event.target.closest('.item');

        if (item === null || event.ctrlKey || event.altKey || event.metaKey ||
            event.target.type === 'number' || !/^[0-9]$/.test(event.key))
            return;
        const input = meant(item, event.key);
        if (input === undefined)
            return;
        event.preventDefault();
        choose(input);
        if (state(item) === 'answered')
            onward(item);
    }

    document.addEventListener('keydown', key);
    document.addEventListener('change', (event) => {
        const item = event.target.closest('.item');

        if (item === null)
            return;
        if (form(item) === 'rank')
            partRank(item, event.target);
        tell(item);
    });
    document.addEventListener('input', (event) => {
        const item = event.target.closest('.item.points');

        if (item !== null)
            show(item);
    });
    document.addEventListener('click', (event) => {
        const button = event.target.closest('.take-back');

        if (button === null)
            return;
        const item = button.closest('.item');
        fill(item, '');
        tell(item);
        fields(item)[0].focus();
    });

    return {raw, state, fill, show, form};
})();
