import { beforeEach, describe, expect, it } from 'vitest';
import { unfoldAround } from './reveal';

const WORDS = '<p id="words">Nobody counted the gulls.</p>';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('folded content around a place', () => {
  it.each([
    ['closed details', `<details><summary>More</summary>${WORDS}</details>`],
    ['details in details', `<details><section><details>${WORDS}</details></section></details>`],
  ])('is opened: %s', (_name, html) => {
    document.body.innerHTML = html;
    unfoldAround(document.querySelector('#words')!.firstChild!);
    expect([...document.querySelectorAll('details')].every(({ open }) => open)).toBe(true);
  });

  it('is shown where it is hidden until found, and the page is told so before', () => {
    document.body.innerHTML = `<section id="part" hidden="until-found">${WORDS}</section>`;
    const part = document.querySelector('#part')!;
    const told: boolean[] = [];
    document.body.addEventListener('beforematch', () => told.push(part.hasAttribute('hidden')), { once: true });
    unfoldAround(document.querySelector('#words')!);
    expect(told).toEqual([true]);
    expect(part.hasAttribute('hidden')).toBe(false);
  });

  it('is opened around a shadow root, too', () => {
    document.body.innerHTML = '<details><x-note></x-note></details>';
    const shadow = document.querySelector('x-note')!.attachShadow({ mode: 'open' });
    shadow.innerHTML = WORDS;
    unfoldAround(shadow.querySelector('#words')!);
    expect(document.querySelector('details')!.open).toBe(true);
  });

  it('stays as it is where it is hidden for good, or stands beside the place', () => {
    const html = `<details>Other</details><div hidden="">${WORDS}</div>`;
    document.body.innerHTML = html;
    unfoldAround(document.querySelector('#words')!);
    expect(document.body.innerHTML).toBe(html);
  });
});
